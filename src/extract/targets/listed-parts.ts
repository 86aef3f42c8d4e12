import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { isAction } from './acts.ts';
import type { Clause } from './clauses.ts';
import { isGeneric } from './group-words.ts';
import { groupBefore } from './groups-before.ts';
import type { Linked } from './links.ts';
import { type Earlier, isAlike } from './lists.ts';

/**
 * The clause of a figure that is one of the parts listed behind their whole, each with its name before it and no more than its
 * unit behind: "23.750 người, trong đó: trung cấp 3.350 người, sơ cấp và dưới 03 tháng 20.400 người"; null where the list is another.
 */
export function partListed(text: string, { measured, between }: Linked, last: Earlier): Clause | null {
  if (measured.measure !== 'count' || measured.noun === null || !isAlike(measured, last.measured))
    return null;
  if (!NOTHING_MORE.test(text.slice(measured.noun.end))) return null;
  const match = (last.clause.listed === true ? NEXT : FIRST).exec(between);
  const name = match?.groups?.name;
  if (match === null || name === undefined || !isName(name)) return null;
  const start = measured.figure.start - between.length + match[0].lastIndexOf(name);
  const label: Span = { start, end: start + name.length };
  const people = /^(?:nam|nữ)$/iu.test(name) || (targetLexicon().isPeople(name) && !isGeneric(name));
  const group = groupBefore(text, label, measured) ?? (people ? label : null);
  return { label, group, behind: false, end: measured.span.end, listed: true };
}

/** A noun with what tells it from others: nothing that is done, no time, no place's own name. */
function isName(words: string): boolean {
  return (
    !isAction(words) &&
    targetLexicon().verbs.find(words).length === 0 &&
    !OTHER.test(words) &&
    words.split(/\s/u).length <= 8
  );
}

const OTHER =
  /^(?:quý|tháng|năm|giai đoạn|đợt|kỳ|vụ|đến|trước|sau|trong|từ|tại|ở|mỗi|bình quân|khoảng|trên|dưới|hơn|gần|ít nhất|tối thiểu|tối đa|không quá|thêm|tăng|giảm|còn|riêng|cả|toàn|tổng|số|là)(?![A-Za-zÀ-\u036fḀ-ỹ])|(?<![A-Za-zÀ-\u036fḀ-ỹ])\p{Lu}\p{Ll}/u;

const NOTHING_MORE = /^\s*(?:[,;.)]|và\s|$)/u;
const NAME = String.raw`(?<name>[A-Za-zÀ-\u036fḀ-ỹ][A-Za-zÀ-\u036fḀ-ỹ\s-]*?(?:\sdưới\s\d+\s(?:tháng|tuổi|năm))?)`;
const BOUND = String.raw`(?:\s(?:là|khoảng|gần|trên|hơn|dưới|từ|ít nhất|tối thiểu|tối đa|không quá))*\s`;
const FIRST = new RegExp(
  String.raw`^[^.;\d]*(?:(?:trong đó|bao gồm|gồm|chia ra|cụ thể)(?::\s|\s)|:\s|\()\s*(?:có\s)?${NAME}${BOUND}$`,
  'iu',
);
const NEXT = new RegExp(String.raw`^\s*(?:[,;]\s|[,;]?\s?và\s)${NAME}${BOUND}$`, 'iu');
