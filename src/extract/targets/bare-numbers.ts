import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { clauseBefore } from '../context.ts';

/** A count that was read before, as far as the numbers of its parts are told by it. */
interface Whole {
  span: Span;
  measure: string;
  unit: string;
}

/** What may stand behind a number that has no unit: the end of a sentence, clause or list item. */
const NOTHING_BEHIND = /^(?:\/\d{2,3}(?=\s\())?\s*(?:[,;)]|[.](?!\d)|và\s|$|\()/u;

/**
 * The unit of a number that stands alone, named before it: "Số doanh nghiệp: 140", or what it is a part of,
 * "trong đó cơ khí 60, điện tử 35"; null where nothing says so.
 */
export function unitBefore(text: string, { start, end }: Span, whole: Whole | undefined): string | null {
  if (!NOTHING_BEHIND.test(text.slice(end))) return null;
  if (whole !== undefined && whole.measure === 'count' && isPartOf(text, whole, start)) return whole.unit;
  const clause = clauseBefore(text, start);
  const named = (STATED.exec(clause) ?? BOUND.exec(clause))?.groups?.label;
  if (named === undefined) return null;
  const lead = /^(?:tổng\s+)?(?:số\s+)?/iu.exec(named)?.[0].length ?? 0;
  const hit = targetLexicon()
    .units.find(named)
    .find((unit) => unit.start === lead);
  return hit === undefined || hit.entry.size === true || hit.entry.event === true ? null : hit.entry.unit;
}

/** "Số xã đạt chuẩn: tối thiểu", "Doanh nghiệp đủ năng lực: trên". */
const STATED =
  /^[\s*_+–-]*(?<label>[A-Za-zÀ-\u036fḀ-ỹ][^:;.]*?)\s*:\s*(?:(?:tối thiểu|ít nhất|tối đa|không quá|không dưới|trên|dưới|khoảng|hơn|từ)\s+)?$/iu;

/** "số công trình chậm tiến độ không quá": a number that is bound, without a colon. */
const BOUND =
  /^[\s*_+–-]*(?<label>(?:tổng\s)?số\s[A-Za-zÀ-\u036fḀ-ỹ][^:;.,\d]*?)\s(?:không quá|không vượt quá|tối đa|không dưới|tối thiểu|ít nhất)\s+$/iu;

/** Whether a number is one of the parts that are listed behind their whole. */
export function isPartOf(text: string, { span }: Whole, start: number): boolean {
  return PART.test(text.slice(span.end, start));
}

/** ", trong đó cơ khí 60, điện tử": parts with their numbers, up to the words before the next. */
const PART =
  /^[\s,]*(?:trong đó|gồm|bao gồm)[\s:]+(?:[A-Za-zÀ-\u036fḀ-ỹ][^\d;.:()]{0,59}?[^\d\s;.:()]\s*(?::\s*)?\d[\d.]*(?:\s*[,;]|\s+và)\s+(?:và\s+)?)*[A-Za-zÀ-\u036fḀ-ỹ][^\d;.:()]{1,60}?[\s:]*$/iu;
