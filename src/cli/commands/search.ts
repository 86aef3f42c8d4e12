import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { searchPage } from '../../report/search-page.ts';
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

interface Options {
  out: string;
  database?: string;
  limit: number;
  format: 'table' | 'json';
}

/** `kehoach search WORDS…`: the stored plans whose text holds all the words, best first, each with the line that fits best. */
export function searchCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('search', m.help.search, m)
    .addArgument(new Argument('<words...>', m.help.words))
    .addOption(new Option('--limit <number>', m.help.limit).argParser(limit).default(20))
    .addOption(
      new Option('--format <format>', m.help.searchFormat).choices(['table', 'json']).default('table'),
    )
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .addHelpText('after', () => examples(m.help.examples.search, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing', 'output'], m))
    .action(async (words: string[], options: Options) => {
      context.finish(await run(words.join(' '), options, context));
    });
}

async function run(words: string, options: Options, context: CommandContext): Promise<ExitCode> {
  const { host, lang } = context;
  return withStore(context, options, async (store) => {
    const hits = await store.search(words, options.limit);
    host.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify(hits, null, 2)}\n`
        : searchPage(hits, words, styleOn(host.stdout, lang, host.env)),
    );
    return hits.length === 0 ? EXIT.nothing : EXIT.ok;
  });
}

function limit(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000)
    throw new InvalidArgumentError('Allowed choices are 1–1000.');
  return number;
}
