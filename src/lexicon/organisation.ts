import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { communeParts } from './commune-parts.ts';
import { fold } from './fold.ts';

const Organisation = z.strictObject({
  sections: z.array(z.string()),
  /** What the headings of a plan's other parts open with. */
  parts: z.array(z.string()),
  notBodies: z.array(z.string()),
  openers: z.array(z.string()),
  /** Whose words a sentence may be that charges a body: "Chủ tịch UBND tỉnh giao …"; before the level. */
  senders: z.array(z.string()),
  senderLevels: z.array(z.string()),
  /** What opens a sentence before the body it charges: "Căn cứ Kế hoạch này, …". */
  preludes: z.array(z.string()),
  /** What a body does, as against what belongs to its name; in small letters, as within a sentence. */
  duties: z.array(z.string()),
  bodies: z.array(z.string()),
  /** Bodies that have the name of a place and nothing behind it. */
  placedBodies: z.array(z.string()),
  /** Whole names of bodies that have no entry of their own; a level, a number or a place may follow. */
  namedBodies: z.array(z.string()),
  partnerNouns: z.array(z.string()),
  /** Bodies of parts of a commune, which are named behind them: "Ban tự quản các thôn, buôn". */
  ofCommuneParts: z.array(z.string()),
  partnerTails: z.array(z.string()),
  /** General nouns that name a body only with its field behind them: "các cơ sở y tế". */
  partnersOfField: z.array(z.string()),
  /** What the bodies of a general noun are concerned with. */
  fields: z.array(z.string()),
  /** The same in words that may as well be what they are to do: "các cơ sở sản xuất", "các cơ sở sản xuất hàng mẫu". */
  works: z.array(z.string()),
  /** Words in the labels of the columns of a table of duties. */
  columns: z.strictObject({
    leads: z.array(z.string()),
    partners: z.array(z.string()),
    times: z.array(z.string()),
    duties: z.array(z.string()),
  }),
});

/** How a plan heads the part that says who does what. */
export interface OrganisationLexicon {
  /** Whether a heading opens that part. */
  isOrganisation(heading: string): boolean;
  /** Whether a heading opens as those of a plan's other parts do: "Mục tiêu", "Nhiệm vụ và giải pháp". */
  isOtherPart(heading: string): boolean;
  /** Whether a heading within that part names a matter and no body. */
  isMatter(heading: string): boolean;
  /** Whether a heading begins as the name of a body does. */
  beginsAsBody(heading: string): boolean;
  /** How many characters of a heading ask or charge the body that follows: "Đề nghị ", "Giao ". */
  openerLength(heading: string): number;
  /** Whether a sentence opens with grounds or times, and not with its subject. */
  isPrelude(sentence: string): boolean;
  /** Where a text first says what a body does, -1 where it doesn't. */
  dutyIndex(text: string): number;
  /** Whether a text in small letters without diacritics may open with what a body does. */
  opensLikeDuty(folded: string): boolean;
  /** The length of a body described without a name at the start of a text ("cơ quan thuế", "các doanh nghiệp logistics"), 0 where there is none. */
  bodyLength(text: string): number;
  /** The length of the words behind a body's name that still belong to it (" liên ngành", " trên địa bàn"), 0 for none. */
  tailLength(text: string): number;
  /** The length of the words behind a general noun that tell which bodies it means (" bưu chính, viễn thông"), 0 for none. */
  fieldLength(noun: string, text: string): number;
  /** The length of a general noun at the start of a text that needs its field behind it, with the field; 0 for none. */
  bodyOfFieldLength(text: string): number;
  /** The length of a body's name at the start of a text that is its kind and a place ("Vườn quốc gia Cúc Phương"), 0 for none. */
  placedBodyLength(text: string): number;
  /** The length of a known body's name at the start of a text, its level, number and place included; 0 for none. */
  namedBodyLength(text: string): number;
  /** What the columns of a table of duties are labelled with, as patterns over folded text. */
  columns: Readonly<Record<'leads' | 'partners' | 'times' | 'duties', RegExp>>;
}

let lexicon: OrganisationLexicon | undefined;

export function organisationLexicon(): OrganisationLexicon {
  if (lexicon !== undefined) return lexicon;
  const data = Organisation.parse(
    JSON.parse(readFileSync(new URL('./organisation.json', import.meta.url), 'utf8')),
  );
  const folded = (words: readonly string[]) => words.map((word) => fold(word));
  const sections = folded(data.sections);
  const otherParts = folded(data.parts);
  const matters = folded(data.notBodies);
  const bodies = folded(data.bodies);
  const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
  const openers = new RegExp(`^(?:(?:${longestFirst(data.openers)})(?:\\s*:|\\s|$)\\s*){1,2}`, 'iu');
  const sender = new RegExp(
    `^(?:${longestFirst(data.senders)})\\s(?:${data.senderLevels.join('|')})(?=\\s)`,
    'iu',
  );
  const openerLength = (heading: string): number => {
    const level = sender.exec(heading)?.[0].length ?? 0;
    const charges = level === 0 ? null : CHARGES.exec(heading.slice(level));
    const sent = charges === null ? 0 : level + charges[0].length;
    const opener = openers.exec(heading.slice(sent))?.[0].length ?? 0;
    return opener === 0 ? 0 : sent + opener;
  };
  const preludes = new RegExp(`^(?:${longestFirst(data.preludes)})(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'iu');
  const duties = new RegExp(
    `(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:${longestFirst(data.duties)})(?![A-Za-zÀ-\u036fḀ-ỹ])`,
    'u',
  );
  const barePattern = new RegExp(`^(?:${longestFirst(folded(data.duties))})(?![a-z])`);
  const tailPattern = new RegExp(
    `^(?:\\s+(?:${longestFirst(data.partnerTails)})(?![A-Za-zÀ-\u036fḀ-ỹ]))+`,
    'iu',
  );
  const parts = longestFirst(communeParts());
  // "Ban Quản lý", "Ban quản lý": each word in small or with a capital.
  const bodiesOfParts = longestFirst(data.ofCommuneParts).replace(
    / (\p{Ll})/gu,
    (_, letter: string) => ` [${letter}${letter.toUpperCase()}]`,
  );
  const partsPattern = new RegExp(
    `^(?:(?:${bodiesOfParts})\\s(?:các\\s)?|các\\s)(?:${parts})(?:(?:,|\\svà)\\s(?:${parts}))*(?![A-Za-zÀ-\u036fḀ-ỹ]|\\s[\\p{Lu}\\d])`,
    'u',
  );
  const nounPattern = new RegExp(`^(?:${longestFirst(data.partnerNouns)})(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'iu');
  const fieldPattern = new RegExp(
    `^(\\s+(?:[-–]\\s+)?|,\\s+|\\s+và\\s+)(?:(${longestFirst(data.works)})|${longestFirst(data.fields)})(?![A-Za-zÀ-\u036fḀ-ỹ])`,
    'u',
  );
  const ofFieldPattern = new RegExp(`^(?:${longestFirst(data.partnersOfField)})(?=\\s)`, 'iu');
  const placedPattern = new RegExp(
    `^(?:${data.placedBodies.map((name) => `[${name.charAt(0).toUpperCase()}${name.charAt(0)}]${name.slice(1)}`).join('|')})(?:\\s(?:[-–]\\s)?\\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ]*)+`,
    'u',
  );
  // Asked first: most texts begin with none of them.
  const namedFirsts = new Set(data.namedBodies.map((name) => firstWord(name).toLowerCase()));
  const namedPattern = new RegExp(`^(?:${longestFirst(data.namedBodies)})(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'iu');
  const closedPattern = new RegExp(`(?<!hợp tác)\\s(?:${longestFirst(data.partnerTails)})$`, 'iu');
  const beginsAsBody = (heading: string): boolean => {
    const text = fold(heading);
    return (
      bodies.some((words) => startsWithWords(text, words)) &&
      !matters.some((words) => startsWithWords(text, words))
    );
  };
  const isDuty = (text: string): boolean => duties.exec(text)?.index === 0;
  const endsName = (rest: string): boolean => {
    if (BEHIND_NAME.test(rest) || tailPattern.test(rest) || isDuty(rest.trimStart())) return true;
    const next = ANOTHER.exec(rest)?.[0].length ?? 0;
    return next > 0 && beginsAsBody(rest.slice(next)) && !isDuty(rest.slice(next));
  };
  const meetsBody = (rest: string): boolean => {
    const next = ANOTHER.exec(rest)?.[0].length ?? 0;
    const behind = rest.slice(next);
    return isDuty(behind.trimStart()) ? next === 0 : next > 0 && beginsAsBody(behind);
  };
  const fieldLength = (noun: string, behind: string): number => {
    // "ngành Thú y": a branch is often written with a capital.
    const text = /(?<![A-Za-zÀ-\u036fḀ-ỹ])ngành$/iu.test(noun)
      ? behind.replace(/^\s+\p{Lu}/u, (start) => start.toLowerCase())
      : behind;
    let length = 0;
    let isWork = false;
    let at = 0;
    if (closedPattern.test(noun)) return 0;
    const schools = /(?<![A-Za-zÀ-\u036fḀ-ỹ])trường$/iu.test(noun)
      ? (SCHOOLS.exec(text)?.[0].length ?? 0)
      : 0;
    if (schools > 0) return schools;
    for (;;) {
      const match = fieldPattern.exec(text.slice(at));
      if (match === null || (at === 0 && match[1]?.trim() !== ''))
        return length + (length === at ? (ABBREVIATED.exec(text.slice(at))?.[0].length ?? 0) : 0);
      isWork ||= match[2] !== undefined;
      at += match[0].length;
      if (!isWork || endsName(text.slice(at))) length = at;
      else if (MAKERS.test(noun)) {
        const object = OBJECT.exec(text.slice(at))?.[0].length ?? 0;
        if (object > 0 && meetsBody(text.slice(at + object))) return at + object;
      }
    }
  };
  const tailLength = (text: string): number => tailPattern.exec(text)?.[0].length ?? 0;
  const closed = (text: string, end: number): number => end + tailLength(text.slice(end));
  const labelled = (words: readonly string[]) =>
    new RegExp(`(?<![a-z])(?:${folded(words).join('|')})(?![a-z])`);
  lexicon = {
    columns: {
      leads: labelled(data.columns.leads),
      partners: labelled(data.columns.partners),
      times: labelled(data.columns.times),
      duties: labelled(data.columns.duties),
    },
    isOrganisation: (heading) => {
      const text = fold(heading);
      return sections.some((words) => text.includes(words));
    },
    isOtherPart: (heading) => {
      const text = fold(heading);
      return otherParts.some((words) => startsWithWords(text, words));
    },
    isMatter: (heading) => {
      const text = fold(heading);
      return matters.some((words) => startsWithWords(text, words));
    },
    beginsAsBody,
    tailLength,
    bodyLength: (text) => {
      const named = nounPattern.exec(text)?.[0] ?? '';
      // "các thôn, buôn": however many kinds of parts are listed.
      const listed = partsPattern.exec(text.charAt(0).toLowerCase() + text.slice(1))?.[0].length ?? 0;
      if (listed > named.length) return closed(text, listed);
      const noun = named;
      return noun === '' ? 0 : closed(text, noun.length + fieldLength(noun, text.slice(noun.length)));
    },
    fieldLength,
    bodyOfFieldLength: (text) => {
      const noun = ofFieldPattern.exec(text)?.[0].length ?? 0;
      const field = noun === 0 ? 0 : fieldLength('', text.slice(noun));
      return field === 0 ? 0 : closed(text, noun + field);
    },
    placedBodyLength: (text) => placedPattern.exec(text)?.[0].length ?? 0,
    namedBodyLength: (text) => {
      if (!namedFirsts.has(firstWord(text).toLowerCase()) || !/^\p{Lu}/u.test(text)) return 0;
      const name = namedPattern.exec(text)?.[0].length ?? 0;
      if (name === 0) return 0;
      return name + (OF_PLACE.exec(text.slice(name))?.[0].length ?? 0);
    },
    isPrelude: (sentence) => preludes.test(sentence),
    dutyIndex: (text) => duties.exec(text)?.index ?? -1,
    opensLikeDuty: (text) => barePattern.test(text),
    openerLength,
  };
  return lexicon;
}

/** A text up to its first blank. */
function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}

/** Whose a body is, behind its name: "tỉnh", "huyện Lục Ngạn", "khu vực III", "số 3", "Bắc Ninh", "Công an tỉnh". */
const OF_PLACE =
  /^(?:\s(?:khu vực|liên huyện|chi nhánh|số|cửa khẩu|quốc gia)(?![A-Za-zÀ-\u036fḀ-ỹ]))?(?:\s(?:[-–]\s)?(?!Công an\s)(?:\p{Lu}{2,8}|\p{Lu}[\p{Ll}’'.]*(?![A-Za-zÀ-\u036fḀ-ỹ])(?!\s(?:trì|hợp|dựng|khai)\s)|\d{1,3}|[IVX]+)(?![A-Za-zÀ-\u036fḀ-ỹ\d/]))*(?:\s(?:Công an\s)?(?:cấp\s)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?!\s(?:hội|viên)(?![A-Za-zÀ-\u036fḀ-ỹ]))|phường|thị trấn|đặc khu)(?![A-Za-zÀ-\u036fḀ-ỹ])(?:\s(?:\p{Lu}[\p{Ll}’'.]*|\d{1,2})(?![A-Za-zÀ-\u036fḀ-ỹ\d]))*)?/u;
/** The place of a sender, and what it does to the body behind. */
const CHARGES = /^(?:\s\p{Lu}\p{Ll}*){0,4}\s(?=(?:giao|đề nghị|yêu cầu|phân công)\s)/u;
/** What follows a name that is over. */
const BEHIND_NAME = /^\s*(?:$|[;.:()])|^\s+(?:trong|tại|ở|để|nhằm|về|theo|khi|từ|đã|được|cùng)\s/u;
/** "các trường Mầm non, THCS": levels of schools as their names have them. */
const SCHOOLS =
  /^\s(?:(?:,?\s(?:và\s)?)?(?:[Mm]ầm non|[Mm]ẫu giáo|[Tt]iểu học|[Tt]rung học(?: cơ sở| phổ thông)?|[Pp]hổ thông dân tộc (?:nội|bán) trú|MN|TH|THCS|THPT|PTDTNT|PTDTBT|TH&THCS|GDTX)(?![A-Za-zÀ-\u036fḀ-ỹ&]))+/u;
/** Bodies that are told by what they make or trade in: "các doanh nghiệp chế biến chè". */
const MAKERS = /(?:doanh nghiệp|cơ sở|công ty|nhà máy|hợp tác xã|tổ hợp tác|hộ)$/iu;
const OBJECT =
  /^(?:\s\p{Ll}+){1,3}?(?=,?\s+và\s|,\s|\s(?:chủ trì|hỗ trợ|xây dựng|tổ chức|thực hiện|tham gia|ký kết|chấp hành|khảo sát)\s)/u;
/** What another name may follow. */
const ANOTHER = /^(?:\s*,|\s+và|\s*,\s+và)\s+/u;
/** "các doanh nghiệp FDI" */
const ABBREVIATED = /^(\s+)\p{Lu}{2,6}\d?(?![A-Za-zÀ-\u036fḀ-ỹ\d])/u;

function startsWithWords(text: string, words: string): boolean {
  return text.startsWith(words) && !/[a-z]/.test(text.charAt(words.length));
}
