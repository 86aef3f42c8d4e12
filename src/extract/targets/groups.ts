import { findIndicators } from '../../lexicon/indicators.ts';
import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { clauseBefore } from '../context.ts';
import { isActed } from './acts.ts';
import { ADVERBS, extentOf, type Measured } from './figures.ts';

/** "100% <group> tham gia …": the words before the verb. */
export function groupOf(text: string, label: Span, measured: Measured): Span | null {
  const words = text.slice(label.start, label.end);
  if (measured.measure !== 'share' && !/(?<![\p{L}\p{M}])thuộc(?![\p{L}\p{M}])/u.test(words)) {
    const part =
      whoTheyAre(words, label) ??
      peopleInTurns(words, label, measured) ??
      peopleCounted(words, label, measured) ??
      partNamed(text, label);
    // "5 mô hình vùng ven biển": where so many things are, and none of the people.
    const isArea = part !== null && /^(?:vùng|khu vực)\s/iu.test(text.slice(part.start, part.end));
    return isArea &&
      measured.measure === 'count' &&
      !/^(?:thôn|xã|bản|làng|buôn|ấp|hộ|trường|cơ sở)(?![\p{L}\p{M}])/iu.test(words)
      ? null
      : part;
  }
  // "sản phẩm thuộc nhóm du lịch", "tuyến hẻm thuộc 9 phường": things of a kind or place are nobody.
  if (measured.measure !== 'share' && !targetLexicon().isPeople(words) && !targetLexicon().isStaff(words))
    return null;
  if (targetLexicon().verbs.find(words)[0]?.start === 0) return null;
  if (measured.measure === 'share' && SERVED.test(text.slice(0, extentOf(measured).start))) {
    const told = TOLD_APART.exec(words);
    if (told !== null && targetLexicon().isPeople(words) && !/(?<![\p{L}\p{M}])được\s/iu.test(words))
      return { ...label };
  }
  if (measured.measure === 'share' && isActedOn(text, measured)) {
    const whole = withoutTerritory(words);
    if (!isGeneric(whole) && !MONEY.test(whole) && DESCRIBED_STATE.test(whole))
      return { start: label.start, end: label.start + whole.length };
  }
  const entitled = words.search(/\s+thuộc\s+(?:diện|đối tượng)\s/iu);
  if (entitled > 0 && measured.measure !== 'share') return null;
  const within = entitled > 0 ? entitledEnd(words, entitled) : null;
  const named = entitled > 0 ? words.slice(0, entitled) : words;
  const group = withoutTerritory(
    (within === null ? named.slice(0, predicateStart(named)).trimEnd() : words.slice(0, within)).replace(
      isTaught(text, measured) ? /\s+về\s.*$/su : WITHIN_TIME,
      '',
    ),
  );
  if (group === '' || MONEY.test(group) || (isGeneric(group) && !isUnitNamed(group))) return null;
  return { start: label.start, end: label.start + group.length };
}

/** "khử trùng 100% giếng nước bị ngập": what is told of them says which of them something is done to. */
function isActedOn(text: string, measured: Measured): boolean {
  const before = text.slice(0, extentOf(measured).start).replace(ADVERBS, ' ');
  return isActed(before) && !CAUSES.test(before);
}

/** What makes others do something. */
const CAUSES =
  /(?<![\p{L}\p{M}])(?:vận động|hướng dẫn|hỗ trợ|yêu cầu|tuyên truyền|đôn đốc|tạo điều kiện|khuyến khích|bảo đảm|đảm bảo|duy trì|phấn đấu)\s+(?:cho\s+)?$/iu;

const DESCRIBED_STATE = /\s(?:đã|bị|có (?:dấu hiệu|nguy cơ)|(?:đã |được )phát hiện|thuộc diện)\s/iu;

/** "tập huấn cho 100% tổ trưởng về …": what they are taught is no part of who they are. */
function isTaught(text: string, measured: Measured): boolean {
  const before = text.slice(0, extentOf(measured).start);
  return (
    SERVED.test(before) &&
    /(?:tập huấn|bồi dưỡng|đào tạo|tuyên truyền|phổ biến)(?![.;]\s)[^.;]*$/iu.test(before)
  );
}

const WITHIN_TIME = /\s+trong\s+(?:thời (?:hạn|gian)|vòng)\s.*$/su;

/** "việc làm cho 65% người chấp hành xong án phạt tù có nhu cầu": whom something is done for, told apart by the last words. */
const SERVED = ending(/(?<![\p{L}\p{M}])cho\s+(?:(?:ít nhất|tối thiểu|trên|hơn|khoảng|từ)\s+)*$/iu);
const TOLD_APART = /\s(?:đủ (?:điều kiện|tiêu chuẩn|tuổi)|có nhu cầu|đăng ký)$/iu;

/** "cơ sở thuộc diện quản lý | được cập nhật …": where those entitled end and what becomes of them begins; null where nothing is said of that. */
function entitledEnd(words: string, entitled: number): number | null {
  const from =
    entitled + (/^\s+thuộc\s+(?:diện|đối tượng)\s+\S+/iu.exec(words.slice(entitled))?.[0].length ?? 0);
  const does = /\s+(?:được|thực hiện|sử dụng|đăng ký)(?![\p{L}\p{M}])/iu.exec(words.slice(from));
  return does === null ? null : from + does.index;
}

/** "320 người là lực lượng xung kích": who those that take part are. */
function whoTheyAre(words: string, { start, end }: Span): Span | null {
  const lead = TAKING_PART.exec(words)?.[0].length;
  return lead === undefined ? null : { start: start + lead, end };
}

const TAKING_PART = /^(?:thành viên|người|người tham gia)\s+là\s+(?=\p{L}+\s\p{L})/iu;

/** "tập huấn cho 260 cán bộ cấp xã": whom something is done for, where more than their bare noun is said. */
export function servedBy(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const being = whoTheyAre(words, { start, end });
  if (being !== null) return being;
  const lead = /^lượt\s+/iu.exec(words)?.[0].length ?? 0;
  const people = words.slice(lead);
  return !/\s[\p{L}\d]+,?\s+\p{L}/u.test(people) ||
    !(targetLexicon().isPeople(people) || targetLexicon().isStaff(people)) ||
    NO_PEOPLE.test(people) ||
    isGeneric(people)
    ? null
    : { start: start + lead, end };
}

const NO_PEOPLE = /^(?:hợp tác xã|cơ sở|siêu thị|cửa hàng|trường|ca|vụ|ổ dịch|đàn)(?![\p{L}\p{M}])/iu;

/** "2.500 lượt cán bộ, cộng tác viên …": who they are that take part so many times. */
function peopleInTurns(words: string, { start }: Span, { unit }: Measured): Span | null {
  const lead = unit.startsWith('lượt') ? /^lượt\s+/iu.exec(words)?.[0].length : undefined;
  if (lead === undefined) return null;
  const rest = words.slice(lead);
  const people = withoutTerritory(rest.slice(0, predicateStart(rest)).trimEnd());
  const counted = unit !== 'lượt' && (!/\s\S+\s/u.test(people) || /^người\s(?:tham|dự)/iu.test(people));
  return counted || !targetLexicon().isPeople(people) || isGeneric(people)
    ? null
    : { start: start + lead, end: start + lead + people.length };
}

/** "150 cán bộ kỹ thuật cấp xã", "350 NKT": people of a kind are a part of all, and with no more said who they are. */
function peopleCounted(words: string, label: Span, { measure }: Measured): Span | null {
  const people = withoutTerritory(words).replace(/\s+(?:giữa\s.*|trong\s+\d*)$/iu, '');
  return measure !== 'count' ||
    !targetLexicon().isKindOfPeople(people) ||
    /^hộ gia đình$/iu.test(people) ||
    predicateStart(people) < people.length ||
    targetLexicon().deedIn(people) >= 0 ||
    GOES.test(people) ||
    people.length > 90 ||
    isGeneric(people)
    ? null
    : { start: label.start, end: label.start + people.length };
}

/** What they go to do: all who do it are counted. */
const GOES =
  /\s(?:đi|vay|làm(?! công tác)|đào tạo|cải tạo|chuyển|học nghề|đầu tư|tham dự|dự|xuất cảnh|hưởng|đến|thoát)(?![\p{L}\p{M}])/iu;

/** "3% chi ngân sách cho khoa học": money is what is shared out, and nobody concerned. */
const MONEY =
  /^(?:(?:các|tổng|số|nguồn)\s+)*(?:ngân sách|chi(?!\s(?:nhánh|cục|bộ|hội|đoàn))|thu(?=\s(?:ngân sách|nội địa))|kinh phí|vốn|tiền|phí|lệ phí|doanh thu|doanh số|dư nợ)(?![\p{L}\p{M}])/iu;

/**
 * Where those concerned end and what they do begins. What only tells which of them are meant comes before a predicate:
 * "trẻ em có hoàn cảnh khó khăn được …", "người nghiện, người sử dụng ma túy được …".
 */
function predicateStart(words: string): number {
  const verbs = targetLexicon()
    .verbs.find(words)
    .filter(
      (hit) =>
        hit.start > 0 &&
        (!NAMES_FIELD.test(words.slice(0, hit.start)) || isPassive(words, hit)) &&
        !OF_FULL_AGE.test(words.slice(0, hit.end)) &&
        !OF_FORM.test(words.slice(0, hit.end)) &&
        !namesPlace(words, hit) &&
        !/(?<![\p{L}\p{M}])(?:đang|chưa|sau|(?<!lao động\s(?:trực|gián)\s)tiếp|chữ|đầy|biết|(?<!phát\s)hiện|sẵn|tiêu|(?<=người\s)mới)\s+$/iu.test(
          words.slice(0, hit.start),
        ) &&
        !/^\s+(?:hỏi|khảo sát|phỏng vấn|lấy ý kiến)(?![\p{L}\p{M}])/iu.test(words.slice(hit.end)) &&
        !isBody(words, hit) &&
        !/^đủ\s+\d+\s+(?:tháng\s+)?tuổi(?![\p{L}\p{M}])/iu.test(words.slice(hit.start)) &&
        !(
          /đã\s+$/iu.test(words.slice(0, hit.start)) && /^được\s[^,;]*\sđược\s/iu.test(words.slice(hit.start))
        ) &&
        !/^(?:website|phần mềm|nền tảng)(?:,|\s+và)\s+ứng dụng$/iu.test(words.slice(0, hit.end)) &&
        !/^hoạt động không chuyên trách(?![\p{L}\p{M}])/iu.test(words.slice(hit.start)),
    );
  const [first] = verbs;
  if (first === undefined) return beingStart(words);
  if (hasPeople(words, first)) return first.start;
  const head = /^(?:(?:các|những|toàn bộ|số)\s+)*(\S+)/u.exec(words)?.[1]?.toLowerCase() ?? '';
  const again = /^[\p{L}\p{M}]+$/u.test(head) ? lastAgain(words.toLowerCase(), head) : -1;
  const describes =
    (/^(?:có|bị|sử dụng|phải|không|cần|tiếp nhận)$/iu.test(words.slice(first.start, first.end)) &&
      !/^có\s+(?:sự|ít nhất|tối thiểu)(?![\p{L}\p{M}])/iu.test(words.slice(first.start))) ||
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
  const main = verbs.find(
    (hit) =>
      hit.start > Math.max(first.end + 1, again) &&
      !/(?<![\p{L}\p{M}])hoặc\s+$/iu.test(words.slice(0, hit.start)) &&
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

/** "học viên là nữ": which of them are counted is what is told of them, where nothing else is. */
function beingStart(words: string): number {
  const at = words.search(/(?<=\S)\s+là\s/iu);
  const head = /^\S+/u.exec(words)?.[0].toLowerCase() ?? '';
  return at < 0 || lastAgain(words.toLowerCase(), head) >= 0 ? words.length : at;
}

const OUTCOME = /^(?:có|nhận|đạt|hoàn thành|tham gia|tiếp tục|hài lòng|duy trì|sử dụng|được)\s/iu;

/** "trường có nhân viên y tế đủ trình độ": whom a body has is told of the body, whatever they are or do. */
function hasPeople(words: string, has: Span): boolean {
  return (
    /^(?:tổ|trường|trạm|cơ sở|đơn vị|cơ quan|doanh nghiệp|hợp tác xã|đội)(?![\p{L}\p{M}])/iu.test(words) &&
    /^có\s+(?:người|nhân viên|cán bộ|giáo viên|bác sĩ|thành viên|công chức)\s[^,;]*\s(?:đủ|có|tham gia)(?![\p{L}\p{M}])/iu.test(
      words.slice(has.start),
    )
  );
}

/** "thôn có đội dân phòng được trang bị": what becomes of what a body or place has is said of that, and not of the body. */
function isEquipped(words: string, has: Span): boolean {
  return (
    /^(?:(?:các|số)\s)?(?:thôn|ấp|bản|xã|phường|huyện|phố|tổ|khu|trường|trạm|cơ sở|chủ rừng|đơn vị|cơ quan|doanh nghiệp|hợp tác xã)(?![\p{L}\p{M}])/iu.test(
      words,
    ) && HAS_THING.test(words.slice(has.start))
  );
}

/** "tàu cá có chiều dài từ 15 mét trở lên | lắp đặt …": how they are, and not yet what they do. */
const HAS_TRAIT =
  /^có\s+(?:nguy cơ|dấu hiệu|chiều dài|công suất|quy mô|diện tích|doanh thu|từ|trên)(?![\p{L}\p{M}])/iu;

const HAS_THING =
  /^có\s+(?!(?:nhu cầu|nguy cơ|dấu hiệu|điều kiện|đủ|khả năng|mức sống|hoàn cảnh|thu nhập|thai|con|công|bệnh|tiền sử|biểu hiện)(?![\p{L}\p{M}]))/iu;

function isPassive(words: string, { start, end }: Span): boolean {
  return /^được$/iu.test(words.slice(start, end));
}

/** "trường học có công trình vệ sinh đạt chuẩn": what they are to have is of a standard. */
const OF_STANDARD = /^(?:đạt|đủ)\s+(?:quy\s+|tiêu\s+)?(?:chuẩn|yêu cầu)$/iu;

/** "thủ tục lĩnh vực xây dựng, giao thông": a verb may name a field of work. */
const NAMES_FIELD =
  /(?:lĩnh vực|(?<!\p{L}\s)ngành|thẩm quyền|khoản|công tác|kết quả|quá trình|quy trình|thời gian|chi phí|kinh phí|nhu cầu)\s+$/iu;

/** "cơ sở tiêm chủng", "điểm cung cấp dịch vụ": what is done there names the place. */
function namesPlace(words: string, hit: Span): boolean {
  return (
    /^(?:(?:các|những|số)\s+)*(?:cơ sở|điểm|trạm|phòng|trung tâm|đơn vị|cửa hàng|công trình|tổ|đội|bộ phận|công nhân|nhân viên|lao động)\s+$/iu.test(
      words.slice(0, hit.start),
    ) &&
    /^(?:tiêm|cung cấp|xử lý|thu|giải quyết|xây dựng|nhận|thanh toán|vận hành)$/iu.test(
      words.slice(hit.start, hit.end),
    )
  );
}

/** "hồ sơ tham gia BHYT hộ gia đình được …": what a form is for. */
const OF_FORM = /^hồ sơ\s+(?:đăng ký\s+)?(?:tham gia|đăng ký)$/iu;

/** "người từ đủ 75 tuổi". */
const OF_FULL_AGE = /(?<![\p{L}\p{M}])(?:từ|khi) đủ$/iu;

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
  /^(?:,|\s+và|\s+hoặc)\s+(?:đơn vị|cá nhân|doanh nghiệp|hộ)(?![\p{L}\p{M}])|^\s+(?:chính trị|xã hội|tín dụng|đảng|khoa học|hội(?!\s(?:nghị|thảo|thi|nhập|họp))|đoàn thể)(?![\p{L}\p{M}])/iu;

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
        /^[\p{L}\p{M}]/u.test(
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
  return /^(?:(?:số|các|những)\s+)*(?:người|người dân)$/iu.test(words);
}

/** Verbs that say what is to become of those concerned. */
function isMain(verb: string, using: boolean): boolean {
  if (using && /^(?:thực hiện|áp dụng|lập|nộp|lắp đặt|xây dựng|tổ chức|tuân thủ)$/iu.test(verb)) return true;
  return /^(?:được|đạt|tham gia|bố trí|bảo đảm|đảm bảo|đủ|tiếp cận|ký|cam kết|cài đặt|hài lòng|duy trì)$/iu.test(
    verb,
  );
}

/** "doanh nghiệp trên địa bàn tỉnh", "diện tích lúa (vụ mùa)": the whole territory and a bracket are no part of a group. */
function withoutTerritory(group: string): string {
  return group
    .replace(REMARK, '')
    .replace(TERRITORY, '')
    .replace(REMARK, '')
    .replace(/\s+(?:phải|đều|sẽ|và|cùng|đã|khi|do|thường xuyên|mỗi (?:năm|quý|tháng|tuần|ngày))$/iu, '');
}

/** A bracket that is no short form of what stands before it. */
const REMARK = /\s*\((?!\p{Lu}{2,8}\))[^()]*\)$/u;

const TERRITORY =
  /\s+(?:(?:trên|trong|tại|của(?!\s+(?:xã|phường)))\s+)?(?:(?:địa bàn|phạm vi)\s*)?(?:toàn\s+)?(?<=\s(?:trên|trong|tại|của(?!\s+(?:xã|phường))|toàn|bàn|vi)\s+)(?:tỉnh|thành phố|huyện|xã|phường|địa phương)$|\s+trên địa bàn$/iu;

/** "<group> tham gia BHXH tự nguyện 2,81% …", "Tỷ lệ <group> bị suy dinh dưỡng": a group that is no mere "người". */
export function groupBefore(text: string, label: Span, { measure }: Pick<Measured, 'measure'>): Span | null {
  const words = text.slice(label.start, label.end);
  if (isDivision(words) && !/hoàn thành\s+$/iu.test(text.slice(0, label.start))) return label;
  return concernedBefore(text, label, measure === 'share') ?? partNamed(text, label);
}

function concernedBefore(text: string, label: Span, share: boolean): Span | null {
  const words = text.slice(label.start, label.end);
  const lead =
    /^(?:(?:tỷ lệ|tỉ lệ|số|tổng số)\s+)?(?:(?:huy động|thu hút|duy trì)\s+)?/iu.exec(words)?.[0].length ?? 0;
  const rate = share && /^(?:tỷ lệ|tỉ lệ)\s/iu.test(words);
  const does = doesFrom(words.slice(lead), rate);
  // "trong đó lao động có trình độ đại học chiếm 40%": all that is told of them tells which part they are.
  if (share && MAKES_UP.test(text.slice(label.end)) && PARTED.test(text.slice(0, label.start)))
    return (targetLexicon().isPeople(words) ||
      targetLexicon().isStaff(words) ||
      /^trình độ\s/iu.test(words)) &&
      !isGeneric(words)
      ? label
      : null;
  if (does === 0) return groupAtEnd(words, label);
  if (
    does < 0 &&
    PARTED.test(text.slice(0, label.start)) &&
    ((targetLexicon().isPeople(words) && !isGeneric(words)) || OF_FIELD.test(words))
  )
    return label;
  if (does < 3) return null;
  const told = DESCRIBES.exec(words.slice(lead + does));
  const reach = told === null ? does : does + told[0].length;
  const group = withoutTerritory(words.slice(lead, lead + reach).trimEnd()).replace(BEGUN_ACT, '');
  if (
    !(
      targetLexicon().isPeople(group) ||
      targetLexicon().isStaff(group) ||
      (rate && (isOfBodies(group) || isOfThings(group)))
    ) ||
    (!share && WHOLE_KINDS.test(group)) ||
    (isGeneric(group) &&
      !(share && (lead === 0 || (rate && isActive(words.slice(lead)))) && isUnitNamed(group))) ||
    group.length > 90
  )
    return null;
  return { start: label.start + lead, end: label.start + lead + group.length };
}

/** Where those concerned are told to do something, -1 where they are not; of a share anything that a verb says. */
function doesFrom(words: string, share: boolean): number {
  const known = targetLexicon().deedIn(words);
  const people = share && known !== 0 && targetLexicon().isPeople(words);
  const bodies = share && !people && isOfBodies(words);
  if (share && !people && !bodies && known !== 0 && isOfThings(words))
    return targetLexicon().toldOfThingsIn(words);
  if (!share || !((people && known < 0) || bodies)) return known;
  const verb = targetLexicon()
    .verbs.find(words)
    .find(
      (hit) =>
        hit.start > 0 &&
        !isBody(words, hit) &&
        !namesPlace(words, hit) &&
        !NAMES_FIELD.test(words.slice(0, hit.start)),
    );
  return verb === undefined || (known >= 0 && known < verb.start) ? known : verb.start;
}

/**
 * "tỷ lệ hồ sơ được số hóa": the things that a rate is of; what is done ("tỷ lệ giải ngân …"), what happens, money and what is
 * set against a whole of its own are none.
 */
function isOfThings(words: string): boolean {
  const { acts, verbs, units, isNoThing } = targetLexicon();
  const opening = (hits: readonly Span[]): number => (hits[0]?.start === 0 ? hits[0].end : 0);
  if (MONEY.test(words) || isNoThing(words) || OF_A_WHOLE.test(words)) return false;
  const done = Math.max(opening(acts.find(words)), opening(verbs.find(words)));
  return done === 0 || opening(units.find(words)) > done;
}

const OF_A_WHOLE = /(?:trên|so với|\/|trong)\s*(?:tổng(?:\s+số)?|số)\s/iu;

function isOfBodies(words: string): boolean {
  const many = /^(?:(?:các|những|toàn bộ)\s+)?/iu.exec(words)?.[0].length ?? 0;
  const named = words.slice(many);
  return !/^trường hợp\s/iu.test(named) && targetLexicon().bodies.find(named)[0]?.start === 0;
}

/** "người dừng | tham gia", "học sinh tiểu học, tỷ lệ | biết bơi": what belongs to the words behind. */
const BEGUN_ACT = /(?:\s+(?:dừng|ngừng|mới|tạm)|,\s+(?:tỷ lệ|tỉ lệ))$/iu;

/** "Số hộ kinh doanh sử dụng hóa đơn điện tử": all of a kind are what is counted, and no part of the people. */
const WHOLE_KINDS = /^(?:hộ kinh doanh|doanh nghiệp|hợp tác xã|khách hàng|cơ sở|trường(?:\shọc)?)$/iu;

/** "học sinh tốt nghiệp THCS | vào học …", "người mắc lao | được điều trị …": which of them are meant, before what they do. */
const DESCRIBES =
  /^(?:tốt nghiệp|hoàn thành|suy dinh dưỡng|mắc|nhiễm|bị|có(?=\s(?:hành vi|nguy cơ|nhu cầu|hoàn cảnh|dấu hiệu|điều kiện|mức sống|con)\s))\s[^,;]{2,60}?(?=\s(?:được|biết(?!\s(?!được\s).*\sđược\s)|vào học|vào lớp|học lên|tham gia|có việc làm)(?![\p{L}\p{M}]))|^tham gia\s[^,;]{2,60}?(?=\s(?:tiếp tục|quay lại|nhận|hài lòng)(?![\p{L}\p{M}]))/iu;

/** "trẻ mẫu giáo đạt 99,4%": a label that names people and nothing that they do, and is no indicator itself. */
export function isOfPeopleAlone(words: string): boolean {
  return (
    targetLexicon().isPeople(words) &&
    /^\S+(?:\s[^\s,]+){1,5}(?:,(?:\s[^\s,]+){1,4})?$/u.test(words) &&
    targetLexicon().deedIn(words) < 0 &&
    !isGeneric(words) &&
    findIndicators(words).length === 0
  );
}

const MAKES_UP = /^\s+chiếm\s/iu;

/** "…; trong đó, học sinh đạt 100%": those named are a part of those before. */
const PARTED = /(?<![\p{L}\p{M}])(?:trong đó|riêng)[\s:,]*(?:đối với\s+)?$/iu;

/** "…; trong đó lĩnh vực đất đai đạt 97%". */
const OF_FIELD = /^(?:lĩnh vực|khu vực|vùng|khối)\s\S+(?:\s\S+){0,7}\s?$/iu;

function isDivision(words: string): boolean {
  const { verbs, acts } = targetLexicon();
  return (
    OF_DIVISION.test(words) &&
    verbs.find(words).length === 0 &&
    acts.find(words).every(({ start }) => start === 0)
  );
}

/** "…, ngành nhựa 3,2%; khu vực thành thị 60%": a part alone, of which the figure is told. */
const OF_DIVISION =
  /^(?:khu vực|ngành|lĩnh vực|khối(?! lượng)|cấp (?=(?:mầm non|tiểu học|trung học|THCS|THPT|xã|huyện|tỉnh)(?![\p{L}\p{M}]))|tuyến (?=(?:xã|huyện|tỉnh)$))\s?\p{L}+(?:,?\s\p{L}+){0,6}$/iu;

const PEOPLE_AT_END =
  /(?<=\p{Lu}{3,}\s)(?:học sinh(?:, sinh viên)?|sinh viên|hộ gia đình|người lao động|nông dân|người cao tuổi|trẻ em)$/u;

/** "tham gia BHYT học sinh": where the label begins with what they do, those concerned stand behind the scheme's name. */
function groupAtEnd(words: string, label: Span): Span | null {
  const people = PEOPLE_AT_END.exec(words);
  return people === null
    ? null
    : { start: label.start + people.index, end: label.start + people.index + people[0].length };
}

/** "100% xã đạt chuẩn", "98% hộ có nhà tiêu hợp vệ sinh": bodies and households are those concerned, mere people are all. */
function isUnitNamed(group: string): boolean {
  return /^(?:hộ|xã|phường|thôn|trường|đơn vị)$/iu.test(group);
}

/** "dân số nông thôn", "dân số từ 15 tuổi trở lên": a part of the population, and a base of its own. */
export function isPartOfPopulation(group: string): boolean {
  return /^dân số\s+(?:nông thôn|đô thị|thành thị|khu vực|vùng|trưởng thành|từ\s|trong độ tuổi)/iu.test(
    group,
  );
}

/** "tỷ lệ hộ phân loại rác": what households do; what all have or use ("hộ dùng nước sạch") is a rate of no group. */
function isActive(words: string): boolean {
  return /^hộ\s(?:tham gia|đăng ký|ký|cam kết|phân loại|thực hiện|chấp hành|tuân thủ|nộp)(?![\p{L}\p{M}])/iu.test(
    words,
  );
}

function isGeneric(group: string): boolean {
  if (isPartOfPopulation(group)) return false;
  const lower = group.toLowerCase();
  if (targetLexicon().generic.has(lower)) return true;
  return targetLexicon()
    .bases.find(group)
    .some((hit) => hit.start === 0);
}

/** "… đạt 38% trẻ em trong độ tuổi nhà trẻ", "… 30% đối với trẻ nhà trẻ": whose share it is, where nothing is said of what they do. */
export function peopleBehind(text: string, measured: Measured): Span | null {
  if (measured.measure !== 'share') return null;
  const from = extentOf(measured).end;
  const rest = /^[^.;,:()\d]*/u.exec(text.slice(from))?.[0] ?? '';
  const lead = /^\s*(?:trở lên\s+)?(?:đối với\s+|ở\s+)?/iu.exec(rest)?.[0].length ?? 0;
  const people = rest
    .slice(lead)
    .replace(/\s+(?:và|hoặc|với)\s*$|\s+(?:vào|đến|trong|hết|từ)\s+(?:cuối\s+|hết\s+)?năm\s*$/iu, '')
    .trimEnd();
  if (
    !targetLexicon().isPeople(people) ||
    predicateStart(people) < people.length ||
    targetLexicon().deedIn(people) >= 0 ||
    people.length > 70 ||
    isGeneric(people)
  )
    return null;
  return { start: from + lead, end: from + lead + people.length };
}

/** "tỷ lệ hộ nghèo khu vực nông thôn", "tỷ suất tử vong trẻ em dưới 5 tuổi": words that tell a part of the population from the rest. */
function partNamed(text: string, label: Span): Span | null {
  const words = text.slice(label.start, label.end);
  const forThem = OF_UNITS.test(words) ? undefined : FOR_PEOPLE.exec(words)?.groups?.people;
  const rated = OF_PEOPLE.exec(words)?.groups?.people;
  const own = rated ?? forThem ?? '';
  const people = withoutTerritory(own);
  // "dự án của thanh niên tiếp cận vốn vay": what is told is told of what is theirs.
  const acts =
    rated === undefined &&
    /\scủa\s$/iu.test(words.slice(0, words.length - own.length)) &&
    (predicateStart(people) < people.length || /\sđi vào\s/iu.test(people));
  if (acts) return null;
  if (targetLexicon().isPeople(people) && !isGeneric(people)) {
    const start = label.start + words.lastIndexOf(own);
    return { start, end: start + people.length };
  }
  const among = AMONG_PEOPLE.exec(words)?.groups?.people;
  if (among !== undefined && targetLexicon().isPeople(among) && !isGeneric(among)) {
    const start = label.start + words.lastIndexOf(among);
    return { start, end: start + among.length };
  }
  const sector = SECTOR.exec(words);
  if (sector !== null)
    return { start: label.start + sector.index, end: label.start + sector.index + sector[0].length };
  const herd = HERD.exec(words)?.groups?.animals;
  if (herd !== undefined) {
    const start = label.start + words.lastIndexOf(herd);
    return { start, end: start + herd.length };
  }
  const scheme = groupAtEnd(
    words.replace(/(?:\s+(?:tăng|giảm)(?:\s+(?:mới|thêm))?)?(?:\s*\([^()]*\))?$/u, ''),
    label,
  );
  if (scheme !== null) return scheme;
  const area = listedParts(words);
  const age = /tuổi/iu.test(words) ? OF_AGE.exec(words) : null;
  const part =
    age !== null && (area === undefined || age.index <= area.start)
      ? { start: age.index, end: age.index + age[0].length }
      : area;
  return part === undefined ? null : { start: label.start + part.start, end: label.start + part.end };
}

/** The first part of the population that is named, with those listed behind it: "người cao tuổi, người khuyết tật". */
function listedParts(words: string): Span | undefined {
  const [first, ...others] = targetLexicon().parts.find(words);
  if (first === undefined) return undefined;
  let { end } = first;
  for (const other of others) {
    if (!/^(?:,|\s+và|,\s+và)\s+$/u.test(words.slice(end, other.start))) break;
    end = other.end;
  }
  return { start: first.start, end };
}

/** "tỷ lệ hài lòng của người dân, doanh nghiệp về …", "tỷ lệ điều trị thành công bệnh nhân lao mới": whose rate it is. */
const OF_PEOPLE =
  /^(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|mức(?: độ)?|chỉ số|thời gian|thu nhập|năng suất|chiều cao|cân nặng|tuổi thọ)\s(?:(?:\p{L}+(?:\s\p{L}+){0,2},\s)?[^,;]*\s(?:của|đối với|ở|cho)\s+|[^,;]*\s(?=bệnh nhân|người bệnh))(?<people>\p{L}+(?:(?:\s|,\s)(?!khi|tại|trong|trên|để|về|đối)[\p{L}\d-]+){0,8})(?=$|\s(?:về|khi|đối với)\s)/iu;

/** "Vắc xin dại chó, mèo (liều)", "lở mồm long móng đàn trâu, bò": the animals that something is given to. */
const HERD = ending(
  /^(?!(?:tổng|số|quy mô|phát triển|duy trì|chăn nuôi)\s)\S.*\s(?<animals>đàn\s(?:trâu, bò|trâu bò|trâu|bò|lợn|chó, mèo|chó|gia súc, gia cầm|gia súc|gia cầm|vật nuôi)|(?<=^(?:.*\s)?(?:vắc xin|tiêm(?: phòng)?)\s.*)(?:trâu, bò|trâu bò|chó, mèo|gia súc, gia cầm))(?:\s*\([^()]*\))?$/iu,
);

/** "Tái phạm trong số người chấp hành xong án phạt tù": among whom something happens. */
const AMONG_PEOPLE =
  /^(?!tỷ trọng|tỉ trọng).*\strong (?:tổng )?số\s+(?<people>\p{L}+(?:,?\s[\p{L}\d]+){1,12})$/iu;

/** "Tỷ trọng đóng góp của khu vực kinh tế tư nhân": the part of the economy it is about. */
const SECTOR =
  /(?<=\s(?:của|trong)\s)khu vực\s+(?:(?:kinh tế|doanh nghiệp)\s+)?(?:tư nhân|tập thể|ngoài nhà nước|có vốn đầu tư nước ngoài|FDI)(?![\p{L}\p{M}])/iu;

/** "đợt khám sức khỏe cho người cao tuổi": whom a thing is given or done for, at its label's end. */
const FOR_PEOPLE =
  /(?<!\stheo\s[^,;]*)\s(?:cho|của)\s+(?<people>\p{L}+(?:(?:\s|,\s)(?!để|về|theo|từ)[\p{L}\d-]+){1,9})$/iu;

/** "45 xã, phường đạt chuẩn phổ cập giáo dục mầm non cho trẻ mẫu giáo": communes, schools and classes are what is counted. */
const OF_UNITS =
  /^(?:số\s+)?(?:xã|phường|huyện|thôn|trường|lớp|phòng|gian hàng|website|hội nghị|doanh nghiệp)(?![\p{L}\p{M}])/iu;

/** Those of an age, with or without who they are: "trẻ em dưới 5 tuổi", "trong độ tuổi từ 15 đến 60". */
const OF_AGE =
  /(?<![\p{L}\p{M}])(?:(?:trẻ em|trẻ|học sinh|phụ nữ|người|thanh niên|nam|nữ|dân số|lao động)(?:\s+\p{L}+){0,2}\s+)?(?:trong\s+)?(?:độ tuổi\s+)?(?:(?:từ đủ|từ|dưới|trên|đủ|khi)\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3}|\s+đến(?:\s+dưới)?\s+\d{1,3})?\s+(?:tháng\s+)?tuổi(?:\s+trở (?:lên|xuống))?|(?:trong\s+)?độ tuổi\s+(?:từ\s+)?\d{1,3}(?:\s*[-–]\s*|\s+đến\s+)\d{1,3}/iu;

/** "mỗi đơn vị phường, xã tổ chức ít nhất 01 cuộc": whom so many are asked of. */
export function eachOf(text: string, before: number): Span | null {
  const clause = clauseBefore(text, before);
  const match = [...clause.matchAll(EACH)].at(-1);
  if (match === undefined) return null;
  const words = clause.slice(match.index).replace(ADVERBS, '');
  const lexicon = targetLexicon();
  const first = (hits: readonly Span[]): number | undefined => {
    const does = hits.filter((hit) => !isBody(words, hit) && !OF_LEVEL.test(words.slice(hit.start)));
    // "mỗi xã có rừng tổ chức 02 hội nghị": which of them are meant.
    return (OF_THOSE_WITH.test(words) ? (does[1] ?? does[0]) : does[0])?.start;
  };
  const verb = first(lexicon.verbs.find(words));
  const acts = lexicon.acts.find(words);
  // "mỗi tổ hướng dẫn nộp hồ sơ": two verbs in a row.
  const led = acts.find(
    (act) =>
      verb !== undefined &&
      act.end < verb &&
      !isBody(words, act) &&
      !/(?:trung|sơ)\s$/iu.test(words.slice(0, act.start)) &&
      words.slice(act.end, verb).trim() === '',
  );
  const meets = /\s(?=họp\s)/iu.exec(words)?.index;
  const does = Math.min(led?.start ?? verb ?? first(acts) ?? words.length, meets ?? words.length);
  const named = words
    .slice(0, does)
    .replace(/[\s,]+(?:phải|đều|sẽ|cần|nên|chỉ đạo|phấn đấu|chủ động)?\s*$/iu, '');
  if (!/\s\S/u.test(named) || /[:;()]|,\s*\p{L}+$/u.test(named.slice(60)) || named.length > 90) return null;
  const start = before - clause.length + match.index;
  return { start, end: start + named.length };
}

const OF_THOSE_WITH =
  /^mỗi\s\p{L}+(?:,?\s\p{L}+){0,3}\scó\s\p{L}+(?:\s\p{L}+){0,4}\s(?:tổ chức|xây dựng|thành lập)(?![\p{L}\p{M}])/iu;

/** "mỗi cơ quan cấp huyện": no granting of anything. */
const OF_LEVEL = /^cấp\s+(?:tỉnh|huyện|xã|cơ sở|\p{Lu})/u;

const EACH = /(?<![\p{L}\p{M}])mỗi\s+(?!tháng|quý|năm|tuần|ngày|lần|kỳ|đợt)/giu;

/** "mỗi kỳ khoảng 35 người tham gia": at each of which so many are to be there. */
const EACH_TIME = ending(/(?<![\p{L}\p{M}])mỗi\s+(?:kỳ|đợt)\s+$/iu);

/** Each of those of whom so many are asked, where "mỗi" stands right before the figure or behind what is counted. */
export function eachAbout(text: string, measured: Measured, label: Span): Span | null {
  const before = text.slice(0, measured.figure.start).replace(ADVERBS, ' ');
  const time = EACH_TIME.exec(before);
  if (time !== null) return { start: time.index, end: before.trimEnd().length };
  const each = EACH_BEHIND.exec(text.slice(label.start))?.groups?.each;
  if (each === undefined) return null;
  const start = text.indexOf(each, label.start);
  return { start, end: start + each.length };
}

const EACH_BEHIND =
  /^[^.,;:()\d]*?\s(?:(?:cho|tại|ở)\s+)?(?<each>mỗi\s+(?!tháng|quý|năm|tuần|ngày|lần|kỳ|đợt|buổi)\p{L}+(?:\s\p{L}+){0,7})(?=[.,;:]|$)/iu;

/** "khám sức khỏe định kỳ 2 lần/năm cho người cao tuổi": for whom something is done so often. */
export function servedOften(text: string, { span }: Measured): Span | null {
  const people = OFTEN_FOR.exec(text.slice(span.end))?.groups?.people;
  if (
    people === undefined ||
    !(targetLexicon().isPeople(people) || /^đối tượng(?![\p{L}\p{M}])/iu.test(people))
  )
    return null;
  const start = text.indexOf(people, span.end);
  return { start, end: start + people.length };
}

const OFTEN_FOR = /^\s+(?:cho|đối với)\s+(?<people>\p{L}+(?:,?\s[\p{L}\d]+){0,9})(?=\s*(?:[.;]|$))/iu;
