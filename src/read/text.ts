import { isUtf8, transcode } from 'node:buffer';
import { endianness } from 'node:os';
import { isPlain } from '../lexicon/composed.ts';
import { convertLegacy, type LegacyEncoding, likelyEncoding } from '../lexicon/legacy-encodings.ts';
import type { ReadDocument, ReadLine } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { splitAlignedColumns } from './aligned-columns.ts';
import { stripMarkup } from './markup.ts';
import { withBarredCells } from './pipe-cells.ts';
import { withStackedCells } from './stacked-cells.ts';
import { markWrappedRows } from './wrapped-rows.ts';

/** Above this a "text" is a dump, not a plan: the longest plans with all annexes stay below 2 MB. */
const MAX_BYTES = 16 * 1024 * 1024;

/** A line end as JSON writes it, which pages on the web show where they should break the line. */
const WRITTEN_END = '\\r\\n';

/** Control characters that no text holds, tabs, line ends and form feeds aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for.
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/g;

/** A text and the encoding from before Unicode that it was converted from; null for Unicode. */
export interface DecodedText {
  text: string;
  from: LegacyEncoding | null;
}

/**
 * Reads plain text into pages, one for each form feed: UTF-8, UTF-16, or an encoding from before Unicode, told by its content.
 * Emphasis marks that another program's OCR left in it (`**TM. ỦY BAN**`) are taken for style, not for words.
 * Throws a DocumentFailure for empty, binary, wrongly encoded or oversized input.
 */
export function readText(path: string, bytes: Uint8Array): ReadDocument {
  const { text, from } = decodeText(path, bytes);
  return {
    mediaType: 'text/plain',
    pages: text.split('\f').map((page, index) => ({
      page: index + 1,
      origin: 'text',
      confidence: 1,
      ...(from === null ? {} : { reason: from }),
      lines: markWrappedRows(
        page.includes('*') || page.includes('<br')
          ? splitAlignedColumns(stripMarkup(page, 'emphasis'))
          : plainLines(page),
      ),
    })),
  };
}

/** The text of a file's bytes, NFC, line ends as '\n', without byte order mark. Throws as readText does. */
export function decodeText(path: string, bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new DocumentFailure('empty', path);
  if (bytes.length > MAX_BYTES) {
    throw new DocumentFailure('too-large', path, `${Math.round(bytes.length / 1024 / 1024)} MB`);
  }
  const { text: read, from } = converted(path, bytes);
  const decoded = read.includes(WRITTEN_END) ? read.replaceAll(WRITTEN_END, '\n') : read;
  if (isPlain(decoded)) {
    if (decoded.trim() === '') throw new DocumentFailure('empty', path);
    return { text: decoded, from };
  }
  const controls = decoded.match(CONTROL)?.length ?? 0;
  if (controls > 0 && controls / decoded.length > 0.001) throw new DocumentFailure('binary', path);
  const text = (controls > 0 ? decoded.replace(CONTROL, ' ') : decoded)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .normalize('NFC');
  if (text.trim() === '') throw new DocumentFailure('empty', path);
  return { text, from };
}

/** Text in Unicode may still show the bytes of an older encoding: so programs paste it that don't know better. */
function converted(path: string, bytes: Uint8Array): DecodedText {
  let text: string;
  let unicode = true;
  try {
    text = decodeUnicode(bytes);
  } catch {
    if (bytes.includes(0)) throw new DocumentFailure('binary', path);
    text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    unicode = false;
  }
  const from = likelyEncoding(text);
  if (from !== null) return { text: convertLegacy(text, from), from };
  if (!unicode) throw new DocumentFailure('encoding', path);
  return { text, from: null };
}

/** Units of UTF-16 as strings hold them are copied into one as they are. */
const IS_COPIED = endianness() === 'LE';

/** Throws where the bytes are no text in the encoding that they seem to be in. */
function decodeUnicode(bytes: Uint8Array): string {
  const encoding = unicodeOf(bytes);
  // A decoder that looks for faults as it goes takes six times as long.
  if (!IS_COPIED || encoding !== 'utf-8' || !isUtf8(bytes)) {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  }
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Fewer bytes can't tell. */
const FEW_BYTES = 20;

/** By the byte order mark; without one, UTF-16 shows by every other byte of its ASCII letters being zero. */
function unicodeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  if (!head.includes(0)) return 'utf-8';
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || bytes.length < FEW_BYTES) return 'utf-8';
  if (odd * 5 > head.length && even === 0) return 'utf-16le';
  if (even * 5 > head.length && odd === 0) return 'utf-16be';
  return 'utf-8';
}

function plainLines(page: string): ReadLine[] {
  const lines = withStackedCells(withBarredCells(page.split('\n').map((text) => ({ text }))));
  // Without some blanks together nothing stands in columns.
  return page.includes('   ') ? splitAlignedColumns(lines) : lines;
}
