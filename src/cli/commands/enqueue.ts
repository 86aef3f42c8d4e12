import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  newCommand,
  pathsArgument,
  rootOption,
} from '../program.ts';
import { tellSkipped } from '../skipped.ts';
import { withServer } from '../with-store.ts';

interface Options {
  database?: string;
  root: string;
  again?: true;
}

/** `kehoach enqueue PATH… [--database URL] [--root DIR]`: documents into the queue that workers take from. */
export function enqueueCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('enqueue', m.help.enqueue, m)
    .addArgument(pathsArgument(m))
    .addOption(databaseOption(m))
    .addOption(rootOption(m))
    .option('--again', m.help.enqueueAgain)
    .addHelpText('after', () => examples(m.help.examples.enqueue, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'someFailed', 'nothing', 'output'], m))
    .action(async (paths: string[], options: Options) => {
      context.finish(await run(paths, options, context));
    });
}

async function run(paths: readonly string[], options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, lang, m } = context;
  return withServer(context, options.database, 2, async (store, queue) => {
    const { DocumentSource } = await import('../../batch/queue/document-source.ts');
    const { enqueue } = await import('../../batch/queue/enqueue.ts');
    const { added, known, failed, skipped } = await enqueue({
      store,
      queue,
      paths,
      documents: new DocumentSource(resolve(host.cwd, options.root), host.env),
      lang,
      again: options.again === true,
    });
    host.stdout.write(`${m.queue.added(added, known, failed)}\n`);
    tellSkipped(skipped, context);
    if (added + known === 0) return EXIT.nothing;
    return failed > 0 ? EXIT.someFailed : EXIT.ok;
  });
}
