import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../batch/folder.ts';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const CERT = fileURLToPath(new URL('../fixtures/tls/cert.pem', import.meta.url));
const KEY = fileURLToPath(new URL('../fixtures/tls/key.pem', import.meta.url));
const PASSWORD = 'một mật khẩu dài';

function kehoach(cwd: string, argv: readonly string[], password = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...argv, '--lang', 'en'], {
    cwd,
    encoding: 'utf8',
    input: `${password}\n`,
    env: { PATH: process.env.PATH },
  });
  return { out: stdout, err: stderr, code: status };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A desk that serves; it is stopped when the test is over. */
async function serving(cwd: string, ...argv: string[]): Promise<{ port: number; said: string }> {
  const port = await freePort();
  const desk: ChildProcess = spawn(process.execPath, [MAIN, 'serve', '--port', String(port), ...argv], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(async () => {
    if (desk.exitCode !== null) return;
    desk.kill('SIGTERM');
    await once(desk, 'exit');
  });
  let said = '';
  desk.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await expect.poll(() => said, { timeout: 30_000 }).toContain(`:${port}/`);
  return { port, said };
}

interface Answer {
  status: number | undefined;
  body: string;
}

async function get(
  scheme: 'http' | 'https',
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const options = { host: '127.0.0.1', port, path, headers };
  const asked = scheme === 'https' ? secureRequest({ ...options, ca: readFileSync(CERT) }) : request(options);
  asked.end();
  const [answer] = await once(asked, 'response');
  let body = '';
  for await (const chunk of answer.setEncoding('utf8')) body += chunk;
  return { status: answer.statusCode, body };
}

test('accounts are made, listed and removed; a short password and an odd name are refused', () => {
  const cwd = folderWith({});
  expect(kehoach(cwd, ['user', 'add', 'hoa', '--role', 'reviewer'], PASSWORD)).toMatchObject({ code: 0 });
  expect(kehoach(cwd, ['user', 'add', 'an'], PASSWORD)).toMatchObject({ code: 0 });
  expect(kehoach(cwd, ['user', 'add', 'binh'], 'ngắn')).toMatchObject({ code: 2, out: '' });
  expect(kehoach(cwd, ['user', 'add', '../x'], PASSWORD)).toMatchObject({ code: 2, out: '' });
  expect(kehoach(cwd, ['user', 'list']).out).toBe('viewer    an\nreviewer  hoa\n');
  expect(kehoach(cwd, ['user', 'remove', 'an'])).toMatchObject({ code: 0 });
  expect(kehoach(cwd, ['user', 'remove', 'an'])).toMatchObject({ code: 4 });
  expect(kehoach(cwd, ['user', 'list']).out).toBe('reviewer  hoa\n');
}, 120_000);

test.each([
  ['another address without TLS', ['--host', '0.0.0.0']],
  ['another name without TLS', ['--name', 'desk.example']],
  ['TLS without an account', ['--host', '0.0.0.0', '--cert', CERT, '--key', KEY]],
  ['a proxy without an account', ['--proxy']],
])(
  '%s does not open',
  (_, argv) => {
    const { code, err } = kehoach(folderWith({}), ['serve', ...argv]);
    expect(code).toBe(2);
    expect(err.length).toBeGreaterThan(20);
  },
  60_000,
);

test('over TLS it asks who comes', async () => {
  const cwd = folderWith({});
  kehoach(cwd, ['user', 'add', 'hoa'], PASSWORD);
  const { port, said } = await serving(cwd, '--host', '0.0.0.0', '--cert', CERT, '--key', KEY);
  expect(said).toContain('https://');
  expect(await get('https', port, '/api/plans')).toEqual({ status: 401, body: '{"error":"sign-in-first"}' });
  expect((await get('https', port, '/')).status).toBe(200);
  await expect(get('http', port, '/api/plans')).rejects.toThrow();
}, 60_000);

test('behind a proxy it asks who comes, and answers to the name it was given alone', async () => {
  const cwd = folderWith({});
  kehoach(cwd, ['user', 'add', 'hoa'], PASSWORD);
  const { port } = await serving(cwd, '--proxy', '--name', 'desk.example');
  const through = { host: 'desk.example', 'x-forwarded-for': '203.0.113.7' };
  expect(await get('http', port, '/api/plans', through)).toMatchObject({ status: 401 });
  expect(await get('http', port, '/api/plans', { ...through, host: 'other.example' })).toMatchObject({
    status: 421,
  });
}, 60_000);
