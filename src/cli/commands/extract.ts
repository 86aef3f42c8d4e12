import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { displayPath } from '../../batch/discover.ts';
import { openDocument } from '../../batch/document-bytes.ts';
import { recordJson } from '../../batch/plan-json.ts';
import { DocumentFailure } from '../../plan/failure.ts';
import { failureLine } from '../../report/ingest-report.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import { type CommandContext, examples, exitCodes, newCommand } from '../program.ts';

/** `kehoach extract FILE`: one record as JSON on stdout. */
export function extractCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('extract', m.help.extract, m)
    .addArgument(new Argument('<file>', m.help.file))
    .addHelpText('after', () => examples(m.help.examples.extract, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing'], m))
    .action(async (file: string) => {
      context.finish(await run(file, context));
    });
}

async function run(file: string, { host, lang }: CommandContext): Promise<ExitCode> {
  const found = resolve(host.cwd, file);
  const path = displayPath(found, host.cwd);
  try {
    const bytes = await openDocument(found, path);
    const { record } = await host.process({ path, bytes }, { lang });
    host.stdout.write(recordJson(record));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof DocumentFailure)) throw error;
    host.stderr.write(`${failureLine(path, error, styleOn(host.stderr, lang, host.env))}\n`);
    return EXIT.nothing;
  }
}
