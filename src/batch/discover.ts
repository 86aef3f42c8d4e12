import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { DocumentFailure } from '../plan/failure.ts';
import { DOCUMENT_ENDINGS, isMarked } from '../read/format.ts';

export interface FoundFile {
  /** Where to open it: an absolute path. */
  file: string;
  /** As it stands in records and reports: relative to the current folder, with forward slashes. */
  path: string;
}

export interface Discovery {
  /** Sorted by path, each file once. */
  files: FoundFile[];
  /** What was named or met and can't be opened, sorted by path. */
  failures: DocumentFailure[];
  /** Paths of files that were met and are no documents by name or first bytes, sorted. */
  skipped: string[];
}

export interface DiscoverOptions {
  cwd: string;
  /** Absolute folders that are not looked into: the program's own results. */
  skip?: readonly string[];
}

/** A folder's note on itself is no document. */
const NOTES = /^(readme|license|licence|changelog|contributing)([._-]|$)/i;

/** In a folder that holds a document as `source.*`, whatever lies beside it is about the document. */
const SOURCE = /^source\.[^.]+$/i;

const SKIPPED_FOLDERS = new Set(['node_modules']);

/** So much of a file whose name says nothing is looked at: within it a Word file names its parts. */
const HEAD_BYTES = 64 * 1024;

/**
 * The documents that paths lead to. A file that is named is always taken; folders are walked to the bottom for files
 * with a readable ending or a document's first bytes, leaving out hidden ones, notes such as README.md, and the companions
 * of a `source.*`. Links are followed, one that leads back to a folder above it is a failure.
 */
export async function discover(
  paths: readonly string[],
  { cwd, skip = [] }: DiscoverOptions,
): Promise<Discovery> {
  const found = new Map<string, FoundFile>();
  const failures = new Map<string, DocumentFailure>();
  const skippedFolders = new Set(skip);
  const skipped = new Set<string>();

  const take = (file: string): void => {
    found.set(file, { file, path: displayPath(file, cwd) });
  };
  const fail = (file: string, error: unknown): void => {
    failures.set(file, openFailure(displayPath(file, cwd), error));
  };

  const walk = async (folder: string, above: ReadonlySet<string>): Promise<void> => {
    const real = await realpath(folder);
    if (above.has(real)) {
      fail(folder, { code: 'ELOOP' });
      return;
    }
    const entries = (await readdir(folder, { withFileTypes: true }))
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const holdsSource = entries.some(({ name }) => SOURCE.test(name) && isReadable(name));
    const here = new Set([...above, real]);
    for (const listed of entries) {
      const { name } = listed;
      const file = join(folder, name);
      try {
        // Only what a link leads to has to be looked up.
        const entry = listed.isFile() || listed.isDirectory() ? listed : await stat(file);
        if (entry.isDirectory()) {
          if (!SKIPPED_FOLDERS.has(name) && !skippedFolders.has(file)) await walk(file, here);
        } else if (isNote(name) || (holdsSource && !SOURCE.test(name))) {
          // It is about documents.
        } else if (isReadable(name) || (entry.isFile() && (await hasMark(file)))) {
          take(file);
        } else {
          skipped.add(file);
        }
      } catch (error) {
        if (isReadable(name) || extname(name) === '') fail(file, error);
        else skipped.add(file);
      }
    }
  };

  for (const path of paths) {
    const file = resolve(cwd, path);
    try {
      if ((await stat(file)).isDirectory()) await walk(file, new Set());
      else take(file);
    } catch (error) {
      fail(file, error);
    }
  }
  return {
    files: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    failures: [...failures.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, failure]) => failure),
    skipped: [...skipped]
      .filter((file) => !found.has(file))
      .map((file) => displayPath(file, cwd))
      .sort(),
  };
}

/**
 * A path as records and reports name it: relative to `cwd` with forward slashes (with `..` where it lies outside),
 * the bare name where there is no relative path (another drive). NFC, since file systems differ.
 */
export function displayPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  const shown = path === '' ? '.' : isAbsolute(path) ? basename(file) : path;
  return shown.split(sep).join('/').normalize('NFC');
}

/** The failure that an error of the file system means for a document. */
export function openFailure(path: string, error: unknown): DocumentFailure {
  const code = errorCode(error);
  if (code === null) throw error;
  return code === 'ENOENT'
    ? new DocumentFailure('not-found', path)
    : new DocumentFailure('unreadable', path, code);
}

/** The system's code (`EACCES`) of an error, null where it has none. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Whether a file's first bytes are a document's. */
async function hasMark(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return isMarked(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Whether a file of this name, or path, is taken for a document where it was not named itself. */
export function isDocumentName(path: string): boolean {
  return isReadable(path) && !isNote(path);
}

/** Whether a file of this name, or path, is a folder's note on itself. */
export function isNote(path: string): boolean {
  return NOTES.test(path.slice(path.lastIndexOf('/') + 1));
}

function isReadable(name: string): boolean {
  return DOCUMENT_ENDINGS.includes(extname(name).toLowerCase());
}
