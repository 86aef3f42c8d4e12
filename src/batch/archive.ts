import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PageFailure, type PageImage, type PageSource } from '../plan/document.ts';
import type { PlanRecord } from '../plan/record.ts';
import type { PlacedText } from '../plan/source-text.ts';
import { readDocument } from '../read/read.ts';
import { type AltoPage, altoXml } from '../report/archive/alto.ts';
import { layText } from '../report/archive/lettering.ts';
import { SearchablePdf } from '../report/archive/searchable-pdf.ts';
import { prepareFolder, writeWhole } from './output.ts';
import { storedRecord } from './plan-json.ts';

/** Stands for a page that can't be shown: A4 at 72 dots an inch, white. */
const BLANK: PageImage = {
  data: new Uint8Array(595 * 842).fill(255),
  width: 595,
  height: 842,
  channels: 1,
  dpi: 72,
};

/**
 * The copies that an archive keeps of a document whose words were recognised: archive/<id>.pdf to look at and to search,
 * archive/<id>.alto.xml for its layout. A document that had its words in itself has none.
 */
export class Archive {
  readonly #out: string;
  readonly #program: string;

  private constructor(out: string, program: string) {
    this.#out = out;
    this.#program = program;
  }

  /** `program` is the version that the copies are to name. Throws where the folder can't be written to. */
  static async open(out: string, program: string): Promise<Archive> {
    await prepareFolder(join(out, 'archive'));
    return new Archive(out, program);
  }

  /** Whether a stored plan has the copies that it is to have. */
  async holds(id: string): Promise<boolean> {
    const record = await storedRecord(join(this.#out, 'plans', `${id}.json`));
    if (record === null) return false;
    if (!isRecognized(record)) return true;
    const files = await Promise.allSettled(this.#files(id).map((file) => stat(file)));
    return files.every(({ status }) => status === 'fulfilled');
  }

  /** Writes the copies of a document, each whole or not at all. */
  async write(record: PlanRecord, placed: PlacedText, bytes: Uint8Array): Promise<void> {
    if (!isRecognized(record)) return;
    const reading = await readDocument(record.source.path, bytes);
    if (reading.kind !== 'pages') return;
    const laid = layText(placed);
    const pdf = new SearchablePdf(record, this.#program);
    const alto: AltoPage[] = [];
    try {
      // One image at a time is in memory.
      for (const source of reading.file.pages) {
        const image = await imageOf(source);
        const blocks = laid.get(source.page) ?? [];
        await pdf.add(image, blocks);
        alto.push({ page: source.page, width: image.width, height: image.height, blocks });
      }
    } finally {
      await reading.file.close();
    }
    const [pdfFile, altoFile] = this.#files(record.id);
    await writeWhole(pdfFile, await pdf.end());
    await writeWhole(altoFile, altoXml(record, this.#program, alto));
  }

  async remove(id: string): Promise<void> {
    for (const file of this.#files(id)) await rm(file, { force: true });
  }

  #files(id: string): [pdf: string, alto: string] {
    const file = join(this.#out, 'archive', id);
    return [`${file}.pdf`, `${file}.alto.xml`];
  }
}

function isRecognized({ source }: PlanRecord): boolean {
  return source.pages.some(({ origin }) => origin === 'ocr');
}

/** The record says already of a page that can't be shown that it could not be read. */
async function imageOf(source: PageSource): Promise<PageImage> {
  try {
    return await source.image();
  } catch (error) {
    if (error instanceof PageFailure) return BLANK;
    throw error;
  }
}
