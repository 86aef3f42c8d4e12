import { ending } from '../../lexicon/patterns.ts';
import { clauseBefore } from '../context.ts';
import { extentOf, type Measured } from './figures.ts';

/** "giảm từ 23,88% xuống còn 20,38%": the first figure is where it stands now. */
export function isStartingPoint(text: string, measured: Measured): boolean {
  if (!/từ\s*$/iu.test(text.slice(0, measured.figure.start))) return false;
  return /^[^.;,]{0,40}?(?:xuống|lên|đến)\s+(?:(?:còn|mức|trên|dưới|hơn|khoảng|ít nhất|tối thiểu|không dưới|không quá)\s+){0,2}\d/iu.test(
    text.slice(measured.span.end),
  );
}

/** "tỷ lệ trẻ được uống sữa 3 - 5 lần/tuần đạt 70%": the rate itself. */
const RATED_BEHIND = /^\s*(?:đạt|là|chiếm|từ|trên|tối thiểu|ít nhất)\s[^.;,\d]{0,20}\d[\d.,]*\s*%/iu;

const RATE_OF_SUCH = ending(
  /(?:^|[,;:]\s*)(?:[-+]\s*)?(?:tỷ lệ|tỉ lệ)\s[^,;:]*\s(?:từ|trên|dưới|ít nhất|tối thiểu)\s*$/iu,
);
const RATED_FURTHER_BEHIND =
  /^(?:[\s/](?!và\s)[A-Za-zÀ-\u036fḀ-ỹ]+){1,10}(?:\s(?:đạt|là|chiếm)|\s?:)\s(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){0,2}\d[\d.,]*\s*%/iu;

const DONE_AT_LEAST = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:được|có|biết|đạt|tham gia|thực hiện)(?:\s\p{Ll}+){0,6}\s(?:ít nhất|tối thiểu|từ)\s*$/iu,
);
const REACHED_SOON = /^(?:\s[^\s.;,\d]+){0,5}\sđạt\s(?:[^.;,\d]{1,20}\s)?\d[\d.,]*\s*%/iu;

const COUNTED_THUS = /(?:^|[,;]\s*)(?:[-+]\s*)?(?:tỷ lệ|tỉ lệ|tổng số|số)\s[^.;:]*$/iu;
const SHARE_BEHIND_COLON = /^\s*:\s*(?:(?:đạt|từ|trên|ít nhất|tối thiểu)\s+)*\d[\d.,]*\s*%/iu;

/** "người dân đọc sách ít nhất 01 cuốn/tháng: 30% trở lên": nothing stands behind the share. */
const SHARE_ALONE_BEHIND_COLON =
  /^\s*:\s*(?:(?:đạt|từ|trên|ít nhất|tối thiểu)\s+)*\d[\d.,]*\s*%(?:\s+trở lên)?\s*(?:[;,.]|$)/iu;

const REACHED_BEHIND = /^\s*đạt\s(?:[^.;,\d]{1,20}\s)?\d[\d.,]*\s*%/iu;

/** "Số xã có tỷ lệ tiêm chủng dưới 90% giảm 20%": the first figure says which are counted. */
export function isCriterion(text: string, measured: Measured): boolean {
  const before = clauseBefore(text, measured.figure.start);
  // "gỗ có đường kính từ 18 cm trở lên tối thiểu 500 m³": which is counted.
  if (
    measured.size === true &&
    OF_DIMENSION.test(before) &&
    /^\s*(?:trở (?:lên|xuống)\s)?[^.;:,\d]{0,60}\d/u.test(text.slice(measured.span.end))
  )
    return true;
  // "rà soát ngõ sâu trên 50 mét": how deep those are.
  if (measured.size === true && OF_SHAPE.test(before) && !MADE_SO_LONG.test(before)) return true;
  // "45 thủ tục cắt giảm từ 50% thời gian trở lên": which are counted.
  if (
    measured.measure === 'share' &&
    COUNTED_BY_CUT.test(before) &&
    /^[^,;.:\d]*\strở lên/u.test(text.slice(measured.span.end))
  )
    return true;
  // "thương binh nặng (tỷ lệ tổn thương từ 81% trở lên) được khám": in brackets, who is meant.
  if (
    measured.measure === 'share' &&
    /\((?:tỷ lệ|tỉ lệ|mức|suy giảm)\s[^()]*\stừ\s*$/iu.test(text.slice(0, measured.figure.start)) &&
    /^\s*trở (?:lên|xuống)\)\s+\p{Ll}/u.test(text.slice(measured.span.end))
  )
    return true;
  // "ưu tiên các xã có độ cao trên 1.400 m": who comes first.
  if (
    measured.measure !== 'share' &&
    /(?:^|[,;]\s)[\s*_+–-]*ưu tiên\s[^,;]*\scó\s[^,;]*(?:từ|trên|dưới)\s*$/iu.test(before)
  )
    return true;
  // "Tỷ suất tử vong trẻ em (trên 1.000 trẻ đẻ sống) còn 18‰": in how many of them.
  if (/\((?:tính\s)?(?:trên|cho|\/)\s*$/iu.test(before) && IN_SO_MANY.test(text.slice(measured.figure.end)))
    return true;
  // "10.400 tấn xi măng, chia làm 03 đợt": into how many parts.
  if (measured.measure !== 'share' && /(?<![A-Za-zÀ-\u036fḀ-ỹ])chia (?:làm|thành|ra)\s*$/iu.test(before))
    return true;
  // "48 tuyến hẻm thuộc 9 phường": where they are.
  if (measured.measure === 'count' && /(?<![A-Za-zÀ-\u036fḀ-ỹ])thuộc\s*$/iu.test(before)) return true;
  // "giá trị sản phẩm trên 1 ha đất trồng trọt đạt 150 triệu đồng": a measure that is for one of them each.
  if (measured.value === 1 && measured.size === true && /\s(?:trên|mỗi|cho)\s*$/iu.test(before)) return true;
  // "Bình quân 01 sinh viên có 12 m2 đất ở": what each has.
  if (
    measured.value === 1 &&
    measured.measure === 'count' &&
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:bình quân|trung bình|cứ)\s*$/iu.test(before) &&
    /^\s[^.;:,\d]{2,40}\s(?:có|đạt|là)\s[^.;,\d]{0,20}\d/iu.test(text.slice(measured.figure.end))
  )
    return true;
  // "trẻ sơ sinh được tầm soát ít nhất 05 bệnh đạt 75%": how many are.
  if (
    measured.measure === 'count' &&
    measured.range === undefined &&
    DONE_AT_LEAST.test(before) &&
    REACHED_SOON.test(text.slice(measured.span.end))
  )
    return true;
  // "mô hình bảo vệ 04 lớp": which model it is.
  if (
    measured.measure === 'count' &&
    !/^mô hình$/iu.test(measured.unit) &&
    !/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:tổng )?số|lên|đạt|là|còn|cho|với|tại)(?![A-Za-zÀ-\u036fḀ-ỹ])[^.;]*$/iu.test(
      before,
    ) &&
    /(?:mô hình|nguyên tắc|phương châm)\s(?:(?!(?:đối|với|cho|tại)\s)[^\s.;,:]+\s){0,4}$/iu.test(before)
  )
    return true;
  // "Tỷ lệ trạm y tế thực hiện được từ 80% danh mục kỹ thuật trở lên đạt 75%": how much of it tells which are counted.
  if (
    (measured.measure === 'share' || measured.measure === 'amount') &&
    RATE_OF_SUCH.test(before) &&
    RATED_FURTHER_BEHIND.test(text.slice(measured.span.end))
  )
    return true;
  // "NCT được khám ít nhất 1 lần/năm đạt 70%": how many are.
  if (measured.measure === 'frequency' && REACHED_BEHIND.test(text.slice(extentOf(measured).end)))
    return true;
  // "Tỷ lệ trẻ được tầm soát ít nhất 5 bệnh đạt 60%": a rate is no count.
  if (
    (measured.measure === 'count' ||
      (measured.measure === 'frequency' && RATED_BEHIND.test(text.slice(extentOf(measured).end)))) &&
    /(?:^|[,:]\s*)(?:[-+]\s*)?(?:tỷ lệ|tỉ lệ)\s(?:[^,:()]|\([^()]*\))*$/iu.test(before)
  )
    return true;
  // "Số người được khám ít nhất 1 lần/năm: 75%": how often tells which are counted.
  if (
    measured.measure === 'frequency' &&
    (COUNTED_THUS.test(before) || SHARE_ALONE_BEHIND_COLON.test(text.slice(extentOf(measured).end))) &&
    SHARE_BEHIND_COLON.test(text.slice(extentOf(measured).end))
  )
    return true;
  // "Độ che phủ 9 huyện miền núi là 65%": of which it is told.
  if (
    measured.measure === 'count' &&
    /(?:^|[,:;]\s*)(?:[-+]\s*)?(?:độ|mức|tốc độ|chỉ số|mật độ|năng suất|thu nhập bình quân)\s[^,:;()\d]*$/iu.test(
      before,
    ) &&
    /^[^.;,:\d]{0,40}\s(?:là|đạt|lên|còn|trên|từ)\s(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){0,2}\d[\d.,]*\s*%/iu.test(
      text.slice(measured.figure.end),
    )
  )
    return true;
  // "nâng cao chất lượng hoạt động của các câu lạc bộ (320 câu lạc bộ)": how many of them there are.
  if (measured.measure === 'count' && isDescribed(text, measured)) return true;
  return (
    (/^\s*(?:[-+]\s*)?(?:(?:phấn đấu\s|kéo\s)*(?:giảm|tăng|nâng|đưa)\s)?(?:số|tỷ lệ|tỉ lệ)\s[^:]*?\s(?:có|đạt)\s(?:[^:]*\s)?(?:dưới|trên|từ)\s*$/iu.test(
      before,
    ) ||
      (measured.unit === 'tiêu chí' && OF_SO_MANY.test(before))) &&
    /^\s*(?:trở lên\s+|trở xuống\s+)?(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){0,3}?(?:giảm|tăng|đạt|chiếm|không quá|xuống|lên|còn|là)\s[^.;,\d]{0,30}\d/iu.test(
      text.slice(measured.span.end),
    )
  );
}

const IN_SO_MANY = /^\s(?:trẻ|dân|người|phụ nữ|hộ|ca|bà mẹ)(?:\s[^()\d]{1,40})?\)/iu;

/** So many of something that is cut by that much. */
const COUNTED_BY_CUT = ending(
  /(?<![\d/])\d[\d.]*\s(?!(?:tháng )?tuổi\s)(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){1,6}(?:cắt giảm|rút ngắn|giảm|tăng)\s(?:từ|trên)\s*$/iu,
);

/** "số xã dưới 15 tiêu chí còn 8 xã": those that are counted by how many criteria they meet. */
const OF_SO_MANY = ending(
  /(?:^|[,;]\s|\s)(?:số|tỷ lệ|tỉ lệ)\s(?:số\s)?(?:xã|phường|huyện|thôn|đơn vị)\s(?:(?:chưa|không|mới|chỉ)\s)?(?:đạt(?:\s(?:dưới|trên|từ))?|dưới|trên|từ)\s*$/iu,
);

/** Whether a count stands in brackets behind those of whom no more is asked than that they be made better. */
function isDescribed(text: string, { figure }: Measured): boolean {
  const open = text.lastIndexOf('(', figure.start);
  return (
    open > 0 &&
    !text.slice(open, figure.start).includes(')') &&
    !/[A-Za-zÀ-\u036fḀ-ỹ]{2}.*\s[A-Za-zÀ-\u036fḀ-ỹ]{2,}.*\s[A-Za-zÀ-\u036fḀ-ỹ]{2,}\s$/u.test(
      text.slice(Math.max(open, text.lastIndexOf(';', figure.start)), figure.start),
    ) &&
    DESCRIBED.test(clauseBefore(text, open))
  );
}

const DESCRIBED = ending(
  /^[\s*_+–-]*(?:(?:tiếp tục|duy trì(?:,| và)?)\s)*(?:nâng cao|củng cố|kiện toàn|đổi mới|phát huy)(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ]+)*\s$/iu,
);

/** A noun with how deep, high or wide it is, and beyond what. */
const OF_SHAPE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ngõ|ngách|hẻm|kiệt|đường|nhà|hố|hào|ao|hồ|kênh|mương|vách|taluy|cầu|cống|tường|cây|công trình|tòa nhà|tàu|bờ|mái|khu vực|nơi|điểm|vực)(?:\s\p{Ll}+){0,3}?\s(?:sâu|cao|dài|rộng|hẹp|cách)\s(?:trên|dưới|hơn|từ|quá)\s*$/iu,
);
const MADE_SO_LONG =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:xây dựng|xây|làm|mở rộng|mở|nâng cấp|nạo vét|cải tạo|lắp đặt|đào|đắp|trồng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** A dimension that tells which are meant, and no amount of them. */
const OF_DIMENSION = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])có\s+(?:cân nặng|đường kính|chiều cao|chiều dài|chiều rộng|bề rộng|trọng lượng|công suất|trọng tải|dung tích|diện tích|quy mô)\s(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){0,3}?(?:từ|trên|dưới)\s*$/iu,
);
