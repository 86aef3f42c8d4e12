export type PipePart = { kind: 'text'; text: string } | { kind: 'rows'; rows: string[][] };

/**
 * Splits a text into running text and tables written one cell at a time, each cell's lines between lines that are a
 * bare `|`. Such a row is `|` cell `|` cell `|`, the next row begins with a `|` of its own, and a blank line
 * after a `|` ends the table. A row boundary and an empty cell look alike; the number of columns of the
 * first row decides between them.
 */
export function readPipeCells(text: string): PipePart[] {
  const lines = text.split('\n');
  if (!lines.some(isBar)) return [{ kind: 'text', text }];
  const parts: PipePart[] = [];
  let running: string[] = [];
  for (let i = 0; i < lines.length; ) {
    if (!isBar(lines[i])) {
      running.push(lines[i] ?? '');
      i += 1;
      continue;
    }
    const end = tableEnd(lines, i);
    const rows = end === null ? null : splitRows(cellsBetween(lines.slice(i, end)));
    if (end === null || rows === null) {
      running.push('');
      i += 1;
      continue;
    }
    if (running.length > 0) parts.push({ kind: 'text', text: running.join('\n') });
    running = [''];
    parts.push({ kind: 'rows', rows });
    i = end;
  }
  if (running.length > 0) parts.push({ kind: 'text', text: running.join('\n') });
  return parts;
}

function isBar(line: string | undefined): boolean {
  return line?.trim() === '|';
}

/** The index behind the bar that closes the table beginning at `start`, null where the bar stands alone. */
function tableEnd(lines: readonly string[], start: number): number | null {
  let last: number | null = null;
  for (let i = start + 1; i < lines.length; i++) {
    if (!isBar(lines[i])) continue;
    last = i;
    const next = lines[i + 1];
    if (next === undefined || next.trim() === '') break;
  }
  return last === null ? null : last + 1;
}

function cellsBetween(lines: readonly string[]): string[] {
  const cells: string[] = [];
  let cell: string[] = [];
  for (const line of lines.slice(1)) {
    if (isBar(line)) {
      cells.push(cell.join('\n').trim());
      cell = [];
    } else cell.push(line);
  }
  return cells;
}

function splitRows(cells: readonly string[]): string[][] | null {
  const firstGap = cells.indexOf('');
  const columns = firstGap > 0 ? firstGap : cells.length;
  if (columns === 0) return null;
  const rows: string[][] = [];
  for (let i = 0; i < cells.length; ) {
    const full = cells[i + columns];
    if (i + columns <= cells.length && (full === undefined || full === '')) {
      rows.push(cells.slice(i, i + columns));
      i += columns + 1;
      continue;
    }
    const gap = cells.indexOf('', i);
    const end = gap < 0 ? cells.length : Math.max(gap, i + 1);
    rows.push(cells.slice(i, end));
    i = end + 1;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
