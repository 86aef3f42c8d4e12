/** So many letters must agree before two texts count as together again. */
const RUN = 12;
/** Widest gap that is bridged, in letters other than blanks. */
const WIDEST = 600;

interface Solid {
  letters: string;
  /** Offset of each letter in the text. */
  offsets: number[];
}

/**
 * For every offset of `text` that holds more than a blank or a mark, where the same letter stands in `source`, from which the
 * text was made by joining lines and leaving out furniture and marks; -1 where it was changed or moved.
 */
export function align(text: string, source: string): Int32Array {
  const to = new Int32Array(text.length).fill(-1);
  const one = solid(text);
  const other = solid(source);
  let i = 0;
  let j = 0;
  while (i < one.letters.length && j < other.letters.length) {
    if (one.letters[i] === other.letters[j]) {
      to[one.offsets[i] ?? 0] = other.offsets[j] ?? -1;
      i++;
      j++;
      continue;
    }
    const next = resume(one.letters, i, other.letters, j);
    if (next === null) {
      i++;
      continue;
    }
    [i, j] = next;
  }
  return to;
}

function resume(one: string, i: number, other: string, j: number): [number, number] | null {
  for (let skip = 0; skip <= WIDEST; skip++) {
    const run = one.slice(i + skip, i + skip + RUN);
    if (run === '') return null;
    const at = other.indexOf(run, j);
    if (at >= 0 && at - j <= WIDEST) return [i + skip, at];
  }
  return null;
}

/** Blanks, and marks that a document has around words of a table or heading. */
const LOOSE = /[\s|*#>\\]/;

function solid(text: string): Solid {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) if (!LOOSE.test(text.charAt(at))) offsets.push(at);
  return { letters: offsets.map((at) => text.charAt(at)).join(''), offsets };
}
