import type { Plugin } from 'unified';
import type { PlanNode, PlanRoot, PlanTable } from '../plan/tree.ts';

const NUMERIC = /^[-+]?[\d.,\s]+%?$/;
const CAPTION = /^(?:Bảng|Biểu|Phụ biểu|BẢNG|BIỂU)\b|:\s*$|(?:như sau|dưới đây)\s*[.:]?$/u;

/** Puts rows that stand below each other into one table, tells its header rows, and gives it its caption. */
export const planTables: Plugin<[], PlanRoot, PlanRoot> = () => (tree) => ({
  ...tree,
  children: tree.children.map((region) => ({ ...region, children: grouped(region.children) })),
});

function grouped(nodes: readonly PlanNode[]): PlanNode[] {
  const result: PlanNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'planTable' && last?.type === 'planTable') {
      last.children.push(...node.children);
      last.span = { start: last.span.start, end: node.span.end };
    } else if (node.type === 'planTable') {
      const caption =
        last?.type === 'paragraph' && last.value.length < 200 && CAPTION.test(last.value) ? last.span : null;
      result.push({ ...node, caption, children: [...node.children] });
    } else result.push(node);
  }
  for (const node of result) if (node.type === 'planTable') node.header = headerRows(node);
  return result;
}

/** A serial number, or the number of a part, in a row's first cell. */
const SERIAL_CELL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-H])\s*[.)]?$/;

/**
 * Rows above the first row of the body count as header; a table always has one. The body begins with a row that has a
 * figure, a serial number or a part's number, or nothing but the words of a part.
 */
function headerRows(table: PlanTable): number {
  const width = Math.max(...table.children.map((row) => row.children.length));
  const first = table.children.findIndex((row, index) => {
    const cells = row.children.map((cell) => cell.value.trim());
    if (isNumbering(cells)) return false;
    const filled = cells.filter((cell) => cell !== '').length;
    if (index > 0 && filled === 1 && width > 2) return true;
    return cells.some((cell) => cell !== '' && NUMERIC.test(cell)) || SERIAL_CELL.test(cells[0] ?? '');
  });
  return first <= 0 ? Math.min(1, table.children.length) : first;
}

/** A row of (1), (2), (3) or A, B, 1, 2, 3=2/1 numbers the columns and still belongs to the header. */
function isNumbering(cells: readonly string[]): boolean {
  if (!cells.every((cell) => /^\(?\d{1,2}\)?$|^\(?\d{1,2}\s*=\s*[\d()+\-*/:x%\s]+\)?$|^[A-Z]$|^$/.test(cell)))
    return false;
  return isCounting(cells.map((cell) => cell.replace(/\s*=.*$/, '')));
}

function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(cell.replace(/[()]/g, ''))).filter((value) => value > 0);
  return (
    numbers.length >= 2 &&
    numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1)
  );
}
