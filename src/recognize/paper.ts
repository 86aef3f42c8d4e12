import { type Grey, histogram } from './pixels.ts';

/** Paper that is as light as this needs nothing. */
const WHITE = 250;

/**
 * A page with its paper white and even: grey or grainy paper is made white from two standard deviations below its usual grey on, and what is
 * darker keeps its distance from black in proportion. A small part read by itself would else be parted into lighter and darker paper instead of
 * paper and ink. The same image where its paper is white.
 */
export function onWhitePaper(image: Grey): Grey {
  const counts = histogram(image);
  const paper = counts.reduce((best, count, value) => (count > (counts[best] ?? 0) ? value : best), 0);
  // What is lighter than usual is grain alone; ink makes the darker side no measure of it.
  let [lighter, squares] = [0, 0];
  for (let value = paper + 1; value < 256; value++) {
    lighter += counts[value] ?? 0;
    squares += (counts[value] ?? 0) * (value - paper) ** 2;
  }
  const white = Math.round(paper - 2 * Math.sqrt(squares / (lighter || 1)));
  if (paper < 128 || white >= WHITE) return image;
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.round((255 * value) / white)),
  );
  const data = new Uint8Array(image.data.length);
  for (let at = 0; at < data.length; at++) data[at] = table[image.data[at] ?? 255] ?? 255;
  return { ...image, data };
}
