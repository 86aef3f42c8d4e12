import { distance } from 'fastest-levenshtein';
import { findCommune, findDistrict, findProvince } from '../lexicon/places.ts';
import { CAPACITY } from '../lexicon/signing.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Line } from './lines.ts';
import type { Draft } from './paragraphs.ts';
import { mixedAbbreviations } from './repair/abbreviations.ts';

/** What recognition makes of specks and of the edges of stamps and signatures: signs without a letter or figure. */
const DEBRIS = /^(?:\p{Lm}|[^\p{L}\p{N}])+$/u;
/** What it makes of the dash before an item. */
const BULLET = /^[~¬»=_–—](?:\s?-)?(?=\s?[\p{L}\d])/u;
/** The same in a cell, where figures have signs of their own, and a quotation mark that nothing closes. */
const CELL_BULLET = /^[~¬»=_](?=\s?\p{L})/u;
const CELL_QUOTE = /^["“'‘](?=\p{Lu})(?=[^"”'’]*$)/u;
/** Specks before a line's first word, and a quotation mark that nothing closes. */
const SPECK = /^(?:[ˆ^¬|\\°`´'’:;,.*•]+\s+(?=\p{Lu})|["“'‘](?=\p{Lu})(?=[^"”'’]*$))/u;
/** Specks between two words of a line in capitals, such as those of a signature: `TRƯỞNG › BAN`. */
const BETWEEN_CAPITALS = /(?<=\p{Lu}{2,}\s)[›‹»«¬~^|`´¦¤·•°]+\s+(?=\p{Lu}{2,})/gu;
/** The line above a signer's office, and the office with specks beside it: `- TRƯỞNG BAN :`. */
const SIGNED = new RegExp(String.raw`^${CAPACITY}\s*\p{Lu}`, 'u');
const OFFICE = /^([^\p{L}\p{N}]*\s|)(\p{Lu}+(?:[^\p{L}\p{N},()/-]+\p{Lu}+){1,6})([^\p{L}\p{N}]*)$/u;
/** Đ is read as the Icelandic letter that looks the same, or as both one after the other. */
const ETH = /ÐĐ|ĐÐ|Ð|(?<=\p{L})ð(?=\p{L})/gu;

/** The numeral of a congress or a term, with strokes taken for H or T: `khóa XHI`. */
const CONGRESS =
  /(?<=(?:[Kk]hoá|[Kk]hóa|[Kk]hoa|[Tt]hứ|[Kk]ỳ)\s)(?:[IVX]+H[IVXH]*|H[IVXH]+|[XV]+I*T[IT]*)(?![\p{L}\d])/gu;
/** What stands for itself wherever it is written so, and what it was before it was read. */
const MISREAD: readonly [RegExp, string][] = [
  // What a recipient is to report: `(b/c)`.
  [/(?<=\([bB])[⁄/]{1,2}[€©Coe](?=\))/gu, '/c'],
  [/(?<=\()[úưứ]c(?=\))/gu, 'b/c'],
  [/(?<=\((?:để )?b)[iíìỉịl|](?=c\))/gu, '/'],
  [/(?<=(?:ủy|TU|HĐND|tỉnh|TP|phố|phủ|hội)\s\(b)[/⁄iíìỉ](?=\)[;,.]?$)/gu, '/c'],
  // A slash of another slant.
  [/(?<=[\p{L}\d])⁄(?=[\p{L}\d])/gu, '/'],
  // An abbreviation whose first letter was given a mark: `ƯBND`.
  [/(?<!\p{L})[ƯÙÚỦŨỤ](?=BND(?!\p{L}))/gu, 'U'],
  // The registry that keeps a copy: `Lưu: VI, KTTH`.
  [/(?<=^\P{L}*Lưu\s?:\s?)V[ILÌÍỈỊYÝỲEÊỀẾFl1|](?=[,;.\s]|$)/gu, 'VT'],
  // The heading of a form that lost a letter: `Mũ biểu số 04`.
  [/^M(?:[uũúủ]|[aâấẩ]u)(?= biểu số \d)/gu, 'Mẫu'],
  // The registry is followed by a comma (Nghị định 30/2020/NĐ-CP, phụ lục III): `Lưu: VT KD`.
  [/(?<=^\P{L}*Lưu\s?:\s?V[TIl1|]);?(?=\s\p{Lu})/gu, ','],
  [/(?<=^\P{L}*Lưu\s?:\s?V[TILÌÍỈỊl1|])[;,](?=\p{Lu})/gu, ', '],
  // The code of the Ministry of Information and Communications, most of it strokes: `06/2022/TT-BI'1'11`.
  [/(?<=\d\/(?:\d{4}\/)?TT-B)(?=[TILl1|]*['‘’`1|l])[TILl1|'‘’`]{4,9}(?![\p{L}\d])/gu, 'TTTT'],
  // The standing members of a committee: `TE. TU`.
  [/(?<![\p{L}\d])(?:TE|TẾ|TÌ|TY|FE)(?=[./\s]\s?(?:TU|Tỉnh ủy|Thành ủy|HĐND)(?!\p{L}))/gu, 'TT'],
  // The Prime Minister lays down the State budget's estimates.
  [/(?<=[Dd]ự toán\s)TT(?=\sgiao(?!\p{L}))/gu, 'TTg'],
  // The tail of a letter seen twice: `TTyg`.
  [/(?<![\p{L}\d])TT(?:[yỹý][gq]|[gq][gy])(?!\p{L})/gu, 'TTg'],
  // A programme's symbol: `Chương trình hành động số 10-CTY/TU`.
  [/(?<=[Cc]hương trình(?:\s\p{Ll}+){0,4}\s\d{1,4}\s?[-/]\s?)C[TIl1][tyYTVIfï](?=[/-]\p{Lu})/gu, 'CTr'],
  // The sign between two names taken for itself and another letter: `NN&SMT`.
  [/(?<=\p{Lu}&)S(?=(?:MT|ĐT|CN|TT|PTNT|DL|XH)(?!\p{L}))/gu, ''],
  // A slash between two abbreviations, lost beside their bars: `TUTU`.
  [/(?<![\p{L}\d])TUTU(?![\p{L}\d])/gu, 'TT/TU'],
  // An office and the initials of who holds it: `PCVPP.T.T.Huyền`.
  [/(?<=(?<!\p{L})P?CVP)(?=\p{Lu}\.\s?\p{Lu}(?:\.|\p{Ll}))/gu, ' '],
  // A chairman and his deputies, the comma between them read as a stop, or the blank behind them lost.
  [/(?<=(?<!\p{L})(?:CT|CVP))\.(?=\s(?:các\s)?P(?:CT|CVP)(?!\p{L}))/gu, ','],
  [/(?<=(?<!\p{L})PCT)(?=UBND(?!\p{L}))/gu, ' '],
  // An ellipsis behind a comma, its dots parted or lost.
  [/(?<=\p{L},)(?:\.\s\.(?=\s|$)|\.\.(?=\s\P{Ll}|$))/gu, '...'],
  // A letter that no Vietnamese word has, for an N or two parts of one.
  [/NÑ|ÑN|Ñ/gu, 'N'],
  // A speck behind a word that no quotation mark belongs to.
  [/(?<=^[^'‘’]*\p{Ll})['‘’](?=\s\p{L}[^'‘’]*$)/gu, ''],
  // A slash between an abbreviation, which is no numeral, and a word: `BHXHIlực lượng`.
  [/(?<=(?<!\p{L})(?![IVX]+\p{Ll})\p{Lu}{3,6})[Ii](?=\p{Ll}{2})/gu, '/'],
  // A speck before the second year of a period: `2021 - .2025`.
  [/(?<=\d\s[-–]\s)[.,](?=\d{4}(?!\d))/gu, ''],
  // The number of an annex that its name was run together with: `PHỤ LỤCI`.
  [/(?<=^PHỤ LỤC)(?=[IVX]{1,4}(?:[\s.:]|$))/gu, ' '],
  // The number of a heading that its name was run together with, or its stop read as a letter: `I.MỤC ĐÍCH`, `IL. MỤC ĐÍCH`.
  [/(?<=(?:^|\t)[IVX]{1,4}\.)(?=\p{Lu}{2})/gu, ' '],
  [/(?<=^[IVX]{1,3})L(?=\.\s?\p{Lu}{2})/gu, ''],
  // A comma, and minutes, with a speck above or beside them: `IoT;, AI`, `19h00”`.
  [/;,(?=\s)/gu, ','],
  [/(?<=^[^"“”]*\dh\d\d)["”]/gu, '’'],
  [/(?<=\dh\d\d)\?(?=\s\p{Ll}|\))/gu, '’'],
  // A capital letter whose stem is short: `Sở V tế`.
  [/(?<!\p{L})(?:Y?V|[ŸÝ])(?=\s(?:[Tt]ế|TẾ)(?!\p{L}))/gu, 'Y'],
  // The Party's symbols end in the Centre's: `20-NQ/TV`.
  [/(?<=\d-(?:NQ|CT|KL|QĐ|QC|HD|TB)\/T)V(?![\p{L}\d])/gu, 'W'],
  // Circulars, their name's strokes without a bar: `75/2024/T1-BTC`.
  [/(?<=\d\/\d{4}\/)(?:T[1IlL|]|[1IlL|]T)(?=-B[A-ZĐ])/gu, 'TT'],
  // A month by its number: `Thắng 02/2026`.
  [/(?<=(?<!\p{L})[Tt]h)[ăắằâấầàảãạuùúủ](?=ng\s\d{1,2}(?:\/\d{4}|\s+năm\s\d))/gu, 'á'],
  // Per mille, its last ring read by itself.
  [/(?<=\d\s?)%[oO](?![\p{L}\d])/gu, '‰'],
  // A letter that is as high small as it is as a capital: `ĐắK LắK`.
  [/(?<=\p{L}\p{Ll})K(?!\p{L})/gu, 'k'],
  // An ellipsis that lost a dot, before a sentence goes on.
  [/(?<=[\p{L}\p{N},;)])\.\.(?=\s\p{Ll})/gu, '...'],
  // A dash between figures that is taken for two, or for a longer one.
  [/(?<=\d\s)(?:[—–~]-|-[—–~]|—)(?=\s\d)/gu, '–'],
];

/** Lines of recognised pages that have no letter and no figure are dropped. */
export function dropDebris(lines: readonly Line[], isRecognized: (page: number) => boolean): Line[] {
  const kept: Line[] = [];
  let gap = 0;
  for (const line of lines) {
    if (line.cells === null && isRecognized(line.page) && DEBRIS.test(line.text)) {
      // What they stood between does not belong together.
      gap = Math.max(gap, line.gap, 1);
    } else {
      kept.push(gap > line.gap ? { ...line, gap } : line);
      gap = 0;
    }
  }
  return kept;
}

/** Dashes before items, and the letter Đ, as they stood on recognised pages before they were read. */
export function repairBullets(drafts: readonly Draft[], isRecognized: (page: number) => boolean): Draft[] {
  return drafts.map((draft, at) => {
    if (!isRecognized(draft.page)) return draft;
    const changes = [...draft.text.matchAll(ETH)].map(({ index, 0: read }) => ({
      start: index,
      end: index + read.length,
      text: read === 'ð' ? 'đ' : 'Đ',
      confidence: CONFIDENCE,
    }));
    if (/^Nơi nhận/u.test(drafts[at + 1]?.text ?? '')) changes.push(...endMark(draft.text));
    changes.push(
      ...misreadInitials(draft),
      ...lostStrokes(draft.text),
      ...misreadNames(draft.text),
      ...misreadPlaces(draft.text),
    );
    for (const { index, 0: read } of draft.text.matchAll(CONGRESS)) {
      const strokes = read.replaceAll('H', 'II').replaceAll('T', 'I');
      // Four strokes are no numeral: one of them was taken for two.
      const text = strokes.replace(/I{4,}/u, 'III');
      changes.push({ start: index, end: index + read.length, text, confidence: BY_SHAPE });
    }
    for (const [pattern, text] of MISREAD)
      for (const { index, 0: read } of draft.text.matchAll(pattern))
        changes.push({ start: index, end: index + read.length, text, confidence: CONFIDENCE });
    for (const { index, 0: specks } of draft.text.matchAll(BETWEEN_CAPITALS))
      changes.push({ start: index, end: index + specks.length, text: '', confidence: CONFIDENCE });
    const first = (pattern: RegExp): number =>
      draft.cells === null ? (pattern.exec(draft.text)?.[0].length ?? 0) : 0;
    const signed = SIGNED.test(drafts[at - 1]?.text ?? '') ? OFFICE.exec(draft.text) : null;
    if (signed?.index !== undefined) {
      const [whole, lead = '', office = ''] = signed;
      changes.push({ start: 0, end: lead.length, text: '', confidence: CONFIDENCE });
      changes.push({
        start: lead.length + office.length,
        end: whole.length,
        text: '',
        confidence: CONFIDENCE,
      });
    } else if (first(BULLET) > 0)
      changes.unshift({ start: 0, end: first(BULLET), text: '-', confidence: CONFIDENCE });
    else if (draft.cells !== null) {
      changes.push(...bulletsOf(draft.text, draft.cells), ...numeralsOf(draft.text, draft.cells));
    } else if (first(SPECK) > 0) {
      changes.unshift({ start: 0, end: first(SPECK), text: '', confidence: CONFIDENCE });
    }
    return applyChanges(
      draft,
      changes.sort((a, b) => a.start - b.start),
    );
  });
}

/** The sign that ends a document before its recipients are named (`./.`), read as an ellipsis. */
function endMark(text: string): Change[] {
  const { index } = /(?<=\p{L})\.{3}$/u.exec(text) ?? {};
  return index === undefined ? [] : [{ start: index, end: text.length, text: './.', confidence: CONFIDENCE }];
}

/** A small letter behind a capital where those are named who keep a copy. */
const SMALL_INITIAL = /(?<=^\P{L}*Lưu\s?:.*[\s(,]\p{Lu})b(?=[,;)])/gu;

/** The capital P in short forms whose reading is in doubt: `Lưu: VT, NC (Tb, Vinh)`. */
function misreadInitials({ text, words }: Draft): Change[] {
  return [...text.matchAll(SMALL_INITIAL)].flatMap(({ index }) =>
    words.some(({ start, end, confidence }) => start <= index && end > index && confidence < 0.5)
      ? [{ start: index, end: index + 1, text: 'P', confidence: IN_DOUBT }]
      : [],
  );
}

/** What may be the short name of something, of capitals and small letters, or of strokes taken for signs: `VNes[ID`. */
const MIXED = /(?<![\p{L}\d])(?=\S*\p{Ll})\p{Lu}[\p{L}[\]|!]{2,7}\p{Lu}(?!\p{L})/gu;

/** Short names of capitals and small letters in which one letter was misread: `VNeTD` for VNeID. */
function misreadNames(text: string): Change[] {
  return [...text.matchAll(MIXED)].flatMap(({ index, 0: read }) => {
    const letters = read.replace(/[[\]|!]/g, '');
    const name = mixedAbbreviations().find((known) => distance(known, letters) <= 1);
    return name === undefined || name === read
      ? []
      : [{ start: index, end: index + read.length, text: name, confidence: BY_SHAPE }];
  });
}

/** Names that begin with the word for a river (`Ia Grai`), its I taken for another letter of strokes. */
const RIVER = /(?<![\p{L}\d])[lT1](?=a\s(\p{Lu}\p{L}*))/gu;

/** A speck within a place's name: `tỉnh Cà. Mau`. */
const SPECK_IN_NAME =
  /(?<=(?:tỉnh|thành phố|huyện|quận|thị xã)\s(\p{Lu}\p{Ll}*))[.,](?=\s(\p{Lu}\p{Ll}*))/giu;

function misreadPlaces(text: string): Change[] {
  const specks = [...text.matchAll(SPECK_IN_NAME)].flatMap(({ index, 1: one = '', 2: other = '' }) =>
    (findProvince(`${one} ${other}`, null) ?? findDistrict(`${one} ${other}`, null)) === null
      ? []
      : [{ start: index, end: index + 1, text: '', confidence: BY_SHAPE }],
  );
  const isPlace = (name: string): boolean => (findDistrict(name, null) ?? findCommune(name, null)) !== null;
  const rivers = [...text.matchAll(RIVER)].flatMap(({ index, 0: read, 1: name = '' }) =>
    isPlace(`Ia ${name}`) && !isPlace(`Ta ${name}`)
      ? [{ start: index, end: index + read.length, text: 'I', confidence: BY_SHAPE }]
      : [],
  );
  return [...specks, ...rivers];
}

/** A speck between two words of a cell, where a sentence would begin with a capital: `Sở Khoa học và Công. nghệ`. */
const SPECK_IN_CELL = /(?<=(?<![\p{L}.])\p{L}\p{Ll}{2,6})\.(?=\s\p{Ll})/gu;

/** The dashes before items in a row's cells, and specks there. */
function bulletsOf(text: string, cells: readonly { start: number; end: number }[]): Change[] {
  return cells.flatMap(({ start, end }) => {
    const cell = text.slice(start, end);
    const specks = [...cell.matchAll(SPECK_IN_CELL)].map(({ index }) => ({
      start: start + index,
      end: start + index + 1,
      text: '',
      confidence: CONFIDENCE,
    }));
    if (CELL_QUOTE.test(cell))
      return [{ start, end: start + 1, text: '', confidence: CONFIDENCE }, ...specks];
    const read = CELL_BULLET.exec(cell)?.[0];
    if (read === undefined) return specks;
    return [{ start, end: start + read.length, text: '-', confidence: CONFIDENCE }, ...specks];
  });
}

/** A cell that holds a numeral alone, of whose strokes two were taken for H and marks were made of its serifs: `HÍ`. */
const LONE_STROKES = /^H[IÍÌỈỊiíìỉị]?$/u;

/** The numerals of rows that were read as letters; what H was read of is two strokes, whatever mark stands beside it. */
function numeralsOf(text: string, cells: readonly { start: number; end: number }[]): Change[] {
  return cells
    .slice(0, 1)
    .flatMap(({ start, end }) =>
      LONE_STROKES.test(text.slice(start, end)) ? [{ start, end, text: 'II', confidence: IN_DOUBT }] : [],
    );
}

const CONFIDENCE = 0.95;

/** Quarters named one after the other: "quý I: …; quý II: …". */
const QUARTER = /(?<=qu[ýí]\s)([ITHl|]{1,3}|[ITl|]V)(?![\p{L}\p{N}])/giu;
const QUARTERS = ['I', 'II', 'III', 'IV'];
/** One whose strokes, or strokes and slash, were taken for figures that no quarter has: `Quý 11/2026`, `Quý 112026`. */
const QUARTER_IN_FIGURES = /(?<=qu[ýí]\s)(?:1{2,3}(?=\/20\d\d(?!\d))|1{1,3}(?=20[1-4]\d(?!\d)))/giu;
/** Such a reading has to be looked at. */
const IN_DOUBT = 0.55;
/** Upright strokes that were taken for other letters leave no doubt. */
const BY_SHAPE = 0.85;

/**
 * Upright strokes of quarters' numerals that were taken for other letters (`HI`), and strokes lost: a quarter that is named twice in a row where the one after it is missing is the one that is due:
 * I, II, II, IV.
 */
function lostStrokes(text: string): { start: number; end: number; text: string; confidence: number }[] {
  const named = [...text.matchAll(QUARTER)].map(({ index, 0: read }) => ({
    index,
    read,
    value: QUARTERS.indexOf(strokesOf(read)) + 1,
  }));
  const figures = [...text.matchAll(QUARTER_IN_FIGURES)].map(({ index, 0: read }) => ({
    start: index,
    end: index + read.length,
    text: 'I'.repeat(read.length) + (text.charAt(index + read.length) === '/' ? '' : '/'),
    confidence: IN_DOUBT,
  }));
  const strokes = named.flatMap(({ index, read, value }, at) => {
    const before = named[at - 1]?.value;
    const after = named[at + 1]?.value;
    const isLost = before === value && after === value + 2 && value < 3;
    const due = QUARTERS[value];
    const place = { start: index, end: index + read.length };
    if (isLost && due !== undefined) return [{ ...place, text: due, confidence: IN_DOUBT }];
    const numeral = QUARTERS[value - 1];
    return numeral === undefined || numeral === read.toUpperCase()
      ? []
      : [{ ...place, text: numeral, confidence: BY_SHAPE }];
  });
  return [...figures, ...strokes];
}

function strokesOf(read: string): string {
  return read.toUpperCase().replaceAll('H', 'II').replace(/[LT|]/g, 'I');
}
