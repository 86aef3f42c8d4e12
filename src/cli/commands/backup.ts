import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { displayPath, errorCode } from '../../batch/discover.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  newCommand,
  outOption,
} from '../program.ts';
import { withStore } from '../with-store.ts';

/** `kehoach backup TARGET [--out DIR]`: a copy of what is stored, also while a run is going on. */
export function backupCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('backup', m.help.backup, m)
    .addArgument(new Argument('<target>', m.help.backupTarget))
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .addHelpText('after', () => examples(m.help.examples.backup, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing', 'output'], m))
    .action(async (target: string, options: Options) => {
      context.finish(await run(target, options, context));
    });
}

interface Options {
  out: string;
  database?: string;
}

async function run(target: string, options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, m } = context;
  const place = resolve(host.cwd, target);
  const shown = displayPath(place, host.cwd);
  const { BackupExists, backup } = await import('../../batch/backup.ts');
  return withStore(context, options, async (store, out) => {
    try {
      host.stdout.write(`${m.backedUp(await backup(store, out, place), shown)}\n`);
      return EXIT.ok;
    } catch (error) {
      const code = error instanceof BackupExists ? 'EEXIST' : errorCode(error);
      if (code === null || code.startsWith('SQLITE')) throw error;
      host.stderr.write(`${m.outputFailed(shown, code)}\n`);
      return EXIT.output;
    }
  });
}
