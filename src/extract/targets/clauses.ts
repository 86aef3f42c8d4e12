import { ending, wording } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { askedBodies } from './bodies.ts';
import { ADVERBS, extentOf, type Measured } from './figures.ts';
import { eachOf, groupBefore, groupOf, isBody, isOfPeopleAlone, peopleBehind, servedBy } from './groups.ts';

/** The words about a figure: what is counted, of whom. Offsets are into the passage's text. */
export interface Clause {
  label: Span;
  group: Span | null;
  /** The counted thing stands behind the figure: "100% học sinh tham gia BHYT". */
  behind: boolean;
  /** Where the clause ends. */
  end: number;
  /** The figure before it in a list of figures for one thing. */
  like?: Measured;
  /** The end of those concerned that stand behind the figure of a label before it: "tỷ lệ đi học đạt 38% trẻ nhà trẻ". */
  through?: number;
  /** The figure's own time, where the sentence names the times of several figures before them. */
  time?: Span;
  /** How often bodies are to do something: nothing is counted. */
  asked?: boolean;
}

const LEADS =
  /^(?:\s|[,:;(–-]|(?:trong đó|cụ thể|và|với|có|gồm|bao gồm|riêng|đồng thời|phấn đấu|phần đấu|mục tiêu|chỉ tiêu|nhằm|để|là|đảm bảo|bảo đảm|tiếp tục|đối với|đưa|nâng|tăng(?! trưởng)|kéo giảm|kéo|kiềm chế|khống chế|giảm|này|trở lên|trở xuống|(?:duy trì|giữ)(?: vững chắc| vững| ổn định)?|thực hiện|hoàn thành|cuối|hết|trong|kết thúc|đến|tính đến|thời điểm|vào|từ|giai đoạn|ngày|tháng|quý|năm học|năm|hằng năm|hàng năm|mỗi năm|bình quân|trung bình|trước|huy động(?!\s+(?:trẻ|học sinh|người))|từng|vận động(?=\s+(?:nhân dân|người dân|các|doanh nghiệp|cán bộ|đoàn viên|hội viên)(?![\p{L}\p{M}]))|rút ngắn(?=\s+thời)|(?:tham mưu\s+)?bố trí(?=\s+(?:kinh phí|vốn|ngân sách)))(?![\p{L}\p{M}])|(?:I{1,3}|IV)(?:\/\d{4}|(?=[\s:]))|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\/\d{4}|(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?(?:\s+trở đi)?|\d{1,2}(?=\s+tháng|\s+năm|\s*,\s*\d|\s+và\s+tháng))+/iu;
const TAILS =
  /(?:\s|[,:;(–-]|(?<![\p{L}\p{M}])cả năm (?:19|20)\d{2}|\/\s*(?:năm|tháng)(?![\p{L}\p{M}])|(?<![\p{L}\p{M}\d])(?:(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}|(?:tháng|ngày)\s+\d{1,2}|(?:ngày\s+)?(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{4}|tính đến|(?:đến\s+)?cuối kỳ|cuối|hết)(?![\p{L}\p{M}\d])|(?<![\p{L}\p{M}])(?:là|(?<!không )đạt|chiếm|còn|xuống|xuống còn|phấn đấu|từ|ở mức|mức|(?<=(?:tăng|giảm|đạt|là|thêm|mức|có|còn|năm|được|đấu|khoảng|trưởng|lên|xuống)\s)bình quân|khoảng|gần|cả(?! năm)|tối thiểu|ít nhất|thấp nhất|cao nhất|tối đa|không quá|không dưới|không thấp hơn|không cao hơn|không vượt quá|bằng hoặc thấp hơn|trên|dưới|hơn|vượt|thấp hơn|cao hơn|(?<!trở )lên|(?<!tốc độ )tăng|giảm|rút ngắn|thêm|được|(?<!(?:mặt|cân|công|đồng)\s)bằng|có|phải|đến|tới|(?:đạt|với|chiếm) (?:tỷ|tỉ) lệ|dự kiến|ước|hoàn thành|đảm bảo|bảo đảm|duy trì|nâng|tổ chức|cụ thể|(?:tỷ lệ |tỉ lệ )?tương ứng|lần lượt|theo thứ tự|(?<!cả )năm|mỗi năm|hàng năm|hằng năm|vận động|đạt được|cho|quý|từng|giai đoạn|thời kỳ|đều|trong|vào|(?<!(?:bắt|gìn|lưu|tạm)\s)giữ|(?<!(?:khu vực|loại|hạng|cấp|nhóm)\s)(?:I{1,3}|IV))(?![\p{L}\p{M}])|(?:19|20)\d{2}|\d[\d.,]*\s*%|\d[\d.,]*\s*[-–]|[≥≤<>=]+)+$/giu;
/** Behind the counted thing: times, purposes, manners. */
const BEHIND_END =
  /[;.:()](?!\d)|,(?=\s)|\/(?=(?:tháng|quý|năm học|năm|tuần|học kỳ)(?![\p{L}\p{M}]))|\s+(?=(?:trong đó|trong năm|trong quý|trong tháng|quý (?:[IV]+|[1-4])|vào (?:cuối )?năm|đến năm|năm học|năm (?:19|20)|(?:chuyển(?: đổi)? )?sang|theo(?! học| dõi| hợp đồng| chuẩn| hộ gia đình| quy chuẩn|(?: đúng)? phác đồ)|nhằm|(?<!không )để|từ nguồn (?:này|dữ liệu)|góp phần|một cách|(?:cho|với) (?:(?:khoảng|trên|hơn|ít nhất|tối thiểu) )?\d+|với (?:tổng )?(?:số vốn|vốn|kinh phí|mức đầu tư|trị giá|số tiền)|lũy kế|luỹ kế|chậm nhất|nhân (?:ngày|dịp|tháng)|trước ngày|trong (?:01|một|1|vòng)|hằng năm|hàng năm|mỗi năm|so với|và (?:phấn đấu|đảm bảo|bảo đảm|tối thiểu|ít nhất|trên|có|\d|\p{Ll}+\s(?:\p{Ll}+\s)?(?:(?:mới|ít nhất|tối thiểu|trên|khoảng)\s)?\d+)|\d[\d.,]*\s?%)(?![\p{L}\p{M}]))/giu;
/** What asks for a share of those who follow: "đảm bảo 100% học sinh …". */
const ASKS = ending(
  /(?:^|[\s(,])(?:đảm bảo|bảo đảm|phấn đấu(?: đạt| có)?|có|hỗ trợ|vận động|để|và|với|tối thiểu|ít nhất|trên|hơn|dưới|khoảng|đạt tỷ lệ|tỷ lệ|thu hút|tổ chức|hình thành|xây dựng|thành lập(?: mới)?|đón|thu hút|trồng(?: mới)?|kết nạp|cấp|xóa|tiếp nhận|sửa chữa|xây mới|nâng cấp|số hóa|giải quyết(?: việc làm cho)?|đào tạo|bồi dưỡng|tập huấn|đăng ký|phát triển(?: mới| thêm)?|xây mới|mỗi [^.;,]*|hằng năm|hàng năm|năm)\s*$|[,:]\s*$/iu,
);

/** "trợ giúp pháp lý cho 100% số người …": those concerned stand behind the figure. */
const PREPOSITION = ending(/(?<![\p{L}\p{M}])(?:cho|tại|ở|với|của|đối với|đến)$/iu);
/** A label that names a quantity by itself stands before its figure. */
const QUANTITY =
  /^(?:số(?! hóa| hoá)|tổng số|tổng|tỷ lệ|tỉ lệ|mức|doanh thu|giá trị|thu nhập|năng suất|sản lượng|diện tích|tốc độ|chỉ số|quy mô|tỷ trọng)(?![\p{L}\p{M}])/iu;

/** Reads the clause of a figure; `previous` is the end of the figure before it in the same passage. */
export function clauseOf(text: string, measured: Measured, previous: number): Clause | null {
  const extent = extentOf(measured);
  const from = clauseStart(text, extent.start, previous);
  const before = text.slice(from, extent.start);
  const behind = behindOf(text, measured);
  if (measured.measure === 'amount' && RAISED.test(before.replace(ADVERBS, ' '))) {
    const raised = actClause(text, from, measured);
    if (raised !== null) return raised;
  }
  const phrase = trimmed(text, from, extent.start) ?? beforeColon(text, extent.start, previous);
  const bodies = phrase === null ? null : ofBodies(text, phrase, measured, behind);
  if (bodies !== null) return bodies;
  const asked = phrase === null ? null : askedOfEach(text, phrase, measured);
  const named = asked?.label ?? phrase;
  // "cả nước có 1.200 công trình": where they are to be, and not what.
  const left =
    named !== null && behind !== null && WHOLE_TERRITORY.test(text.slice(named.start, named.end))
      ? null
      : named;
  // "Giải quyết việc làm: 59.000 người": a short phrase before the figure says more than its unit.
  const bare =
    behind !== null &&
    measured.noun !== null &&
    (measured.measure === 'count'
      ? /^\s*(?:trở (?:lên|xuống))?\s*$/u.test(text.slice(measured.noun.end, behind.end))
      : measured.measure === 'frequency' && isTimes(text, measured, measured.noun));
  const wanted = ASKS.test(` ${before.slice(-120)}`) || left === null;
  const governed =
    left !== null &&
    (measured.measure === 'share'
      ? PREPOSITION.test(text.slice(left.start, left.end))
      : measured.measure === 'count' &&
        (!bare || !isGenericNoun(text, measured.noun)) &&
        SERVING.test(before.replace(ADVERBS, ' ')));
  const words = left === null ? '' : text.slice(left.start, left.end);
  const counted = left !== null && !governed && QUANTITY.test(words);
  const acted = left !== null && isActed(before);
  const acts = bare && left !== null && !QUANTITY.test(words) ? actsFrom(text, measured, left) : null;
  const kept =
    bare &&
    left !== null &&
    !/^(?:cho|tại|với|ở)(?:\s|$)/iu.test(words) &&
    (/^[^\s,]+(?:\s[^\s,]+){1,9}$/u.test(words) ||
      acts !== null ||
      (measured.measure === 'frequency' && measured.unit.startsWith('lần/')) ||
      (/:\s*$/u.test(before) && /^\S+(?:\s\S+){1,9}$/u.test(words))) &&
    (!acted || isGenericNoun(text, measured.noun)) &&
    (!isAct(words) || measured.unit.startsWith('lần/'));
  if (kept && acts !== null) left.start = acts;
  if (
    behind !== null &&
    (measured.measure !== 'ratio' || left === null || acted) &&
    !counted &&
    !kept &&
    (left === null ||
      governed ||
      acted ||
      (measured.measure === 'share' &&
        !LEVEL.test(before) &&
        /^\s*(?:trở lên\s+|trở xuống\s+)?\p{L}/iu.test(text.slice(extent.end)) &&
        isShareOfNamed(text, measured, behind)) ||
      (wanted && isShareOfNamed(text, measured, behind) && !(left !== null && isTotal(text, behind))))
  ) {
    const served =
      measured.measure === 'count' && /(?<![\p{L}\p{M}])cho\s+$/iu.test(before.replace(ADVERBS, ' '));
    const group = (served ? servedBy(text, behind) : null) ?? groupOf(text, behind, measured);
    const size =
      measured.size === true && measured.noun !== null ? measured.noun.end - measured.noun.start : 0;
    const label = size > 0 ? trimmed(text, behind.start + size, behind.end) : behind;
    if (label !== null) return { label, group, behind: true, end: behind.reach };
  }
  if (left === null)
    return measured.measure === 'amount' || OF_PLAN.test(text.slice(extent.end))
      ? actClause(text, from, measured)
      : null;
  const preposition =
    measured.measure === 'share'
      ? 0
      : (/\s+(?:cho|được|thêm|tại|đối với|(?<!nhà )ở)$/iu.exec(words)?.[0].length ?? 0);
  left.end -= preposition;
  if (measured.measure === 'frequency')
    left.end -= /\s+(?:bình quân|trung bình)$/iu.exec(text.slice(left.start, left.end))?.[0].length ?? 0;
  if (bare && measured.measure === 'frequency')
    left.start +=
      /^(?:tổ chức|duy trì|thực hiện|tiến hành|triển khai)\s+(?=\p{L})/iu.exec(
        text.slice(left.start, left.end),
      )?.[0].length ?? 0;
  if (
    measured.measure === 'count' &&
    /^tổ chức\s+(?:cai nghiện|kiểm tra|thanh tra|giám sát|đào tạo|bồi dưỡng|tập huấn|khám|tiêm|diễn tập|vận động)/iu.test(
      text.slice(left.start, left.end),
    )
  )
    left.start += 'tổ chức '.length;
  const own =
    groupBefore(text, left, measured) ??
    (measured.measure === 'share' && isOfPeopleAlone(words) ? { ...left } : null);
  const people =
    own === null || /^\s*(?:trở lên\s+)?đối với\s/iu.test(text.slice(extent.end))
      ? peopleBehind(text, measured)
      : null;
  return {
    label: left,
    group: people ?? own ?? asked?.group ?? null,
    behind: false,
    end: clauseEnd(text, extent.end),
    ...(people === null ? {} : { through: people.end }),
  };
}

/** "Đẩy mạnh xã hội hóa, phấn đấu huy động 290 tỷ đồng": money that is to be raised, and nothing else named. */
const RAISED = /(?<![\p{L}\p{M}])phấn đấu\s+(?:vận động|huy động|thu hút|quyên góp)\s+$/iu;

/** What so many are served by: "tập huấn cho 260 cán bộ", "kiểm tra đối với 20 cơ sở". */
const SERVING = /(?<![\p{L}\p{M}])(?:cho|đối với|tại)\s+$/iu;

function isGenericNoun(text: string, noun: Span | null): boolean {
  return noun !== null && targetLexicon().generic.has(text.slice(noun.start, noun.end).toLowerCase());
}

/** "Mỗi xã kiểm tra nền nếp, sĩ số 02 lần/học kỳ": whom it is asked of is no part of what is asked. */
function askedOfEach(
  text: string,
  { start, end }: Span,
  { measure, figure }: Measured,
): { label: Span; group: Span } | null {
  if (measure !== 'frequency' && measure !== 'count') return null;
  const group = eachOf(text, figure.start);
  if (group === null || group.start > start || group.end <= start) return null;
  const lead = ASKED_TO.exec(text.slice(group.end, end))?.[0].length ?? 0;
  const label = { start: group.end + lead, end };
  return label.end - label.start < 2 ? null : { label, group };
}

/** "Báo X, Đài Y duy trì chuyên mục … 02 kỳ/tháng": what the bodies at the clause's start are to do so often, before the figure or counted by it. */
function ofBodies(text: string, { start }: Span, measured: Measured, counted: Span | null): Clause | null {
  const words = text.slice(start, measured.figure.start);
  const asked = askedBodies(words, measured);
  if (asked === null) return null;
  const group = { start, end: start + asked.end };
  const end = clauseEnd(text, measured.span.end);
  const done = trimmed(text, start + asked.does, measured.figure.start);
  if (done !== null && (measured.noun === null || isTimes(text, measured, measured.noun))) {
    // "duy trì chuyên mục …, phát sóng 02 lần/tháng": the last act is what is done so often.
    const last = text.lastIndexOf(', ', done.end) + 2;
    if (last > done.start && isAction(text.slice(last, done.end))) done.start = last;
    return { label: done, group, behind: false, end, asked: true };
  }
  return done === null && counted !== null ? { label: counted, group, behind: true, end } : null;
}

const ASKED_TO =
  /^[\s,]*(?:(?:phải|đều|sẽ|cần|nên|có|tham gia|tổ chức|thực hiện|bố trí)(?![\p{L}\p{M}])\s*)*/iu;

/** "Tuyển sinh, đào tạo nghề cho 85.000 người": acts listed side by side, before a unit that names nothing. */
function actsFrom(text: string, { noun }: Measured, { start, end }: Span): number | null {
  if (noun === null || !targetLexicon().generic.has(text.slice(noun.start, noun.end).toLowerCase()))
    return null;
  const words = text.slice(start, end);
  if (isAction(words) && /^[^\s,]+(?:,?\s[^\s,]+){1,13}$/u.test(words)) return start;
  // "xây dựng phóng sự, phát sóng ít nhất 02 lần/tháng": the last act is what is done so often.
  const last = words.lastIndexOf(', ') + 2;
  return last > 1 && isAction(words.slice(last)) ? start + last : null;
}

/** Whether the words begin with what is to be done. */
export function isAction(words: string): boolean {
  const { acts, verbs } = targetLexicon();
  return [acts, verbs].some((matcher) => matcher.find(words)[0]?.start === 0);
}

/** "nợ quá hạn dưới 0,1% tổng dư nợ": what all of it is, of which the label before the figure names a part. */
function isTotal(text: string, { start, end }: Span): boolean {
  return /^tổng(?:\s+\p{L}+){1,4}$/iu.test(text.slice(start, end));
}

/** "phát sóng ít nhất 02 lần/tháng trên …": how often something is done that is named before. */
function isTimes(text: string, measured: Measured, noun: Span): boolean {
  const unit = text.slice(noun.start, noun.end).toLowerCase();
  if (unit === 'lần') return true;
  return (
    targetLexicon().generic.has(unit) &&
    !/^\s+(?!trên|tại|ở|cho|theo|vào|để|trong|và|mỗi|hằng|hàng)\p{L}/u.test(text.slice(measured.span.end))
  );
}

const WHOLE_TERRITORY =
  /^mỗi\s(?:[^\s,]+\s?){1,4}$|^(?:(?:trên|trong) )?(?:cả nước|toàn quốc|(?:địa bàn )?(?:toàn )?(?:tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu))$/iu;

/** What a figure stands behind where it says how high something is, and not how many of those behind it. */
const LEVEL = ending(
  /(?:đạt|là|chiếm|còn|lên|xuống|tăng|giảm|thêm|bằng|mức|tỷ lệ|tỉ lệ|có|:|\(|[≥≤<>])\s*(?:(?:từ|trên|dưới|hơn|khoảng|ít nhất|tối thiểu|tối đa|không quá|bình quân)\s*)*$|(?:dưới|không quá|tối đa|trên|hơn|từ|vượt)\s*$/iu,
);

/** "Giải ngân 100% kế hoạch vốn". */
const OF_PLAN = /^\s*(?:tổng\s+)?(?:kế hoạch|dự toán)(?![\p{L}\p{M}])/iu;

/** "Huy động ít nhất 35 tỷ đồng từ xã hội hóa": nothing but the action says what the money is. */
function actClause(text: string, from: number, measured: Measured): Clause | null {
  const words = text.slice(from, measured.figure.start).replace(ADVERBS, '');
  const act = targetLexicon()
    .acts.find(words)
    .find((hit) => hit.end === words.length);
  if (act === undefined) return null;
  const label = { start: from + act.start, end: from + act.end };
  return { label, group: null, behind: false, end: clauseEnd(text, measured.span.end) };
}

/** Whether an action's words stand right before the figure: "xử lý dứt điểm 100% điểm đen". */
export function isActed(before: string): boolean {
  const words = before.slice(-80).replace(ADVERBS, '');
  return (
    !OF_GRADE.test(words) &&
    targetLexicon()
      .acts.find(words)
      .some((hit) => hit.end === words.length)
  );
}

/** "trình độ trung cấp": no granting of anything. */
const OF_GRADE = ending(/(?<![\p{L}\p{M}])(?:trung|sơ|các|cả|hai|mỗi|phân) cấp$/iu);

/** Whether a phrase is an action alone: "kết nạp mới". */
function isAct(phrase: string): boolean {
  const words = ` ${phrase}`
    .replace(ADVERBS, '')
    .trim()
    .replace(/\s+cho$/iu, '')
    .replace(/(?<=^(?:bồi dưỡng|tập huấn|đào tạo))\s+(?:nghiệp vụ|kỹ năng|kiến thức|chuyên môn)$/iu, '');
  const [act] = targetLexicon().acts.find(words);
  return words === '' || (act?.start === 0 && act.end === words.length);
}

/** "Tỷ lệ bao phủ BHYT: năm 2026 đạt 95%": where only a time stands behind the colon, the label stands before it. */
function beforeColon(text: string, figure: number, previous: number): Span | null {
  const colon = text.lastIndexOf(':', figure - 1);
  if (colon <= previous || !/\d{4}|quý/iu.test(text.slice(colon, figure))) return null;
  return trimmed(text, clauseStart(text, colon, previous), colon);
}

/** "Số người tham gia: huyện Châu Phú 850 người": the label before the colon that a list of places follows. */
export function labelBeforeColon(text: string, at: number): Span | null {
  const colon = text.lastIndexOf(':', at);
  if (colon < 0 || /\.\s/u.test(text.slice(colon, at))) return null;
  const end = colon - (AS_FOLLOWS.exec(text.slice(0, colon))?.[0].length ?? 0);
  const label = trimmed(text, clauseStart(text, end, 0), end);
  if (label === null || OF_UNITS.test(text.slice(label.start, label.end))) return null;
  label.end -= ALLOTTED.exec(text.slice(label.start, label.end))?.[0].length ?? 0;
  return label;
}

/** What leads on to a list, and what only says that one of units follows: "Các địa phương có diện tích lớn gồm:". */
const AS_FOLLOWS = ending(/,?\s*(?:(?:cụ thể\s+)?như sau|gồm|bao gồm|trong đó|cụ thể)\s*$/iu);
const OF_UNITS = /^(?:các|một số|những)\s+(?:địa phương|huyện|xã|phường|đơn vị)(?![\p{L}\p{M}])/iu;

/** "Diện tích nuôi tôm giao các địa phương: …": to whom figures are allotted is no part of what they count. */
const ALLOTTED = /\s+(?:giao|phân bổ|phân khai)\s+(?:cho\s+)?(?:các|từng)\s.*$/iu;

/** Where the words about a figure begin: behind the last sentence, list item, bracket, or figure before it. */
function clauseStart(text: string, figure: number, previous: number): number {
  let start = previous;
  const head = text.slice(0, figure);
  for (const match of head.matchAll(
    /[.;](?=\s)|(?:trong đó|cụ thể|như sau)\s*:?|[.]{3}(?!\s*\))|:(?=\s)/giu,
  )) {
    const end = match.index + match[0].length;
    // A colon right before the figure ends the label, unless a heading of its own stands before it.
    if (
      match[0] === ':' &&
      BOUNDS_ALONE.test(head.slice(end)) &&
      !/^\s*(?:công tác|về|lĩnh vực|nhóm|đối với)\s/iu.test(head.slice(start))
    )
      continue;
    if (/^cụ thể/iu.test(match[0]) && head.slice(end).replace(LEADS, '').trim().length < 4) continue;
    start = Math.max(start, end);
  }
  const open = head.lastIndexOf('(');
  if (open >= start && !head.includes(')', open) && /\p{L}.*\s\p{L}.*\s\p{L}/u.test(head.slice(open)))
    start = open + 1;
  if (start === previous && previous > 0) {
    const comma = head.indexOf(',', previous);
    const bracket = head.indexOf(')', previous);
    const cut = Math.max(comma, bracket);
    if (cut >= 0 && /\p{L}/u.test(head.slice(cut + 1))) start = cut + 1;
  }
  return start;
}

/** What may stand between a label's colon and its figure. */
const BOUNDS_ALONE =
  /^(?:\s|(?:thấp nhất|cao nhất|ít nhất|tối thiểu|tối đa|trên|dưới|khoảng|từ|đạt|là)(?![\p{L}\p{M}]))*$/iu;

/** The words that tails end with, and all that they may hold. */
const TAIL_ENDS = wordsOfTails(/\p{L}+(?=[|(){])/gu);
const TAIL_WORDS = wordsOfTails(/\p{L}+/gu);

function wordsOfTails(words: RegExp): ReadonlySet<string> {
  const listed = [...TAILS.source.matchAll(words)].map(([word]) => word.toLowerCase());
  return new Set([...listed, 'ii', 'iii']);
}

function tailLength(words: string): number {
  const last = words.slice(words.lastIndexOf(' ') + 1);
  // Many labels end with a word that no tail ends with, which costs a hundredth of looking for one.
  if (isOtherWord(last, TAIL_ENDS)) return 0;
  TAILS.lastIndex = tailStart(words);
  return TAILS.exec(words)?.[0].length ?? 0;
}

/** Where a tail can begin at the earliest: behind the last word that none holds. */
function tailStart(words: string): number {
  let end = words.length;
  while (end > 0) {
    const blank = words.lastIndexOf(' ', end - 1);
    if (isOtherWord(words.slice(blank + 1, end), TAIL_WORDS)) return end;
    end = blank;
  }
  return 0;
}

function isOtherWord(word: string, known: ReadonlySet<string>): boolean {
  return /^\p{L}+$/u.test(word) && !known.has(word.toLowerCase());
}

/** The words without what leads up to a label and what leads on to its figure; null where none are left. */
export function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  for (;;) {
    const lead = LEADS.exec(text.slice(start, end))?.[0].length ?? 0;
    const tail = tailLength(text.slice(Math.max(start + lead, end - 60), end));
    if (lead === 0 && tail === 0) break;
    start += lead;
    end -= tail;
    if (start >= end) return null;
  }
  start = nounStart(text, start, end);
  const since = text
    .slice(start, end)
    .search(/\s+(?:giảm|tăng)\s+từ\s+\d|\s+từ\s+\d[\d.,]*\s*(?:%|ngày(?: làm việc)?|giờ|phút)?\s*$/iu);
  if (since > 0) end = start + since;
  const bound = text
    .slice(start, end)
    .search(
      /\s+(?:(?:từng|mỗi|trong|hàng|hằng)\s+\p{L}+(?:\s+năm\s+\d{4})?\s+)?(?:bằng hoặc (?:thấp|cao) hơn|không vượt quá|thấp hơn|cao hơn)\s/iu,
    );
  if (bound > 0) end = start + bound;
  const words = text.slice(start, end).trim();
  return words.length < 2 || !/\p{L}{2}/u.test(words) ? null : { start, end };
}

/** A long sentence leads up to the counted thing by what is to be done: "… tuyên truyền, vận động học sinh tham gia". */
const CHARGES = wording(
  /(?<![\p{L}\p{M}])(?:(?:phấn đấu|tiếp tục)\s+(?:kéo\s+)?(?:giảm|tăng(?!\s+(?:trưởng|cường)))\s+(?=\p{L})|(?:vận động|đảm bảo|bảo đảm|phấn đấu(?:\s+phát triển)?|mục tiêu|yêu cầu|hướng dẫn|bắt buộc|góp phần|nhằm|để|tiến tới|hoàn thành|thực hiện|chỉ đạo|duy trì|mở rộng)\s+(?=(?:số|tỷ lệ|tỉ lệ|người|lao động|học sinh|sinh viên|hộ|các|cán bộ|đoàn viên|hội viên|diện|mức|lực lượng|trẻ|nông dân|toàn bộ|từng|tốc độ|tổng|giá trị|kim ngạch|doanh thu|thu nhập|sản lượng|diện tích|năng suất|quy mô|chỉ số|tỷ trọng|tỉ trọng|tăng trưởng|giải ngân|thu ngân sách|GRDP|GDP)(?![\p{L}\p{M}])))/iu,
);

function nounStart(text: string, from: number, to: number): number {
  let start = from;
  for (const match of CHARGES.all(text.slice(from, to))) {
    const next = from + match.index + match[0].length;
    if (/\s/.test(text.slice(next, to).trim())) {
      start = /^chỉ đạo/iu.test(match[0]) ? behindDirected(text, next, to) : next;
    }
  }
  return start;
}

/** "chỉ đạo các cơ sở trực thuộc tham gia …": bodies that are directed act and are not counted; what they are to do is. */
function behindDirected(text: string, from: number, to: number): number {
  const directed = /^(?:[^,;]*?\s)?trực thuộc\s+/iu.exec(text.slice(from, to))?.[0].length ?? 0;
  const verb = targetLexicon().verbs.find(text.slice(from + directed, to))[0];
  return directed > 0 && verb?.start === 0 ? from + directed : from;
}

/** What may stand between a figure and what it counts. */
const BEFORE_COUNTED = /^\s*(?:trở lên\s+|trở xuống\s+)?(?:\([^()]{1,60}\)\s*)?(?:số (?!lượng)|tổng số )?/u;

/** The words behind a figure that say what is counted; `reach` is where what is said of them ends. */
function behindOf(text: string, measured: Measured): (Span & { reach: number }) | null {
  const from = measured.noun?.start ?? extentOf(measured).end;
  const lead = BEFORE_COUNTED.exec(text.slice(from))?.[0].length ?? 0;
  const start = from + lead;
  if (!/^[\p{L}"“]/u.test(text.slice(start))) return null;
  if (
    /^(?:so|vào|hướng tới|tiến tới|nhằm|để|trong|theo|và|đến|trở lên|năm|mức (?:trung bình|bình quân|chung)|của|trên|ở|tại|cho|với|về|bằng|qua|từ|kế hoạch|quý)(?![\p{L}\p{M}])/iu.test(
      text.slice(start),
    )
  )
    return null;
  const whole = phraseEnd(text, start, Math.max(start, measured.noun?.end ?? start));
  const adjunct =
    measured.measure === 'share' || measured.measure === 'amount'
      ? -1
      : adjunctStart(text.slice(start, whole));
  const end = adjunct < 0 ? whole : start + adjunct;
  const trailing = trailingLength(text.slice(start, end));
  const classifier = /^cuộc\s+(?=\p{L})/iu.exec(text.slice(start, end))?.[0].length ?? 0;
  return end - trailing - start - classifier < 2
    ? null
    : { start: start + classifier, end: end - trailing, reach: adjunct < 0 ? end - trailing : whole };
}

const TRAILING =
  /\s*(?:\d\s*)?\/\s*\d[\d.]*\s+(?:dân|người|hộ|trẻ)[^,;]*$|\s+(?:(?<!hiện )có|và|với|đạt|gồm|trong đó)$|(?<!(?:từ|trình độ|hạng|mức|bậc)\s[^,;]{1,70})\s+trở (?:lên|xuống)$|\s*\/\s*(?:tháng|quý|năm học|năm|tuần|học kỳ)$|(?<!vệ sinh)\s+toàn\s+(?:tỉnh|thành phố|huyện|xã)$/iu;
/** What is over a stroke, or the last letters of what trails. */
const MAY_TRAIL = /\/|(?:có|và|với|đạt|gồm|đó|lên|xuống|tỉnh|phố|huyện|xã)$/iu;

/** How much of the words behind a figure is said of the count, and not of what is counted. */
function trailingLength(words: string): number {
  // What ends otherwise is told in a thirtieth of the time.
  return MAY_TRAIL.test(words) ? (TRAILING.exec(words)?.[0].length ?? 0) : 0;
}

/** Where the words about a count go on with no more than a place or manner; -1 where they don't, or where something is done there. */
function adjunctStart(words: string): number {
  const at = words.slice(1).search(WHERE_OR_HOW) + 1;
  const acts = targetLexicon()
    .verbs.find(words)
    .filter((hit) => hit.start > at && !isBody(words, hit));
  return at < 1 || acts.length > 0 ? -1 : at;
}

/** Where, when or how so many are to be had says nothing of what they are: "tại các xã vùng cao", "bằng tiếng Kinh". */
const WHERE_OR_HOW =
  /\s+(?:với sự tham gia|tại (?=(?:các|huyện|xã|phường|thị trấn|thị xã|đặc khu|thành phố|tỉnh|khối|thôn|buôn|bản|ấp|khu)(?:\s|$)|[A-ZĐ])|(?:trên (?:các|địa bàn|sóng|toàn|trang|Trang|đường|hệ thống)|trong (?:các|toàn)|vào (?:dịp|các|vùng)|bằng tiếng|lên (?:các )?sàn|(?<!đầu tư )vào (?:các )?(?:CCN|KCN|cụm công nghiệp|khu công nghiệp)|đến (?:các|từng|tận|hộ gia đình)|cho (?:các|từng)|(?:ở|về) (?:các|tất cả))(?![\p{L}\p{M}]))/u;

/** A list within the phrase ("học sinh, sinh viên", "nghiên cứu, phát triển") or a bracket in it does not end it. */
function phraseEnd(text: string, start: number, from: number): number {
  BEHIND_END.lastIndex = from;
  for (let match = BEHIND_END.exec(text); match !== null; match = BEHIND_END.exec(text)) {
    const at = match.index;
    if (
      match[0] === ',' &&
      (goesOn(text, at + 1) || isEventOfActs(text.slice(start, at), text.slice(at + 1)))
    )
      continue;
    if (match[0] === '(') {
      const close = text.indexOf(')', at);
      // "bảo hiểm y tế (BHYT)": a short form is part of the name.
      if (close > at && /^\p{Lu}{2,10}$/u.test(text.slice(at + 1, close))) {
        BEHIND_END.lastIndex = close + 1;
        continue;
      }
      if (
        close > at &&
        close - at < 90 &&
        /^\s+\p{Ll}/u.test(text.slice(close + 1)) &&
        goesOn(text, close + 1)
      ) {
        BEHIND_END.lastIndex = close + 1;
        continue;
      }
    }
    // "xử lý triệt để", "hồ sơ tiếp nhận trong năm được giải quyết": neither a purpose nor a time of the whole.
    if (
      /^\s+$/u.test(match[0]) &&
      (/triệt$/iu.test(text.slice(start, at)) || TIME_WITHIN.test(text.slice(at)))
    )
      continue;
    // "xã đạt tỷ lệ bao phủ BHYT 100%": which are counted.
    if (
      /^\s+$/u.test(match[0]) &&
      /^\s+\d[\d.,]*\s?%/u.test(text.slice(at)) &&
      RATED.test(text.slice(start, at))
    ) {
      BEHIND_END.lastIndex = at + (/^\s+\d[\d.,]*\s?%/u.exec(text.slice(at))?.[0].length ?? 1);
      continue;
    }
    // "85 ha đất để phát triển nhà ở": one word alone names nothing.
    if (
      /^\s+$/u.test(match[0]) &&
      /^\s+để\s/u.test(text.slice(at)) &&
      /^đất$/iu.test(text.slice(from, at).trim())
    )
      continue;
    // "trẻ sinh năm 2023": who they are, and not when.
    if (/^\s+năm\s/u.test(text.slice(at)) && /(?<![\p{L}\p{M}])sinh$/u.test(text.slice(start, at))) continue;
    // "đủ điều kiện theo quy định": which conditions, and not by what.
    if (/^\s+$/u.test(match[0]) && /^\s+theo\s/u.test(text.slice(at)) && OF_RULES.test(text.slice(start, at)))
      continue;
    return at;
  }
  return text.length;
}

/** "lớp tập huấn, cập nhật kiến thức", "hội nghị tuyên truyền, đối thoại": what is done at an event. */
function isEventOfActs(words: string, rest: string): boolean {
  return (
    /^(?:lớp|hội nghị|buổi|đợt|cuộc|khóa|hội thảo)\s+(?:tập huấn|tuyên truyền|bồi dưỡng|đào tạo|kiểm tra|tọa đàm|đối thoại|tổng vệ sinh|phổ biến)$/iu.test(
      words,
    ) &&
    /^\s+(?:cập nhật|đối thoại|bồi dưỡng|phổ biến|tập huấn|khử trùng|tuyên truyền|hướng dẫn|đào tạo|trao đổi|tư vấn)\s+\p{Ll}[^\d.;,:]*(?:[.;,]|$|(?<=\scho\s(?:\p{L}+\s)?)\d)/iu.test(
      rest,
    )
  );
}

const TIME_WITHIN =
  /^\s+(?:trong năm|hằng năm|hàng năm|mỗi năm|(?:trong |vào )?năm (?:19|20)\d{2})\s+(?:được|có|đạt|tham gia|hoàn thành|bị|phải)(?![\p{L}\p{M}])/iu;
const RATED = /\s(?:đạt|có)\s+(?:tỷ lệ|tỉ lệ)(?:\s[^\s,;]+){1,8}$/iu;
const OF_RULES = /(?:xử lý|điều kiện|tiêu chuẩn|tiêu chí|hình thức|mô hình|yêu cầu)$/iu;

/** Times and other figures behind the words. */
const TIME_BEHIND =
  /\s(?:(?:trong|vào|đến|trước|hết|năm|năm học|giai đoạn|tháng|quý|từ)\s|và\s+(?:\p{L}+\s+)?\d).*$/su;

/** Numbers that say which are meant: of an age, of a level. */
const ATTRIBUTE =
  /(?:mức độ|cấp độ|cấp|độ|loại|hạng|nhóm|lớp)\s+\d{1,2}(?![\d.])|\d+\s+buổi\s*\/\s*(?:ngày|tuần)|(?:dưới|trên|từ|đủ)?\s*\d+(?:\s*[-–]\s*\d+|\s+đến\s+\d+)?\s+(?:tháng\s+)?tuổi/giu;

/** What each of those named is to have: "được trang bị ít nhất 01 bình chữa cháy". */
const WITHIN = /\s(?:ít nhất|tối thiểu|từ)\s+(?:0?[1-5]|một|hai)\s.*$/su;

/** Whether the words go on with what is counted: no clause of its own begins there, and no other figure comes in it. */
function goesOn(text: string, from: number): boolean {
  const part = /^(?:[^,;.():]|[.,](?=\d))*/u.exec(text.slice(from))?.[0] ?? '';
  const own = part.replace(ATTRIBUTE, '').replace(TIME_BEHIND, '').replace(WITHIN, '');
  if (part.trim() === '' || /\d/u.test(own)) return false;
  const opening = targetLexicon().clauses.find(part)[0];
  if (opening?.start !== part.length - part.trimStart().length) return true;
  const around = text.slice(Math.max(0, from - 30));
  const shift = Math.min(from, 30);
  if (isBody(around, { start: shift + opening.start, end: shift + opening.end })) return true;
  // "nghiên cứu, phát triển với các viện": a verb without an object of its own is one of a list.
  return (
    /^\s+(?:và|với)\s/u.test(part.slice(opening.end)) ||
    (opening.end === part.length && !/^[.;:]|^$/u.test(text.slice(from + part.length)))
  );
}

function clauseEnd(text: string, from: number): number {
  const match = /[;.](?=\s|$)/.exec(text.slice(from));
  return match === null ? text.length : from + match.index;
}

/** "đạt trên 80% số con thuộc diện tiêm": a bare noun before what entitles. */
const COUNTED_BASE = /^(?:tổng\s+)?(?:con|đàn|đàn vật nuôi)\s+thuộc\s+(?:diện|đối tượng)(?![\p{L}\p{M}])/iu;

/** Whether the share is one of those named behind it, and not of a base ("đạt 45% lực lượng lao động"). */
function isShareOfNamed(text: string, measured: Measured, behind: Span): boolean {
  if (measured.measure !== 'share') return true;
  const words = text.slice(behind.start, behind.end);
  if (COUNTED_BASE.test(words)) return false;
  const base = targetLexicon()
    .bases.find(words)
    .find((hit) => hit.start === 0);
  if (base === undefined) return true;
  return targetLexicon()
    .verbs.find(words)
    .some((hit) => hit.start >= base.end);
}
