import { inEitherCase } from '../../lexicon/patterns.ts';
import type { Area, Passage } from '../context.ts';
import { isNamedAlone, unitKinds } from './places.ts';

const MARKS = String.raw`(?<lead>\s*(?:(?:[-–+•*]|[a-zđ]\)|\d{1,2}[.)])\s+)?)`;

/** When alone stands before an item's figure: "Năm 2026: 22 km", "Hết quý II đạt 45% kế hoạch". */
const TIMED =
  /^(?<lead>\s*(?:(?:[-–+•*]|[a-zđ]\)|\d{1,2}[.)])\s+)?)(?<time>(?:(?:đến|tới|hết|cuối|trước|trong|vào|chậm nhất)\s+)*(?:năm học\s+\d{4}\s*[-–]\s*\d{4}|năm\s+\d{4}|quý\s+(?:I{1,3}|IV|[1-4])(?:[/\s](?:năm\s+)?\d{4})?|tháng\s+\d{1,2}(?:[/\s](?:năm\s+)?\d{4})?|(?:ngày\s+)?\d{1,2}\/\d{1,2}(?:\/\d{4})?|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}|(?:0?[369]|sáu) tháng (?:đầu|cuối)(?: năm)?|cả năm(?:\s+\d{4})?))(?<joint>\s*:\s*|\s+)(?:(?:đạt|là|còn|tối thiểu|ít nhất|trên|khoảng|hơn|dưới|không quá|từ)\s+)*(?:[≥≤<>]=?\s*)?\d[\d.,]*\s*(?:%|\p{L})[^:]*$/iu;

/** A unit's name with its kind before it, as part of a pattern. */
const UNIT_NAME = String.raw`(?:${inEitherCase(['khu vực', ...unitKinds()])})\s(?:số\s)?(?:\p{Lu}[\p{L}’']*|\d{1,2}[A-Z]?)(?:\s(?:-\s)?(?:\p{Lu}[\p{L}’']*|\d{1,2}[A-Z]?(?!\d|[.,]\d|\s?%|\s\p{Ll}))){0,4}`;

/** What follows a unit's name where it alone stands before an item's figure. */
const FIGURE_OF_ITEM = String.raw`(?<joint>\s*:\s*|\s+)(?:(?:phấn đấu|đạt|là|còn|tối thiểu|ít nhất|tối đa|không quá|không dưới|trên|dưới|hơn|khoảng|từ)\s+)*(?:[≥≤<>]=?\s*)?\d[\d.,]*\s*(?:%|\p{L})[^:;]*[;.]?\s*$`;

/** Where alone stands before an item's figure: "Xã Đồng Tâm: 6.500 cây", "Huyện Bến Lức không quá 2,6%". */
const PLACED = new RegExp(
  String.raw`^${MARKS}(?:(?:riêng|đối với|tại)\s)?(?<time>${UNIT_NAME})${FIGURE_OF_ITEM}`,
  'u',
);
const PLACED_ALONE = new RegExp(
  String.raw`^${MARKS}(?<time>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3})${FIGURE_OF_ITEM}`,
  'u',
);

/** The same behind a colon of the passage itself: "…: phường Tân Phong 260 người, xã Than Uyên 240 người". */
const PLACED_BEHIND = new RegExp(
  String.raw`:\s+(?:(?:riêng|đối với|tại)\s)?${UNIT_NAME}(?:\s*:|\s*\(|\s+(?:phấn đấu|đạt|là|còn|tối thiểu|ít nhất|tối đa|không quá|không dưới|trên|dưới|hơn|khoảng|từ|\d))`,
  'u',
);

/** "xã Than Uyên (240 người), xã Mường Than (180 người)": all of a list, each with its figure in brackets. */
const BRACKETED = new RegExp(
  String.raw`^\s+(?:(?:,\s|;\s|\svà\s|,\svà\s)?${UNIT_NAME}\s\((?:\p{Ll}+\s){0,3}\d[^()]{0,40}\)){2,}`,
  'u',
);

/** What stands before what is stated: what it is done with, and not when or how much. */
const ASKED =
  /^(?:(?:(?:giao|phân bổ|phân khai|hoàn thành)\s(?:các\s)?)?(?:chỉ tiêu|kế hoạch)(?:\scụ thể)?\s(?:về\s)?(?:(?:phát triển|trồng|xây dựng|thành lập)\s(?:mới\s)?(?=\p{L}+\s\p{L}))?|(?:về|đối với|giao|phân bổ|phân khai)\s)(?=\p{Ll})/iu;

/** When, and that it is aimed at: stays before what is stated. */
const AIMED =
  /^(?:(?:phấn đấu|dự kiến|(?:đến|tới|hết|cuối|trong|trước|vào)\s+(?=năm|ngày|quý|tháng|hết|cuối|giai|\d)|năm\s+\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|(?:ngày\s+)?\d{1,2}\/\d{1,2}(?:\/\d{4})?|quý\s+[IV]{1,3}(?:[/\s](?:năm\s+)?\d{4})?|tháng\s+\d{1,2}(?:[/\s](?:năm\s+)?\d{4})?|giai đoạn\s+\d{4}\s*[-–]\s*\d{4})[\s,]*)+/iu;

/** How much there is of something. */
const QUANTITY =
  /^(?:tổng\s|số\s|tỷ lệ|tỉ lệ|diện tích|chiều dài|sản lượng|giá trị|doanh thu|thu nhập|thu ngân sách|khối lượng|kim ngạch|mức\s|giải ngân|trồng (?:mới|rừng)|năng suất|quy mô|công suất|tốc độ|kinh phí huy động|tổng đàn|đàn\s)/iu;

/** A time that the words themselves hold, and so figures that are none of the list's. */
const TIMES_WITHIN =
  /\s(?:(?:đến|tới|hết|cuối|trong|trước|vào)\s)*(?:năm(?: học)?\s\d{4}(?:\s*[-–]\s*\d{4})?|giai đoạn\s\d{4}\s*[-–]\s*\d{4}|(?:ngày\s)?\d{1,2}\/\d{1,2}(?:\/\d{4})?|quý\s[IV]{1,3}(?:\/\d{4})?)/giu;

const UNITS = `(?:${['địa phương', 'địa bàn', 'nơi', 'đơn vị', 'khu vực', ...unitKinds()].join('|')})`;

/** That figures follow one by one, or for which units: no part of what is stated. */
const TAIL = new RegExp(
  String.raw`(?:,?\s(?:(?:qua|theo|trong)\s(?:các|từng)\s(?:năm|quý|tháng|giai đoạn|mốc)|theo (?:tiến độ|lộ trình)|(?:từng|hằng|hàng|các) (?:năm|quý|tháng)|cụ thể|như sau|như sau đây|trong đó|gồm|bao gồm|là|đạt|phấn đấu(?: đạt)?|chia theo địa bàn|(?:giao |phân bổ |phân khai )?cho (?:các|từng) [^.;:\d]{2,40}|(?:(?:phân|chia|giao|phân bổ|phân khai)\s)?(?:(?:của|tại|ở|cho|đối với|theo|trên)\s)(?:(?:một số|các|từng|những|mỗi)\s)?${UNITS}(?:,\s${UNITS}|\svà\s${UNITS})*(?:\s(?:trọng điểm|trong (?:tỉnh|thành phố|huyện|xã)|trên địa bàn(?: (?:tỉnh|thành phố|huyện|xã|phường))?|sau(?: đây)?|nêu trên|thuộc (?:tỉnh|huyện|xã)))*))+$`,
  'iu',
);

/** The longest sentence that a list's items are told by. */
const LONGEST = 220;

/**
 * The passages, those of a list of times or places each with the words that stand over the list: "Số hộ thoát nghèo qua các năm:" over
 * "- Năm 2026: 120 hộ". What stands between is blank, so that every word is where it was; so are, before places, the words that only say
 * that their figures follow.
 */
export function withWhatIsListed(passages: readonly Passage[], area: Area): Passage[] {
  let over: Passage | null = null;
  return passages.map((passage) => {
    const { text, start } = passage;
    const item = over === null ? null : (TIMED.exec(text) ?? PLACED.exec(text) ?? placedAlone(text, area));
    if (over !== null && item?.groups !== undefined) {
      const { lead = '', time = '', joint = '' } = item.groups;
      const at = item[0].indexOf(time, lead.length);
      const own = `${blank(text.slice(0, at))}${time}${blank(joint)}${text.slice(at + time.length + joint.length)}`;
      const apart = start - over.start - over.text.length;
      return { ...passage, start: over.start, text: `${over.text}${' '.repeat(apart)}${own}` };
    }
    over = null;
    if (!text.includes(':')) return passage;
    if (/:\s*$/u.test(text)) {
      const head = text.length > LONGEST ? null : stated(text.slice(0, text.lastIndexOf(':')));
      if (head !== null) over = { ...passage, text: head.padEnd(text.length) };
      return passage;
    }
    const colon = PLACED_BEHIND.exec(text)?.index;
    const from =
      colon === undefined ? -1 : Math.max(text.lastIndexOf('. ', colon), text.lastIndexOf('; ', colon)) + 1;
    const head = colon === undefined || colon - from > LONGEST ? null : stated(text.slice(from, colon));
    return colon === undefined || head === null
      ? passage
      : {
          ...passage,
          text: `${text.slice(0, from)}${head}${text.slice(colon + 1).replace(BRACKETED, unbracketed)}`,
        };
  });
}

/** "- Đức Hòa: 900 người": a unit of the issuer's territory by its name alone. */
function placedAlone(text: string, area: Area): RegExpExecArray | null {
  const item = PLACED_ALONE.exec(text);
  return item !== null && isNamedAlone(item.groups?.time ?? '', area) ? item : null;
}

/** What stands before a list's colon without the words that only lead up or on to it, blank instead, and the colon right behind; null where it states no quantity. */
function stated(head: string): string | null {
  const marks = /^\s*(?:(?:[-–+•*]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)]?)\s+)?/iu.exec(head)?.[0].length ?? 0;
  const aimed = marks + (AIMED.exec(head.slice(marks))?.[0].length ?? 0);
  const asked = aimed + (ASKED.exec(head.slice(aimed))?.[0].length ?? 0);
  const tail = TAIL.exec(head.slice(asked))?.[0].length ?? 0;
  const named = head.slice(asked, head.length - tail);
  if (
    !(QUANTITY.test(named) || (asked > aimed && tail > 0 && /^\p{L}+\s\p{L}/u.test(named))) ||
    named.length > 120 ||
    /[.;:\d]/u.test(named.replaceAll(TIMES_WITHIN, ''))
  )
    return null;
  return `${blank(head.slice(0, marks))}${head.slice(marks, aimed)}${blank(head.slice(aimed, asked))}${named}:${blank(head.slice(head.length - tail))}`;
}

function unbracketed(list: string): string {
  return list.replaceAll(/[()]/g, ' ');
}

function blank(words: string): string {
  return ' '.repeat(words.length);
}
