import { constants } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type FSWatcher, watch as observe } from 'chokidar';
import type { DocumentOutcome, RunResult } from '../report/run.ts';
import { discover, errorCode } from './discover.ts';

export interface WatchOptions {
  /** Absolute folders to look after, to the bottom. */
  folders: readonly string[];
  cwd: string;
  /** Absolute folders that are not looked into: the program's own results. */
  skip: readonly string[];
  /** A file is taken when its size and time have not changed for so long. */
  settleMs: number;
  /** Look again and again rather than wait to be told; for shares that tell nothing. */
  poll: boolean;
  /** Absolute folder that documents are moved to when they are done; null leaves them where they are. */
  moveTo: string | null;
  /** Reads documents, named by absolute paths; may throw where the results can't be written. */
  ingest: (files: readonly string[]) => Promise<RunResult>;
  onOutcome: (outcome: DocumentOutcome) => void;
  /** Something went wrong that is no document's fault; it is tried again after a while. */
  onTrouble: (error: unknown) => void;
  /** Once aborted, the documents at hand are finished. */
  signal: AbortSignal;
  retryMs?: number;
}

/** Told by the system that it can't tell of any more changes. */
const TOO_MANY = new Set(['ENOSPC', 'EMFILE']);
const POLL_MS = 1000;

/**
 * Reads what is put into folders, now and later, until asked to stop. A file is taken when it has settled; a bad one never
 * stops the others.
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { folders, cwd, signal, retryMs = 10_000 } = options;
  const skip = options.moveTo === null ? options.skip : [...options.skip, options.moveTo];
  const settled = new Set<string>();
  const changing = new Map<string, { seen: string; timer?: NodeJS.Timeout }>();
  let wake: () => void = () => {};
  const isSkipped = (file: string): boolean =>
    skip.some((folder) => file === folder || file.startsWith(folder + sep)) ||
    folders.some((folder) =>
      relative(folder, file)
        .split(sep)
        .some((part) => part.length > 1 && part.startsWith('.') && part !== '..'),
    );

  let watcher = start(options.poll);
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      if (settled.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted || settled.size > 0) resolve();
        });
        continue;
      }
      const taken = new Set(settled);
      settled.clear();
      try {
        await take(taken);
      } catch (error) {
        for (const file of taken) settled.add(file);
        options.onTrouble(error);
        await delay(retryMs, undefined, { signal }).catch(() => {});
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    for (const { timer } of changing.values()) clearTimeout(timer);
    await watcher.close();
  }

  function start(usePolling: boolean): FSWatcher {
    const started = observe([...folders], {
      ignored: isSkipped,
      usePolling,
      interval: POLL_MS,
      binaryInterval: POLL_MS,
    });
    const note = (file: string): void => {
      if (!changing.has(file)) void look(file);
    };
    started.on('add', note).on('change', note);
    started.on('error', (error) => {
      if (TOO_MANY.has(errorCode(error) ?? '') && !usePolling) {
        void started.close();
        watcher = start(true);
      } else {
        options.onTrouble(error);
      }
    });
    return started;
  }

  /** Looks at a file until it is the same as the last time, or gone. */
  async function look(file: string): Promise<void> {
    if (signal.aborted) return;
    const before = changing.get(file)?.seen;
    changing.set(file, { seen: before ?? '' });
    const state = await stat(file).catch(() => null);
    const seen = state === null ? null : `${state.size} ${state.mtimeMs}`;
    if (seen === null || seen === before) {
      changing.delete(file);
      if (seen !== null) settled.add(file);
      wake();
      return;
    }
    changing.set(file, { seen, timer: setTimeout(() => void look(file), options.settleMs) });
  }

  async function take(files: ReadonlySet<string>): Promise<void> {
    // Which of them are documents, the walk over the folders tells.
    const found = await discover(folders, { cwd, skip });
    const documents = found.files.filter(({ file }) => files.has(file));
    if (documents.length === 0) return;
    const { documents: outcomes } = await options.ingest(documents.map(({ file }) => file));
    for (const outcome of outcomes) {
      options.onOutcome(outcome);
      const document = documents.find(({ path }) => path === outcome.path);
      if (document !== undefined && options.moveTo !== null) {
        await moveAway(document.file, outcome.outcome === 'failed' ? 'failed' : 'done', options.moveTo);
      }
    }
  }

  async function moveAway(file: string, fate: 'done' | 'failed', target: string): Promise<void> {
    const folder = folders.find((each) => file.startsWith(each + sep)) ?? dirname(file);
    try {
      await move(file, join(target, fate, relative(folder, file)));
    } catch (error) {
      options.onTrouble(error);
    }
  }
}

/** Moves a file, also to another disk; where the name is taken it gets a number. */
async function move(file: string, wanted: string): Promise<void> {
  await mkdir(dirname(wanted), { recursive: true });
  const ending = extname(wanted);
  for (let copy = 1; ; copy++) {
    const place = copy === 1 ? wanted : join(dirname(wanted), `${basename(wanted, ending)}-${copy}${ending}`);
    try {
      // Takes the name only where nobody has it.
      await copyFile(file, place, constants.COPYFILE_EXCL);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      throw error;
    }
    await rm(file);
    return;
  }
}
