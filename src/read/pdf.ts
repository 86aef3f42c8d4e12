import { PageFailure, type PageImage, type Reading, type WordPage } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { PDF_LIMITS, type PdfLimits } from './pdf/limits.ts';
import type { Request, Result } from './pdf/messages.ts';
import { type Ask, PdfProcess, ProcessEnded } from './pdf/process.ts';

/** What is asked of a page, before the document's own details are added. */
type PageRequest = { ask: 'layer'; maxWords: number } | { ask: 'image'; maxPixels: number };

export interface PdfOptions {
  limits?: PdfLimits;
  /** Where to read; by default the one process that all documents share. */
  process?: PdfProcess;
}

let shared: PdfProcess | undefined;
let documents = 0;

/**
 * Opens a PDF in a process of its own and reads its pages one at a time as they are asked for. Files that only an owner's
 * password protects open as they are. Throws a DocumentFailure where the file can't be opened.
 */
export async function readPdf(path: string, bytes: Uint8Array, options: PdfOptions = {}): Promise<Reading> {
  const limits = options.limits ?? PDF_LIMITS;
  if (bytes.length > limits.fileBytes) {
    throw new DocumentFailure('too-large', path, `${Math.round(bytes.length / 1024 / 1024)} MB`);
  }
  shared ??= new PdfProcess(PDF_LIMITS.memoryBytes);
  const document = new PdfInProcess(path, bytes, limits, options.process ?? shared);
  const pages = await document.open();
  return {
    kind: 'pages',
    file: {
      mediaType: 'application/pdf',
      pages: Array.from({ length: pages }, (_, index) => ({
        page: index + 1,
        layer: () => document.layer(index + 1),
        image: () => document.image(index + 1),
      })),
      close: () => document.close(),
    },
  };
}

/** Ends the process that documents share, once it is idle; the next PDF starts another. */
export async function closePdfProcess(): Promise<void> {
  await shared?.close();
}

class PdfInProcess {
  readonly #path: string;
  readonly #bytes: Uint8Array;
  readonly #limits: PdfLimits;
  readonly #process: PdfProcess;
  readonly #document = ++documents;
  /** The process that has it open. */
  #generation = -1;
  #secondsLeft: number;

  constructor(path: string, bytes: Uint8Array, limits: PdfLimits, process: PdfProcess) {
    this.#path = path;
    this.#bytes = bytes;
    this.#limits = limits;
    this.#process = process;
    this.#secondsLeft = limits.documentSeconds;
  }

  /** The number of pages. Throws a DocumentFailure. */
  async open(): Promise<number> {
    const result = await this.#process
      .run((ask) => this.#opened(ask))
      .catch((error: unknown) => {
        if (!(error instanceof ProcessEnded)) throw error;
        throw new DocumentFailure('damaged', this.#path, error.problem);
      });
    if (result.got === 'pages') return result.pages;
    const code = result.got === 'failure' ? result.failure : 'damaged';
    const detail = result.got === 'failure' ? result.detail : null;
    throw new DocumentFailure(code === 'broken' ? 'damaged' : code, this.#path, detail);
  }

  /** Throws a PageFailure. */
  async layer(page: number): Promise<WordPage> {
    const result = await this.#asked(page, { ask: 'layer', maxWords: this.#limits.words });
    if (result.got !== 'layer') throw new PageFailure(page, 'broken');
    return result.layer;
  }

  /** Throws a PageFailure. */
  async image(page: number): Promise<PageImage> {
    const result = await this.#asked(page, { ask: 'image', maxPixels: this.#limits.imagePixels });
    if (result.got !== 'image') throw new PageFailure(page, 'broken');
    return result.image;
  }

  async close(): Promise<void> {
    if (this.#generation !== this.#process.generation) return;
    const seconds = this.#limits.pageSeconds;
    await this.#process.run(async (ask) => {
      if (this.#generation !== this.#process.generation) return;
      this.#generation = -1;
      await ask({ ask: 'close', document: this.#document, seconds }).catch(() => {});
    });
  }

  async #asked(page: number, request: PageRequest): Promise<Result> {
    // Known when its turn comes: other pages use up the document's time before.
    let seconds = 0;
    try {
      const result = await this.#process.run(async (ask) => {
        seconds = Math.min(this.#limits.pageSeconds, this.#secondsLeft);
        if (seconds <= 0) throw new PageFailure(page, 'time');
        const opened = this.#generation === this.#process.generation ? null : await this.#opened(ask);
        if (opened !== null && opened.got !== 'pages') return opened;
        return this.#charged(ask, { ...request, document: this.#document, page, seconds });
      });
      if (result.got !== 'failure') return result;
      throw new PageFailure(page, result.failure === 'too-large' ? 'too-large' : 'broken', {
        cause: result.detail,
      });
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error;
      if (error.problem === 'time') this.#secondsLeft -= seconds;
      throw new PageFailure(page, error.problem, { cause: error });
    }
  }

  async #opened(ask: Ask): Promise<Result> {
    const result = await this.#charged(ask, {
      ask: 'open',
      document: this.#document,
      bytes: this.#bytes,
      seconds: this.#limits.openSeconds,
      maxPages: this.#limits.pages,
    });
    if (result.got === 'pages') this.#generation = this.#process.generation;
    return result;
  }

  async #charged(ask: Ask, request: Request): Promise<Result> {
    const { seconds, result } = await ask(request);
    this.#secondsLeft -= seconds;
    return result;
  }
}
