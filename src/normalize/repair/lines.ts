/** Half-open range of line numbers that make one paragraph. */
export interface LineGroup {
  from: number;
  to: number;
}

const MARKER = /^\s*(?:[-+*•–]\s|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVXl1]{1,5}\.\s|#)/;
const ENDS = /[.;:!?]["”’)]*\s*$/;
const STARTS_SMALL = /^\s*["“(]?[a-zà-ỹđ]/;
/** A line that is shorter than this part of the usual width was not wrapped. */
const FULL = 0.72;

/**
 * Groups the hard-wrapped lines of a text into paragraphs. An empty line, a list marker, or a line too short to have
 * been wrapped ends one; an empty line in mid-sentence (a page break) does not.
 */
export function groupLines(lines: readonly string[]): LineGroup[] {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0);
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  const groups: LineGroup[] = [];
  let from = -1;
  let last = -1;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const before = last >= 0 ? (lines[last] ?? '') : '';
    const open =
      from >= 0 && before.trim().length >= width * FULL && before.trim().length < 400 && !MARKER.test(line);
    const gap = i - last > 1;
    const continues =
      open && !line.includes('\t') && (gap ? !ENDS.test(before) && STARTS_SMALL.test(line) : true);
    if (!continues) {
      if (from >= 0) groups.push({ from, to: last + 1 });
      from = i;
    }
    last = i;
  }
  if (from >= 0) groups.push({ from, to: last + 1 });
  return groups;
}
