import type { ReadLine } from '../plan/document.ts';

/** So many blanks within a line part two columns. */
const GAP = /\S {3,}\S/;

/**
 * Takes the lines of a page whose columns stand under each other by blanks alone, as a text extractor that keeps
 * the layout leaves tables and letterheads, and gives them cells. Other lines stay as they are.
 */
export function splitAlignedColumns(lines: readonly ReadLine[]): ReadLine[] {
  const result: ReadLine[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && isAligned(lines[end])) end += 1;
    if (end - i >= 2) end = endOfTwoColumns(lines, i, end);
    const run = lines.slice(i, end);
    const columns = run.length >= 2 ? columnsOf(run.map((line) => line.text)) : [];
    if (columns.length < 2) {
      result.push(...lines.slice(i, Math.max(end, i + 1)));
      i = Math.max(end, i + 1);
      continue;
    }
    const rows = run.map((line) =>
      columns.map(({ start, end: stop }) => line.text.slice(start, stop).trim()),
    );
    // Blanks that no column explains are only wide spacing.
    if (rows.some((cells) => cells.some((cell) => GAP.test(cell)))) {
      result.push(...run);
      i = end;
      continue;
    }
    for (const [index, line] of run.entries()) {
      const cells = rows[index] ?? [];
      result.push({ ...line, text: cells.join('\t'), cells });
    }
    i = end;
  }
  return result;
}

/** So many lines may stand in the left one of two columns before the right one goes on. */
const LEFT_ALONE = 12;

/** Where two columns end whose right one has gaps: a signature beside the list of recipients, the name under the seal's place. */
function endOfTwoColumns(lines: readonly ReadLine[], start: number, end: number): number {
  const texts = lines.slice(start, end).map((line) => line.text);
  const right = columnsOf(texts)[1];
  if (right === undefined || columnsOf(texts).length !== 2) return end;
  let last = end;
  for (let i = end; i < lines.length && i - last <= LEFT_ALONE; i++) {
    const text = lines[i]?.text.trimEnd() ?? '';
    if (text === '') break;
    texts.push(text);
    if (isAligned(lines[i])) {
      if (columnsOf(texts).length !== 2) break;
      last = i + 1;
    } else if (text.length > right.start - 2) break;
  }
  return last;
}

function isAligned(line: ReadLine | undefined): boolean {
  return line !== undefined && line.cells === undefined && !line.text.includes('\t') && GAP.test(line.text);
}

/** The stretches of columns that hold text, parted where every line has at least two blanks. */
function columnsOf(texts: readonly string[]): { start: number; end: number }[] {
  const width = Math.max(...texts.map((text) => text.length));
  const filled = (column: number): boolean => texts.some((text) => /\S/.test(text.charAt(column)));
  const columns: { start: number; end: number }[] = [];
  let start = -1;
  for (let at = 0; at <= width; at++) {
    if (at < width && filled(at)) {
      if (start < 0) start = at;
    } else if (start >= 0 && (at === width || !filled(at + 1))) {
      columns.push({ start, end: at });
      start = -1;
    }
  }
  return columns;
}
