import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { openStore } from '../../src/store/open.ts';
import { inventedPlan } from '../report/invented.ts';
import { SAMPLE_PLANS } from '../store/sample-plans.ts';

let cwd = '';

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'research-'));
  for (const name of ['plans', 'text']) mkdirSync(join(cwd, 'out', name), { recursive: true });
  const store = await openStore(join(cwd, 'out/plans.sqlite'));
  for (const { record, text } of SAMPLE_PLANS) {
    await store.save(record, text);
    writeFileSync(join(cwd, 'out/plans', `${record.id}.json`), JSON.stringify(record));
    writeFileSync(join(cwd, 'out/text', `${record.id}.txt`), text);
  }
  await store.close();
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function kehoach(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await run([...argv, '--lang', 'en'], {
    cwd,
    env: {},
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    process: inventedPlan,
  });
  return { code, out, err };
}

describe('compare', () => {
  test('prints a table whose every value leads to its words', async () => {
    const { code, out } = await kehoach('compare', '--indicator', 'bhyt', '--measure', 'share');
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot('../fixtures/research/compare.txt');
    const [, plan = '', at = ''] = /\[1\] (\S+) --at (\S+)/.exec(out) ?? [];
    const shown = await kehoach('show', plan, '--at', at);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('«92,5%»');
  });

  test.each(['csv', 'json', 'svg'])('prints %s, the same every time', async (format) => {
    const argv = ['compare', '--indicator', 'bhyt', '--measure', 'share', '--format', format];
    const { code, out } = await kehoach(...argv);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`../fixtures/research/compare.${format}`);
    expect((await kehoach(...argv)).out).toBe(out);
  });

  test.each([
    [['--indicator', 'bhty'], 2, 'There is no indicator "bhty". Those in the database: bhyt'],
    [['--indicator', 'bhyt', '--region', 'Tây'], 2, 'There is no region "Tây"'],
    [['--indicator', 'bhyt', '--year', 'xx'], 2, '"xx" does not fit --year <year>'],
    [[], 2, 'the option --indicator <id> is missing'],
    [['--indicator', 'bhyt', '--out', 'nowhere'], 4, 'There is no folder nowhere yet'],
  ])('%j says what is wrong', async (argv, code, words) => {
    const found = await kehoach('compare', ...argv);
    expect(found).toMatchObject({ code, out: '' });
    expect(found.err).toContain(words);
  });

  test('where nothing is left to compare it says so', async () => {
    const { code, out } = await kehoach('compare', '--indicator', 'bhyt', '--year', '1999');
    expect(code).toBe(4);
    expect(out).toContain('There is nothing to compare.');
  });
});

test('show --at tells what a record does not have', async () => {
  const { id } = SAMPLE_PLANS[0]?.record ?? { id: '' };
  expect(await kehoach('show', id, '--at', '/targets/99')).toMatchObject({
    code: 4,
    err: `${id} has nothing at /targets/99.\n`,
  });
});

describe('search', () => {
  test.each(['bao hiem y te', 'bảo hiểm y tế', 'BAO HIEM Y TE'])(
    '%s finds plans, with or without diacritics',
    async (words) => {
      const { code, out } = await kehoach('search', words, '--format', 'json');
      expect(code).toBe(0);
      const hits: { plan: { id: string } }[] = JSON.parse(out);
      expect(hits.map((hit) => hit.plan.id).sort()).toEqual(
        SAMPLE_PLANS.map(({ record }) => record.id).sort(),
      );
    },
  );

  test('shows what it found; nothing is an exit code of its own', async () => {
    const { out } = await kehoach('search', 'hải', 'vân', '--limit', '1');
    expect(out).toMatch(/^hai-van-\d+-kh-ubnd-\d{4} {2}.*Hải Vân/);
    expect(await kehoach('search', 'khongcotunay')).toMatchObject({
      code: 4,
      out: 'No plan has: khongcotunay\n',
    });
    expect(await kehoach('search', 'a', '--limit', '0')).toMatchObject({ code: 2 });
  });
});

describe('export', () => {
  test.each(['csv', 'xlsx', 'parquet', 'json', 'jsonl', 'sqlite', 'ics', 'dublin-core', 'tt02'])(
    '%s lists the files it wrote',
    async (format) => {
      const { code, out } = await kehoach('export', '--format', format);
      expect(code).toBe(0);
      const files = out.trimEnd().split('\n');
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        expect(file.startsWith(`out/export/${format}/`)).toBe(true);
        expect(existsSync(join(cwd, file)), file).toBe(true);
      }
    },
  );

  test('a folder that can’t be written to is told', async () => {
    writeFileSync(join(cwd, 'file'), '');
    expect(await kehoach('export', '--format', 'json', '--to', 'file')).toMatchObject({ code: 5, out: '' });
  });
});
