import { allMatches, ending, wording } from '../../lexicon/patterns.ts';
import { dayRange, edtfQuarter } from '../../plan/edtf.ts';
import type { Span } from '../../plan/source-text.ts';
import type { PlanSection } from '../../plan/tree.ts';
import { type Context, clauseBefore, type Passage, textOf } from '../context.ts';
import { type DateMention, findDates } from '../dates.ts';
import { Read } from '../reading.ts';
import { isActed } from './acts.ts';

const QUARTER = /(?<![A-Za-zÀ-\u036fḀ-ỹ])quý\s+(I{1,3}|IV|[1-4])(?![A-Za-zÀ-\u036fḀ-ỹ\d])/giu;
/** "đến hết năm": the end of the plan's only year. */
const YEAR_END = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:hết|cuối) năm(?!\s*(?:(?:19|20)\d{2}|\d\/|học|nay|trước|sau))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu,
);
/** "6 tháng đầu năm 2026": by June. */
const FIRST_HALF_OF = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<!\d)(?:06|6|sáu) tháng đầu năm\s+(?<year>(?:19|20)\d{2})(?!\d)/iu,
);
/** "trong 6 tháng đầu năm", "…, 6 tháng đầu năm 400 giấy", "giải ngân 9 tháng đầu năm đạt 70%": by June or September of the plan's only year. */
const FIRST_HALF = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?<=trong\s+)(?:06|6|sáu|09|9|chín) tháng đầu năm(?!\s*(?:\d|học|sau))|(?<=(?:[,;:(]|trong đó)\s*|\p{Ll}\s+|^[\s*_+–-]*)(?:06|6|sáu|09|9|chín) tháng đầu năm(?=:?(?:\s(?:tỷ lệ|tỉ lệ)?\s?(?:giải ngân|thực hiện|hoàn thành|thu|giải quyết))?\s+(?:(?:đạt|có|là|trên|hơn|khoảng|ít nhất|tối thiểu)\s+)*(?!(?:19|20)\d{2}(?!\d))\d))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu,
);
/** "trong tháng 4": a month of the plan's only year. */
const MONTH_ALONE = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<=(?:trong|vào|hết)\s+)tháng\s+(?<month>0?[1-9]|1[0-2])(?!\s*(?:[-–,&]|đến|và)\s*(?:tháng\s+)?\d{1,2}(?![\d.])|[\d/]|\s*\/|,?\s+(?:năm|âm lịch|hằng|hàng|mỗi)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu,
);
/** "đến 30/6 đạt 50%": a day of the plan's only year. */
const DAY_ALONE = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:đến|trước|hết|tới|chậm nhất|muộn nhất)\s+(?:hết\s+)?(?:là\s+)?(?:ngày\s+)?(?<day>\d{1,2})\/(?<month>0?[1-9]|1[0-2])(?![\d/]|\.\d|\s*(?:hằng|hàng|mỗi)\s)/iu,
);
const QUARTERS: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4 };
/** What stands before a date that is a document's, a start or a point of comparison, not a time to reach something by. */
const NOT_DUE =
  /(?:\/(?!(?:năm|quý|tháng|tuần|người|hộ|ha)(?![A-Za-zÀ-\u036fḀ-ỹ]))[A-Za-zÀ-\u036fḀ-ỹ\d-]+\s*|so với(?:\s+(?!(?:trong|vào|đến|đạt)(?![A-Za-zÀ-\u036fḀ-ỹ]))[A-Za-zÀ-\u036fḀ-ỹ]+){0,6}|so cùng kỳ|so(?: năm)?|cùng kỳ|kể từ|từ|của|thực hiện|kế hoạch|giá so sánh|giá cố định|nhiệm kỳ|gấp\s+\d[\d.,]*\s+lần(?:\s+so với)?|(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tăng|giảm|nâng|đưa|rút ngắn)\s(?:[^.;]{0,60}\s)?từ\s+(?:mức\s+)?\d[\d.,]*\s*(?:%|‰|(?!trở)\p{L}[\p{L}²³]*(?:\s\p{L}+){0,2}(?:\/[\d.]*\s?\p{L}+(?:\s\p{L}+){0,2})?)?(?:\s+(?:vào|của|trong))?(?:\s+(?:cuối|hết|đầu))?|tăng lương[^.;]*)\s*$/iu;
/** "Tuyên truyền Luật Hợp tác xã năm 2023": the year that is part of a law's name. */
export const NAMES_LAW =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)(?:,?\s(?!(?:trong|đến|vào|cho|tại|từ|trước|hết|cuối)\s)[A-Za-zÀ-\u036fḀ-ỹ]+){0,9}\s*$/u;

/** "sổ hộ tịch lập trước năm 2016": which papers are meant. */
const MADE_BEFORE =
  /(?:hồ sơ|sổ|giấy tờ|giấy chứng nhận|văn bản|tài liệu)\s(?:[^.;,]*\s)?(?:lập|cấp|ban hành|hình thành|phát sinh)\s(?:từ\s)?trước\s(?:năm\s)?$/iu;

/** "cấp ủy nhiệm kỳ 2025 - 2030": whose term it is. */
const OF_TERM = /^nhiệm kỳ\s/iu;
/** What stands between a figure and a date behind it that it is due by. */
const DUE_BEHIND = /^[^.;:]*?(?:trong|vào|đến|đến hết|hết|tính đến|vào cuối|cuối|tới|hàng|trước)?\s*$/iu;

/** What stands between a figure and the date behind it that is its own, whatever date stands before: "60% vào năm 2030". */
const BESIDE = /^\s*(?:sinh (?:ra )?sống\s+)?(?:(?:vào|đến|tới|trong)\s+(?:cuối\s+|hết\s+|trước\s+)?)?$/iu;

/**
 * The time that governs a figure at `figure` (offsets into the passage's text): one that is set right beside it, else
 * the nearest before it in its own sentence, else one right behind it, else what opens the passage, else the headings above, else the plan's period.
 */
export function dueOf(
  context: Context,
  passage: Passage,
  figure: Span,
  clauseEnd: number,
  period: Read<string> | null,
): Read<string> | null {
  const dates = datesOf(passage, period).filter(
    (date) =>
      (!isPastOfCounted(context, passage.text, figure, date) &&
        !OF_TERM.test(passage.text.slice(date.start, date.end)) &&
        !(
          date.kind === 'year' &&
          (NAMES_LAW.test(passage.text.slice(Math.max(0, date.start - 120), date.start)) ||
            MADE_BEFORE.test(passage.text.slice(Math.max(0, date.start - 30), date.start)))
        ) &&
        !NOT_DUE.test(passage.text.slice(Math.max(0, date.start - 120), date.start))) ||
      /đến\s*$/iu.test(passage.text.slice(Math.max(0, date.start - 8), date.start)),
  );
  const at = (date: DateMention): Read<string> =>
    new Read(date.value, { start: passage.start + date.start, end: passage.start + date.end });
  const beside = dates.find((date) => date.start >= figure.end);
  if (beside !== undefined && BESIDE.test(passage.text.slice(figure.end, beside.start))) return at(beside);
  const sentence = sentenceStart(passage.text, figure.start);
  // "trong 6 tháng đầu năm 180 ha, cả năm trên 420 ha".
  if (
    period !== null &&
    /^\d{4}$/u.test(period.value) &&
    WHOLE_YEAR.test(passage.text.slice(sentence, figure.start))
  )
    return new Read(period.value, period.span, 0.9);
  const before = dates.findLast(
    (date) =>
      date.end <= figure.start && date.start >= sentence && !closesOther(passage.text, sentence, date),
  );
  const own = before === undefined ? undefined : ownTimeBehind(passage.text, dates, sentence, before, figure);
  if (own !== undefined) return at(own);
  if (before !== undefined) return at(earliestOfPair(passage.text, dates, before));
  const closing = closingTime(passage.text, dates, figure.end);
  // "trong 6 tháng đầu năm 2026, hoàn thành trước ngày 15/6/2026": the day by which it is to be done.
  if (closing?.kind === 'day' && DONE_BY.test(passage.text.slice(figure.end, closing.start)))
    return at(closing);
  const behind = dueBehind(passage.text, dates, figure.end, clauseEnd + 40);
  if (
    behind !== undefined &&
    isDueBehind(passage.text.slice(figure.end, behind.start), passage.text.slice(behind.end))
  )
    return at(behind);
  if (closing !== undefined) return at(closing);
  const leading = leadingTime(passage.text, dates, figure.start);
  if (leading !== undefined) return at(leading);
  const opening = openingTime(passage.text, dates, figure.start);
  if (opening !== undefined) return at(opening);
  for (const section of [...passage.under].reverse()) {
    const told = leadInTime(context, section, passage, period);
    if (told !== null) return told;
    const text = textOf(context.source, section.heading);
    if (text.length > 600) continue;
    const found = withQuarters(text, period).filter(
      (date) => !NOT_DUE.test(text.slice(0, date.start)) || /đến\s*$/iu.test(text.slice(0, date.start)),
    );
    const points = found.filter((date) => date.kind !== 'span');
    const first = points.length > 0 ? earliest(points) : (found.find(opensHeading(text)) ?? null);
    if (first !== null) {
      return new Read(first.value, {
        start: section.heading.start + first.start,
        end: section.heading.start + first.end,
      });
    }
  }
  return period === null ? null : new Read(period.value, period.span, 0.9);
}

/** "xử lý dứt điểm 22 hồ sơ tồn đọng trước năm 2024", "số hóa 2.400 hồ sơ giai đoạn 2021 - 2025": since when those are there on whom something is yet to be done. */
function isPastOfCounted(context: Context, text: string, figure: Span, date: DateMention): boolean {
  const last = dayRange(date.value)?.last;
  if (last === undefined || context.issuedOn === null || last >= context.issuedOn) return false;
  return (
    date.start >= figure.end &&
    /^\s?%?\s?[^.;:,()%\d]{3,60}\s\(?(?:tồn đọng\s(?:từ\s)?(?:trước\s)?(?:năm\s)?|giai đoạn\s)?$/iu.test(
      text.slice(figure.end, date.start),
    ) &&
    isActed(clauseBefore(text, figure.start)) &&
    (/^giai đoạn/iu.test(text.slice(date.start)) ||
      /tồn đọng|giai đoạn/iu.test(text.slice(figure.end, date.start)))
  );
}

/** "tái canh 165 ha trước ngày 31/8/2026, ghép cải tạo 40 ha": the day by which another thing is to be done, told behind it. */
function closesOther(text: string, sentence: number, date: DateMention): boolean {
  return (
    date.kind === 'day' &&
    SO_MANY_BY.test(text.slice(sentence, date.start)) &&
    ANOTHER_ACT.test(text.slice(date.end))
  );
}

/** "lắp đặt 02 trạm cân trước ngày 31/8/2026, tại huyện B lắp đặt 01 trạm cân trong quý IV/2026": the time behind the second, where the first has its own behind it, too. */
function ownTimeBehind(
  text: string,
  dates: readonly DateMention[],
  sentence: number,
  before: DateMention,
  figure: Span,
): DateMention | undefined {
  const next = dates.find(({ start }) => start >= figure.end);
  return next !== undefined &&
    SO_MANY_THEN.test(text.slice(sentence, before.start)) &&
    NEXT_ACT.test(text.slice(before.end, figure.start)) &&
    UNTIL.test(text.slice(figure.end, next.start))
    ? next
    : undefined;
}

const TIME_LEAD = String.raw`(?:(?:xong|hoàn thành)\s)?(?:trước|trong|vào|đến|hết|chậm nhất|cuối|tới)\s(?:hết\s|cuối\s|là\s)?(?:(?:ngày|năm|tháng|quý)\s)?$`;
const SO_MANY_THEN = new RegExp(
  String.raw`(?:^|[;,.]\s|\svà\s|\s)\d[\d.,]*\s?(?:%|\p{L}+)\s(?:[^.;:\d]{1,90}\s)?${TIME_LEAD}`,
  'iu',
);
const NEXT_ACT =
  /^(?:;|,|,?\svà)\s+(?!(?:trong đó|riêng|đạt|còn|tăng|giảm|chiếm|tương|nâng|phấn đấu)\s)\p{L}[^.;:,\d]{2,90}\s$/iu;
const UNTIL = new RegExp(String.raw`^\s?(?:%|\p{L}+)\s(?:[^.;:,\d]{1,90}\s)?${TIME_LEAD}`, 'iu');

const SO_MANY_BY = ending(
  /^[^,.;:]*\d[\d.,]*\s?(?:%|\p{Ll}+)(?:\s[^,.;:\d]{1,60})?\s(?:trước|chậm nhất)(?:\s(?:là|vào))?\s(?:ngày\s)?$/iu,
);
const ANOTHER_ACT =
  /^,\s(?!(?:trong đó|riêng|đạt|còn|tăng|giảm|chiếm|tương|bằng|đến|tới|nâng|phấn đấu|và)\s)\p{Ll}+(?:\s\p{Ll}+){1,6}\s(?=\d)/u;

const WHOLE_YEAR = ending(/[,;]\s+cả năm(?:\s(?:đạt|là|trên|hơn|khoảng|ít nhất|tối thiểu|từ))*\s*$/iu);

/** "Phấn đấu đến ngày 15/12/2026 hoàn thành các chỉ tiêu sau:": the time that the paragraph before a section's list sets for all that is listed. */
function leadInTime(
  context: Context,
  section: PlanSection,
  passage: Passage,
  period: Read<string> | null,
): Read<string> | null {
  const before = section.children.findLast(
    (node) => node.type === 'paragraph' && node.span.end <= passage.start,
  );
  if (before === undefined) return null;
  const text = textOf(context.source, before.span);
  if (!/:\s*$/u.test(text) || text.length > 400) return null;
  const dates = withQuarters(text, period);
  const first =
    earliest(dates.filter((date) => date.kind !== 'span' && LEADS_LIST.test(text.slice(0, date.start)))) ??
    timeOfAims(text, dates);
  return first === null
    ? null
    : new Read(first.value, { start: before.span.start + first.start, end: before.span.start + first.end });
}

/** "Các chỉ tiêu đến năm 2030 như sau:", "Giai đoạn 2026 - 2028, tỉnh phấn đấu đạt:": the one time of what leads up to aims. */
function timeOfAims(text: string, dates: readonly DateMention[]): DateMention | null {
  if (!AIMS.test(text) || REPORTS.test(text)) return null;
  const own = dates.filter(({ start }) => !OF_DOCUMENT.test(text.slice(0, start)));
  const [first] = own;
  return first !== undefined && own.every(({ value }) => value === first.value) ? first : null;
}

const AIMS = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:mục tiêu|chỉ tiêu|phấn đấu)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const REPORTS = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:kết quả|đã|ước|cùng kỳ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** What stands before the day or the year of a document: "Nghị quyết số 12-NQ/TU ngày". */
const OF_DOCUMENT =
  /(?:\/[A-Za-zÀ-\u036fḀ-ỹ\d-]+\s[^,;:]{0,60}|(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Đề án|Luật|Thông tư|Kết luận)\s[^,;:]{0,60}|ngày\s+)$/u;

/** The time that stands at `time` itself; of "các năm 2026, 2027" the second is a year alone. */
export function dueAt(
  context: Context,
  passage: Passage,
  time: Span,
  period: Read<string> | null,
): Read<string> | null {
  const year = /^(?:19|20)\d{2}$/u.exec(passage.text.slice(time.start, time.end).trim())?.[0];
  return year === undefined
    ? dueOf(context, passage, { start: time.end, end: time.end }, time.end, period)
    : new Read(year, { start: passage.start + time.start, end: passage.start + time.end });
}

/** "Đến năm 2030, tỷ lệ … đạt 95%; tỷ lệ … đạt 60%": what opens the sentence is the time of each item listed in it. */
function leadingTime(text: string, dates: readonly DateMention[], figure: number): DateMention | undefined {
  const sentence = Math.max(
    0,
    ...allMatches(SENTENCE_END, text.slice(0, figure)).map(({ index }) => index + 1),
  );
  return dates.findLast(
    ({ start, end }) => start >= sentence && end <= figure && LEADS_LIST.test(text.slice(sentence, start)),
  );
}

const SENTENCE_END = /[.](?=\s+(?:[\p{Lu}"“(-]|\d[\d,]*\s?%\s|$))/gu;
const LEADS_LIST =
  /(?:^|[.;:,]|mục tiêu|phấn đấu)\s*(?:[-+]\s*)?(?:(?:phấn đấu|mục tiêu|đến|tới|tính đến|vào|trong|hết|cuối|trước)\s+)+(?:(?:ngày|tháng|năm|giai đoạn)\s+)?$/iu;

/** The time that opens a passage is that of its later sentences, too, where the first names no second one. */
function openingTime(text: string, dates: readonly DateMention[], figure: number): DateMention | undefined {
  const first = dates.find(({ start, end }) => start < 40 && end <= figure);
  // "Xóa 137 nhà tạm trước ngày 31/10/2024; 100% hộ …": the time of an item of its own.
  if (
    first !== undefined &&
    /(?:^|\s)\d[\d.,]*\s\p{Ll}/u.test(text.slice(0, first.start)) &&
    text.slice(first.end, figure).includes('; ')
  )
    return undefined;
  if (first !== undefined && closesOther(text, 0, first)) return undefined;
  const again = dates.some(({ start }) => first !== undefined && start > first.end && start < figure);
  const closed =
    first !== undefined && /[.](?=\s+(?:[\p{Lu}"“(-]|\d[\d,]*\s?%\s|$))/u.test(text.slice(first.end, figure));
  return again && closed ? undefined : first;
}

/** "Giai đoạn 2026 - 2030:": a span is the time of what stands below where the heading says nothing else. */
function opensHeading(heading: string): (date: DateMention) => boolean {
  return ({ start, end }) =>
    OPENS_HEADING.test(heading.slice(0, start)) && CLOSES_HEADING.test(heading.slice(end));
}

const OPENS_HEADING =
  /^[\s*_+–-]*(?:(?:[\da-zđ]{1,2}(?:\.\d{1,2})*|[IVX]+)[.)]\s+)?(?:(?:(?:một số\s|các\s)?(?:mục tiêu|chỉ tiêu)(?:\s(?:chủ yếu|cụ thể|chính|chung|phấn đấu))*|phấn đấu)\s+)?(?:(?:trong|cho)\s+(?:\d{1,2}\s+)?)?$/iu;
const CLOSES_HEADING =
  /^[\s:.,*)]*$|^,?\s(?:phấn đấu\s)?(?:đạt(?: được)?|hoàn thành|thực hiện)\s(?:các|những|một số)\s(?:mục tiêu|chỉ tiêu)[^.;\d]*$/iu;

const read = new WeakMap<Passage, DateMention[]>();

/** The dates of a passage, read once for all its figures. */
function datesOf(passage: Passage, period: Read<string> | null): DateMention[] {
  const known = read.get(passage);
  if (known !== undefined) return known;
  const dates = withQuarters(passage.text, period);
  read.set(passage, dates);
  return dates;
}

/** The first date behind a figure; the day it is due by where that follows the year of what it is a share of: "kế hoạch vốn năm 2026 trước ngày 15/12/2026". */
function dueBehind(
  text: string,
  dates: readonly DateMention[],
  from: number,
  to: number,
): DateMention | undefined {
  const near = dates.filter(({ start }) => start >= from && start <= to);
  const [first, second] = near;
  const until =
    first?.kind === 'year' && second !== undefined
      ? /^\s+(?:trước|chậm nhất|xong trước)\s+(?:ngày\s+|tháng\s+)?$/iu.test(
          text.slice(first.end, second.start),
        )
      : false;
  // "trong 6 tháng đầu năm 2026, hoàn thành trước ngày 15/6/2026": the time that closes what goes on in another.
  const closes =
    first !== undefined &&
    second !== undefined &&
    /^,\s*(?:hoàn thành|xong|kết thúc)\s+(?:trước|chậm nhất|trong)\s+(?:(?:ngày|tháng)\s+)?$/iu.test(
      text.slice(first.end, second.start),
    );
  return until || closes ? second : first;
}

/** "Tổ chức 08 lớp tập huấn cho 640 người, xong trước ngày 31/3/2026;": what is done by the time that closes it. */
function closingTime(text: string, dates: readonly DateMention[], from: number): DateMention | undefined {
  const length = text.slice(from).search(/;(?!\s*(?:xong|hoàn thành)\s+(?:trước|trong)\s)|[.](?=\s|$)/iu);
  const to = length < 0 ? text.length : from + length;
  const last = dates.findLast(({ start, end }) => start >= from && end <= to);
  return last !== undefined &&
    (CLOSES.test(text.slice(from, last.start)) ||
      AND_SO_MANY_BY.test(text.slice(from, last.start)) ||
      FOR_SO_MANY_BY.test(text.slice(from, last.start))) &&
    /^\s*\)?\s*(?:\([^()]*\)\s*)?$/u.test(text.slice(last.end, to))
    ? last
    : undefined;
}

const CLOSES =
  /(?:^(?!.*(?:trong đó|riêng)\s).*\sxong\s+|[,;(]\s*(?:(?:bảo đảm|đảm bảo|phấn đấu)\s+)?(?:hoàn thành|xong|kết thúc|hoàn thành xong|(?:gửi|trình|báo cáo)\s\p{Lu}[^,;.:\d]{2,60}|(?:hoàn thành, )?(?:đưa|đi) vào (?:vận hành|sử dụng|khai thác|hoạt động))\s+|[,(]\s*)(?:trước|chậm nhất(?:\s+(?:là|đến|vào|trước))?|trong)\s+(?:(?:ngày|tháng|quý|năm)\s+)?$/iu;

/** Nothing but a time stands between what is counted and the day that it is to be done by. */
const DONE_BY = ending(
  /^[^.;:]*\s(?:trong|quý|tháng|năm)\s[^.;:,]*,\s(?:hoàn thành|xong)\s(?:trước|chậm nhất)\s(?:ngày\s)?$/iu,
);

/** "Hình thành 03 phòng thí nghiệm, 01 trung tâm tính toán trong năm 2028": so many of one and of another by the same time. */
const AND_SO_MANY_BY =
  /^(?:\s[A-Za-zÀ-\u036fḀ-ỹ](?:(?!trong đó|riêng|đợt \d)[^.:;,\d])*)?(?:,|,?\svà)\s\d[\d.]*(?:,\d+)?\s?%?\s[A-Za-zÀ-\u036fḀ-ỹ][^.:;,\d%]*\s(?:trong|trước|vào|đến|tới)\s+(?:(?:ngày|tháng|quý|năm)\s+)?$/iu;

/** "Tổ chức 02 lớp tập huấn cho khoảng 180 người của các sở, ngành trong tháng 5/2025." */
const FOR_SO_MANY_BY =
  /^(?:(?!trong đó|riêng|đợt \d)[^.;\d])*\s(?:cho|với)\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)?\d[\d.]*\s[^.;\d]*\s(?:trong|trước|vào|đến|tới)\s+(?:(?:ngày|tháng|quý|năm)\s+)?$/iu;

function isDueBehind(between: string, after: string): boolean {
  // "15 sản phẩm được công nhận, đến năm 2030 có 350 sản phẩm": the time of what follows it.
  if (
    (between.includes(',') || AND_THEN.test(between)) &&
    /^\s*(?:(?:có|đạt|đạt được|phấn đấu|là|còn|giảm|tăng|tối thiểu|ít nhất)\s|:?\s*\d)/iu.test(after)
  )
    return false;
  // "lên 96,5% (năm 2023: 91,3%)": the time of what was had before.
  if (/\(\s*$/u.test(between) && /^\s*(?::|là|đạt|chỉ)\s*\d/iu.test(after)) return false;
  // "dưới 150 người/100.000 dân, hướng tới chấm dứt bệnh lao vào năm 2030": the time of what lies beyond.
  if (/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:hướng tới|tiến tới)\s/iu.test(between)) return false;
  if (/[;:]|\.\s/.test(between) || /,\s*(?:chậm nhất|trước)/iu.test(between)) return false;
  // "320.000 cây, trong đó quý II …", "03 đợt, đợt 1 trước ngày …": the time of a part.
  if (/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trong đó|riêng|đợt\s+(?:\d|[IV]))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(between))
    return false;
  return DUE_BEHIND.test(between);
}

/** "20% số xã và phấn đấu đến cuối năm 2030 có 50%": the time of what is joined to it. */
const AND_THEN = /\svà\s(?:phấn đấu\s)?(?:(?:đến|tới|vào|hết|cuối|trước)\s)+(?:năm\s)?$/iu;

/** "đến ngày A hoàn thành và duy trì đến ngày B": the earliest of two times named together governs. */
function earliestOfPair(text: string, dates: readonly DateMention[], date: DateMention): DateMention {
  const sentence = sentenceStart(text, date.start);
  const pair = dates.filter(
    (other) =>
      other.start >= sentence &&
      other.end <= date.end &&
      other.kind === 'day' &&
      date.kind === 'day' &&
      // "đến 30/6/2026 đạt 60%, đến 31/12/2026 đạt 80%": each has its own.
      !/\d\s*%/u.test(text.slice(other.end, date.start)),
  );
  return earliest(pair) ?? date;
}

function earliest(dates: readonly DateMention[]): DateMention | null {
  let first: DateMention | null = null;
  for (const date of dates) {
    const last = dayRange(date.value)?.last ?? '9999';
    if (first === null || last < (dayRange(first.value)?.last ?? '9999')) first = date;
  }
  return first;
}

const SENTENCE_OR_PART_END = /[.;](?=\s+(?:[\p{Lu}"“(-]|\d[\d,]*\s?%\s|$))|;\s/gu;

function sentenceStart(text: string, before: number): number {
  let start = 0;
  for (const match of allMatches(SENTENCE_OR_PART_END, text.slice(0, before)))
    start = match.index + match[0].length;
  return start;
}

/** Dates, and quarters whose year stands elsewhere in the passage or is the plan's only year. */
export function withQuarters(text: string, period: Read<string> | null): DateMention[] {
  const halved = /tháng đầu năm/iu.test(text);
  const halves = (halved ? FIRST_HALF_OF.all(text) : []).map(
    (match): DateMention => ({
      value: `${match.groups?.year}-06`,
      kind: 'month',
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  const dates = [
    ...findDates(text).filter(
      ({ start, end }) => !halves.some((half) => half.start <= start && end <= half.end),
    ),
    ...halves,
  ].sort((a, b) => a.start - b.start);
  if (period !== null && /^\d{4}$/.test(period.value)) {
    for (const match of YEAR_END.all(text))
      dates.push({
        value: period.value,
        kind: 'year',
        start: match.index,
        end: match.index + match[0].length,
      });
    for (const match of halved ? FIRST_HALF.all(text) : [])
      dates.push({
        value: `${period.value}-${/^(?:0?6|sáu)/iu.test(match[0]) ? '06' : '09'}`,
        kind: 'month',
        start: match.index,
        end: match.index + match[0].length,
      });
    for (const match of text.includes('/') ? DAY_ALONE.all(text) : []) {
      const { day = '', month = '' } = match.groups ?? {};
      const value = `${period.value}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      if (dayRange(value) !== null)
        dates.push({ value, kind: 'day', start: match.index, end: match.index + match[0].length });
    }
    for (const match of text.includes('tháng') ? MONTH_ALONE.all(text) : [])
      dates.push({
        value: `${period.value}-${match.groups?.month?.padStart(2, '0')}`,
        kind: 'month',
        start: match.index,
        end: match.index + match[0].length,
      });
    dates.sort((a, b) => a.start - b.start);
  }
  if (!/quý/iu.test(text)) return dates;
  const year =
    dates.find((date) => date.kind === 'year')?.value ??
    (period !== null && /^\d{4}$/.test(period.value) ? period.value : null);
  if (year === null) return dates;
  for (const match of text.matchAll(QUARTER)) {
    const start = match.index;
    const end = start + match[0].length;
    if (dates.some((date) => start < date.end && date.start < end)) continue;
    const numeral = match[1] ?? '';
    const number = QUARTERS[numeral.toUpperCase()] ?? Number(numeral);
    dates.push({ value: edtfQuarter(Number(year), number), kind: 'quarter', start, end });
  }
  return dates.sort((a, b) => a.start - b.start);
}
