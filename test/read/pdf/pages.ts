import type { PageImage, PageSource, WordPage } from '../../../src/plan/document.ts';
import { type PdfOptions, readPdf } from '../../../src/read/pdf.ts';

/** What `work` gives of each page of a PDF. */
async function ofPages<T>(
  bytes: Uint8Array,
  work: (page: PageSource) => Promise<T>,
  options: PdfOptions = {},
): Promise<T[]> {
  const reading = await readPdf('a.pdf', bytes, options);
  if (reading.kind !== 'pages') throw new Error('no pages');
  try {
    return await Promise.all(reading.file.pages.map(work));
  } finally {
    await reading.file.close();
  }
}

export function layersOf(bytes: Uint8Array, options?: PdfOptions): Promise<WordPage[]> {
  return ofPages(
    bytes,
    async (page) => {
      const layer = await page.layer();
      if (layer === null) throw new Error('no layer');
      return layer;
    },
    options,
  );
}

export function imagesOf(bytes: Uint8Array, options?: PdfOptions): Promise<PageImage[]> {
  return ofPages(bytes, (page) => page.image(), options);
}

/** The layer, or the image where there is none, or what is wrong, of each page. */
export function outcomesOf(bytes: Uint8Array, options?: PdfOptions): Promise<string[]> {
  const tried = async (work: () => Promise<unknown>): Promise<string> =>
    work().then(
      () => 'ok',
      (error: unknown) => {
        if (error instanceof Error && 'problem' in error) return String(error.problem);
        throw error;
      },
    );
  return ofPages(
    bytes,
    async (page) => `${await tried(() => page.layer())} ${await tried(() => page.image())}`,
    options,
  );
}

export function textOf({ words }: Pick<WordPage, 'words'>): string {
  return words.map(({ text }) => text).join(' ');
}
