import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Node 20 runs no TypeScript: other processes get the store compiled, where they find its packages. */
let compiled = '';
let folder = '';

beforeAll(() => {
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  compiled = mkdtempSync(join(ROOT, 'node_modules/.cache/store-'));
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  const options = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  const project = join(compiled, 'tsconfig.json');
  const compilerOptions = { ...options.compilerOptions, rootDir: ROOT, outDir: compiled, declaration: false };
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [join(ROOT, 'src/store/open.ts')] }));
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', project], {
    cwd: ROOT,
  });
  chmodSync(compiled, 0o755);
  chmodSync(folder, 0o777);
}, 60_000);

afterAll(() => {
  rmSync(compiled, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** A process that runs a module text with `openStore`, and `plan(name)`: a sample of that id. */
function child(
  body: string,
  ids: { uid?: number; gid?: number } = {},
): ChildProcess & { done: Promise<string> } {
  const [sample] = SAMPLE_PLANS;
  const script = `
    import { openStore } from ${JSON.stringify(pathToFileURL(join(compiled, 'src/store/open.js')).href)};
    const sample = ${JSON.stringify(sample)};
    const plan = (id) => ({ ...sample.record, id });
    ${body}`;
  const started = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ids,
  });
  const done = new Promise<string>((resolve, reject) => {
    let out = '';
    let errors = '';
    started.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
    started.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
    started.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(out);
      else reject(new Error(errors));
    });
  });
  return Object.assign(started, { done });
}

/** What SQLite itself finds wrong with a file. */
function faults(path: string): unknown[] {
  const database = new Libsql(path);
  const found = [
    ...database.prepare('pragma integrity_check').all(),
    ...database.prepare('pragma foreign_key_check').all(),
  ];
  database.prepare("insert into plan_search (plan_search) values ('integrity-check')").run();
  database.close();
  return found;
}

test('several processes make and fill one database together', async () => {
  const path = join(folder, 'shared.sqlite');
  const writers = ['a', 'b', 'c'].map((name) =>
    child(`
      const store = await openStore(${JSON.stringify(path)});
      for (let i = 0; i < 25; i++) await store.save(plan('${name}-' + i), sample.text);
      for (let i = 0; i < 10; i++) await store.save(plan('common-' + i), sample.text + '${name}');
      await store.close();`),
  );
  await Promise.all(writers.map(({ done }) => done));
  const store = await openStore(path);
  expect(await store.list()).toHaveLength(3 * 25 + 10);
  expect(await store.search('bao phu', 100)).toHaveLength(85);
  await store.close();
  expect(faults(path)).toEqual([{ integrity_check: 'ok' }]);
});

test('a process killed while it writes loses nothing that was acknowledged', async () => {
  const path = join(folder, 'killed.sqlite');
  for (const round of [1, 2, 3]) {
    const writer = child(`
      const store = await openStore(${JSON.stringify(path)});
      for (let i = 0; ; i++) {
        const record = plan('round-${round}-' + i % 40);
        await store.save({ ...record, title: String(i) }, sample.text + i);
        process.stdout.write(i + '\\n');
      }`);
    let lines = 0;
    writer.stdout?.on('data', (part: string) => {
      lines += part.split('\n').length - 1;
      if (lines >= 30 * round) writer.kill('SIGKILL');
    });
    const acknowledged = (await writer.done).split('\n').length - 1;
    const store = await openStore(path);
    for (let i = Math.max(0, acknowledged - 40); i < acknowledged; i++) {
      const stored = await store.get(`round-${round}-${i % 40}`);
      const saved = Number(stored?.record.title);
      expect(saved).toBeGreaterThanOrEqual(i);
      expect(stored?.text.endsWith(String(saved))).toBe(true);
    }
    await store.close();
    expect(faults(path)).toEqual([{ integrity_check: 'ok' }]);
  }
});

/** Only root can become somebody without rights, who then has to get at the compiled store. */
function canActAsNobody(): boolean {
  if (process.getuid?.() !== 0) return false;
  for (let place = ROOT; ; place = dirname(place)) {
    if ((statSync(place).mode & 0o5) !== 0o5) return false;
    if (place === dirname(place)) return true;
  }
}

test.runIf(canActAsNobody())('a file or folder without the right to write is told', async () => {
  const path = join(folder, 'mine.sqlite');
  await (await openStore(path)).close();
  chmodSync(path, 0o444);
  const nobody = { uid: 65534, gid: 65534 };
  const tell = (place: string): Promise<string> =>
    child(
      `await openStore(${JSON.stringify(place)}).catch((error) => console.log(error.code, error.path));`,
      nobody,
    ).done;
  expect(await tell(path)).toBe(`read-only ${path}\n`);
  mkdirSync(join(folder, 'closed'), { mode: 0o555 });
  expect(await tell(join(folder, 'closed/plans.sqlite'))).toBe(
    `read-only ${join(folder, 'closed/plans.sqlite')}\n`,
  );
  expect(await tell(join(folder, 'closed/deeper/plans.sqlite'))).toContain('unusable-path');
});
