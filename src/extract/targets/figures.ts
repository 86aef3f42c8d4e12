import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Target } from '../../plan/record.ts';
import type { Span } from '../../plan/source-text.ts';
import { clauseBefore } from '../context.ts';
import { findDates } from '../dates.ts';
import { type Figure, findFigures, findSpelled, parseFigure, SCALE_WORDS, scaleOf } from '../quantities.ts';
import { withoutAdverbs } from './adverbs.ts';
import { isPartOf, rateUnitBefore, unitBefore } from './bare-numbers.ts';
import { counted, SCALED } from './counts.ts';

/** A figure with its unit, as it may be a target's value. Offsets are into the passage's text. */
export interface Measured {
  /** The digits. */
  figure: Span;
  /** Digits and unit. */
  span: Span;
  value: number;
  measure: Target['measure'];
  unit: string;
  /** Unit words that are themselves the counted noun, and so belong to the label. */
  noun: Span | null;
  /** The end of a range that it is ("giảm 1 - 1,5%"). */
  bound?: '>=' | '<=';
  /** The whole range, from its lower end through the unit. */
  range?: Span;
  /** The noun measures a size and names nothing. */
  size?: boolean;
  /** What it counts stands behind the next figure alone: "xây mới 02 và sửa chữa 05 căn nhà". */
  waits?: boolean;
  /** Nothing but its place in a part on targets says that it is more than a number. */
  bare?: boolean;
}

/** A figure with its unit, or the range that it is an end of: what the words about it stand before and behind. */
export function extentOf(measured: Measured): Span {
  return measured.range ?? { start: measured.figure.start, end: measured.span.end };
}

const MONEY = new RegExp(
  `^\\s*(?:(${SCALE_WORDS}|tr(?=\\.?\\s*đ))\\.?)?\\s*(đồng(?! (?:chí|hồ|phục|bào))|đ|USD|đô la Mỹ)(?![A-Za-zÀ-\u036fḀ-ỹ])`,
  'iu',
);
/** "thu từ đất 500 tỷ, thu nội địa 1.200 tỷ": nothing but money comes in billions without its unit. */
const BILLIONS_ALONE = /^\s*(tỷ|tỉ)(?=\s*(?:[,;)]|\.(?:\s|$)|$|và\s))/iu;
/** "60 triệu đồng/nhà", "02 triệu đồng/mẹ/tháng", "75 triệu đồng/năm": so much for each, or in each. */
const PER_THING =
  /^\s*\/\s*((?:ha|hộ|nhà|căn|xã, phường|phường, xã|xã|phường|mô hình|lớp|đơn vị|dự án|công trình|doanh nghiệp|hợp tác xã|trang trại|cơ sở|thôn|trường|suất|km)(?!\s*\/)|(?:mẹ|hộ|cháu|em)\s*\/\s*(?:tháng|năm)|năm|tháng|quý)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** A number behind these is a name's, an article's or an age's. */
const ORDINAL = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cả|(?<!(?:năng suất|diện tích|sản lượng|cây|hạt|trồng|vườn) )điều|khoản|(?<!(?:thí|trọng|cao|dứt) )điểm|mục|phụ lục|biểu|mẫu|(?<!tổng )số|(?<!(?:mỗi|hằng|hàng) )(?:quý|tháng|tuần)|ngày|(?<!(?:cả|mỗi|hằng|hàng) )năm|khóa|khoá|lần thứ|thứ|giai đoạn|mức độ|cấp độ|nhóm|(?<!các )loại|hạng|bước|đề án|nghị định|(?<!pháp )luật|quyết định|covid|(?<!(?:tiêm|dự|quốc|văn|đề|biên) )phòng|đường|(?<!định )kỳ|top|giờ|lúc|phường|quận|khu vực|(?<!khoanh )vùng|tổ|khu phố|ấp|(?<!nông )thôn)\s*$/iu,
);
const TIME_OR_AGE = /^\s*(?:tháng|ngày(?!\s+công)|giờ|phút|tuần|tuổi|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** What is itself measured in years. */
const LIFESPAN =
  /(?:tuổi thọ|tuổi kết hôn|số năm (?:sống|đi học)|sống khỏe|sống khoẻ)(?:[^.;\d]|(?:19|20)\d{2}|\d[\d,]*(?=\s(?:tuổi|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])))*$/iu;
/** "Thời gian giải quyết hồ sơ còn 02 ngày làm việc": how long something takes is itself a time. */
export const TAKES = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:thời gian|thời hạn|số (?:ngày|giờ|phút))\s[^.;:\d]*(?:\stừ \d[\d,]* (?:ngày(?: làm việc)?|giờ|phút))?(?:\s(?:còn|xuống|không quá|tối đa|dưới|là|giảm|rút ngắn|rút|đạt|bình quân|trung bình|khoảng|trên))+\s*$/iu,
);
const TIME = /^\s*(ngày làm việc|ngày|giờ|phút)(?!\s*\/|\s+\d|[A-Za-zÀ-\u036fḀ-ỹ])/iu;
const POINTS = /^\s*(?:%|‰|phần nghìn|điểm\s*(?:phần trăm|%))(\s*\/\s*năm)?/iu;
/** "2/3 số hộ": a part of them, and no two of three. */
const FRACTION =
  /^\/([2-9]|10)(?=\s+(?:(?:tổng\s+)?số|tỷ lệ|tỉ lệ|trạm y tế|học sinh|sinh viên|người|trẻ em|hộ|diện tích|so với (?:năm|cùng kỳ))\s)/u;
const RATIO =
  /^\s*(?:[A-Za-zÀ-\u036fḀ-ỹ]+(?![A-Za-zÀ-\u036fḀ-ỹ])\s*){0,9}?(?:\d\s*)?(?:\/|trên|cho)\s*(?:mỗi\s*)?((?:(?:1\s*)?(?:vạn|nghìn)|\d[\d.]*)\s*(?:dân|giường bệnh|người|trẻ(?:\s(?!(?:vào|trong|đến|tới|lên|xuống|năm|và|so|trước|cuối|hết|giai|hoặc|đạt|còn)(?![A-Za-zÀ-\u036fḀ-ỹ]))[A-Za-zÀ-\u036fḀ-ỹ]+)*|hộ|sinh viên|nghìn dân|phụ nữ|bé gái|học sinh|ca đẻ|ca|bà mẹ|con)|\d{1,3}(?:\.\d{3})+(?=\s+(?:vào|năm|đến)|[.;,]|$))/iu;

/** Whether a number says which one it is; no day or quarter is beyond 31: "đào tạo dưới 03 tháng 2.000 người". */
function isOrdinal(before: string, value: number, after: string): boolean {
  // "mở rộng mặt đường 22 km": how long, and no name.
  if (
    /(?:đường|thôn|ấp|vùng|khu vực)\s*$/iu.test(before) &&
    /^\s*(?:km|mét|m)(?![A-Za-zÀ-\u036fḀ-ỹ\d²³])/u.test(after)
  )
    return false;
  // "Xếp hạng 12 di tích": how many, and no rank.
  if (/(?:xếp|phân) hạng\s*$/iu.test(before) && RANKED.test(after)) return false;
  // "Doanh số cho vay trong năm 138 tỷ đồng": no year.
  if (/(?:trong|đầu|cuối) năm\s*$/iu.test(before) && (value < 1900 || value > 2100)) return false;
  return ORDINAL.test(before) && !(value > 31 && /(?:tháng|ngày|tuần|quý|giờ)\s*$/iu.test(before));
}

const RANKED =
  /^\s(?:di tích|di sản|cơ sở|khách sạn|bảo tàng|thư viện|sản phẩm|doanh nghiệp|trường|bệnh viện|hợp tác xã|mô hình|câu lạc bộ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "450 lớp dạy bơi cho 13.500 trẻ em": how many are served, and no rate for so many. */
const SERVES =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])cho\s*(?!(?:1\s*)?(?:vạn|nghìn)|100?(?:\.000)*\s|1(?:\.000)+\s)\d[\d.]*\s*[A-Za-zÀ-\u036fḀ-ỹ][^/]*$/iu;

/** Every figure of a passage that has a unit a target may have; a range is two. */
export function measuredFigures(text: string): Measured[] {
  const single = withThoseThatWait(text, withFiguresInWords(text, singleFigures(text)));
  return single.flatMap((measured) => {
    const low = lowerEnd(text, measured.figure.start);
    const value = low?.[1] === undefined ? null : parseFigure(low[1]);
    const own = parseFigure(text.slice(measured.figure.start, measured.figure.end));
    if (low?.[1] === undefined || value === null || own === null || value === 0) return [measured];
    if (value >= own && !isMisreadShare(measured, value)) return [measured];
    const start = measured.figure.start - low[0].length;
    const figure = { start, end: start + low[1].length };
    const range = { start, end: measured.span.end };
    const first = {
      ...measured,
      figure,
      span: figure,
      value: Number(((measured.value / own) * value).toPrecision(15)),
      bound: '>=' as const,
      range,
    };
    const upper = { ...measured, bound: '<=' as const, range };
    const at = single.findIndex((other) => other.figure.start === start);
    const before = single[at];
    if (before === undefined) return [first, upper];
    before.bound = '>=';
    before.range = range;
    before.noun = measured.noun;
    return [upper];
  });
}

/** "giảm một nửa số báo cáo giấy": half of it in words. */
const HALF =
  /một nửa(?<=(?<![A-Za-zÀ-\u036fḀ-ỹ])giảm\s(?:ít nhất\s|tối thiểu\s|hơn\s|khoảng\s)?một nửa)(?=\s(?:số|tỷ lệ|tỉ lệ|thời gian|chi phí)\s|\s*(?:[.,;]|$|so với\s))/giu;

/** "doanh thu tăng gấp đôi so với năm 2025": a multiple in words. */
const MULTIPLE_IN_WORDS =
  /(?:đôi|rưỡi|ba)(?<=(?<![A-Za-zÀ-\u036fḀ-ỹ])gấp\s(?:đôi|rưỡi|ba))(?=\s*(?:[.,;)]|$)|\s(?:so với|năm|giai đoạn|vào|và)\s)/giu;
const MULTIPLES: Record<string, number> = { rưỡi: 1.5, đôi: 2, ba: 3 };

function withFiguresInWords(text: string, single: Measured[]): Measured[] {
  if (!/nửa|gấp/iu.test(text)) return single;
  const halves = [...text.matchAll(HALF)].map(({ index, 0: words }): Measured => {
    const span = { start: index, end: index + words.length };
    return { figure: span, span, value: 50, measure: 'share', unit: '%', noun: null };
  });
  const multiples = [...text.matchAll(MULTIPLE_IN_WORDS)].map(({ index, 0: words }): Measured => {
    const span = { start: index, end: index + words.length };
    return {
      figure: span,
      span,
      value: MULTIPLES[words.toLowerCase()] ?? 2,
      measure: 'ratio',
      unit: 'lần',
      noun: null,
    };
  });
  const found = [...halves, ...multiples];
  return found.length === 0 ? single : [...single, ...found].sort((a, b) => a.figure.start - b.figure.start);
}

/** "xây mới 02 và sửa chữa 05 căn nhà": the figures of acts listed before one count, and the count. */
function withThoseThatWait(text: string, single: readonly Measured[]): Measured[] {
  return single.flatMap((measured) => {
    if (measured.measure !== 'count' || measured.noun === null) return [measured];
    const head = text.slice(Math.max(0, measured.figure.start - 90), measured.figure.start);
    const match = ACTS_ON_SO_MANY.exec(head);
    const [, first = '', figure = '', second = ''] = match ?? [];
    const value = parseFigure(figure);
    if (match === null || value === null || !isActAlone(first) || !isActAlone(second)) return [measured];
    const start = measured.figure.start - head.length + match.index + match[0].indexOf(figure, first.length);
    const span = { start, end: start + figure.length };
    if (single.some((other) => other.figure.start === start)) return [measured];
    const waiting = { figure: span, span, value, measure: 'count' as const, unit: measured.unit, noun: null };
    return [{ ...waiting, waits: true }, measured];
  });
}

/** "Xây mới 02 và sửa chữa ", with the words of both acts. */
const ACTS_ON_SO_MANY = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ\d])([A-Za-zÀ-\u036fḀ-ỹ]+(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,3})\s+(\d{1,4})(?:,|,?\s+và)\s+(\p{Ll}+(?:,?\s\p{Ll}+){0,3})\s+$/u,
);

function isActAlone(words: string): boolean {
  const phrase = withoutAdverbs(words);
  return targetLexicon()
    .acts.find(phrase)
    .some((hit) => hit.end === phrase.length);
}

/** "175 - 80%": a share above all that there is was misread, and is the lower end all the same. */
function isMisreadShare({ unit, value: upper }: Measured, lower: number): boolean {
  return unit === '%' && upper <= 100 && lower > 100 && lower < 1000;
}

/** The lower end of a range right before its upper end, with what stands between them. */
function lowerEnd(text: string, upper: number): RegExpExecArray | null {
  const head = text.slice(Math.max(0, upper - 56), upper);
  const dashed = RANGE_DASHED.exec(head);
  if (dashed !== null) return dashed;
  const spoken = RANGE_SPOKEN.exec(head) ?? withItsUnit(head, text.slice(upper));
  // "nâng từ 85% đến 90%": from where it stands to where it is to stand.
  return spoken !== null &&
    RISES.test(clauseBefore(text, upper - spoken[0].length)) &&
    !BY_SO_MUCH.test(text.slice(upper)) &&
    !(GROWS.test(clauseBefore(text, upper - spoken[0].length)) && /^\d[\d.,]*\s*%/u.test(text.slice(upper)))
    ? null
    : spoken;
}

/** "từ 60 tỷ đồng đến 65 tỷ đồng", "45 tạ/ha - 50 tạ/ha": the unit stands behind both ends. */
function withItsUnit(head: string, rest: string): RegExpExecArray | null {
  const match = RANGE_WITH_UNIT.exec(head);
  const unit = match?.[2];
  return unit !== undefined && rest.replace(/^[\d.,]+\s*/u, '').startsWith(unit) ? match : null;
}

const RANGE_WITH_UNIT = ending(
  /(?<![\d.,/])(\d[\d.]*(?:,\d+)?)\s?(‰|\p{L}[\p{L}²³]*(?:\s[\p{L}²³]+){0,3}(?:\/[\d.]*\s?\p{L}+(?:\s\p{L}+){0,2})?)(?:\s+[-–]\s+$|(?<=(?<![A-Za-zÀ-\u036fḀ-ỹ])từ\s+\d[^;]*)\s+đến\s+$)/iu,
);

const RANGE_DASHED = ending(/(?<![\d.,/])(\d[\d.]*(?:,\d+)?)\s*(?:%|cm|kg|m|km|ha|tấn|tạ)?\s*[-–÷]\s*$/u);
const RANGE_SPOKEN = ending(
  /(?<=(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:từ|vận động|hỗ trợ|có|xây dựng|thành lập|tổ chức|thu hút|đào tạo|tạo)\s+)(\d[\d.]*(?:,\d+)?)\s*%?\s*đến\s+$/iu,
);
/** "tăng từ 10% đến 15% so với năm 2022": by how much. */
const BY_SO_MUCH =
  /^\d[\d.,]*\s*%?\s*(?:(?:so với|so cùng kỳ)\s|\/\s*năm|(?:mỗi|hằng|hàng|một) năm(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;
/** "phấn đấu giá trị sản xuất tăng từ 3,5% đến 3,8%": what is itself no share grows by so much. */
const GROWS = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:giá trị (?:sản xuất|tăng thêm|xuất khẩu)|doanh thu|sản lượng|kim ngạch|GRDP|tổng mức|thu ngân sách|dư nợ|huy động vốn|số lượng)(?!\s(?:chiếm|so với))(?:,?\s(?!tỷ lệ|tỷ trọng)[A-Za-zÀ-\u036fḀ-ỹ]+){0,9}\stăng(?:\sbình quân)?\stừ\s+$/iu,
);
const RISES =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:nâng|(?<!tốc độ )tăng(?!\s+(?:thêm|trưởng))|đưa|(?<!trở )lên|chuyển)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "cá giống cỡ nhỏ (dưới 20 gram) còn 5%": a bound in brackets that says what is counted, before how much of it there is. */
function isDefinition(text: string, { start, end }: Span): boolean {
  // "Trẻ sinh non (dưới 34 tuần tuổi hoặc cân nặng dưới 1.800 gam) được sàng lọc: 95%".
  const open = text.lastIndexOf('(', start);
  if (
    open >= 0 &&
    WHO_IN_BRACKETS.test(text.slice(open, start)) &&
    RATED_BEHIND_BRACKET.test(text.slice(end))
  )
    return true;
  return (
    BRACKET_BOUNDS.test(text.slice(Math.max(0, start - 12), start)) && SHARE_FOLLOWS.test(text.slice(end))
  );
}

const WHO_IN_BRACKETS = /^\((?:dưới|trên|từ|đủ|có)\s[^()]*(?:dưới|trên|từ|đủ)\s+$/iu;
const RATED_BEHIND_BRACKET = /^[^()%]{1,60}\)\s\p{Ll}[^;.%]{2,90}\d[\d.,]*\s*%/u;

const BRACKET_BOUNDS = ending(/\((?:dưới|trên|từ|đủ|hơn|trước|sau|[<>≤≥]=?)\s*$/iu);
const SHARE_FOLLOWS =
  /^\s(?!%)[^()%;:]{1,30}\)\s+(?:(?:đạt|ở mức|còn|xuống|giảm|dưới|trên|là|chiếm|không quá|tối thiểu|ít nhất)\s+){0,4}\d[\d.,]*\s*%/iu;

function figuresAndWords(text: string): Figure[] {
  const spelled = findSpelled(text);
  const figures = findFigures(text);
  return spelled.length === 0 ? figures : [...figures, ...spelled].sort((a, b) => a.start - b.start);
}

function singleFigures(text: string): Measured[] {
  const dates = findDates(text);
  /** The last count that is no part of another. */
  let last: Measured | undefined;
  return figuresAndWords(text).flatMap((found): Measured[] => {
    const { start, end, value } = found;
    if (dates.some((date) => start < date.end && date.start < end)) return [];
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end);
    const near = after.slice(0, 100);
    const figure = { start, end };
    if (
      /^\s*(?:%|cm|kg|m|km|ha|tấn|tạ)?\s*[-–]\s*\d[\d.,]*\s*(?:%|[A-Za-zÀ-\u036fḀ-ỹ])/u.test(after) &&
      !/^\s*[-–]\s*(?:19|20)\d{2}/u.test(after)
    )
      return [];
    if (isDefinition(text, found)) return [];
    const percent = POINTS.exec(after);
    if (percent !== null) {
      const unit = `${/điểm/iu.test(percent[0]) ? 'điểm phần trăm' : /‰|nghìn/iu.test(percent[0]) ? '‰' : '%'}${percent[1] === undefined ? '' : '/năm'}`;
      // "tỷ suất tử vong trẻ em 10,5‰": so many of a thousand.
      const measure = unit === '‰' && /tỷ suất|tỉ suất/iu.test(clauseBefore(text, start)) ? 'ratio' : 'share';
      return [{ figure, span: { start, end: end + percent[0].length }, value, measure, unit, noun: null }];
    }
    // "Tỷ lệ trẻ được tiêm chủng đầy đủ (%): 96": the unit stands in brackets before it.
    const bracketed = UNIT_IN_BRACKETS.exec(text.slice(Math.max(0, start - 60), start))?.[1];
    if (bracketed !== undefined && /^\s*(?:[;.](?!\d)|$)/u.test(after)) {
      const rate = bracketed === '‰' && /tỷ suất|tỉ suất/iu.test(text.slice(0, start));
      const measure = rate ? 'ratio' : 'share';
      return [{ figure, span: figure, value, measure, unit: bracketed, noun: null, bare: true }];
    }
    const fraction = FRACTION.exec(after);
    if (fraction?.[1] !== undefined && value < Number(fraction[1])) {
      const span = { start, end: end + fraction[0].length };
      const share = Number(((100 * value) / Number(fraction[1])).toFixed(2));
      return [{ figure: span, span, value: share, measure: 'share', unit: '%', noun: null }];
    }
    const years = /^\s*(tuổi|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(after);
    if (years?.[1] !== undefined && LIFESPAN.test(clauseBefore(text, start))) {
      const span = { start, end: end + years[0].length };
      return [{ figure, span, value, measure: 'count', unit: years[1].toLowerCase(), noun: null }];
    }
    const duration = DURATION.exec(after);
    if (duration !== null) {
      const [whole, time = '', spent = '', each] = duration;
      const per = each ?? duration[4] ?? '';
      const span = { start, end: end + whole.length };
      const unit = `${time}${spent}/${per}`.toLowerCase();
      return [{ figure, span, value, measure: each === undefined ? 'frequency' : 'ratio', unit, noun: null }];
    }
    const issues = ISSUES.exec(after);
    if (issues?.[1] !== undefined) {
      const span = { start, end: end + issues[0].length };
      const unit = `số/${issues[1].toLowerCase()}`;
      return [{ figure, span, value, measure: 'frequency', unit, noun: null }];
    }
    const taken = TAKES.test(clauseBefore(text, start)) ? TIME.exec(after) : null;
    if (taken?.[1] !== undefined) {
      const span = { start, end: end + taken[0].length };
      return [
        { figure, span, value, measure: 'count', unit: taken[1].toLowerCase(), noun: null, bare: true },
      ];
    }
    if (
      isOrdinal(before, value, after) ||
      TIME_OR_AGE.test(after) ||
      /^\s*lần lượt(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(after)
    )
      return [];
    const times = MULTIPLE.exec(after);
    if (times !== null && (MULTIPLIED.test(clauseBefore(text, start)) || COMPARED.test(after))) {
      const span = { start, end: end + times[0].length };
      return [{ figure, span, value, measure: 'ratio', unit: 'lần', noun: null }];
    }
    // "Giá trị sản phẩm bình quân 01 ha đất": of each.
    if (value === 1 && MEAN_OF.test(clauseBefore(text, start)) && EACH_ONE.test(after)) return [];
    // "bản đồ tỷ lệ 1/500 và 1/1.000": the scale of a map.
    if (value === 1 && SCALE_OF_MAP.test(clauseBefore(text, start))) return [];
    const whole =
      /^\/\s?(\d{1,3}(?:\.\d{3})+)(?:\s+((?:trẻ em|trẻ|phụ nữ|người|dân|ca|bà mẹ)(?:\s+(?:đẻ|sinh)\s+(?:ra\s+)?sống)?))?/iu.exec(
        after,
      );
    if (whole !== null) {
      const unit = `/${whole[1]}${whole[2] === undefined ? '' : ` ${whole[2]}`}`;
      return [
        { figure, span: { start, end: end + whole[0].length }, value, measure: 'ratio', unit, noun: null },
      ];
    }
    if (/^(?:19|20)\d{2}$/.test(found.text) && !/^\s*[A-Za-zÀ-\u036fḀ-ỹ]/u.test(after)) return [];
    // "6 tỷ 850 triệu đồng": one sum.
    const rest = COMPOUND_REST.exec(text.slice(Math.max(0, start - 24), start));
    if (rest !== null && MONEY.test(after)) return [];
    const compound = COMPOUND.exec(after);
    const small = parseFigure(compound?.[2] ?? '');
    if (compound !== null && small !== null) {
      const sum = Math.round(value * scaleOf(compound[1]) + small * scaleOf(compound[3]));
      const span = { start, end: end + compound[0].length };
      return [{ figure, span, value: sum, measure: 'amount', unit: 'đồng', noun: null }];
    }
    const money = MONEY.exec(after) ?? BILLIONS_ALONE.exec(after);
    if (money !== null) {
      const scale = scaleOf(money[1]);
      const thing = PER_THING.exec(after.slice(money[0].length));
      const currency = /^[đ](?!ô)/iu.test(money[2] ?? 'đồng') ? 'đồng' : 'USD';
      return [
        {
          figure,
          span: { start, end: end + money[0].length + (thing?.[0].length ?? 0) },
          value: Math.round(value * scale),
          measure: 'amount',
          unit:
            thing?.[1] === undefined
              ? currency
              : `${currency}/${thing[1].toLowerCase().replace(/\s*\/\s*/gu, '/')}`,
          noun: null,
        },
      ];
    }
    const ratio = /(?:\/|trên|cho)\s*(?:mỗi\s*)?(?:\d|vạn|nghìn)/u.test(near) ? RATIO.exec(near) : null;
    if (ratio?.[1] !== undefined && !ratio[0].includes('%') && !SERVES.test(ratio[0])) {
      const noun = counted(text, found, undefined)[0];
      const words =
        /^\s*([A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,2})\s*\//u.exec(after)?.[1] ??
        noun?.unit ??
        /^\s*([A-Za-zÀ-\u036fḀ-ỹ]+(?:\s+[A-Za-zÀ-\u036fḀ-ỹ]+)?)/u.exec(after)?.[1] ??
        '';
      const unit = `${words}/${ratio[1].replace(/\s+/g, ' ')}`;
      return [
        {
          figure,
          span: { start, end: end + ratio[0].length },
          value,
          measure: 'ratio',
          unit,
          noun: noun?.noun ?? null,
        },
      ];
    }
    const rateUnit = rateUnitBefore(text, figure);
    if (rateUnit !== null)
      return [{ figure, span: figure, value, measure: 'ratio', unit: rateUnit, noun: null, bare: true }];
    const own = counted(text, found, SCALED.exec(after)?.[1], last);
    const unit = own.length > 0 ? null : unitBefore(text, figure, last);
    if (unit !== null)
      own.push({
        figure,
        span: { start, end: end + (OF_ALL.exec(after)?.[0].length ?? 0) },
        value,
        measure: 'count',
        unit,
        noun: null,
        bare: true,
      });
    if (unit === null || last === undefined || !isPartOf(text, last, start)) last = own[0] ?? last;
    return own;
  });
}

/** What the second number of such a sum stands behind. */
const COMPOUND_REST = ending(/\d\s*(?:tỷ|tỉ|triệu)\s+$/iu);
const COMPOUND = /^\s*(tỷ|tỉ|triệu)\s+(\d{1,3})\s*(triệu|nghìn|ngàn)\s+(?:đồng|đ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

const UNIT_IN_BRACKETS = ending(
  /\((%|‰)\)\s*:\s*(?:(?:đạt|từ|trên|dưới|ít nhất|tối thiểu|tối đa|không quá)\s+)*(?:[≥≤<>]=?\s*)?$/iu,
);

/** "150/155 (tỷ lệ 96,77%)": of how many. */
const OF_ALL = /^\/\d{2,3}(?=\s\()/u;

const MEAN_OF = ending(
  /^[^;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:giá trị|thu nhập|lợi nhuận|doanh thu|chi phí|sản lượng|năng suất|kinh phí|suất đầu tư)(?![A-Za-zÀ-\u036fḀ-ỹ])[^;:\d]*\s$/iu,
);
const EACH_ONE =
  /^\s(?:ha|héc ta|hecta|m2|m²|m3|m³|km|hộ|lao động|người|khách|sào|công|trang trại|hợp tác xã|doanh nghiệp|đơn vị)(?![A-Za-zÀ-\u036fḀ-ỹ])(?!\s(?:trở lên|đạt\s(?:chuẩn|tiêu))(?![A-Za-zÀ-\u036fḀ-ỹ]))[^;.]*(?:đạt|:|là|từ|trên|lên|tăng|gấp|khoảng)\s[^;.]*\d/iu;

const SCALE_OF_MAP = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])bản đồ\s(?:[^.;%]{0,40}\s)?(?:tỷ lệ|tỉ lệ)\s(?:1\/\d[\d.]*(?:,|\svà|,\s?và)?\s+)*$/iu,
);

const MULTIPLE = /^\s*lần(?!\s*\/)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** "tăng gấp 1,5 lần", "1,8 lần so với nam giới": how many times as much. */
const MULTIPLIED = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:gấp|bằng|tăng(?:\s(?:thêm|lên))?)(?:\s+(?:khoảng|hơn|trên|ít nhất|tối thiểu|từ|gần))*\s*$/iu,
);
const COMPARED = /^\s*lần\s+(?:trở lên\s+)?so với\s/iu;

/** "chuyên mục … 02 số/tháng": issues of a programme or paper. */
const ISSUES = /^\s*số\s*\/\s*(tuần|tháng|quý|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "15 phút/lượt", "40 giờ bồi dưỡng/năm": a time that each of something takes, or that is spent in each period. */
const DURATION =
  /^\s*(phút|giờ|tiết|ngày)((?:\s\p{Ll}+){0,3})\s*\/\s*(?:(?:0?1\s|một\s)?(lượt giao dịch|lượt khách|lượt|khách|hồ sơ|thủ tục|ca|trường hợp|người|hộ)|(năm học|năm|tháng|tuần|(?<=(?:giờ|phút)\s*\/\s*)ngày(?! đêm)))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "thời gian giải quyết rút ngắn 25%": what is to be cut, by how much. */
export const CUT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:rút ngắn|cắt giảm|tiết kiệm|kéo giảm)(?:\s+(?:được|thêm|khoảng|trên|hơn|ít nhất|tối thiểu|từ))*\s*$/iu,
);

/** "chiếm tối thiểu 80% các hoạt động": how much of a whole something is. */
export const TAKES_UP = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:chiếm|nhân dân đóng góp)(?:\s(?:tỷ lệ|tỉ lệ|khoảng|trên|hơn|từ|ít nhất|tối thiểu|không dưới|không quá|dưới))*\s*$/iu,
);
