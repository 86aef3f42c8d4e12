import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Target } from '../../plan/record.ts';
import type { Span } from '../../plan/source-text.ts';
import type { Clause } from './clauses.ts';
import { CUT, extentOf, type Measured, TAKES_UP } from './figures.ts';
import { isPartOfPopulation } from './group-words.ts';

/** What a share is of: the base named behind it, else in its label, else those it is about. */
export function baseOf(text: string, measured: Measured, clause: Clause): Target['of'] {
  const { bases } = targetLexicon();
  const from = extentOf(measured).end;
  const label = text.slice(clause.label.start, clause.label.end);
  const rest = text.slice(from, clause.behind ? clause.label.end : clauseTail(text, from, clause.end));
  if (/^\s*(?:so với\s+)?(?:kế hoạch|dự toán|chỉ tiêu)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(rest)) return 'plan';
  // "cơ sở lập kế hoạch năm": what they make, and nothing that they are a share of.
  const right = bases
    .find(rest)
    .find(({ entry, start }) => entry !== 'plan' || !MADE.test(rest.slice(0, start)));
  if (clause.behind) {
    // "45% khối lượng được giao", "50% số mô hình được giao": of what the plan hands out.
    if (/\sđược giao$/iu.test(label)) return 'plan';
    if (right === undefined && clause.group === null && HOW_MUCH.test(label)) return 'other';
    // "3% đảng viên mới/tổng số đảng viên": of all there are.
    if (/\/\s?tổng(?: số)?\s/iu.test(label)) return 'other';
    // "Cắt giảm 30% chi phí": of itself.
    if (right === undefined && CUT.test(text.slice(0, extentOf(measured).start))) return 'other';
    // "hộ nghèo đủ điều kiện được vay vốn": the condition says which of them are meant.
    if (right?.entry === 'eligible' && isCondition(text, clause.group)) return 'group';
    // "dân số từ 15 tuổi trở lên có …", "người lao động trong độ tuổi được …": a part of the population is its own base.
    if (
      clause.group !== null &&
      (right?.entry === 'population' || right?.entry === 'labour-force') &&
      right.start < clause.group.end - clause.group.start
    )
      return 'group';
    // "người cao tuổi biết cách phòng bệnh của dân số già": what is told of them names no base of theirs.
    if (
      right?.entry === 'population' &&
      clause.group !== null &&
      right.start > clause.group.end - clause.label.start + 12
    )
      return 'group';
    if (right !== undefined && (right.entry !== 'eligible' || isEntitled(rest, right, clause)))
      return right.entry;
    return clause.group === null ? ofEverybody(label) : 'group';
  }
  const left = bases.find(label).at(-1);
  if (
    right === undefined &&
    clause.group !== null &&
    isPartOfPopulation(text.slice(clause.group.start, clause.group.end))
  )
    return 'group';
  if (right !== undefined) return right.entry;
  if (
    isOfNamedWhole(label) &&
    !(left !== undefined && left.entry !== 'other' && left.end > label.search(NAMED_WHOLE))
  )
    return 'other';
  // "tỷ lệ dịch vụ công đủ điều kiện được cung cấp": the condition says which of them are meant.
  if (left?.entry === 'eligible' && isCondition(text, clause.group)) return 'group';
  // "Tốc độ tăng dân số", "Tỷ lệ tăng dân số" and "Tốc độ tăng trưởng GRDP" are no share of it.
  if (
    left !== undefined &&
    !/^(?:tốc độ|(?:tỷ lệ|tỉ lệ) tăng)\s/iu.test(label) &&
    (left.entry !== 'other' ||
      /(?:so với|\/|trong|trên|đóng góp (?:[^,;]*\s)?(?:vào|cho))\s*(?:tổng\s+)?$/iu.test(
        label.slice(0, left.start),
      ))
  )
    return left.entry;
  if (/so với năm|so cùng kỳ|so với cùng kỳ/iu.test(rest) || RATE_OF_TWO.test(label) || isComparedRate(label))
    return 'other';
  if (OF_STATED.test(rest)) return 'other';
  const listed = /so với (?:tổng )?(?:số )?phải thu/iu.test(text) ? 'receivable' : null;
  // "Tỷ trọng thương mại điện tử trong tổng mức bán lẻ", "chiếm 80% các hoạt động": of what is stated.
  if (PORTION.test(label) || (TAKES_UP.test(text.slice(0, extentOf(measured).start)) && OF_ALL.test(rest)))
    return 'other';
  const { label: named, group } = clause;
  // "260 lao động, trong đó lao động nữ chiếm ít nhất 45%": of those before; alone, of whom is not stated.
  const before = text.slice(0, extentOf(measured).start);
  if (TAKES_UP.test(before))
    return listed ?? (AMONG.test(before) || WITHIN.test(text.slice(from, clause.end)) ? 'other' : null);
  if (listed !== null || group === null) return listed ?? ofEverybody(label);
  return isPart(text, { label: named, group }, measured.unit) ? null : 'group';
}

/** "30% thời lượng thực hành", "70% nhu cầu tôm giống": of so much, and of nobody. */
const HOW_MUCH =
  /^(?:tổng\s+)?(?:thời lượng|khối lượng|nhu cầu|nguồn thu|lưu lượng|sản lượng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

const MADE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:lập|xây dựng|ban hành|thực hiện|hoàn thành)\s+(?:các\s+)?$/iu,
);

/** "Tỷ lệ người dân có sổ sức khỏe điện tử", "95% người dân tham gia BHYT": of people who are told apart by nothing. */
export function ofEverybody(label: string): 'population' | null {
  const people = EVERYBODY.exec(label);
  const { verbs, otherVerbs } = targetLexicon();
  const told = people === null ? '' : label.slice(people[0].length);
  const does = (/^hiểu biết/iu.test(told) ? [verbs] : [verbs, otherVerbs])
    .map((words) => words.find(told)[0])
    .find((hit) => hit?.start === 0);
  return does?.start === 0 ? 'population' : null;
}

const EVERYBODY =
  /^(?:(?:tỷ lệ|tỉ lệ|số)\s+)*(?:người dân|nhân dân)\s+(?:thường xuyên\s+)?(?:trên địa bàn\s+(?:(?:toàn\s+)?(?:tỉnh|thành phố|huyện|xã|phường)\s+)?)?/iu;

/** "cán bộ nữ chiếm 30% trong ban chấp hành": within what they make up so much. */
const WITHIN =
  /^\s*(?:trở lên\s+)?trong\s(?!(?:năm|giai đoạn|quý|tháng|vòng|thời|nhiệm kỳ|cả|toàn|đó|khi|và)(?![A-Za-zÀ-\u036fḀ-ỹ]))[A-Za-zÀ-\u036fḀ-ỹ]/iu;

/** So many of which a share is told. */
const AMONG =
  /\d\s+[A-Za-zÀ-\u036fḀ-ỹ][^.;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])trong đó[\s,:]+[^.;]*$|\d\s+([A-Za-zÀ-\u036fḀ-ỹ]+\s[A-Za-zÀ-\u036fḀ-ỹ]+)(?:\s[^.;,]*)?,\s\1\s[^.;]*$/iu;
const PORTION =
  /^(?:tỷ trọng|tỉ trọng|cơ cấu)\s.*\s(?:trong(?!\s(?:từng|mỗi|nước|tỉnh|vùng|khu vực|lĩnh vực|ngành|giai đoạn|năm|nông nghiệp|công nghiệp)(?![A-Za-zÀ-\u036fḀ-ỹ]))|trên(?!\s+địa bàn)|theo hình thức)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const OF_ALL = /^\s*(?:của\s+)?(?:các|tổng|toàn bộ)\s/iu;

/** "… đạt 35% trong cơ cấu ngành", "… đạt 20% giá trị sản phẩm": how much of something stands behind a label's figure. */
const OF_STATED =
  /^\s*(?:\/\s*tổng(?:\s+số)?\s+[A-Za-zÀ-\u036fḀ-ỹ]|(?:của\s+)?số\s+[A-Za-zÀ-\u036fḀ-ỹ]|(?:trở lên\s*)?(?:\/\s*|của\s+|trên\s+|trong\s+)?(?:tổng|toàn bộ)\s+[A-Za-zÀ-\u036fḀ-ỹ]|(?:trở lên\s+)?(?:so với\s+|trong\s+|trên\s+|của\s+)?(?:tổng\s+|toàn bộ\s+)?(?:cơ cấu|diện tích|giá trị|sản lượng|kim ngạch|doanh thu|doanh số|dư nợ|khối lượng|công suất|quỹ đất|nhu cầu|chi ngân sách|thu ngân sách)(?:\s[A-Za-zÀ-\u036fḀ-ỹ]|\s*(?:[.,;]|$)))/iu;

/** "trong tổng lao động", "trên tổng số hồ sơ", "/tổng số hộ": the whole that a label names. */
const NAMED_WHOLE =
  /(?:(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trong|trên|so với)\s+|\/\s*)tổng(?:\s+số)?\s+[A-Za-zÀ-\u036fḀ-ỹ]/iu;

/** Whether a label sets what it names against a whole: those it is a rate of are no group then. */
export function isOfNamedWhole(label: string): boolean {
  return NAMED_WHOLE.test(label);
}

function isCondition(text: string, group: Span | null): boolean {
  return group !== null && /(?<![A-Za-zÀ-\u036fḀ-ỹ])đủ điều kiện$/iu.test(text.slice(group.start, group.end));
}

/** "Tỷ lệ điện tiết kiệm so với điện thương phẩm": one number by another. */
export function isComparedRate(label: string): boolean {
  if (/^(?:tỷ lệ|tỉ lệ)\s(?:diện tích\s)?đất\s[^,;]+\strên\s(?:tổng\s)?(?:diện tích\s)?đất\s/iu.test(label))
    return true;
  return /^(?:tỷ lệ|tỉ lệ)\s(?!sai lệch|chênh lệch)[^,;]*(?:,[^,;]*)?\sso với\s(?!năm|cùng kỳ)[A-Za-zÀ-\u036fḀ-ỹ]/iu.test(
    label,
  );
}

/** "tỷ lệ tử vong/mắc": so many of those behind the stroke. */
const RATE_OF_TWO =
  /^(?:tỷ lệ|tỉ lệ)\s[^/]*[A-Za-zÀ-\u036fḀ-ỹ](?<!đồng)\s?\/\s?(?!(?:năm|tháng|tuần|ngày|quý|lần|người)(?![A-Za-zÀ-\u036fḀ-ỹ]))[A-Za-zÀ-\u036fḀ-ỹ]{2}/iu;

/**
 * "tỷ lệ hộ nghèo khu vực nông thôn", "tỷ suất tử vong trẻ em", "mức độ hài lòng của người dân": the group tells whose rate
 * it is, and is not what it is a share of. "Tỷ lệ nữ tham gia cấp ủy" is a share of those who take part.
 */
export function isPart(
  text: string,
  { label, group }: { label: Span; group: Span },
  unit: string | null,
): boolean {
  const lead = text.slice(label.start, group.start);
  const named = text.slice(group.start, group.end);
  if (/^(?:lĩnh vực|ngành)\s/iu.test(named)) return true;
  if (group.start >= label.start && /^(?:tỷ lệ|tỉ lệ)\s+$/iu.test(lead)) return /^(?:nữ|nam)$/iu.test(named);
  if (group.start < label.start || /^(?:(?:số|tổng số)\s+)*$/iu.test(lead)) return false;
  if (/^(?:mức|chỉ số|tuổi thọ|tốc độ)\s/iu.test(lead)) return true;
  if (unit === '‰') return true;
  return /\s(?:của|ở|đối với|cho)\s+$/iu.test(lead)
    ? false
    : targetLexicon().parts.find(named)[0]?.start === 0;
}

/** "… đủ điều kiện được …", "… thuộc diện …" name the base; "… đủ điều kiện …" alone is what is to be reached. */
function isEntitled(rest: string, hit: Span, clause: Clause): boolean {
  const behind = rest.slice(hit.end);
  const ownGroup = clause.group === null || hit.start < clause.group.end - clause.group.start + 60;
  if (/^đủ/iu.test(rest.slice(hit.start)))
    return hit.start < 90 && /(?:được|tham gia|có thẻ)\s/iu.test(behind);
  return ownGroup;
}

/** The words right behind a figure, up to the next comma or figure. */
function clauseTail(text: string, from: number, end: number): number {
  const stop = /[,;(]|\d/.exec(text.slice(from, end));
  return stop === null ? end : from + stop.index;
}
