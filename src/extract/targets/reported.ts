import { wording } from '../../lexicon/patterns.ts';

/** What a sentence opens with that tells how things stand, and not how they are to be. */
const SINCE =
  /^[\s*_+–-]*(?:[\da-z]{1,2}[.)]\s+)?(?:(?:từ\s[^,;:]{3,40}\s)?(?:tính\s+)?(?:đến|tới)\s+(?:nay|hiện tại|thời điểm (?:này|hiện (?:tại|nay)|báo cáo))|hiện (?:nay|tại|trạng)|hiện(?=,|\s+(?:toàn|trên|cả|tỉnh|huyện|xã|thành phố)\s)|(?:trong\s+)?(?:thời gian|(?:những|các) năm|\d{1,2} (?:năm|tháng)) (?:qua|gần đây|vừa qua)|qua \d{1,2} năm(?= (?:triển khai|thực hiện)))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "toàn tỉnh đã đón …", "các địa phương đã cấp được …": who has done what. */
const HAVE_DONE = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:toàn|cả)\s(?:tỉnh|huyện|thành phố|thị xã|xã|phường|quận|vùng|ngành)|(?:tỉnh|huyện|thành phố|thị xã|xã|phường|quận|ngành)|các (?:sở|ngành|cấp|địa phương|đơn vị|xã)(?:,\s\p{Ll}+(?:\s\p{Ll}+)?)*|UBND\s[^,;:]{2,30}|Sở\s[^,;:]{2,40})\s+đã\s+(?!được\s)\p{Ll}/iu,
);

/** "Hà Tĩnh đã thành lập được …", "Cụ thể, đã tuyển sinh …": a place or a body by its name, or nobody. */
const NAMED_HAVE_DONE =
  /(?:\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}|(?:^[\s*_+–-]*|[Cc]ụ thể,?\s|[Qq]ua đó,?\s|[Tt]rong đó,?\s)(?=[đĐ]ã))\s*[đĐ]ã\s+(?!được\s)\p{Ll}/gu;

/** "chỉ đạt 43% (cấp tỉnh đạt 20%, …": how little, and what it is made up of. */
const ONLY = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?<!(?:chứng|địa|tín)\s)chỉ|mới chỉ|(?<=[,;]\s)mới)\s(?:đạt|có|được)\s[^.;\d]{0,30}\d/iu,
);

/** "Ước cả năm sẽ giải quyết …": what is expected of a year that is nearly over. */
const ESTIMATED = /^[\s*_+–-]*ước\s(?:tính|cả năm|thực hiện|đến (?:hết|cuối))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Theo thống kê, mỗi năm có khoảng …", "Kết quả khảo sát cho thấy …": what was found; "Dự báo đến năm 2030, dân số …": what comes by itself. */
const FOUND =
  /^[\s*_+–-]*(?:[\da-z]{1,2}[.)]\s+)?(?:(?:theo|qua)\s(?:thống kê|số liệu|(?:kết quả\s)?(?:rà soát|điều tra|khảo sát|thống kê)|báo cáo của)(?![A-Za-zÀ-\u036fḀ-ỹ])[^.;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:có|còn|cho thấy|chiếm|là|đạt)(?:\s(?:khoảng|trên|hơn|gần))*\s*$)/iu;
const SHOWN = /^[^.;,]{3,80}\scho thấy(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const FORECAST = /^[\s*_+–-]*dự báo\s(?!.*(?:phấn đấu|mục tiêu|sẽ)\s)/iu;

/** What turns from what was done to what is to be. */
const AHEAD =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:phấn đấu|mục tiêu|chỉ tiêu|sẽ|tiếp tục|cần|phải|yêu cầu|nâng|đưa|(?:đến|trong|vào)\s+(?:cuối\s+|hết\s+)?năm\s+(?:\d{4}|nay|tới))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** Whether the words of a sentence before a figure report it: "Đến nay, toàn tỉnh đã cấp …", "hiện nay có …". */
export function isReported(sentence: string): boolean {
  const since = SINCE.exec(sentence);
  if (since !== null && !AHEAD.test(sentence.slice(since[0].length))) return true;
  if (ESTIMATED.test(sentence)) return true;
  if (FORECAST.test(sentence)) return true;
  if (
    (FOUND.test(sentence) || (sentence.includes('cho thấy') && SHOWN.test(sentence))) &&
    !AHEAD.test(sentence)
  )
    return true;
  // Asked first: most sentences do not have the word.
  const done = /đã\s/iu.test(sentence)
    ? [...HAVE_DONE.all(sentence), ...sentence.matchAll(NAMED_HAVE_DONE)]
    : [];
  return [...done, ...ONLY.all(sentence)].some(
    ({ index, 0: words }) => !AHEAD.test(sentence.slice(index + words.length)),
  );
}
