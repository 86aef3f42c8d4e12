import { availableParallelism, totalmem } from 'node:os';
import { Argument, Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, type Language } from '../report/messages/messages.ts';
import type { Messages } from '../report/messages/vi.ts';
import { isPostgres } from '../store/place.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';

/** What every command is built with. */
export interface CommandContext {
  host: Host;
  lang: Language;
  m: Messages;
  /** Tells how the command ended. */
  finish(code: ExitCode): void;
}

export type ExampleLines = readonly (readonly string[])[];

/** The language that `--lang` asks for, wherever it stands; Vietnamese where it asks for none that is known. */
export function languageOf(argv: readonly string[]): Language {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const asked = options.flatMap((arg, at) =>
    arg === '--lang' ? (options[at + 1] ?? []) : arg.startsWith('--lang=') ? arg.slice('--lang='.length) : [],
  );
  return LANGUAGES.find((lang) => lang === asked.at(-1)) ?? 'vi';
}

/** A command whose help and errors speak the language of the catalogue. */
export function newCommand(name: string, description: string, m: Messages): Command {
  return speak(new Command(name).description(description), m);
}

/** Gives a command that was made elsewhere the same voice. */
export function speak(command: Command, m: Messages): Command {
  const titles: Record<string, string> = {
    'Usage:': m.help.usage,
    'Arguments:': m.help.arguments,
    'Options:': m.help.options,
    'Commands:': m.help.commands,
  };
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .helpOption('-h, --help', m.help.help)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (cmd) => {
        const names = [cmd.name()];
        for (let parent = cmd.parent; parent !== null; parent = parent.parent) names.unshift(parent.name());
        return `${names.join(' ')} ${usageOf(cmd, m)}`.trimEnd();
      },
      subcommandTerm: (cmd) => `${cmd.name()} ${argumentTerms(cmd)}`.trimEnd(),
      optionDescription: (option) => option.description + optionRemarks(option, m),
      argumentDescription: (argument) => argument.description,
    })
    .addOption(new Option('--lang <lang>', m.help.lang).choices(LANGUAGES).default('vi'));
}

/** The worked examples (and what else helps) that stand below a command's help. */
export function examples(lines: ExampleLines, m: Messages): string {
  const widest = Math.max(...lines.map(([command]) => command?.length ?? 0));
  const shown = lines.map(([command = '', remark = '']) => `  ${command.padEnd(widest)}  ${remark}`);
  return `\n${m.help.examplesTitle}\n${shown.join('\n')}`;
}

export function exitCodes(codes: readonly (keyof typeof EXIT)[], m: Messages): string {
  const shown = codes.map((code) => `  ${String(EXIT[code]).padStart(3)}  ${m.help.exitCodes[code]}`);
  return `\n${m.help.exitCodesTitle}\n${shown.join('\n')}`;
}

/** A required argument that takes one or more paths. */
export function pathsArgument(m: Messages): Argument {
  return new Argument('<path...>', m.help.paths);
}

export function outOption(m: Messages): Option {
  return new Option('--out <dir>', m.help.out).default('out');
}

/** The PostgreSQL database to use in the place of a file. */
export function databaseOption(m: Messages): Option {
  return new Option('--database <address>', m.help.database).argParser((address) => {
    if (!isPostgres(address)) throw new InvalidArgumentError('');
    return address;
  });
}

/** The folder that the paths of documents are relative to, where machines see it at different places. */
export function rootOption(m: Messages): Option {
  return new Option('--root <dir>', m.help.root).default('.');
}

/** How many documents are read at a time: as many as there are cores and memory for where it is not given. */
export function jobsOption(m: Messages): Option {
  return new Option('--jobs <number>', m.help.jobs).default(defaultJobs()).argParser((text) => {
    const jobs = Number(text);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) throw new InvalidArgumentError('');
    return jobs;
  });
}

/** A process that recognises scans takes some 1.5 GB where it takes most. */
function defaultJobs(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1.5e9)));
}

/** What is wrong with a call, in the catalogue's words. */
export function usageError(error: CommanderError, m: Messages): string {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map(
    ([, quoted]) => quoted ?? '',
  );
  const suggested = /\(Did you mean (?:one of )?([^,?)]+)/.exec(error.message)?.[1];
  const hint = suggested === undefined ? '' : ` ${m.usage.didYouMean(suggested.trim())}`;
  switch (error.code) {
    case 'commander.unknownCommand':
      return m.usage.unknownCommand(first) + hint;
    case 'commander.unknownOption':
      return m.usage.unknownOption(first) + hint;
    case 'commander.missingArgument':
      return m.usage.missingArgument(first);
    case 'commander.missingMandatoryOptionValue':
      return m.usage.missingOption(first);
    case 'commander.optionMissingArgument':
      return m.usage.optionMissingArgument(first);
    case 'commander.invalidArgument':
      return m.usage.invalidChoice(
        second,
        first,
        /Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? '',
      );
    case 'commander.excessArguments':
      return m.usage.excessArguments;
    default:
      return error.message.replace(/^error: /, '');
  }
}

function usageOf(command: Command, m: Messages): string {
  const isParent = command.commands.length > 0;
  return [m.help.optionsPlaceholder, ...(isParent ? [m.help.commandPlaceholder] : []), argumentTerms(command)]
    .join(' ')
    .trimEnd();
}

function argumentTerms(command: Command): string {
  return command.registeredArguments
    .map((argument) => {
      const term = `${argument.name()}${argument.variadic ? '…' : ''}`;
      return argument.required ? `<${term}>` : `[${term}]`;
    })
    .join(' ');
}

function optionRemarks(option: Option, m: Messages): string {
  return typeof option.defaultValue === 'string' ? ` (${m.help.default}: ${option.defaultValue})` : '';
}
