import { canvasOf } from './frame.ts';
import type { LaidPage, LinePart } from './page.ts';
import { median, middleOf } from './piece.ts';
import { textOfRun } from './runs.ts';

const MARKER = /^(?:[⁰¹²³⁴-⁹]+|\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}(?![.,)\d])|\*)\s*[A-Za-zÀ-\u036fḀ-ỹ]/u;
/** Of the text's letters, the height of the notes' at most. */
const SMALLER = 0.93;
/** Share of the page's height above which no note stands. */
const LOWER_PART = 0.35;

/**
 * Marks the notes at the foot of a page: lines below all others in smaller letters, the first of which begins with
 * a note's mark. Each note's first line begins a paragraph.
 */
export function markNotes({ page, parts }: LaidPage): void {
  const canvas = canvasOf(page);
  const lines = parts.filter(
    (part): part is LinePart => part.kind === 'line' && part.column === null && part.aside === undefined,
  );
  const last = parts.findLast((part) => part.kind === 'row' || part.aside === undefined);
  if (last === undefined || last.kind === 'row' || last.column !== null) return;
  const usual = median(lines.map(({ line }) => line.em));
  let start = lines.length;
  let first = lines.length;
  while (start > 0) {
    const part = lines[start - 1];
    if (
      part === undefined ||
      part.line.em > SMALLER * usual ||
      middleOf(part.line) < LOWER_PART * canvas.height
    )
      break;
    start -= 1;
    if (MARKER.test(textOfRun(part.line))) first = start;
  }
  for (const part of lines.slice(first)) {
    part.aside = 'note';
    part.begins = MARKER.test(textOfRun(part.line));
  }
}
