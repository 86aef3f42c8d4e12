import type { XmlElement } from '@rgrove/parse-xml';
import { XmlError } from '@rgrove/parse-xml';
import { unzipSync } from 'fflate';
import { DocumentFailure } from '../../plan/failure.ts';
import { parsePart } from './xml.ts';

/** The parts of a Word file that hold its words; all else (pictures, headers, comments) stays packed. */
const PARTS = ['document', 'styles', 'numbering', 'footnotes', 'endnotes'] as const;
export type Parts = Record<(typeof PARTS)[number], XmlElement | undefined>;

const MB = 1024 * 1024;
/** The words of the longest plans take some 10 MB, unpacked. */
const MAX_UNPACKED = 64 * MB;

/**
 * Unpacks and parses a Word file's parts. What it unpacks to is limited before anything is unpacked. Throws a
 * DocumentFailure.
 */
export function partsOf(path: string, bytes: Uint8Array): Parts {
  const parts: Parts = {
    document: undefined,
    styles: undefined,
    numbering: undefined,
    footnotes: undefined,
    endnotes: undefined,
  };
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (partOf(name) === undefined) return false;
        unpacked += originalSize;
        if (unpacked > MAX_UNPACKED) {
          throw new DocumentFailure('too-large', path, `${Math.round(unpacked / MB)} MB`);
        }
        return true;
      },
    });
    for (const [name, content] of Object.entries(files)) {
      const part = partOf(name);
      if (part !== undefined) parts[part] = parsePart(content) ?? undefined;
    }
  } catch (error) {
    if (error instanceof DocumentFailure) throw error;
    // The unpacker throws plain errors with a code; elements nested too deeply end the parser's stack.
    if (
      error instanceof XmlError ||
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error)
    ) {
      throw new DocumentFailure('damaged', path);
    }
    throw error;
  }
  return parts;
}

function partOf(name: string): keyof Parts | undefined {
  return PARTS.find((part) => name.replaceAll('\\', '/') === `word/${part}.xml`);
}
