import type { ReadDocument, Reading } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

const READERS: Record<string, (path: string, bytes: Uint8Array) => ReadDocument> = {
  '.txt': readText,
  '.text': readText,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
};

/** File name endings, with their dot, that a reader exists for. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(READERS);

/** Reads a document in the format its name's ending tells. Throws a DocumentFailure where it can't be read. */
export async function readDocument(path: string, bytes: Uint8Array): Promise<Reading> {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  const reader = READERS[extension];
  if (reader === undefined) throw new DocumentFailure('unsupported-format', path, extension);
  return { kind: 'lines', document: reader(path, bytes) };
}
