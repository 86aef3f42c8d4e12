import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { PageImage } from '../../plan/document.ts';
import type { PlanRecord } from '../../plan/record.ts';
import type { LaidBlock, LaidWord } from './lettering.ts';

/** Tinos has all Vietnamese letters; its licence lets it be embedded. */
const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
);
/** For images that do not say: what most scanners are set to. */
const USUAL_DPI = 200;
const POINTS = 72;
const JPEG_QUALITY = 80;
/** pdfkit's types don't know the scale of letters, per cent, that pdfkit takes. */
interface ScaledText extends PDFKit.Mixins.TextOptions {
  horizontalScaling: number;
}

/** Of the em, above the line that letters stand on. */
const ASCENT = 0.891;

/**
 * Writes a document page by page as a searchable PDF/A-2b: each page is its image, and over it, unseen, its words in their
 * places, so that they can be found, selected and copied. The same pages give the same bytes: its date is the plan's own.
 */
export class SearchablePdf {
  readonly #document: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<unknown>;

  constructor({ number, title, issuer, issuedOn }: PlanRecord, program: string) {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(issuedOn ?? '') ? issuedOn : null;
    this.#document = new PDFDocument({
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      lang: 'vi',
      displayTitle: true,
      info: {
        Title: [number, title].filter((part) => part !== null).join(' '),
        Author: issuer?.name ?? '',
        Creator: 'kehoach',
        Producer: `kehoach ${program}`,
        CreationDate: new Date(day === null ? 0 : `${day}T00:00:00Z`),
      },
    });
    this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve) => this.#document.on('end', resolve));
    this.#document.registerFont('words', FONT);
  }

  /** Adds a page; boxes are fractions of its image from the top left. */
  async add(image: PageImage, blocks: readonly LaidBlock[]): Promise<void> {
    const scale = POINTS / (image.dpi ?? USUAL_DPI);
    const [width, height] = [image.width * scale, image.height * scale];
    this.#document.addPage({ size: [width, height], margin: 0 });
    this.#document.image(await encoded(image), 0, 0, { width, height });
    this.#document.save().addContent('3 Tr');
    for (const { lines } of blocks) {
      for (const line of lines) for (const word of line) this.#write(word, width, height);
    }
    this.#document.restore();
  }

  async end(): Promise<Buffer> {
    this.#document.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }

  /** As wide as its box, with the blank that parts it from the next. */
  #write({ content, box: [x, y, w, h] }: LaidWord, width: number, height: number): void {
    const size = Math.max(1, h * height);
    this.#document.font('words').fontSize(size);
    const natural = this.#document.widthOfString(content);
    if (natural === 0 || w <= 0) return;
    const options: ScaledText = { lineBreak: false, horizontalScaling: (100 * w * width) / natural };
    this.#document.text(`${content} `, x * width, y * height + (h * height - size * ASCENT) / 2, options);
  }
}

/** Black and white without loss, anything else as JPEG. */
async function encoded({ data, width, height, channels }: PageImage): Promise<Buffer> {
  const picture = sharp(data, { raw: { width, height, channels } });
  if (channels === 1 && data.every((value) => value === 0 || value === 255)) {
    return picture.png({ palette: true, colours: 2, compressionLevel: 9 }).toBuffer();
  }
  return picture.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}
