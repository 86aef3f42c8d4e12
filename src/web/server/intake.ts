import { createWriteStream } from 'node:fs';
import { link, mkdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ingest } from '../../batch/ingest.ts';
import { messagesIn } from '../../report/messages/messages.ts';
import type { FailureReason } from '../../report/run.ts';
import type { IntakeAnswer } from '../api.ts';
import type { Desk } from './desk.ts';

/** Bytes of a name that every file system takes, with room for a number behind it. */
const LONGEST_NAME = 150;

/** Documents that are remembered after they were read. */
const REMEMBERED = 500;

type Entry = IntakeAnswer['documents'][number];

/** Documents that are dropped on the desk: kept in `<out>/inbox`, and read one after the other. */
export class Intake {
  readonly #desk: Desk;
  readonly #folder: string;
  readonly #documents: Entry[] = [];
  #reading: Promise<void> = Promise.resolve();
  #last = 0;
  #isClosing = false;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#folder = join(desk.out, 'inbox');
  }

  /** What was dropped since the desk was opened, latest first. */
  get documents(): Entry[] {
    return this.#documents.toReversed();
  }

  /**
   * Keeps a file under a safe name that no other has, and has it read. `isWhole` tells at the end whether all of it came.
   * Gives the name; null where it was too large.
   */
  async take(given: string, content: Readable, isWhole: () => boolean, by: string): Promise<string | null> {
    await mkdir(this.#folder, { recursive: true });
    const temporary = join(this.#folder, `.${process.pid}-${++this.#last}.tmp`);
    try {
      await pipeline(content, createWriteStream(temporary, { flags: 'wx' }));
      if (!isWhole()) return null;
      const name = await keepAs(temporary, this.#folder, safeName(given));
      const entry: Entry = { id: this.#last, name, by, state: 'waiting', plan: null, failure: null };
      this.#documents.push(entry);
      this.#documents.splice(0, this.#documents.length - REMEMBERED);
      this.#reading = this.#reading.then(() => this.#read(entry));
      return name;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Finishes the document at hand; those that wait are read when they are dropped or ingested again. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#reading;
  }

  async #read(entry: Entry): Promise<void> {
    if (this.#isClosing) return;
    const { store, out, cwd, lang, process } = this.#desk;
    entry.state = 'reading';
    const started = Date.now();
    try {
      const paths = [join(this.#folder, entry.name)];
      const { documents } = await ingest({ paths, out, cwd, lang, store, process, jobs: 1 });
      const [outcome] = documents;
      if (outcome === undefined || outcome.outcome === 'failed') fail(entry, outcome?.failure);
      else {
        entry.state = outcome.outcome === 'duplicate' ? 'duplicate' : 'done';
        entry.plan = outcome.outcome === 'duplicate' ? outcome.planId : outcome.plan.id;
      }
    } catch (error) {
      fail(entry, { code: 'internal', detail: error instanceof Error ? error.message : String(error) });
    }
    entry.seconds = Math.round((Date.now() - started) / 100) / 10;
  }
}

function fail(entry: Entry, reason: FailureReason = { code: 'internal', detail: null }): void {
  entry.state = 'failed';
  entry.failure = {
    vi: messagesIn('vi').failure(reason.code, reason.detail),
    en: messagesIn('en').failure(reason.code, reason.detail),
  };
}

/** Moves a file to the first name that is free: `a.pdf`, `a-2.pdf`, … */
async function keepAs(temporary: string, folder: string, name: string): Promise<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${stem}-${number}${ending}`;
    try {
      // A link, unlike a renaming, never takes the place of another file.
      await link(temporary, join(folder, free));
      return free;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code !== 'EEXIST') throw error;
    }
  }
}

/**
 * A file's name as it may stand in the inbox: the last part of a path, NFC, without anything that a file system or a shell
 * reads otherwise, never hidden and never longer than file systems take.
 */
export function safeName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[^\p{L}\p{M}\p{N}._ ()-]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. -]+|[. ]+$/g, '');
  const ending = extname(plain).slice(0, 12);
  let stem = plain.slice(0, plain.length - extname(plain).length);
  while (Buffer.byteLength(stem) > LONGEST_NAME) stem = stem.slice(0, -1);
  // Names that Windows keeps for devices.
  if (stem === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem))
    stem = `tai-lieu${stem === '' ? '' : `-${stem}`}`;
  return stem + ending;
}
