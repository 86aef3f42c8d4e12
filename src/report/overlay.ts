import sharp from 'sharp';
import type { PageImage } from '../plan/document.ts';
import type { Evidence } from '../plan/record.ts';

/** A colour for each part of the record, which its pointers begin with. */
const COLOURS: Readonly<Record<string, string>> = {
  number: '#c00',
  issuedOn: '#c00',
  issuedAt: '#c00',
  issuer: '#936',
  title: '#936',
  signer: '#936',
  recipients: '#777',
  citations: '#06c',
  targets: '#080',
  tables: '#a60',
  agencies: '#639',
  deadlines: '#c60',
};

/**
 * A picture (PNG) of a page on which every value of the record that was read there has a box around its words, in the
 * colour of its field; values without boxes (plain text) are not shown. Texts of tasks and titles, which would cover the page,
 * are underlined.
 */
export async function overlayPicture(
  { data, width, height, channels }: PageImage,
  page: number,
  evidence: Readonly<Record<string, Evidence>>,
): Promise<Buffer> {
  const drawn = new Set<string>();
  const marks = Object.entries(evidence).flatMap(([pointer, found]) => {
    if (found.page !== page) return [];
    const [, field = ''] = pointer.split('/');
    const colour = COLOURS[field] ?? '#777';
    const isLong = found.boxes.length > 12;
    return found.boxes.map(([x, y, w, h]) => {
      const key = [field, x, y].join();
      if (drawn.has(key)) return '';
      drawn.add(key);
      const [left, top, across, down] = [x * width, y * height, w * width, h * height].map(Math.round);
      return isLong
        ? `<rect x="${left}" y="${(top ?? 0) + (down ?? 0)}" width="${across}" height="2" fill="${colour}"/>`
        : `<rect x="${left}" y="${top}" width="${across}" height="${down}" fill="${colour}" fill-opacity="0.15" stroke="${colour}"/>`;
    });
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`;
  return sharp(data, { raw: { width, height, channels } })
    .toColourspace('srgb')
    .composite([{ input: Buffer.from(drawing) }])
    .png()
    .toBuffer();
}
