import { fold } from '../lexicon/fold.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { ending, wording } from '../lexicon/patterns.ts';
import { edtfQuarter } from '../plan/edtf.ts';
import type { Span } from '../plan/source-text.ts';
import { findDates, readDay } from './dates.ts';

/** A time in a text; without `due` and `recurrence` one that is counted from an event. */
export interface Hit extends Span {
  due: string | null;
  recurrence: string | null;
}

const BY = ending(
  /(?:(?:(?:chậm nhất|muộn nhất)\s+)?(?:(?:là\s+)?(?:trước|đến|vào|trong|hết|tới|không quá)\s+)+(?:thời điểm\s+)?|(?:chậm nhất|muộn nhất)\s+(?:là\s+)?|không\s+(?:để\s+)?(?:chậm|muộn)\s+(?:quá|hơn)\s+)(?:hết\s+|cuối\s+)?(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?:\s*phút)?)?,?\s+)?(?:ngày\s+|tháng\s+|quý\s+)?$/iu,
);
const NOT_A_DEADLINE = ending(
  /(?:kể từ|từ|số liệu|tính đến(?: thời điểm)?|giai đoạn|so với|đã|được giao|ban hành)\s*(?:ngày\s*)?$/iu,
);

/** A wording for a time. */
interface Timing {
  /** The word for a time that the folded text has, with `each` behind hằng or mỗi. */
  needs: string | null;
  /** What stands in the folded text wherever the pattern fits: looking for it is many times as fast. */
  cue: RegExp;
  pattern: RegExp;
}

/** The pattern between word boundaries, which JavaScript's `\\b` does not know beside Vietnamese letters. */
function timing(cue: RegExp, pattern: RegExp): Timing {
  return {
    needs: needsOf(cue.source),
    cue,
    pattern: new RegExp(`(?<![A-Za-zÀ-\u036fḀ-ỹ\\d])(?:${pattern.source})(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'giu'),
  };
}

/** The folded words for times, told from the cue that has them. */
const NOUNS = ['nam', 'thang', 'quy', 'tuan'] as const;

function needsOf(cue: string): string | null {
  const each = /\(\?:hang\|moi\)\\s\+([a-z]+)/.exec(cue)?.[1];
  if (each !== undefined) return `each ${each}`;
  return NOUNS.find((noun) => new RegExp(`(?<![|:])${noun}(?![|)])`).test(cue)) ?? null;
}

/** The words for times that a folded text has. */
function timesNamed(folded: string): ReadonlySet<string> {
  const named = new Set<string>(NOUNS.filter((noun) => folded.includes(noun)));
  EACH.lastIndex = 0;
  for (let match = EACH.exec(folded); match !== null; match = EACH.exec(folded))
    named.add(`each ${match[1]}`);
  return named;
}

const EACH = /(?:hang|moi)\s+(nam|thang|quy|tuan)/g;

const RHYTHMS: readonly [Timing, string][] = [
  [timing(/tuan/, /(?:hằng|hàng|mỗi|từng)\s+tuần(?:\s+(?:một|1|01)\s+lần)?/iu), 'FREQ=WEEKLY'],
  [
    timing(
      /(?:hang|moi)\s+thang/,
      /(?:(?:vào\s+)?(?:tuần\s+)?(?:đầu|cuối|giữa)\s+(?:của\s+)?)?(?:hằng|hàng|mỗi)\s+tháng(?:\s+(?:một|1|01)\s+lần)?/iu,
    ),
    'FREQ=MONTHLY',
  ],
  [
    timing(/(?:hang|moi)\s+quy/, /(?:hằng|hàng|mỗi)\s+quý(?:\s+(?:một|1|01)\s+lần)?/iu),
    'FREQ=MONTHLY;INTERVAL=3',
  ],
  [
    timing(/(?:ba|3)\s+thang/, /(?:ba|3|03)\s+tháng(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần/iu),
    'FREQ=MONTHLY;INTERVAL=3',
  ],
  [
    timing(
      /(?:hai|2)\s+thang/,
      /(?:hai|2|02)\s+tháng(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần/iu,
    ),
    'FREQ=MONTHLY;INTERVAL=2',
  ],
  [timing(/ky\s+(?:0?3|ba)\s+thang/, /(?<=định kỳ\s+)(?:ba|3|03)\s+tháng/iu), 'FREQ=MONTHLY;INTERVAL=3'],
  [
    timing(/thang\s+dau\s+quy/, /(?:(?:đến|trong)\s+)?tháng\s+đầu\s+quý(?:\s+sau)?/iu),
    'FREQ=MONTHLY;INTERVAL=3',
  ],
  [
    timing(
      /(?:6|sau)\s+thang/,
      /(?:(?:hằng|hàng|mỗi)\s+)?(?<!trong\s+)(?:06|6|sáu)\s+tháng(?:(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần|\s+đầu\s+năm(?!\s+\d{4}))?(?!\s*(?:trở|liên|kể|đầu\s+năm\s+\d))/iu,
    ),
    'FREQ=MONTHLY;INTERVAL=6',
  ],
  [
    timing(/dau\s+(?:moi\s+)?nam\s+hoc/, /(?:vào\s+)?(?:mỗi\s+)?đầu\s+(?:mỗi\s+)?năm\s+học(?!\s+\d)/iu),
    'FREQ=YEARLY',
  ],
  [
    timing(
      /moi\s+nam\s+hoc/,
      /(?:(?:vào\s+)?(?:cuối|kết\s+thúc)\s+mỗi\s+năm\s+học|mỗi\s+năm\s+học\s+(?:một|1|01)\s+lần)/iu,
    ),
    'FREQ=YEARLY',
  ],
  [
    timing(
      /(?:hang|moi)\s+nam/,
      /(?:vào\s+dịp\s+[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s+[A-Za-zÀ-\u036fḀ-ỹ]+)?\s+|(?:(?:vào|trong)\s+)?quý\s+(?:I{1,3}|IV)\s+)?(?:hằng|hàng|mỗi)\s+năm(?!\s+học|\s*\d{4})(?:\s+(?:một|1|01)\s+lần)?/iu,
    ),
    'FREQ=YEARLY',
  ],
  [
    timing(/(?:hai|2)\s+tuan/, /(?:hai|2|02)\s+tuần(?:\s*\/\s*|\s+(?:một|1|01)\s+)lần/iu),
    'FREQ=WEEKLY;INTERVAL=2',
  ],
  [timing(/(?:hai|2)\s+nam/, /(?:hai|2|02)\s+năm\s+(?:một|1|01)\s+lần/iu), 'FREQ=YEARLY;INTERVAL=2'],
];
const YEARLY_DAY = timing(
  /\d\s+(?:hang|moi)\s+nam/,
  /(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm(?:\s+học)?/iu,
);
const WEEKLY_DAY = timing(
  /thu\s+\S+\s+(?:hang|moi)\s+tuan/,
  /(?:(?:trước|vào)\s+(?:(?:lúc\s+)?\d{1,2}\s*(?:giờ|h)(?:\s*\d{2})?\s+)?(?:ngày\s+)?)?(?:(?:sáng|chiều)\s+)?thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?:hằng|hàng|mỗi)\s+tuần/iu,
);
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
const QUARTERLY_DAY = timing(
  /thang\s+(?:dau|cuoi)/,
  /ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu|cuối)\s+(?:hằng|hàng|mỗi)?\s*quý(?:\s+sau)?/iu,
);
const YEARLY_DAY_BEHIND = timing(
  /(?:hang|moi)\s+nam\s*[,(]?\s*(?:cham|truoc|vao|den)\s/,
  /(?:hằng|hàng|mỗi)\s+năm\s*[,(]?\s*(?:chậm nhất\s+)?(?:trước|vào|đến)\s+(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})(?!\s*[/\d]|\s+năm)\)?/iu,
);
/** A day without a year: of each year where the duty is periodic. */
const DAY_ALONE = timing(
  /ngay\s+\d/,
  /(?:(?:chậm nhất|muộn nhất)\s+(?:là\s+)?)?(?:trước|vào|đến|là)\s+ngày\s+(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})(?!\s*[/\d]|\s+năm|,?\s+(?:và(?!\s+(?:trước|vào|đến)\s+ngày\s)|hằng|hàng|mỗi))/iu,
);
const MONTHLY_DAY_BEHIND = timing(
  /(?:hang|moi|ky)\s+thang\s*[,(]?\s*(?:cham|truoc|vao|den|ngay)\s/,
  /(?:(?:hằng|hàng|mỗi)\s+|(?<=định kỳ\s+))tháng\s*(?:[,(]?\s*(?:chậm nhất\s+)?(?:trước|vào|đến)\s+|\(\s*)(?:ngày\s+)(\d{1,2})(?:\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề))?(?!\s*[/\d]|\s+tháng)\)?/iu,
);
/** "chậm nhất ngày 05 tháng sau": of each month. */
const DAY_OF_NEXT_MONTH = timing(
  /\d\s+(?:cua\s+)?thang\s+(?:sau|ke|tiep|lien)/,
  /(?:chậm nhất|muộn nhất|trước)\s+(?:là\s+)?(?:trước\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề)/iu,
);
/** A report of half a year or a year, and in brackets its day: "6 tháng đầu năm (trước ngày 10/6)". */
const PART_OF_YEAR_BEHIND = timing(
  /(?:thang|nam)\s*\(/,
  /(?:(?:06|6|sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:(?:hằng|hàng|cả|một)\s+)?năm)\s*\(\s*(?:chậm nhất\s+)?(?:(?:trước|vào|đến)\s+)?(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})\)/iu,
);
const QUARTERLY_DAY_BEHIND = timing(
  /quy\s*[,(]/,
  /(?:(?:(?:hằng|hàng|mỗi)\s+)?quý\s*\(\s*|(?:hằng|hàng|mỗi)\s+quý\s*,\s*(?=chậm nhất\s|trước\s|vào\s|đến\s))(?:chậm nhất\s+)?(?:(?:trước|vào|đến)\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu|cuối)\s+(?:(?:hằng|hàng|mỗi)\s+)?quý(?:\s+sau)?\)?/iu,
);
const YEARLY_MONTH = timing(
  /thang\s+\d+\s+(?:hang|moi)\s+nam/,
  /(?:vào\s+|trong\s+)?tháng\s+(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu,
);
/** "Định kỳ vào tháng 9": in each year. */
const MONTH_ALONE = timing(
  /ky\s+(?:vao\s+|trong\s+)?thang\s+\d/,
  /(?<=định kỳ\s+)(?:vào\s+|trong\s+)?tháng\s+(\d{1,2})(?!\s*[/\d]|\s+(?:năm|và)|,?\s+(?:hằng|hàng|mỗi))/iu,
);
/** "Hằng năm, vào tháng 5": in that month of each year. */
const YEARLY_MONTH_BEHIND = timing(
  /(?:hang|moi)\s+nam,?\s+(?:vao|trong)\s+thang/,
  /(?:hằng|hàng|mỗi)\s+năm,?\s+(?:vào|trong)\s+tháng\s+(\d{1,2})(?!\s*[/\d]|\s+(?:năm|và)|\s*,\s*\d)/iu,
);
const TWO_MONTHS = timing(
  /\d\s+va\s+(?:thang\s+)?\d+\s+(?:hang|moi)\s+nam/,
  /(?:vào\s+|trong\s+)?tháng\s+(\d{1,2})\s+và\s+(?:tháng\s+)?(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu,
);
const TWO_DAYS = timing(
  /\d\s+va\s+(?:ngay\s+)?[\d/]+\s+(?:hang|moi)\s+nam/,
  /ngày\s+(\d{1,2})\/(\d{1,2})\s+và\s+(?:ngày\s+)?(\d{1,2})\/(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu,
);
const MONTHLY_DAY = timing(/\d\s+(?:hang|moi)\s+thang/, /ngày\s+(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+tháng/iu);
/** "hàng quý, 06 tháng, năm": the rhythms after the first are named by their noun alone. */
const BARE: readonly [RegExp, string][] = [
  [/^(?:(?:hằng|hàng)\s+)?tuần/iu, 'FREQ=WEEKLY'],
  [/^(?:(?:hằng|hàng)\s+)?tháng/iu, 'FREQ=MONTHLY'],
  [/^(?:(?:hằng|hàng)\s+)?quý/iu, 'FREQ=MONTHLY;INTERVAL=3'],
  [/^(?:06|6|sáu)\s+tháng(?:\s*\/\s*lần)?/iu, 'FREQ=MONTHLY;INTERVAL=6'],
  [/^(?:09|9|chín)\s+tháng/iu, 'FREQ=MONTHLY;INTERVAL=9'],
  [/^(?:(?:hằng|hàng|cuối|cả)\s+)?năm(?!\s*\d|\s+học)/iu, 'FREQ=YEARLY'],
];

/** "báo cáo định kỳ tháng, quý, năm", "chế độ báo cáo tháng, quý": rhythms that are named by their nouns alone. */
const NOUNS_ALONE = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?<=định kỳ\s)(?:tuần|tháng|quý|năm)(?=\s*(?:[,;.()]|$|và\s|hoặc\s|(?:về|gửi|cho|theo|và)\s))|(?<=báo cáo\s)(?:tuần|tháng|quý)(?=,\s(?:quý|(?:0?6|sáu) tháng|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])))/iu,
);

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

/** The times of a text by which, or in whose rhythm, something has to be done, in order; `year` is the plan's. */
export function timesOf(text: string, year: string | null = null): Hit[] {
  const folded = fold(text);
  const months = [...monthsOfYear(text), ...quartersOfYear(text)];
  const dated = [
    ...months,
    ...fixed(text).filter((hit) => !months.some((other) => hit.start < other.end && other.start < hit.end)),
  ];
  const recur = withoutRepeated(text, recurring(text, folded, false, year === null));
  const alone = yearless(text, folded, dated, year).filter(
    (hit) => ![...dated, ...recur].some((other) => hit.start < other.end && other.start < hit.end),
  );
  const hits = [...dated, ...alone, ...recur, ...coupled(text, [...dated, ...alone])];
  const counted = countedTimes(text, folded).filter(
    (hit) => !hits.some((other) => hit.start < other.end && other.start < hit.end),
  );
  return [...hits, ...counted].sort((a, b) => a.start - b.start);
}

/** "Hằng năm xây dựng dự toán gửi Sở Tài chính trước ngày 31/7": the day of each year says that it is each year. */
function withoutRepeated(text: string, hits: readonly Hit[]): Hit[] {
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

/** A time counted from an event: "trong 24 giờ kể từ khi …", "sau 05 ngày làm việc kể từ ngày …". */
const COUNTED = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:chậm nhất|muộn nhất|tối đa|không quá|trong|sau|trước)\s+(?:là\s+)?)+(?:(?:thời hạn|thời gian|vòng|khoảng)\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:\([^()]{1,20}\)\s*)?(?:phút|giờ|ngày|tuần|tháng)(?:\s+làm việc)?(?:\s+đầu)?(?:\s+tiên)?\s*,?\s+(?:kể từ|tính từ|từ khi|từ ngày|sau khi|trước khi|sau ngày)\s/iu,
);

const COUNTED_CUE = /ke tu|tinh tu|tu khi|tu ngay|sau khi|truoc khi|sau ngay/;

/** How long before an event: "trước mỗi sự kiện ít nhất 30 ngày", "ít nhất 05 ngày làm việc trước khi họp". */
const AHEAD =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trước\s+(?:mỗi|từng|khi|ngày)\s+[A-Za-zÀ-\u036fḀ-ỹ\s]{3,50}?\s+(?:ít nhất|tối thiểu)\s+\d{1,3}\s*(?:giờ|ngày|tuần|tháng)(?![A-Za-zÀ-\u036fḀ-ỹ])(?:\s+làm việc)?|(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)\s+(?:là\s+)?\d{1,3}\s*(?:giờ|ngày|tuần|tháng)\s+(?:làm việc\s+)?trước\s+(?:mỗi|từng|khi|ngày)\s+[^,;.()]{2,60}?(?=[,;.)]|\s(?:phải|để|thì)\s|$))/giu;

const AHEAD_CUE = /(?:it nhat|toi thieu|cham nhat|muon nhat)\s+(?:la\s+)?\d/;

/** The times of a text that are counted from an event, each with the words for the event. */
export function countedTimes(text: string, folded: string = fold(text)): Hit[] {
  const from = COUNTED_CUE.test(folded) ? timesFrom(text) : [];
  if (!AHEAD_CUE.test(folded)) return from;
  const ahead = [...text.matchAll(AHEAD)].map(({ index, 0: words }): Hit => {
    return { start: index, end: index + words.length, due: null, recurrence: null };
  });
  return [
    ...from,
    ...ahead.filter((hit) => !from.some((other) => hit.start < other.end && other.start < hit.end)),
  ];
}

function timesFrom(text: string): Hit[] {
  return COUNTED.all(text).map((match) => {
    const from = match.index + match[0].length;
    const event = /^.*?(?=[,;)]|\.(?:\s|$)|\s(?:phải|để|thì)\s|$)/su.exec(text.slice(from))?.[0].length ?? 0;
    return { start: match.index, end: from + event, due: null, recurrence: null };
  });
}

/** The times of a text that recur, all of them taken to time a duty. */
export function recurringTimes(text: string): Hit[] {
  return recurring(text, fold(text), true);
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
  /^(?:\s*\([^()\d]{3,30}\d?[^()\d]{0,20}\))?\s+và\s+((?:ngày\s+)?(\d{1,2})\/(\d{1,2}))(?![\d/]|\s*\/|\s+(?:năm|hằng|hàng|mỗi)\s)/iu;

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

const PREFIX = ending(/(?:(?:chậm nhất|định kỳ|vào|trước|đến|ngày|là|thứ)\s+)+$/iu);
const PERIODIC = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:định kỳ|hằng năm|hàng năm|mỗi năm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu,
);

/** `undated`: the plan is not of one year, whose days those without a year would be. */
function recurring(text: string, folded: string, duty = false, undated = false): Hit[] {
  if (
    !/(?:hằng|hàng|mỗi|06|6|sáu|từng|đầu|cuối|định kỳ)\s|lần|tháng\s(?:sau|kế|tiếp|liền)|cáo\s(?:tuần|tháng|quý|năm)/iu.test(
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
    hits.push({
      start: start - Math.max(prefix, bracket),
      end: bracket > 0 ? end + 1 : end,
      due: null,
      recurrence,
    });
  };
  for (const match of matchesOf(TWO_DAYS, text, folded, named)) {
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
  for (const match of matchesOf(TWO_MONTHS, text, folded, named)) {
    const and = match.index + match[0].search(/\s+và\s+/u);
    add(match.index, and, `FREQ=YEARLY;BYMONTH=${Number(match[1])}`);
    const second = and + (/^\s+và\s+/u.exec(text.slice(and))?.[0].length ?? 0);
    add(second, match.index + match[0].length, `FREQ=YEARLY;BYMONTH=${Number(match[2])}`);
  }
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
  for (const match of matchesOf(YEARLY_DAY, text, folded, named)) {
    add(
      match.index,
      match.index + match[0].length,
      `FREQ=YEARLY;BYMONTH=${Number(match[2])};BYMONTHDAY=${Number(match[1])}`,
    );
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
  for (const match of matchesOf(WEEKLY_DAY, text, folded, named)) {
    const day = WEEKDAYS[match[1]?.toLowerCase() ?? ''];
    if (day !== undefined) add(match.index, match.index + match[0].length, `FREQ=WEEKLY;BYDAY=${day}`);
  }
  for (const match of matchesOf(MONTHLY_DAY, text, folded, named))
    add(match.index, match.index + match[0].length, `FREQ=MONTHLY;BYMONTHDAY=${Number(match[1])}`);
  for (const { index, 0: noun } of NOUNS_ALONE.all(text)) {
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

/** Whether a rhythm times a duty: it opens a clause, follows "định kỳ", or a verb stands right behind it. */
/** "04 phiên giao dịch (mỗi quý 01 phiên)": how many of them come to each. */
const OF_THINGS = /^\s+(?:ít nhất\s+|tối thiểu\s+|từ\s+)?\d+\s+[A-Za-zÀ-\u036fḀ-ỹ\s]{1,20}\)/u;

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
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])từ\s[^.;]*$/iu.test(before.slice(-40))
  )
    return false;
  if (/^\s*$|[.;:]\s*$/.test(before))
    return !/^(?:[^.;]{0,50}?(?:tăng|giảm|đạt|có)\s[^.;]{0,30}\d|(?:giảm|tăng)\s[^.;]*\d|(?:số|tỷ lệ|tỉ lệ)\s)/iu.test(
      after,
    );
  if (/(?:(?:một|1|01) lần|\/\s*lần|đầu quý(?: sau)?|năm học)$/iu.test(text.slice(start, end))) return true;
  if (CLAUSE_END.test(text.slice(end)) && REVIEW.test(before)) return true;
  const closes = CLAUSE_END.test(text.slice(end)) || CLAUSE_END.test(after);
  if (closes && FIGURES.test(before)) return true;
  if (NOUN_BEFORE.test(before.slice(-60))) return false;
  if (/tuần$/iu.test(text.slice(start, end)) && CLAUSE_END.test(text.slice(end))) return true;
  if (/(?:đảm bảo|bảo đảm)\s*$/iu.test(before.slice(-20))) return true;
  if (
    /^[^.;:]{0,60}?\d[\d.,]*\s*(?:%|-)/u.test(after) ||
    /^\s*(?:có|giảm|tăng|đạt|số vụ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(after)
  )
    return false;
  if ((closes || /^(?:trên|theo|tại)\s/u.test(after)) && ACT.test(before)) return true;
  if (/^\s*,\s/u.test(text.slice(end)) && opensWithDuty(before)) return true;
  if (/[,)]\s*$/.test(before)) return DUTY.test(after) || organisationLexicon().dutyIndex(after) === 0;
  return DUTY.test(after) || /^(?:và\s|đến\s|cho\s|để\s|nhằm\s|\.|;|$)/u.test(after);
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

/** The places of a timing in a text. */
function matchesOf(
  { needs, cue, pattern }: Timing,
  text: string,
  folded: string,
  named: ReadonlySet<string>,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  if ((needs !== null && !named.has(needs)) || !cue.test(folded)) return found;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
