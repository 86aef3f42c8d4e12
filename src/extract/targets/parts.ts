import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { isGeneric, withoutTerritory } from './group-words.ts';
import { predicateStart } from './predicates.ts';

const PEOPLE_AT_END =
  /(?<=\p{Lu}{3,}\s)(?:học sinh(?:, sinh viên)?|sinh viên|hộ gia đình|người lao động|nông dân|người cao tuổi|trẻ em)$/u;

/** "tham gia BHYT học sinh": where the label begins with what they do, those concerned stand behind the scheme's name. */
export function groupAtEnd(words: string, label: Span): Span | null {
  const people = PEOPLE_AT_END.exec(words);
  return people === null
    ? null
    : { start: label.start + people.index, end: label.start + people.index + people[0].length };
}

/** "tỷ lệ hộ nghèo khu vực nông thôn", "tỷ suất tử vong trẻ em dưới 5 tuổi": words that tell a part of the population from the rest. */
export function partNamed(text: string, label: Span): Span | null {
  const words = text.slice(label.start, label.end);
  const forThem = OF_UNITS.test(words) ? undefined : FOR_PEOPLE.exec(words)?.groups?.people;
  const rated = (SATISFIED_WITH.exec(words) ?? OF_PEOPLE.exec(words))?.groups?.people;
  const own = rated ?? forThem ?? '';
  const people = withoutTerritory(own);
  // "dự án của thanh niên tiếp cận vốn vay": what is told is told of what is theirs.
  const acts =
    rated === undefined &&
    /\scủa\s$/iu.test(words.slice(0, words.length - own.length)) &&
    (predicateStart(people) < people.length || /\sđi vào\s/iu.test(people));
  if (acts) return null;
  const asked = SATISFIED.test(words) && ASKED.test(people);
  const named = people.replace(/^(?:các|những)\s+/iu, '');
  // "tỷ lệ hòa giải thành ở cơ sở": where, and nobody.
  const isWhere = /^cơ sở$/iu.test(named);
  if (
    asked ||
    (!isWhere &&
      (targetLexicon().isPeople(named) || (forThem !== undefined && targetLexicon().isStaff(named))) &&
      (!isGeneric(people) || SATISFIED.test(words)))
  ) {
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
      ? (ofSuchAge(words, age) ?? { start: age.index, end: age.index + age[0].length })
      : area;
  return part === undefined ? null : { start: label.start + part.start, end: label.start + part.end };
}

/** "trẻ mẫu giáo (3 - 5 tuổi) đến trường", "thanh, thiếu niên 15 - 18 tuổi": who they are, with their age. */
function ofSuchAge(words: string, age: { index: number; 0: string }): Span | null {
  const { isPeople, deedIn, verbs } = targetLexicon();
  const start =
    /^(?:(?:tỷ lệ|tỉ lệ|số|tổng số)\s+)*(?:lao động\s+(?=trẻ em))?/iu.exec(words)?.[0].length ?? 0;
  const before = words.slice(start, age.index);
  if (!isPeople(before) || deedIn(before) >= 0 || verbs.find(before).length > 0 || before.length > 60)
    return null;
  const till = age.index + age[0].length;
  return { start, end: before.endsWith('(') && words.charAt(till) === ')' ? till + 1 : till };
}

/** The first part of the population that is named, with those listed behind it: "người cao tuổi, người khuyết tật". */
function listedParts(words: string): Span | undefined {
  const [first, ...others] = targetLexicon()
    .parts.find(words)
    .filter(
      ({ end, start }) =>
        !OF_FUND.test(words.slice(0, start)) &&
        !/^\S.*\sdo\s$/iu.test(words.slice(0, start)) &&
        (!/^người bệnh$/iu.test(words.slice(start, end)) || !ILL_WITH.test(words.slice(end))),
    );
  if (first === undefined) return undefined;
  let { end } = first;
  for (const other of others) {
    if (!/^(?:,|\s+và|,\s+và)\s+$/u.test(words.slice(end, other.start))) break;
    end = other.end;
  }
  return { start: first.start, end };
}

/** "Quỹ vì phụ nữ nghèo": whom a fund is for names it. */
const OF_FUND = /(?<![A-Za-zÀ-\u036fḀ-ỹ])Quỹ\s(?:[^,;]*\s)?(?:vì|hỗ trợ|bảo trợ)\s[^;]*$/u;

/** "người bệnh lao các thể": all who have what the plan is about. */
const ILL_WITH =
  /^\s(?:lao|phong|sốt rét|tăng huyết áp|đái tháo đường|tâm thần|ung thư)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "mức độ hài lòng của người dân": even of mere people it is told who are asked. */
const SATISFIED = /^mức(?: độ)? hài lòng của\s/iu;

/** "Mức độ hài lòng của hành khách đối với dịch vụ": with what is none of those asked. */
const SATISFIED_WITH =
  /^(?:tỷ lệ|tỉ lệ|mức(?: độ)?|chỉ số)\shài lòng của\s(?<people>[A-Za-zÀ-\u036fḀ-ỹ]+(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,7}?)\sđối với\s/iu;

const ASKED = /^(?:tổ chức|cá nhân|công dân)(?:,|\svà)\s\p{Ll}/iu;

/** "tỷ lệ hài lòng của người dân, doanh nghiệp về …", "tỷ lệ điều trị thành công bệnh nhân lao mới": whose rate it is. */
const OF_PEOPLE =
  /^(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|mức(?: độ)?|chỉ số|thời gian|thu nhập|năng suất|chiều cao|cân nặng|tuổi thọ)\s(?:(?:[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,2},\s)?[^,;]*\s(?:của|đối với|ở|cho)\s+(?:một\s+)?|[^,;]*\s(?=bệnh nhân|người bệnh))(?<people>[A-Za-zÀ-\u036fḀ-ỹ]+(?:(?:\s|,\s)(?!khi|tại|trong|trên|để|về|đối)[A-Za-zÀ-\u036fḀ-ỹ\d-]+){0,8})(?=$|\s(?:về|khi|đối với|trong (?:giải quyết|thực hiện|quá trình|việc|tiếp cận|sử dụng))\s)/iu;

/** "Vắc xin dại chó, mèo (liều)", "lở mồm long móng đàn trâu, bò": the animals that something is given to. */
const HERD = ending(
  /^(?!(?:tổng|số|quy mô|phát triển|duy trì|chăn nuôi)\s)\S.*\s(?<animals>đàn\s(?:trâu, bò|trâu bò|trâu|bò|lợn|chó, mèo|chó|gia súc, gia cầm|gia súc|gia cầm|vật nuôi)|(?<=^(?:.*\s)?(?:vắc xin|tiêm(?: phòng)?)\s.*)(?:trâu, bò|trâu bò|chó, mèo|gia súc, gia cầm))(?:\s*\([^()]*\))?$/iu,
);

/** "Tái phạm trong số người chấp hành xong án phạt tù": among whom something happens. */
const AMONG_PEOPLE =
  /^(?!tỷ trọng|tỉ trọng).*\strong (?:tổng )?số\s+(?<people>[A-Za-zÀ-\u036fḀ-ỹ]+(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ\d]+){1,12})$/iu;

/** "Tỷ trọng đóng góp của khu vực kinh tế tư nhân": the part of the economy it is about. */
const SECTOR =
  /(?<=(?:\s(?:của|trong)|doanh thu)\s)khu vực\s+(?:(?:kinh tế|doanh nghiệp)\s+)?(?:tư nhân|tập thể|ngoài nhà nước|có vốn đầu tư nước ngoài|FDI)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "đợt khám sức khỏe cho người cao tuổi": whom a thing is given or done for, at its label's end. */
const FOR_PEOPLE =
  /(?<!\stheo\s[^,;]*)\s(?:cho|của)\s+(?<people>[A-Za-zÀ-\u036fḀ-ỹ]+(?:(?:\s|,\s)(?!để|về|theo|từ)[A-Za-zÀ-\u036fḀ-ỹ\d-]+){1,9})$/iu;

/** "45 xã, phường đạt chuẩn phổ cập giáo dục mầm non cho trẻ mẫu giáo": communes, schools and classes are what is counted. */
const OF_UNITS =
  /^(?:số\s+)?(?:xã|phường|huyện|thôn|trường|lớp(?!\s(?:tập huấn|bồi dưỡng|đào tạo|dạy|phổ biến|truyền thông))|phòng|gian hàng|website|hội nghị|doanh nghiệp)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** Those of an age, with or without who they are: "trẻ em dưới 5 tuổi", "trong độ tuổi từ 15 đến 60". */
const OF_AGE =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:trẻ em|trẻ|học sinh|phụ nữ|(?:trẻ em(?:,|\s+và)\s+)?người chưa thành niên|người|cụ|thanh niên|nam|nữ|dân số|lao động(?!\s+trẻ em))(?:\s+[A-Za-zÀ-\u036fḀ-ỹ]+){0,2}\s+)?(?:trong\s+)?(?:độ tuổi\s+)?(?:(?:từ đủ|từ|dưới|trên|đủ|khi)\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3}|\s+đến(?:\s+dưới)?\s+\d{1,3})?\s+(?:tháng\s+)?tuổi(?:\s+trở (?:lên|xuống))?|(?:trong\s+)?độ tuổi\s+(?:từ\s+)?\d{1,3}(?:\s*[-–]\s*|\s+đến\s+)\d{1,3}/iu;
