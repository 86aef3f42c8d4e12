import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { displayPath } from '../../batch/discover.ts';
import { storedRecord } from '../../batch/ingest.ts';
import { planPage } from '../../report/plan-page.ts';
import { Repairs, repairsPage } from '../../report/repairs-page.ts';
import type { Style } from '../../report/style.ts';
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
    .option('--repairs', m.help.repairs)
    .addHelpText('after', () => examples(m.help.examples.show, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing'], m))
    .action(async (id: string, options: { out: string; repairs?: true }) => {
      context.finish(await run(id, options.out, options.repairs === true, context));
    });
}

async function run(
  asked: string,
  out: string,
  repairs: boolean,
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
  const style = styleOn(host.stdout, lang, host.env);
  host.stdout.write(
    repairs ? await repairsOf(join(folder, '..', 'text', record.id), style) : planPage(record, style),
  );
  return EXIT.ok;
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
