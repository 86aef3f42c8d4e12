import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Archive } from '../../batch/archive.ts';
import { displayPath, errorCode } from '../../batch/discover.ts';
import { ingest } from '../../batch/ingest.ts';
import { clearRuns, RunFile } from '../../batch/run-file.ts';
import { ingestReport } from '../../report/ingest-report.ts';
import type { RunResult } from '../../report/run.ts';
import { isPostgres, withoutPassword } from '../../store/place.ts';
import { StoreError } from '../../store/store-error.ts';
import { BatchProgress } from '../batch-progress.ts';
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
  pathsArgument,
} from '../program.ts';
import { tellSkipped } from '../skipped.ts';
import { packageVersion } from '../version.ts';
import { serverOf } from '../with-store.ts';

/** `kehoach ingest PATH… [--out DIR]`: documents into JSON files, a database and a report. */
export function ingestCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('ingest', m.help.ingest, m)
    .addArgument(pathsArgument(m))
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .addOption(jobsOption(m))
    .option('--archive', m.help.archive)
    .option('--rehash', m.help.rehash)
    .addHelpText('after', () => examples(m.help.examples.ingest, m))
    .addHelpText('after', () =>
      exitCodes(['ok', 'usage', 'someFailed', 'nothing', 'output', 'interrupted'], m),
    )
    .action(async (paths: string[], options: Options) => {
      context.finish(await run(paths, options, context));
    });
}

interface Options {
  out: string;
  database?: string;
  jobs: number;
  archive?: true;
  rehash?: true;
}

async function run(
  paths: readonly string[],
  { out: folder, database, jobs, archive, rehash }: Options,
  context: CommandContext,
): Promise<ExitCode> {
  const { host, lang, m } = context;
  const out = resolve(host.cwd, folder);
  const progress = new BatchProgress(host.stderr, m);
  host.signal?.addEventListener('abort', () => progress.say(m.stopping), { once: true });
  const server = serverOf(database, host.env);
  let result: RunResult;
  try {
    await mkdir(out, { recursive: true });
    const { openStore } = await import('../../store/open.ts');
    const store = await openStore(server ?? join(out, 'plans.sqlite'));
    const copies = archive === true ? await copiesIn(out) : null;
    const pool = host.openPool?.(jobs);
    await clearRuns(out);
    const runFile = new RunFile(out);
    try {
      result = await ingest({
        paths,
        out,
        cwd: host.cwd,
        lang,
        store,
        jobs,
        rehash: rehash === true,
        ...(copies === null ? {} : { archive: copies }),
        process: pool === undefined ? host.process : (input, options) => pool.read(input, options),
        onProgress: (news) => {
          progress.show(news);
          runFile.tell(news);
        },
        ...(host.signal === undefined ? {} : { signal: host.signal }),
      });
      // At the end of a run alone: who watches a folder or works at the desk must not wait for it with each document.
      if (result.worked > 0 && !result.interrupted) await store.layOut();
    } finally {
      progress.clear();
      await pool?.close();
      await runFile.end();
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) {
      host.stderr.write(
        `${m.storeFailed(error.code, isPostgres(error.path) ? error.path : displayPath(error.path, host.cwd))}\n`,
      );
      return EXIT.output;
    }
    const code = errorCode(error);
    if (code === null) throw error;
    host.stderr.write(`${m.outputFailed(displayPath(out, host.cwd), code)}\n`);
    return EXIT.output;
  }
  tellSkipped(result.skipped, context);
  if (result.documents.length === 0) {
    host.stderr.write(`${m.nothingFound(paths.join(', '))}\n`);
    return EXIT.nothing;
  }
  const shown = displayPath(out, host.cwd);
  const written = [
    `${shown}/plans/*.json`,
    `${shown}/text/*.txt`,
    server === null ? `${shown}/plans.sqlite` : withoutPassword(server),
  ];
  if (archive === true) written.push(`${shown}/archive/*.pdf`, `${shown}/archive/*.alto.xml`);
  host.stdout.write(ingestReport(result, written, styleOn(host.stdout, lang, host.env)));
  if (result.interrupted) host.stderr.write(`${m.interrupted}\n`);
  return exitCodeOf(result);
}

/** Loaded where it is asked for: no other command should wait for what draws pages. */
async function copiesIn(out: string): Promise<Archive> {
  const { Archive: Copies } = await import('../../batch/archive.ts');
  return Copies.open(out, packageVersion());
}

function exitCodeOf({ documents, interrupted }: RunResult): ExitCode {
  if (interrupted) return EXIT.interrupted;
  const failures = documents.flatMap((document) => (document.outcome === 'failed' ? [document.failure] : []));
  if (failures.some((failure) => failure.code === 'internal')) return EXIT.bug;
  if (failures.length === documents.length) return EXIT.nothing;
  return failures.length > 0 ? EXIT.someFailed : EXIT.ok;
}
