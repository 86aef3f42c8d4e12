/** What may stand between an action and its figure. */
const ADVERB =
  /\s+(?:mới|thêm|được|định kỳ|tốt|xong|hết|(?<=phân bổ\s)chi tiết|(?<=nhân rộng\s)thành|(?<=(?:chuẩn bị|bố trí|trang bị|cung cấp|cung ứng|huy động)\s)đủ|trực tiếp|thành công|dứt điểm|(?<=mặt bằng\s)sạch|nghiêm ngặt|an toàn|(?<=[A-Za-zÀ-\u036fḀ-ỹ]\s)bổ sung|khoảng|trên|hơn|gần|tối thiểu|ít nhất|tối đa|từ|dưới|không quá|không dưới|không ít hơn|tại chỗ|bình quân|trung bình|[≥≤<>]=?)/iu;

const LAST = new RegExp(`(?<=${ADVERB.source})`, 'iuy');
const ALL = new RegExp(`(?:${ADVERB.source})*$`, 'iu');

/** A row of them is not longer. */
const LONGEST = 120;

/**
 * The words before a figure without the adverbs and bounds that they end with, and without the blanks behind them, in whose place
 * stands `put`: of "lắp đặt mới ít nhất " it leaves "lắp đặt".
 */
export function withoutAdverbs(text: string, put = ''): string {
  const words = text.trimEnd();
  LAST.lastIndex = words.length;
  // Looked at from their end first: the words of a whole sentence would be tried at each blank.
  if (!LAST.test(words)) return words + put;
  const from = Math.max(0, words.length - LONGEST);
  return words.slice(0, from) + words.slice(from).replace(ALL, put);
}
