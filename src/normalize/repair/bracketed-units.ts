import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from '../../lexicon/fold.ts';
import { canonicalTone } from './letters.ts';

const Data = z.object({ units: z.array(z.object({ phrases: z.array(z.string()) })) });
/** A run in brackets that is longer is no unit. */
const LONGEST = 24;

let units: ReadonlyMap<string, string> | undefined;

/** Names of units by their folded form; the first of those that share one. */
function unitNames(): ReadonlyMap<string, string> {
  if (units !== undefined) return units;
  const file = readFileSync(new URL('../../lexicon/targets.json', import.meta.url), 'utf8');
  const names = new Map<string, string>();
  for (const name of Data.parse(JSON.parse(file)).units.flatMap(({ phrases }) => phrases)) {
    const key = fold(name);
    if (!names.has(key)) names.set(key, name.toLowerCase());
  }
  units = names;
  return units;
}

/** The words of the unit that stands alone in brackets opened right before `start`, as in a table's header: (hộ). Empty where none does. */
export function bracketedUnit(text: string, start: number): readonly string[] {
  if (text.charAt(start - 1) !== '(') return [];
  const end = text.indexOf(')', start);
  if (end < 0 || end - start > LONGEST) return [];
  const name = unitNames().get(fold(text.slice(start, end)));
  return name === undefined ? [] : (name.match(/\p{L}+/gu) ?? []).map(canonicalTone);
}
