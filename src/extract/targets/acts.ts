import { findIndicators } from '../../lexicon/indicators.ts';
import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import { withoutAdverbs } from './adverbs.ts';

/** Whether the words begin with what is to be done. */
export function isAction(words: string): boolean {
  const { acts, verbs } = targetLexicon();
  return [acts, verbs].some((matcher) => matcher.find(words)[0]?.start === 0);
}

/** Whether an action's words stand right before the figure: "xử lý dứt điểm 100% điểm đen". */
export function isActed(before: string): boolean {
  const near = before.slice(-80).trimEnd();
  const words = withoutAdverbs(near);
  // "có thêm" is an act, "thêm" alone tells how.
  return (
    !OF_GRADE.test(words) &&
    (endsWithAct(words) ||
      endsWithAct(near) ||
      endsWithAct(words.replace(FOR_THOSE, '')) ||
      endsWithAct(words.replace(GROUNDWORK, '')))
  );
}

/**
 * Whether a clause has nothing before its figure but a few words that open it and are none of a noun's company, so that
 * they say what is done, whatever that is: "Vệ sinh, khử trùng 2.300 m² kho".
 */
export function opensWithDeed(clause: string): boolean {
  const { hasNoDeed, units } = targetLexicon();
  const words = withoutAdverbs(clause).replace(OPENING_TIME, '').replace(OPENING, '');
  return (
    DEED.test(words) &&
    !hasNoDeed(words) &&
    units.find(words).length === 0 &&
    findIndicators(words).length === 0
  );
}

/** "Cung ứng cho các xã 10.400 tấn xi măng": whom it is done for may stand before the figure. */
const FOR_THOSE = /\scho (?:các|mỗi|từng)\s\p{Ll}+(?:,?\s\p{Ll}+){0,3}$/u;

/** "Khởi công xây dựng hạ tầng 02 cụm công nghiệp": so many of which the groundwork is done. */
const GROUNDWORK = /\s(?:kết cấu\s)?hạ tầng(?:\s(?:kỹ thuật|đồng bộ|thiết yếu))?(?:\s(?:cho|của))?$/iu;

const OPENING = /^(?:[\s*_–+-]|(?:và|phấn đấu|tiếp tục|đồng thời)\s)+/iu;
/** "Đến năm 2030, phấn đấu": by when. */
const OPENING_TIME =
  /^[\s*_–+-]*(?:phấn đấu\s)?(?:(?:đến|tới|trong|hết|cuối|vào|giai đoạn|năm học|năm)\s)+(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?,?\s/iu;
const DEED = /^[A-Za-zÀ-\u036fḀ-ỹ]\p{Ll}+(?:,?\s\p{Ll}+){0,4}$/u;

function endsWithAct(words: string): boolean {
  return targetLexicon()
    .acts.find(words)
    .some((hit) => hit.end === words.length);
}

/** "trình độ trung cấp": no granting of anything. */
const OF_GRADE = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trung|sơ|các|cả|hai|mỗi|phân) cấp$/iu);

/** Whether a phrase is an action alone: "kết nạp mới". */
export function isAct(phrase: string): boolean {
  const words = withoutAdverbs(` ${phrase}`)
    .trim()
    .replace(/\s+cho$/iu, '')
    .replace(/(?<=^(?:bồi dưỡng|tập huấn|đào tạo))\s+(?:nghiệp vụ|kỹ năng|kiến thức|chuyên môn)$/iu, '');
  const [act] = targetLexicon().acts.find(words);
  return words === '' || (act?.start === 0 && act.end === words.length);
}

/** "Xây dựng đội ngũ báo cáo viên gồm 35 đồng chí": what is to be made up of so many. */
export const FORMED_OF = ending(
  /(?<=(?:^|[,;.]\s*)[\s*+–-]*(?:xây dựng|thành lập|kiện toàn|hình thành|củng cố|duy trì)\s(?:(?:đội ngũ|lực lượng|mạng lưới)\s)?)(?!(?:đội ngũ|lực lượng|mạng lưới)\s)(?<formed>[^.;,:\d]{3,90})\sgồm(?:\s(?:khoảng|trên|hơn|ít nhất|tối thiểu|từ))*\s*$/iu,
);

/** "khảo sát sau bồi dưỡng với 600 phiếu": in so many of those behind. */
export const ASKED_WITH = ending(
  /(?:^|[,;.]\s*)[\s*+–-]*(?:khảo sát|lấy ý kiến|điều tra|thăm dò)\s[^.;,:\d]{0,90}với(?:\s(?:khoảng|trên|hơn|ít nhất|tối thiểu|từ))*\s*$/iu,
);
