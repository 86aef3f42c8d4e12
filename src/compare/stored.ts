import { basesOf, figuresOf } from '../store/figures.ts';
import type { Store } from '../store/store.ts';
import { compare, type Question } from './compare.ts';
import type { Comparison } from './comparison.ts';

/** Compares what the plans of a database say on an indicator. */
export async function compareStored(store: Store, question: Question): Promise<Comparison> {
  return compare(question, {
    figures: (indicator) => store.ask((db) => figuresOf(db, indicator)),
    bases: (indicator, shareOf, baseIndicator) =>
      store.ask((db) => basesOf(db, indicator, shareOf, baseIndicator)),
  });
}
