import { allMatches, ending, wording } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';

const LEADS =
  /^(?:(?:đối với|về)\s(?:việc|công tác|lĩnh vực|nội dung|hoạt động)\s[^,;:.\d]{3,60},(?=\s(?:tỷ lệ|tỉ lệ|tỷ suất|số|tổng|giảm|tăng|nâng|duy trì|bảo đảm|đảm bảo|phấn đấu|mỗi|\d))|(?:0?[369]|sáu) tháng (?:đầu|cuối)(?: năm)?(?![A-Za-zÀ-\u036fḀ-ỹ])|(?:chậm nhất|muộn nhất|không muộn hơn)(?=\s+(?:là|đến|vào|trong|trước|ngày|tháng|quý|năm|hết|cuối)\s)|(?:(?:các|những) năm|các năm học)(?=\s+(?:19|20)\d{2})|(?:(?:các|những) năm|năm) (?:tiếp theo|tới|kế tiếp|sau)(?=\s*,)|(?:hết |cuối )?nhiệm kỳ(?: (?:này|(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}))?(?=\s*,)|(?:sau|vòng) \d{1,2} (?:năm|tháng)(?: (?:thực hiện|triển khai|tới))?(?=\s*,)|(?:mùa|dịp) (?:mưa|mưa bão|khô|Tết|Tết Nguyên đán)(?: (?:bão|lũ|năm \d{4}))?(?=\s*,)|(?:mỗi|hằng|hàng) (?:quý|tháng|tuần|ngày)(?=\s*,)|tháng\s+\d{1,2}(?![\d/.])(?:\s*(?:[-–,]|đến|tới|và)\s*(?:tháng\s+)?\d{1,2}(?![\d/.]))*|\(?\d{1,2}\)(?=\s+[A-Za-zÀ-\u036fḀ-ỹ])|\s|[,:;(–-]|(?:(?:nhiệm vụ|mục tiêu|chỉ tiêu)(?:\s+\p{Ll}+){0,7}(?:\s+năm\s+\d{4})?\s+là(?=\s+(?!từ\s|trên\s|dưới\s|khoảng\s|ít\s|tối\s)[A-Za-zÀ-\u036fḀ-ỹ])|(?:tập trung|quyết tâm|từng bước|chủ động|phòng ngừa,)(?=\s+(?:kéo\s+)?(?:giảm|tăng|nâng)\s+(?!trưởng|cường|nghèo|cao\s))|so với (?:cùng kỳ )?năm (?:\d{4}|trước)(?=\s*,)|theo đó|trong số (?:này|đó|ấy)|(?:cùng với|bên cạnh) đó|ngoài ra|về(?=\s+(?:tốc độ|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|doanh thu|giá trị|kim ngạch|sản lượng|diện tích|quy mô|tổng|thu nhập)\s)|trong đó|chia ra|chia theo (?:quý|tháng|năm|địa bàn|xã|huyện)|cụ thể|và|với|có(?!\s+(?:bằng cấp|chứng chỉ|việc làm|trình độ|tay nghề|tài khoản|chữ ký số|thẻ)(?![A-Za-zÀ-\u036fḀ-ỹ]))|gồm|bao gồm|riêng|lũy kế|luỹ kế|đồng thời|góp phần(?=\s+(?:kéo\s+)?(?:giảm|tăng|nâng|đưa)\s)|phấn đấu|phần đấu|mục tiêu|chỉ tiêu|nhằm|để|là|đảm bảo|bảo đảm|tiếp tục|đối với|đưa(?!\s+ra\s)|nâng(?: cao)?(?!\s+cấp)|tăng(?! trưởng)|mở rộng(?=\s+(?:quy mô|dung lượng|công suất|diện tích)(?![A-Za-zÀ-\u036fḀ-ỹ]))|kéo giảm|kéo|kiềm chế|khống chế|giảm|hạ(?=\s+(?:tỷ|tỉ) lệ)|này|trở lên|trở xuống|(?:duy trì|giữ)(?: vững chắc| vững| ổn định)?|ổn định(?=\s+(?:diện tích|quy mô|tổng đàn|đàn|sản lượng|tỷ lệ|tỉ lệ|số|mức|độ|năng suất)(?![A-Za-zÀ-\u036fḀ-ỹ]))|không để(?:\s+(?:phát sinh|xảy ra))?(?=\s[^.;,]*\squá\s*$)|không còn(?=\s(?:[^.;,]*\s)?quá\s*$)|thực hiện|hoàn thành(?!\s+(?:xuất sắc|tốt|cấp|giáo dục|tiểu học|trung học|phổ cập|chương trình (?:tiểu|trung|giáo))(?:\s|$))|toàn (?:tỉnh|thành phố|huyện|thị xã|xã|phường)(?=\s+\p{Ll})|trên địa bàn(?: toàn)?(?: (?:tỉnh|thành phố|huyện|thị xã|xã|phường))?(?=\s*,\s)|cuối|hết|trong|kết thúc|đến|tới|tính đến|thời điểm|vào|từ|giai đoạn|ngày(?! lưu trú| điều trị| nằm viện| khách)|tháng|quý|năm học|năm|hằng năm|hàng năm|mỗi năm|bình quân(?!\s+(?:thu nhập|lương thực|GRDP|GDP)(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,3}\s*(?:đầu người|\/\s*người))|trung bình|trước(?! hạn)|huy động(?!\s+(?:trẻ|học sinh|người))|nay(?=\s+(?:đến|tới)\s)|từng|vận động(?=\s+(?:nhân dân|người dân|các|doanh nghiệp|cán bộ|đoàn viên|hội viên)(?![A-Za-zÀ-\u036fḀ-ỹ]))|(?:rút ngắn|cắt giảm)(?=\s+thời)|(?:tham mưu\s+)?bố trí(?=\s+(?:kinh phí|vốn|ngân sách)))(?![A-Za-zÀ-\u036fḀ-ỹ])|(?:I{1,3}|IV)(?:\/\d{4}|(?=[\s:,]))|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\/\d{4}|\d{1,2}\/\d{1,2}(?=\s)|(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?(?:\s+trở đi)?|\d{1,2}(?=\s+tháng|\s+năm|\s*,\s*\d|\s+và\s+tháng))+/iu;
const TAILS =
  /(?:\s|[,:;(–-]|(?<=quý (?:I{1,3}|IV))\/|(?<![A-Za-zÀ-\u036fḀ-ỹ])cả năm (?:19|20)\d{2}|cả năm(?![A-Za-zÀ-\u036fḀ-ỹ])(?<=(?<![A-Za-zÀ-\u036fḀ-ỹ])số\s\p{Ll}[^,;.:\d]{2,40}\scả năm)|(?<!\d\s[A-Za-zÀ-\u036fḀ-ỹ]+)\/\s*(?:năm|tháng)(?![A-Za-zÀ-\u036fḀ-ỹ])|(?<![A-Za-zÀ-\u036fḀ-ỹ\d])(?:(?:0?[369]|sáu) tháng (?:đầu|cuối)(?: năm)?|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}|(?:tháng|ngày)\s+\d{1,2}|(?:đến|trước|hết|tới|chậm nhất|muộn nhất)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}\/\d{1,2}(?![\d/])|(?:(?:ngày|tháng)\s+)?(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{4}|(?:(?:ngày\s+)?\d{1,2}\s+)?tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d{2}|quý\s+[1-4]\s+năm\s+(?:19|20)\d{2}|năm học(?:\s+(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2})|(?<!(?:tồn đọng|phát sinh|sinh|từ)\s)trước(?=\s+(?:(?:ngày|tháng|năm|quý)\s+)?\d)|(?:chậm nhất|muộn nhất|không muộn hơn)(?=\s+(?:là|đến|vào|trong|trước|ngày|tháng|quý|năm|hết|cuối)\s)|từ nay(?=\s+(?:đến|tới)\s)|thời điểm(?=\s+(?:ngày\s+)?\d)|(?:(?:trong )?(?:các|những) năm|năm) (?:tiếp theo|tới|kế tiếp)|(?:các|những)(?=\s+năm\s+(?:19|20)\d{2}\s*[-–])|(?:hết|cuối) nhiệm kỳ(?: này)?|trong (?:vòng )?\d{1,2} (?:năm|tháng)(?: tới)?|trước mùa (?:mưa bão|mưa lũ|mưa|khô|lũ|bão)|tính đến|(?:đến\s+)?cuối kỳ|(?<!(?:chặng|khâu|đoạn|bước|điểm)\s)cuối|hết)(?![A-Za-zÀ-\u036fḀ-ỹ\d])|(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:là|sẽ|(?<=\s)so với(?: cùng kỳ)?|(?<=(?:nâng|tăng|giảm)\s)dần|(?<!không\s)để(?=\s+(?:đến|đạt|vào|năm|cuối)\s)|(?<!(?:nhà|đất|nơi|chỗ|khu|ăn|hộ|tích|cư)\s)ở(?=\s+(?:mức|dưới|trên|khoảng)\s|\s*$)|(?<!không )đạt(?: và vượt)?|(?<!lấn )chiếm|còn|xuống|phấn đấu|từ|ở mức|mức|(?<=(?:tăng|giảm|đạt|là|thêm|mức|có|còn|năm|được|đấu|khoảng|trưởng|lên|xuống)\s)(?:bình quân|trung bình)|(?:bình quân|trung bình)(?=\s+(?:mỗi|hằng|hàng)\s+năm\s)(?<=\p{Ll}\s(?:bình quân|trung bình))(?<!(?:thu nhập|lương|mức|năng suất|doanh thu|giá|giá trị|sản lượng|chi phí|diện tích)\s(?:bình quân|trung bình))|khoảng|gần|cả(?! năm)|tối thiểu|ít nhất|thấp nhất|cao nhất|(?<=\scòn\s)nhiều nhất|tối đa|không quá|quá|không dưới|không thấp hơn|không ít hơn|không cao hơn|không vượt quá|bằng hoặc thấp hơn|gấp|(?<!(?:(?<!trực )tuyến|cấp|nêu|kể)\s)(?:trên|dưới)|(?<!sạch )hơn|vượt|thấp hơn|cao hơn|(?<!trở )lên|(?<!(?:tốc độ|giá trị(?= tăng thêm)) )tăng|giảm|kéo|(?<=\s)(?<!vi )rút|(?:được )?khống chế|ổn định(?=\sở mức)|(?<=(?:diện tích|tổng đàn|quy mô|sản lượng|dân số)\s[^,;]{2,40}\s)ổn định|(?<=duy trì )ổn định|rút ngắn|(?<!giá trị (?:gia )?tăng )thêm|được|(?<!(?:mặt|cân|công|đồng)\s)bằng|(?<!hiện )có|(?<=\p{Ll}\s)(?<!số thu )(?:lũy|luỹ) kế|phải|đến|tới|(?:đạt|với|chiếm)(?: (?:trên|dưới|khoảng))? (?:tỷ|tỉ) (?:lệ|trọng)|dự kiến|ước|(?<=toàn xã hội )huy động|hoàn thành|đảm bảo|bảo đảm|duy trì|nâng|(?<!của\s|(?:người dân|nhân dân|cá nhân|công dân|doanh nghiệp|cơ quan|đơn vị)(?:,|\svà)\s)tổ chức|cụ thể|(?:tỷ lệ |tỉ lệ )?tương ứng|(?<=(?:^|[,;(])\s*)tương đương(?: với)?|lần lượt|theo thứ tự|(?<!(?:cả|\d|cây (?:hàng|hằng)|lâu) |\d\s[A-Za-zÀ-\u036fḀ-ỹ]+\/)năm|mỗi (?:năm|quý|tháng|tuần)|(?<!cây )(?:hàng|hằng) (?:năm|quý|tháng|tuần)|vận động|(?<=không )đạt được|cho|quý|từng|giai đoạn|(?<!\d )thời kỳ|đều|trong|vào|(?<!(?:bắt|gìn|lưu|tạm)\s)giữ|(?<!(?:khu vực|loại|hạng|cấp|nhóm)\s)(?:I{1,3}|IV))(?![A-Za-zÀ-\u036fḀ-ỹ])|(?<!nhiệm kỳ\s(?:\d{4}\s*[-–]\s*)?)(?:19|20)\d{2}(?!\s*[-–])|\d[\d.,]*\s*%|(?<!nhiệm kỳ\s)(?<!\d)\d[\d.,]*\s*[-–]|[≥≤<>=])+$/giu;

/** "Tỷ suất sinh: giảm 0,1‰", "Tỷ lệ bao phủ: phấn đấu đến cuối năm đạt 95%": nothing but that it is to change or be reached. */
const AIM_ALONE =
  /^:\s*(?:(?:phấn đấu|duy trì|giữ vững|giữ|bảo đảm|đảm bảo|dự kiến|ước|đạt|còn|nâng|nâng lên|tăng|tăng lên|lên|giảm|kéo giảm|cắt giảm|rút ngắn|xuống|ở mức|mức|đến|vào|cuối năm|hết năm|trong năm|thêm|bình quân|khoảng|trên|dưới|hơn|không quá|không dưới|ít nhất|tối thiểu|tối đa|từ|mỗi năm|hằng năm|hàng năm)(?:\s+|$))+$/iu;

/** "Tỷ lệ bao phủ BHYT: năm 2026 đạt 95%": where only a time stands behind the colon, the label stands before it. */
export function beforeColon(text: string, figure: number, previous: number): Span | null {
  const colon = colonBefore(text, figure, previous);
  const between = text.slice(colon, figure);
  if (
    colon <= previous ||
    !(
      /\d{4}|quý|tháng (?:đầu|cuối) năm|cả năm|(?:đến|hết|trước)\s+(?:ngày\s+)?\d{1,2}\/\d/iu.test(between) ||
      AIM_ALONE.test(between)
    )
  )
    return null;
  return trimmed(text, clauseStart(text, colon, previous), colon);
}

/** The last colon before a figure; of "Tỷ lệ bao phủ: năm 2026: 95%" the one before the time. */
function colonBefore(text: string, figure: number, previous: number): number {
  const last = text.lastIndexOf(':', figure - 1);
  const first = text.lastIndexOf(':', last - 1);
  return first > previous && TIME_ALONE.test(text.slice(first + 1, last)) ? first : last;
}

const TIME_ALONE =
  /^\s*(?:(?:đến|tới|trong|vào|hết|cuối)\s+)*(?:năm(?: học)?|giai đoạn)\s+(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?\s*$/iu;

/** "Số người tham gia: huyện Châu Phú 850 người": the label before the colon that a list of places follows. */
export function labelBeforeColon(text: string, at: number): Span | null {
  const colon = text.lastIndexOf(':', at);
  if (colon < 0 || /\.\s/u.test(text.slice(colon, at))) return null;
  const end = colon - (AS_FOLLOWS.exec(text.slice(0, colon))?.[0].length ?? 0);
  const label = trimmed(text, clauseStart(text, end, 0), end);
  if (label === null || OF_UNITS.test(text.slice(label.start, label.end))) return null;
  label.end -= ALLOTTED.exec(text.slice(label.start, label.end))?.[0].length ?? 0;
  return label;
}

/** What leads on to a list, and what only says that one of units follows: "Các địa phương có diện tích lớn gồm:". */
const AS_FOLLOWS = ending(/,?\s*(?:(?:cụ thể\s+)?như sau|gồm|bao gồm|trong đó|cụ thể)\s*$/iu);
const OF_UNITS = /^(?:các|một số|những)\s+(?:địa phương|huyện|xã|phường|đơn vị)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Diện tích nuôi tôm giao các địa phương: …": to whom figures are allotted is no part of what they count. */
const ALLOTTED = /\s+(?:giao|phân bổ|phân khai)\s+(?:cho\s+)?(?:các|từng)\s.*$/iu;

const CLAUSE_BEGINS = /[.;](?=\s)|(?:trong đó|cụ thể|như sau)\s*:?|[.]{3}(?!\s*\))|:(?=\s)/giu;

/** Where the words about a figure begin: behind the last sentence, list item, bracket, or figure before it. */
export function clauseStart(text: string, figure: number, previous: number): number {
  let start = previous;
  const head = text.slice(0, figure);
  for (const match of allMatches(CLAUSE_BEGINS, head)) {
    const end = match.index + match[0].length;
    // A colon right before the figure ends the label, unless a heading of its own stands before it.
    if (
      match[0] === ':' &&
      BOUNDS_ALONE.test(head.slice(end)) &&
      !/^\s*(?:công tác|về|lĩnh vực|nhóm|đối với)\s/iu.test(head.slice(start))
    )
      continue;
    if (/^cụ thể/iu.test(match[0]) && head.slice(end).replace(LEADS, '').trim().length < 4) continue;
    start = Math.max(start, end);
  }
  const open = head.lastIndexOf('(');
  if (
    open >= start &&
    !head.includes(')', open) &&
    /[A-Za-zÀ-\u036fḀ-ỹ].*\s[A-Za-zÀ-\u036fḀ-ỹ].*\s[A-Za-zÀ-\u036fḀ-ỹ]/u.test(head.slice(open))
  )
    start = open + 1;
  if (start === previous && previous > 0) {
    const comma = head.indexOf(',', previous);
    const bracket = head.replace(SHORT_FORM, (form) => ' '.repeat(form.length)).indexOf(')', previous);
    const cut = Math.max(comma, bracket);
    if (cut >= 0 && /[A-Za-zÀ-\u036fḀ-ỹ]/u.test(head.slice(cut + 1))) start = cut + 1;
  }
  return start;
}

/** "vốn nước ngoài (ODA)": a short form is part of the name. */
const SHORT_FORM = /\(\p{Lu}{2,10}\)/gu;

/** What may stand between a label's colon and its figure. */
const BOUNDS_ALONE =
  /^(?:\s|[≥≤<>]=?|(?:thấp nhất|cao nhất|ít nhất|tối thiểu|tối đa|không quá|không dưới|trên|dưới|hơn|khoảng|từ|đạt|là)(?![A-Za-zÀ-\u036fḀ-ỹ]))*$/iu;

/** The words that tails end with, and all that they may hold. */
const TAIL_ENDS = wordsOfTails(/[A-Za-zÀ-\u036fḀ-ỹ]+(?=[|(){])/gu);
const TAIL_WORDS = wordsOfTails(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu);

function wordsOfTails(words: RegExp): ReadonlySet<string> {
  const listed = [...TAILS.source.matchAll(words)].map(([word]) => word.toLowerCase());
  return new Set([...listed, 'ii', 'iii']);
}

function tailLength(words: string): number {
  const last = words.slice(words.lastIndexOf(' ') + 1);
  // Many labels end with a word that no tail ends with, which costs a hundredth of looking for one.
  if (isOtherWord(last, TAIL_ENDS)) return 0;
  TAILS.lastIndex = tailStart(words);
  return TAILS.exec(words)?.[0].length ?? 0;
}

/** Where a tail can begin at the earliest: behind the last word that none holds. */
function tailStart(words: string): number {
  let end = words.length;
  while (end > 0) {
    const blank = words.lastIndexOf(' ', end - 1);
    if (isOtherWord(words.slice(blank + 1, end), TAIL_WORDS)) return end;
    end = blank;
  }
  return 0;
}

function isOtherWord(word: string, known: ReadonlySet<string>): boolean {
  return /^[A-Za-zÀ-\u036fḀ-ỹ]+$/u.test(word) && !known.has(word.toLowerCase());
}

/** The words without what leads up to a label and what leads on to its figure; null where none are left. */
export function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  const counted = NUMBER_DONE.exec(text.slice(from, to));
  let end = counted === null ? to : from + counted[0].lastIndexOf(':');
  for (;;) {
    const lead = LEADS.exec(text.slice(start, end))?.[0].length ?? 0;
    const tail = counted === null ? tailLength(text.slice(Math.max(start + lead, end - 60), end)) : 0;
    const unit = unitAtEnd(text, start + lead, end - tail);
    if (lead === 0 && tail + unit === 0) break;
    start += lead;
    end -= tail + unit;
    if (start >= end) return null;
  }
  start = nounStart(text, start, end);
  start += TOTAL_LAST.exec(text.slice(start, end))?.[0].length ?? 0;
  start += rateLast(text.slice(start, end));
  const since = text
    .slice(start, end)
    .search(
      /\s+(?:giảm|tăng)\s+từ\s+\d|(?<!\scó)\s+từ\s+\d[\d.,]*\s*(?:%|ngày(?: làm việc)?|giờ|phút|ha|km|tấn|(?:triệu|tỷ) đồng)?(?:\s+(?:đầu|cuối|hết))?\s*$/iu,
    );
  if (since > 0) end = start + since;
  end -= RISEN_FROM.test(text.slice(end, to))
    ? (FROM_SO_MUCH.exec(text.slice(start, end))?.[0].length ?? 0)
    : 0;
  const bound = text
    .slice(start, end)
    .search(
      /\s+(?:(?:từng|mỗi|trong|hàng|hằng)\s+[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s+năm\s+\d{4})?\s+)?(?:(?<!mức sống )bằng hoặc (?:thấp|cao) hơn|không vượt quá|(?<!mức sống bằng hoặc )(?:thấp|cao) hơn)\s/iu,
    );
  if (bound > 0) end = start + bound;
  end -= SIZE_OF_TIME.exec(text.slice(start, end))?.[0].length ?? 0;
  end -= LEFT_OF_RATE.exec(text.slice(start, end))?.[0].length ?? 0;
  const words = text.slice(start, end).trim();
  return words.length < 2 || NO_LABEL.test(words) || !/[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(words)
    ? null
    : { start, end };
}

/** "Nâng sản lượng từ 85 tấn lên 92 tấn", "… từ 45 ca/100.000 dân xuống còn 40": where it stood before. */
const FROM_SO_MUCH = ending(
  /(?:\s+(?:tăng|giảm|nâng))?\s+từ\s+(?:(?:mức|khoảng|trên|dưới)\s+)?\d[\d.,]*\s?(?:‰|(?!tuổi|trở)\p{L}[\p{L}²³]*(?:\s(?!trở\s)[\p{L}²³]+){0,3}(?:\/[\d.]*\s?\p{L}+(?:\s\p{L}+){0,2})?)\s*$/iu,
);
const RISEN_FROM =
  /^\s*(?:\(?(?:(?:vào|của|trong)\s+)?(?:(?:cuối|hết|đầu)\s+)?năm\s+\d{4}\)?\s+)?(?:lên|xuống|đến|tới|còn)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Tỷ lệ trẻ được tiêm chủng (%)": the length of what the figure is counted in, with the blank before it; 0 for none. */
function unitAtEnd(text: string, start: number, end: number): number {
  return text.charAt(end - 1) === ')' ? (UNIT_AT_END.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
}

const UNIT_AT_END = /\s*\((?:%|‰)\)$/u;

/** How often or when alone names nothing. */
const NO_LABEL = /^(?:định kỳ|thường xuyên|hằng|hàng|mỗi)$/iu;

/** "Tổng số vụ việc hoàn thành: 780 vụ việc": which are counted, and not that so many are to be. */
const NUMBER_DONE = /^\s*(?:tổng )?số\s[^:;.,\d]+\shoàn thành:\s*$/iu;

/** "Trồng rừng giai đoạn 2026 - 2030 diện tích 4.000 ha": the figure's unit tells as much. */
const SIZE_OF_TIME = ending(
  /(?<=^[A-Za-zÀ-\u036fḀ-ỹ]+\s[A-Za-zÀ-\u036fḀ-ỹ].*)\s+(?:giai đoạn|năm)\s+\d{4}(?:\s*[-–]\s*\d{4})?,?\s+(?:(?:có|đạt|với)\s+)?(?:tổng\s+)?(?:diện tích|quy mô|số lượng|khối lượng)\s*$/iu,
);

/** "Tỷ lệ hộ nghèo còn lại 2,5%": of a rate nothing is left over. */
const LEFT_OF_RATE = ending(/(?<=^(?:tỷ lệ|tỉ lệ)\s.*)\s+còn lại\s*$/iu);

/** "Tổ chức khám sức khỏe cho học sinh, tỷ lệ học sinh được khám": how much of what is done comes behind it; 0 where nothing is done. */
function rateLast(words: string): number {
  const lead = RATE_LAST.exec(words)?.[0].length;
  return lead !== undefined && (targetLexicon().acts.find(words)[0]?.start === 0 || MORE_OF.test(words))
    ? lead
    : 0;
}

const MORE_OF = /^(?:đẩy mạnh|tăng cường|làm tốt|chú trọng|quan tâm|nâng cao chất lượng|mở rộng)\s/iu;

const RATE_LAST =
  /^(?!(?:số|tổng số|tỷ lệ|tỉ lệ)\s)[^;.:,]+(?:,[^;.:,]+){0,3},\s+(?=(?:tỷ lệ|tỉ lệ)\s[^;.:,]+$)/iu;

/** "thành lập bản đồ tỷ lệ 1/500, tổng diện tích": the sum of what was named before it. */
const TOTAL_LAST =
  /^[^;.]*,\s+(?:với\s+)?(?=tổng\s(?:diện tích|công suất|chiều dài|khối lượng|quy mô|vốn|kinh phí|giá trị)(?:\s\p{Ll}+){0,4}\s*$)/iu;

/** A long sentence leads up to the counted thing by what is to be done: "… tuyên truyền, vận động học sinh tham gia". */
const CHARGES = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:đón|phục vụ|thu hút)\s+(?=tổng\s(?:lượt|lượng|số)\s)|(?:phấn đấu\s+(?:(?:đến|tới|trong|vào|hết|cuối)\s+)*)?năm\s+\d{4},?\s+(?:toàn (?:tỉnh|thành phố|huyện|xã|ngành)\s+)?đạt\s+(?=(?:tổng (?:đàn|số|doanh thu|sản lượng|diện tích|giá trị)|doanh thu|sản lượng|kim ngạch|năng suất)(?![A-Za-zÀ-\u036fḀ-ỹ]))|(?:phấn đấu|tiếp tục)\s+(?:kéo\s+)?(?:giảm|tăng(?!\s+(?:trưởng|cường)))\s+(?=[A-Za-zÀ-\u036fḀ-ỹ])|(?:kiến nghị|đề xuất|rà soát)\s+(?:rút ngắn|cắt giảm)\s+(?=thời gian(?![A-Za-zÀ-\u036fḀ-ỹ]))|(?:vận động|đảm bảo|bảo đảm|phấn đấu(?:\s+phát triển)?|mục tiêu|yêu cầu|hướng dẫn|bắt buộc|góp phần|nhằm|để|tiến tới|hoàn thành|thực hiện|chỉ đạo|duy trì|mở rộng|nâng)\s+(?:(?:nâng|đưa)\s+)?(?=(?:số|nguồn lực|nguồn kinh phí|nguồn vốn|vốn điều lệ|công suất|tỷ lệ|tỉ lệ|người|lao động|học sinh|sinh viên|hộ|các|cán bộ|đoàn viên|hội viên|diện|mức|lực lượng|trẻ|nông dân|toàn bộ|từng|tốc độ|tổng|giá trị|kim ngạch|doanh thu|thu nhập|sản lượng|diện tích|năng suất|quy mô|chỉ số|tỷ trọng|tỉ trọng|tăng trưởng|giải ngân|thu ngân sách|GRDP|GDP)(?![A-Za-zÀ-\u036fḀ-ỹ])))/iu,
);

function nounStart(text: string, from: number, to: number): number {
  let start = from;
  for (const match of CHARGES.all(text.slice(from, to))) {
    const next = from + match.index + match[0].length;
    if (/\s/.test(text.slice(next, to).trim())) {
      start = /^chỉ đạo/iu.test(match[0]) ? behindDirected(text, next, to) : next;
    }
  }
  return start;
}

/** "chỉ đạo các cơ sở trực thuộc tham gia …": bodies that are directed act and are not counted; what they are to do is. */
function behindDirected(text: string, from: number, to: number): number {
  const directed = /^(?:[^,;]*?\s)?trực thuộc\s+/iu.exec(text.slice(from, to))?.[0].length ?? 0;
  const verb = targetLexicon().verbs.find(text.slice(from + directed, to))[0];
  return directed > 0 && verb?.start === 0 ? from + directed : from;
}
