import type { Plugin } from 'unified';
import { isSerialHead, YEAR } from '../lexicon/numbering.ts';
import type { Span } from '../plan/source-text.ts';
import type { PlanNode, PlanParagraph, PlanRoot, PlanTable, PlanTableRow } from '../plan/tree.ts';

const NUMERIC = /^[-+]?[\d.,\s]+%?$/;
const CAPTION = /^(?:Bảng|Biểu|Phụ biểu|BẢNG|BIỂU)\b|:\s*$|(?:như sau|dưới đây)\s*[.:]?$/u;
/** The words before a caption that say that a table follows. */
const LEAD = /:\s*$|(?:như sau|dưới đây)\s*[.:]?$/iu;
const ATTACHED = /^\(?\s*(?:ban hành )?kèm theo/iu;
const UNIT_NOTE = /^\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:/iu;

/** Puts rows that stand below each other into one table, tells its header rows, and gives it its caption. */
export const planTables: Plugin<[], PlanRoot, PlanRoot> = () => (tree) => ({
  ...tree,
  children: tree.children.map((region) => ({ ...region, children: grouped(region.children) })),
});

function grouped(nodes: readonly PlanNode[]): PlanNode[] {
  const result: PlanNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const before = result.at(-2);
    if (node.type !== 'planTable') result.push(node);
    else if (last?.type === 'planTable' && !beginsAnother(node, last)) append(last, node);
    else if (before?.type === 'planTable' && isPageNumber(last) && isContinued(before, node)) {
      result.pop();
      before.children.push(pageNumberRow(last));
      append(before, node);
    } else result.push({ ...node, caption: captionAbove(result), children: [...node.children] });
  }
  for (const node of result) {
    if (node.type !== 'planTable') continue;
    node.header = headerRows(node);
    markRepeatedHeads(node);
  }
  return result;
}

function append(table: PlanTable, next: PlanTable): void {
  table.children.push(...next.children);
  table.span = { start: table.span.start, end: next.span.end };
}

/** Notes on the unit and on what it is attached to may stand between a caption and its table. */
function captionAbove(nodes: readonly PlanNode[]): Span | null {
  const above = nodes.slice(-4).reverse();
  for (const [index, node] of above.entries()) {
    if (node.type !== 'paragraph' || node.value.length >= 200) return null;
    if (UNIT_NOTE.test(node.value) || ATTACHED.test(node.value)) continue;
    if (CAPTION.test(node.value)) return index > 0 && NUMBER_ONLY.test(node.value) ? null : node.span;
    // "… được giao theo biểu dưới đây:" over "Một số chỉ tiêu chủ yếu năm 2024".
    const before = above[index + 1];
    const led = before?.type === 'paragraph' && LEAD.test(before.value);
    // "Phân bổ chỉ tiêu cho các xã năm 2024": a line of its own that says what is given.
    return (led || NAMES_TABLE.test(node.value)) && TITLE.test(node.value) ? node.span : null;
  }
  return null;
}

/** "Biểu số 1" over what it is attached to numbers an annex. */
const NUMBER_ONLY = /^(?:Bảng|Biểu|Phụ biểu)\s+(?:số\s+)?[\dIVXLC./-]+$/iu;
/** A line of words that ends no sentence. */
const TITLE = /^\p{Lu}[^:;.]{5,150}[^\s:;.,/]$/u;

/** What a title of a table begins with, and closes with a time, the territory or the unit. */
const NAMES_TABLE =
  /^(?:(?:Tổng hợp|Phân bổ|Phân khai|Phân kỳ|Giao|Dự kiến|Kế hoạch|Nhu cầu|Khối lượng|Diện tích|Số lượng|Kết quả)\s|Danh (?:mục|sách)\s|(?:Một số |Các |Hệ thống )?(?:chỉ tiêu|mục tiêu)\s|Lịch\s|Tiến độ\s|Lộ trình\s|Chi tiết\s).*\s(?:(?:năm|giai đoạn|quý|vụ\s\p{L}+)\s[\dIV/]+(?:\s*[-–]\s*\d{4})?|\([^()]{1,24}\)|các (?:xã|phường|huyện|đơn vị|địa phương)(?:,\s[\p{Ll}\s]+)?)$/iu;

function textsOf(row: PlanTableRow): string[] {
  return row.children.map((cell) => cell.value.replace(/\s+/g, ' ').trim().toLowerCase());
}

/** A header that numbers its rows and is not the one above begins a table of its own. */
function beginsAnother(node: PlanTable, above: PlanTable): boolean {
  const [own] = node.children;
  const [first] = above.children;
  if (own === undefined || first === undefined || above.children.length < 2) return false;
  const texts = textsOf(own);
  return (
    isSerialHead(texts[0] ?? '') &&
    texts.filter((text) => text !== '').length > 2 &&
    !repeats(texts, textsOf(first))
  );
}

function isPageNumber(node: PlanNode | undefined): node is PlanParagraph {
  return (
    node?.type === 'paragraph' &&
    (/^[-–\s]*(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?[-–\s]*$/iu.test(node.value) ||
      GOES_ON.test(node.value))
  );
}

/** "Bảng 1 (tiếp theo)" over the rest of a table on its next page. */
const GOES_ON = /^(?:(?:bảng|biểu|phụ biểu)\s+(?:số\s+)?[\dIVX]{1,4}[\s:.]*)?\(?tiếp(?:\s+theo)?\)?[.:]?$/iu;

function pageNumberRow({ span, value }: PlanParagraph): PlanTableRow {
  return { type: 'planTableRow', span, furniture: true, children: [{ type: 'planTableCell', value, span }] };
}

/** What stands below a page number goes on with the table above it where it is as wide. */
function isContinued(above: PlanTable, node: PlanTable): boolean {
  const width = (table: PlanTable): number => Math.max(...table.children.map((row) => row.children.length));
  return width(above) > 2 && width(above) === width(node) && !beginsAnother(node, above);
}

/** Finds the rows that say the header again, on a new page or below the heading of a part. */
function markRepeatedHeads(table: PlanTable): void {
  const heads = table.children.slice(0, table.header).map(textsOf);
  for (const row of table.children.slice(table.header))
    if (heads.some((head) => repeats(textsOf(row), head))) row.furniture = true;
}

/** Most of the words, and at least two, stand in the same columns. */
function repeats(row: readonly string[], head: readonly string[]): boolean {
  const filled = row.flatMap((text, index) => (text === '' ? [] : [text === head[index]]));
  const same = filled.filter((equal) => equal).length;
  return same >= 2 && same * 4 >= filled.length * 3;
}

/** A serial number, or the number of a part, in a row's first cell. */
const SERIAL_CELL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-H])\s*[.)]?$/;

/**
 * Rows above the first row of the body count as header; a table always has one. The body begins with a row that has a
 * figure, a serial number or a part's number, or nothing but the words of a part.
 */
function headerRows(table: PlanTable): number {
  const width = Math.max(...table.children.map((row) => row.children.length));
  if (hasFullHead(table)) return 1;
  const first = table.children.findIndex((row, index) => {
    if (row.furniture === true) return false;
    const cells = row.children.map((cell) => cell.value.trim());
    if (isNumbering(cells) || isSerialHead(cells[0] ?? '')) return false;
    const filled = cells.filter((cell) => cell !== '').length;
    if (index > 0 && filled === 1 && width > 2) return true;
    const figures = cells.filter((cell) => cell !== '' && NUMERIC.test(cell));
    // `2023 2024 2025` right of empty cells: the years that share the heading above.
    if (cells[0] === '' && cells[1] === '' && figures.length > 1 && figures.every((cell) => YEAR.test(cell)))
      return false;
    return figures.length > 0 || SERIAL_CELL.test(cells[0] ?? '');
  });
  return first <= 0 ? Math.min(1, table.children.length) : first;
}

/**
 * Whether the first row heads all columns, each with words of its own, and the second stands under none of them: of tables
 * that number no rows, the first figure may stand far below.
 */
function hasFullHead({ children: [top, next] }: PlanTable): boolean {
  const heads = top?.children.map((cell) => cell.value.trim()) ?? [];
  const below = next?.children.map((cell) => cell.value.trim()) ?? [];
  return (
    heads.length > 2 &&
    below.length === heads.length &&
    !isSerialHead(heads[0] ?? '') &&
    heads.every((head) => /[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(head)) &&
    new Set(heads).size === heads.length &&
    !heads.includes(below[0] ?? '') &&
    !isSerialHead(below[0] ?? '') &&
    below.filter((cell) => /^[^\p{Ll}(]/u.test(cell)).length * 2 > heads.length &&
    /[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(below[0] ?? '')
  );
}

/** A row of (1), (2), (3) or A, B, 1, 2, 3=2/1 numbers the columns and still belongs to the header. */
function isNumbering(cells: readonly string[]): boolean {
  if (
    !cells.every((cell) => /^\(?\d{1,2}\)?$|^\(?\d{1,2}\)?\s*=\s*[\d()+\-*/:x%\s]+\)?$|^[A-Z]$|^$/.test(cell))
  )
    return false;
  // `A`, `B`, `1`; `A`, `B`, `C`, `D`: letters number those that hold words.
  return isLettered(cells) || isCounting(cells.map((cell) => cell.replace(/\s*=.*$/, '')));
}

function isLettered([first, second, third]: readonly string[]): boolean {
  return first === 'A' && second === 'B' && /^(?:C|\(?1\)?(?:\s*=.*)?)$/.test(third ?? '');
}

function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(cell.replace(/[()]/g, ''))).filter((value) => value > 0);
  return (
    numbers.length >= 2 &&
    numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1)
  );
}
