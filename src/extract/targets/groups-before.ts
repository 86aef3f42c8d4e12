import { findIndicators } from '../../lexicon/indicators.ts';
import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { isOfNamedWhole } from './bases.ts';
import type { Measured } from './figures.ts';
import {
  isBody,
  isGeneric,
  isUnitNamed,
  MONEY,
  NAMES_FIELD,
  namesPlace,
  withoutTerritory,
} from './group-words.ts';
import { groupAtEnd, partNamed } from './parts.ts';
import { otherStart } from './predicates.ts';

/** "<group> tham gia BHXH tự nguyện 2,81% …", "Tỷ lệ <group> bị suy dinh dưỡng": a group that is no mere "người". */
export function groupBefore(text: string, label: Span, { measure }: Pick<Measured, 'measure'>): Span | null {
  const words = text.slice(label.start, label.end);
  if (isDivision(words) && !/hoàn thành\s+$/iu.test(text.slice(0, label.start))) return label;
  // "tỷ lệ lao động nữ trong tổng số lao động": set against a whole, and nobody's rate.
  if (
    measure === 'share' &&
    (isOfNamedWhole(words) ||
      OVER_WHOLE.test(text.slice(label.end)) ||
      (/^số\s/iu.test(words) && OF_WHOLE.test(text.slice(label.end))))
  )
    return null;
  return (
    concernedBefore(text, label, measure === 'share') ??
    partNamed(text, label) ??
    (measure === 'share' ? beforeWeakVerb(words, label) : null)
  );
}

/** "tỷ lệ hộ | thiếu đất sản xuất", "tỷ lệ chợ | xếp hạng": the noun of a rate before a word that is as often part of a name, where nothing else is told of it. */
function beforeWeakVerb(words: string, label: Span): Span | null {
  const lead = /^(?:tỷ lệ|tỉ lệ)\s+(?:số\s+)?(?=\p{L})/iu.exec(words)?.[0].length ?? 0;
  if (lead === 0 || OF_TWO.test(words)) return null;
  const rest = words.slice(lead);
  const { weakVerbs, otherVerbs, bodies, units, isPeople, isStaff } = targetLexicon();
  if (OF_ALL_PEOPLE.test(rest) || !(isPeople(rest) || isStaff(rest) || isOfBodies(rest) || isOfThings(rest)))
    return null;
  const noun = Math.max(
    ...[bodies, units].map((nouns) => {
      const first = nouns.find(rest)[0];
      return first?.start === 0 ? first.end : 0;
    }),
  );
  const told = [weakVerbs, otherVerbs]
    .flatMap((known) => known.find(rest))
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .find(({ start, end }) => {
      const named = rest.slice(0, start).trimEnd();
      return (
        start > noun &&
        !NAMES_FIELD.test(rest.slice(0, start)) &&
        !NO_END.test(named) &&
        (named.length === noun ||
          ((noun > 0 || isPeople(named) || isStaff(named)) && /^\S+(?:\s\S+){2}/u.test(named))) &&
        /^\S+(?:\s+\S+){2}/u.test(rest.slice(start)) &&
        !/nghèo$/iu.test(rest.slice(0, end))
      );
    });
  if (told === undefined) return null;
  const group = withoutTerritory(rest.slice(0, told.start).trimEnd());
  return (isGeneric(group) && !isUnitNamed(group)) || group.length > 60
    ? null
    : { start: label.start + lead, end: label.start + lead + group.length };
}

/** Of the population a rate has no part, whatever is told. */
const OF_ALL_PEOPLE =
  /^(?:người dân(?!\s(?:tộc|nông thôn|đô thị))|dân số|người(?=\s(?:tham gia|mắc|nhiễm|bị)))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** What joins a noun to more of its name. */
const NO_END =
  /(?:^|\s)(?:và|hoặc|của|về|cho|để|tổ|đội|ban|nhóm|hội|quỹ|lớp|nghề|công tác|đang|sau|các|những|từ|với|trong|tại|sang|lên|xuống|chuyển)$|,$/iu;

/** "số hợp tác xã xếp loại khá chiếm 58% tổng số hợp tác xã": the whole that is named behind the share. */
const OF_WHOLE = /^\s+chiếm\s[^.;,%]*%\s+(?:trở lên\s+)?(?:(?:trong|trên|so với)\s+)?tổng số\s/iu;

/** "chi bộ hoàn thành tốt nhiệm vụ đạt 85% trở lên/tổng số chi bộ". */
const OVER_WHOLE = /^[^.;,%]*%\s*(?:trở lên\s*)?\/\s*tổng(?: số)?\s/iu;

function concernedBefore(text: string, label: Span, share: boolean): Span | null {
  const words = text.slice(label.start, label.end);
  const lead =
    /^(?:(?:(?:tỷ lệ|tỉ lệ)\s+số|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|số|tổng số)\s+)?(?:(?:huy động|thu hút|duy trì)\s+)?/iu.exec(
      words,
    )?.[0].length ?? 0;
  const named = /^(?:tỷ lệ|tỉ lệ)\s/iu.test(words);
  const rate = share && (named || isRateUnnamed(text, label));
  const does = doesFrom(words.slice(lead), rate);
  // "trong đó lao động có trình độ đại học chiếm 40%": all that is told of them tells which part they are.
  if (share && MAKES_UP.test(text.slice(label.end)) && PARTED.test(text.slice(0, label.start)))
    return (targetLexicon().isPeople(words) ||
      targetLexicon().isStaff(words) ||
      /^trình độ\s/iu.test(words) ||
      SECTOR_ALONE.test(words)) &&
      !isGeneric(words)
      ? label
      : null;
  // "tỷ lệ doanh nghiệp giải thể so với thành lập mới": one number by another, and nobody's rate.
  if (rate && OF_TWO.test(words)) return null;
  if (does === 0) return groupAtEnd(words, label);
  // "hồ sơ trích đo hoàn thành 100%": all that is told of them is how many of them are done.
  if (
    share &&
    does < 0 &&
    DONE.test(text.slice(label.end)) &&
    isOfThings(words) &&
    !HOW_MUCH.test(words) &&
    NAMED_THING.test(words)
  )
    return label;
  if (
    does < 0 &&
    PARTED.test(text.slice(0, label.start)) &&
    ((targetLexicon().isPeople(words) && !isGeneric(words)) || OF_FIELD.test(words))
  )
    return label;
  if (does < 3) return null;
  // "doanh nghiệp có từ 50 lao động trở lên trên 85%": how large those meant are.
  if (share && OF_SIZE.test(words.slice(lead + does))) return { start: label.start + lead, end: label.end };
  const told = DESCRIBES.exec(words.slice(lead + does));
  const reach = told === null ? does : does + told[0].length;
  const group = withoutTerritory(words.slice(lead, lead + reach).trimEnd()).replace(BEGUN_ACT, '');
  if (
    !(
      targetLexicon().isPeople(group) ||
      targetLexicon().isStaff(group) ||
      (rate && (isOfBodies(group) || isOfThings(group)))
    ) ||
    (!share &&
      (WHOLE_KINDS.test(group) || (KINDS_OF_BODIES.test(group) && REACHED.test(words.slice(lead + does))))) ||
    (isGeneric(group) &&
      !(share && (lead === 0 || (rate && isActive(words.slice(lead)))) && isUnitNamed(group)) &&
      // "tỷ lệ lao động qua đào tạo": of all who work.
      !(share && named && /^(?:người )?lao động$/iu.test(group))) ||
    group.length > 90
  )
    return null;
  return { start: label.start + lead, end: label.start + lead + group.length };
}

/** "hồ sơ phát sinh mới giải quyết đúng hạn đạt 99%": a rate without its word; what changes, and how much there is of something, is none. */
function isRateUnnamed(text: string, label: Span): boolean {
  const words = text.slice(label.start, label.end);
  const { isPeople } = targetLexicon();
  return (
    (isPeople(words) ||
      isOfBodies(words) ||
      !PARTED.test(text.slice(0, label.start)) ||
      isNamedAgain(text, label)) &&
    !CHANGES.test(text.slice(label.end)) &&
    !/,\s+(?:tỷ lệ|tỉ lệ|số|tổng số)\s/iu.test(words) &&
    !HOW_MUCH.test(words) &&
    !/^số\s[^;]*?\scó\s/iu.test(words)
  );
}

/** "hồ sơ nộp trực tuyến trên 65%, trong đó hồ sơ nộp toàn trình 45%": others of what the share before is of. */
function isNamedAgain(text: string, { start, end }: Span): boolean {
  const head = /^\S+\s\S+(?=\s)/u.exec(text.slice(start, end))?.[0].toLowerCase();
  const sentence =
    text
      .slice(0, start)
      .split(/[.;]\s/u)
      .at(-1)
      ?.toLowerCase() ?? '';
  return head !== undefined && sentence.includes(`${head} `) && sentence.includes('%');
}

const CHANGES =
  /^(?:\s*\([^()]*\))?,?\s*(?:(?:phải|sẽ|hằng năm|hàng năm|bình quân|mỗi năm|mỗi tháng)\s+)*(?:kéo\s+|cắt\s+)?(?:tăng|giảm|rút|tiết kiệm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

const HOW_MUCH =
  /^(?:(?:tổng|số)\s+)*(?:diện tích|lượng|sản lượng|khối lượng|công suất|mức|mật độ|tốc độ|thời gian|giá trị|năng suất|chi phí|quân số|thời lượng|nhu cầu|tỷ trọng|tỉ trọng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** Where those concerned are told to do something, -1 where they are not; of a share anything that a verb says. */
function doesFrom(words: string, share: boolean): number {
  const known = targetLexicon().deedIn(words);
  const people = share && known !== 0 && targetLexicon().isPeople(words);
  const bodies = share && !people && isOfBodies(words);
  if (share && !people && !bodies && known !== 0 && isOfThings(words))
    return doneFrom(words, toldFrom(words));
  // "con người có công đang đi học | được hưởng …": what they are at tells which of them are meant.
  if (known > 0 && /\sđang\s+$/iu.test(words.slice(0, known))) {
    const next = targetLexicon().deedIn(words.slice(known + 1));
    if (next > 0) return known + 1 + next;
  }
  if (!share || !((people && known < 0) || bodies)) return known;
  const verb = targetLexicon()
    .verbs.find(words)
    .find(
      (hit) =>
        hit.start > 0 &&
        !/\sđang\s+$/iu.test(words.slice(0, hit.start)) &&
        !isBody(words, hit) &&
        !namesPlace(words, hit) &&
        !PART_OF_NOUN.test(words.slice(0, hit.end)) &&
        !NAMES_FIELD.test(words.slice(0, hit.start)),
    );
  if (verb === undefined && known < 0) {
    const other = otherStart(words);
    return other < words.length ? other : known;
  }
  return verb === undefined || (known >= 0 && known < verb.start) ? known : verb.start;
}

/** "khu công nghiệp đang hoạt động | có hệ thống …": what they are at tells which of them are meant. */
function toldFrom(words: string): number {
  const told = targetLexicon().toldOfThingsIn(words);
  if (told < 1 || !/\sđang\s+$/iu.test(words.slice(0, told))) return told;
  const next = targetLexicon().toldOfThingsIn(words.slice(told + 1));
  return next > 0 ? told + 1 + next : told;
}

/** "dự án thành lập | được doanh nghiệp": where what is told is "được" behind a deed with an object, the deed begins it. */
function doneFrom(words: string, told: number): number {
  const object = /^được\s+/iu.exec(words.slice(Math.max(told, 0)))?.[0].length;
  if (told < 1 || object === undefined) return told;
  const { isPeople, units, acts, verbs } = targetLexicon();
  const rest = words.slice(told + object);
  if (!isPeople(rest) && units.find(rest)[0]?.start !== 0 && !MONEY.test(rest)) return told;
  const before = words.slice(0, told).trimEnd();
  const deed = [...acts.find(before), ...verbs.find(before)].find((hit) => hit.end === before.length);
  return deed === undefined || deed.start === 0 ? told : deed.start;
}

/** "người tiêu dùng", "quân nhân dự bị", "trật tự xây dựng": what a verb's word is only the end of. */
const PART_OF_NOUN = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tiêu dùng|dự bị|ban (?:chấp hành|vận động|giám sát)|trang bị|chuẩn bị|trật tự xây dựng|(?:vụ việc|vụ án) tham gia)$/iu,
);

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

const OF_SIZE = /^có\s+(?:từ|trên|dưới)\s+\d[^,;]*\s(?:trở lên|trở xuống)$/iu;

const OF_TWO = /(?<!sai lệch\s[^,;]*)\sso với\s[A-Za-zÀ-\u036fḀ-ỹ]/iu;

const OF_A_WHOLE = /(?:trên|so với|\/|trong)\s*(?:tổng(?:\s+số)?|số)\s/iu;

function isOfBodies(words: string): boolean {
  const many = /^(?:(?:các|những|toàn bộ)\s+)?/iu.exec(words)?.[0].length ?? 0;
  const named = words.slice(many);
  return !/^trường hợp\s/iu.test(named) && targetLexicon().bodies.find(named)[0]?.start === 0;
}

/** "người dừng | tham gia", "học sinh tiểu học, tỷ lệ | biết bơi": what belongs to the words behind. */
const BEGUN_ACT =
  /(?:\s+(?:(?<!(?:điểm|trạm) )dừng|ngừng|không|chưa|(?<!(?:phát sinh|nông thôn)\s+)mới|tạm)|,\s+(?:tỷ lệ|tỉ lệ))$/iu;

/** "Số hộ kinh doanh sử dụng hóa đơn điện tử": all of a kind are what is counted, and no part of the people. */
const WHOLE_KINDS =
  /^(?:vụ việc|vụ án|hộ kinh doanh|doanh nghiệp|hợp tác xã|khách hàng|cơ sở|trường(?:\shọc)?)$/iu;

/** "Cơ sở trọng điểm có mô hình quản lý năng lượng": so are bodies of a kind, by what they have or reach. */
const KINDS_OF_BODIES = /^(?:cơ sở|trường|hợp tác xã|doanh nghiệp)\s/iu;
const REACHED = /^(?:có|đạt|được)\s/iu;

/** "học sinh tốt nghiệp THCS | vào học …", "người mắc lao | được điều trị …": which of them are meant, before what they do. */
const DESCRIBES =
  /^(?:tốt nghiệp|hoàn thành|suy dinh dưỡng|mắc|nhiễm|bị|được phát hiện|có(?=\s(?:yêu cầu|nghĩa vụ|trách nhiệm|hành vi|nguy cơ|nhu cầu|hoàn cảnh|dấu hiệu|điều kiện|mức sống|con)\s))\s[^,;]{2,60}?(?=\s(?:được|thực hiện|biết(?!\s(?!được\s).*\sđược\s)|vào học|vào lớp|học lên|tham gia|tiếp cận|có việc làm)(?![A-Za-zÀ-\u036fḀ-ỹ]))|^tham gia\s[^,;]{2,60}?(?=\s(?:tiếp tục|quay lại|nhận|hài lòng)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;

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

/** More than one word, and no time or stage. */
const NAMED_THING =
  /^(?!(?:dịp|đợt|giai đoạn|kỳ|vụ|năm|quý|tháng|đến|vòng|bước|phần|kế hoạch|chỉ tiêu|công tác|việc|tiến độ)\s)\S+\s\S/iu;
const DONE = /^\s+(?:được\s+)?hoàn thành\s+(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s+){0,2}\d/iu;
const MAKES_UP = /^\s+chiếm\s/iu;

/** "…; trong đó, học sinh đạt 100%": those named are a part of those before. */
const PARTED = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trong đó|riêng)[\s:,]*(?:đối với\s+)?$/iu;

/** "…; trong đó lĩnh vực đất đai đạt 97%". */
const OF_FIELD = /^(?:lĩnh vực|khu vực|vùng|khối)\s\S+(?:\s\S+){0,7}\s?$/iu;

/** "…, ngành nhựa 3,2%; khu vực thành thị 60%": a part alone, of which the figure is told. */
function isDivision(words: string): boolean {
  const { verbs, acts } = targetLexicon();
  return (
    OF_DIVISION.test(words) &&
    (SECTORS.test(words) ||
      (verbs.find(words).length === 0 && acts.find(words).every(({ start }) => start === 0)))
  );
}

const SECTOR_ALONE =
  /^(?:công nghiệp|nông nghiệp|dịch vụ|xây dựng|chăn nuôi|trồng trọt|thủy sản|lâm nghiệp)(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,3}(?:,\s[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,2})?$/iu;
const SECTORS = /^(?:khu vực|ngành)\s(?:nông|công nghiệp|dịch vụ|thương mại)[^,;]*(?:,\s[^,;]*){0,2}$/iu;

const OF_DIVISION =
  /^(?:khu vực|ngành|lĩnh vực|khối(?! lượng)|cấp (?=(?:mầm non|tiểu học|trung học|THCS|THPT|xã|huyện|tỉnh)(?![A-Za-zÀ-\u036fḀ-ỹ]))|tuyến (?=(?:xã|huyện|tỉnh)$))\s?[A-Za-zÀ-\u036fḀ-ỹ]+(?:,?\s(?:[-–]\s)?[A-Za-zÀ-\u036fḀ-ỹ]+){0,6}$/iu;

/** "tỷ lệ hộ phân loại rác": what households do, "tỷ lệ trường đạt chuẩn": what bodies reach; what all have or use ("hộ dùng nước sạch") is a rate of no group. */
function isActive(words: string): boolean {
  if (
    /^(?:xã|phường|thôn|trường|đơn vị)\s(?:đạt|có|được|hoàn thành|duy trì|thực hiện)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      words,
    )
  )
    return true;
  return /^hộ\s(?:tham gia|đăng ký|ký|cam kết|phân loại|thực hiện|chấp hành|tuân thủ|nộp)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
    words,
  );
}
