import { fileURLToPath } from 'node:url';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TooMuchDrawn } from './drawing.ts';
import { layerOf } from './layer.ts';
import type { Result } from './messages.ts';
import { PdfiumDocument } from './pdfium.ts';

type Failure = Extract<Result, { got: 'failure' }>;

const RESOURCES = new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'));

/**
 * A PDF opened twice: with pdf.js for its words, with PDFium for what it looks like. What only one of them can open is
 * read as far as that one goes.
 */
export class OpenPdf {
  readonly #text: PDFDocumentProxy | null;
  readonly #looks: PdfiumDocument | null;
  readonly pages: number;

  private constructor(text: PDFDocumentProxy | null, looks: PdfiumDocument | null, pages: number) {
    this.#text = text;
    this.#looks = looks;
    this.pages = pages;
  }

  static async open(bytes: Uint8Array, maxPages: number): Promise<OpenPdf | Failure> {
    const looks = await PdfiumDocument.open(bytes).catch(() => null);
    let text: PDFDocumentProxy | null = null;
    let error: unknown;
    try {
      text = await loadText(bytes);
    } catch (thrown) {
      error = thrown;
    }
    if (looks === null && error instanceof Error && error.name === 'PasswordException')
      return failure('encrypted');
    if (text === null && looks === null) {
      return failure('damaged', error instanceof Error ? error.message : null);
    }
    const opened = new OpenPdf(text, looks, Math.max(text?.numPages ?? 0, looks?.pageCount ?? 0));
    if (opened.pages > 0 && opened.pages <= maxPages) return opened;
    await opened.close();
    return opened.pages === 0 ? failure('no-pages') : failure('too-many-pages', String(opened.pages));
  }

  async layer(page: number, maxWords: number): Promise<Result> {
    let opened: PDFPageProxy | undefined;
    try {
      if (this.#text === null) return failure('broken', 'pdf.js did not open the file');
      opened = await this.#text.getPage(page);
      const objects = this.#looks?.objects(page) ?? null;
      return { got: 'layer', layer: await layerOf(this.#text, opened, objects, maxWords) };
    } catch (error) {
      if (error instanceof TooMuchDrawn) return failure('too-large');
      return failure('broken', error instanceof Error ? error.message : null);
    } finally {
      opened?.cleanup();
    }
  }

  image(page: number, maxPixels: number): Result {
    const image = this.#looks?.image(page, maxPixels) ?? null;
    return image === null ? failure('broken') : { got: 'image', image };
  }

  async close(): Promise<void> {
    this.#looks?.close();
    await this.#text?.loadingTask.destroy();
  }
}

/** pdf.js takes the array that it gets away, and no Buffer: it gets a copy. */
function loadText(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    // Images are PDFium's: none is decoded here.
    maxImageSize: 1,
    cMapUrl: fileURLToPath(new URL('cmaps/', RESOURCES)),
    cMapPacked: true,
    standardFontDataUrl: fileURLToPath(new URL('standard_fonts/', RESOURCES)),
    wasmUrl: fileURLToPath(new URL('wasm/', RESOURCES)),
  }).promise;
}

function failure(code: Failure['failure'], detail: string | null = null): Failure {
  return { got: 'failure', failure: code, detail };
}
