import { fold } from '../lexicon/fold.ts';
import { TextMemory } from '../lexicon/text-memory.ts';
import { dayRange, edtfDay, edtfQuarter } from '../plan/edtf.ts';
import type { Span } from '../plan/source-text.ts';

export interface DateMention extends Span {
  /** EDTF. */
  value: string;
  kind: 'day' | 'month' | 'quarter' | 'year' | 'school-year' | 'span';
}

const EDGE_BEFORE = '(?<![A-Za-zÀ-\u036fḀ-ỹ\\d/.,])';
const EDGE_AFTER = '(?![A-Za-zÀ-\u036fḀ-ỹ\\d/])';
const YEAR = '((?:19|20)\\d{2})';

/** Two years, as folded text writes a span of them. */
const YEARS = /\d{4}\s*(?:[-–—]|den(?: nam)?)\s*\d{4}/;

interface Form {
  kind: DateMention['kind'];
  pattern: RegExp;
  /** What the folded text of a mention holds: looking for it is many times as fast as the pattern. */
  cue: RegExp;
  read: (parts: readonly string[]) => string | null;
}

const FORMS: readonly Form[] = [
  form(
    'span',
    /thang\s+\d{1,2}\s*(?:[-–—]|den)/,
    `tháng\\s+(\\d{1,2})\\s*(?:[-–—]|đến(?:\\s+tháng)?)\\s*(?:tháng\\s+)?(\\d{1,2})(?:\\s*/\\s*|\\s+năm\\s+)${YEAR}`,
    months,
  ),
  form('day', /thang/, `(?:ngày\\s*)?(\\d{1,2})\\s*tháng\\s*(\\d{1,2})\\s*năm\\s*${YEAR}`, day),
  form('day', /\d\s*[/.-]\s*\d/, `(?:ngày\\s*)?(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*${YEAR}`, day),
  // Converters leave a blank within a year: "16/7/20 21".
  form('day', /\/20 /, '(?:ngày\\s+)?(\\d{1,2})/(\\d{1,2})/(20 \\d{2})', day),
  form('school-year', /nam hoc/, `năm học\\s+${YEAR}\\s*[-–—]\\s*${YEAR}`, interval),
  form('quarter', /qu[yi]/, `qu[ýí]\\s+(I{1,3}|IV|[1-4])(?:\\s+năm\\s+|\\s*[/-]\\s*|\\s+)${YEAR}`, quarter),
  form('month', /thang/, `tháng\\s+(\\d{1,2})(?:\\s+năm\\s+|\\s*[/-]\\s*)${YEAR}`, month),
  form('month', /\d\//, `(\\d{1,2})/${YEAR}`, month),
  form(
    'span',
    YEARS,
    `(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|trong các năm|từ năm|năm)\\s+${YEAR}\\s*(?:[-–—]|đến(?: năm)?)\\s*${YEAR}`,
    interval,
  ),
  form('span', YEARS, `${YEAR}\\s*[-–—]\\s*${YEAR}`, interval),
  form('year', /nam\s+\d/, `năm\\s+${YEAR}`, year),
  form(
    'year',
    /(?:den|vao|toi)\s+\d/,
    `${YEAR}(?<=(?:đến|vào|tới)\\s+\\d{4})(?=\\s+(?:đạt|có|còn|phấn|tỷ|tỉ|là|trên|giảm|tăng)|\\s*[,.;:)])`,
    year,
  ),
];

/** The dates, months, quarters, years and spans of years that a text names, in order, not overlapping. */
export function findDates(text: string): readonly Readonly<DateMention>[] {
  if (!/(?:19|20) ?\d{2}/.test(text)) return [];
  return recent.of(text);
}

/** Targets, deadlines and duties ask about the same passages. */
const recent = new TextMemory(256, datesIn);

function datesIn(text: string): DateMention[] {
  const folded = fold(text);
  const found: DateMention[] = [];
  for (const { kind, pattern, cue, read } of FORMS) {
    if (!cue.test(folded)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const value = read(match.slice(1));
      if (value !== null) found.push({ value, kind, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * A day as EDTF from its written parts. A day or month that the calendar does not have was misread: the digit that
 * must be wrong becomes X (`70` of January is `X0`). Null where nothing possible is left.
 */
export function readDay(dayText: string, monthText: string, yearText: string): string | null {
  const dayDigits = dayText.padStart(2, '0');
  const monthDigits = monthText.padStart(2, '0');
  const exact = edtfDay(Number(yearText), Number(monthDigits), Number(dayDigits));
  if (exact !== null) return exact;
  const candidates = [
    `${yearText}-${monthDigits}-X${dayDigits[1]}`,
    `${yearText}-${monthDigits}-${dayDigits[0]}X`,
    `${yearText}-X${monthDigits[1]}-${dayDigits}`,
    `${yearText}-${monthDigits[0]}X-${dayDigits}`,
    `${yearText}-${monthDigits}-XX`,
  ].filter((candidate) => dayRange(candidate) !== null);
  return candidates[0] ?? null;
}

function form(kind: Form['kind'], cue: RegExp, pattern: string, read: Form['read']): Form {
  return {
    kind,
    cue,
    pattern: new RegExp(`${EDGE_BEFORE}${pattern}${EDGE_AFTER}`, 'giu'),
    read,
  };
}

function day([dayText = '', monthText = '', yearText = '']: readonly string[]): string | null {
  return readDay(dayText, monthText, yearText.replace(' ', ''));
}

function month([monthText = '', yearText = '']: readonly string[]): string | null {
  const number = Number(monthText);
  return number >= 1 && number <= 12 ? `${yearText}-${String(number).padStart(2, '0')}` : null;
}

/** "Tháng 4 - 10/2024". */
function months([from = '', to = '', year = '']: readonly string[]): string | null {
  const [first, last] = [month([from, year]), month([to, year])];
  return first === null || last === null || first >= last ? null : `${first}/${last}`;
}

const QUARTERS: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4 };

function quarter([numeral = '', yearText = '']: readonly string[]): string {
  return edtfQuarter(Number(yearText), QUARTERS[numeral.toUpperCase()] ?? Number(numeral));
}

function year([yearText]: readonly string[]): string | null {
  return yearText ?? null;
}

function interval([from, to]: readonly string[]): string | null {
  if (from === undefined || to === undefined) return null;
  return Number(from) <= Number(to) ? `${from}/${to}` : null;
}
