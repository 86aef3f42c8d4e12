import { ending } from '../../lexicon/patterns.ts';
import { sentenceBefore } from '../context.ts';
import { extentOf, type Measured } from './figures.ts';

/** Whether a figure tells how large something is, under what condition something holds, or who bears how much: nothing to be reached; `before` are the words of its clause before it. */
export function isCircumstance(text: string, measured: Measured, before: string): boolean {
  const { end } = extentOf(measured);
  const after = text.slice(end, end + 120);
  return (
    isSize(measured, before, text.slice(measured.figure.end)) ||
    isCondition(before, after) ||
    isBorne(measured, before, after) ||
    isMakeUp(text, measured, before, after)
  );
}

/** "Băng rôn kích thước 0,8m x 6m", "trong phạm vi 200 m", "đường rộng 6 m". */
function isSize(measured: Measured, before: string, after: string): boolean {
  if (measured.size !== true && !/^c?m$/u.test(measured.unit)) return false;
  return (
    EXTENT.test(before) || (/^c?m$|^mét$/u.test(measured.unit) && (TIMES.test(after) || WIDE.test(before)))
  );
}

const EXTENT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:kích thước|kích cỡ|khổ|bán kính|(?:trong )?phạm vi|khoảng cách|cự ly|diện tích tự nhiên)(?:\s(?:là|khoảng|tối thiểu|tối đa|ít nhất|trên|dưới|từ|không quá))*\s*$/iu,
);
const TIMES = /^\s*c?m\s?[x×]\s?\d/iu;
const WIDE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<!(?:mở|nới|nâng|tăng|giảm|tôn)\s)(?:(?:bề|chiều) rộng|rộng|(?:bề|chiều) dày|dày|chiều sâu|sâu)\s*$/iu,
);

/** "Cơ sở vi phạm từ 02 lần trở lên bị thu hồi giấy phép", "lúa bị thiệt hại từ 70% trở lên được hỗ trợ giống". */
function isCondition(before: string, after: string): boolean {
  return BOUND.test(before) && CONSEQUENCE.test(after) && BOUND_SUBJECT.test(before) && !LEVEL.test(before);
}

const BOUND = ending(/\s(?:từ|trên|quá|dưới)\s*$/iu);
const CONSEQUENCE =
  /^\s*(?:trở (?:lên|xuống),?\s+)?(?:thì|bị|phải|sẽ bị|không (?:được|lấy|xét|cho|cấp)|được (?:hỗ trợ|hưởng|xét|ưu tiên|vay|miễn|giảm|cấp|khen|thưởng|bồi thường|trợ cấp))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const BOUND_SUBJECT = ending(
  /(?:^|[,;:.]\s)[\s*_+–-]*(?!(?:phấn đấu|bảo đảm|đảm bảo|có|mỗi)\s)\p{L}+(?:\s[^\s,;:.]+)+\s(?:từ|trên|quá|vượt quá|dưới)\s*$/iu,
);
const LEVEL =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:phấn đấu|đạt|chiếm|tỷ lệ|tỉ lệ|tổng số|số|mức|nâng|tăng|giảm|đưa|bảo đảm|đảm bảo)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Ngân sách nhà nước hỗ trợ 70%, người dân đóng góp 30%", "Miễn 100% học phí". */
function isBorne({ measure }: Measured, before: string, after: string): boolean {
  if (measure !== 'share') return false;
  return (
    (/^\s*(?:[,.;)]|$)/u.test(after) && (BEARS.test(before) || OF_BUDGET.test(before))) ||
    (REMITS.test(before) && DUES.test(after))
  );
}

const BEARS = ending(
  /(?:^|[,;:(]\s|\svà\s|trong đó\s)[\s*_+–-]*(?:ngân sách|nhà nước|trung ương|tỉnh|nhân dân|người dân|người lao động|người sử dụng lao động|doanh nghiệp|chủ đầu tư|hộ gia đình|hộ dân|địa phương|các hộ)(?:\s\p{L}+){0,4}?\s(?:hỗ trợ|đóng góp|đóng|đối ứng|chi trả|chịu)(?:\s(?:tối đa|không quá))?\s*$/iu,
);
const OF_BUDGET = ending(
  /(?:^|[,;:(]\s|trong đó\s)[\s*_+–-]*(?:vốn\s)?ngân sách (?:nhà nước|trung ương|địa phương|tỉnh|thành phố|huyện|xã|cấp trên)\s*$/iu,
);
const REMITS = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:miễn|miễn, giảm|miễn giảm|giảm|hỗ trợ)\s*$/iu);
const DUES =
  /^\s*(?:học phí|viện phí|lệ phí|phí(?! tổn)|thuế|tiền (?:thuê|sử dụng)|lãi suất|giá vé)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Tổ kiểm tra gồm 05 thành viên", "Toàn xã có 12 thôn với 2.350 hộ", "Cơ cấu giải thưởng: 01 giải nhất": what something consists of. */
function isMakeUp(text: string, measured: Measured, before: string, after: string): boolean {
  if (measured.measure !== 'count') return false;
  if (CONSISTS.test(before)) return true;
  const noun = measured.noun === null ? '' : text.slice(measured.noun.start, measured.noun.end);
  if (UNITS.test(noun) && WHOLE_HAS.test(before) && /^\s*(?:[,.;]|$|(?:với|và)\s\d)/u.test(after))
    return true;
  return (
    /cơ cấu giải|thành phần/iu.test(text) &&
    /^[\s*_+–-]*(?:[\da-zđ]{1,2}[.)]\s+)?(?:(?:cơ cấu giải(?: thưởng)?|thành phần(?: tham dự)?)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu.test(
      sentenceBefore(text, measured.figure.start),
    )
  );
}

const CONSISTS = ending(
  /^[\s*_+–-]*(?:Tổ|Đoàn|Đội|Ban|Hội đồng|Tiểu ban)\s[^.;:,\d]{0,40}\s?gồm(?: có)?\s*$/u,
);
const UNITS = /^(?:thôn|bản|ấp|khu phố|tổ dân phố|xã|phường|thị trấn|huyện)(?:,\s\p{Ll}+(?:\s\p{Ll}+)*)*$/iu;
const WHOLE_HAS = ending(
  /(?:^|[.;]\s)[\s*_+–-]*(?:toàn|cả)?\s?(?:tỉnh|thành phố|huyện|xã|phường|thị trấn|đặc khu)\s(?:hiện\s)?(?:có|gồm)\s*$/iu,
);
