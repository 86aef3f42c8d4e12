import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';

/** "3% chi ngân sách cho khoa học": money is what is shared out, and nobody concerned. */
export const MONEY =
  /^(?:(?:các|tổng|số|nguồn)\s+)*(?:ngân sách|chi(?!\s(?:nhánh|cục|bộ|hội|đoàn))|thu(?=\s(?:ngân sách|nội địa))|kinh phí|vốn|tiền|phí|lệ phí|doanh thu|doanh số|dư nợ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "thủ tục lĩnh vực xây dựng, giao thông": a verb may name a field of work. */
export const NAMES_FIELD =
  /(?:lĩnh vực|(?<![A-Za-zÀ-\u036fḀ-ỹ]\s)(?<!(?:sở|ban), )ngành|thẩm quyền|khoản|công tác|kết quả|quá trình|quy trình|thời gian|chi phí|kinh phí|nhu cầu)\s+$/iu;

/** "cơ sở tiêm chủng", "điểm cung cấp dịch vụ": what is done there names the place. */
export function namesPlace(words: string, hit: Span): boolean {
  return (
    /^(?:(?:các|những|số)\s+)*(?:cơ sở|điểm|trạm|phòng|trung tâm|đơn vị|cửa hàng|công trình|tổ|đội|bộ phận|công nhân|nhân viên|lao động)\s+$/iu.test(
      words.slice(0, hit.start),
    ) &&
    /^(?:tiêm|cung cấp|xử lý|thu|giải quyết|xây dựng|nhận|thanh toán|vận hành)$/iu.test(
      words.slice(hit.start, hit.end),
    )
  );
}

/** "cơ quan, tổ chức, đơn vị", "tổ chức, cá nhân": the word for organising is also one for those who are organised. */
export function isBody(words: string, hit: Span): boolean {
  return (
    /^tổ chức$/iu.test(words.slice(hit.start, hit.end)) &&
    (BODY_BEFORE.test(words.slice(0, hit.start)) || BODY_BEHIND.test(words.slice(hit.end)))
  );
}

const BODY_BEFORE =
  /(?:^|\s)(?:(?:các|những|mỗi|là)(?:,|\s+và|\s+hoặc)?|(?:cơ quan|doanh nghiệp|cá nhân|đơn vị)(?:,|\s+và|\s+hoặc))\s+$/iu;

const BODY_BEHIND =
  /^(?:,|\s+và|\s+hoặc)\s+(?:đơn vị|cá nhân|doanh nghiệp|hộ)(?![A-Za-zÀ-\u036fḀ-ỹ])|^\s+(?:chính trị|xã hội|tín dụng|đảng|khoa học|hội(?!\s(?:nghị|thảo|thi|nhập|họp))|đoàn thể)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "doanh nghiệp trên địa bàn tỉnh", "diện tích lúa (vụ mùa)": the whole territory and a bracket are no part of a group. */
export function withoutTerritory(group: string): string {
  if (group === '') return group;
  return group
    .replace(REMARK, '')
    .replace(TERRITORY, '')
    .replace(REMARK, '')
    .replace(
      /\s+(?:phải|đều|sẽ|và|cùng|đã|khi|(?<!tự\s)do|(?<!(?:có|làm|sử dụng)\s)được|thường xuyên|đúng hạn|đúng thời hạn|kịp thời|dứt điểm|mỗi (?:năm|quý|tháng|tuần|ngày))$/iu,
      '',
    );
}

/** A bracket that is no short form of what stands before it. */
const REMARK = /\s*\((?!\p{Lu}{2,8}\))[^()]*\)$/u;

const TERRITORY =
  /\s+(?:(?:trên|trong|tại|của(?!\s+(?:xã|phường)))\s+)?(?:(?:địa bàn|phạm vi)\s*)?(?:toàn\s+)?(?<=\s(?:trên|trong|tại|của(?!\s+(?:xã|phường))|toàn|bàn|vi)\s+)(?:tỉnh|thành phố|huyện|xã|phường|địa phương)$|\s+trên địa bàn$/iu;

/** "100% xã đạt chuẩn", "98% hộ có nhà tiêu hợp vệ sinh": bodies and households are those concerned, mere people are all. */
export function isUnitNamed(group: string): boolean {
  return /^(?:hộ|xã|phường|thôn|trường|đơn vị)$/iu.test(group);
}

/** "dân số nông thôn", "dân số từ 15 tuổi trở lên": a part of the population, and a base of its own. */
export function isPartOfPopulation(group: string): boolean {
  return /^dân số\s+(?:nông thôn|đô thị|thành thị|khu vực|vùng|trưởng thành|từ\s|trong độ tuổi)/iu.test(
    group,
  );
}

export function isGeneric(group: string): boolean {
  if (isPartOfPopulation(group)) return false;
  const lower = group.toLowerCase();
  if (targetLexicon().generic.has(lower)) return true;
  return targetLexicon()
    .bases.find(group)
    .some((hit) => hit.start === 0);
}
