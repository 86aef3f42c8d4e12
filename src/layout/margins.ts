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
const LEAST_LETTERS = 4;
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
    if (isNumber || runsThrough(edge, edges, pages.length)) edge.part.aside = 'margin';
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

/**
 * The same words in the same place of other pages. At the foot half of the pages will do, and figures that count on with
 * them. At the top, where annexes begin alike (`Phụ lục 1`, `Phụ lục 2`), it has to be all but the first page or two, in
 * the same words.
 */
function runsThrough(edge: Edge, edges: readonly Edge[], pages: number): boolean {
  if (edge.text.length < LEAST_LETTERS) return false;
  const isFoot = edge.height < 0;
  const like = edges.filter(
    (other) =>
      Math.abs(other.height - edge.height) < SAME_PLACE &&
      (isFoot ? saysTheSame(edge, other) : other.text === edge.text),
  );
  const on = new Set(like.map(({ page }) => page)).size;
  return isFoot ? on >= 2 && on * 2 >= pages : on >= Math.max(3, pages - 2);
}

function saysTheSame(a: Edge, b: Edge): boolean {
  const figures = /\d+/g;
  if (a.text.replace(figures, '#') !== b.text.replace(figures, '#')) return false;
  const others = b.text.match(figures) ?? [];
  return (a.text.match(figures) ?? []).every((figure, index) => {
    const step = Number(others[index]) - Number(figure);
    return step === 0 || step === b.page - a.page;
  });
}
