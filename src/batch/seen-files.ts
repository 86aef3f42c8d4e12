import { createHash } from 'node:crypto';
import { type BigIntStats, statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { writeWhole } from './output.ts';

/** Where a clock counts in steps of two seconds, as on FAT, a file can change within one and look the same. */
const SETTLED_NS = 3_000_000_000n;

const Seen = z.record(z.string(), z.tuple([z.string(), z.string()]));

/**
 * Which files were read when, so that those that look the same since need not be read to know that they are: by size,
 * inode, and the times of the last change of content and of anything. The system sets the last one itself, so that
 * whoever sets the first back is seen. Kept in a file of the user's cache, for it tells of this machine and not of the
 * results; it can be thrown away at any time: it speeds things up, and proves nothing.
 */
export class SeenFiles {
  readonly #file: string;
  readonly #seen: Map<string, [state: string, sha256: string]>;
  readonly #now: () => number;
  #isChanged = false;

  private constructor(file: string, seen: Iterable<[string, [string, string]]>, now: () => number) {
    this.#file = file;
    this.#seen = new Map(seen);
    this.#now = now;
  }

  /** What was seen by earlier runs into the folder `out`; nothing where it is to be forgotten (`forget`). */
  static async open(
    out: string,
    { forget = false, now = Date.now, cache = cacheFolder() } = {},
  ): Promise<SeenFiles> {
    const name = createHash('sha256').update(resolve(out)).digest('hex').slice(0, 32);
    const file = join(cache, `${name}.json`);
    try {
      const kept = forget ? '{}' : await readFile(file, 'utf8');
      return new SeenFiles(file, Object.entries(Seen.parse(JSON.parse(kept))), now);
    } catch {
      return new SeenFiles(file, [], now);
    }
  }

  /** The SHA-256 of a file that looks as it did when it was read; null where it has to be read. */
  sha256Of(file: string): string | null {
    const [state, sha256] = this.#seen.get(file) ?? [];
    if (state === undefined || sha256 === undefined) return null;
    const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
    return stats !== undefined && stateOf(stats) === state ? sha256 : null;
  }

  /** How a file looks that is about to be read; null where it changed so lately that it may change again unseen. */
  look(file: string): string | null {
    const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return null;
    const latest = stats.ctimeNs > stats.mtimeNs ? stats.ctimeNs : stats.mtimeNs;
    const now = BigInt(this.#now()) * 1_000_000n;
    return now - latest > SETTLED_NS ? stateOf(stats) : null;
  }

  /** Notes what was read of a file, with how it looked before. */
  note(file: string, state: string | null, sha256: string): void {
    if (state === null) return;
    this.#seen.set(file, [state, sha256]);
    this.#isChanged = true;
  }

  /** Keeps what was seen for later runs. Whether that succeeds must not matter to a run. */
  async close(): Promise<void> {
    if (!this.#isChanged) return;
    const seen = JSON.stringify(Object.fromEntries(this.#seen));
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeWhole(this.#file, `${seen}\n`);
    } catch {}
  }
}

/** Where the system keeps what programs can do without (XDG Base Directory Specification; on Windows LOCALAPPDATA). */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'kehoach');
}

function stateOf({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${size} ${ino} ${mtimeNs} ${ctimeNs}`;
}
