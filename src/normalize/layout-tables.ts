import { fold } from '../lexicon/fold.ts';
import { CAPACITY } from '../lexicon/signing.ts';
import { type Line, wordsIn } from './lines.ts';

/** What stands in the cells that only lay out the head and foot of a document (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const LAYOUT =
  /cong hoa xa hoi|doc lap\s*[-–]|^so\s*:|^so .*\/|ngay .*thang .*nam|noi nhan|^(?:tm|kt|tl|tuq)\.|uy ban nhan dan/;

/** Turns the rows of layout tables into lines, cell by cell; rows of real tables stay. */
export function flattenLayoutTables(lines: readonly Line[]): Line[] {
  const flat: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.cells === null) {
      flat.push(line);
      i += 1;
      continue;
    }
    let end = i;
    while (lines[end]?.cells != null) end += 1;
    const rows = lines.slice(i, end);
    if (isSignature(rows)) {
      const cells = rows.map(linesOfCells);
      flat.push(...cells.flatMap(([left = []]) => left), ...cells.flatMap(([, right = []]) => right));
    } else if (rows.length <= 4 && rows.some(isLayout))
      flat.push(...rows.flatMap((row) => linesOfCells(row).flat()));
    else flat.push(...rows);
    i = end;
  }
  return flat;
}

/** On whose behalf or in whose place somebody signs, at the head of a signature. */
const AUTHORITY = new RegExp(String.raw`^${CAPACITY}\s*\p{Lu}{2}`, 'u');

/** The list of recipients beside the signature, level with its head or not: each column is read by itself. */
function isSignature(rows: readonly Line[]): boolean {
  const [left = '', right = ''] = rows[0]?.cells ?? [];
  return (
    rows.length > 1 &&
    rows.every((row) => row.cells?.length === 2) &&
    right !== '' &&
    (/^noi nhan/.test(fold(left)) || (/^[-–•]/.test(left) && AUTHORITY.test(right)))
  );
}

function isLayout(row: Line): boolean {
  const cells = row.cells ?? [];
  return cells.length <= 3 && cells.some((cell) => cell.split('\n').some((text) => LAYOUT.test(fold(text))));
}

/** The lines of each cell of a row. */
function linesOfCells(row: Line): Line[][] {
  let gap = Math.max(row.gap, 1);
  let start = 0;
  return (row.cells ?? []).map((cell) => {
    let first = true;
    const last = cell.split('\n').findLast((text) => text !== '' && !/^[-_=\s]+$/.test(text));
    const lines = cell.split('\n').flatMap((text): Line[] => {
      const end = start + text.length;
      const words = wordsIn(row.words, start, end);
      start = end + 1;
      if (text === '' || /^[-_=\s]+$/.test(text)) return [];
      const line: Line = { ...row, text, cells: null, words, indent: 0, gap: first ? gap : 0 };
      if (first) line.begins = true;
      if (text === last) line.style = { ...row.style, closed: true };
      first = false;
      return [line];
    });
    if (lines.length > 0) gap = 1;
    return lines;
  });
}
