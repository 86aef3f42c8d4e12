import { AgencyReader } from '../lexicon/agency-mentions.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { wording } from '../lexicon/patterns.ts';
import type { Span } from '../plan/source-text.ts';

const WITH = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])phối hợp(?:\s+(?:chặt chẽ|cùng|thường xuyên|đồng bộ))*(?:\s+(?:với|cùng))?\s+/iu,
);

/** A list of partners is over within so many characters. */
export const LIST_LENGTH = 500;

/** The bodies named right behind the first "phối hợp (với)" that names any. */
export function partnersIn(text: string): Span[] {
  for (const match of WITH.all(text)) {
    const from = match.index + match[0].length;
    const rest = text.slice(from, from + LIST_LENGTH);
    const partners = bodiesFrom(rest, AgencyReader.of(rest));
    if (partners.length > 0)
      return partners.map(({ start, end }) => ({ start: start + from, end: end + from }));
  }
  return [];
}

export const GLUE = /^\s*(?:,\s*và|,|;|và|với|cùng với|cùng)\s+/u;

/** A list of bodies: those the lexicon knows, and between them others that are named by a noun of the kind. */
export function bodiesFrom(text: string, bodies: AgencyReader): Span[] {
  const lexicon = organisationLexicon();
  const partners: Span[] = [];
  let at = 0;
  for (;;) {
    const known = bodies.at(at);
    const noun = Math.max(
      at + lexicon.bodyOfFieldLength(text.slice(at)),
      at + lexicon.bodyLength(text.slice(at)),
    );
    const described = noun + placesLength(text.slice(at, noun), text.slice(noun), bodies, noun);
    const general =
      known !== undefined && (known.generic || /^(?:các|những)\s/iu.test(text.slice(at, known.end)))
        ? known.end + lexicon.fieldLength(text.slice(at, known.end), text.slice(known.end))
        : (known?.end ?? at);
    const tail = known === undefined ? at : general + lexicon.tailLength(text.slice(general));
    const named = tail + branchPlaceLength(text.slice(at, tail), text.slice(tail));
    const plain = Math.max(
      described,
      named + restOfPlaces(text.slice(at, named), text.slice(named), bodies, named),
      known === undefined || /^\s\p{Lu}/u.test(text.slice(known.end))
        ? at + properNameLength(text.slice(at))
        : 0,
      at + companyLength(text.slice(at)),
      at + lexicon.namedBodyLength(text.slice(at)),
      at + listedFieldsEnd(text.slice(at)),
    );
    if (plain <= at) return partners;
    const owned = plain + ownerLength(text.slice(at, plain), text.slice(plain));
    const end = owned + (SHORT_FORM.exec(text.slice(owned))?.[0].length ?? 0);
    const last = partners.at(-1);
    if (last !== undefined && isOneCollective(text, last, { start: at, end })) last.end = end;
    else partners.push({ start: at, end });
    const glue = GLUE.exec(text.slice(end))?.[0].length ?? 0;
    // A comma that the author forgot: the next body follows at once.
    const next = glue > 0 ? end + glue : bodies.at(end + 1)?.start;
    if (next === undefined) return partners;
    at = next;
  }
}

/** "Hiệp hội Thủy sản tỉnh (HASEP), các doanh nghiệp": a name's short form, with more names behind it. */
const SHORT_FORM = /^\s*\(\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ&.-]{1,14}\)(?=\s*,\s|\s+và\s)/u;

/** "các Sở: Tài chính, Tư pháp và Xây dựng": the length of a noun for several and of the fields that its colon lists, up to the end of the last; 0 for none. */
export function listedFieldsEnd(text: string): number {
  const head = FIELDS_LISTED.exec(text);
  const [, kind = ''] = head ?? [];
  if (head === null) return 0;
  let end = head[0].length;
  let told = 0;
  for (;;) {
    const probe = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${text.slice(end, end + 80)}`;
    const field = AgencyReader.of(probe).at(0);
    if (field === undefined || field.generic || field.end <= kind.length + 1) break;
    told = end + field.end - kind.length - 1;
    const glue = /^(?:,\s+|\s+và\s+)/u.exec(text.slice(told))?.[0].length ?? 0;
    if (glue === 0) break;
    end = told + glue;
  }
  return told;
}

const FIELDS_LISTED =
  /^(?:(?:Thủ trưởng|Giám đốc|Trưởng|Lãnh đạo)\s)?[Cc]ác\s([Ss]ở|[Pp]hòng)\s?:\s+(?=\p{Lu})/u;

/** "các đơn vị sự nghiệp trực thuộc UBND tỉnh": whose they are that a general noun names. */
function ownerLength(name: string, rest: string): number {
  const of = /^(?:các|những)\s/iu.test(name) ? (OWNED_BY.exec(rest)?.[0].length ?? 0) : 0;
  const again = /\strực thuộc$/iu.test(name) ? 1 : of;
  const owner = again === 0 ? undefined : AgencyReader.of(rest).at(again);
  return owner === undefined || owner.generic ? 0 : owner.end;
}

const OWNED_BY = /^\s(?:trực\s)?thuộc\s(?=\p{Lu})/u;

/** "các sở, ngành, trường đại học": a general noun without a quantifier of its own goes on with a list that nothing has closed. */
function isOneCollective(text: string, last: Span, next: Span): boolean {
  if (LEVELS_AND_BRANCHES.test(text.slice(last.start, next.end))) return true;
  const isOpen = LIST_OF_NOUNS.test(text.slice(last.start, last.end));
  return (
    isOpen &&
    /^\s*(?:,|và)\s*$/u.test(text.slice(last.end, next.start)) &&
    /^(?!các\s|những\s|cơ quan\s)\p{Ll}/u.test(text.slice(next.start))
  );
}

/** "các cấp, các ngành": all of them together. */
const LEVELS_AND_BRANCHES = /^các\s(?:cấp(?:,|\svà)\scác\sngành|ngành(?:,|\svà)\scác\scấp)$/iu;

const LIST_OF_NOUNS =
  /^(?:các|những)\s+[^,]+,(?:.*\s)?(?:ngành|địa phương|đoàn thể|đơn vị|tổ chức|doanh nghiệp|trường|viện)$/iu;

/** "các tỉnh Lạng Sơn, Thái Nguyên": the places behind a noun that needs some; 0 for none. */
function placesLength(noun: string, rest: string, bodies: AgencyReader, from: number): number {
  const place = /^các\s(?:tỉnh|xã|phường|huyện)$/iu.test(noun)
    ? (FIRST_PLACE.exec(rest)?.[0].length ?? 0)
    : 0;
  if (place === 0) return 0;
  const named = `${noun}${rest.slice(0, place)}`;
  return place + restOfPlaces(named, rest.slice(place), bodies, from + place);
}

const FIRST_PLACE = /^\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){0,3}(?=[,;.]|\s\p{Ll}|$)/u;

/** "UBND các xã Tam Đại, Tam Lãnh", "Khu công nghiệp Việt Nam - Singapore": names that go on behind the first. */
function restOfPlaces(name: string, rest: string, bodies: AgencyReader, from: number): number {
  const several = /(?:^|\s)các\s(?:tỉnh|xã|phường|thị trấn|huyện|thị xã|thành phố|thôn|ấp)\s\p{Lu}/u.test(
    name,
  );
  const committee = /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s\p{Ll}+(?:\s\p{Ll}+)?\s\p{Lu}/u.test(name);
  let length = 0;
  for (;;) {
    const match = (several ? NEXT_PLACE : committee ? NEXT_COMMITTEE : SECOND_NAME).exec(rest.slice(length));
    const next = from + length + (match?.[1]?.length ?? 0);
    const behind = rest.slice(length + (match?.[1]?.length ?? 0));
    if (match === null || bodies.at(next) !== undefined || organisationLexicon().beginsAsBody(behind))
      return length;
    length += match[0].length;
  }
}

const NEXT_PLACE = /^(,\s+|\s+và\s+)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,3}(?=[,;.]|\s\p{Ll}|$)/u;
/** "UBND thị xã Vĩnh Châu, huyện Trần Đề": the committee of the next place. */
const NEXT_COMMITTEE =
  /^(,\s+|\s+và\s+)(?:huyện|quận|thị xã|thành phố|thị trấn|xã|phường)\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){0,3}(?=[,;.]|\s\p{Ll}|$)/u;
const SECOND_NAME = /^(\s[-–]\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*(?=[,;.]|\s\p{Ll}|$)/u;

/** "BHXH cơ sở Gò Vấp": the place of a branch that is no unit of the administration. */
export function branchPlaceLength(name: string, rest: string): number {
  const place =
    /(?:cơ sở|khu vực|liên huyện|khu kinh tế|cửa khẩu|chi nhánh|^Phòng giao dịch\s.*(?:Chính sách xã hội|NHCSXH|CSXH))$/iu.test(
      name,
    )
      ? (/^(?:\s+(?:tỉnh|thành phố)(?=\s\p{Lu}))?(?:\s+(?:[-–]\s+)?(?:Đồng bằng sông|\p{Lu}[\p{Ll}’']*|\d{1,2}|[IVX]+)(?![A-Za-zÀ-\u036fḀ-ỹ])){1,4}(?:(?<=\d)\s+(?:tỉnh|thành phố)(?:\s+\p{Lu}\p{Ll}*(?![A-Za-zÀ-\u036fḀ-ỹ])){1,3})?/u.exec(
          rest,
        )?.[0].length ?? 0)
      : 0;
  if (place === 0 || !/khu kinh tế$/iu.test(name)) return place;
  return (
    place +
    (/^\s+và\s+các\s+(?:khu công nghiệp|KCN)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(rest.slice(place))?.[0].length ??
      0)
  );
}

/** A name that the lexicon doesn't know is not longer. */
const LONGEST_NAME = 80;

/** "Hạt Kiểm lâm huyện đấu tranh …": a name ends with its level. */
const LEVEL_BEFORE_DUTY =
  /\s(?:tỉnh|thành phố|huyện|quận|thị xã|(?<!hợp tác )xã(?!\s(?:hội|viên)(?![A-Za-zÀ-\u036fḀ-ỹ]))|phường)(?=\s\p{Ll})/u;

/** "Trạm Chăn nuôi và Thú y, UBND …": a name goes on behind "và" with a capital that begins no other body. */
export function endOfName(rest: string): number {
  const lexicon = organisationLexicon();
  for (const { index, 0: mark } of rest.matchAll(/[,;.:()]|\s(?:và|cùng)\s/gu)) {
    const behind = rest.slice(index + mark.length);
    if ((mark === ',' || mark === ' và ') && isOneOfFields(rest.slice(0, index), behind)) continue;
    const goesOn =
      mark === ' và ' &&
      /^\p{Lu}\p{Ll}+\s\p{Ll}+(?:\s\p{Ll}+){0,2}(?:[,;.]|$|\s)/u.test(behind) &&
      !lexicon.beginsAsBody(behind) &&
      AgencyReader.of(behind).at(0) === undefined;
    if (!goesOn) return index;
  }
  return -1;
}

/** "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh": the fields of a center are in small letters, and its level closes them. */
function isOneOfFields(name: string, behind: string): boolean {
  const rest = behind.trimStart();
  return (
    /^(?:Trung tâm|Văn phòng|Ban)\s(?:Xúc tiến|Hỗ trợ|Khuyến|Phát triển)|^(?:Hội|Hiệp hội|Chi hội)\s(?:Bảo vệ|Bảo trợ|Hỗ trợ|Khuyến|Phát triển|Kế hoạch)/u.test(
      name,
    ) &&
    FIELDS.test(rest) &&
    organisationLexicon().bodyLength(rest) === 0 &&
    AgencyReader.of(rest).at(0) === undefined
  );
}

const FIELDS =
  /^(?:\p{Ll}+(?:\s\p{Ll}+){0,3}(?:,|\svà)\s)?\p{Ll}+(?:\s\p{Ll}+){0,3}\s(?:tỉnh|thành phố|huyện|quận|thị xã)(?![A-Za-zÀ-\u036fḀ-ỹ])/u;

/** Where a text first says what a body does; "Quỹ Hỗ trợ phát triển hợp tác xã" does not yet. */
function endOfWords(text: string): number {
  const plain = text.replace(SUPPORT, (words) => words.toUpperCase());
  return organisationLexicon().dutyIndex(plain);
}

const SUPPORT =
  /(?<=(?:Quỹ|Trung tâm|Văn phòng|Phòng)\s)(?:Hỗ trợ|Xúc tiến|Đầu tư|Khuyến khích)(?:\s(?:phát triển|khuyến khích|hỗ trợ))?|(?<=\s)(?:Quản lý(?:,|\svà)?\s)?[Kk]hai thác\scông trình(?:\sthủy lợi|\sthuỷ lợi)?|Giáo dục thường xuyên/gu;

/** "Công ty CP Môi trường đô thị tỉnh thu gom …": the length of a company's name, up to its level, to what it does, or to the next mark; 0 for none. */
export function companyLength(text: string): number {
  const rest = text.slice(0, LONGEST_NAME);
  const kind = COMPANY.exec(rest)?.[0].length ?? 0;
  if (kind === 0) return 0;
  const name = rest.slice(kind);
  const duty = endOfWords(rest);
  const mark = endOfName(name);
  const level = LEVEL_BEFORE_DUTY.exec(name);
  const ends = [
    duty,
    mark < 0 ? -1 : kind + mark,
    level === null ? -1 : kind + level.index + level[0].length,
  ].filter((at) => at > kind);
  return ends.length === 0 ? 0 : rest.slice(0, Math.min(...ends)).trimEnd().length;
}

const COMPANY =
  /^(?:Tổng\s)?[Cc]ông ty(?:\s(?:TNHH|CP|MTV|[Cc]ổ phần|[Tt]rách nhiệm hữu hạn|[Mm]ột thành viên))+\s(?=\p{Lu}\p{Ll})/u;

/** "Trung tâm Xúc tiến Du lịch tỉnh": the length of a body's own name, up to what it does or the next mark; 0 for none. */
function properNameLength(text: string): number {
  const lexicon = organisationLexicon();
  const rest = text.slice(0, LONGEST_NAME);
  const placed = lexicon.placedBodyLength(rest);
  // "Trại tạm giam Công an tỉnh": it may be another body's instead of a place's.
  const owner = AgencyReader.of(rest)
    .all()
    .find(({ start, end }) => start > 0 && start < placed && end > placed);
  if (placed > 0) return owner?.end ?? placed;
  if (
    !/^\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?\s(?:\p{Lu}\p{Ll}|(?:TNHH|CP|MTV|ĐK|ĐKKV|YHCT|THPT|THCS|PTDTNT|PTDTBT)\s\p{Lu})/u.test(
      rest,
    ) ||
    !lexicon.beginsAsBody(rest)
  )
    return 0;
  const duty = endOfWords(rest);
  const mark = endOfName(rest);
  const level = LEVEL_BEFORE_DUTY.exec(rest);
  const ends = [duty, mark, level === null ? -1 : level.index + level[0].length].filter((at) => at > 0);
  return ends.length === 0 ? 0 : rest.slice(0, Math.min(...ends)).trimEnd().length;
}
