import type { Command } from 'commander';
import { DocumentSource } from '../../batch/queue/document-source.ts';
import { verify } from '../../batch/verify.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  newCommand,
  outOption,
} from '../program.ts';
import { serverOf, withStore } from '../with-store.ts';

interface Options {
  out: string;
  database?: string;
  /** False with `--no-sources`. */
  sources: boolean;
  again?: true;
}

/** `kehoach verify [--out DIR]`: whether everything that was stored is still there, whole and the same. */
export function verifyCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('verify', m.help.verify, m)
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .option('--no-sources', m.help.noSources)
    .option('--again', m.help.again)
    .addHelpText('after', () => examples(m.help.examples.verify, m))
    .addHelpText('after', () => exitCodes(['ok', 'findings', 'usage', 'nothing', 'output'], m))
    .action(async (options: Options) => {
      context.finish(await run(options, context));
    });
}

async function run(options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, m } = context;
  const { sources, again } = options;
  return withStore(context, options, async (store, folder) => {
    // Workers write no files.
    const out = serverOf(options.database, host.env) === null ? folder : null;
    const source = new DocumentSource(host.cwd, host.env);
    let faults = 0;
    const documents = new Set<string>();
    for await (const { code, where, detail, document } of verify({
      store,
      out,
      documents: source,
      sources,
    })) {
      faults++;
      if (document !== null) documents.add(document);
      host.stdout.write(`${where}: ${m.verify.faults[code]}${detail === null ? '' : ` (${detail})`}\n`);
    }
    if (again === true && documents.size > 0) await store.readAgain([...documents].sort());
    const plans = (await store.plans()).length;
    host.stdout.write(`${faults === 0 ? m.verify.sound(plans) : m.verify.unsound(faults, plans)}\n`);
    if (again === true && documents.size > 0) host.stderr.write(`${m.verify.again(documents.size)}\n`);
    return faults === 0 ? EXIT.ok : EXIT.findings;
  });
}
