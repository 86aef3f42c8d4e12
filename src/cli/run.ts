import { type Command, CommanderError } from 'commander';
import { messagesIn } from '../report/messages/messages.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import { type CommandContext, examples, exitCodes, languageOf, newCommand, usageError } from './program.ts';
import { packageVersion } from './version.ts';

const ALL_EXIT_CODES = [
  'ok',
  'findings',
  'usage',
  'someFailed',
  'nothing',
  'output',
  'bug',
  'interrupted',
] as const;

/** Each command in its own file, in the order in which the help lists them. Only what is asked for is loaded: `kehoach search` should not wait for the rest. */
const COMMANDS: Readonly<Record<string, (context: CommandContext) => Promise<Command>>> = {
  ingest: async (context) => (await import('./commands/ingest.ts')).ingestCommand(context),
  extract: async (context) => (await import('./commands/extract.ts')).extractCommand(context),
  check: async (context) => (await import('./commands/check.ts')).checkCommand(context),
  explain: async (context) => (await import('./commands/explain.ts')).explainCommand(context),
  accept: async (context) => (await import('./commands/accept.ts')).acceptCommand(context),
  show: async (context) => (await import('./commands/show.ts')).showCommand(context),
  compare: async (context) => (await import('./commands/compare.ts')).compareCommand(context),
  search: async (context) => (await import('./commands/search.ts')).searchCommand(context),
  export: async (context) => (await import('./commands/export.ts')).exportCommand(context),
  restore: async (context) => (await import('./commands/restore.ts')).restoreCommand(context),
  serve: async (context) => (await import('./commands/serve.ts')).serveCommand(context),
  user: async (context) => (await import('./commands/user.ts')).userCommand(context),
  status: async (context) => (await import('./commands/status.ts')).statusCommand(context),
  verify: async (context) => (await import('./commands/verify.ts')).verifyCommand(context),
  backup: async (context) => (await import('./commands/backup.ts')).backupCommand(context),
  watch: async (context) => (await import('./commands/watch.ts')).watchCommand(context),
  enqueue: async (context) => (await import('./commands/enqueue.ts')).enqueueCommand(context),
  worker: async (context) => (await import('./commands/worker.ts')).workerCommand(context),
};

/** Runs the program with the arguments of a command line (without node and script) and gives its exit code. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const lang = languageOf(argv);
  const m = messagesIn(lang);
  let code: ExitCode = EXIT.ok;
  const context: CommandContext = {
    host,
    lang,
    m,
    finish: (result) => {
      code = result;
    },
  };
  const program = newCommand('kehoach', m.help.description, m)
    .version(packageVersion(), '-V, --version', m.help.version)
    .helpCommand('help [command]', m.help.helpCommand)
    .addHelpText('after', () => examples(m.help.examples.root, m))
    .addHelpText('after', () => exitCodes(ALL_EXIT_CODES, m));
  const asked = COMMANDS[commandIn(argv) ?? ''];
  for (const load of asked === undefined ? Object.values(COMMANDS) : [asked]) {
    program.addCommand(await load(context));
  }
  for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])]) {
    command.configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      if (error.code === 'commander.help') {
        host.stderr.write(`${m.usage.missingCommand}\n`);
      } else {
        host.stderr.write(`${usageError(error, m)}\n${m.usage.seeHelp(helpFor(argv, program.commands))}\n`);
      }
      return EXIT.usage;
    }
    host.stderr.write(`${m.bug(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    return EXIT.bug;
  }
}

/** The first word that is neither an option nor the language asked for. */
function commandIn(argv: readonly string[]): string | undefined {
  return argv.find((arg, at) => !arg.startsWith('-') && argv[at - 1] !== '--lang');
}

function helpFor(argv: readonly string[], commands: readonly { name(): string }[]): string {
  const command = commands.find((each) => argv.includes(each.name()));
  return command === undefined ? 'kehoach' : `kehoach ${command.name()}`;
}
