import type { Reading } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { readDocx } from './docx.ts';
import { endingOf, type Format, formatOf } from './format.ts';
import { readImage } from './image.ts';
import { readMarkdown } from './markdown.ts';
import { compoundFailure } from './ole.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';

type Reader = (path: string, bytes: Uint8Array) => Reading | Promise<Reading>;

const READERS: Partial<Record<Format, Reader>> = {
  pdf: readPdf,
  png: (path, bytes) => readImage('png', path, bytes),
  jpeg: (path, bytes) => readImage('jpeg', path, bytes),
  tiff: (path, bytes) => readImage('tiff', path, bytes),
  docx: (path, bytes) => ({ kind: 'lines', document: readDocx(path, bytes) }),
  ole: (path, bytes) => {
    throw compoundFailure(path, bytes);
  },
  webp: (path, bytes) => readImage('webp', path, bytes),
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
