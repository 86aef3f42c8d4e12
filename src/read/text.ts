import type { ReadDocument, ReadLine } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { splitAlignedColumns } from './aligned-columns.ts';
import { stripMarkup } from './markup.ts';

/** Above this a "text" is a dump, not a plan: the longest plans with all annexes stay below 2 MB. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Control characters that no text holds, tabs, line ends and form feeds aside. */
const CONTROL = /(?![\t\n\r\f])\p{Cc}/gu;

/**
 * Reads plain text (UTF-8, or UTF-16 with a byte order mark) into pages, one for each form feed.
 * Emphasis marks that another program's OCR left in it (`**TM. ỦY BAN**`) are taken for style, not for words.
 * Throws a DocumentFailure for empty, binary, wrongly encoded or oversized input.
 */
export function readText(path: string, bytes: Uint8Array): ReadDocument {
  const text = decodeText(path, bytes);
  return {
    mediaType: 'text/plain',
    pages: text.split('\f').map((page, index) => ({
      page: index + 1,
      origin: 'text',
      confidence: 1,
      lines: splitAlignedColumns(page.includes('*') ? stripMarkup(page, 'emphasis') : plainLines(page)),
    })),
  };
}

/** The text of a file's bytes, NFC, line ends as '\n', without byte order mark. Throws as readText does. */
export function decodeText(path: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new DocumentFailure('empty', path);
  if (bytes.length > MAX_BYTES) {
    throw new DocumentFailure('too-large', path, `${Math.round(bytes.length / 1024 / 1024)} MB`);
  }
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentFailure(bytes.includes(0) ? 'binary' : 'encoding', path);
  }
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > 0 && controls / text.length > 0.001) throw new DocumentFailure('binary', path);
  text = text
    .replace(CONTROL, ' ')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .normalize('NFC');
  if (text.trim() === '') throw new DocumentFailure('empty', path);
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function plainLines(page: string): ReadLine[] {
  return page.split('\n').map((text) => ({ text }));
}
