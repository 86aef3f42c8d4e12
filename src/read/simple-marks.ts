import type { LineStyle, ReadLine } from '../plan/document.ts';

export type Dialect = 'markdown' | 'emphasis';

/** A stretch of text and the style that its marks give it, the marks included. */
export interface Styled {
  start: number;
  end: number;
  style: LineStyle;
}

/**
 * The lines of a paragraph that is a heading, or whose only marks are pairs of stars around some of its words: of the marked
 * paragraphs nineteen in twenty, which a parser takes a thousand times as long to read alike. Null for any other.
 */
export function simpleLines(source: string, dialect: Dialect): ReadLine[] | null {
  return (dialect === 'markdown' ? headingLine(source) : null) ?? pairLines(source, dialect);
}

/** `# Kế hoạch`, `### **1. Sở Nội vụ**`: of the words only what can't be a mark itself; GFM takes addresses for links. */
const HEADING =
  /^(#{1,6}) (?!.*(?:www\.|:\/\/))(\*\*)?([A-Za-zÀ-\u036fḀ-ỹ\p{N}][A-Za-zÀ-\u036fḀ-ỹ\p{N} .,;:/()"“”%–-]*(?<! ))(\*\*)?$/iu;

function headingLine(source: string): ReadLine[] | null {
  const match = HEADING.exec(source);
  if (match === null) return null;
  const [, mark = '', opened, text = '', closed] = match;
  if (opened !== closed) return null;
  const bold = opened !== undefined && (source.length - mark.length - 1) * 2 > source.length;
  return [{ text, style: { heading: mark.length, ...(bold ? { bold } : {}) } }];
}

/** Without any of these the rest means what it says: further marks, addresses, lines without words, which may be rules. */
const UNSURE: Readonly<Record<Dialect, RegExp>> = {
  markdown: /[_#|>\\[\]!<~`@\t]|&nbsp;|www\.|:\/\/|^[^A-Za-zÀ-\u036fḀ-ỹ\p{N}\n]+$/imu,
  emphasis: /[_\\]|&nbsp;/,
};
/** What stands here begins a paragraph of its own. */
const NEW_ITEM = /\n[ \t]*(?:[-+]|\d+[.)])/;

function pairLines(source: string, dialect: Dialect): ReadLine[] | null {
  if (UNSURE[dialect].test(source)) return null;
  const pairs = dialect === 'emphasis' && hasBulletAlone(source) ? [] : starPairs(source);
  if (pairs === null) return null;
  const lines: ReadLine[] = [];
  let start = 0;
  for (const line of source.split('\n')) {
    const style = styleOf(start, start + line.length, pairs);
    const text = pairs.length === 0 ? line : line.replaceAll('*', '');
    lines.push(style === null ? { text } : { text, style });
    start += line.length + 1;
  }
  return lines;
}

/** `* Trần Văn A`: a star that nothing but blanks stand beside marks no words. */
function hasBulletAlone(source: string): boolean {
  const at = source.indexOf('*');
  return (
    source.lastIndexOf('*') === at &&
    kindOf(source.charAt(at - 1)) === 'blank' &&
    kindOf(source.charAt(at + 1)) === 'blank'
  );
}

/** The pairs that a text's stars are, one behind the other; null where any star can be read in another way. */
function starPairs(source: string): Styled[] | null {
  // Words and runs of stars by turns.
  const parts = source.split(/(\*+)/);
  if (parts.length < 5 || parts.length % 4 !== 1) return null;
  const pairs: Styled[] = [];
  let start = 0;
  for (let i = 0; i + 4 < parts.length; i += 4) {
    const [before = '', star = '', inner = '', closing = '', behind = ''] = parts.slice(i, i + 5);
    if (star.length > 2 || star !== closing || NEW_ITEM.test(inner)) return null;
    // What could close as well finds nothing open before it, and what could open as well closes first.
    if (!opens(before, inner) || !closes(inner, behind)) return null;
    start += before.length;
    const end = start + inner.length + 2 * star.length;
    pairs.push({ start, end, style: star.length === 2 ? { bold: true } : { italic: true } });
    start = end;
  }
  return pairs;
}

/** Whether stars between two texts may open: no blank behind them, nor a mark unless a blank or mark stands before them. */
function opens(before: string, behind: string): boolean {
  const next = kindOf(behind.charAt(0));
  return next === 'letter' || (next === 'mark' && kindOf(before.slice(-1)) !== 'letter');
}

/** The same the other way round. */
function closes(before: string, behind: string): boolean {
  const last = kindOf(before.slice(-1));
  return last === 'letter' || (last === 'mark' && kindOf(behind.charAt(0)) !== 'letter');
}

/** A line's or text's end is a blank. */
function kindOf(char: string): 'blank' | 'mark' | 'letter' {
  if (/^\s?$/.test(char)) return 'blank';
  return /[\p{P}\p{S}]/u.test(char) ? 'mark' : 'letter';
}

/** `* *`, `** **`: marks around nothing, as converters leave them where a blank was set in bold or italics. */
export function isEmptyEmphasis(text: string): boolean {
  return /^\s*(\*{1,3}|_{1,3})\s+\1\s*$/.test(text);
}

/** A line has a style where the style covers more than half of it. */
export function styleOf(start: number, end: number, styles: readonly Styled[]): LineStyle | null {
  const merged: LineStyle = {};
  for (const { start: from, end: to, style } of styles) {
    const covered = Math.min(end, to) - Math.max(start, from);
    if (covered > 0 && covered * 2 > end - start) Object.assign(merged, style);
  }
  return Object.keys(merged).length === 0 ? null : merged;
}
