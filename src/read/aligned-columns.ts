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
