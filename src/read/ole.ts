import { DocumentFailure } from '../plan/failure.ts';

/** Names of the streams of a compound file (MS-CFB) that tell what it holds, and what to say of it. */
const CONTENTS: readonly [string, string][] = [
  ['WordDocument', '.doc'],
  ['Workbook', '.xls'],
  ['PowerPoint Document', '.ppt'],
];

/**
 * Why a compound file can't be read: a Word file locked with a password is packed in one, and so are all files of Office
 * before 2007.
 */
export function compoundFailure(path: string, bytes: Uint8Array): DocumentFailure {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return new DocumentFailure('encrypted', path);
  return new DocumentFailure(
    'unsupported-format',
    path,
    CONTENTS.find(([stream]) => holds(stream))?.[1] ?? null,
  );
}
