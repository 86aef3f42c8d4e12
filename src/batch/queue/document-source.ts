import { resolve } from 'node:path';
import { DocumentFailure } from '../../plan/failure.ts';
import { discover } from '../discover.ts';
import { openDocument } from '../document-bytes.ts';
import { isObjectPath, NoObjectStore, ObjectStore } from './object-store.ts';

const PATHS_AT_ONCE = 500;

interface Found {
  paths: string[];
  failures: DocumentFailure[];
  /** What was met and is no document. */
  skipped: string[];
}

/** Where workers find documents, whichever machine they run on: below a folder that all share, or in an object store. */
export class DocumentSource {
  readonly #root: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  #objects: ObjectStore | undefined;

  /** `root` is absolute; `env` names the object store: see `ObjectStore.fromEnvironment`. */
  constructor(root: string, env: Readonly<Record<string, string | undefined>> = {}) {
    this.#root = root;
    this.#env = env;
  }

  /** A document's bytes, by its path relative to the root or its `s3://` address. Throws a DocumentFailure. */
  async open(path: string): Promise<Uint8Array> {
    return isObjectPath(path) ? this.#store(path).get(path) : openDocument(resolve(this.#root, path), path);
  }

  /** The documents that paths and addresses lead to, some at a time, what can't be found, and what is none. */
  async *find(places: readonly string[]): AsyncGenerator<Found> {
    const local = places.filter((place) => !isObjectPath(place));
    const { files, failures, skipped } = await discover(local, { cwd: this.#root });
    yield { paths: [], failures, skipped };
    for (let at = 0; at < files.length; at += PATHS_AT_ONCE) {
      yield { paths: files.slice(at, at + PATHS_AT_ONCE).map(({ path }) => path), failures: [], skipped: [] };
    }
    for (const place of places.filter(isObjectPath)) {
      let isEmpty = true;
      try {
        for await (const found of this.#store(place).list(place)) {
          isEmpty &&= found.paths.length === 0;
          yield { ...found, failures: [] };
        }
        if (isEmpty) yield { paths: [], failures: [new DocumentFailure('not-found', place)], skipped: [] };
      } catch (error) {
        if (!(error instanceof DocumentFailure)) throw error;
        yield { paths: [], failures: [error], skipped: [] };
      }
    }
  }

  #store(path: string): ObjectStore {
    try {
      this.#objects ??= ObjectStore.fromEnvironment(this.#env);
      return this.#objects;
    } catch (error) {
      if (error instanceof NoObjectStore) throw new DocumentFailure('unreadable', path, error.message);
      throw error;
    }
  }
}
