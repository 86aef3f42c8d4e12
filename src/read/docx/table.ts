import type { XmlElement } from '@rgrove/parse-xml';
import { attribute, child, childrenOf, isOn, nameOf, numberIn } from './xml.ts';

interface Cell {
  text: string;
  column: number;
  columns: number;
  /** Continues the cell above it. */
  continued: boolean;
}

interface Row {
  cells: Cell[];
  header: boolean;
}

/**
 * The rows of a table, all of one length. The words of a merged cell stand in its first place, its other places are
 * empty; in the header they stand in each, for there they belong to every column. Tracked changes are accepted.
 */
export function tableRows(table: XmlElement, textOf: (cell: XmlElement) => string): string[][] {
  const rows = elementsIn(table, 'tr').flatMap((row) => readRow(row, textOf));
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.columns)));
  const header = headerRows(rows, width);
  const above: string[] = [];
  return rows.map(({ cells }, index) => {
    const texts = Array.from({ length: width }, () => '');
    for (const cell of cells) {
      const repeated = index < header && cell.columns < width;
      const text = cell.continued ? (repeated ? (above[cell.column] ?? '') : '') : cell.text;
      for (let at = 0; at < cell.columns; at++) {
        if (!cell.continued) above[cell.column + at] = cell.text;
        if (at === 0 || repeated) texts[cell.column + at] = text;
      }
    }
    return texts;
  });
}

/** Rows and cells also stand inside of content controls and tracked insertions. */
function elementsIn(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((element) => {
    if (nameOf(element) === name) return [element];
    return /^(?:sdt|sdtContent|ins|moveTo|customXml)$/.test(nameOf(element)) ? elementsIn(element, name) : [];
  });
}

function readRow(row: XmlElement, textOf: (cell: XmlElement) => string): Row[] {
  const properties = child(row, 'trPr');
  if (child(properties, 'del') !== undefined) return [];
  const cells: Cell[] = [];
  let column = span(child(properties, 'gridBefore'), 0);
  for (const element of elementsIn(row, 'tc')) {
    const own = child(element, 'tcPr');
    if (child(own, 'cellDel') !== undefined) continue;
    const columns = span(child(own, 'gridSpan'), 1);
    const down = child(own, 'vMerge');
    const continued = down !== undefined && attribute(down) !== 'restart';
    const last = cells.at(-1);
    if (attribute(child(own, 'hMerge')) === 'continue' && last !== undefined) last.columns += columns;
    else cells.push({ text: continued ? '' : textOf(element), column, columns, continued });
    column += columns;
  }
  return [{ cells, header: isOn(child(properties, 'tblHeader')) === true }];
}

/** No sheet of paper has more columns. */
function span(element: XmlElement | undefined, otherwise: number): number {
  return Math.min(100, Math.max(otherwise, numberIn(element) ?? otherwise));
}

/** The rows that say they are header, and those that a header's cells reach down to beside cells over several columns. */
function headerRows(rows: readonly Row[], width: number): number {
  const first = rows.findIndex(({ header }) => !header);
  const marked = first < 0 ? 0 : first;
  const grouped = rows[0]?.cells.some(({ columns }) => columns > 1 && columns < width) ?? false;
  if (!grouped) return marked;
  let depth = 1;
  for (let row = 0; row < depth; row++) {
    for (const { column, continued } of rows[row]?.cells ?? []) {
      if (continued) continue;
      let end = row + 1;
      while (rows[end]?.cells.some((cell) => cell.column === column && cell.continued)) end += 1;
      depth = Math.max(depth, end);
    }
  }
  return Math.max(marked, depth);
}
