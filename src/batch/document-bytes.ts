import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { DocumentFailure } from '../plan/failure.ts';
import { openFailure } from './discover.ts';

/** Nothing larger is even opened: no reader takes it, and it would fill the memory. */
export const MAX_BYTES = 256 * 1024 * 1024;

/** A document's bytes. Throws a DocumentFailure where they can't be had. */
export async function openDocument(
  file: string,
  path: string,
  readBytes: (file: string) => Promise<Uint8Array> = readFile,
): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) {
      throw new DocumentFailure('too-large', path, megabytes(size));
    }
    return await readBytes(file);
  } catch (error) {
    if (error instanceof DocumentFailure) throw error;
    throw openFailure(path, error);
  }
}

/** The SHA-256 of a document, in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A size as a failure tells it. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
