import { join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Argument, type Command, Option } from 'commander';
import { displayPath } from '../../batch/discover.ts';
import { listAccounts, ROLES, type Role, removeAccount, saveAccount } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type CommandContext, examples, exitCodes, newCommand, outOption } from '../program.ts';

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@-]{0,63}$/u;

/** `kehoach user add|remove|list`: who may use the review desk from other machines. */
export function userCommand(context: CommandContext): Command {
  const { m } = context;
  const part = (name: string, description: string): Command =>
    newCommand(name, description, m).addOption(outOption(m));
  const work = (options: { out: string }, done: (store: Store) => Promise<ExitCode>): Promise<void> =>
    withStore(options.out, context, done).then(context.finish);
  return newCommand('user', m.help.user, m)
    .helpCommand('help [command]', m.help.helpCommand)
    .addCommand(
      part('add', m.help.userAdd)
        .addArgument(new Argument('<name>', m.help.userName))
        .addOption(new Option('--role <role>', m.help.role).choices(ROLES).default('viewer'))
        .action((name: string, options: { out: string; role: Role }) =>
          work(options, (store) => add(name, options.role, store, context)),
        ),
    )
    .addCommand(
      part('remove', m.help.userRemove)
        .addArgument(new Argument('<name>', m.help.userName))
        .action((name: string, options: { out: string }) =>
          work(options, async (store) => {
            if (await store.change((db) => removeAccount(db, name))) return EXIT.ok;
            context.host.stderr.write(`${m.user.none(name)}\n`);
            return EXIT.nothing;
          }),
        ),
    )
    .addCommand(
      part('list', m.help.userList).action((options: { out: string }) =>
        work(options, async (store) => {
          for (const { name, role } of await store.ask(listAccounts)) {
            context.host.stdout.write(`${role.padEnd(8)}  ${name}\n`);
          }
          return EXIT.ok;
        }),
      ),
    )
    .addHelpText('after', () => examples(m.help.examples.user, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing', 'output'], m));
}

async function add(given: string, role: Role, store: Store, { host, m }: CommandContext): Promise<ExitCode> {
  const name = given.normalize('NFC');
  if (!NAME.test(name)) {
    host.stderr.write(`${m.user.badName(given)}\n`);
    return EXIT.usage;
  }
  const { hashPassword, SHORTEST_PASSWORD } = await import('../../web/server/passwords.ts');
  const password = host.env.KEHOACH_PASSWORD || (await typed(m.user.password));
  let hash: string;
  try {
    hash = await hashPassword(password);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    host.stderr.write(`${m.user.badPassword(SHORTEST_PASSWORD)}\n`);
    return EXIT.usage;
  }
  await store.change((db) => saveAccount(db, { name, role }, hash));
  host.stderr.write(`${m.user.added(name, role)}\n`);
  return EXIT.ok;
}

/** A line of standard input; on a terminal it is asked for and not shown. */
async function typed(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  const isTerminal = stdin.isTTY === true;
  if (isTerminal) stderr.write(prompt);
  const lines = createInterface({
    input: stdin,
    terminal: isTerminal,
    ...(isTerminal ? { output: silent() } : {}),
  });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (isTerminal) stderr.write('\n');
  }
}

/** An output that shows nothing of what is typed. */
function silent(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

async function withStore(
  out: string,
  { host, m }: CommandContext,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folder = resolve(host.cwd, out);
  try {
    const { openStore } = await import('../../store/open.ts');
    const store = await openStore(join(folder, 'plans.sqlite'));
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    host.stderr.write(`${m.storeFailed(error.code, displayPath(error.path, host.cwd))}\n`);
    return EXIT.output;
  }
}
