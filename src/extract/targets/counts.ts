import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { clauseBefore } from '../context.ts';
import { SCALE_WORDS, scaleOf } from '../quantities.ts';
import { withoutAdverbs } from './adverbs.ts';
import type { Measured } from './figures.ts';

/** A word for a power of ten before what is counted. */
export const SCALED = new RegExp(`^\\s*(${SCALE_WORDS})\\s+(?=[A-Za-zÀ-\u036fḀ-ỹ])`, 'iu');

/** What is counted may be anything where so many of it are asked for. */
const ASKED =
  /(?:ít nhất|tối thiểu|xây mới|sửa chữa|xây dựng|thành lập|hình thành|phát triển|trồng|cấp|tổ chức|hỗ trợ)\s*(?:mới|được|thêm|tăng thêm)?\s*(?:từ\s+)?$|tăng thêm\s*$/iu;
/** "mỗi thôn có 01 khuyến nông viên". */
const EACH_HAS = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])mỗi\s[^.;:,\d]{2,30}\scó\s*$/iu);
/** "58 HN": those counted by a short form of their own. */
const SHORT_FORM = /^\s*\p{Lu}{2,6}(?![A-Za-zÀ-\u036fḀ-ỹ/-])/u;
const COUNTED =
  /^\s*(\p{Lu}{2,10}(?:, \p{Lu}{2,10})*(?![A-Za-zÀ-\u036fḀ-ỹ])|\p{Ll}+(?:\s+(?!có|được|tại|cho|của|và|đạt|tham gia|theo|trong|trên|về|vào|ở)\p{Ll}+)?)/u;

/** "khen thưởng 02 tập thể, 05 cá nhân": so many more of another thing beside the count before. */
function isListed(text: string, { start, end }: Span, last: Measured | undefined): boolean {
  return (
    last?.measure === 'count' &&
    last.noun !== null &&
    /^0\d$/u.test(text.slice(start, end)) &&
    /^(?:\s\p{Ll}+){0,8}(?:,|,?\svà)\s$/u.test(text.slice(last.span.end, start))
  );
}

/** "100 suất học bổng, 50 góc học tập cho học sinh nghèo": so many of another thing for the same. */
function isListedGift(text: string, { start, end }: Span, last: Measured | undefined): boolean {
  return (
    last?.measure === 'count' &&
    last.noun !== null &&
    /^(?:\s\p{Ll}+){0,6}(?:,|,?\svà)\s$/u.test(text.slice(last.span.end, start)) &&
    /^(?:\s\p{Ll}+){1,5}\scho\s\p{Ll}/u.test(text.slice(end, end + 60))
  );
}

/**
 * The count that a figure gives with the unit behind it, of one or of two kinds together; none where nothing is counted. `scaleWord` is
 * the word for a power of ten behind the figure, `last` the count before it.
 */
export function counted(
  text: string,
  found: Span & { value: number },
  scaleWord: string | undefined,
  last?: Measured,
): Measured[] {
  const { start, end } = found;
  const after = text.slice(end);
  const total = /^\/(\d{1,3})(?=\s)/.exec(after);
  if (total !== null && Number(total[1]) < found.value) return [];
  const skipped = total?.[0].length ?? (scaleWord === undefined ? 0 : (SCALED.exec(after)?.[0].length ?? 0));
  const value = Number((found.value * scaleOf(scaleWord)).toPrecision(15));
  const near = after.slice(skipped, skipped + 40);
  const hit = targetLexicon()
    .units.find(near)
    .find((unit) => /^\s*[“"]?\s*$/u.test(near.slice(0, unit.start)));
  if (hit === undefined) {
    const before = text.slice(Math.max(0, start - 40), start);
    const asked = ASKED.test(before);
    const wanted =
      asked ||
      EACH_HAS.test(before) ||
      isAsked(before) ||
      SHORT_FORM.test(near) ||
      isListed(text, found, last) ||
      isListedGift(text, found, last);
    const noun = wanted ? COUNTED.exec(near) : null;
    if (noun?.[1] === undefined || NO_NOUN.test(noun[1])) return [];
    const at = end + skipped + noun[0].indexOf(noun[1]);
    const named = { start: at, end: at + wholeWords(noun[1], text.slice(at)).length };
    const each = PER_EACH.exec(text.slice(named.end));
    if (each?.[1] !== undefined) {
      const unit = `${text.slice(named.start, named.end)}/${each[1].toLowerCase()}`;
      const span = { start, end: named.end + each[0].length };
      return [{ figure: { start, end }, span, value, measure: 'ratio', unit, noun: null }];
    }
    const often = PER_PERIOD.exec(text.slice(named.end));
    if (often?.[1] !== undefined) {
      const unit = `${text.slice(named.start, named.end)}/${often[1].toLowerCase()}`;
      const span = { start, end: named.end + often[0].length };
      return [{ figure: { start, end }, span, value, measure: 'frequency', unit, noun: named }];
    }
    return [
      {
        figure: { start, end },
        span: { start, end: named.end },
        value,
        measure: 'count',
        unit: text.slice(named.start, named.end),
        noun: named,
        ...(asked ? {} : { bare: true }),
      },
    ];
  }
  const unitStart = end + skipped + hit.start;
  // A raised figure is no letter that a phrase is found by: "m", "m²" and "m³" are told here.
  const raised = /^[²³]/u.exec(near.slice(hit.end))?.[0] ?? '';
  const firstEnd = end + skipped + hit.end + raised.length;
  const firstUnit = hit.entry.unit.replace(/[²³]$/u, raised);
  const alone = hit.entry.size || hit.entry.event || targetLexicon().generic.has(hit.entry.unit);
  const second = alone ? null : secondUnit(text.slice(firstEnd, firstEnd + 60));
  const unitEnd = firstEnd + (second?.length ?? 0);
  const unitName = `${firstUnit}${second ?? ''}`;
  const figure = { start, end };
  const noun = { start: /[“"]/u.test(text[unitStart - 1] ?? '') ? unitStart - 1 : unitStart, end: unitEnd };
  const rest = text.slice(unitEnd);
  const slash = /^\s*\/\s*(tháng|quý|năm học|năm|tuần|học kỳ|ngày(?! đêm)|vụ(?!\s(?:án|việc)))/iu.exec(
    rest,
  )?.[1];
  const each =
    EACH.exec(clauseBefore(text, start))?.[1] ??
    (hit.entry.size || !EACH_ONE.test(clauseBefore(text, start)) ? undefined : SO_MANY_A.exec(rest)?.[1]);
  const times = hit.entry.event || (firstUnit === 'lượt' && TURNS_EACH.test(rest));
  // "muối 7,5 gam/ngày": how much each takes in.
  const eaten = /^gr?am$/iu.test(firstUnit);
  if (!eaten && (times || slash !== undefined || each !== undefined)) {
    const per = slash ?? each ?? periodBehind(rest) ?? periodBefore(text.slice(0, start));
    if (per !== null && per !== undefined) {
      const spanEnd =
        slash === undefined
          ? unitEnd
          : unitEnd + (/^\s*\/\s*(?:năm học|học kỳ|[A-Za-zÀ-\u036fḀ-ỹ]+)/iu.exec(rest)?.[0].length ?? 0);
      return [
        {
          figure,
          span: { start, end: spanEnd },
          value,
          measure: 'frequency',
          unit: `${unitName}/${per.toLowerCase()}`,
          noun,
        },
      ];
    }
  }
  const per = hit.entry.size
    ? (PER.exec(rest) ?? PER_ANY.exec(rest))
    : (PER_EACH.exec(rest) ?? PER_AREA.exec(rest));
  if (per?.[1] !== undefined) {
    const span = { start, end: unitEnd + per[0].length };
    const unit = `${unitName}${per[0].replace(/\s*\/\s*/gu, '/').trimEnd()}`.toLowerCase();
    // "5.400 m3/ngày đêm": what a work can do, and nothing for each.
    const daily = /^ngày/iu.test(per[1]) && !eaten;
    const measure = daily ? 'count' : 'ratio';
    return [{ figure, span, value, measure, unit, noun: hit.entry.size ? null : noun }];
  }
  const size = hit.entry.size ? { size: true } : {};
  const period = hit.entry.size ? PERIOD_OF_SIZE.exec(rest)?.[1]?.toLowerCase() : undefined;
  const unit = period === undefined ? unitName : `${unitName}/${period}`;
  return [{ figure, span: { start, end: unitEnd }, value, measure: 'count', unit, noun, ...size }];
}

/** "mỗi xã xây dựng ít nhất 01 mô hình phòng, chống đuối nước/năm": so many in each period. */
const EACH_ONE = /(?<![A-Za-zÀ-\u036fḀ-ỹ])mỗi\s(?!năm|quý|tháng|tuần)[A-Za-zÀ-\u036fḀ-ỹ][^;:.]*$/iu;
const SO_MANY_A =
  /^\s[A-Za-zÀ-\u036fḀ-ỹ][^.;:\d()]{0,80}[A-Za-zÀ-\u036fḀ-ỹ]\/(năm|quý|tháng|tuần)\s*(?:[.;,]|$|(?<=\s)(?:để|nhằm)\s)/iu;

/** "20 lượt doanh nghiệp tham gia hội chợ mỗi năm". */
const TURNS_EACH = /^[^.;:,\d]*\s(?:mỗi|một)\s(?:năm|quý|tháng|tuần)\s*(?:[.;,]|$)/iu;

/** "góc tư vấn": the second syllable is none of the noun where it begins what is done there. */
function wholeWords(noun: string, text: string): string {
  const second = noun.indexOf(' ') + 1;
  if (second < 1) return noun;
  const { acts, verbs } = targetLexicon();
  const does = [acts, verbs].some((words) =>
    words.find(text.slice(0, noun.length + 12)).some((hit) => hit.start === second && hit.end > noun.length),
  );
  return does ? noun.slice(0, second - 1) : noun;
}

/** "10 chuyên gia, nhà khoa học": so many of two kinds together. */
function secondUnit(rest: string): string | null {
  const lead = /^, (?=\p{Ll})/u.exec(rest)?.[0].length;
  if (lead === undefined) return null;
  const hit = targetLexicon()
    .units.find(rest)
    .find(({ start }) => start === lead);
  if (hit === undefined || hit.entry.size || hit.entry.event) return null;
  // "350.000 con, đàn trâu, bò 85.000 con": what the next figure counts.
  if (hit.phrase === 'đàn') return null;
  return /^[^,;.]*\d/u.test(rest.slice(hit.end)) ? null : rest.slice(0, hit.end);
}

/** "62,5 tạ/ha", "30 m² sàn/người": so much of each. */
const PER =
  /^\s*(?:sàn|đất|\p{Ll}+(?:\s\p{Ll}+)?(?=\s*\/\s*ha))?\s*\/\s*((?:đầu )?người|học sinh|sinh viên|trẻ em|trẻ|giường bệnh|phòng học|ha|hộ|km²|km2|m2|m²|ngày(?: đêm)?|cánh đồng|vùng|khu công nghiệp|cụm công nghiệp|mô hình|dự án|huyện|xã)(?:\s*\/\s*(?:năm|ngày|tháng|vụ))?(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "1,2 m2/bạn đọc": anything but a period closes the clause. */
const PER_ANY =
  /^\s*\/\s*(?!(?:năm|tháng|ngày|quý|tuần|vụ|giờ|phút|giây|s|đợt|kỳ|lần)(?![A-Za-zÀ-\u036fḀ-ỹ]))(\p{Ll}+(?:\s\p{Ll}+)?)(?=\s*(?:[.;,)]|$))/u;

const PER_PERIOD = /^\s*\/\s*(tháng|quý|năm học|năm|tuần|học kỳ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "500 ha rừng/năm", "30 tấn rác/ngày": in which so much of it comes. */
const PERIOD_OF_SIZE = /^(?:\s\p{Ll}+){1,3}\s?\/\s?(năm|quý|tháng|tuần|ngày)(?![A-Za-zÀ-\u036fḀ-ỹ])/u;

const PER_EACH =
  /^\s*\/\s*(phụ nữ|bà mẹ|xã|phường|thôn|huyện|hộ|người|lượt|hồ sơ|thủ tục|giường bệnh|lớp|trường|giáo viên|đơn vị|mô hình|ổ dịch|nhà|điểm tiếp nhận|ha|km²|km2|m²|m2|m³|m3)(?![A-Za-zÀ-\u036fḀ-ỹ\d])/iu;

/** "1,5 đơn vị vật nuôi/ha": how dense they are. */
const PER_AREA =
  /^(?:\s\p{Ll}+){1,3}\s*\/\s*(ha|km²|km2|m²|m2|m³|m3|người dân|người|học sinh|bạn đọc)(?![A-Za-zÀ-\u036fḀ-ỹ\d])/u;

/** Words that count nothing by themselves. */
const NO_NOUN =
  /^(?:cấp|lần|sao|mục tiêu|chỉ tiêu|nội dung|nhóm|mức|bước|trong|và|năm|tháng|ngày|giờ|tiếng|phút|tuổi|khu vực|lĩnh vực|bên|mặt|chiều|khâu|chữ|đến|tới|giây|không|cần|so)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

const FROM = ending(/\stừ\s*$/iu);

/** Whether an action's words stand right before: "lắp đặt mới 35 …". */
function isAsked(before: string): boolean {
  if (FROM.test(before)) return false;
  const words = withoutAdverbs(before);
  return targetLexicon()
    .acts.find(words)
    .some((hit) => hit.end === words.length);
}

/** "mỗi năm có ít nhất 150 sản phẩm": so many of anything each year. */
const EACH = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ]|cây )(?:mỗi|hằng|hàng)\s+(năm|quý|tháng|tuần)\s*,?\s+(?:phấn đấu\s+)?(?:có|đạt|hình thành|thành lập|đào tạo|công nhận|hỗ trợ|phát triển|xây dựng|tạo|cấp|trao|tặng)?\s*(?:thêm|mới|được|lại)?\s*(?:ít nhất|tối thiểu|trên|từ|khoảng|bình quân)?\s*$/iu,
);

/** "08 hội nghị cấp tỉnh, mỗi xã ít nhất 02 hội nghị/năm": of others so many are asked in each year. */
const EACH_ELSEWHERE = /,\s(?:và\s)?mỗi\s[^\d]*\d.*$/iu;

function periodBehind(rest: string): string | null {
  const clause = /^[^.;:]*/.exec(rest)?.[0] ?? '';
  return (
    /\/\s*(tháng|quý|tuần|năm học|năm|học kỳ|vụ(?!\s(?:án|việc)))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(
      clause.replace(EACH_ELSEWHERE, ''),
    )?.[1] ??
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:mỗi|trong(?: vòng)?(?=\s+(?:01|1|một)\s)|hàng|hằng|một)\s+(?:(?:01|1|một)\s+)?(tháng|quý|tuần|năm)(?![A-Za-zÀ-\u036fḀ-ỹ]|\s+\d)/iu.exec(
      clause,
    )?.[1] ??
    null
  );
}

function periodBefore(text: string): string | null {
  const clause = clauseBefore(text, text.length);
  // "mở phiên hằng tháng, cả năm có 14 phiên": all of a year's.
  if (/(?<![A-Za-zÀ-\u036fḀ-ỹ])cả năm(?:\s\p{Ll}+){0,3}\s*$/iu.test(clause)) return null;
  return (
    /(?<![A-Za-zÀ-\u036fḀ-ỹ]|cây )(?:(?:mỗi|hàng|hằng)\s+|(?:01|một)\s+(?=[A-Za-zÀ-\u036fḀ-ỹ]+\s+\d))(tháng|quý|tuần|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(
      clause,
    )?.[1] ?? null
  );
}
