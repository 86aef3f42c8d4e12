import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Target } from '../../plan/record.ts';
import { clauseBefore, type Passage } from '../context.ts';
import { extentOf, type Measured } from './figures.ts';
import { REFERENCE_RELATION } from './references.ts';

/** How a figure is meant: as a level or a change, to be reached or not to be passed. */
export interface Sense {
  relation: Target['relation'];
  change: Target['change'];
}

/** `first` is the sense of the figure before it in a list, which the words before that one govern too. */
export function senseOf(passage: Passage, measured: Measured, first: Sense | undefined): Sense {
  const { text } = passage;
  const extent = extentOf(measured);
  // "hướng dẫn tuyến dưới 02 đợt/quý": a level of bodies, and no bound.
  const before = text
    .slice(0, extent.start)
    .replace(/(?<=(?:(?<!trực )tuyến|(?<!nâng\s|(?:^|[.,;:–+-])\s*)cấp)\s)(?:trên|dưới)\s*$/iu, '');
  const after = text.slice(extent.end);
  const stated =
    measured.bound ??
    targetLexicon().relation(before, after) ??
    (NOT_BEYOND.test(before)
      ? '<='
      : FROM.test(before) && (OR_MORE.test(after) || !FROM_TO.test(after))
        ? '>='
        : LEAST_OF_EACH.test(before)
          ? '>='
          : listedRelation(before));
  const noun = measured.noun === null ? '' : text.slice(measured.noun.start, measured.noun.end);
  const change = changeOf(before, after, noun);
  if (first !== undefined && measured.bound === undefined)
    return {
      relation: stated ?? (REACHED_THEN.test(before) || DOWN_TO.test(before) ? '=' : first.relation),
      change: /(?:tăng|giảm)[^,;]{0,20}$/iu.test(before) || LEVEL_AGAIN.test(before) ? change : first.change,
    };
  return { relation: stated ?? besideRelation(passage, measured) ?? '=', change };
}

/** "Sửa chữa từ 15 km đường giao thông nông thôn trở lên", "giảm từ 5% số vụ"; "từ 5 xã lên 8 xã" is where it begins. */
const FROM = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])từ\s+$/iu);
const FROM_TO = /^[^.;:]*?\s(?:đến|tới|lên|xuống|còn|sang|thành)\s/iu;
const OR_MORE = /^(?:(?!\s(?:từ|đến)\s)[^.;:()\d]){1,80}\strở lên(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "đạt trên 92%, đến hết quý II đạt 80%", "tối thiểu 25%, phấn đấu 30%": a level of a time or an aim of its own. */
const REACHED_THEN = ending(
  /[,;]\s+(?:(?:(?:đến|tới|hết|cuối)\s[^,;.%]{4,30}|năm\s\d{4})\s(?:đạt|là)|phấn đấu(?:\sđạt)?)\s*$|\d{4}\svà đạt\s*$/iu,
);

/** "xuống dưới 15% vào năm 2025 và xuống 10% vào năm 2030": the second is bound by none. */
const DOWN_TO = ending(
  /(?:,|\svà)\s+(?:[^,;.%\d]*\s(?:\d{4}\s)?)?(?:giảm\s)?(?:xuống|còn|lên)\s+(?:còn\s+)?$/iu,
);

/** "không để phát sinh quá 03 hộ". */
const NOT_BEYOND = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])không (?:để|còn)\s(?:[^.;,]*\s)?quá\s*$/iu);

/** "giảm 2,5%, còn dưới 9,5%": from by how much to what is left. */
const LEVEL_AGAIN = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:còn|xuống|đạt|lên|chiếm|bằng|(?:lũy|luỹ) kế)\s+(?:còn\s+|đến\s+)?(?:dưới\s+|trên\s+|khoảng\s+|không quá\s+)?$/iu,
);

/** A level that is left or reached, and no change. */
const LEFT = ending(/(?:xuống|còn|(?<!trở )lên|đến|(?:lũy|luỹ) kế)\s*(?:còn|dưới|trên|mức|từ|khoảng)*\s*$/iu);

const CHANGED = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<!tốc độ )(tăng|giảm|rút ngắn|(?<!(?:tưới|tưới nước|đèn|gửi|tiền gửi|tổ|sử dụng|chế) )tiết kiệm)(?:\s+(?:thêm|lần lượt|tương ứng|bình quân|trung bình|ít nhất|tối thiểu|từ|trên|khoảng|mỗi năm|hằng năm|hàng năm|được|hơn|tỷ lệ|trong (?:giai đoạn|thời kỳ) này|(?<=(?:năm|này|quân)\s)đạt))*\s*$/iu,
);

/** "Bố trí ít nhất mỗi xã 01 điểm". */
const LEAST_OF_EACH = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ít nhất|tối thiểu)\s+mỗi\s\p{Ll}+(?:,?\s\p{Ll}+){0,3}?\s+(?:có\s+)?$/iu,
);

function changeOf(before: string, after: string, noun: string): Target['change'] {
  if (LEFT.test(before)) return null;
  const match = CHANGED.exec(before);
  if (
    match === null &&
    (ADDED.test(before) || ADDED_FIRST.test(clauseBefore(before, before.length)) || ADDED_BESIDE.test(before))
  )
    return 'increase';
  if (match === null && isLessTime(before)) return 'decrease';
  if (match === null && isToldOfBeside(before, `${noun}${after}`)) return null;
  const listed = LISTED_CHANGE.exec(clauseBefore(before, before.length))?.[1];
  if (match === null && listed !== undefined)
    return listed.toLowerCase() === 'giảm' ? 'decrease' : 'increase';
  if (match === null) {
    // "Kéo giảm tai nạn giao thông từ 5% trở lên": the verb opens the clause, its object stands between.
    const opening =
      /(?:^\s*(?:[-+]\s*)?(?:phấn đấu\s+|mỗi năm\s+|hằng năm\s+|chỉ tiêu \d+\s*:\s*)*|(?:phấn đấu|tiếp tục)\s+|,\s+(?=(?:kéo\s+)?(?:tăng|giảm)\s(?:số|tỷ lệ|tỉ lệ|tổng)\s[^,]*$))(?:kéo\s+|(?:duy trì|giữ)\s+mức\s+)?(tăng|giảm)\s(?!trưởng|cường)(?!.*(?:(?:đạt|là|còn|xuống|(?<!trở )lên|mức|dưới|chiếm|:)\s*(?:(?:từ|khoảng|trên|hơn|dưới|gần|ít nhất|tối thiểu)\s+)*$|,\s+(?:mỗi|hằng|hàng)\s|,\s+phấn đấu(?:\sđạt|\scó)?\s+$))/iu.exec(
        clauseBefore(before, before.length),
      );
    if (opening === null) return changeOfObject(before, after);
    if (QUANTITY_BESIDE_LEVEL.test(clauseBefore(before, before.length))) return null;
    return opening[1]?.toLowerCase() === 'giảm' ? 'decrease' : 'increase';
  }
  if (/^\s*(?:trở xuống)?\s*so với tổng số/iu.test(after)) return null;
  return match[1]?.toLowerCase() === 'tăng' ? 'increase' : 'decrease';
}

/** "Tiếp tục kiềm chế và giảm tai nạn giao thông từ 5% so với năm 2023": by how much what stands between goes down. */
function changeOfObject(before: string, after: string): Target['change'] {
  if (!NO_NOUN_OF_ITS_OWN.test(after)) return null;
  const clause = clauseBefore(before, before.length).replaceAll(/\s\([^()]*\)/gu, '');
  const [, verb, object = ''] = VERB_AND_OBJECT.exec(clause) ?? [];
  if (verb === undefined || object.length > 110 || LEVEL_IN_OBJECT.test(object)) return null;
  return verb.toLowerCase() === 'giảm' ? 'decrease' : 'increase';
}

const NO_NOUN_OF_ITS_OWN =
  /^\s*(?:$|[.,;:()/]|(?:so với|mỗi|hằng|hàng|trở lên|trở xuống|trên cả|ở cả|cả|về|trong|vào|và)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;

const VERB_AND_OBJECT =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<!(?:tốc độ|mức|tỷ lệ|tỉ lệ|nhịp độ|chỉ số|độ|miễn|miễn,)\s)(tăng|giảm)\s(?!trưởng|cường|nghèo|gấp)((?:[^,;:.\d%]|\d{1,2}(?=\stiêu chí))+)$/iu;
const LEVEL_IN_OBJECT =
  /(?:^|\s)(?:đạt|là|còn|xuống|lên|mức|dưới|chiếm|bằng|có|được|với|cho|không quá|tối đa|giữ|duy trì|gấp)(?:\s|$)/iu;

/** "Giảm tỷ lệ nhẹ cân xuống dưới 2,1%, tỷ lệ thấp còi không quá 7,5%": a level of another quantity beside what goes down to a level. */
const QUANTITY_BESIDE_LEVEL = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tăng|giảm)\s[^;:]*\s(?:xuống|còn|lên)\s[^;:]*\d[^;:]*,\s+(?:tỷ lệ|tỉ lệ|số|tỷ suất|tỷ số)\s[^,;:\d]*\s(?:không quá|không vượt quá|dưới|trên|tối đa|còn|xuống|lên|đạt|ở mức)\s+$/iu,
);

/** "giảm 9% lượng phát thải, 100% cơ sở đạt quy chuẩn": of those listed behind a change something else is told. */
function isToldOfBeside(before: string, after: string): boolean {
  return CHANGE_BESIDE.test(clauseBefore(before, before.length)) && TOLD_OF.test(after);
}

const CHANGE_BESIDE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tăng|giảm)\s(?:[^;:.]|\.(?=\d))*\d(?:[^;:.]|\.(?=\d))*(?:,|\svà)\s+(?:(?:có|trên|hơn|ít nhất|tối thiểu|khoảng)\s+)*$/iu,
);
const TOLD_OF =
  /^\s*(?!(?:tổng\s)?(?:số|tỷ lệ|tỉ lệ)\s|(?:trở lên|so với)\s)(?:các\s)?[A-Za-zÀ-\u036fḀ-ỹ][^,;:.\d]*?\s(?:được|đạt|tham gia|có(?! thai| nguy cơ)|sử dụng|ứng dụng|thực hiện|hoàn thành)\s/iu;

function isLessTime(before: string): boolean {
  const clause = clauseBefore(before, before.length);
  // Asked first: the pattern tries every length of what lies between, and hardly any clause has a time in it.
  return /thời gian/iu.test(clause) && LESS_TIME.test(clause);
}

/** "kiến nghị cắt giảm thời gian giải quyết ít nhất 30%": by how much. */
const LESS_TIME = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:rút ngắn|cắt giảm)\s+(?:tổng\s)?thời gian\s(?![^,;.]*\s(?:xuống|còn)\s)[^,;:.\d]{3,90}?(?:\s(?:ít nhất|tối thiểu|khoảng|trên|hơn|từ|tối đa))*\s*$/iu,
);

/** "Có thêm ít nhất 12 xã được công nhận". */
const ADDED = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:có|công nhận|bố trí|trang bị|thu hút|kết nạp|phát triển|tuyển dụng|hình thành|thành lập|xây dựng|lắp đặt) thêm|(?<=\s)thêm(?=\s+(?:(?:ít nhất|tối thiểu|từ|trên|khoảng|hơn)\s+)*$))(?:\s+(?:ít nhất|tối thiểu|từ|trên|khoảng|hơn|mới))*\s*$/iu,
);

/** "Thêm 11 xã triển khai": a clause that begins with it. */
const ADDED_FIRST = ending(
  /^[\s*_+–-]*(?:phấn đấu\s+)?thêm(?:\s+(?:ít nhất|tối thiểu|từ|trên|khoảng|hơn))*\s*$/iu,
);

/** "Có thêm 14 xã đạt chuẩn, 10 xã đạt chuẩn nâng cao". */
const ADDED_BESIDE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:có|lắp đặt|trang bị|bố trí|thành lập|công nhận) thêm(?:\s+(?:ít nhất|tối thiểu|từ|trên|khoảng|hơn|mới))*(?:\s+\d[\d.]*\s+[^\d;:.]{2,80}(?:,|\svà))+\s+$/iu,
);

/** "Hằng năm, số vụ … tăng trên 3%; số vụ … tăng trên 5%": a change that is asked for anew each year. */
export function isYearly(before: string, after: string): boolean {
  const sentence = before.slice(Math.max(0, ...[...before.matchAll(/\.\s/gu)].map(({ index }) => index)));
  return (
    /^[.\s]*(?:phấn đấu\s+)?(?:hằng|hàng|mỗi)\s+năm(?!\s+học)/iu.test(sentence) ||
    /(?:hằng|hàng|mỗi)\s+năm[^;,]*$/iu.test(sentence) ||
    /^\s*(?:trở lên\s+)?(?:mỗi|hằng|hàng|một)\s+năm(?![A-Za-zÀ-\u036fḀ-ỹ]|\s+học)/iu.test(after)
  );
}

/** "giảm ít nhất 30% thời gian …, 30% chi phí …": the verb governs what is listed behind it too. */
const LISTED_CHANGE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(tăng|giảm)(?:\s+(?:thêm|bình quân|khoảng|trên|ít nhất|tối thiểu))*\s+(?:\d[\d.,]*\s*%\s+[A-Za-zÀ-\u036fḀ-ỹ][^\d;:.%]{2,80}(?:,|\svà)\s+)+$/iu,
);

/** "tối thiểu 55% học sinh lớp 5, 65% học sinh lớp 9". */
const LISTED_SHARES = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ít nhất|tối thiểu)\s+(?:\d[\d.,]*\s*%\s+[A-Za-zÀ-\u036fḀ-ỹ](?:[^\d;:.%]|(?<=lớp\s)\d{1,2}){2,80}(?:,|\svà)\s+)+$/iu,
);

/** "ít nhất 100 doanh nghiệp …, 50 doanh nghiệp …": counts, or changes, listed behind a bound share it. */
function besideRelation(passage: Passage, measured: Measured): Target['relation'] | null {
  const before = clauseBefore(passage.text, measured.figure.start);
  if (measured.measure !== 'count' && !LISTED_CHANGE.test(before) && !LISTED_SHARES.test(before)) return null;
  if (!LISTED.test(before)) return null;
  return BOUND.test(before) || LISTED_SHARES.test(before) ? '>=' : null;
}

const LISTED = ending(/(?:,|\svà)\s+$/u);

/** A bound with its own count, and nothing but counted nouns up to the next one. */
const BOUND = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ít nhất|tối thiểu)\s+(?:\d[\d.]*\s+[^\d:]{1,120}|(?:\d[\d.,]*\s*%\s+[^\d\s:%][^\d:%]{0,79})+)$/iu,
);

/** "không quá …, cụ thể: quý I: 1,92%; quý II: 1,75%": the bound before the list governs each of its figures. */
function listedRelation(before: string): Target['relation'] | null {
  const at = before.toLowerCase().lastIndexOf('cụ thể');
  if (at < 0 || before.includes('. ', at)) return null;
  const lead = before.slice(before.lastIndexOf('. ', at) + 1, at);
  const bound =
    /(bằng hoặc thấp hơn|không vượt quá|không quá|không cao hơn|tối thiểu|ít nhất|không thấp hơn|trên|dưới)(?![A-Za-zÀ-\u036fḀ-ỹ])[^;]*$/iu
      .exec(lead)?.[1]
      ?.toLowerCase();
  if (bound === undefined) return null;
  return REFERENCE_RELATION[bound] ?? (bound === 'tối thiểu' || bound === 'ít nhất' ? '>=' : null);
}
