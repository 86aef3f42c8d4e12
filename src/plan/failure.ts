const FAILURE_CODES = [
  'not-found',
  'unreadable',
  'empty',
  'too-large',
  'binary',
  'encoding',
  'unsupported-format',
  'encrypted',
  'damaged',
  'no-pages',
  'too-many-pages',
  'unread-pages',
  'not-a-plan',
  'too-slow',
  'too-much-memory',
  'crashed',
] as const;

/** Why a file gave no record. The words for a person are the report's; the codes are stable. */
export type FailureCode = (typeof FAILURE_CODES)[number];

export function isFailureCode(code: string): code is FailureCode {
  return FAILURE_CODES.some((known) => known === code);
}

/** A file that can't become a record. `detail` is a fact about the file (a media type, a size), no sentence. */
export class DocumentFailure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly path: string,
    readonly detail: string | null = null,
  ) {
    super(`${path}: ${code}${detail === null ? '' : ` (${detail})`}`);
    this.name = 'DocumentFailure';
  }
}
