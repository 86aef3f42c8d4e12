import { sumBehindHeading, sumColumns } from './heading-sums.ts';
import { type Column, columnsOf, NUMBER, SERIAL, startsIn, withKin } from './like-columns.ts';
import { spreadHeader } from './merged-header.ts';

/**
 * Gives every cell of rows that lack some, because cells are merged sideways or downwards, its place among `width`
 * columns: in the header by what stands over and under it, in the body by what the columns hold elsewhere. Places
 * without a cell of their own are ''. Rows of no known width (0) stay as they are.
 */
export function placeCells(rows: readonly (readonly string[])[], width: number): string[][] {
  if (width === 0) return rows.map((row) => [...row]);
  const plain = rows.map((row) => row.map(withoutMarks));
  const bodyStart = plain.findIndex((row, index) => index > 0 && beginsBody(row, width));
  const header = bodyStart < 0 ? 0 : bodyStart;
  const body = plain.slice(header);
  const columns = columnsOf(body, width);
  const starts = spreadHeader(plain.slice(0, header).map(withoutEmptyEnd), width, (left, right) =>
    Math.abs((columns[left]?.numbers ?? 0) - (columns[right]?.numbers ?? 0)),
  );
  const placed = startsOf(plain, columns);
  const sums = sumColumns(plain, placed, width);
  return rows.map((row, index) => {
    if (row.length > width) return gathered(row, width);
    const own = starts?.[index] ?? sumBehindHeading(plain[index] ?? [], columns, sums) ?? placed[index];
    return spread(row, own ?? [...row.keys()], width);
  });
}

/** Where the cells of each row stand: those of rows that lack the end alone show what may stand in others. */
function startsOf(rows: readonly (readonly string[])[], columns: readonly Column[]): number[][] {
  const groups = groupsOf(rows, columns.length);
  const unfinished = groups.flatMap((group) => {
    const [row = []] = group;
    const atEnd =
      lacksOne(row, columns.length) && startsIn(group, columns).every((start, at) => start === at);
    return atEnd ? group : [];
  });
  const known = withKin(columns, unfinished);
  return groups.flatMap((group) => {
    const starts = (group[0]?.length ?? 0) < columns.length ? startsIn(group, known) : [...columns.keys()];
    return group.map(() => starts);
  });
}

/** Numbered rows that follow one another and lack one cell lack the same, which reaches down from the row above them. */
function groupsOf(rows: readonly (readonly string[])[], width: number): (readonly string[])[][] {
  const groups: (readonly string[])[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && lacksOne(row, width) && lacksOne(last[0] ?? [], width)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function lacksOne(row: readonly string[], width: number): boolean {
  return row.length === width - 1 && SERIAL.test(row[0] ?? '');
}

/** A row of too many cells: those without words go first, what is left over stays with the last. */
function gathered(row: readonly string[], width: number): string[] {
  let extra = row.length - width;
  const cells = row.filter((cell) => {
    if (extra === 0 || withoutMarks(cell) !== '') return true;
    extra -= 1;
    return false;
  });
  return [
    ...cells.slice(0, width - 1),
    cells
      .slice(width - 1)
      .join('\n')
      .trim(),
  ];
}

function withoutMarks(cell: string): string {
  return cell.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
}

function withoutEmptyEnd(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
}

function beginsBody(row: readonly string[], width: number): boolean {
  if (row.length === 1 || (SERIAL.test(row[0] ?? '') && /[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(row[1] ?? '')))
    return true;
  return row.length === width && (SERIAL.test(row[0] ?? '') || row.some((cell) => NUMBER.test(cell)));
}

function spread(row: readonly string[], starts: readonly number[], width: number): string[] {
  const places = new Array<string>(width).fill('');
  row.forEach((cell, index) => {
    const start = starts[index];
    if (start !== undefined) places[start] = cell;
  });
  return places;
}
