import { mkdir } from 'node:fs/promises';
import { isIP } from 'node:net';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { displayPath, errorCode } from '../../batch/discover.ts';
import { StoreError } from '../../store/store-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type CommandContext, examples, exitCodes, newCommand, outOption } from '../program.ts';

interface Options {
  out: string;
  host: string;
  port: number;
}

/** `kehoach serve [--out DIR] [--port N] [--host ADDRESS]`: the review desk, until it is stopped. */
export function serveCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('serve', m.help.serve, m)
    .addOption(outOption(m))
    .addOption(new Option('--port <number>', m.help.port).argParser(portNumber).default(8484))
    .addOption(new Option('--host <address>', m.help.host).default('127.0.0.1'))
    .addHelpText('after', () => examples(m.help.examples.serve, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'output'], m))
    .action(async (options: Options) => {
      context.finish(await run(options, context));
    });
}

async function run(
  { out: folder, host: address, port }: Options,
  context: CommandContext,
): Promise<ExitCode> {
  const { host, lang, m } = context;
  if (!isLoopback(address)) {
    host.stderr.write(`${m.serve.onlyLoopback(address)}\n`);
    return EXIT.usage;
  }
  const out = resolve(host.cwd, folder);
  try {
    await mkdir(out, { recursive: true });
    const { openStore } = await import('../../store/store.ts');
    const store = await openStore(join(out, 'plans.sqlite'));
    try {
      const { deskApp } = await import('../../web/server/app.ts');
      const app = await deskApp({
        store,
        out,
        cwd: host.cwd,
        lang,
        process: host.process,
        access: { kind: 'local', name: userInfo().username },
        hosts: [inAddress(address), 'localhost'],
        client: fileURLToPath(new URL('../../web/client', import.meta.url)),
      });
      await app.listen({ host: address, port });
      host.stderr.write(`${m.serve.ready(`http://${inAddress(address)}:${port}/`)}\n`);
      await stopped(host.signal);
      await app.close();
      return EXIT.ok;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) {
      host.stderr.write(`${m.storeFailed(error.code, displayPath(error.path, host.cwd))}\n`);
      return EXIT.output;
    }
    const code = errorCode(error);
    if (code === null) throw error;
    host.stderr.write(`${m.serve.failed(address, port, code)}\n`);
    return EXIT.output;
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

/** A host as addresses of the web name it. */
function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new InvalidArgumentError('1–65535');
  return port;
}
