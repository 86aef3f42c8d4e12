/** What a sentence opens with that tells how things stand, and not how they are to be. */
const SINCE =
  /^[\s*_+–-]*(?:[\da-z]{1,2}[.)]\s+)?(?:(?:từ\s[^,;:]{3,40}\s)?(?:tính\s+)?đến\s+(?:nay|hiện tại|thời điểm (?:này|hiện (?:tại|nay)|báo cáo))|hiện (?:nay|tại)|hiện(?=,|\s+(?:toàn|trên|cả|tỉnh|huyện|xã|thành phố)\s)|(?:trong\s+)?(?:thời gian|(?:những|các) năm) (?:qua|gần đây|vừa qua))(?![\p{L}\p{M}])/iu;

/** "toàn tỉnh đã đón …", "các địa phương đã cấp được …": who has done what. */
const HAVE_DONE =
  /(?<![\p{L}\p{M}])(?:(?:toàn|cả)\s(?:tỉnh|huyện|thành phố|thị xã|xã|phường|quận|vùng|ngành)|(?:tỉnh|huyện|thành phố|thị xã|xã|phường|quận|ngành)|các (?:sở|ngành|cấp|địa phương|đơn vị|xã)(?:,\s\p{Ll}+(?:\s\p{Ll}+)?)*|UBND\s[^,;:]{2,30}|Sở\s[^,;:]{2,40})\s+đã\s+(?!được\s)\p{Ll}/giu;

/** What turns from what was done to what is to be. */
const AHEAD =
  /(?<![\p{L}\p{M}])(?:phấn đấu|mục tiêu|chỉ tiêu|sẽ|tiếp tục|cần|phải|yêu cầu|nâng|đưa|(?:đến|trong|vào)\s+(?:cuối\s+|hết\s+)?năm\s+(?:\d{4}|nay|tới))(?![\p{L}\p{M}])/iu;

/** Whether the words of a sentence before a figure report it: "Đến nay, toàn tỉnh đã cấp …", "hiện nay có …". */
export function isReported(sentence: string): boolean {
  const since = SINCE.exec(sentence);
  if (since !== null && !AHEAD.test(sentence.slice(since[0].length))) return true;
  const done = [...sentence.matchAll(HAVE_DONE)].at(-1);
  return done !== undefined && !AHEAD.test(sentence.slice(done.index + done[0].length));
}
