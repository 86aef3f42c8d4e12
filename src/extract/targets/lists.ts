import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import type { Clause } from './clauses.ts';
import { extentOf, type Measured } from './figures.ts';

/** What may follow a figure of a list of figures for one thing: "đạt 50% vào năm 2025 và 60% vào năm 2030". */
export const LIST_END =
  /^\s*(?:[,;.)]|$|so với|trở (?:lên|xuống)(?=\s*(?:[,;.()]|$|(?:so|và|vào|đến|trong|tới|cuối|hết|năm|quý|tháng|giai đoạn|đối|ở|tại|mỗi|hằng|hàng|theo|của|trên|kế hoạch|chỉ tiêu|dự toán|tổng)(?![A-Za-zÀ-\u036fḀ-ỹ])))|và\s|(?:(?:vào|đến|trong|tới)\s+)?(?:cuối\s+|hết\s+)?(?:năm|quý|tháng|giai đoạn)\s)/iu;

/** What may stand between two such figures. */
export const LIST_LINK =
  /^(?:\s*trở (?:lên|xuống))?(?:\s*so với\s+(?:cùng kỳ\s+)?năm\s+\d{4})?(?:\s*(?:vào|đến|trong|tới)?\s*(?:cuối|hết)?\s*(?:năm học|năm|quý|tháng|giai đoạn)\s+(?:I{1,3}|IV|[\d/]+)(?:\s*[-–]\s*\d+)?)?[\s,;]*(?:và\s*)?(?:phấn đấu\s+)?(?:(?:cụ thể|trong đó|riêng)\s*:?\s*)?(?:(?:(?:đến|tới)\s+)?(?:cuối\s+|hết\s+)?(?:quý|năm|tháng)\s+[\dIVX/]+(?:\s+năm\s+\d{4})?\s*:?|(?:(?:đến|tới)\s+)?(?:hết\s+)?(?:ngày\s+)?\d{1,2}\/\d{1,2}(?:\/\d{4})?\s*:?|(?:trong\s+)?giai đoạn\s+\d{4}\s*[-–]\s*\d{4}\s*:?|(?:(?:đến|tới)\s+)?(?:hết|cuối)\s+năm|(?:đến|tới)\s+20\d{2})?[\s:,]*(?:(?:là|có|đạt|vượt|còn|hoàn thành|xuống|xuống còn|giảm còn|giảm xuống|giảm xuống còn|tăng lên|lên|phấn đấu đạt|tăng|giảm|chiếm|bằng|tương ứng|tương đương|lũy kế|luỹ kế|nâng tổng số lên|nâng lên)\s*)?(?:(?:thêm|bình quân|khoảng|gần|hơn|trên|dưới|từ|ít nhất|tối thiểu|tối đa|không quá|không dưới)\s*)?$/iu;

/** Times of their own between figures for one thing, which stands behind the first: "… 900 căn nhà, trong đó giai đoạn 2023 - 2025 …". */
export const BY_PERIOD =
  /(?:(?:giai đoạn|năm học)\s+\d{4}\s*[-–]\s*\d{4}|(?:năm|quý)\s+[\dIVX]+)\s*[:,]?\s*(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s+){0,3}$/iu;

/** "12 xã đạt chuẩn, chiếm tỷ lệ 85,7%": the share repeats the count. */
export const RESTATES =
  /^(?:[^().;:\d]{0,40}\d{0,4}\)(?=\s*,\s*chiếm\s))?\s*,?\s*\(?\s*(?:chiếm|đạt|tương ứng|tương đương)(?:\s+(?:với|giảm|tăng))?(?:\s+(?:tỷ lệ|tỉ lệ|khoảng))?\s*$/iu;

/** "đạt 95% dân số, tương ứng 3.214.600 người": the count repeats the share. */
export const AMOUNTS_TO =
  /^\s*(?:trở (?:lên|xuống)\s*)?,?\s*\(?\s*(?:tương ứng|tương đương)(?:\s+với)?(?:\s+(?:khoảng|trên))?\s*$/iu;

/** "số ca tử vong giảm 30%, còn không quá 28 ca": what is left of what was named just before. */
export const LEFT = /,\s*còn(?:\s+(?:lại|dưới|không quá|khoảng|tối đa|nhiều nhất|trên))*\s*$/iu;

/** "đón 3,6 triệu lượt khách, tăng 12,5% so với …": by how much what was named just before changes. */
export const CHANGES =
  /[,(]\s*(?:(?:tương ứng|tức)\s+(?:với\s+|là\s+)?)?(?:(?:bình quân|trung bình)\s+(?:(?:mỗi|hằng|hàng)\s+năm\s+)?)?(?:tăng|giảm|gấp)(?:\s+(?:thêm|khoảng|trên|hơn|ít nhất|tối thiểu|bình quân|trung bình|(?:hằng|hàng|mỗi) năm|trong (?:giai đoạn|thời kỳ) này|đạt))*\s*$|\(từ\s+[\d.,]+\s*%?\s+(?:giảm\s+|tăng\s+)?(?:xuống|lên)(?:\s+còn)?\s*$/iu;

/** A figure that was read, for those behind it. */
export interface Earlier {
  measured: Measured;
  clause: Clause;
  ids: readonly string[];
}

/** "trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân còn 17%, thể thấp còi còn 28,5%": another kind of the same, of the same people. */
export function isOtherKind(
  text: string,
  clause: Clause,
  { clause: { label, group, behind } }: Earlier,
  between: string,
): boolean {
  if (clause.behind || behind || clause.group !== null || group === null || between.includes(';'))
    return false;
  const words = text.slice(clause.label.start, clause.label.end);
  const whole = text.slice(label.start, label.end);
  if (isSameRate(words, whole.slice(0, group.start - label.start), group.end === label.end)) return true;
  const kind = /^[A-Za-zÀ-\u036fḀ-ỹ]+(?=(?:\s[A-Za-zÀ-\u036fḀ-ỹ\d]+){1,4}$)/u.exec(words)?.[0];
  if (kind === undefined || group.end > label.end) return false;
  // "thừa cân ở học sinh tiểu học": those concerned may stand behind the kind, too.
  const apart = group.start > label.start ? text.slice(label.start, group.start) : '';
  return [apart, text.slice(group.end, label.end)].some((part) => part.includes(` ${kind} `));
}

/** "Tỷ lệ suy dinh dưỡng thể nhẹ cân ở trẻ em …, tỷ lệ suy dinh dưỡng thể thấp còi": a rate that opens with the same words is of the same people. */
function isSameRate(words: string, apart: string, closes: boolean): boolean {
  const lead = RATE_AT.exec(apart)?.[1]?.toLowerCase().split(' ');
  if (lead === undefined || !closes) return false;
  const own = words.toLowerCase().split(' ');
  const alike = lead.findIndex((word, at) => word !== own[at]);
  return alike >= 4 && own.length <= lead.length + 2;
}

const RATE_AT = /^((?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất)(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){2,8})\s(?:ở|của)\s+$/iu;

/** "tỷ lệ đường trục xã được cứng hóa đạt 100%; đường trục thôn 92%": the same is told of others of the kind, named alone. */
export function isLikeGroup(
  text: string,
  clause: Clause,
  { measure }: Measured,
  { measured, clause: { group, behind } }: Earlier,
): boolean {
  const apart = APART.test(text.slice(0, clause.label.start));
  if (clause.behind || (behind && !apart) || clause.group !== null || group === null) return false;
  if (measure !== 'share' || measured.measure !== 'share') return false;
  const { verbs, deedIn, toldOfThingsIn } = targetLexicon();
  const named = text.slice(clause.label.start, clause.label.end);
  const words = apart ? named.replace(/^(?:các|những)\s/iu, '') : named;
  const head = (phrase: string): string =>
    /^[A-Za-zÀ-\u036fḀ-ỹ]+(?=\s[A-Za-zÀ-\u036fḀ-ỹ])/u.exec(phrase)?.[0].toLowerCase() ?? '';
  return (
    head(words) !== '' &&
    (head(words) === head(text.slice(group.start, group.end)) ||
      (apart && text.slice(group.start, group.end).toLowerCase().split(', ').includes(head(words)))) &&
    verbs.find(words).length === 0 &&
    deedIn(words) < 0 &&
    toldOfThingsIn(words) < 0 &&
    words.length < 60
  );
}

/** "… (đối với bếp ăn trường học là 98%)": what tells some of those behind the share before from the rest. */
const APART = /(?:\(|,\s+(?=riêng))(?:riêng\s+|đối với\s+)+$/iu;

/** "Tỷ lệ học sinh hoàn thành …, tốt nghiệp THCS đạt 99,5%". */
const GRADUATES =
  /^(?:tốt nghiệp|lên lớp|chuyển cấp|thoát nghèo|tái nghèo|bỏ học|khỏi bệnh|tử vong)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "100% cơ quan …, trong đó ít nhất 70% hoàn thành tốt": so many of those named before, when only what they do follows. */
export function isPart(
  text: string,
  clause: Clause,
  { measure, figure }: Measured,
  between: string,
): boolean {
  // "…, hoàn thành xuất sắc nhiệm vụ không quá 20%": what they do may stand before the figure, too.
  const lead = text.slice(figure.start - between.length, Math.min(figure.start, clause.label.start));
  // "600 lao động, trên 65% số này có việc làm".
  if (
    clause.behind &&
    measure === 'share' &&
    clause.group === null &&
    OF_THESE.test(text.slice(figure.end, clause.label.start))
  )
    return true;
  return (
    (clause.behind || measure === 'share') &&
    (clause.group === null || isDeedAlone(text, clause.group, measure)) &&
    (/(?<![A-Za-zÀ-\u036fḀ-ỹ])trong (?:đó|số (?:đó|này|ấy))(?![A-Za-zÀ-\u036fḀ-ỹ])|^\s*(?:trở lên)?\s*,\s*(?:và\s+)?(?:sau\s(?:khi\s)?[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,3}\s)?(?:(?:trên|hơn|ít nhất|tối thiểu|khoảng)\s+)*$/iu.test(
      lead,
    ) ||
      (/^\s*;\s*$/u.test(lead) && TOLD.test(text.slice(clause.label.start, clause.label.end)))) &&
    (/^do\s/iu.test(text.slice(clause.label.start, clause.label.end)) ||
      isDeedAlone(text, clause.group, measure) ||
      targetLexicon().verbs.find(text.slice(clause.label.start, clause.label.end))[0]?.start === 0 ||
      (measure === 'share' && GRADUATES.test(text.slice(clause.label.start, clause.label.end))))
  );
}

/** "…, trong đó trên 40% đọc thường xuyên": one word that names nobody and nothing known tells what those before do. */
function isDeedAlone(text: string, group: Span | null, measure: Measured['measure']): boolean {
  if (group === null || measure !== 'share') return false;
  const word = text.slice(group.start, group.end);
  const { isPeople, isStaff, units, bodies, parts, generic } = targetLexicon();
  return (
    /^\p{Ll}+$/u.test(word) &&
    !isPeople(word) &&
    !isStaff(word) &&
    !generic.has(word) &&
    [units, bodies, parts].every((words) => words.find(word).length === 0)
  );
}

/** Behind a share: of those that were counted just before. */
export const OF_THESE = /^\s*%\s+số (?:này|đó)\s+$/iu;

/** "…; nhận qua tài khoản từ 65%": what is told of those before the semicolon. */
const TOLD = /^(?:được|bị|nhận|có)\s/iu;

/** "… nâng tổng số lên 169 thôn", "trong đó hoàn thành 3 điểm", "trong đó 05 xã hoàn thành": nothing but the unit says what is counted. */
export function isUnnamed(text: string, { label }: Clause, { noun }: Measured): boolean {
  const words = text.slice(label.start, label.end).toLowerCase();
  return (
    (noun !== null &&
      label.start >= noun.start &&
      (label.end <= noun.end ||
        /^\s*(?:được\s)?(?:hoàn thành|về đích|khai giảng|khởi công|khánh thành|ra mắt)$/u.test(
          text.slice(noun.end, label.end),
        ))) ||
    /^(?:tổng số|tổng)$/u.test(words)
  );
}

/** What stands between a figure and those of its parts. */
export const PARTS =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trong đó|trong số (?:này|đó|ấy)|bao gồm|gồm|chia ra|chia theo (?:quý|tháng|năm|địa bàn|xã|huyện))(?![A-Za-zÀ-\u036fḀ-ỹ])[^.\d]*$/iu;

/** What stands between a count and another of the same things. */
export const OF_THEM =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trong đó|nâng|lũy kế|luỹ kế|tổng số|riêng|nhân rộng (?:thành|lên))(?![A-Za-zÀ-\u036fḀ-ỹ])[^.]*$/iu;

/** "600 ha cây sơn tra tại huyện A và 350 ha tại huyện B": so much of the same elsewhere. */
export function isElsewhere(text: string, measured: Measured, before: Measured | undefined): boolean {
  return (
    before !== undefined &&
    measured.measure === 'count' &&
    isAlike(measured, before) &&
    /^\s+(?:tại|ở)\s/u.test(text.slice(measured.span.end))
  );
}

/** What may stand between what so many are and how many more there are to be, or how many come to them: "8 lớp với khoảng 640 người". */
const FURTHER =
  /^\s*(?:\([^()]*\)\s*)?(?:,|,?\s*(?:với\s)?(?:tổng cộng|tổng số)|,?\s*và|,?\s*(?:với|cho)(?:\s+(?:khoảng|trên|hơn|ít nhất|tối thiểu))?)\s*(?:[≥>]\s*)?$/u;

/** "tặng 8.000 thẻ BHYT và 1.500 sổ BHXH": what is asked of the first count of a list is asked of the next. */
export function goesOnWith(text: string, measured: Measured, clause: Clause, last: Earlier | null): boolean {
  return (
    last !== null &&
    measured.measure === 'count' &&
    last.measured.measure !== 'ratio' &&
    last.measured.measure !== 'amount' &&
    clause.behind &&
    last.clause.behind &&
    FURTHER.test(text.slice(last.clause.end, measured.figure.start))
  );
}

/** "30 dự án với tổng vốn đăng ký trên 6.200 tỷ đồng": a sum of what so many are to be. */
export function isSumOf(measured: Measured, last: Earlier | null, between: string): boolean {
  if (last === null || last.measured.measure !== 'count') return false;
  return measured.measure === 'amount'
    ? SUM_OF_MONEY.test(between)
    : measured.size === true && SUM_OF_SIZES.test(between);
}

const SUM_OF_MONEY =
  /(?:,|với)\s+(?:tổng\s+(?:giá trị|trị giá|kinh phí|số vốn|vốn|số tiền|mức đầu tư)|trị giá)(?:\s\p{Ll}+){0,5}\s*$/iu;
const SUM_OF_SIZES =
  /(?:,|với)\s+(?:tổng\s+)?(?:chiều dài|diện tích|công suất|khối lượng|quy mô)(?:\s\p{Ll}+){0,3}\s*$/iu;

/** "385 triệu đồng, tương đương 14.800 USD": one sum in two currencies. */
export function isSameMoney(one: Measured, other: Measured): boolean {
  return one.measure === 'amount' && other.measure === 'amount' && one.unit !== other.unit;
}

/** Whether two figures can be of one thing: shares, or so many of the same unit. */
export function isAlike(one: Measured, other: Measured): boolean {
  return (
    one.measure === other.measure &&
    (one.measure === 'ratio' || one.unit === other.unit || isShorter(one, other))
  );
}

/** "14 vụ việc …; riêng phường A 03 vụ": the same unit in short. */
function isShorter(one: Measured, { measure, unit }: Measured): boolean {
  return measure === 'count' && unit.startsWith(`${one.unit} `);
}

/** "…, đạt 3,2% lực lượng lao động": a base stands right behind the share, and nothing that its people do. */
export function isOfBase(text: string, measured: Measured): boolean {
  if (
    measured.measure !== 'share' ||
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])chiếm\s+$/iu.test(text.slice(0, measured.figure.start))
  )
    return false;
  const rest = /^[^.;,:(]*/u.exec(text.slice(extentOf(measured).end))?.[0] ?? '';
  if (/^\s*(?:kế hoạch|chỉ tiêu)(?:\s+(?:năm|được giao|giao|đề ra))*(?:\s+\d{4})?\s*$/iu.test(rest))
    return true;
  const base = targetLexicon().bases.find(rest)[0];
  return (
    base !== undefined &&
    rest.slice(0, base.start).trim() === '' &&
    !targetLexicon()
      .verbs.find(rest)
      .some((hit) => hit.start >= base.end)
  );
}

/** What stands between two figures, without the base that the first is a share of. */
export function withoutBase(between: string): string {
  const base = targetLexicon().bases.find(between)[0];
  return base !== undefined && between.slice(0, base.start).trim() === ''
    ? between.slice(base.end).replace(/^\s+(?:được giao|giao)(?=\s*[,;.(]|\s+và\s)/iu, '')
    : between;
}

/** What a count in brackets counts is the share's label without its "tỷ lệ" and its base. */
export function withoutRate(text: string, label: Span): Span {
  const words = text.slice(label.start, label.end);
  const lead = /^(?:tỷ lệ|tỉ lệ)(?:\s+bao phủ)?\s+/iu.exec(words)?.[0].length ?? 0;
  const tail =
    /\s+(?:so với|\/)\s*(?:tổng\s+)?(?:số\s+)?(?:dân số|lực lượng lao động).*$/iu.exec(words)?.[0].length ??
    0;
  return { start: label.start + lead, end: label.end - tail };
}

/** "29,72% lực lượng lao động (17.404 người)": the count in brackets repeats the share before it. */
export function isBracketed(text: string, measured: Measured, previous: number): boolean {
  const between = text.slice(previous, measured.figure.start);
  // "412 hợp tác xã (302 hợp tác xã nông nghiệp, 110 hợp tác xã phi nông nghiệp)": parts of it.
  const close = text.indexOf(')', measured.span.end);
  if (
    measured.measure === 'count' &&
    close > 0 &&
    /[A-Za-zÀ-\u036fḀ-ỹ\d],\s+\d[\d.]*\s\p{Ll}/u.test(text.slice(measured.span.end, close))
  )
    return false;
  return (
    previous > 0 &&
    /\(\s*(?:tương ứng|khoảng|tức là|tương đương|tỷ lệ|tỉ lệ)?\s*$/iu.test(between) &&
    !/[;.]/.test(between) &&
    between.length < 90
  );
}
