import { findAgencies } from '../lexicon/agencies.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { targetLexicon } from '../lexicon/targets.ts';
import type { Span } from '../plan/source-text.ts';
import type { RegionName } from '../plan/tree.ts';
import { type AgencyReading, agencyAt } from './agencies.ts';
import { chargeIn } from './charges.ts';
import { type Context, clauseBefore, type Passage, passages, textOf, trimSpan } from './context.ts';
import { findDates } from './dates.ts';
import { Read, Whole } from './reading.ts';

/** A time by which, or a rhythm in which, something has to be done. */
export interface DeadlineReading {
  whole: Whole;
  /** Where its words stand. */
  span: Span;
}

const REGIONS: readonly RegionName[] = ['body', 'closing'];

const BY =
  /(?:(?:(?:chậm nhất|muộn nhất)\s+)?(?:(?:là\s+)?(?:trước|đến|đến hết|vào|trong|hết|tới|không quá)\s+)+(?:thời điểm\s+)?|(?:chậm nhất|muộn nhất)\s+(?:là\s+)?)(?:hết\s+|cuối\s+)?(?:ngày\s+|tháng\s+|quý\s+)?$/iu;
const NOT_A_DEADLINE =
  /(?:kể từ|từ|số liệu|tính đến(?: thời điểm)?|giai đoạn|so với|đã|được giao|ban hành)\s*(?:ngày\s*)?$/iu;

const RHYTHMS: readonly [RegExp, string][] = [
  [/(?:hằng|hàng|mỗi|từng)\s+tuần(?:\s+(?:một|1|01)\s+lần)?/iu, 'FREQ=WEEKLY'],
  [/(?:hằng|hàng|mỗi)\s+tháng(?:\s+(?:một|1|01)\s+lần)?/iu, 'FREQ=MONTHLY'],
  [/(?:hằng|hàng|mỗi)\s+quý(?:\s+(?:một|1|01)\s+lần)?/iu, 'FREQ=MONTHLY;INTERVAL=3'],
  [/(?:ba|3|03)\s+tháng(?:\s*\/\s*|\s+(?:một|1|01)\s+)lần/iu, 'FREQ=MONTHLY;INTERVAL=3'],
  [/(?:đến\s+)?tháng\s+đầu\s+quý(?:\s+sau)?/iu, 'FREQ=MONTHLY;INTERVAL=3'],
  [
    /(?:(?:hằng|hàng|mỗi)\s+)?(?:06|6|sáu)\s+tháng(?:(?:\s*\/\s*|\s+(?:một|1|01)\s+)lần|\s+đầu\s+năm(?!\s+\d{4}))?(?!\s*(?:trở|liên|kể|đầu\s+năm\s+\d))/iu,
    'FREQ=MONTHLY;INTERVAL=6',
  ],
  [/(?:vào\s+)?(?:mỗi\s+)?đầu\s+(?:mỗi\s+)?năm\s+học/iu, 'FREQ=YEARLY'],
  [/(?:hằng|hàng|mỗi)\s+năm(?!\s+học)(?:\s+(?:một|1|01)\s+lần)?/iu, 'FREQ=YEARLY'],
  [/(?:hai|2|02)\s+năm\s+(?:một|1|01)\s+lần/iu, 'FREQ=YEARLY;INTERVAL=2'],
];
const YEARLY_DAY = /(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu;
const WEEKLY_DAY = /thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?:hằng|hàng|mỗi)\s+tuần/iu;
const WEEKDAYS: Record<string, string> = {
  hai: 'MO',
  ba: 'TU',
  tư: 'WE',
  năm: 'TH',
  sáu: 'FR',
  bảy: 'SA',
  2: 'MO',
  3: 'TU',
  4: 'WE',
  5: 'TH',
  6: 'FR',
  7: 'SA',
};
const QUARTERLY_DAY =
  /ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu|cuối)\s+(?:hằng|hàng|mỗi)?\s*quý(?:\s+sau)?/iu;
const YEARLY_DAY_BEHIND =
  /(?:hằng|hàng|mỗi)\s+năm\s*[,(]?\s*(?:chậm nhất\s+)?(?:trước|vào|đến)\s+(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})(?!\s*[/\d]|\s+năm)\)?/iu;
/** A day without a year: of each year where the duty is periodic. */
const DAY_ALONE =
  /(?:(?:chậm nhất|muộn nhất)\s+(?:là\s+)?)?(?:trước|vào|đến|là)\s+ngày\s+(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})(?!\s*[/\d]|\s+năm|,?\s+(?:và|hằng|hàng|mỗi))/iu;
const MONTHLY_DAY_BEHIND =
  /(?:hằng|hàng|mỗi)\s+tháng\s*(?:[,(]?\s*(?:chậm nhất\s+)?(?:trước|vào|đến)\s+|\(\s*)(?:ngày\s+)(\d{1,2})(?!\s*[/\d]|\s+tháng)\)?/iu;
/** A report of half a year or a year, and in brackets its day: "6 tháng đầu năm (trước ngày 10/6)". */
const PART_OF_YEAR_BEHIND =
  /(?:(?:06|6|sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:(?:hằng|hàng|cả|một)\s+)?năm)\s*\(\s*(?:chậm nhất\s+)?(?:(?:trước|vào|đến)\s+)?(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})\)/iu;
const QUARTERLY_DAY_BEHIND =
  /(?:(?:hằng|hàng|mỗi)\s+)?quý\s*\(\s*(?:chậm nhất\s+)?(?:(?:trước|vào|đến)\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu|cuối)\s+(?:(?:hằng|hàng|mỗi)\s+)?quý(?:\s+sau)?\)/iu;
const YEARLY_MONTH = /(?:vào\s+|trong\s+)?tháng\s+(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu;
const TWO_DAYS =
  /ngày\s+(\d{1,2})\/(\d{1,2})\s+và\s+(?:ngày\s+)?(\d{1,2})\/(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu;
const MONTHLY_DAY = /ngày\s+(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+tháng/iu;
/** "hàng quý, 06 tháng, năm": the rhythms after the first are named by their noun alone. */
const BARE: readonly [RegExp, string][] = [
  [/^(?:(?:hằng|hàng)\s+)?tuần/iu, 'FREQ=WEEKLY'],
  [/^(?:(?:hằng|hàng)\s+)?tháng/iu, 'FREQ=MONTHLY'],
  [/^(?:(?:hằng|hàng)\s+)?quý/iu, 'FREQ=MONTHLY;INTERVAL=3'],
  [/^(?:06|6|sáu)\s+tháng(?:\s*\/\s*lần)?/iu, 'FREQ=MONTHLY;INTERVAL=6'],
  [/^(?:(?:hằng|hàng)\s+)?năm(?!\s*\d|\s+học)/iu, 'FREQ=YEARLY'],
];

/** Duties whose rhythm a following word times, as against nouns that it merely describes. */
const DUTY =
  /^(?:báo cáo|tổng hợp|thực hiện|tổ chức|xây dựng|cung cấp|chia sẻ|rà soát|kiểm tra|đánh giá|gửi|lập|chỉ đạo|phối hợp|tham mưu|triển khai|cập nhật|thông báo|thống kê|theo dõi|đôn đốc|kết nối|trao đổi|bố trí|chuyển|sơ kết|tổng kết|căn cứ|tuyên truyền|các|đơn vị|ubnd|sở|cơ quan|mỗi|có|trên cơ sở|định kỳ|trình|đề xuất|công bố|công khai|tiến hành|họp|làm việc|đảm bảo|bảo đảm|hoàn thành|kịp thời|chủ động|phấn đấu|giao|linh hoạt|về|\d)/iu;
const NOUN_BEFORE =
  /(?:lương hưu|trợ cấp|chế độ|thu nhập|đóng góp|kế hoạch|chỉ tiêu|chương trình|nghị quyết|dự toán|mức|tiền|số liệu|báo cáo|kết quả|tăng trưởng|bình quân|khám sức khỏe|kinh tế - xã hội|giao|theo từng|BHXH|thanh tra|cao điểm|cụ thể|phân bổ|cân đối ngân sách|ngân sách|ngân sách địa phương|kinh phí|xếp loại|xếp loại cán bộ|chi tiết|giảm|tăng|số vụ|dự toán thu)\s*$/iu;

/** The deadlines of the plan in document order. */
export function extractDeadlines(context: Context, agencies: readonly AgencyReading[]): DeadlineReading[] {
  const found: DeadlineReading[] = [];
  for (const name of REGIONS) {
    for (const passage of passages(context, name)) {
      if (!/\d{1,2}[/.]|năm|tháng|quý|tuần|(?:giờ|ngày)\s/u.test(passage.text) || isPast(context, passage))
        continue;
      const hits = timesOf(passage.text);
      let floor = 0;
      let told = 0;
      for (const [index, hit] of hits.entries()) {
        const group = startOfGroup(passage.text, hits, index);
        if (group === hit.start) floor = told;
        const at = { start: passage.start + hit.start, end: passage.start + hit.end };
        const action = actionOf(
          passage.text,
          group,
          endOfGroup(passage.text, hits, index),
          endOfAction(passage.text, hits, index),
          floor,
        );
        told = action !== null && action.end <= hit.start ? hit.end : 0;
        const agency = agencyAt(agencies, at.start) ?? namedAgency(passage.text, hit, agencies);
        const actionSpan =
          action === null
            ? null
            : trimSpan(context.source, {
                start: passage.start + action.start,
                end: passage.start + action.end,
              });
        found.push({
          span: at,
          whole: new Whole(
            {
              text: new Read(oneLine(context, at), at),
              due: hit.due === null ? null : new Read(hit.due, at),
              recurrence: hit.recurrence === null ? null : new Read(hit.recurrence, at),
              action: actionSpan === null ? null : new Read(oneLine(context, actionSpan), actionSpan),
              agency: agency === undefined ? null : new Read(agency.name.value, agency.name.span),
            },
            at,
          ),
        });
      }
    }
  }
  return found;
}

function timesOf(text: string): Hit[] {
  const hits = [...fixed(text), ...recurring(text)];
  const counted = countedTimes(text).filter(
    (hit) => !hits.some((other) => hit.start < other.end && other.start < hit.end),
  );
  return [...hits, ...counted].sort((a, b) => a.start - b.start);
}

/** What a part on the situation tells of happened; nothing in it is due. */
function isPast(context: Context, passage: Passage): boolean {
  return passage.under.some((section) => {
    const heading = textOf(context.source, section.heading).slice(0, 120);
    return section.titled && section.depth < 2 && targetLexicon().sections.find(heading)[0]?.entry === 'past';
  });
}

/** A duty outside the part on organisation is put on the body its sentence names, where that has a heading there. */
function namedAgency(text: string, hit: Span, agencies: readonly AgencyReading[]): AgencyReading | undefined {
  const sentence = hit.start - clauseBefore(text, hit.start).trimStart().length;
  const subject = text.slice(sentence, hit.end + 60);
  const first = findAgencies(subject).find((mention) => {
    const lead = subject.slice(0, mention.start).trim();
    return (
      lead === '' || /^(?:giao|đề nghị|yêu cầu|các)$/iu.test(lead) || mention.start + sentence >= hit.end
    );
  });
  if (first === undefined) return undefined;
  if (
    first.start + sentence >= hit.end &&
    !/^[\s,]*(?:các\s+)?$/iu.test(text.slice(hit.end, first.start + sentence))
  )
    return undefined;
  if (first.generic) return undefined;
  return agencies.find((agency) => agency.id?.value === first.id);
}

/** A time in a text; without `due` and `recurrence` one that is counted from an event. */
export interface Hit extends Span {
  due: string | null;
  recurrence: string | null;
}

/** A time counted from an event: "trong 24 giờ kể từ khi …", "sau 05 ngày làm việc kể từ ngày …". */
const COUNTED =
  /(?<![\p{L}\p{M}])(?:(?:chậm nhất|muộn nhất|tối đa|không quá|trong|sau|trước)\s+(?:là\s+)?)+(?:(?:thời hạn|thời gian|vòng|khoảng)\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:\([^()]{1,20}\)\s*)?(?:giờ|ngày|tuần|tháng)(?:\s+làm việc)?(?:\s+đầu)?(?:\s+tiên)?\s*,?\s+(?:kể từ|tính từ|từ khi|từ ngày|sau khi|trước khi|sau ngày)\s/giu;

/** The times of a text that are counted from an event, each with the words for the event. */
export function countedTimes(text: string): Hit[] {
  return [...text.matchAll(COUNTED)].map((match) => {
    const from = match.index + match[0].length;
    const event = /^.*?(?=[,;)]|\.(?:\s|$)|\s(?:phải|để|thì)\s|$)/su.exec(text.slice(from))?.[0].length ?? 0;
    return { start: match.index, end: from + event, due: null, recurrence: null };
  });
}

/** The times of a text that recur, all of them taken to time a duty. */
export function recurringTimes(text: string): Hit[] {
  return recurring(text, true);
}

function fixed(text: string): Hit[] {
  return findDates(text).flatMap((date): Hit[] => {
    if (date.kind === 'year' || date.kind === 'span' || date.kind === 'school-year') return [];
    const before = text.slice(0, date.start);
    if (/\/\p{L}[\p{L}-]*\s*,?\s*$/u.test(before.slice(-30)) || NOT_A_DEADLINE.test(before.slice(-40)))
      return [];
    const cue = BY.exec(before.slice(-80));
    if (cue === null) {
      return TIME_OF.test(before.slice(-60))
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

/** "từ ngày 15/4/2026 đến ngày 30/4/2026": a span in which something goes on, and no time it is due by. */
const SPAN_OPENED = /(?<![\p{L}\p{M}])từ\s+(?:ngày|tháng|quý)?\s*[\d/.IV-]+(?:\s+(?:tháng|năm)\s+\d+)*\s*$/iu;

/** "Thời gian hoàn thành: quý II năm 2026": a time that a duty is given apart from its sentence. */
const TIME_OF =
  /(?<![\p{L}\p{M}])(?:thời gian|thời hạn|hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|báo cáo))?\s*:\s*(?:trong\s+)?$/iu;

function recurring(text: string, duty = false): Hit[] {
  if (!/(?:hằng|hàng|mỗi|06|6|sáu|từng|đầu|cuối|định kỳ)\s|lần/iu.test(text)) return [];
  const hits: Hit[] = [];
  const add = (start: number, end: number, recurrence: string): void => {
    if (hits.some((hit) => start < hit.end && hit.start < end)) return;
    const prefix =
      /(?:(?:chậm nhất|định kỳ|vào|trước|đến|ngày|là|thứ)\s+)+$/iu.exec(text.slice(0, start))?.[0].length ??
      0;
    // "định kỳ (hằng năm)"
    const bracket =
      text.charAt(end) === ')' ? (/định kỳ\s*\(\s*$/iu.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
    hits.push({
      start: start - Math.max(prefix, bracket),
      end: bracket > 0 ? end + 1 : end,
      due: null,
      recurrence,
    });
  };
  for (const match of global(TWO_DAYS, text)) {
    const second = match.index + match[0].search(/\s+và\s+/u);
    const yearly = (month: string | undefined, day: string | undefined): string =>
      `FREQ=YEARLY;BYMONTH=${Number(month)};BYMONTHDAY=${Number(day)}`;
    add(match.index, second, yearly(match[2], match[1]));
    add(
      second + (/^\s+và\s+/u.exec(text.slice(second))?.[0].length ?? 0),
      match.index + match[0].length,
      yearly(match[4], match[3]),
    );
  }
  for (const match of global(PART_OF_YEAR_BEHIND, text)) {
    add(
      match.index,
      match.index + match[0].length,
      `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
    );
  }
  for (const match of global(QUARTERLY_DAY_BEHIND, text)) {
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=${Number(match[1])}`);
  }
  for (const match of global(YEARLY_DAY_BEHIND, text)) {
    add(
      match.index,
      match.index + match[0].length,
      `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
    );
  }
  if (/(?<![\p{L}\p{M}])(?:định kỳ|hằng năm|hàng năm|mỗi năm)(?![\p{L}\p{M}])/iu.test(text)) {
    for (const match of global(DAY_ALONE, text)) {
      if (!/(?:định kỳ|(?:hằng|hàng|mỗi)\s+năm)[^.;]*$/iu.test(text.slice(0, match.index))) continue;
      add(
        match.index,
        match.index + match[0].length,
        `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
      );
    }
  }
  for (const match of global(YEARLY_DAY, text)) {
    add(
      match.index,
      match.index + match[0].length,
      `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
    );
  }
  for (const match of global(QUARTERLY_DAY, text)) {
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=${Number(match[1])}`);
  }
  for (const match of global(MONTHLY_DAY_BEHIND, text)) {
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;BYMONTHDAY=${Number(match[1])}`);
  }
  for (const match of global(YEARLY_MONTH, text)) {
    if (/từ\s+tháng[^.;]*$/iu.test(text.slice(Math.max(0, match.index - 30), match.index + 4))) continue;
    add(match.index, match.index + match[0].length, `FREQ=YEARLY;BYMONTH=${Number(match[1])}`);
  }
  for (const match of global(WEEKLY_DAY, text)) {
    const day = WEEKDAYS[match[1]?.toLowerCase() ?? ''];
    if (day !== undefined) add(match.index, match.index + match[0].length, `FREQ=WEEKLY;BYDAY=${day}`);
  }
  for (const match of global(MONTHLY_DAY, text))
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;BYMONTHDAY=${Number(match[1])}`);
  for (const [pattern, rule] of RHYTHMS) {
    for (const match of global(pattern, text)) {
      const end = match.index + match[0].length;
      if (!duty && !timesDuty(text, match.index, end)) continue;
      add(match.index, end, rule);
      addBare(text, end, add);
    }
  }
  return hits;
}

function addBare(text: string, from: number, add: (start: number, end: number, rule: string) => void): void {
  let end = from;
  for (;;) {
    const glue = /^\s*(?:,|và|;|hoặc)\s*(?:và\s+)?/u.exec(text.slice(end));
    if (glue === null) return;
    const start = end + glue[0].length;
    const next = BARE.find(([pattern]) => pattern.test(text.slice(start)));
    const match = next === undefined ? null : next[0].exec(text.slice(start));
    if (next === undefined || match === null || /^[\p{L}\p{M}]/u.test(text.slice(start + match[0].length)))
      return;
    end = start + match[0].length;
    add(start, end, next[1]);
  }
}

/** Whether a rhythm times a duty: it opens a clause, follows "định kỳ", or a verb stands right behind it. */
function timesDuty(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text
    .slice(end, end + 200)
    .replace(
      /^[\s,;]*(?:(?:và\s+)?(?:(?:hằng|hàng)\s+)?(?:tuần|tháng|quý|06 tháng|6 tháng|năm)[\s,;]*)*/iu,
      '',
    );
  if (/định kỳ\s*\(?\s*$/iu.test(before)) return true;
  if (
    /(?:tháng|ngày)\s+[\d/]+\s*$/iu.test(before.slice(-20)) &&
    /(?<![\p{L}])từ\s[^.;]*$/iu.test(before.slice(-40))
  )
    return false;
  if (/^\s*$|[.;:]\s*$/.test(before))
    return !/^(?:[^.;]{0,50}?(?:tăng|giảm|đạt|có)\s[^.;]{0,30}\d|(?:giảm|tăng)\s[^.;]*\d|(?:số|tỷ lệ|tỉ lệ)\s)/iu.test(
      after,
    );
  if (/(?:(?:một|1|01) lần|\/\s*lần|đầu quý(?: sau)?|năm học)$/iu.test(text.slice(start, end))) return true;
  if (NOUN_BEFORE.test(before.slice(-60))) return false;
  if (/(?:đảm bảo|bảo đảm)\s*$/iu.test(before.slice(-20))) return true;
  if (
    /^[^.;:]{0,60}?\d[\d.,]*\s*(?:%|-)/u.test(after) ||
    /^\s*(?:có|giảm|tăng|đạt|số vụ)(?![\p{L}])/iu.test(after)
  )
    return false;
  if (/[,)]\s*$/.test(before)) return DUTY.test(after);
  return DUTY.test(after) || /^(?:và\s|đến\s|cho\s|để\s|nhằm\s|\.|;|$)/u.test(after);
}

/** Where the times begin that are named together with a hit. */
function startOfGroup(text: string, hits: readonly Hit[], index: number): number {
  let start = hits[index]?.start ?? 0;
  for (let i = index - 1; i >= 0; i--) {
    const before = hits[i];
    if (before === undefined || !/^[\s,;]*(?:và\s*)?$/u.test(text.slice(before.end, start))) break;
    start = before.start;
  }
  return start;
}

/** Where the days end that are named together with a hit: "ngày 01/6 và 15/11 hằng năm". */
function endOfGroup(text: string, hits: readonly Hit[], index: number): number {
  let end = hits[index]?.end ?? 0;
  for (const next of hits.slice(index + 1)) {
    if (!/(?:\d\s*và|\)\s*(?:,|;|và|,\s*và))\s*$/u.test(text.slice(end - 1, next.start))) break;
    end = next.end;
  }
  return end;
}

/** An action ends where the next time begins, unless both are named together. */
function endOfAction(text: string, hits: readonly Hit[], index: number): number {
  let end = hits[index]?.end ?? 0;
  for (const next of hits.slice(index + 1)) {
    const named = /^[\s,;]*(?:và\s*)?$/u.test(text.slice(end, next.start));
    if (!named && next.start - end >= 25) return next.start;
    if (named) end = next.end;
  }
  return text.length;
}

/**
 * What is due: the words behind the time up to the end of the clause, or where none follow, those before it. No action
 * begins before `floor`, the end of the last time that has its own before it.
 */
function actionOf(text: string, group: number, from: number, next: number, floor: number): Span | null {
  const rest = text.slice(from, Math.min(next, from + REACH));
  const lead = LEAD.exec(rest)?.[0].length ?? 0;
  const subject = lead + subjectLength(rest.slice(lead));
  const skipped = subject + preludeLength(rest.slice(subject));
  const words = rest.slice(skipped);
  const stop = stopOf(words);
  const open = stop === undefined && next < text.length ? words.replace(/[\s,]*(?:và[^,;]*)?$/u, '') : words;
  const length = stop ?? open.length;
  if (
    !isChained(text, group, from, next, floor) &&
    /^[\p{L}\d]/u.test(words) &&
    length > 8 &&
    !/^(?:(?:và|cho|để|của|theo|trên|về)\s|(?:linh hoạt|kịp thời)[\s,])/iu.test(words)
  ) {
    return { start: from + skipped, end: from + skipped + length };
  }
  const begun = floor + (/^[\s,;)]*(?:và\s+)?/iu.exec(text.slice(floor, group))?.[0].length ?? 0);
  const opening = Math.max(floor > 0 ? begun : 0, group - REACH);
  const done = DONE.exec(text.slice(opening, group))?.[0].length ?? 0;
  const end = group - done;
  // A bracket has colons and stops of its own.
  const head = text.slice(opening, end).replace(/\([^()]*\)/gu, (bracket) => '·'.repeat(bracket.length));
  const ends = (pattern: RegExp): number[] =>
    [...head.matchAll(pattern)].map((match) => match.index + match[0].length);
  const sentence = ends(/[;:]\s|(?<!\.)\.\s|,\s+đồng thời\s+|(?<=\s)định kỳ\s+(?=\p{Ll})/gu).at(-1) ?? 0;
  const clause = sentence + (chargeIn(head.slice(sentence))?.duty ?? 0);
  const commas = ends(/,\s+/gu).filter((at) => at > clause);
  const verbs = commas.filter((at, index) => {
    const before = head.slice(commas[index - 1] ?? clause, at);
    // "tham mưu, đề xuất …" is one thing to do.
    return head.length - at > 8 && DUTY.test(head.slice(at)) && before.trim().split(/\s+/).length > 3;
  });
  const clauseStart = verbs.at(-1) ?? clause;
  const start = opening + clauseStart + charged(head.slice(clauseStart));
  return end - start > 4 ? { start, end } : null;
}

/** Where the words of an action end; a semicolon within a list of things ("…, giải thể; không hoạt động …") ends none. */
function stopOf(words: string): number | undefined {
  for (const { 0: mark, index } of words.matchAll(new RegExp(STOP, 'gu'))) {
    const rest = words.slice(index + mark.length).trimStart();
    const listed = mark === ';' && /^\p{Ll}/u.test(rest) && /,[^;]*$/u.test(words.slice(0, index));
    if (!listed || DUTY.test(rest) || organisationLexicon().dutyIndex(rest.slice(0, 60)) === 0) return index;
  }
  return undefined;
}

/** "Gửi A trước ngày …, báo cáo B trước ngày …": each time has its own duty before it. */
function isChained(text: string, group: number, from: number, next: number, floor: number): boolean {
  const before = text.slice(floor, group).replace(/^[\s,;)+-]*(?:và\s+)?/iu, '');
  const behind = /^\s*(?:,|và|,\s*và)\s+(.*)$/isu.exec(text.slice(from, next))?.[1];
  const last = floor > 0 && /^\s*(?:[.;)]|$)/u.test(text.slice(from));
  // "Xây dựng kế hoạch trước ngày …, gửi A": whom it is sent to comes after what is due.
  const sent =
    before.trim().length > 12 && /^\s*,\s+(?:và\s+)?(?:gửi|trình|chuyển)\s/iu.test(text.slice(from));
  return (
    VERB.exec(before)?.index === 0 &&
    !/[.;:]/.test(before) &&
    (last ||
      sent ||
      (next < text.length && behind !== undefined && VERB.exec(behind)?.index === 0 && !/[.;:]/.test(behind)))
  );
}

/** "…, hoàn thành trước ngày …": what is to be completed stands before. */
const DONE =
  /(?<=\S\s+\S+\s+\S+\s*)(?:(?:[,;]\s+|\s\(\s*)(?:phải\s+|cơ bản\s+)?(?:hoàn thành|hoàn tất|xong)|[.,;(]\s*(?:thời gian|thời hạn|hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|báo cáo))?\s*:)\s*$/iu;

const VERB =
  /(?<![\p{L}\p{M}])(?:triển khai|tăng cường|bố trí|tổ chức|thực hiện|xây dựng|cung cấp|báo cáo|rà soát|kiểm tra|đánh giá|tổng hợp|tham mưu|cập nhật|chuyển|hoàn thành|lập|gửi|thông báo|chia sẻ|tuyên truyền|công bố|ban hành|thu|nộp|kiện toàn|giao)(?![\p{L}\p{M}])/iu;

/** "Phối hợp với A triển khai …", "Chỉ đạo B tăng cường …", "… để thực hiện …": what is due is what is to be done there. */
function charged(clause: string): number {
  const purpose = /\s(?:để|nhằm)\s+/u.exec(clause);
  if (purpose !== null && VERB.exec(clause.slice(purpose.index + purpose[0].length))?.index === 0) {
    return purpose.index + purpose[0].length;
  }
  const lead =
    /^\s*(?:(?:chủ trì|chủ động)(?:\s*,\s*|\s+(?:và\s+)?)phối hợp|phối hợp|chỉ đạo|trình|đề nghị|yêu cầu|giao)(?![\p{L}\p{M}])/iu.exec(
      clause,
    )?.[0].length ?? 0;
  if (lead === 0) return 0;
  const verb = VERB.exec(clause.slice(lead));
  return verb === null ? 0 : lead + verb.index;
}

/** "căn cứ vào …, trên cơ sở …, tổng hợp …": grounds come before what is due. */
function preludeLength(text: string): number {
  if (!/^(?:căn cứ|trên cơ sở|theo)\s/iu.test(text)) return 0;
  for (const match of text.matchAll(/,\s+/gu)) {
    const at = match.index + match[0].length;
    const subject = subjectLength(text.slice(at));
    if (VERB.exec(text.slice(at + subject))?.index === 0) return at + subject;
  }
  return 0;
}

/** A clause is over within so many characters. */
const REACH = 900;

const LEAD =
  /^[\s,:]*(?:\([^()]{1,80}\)\s*)?(?:(?:(?:và\s+)?(?:(?:hằng|hàng)\s+)?(?:tuần|tháng|quý|06 tháng|6 tháng|năm)(?![\p{L}\p{M}])[\s,;]*)+)?(?:(?:phải|trở đi|đồng thời)\s+)?/iu;
const STOP =
  /;(?=\s|$)|,\s+(?=để\s)|(?<!\.)\.(?!\.)(?=\s|$)|,\s+(?=(?:đồng thời|qua đó|trong đó|góp phần|kịp thời|làm cơ sở)(?![\p{L}\p{M}]))|(?<=\S{2} \S+ \S+)\s+(?<!(?:và|nhằm) )(?=(?:đảm bảo|bảo đảm)(?![\p{L}\p{M}]))/u;

/** The body that the words behind a time begin with is not what is due. */
function subjectLength(text: string): number {
  const first = findAgencies(text.slice(0, 160))[0];
  if (first === undefined || text.slice(0, first.start).trim() !== '') return 0;
  return first.end + (/^\s*/.exec(text.slice(first.end))?.[0].length ?? 0);
}

/** The patterns between word boundaries, which JavaScript's `\\b` does not know beside Vietnamese letters. */
const bounded = new Map<RegExp, RegExp>();

function global(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let all = bounded.get(pattern);
  if (all === undefined) {
    all = new RegExp(`(?<![\\p{L}\\p{M}])(?:${pattern.source})(?![\\p{L}\\p{M}])`, 'giu');
    bounded.set(pattern, all);
  }
  all.lastIndex = 0;
  for (let match = all.exec(text); match !== null; match = all.exec(text)) found.push(match);
  return found;
}

function oneLine(context: Context, span: Span): string {
  return context.source.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}
