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
const NOTHING_BEHIND =
  /^(?:\/\d{2,3}(?=\s\())?\s*(?:[,;)]|[.](?!\d)|và\s|$|\(|(?:vào|đến|trong)\s(?:(?:cuối|hết)\s)?(?:năm|quý|tháng|giai đoạn)\s[\dIVX])/u;

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
  return hit === undefined || (hit.entry.size && lead === 0) || hit.entry.event ? null : hit.entry.unit;
}

/** "Số xã đạt chuẩn: tối thiểu", "Doanh nghiệp đủ năng lực: trên". */
const STATED =
  /^[\s*_+–-]*(?<label>[A-Za-zÀ-\u036fḀ-ỹ][^:;.]*?)\s*:\s*(?:(?:tối thiểu|ít nhất|tối đa|không quá|không dưới|trên|dưới|khoảng|hơn|từ)\s+)?$/iu;

/** "số công trình chậm tiến độ không quá": a number that is bound, without a colon. */
const BOUND =
  /(?:^|[,;]\s)[\s*_+–-]*(?<label>(?:tổng\s)?số\s[A-Za-zÀ-\u036fḀ-ỹ][^:;.,\d]*?)\s(?:(?:đạt|là|còn|lên|tăng lên|giảm còn|giảm xuống còn)(?:\s(?:trên|hơn|khoảng|ít nhất|tối thiểu))?|không quá|không vượt quá|tối đa|không dưới|tối thiểu|ít nhất)\s+$/iu;

/**
 * The unit of a number that stands alone behind what it is so many of in so many: "số bác sĩ/vạn dân đạt 14,2",
 * "số giường bệnh trên 10.000 dân: 38"; null where nothing says so.
 */
export function rateUnitBefore(text: string, { start, end }: Span): string | null {
  if (!NOTHING_BEHIND.test(text.slice(end))) return null;
  const rate = OF_SO_MANY.exec(text.slice(0, start))?.groups;
  return rate?.noun === undefined || rate.each === undefined
    ? null
    : `${rate.noun}/${rate.each.replace(/\s+/gu, ' ')}`;
}

const OF_SO_MANY =
  /(?:^|[,;:(]\s+|[\s*_+–-])(?:số|tỷ lệ|tỉ lệ|mật độ)\s+(?:số\s+)?(?<noun>(?!số\s)[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,5}?)(?:\s?\/\s?|\s(?:tính\s)?(?:trên|cho)\s)(?<each>(?:(?:1|một)\s)?vạn\s(?:người\s)?dân|(?:100|1\.000|10\.000|100\.000|một nghìn|1 nghìn|nghìn)\s(?:người dân|dân số|dân|người|hộ dân|hộ|trẻ em|trẻ))(?:\s\([^()]*\))?\s*(?:(?::|đạt|là|lên|tăng lên|còn|xuống còn)\s+)?(?:(?:mức|trên|hơn|khoảng|ít nhất|tối thiểu|dưới|không quá|từ)\s+){0,2}$/iu;

/** Whether a number is one of the parts that are listed behind their whole. */
export function isPartOf(text: string, { span }: Whole, start: number): boolean {
  return PART.test(text.slice(span.end, start));
}

/** ", trong đó cơ khí 60, điện tử": parts with their numbers, up to the words before the next. */
const PART =
  /^[\s,]*(?:(?:trong đó|gồm|bao gồm)[\s:]+|\((?!tăng|giảm|đạt|tương|kể|không))(?:[A-Za-zÀ-\u036fḀ-ỹ][^\d;.:()]{0,59}?[^\d\s;.:()]\s*(?::\s*)?\d[\d.]*(?:\s*[,;]|\s+và)\s+(?:và\s+)?)*[A-Za-zÀ-\u036fḀ-ỹ][^\d;.:()]{1,60}?[\s:]*$/iu;
