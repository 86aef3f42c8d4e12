import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { isBody, NAMES_FIELD, namesPlace } from './group-words.ts';

/**
 * Where those concerned end and what they do begins. What only tells which of them are meant comes before a predicate:
 * "trẻ em có hoàn cảnh khó khăn được …", "người nghiện, người sử dụng ma túy được …".
 */
export function predicateStart(words: string): number {
  const verbs = targetLexicon()
    .verbs.find(words)
    .filter(
      (hit) =>
        hit.start > 0 &&
        (!NAMES_FIELD.test(words.slice(0, hit.start)) || isPassive(words, hit)) &&
        !OF_FULL_AGE.test(words.slice(0, hit.end)) &&
        !OF_FORM.test(words.slice(0, hit.end)) &&
        !namesPlace(words, hit) &&
        !NAMED_BY.some((named) => named.test(words.slice(0, hit.end))) &&
        !isOneOfThose(words, hit) &&
        !/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:đang|chưa|sau|đến hạn|(?<!lao động\s(?:trực|gián)\s)tiếp|chữ|đầy|biết|(?<!phát\s)hiện|sẵn|tiêu|(?<=người\s)mới)\s+$/iu.test(
          words.slice(0, hit.start),
        ) &&
        !(
          isPassive(words, hit) &&
          HAS_PAPER.test(words.slice(0, hit.start)) &&
          APPROVED.test(words.slice(hit.start))
        ) &&
        !/^\s+(?:hỏi|khảo sát|phỏng vấn|lấy ý kiến)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words.slice(hit.end)) &&
        !isBody(words, hit) &&
        !(
          OF_BODY.test(words.slice(0, hit.start)) &&
          /^(?:vận động|nhận|nộp|tiếp nhận|xử lý)$/iu.test(words.slice(hit.start, hit.end))
        ) &&
        !(FOUND_FIRST.test(words.slice(hit.start)) && !/khi\s+$/iu.test(words.slice(0, hit.start))) &&
        !/^có công(?![A-Za-zÀ-\u036fḀ-ỹ]|\s(?:việc|trình|nghệ|cụ|suất|chức|dân))/iu.test(
          words.slice(hit.start),
        ) &&
        !/^đủ\s+\d+\s+(?:tháng\s+)?tuổi(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words.slice(hit.start)) &&
        !(
          /đã\s+$/iu.test(words.slice(0, hit.start)) && /^được\s[^,;]*\sđược\s/iu.test(words.slice(hit.start))
        ) &&
        !/^(?:website|phần mềm|nền tảng)(?:,|\s+và)\s+ứng dụng$/iu.test(words.slice(0, hit.end)) &&
        !/^hoạt động không chuyên trách(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words.slice(hit.start)),
    );
  const [first] = verbs;
  if (first === undefined) return Math.min(beingStart(words), otherStart(words));
  if (hasPeople(words, first) || HAS_WOMEN.test(words.slice(first.start))) return first.start;
  // "dự án được lựa chọn có ít nhất một cố vấn": which of them are meant, and then what each is to have.
  const atLeast = isPassive(words, first)
    ? verbs.find(
        (hit) => hit.start > first.end && /^có\s+(?:ít nhất|tối thiểu)\s/iu.test(words.slice(hit.start)),
      )
    : undefined;
  if (atLeast !== undefined && !/[,;]/u.test(words.slice(first.end, atLeast.start))) return atLeast.start;
  const head = /^(?:(?:các|những|toàn bộ|số)\s+)*(\S+)/u.exec(words)?.[1]?.toLowerCase() ?? '';
  const again = /^[A-Za-zÀ-\u036fḀ-ỹ]+$/u.test(head) ? lastAgain(words.toLowerCase(), head) : -1;
  const describes =
    (/^(?:có|bị|sử dụng|phải|không|cần|tiếp nhận)$/iu.test(words.slice(first.start, first.end)) &&
      !/^có\s+(?:sự|ít nhất|tối thiểu)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words.slice(first.start))) ||
    /^biết\s(?:tình trạng|kết quả)\s[^,;]*\sđược\s/iu.test(words.slice(first.start)) ||
    (/^(?:đủ điều kiện\s+được|tham gia\s)/iu.test(words.slice(first.start)) &&
      verbs.some((hit) => isPassive(words, hit)));
  const unnamed = !describes && isMerePeople(words.slice(0, first.start).trim());
  // "người được điều trị ARV có tải lượng …": of mere people, what becomes of them tells which are meant where more is said.
  const told =
    unnamed && isPassive(words, first)
      ? verbs.find((hit) => hit.start > first.end + 1 && OUTCOME.test(words.slice(hit.start)))
      : undefined;
  if (told !== undefined) return told.start;
  if (!describes && !unnamed && again < first.end) return first.start;
  const passives = verbs.filter((hit) => isPassive(words, hit));
  // "cơ sở phải cấp phép | có giấy chứng nhận": what they must have done tells which are meant.
  const obliged = /^phải$/iu.test(words.slice(first.start, first.end))
    ? verbs.find((hit) => hit.start > first.end + 1 && /^có\s/iu.test(words.slice(hit.start)))
    : undefined;
  if (obliged !== undefined && !/[,;]|\scó\s/u.test(words.slice(first.end, obliged.start)))
    return obliged.start;
  const main = verbs.find(
    (hit) =>
      hit.start > Math.max(first.end + 1, again) &&
      !/(?<![A-Za-zÀ-\u036fḀ-ỹ])hoặc\s+$/iu.test(words.slice(0, hit.start)) &&
      !(/(?<![A-Za-zÀ-\u036fḀ-ỹ])khi\s+$/iu.test(words.slice(0, hit.start)) && !isPassive(words, hit)) &&
      isMain(
        words.slice(hit.start, hit.end),
        describes &&
          (!/^có$/iu.test(words.slice(first.start, first.end)) || HAS_TRAIT.test(words.slice(first.start))),
      ) &&
      !OF_STANDARD.test(words.slice(hit.start)) &&
      !(/^đủ$/iu.test(words.slice(hit.start, hit.end)) && passives.some(({ start }) => start > hit.end)) &&
      !(isPassive(words, hit) && verbs[1] === hit && isEquipped(words, first)),
  );
  if (main === undefined)
    return again > first.start && verbs.every((hit) => hit.start < again) ? words.length : first.start;
  return main.start;
}

/** Where something is done that no verb tells which are also words of nouns: "hộ dân vùng sâu | trữ nước mưa"; one word alone before it is named by it ("hộ bán hàng"). The end of the words for nothing. */
export function otherStart(words: string): number {
  const named = /^(?:(?:các|những|toàn bộ|số)\s+)*/iu.exec(words)?.[0].length ?? 0;
  const first = targetLexicon()
    .otherVerbs.find(words)
    .find(
      (hit) =>
        /^[^()“”"]*\S\s+\S+\s+$/u.test(words.slice(named, hit.start)) &&
        !/^tăng\s(?:huyết áp|nhãn áp|trưởng|cường)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words.slice(hit.start)) &&
        !NAMES_FIELD.test(words.slice(0, hit.start)) &&
        !isBody(words, hit) &&
        !namesPlace(words, hit) &&
        !/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:đang|chưa|sau|làm|và|hoặc|của|về|cho|để|tổ|đội|ban|nhóm|hội|quỹ|lớp|nghề|công tác)\s+$/iu.test(
          words.slice(0, hit.start),
        ),
    );
  return first?.start ?? words.length;
}

/** What a verb's words are only a part of: "sản xuất, hoạt động kinh doanh", "chuỗi liên kết", "tội phạm sử dụng công nghệ cao". */
const NAMED_BY = [
  ending(/(?:,|(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:các|từ|và|của|về|trong|cho))\s+hoạt động$/iu),
  ending(
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:chuỗi|mô hình|hình thức|hợp đồng|tổ|nhóm|hợp tác,|và|sản xuất|theo)\s+liên kết$/iu,
  ),
  ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])tội phạm\s+sử dụng$/iu),
  ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])bạn\s+đọc(?:\s+sách|\s+thường xuyên)?$/iu),
  ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:điểm|trạm)\s+dừng$/iu),
  ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:vụ việc|vụ án)\s+tham gia$/iu),
  ending(
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trật tự|cấp phép|giấy phép|vật liệu|công trình|ngành|thanh tra)\s+xây dựng$/iu,
  ),
];

/**
 * "đối tượng vi phạm pháp luật, người được đặc xá | được giúp đỡ", "hộ trong khu vực có mạng lưới | thực hiện …": of mere people
 * in a list, and of where those concerned are, the first verb tells which are meant.
 */
function isOneOfThose(words: string, { start, end }: Span): boolean {
  // "người nghiện, người sử dụng ma túy": nothing is told of them.
  if (
    OTHERS.test(words.slice(0, start)) &&
    !/[,;]/u.test(words.slice(end)) &&
    targetLexicon().verbs.find(words.slice(end)).length === 0 &&
    /^(?:sử dụng|bị|mắc|nhiễm|có)$/iu.test(words.slice(start, end))
  )
    return true;
  return (
    [OTHERS, WHERE].some((named) => named.test(words.slice(0, start))) &&
    /^[^,;]*\s(?:được|tham gia|có việc làm|đạt|thực hiện|sử dụng|ghi chép|ký)\s/iu.test(words.slice(end))
  );
}

const OTHERS = ending(/(?:,|\s(?:và|hoặc))\s+(?:những\s+)?người\s+$/iu);
const WHERE = ending(
  /\s(?:trong|ở|tại|thuộc)\s+(?:các\s+)?(?:khu vực|vùng|địa bàn|nơi)(?:\s(?:trồng|nuôi))?\s+(?:đã\s+)?$/iu,
);

/** "làng nghề | có phương án bảo vệ môi trường được phê duyệt": what becomes of a paper is said of the paper, and not of who has it. */
const HAS_PAPER = ending(
  /\scó\s(?:phương án|kế hoạch|đề án|quy hoạch|quy chế|hương ước|báo cáo|nội quy|quy trình|quy ước|giấy phép|dự án)(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,8}\s+(?:đã\s+)?$/iu,
);
const APPROVED =
  /^được\s(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){0,4}?(?:phê duyệt|ban hành|thẩm định|thông qua|công nhận|xác nhận)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "thành viên Ban vận động ấp", "cán bộ hội nhận ủy thác": what a body does names it. */
const OF_BODY = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ban|tổ|đội|(?<!xã\s)hội|nguồn)\s+$/iu);

/** "người gây bạo lực được phát hiện | được tư vấn": which of them are meant, where more becomes of them. */
const FOUND_FIRST = /^được phát hiện(?![A-Za-zÀ-\u036fḀ-ỹ])(?=[^;]*\s(?:được|tiếp cận|tham gia|nhận)\s)/iu;

/** "học viên là nữ": which of them are counted is what is told of them, where nothing else is. */
function beingStart(words: string): number {
  const at = words.search(/(?<=\S)\s+là\s/iu);
  const head = /^\S+/u.exec(words)?.[0].toLowerCase() ?? '';
  return at < 0 || /^đối tượng\slà\s/iu.test(words) || lastAgain(words.toLowerCase(), head) >= 0
    ? words.length
    : at;
}

const OUTCOME = /^(?:có|nhận|đạt|hoàn thành|tham gia|tiếp tục|hài lòng|duy trì|sử dụng|được)\s/iu;

/** "sở, ngành | có lãnh đạo chủ chốt là nữ": who those are whom a body has is told of the body. */
const HAS_WOMEN =
  /^có\s(?:lãnh đạo|cán bộ|người đứng đầu|chủ tịch|giám đốc|thành viên|cấp ủy viên)(?:\s[^\s,;]+){0,4}\slà\s(?:nữ|phụ nữ|đảng viên|người dân tộc thiểu số)$/iu;

/** "trường có nhân viên y tế đủ trình độ": whom a body has is told of the body, whatever they are or do. */
function hasPeople(words: string, has: Span): boolean {
  if (
    /^(?:số\s+)?hộ(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words) &&
    /^có\s+(?:cá nhân|thành viên)\s/iu.test(words.slice(has.start)) &&
    // "hộ nghèo có thành viên trong độ tuổi lao động | được tiếp cận …": which of them are meant.
    !/^có\s+thành viên\s(?:trong độ tuổi|là)\s[^,;]*\sđược\s/iu.test(words.slice(has.start))
  )
    return true;
  return (
    /^(?:tổ|trường|trạm|cơ sở|đơn vị|cơ quan|doanh nghiệp|hợp tác xã|đội)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      words,
    ) &&
    /^có\s+(?:người|nhân viên|cán bộ|giáo viên|bác sĩ|thành viên|công chức)\s[^,;]*\s(?:đủ|có|tham gia)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      words.slice(has.start),
    )
  );
}

/** "thôn có đội dân phòng được trang bị": what becomes of what a body or place has is said of that, and not of the body. */
function isEquipped(words: string, has: Span): boolean {
  return (
    /^(?:(?:các|số)\s)?(?:thôn|ấp|bản|xã|phường|huyện|phố|tổ|khu|trường|trạm|cơ sở|chủ rừng|đơn vị|cơ quan|doanh nghiệp|hợp tác xã)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      words,
    ) && HAS_THING.test(words.slice(has.start))
  );
}

/** "tàu cá có chiều dài từ 15 mét trở lên | lắp đặt …": how they are, and not yet what they do. */
const HAS_TRAIT =
  /^có\s+(?:nguy cơ|dấu hiệu|chiều dài|công suất|quy mô|diện tích|doanh thu|từ|trên)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

const HAS_THING =
  /^có\s+(?!(?:từ|trên|dưới|nhu cầu|nguy cơ|dấu hiệu|điều kiện|đủ|khả năng|mức sống|hoàn cảnh|thu nhập|thai|con|công|bệnh|tiền sử|biểu hiện)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;

function isPassive(words: string, { start, end }: Span): boolean {
  return /^được$/iu.test(words.slice(start, end));
}

/** "trường học có công trình vệ sinh đạt chuẩn": what they are to have is of a standard. */
const OF_STANDARD =
  /^(?:(?:đạt|đủ)\s+(?:quy\s+|tiêu\s+)?(?:chuẩn|yêu cầu)(?:,\s[^,;]{3,30})?$|(?:bảo đảm|đảm bảo)\s+(?:điều kiện|yêu cầu|tiêu chuẩn)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;

/** "hồ sơ tham gia BHYT hộ gia đình được …": what a form is for. */
const OF_FORM = /^hồ sơ\s+(?:đăng ký\s+)?(?:tham gia|đăng ký)$/iu;

/** "người từ đủ 75 tuổi". */
const OF_FULL_AGE = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:từ|khi) đủ$/iu;

/** Where a word stands again for the last time, behind a comma or "và"; -1 where it does not. */
function lastAgain(text: string, word: string): number {
  let last = -1;
  for (const joint of [', ', ' và ']) {
    for (
      let at = text.lastIndexOf(joint + word);
      at >= 0;
      at = at === 0 ? -1 : text.lastIndexOf(joint + word, at - 1)
    ) {
      if (
        /^[A-Za-zÀ-\u036fḀ-ỹ]/u.test(
          text.slice(at + joint.length + word.length, at + joint.length + word.length + 2),
        )
      )
        continue;
      last = Math.max(last, at);
      break;
    }
  }
  return last;
}

/** "người hoàn thành cai nghiện được …": of mere people, the first verb tells which are meant. */
function isMerePeople(words: string): boolean {
  return /^(?:(?:số|các|những)\s+)*người$/iu.test(words);
}

/** Verbs that say what is to become of those concerned. */
function isMain(verb: string, using: boolean): boolean {
  if (using && /^(?:thực hiện|áp dụng|lập|nộp|lắp đặt|xây dựng|tổ chức|tuân thủ|lắp thiết bị)$/iu.test(verb))
    return true;
  return /^(?:được|đạt|tham gia|bố trí|bảo đảm|đảm bảo|đủ|tiếp cận|ký|cam kết|cài đặt|hài lòng|duy trì)$/iu.test(
    verb,
  );
}
