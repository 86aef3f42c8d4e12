import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { isActed } from './acts.ts';
import { withoutAdverbs } from './adverbs.ts';
import { extentOf, type Measured } from './figures.ts';
import { isBody, isGeneric, isUnitNamed, MONEY, withoutTerritory } from './group-words.ts';
import { partNamed } from './parts.ts';
import { predicateStart } from './predicates.ts';

/** "100% <group> tham gia …": the words before the verb. */
export function groupOf(text: string, label: Span, measured: Measured): Span | null {
  const words = text.slice(label.start, label.end);
  if (measured.measure !== 'share' && !/(?<![A-Za-zÀ-\u036fḀ-ỹ])thuộc(?![A-Za-zÀ-\u036fḀ-ỹ])/u.test(words)) {
    const part =
      whoTheyAre(words, label) ??
      whoTurn(words, label, measured) ??
      peopleInTurns(words, label, measured) ??
      peopleCounted(words, label, measured) ??
      partNamed(text, label);
    // "5 mô hình vùng ven biển": where so many things are, and none of the people.
    const isArea = part !== null && /^(?:vùng|khu vực)\s/iu.test(text.slice(part.start, part.end));
    return isArea &&
      measured.measure === 'count' &&
      !/^(?:thôn|xã|bản|làng|buôn|ấp|hộ|trường|cơ sở)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words)
      ? null
      : part;
  }
  // "sản phẩm thuộc nhóm du lịch", "tuyến hẻm thuộc 9 phường": things of a kind or place are nobody.
  if (measured.measure !== 'share' && !targetLexicon().isPeople(words) && !targetLexicon().isStaff(words))
    return null;
  // "phản ánh của người dân": a thing, for all that it is told as a verb is.
  const [opening] = targetLexicon().verbs.find(words);
  if (
    opening?.start === 0 &&
    !/^(?:hoạt động\s(?!được\s)[^.;]*\sđược\s|phản ánh(?:,\s|\s(?:phải|của|được)(?![A-Za-zÀ-\u036fḀ-ỹ]))|tổ chức\s(?:kinh tế|sản xuất|hành nghề))/iu.test(
      words,
    ) &&
    !isBody(words, opening)
  )
    return null;
  if (measured.measure === 'share' && SERVED.test(text.slice(0, extentOf(measured).start))) {
    const told = TOLD_APART.exec(words);
    if (
      told !== null &&
      (targetLexicon().isPeople(words) || /^đối tượng\slà\s/iu.test(words)) &&
      !/(?<![A-Za-zÀ-\u036fḀ-ỹ])được\s/iu.test(words)
    )
      return { ...label };
    if (isMereServed(text, words, measured)) return { ...label };
  }
  if (measured.measure === 'share' && isActedOn(text, measured)) {
    const whole = withoutTerritory(words);
    if (!isGeneric(whole) && !MONEY.test(whole) && DESCRIBED_STATE.test(whole))
      return { start: label.start, end: label.start + whole.length };
  }
  const entitled = words.search(/\s+thuộc\s+(?:diện|đối tượng)\s/iu);
  if (entitled > 0 && measured.measure !== 'share') return null;
  const within = entitled > 0 ? entitledEnd(words, entitled) : null;
  const named = entitled > 0 ? words.slice(0, entitled) : words;
  const group = withoutTerritory(
    (within === null ? named.slice(0, predicateStart(named)).trimEnd() : words.slice(0, within)).replace(
      isTaught(text, measured) ? /\s+về\s.*$/su : WITHIN_TIME,
      '',
    ),
  );
  const kept = withoutDeeds(text, group, measured);
  if (kept !== group) return { start: label.start, end: label.start + kept.length };
  if (
    group === '' ||
    MONEY.test(group) ||
    (group === named && AMOUNTS.test(group)) ||
    (isGeneric(group) && !isUnitNamed(group))
  )
    return null;
  return { start: label.start, end: label.start + group.length };
}

/** "cập nhật 100% vụ việc | vào cơ sở dữ liệu", "kiểm tra 30% tổ hợp tác, | đôn đốc": where they go to and what else is done is no part of them. */
function withoutDeeds(text: string, group: string, measured: Measured): string {
  const alone = group.replace(/,\s(?:đôn đốc|chấn chỉnh|nhắc nhở)$/iu, '');
  if (alone !== group) return alone;
  return PUT_INTO.test(withoutAdverbs(text.slice(0, extentOf(measured).start), ' '))
    ? group.replace(/\s+(?:vào|lên)\s.*$/su, '')
    : group;
}

const PUT_INTO = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cập nhật|nhập|đưa|đăng tải|tích hợp|kết nạp)\s+$/iu);

/** "30% thời lượng thực hành": so much of something is nobody. */
const AMOUNTS = /^(?:thời lượng|khối lượng|nhu cầu|nguồn thu|lưu lượng|công suất)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "khử trùng 100% giếng nước bị ngập": what is told of them says which of them something is done to. */
function isActedOn(text: string, measured: Measured): boolean {
  const before = withoutAdverbs(text.slice(0, extentOf(measured).start), ' ');
  return isActed(before) && !CAUSES.test(before);
}

/** What makes others do something. */
const CAUSES =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:vận động|hướng dẫn|hỗ trợ|yêu cầu|tuyên truyền|đôn đốc|tạo điều kiện|khuyến khích|bảo đảm|đảm bảo|duy trì|phấn đấu)\s+(?:cho\s+)?$/iu;

const DESCRIBED_STATE = /\s(?:đã|bị|có (?:dấu hiệu|nguy cơ)|(?:đã |được )phát hiện|thuộc diện)\s/iu;

/** "tập huấn cho 100% tổ trưởng về …": what they are taught is no part of who they are. */
function isTaught(text: string, measured: Measured): boolean {
  const before = text.slice(0, extentOf(measured).start);
  return (
    SERVED.test(before) &&
    /(?:tập huấn|bồi dưỡng|đào tạo|tuyên truyền|phổ biến)(?![.;]\s)[^.;]*$/iu.test(before)
  );
}

const WITHIN_TIME = /\s+trong\s+(?:thời (?:hạn|gian)|vòng)\s.*$/su;

/** "việc làm cho 65% người chấp hành xong án phạt tù có nhu cầu": whom something is done for, told apart by the last words. */
const SERVED = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])cho\s+(?:(?:ít nhất|tối thiểu|trên|hơn|khoảng|từ)\s+)*$/iu);

/** "tìm việc cho 100% người mãn hạn tù": what mere people do tells for whom something is done. */
function isMereServed(text: string, words: string, measured: Measured): boolean {
  return (
    /^người$/iu.test(words.slice(0, predicateStart(words)).trim()) &&
    !/^người\s(?:tham gia|tham dự)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words) &&
    !CAUSES.test(withoutAdverbs(text.slice(0, extentOf(measured).start), ' ')) &&
    !isTaught(text, measured)
  );
}

const TOLD_APART =
  /\s(?:đủ (?:điều kiện|tiêu chuẩn|tuổi)|có nhu cầu|(?<!khi\s)có yêu cầu|đăng ký|là (?![^,;]*\s(?:được|có(?! công)|tham gia|sử dụng|đạt|hoàn thành)\s)(?:hộ|người|phụ nữ|nữ|tổ chức|cá nhân|doanh nghiệp|học sinh|cán bộ|con|thành viên|đảng viên|đoàn viên|hội viên)(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,9})$/iu;

/** "cơ sở thuộc diện quản lý | được cập nhật …": where those entitled end and what becomes of them begins; null where nothing is said of that. */
function entitledEnd(words: string, entitled: number): number | null {
  const from =
    entitled + (/^\s+thuộc\s+(?:diện|đối tượng)\s+\S+/iu.exec(words.slice(entitled))?.[0].length ?? 0);
  const does = /\s+(?:được|thực hiện|sử dụng|đăng ký)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(words.slice(from));
  return does === null ? null : from + does.index;
}

/** "320 người là lực lượng xung kích": who those that take part are. */
function whoTheyAre(words: string, { start, end }: Span): Span | null {
  const lead = TAKING_PART.exec(words)?.[0].length;
  return lead === undefined ? null : { start: start + lead, end };
}

const TAKING_PART =
  /^(?:thành viên|người|người tham gia)\s+là\s+(?=[A-Za-zÀ-\u036fḀ-ỹ]+\s[A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "85 hộ kinh doanh | chuyển đổi thành doanh nghiệp": those who turn to something else. */
function whoTurn(words: string, { start }: Span, { measure }: Measured): Span | null {
  const turns = words.search(TURNS);
  const people = words.slice(0, Math.max(turns, 0));
  return measure !== 'count' || !/\s/u.test(people) || !targetLexicon().isPeople(people)
    ? null
    : { start, end: start + people.length };
}

const TURNS = /\s(?:chuyển(?: đổi)?\s(?:lên|thành|sang|từ)|lên\sdoanh nghiệp)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "tập huấn cho 260 cán bộ cấp xã": whom something is done for, where more than their bare noun is said. */
export function servedBy(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const being = whoTheyAre(words, { start, end });
  if (being !== null) return being;
  const lead = /^lượt\s+/iu.exec(words)?.[0].length ?? 0;
  const people = words.slice(lead).replace(/\s+trong\s+(?:\d|tháng\s|quý\s).*$|\svay\s.*$/isu, '');
  return !/\s[A-Za-zÀ-\u036fḀ-ỹ\d]+,?\s+[A-Za-zÀ-\u036fḀ-ỹ]/u.test(people) ||
    !(targetLexicon().isPeople(people) || targetLexicon().isStaff(people)) ||
    NO_PEOPLE.test(people) ||
    isGeneric(people)
    ? null
    : { start: start + lead, end: start + lead + people.length };
}

const NO_PEOPLE = /^(?:hợp tác xã|cơ sở|siêu thị|cửa hàng|trường|ca|vụ|ổ dịch|đàn)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "2.500 lượt cán bộ, cộng tác viên …": who they are that take part so many times. */
function peopleInTurns(words: string, { start }: Span, { unit }: Measured): Span | null {
  const lead = unit.startsWith('lượt') ? /^lượt\s+/iu.exec(words)?.[0].length : undefined;
  if (lead === undefined) return null;
  const rest = words.slice(lead);
  const people = withoutTerritory(rest.slice(0, predicateStart(rest)).trimEnd());
  const counted = unit !== 'lượt' && (!/\s\S+\s/u.test(people) || /^người\s(?:tham|dự)/iu.test(people));
  // "lượt bạn đọc": all who come.
  if (/^(?:bạn đọc|độc giả|hành khách)$/iu.test(people)) return null;
  const { isPeople, isKindOfPeople } = targetLexicon();
  return counted || !(isPeople(people) || isKindOfPeople(people)) || isGeneric(people)
    ? null
    : { start: start + lead, end: start + lead + people.length };
}

/** "150 cán bộ kỹ thuật cấp xã", "350 NKT", "45 cán bộ, công chức | tham gia …": people of a kind are a part of all. */
function peopleCounted(words: string, label: Span, { measure }: Measured): Span | null {
  const told = predicateStart(words);
  const does = deedStart(words, told);
  const doers = does < 0 ? '' : withoutTerritory(words.slice(0, does).trimEnd()).replace(/\s+về$/u, '');
  if (measure === 'count' && isOfKind(doers) && !/\slà\s|^người\s\S+$/u.test(doers))
    return { start: label.start, end: label.start + doers.length };
  const people = withoutTerritory(words).replace(
    /\s+(?:giữa\s.*|trong\s+(?:\d.*|(?:tháng|quý)\s.*)?)$/iu,
    '',
  );
  return measure !== 'count' ||
    told < words.length ||
    targetLexicon().deedIn(people) >= 0 ||
    people.length > 90 ||
    !isOfKind(people)
    ? null
    : { start: label.start, end: label.start + people.length };
}

/** Where what people do begins, at the predicate or at a deed before it that tells nothing of who they are ("người mới | biết chữ"); -1 where nothing is done. */
function deedStart(words: string, predicate: number): number {
  const { deedIn } = targetLexicon();
  const first = deedIn(words);
  if (first > 0 && first < predicate && !/(?:chưa|mới|sau|đang|không|đã)\s+$/iu.test(words.slice(0, first)))
    return first;
  return predicate < words.length && deedIn(words.slice(predicate)) === 0 ? predicate : -1;
}

function isOfKind(people: string): boolean {
  return (
    targetLexicon().isKindOfPeople(people) &&
    !/^hộ gia đình$/iu.test(people) &&
    !GOES.test(people) &&
    !isGeneric(people)
  );
}

/** What they go to do: all who do it are counted. */
const GOES =
  /\s(?:đi|vay|làm(?! công tác)|đào tạo|cải tạo|chuyển|học nghề|đầu tư|tham dự|dự|xuất cảnh|hưởng|đến|sang|thoát)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "… đạt 38% trẻ em trong độ tuổi nhà trẻ", "… 30% đối với trẻ nhà trẻ": whose share it is, where nothing is said of what they do. */
export function peopleBehind(text: string, measured: Measured): Span | null {
  const from = extentOf(measured).end;
  // "260 triệu đồng đối với hợp tác xã nông nghiệp": of money it has to be said that it is theirs.
  const isTheirs =
    measured.measure === 'share' ||
    (measured.measure === 'amount' && /^\s+đối với\s/iu.test(text.slice(from)));
  if (!isTheirs) return null;
  const rest = /^(?:[^.;,:()\d]|\d{1,3}(?=\s(?:tháng )?tuổi))*/u.exec(text.slice(from))?.[0] ?? '';
  const lead = /^\s*(?:trở lên\s+)?(?:đối với\s+|ở\s+)?/iu.exec(rest)?.[0].length ?? 0;
  const people = rest
    .slice(lead)
    .replace(
      /\s+(?:và|hoặc|với)(?:\s(?:tối thiểu|ít nhất|trên|hơn|khoảng|từ))*\s*$|\s+(?:vào|đến|tới|trong|hết|từ)\s+(?:cuối\s+|hết\s+)?năm\s*$/iu,
      '',
    )
    .trimEnd();
  // "100% đối với cấp tiểu học": a level.
  if (
    /^\s*(?:trở lên\s+)?đối với\s/iu.test(rest) &&
    targetLexicon().isDivision(people.replace(/^(?:cấp|bậc)(?: học)?\s/iu, ''))
  )
    return { start: from + lead, end: from + lead + people.length };
  if (
    !targetLexicon().isPeople(people) ||
    predicateStart(people) < people.length ||
    targetLexicon().deedIn(people) >= 0 ||
    people.length > 70 ||
    isGeneric(people)
  )
    return null;
  return { start: from + lead, end: from + lead + people.length };
}

/** "khám sức khỏe định kỳ 2 lần/năm cho người cao tuổi": for whom something is done so often. */
export function servedOften(text: string, { span }: Measured): Span | null {
  const people = OFTEN_FOR.exec(text.slice(span.end))?.groups?.people;
  if (
    people === undefined ||
    !(targetLexicon().isPeople(people) || /^(?:đối tượng|mỗi)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(people))
  )
    return null;
  const start = text.indexOf(people, span.end);
  return { start, end: start + people.length };
}

const OFTEN_FOR =
  /^\s+(?:cho|đối với)\s+(?<people>[A-Za-zÀ-\u036fḀ-ỹ]+(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ\d]+){0,9})(?=\s*(?:[.;]|$))/iu;
