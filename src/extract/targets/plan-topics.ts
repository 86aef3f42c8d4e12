import { indicatorOnTopic, topicsOf } from '../../lexicon/indicators.ts';
import { CERTAINTY } from '../certainty.ts';
import { Read, Whole } from '../reading.ts';

/**
 * The targets of a plan with the indicators that its title gives their words: in a plan on tuberculosis "tỷ lệ bỏ trị" is of
 * that, and so is the "khám sàng lọc" that any other plan counts as such.
 */
export function onTopic(targets: readonly Whole[], title: string | null): readonly Whole[] {
  const topics = title === null ? [] : topicsOf(title);
  return topics.length === 0 ? targets : targets.map((target) => ofTopic(target, topics));
}

function ofTopic(target: Whole, topics: readonly string[]): Whole {
  const { label, indicator } = target.fields;
  if (!(label instanceof Read) || typeof label.value !== 'string') return target;
  const read = indicator instanceof Read ? String(indicator.value) : null;
  const id = indicatorOnTopic(label.value, read, topics);
  return id === null || id === read
    ? target
    : new Whole(
        { ...target.fields, indicator: new Read(id, label.span, CERTAINTY.target.indicator) },
        target.span,
      );
}
