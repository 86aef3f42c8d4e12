import { fold } from '../lexicon/fold.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { ending, wording } from '../lexicon/patterns.ts';
import {
  BARE,
  DAY_ALONE,
  DAY_OF_NEXT_MONTH,
  DAY_OF_OTHER_YEAR,
  MONTH_ALONE,
  MONTHLY_DAY,
  MONTHLY_DAY_BEHIND,
  matchesOf,
  NOUNS_ALONE,
  PART_OF_YEAR_BEHIND,
  QUARTERLY_DAY,
  QUARTERLY_DAY_BEHIND,
  RHYTHMS,
  TWO_DAYS,
  TWO_MONTHLY_DAYS,
  TWO_MONTHS,
  timesNamed,
  WEEKDAYS,
  WEEKLY_DAY,
  WEEKLY_DAY_BEHIND,
  YEARLY_DAY,
  YEARLY_DAY_BEHIND,
  YEARLY_MONTH,
  YEARLY_MONTH_BEHIND,
  YEARLY_QUARTER_BEHIND,
} from './rhythm-wordings.ts';
import type { Hit } from './time-hit.ts';

/** The times of a text that recur, all of them taken to time a duty. */
export function recurringTimes(text: string): Hit[] {
  return recurring(text, fold(text), true);
}

/** Duties whose rhythm a following word times, as against nouns that it merely describes. */
export const DUTY =
  /^(?:báo cáo|tổng hợp|thực hiện|tổ chức|xây dựng|cung cấp|chia sẻ|rà soát|kiểm tra|đánh giá|gửi|lập|chỉ đạo|phối hợp|tham mưu|triển khai|cập nhật|thông báo|thống kê|theo dõi|đôn đốc|kết nối|trao đổi|bố trí|chuyển|sơ kết|tổng kết|căn cứ|tuyên truyền|các|đơn vị|ubnd|sở|cơ quan|mỗi|có|trên cơ sở|định kỳ|trình|đề xuất|công bố|công khai|tiến hành|họp|làm việc|đảm bảo|bảo đảm|hoàn thành|kịp thời|chủ động|phấn đấu|giao|đăng ký|linh hoạt|về|\d)/iu;
const NOUN_BEFORE = ending(
  /(?:lương hưu|trợ cấp|chế độ|thu nhập|đóng góp|kế hoạch|chỉ tiêu|chương trình|nghị quyết|dự toán|mức|tiền|số liệu|báo cáo|kết quả|tăng trưởng|bình quân|khám sức khỏe|kinh tế - xã hội|giao|theo từng|BHXH|thanh tra|cao điểm|cụ thể|phân bổ|cân đối ngân sách|ngân sách|ngân sách địa phương|kinh phí|xếp loại|xếp loại cán bộ|chi tiết|giảm|tăng|số vụ|dự toán thu|sự nghiệp|nhiệm vụ|công tác|trung hạn(?: và)?|vốn|vốn đầu tư|danh mục|thường xuyên|(?:vào|tại)\s(?:cuộc họp\s)?giao ban)\s*$/iu,
);
/** "tổng hợp số liệu hàng tháng": figures that are put together or handed on. */
const FIGURES = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tổng hợp|thống kê|báo cáo|cập nhật|chốt|cung cấp|thu thập)(?:,\s+báo cáo)?\s+số liệu\s*$/iu,
);
/** "công bố tình hình dịch bệnh hằng tuần trên Cổng Thông tin": what is done anew each time. */
const ACT = ending(
  /(?:^|[,;.:]\s|[A-Za-zÀ-\u036fḀ-ỹ]\s)(?:công bố|thống kê|nghiệm thu|kiểm kê)\s(?!chỉ tiêu|kế hoạch|theo|xếp loại)(?:[A-Za-zÀ-\u036fḀ-ỹ-]+\s){1,8}$/iu,
);
const CLAUSE_END =
  /^\s*(?:[;.]|$|,\s*(?:bảo đảm|đảm bảo|kịp thời|phục vụ|làm cơ sở|làm căn cứ|để|nhằm)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;
/** "đánh giá kết quả thực hiện Kế hoạch": an act of reporting, reviewing or checking what was done, which a rhythm at its end times. */
const REVIEW = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tổng hợp|báo cáo|đánh giá|theo dõi|giám sát|kiểm tra|rà soát|sơ kết|tổng kết|kiểm điểm)\s(?:[^;.:]{0,60}\s)?(?:kết quả|tình hình|tiến độ|việc)(?:\s+(?:tổ chức\s+)?(?:thực hiện|triển khai)(?:\s+(?!chỉ tiêu|dự toán|nghị quyết|so với)[A-Za-zÀ-\u036fḀ-ỹ]+){0,4})?\s*$/iu,
);

const PREFIX = ending(/(?:(?:chậm nhất|định kỳ|vào|trước|đến|ngày|là|thứ)\s+)+$/iu);
const PERIODIC = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:định kỳ|hằng năm|hàng năm|mỗi năm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu,
);

/** `undated`: the plan is not of one year, whose days those without a year would be. */
export function recurring(text: string, folded: string, duty = false, undated = false): Hit[] {
  if (
    !/(?:hằng|hàng|mỗi|06|6|sáu|từng|đầu|cuối|định kỳ)\s|lần|tháng\s(?:sau|kế|tiếp|liền)|năm\s(?:trước|sau|liền|kế)|cáo\s(?:tuần|tháng|quý|năm)/iu.test(
      text,
    )
  )
    return [];
  const hits: Hit[] = [];
  const named = timesNamed(folded);
  const add = (start: number, end: number, recurrence: string): void => {
    if (hits.some((hit) => start < hit.end && hit.start < end)) return;
    const prefix = PREFIX.exec(text.slice(0, start))?.[0].length ?? 0;
    // "định kỳ (hằng năm)"
    const bracket =
      text.charAt(end) === ')' ? (/định kỳ\s*\(\s*$/iu.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
    // The bracket that a time closes stands open before its words: "(định kỳ hằng tháng, trước ngày 25)".
    const closes = text.charAt(end - 1) === ')' && !text.slice(start, end).includes('(');
    hits.push({
      start: start - Math.max(prefix, bracket),
      end: closes ? end - 1 : bracket > 0 ? end + 1 : end,
      due: null,
      recurrence,
    });
  };
  for (const match of matchesOf(TWO_DAYS, text, folded, named)) {
    const second = match.index + match[0].search(/(?:\s+và|,)\s+(?=(?:ngày\s)?\d)/u);
    const yearly = (month: string | undefined, day: string | undefined): string =>
      `FREQ=YEARLY;BYMONTH=${Number(month)};BYMONTHDAY=${Number(day)}`;
    add(match.index, second, yearly(match[2], match[1]));
    add(
      second + (/^(?:\s+và|,)\s+/u.exec(text.slice(second))?.[0].length ?? 0),
      match.index + match[0].length,
      yearly(match[4], match[3]),
    );
  }
  for (const match of matchesOf(TWO_MONTHS, text, folded, named)) {
    const and = match.index + match[0].search(/\s+và\s+/u);
    add(match.index, and, `FREQ=YEARLY;BYMONTH=${Number(match[1])}`);
    const second = and + (/^\s+và\s+/u.exec(text.slice(and))?.[0].length ?? 0);
    add(second, match.index + match[0].length, `FREQ=YEARLY;BYMONTH=${Number(match[2])}`);
  }
  for (const match of matchesOf(TWO_MONTHLY_DAYS, text, folded, named)) {
    const first = match[0].search(/(?:\s+và|,)\s+(?=(?:ngày\s)?\d)/u);
    const glue = /^(?:\s+và|,)\s+/u.exec(match[0].slice(first))?.[0].length ?? 0;
    add(match.index, match.index + first, `FREQ=MONTHLY;BYMONTHDAY=${Number(match[1])}`);
    add(
      match.index + first + glue,
      match.index + match[0].length,
      `FREQ=MONTHLY;BYMONTHDAY=${Number(match[2])}`,
    );
  }
  for (const match of matchesOf(YEARLY_QUARTER_BEHIND, text, folded, named))
    add(match.index, match.index + match[0].length, 'FREQ=YEARLY');
  for (const match of matchesOf(PART_OF_YEAR_BEHIND, text, folded, named)) {
    add(
      match.index,
      match.index + match[0].length,
      `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
    );
  }
  for (const match of matchesOf(QUARTERLY_DAY_BEHIND, text, folded, named)) {
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=${Number(match[1])}`);
  }
  for (const match of matchesOf(YEARLY_DAY_BEHIND, text, folded, named)) {
    add(
      match.index,
      match.index + match[0].length,
      `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
    );
  }
  const periodic = undated ? PERIODIC_OR_REPORT : PERIODIC_BEFORE;
  if (undated || PERIODIC.test(text)) {
    for (const match of matchesOf(DAY_ALONE, text, folded, named)) {
      if (!periodic.test(text.slice(0, match.index))) continue;
      add(
        match.index,
        match.index + match[0].length,
        `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
      );
    }
  }
  for (const yearly of [YEARLY_DAY, DAY_OF_OTHER_YEAR]) {
    for (const match of matchesOf(yearly, text, folded, named)) {
      add(
        match.index,
        match.index + match[0].length,
        `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
      );
    }
  }
  for (const match of matchesOf(QUARTERLY_DAY, text, folded, named)) {
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=${Number(match[1])}`);
  }
  for (const pattern of [MONTHLY_DAY_BEHIND, DAY_OF_NEXT_MONTH]) {
    for (const match of matchesOf(pattern, text, folded, named))
      add(match.index, match.index + match[0].length, `FREQ=MONTHLY;BYMONTHDAY=${Number(match[1])}`);
  }
  for (const match of matchesOf(YEARLY_MONTH_BEHIND, text, folded, named))
    add(match.index, match.index + match[0].length, `FREQ=YEARLY;BYMONTH=${Number(match[1])}`);
  for (const match of matchesOf(YEARLY_MONTH, text, folded, named)) {
    if (/từ\s+tháng[^.;]*$/iu.test(text.slice(Math.max(0, match.index - 30), match.index + 4))) continue;
    add(match.index, match.index + match[0].length, `FREQ=YEARLY;BYMONTH=${Number(match[1])}`);
  }
  for (const match of matchesOf(MONTH_ALONE, text, folded, named))
    add(match.index, match.index + match[0].length, `FREQ=YEARLY;BYMONTH=${Number(match[1])}`);
  for (const pattern of [WEEKLY_DAY, WEEKLY_DAY_BEHIND]) {
    for (const match of matchesOf(pattern, text, folded, named)) {
      const day = WEEKDAYS[match[1]?.toLowerCase() ?? ''];
      if (day !== undefined) add(match.index, match.index + match[0].length, `FREQ=WEEKLY;BYDAY=${day}`);
    }
  }
  for (const match of matchesOf(MONTHLY_DAY, text, folded, named))
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;BYMONTHDAY=${Number(match[1])}`);
  // Asked first: most texts have neither word.
  const isNamedAlone = /định kỳ\s|báo cáo\s/iu.test(text);
  for (const { index, 0: noun } of isNamedAlone ? NOUNS_ALONE.all(text) : []) {
    const rule = BARE.find(([pattern]) => pattern.test(noun))?.[1];
    if (rule === undefined) continue;
    add(index, index + noun.length, rule);
    addBare(text, index + noun.length, add);
  }
  for (const [pattern, rule] of RHYTHMS) {
    for (const match of matchesOf(pattern, text, folded, named)) {
      const end = match.index + match[0].length;
      if (!duty && (OF_THINGS.test(text.slice(end)) || !timesDuty(text, match.index, end))) continue;
      add(match.index, end, rule);
      addBare(text, end, add);
    }
  }
  return hits;
}

const PERIODIC_BEFORE = /(?:định kỳ|(?:hằng|hàng|mỗi)\s+năm)[^.;]*$/iu;
/** "báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 05/12": reports of each year. */
const PERIODIC_OR_REPORT =
  /(?:định kỳ|(?:hằng|hàng|mỗi)\s+năm)[^.;]*$|báo cáo\s+(?:kết quả\s+)?(?:(?:0?6|sáu) tháng(?: đầu năm)?|(?:tổng kết\s+)?(?:cả\s+)?năm)\s+(?:gửi\s[^.;,]{2,40}\s)?$/iu;

function addBare(text: string, from: number, add: (start: number, end: number, rule: string) => void): void {
  let end = from;
  for (;;) {
    const glue = /^\s*(?:,|và|;|hoặc)\s*(?:và\s+)?/u.exec(text.slice(end));
    if (glue === null) return;
    const start = end + glue[0].length;
    const next = BARE.find(([pattern]) => pattern.test(text.slice(start)));
    const match = next === undefined ? null : next[0].exec(text.slice(start));
    if (
      next === undefined ||
      match === null ||
      /^[A-Za-zÀ-\u036fḀ-ỹ]/u.test(text.slice(start + match[0].length))
    )
      return;
    end = start + match[0].length;
    add(start, end, next[1]);
  }
}

/** "04 phiên giao dịch (mỗi quý 01 phiên)": how many of them come to each. */
const OF_THINGS = /^\s+(?:ít nhất\s+|tối thiểu\s+|từ\s+)?\d+\s+[A-Za-zÀ-\u036fḀ-ỹ\s]{1,20}\)/u;

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
  if (/\(\s*$/u.test(before) && /^\s*\)/u.test(text.slice(end))) return bracketsDuty(before);
  if (
    /(?:tháng|ngày)\s+[\d/]+\s*$/iu.test(before.slice(-20)) &&
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])từ\s[^.;]*$/iu.test(before.slice(-40))
  )
    return false;
  if (/^\s*$|[.;:]\s*$/.test(before))
    return !/^(?:[^.;]{0,50}?(?:tăng|giảm|đạt|có)\s[^.;]{0,30}\d|(?:giảm|tăng)\s[^.;]*\d|(?:số(?!\s+h(?:óa|oá))|tỷ lệ|tỉ lệ)\s)/iu.test(
      after,
    );
  if (/(?:(?:một|1|01) lần|\/\s*lần|đầu quý(?: sau)?|năm học)$|^vào\s/iu.test(text.slice(start, end)))
    return true;
  if (CLAUSE_END.test(text.slice(end)) && REVIEW.test(before)) return true;
  const closes = CLAUSE_END.test(text.slice(end)) || CLAUSE_END.test(after);
  if (closes && FIGURES.test(before)) return true;
  if (NOUN_BEFORE.test(before.slice(-60))) return false;
  if (CLAUSE_END.test(text.slice(end)) && isWholeDuty(before)) return true;
  if (/tuần$/iu.test(text.slice(start, end)) && CLAUSE_END.test(text.slice(end))) return true;
  if (/(?:đảm bảo|bảo đảm)\s*$/iu.test(before.slice(-20))) return true;
  if (
    /^[^.;:]{0,60}?\d[\d.,]*\s*(?:%|-)/u.test(after) ||
    /^\s*(?:có|giảm|tăng|đạt|số vụ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(after)
  )
    return false;
  if ((closes || /^(?:trên|theo|tại)\s/u.test(after)) && ACT.test(before)) return true;
  if (/^\s*[,;]\s/u.test(text.slice(end)) && opensWithDuty(before)) return true;
  if (/[,)]\s*$/.test(before)) return DUTY.test(after) || organisationLexicon().dutyIndex(after) === 0;
  return DUTY.test(after) || /^(?:và\s|đến\s|cho\s|để\s|nhằm\s|\.|;|$)/u.test(after);
}

/** "Tổ chức họp giao ban (hằng tháng)": a clause that begins with what is done, and a bracket that is nothing but the rhythm. */
function bracketsDuty(before: string): boolean {
  const clause = /(?:^|[.;:]\s)[\s*_+–-]*([^.;:]{8,})\(\s*$/u.exec(before)?.[1] ?? '';
  return organisationLexicon().dutyIndex(clause.charAt(0).toLowerCase() + clause.slice(1)) === 0;
}

/** "Cung cấp số liệu cho Chi cục Thủy sản hằng tháng;": a clause that begins with what is given or told to others. */
function isWholeDuty(before: string): boolean {
  const clause = /(?:^|[.;:]\s)[\s*_+–-]*((?:[^.;:]|\.(?=\S)){8,})$/u.exec(before)?.[1];
  return (
    clause !== undefined &&
    /^(?:cung cấp|gửi|báo cáo|thông báo|công bố|tổng hợp|cập nhật|chuyển|nộp)\s/iu.test(clause)
  );
}

/** "Ra thông báo sâu bệnh hằng tháng, hướng dẫn …": a clause that begins with what is done, and ends with the rhythm. */
function opensWithDuty(before: string): boolean {
  const clause = /(?:^|[.;:]\s)[\s*_+–-]*((?:[^.;:]|\.(?=\S)){12,})$/u.exec(before)?.[1];
  return (
    clause !== undefined &&
    /^(?:kiểm tra|ra|phát|rà soát|giám sát|đăng tải|cập nhật|vệ sinh|khám|lấy mẫu|duy trì|họp|giao ban)\s/iu.test(
      clause,
    )
  );
}

/** "Hằng năm xây dựng dự toán gửi Sở Tài chính trước ngày 31/7": the day of each year says that it is each year. */
export function withoutRepeated(text: string, hits: readonly Hit[]): Hit[] {
  return hits.filter(
    ({ end, recurrence }) =>
      recurrence !== 'FREQ=YEARLY' ||
      !hits.some(
        (day) =>
          day.start > end &&
          day.recurrence?.startsWith('FREQ=YEARLY;BYMONTH=') === true &&
          !/(?:hằng|hàng|mỗi)\s+năm/iu.test(text.slice(day.start, day.end)) &&
          /^,?\s\p{Ll}[^.;:,]*(?:,\s[^.;:,]*)?$/u.test(text.slice(end, day.start)),
      ),
  );
}
