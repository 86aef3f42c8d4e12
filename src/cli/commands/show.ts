import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { displayPath } from '../../batch/discover.ts';
import { openDocument } from '../../batch/document-bytes.ts';
import { storedRecord } from '../../batch/plan-json.ts';
import { PageFailure } from '../../plan/document.ts';
import { DocumentFailure } from '../../plan/failure.ts';
import { valueAt } from '../../plan/pointer.ts';
import type { PlanRecord } from '../../plan/record.ts';
import { evidencePage } from '../../report/evidence-page.ts';
import { planPage } from '../../report/plan-page.ts';
import { Repairs, repairsPage } from '../../report/repairs-page.ts';
import type { Style } from '../../report/style.ts';
import type { StandingValue } from '../../store/hold-corrections.ts';
import { existingStore } from '../existing-store.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import { type CommandContext, examples, exitCodes, newCommand, outOption } from '../program.ts';

/** Ids that are listed where the one asked for is not there. */
const MOST_SUGGESTIONS = 20;

/** `kehoach show ID [--out DIR]`: one stored plan as a page. */
export function showCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('show', m.help.show, m)
    .addArgument(new Argument('<id>', m.help.id))
    .addOption(outOption(m))
    .option('--at <pointer>', m.help.evidenceAt)
    .option('--repairs', m.help.repairs)
    .option('--overlay <file>', m.help.overlay)
    .option('--page <number>', m.help.page, '1')
    .addHelpText('after', () => examples(m.help.examples.show, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing'], m))
    .action(async (id: string, options: Options) => {
      context.finish(await run(id, options, context));
    });
}

interface Options {
  out: string;
  /** JSON Pointer of the one value to show. */
  at?: string;
  repairs?: true;
  /** Where to write a picture of a page with its values. */
  overlay?: string;
  page: string;
}

async function run(
  asked: string,
  { out, at, repairs, overlay, page }: Options,
  { host, lang, m }: CommandContext,
): Promise<ExitCode> {
  const folder = join(resolve(host.cwd, out), 'plans');
  const shownFolder = displayPath(folder, host.cwd);
  const ids = await storedIds(folder);
  if (ids === null) {
    host.stderr.write(`${m.folderMissing(shownFolder)}\n`);
    return EXIT.nothing;
  }
  const beginning = ids.filter((id) => id.startsWith(asked));
  const id = ids.includes(asked) ? asked : beginning.length === 1 ? beginning[0] : undefined;
  const record = id === undefined ? null : await storedRecord(join(folder, `${id}.json`));
  if (record === null) {
    const [headline, list] =
      beginning.length > 1
        ? [m.planAmbiguous(asked), beginning]
        : [`${m.planNotFound(asked, shownFolder)}${ids.length > 0 ? ` ${m.storedPlans}` : ''}`, ids];
    const shown = list.slice(0, MOST_SUGGESTIONS).map((each) => `  ${each}\n`);
    host.stderr.write(`${headline}\n${shown.join('')}${list.length > shown.length ? '  …\n' : ''}`);
    return EXIT.nothing;
  }
  if (overlay !== undefined) {
    const picture = await pictureOf(record, Number(page), host.cwd);
    if (picture === null) {
      host.stderr.write(`${m.noPicture(record.source.path, page)}\n`);
      return EXIT.nothing;
    }
    await writeFile(resolve(host.cwd, overlay), picture);
    return EXIT.ok;
  }
  const style = styleOn(host.stdout, lang, host.env);
  if (at !== undefined) {
    const value = at === '' || at.startsWith('/') ? valueAt(record, at) : undefined;
    if (value === undefined) {
      host.stderr.write(`${m.evidence.notThere(record.id, at)}\n`);
      return EXIT.nothing;
    }
    const text = await readFile(join(folder, '..', 'text', `${record.id}.txt`), 'utf8');
    const corrected = await correctionsAt(join(folder, '..', 'plans.sqlite'), record.id, at);
    host.stdout.write(evidencePage(record, { pointer: at, value, text, corrected }, style));
    return EXIT.ok;
  }
  host.stdout.write(
    repairs === true
      ? await repairsOf(join(folder, '..', 'text', record.id), style)
      : planPage(record, style),
  );
  return EXIT.ok;
}

/** What people corrected of a value or within it, where there is a database beside the records. */
async function correctionsAt(file: string, id: string, pointer: string): Promise<StandingValue[]> {
  const store = await existingStore(file);
  if (store === null) return [];
  try {
    const { correctedValues } = await import('../../store/hold-corrections.ts');
    return await store.ask((db) => correctedValues(db, id, pointer));
  } finally {
    await store.close();
  }
}

/**
 * A picture of a page of the document that a record was read from; null where the document is gone or another, has no such
 * page or no pages at all.
 */
async function pictureOf(record: PlanRecord, page: number, cwd: string): Promise<Buffer | null> {
  const { path, sha256 } = record.source;
  try {
    const bytes = await openDocument(resolve(cwd, path), path);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
    const { readDocument } = await import('../../read/read.ts');
    const reading = await readDocument(path, bytes);
    if (reading.kind !== 'pages') return null;
    try {
      const image = await reading.file.pages.find((each) => each.page === page)?.image();
      const { overlayPicture } = await import('../../report/overlay.ts');
      return image === undefined ? null : await overlayPicture(image, page, record.evidence);
    } finally {
      await reading.file.close();
    }
  } catch (error) {
    if (error instanceof DocumentFailure || error instanceof PageFailure) return null;
    throw error;
  }
}

/** The repairs stored beside a plan's text, as a page. `file` is without its ending. */
async function repairsOf(file: string, style: Style): Promise<string> {
  const text = await readFile(`${file}.txt`, 'utf8');
  const stored: unknown = JSON.parse(await readFile(`${file}.repairs.json`, 'utf8'));
  return repairsPage(text, Repairs.parse(stored), style);
}

/** The ids of the stored plans, sorted; null where nothing was ever stored. */
async function storedIds(folder: string): Promise<string[] | null> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort();
  } catch {
    return null;
  }
}
