import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { displayPath, errorCode } from '../../batch/discover.ts';
import { ingest } from '../../batch/ingest.ts';
import { watch } from '../../batch/watch.ts';
import { failureLine } from '../../report/ingest-report.ts';
import type { DocumentOutcome } from '../../report/run.ts';
import { StoreError } from '../../store/store-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  jobsOption,
  newCommand,
  outOption,
} from '../program.ts';
import { serverOf, tellingFaults } from '../with-store.ts';

interface Options {
  out: string;
  database?: string;
  jobs: number;
  settle: number;
  poll?: true;
  moveTo?: string;
}

/** `kehoach watch DIR… [--out DIR] [--move-to DIR]`: reads what is put into folders, until it is stopped. */
export function watchCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('watch', m.help.watch, m)
    .addArgument(new Argument('<dir...>', m.help.watchFolders))
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .addOption(jobsOption(m))
    .addOption(new Option('--settle <seconds>', m.help.settle).default(5).argParser(Number))
    .option('--poll', m.help.poll)
    .option('--move-to <dir>', m.help.moveTo)
    .addHelpText('after', () => examples(m.help.examples.watch, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'output'], m))
    .action(async (folders: string[], options: Options) => {
      context.finish(await run(folders, options, context));
    });
}

async function run(paths: readonly string[], options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, lang, m } = context;
  const { cwd } = host;
  const out = resolve(cwd, options.out);
  const folders = paths.map((path) => resolve(cwd, path));
  const signal = host.signal ?? new AbortController().signal;
  signal.addEventListener('abort', () => host.stderr.write(`${m.stopping}\n`), { once: true });
  return tellingFaults(context, async () => {
    for (const folder of [out, ...folders]) await mkdir(folder, { recursive: true });
    const { openStore } = await import('../../store/open.ts');
    const store = await openStore(serverOf(options.database, host.env) ?? join(out, 'plans.sqlite'));
    const pool = host.openPool?.(options.jobs);
    try {
      host.stderr.write(`${m.watching(folders.map((folder) => displayPath(folder, cwd)).join(', '))}\n`);
      await watch({
        folders,
        cwd,
        skip: [out],
        settleMs: options.settle * 1000,
        poll: options.poll === true,
        moveTo: options.moveTo === undefined ? null : resolve(cwd, options.moveTo),
        ingest: (files) =>
          ingest({
            paths: files,
            out,
            cwd,
            lang,
            store,
            jobs: options.jobs,
            process: pool === undefined ? host.process : (input, how) => pool.read(input, how),
            signal,
          }),
        onOutcome: (outcome) => tell(outcome, context),
        onTrouble: (error) => host.stderr.write(`${m.watchTrouble(troubleOf(error))}\n`),
        signal,
      });
      return EXIT.ok;
    } finally {
      await pool?.close();
      await store.close();
    }
  });
}

function tell(outcome: DocumentOutcome, { host, lang, m }: CommandContext): void {
  const { path } = outcome;
  if (outcome.outcome === 'failed') {
    host.stderr.write(`${failureLine(path, outcome.failure, styleOn(host.stderr, lang, host.env))}\n`);
  } else if (outcome.outcome === 'duplicate') {
    host.stdout.write(`${outcome.planId}  ${path}: ${m.report.duplicateOf(outcome.of)}\n`);
  } else {
    host.stdout.write(`${outcome.plan.id}  ${path}\n`);
  }
}

function troubleOf(error: unknown): string {
  if (error instanceof StoreError) return error.message;
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}
