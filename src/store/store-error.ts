export type StoreErrorCode =
  | 'not-a-database'
  | 'other-database'
  | 'newer-version'
  | 'read-only'
  | 'locked'
  | 'damaged'
  | 'disk-full'
  | 'unusable-path'
  | 'unreachable';

const SAYS: Record<StoreErrorCode, string> = {
  'not-a-database': 'is not a SQLite database',
  'other-database': 'is a database of another program',
  'newer-version': 'was written by a newer version of this program',
  'read-only': 'can not be written to',
  locked: 'is in use by another process',
  damaged: 'is damaged',
  'disk-full': 'has no room left on its disk',
  'unusable-path': 'can not be opened or created',
  unreachable: 'can not be reached',
};

/** The database file can't be used. The words for a person are the report's; the codes are stable. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    readonly path: string,
    readonly detail: string | null = null,
    options?: ErrorOptions,
  ) {
    super(`${path} ${SAYS[code]}${detail === null ? '' : ` (${detail})`}`, options);
    this.name = 'StoreError';
  }
}
