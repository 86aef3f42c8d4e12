/** Grey pixels, row by row from the top, 0 black to 255 white. */
export interface Grey {
  data: Uint8Array;
  width: number;
  height: number;
}

/** In pixels, half-open. */
export interface Rect {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function histogram({ data }: Grey): Uint32Array {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The level that parts an image's pixels best into ink (below it) and paper (Otsu, 1979). */
export function inkLevel(image: Grey): number {
  const counts = histogram(image);
  const total = image.data.length;
  let sum = 0;
  counts.forEach((count, value) => {
    sum += value * count;
  });
  let [darker, darkerSum, best, level] = [0, 0, -1, 128];
  counts.forEach((count, value) => {
    darker += count;
    darkerSum += value * count;
    if (darker === 0 || darker === total) return;
    const difference = darkerSum / darker - (sum - darkerSum) / (total - darker);
    const between = darker * (total - darker) * difference * difference;
    if (between > best) [best, level] = [between, value + 1];
  });
  return level;
}
