import { wording } from '../lexicon/patterns.ts';

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
export function timesNamed(folded: string): ReadonlySet<string> {
  const named = new Set<string>(NOUNS.filter((noun) => folded.includes(noun)));
  EACH.lastIndex = 0;
  for (let match = EACH.exec(folded); match !== null; match = EACH.exec(folded))
    named.add(`each ${match[1]}`);
  return named;
}

const EACH = /(?:hang|moi)\s+(nam|thang|quy|tuan)/g;

export const RHYTHMS: readonly [Timing, string][] = [
  [
    timing(
      /tuan/,
      /(?:(?:vào\s+)?(?:đầu|cuối)\s+(?:của\s+)?)?(?:hằng|hàng|mỗi|từng)\s+tuần(?:\s+(?:một|1|01)\s+lần)?/iu,
    ),
    'FREQ=WEEKLY',
  ],
  [
    timing(
      /(?:hang|moi)\s+thang/,
      /(?:(?:vào\s+)?(?:tuần\s+)?(?:đầu|cuối|giữa)\s+(?:của\s+)?)?(?:hằng|hàng|mỗi)\s+tháng(?:\s+(?:một|1|01)\s+lần)?/iu,
    ),
    'FREQ=MONTHLY',
  ],
  [
    timing(
      /(?:hang|moi)\s+quy/,
      /(?:(?:vào\s+)?(?:đầu|cuối|giữa)\s+(?:của\s+)?)?(?:hằng|hàng|mỗi)\s+quý(?:\s+(?:một|1|01)\s+lần)?/iu,
    ),
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
      /(?:(?:hằng|hàng|mỗi)\s+)?(?<!(?:trong|sơ kết|tổng kết|kết quả|nhiệm vụ|tình hình|công tác)\s+)(?:06|6|sáu)\s+tháng(?:(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần|\s+đầu\s+năm(?!\s+\d{4}))?(?!\s*(?:trở|liên|kể|đầu\s+năm\s+\d))/iu,
    ),
    'FREQ=MONTHLY;INTERVAL=6',
  ],
  [
    timing(
      /(?:dau|cuoi)\s+(?:moi\s+)?nam\s+hoc/,
      /(?:vào\s+)?(?:dịp\s+)?(?:mỗi\s+)?(?:đầu|cuối)\s+(?:mỗi\s+)?năm\s+học(?!\s+\d)/iu,
    ),
    'FREQ=YEARLY',
  ],
  [
    timing(
      /moi\s+nam\s+hoc/,
      /(?:(?:vào\s+)?kết\s+thúc\s+mỗi\s+năm\s+học|mỗi\s+năm\s+học\s+(?:một|1|01)\s+lần)/iu,
    ),
    'FREQ=YEARLY',
  ],
  [
    timing(
      /(?:hang|moi)\s+nam/,
      /(?:vào\s+dịp\s+[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s+[A-Za-zÀ-\u036fḀ-ỹ]+)?\s+|(?:(?:vào|trong)\s+)?quý\s+(?:I{1,3}|IV)\s+|(?:vào\s+)?(?:đầu|cuối)\s+(?=(?:hằng|hàng|mỗi)\s))?(?:hằng|hàng|mỗi)\s+năm(?!\s+học|\s*\d{4})(?:\s+(?:một|1|01)\s+lần)?/iu,
    ),
    'FREQ=YEARLY',
  ],
  [
    timing(/(?:hai|2)\s+tuan/, /(?:hai|2|02)\s+tuần(?:\s*\/\s*|\s+(?:một|1|01)\s+)lần/iu),
    'FREQ=WEEKLY;INTERVAL=2',
  ],
  // "01 tháng/lần", "mỗi tháng/lần", "quý/lần"
  [
    timing(
      /tuan\s*(?:\/|mot|1|01)/,
      /(?<!(?:\d|hai|ba|bốn|năm|sáu)\s)(?:(?:một|1|01)\s+)?tuần(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần/iu,
    ),
    'FREQ=WEEKLY',
  ],
  [
    timing(
      /thang\s*(?:\/|mot|1|01)/,
      /(?<!(?:\d|hai|ba|bốn|năm|sáu)\s)(?:(?:một|1|01)\s+)?tháng(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần/iu,
    ),
    'FREQ=MONTHLY',
  ],
  [
    timing(
      /quy\s*(?:\/|mot|1|01)/,
      /(?<!(?:\d|hai|ba|bốn|năm|sáu)\s)(?:(?:một|1|01)\s+)?quý(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần/iu,
    ),
    'FREQ=MONTHLY;INTERVAL=3',
  ],
  [
    timing(
      /nam\s*(?:\/|mot|1|01)/,
      /(?<!(?:\d|hai|ba|bốn|năm|sáu)\s)(?:(?:một|1|01)\s+)?năm(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần/iu,
    ),
    'FREQ=YEARLY',
  ],
  [
    timing(/(?:hai|2)\s+nam/, /(?:hai|2|02)\s+năm(?:\s*\/\s*(?:(?:một|1|01)\s+)?|\s+(?:một|1|01)\s+)lần/iu),
    'FREQ=YEARLY;INTERVAL=2',
  ],
];
export const YEARLY_DAY = timing(
  /\d\s+(?:hang|moi)\s+nam/,
  /(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm(?:\s+học)?/iu,
);
/** "trước ngày 15/12 năm trước", "chậm nhất ngày 31/01 năm sau": of each year. */
export const DAY_OF_OTHER_YEAR = timing(
  /\d\s+(?:cua\s+)?nam\s+(?:truoc|sau|lien|ke)/,
  /(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})\s+(?:của\s+)?năm\s+(?:trước|sau|liền\s+(?:trước|sau|kề)|kế\s+tiếp)(?:\s+(?:liền\s+kề|năm\s+kế\s+hoạch))?/iu,
);
export const WEEKLY_DAY = timing(
  /thu\s+\S+\s+(?:hang|moi)\s+tuan/,
  /(?:(?:trước|vào)\s+(?:(?:lúc\s+)?\d{1,2}\s*(?:giờ|h)(?:\s*\d{2})?\s+)?(?:ngày\s+)?)?(?:(?:sáng|chiều)\s+)?thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?:hằng|hàng|mỗi)\s+tuần/iu,
);
/** "Hằng tuần (vào thứ Sáu)" */
export const WEEKLY_DAY_BEHIND = timing(
  /(?:hang|moi)\s+tuan\s*[,(]?\s*(?:vao\s+)?(?:ngay\s+)?(?:sang\s+|chieu\s+)?thu\s/,
  /(?:hằng|hàng|mỗi)\s+tuần\s*[,(]?\s*(?:vào\s+)?(?:ngày\s+)?(?:(?:sáng|chiều)\s+)?thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])\)?/iu,
);
export const WEEKDAYS: Record<string, string> = {
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
export const QUARTERLY_DAY = timing(
  /thang\s+(?:dau|cuoi|thu)/,
  /ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|thứ\s+(?:nhất|hai|ba))\s+(?:của\s+)?(?:hằng|hàng|mỗi)?\s*quý(?:\s+sau)?/iu,
);
export const YEARLY_DAY_BEHIND = timing(
  /(?:hang|moi)\s+nam\s*[,(]?\s*(?:cham|truoc|vao|den)\s/,
  /(?:hằng|hàng|mỗi)\s+năm\s*[,(]?\s*(?:(?:chậm nhất|muộn nhất)(?:\s+là)?\s+(?:(?:trước|vào|đến)\s+)?|(?:trước|vào|đến)\s+)(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})(?!\s*[/\d]|\s+năm)\)?/iu,
);
/** A day without a year: of each year where the duty is periodic. */
export const DAY_ALONE = timing(
  /ngay\s+\d/,
  /(?:(?:chậm nhất|muộn nhất)\s+(?:là\s+)?)?(?:trước|vào|đến|là)\s+ngày\s+(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})(?!\s*[/\d]|\s+năm|,?\s+(?:và(?!\s+(?:trước|vào|đến)\s+ngày\s)|hằng|hàng|mỗi))/iu,
);
export const MONTHLY_DAY_BEHIND = timing(
  /(?:hang|moi|ky)\s+thang\s*[,(]?\s*(?:cham|truoc|vao|den|ngay)\s/,
  /(?:(?:hằng|hàng|mỗi)\s+|(?<=định kỳ\s+))tháng\s*(?:[,(]?\s*(?:chậm nhất\s+)?(?:trước|vào|đến)\s+|\(\s*)(?:ngày\s+)(\d{1,2})(?:\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề))?(?!\s*[/\d]|\s+tháng)\)?/iu,
);
/** "chậm nhất ngày 05 tháng sau": of each month. */
export const DAY_OF_NEXT_MONTH = timing(
  /\d\s+(?:cua\s+)?thang\s+(?:sau|ke|tiep|lien)/,
  /(?:chậm nhất|muộn nhất|trước)\s+(?:là\s+)?(?:(?:trước|vào|đến)\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề)/iu,
);
/** A report of half a year or a year, and in brackets its day: "6 tháng đầu năm (trước ngày 10/6)". */
export const PART_OF_YEAR_BEHIND = timing(
  /(?:thang|nam)\s*\(/,
  /(?:(?:06|6|sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:(?:hằng|hàng|cả|một)\s+)?năm)\s*\(\s*(?:chậm nhất\s+)?(?:(?:trước|vào|đến)\s+)?(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})\)/iu,
);
export const QUARTERLY_DAY_BEHIND = timing(
  /quy\s*[,(]/,
  /(?:(?:(?:hằng|hàng|mỗi)\s+)?quý\s*\(\s*|(?:hằng|hàng|mỗi)\s+quý\s*,\s*(?=chậm nhất\s|trước\s|vào\s|đến\s))(?:chậm nhất\s+)?(?:(?:trước|vào|đến)\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu|cuối)\s+(?:(?:hằng|hàng|mỗi)\s+)?quý(?:\s+sau)?\)?/iu,
);
export const YEARLY_MONTH = timing(
  /thang\s+\d+\s+(?:hang|moi)\s+nam/,
  /(?:vào\s+|trong\s+)?tháng\s+(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu,
);
/** "Định kỳ vào tháng 9": in each year. */
export const MONTH_ALONE = timing(
  /ky\s+(?:vao\s+|trong\s+)?thang\s+\d/,
  /(?<=định kỳ\s+)(?:vào\s+|trong\s+)?tháng\s+(\d{1,2})(?!\s*[/\d]|\s+(?:năm|và)|,?\s+(?:hằng|hàng|mỗi))/iu,
);
/** "Hằng năm, vào tháng 5": in that month of each year. */
export const YEARLY_MONTH_BEHIND = timing(
  /(?:hang|moi)\s+nam,?\s+(?:vao|trong)\s+thang/,
  /(?:hằng|hàng|mỗi)\s+năm,?\s+(?:vào|trong)\s+tháng\s+(\d{1,2})(?!\s*[/\d]|\s+(?:năm|và)|\s*,\s*\d)/iu,
);
export const TWO_MONTHS = timing(
  /\d\s+va\s+(?:thang\s+)?\d+\s+(?:hang|moi)\s+nam/,
  /(?:vào\s+|trong\s+)?tháng\s+(\d{1,2})\s+và\s+(?:tháng\s+)?(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu,
);
export const TWO_DAYS = timing(
  /\d(?:\s+va|,)\s+(?:ngay\s+)?\d+(?:\/|\s+thang\s+)\d+\s+(?:hang|moi)\s+nam/,
  /ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\s+và|,)\s+(?:ngày\s+)?(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm/iu,
);
/** "ngày 15 và 30 hằng tháng": each of the two. */
export const TWO_MONTHLY_DAYS = timing(
  /\d(?:\s+va|,)\s+(?:ngay\s+)?\d+\s+(?:hang|moi)\s+thang/,
  /(?:các\s+)?ngày\s+(\d{1,2})(?:\s+và|,)\s+(?:ngày\s+)?(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+tháng/iu,
);
/** "Hằng năm, vào quý IV" */
export const YEARLY_QUARTER_BEHIND = timing(
  /(?:hang|moi)\s+nam,?\s+(?:vao|trong)\s+quy/,
  /(?:hằng|hàng|mỗi)\s+năm,?\s+(?:vào|trong)\s+quý\s+(?:I{1,3}|IV)(?!\s*[/\d]|\s+(?:năm|và))/iu,
);
export const MONTHLY_DAY = timing(
  /\d\s+(?:hang|moi)\s+thang/,
  /ngày\s+(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+tháng/iu,
);
/** "hàng quý, 06 tháng, năm": the rhythms after the first are named by their noun alone. */
export const BARE: readonly [RegExp, string][] = [
  [/^(?:(?:hằng|hàng)\s+)?tuần/iu, 'FREQ=WEEKLY'],
  [/^(?:(?:hằng|hàng)\s+)?tháng/iu, 'FREQ=MONTHLY'],
  [/^(?:(?:hằng|hàng)\s+)?quý/iu, 'FREQ=MONTHLY;INTERVAL=3'],
  [/^(?:06|6|sáu)\s+tháng(?:\s*\/\s*lần)?/iu, 'FREQ=MONTHLY;INTERVAL=6'],
  [/^(?:09|9|chín)\s+tháng/iu, 'FREQ=MONTHLY;INTERVAL=9'],
  [/^(?:(?:hằng|hàng|cuối|cả|01|1|một)\s+)?năm(?!\s*\d|\s+học)/iu, 'FREQ=YEARLY'],
];

/** "báo cáo định kỳ tháng, quý, năm", "chế độ báo cáo tháng, quý": rhythms that are named by their nouns alone. */
export const NOUNS_ALONE = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?<=định kỳ\s)(?:tuần|tháng|quý|năm)(?=\s*(?:[,;.()]|$|và\s|hoặc\s|(?:về|gửi|cho|theo|báo cáo|tổng hợp|đánh giá|rà soát|kiểm tra|tổ chức|tham mưu)[\s,]))|(?<=định kỳ\s\()(?:tuần|tháng|quý)(?=,\s|\))|(?<=báo cáo\s)(?:tuần|tháng|quý)(?=,\s(?:quý|(?:0?6|sáu) tháng|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])))/iu,
);

/** The places of a timing in a text. */
export function matchesOf(
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
