import { CommanderError } from 'commander';
import { messagesIn } from '../report/messages/messages.ts';
import { acceptCommand } from './commands/accept.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { enqueueCommand } from './commands/enqueue.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { ingestCommand } from './commands/ingest.ts';
import { restoreCommand } from './commands/restore.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { statusCommand } from './commands/status.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import { watchCommand } from './commands/watch.ts';
import { workerCommand } from './commands/worker.ts';
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
    .addCommand(ingestCommand(context))
    .addCommand(extractCommand(context))
    .addCommand(checkCommand(context))
    .addCommand(explainCommand(context))
    .addCommand(acceptCommand(context))
    .addCommand(showCommand(context))
    .addCommand(compareCommand(context))
    .addCommand(searchCommand(context))
    .addCommand(exportCommand(context))
    .addCommand(restoreCommand(context))
    .addCommand(serveCommand(context))
    .addCommand(userCommand(context))
    .addCommand(statusCommand(context))
    .addCommand(verifyCommand(context))
    .addCommand(backupCommand(context))
    .addCommand(watchCommand(context))
    .addCommand(enqueueCommand(context))
    .addCommand(workerCommand(context))
    .addHelpText('after', () => examples(m.help.examples.root, m))
    .addHelpText('after', () => exitCodes(ALL_EXIT_CODES, m));
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

function helpFor(argv: readonly string[], commands: readonly { name(): string }[]): string {
  const command = commands.find((each) => argv.includes(each.name()));
  return command === undefined ? 'kehoach' : `kehoach ${command.name()}`;
}
