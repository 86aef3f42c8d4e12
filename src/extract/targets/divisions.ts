import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import type { Clause } from './clauses.ts';
import { labelBeforeColon } from './labels.ts';
import type { Before, Linked } from './links.ts';
import type { Earlier } from './lists.ts';

/** "45 đội, trong đó tuyến tỉnh 03 đội, tuyến huyện 42 đội": a level is whom so many are of. */
const LEVELS = /^(?:(?:cấp|tuyến)\s(?:trung ương|tỉnh|thành phố|huyện|xã|phường)$|nhóm\s)/iu;

/**
 * A clause whose label and group are told apart where the words before the figure name only a part: "Tỷ lệ học sinh bỏ
 * học: tiểu học dưới 0,05%" is labelled "Tỷ lệ học sinh bỏ học", and its group is "tiểu học".
 */
export function divided(
  text: string,
  clause: Clause,
  { measured, part }: Linked,
  { last, end }: Before,
): Clause {
  const { label } = clause;
  const group = clause.group ?? headOf(text, label);
  if (!clause.behind && clause.like === undefined) {
    const whole = divisionOf(text, label, { measured, part }, last, end);
    const joint = /^(?:ở|tại|của|đối với)\s+/iu.exec(text.slice(label.start, label.end))?.[0].length ?? 0;
    if (whole !== null)
      return { ...clause, label: whole, group: { start: label.start + joint, end: label.end } };
  }
  const asked = measured.measure === 'frequency' && group === null ? askedOfHead(text, label) : null;
  if (asked !== null) return { ...clause, label: asked, group: label };
  const again = measured.measure === 'frequency' && group === null ? askedToo(text, label, last, end) : null;
  if (again !== null) return { ...clause, label: again, group: label };
  const held =
    measured.measure === 'count' && (group === null || group.start === label.start)
      ? heldByLevel(text, label)
      : null;
  if (held !== null) return { ...clause, label: held, group: label };
  const isLevel =
    part && group === null && measured.measure === 'count' && LEVELS.test(text.slice(label.start, label.end));
  if (isLevel) return { ...clause, group: label };
  return group === clause.group ? clause : { ...clause, group };
}

/** "Tổ chức tiếp công dân định kỳ: Chủ tịch UBND tỉnh 02 ngày/tháng; giám đốc các sở 01 ngày/tháng": what those who are named behind the colon are to do so often. */
function askedOfHead(text: string, label: Span): Span | null {
  if (!HEADS.test(text.slice(label.start, label.end))) return null;
  const named = labelBeforeColon(text, label.start);
  if (named === null || NO_ACT.test(text.slice(named.start, named.end))) return null;
  return {
    start:
      named.start +
      (/^(?:tổ chức|thực hiện|duy trì)\s+/iu.exec(text.slice(named.start, named.end))?.[0].length ?? 0),
    end: named.end,
  };
}

/** "Chủ tịch huyện tiếp công dân 02 ngày/tháng, Chủ tịch xã 01 ngày/tuần": others who are to do the same so often. */
function askedToo(text: string, label: Span, last: Earlier | null, previous: number): Span | null {
  const words = text.slice(label.start, label.end);
  return last?.measured.measure === 'frequency' &&
    !last.clause.behind &&
    HEADS.test(words) &&
    targetLexicon().verbs.find(words).length === 0 &&
    /^\s*[,;]\s+(?:(?:còn|riêng|và)\s)?$/iu.test(text.slice(previous, label.start))
    ? last.clause.label
    : null;
}

/** "Tổ chức Diễn đàn trẻ em: cấp huyện 01 diễn đàn": what is held before the colon, where nothing but a level stands behind it. */
function heldByLevel(text: string, label: Span): Span | null {
  if (!LEVELS.test(text.slice(label.start, label.end)) || !/:\s$/u.test(text.slice(0, label.start)))
    return null;
  const named = labelBeforeColon(text, label.start);
  if (named === null || NO_ACT.test(text.slice(named.start, named.end))) return null;
  const lead =
    /^(?:tổ chức|thực hiện|duy trì)\s+/iu.exec(text.slice(named.start, named.end))?.[0].length ?? 0;
  return { start: named.start + lead, end: named.end };
}

const NO_ACT = /^(?:(?:đối với|cấp|tuyến|về|năm|gồm|nhóm|khu vực|tại)\s|[A-Za-zÀ-\u036fḀ-ỹ]+$)/iu;

const HEADS =
  /^(?:(?:các|mỗi)\s)?(?:chủ tịch|phó chủ tịch|giám đốc|thủ trưởng|người đứng đầu|lãnh đạo|trưởng|bí thư|hiệu trưởng|UBND|ủy ban nhân dân|sở|cấp (?:tỉnh|huyện|xã))(?![A-Za-zÀ-\u036fḀ-ỹ])|^mỗi\s(?:huyện|thị xã|xã|phường|thị trấn|thôn|trường|cơ sở|cơ quan|đơn vị|doanh nghiệp|tổ|chi bộ)(?:,?\s\p{Ll}+){0,6}$/iu;

/** "Cây lúa: Diện tích 1.620 ha, năng suất 58,5 tạ/ha": what the quantities behind a passage's colon are all of. */
function headOf(text: string, label: Span): Span | null {
  const head =
    /^[\s*_]*(?:[-–+•]\s*)?((?:cây|con|đàn|vật nuôi|nhóm|giống)\s[^:.;,\d]{1,40})(?=[\s*_]*:)/iu.exec(text);
  if (head?.[1] === undefined || label.start < head[0].length) return null;
  if (
    !/^(?:tổng\s+)?(?:diện tích|năng suất|sản lượng|quy mô|tổng đàn|giá trị|số lượng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      text.slice(label.start, label.end),
    )
  )
    return null;
  const start = head[0].length - head[1].length;
  return { start, end: start + head[1].trimEnd().length };
}

/** "Tỷ lệ học sinh bỏ học: tiểu học dưới 0,05%; THCS không quá 0,6%": the label before the colon, where only a part is named behind it. */
function divisionOf(
  text: string,
  label: Span,
  { measured: { measure }, part }: Pick<Linked, 'measured' | 'part'>,
  last: Earlier | null,
  previous: number,
): Span | null {
  const words = text.slice(label.start, label.end);
  const shared =
    last?.measured.measure === measure && !isDivisionNamed(words)
      ? sharedLabel(text, label, last.clause)
      : null;
  if (shared !== null) return shared;
  // "Tỷ lệ mù lòa dưới 4,2 người/1.000 dân; ở người từ 50 tuổi trở lên dưới 15 người/1.000 dân".
  const among = JOINT_FIRST.exec(words)?.[0].length ?? 0;
  if (
    among > 0 &&
    (measure === 'ratio' || measure === 'share') &&
    last?.measured.measure === measure &&
    !last.clause.behind &&
    last.clause.group === null &&
    targetLexicon().isPeople(words.slice(among)) &&
    targetLexicon().verbs.find(words).length === 0
  )
    return last.clause.label;
  // "… 15 tỷ đồng, tăng 8%; trong đó cấp tỉnh 4,5 tỷ đồng": what is given by level is what the list is about.
  if (measure === 'amount' && part && last !== null && LEVELS.test(words)) return last.clause.label;
  // "Thu nhập bình quân đầu người đạt 85 triệu đồng, khu vực nông thôn đạt 65 triệu đồng".
  if (
    measure === 'amount' &&
    last?.measured.measure === 'amount' &&
    !last.clause.behind &&
    targetLexicon().isDivision(words) &&
    BESIDE_ANOTHER.test(text.slice(previous, label.start))
  )
    return narrowToPart(text, last.clause);
  if (measure !== 'share') return null;
  const whole = last?.measured.measure === 'share' ? last.clause : null;
  if (whole !== null && !whole.behind && isOfThoseApart(text, label))
    return {
      ...whole.label,
      end: whole.label.end - (OF_ALL.exec(text.slice(whole.label.start, whole.label.end))?.[0].length ?? 0),
    };
  if (isOneOfThoseTold(text, label)) return labelBeforeColon(text, label.start);
  const beside = whole !== null && !whole.behind && isDivisionNamed(words) && isOfPart(text, whole.label);
  if (!beside && !targetLexicon().isDivision(words)) return null;
  // "… đạt tối thiểu 80%, trong đó cấp tỉnh đạt 85%, cấp xã đạt 78%": a level is of what the list is about.
  if (whole !== null && /^(?:(?:ở|tại)\s)?(?:cấp|bậc|tuyến)\s/iu.test(words))
    return whole.behind ? whole.label : narrowToPart(text, whole);
  const named = labelBeforeColon(text, label.start);
  const rate = (span: Span): boolean => /^(?:tỷ lệ|tỉ lệ)\s/iu.test(text.slice(span.start, span.end));
  const nearer = named !== null && whole !== null && whole.label.start > named.end && rate(whole.label);
  if (named !== null && !nearer && rate(named)) return named;
  if (whole === null || whole.behind || !BESIDE_ANOTHER.test(text.slice(previous, label.start))) return null;
  return narrowToPart(text, whole);
}

/**
 * "Tỷ lệ hài lòng của người dân đạt 95%, của doanh nghiệp đạt 92%": where a figure's words are only of whom or where it is, as those
 * are that end the label before, it has that label up to there. The clause of the one before gets its group, where it has none.
 */
function sharedLabel(text: string, own: Span, before: Clause): Span | null {
  const joint = (JOINT_FIRST.exec(text.slice(own.start, own.end)) ??
    JOINT_BEFORE.exec(text.slice(0, own.start)))?.[0].toLowerCase();
  if (joint === undefined || before.behind) return null;
  const { start, end } = before.label;
  const named = text.slice(start, end);
  const at = named.toLowerCase().lastIndexOf(` ${joint}`);
  if (at < 1 || /[,;]/u.test(named.slice(at))) return null;
  before.group ??= { start: start + at + 1 + joint.length, end };
  return { start, end: start + at };
}

const JOINT_FIRST = /^(?:của|ở|tại|đối với)\s(?=\S)/iu;
const JOINT_BEFORE = ending(/(?<=[,;]\s(?:và\s)?)đối với\s$/iu);

/** "trung học cơ sở", "ở cấp trung học cơ sở". */
function isDivisionNamed(words: string): boolean {
  const { isDivision } = targetLexicon();
  const named = words.replace(/^(?:ở|tại|đối với)\s+/iu, '');
  return isDivision(named) || isDivision(named.replace(/^(?:cấp|bậc)(?:\shọc)?\s/iu, ''));
}

/** "Cây giống được kiểm soát nguồn gốc: sâm 100%, quế trên 80%": kinds alone, listed behind the colon of what is told of them. */
function isOneOfThoseTold(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  const head = text.slice(0, text.lastIndexOf(':', start));
  return (
    KINDS_BEFORE.test(text.slice(0, start)) &&
    targetLexicon().verbs.find(words).length === 0 &&
    (/^\p{Ll}+(?:\s(?:và\s)?\p{Ll}+){0,4}$/u.test(words)
      ? THINGS_TOLD.test(head) ||
        ((RATED.test(head) || isDoneByEach(head)) &&
          (targetLexicon().isPeople(words) || LEVELS.test(words) || OF_BODIES.test(words)))
      : (RATED.test(head) || isDoneByEach(head)) &&
        OF_BODIES.test(words) &&
        /^[\p{L}\d]+(?:,?\s[\p{L}\d]+){0,6}$/u.test(words))
  );
}

const THINGS_TOLD = ending(/(?:^|[.;]\s)[^.;:%\d]*\sđược\s[^.;:%\d]*$/iu);
const RATED = ending(
  /(?:^|[.;]\s)[\s*_+–-]*(?:(?:tỷ lệ|tỉ lệ)\s[^.;:%\d]*|[^.;:%\d]*\strên tổng số\s[^.;:%\d]*)$/iu,
);

/** "Thanh toán viện phí không dùng tiền mặt": what is done, and not by whom, before the colon behind which bodies stand with their shares. */
function isDoneByEach(head: string): boolean {
  const words = DONE_BY_EACH.exec(head)?.groups?.words;
  return (
    words !== undefined &&
    !NO_DEED.test(words) &&
    !targetLexicon().isPeople(words) &&
    targetLexicon().bodies.find(words)[0]?.start !== 0
  );
}

const DONE_BY_EACH = ending(/(?:^|[.;]\s)[\s*_+–-]*(?<words>\p{Lu}\p{Ll}*(?:,?\s[^\s.;:%,]+){2,14})$/u);
const NO_DEED =
  /^(?:cơ cấu|năm|đến|về|đối với|công tác|lĩnh vực|các|trong đó|cụ thể|kết quả|phấn đấu|nhóm)\s|(?:chỉ tiêu|mục tiêu|kết quả|cụ thể|như sau|sau)$/iu;
const OF_BODIES =
  /^(?:của\s|ở\s|tại\s)?(?:các\s)?(?:bệnh viện|trung tâm|TTYT|trạm y tế|phòng khám|sở|ngành|ban|UBND|ủy ban nhân dân|cơ quan|đơn vị|doanh nghiệp|hợp tác xã|trường|cơ sở|xã|phường|huyện|cấp|tuyến|khối|khu vực)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** The colon, and other kinds with their shares behind it. */
const KINDS_BEFORE = ending(
  /:\s(?:[\p{Ll}\p{Lu}][^:;.%\d]{1,60}?\s(?:(?:đạt|trên|từ|ít nhất|tối thiểu)\s)*\d[\d,]*%(?:\strở lên)?[,;]\s)*$/u,
);

/** "Tỷ lệ che phủ rừng đạt 62%; riêng các xã vùng cao đạt 41%": units told apart by nothing but what they are. */
function isOfThoseApart(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return (
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])riêng[\s:,]+(?:(?:ở|tại|đối với)\s+)?$/iu.test(text.slice(0, start)) &&
    /^(?:các|những)\s(?:xã|phường|huyện|thôn|bản|buôn|ấp|địa phương|khu vực|vùng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      words,
    ) &&
    targetLexicon()
      .verbs.find(words)
      .every((hit) => /^có$/iu.test(words.slice(hit.start, hit.end)))
  );
}

const OF_ALL = /\s+(?:bình quân\s+)?(?:chung\s+)?toàn (?:tỉnh|thành phố|huyện|thị xã|xã|phường)$/iu;

/** "… dưới 7% (khu vực thành thị dưới 9,5%, nông thôn dưới 5,5%)". */
const BESIDE_ANOTHER =
  /^[^,;(]{0,20}(?:[,;(]|\svà\s)\s*(?:(?:trong đó|trong số đó|riêng|ở|tại|và)[\s:]+)*$/iu;

/**
 * "tỷ lệ thu gom chất thải đô thị trên 93%, nông thôn trên 62%": only the second share tells that the first is of a part
 * too, so that the clause of that one, as it was read already, is changed, unless it is of others besides. The label of both.
 */
function narrowToPart(text: string, clause: Clause): Span {
  const { start, end } = clause.label;
  const part = partAtEnd(text.slice(start, end));
  if (part === null) return clause.label;
  const label = { start, end: start + part.from };
  if (clause.group === null || clause.group.start >= label.end) {
    clause.group = { start: start + part.at, end };
    clause.label = label;
  }
  return label;
}

/** "tỷ lệ đi học cấp tiểu học": beside which another level stands. */
function isOfPart(text: string, { start, end }: Span): boolean {
  return partAtEnd(text.slice(start, end)) !== null;
}

/** Where the part begins that a label ends with, and the words that join it to what stands before; null where it ends with none. */
function partAtEnd(words: string): { from: number; at: number } | null {
  const blanks = [...words.matchAll(/\s+/gu)].slice(-7);
  for (const { index, 0: blank } of blanks) {
    const tail = words.slice(index + blank.length);
    const joint = /^(?:ở|tại)\s+/iu.exec(tail)?.[0].length ?? 0;
    const named = tail.slice(joint);
    // "trẻ nhà trẻ": one word alone names nothing.
    if (isDivisionNamed(named) && !/^(?:nam|nữ)$/iu.test(named) && /\s/u.test(words.slice(0, index)))
      return { from: index, at: index + blank.length + joint };
  }
  return null;
}
