import { canvasOf } from './frame.ts';
import type { LaidPage, LinePart } from './page.ts';
import { middleOf } from './piece.ts';
import { textOfRun } from './runs.ts';

const PAGE_NUMBER = /^(?:trang\s*)?[-–—~.\s]*(\d{1,4})(?:\s*\/\s*\d{1,4})?[-–—~.\s]*$/iu;
/** What may be a page number that was misread. */
const SHORT = 4;
/** Shares of the page's height at its top and bottom where a page has what is its own. */
const TOP = 0.12;
const BOTTOM = 0.9;
/** In points: lines on several pages that differ by less stand in the same place. */
const SAME_PLACE = 9;
/** So many lines at most make a running head. */
const HEAD_LINES = 3;

interface Edge {
  part: LinePart;
  text: string;
  /** Of the line's middle, from the page's top, or from its bottom as a negative number. */
  height: number;
  page: number;
}

/** Marks what belongs to the pages and not to the text: their numbers, and heads and feet that run through them. */
export function markMargins(pages: readonly LaidPage[]): void {
  const edges = pages.flatMap((page, index) => [
    ...edgesOf(page, index, 'top'),
    ...edgesOf(page, index, 'bottom'),
  ]);
  const numbers = pageNumbers(edges);
  for (const edge of edges) {
    const isNumber = numbers.includes(edge) || numbers.some((other) => isMisread(edge, other));
    if (isNumber || runsThrough(edge, edges)) edge.part.aside = 'margin';
  }
}

function edgesOf({ page, parts }: LaidPage, index: number, at: 'top' | 'bottom'): Edge[] {
  const canvas = canvasOf(page);
  const inOrder = at === 'top' ? parts : [...parts].reverse();
  const edges: Edge[] = [];
  for (const part of inOrder.slice(0, HEAD_LINES)) {
    if (part.kind !== 'line') break;
    const height = middleOf(part.line);
    if (at === 'top' ? height > TOP * canvas.height : height < BOTTOM * canvas.height) break;
    const from = at === 'top' ? height : height - canvas.height;
    edges.push({ part, text: textOfRun(part.line), height: from, page: index });
  }
  return edges;
}

/** Lone numbers that count the pages: two that do, or one that is its page's own. */
function pageNumbers(edges: readonly Edge[]): Edge[] {
  const byShift = new Map<number, Edge[]>();
  for (const edge of edges) {
    const number = PAGE_NUMBER.exec(edge.text)?.[1];
    if (number === undefined) continue;
    const shift = Number(number) - edge.page;
    byShift.set(shift, [...(byShift.get(shift) ?? []), edge]);
  }
  return [...byShift].flatMap(([shift, found]) => (found.length > 1 || shift === 1 ? found : []));
}

function isMisread(edge: Edge, number: Edge): boolean {
  return (
    edge.page !== number.page &&
    edge.text.length <= SHORT &&
    Math.abs(edge.height - number.height) < SAME_PLACE &&
    Math.abs(edge.part.line.left + edge.part.line.right - number.part.line.left - number.part.line.right) <
      4 * SAME_PLACE
  );
}

/** The same words, figures aside, in the same place of another page. */
function runsThrough(edge: Edge, edges: readonly Edge[]): boolean {
  const key = keyOf(edge.text);
  if (key.length < 4) return false;
  return edges.some(
    (other) =>
      other.page !== edge.page &&
      Math.abs(other.height - edge.height) < SAME_PLACE &&
      keyOf(other.text) === key,
  );
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#');
}
