import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname, networkInterfaces, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { displayPath, errorCode } from '../../batch/discover.ts';
import { listAccounts } from '../../store/accounts.ts';
import { StoreError } from '../../store/store-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type CommandContext, examples, exitCodes, newCommand, outOption } from '../program.ts';

interface Options {
  out: string;
  host: string;
  port: number;
  name: string[];
  cert?: string;
  key?: string;
  proxy?: true;
}

/** `kehoach serve [--out DIR] [--port N] [--host ADDRESS]`: the review desk, until it is stopped. */
export function serveCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('serve', m.help.serve, m)
    .addOption(outOption(m))
    .addOption(new Option('--port <number>', m.help.port).argParser(portNumber).default(8484))
    .addOption(new Option('--host <address>', m.help.host).default('127.0.0.1'))
    .addOption(new Option('--cert <file>', m.help.cert))
    .addOption(new Option('--key <file>', m.help.key))
    .addOption(new Option('--proxy', m.help.proxy))
    .addOption(
      new Option('--name <host>', m.help.hostName)
        .argParser((name: string, before: string[]) => [...before, name])
        .default([]),
    )
    .addHelpText('after', () => examples(m.help.examples.serve, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'output'], m))
    .action(async (options: Options) => {
      context.finish(await run(options, context));
    });
}

async function run(options: Options, context: CommandContext): Promise<ExitCode> {
  const { host: address, port, proxy, cert, key, name: names } = options;
  const { host, lang, m } = context;
  const say = (words: string, code: ExitCode): ExitCode => {
    host.stderr.write(`${words}\n`);
    return code;
  };
  // Whoever can be reached from elsewhere has to know who comes, and passwords don't travel in the clear.
  const isLocal = isLoopback(address) && proxy !== true && names.length === 0;
  const hasTls = cert !== undefined && key !== undefined;
  if (!isLocal && !hasTls && proxy !== true) return say(m.serve.needsTls(address), EXIT.usage);
  const out = resolve(host.cwd, options.out);
  try {
    await mkdir(out, { recursive: true });
    const { openStore } = await import('../../store/open.ts');
    const store = await openStore(join(out, 'plans.sqlite'));
    const pool = host.openPool?.(1);
    try {
      if (!isLocal && (await store.ask(listAccounts)).length === 0) {
        return say(m.serve.needsAccounts, EXIT.usage);
      }
      const { deskApp } = await import('../../web/server/app.ts');
      const app = await deskApp({
        store,
        out,
        cwd: host.cwd,
        lang,
        process: pool === undefined ? host.process : (input, given) => pool.read(input, given),
        access: isLocal ? { kind: 'local', name: userInfo().username } : { kind: 'accounts' },
        hosts: [...namesOf(address), ...names],
        client: fileURLToPath(new URL('../../web/client', import.meta.url)),
        isBehindProxy: proxy === true,
        tls: hasTls
          ? {
              cert: readFileSync(resolve(host.cwd, cert), 'utf8'),
              key: readFileSync(resolve(host.cwd, key), 'utf8'),
            }
          : undefined,
      });
      await app.listen({ host: address, port });
      say(m.serve.ready(`${hasTls ? 'https' : 'http'}://${inAddress(address)}:${port}/`), EXIT.ok);
      await stopped(host.signal);
      await app.close();
      return EXIT.ok;
    } finally {
      await pool?.close();
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) {
      return say(m.storeFailed(error.code, displayPath(error.path, host.cwd)), EXIT.output);
    }
    const code = errorCode(error);
    if (code === null) throw error;
    return say(m.serve.failed(address, port, code), EXIT.output);
  }
}

/** Settles when the user asks to stop. */
async function stopped(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolved) => {
    if (signal?.aborted) resolved();
    signal?.addEventListener('abort', () => resolved(), { once: true });
  });
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}

/** The names under which a desk that listens on an address is reached. */
function namesOf(address: string): string[] {
  const own = [inAddress(address), 'localhost'];
  if (address !== '0.0.0.0' && address !== '::') return own;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return [...own, hostname(), ...addresses.map((each) => inAddress(each.address))];
}

/** A host as addresses of the web name it. */
function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new InvalidArgumentError('1–65535');
  return port;
}
