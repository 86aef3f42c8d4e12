import type { Command } from 'commander';
import { runsIn } from '../../batch/run-file.ts';
import { statusReport } from '../../report/status-report.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  newCommand,
  outOption,
} from '../program.ts';
import { withStore } from '../with-store.ts';

/** Paths that are shown of those that failed for one reason. */
const EXAMPLES = 5;

interface Options {
  out: string;
  database?: string;
  json?: true;
}

/** `kehoach status [--out DIR]`: what waits, what is done, how fast, and what failed why. */
export function statusCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('status', m.help.status, m)
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .option('--json', m.help.json)
    .addHelpText('after', () => examples(m.help.examples.status, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing', 'output'], m))
    .action(async (options: Options) => {
      context.finish(await run(options, context));
    });
}

async function run(options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, lang } = context;
  return withStore(context, options, async (store, out) => {
    const status = {
      files: await store.states(),
      plans: (await store.plans()).length,
      failures: await store.failures(EXAMPLES),
      runs: await runsIn(out),
    };
    host.stdout.write(
      options.json === true
        ? `${JSON.stringify(status, null, 2)}\n`
        : statusReport(status, styleOn(host.stdout, lang, host.env)),
    );
    return EXIT.ok;
  });
}
