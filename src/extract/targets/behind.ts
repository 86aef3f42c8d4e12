import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { clauseBefore } from '../context.ts';
import { extentOf, type Measured } from './figures.ts';
import { isBody } from './group-words.ts';

/** Behind the counted thing: times, purposes, manners. */
const BEHIND_END =
  /[;:)](?!\d)|(?<=\shộ|^hộ)\/(?=\d[\d.]*\s(?:nhân khẩu|khẩu|người|lao động))|[.](?![\d\p{Ll}])|\(|,(?=\s)|(?<!đồng(?=\/năm\s+trở))\/(?!năm\s+trở (?:lên|xuống)\s+\p{Ll})(?=(?:tháng|quý|năm học|năm|tuần|học kỳ|vụ(?!\s(?:án|việc)))(?![A-Za-zÀ-\u036fḀ-ỹ]))|\s+(?=(?:trong đó|trong (?:cả |toàn )?giai đoạn|trong (?:thời hạn|\d+ (?:giờ|ngày|năm|tháng(?: đầu năm|(?! đầu))))|trong năm|trong quý|trong tháng|quý (?:[IV]+|[1-4])|vào (?:(?:cuối )?năm|(?:đầu |cuối |giữa )?(?:tháng \d{1,2}|quý (?:[IV]+|[1-4])))|vào đầu (?:mỗi )?năm|ngay (?:trong|từ) (?:đầu |cuối )?(?:năm|quý|tháng)|(?:đến|tới) năm|(?:đến|tới) hết (?:tháng|quý|ngày|năm)|xong(?=\s+(?:trước|trong|vào)\s|\s*$)|từ năm học|(?:vào )?(?:đầu|cuối) (?:mỗi )?năm học|ra (?:khỏi(?! (?:khu vực|diện|danh sách|tình trạng|nhóm))|xa)|năm học(?! (?:một|\d+) lần)|(?:từ )?sau năm (?:19|20)|năm (?:19|20)|(?:chuyển(?: đổi)? )?sang(?! (?:Nhật|Hàn|Đài|Đức|Úc|Lào|các nước|nước))|theo(?! học| công nghệ| chuỗi| dõi| đơn đặt hàng| cấp độ| tiêu chuẩn chức| hợp đồng| chuẩn| hộ gia đình| quy chuẩn| nếp sống| quy chế| nguyên lý| hướng dẫn chuyên môn| từng lần| phương pháp| hướng (?:hữu cơ|an toàn|GAP|GACP|VietGA[PH]|hàng hóa|hàng hoá)|(?: đúng)? phác đồ)|nhằm|(?<!không )để|cho Đảng(?= (?:xem xét|bồi dưỡng|kết nạp)|\s*(?:[.;,]|$))|từ nguồn (?:này|dữ liệu|Quỹ|ngân sách|xã hội hóa)|góp phần|một cách|(?:cho|với) (?:(?:tổng số|tổng cộng) )?(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu) )?\d+|với (?:(?:tổng )?(?:công suất|chiều dài|diện tích|số vốn|vốn|kinh phí|mức đầu tư|trị giá|số tiền)|(?:\p{Ll}+\s){0,2}tốc độ|nhịp độ|mức tăng)|lũy kế|luỹ kế|chậm nhất|nhân (?:ngày|dịp|tháng)|kể từ|phục vụ (?:(?:khoảng|trên|hơn|ít nhất|tối thiểu) )?\d+|trước ngày|trước \d{1,2}\/\d{1,2}(?:\/\d{4})?|trước (?:mùa|dịp|Tết|vụ(?! án))|trước khi(?! kết hôn| sinh| đưa)|trong (?:01|một|1|vòng)|(?:đến|tới) (?:cuối (?:năm|tháng|quý|nhiệm kỳ)|hết nhiệm kỳ|trước ngày|(?:thời điểm |ngày |tháng )?\d{1,2}[/.]\d|(?:ngày|tháng) \d|quý [IV1-4])|(?<!(?:tồn đọng|(?:hồ sơ|sổ|giấy tờ|giấy chứng nhận|văn bản|tài liệu)\s(?:[^.;,]*\s)?(?:lập|cấp|ban hành|hình thành|phát sinh))\s)(?:đến )?trước (?:tháng|quý|năm) [IV\d]|muộn nhất|không muộn hơn|từ nay (?:đến|tới)|từ năm (?:19|20)\d{2}(?=\s*(?:[.;,]|$|đến\s))|giai đoạn (?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}(?=\s*(?:[.;,)]|$))|trong (?:các|những) năm|(?<!vào\s)\d{1,2} tháng (?:đầu|cuối) năm|(?:bình quân|trung bình) (?:hằng|hàng|mỗi) năm|(?:các|những) năm (?:tiếp theo|tới)|hằng năm|hàng năm|mỗi năm(?! học)|một năm(?=\s*(?:[.;,]|$))|(?:mỗi|một) (?:quý|tháng|tuần)(?=\s*(?:[.;,]|$|\s(?:trên|tại|ở|trong|cho|về)\s))|(?:ít nhất |tối thiểu )?\d+ lần\/(?:năm|quý|tháng|tuần)|mỗi (?:tổ|xã|phường|thôn|huyện|trường|lớp|đơn vị|hộ|người)(?=\s*(?:[.;,]|$))|so với|và(?=\s(?:\p{Ll}+\s){2,7}cho (?:(?:khoảng|trên|hơn|ít nhất|tối thiểu) )?\d)|và (?:phấn đấu|không còn|không để|đảm bảo|bảo đảm|tối thiểu|ít nhất|trên|có|\d|\p{Ll}+\s(?:\p{Ll}+\s)?(?:(?:mới|ít nhất|tối thiểu|trên|khoảng)\s)?\d+)|\d[\d.,]*\s?%)(?![A-Za-zÀ-\u036fḀ-ỹ]))/giu;

/** What may stand between a figure and what it counts. */
const BEFORE_COUNTED =
  /^\s*(?:trở lên\s+|trở xuống\s+)?(?:\([^()]{1,60}\)\s*)?(?:số (?:này |đó )?(?!lượng|dư)|tổng số )?/u;

/** The words behind a figure that say what is counted; `reach` is where what is said of them ends. */
export function behindOf(text: string, measured: Measured): (Span & { reach: number }) | null {
  // "gấp 1,8 lần giai đoạn trước": what is compared with, and nothing counted.
  if (measured.unit === 'lần' && measured.measure === 'ratio') return null;
  // "02 máy tính/điểm tiếp nhận": so many of a thing for each.
  if (measured.measure === 'ratio' && measured.noun !== null && /^\s*\//u.test(text.slice(measured.noun.end)))
    return { ...measured.noun, reach: extentOf(measured).end };
  const from = measured.noun?.start ?? extentOf(measured).end;
  // "mở rộng mặt đường 22 km lên cấp B": up to what, and nothing counted.
  if (measured.size === true && measured.noun !== null && /^\s+lên\s/iu.test(text.slice(measured.noun.end)))
    return null;
  // "24 số chuyên mục …": issues are counted, and no number.
  const issues = measured.noun !== null && /^\s*số\s/iu.test(text.slice(from));
  const counted = issues ? 0 : (BEFORE_COUNTED.exec(text.slice(from))?.[0].length ?? 0);
  const lead = counted + throughout(text, measured, from + counted);
  // "60% là thẻ thiếu nhi": what so many of those before are.
  const being = measured.measure === 'share' ? (/^là\s+/u.exec(text.slice(from + lead))?.[0].length ?? 0) : 0;
  const start = from + lead + being;
  if (!/^[A-Za-zÀ-\u036fḀ-ỹ"“]/u.test(text.slice(start))) return null;
  if (
    /^(?:so|vào|hướng tới|tiến tới|nhằm|để|trong|theo|và|đến|trở lên|năm|mức (?:trung bình|bình quân|chung)|của|trên|ở|tại|cho|với|đối với|về|bằng|qua|từ|kế hoạch|quý|sau(?= khi| ngày| đó)|chậm nhất|muộn nhất|ngay|hằng|(?:hàng|mỗi|một) (?:năm|quý|tháng|tuần)|trước(?=\s(?:ngày|tháng|năm|quý|\d)))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      text.slice(start),
    )
  )
    return null;
  // "mỗi lớp từ 15 học viên trở lên, linh hoạt tại …": the bound closes what is counted.
  if (measured.noun !== null && BOUNDED.test(text.slice(measured.noun.end)))
    return { start, end: measured.noun.end, reach: measured.noun.end };
  const whole = phraseEnd(
    text,
    start,
    Math.max(start, measured.noun?.end ?? start),
    measured.measure === 'share',
  );
  const head = text.slice(0, extentOf(measured).start);
  const taught = measured.unit !== 'lượt' && TAUGHT.test(head);
  const subject = SERVED.test(head) ? ABOUT : taught ? ABOUT_ONE : null;
  const about = subject === null ? -1 : text.slice(start, whole).search(subject);
  const adjunct =
    about > 0
      ? about
      : (measured.measure === 'share' && !ENTERED.test(head)) || measured.measure === 'amount'
        ? outOfWhat(text.slice(start, whole))
        : adjunctStart(text.slice(start, whole), head);
  const reach = adjunct < 0 ? whole : start + adjunct;
  const end = start + text.slice(start, reach).trimEnd().length;
  const daily =
    measured.measure === 'frequency' ? (/\s*\/\s*ngày$/iu.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
  const trailing = daily > 0 ? daily : trailingLength(text.slice(start, end));
  const classifier = CLASSIFIER.exec(text.slice(start, end))?.[0].length ?? 0;
  return end - trailing - start - classifier < 2
    ? null
    : { start: start + classifier, end: end - trailing, reach: adjunct < 0 ? end - trailing : whole };
}

/** "Kiềm chế, giảm từ 5% trở lên trên cả 3 tiêu chí về tai nạn giao thông": how long what stands before that is, where nothing else is named. */
function throughout(text: string, { measure, figure }: Measured, at: number): number {
  const length = measure === 'share' ? THROUGHOUT.exec(text.slice(at))?.[0].length : undefined;
  return length !== undefined && REDUCES_ALONE.test(clauseBefore(text, figure.start)) ? length : 0;
}

const THROUGHOUT = /^(?:trên|ở|đối với|về)\s(?=cả\s(?:hai|ba|bốn|0?[2-4])\s(?:tiêu chí|mặt|chỉ số))/iu;
const REDUCES_ALONE =
  /^[\s*_+–-]*(?:(?:kiềm chế|phấn đấu|tiếp tục|kiên quyết),?\s(?:và\s)?)*(?:kéo\s)?giảm(?:\s(?:ít nhất|tối thiểu|từ|trên))*\s*$/iu;

/** "tổ chức 04 cuộc kiểm tra", "mỗi năm 02 lần tổ chức trợ giúp lưu động": what names nothing of what is counted. */
const CLASSIFIER =
  /^(?:cuộc|lần\s+(?:tổ chức|thực hiện|triển khai)|lần(?=\s+(?:kiểm tra|giám sát|diễn tập|tập huấn|họp|vệ sinh|tổng vệ sinh|phun|tiếp|đối thoại|ra quân|khám)\s))\s+(?=[A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "hoàn thành 100% kế hoạch vốn được giao": the plan or estimate that a share is of; null where none stands behind it. */
export function planBehind(text: string, measured: Measured): Span | null {
  const from = extentOf(measured).end;
  const lead = /^\s*(?:tổng\s+)?(?=(?:kế hoạch|dự toán)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu.exec(text.slice(from))?.[0]
    .length;
  if (lead === undefined) return null;
  const start = from + lead;
  const end = start + text.slice(start, phraseEnd(text, start, start)).trimEnd().length;
  return { start, end };
}

/** "tập huấn cho 150 cán bộ về kê khai": in what so many are taught. */
const SERVED = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])cho(?:\s(?:khoảng|trên|hơn|ít nhất|tối thiểu))*\s+$/iu);
const TAUGHT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tập huấn|bồi dưỡng)(?:\s(?:lại|mới|được|khoảng|trên|hơn|ít nhất|tối thiểu))*\s+$/iu,
);
/** "tập huấn 300 giảng viên, báo cáo viên về khởi nghiệp": of several kinds it tells the last. */
const ABOUT_ONE = /(?<=^[A-Za-zÀ-\u036fḀ-ỹ][^,;]*)\s+về\s+(?!nước|hưu|quê|nhà|địa phương|đích)/iu;
const ABOUT = /(?<=^[A-Za-zÀ-\u036fḀ-ỹ][^;]*)\s+về\s+(?!nước|hưu|quê|nhà|địa phương|đích)/iu;

const BOUNDED = /^\s+trở (?:lên|xuống)\s*(?:[,;.]|$|(?:trong|ở|tại)\s)/iu;
const TRAILING =
  /\s*(?:\d\s*)?\/\s*\d[\d.]*\s+(?:dân|người|hộ|trẻ)[^,;]*$|\s+trên (?:mỗi\s+\d|\d+(?=\d|(?:\.000)+))[\d.]*\s+(?:giường bệnh|dân|người|hộ|trẻ)[^,;]*$|\s+(?:(?<!hiện )có|và|với|(?:đã )?đạt|gồm|trong đó|đã)$|(?<!(?:từ|trình độ|hạng|mức|bậc)\s(?:[^,;]|(?<=\d),(?=\d)){1,70}|\d (?:tuổi|sao)|\sthứ (?:\d|ba|tư))\s+trở (?:lên|xuống)$|(?<!\s(?:ít nhất|tối thiểu)\s\d+\s[A-Za-zÀ-\u036fḀ-ỹ]+)\s*\/\s*(?:tháng|quý|năm học|năm|tuần|học kỳ)$|(?<!vệ sinh)\s+toàn\s+(?:tỉnh|thành phố|huyện|xã)$/iu;
/** What is over a stroke, or the last letters of what trails. */
const MAY_TRAIL = /\/|\strên (?:mỗi\s|\d)|(?:có|và|với|đạt|gồm|đó|đã|lên|xuống|tỉnh|phố|huyện|xã)$/iu;

/** How much of the words behind a figure is said of the count, and not of what is counted. */
function trailingLength(words: string): number {
  // What ends otherwise is told in a thirtieth of the time.
  return MAY_TRAIL.test(words) ? (TRAILING.exec(words)?.[0].length ?? 0) : 0;
}

/** "15% nhu cầu con giống từ nguồn ương dưỡng trong tỉnh": out of what so much of a demand is met; -1 for nothing. */
function outOfWhat(words: string): number {
  return /^nhu cầu\s/iu.test(words)
    ? words.search(/(?<=\S\s+\S+\s+\S+)\s+(?:từ|bằng)\s+(?:nguồn|các|sản xuất)\s/iu)
    : -1;
}

/** Where the words about a count go on with no more than a place or manner; -1 where they don't, or where something is done there. */
function adjunctStart(words: string, before: string): number {
  // "đưa 90 ha đất công nghiệp vào cho thuê": where to.
  const to = BROUGHT.test(before) ? words.search(/(?<!đầu tư)\s+(?:vào|lên)\s/iu) : -1;
  if (to > 0) return to;
  // "nâng cấp 02 đô thị lên loại IV": up to what.
  const up =
    words.includes(' lên ') && UPGRADED.test(before)
      ? words.search(/\s+lên\s+(?:đô thị\s)?(?:loại|hạng|cấp|mức độ|mức|chuẩn)\s/iu)
      : -1;
  if (up > 0) return up;
  const at = words.slice(1).search(WHERE_OR_HOW) + 1;
  const acts = targetLexicon()
    .verbs.find(words)
    .filter((hit) => hit.start > at && !isBody(words, hit));
  return at < 1 || acts.length > 0 ? -1 : at;
}

const ENTERED = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])cập nhật(?:\s(?:khoảng|trên|ít nhất|tối thiểu))*\s+$/iu);
const UPGRADED = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:nâng cấp|nâng hạng|nâng)(?:\s(?:thêm|mới|được|khoảng|trên|ít nhất|tối thiểu))*\s+$/iu,
);
const BROUGHT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:đưa|cập nhật|kết nạp|thu hút|tuyển chọn|lựa chọn|huy động)(?:\s(?:thêm|mới|được|khoảng|trên|ít nhất|tối thiểu))*\s+$/iu,
);

/** Where, when or how so many are to be had says nothing of what they are: "tại các xã vùng cao", "bằng tiếng Kinh". */
const WHERE_OR_HOW =
  /\s+(?:với sự tham gia|ở (?=(?:huyện|xã|phường|thị trấn|thị xã|đặc khu|thành phố|thôn|buôn|bản|ấp)\s\p{Lu}\p{Ll})|tại (?=(?:các|huyện|xã|phường|thị trấn|thị xã|đặc khu|thành phố|tỉnh|khối|thôn|buôn|bản|ấp|khu)(?:\s|$)|[A-ZĐ]|\d{1,3}\s\p{Ll})|(?:(?:phát(?: sóng)? |đăng(?: tải)? )?trên (?:các|địa bàn|sóng|toàn|trang|Trang|đường|hệ thống)|(?:phát(?: sóng)?|đăng(?: tải)?) trên (?:kênh|báo|đài|Báo|Đài|Cổng)|trong (?:các|toàn)|vào (?:dịp|các|vùng)|bằng (?:tiếng|nguồn|vốn)|lên (?:các )?sàn|xuống (?:các )?(?:lòng )?(?:hồ|sông|suối|đầm|biển)|(?<!đầu tư )vào (?:các )?(?:CCN|KCN|[Cc]ụm công nghiệp|[Kk]hu công nghiệp|[Kk]hu kinh tế)|(?:đến|tới) (?:các|từng|tận|hộ gia đình|trường học|khu nhà trọ)|qua (?:Ngân hàng|NHCSXH)|cho (?:các|từng|mỗi|chủ đầu tư|nhà đầu tư|nhà thầu|đơn vị thi công|(?:Trung tâm|Trạm|UBND|Công an|Bộ phận|Bệnh viện|Nhà văn hóa|trung tâm|trạm y tế|bộ phận một cửa|nhà văn hóa|bệnh viện|trường học|thư viện|lực lượng)(?![A-Za-zÀ-\u036fḀ-ỹ]))|(?:ở|về) (?:các|tất cả)|về cơ sở|(?:ở|tại) (?:khu dân cư|công viên|nơi công cộng|trục đường|nhà chờ|nhà văn hóa|doanh nghiệp|khu nhà trọ|bến xe|trường học))(?![A-Za-zÀ-\u036fḀ-ỹ]))/u;

/** "tuyển sinh cho 18.000 người, chuyển đổi nghề cho 7.000 người": another act, for so many others. */
function isNextAct(rest: string): boolean {
  const words = ACT_FOR_SO_MANY.exec(rest)?.[1];
  return words !== undefined && targetLexicon().acts.find(words)[0]?.start === 0;
}

/** "truyền nghề thêu cho 90 lao động, chế tác đá cho 60 lao động": something else for so many more of them. */
function isForMore(counted: string, rest: string): boolean {
  const again = FOR_MORE.exec(rest)?.[1];
  return again !== undefined && counted.toLowerCase().startsWith(again.toLowerCase());
}

const FOR_MORE =
  /^\s\p{Ll}+(?:\s\p{Ll}+){0,6}\scho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)?\d[\d.]*\s(\p{Ll}+(?:\s\p{Ll}+)?)(?=[.,;]|$)/u;

const THING_FOR_SO_MANY =
  /^\s\p{Ll}+(?:\s\p{Ll}+){0,5}\scho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)?\d/u;
const FOR_THESE = ending(
  /\scho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)?\d[\d.]*\s(?:hộ|người|lao động|em|trường hợp)(?:\s\p{Ll}+){0,3}$/u,
);

const ACT_FOR_SO_MANY =
  /^\s(\p{Ll}+(?:\s\p{Ll}+){2,7})\scho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)?\d/u;

/** A list within the phrase ("học sinh, sinh viên", "nghiên cứu, phát triển") or a bracket in it does not end it. */
function phraseEnd(text: string, start: number, from: number, share = false): number {
  BEHIND_END.lastIndex = from;
  for (let match = BEHIND_END.exec(text); match !== null; match = BEHIND_END.exec(text)) {
    const at = match.index;
    if (
      match[0] === ',' &&
      (isNextAct(text.slice(at + 1)) || isForMore(text.slice(start, at), text.slice(at + 1)))
    )
      return at;
    // "đất ở cho 120 hộ, đất sản xuất cho 250 hộ": another thing for others.
    if (match[0] === ',' && THING_FOR_SO_MANY.test(text.slice(at + 1)) && FOR_THESE.test(text.slice(0, at)))
      return at;
    if (
      match[0] === ',' &&
      (goesOn(text, at + 1) ||
        isQuoted(text, start, at) ||
        isDoneToo(text.slice(start, at), text.slice(at + 1)) ||
        isEventOfActs(text.slice(start, at), text.slice(at + 1)))
    )
      continue;
    if (match[0] === '(') {
      const close = text.indexOf(')', at);
      // "bạn đọc (riêng học sinh là 88%) biết tra cứu": a share of some of them is none of their name.
      if (
        close > at &&
        (APART_IN_BRACKETS.test(text.slice(at, close + 1)) ||
          PARTS_IN_BRACKETS.test(text.slice(at, close + 1)))
      )
        return at;
      // "bảo hiểm y tế (BHYT)": a short form is part of the name.
      if (close > at && /^\p{Lu}{2,10}$/u.test(text.slice(at + 1, close))) {
        BEHIND_END.lastIndex = close + 1;
        continue;
      }
      if (
        close > at &&
        close - at < 90 &&
        /^\s+\p{Ll}/u.test(text.slice(close + 1)) &&
        goesOn(text, close + 1)
      ) {
        BEHIND_END.lastIndex = close + 1;
        continue;
      }
    }
    // "lớp tập huấn kỹ năng và kiến thức cho 200 người": no other act begins there.
    if (
      /^\s+$/u.test(match[0]) &&
      FOR_OTHERS.test(text.slice(at)) &&
      targetLexicon().acts.find(text.slice(at).replace(/^\s+và\s+/u, ''))[0]?.start !== 0
    )
      continue;
    // "xử lý triệt để", "hồ sơ tiếp nhận trong năm được giải quyết": neither a purpose nor a time of the whole.
    if (
      /^\s+$/u.test(match[0]) &&
      (/triệt$/iu.test(text.slice(start, at)) || TIME_WITHIN.test(text.slice(at)))
    )
      continue;
    // "được khám ít nhất 01 lần/năm": how often is part of what is to be done.
    if (TURNS.test(text.slice(at)) && DOES.test(text.slice(start, at))) continue;
    // "được chi trả từ nguồn Quỹ": out of what is part of what is done.
    if (/^\s+từ nguồn\s/iu.test(text.slice(at)) && DONE.test(text.slice(start, at))) continue;
    // "phản ánh được xử lý trong 48 giờ": within what time is part of what is to be done.
    if (WITHIN_TIME.test(text.slice(at)) && DONE.test(text.slice(start, at))) continue;
    // "học sinh được học kỹ năng sống ít nhất 02 buổi/tháng": how often is what those named are to have.
    if (match[0] === '/' && SO_OFTEN.test(text.slice(start, at))) continue;
    // "xã đạt tỷ lệ bao phủ BHYT 100%": which are counted.
    if (
      /^\s+$/u.test(match[0]) &&
      /^\s+\d[\d.,]*\s?%/u.test(text.slice(at)) &&
      RATED.test(text.slice(start, at))
    ) {
      BEHIND_END.lastIndex = at + (/^\s+\d[\d.,]*\s?%/u.exec(text.slice(at))?.[0].length ?? 1);
      continue;
    }
    // "thủ tục cắt giảm từ 50% thời gian trở lên": which are counted.
    if (
      /^\s+$/u.test(match[0]) &&
      /^\s+\d[\d.,]*\s?%[^,;.:\d]*\strở lên/u.test(text.slice(at)) &&
      (CUT_FROM.test(text.slice(start, at)) ||
        (/\strở lên,?\s\p{Ll}/u.test(text.slice(at)) && HAS_FROM.test(text.slice(start, at))))
    ) {
      BEHIND_END.lastIndex = at + (/^\s+\d[\d.,]*\s?%/u.exec(text.slice(at))?.[0].length ?? 1);
      continue;
    }
    // "hộ kinh doanh chuyển từ thuế khoán sang kê khai": from what to what.
    if (
      /^\s+sang\s/iu.test(text.slice(at)) &&
      /\schuyển(?: đổi)? từ\s[^,;]{2,40}$/iu.test(text.slice(start, at))
    )
      continue;
    // "85 ha đất để phát triển nhà ở": one word alone names nothing.
    if (
      /^\s+$/u.test(match[0]) &&
      /^\s+để\s/u.test(text.slice(at)) &&
      /^đất$/iu.test(text.slice(from, at).trim())
    )
      continue;
    // "30% lồng nuôi chuyển sang vật liệu mới": what so many of them are to do.
    const turns =
      share && !text.slice(start, at).includes(',') ? TURNS_INTO.exec(text.slice(at))?.[0].length : undefined;
    if (turns !== undefined) {
      BEHIND_END.lastIndex = at + turns;
      continue;
    }
    // "trẻ sinh năm 2023": who they are, and not when.
    if (/^\s+năm\s/u.test(text.slice(at)) && /(?<![A-Za-zÀ-\u036fḀ-ỹ])sinh$/u.test(text.slice(start, at)))
      continue;
    // "hồ sơ tồn đọng trước năm 2024": which ones, and not by when.
    if (
      /^\s+năm\s/u.test(text.slice(at)) &&
      /\s(?:tồn đọng|lập|cấp|ban hành|đăng ký|phát sinh|xây dựng|tiếp nhận|hình thành) (?:từ )?trước$/u.test(
        text.slice(start, at),
      )
    )
      continue;
    // "nhiệm vụ của Đề án … giai đoạn 2021 - 2030", "hồ sơ giai đoạn 2021 - 2025": which ones, and not when.
    if (/^\s+giai đoạn\s/u.test(text.slice(at)) && OF_SPAN.test(text.slice(start, at))) continue;
    // "đủ điều kiện theo quy định": which conditions, and not by what.
    if (/^\s+$/u.test(match[0]) && /^\s+theo\s/u.test(text.slice(at)) && OF_RULES.test(text.slice(start, at)))
      continue;
    // "được bồi dưỡng theo tiêu chuẩn chức danh": in what, and not by what rule.
    if (
      /^\s+theo (?:tiêu chuẩn|chức danh|vị trí việc làm|ngạch)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
        text.slice(at),
      ) &&
      OF_TRAINING.test(text.slice(start, at))
    )
      continue;
    return at;
  }
  return text.length;
}

const APART_IN_BRACKETS = /^\(\s*(?:riêng|trong đó)\s[^()]*\d[\d.,]*\s*%/iu;

/** "rừng tập trung (rừng sản xuất 1.080 ha, rừng phòng hộ 70 ha)": its parts, each with its figure. */
const PARTS_IN_BRACKETS =
  /^\((?:\p{Ll}[^()\d,;]{2,40}\s\d[\d.,]*\s?\p{Ll}[^()\d,;]{0,20}[,;]\s(?:và\s)?)+\p{Ll}[^()\d,;]{2,40}\s\d[\d.,]*\s?\p{Ll}[^()\d,;]{0,20}\)/u;

/** "đơn vị có từ 30% viên chức nữ trở lên bố trí …" */
const HAS_FROM = ending(/\scó\s(?:từ|trên)$/iu);

const CUT_FROM = ending(/\s(?:cắt giảm|rút ngắn|giảm|tăng)\s(?:từ|trên)$/iu);

/** What has its span of years in its name, or was left by those years. */
const OF_SPAN =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:Chương trình|Đề án|Kế hoạch|Chiến lược|Quy hoạch|Nghị quyết|Dự án|Chỉ thị|chương trình|đề án|kế hoạch|quy hoạch|dự án|danh mục|chiến lược|hồ sơ|tài liệu|dữ liệu|văn bản|sổ hộ tịch|vốn|chuẩn nghèo|chuẩn|bộ tiêu chí|tiêu chí|nhiệm kỳ|tồn đọng)(?![A-Za-zÀ-\u036fḀ-ỹ])/u;

/** 'phong trào "Tích cực học tập, lao động sáng tạo"': within a name. */
function isQuoted(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at);
  const open = Math.max(
    before.lastIndexOf('“'),
    before.split('"').length % 2 === 0 ? before.lastIndexOf('"') : -1,
  );
  return open >= 0 && !before.includes('”', open) && /^[^.;“"]{1,150}["”]/u.test(text.slice(at));
}

/** "hộ dân được cứu trợ, hỗ trợ kịp thời", "kỹ năng phòng, tránh đuối nước": one more thing that is done of the same, without a figure of its own. */
function isDoneToo(words: string, rest: string): boolean {
  return (
    (DONE_ALONE.test(words) && DONE_NEXT.test(rest)) ||
    (/\sphòng$/iu.test(words) && /^\s+(?:tránh|chống|ngừa|trừ)\s\p{Ll}/u.test(rest))
  );
}

const DONE_ALONE = ending(/\s(?:được|bị)\s\p{Ll}+(?:,?\s\p{Ll}+){0,4}$/u);
const DONE_NEXT =
  /^\s+(?:hỗ trợ|vận động|bố trí|xây dựng|nâng cấp|phát triển|nâng cao|duy trì|tổ chức|thực hiện)(?!\s(?:tốt|có hiệu quả|hiệu quả|nghiêm|đầy đủ)\s)(?:\s(?!đạt\s)[A-Za-zÀ-\u036fḀ-ỹ]+){0,9}\s*(?:[.;]|$)/u;

/** "lớp tập huấn, cập nhật kiến thức", "hội nghị tuyên truyền, đối thoại": what is done at an event. */
function isEventOfActs(words: string, rest: string): boolean {
  return (
    /^(?:lớp|hội nghị|buổi|đợt|cuộc|khóa|hội thảo)\s+(?:tập huấn|tuyên truyền|bồi dưỡng|đào tạo|kiểm tra|tọa đàm|đối thoại|tổng vệ sinh|phổ biến)$/iu.test(
      words,
    ) &&
    /^\s+(?:cập nhật|đối thoại|bồi dưỡng|phổ biến|tập huấn|khử trùng|tuyên truyền|hướng dẫn|đào tạo|trao đổi|tư vấn)\s+\p{Ll}[^\d.;,:]*(?:[.;,]|$|(?<=\scho\s(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s)?)\d)/iu.test(
      rest,
    )
  );
}

const FOR_OTHERS =
  /^\s+và\s(?!phấn đấu|đảm bảo|bảo đảm|tối thiểu|ít nhất|trên|có|không)(?:\p{Ll}+\s){2,7}cho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)?\d/u;
const TURNS_INTO = /^\s+chuyển(?: đổi)? sang(?=\s)/iu;
const WITHIN_TIME = /^\s+trong (?:thời hạn|\d+ (?:giờ|ngày))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** "80% xã, phường tổ chức đối thoại 02 lần/năm": how often the units listed do it. */
const SO_OFTEN_BEHIND =
  /(?<=^\s(?:xã|phường|thị trấn|đặc khu|huyện|thành phố|thôn|bản|ấp|khu phố|tổ dân phố|cơ quan|đơn vị|trường)\s[^\d]*)\s(?:(?:ít nhất|tối thiểu)\s)?\d+ (?:lần|cuộc|buổi|đợt)\/.*$/iu;
const TURNS = /^\s+(?:ít nhất |tối thiểu )?\d+ lần\//iu;
const DOES = /\s(?:được|bị|có|tổ chức|tham gia|thực hiện)\s/iu;
const DONE = /\s(?:được|bị)\s/iu;
const SO_OFTEN = ending(/\s(?:ít nhất|tối thiểu)\s\d+\s[A-Za-zÀ-\u036fḀ-ỹ]+\s*$/iu);
const TIME_WITHIN =
  /^\s+(?:trong năm|hằng năm|hàng năm|mỗi năm|(?:trong |vào )?năm (?:19|20)\d{2})\s+(?:được|có|đạt|tham gia|hoàn thành|bị|phải)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const RATED = /\s(?:đạt|có)\s+(?:tỷ lệ|tỉ lệ)(?:\s[^\s,;]+){1,8}$/iu;
const OF_TRAINING = /(?:bồi dưỡng|đào tạo|tập huấn)(?:\s[^\s,;]+){0,8}$/iu;
const OF_RULES = /(?:xử lý|điều kiện|tiêu chuẩn|tiêu chí|hình thức|mô hình|yêu cầu)$/iu;

/** Times and other figures behind the words. */
const TIME_BEHIND =
  /\s(?:(?:trong|vào|đến|tới|trước|hết|năm|năm học|giai đoạn|tháng|quý|từ)\s|với\s+tổng\s(?:công suất|diện tích|chiều dài|kinh phí|vốn)\s|(?:cho|với)\s+(?:(?:tổng số|tổng cộng)\s+)?(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s+)?\d|và\s+(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s+){0,2}\d).*$/su;

/** "vụ việc phức tạp, kéo dài theo Kế hoạch số 12/KH-UBND": by which paper. */
const BY_DOCUMENT = /\stheo (?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Công văn|Đề án)\ssố\s.*$/su;

/** Numbers that say which are meant: of an age, of a level. */
const ATTRIBUTE =
  /(?:mức độ|cấp độ|cấp|độ|loại|hạng|nhóm|lớp)\s+\d{1,2}(?![\d.])|\d+\s+buổi\s*\/\s*(?:ngày|tuần)|(?:dưới|trên|từ|đủ)?\s*\d+(?:\s*[-–]\s*\d+|\s+đến\s+\d+)?\s+(?:tháng\s+)?tuổi|(?:dưới|trên|từ)\s+\d+(?:,\d+)?\s*(?:lít|ml|kg|gam|mét|m|km|sao|ha|m2|kWh?|giờ|phút)(?![A-Za-zÀ-\u036fḀ-ỹ])|(?:đạt(?: hạng)?|hạng)\s+\d(?:\s*[-–]\s*\d)?\s+sao(?![A-Za-zÀ-\u036fḀ-ỹ])|(?<![A-Za-zÀ-\u036fḀ-ỹ\d])[345]G(?![A-Za-zÀ-\u036fḀ-ỹ\d])/giu;

/** What each of those named is to have: "được trang bị ít nhất 01 bình chữa cháy". */
const WITHIN = /\s(?:ít nhất|tối thiểu|từ)\s+(?:0?[1-5]|một|hai)\s.*$/su;

/** "…, thu nhập bình quân người lao động đạt 11,5 triệu đồng": a figure of another thing. */
const OWN_LEVEL = /\s(?:đạt|còn|lên|chiếm)(?:\s(?:trên|dưới|khoảng|từ|hơn|ít nhất|tối thiểu))*\s+\d/iu;

/** "được lập sổ trong năm 2023 và đạt 100% …": the same at a later time. */
const THEN_REACHED =
  /\s(?:trong|vào|đến)\s[^,;]*\svà (?:phấn đấu )?đạt(?:\s(?:trên|ít nhất|tối thiểu))*\s\d.*$/isu;

/** "cấp thuốc cho 200 người": done for so many. */
const FOR_SO_MANY = /\scho\s+(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s+)?\d/iu;

/** "…, tư vấn, giới thiệu và tạo việc làm cho 500 người". */
const ACTS_FOR =
  /^(?:\s\p{Ll}+(?:\s\p{Ll}+){0,3},){1,2}(?:\s\p{Ll}+){1,8}\scho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)?\d/u;

/** "lớp tập huấn kỹ năng vận động, tư vấn cho 240 người": one of several skills. */
const OF_SKILLS = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:kỹ năng|nghiệp vụ|kiến thức|phương pháp)(?:\s[^\s,]+){0,6}$/iu;

const SO_MANY = /^(?:\s+(?:mới|thêm|được|từ|trên|ít nhất|tối thiểu|khoảng))*\s+\d/u;

/** Whether the words go on with what is counted: no clause of its own begins there, and no other figure comes in it. */
function goesOn(text: string, from: number): boolean {
  const part = /^(?:[^,;.():]|[.,](?=\d))*/u.exec(text.slice(from))?.[0] ?? '';
  const own = part
    .replace(ATTRIBUTE, '')
    .replace(BY_DOCUMENT, '')
    .replace(TIME_BEHIND, '')
    .replace(WITHIN, '')
    .replace(SO_OFTEN_BEHIND, '');
  if (
    part.trim() === '' ||
    /\d/u.test(own) ||
    // "10 mô hình, báo cáo Sở Nông nghiệp": to whom something is told is no part of it.
    /^\s*(?:báo cáo|gửi|trình)\s\p{Lu}/u.test(part) ||
    // "quý I: 04 lớp, quý II: 08 lớp": the time of the next figure.
    /^\s*(?:quý|đợt)\s+(?:[IV]+|\d)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(part) ||
    OWN_LEVEL.test(part.replace(ATTRIBUTE, '').replace(THEN_REACHED, '')) ||
    // "45 sản phẩm OCOP, có ít nhất 03 sản phẩm đạt 5 sao": so many of them.
    /^\s*có\s+(?:ít nhất|tối thiểu)\s+\d/iu.test(part) ||
    /^\s*(?:(?:ít nhất|tối thiểu)\s|cả năm(?:\s(?:trên|hơn|khoảng|ít nhất|tối thiểu|đạt|từ))*\s+\d)/iu.test(
      part,
    )
  )
    return false;
  const { clauses, acts } = targetLexicon();
  // "tập huấn cho 1.450 cán bộ, mở từ 04 lớp": another act, with a figure of its own.
  const [act] =
    (/\d/u.test(part) || ACTS_FOR.test(text.slice(from))) &&
    !OF_SKILLS.test(text.slice(Math.max(0, from - 70), from - 1))
      ? acts.find(part)
      : [];
  if (
    act?.start === part.length - part.trimStart().length &&
    (SO_MANY.test(part.slice(act.end)) || FOR_SO_MANY.test(part))
  )
    return false;
  // "lao động nữ, tư vấn, giới thiệu việc làm cho 5.000 chị em": so do the first of several.
  if (
    act?.start !== undefined &&
    act.start === part.length - part.trimStart().length &&
    ACTS_FOR.test(text.slice(from))
  )
    return false;
  // "người khuyết tật nặng, đặc biệt nặng": how much so, and no clause of its own.
  if (/^\s*đặc biệt (?:nặng|nghiêm trọng|quan trọng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(part)) return true;
  const opening = clauses.find(part)[0];
  if (opening?.start !== part.length - part.trimStart().length) return true;
  const around = text.slice(Math.max(0, from - 30));
  const shift = Math.min(from, 30);
  if (isBody(around, { start: shift + opening.start, end: shift + opening.end })) return true;
  // "nghiên cứu, phát triển với các viện": a verb without an object of its own is one of a list.
  return (
    /^\s+(?:và|với)\s/u.test(part.slice(opening.end)) ||
    (opening.end === part.length && !/^[.;:]|^$/u.test(text.slice(from + part.length)))
  );
}
