/** Why a file gave no record. The words for a person are the report's; the codes are stable. */
export type FailureCode =
  | 'not-found'
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'encoding'
  | 'unsupported-format'
  | 'encrypted'
  | 'damaged'
  | 'no-pages'
  | 'too-many-pages'
  | 'unread-pages'
  | 'not-a-plan';

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
