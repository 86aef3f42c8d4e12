import { allMatches } from '../lexicon/patterns.ts';
import type { Span } from '../plan/source-text.ts';

/** A figure in running text, written the Vietnamese way: 1.188.826 and 96,11. */
export interface Figure extends Span {
  value: number;
  text: string;
}

/** What the words for powers of ten multiply by. */
const SCALE: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tr: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

/** Words for powers of ten before a unit, as part of a pattern: "triệu", "nghìn tỷ". */
export const SCALE_WORDS = '(?:(?:nghìn|ngàn|triệu)\\s+)?(?:tỷ|tỉ)|(?:(?:nghìn|ngàn)\\s+)?triệu|nghìn|ngàn';

/** What such words multiply by; 1 for none. */
export function scaleOf(words: string | undefined): number {
  return (words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .reduce((product, word) => product * (SCALE[word] ?? 1), 1);
}

const FIGURE =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ\d/.,]|(?<!\d)-)\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d/])|(?<![A-Za-zÀ-\u036fḀ-ỹ\d/.,])\d+(?:,\d+|\.\d{1,2}(?!\d))?(?!\d|\/(?!10{1,2}(?:\.?000)?\s+\p{Ll})(?!\s?\d{1,3}(?:\.\d{3})+(?![\d/]))(?!\d{1,3}\s\p{Ll})(?!\d{2,3}\s\((?:tỷ|tỉ) lệ\s))/gu;

/** All figures of a text, dates and document numbers not among them; of a rate (`42/100.000 trẻ`) the first. Offsets are into `text`. */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  FIGURE.lastIndex = 0;
  for (let match = FIGURE.exec(text); match !== null; match = FIGURE.exec(text)) {
    const value = parseFigure(match[0]);
    if (value === null) continue;
    figures.push({ value, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return figures;
}

/** What small numbers in words stand for; "năm" is a year more often than five. */
const SPELLED: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4 };

const IN_WORDS =
  /(?:một|hai|ba|bốn)(?<=(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ít nhất|tối thiểu|(?:giúp|giúp đỡ|thêm) được|(?:có|giúp|giúp đỡ|nhận) thêm)\s(?:một|hai|ba|bốn))(?=\s(?!(?:số|phần|nửa|cách|trong|lần|năm|tháng|tuần|quý|ngày|bên|mặt|chiều)(?![A-Za-zÀ-\u036fḀ-ỹ]))\p{Ll})/giu;

/** Small numbers in words where so many are asked for: "ít nhất một mô hình", "giúp thêm được hai hộ". */
export function findSpelled(text: string): Figure[] {
  return allMatches(IN_WORDS, text).map(({ index, 0: word }) => ({
    value: SPELLED[word.toLowerCase()] ?? 1,
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/**
 * The number that a figure in Vietnamese notation stands for: dots group thousands, a comma begins the decimals.
 * A dot with one or two digits behind it is a decimal point. Null where the text is no figure.
 */
export function parseFigure(text: string): number | null {
  const plain = text.trim();
  if (plain.includes('.') && /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (plain.includes(' ') && /^\d{1,3}(?: \d{3})+(?:,\d+)?$/.test(plain))
    return Number(plain.replaceAll(' ', '').replace(',', '.'));
  if (/^\d+(?:,\d+)?$/.test(plain)) return Number(plain.replace(',', '.'));
  if (/^\d+\.\d{1,2}$/.test(plain)) return Number(plain);
  // "1,234,567", "12,345.6": commas that group thousands, as spreadsheets write them.
  if (/^\d{1,3}(?:,\d{3})+(?:,\d{3}|\.\d{1,2})$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return null;
}

/** The number in a table cell: a figure with sign, per cent sign or brackets around it; null where it is none. */
export function parseCell(text: string): number | null {
  const match = /^\(?\s*(?:[≥≤<>]=?\s*)?(?:([-–+])\s*)?([\d.,](?:[\d.,\s]*[\d.,])?)\s*(?:%\s*)?\)?$/.exec(
    text.trim(),
  );
  if (match?.[2] === undefined) return null;
  const value = parseFigure(match[2]);
  if (value === null) return null;
  return match[1] === '-' || match[1] === '–' ? -value : value;
}
