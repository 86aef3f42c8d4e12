import type { Reading } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { readDocx } from './docx.ts';
import { endingOf, type Format, formatOf } from './format.ts';
import { readMarkdown } from './markdown.ts';
import { compoundFailure } from './ole.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';

type Reader = (path: string, bytes: Uint8Array) => Reading | Promise<Reading>;

/** Loaded with the first image: most documents are none, and have nothing to do with its decoders. */
const image =
  (format: 'png' | 'jpeg' | 'tiff' | 'webp'): Reader =>
  async (path, bytes) =>
    (await import('./image.ts')).readImage(format, path, bytes);

const READERS: Partial<Record<Format, Reader>> = {
  pdf: readPdf,
  png: image('png'),
  jpeg: image('jpeg'),
  tiff: image('tiff'),
  docx: (path, bytes) => ({ kind: 'lines', document: readDocx(path, bytes) }),
  ole: (path, bytes) => {
    throw compoundFailure(path, bytes);
  },
  webp: image('webp'),
  text: (path, bytes) => ({ kind: 'lines', document: readText(path, bytes) }),
  markdown: (path, bytes) => ({ kind: 'lines', document: readMarkdown(path, bytes) }),
};

/** Reads a document in the format that its bytes are of. Throws a DocumentFailure where it can't be read. */
export async function readDocument(path: string, bytes: Uint8Array): Promise<Reading> {
  if (bytes.length === 0) throw new DocumentFailure('empty', path);
  const format = formatOf(path, bytes);
  const reader = format === null ? undefined : READERS[format];
  if (reader === undefined) throw new DocumentFailure('unsupported-format', path, format ?? endingOf(path));
  return reader(path, bytes);
}
