import { fold } from '../lexicon/fold.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { ending, wording } from '../lexicon/patterns.ts';
import { edtfQuarter } from '../plan/edtf.ts';
import { countedTimes } from './counted-times.ts';
import { findDates, readDay } from './dates.ts';
import { recurring, withoutRepeated } from './rhythms.ts';
import type { Hit } from './time-hit.ts';

const BY = ending(
  /(?:(?:(?:chậm nhất|muộn nhất)\s+)?(?:(?:là\s+)?(?:trước|đến|vào|trong|hết|tới|không quá)\s+)+(?:thời điểm\s+)?|(?:chậm nhất|muộn nhất)\s+(?:là\s+)?|không\s+(?:để\s+)?(?:chậm|muộn)\s+(?:quá|hơn)\s+|(?<![A-Za-zÀ-\u036fḀ-ỹ])(?=(?:đầu|giữa|cuối)\s+$))(?:(?:hết|đầu|giữa|cuối)\s+)?(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?:\s*phút)?)?,?\s+)?(?:ngày\s+|tháng\s+|quý\s+)?$/iu,
);
const NOT_A_DEADLINE = ending(
  /(?:kể từ|từ|số liệu|tính đến(?: thời điểm)?|giai đoạn|so với|đã|được giao|ban hành)\s*(?:ngày\s*)?$/iu,
);

/** The times of a text by which, or in whose rhythm, something has to be done, in order; `year` is the plan's. */
export function timesOf(text: string, year: string | null = null, folded: string = fold(text)): Hit[] {
  const months = [
    ...(folded.includes('thang') ? monthsOfYear(text) : []),
    ...(folded.includes('quy') ? quartersOfYear(text) : []),
    ...(folded.includes('/') ? daysOfYear(text, year) : []),
  ];
  const dated = [
    ...months,
    ...fixed(text).filter((hit) => !months.some((other) => hit.start < other.end && other.start < hit.end)),
  ];
  const recur = withoutRepeated(text, recurring(text, folded, false, year === null)).filter(
    (hit) => !months.some((other) => hit.start < other.end && other.start < hit.end),
  );
  const alone = yearless(text, folded, dated, year).filter(
    (hit) => ![...dated, ...recur].some((other) => hit.start < other.end && other.start < hit.end),
  );
  const hits = [...dated, ...alone, ...recur, ...coupled(text, [...dated, ...alone])];
  const counted = countedTimes(text, folded).filter(
    (hit) => !hits.some((other) => hit.start < other.end && other.start < hit.end),
  );
  return [...hits, ...counted].sort((a, b) => a.start - b.start);
}

function fixed(text: string): Hit[] {
  return findDates(text).flatMap((date): Hit[] => {
    if (date.kind === 'year' || date.kind === 'span' || date.kind === 'school-year') return [];
    const before = text.slice(0, date.start);
    if (
      /\/[A-Za-zÀ-\u036fḀ-ỹ][A-Za-zÀ-\u036fḀ-ỹ-]*\s*,?\s*$/u.test(before.slice(-30)) ||
      (NOT_A_DEADLINE.test(before.slice(-40)) &&
        !(date.kind !== 'day' && ISSUED_NEXT.test(before.slice(-40))))
    )
      return [];
    const cue = BY.exec(before.slice(-80));
    if (cue === null) {
      return TIME_OF.test(before.slice(-60)) ||
        opensDuty(before, text.slice(date.end)) ||
        (date.kind !== 'day' && closesDuty(before, text.slice(date.end)))
        ? [{ start: date.start, end: date.end, due: date.value, recurrence: null }]
        : [];
    }
    if (/(?:tính đến|kể từ)\s/iu.test(before.slice(Math.max(0, date.start - 24)))) return [];
    if (/đến/iu.test(cue[0]) && SPAN_OPENED.test(before.slice(0, before.length - cue[0].length))) return [];
    return [
      {
        start: date.start - cue[0].length + (/^\s*/.exec(cue[0])?.[0].length ?? 0),
        end: date.end,
        due: date.value,
        recurrence: null,
      },
    ];
  });
}

/** "trong tháng 9 và tháng 10 năm 2026": two months of one year. */
const MONTHS_OF_YEAR = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<first>(?:trong|vào)\s+tháng\s+(?<month>\d{1,2}))\s+và\s+(?<second>tháng\s+(?<other>\d{1,2})(?:\s+năm\s+|\/)(?<year>20\d\d))(?!\d)/iu,
);

function monthsOfYear(text: string): Hit[] {
  return MONTHS_OF_YEAR.all(text).flatMap(({ index, 0: words, groups = {} }): Hit[] => {
    const { first = '', second = '', month = '', other = '', year = '' } = groups;
    const end = index + words.length;
    const due = (number: string): string => `${year}-${number.padStart(2, '0')}`;
    if (Number(month) > 12 || Number(other) > 12) return [];
    return [
      { start: index, end: index + first.length, due: due(month), recurrence: null },
      { start: end - second.length, end, due: due(other), recurrence: null },
    ];
  });
}

/** "trong quý I và quý II năm 2026": two quarters of one year. */
const QUARTERS_OF_YEAR = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<first>(?:(?:trong|vào)\s+)?quý\s+(?<quarter>I{1,3}|IV))(?:,|\s+và)\s+(?<second>(?:quý\s+)?(?<other>I{1,3}|IV)(?:\s+năm\s+|\s*\/\s*)(?<year>20\d\d))(?!\d)/iu,
);

function quartersOfYear(text: string): Hit[] {
  return QUARTERS_OF_YEAR.all(text).flatMap(({ index, 0: words, groups = {} }): Hit[] => {
    const { first = '', second = '', quarter = '', other = '', year = '' } = groups;
    const end = index + words.length;
    const due = (numeral: string): string =>
      edtfQuarter(Number(year), QUARTERS.indexOf(numeral.toUpperCase()) + 1);
    const timed = /^(?:trong|vào)/iu.test(first) || TIME_OF.test(text.slice(Math.max(0, index - 60), index));
    if (!timed) return [];
    return [
      { start: index, end: index + first.length, due: due(quarter), recurrence: null },
      { start: end - second.length, end, due: due(other), recurrence: null },
    ];
  });
}

/** "vào các ngày 15/3, 15/6 và 15/9/2026", "trước ngày 15/3, 15/6, 15/9 hằng năm": three days or more of one year, or of each. */
const DAYS_OF_YEAR = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trước|vào|đến)\s+(?:các\s+)?ngày\s+(?:\d{1,2}\/\d{1,2},\s+(?:ngày\s+)?){1,10}\d{1,2}\/\d{1,2}(?:,?\s+và\s+(?:ngày\s+)?\d{1,2}\/\d{1,2})?(?<end>\/20\d\d|\s+năm\s+20\d\d|\s+(?:hằng|hàng|mỗi)\s+năm)?(?![\d/])/iu,
);

function daysOfYear(text: string, plan: string | null): Hit[] {
  return DAYS_OF_YEAR.all(text).flatMap(({ index, 0: words, groups = {} }): Hit[] => {
    const each = /năm$/u.test(groups.end ?? '');
    const year = /\d{4}/u.exec(groups.end ?? '')?.[0] ?? plan;
    const days = [...words.matchAll(/(?:ngày\s+)?(\d{1,2})\/(\d{1,2})/giu)];
    if (days.length < 3 || (!each && year === null)) return [];
    return days.map((match, at) => {
      const [day, of = '', month = ''] = match;
      const start = at === 0 ? index : index + match.index;
      const end = at === days.length - 1 ? index + words.length : index + match.index + day.length;
      return each
        ? {
            start,
            end,
            due: null,
            recurrence: `FREQ=YEARLY;BYMONTH=${Number(month)};BYMONTHDAY=${Number(of)}`,
          }
        : { start, end, due: readDay(of, month, year ?? ''), recurrence: null };
    });
  });
}

/** "trước ngày 15/6 và ngày 15/12/2026": a day that is named together with one before it. */
function coupled(text: string, hits: readonly Hit[]): Hit[] {
  return findDates(text).flatMap((date): Hit[] => {
    if (date.kind !== 'day' || hits.some((hit) => hit.start < date.end && date.start < hit.end)) return [];
    return hits.some((hit) => /^\s+và\s+$/u.test(text.slice(hit.end, date.start)))
      ? [{ start: date.start, end: date.end, due: date.value, recurrence: null }]
      : [];
  });
}

/** A day, month or quarter without a year is of the year that its sentence names next, else of the plan's. */
function yearless(text: string, folded: string, dated: readonly Hit[], year: string | null): Hit[] {
  if (!YEARLESS_CUE.test(folded)) return [];
  return YEARLESS.all(text).flatMap((match): Hit[] => {
    const { index: start, groups = {} } = match;
    const end = start + match[0].length;
    if (/(?:tính(?:\s+đến)?|từ)\s+$/iu.test(text.slice(Math.max(0, start - 12), start))) return [];
    const sentence = /^(?:[^.;]|\.(?=\S))*/u.exec(text.slice(end))?.[0].length ?? 0;
    const next = dated.find((hit) => hit.start >= end && hit.start < end + sentence);
    const of = next?.due?.slice(0, 4) ?? year;
    if (of === null) return [];
    const { day, month, quarter, alone } = groups;
    const due =
      quarter !== undefined
        ? edtfQuarter(Number(of), QUARTERS.indexOf(quarter.toUpperCase()) + 1)
        : alone !== undefined
          ? `${of}-${alone.padStart(2, '0')}`
          : day !== undefined && month !== undefined
            ? readDay(day, month, of)
            : null;
    if (due === null) return [];
    const hit = { start, end, due, recurrence: null };
    const second = day === undefined ? null : AND_DAY.exec(text.slice(end));
    const [, words = '', otherDay = '', otherMonth = ''] = second ?? [];
    const other = second === null ? null : readDay(otherDay, otherMonth, of);
    if (second === null || other === null) return [hit];
    const last = end + second[0].length;
    return [hit, { start: last - words.length, end: last, due: other, recurrence: null }];
  });
}

/** "trước ngày 15/6 và 15/12": a second day of the same year. */
const AND_DAY =
  /^(?:\s*\([^()\d]{3,30}\d?[^()\d]{0,20}\))?\s+và\s+((?:ngày\s+)?(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2}))(?![\d/]|\s*\/|\s+(?:năm|hằng|hàng|mỗi)\s)/iu;

const QUARTERS = ['I', 'II', 'III', 'IV'];
const YEARLESS_CUE =
  /(?:truoc|nhat|la|sang|chieu|toi|dem|vao)\s+(?:ngay\s+\d|\d+(?:\s+thang|\/\d))|(?:xong|thanh|tat|trong|vao)\s+quy\s|(?:trong|vao)\s+thang\s+\d/;
const YEARLESS = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:(?:(?:chậm nhất|muộn nhất)\s+(?:là\s+)?)?trước|(?:chậm nhất|muộn nhất)(?:\s+là)?|(?:vào\s+)?(?:sáng|chiều|tối|đêm)|(?:(?:chậm nhất|muộn nhất)\s+)?vào(?=\s+ngày\s))\s+(?:ngày\s+(?=\d)|(?=\d+\s+tháng\s+\d)|(?<=(?:trước|nhất)\s+)(?=\d{1,2}\/\d{1,2}\s*(?:[.;,)]|$|(?:về|gửi|để)\s)))(?<day>\d{1,2})(?:\s+tháng\s+|\/)(?<month>\d{1,2})|(?:trong|vào)\s+quý\s+(?<quarter>I{1,3}|IV)(?!\s*(?:[,;&-]|và)\s*(?:quý\s+)?I)|(?:trong|vào)\s+tháng\s+(?<alone>0?[1-9]|1[0-2])(?!\s+âm lịch|\s*(?:[,;&-]|và)\s*(?:tháng\s+)?\d))(?![A-Za-zÀ-\u036fḀ-ỹ\d/-]|\s*\/|\s+(?:năm|20\d\d)|,?\s+(?:và\s+(?:ngày\s+)?[\d/]+\s+)?(?:hằng|hàng|mỗi)\s)/iu,
);

/** "từ ngày 15/4/2026 đến ngày 30/4/2026": a span in which something goes on, and no time it is due by. */
const SPAN_OPENED =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])từ\s+(?:ngày|tháng|quý)?\s*[\d/.IV-]+(?:\s+(?:tháng|năm)\s+\d+)*\s*$/iu;

/** "Thời gian hoàn thành: quý II năm 2026": a time that a duty is given apart from its sentence. */
const TIME_OF =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:thời gian|thời hạn|hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|báo cáo))?\s*:\s*(?:trong\s+)?$/iu;

/** "- Quý I/2026, hoàn thành …", "Tháng 3/2026: Tổ chức …": a time that opens an item or sentence before what is to be done. */
function opensDuty(before: string, behind: string): boolean {
  if (!/^\s*(?:\S{1,5}\s*)?$|[.;]\s+$/u.test(before.slice(-120).replace(/(?:trong|ngày)\s*$/iu, '')))
    return false;
  const mark = /^\s*[,:]\s*/u.exec(behind)?.[0].length ?? 0;
  const duty = behind.slice(mark, mark + 40);
  return mark > 0 && organisationLexicon().dutyIndex(duty.charAt(0).toLowerCase() + duty.slice(1)) === 0;
}

/** "Biên soạn tài liệu, hoàn thành quý III/2026;", "Tổng kết (tháng 12/2026).": a month or quarter that closes the clause of a duty. */
function closesDuty(before: string, behind: string): boolean {
  if (!/^\s*(?:\)?\s*(?:[.;,]|$))/u.test(behind)) return false;
  if (DONE_IN.test(before)) return true;
  const clause =
    /(?:^|[.;:]\s|,\s)([^.;:,]{5,160})$/u.exec(before.slice(-200))?.[1]?.replace(/^[\s*_+–-]+/u, '') ?? '';
  return (
    !OF_TIME.test(before) &&
    organisationLexicon().dutyIndex(clause.charAt(0).toLowerCase() + clause.slice(1)) === 0
  );
}

/** "…, ban hành tháng 7 năm 2026": what is drafted is issued then, and no document is cited. */
const ISSUED_NEXT = ending(/,\s+ban hành\s+$/iu);
const DONE_IN = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:hoàn thành|hoàn tất|xong)\s+$/iu);
/** What a month or quarter behind it belongs to, so that it is no time of the duty. */
const OF_TIME = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:kế hoạch|chương trình|báo cáo|số liệu|tình hình|kết quả|nhiệm vụ|công tác|kinh phí|dự toán|chỉ tiêu|phiên họp|kỳ họp|của|cho|từ|và|so với|cùng kỳ|kỳ|năm|là)\s+$|[-–]\s*$/iu,
);
