import type { Passage } from '../context.ts';

/** When alone stands before an item's figure: "Năm 2026: 22 km", "Hết quý II đạt 45% kế hoạch". */
const TIMED =
  /^(?<lead>\s*(?:(?:[-–+•*]|[a-zđ]\)|\d{1,2}[.)])\s+)?)(?<time>(?:(?:đến|tới|hết|cuối|trước|trong|vào|chậm nhất)\s+)*(?:năm học\s+\d{4}\s*[-–]\s*\d{4}|năm\s+\d{4}|quý\s+(?:I{1,3}|IV|[1-4])(?:[/\s](?:năm\s+)?\d{4})?|tháng\s+\d{1,2}(?:[/\s](?:năm\s+)?\d{4})?|(?:ngày\s+)?\d{1,2}\/\d{1,2}(?:\/\d{4})?|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}|(?:0?[369]|sáu) tháng (?:đầu|cuối)(?: năm)?|cả năm(?:\s+\d{4})?))(?<joint>\s*:\s*|\s+)(?:(?:đạt|là|còn|tối thiểu|ít nhất|trên|khoảng|hơn|dưới|không quá|từ)\s+)*(?:[≥≤<>]=?\s*)?\d[\d.,]*\s*(?:%|\p{L})[^:]*$/iu;

/** Where alone stands before an item's figure: "Xã Đồng Tâm: 6.500 cây". */
const PLACED =
  /^(?<lead>\s*(?:(?:[-–+•*]|[a-zđ]\)|\d{1,2}[.)])\s+)?)(?<time>(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Đđ]ặc khu|[Tt]hôn|[Bb]ản|[Ấấ]p|[Kk]hu phố|[Tt]ổ dân phố)\s(?:\p{Lu}\p{L}*|\d{1,2})(?:\s\p{Lu}\p{L}*){0,4})(?<joint>\s*:\s*)(?:(?:đạt|tối thiểu|ít nhất|trên|khoảng|từ)\s+)*\d[\d.,]*\s*(?:%|\p{L})[^:;]*[;.]?\s*$/u;

/** "Chỉ tiêu trồng rừng giao cho các xã:" */
const ASSIGNED =
  /^(?<lead>\s*(?:(?:[-–+•*]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)]?)\s+)?(?:(?:giao|phân bổ|phân khai)\s)?(?:các\s)?(?:chỉ tiêu|kế hoạch)\s(?:(?:phát triển|trồng|xây dựng|thành lập|về)\s(?:mới\s)?(?=\p{L}+\s\p{L}))?)(?<named>\p{L}[^.;:\d]{2,90}?)(?<tail>(?:\s(?:giao|phân bổ|phân khai))?(?:\scụ thể)?\scho\s(?:các|từng)\s[^.;:\d]{2,40}\s*:\s*)$/iu;

/** How much there is of something, and that its figures follow one by one. */
const STATED =
  /^(?<lead>\s*(?:(?:[-–+•*]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)]?)\s+)?)(?<named>(?:tổng\s|số\s|tỷ lệ|tỉ lệ|diện tích|chiều dài|sản lượng|giá trị|doanh thu|thu nhập|khối lượng|kim ngạch|mức\s|giải ngân|trồng (?:mới|rừng)|năng suất|quy mô|công suất|tốc độ|kinh phí huy động)[^.;:\d]*?)(?<tail>,?(?:\s(?:(?:qua|theo|trong)\s(?:các|từng)\s(?:năm|quý|tháng|giai đoạn|mốc)|theo (?:tiến độ|lộ trình)|(?:từng|hằng|hàng|các) (?:năm|quý|tháng)|cụ thể|như sau|(?:giao |phân bổ )?cho (?:các|từng) [^.;:\d]{2,40}|phấn đấu(?: đạt)?|đạt))*\s*:\s*)$/iu;

/** The longest sentence that a list's items are told by. */
const LONGEST = 220;

/**
 * The passages, those of a list of times or places each with the words that stand over the list: "Số hộ thoát nghèo qua các năm:" over
 * "- Năm 2026: 120 hộ". What stands between is blank, so that every word is where it was.
 */
export function withWhatIsListed(passages: readonly Passage[]): Passage[] {
  let over: Passage | null = null;
  return passages.map((passage) => {
    const { text, start } = passage;
    const item = over === null ? null : (TIMED.exec(text) ?? PLACED.exec(text));
    if (over !== null && item?.groups !== undefined) {
      const { lead = '', time = '', joint = '' } = item.groups;
      const own = `${blank(lead)}${time}${blank(joint)}${text.slice(lead.length + time.length + joint.length)}`;
      const apart = start - over.start - over.text.length;
      return { ...passage, start: over.start, text: `${over.text}${' '.repeat(apart)}${own}` };
    }
    over = null;
    const stated =
      text.length > LONGEST || !/:\s*$/u.test(text) ? null : (STATED.exec(text) ?? ASSIGNED.exec(text));
    if (stated?.groups !== undefined) {
      const { lead = '', named = '', tail = '' } = stated.groups;
      over = { ...passage, text: `${blank(lead)}${named}:${blank(tail).slice(1)}` };
    }
    return passage;
  });
}

function blank(words: string): string {
  return ' '.repeat(words.length);
}
