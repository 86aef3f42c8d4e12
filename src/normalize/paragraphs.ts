import { findAgencies } from '../lexicon/agency-mentions.ts';
import { fold } from '../lexicon/fold.ts';
import { hasSmall } from '../lexicon/letter-case.ts';
import { isOtherPartLine, isPartLine } from '../lexicon/name-lines.ts';
import { CLOSED, mayBeMarked, mayBeNumbered } from '../lexicon/numbering.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { ending, type Sought } from '../lexicon/patterns.ts';
import type { LineStyle, ReadWord } from '../plan/document.ts';
import type { Line } from './lines.ts';

/** A block of the normalised text before it gets its place in it. Offsets are into `text`. */
export interface Draft {
  text: string;
  page: number;
  style: LineStyle;
  cells: { start: number; end: number }[] | null;
  gapAfter: boolean;
  words: (ReadWord & { page: number })[];
  repairs: { start: number; end: number; original: string; confidence: number }[];
}

/** How the lines of a document relate to its paragraphs. */
interface Layout {
  /** Length of a full line. */
  width: number;
  /** Lines are broken at the width; otherwise a line is a paragraph. */
  wrapped: boolean;
  /** Every line is followed by an empty one, so one empty line says nothing. */
  doubleSpaced: boolean;
  /** Lines of one paragraph follow each other without an empty line, whatever their length. */
  markdown: boolean;
  /** The first line of a paragraph is indented, the others are not. */
  indented: boolean;
}

const STRUCTURAL = new RegExp(
  [
    String.raw`^(?:[IVXLivxl1|]{1,5}\.\s*\p{Lu}`,
    String.raw`[IVXLC]{1,5}\s*(?:${CLOSED}|[/:-])\s`,
    String.raw`[A-H]\s*${CLOSED}\s+\p{Lu}{2}`,
    String.raw`\d{1,3}(?:\.\d{1,2})*\s*${CLOSED}\s*[A-Za-zÀ-\u036fḀ-ỹ]`,
    // "5. 60% bệnh viện …": no number that blanks part has a share behind its stop.
    String.raw`\d{1,2}\s*${CLOSED}\s+\d{1,3}(?:,\d+)?\s?%\s`,
    String.raw`\d{1,2}(?:\.\d{1,2})+\.?\s`,
    String.raw`\d{1,2}(?:\.\d{1,2})*\s*\/\s+\p{Lu}`,
    String.raw`[a-zđ]\s*(?:\)|${CLOSED}\s+(?=\p{Lu})|\/\s+(?=\p{Lu}))`,
    String.raw`[-–—•+*~¬»]\s*(?=[A-Za-zÀ-\u036fḀ-ỹ\d"“(])`,
    String.raw`o\s+(?=\p{Lu})`,
    String.raw`\[\d{1,2}\])`,
  ].join('|'),
  'u',
);
/** A marker only where something has ended: `1/Phòng …`, `1- Sở …`, `II-CÁC CHỈ TIÊU`, `5. 120 hộ …`. */
const LOOSE_MARKER =
  /^(?:(?:\d{1,2}|[a-zđ])(?:\/(?=\p{Lu}\p{Ll}|\p{Lu}{4,}\s)|\s?[-–—]\s(?=\p{Lu}))|\d{1,2}[.)]\s(?=\d+(?:[.,]\d+)*\s\p{Ll})|[IVXL]{1,5}[-–—/](?=\p{Lu}{2,}[\s,]+\p{Lu}{2}))/u;
const OPENERS =
  /^(?:(?:phan|chuong|muc|dieu)\s+(?:[ivxlc]+|\d+)\b|noi nhan|(?:du thao )?ke hoach$|cong hoa xa hoi|doc lap|so\s*:|tm\.|kt\.|tl\.|tuq\.|q\.\s|phu luc|can cu |kinh gui|tren day la|\((?:ban hanh )?kem theo |(?:don vi(?: tinh)?|dvt)\s*:)/;
/** The first line of a signer's office (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 7). */
const OFFICE_LINE =
  /^(?:pho |quyen )?(?:chu tich|(?:tong )?giam doc|truong (?:ban|phong)|chanh van phong|chanh thanh tra|(?:chi )?cuc truong|bo truong|thu truong)(?: |$)/;
/** What a line begins with that opens, or is an office. */
const OPENER_LETTERS = 'pPcCmMdDđĐnNkKsStTqQgGbB(';
/** Of a line no more is looked at for how it opens: blanks are single, and the words above end long before. */
const LONGEST_OPENER = 64;
/** A list letter that was misread: `gø)`, `ï)`. */
const ODD_MARKER = /^[A-Za-zÀ-\u036fḀ-ỹ]{1,2}\s?\)\s\p{Lu}/u;
/** A list marker or heading number with its words on the next line. */
const BARE_MARKER = new RegExp(
  String.raw`^(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Za-zđ])\s*(?:${CLOSED}|\/)$`,
  'u',
);
const NUMBERED = new RegExp(String.raw`^(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*)\s*(?:${CLOSED}|\/)\s`);
const FIGURE_ITEM = /^(\d{1,2})[.)]\s\d+(?:[.,]\d+)*\s\p{Ll}/u;
const ITEM_NUMBER = /^(\d{1,2})[.)]\s/u;
/** "(khóa" + "XII) về …": a bracket that opens near the end of one line and closes near the beginning of the next. */
const BRACKET_OPENS = ending(/\([A-Za-zÀ-\u036fḀ-ỹ][^():;.]{0,60}$/u);
const BRACKET_CLOSES = /^(?![a-zđ]\))[^():;.]{1,60}\)/u;
/** "- Bộ Lao động" + "TBXH;": the short form that closes an item. */
const SHORT_FORM_CLOSES = /^\p{Lu}{2,}(?:[-&]\p{Lu}+)*;$/u;
/** "Công văn số" + "7375/BYT-TCDS", with diacritics or without. */
const SYMBOL = /^\d{1,5}(?:\s?\/\s?(?:19|20)\d{2})?\s?[-/]\s?\p{Lu}/u;
const SYMBOL_WORD = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])s[ốo]$/iu);
/** "đến năm" + "2030". */
const YEAR_FIRST = /^(?:19|20)\d{2}(?![\d/.])/;
const YEAR_WORD = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])n[ăa]m$/iu);
/** Words that something must follow; without diacritics those whose letters make no other word that ends a line: "từ" has those of "tư". */
const OPEN_END = withAndWithoutMarks(
  'của|và|hoặc|về|cho|với|(?<![Tt]ồn |[Hh]iện )tại|từ|đến|trong|theo|do|bởi|các|những|ngày|tháng|(?<!(?:[Cc]huyển đổi|[Kk]inh tế|xã hội|công nghệ|hạ tầng) )số|là|để|nhằm|(?<!(?:[Nn]hà|[Đđ]ất|[Nn]ơi) )ở|trên|dưới|giữa|gồm|cùng|như|nếu|thuộc',
  (words) => `(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:${words})$`,
  'cua|va|hoac|cho|voi|trong|theo|cac|nhung|ngay|duoi|giua|thuoc',
);
/** What the text after a title begins with. */
const PREAMBLE = withAndWithoutMarks(
  'Thực hiện|Triển khai|Căn cứ|Nhằm|Để|Trên cơ sở',
  (words) => `^(?:${words})(?![A-Za-zÀ-\u036fḀ-ỹ])`,
  'Thuc hien|Trien khai|Can cu|Nham|De|Tren co so',
);
/** What a number follows within a phrase: "cấp độ" + "1. …" is no list. */
const NUMBERED_BEFORE = withAndWithoutMarks(
  'cấp độ|mức độ|Điều|điều|khoản|mục|số|nhóm|giai đoạn',
  (words) => `(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:${words})$`,
  'cap do|muc do|Dieu|dieu|khoan|muc|nhom|giai doan',
);
/** "8. UBND" + "các xã, phường": a body's short form is no title in capitals. */
const SHORT_FORM = /^(?:\S{1,5}\s)?\p{Lu}{3,6}$/u;
const STOPS = '.;:!?…';
const CLOSERS = '"”’»)';

/** Tells where a text has one of some words, or, where it is without any diacritics, one of the `bare` ones. */
function withAndWithoutMarks(
  words: string,
  pattern: (words: string) => string,
  bare: string,
): (text: string) => boolean {
  const sought = (source: string): Sought =>
    source.endsWith('$') ? ending(new RegExp(source, 'u')) : new RegExp(source, 'u');
  const marked = sought(pattern(words));
  const unmarked = sought(pattern(bare));
  return (text) => marked.test(text) || (unmarked.test(text) && !hasMarks(text));
}

function hasMarks(text: string): boolean {
  return /[À-ɏḀ-ỿ]|\p{M}/u.test(text);
}

/** Whether a text ends with a stop, or with one before closing quotes and brackets. */
function isEnded(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && CLOSERS.includes(text.charAt(at))) at -= 1;
  return at >= 0 && STOPS.includes(text.charAt(at));
}

/** Joins the lines that one paragraph was broken into, by blank, or without one where a symbol was broken at its hyphen. */
export function joinParagraphs(lines: readonly Line[], markdown: boolean): Draft[] {
  const layout = layoutOf(lines, markdown);
  const drafts: Draft[] = [];
  let notes: Draft[] = [];
  let last: Line | null = null;
  let current: Draft | null = null;
  for (const line of lines) {
    if (line.aside === 'note') {
      addNote(notes, line);
      continue;
    }
    const glue: string | null =
      last === null ? null : glueBetween(last, line, current?.text ?? '', isTypeLine(drafts.at(-2)), layout);
    if (current !== null && last !== null && glue !== null) {
      append(current, line, glue);
    } else if (
      current?.cells != null &&
      line.row === 'continued' &&
      line.cells?.length === current.cells.length
    ) {
      appendRow(current, line);
    } else {
      // Notes at the foot of a page stand behind what runs on over its end.
      if (current?.cells == null || line.cells === null) {
        drafts.push(...notes);
        notes = [];
      }
      if (current !== null) current.gapAfter = line.gap > (layout.doubleSpaced ? 1 : 0);
      current = draftOf(line);
      drafts.push(current);
    }
    last = line;
  }
  return [...drafts, ...notes];
}

function addNote(notes: Draft[], line: Line): void {
  const note = notes.at(-1);
  if (note === undefined || line.begins !== false) notes.push(draftOf(line));
  else append(note, line, glueOf(note.text, line.text));
}

function draftOf(line: Line): Draft {
  const draft: Draft = {
    text: line.text,
    page: line.page,
    style: line.style,
    cells: null,
    gapAfter: true,
    words: line.words.map((word) => ({ ...word, page: line.page })),
    repairs: [],
  };
  if (line.cells !== null) {
    draft.cells = [];
    draft.text = '';
    for (const cell of line.cells) {
      if (draft.cells.length > 0) draft.text += '\t';
      const start = draft.text.length;
      draft.text += cell.replaceAll('\n', ' ');
      draft.cells.push({ start, end: draft.text.length });
    }
  }
  return draft;
}

function append(draft: Draft, line: Line, glue: string): void {
  const shift = draft.text.length + glue.length;
  draft.text += glue + line.text;
  for (const word of line.words) {
    draft.words.push({ ...word, start: word.start + shift, end: word.end + shift, page: line.page });
  }
}

/** Appends each cell of a row that was broken over two pages to the cell it goes on with. */
function appendRow(draft: Draft, line: Line): void {
  const below = draftOf(line);
  const cells: Draft['cells'] = [];
  const words: Draft['words'] = [];
  let text = '';
  for (const [index, cell] of (draft.cells ?? []).entries()) {
    if (index > 0) text += '\t';
    const start = text.length;
    for (const [source, { start: from, end: to }] of [
      [draft, cell],
      [below, below.cells?.[index] ?? { start: 0, end: 0 }],
    ] as const) {
      const part = source.text.slice(from, to);
      if (part === '') continue;
      if (text.length > start) text += glueOf(text.slice(start), part);
      const shift = text.length - from;
      for (const word of source.words) {
        if (word.start >= from && word.end <= to)
          words.push({ ...word, start: word.start + shift, end: word.end + shift });
      }
      text += part;
    }
    cells.push({ start, end: text.length });
  }
  Object.assign(draft, { text, cells, words });
}

function layoutOf(lines: readonly Line[], markdown: boolean): Layout {
  const texts = lines.filter((line) => line.cells === null);
  const lengths = texts.map((line) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const full = lengths.filter((length) => length >= width * 0.75 && length <= width * 1.15).length;
  const wrapped = width <= 140 && full * 3 > lengths.length;
  const spaced = texts.filter((line) => line.gap > 0).length;
  const firsts = texts.filter((line) => line.indent >= 3).length;
  const flush = texts.filter((line) => line.indent < 3).length;
  const open = texts.filter((line) => !isEnded(line.text)).length;
  return {
    width,
    wrapped,
    doubleSpaced: wrapped && spaced * 4 > texts.length * 3 && open * 2 > texts.length,
    markdown: markdown && spaced * 4 <= texts.length * 3,
    indented: !markdown && firsts * 6 > texts.length && flush * 4 > texts.length,
  };
}

/** What to put between two lines of one paragraph; null where the second begins a new one. */
function glueBetween(last: Line, next: Line, sofar: string, isTitle: boolean, layout: Layout): string | null {
  if (last.cells !== null || next.cells !== null) return null;
  const glue = glueOf(last.text, next.text);
  if (glue === '') return '';
  if (next.begins === true) return null;
  if (next.begins === false && !standsAlone(last.text)) return glue;
  if (last.style.closed === true || last.style.heading !== next.style.heading) return null;
  if (layout.indented && next.indent >= 3 && (!/^\p{Ll}/u.test(next.text) || ODD_MARKER.test(next.text)))
    return null;
  const gap = next.page === last.page ? next.gap - (layout.doubleSpaced ? 1 : 0) : 1;
  if (gap <= 0 && mayBeNumbered(last.text) && BARE_MARKER.test(last.text)) return ' ';
  if (
    gap <= 0 &&
    next.text.endsWith(';') &&
    SHORT_FORM_CLOSES.test(next.text) &&
    !isEnded(last.text) &&
    STRUCTURAL.test(sofar)
  )
    return glue;
  if (gap <= 0 && goesOnInNumber(last.text, next.text)) return glue;
  if (gap <= 0 && next.text.includes(')') && BRACKET_CLOSES.test(next.text) && BRACKET_OPENS.test(last.text))
    return glue;
  if (beginsBlock(next, last, gap) || isNextItem(sofar, next.text) || standsAlone(last.text)) return null;
  const terminal = isEnded(last.text);
  const lower = /^[\p{Ll}\d(%,;]/u.test(next.text);
  const full = last.text.length >= layout.width * 0.6;
  const sameCase = isCapitals(last.text) === isCapitals(next.text);
  if (layout.indented && next.indent < 3 && last.page === next.page && gap <= 0 && !terminal && sameCase) {
    return glue;
  }
  if (gap > 0) {
    if (terminal || isHeading(sofar, last)) return null;
    if (isTitle && !lower) return null;
    if (layout.wrapped) return full && lower ? glue : null;
    if (beginsDuty(last, next)) return null;
    return sofar.length > 120 || (sofar.length > 60 && lower) ? glue : null;
  }
  if (isTitle && PREAMBLE(next.text) && !OPEN_END(last.text)) return null;
  if (/,$/.test(last.text) || OPEN_END(last.text)) return glue;
  const shouting = isCapitals(last.text) && last.text.length > 3;
  const capitals =
    isCapitals(next.text) && (next.text.length > 3 || (shouting && /^\p{Lu}+$/u.test(next.text)));
  const abbreviated = SHORT_FORM.test(last.text) && /^\p{Ll}/u.test(next.text);
  if (shouting && !capitals && !abbreviated) return null;
  if (capitals && !isCapitals(last.text) && (terminal || !full || headsPart(next.text))) return null;
  if (layout.markdown) {
    const ended = /[.;]["”)]*$/.test(last.text) && /^["“]?\p{Lu}/u.test(next.text);
    return ended && last.text.length < layout.width * 0.5 ? null : glue;
  }
  if (/:$/.test(last.text) && GOES_ON.test(next.text) && STRUCTURAL.test(sofar)) return glue;
  if (!layout.wrapped) {
    if (terminal) return null;
    const goesOn = /^\p{Ll}/u.test(next.text) || namesOneBody(last, next);
    const item = STRUCTURAL.test(sofar) && last.text.length > 20;
    return goesOn || (lower && (last.text.length > 60 || item)) ? glue : null;
  }
  if (lower && /[;.]["”)]*$/.test(last.text) && full) return glue;
  if (/[;:]["”)]*$/.test(last.text)) return null;
  if (terminal) return last.text.length >= layout.width * 0.85 && !isHeading(sofar, last) ? glue : null;
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const couldHaveFitted = last.text.length + 1 + word.length < layout.width * 0.9;
  const long = last.text.length >= layout.width * 0.7;
  if (!couldHaveFitted || lower) return glue;
  const begins = !long || isHeading(sofar, last) || beginsDuty(last, next);
  return begins && !namesOneBody(last, next) ? null : glue;
}

/** "TỔ CHỨC THỰC HIỆN": whatever stands above it. */
function headsPart(line: string): boolean {
  return isPartLine(line) || isOtherPartLine(line);
}

/** "… được khám sàng lọc:" + "46.500 người": what a line begins with that goes on behind a colon, and no list marker. */
const GOES_ON = /^(?:\p{Ll}|\d+(?:[.,]\d+)*(?:\s?%|\s+\p{Ll}))/u;

function namesOneBody(last: Line, next: Line): boolean {
  return !isCapitals(next.text) && isWithinName(last.text, next.text);
}

function goesOnInNumber(last: string, next: string): boolean {
  if (!isDigit(next.charCodeAt(0))) return false;
  return (SYMBOL.test(next) && SYMBOL_WORD.test(last)) || (YEAR_FIRST.test(next) && YEAR_WORD.test(last));
}

/** "Xây dựng kế hoạch …": what somebody is to do, and not the end of a name ("Ban | Chỉ đạo …"). */
function beginsDuty(last: Line, next: Line): boolean {
  const lexicon = organisationLexicon();
  const opening = next.text.charAt(0).toLowerCase() + next.text.slice(1, LONGEST_OPENER);
  const end = last.text.slice(last.text.lastIndexOf(' ') + 1);
  const isDuty =
    lexicon.dutyIndex(opening) === 0 || (!hasMarks(opening) && lexicon.opensLikeDuty(opening.toLowerCase()));
  return isDuty && !lexicon.beginsAsBody(`${end} ${opening}`);
}

/** '' where a symbol such as `58/NQ-` or `28-` was broken at its hyphen, a blank elsewhere. */
function glueOf(last: string, next: string): string {
  if (!last.endsWith('-') || !/[A-Za-zÀ-\u036fḀ-ỹ\d]-$/u.test(last) || !/^[A-Za-zÀ-\u036fḀ-ỹ\d]/u.test(next))
    return ' ';
  const token = /\S+$/.exec(last)?.[0] ?? '';
  return /\d/.test(token) || /\//.test(token) || /^\p{Lu}+-$/u.test(token) ? '' : ' ';
}

function beginsBlock(next: Line, last: Line, gap: number): boolean {
  const byWords = OPENER_LETTERS.includes(next.text.charAt(0)) ? beginsByWords(next, last, gap) : null;
  if (byWords !== null) return byWords;
  if (!mayBeMarked(next.text)) return false;
  if (mayBeNumbered(next.text)) {
    if ((ODD_MARKER.test(next.text) || LOOSE_MARKER.test(next.text)) && isEnded(last.text)) return true;
    if (BARE_MARKER.test(next.text) && gap > 0) return true;
  }
  if (!STRUCTURAL.test(next.text)) return false;
  // "kinh tế" + "- xã hội" is one phrase.
  if (/^[-–]\s+\p{Ll}/u.test(next.text) && gap <= 0 && /\p{Ll}$/u.test(last.text) && last.text.length > 30)
    return false;
  if (/^[-–]\s+\p{Lu}/u.test(next.text) && gap <= 0 && isWithinName(last.text, next.text)) return false;
  if (/^\d{1,2}[.)]/.test(next.text) && gap <= 0 && NUMBERED_BEFORE(last.text)) return false;
  // "giai đoạn 2021" + "- 2025 …" is one phrase.
  return !(/^[-–]\s*\d/.test(next.text) && /\d$/.test(last.text));
}

/** What the words that a line opens with tell of whether it begins a block; null where they tell nothing. */
function beginsByWords(next: Line, last: Line, gap: number): boolean | null {
  if (/^(?:Điều|Dieu) \d/u.test(next.text) && /[,;]$/.test(last.text)) return false;
  const opening = fold(next.text.slice(0, LONGEST_OPENER));
  if (OPENERS.test(opening) && !/^(?:can cu|so\s*:)/.test(opening)) return true;
  if (/^(?:căn cứ|can cu) /iu.test(next.text)) return isEnded(last.text) || gap > 0;
  if (/^s[ốo]\s*:/iu.test(next.text)) return true;
  return isCapitals(next.text) && isCapitals(last.text) && OFFICE_LINE.test(opening) ? true : null;
}

/** Whether a line opens with a figure behind the number that follows the paragraph's own: "4. …" + "5. 120 hộ …". */
function isNextItem(sofar: string, next: string): boolean {
  if (!isDigit(next.charCodeAt(0))) return false;
  const number = FIGURE_ITEM.exec(next)?.[1];
  return number !== undefined && Number(ITEM_NUMBER.exec(sofar)?.[1]) === Number(number) - 1;
}

/** "Bộ Lao động" + "- Thương binh và Xã hội", "Thủ tướng" + "Chính phủ": a body's name that goes on, and not another one's. */
function isWithinName(last: string, next: string): boolean {
  // "Cung cấp …", whose letters are those of "cùng cấp", which closes names.
  if (!/[A-Za-zÀ-\u036fḀ-ỹ]$/u.test(last) || /^Cung c[aấ]p(?![A-Za-zÀ-\u036fḀ-ỹ])/u.test(next)) return false;
  const above = last.slice(-LONGEST_OPENER);
  const below = next.slice(0, LONGEST_OPENER);
  const from = above.length + 1;
  const name = findAgencies(`${above} ${below}`).find(({ start, end }) => start < from && end > from + 1);
  if (name === undefined) return false;
  const own = findAgencies(below)[0];
  return own?.start !== 0 || own.end + from <= name.end;
}

const STANDS_ALONE =
  /^(?:(?:du thao )?ke hoach|noi nhan\s*:?|doc lap.*hanh phuc|(?:tm|kt|tl|tuq)\..*|[([]?da ky(?: so)?(?:,? (?:va )?dong dau)?[)\]]?)$/;

/** What such a line begins with. */
const ALONE_LETTERS = 'kKnNđĐdDtT([';

/** Lines that are a whole block whatever follows them. */
function standsAlone(text: string): boolean {
  return ALONE_LETTERS.includes(text.charAt(0)) && STANDS_ALONE.test(fold(text)) && !/,$/.test(text);
}

function isHeading(text: string, last: Line): boolean {
  if (last.style.heading !== undefined || last.style.bold === true) return true;
  if (isCapitals(text)) return true;
  return text.length < 70 && NUMBERED.test(text);
}

const TYPE_LINES = ['ke hoach', 'du thao ke hoach'];

function isTypeLine(draft: Draft | undefined): boolean {
  return TYPE_LINES.some((line) => draft?.text.length === line.length && fold(draft.text) === line);
}

/** Written in capitals: at least two letters, none of them small. */
export function isCapitals(text: string): boolean {
  // In this order, for nearly every text has a small letter near its beginning.
  return !hasSmall(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
