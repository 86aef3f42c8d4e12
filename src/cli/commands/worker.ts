import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  jobsOption,
  newCommand,
  rootOption,
} from '../program.ts';
import { Progress } from '../progress.ts';
import { withServer } from '../with-store.ts';

interface Options {
  database?: string;
  root: string;
  jobs: number;
  untilEmpty?: true;
  lease: number;
}

/** `kehoach worker [--database URL] [--root DIR]`: reads what is in the queue, on as many machines as one likes. */
export function workerCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('worker', m.help.worker, m)
    .addOption(databaseOption(m))
    .addOption(rootOption(m))
    .addOption(jobsOption(m))
    .option('--until-empty', m.help.untilEmpty)
    .addOption(new Option('--lease <seconds>', m.help.lease).default(60).argParser(Number))
    .addHelpText('after', () => examples(m.help.examples.worker, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'output', 'interrupted'], m))
    .action(async (options: Options) => {
      context.finish(await run(options, context));
    });
}

async function run(options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, lang, m } = context;
  const { jobs } = options;
  const progress = new Progress(host.stderr);
  host.signal?.addEventListener('abort', () => host.stderr.write(`${m.stopping}\n`), { once: true });
  return withServer(
    context,
    options.database,
    jobs + 2,
    async (store, queue) => {
      const { DocumentSource } = await import('../../batch/queue/document-source.ts');
      const { preparePlan } = await import('../../batch/plan-json.ts');
      const { outcomeOf } = await import('../../batch/process/outcome.ts');
      const { work } = await import('../../batch/queue/worker.ts');
      const pool = host.openPool?.(jobs);
      try {
        const done = await work({
          store,
          queue,
          documents: new DocumentSource(resolve(host.cwd, options.root), host.env),
          lang,
          jobs,
          read: async (inputs, how) => {
            if (pool !== undefined) return pool.prepare(inputs, how);
            const [first] = inputs;
            if (first === undefined) return [];
            return [await outcomeOf(async () => preparePlan(await host.process(first, how)))];
          },
          untilEmpty: options.untilEmpty === true,
          keepMs: Math.min(15_000, options.lease * 250),
          onDone: (news) => progress.show(m.queue.working(news)),
          ...(host.signal === undefined ? {} : { signal: host.signal }),
        });
        progress.clear();
        host.stdout.write(`${m.queue.worked(done)}\n`);
        return host.signal?.aborted ? EXIT.interrupted : EXIT.ok;
      } finally {
        progress.clear();
        await pool?.close();
      }
    },
    { leaseSeconds: options.lease },
  );
}
