import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { IntakeAnswer } from '../../src/web/api.ts';
import { safeName } from '../../src/web/server/intake.ts';
import { openDesk, type Visitor, visitor } from './desk.ts';

const PLAN = readFileSync('test/fixtures/scans/text/lam-dong-tiem-chung-2026.txt', 'utf8');

/** Sends files as a form does. */
async function drop(ask: Visitor, files: Record<string, string>) {
  const parts = Object.entries(files).map(
    ([name, content]) =>
      `--b\r\ncontent-disposition: form-data; name="document"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n`,
  );
  return ask('POST', '/api/documents', Buffer.from(`${parts.join('')}--b--\r\n`), {
    'content-type': 'multipart/form-data; boundary=b',
  });
}

async function settled(ask: Visitor): Promise<IntakeAnswer['documents']> {
  return vi.waitFor(
    async () => {
      const { documents } = (await ask('GET', '/api/documents')).json<IntakeAnswer>();
      expect(documents.every(({ state }) => state !== 'waiting' && state !== 'reading')).toBe(true);
      return documents;
    },
    { timeout: 15_000, interval: 50 },
  );
}

test('what is dropped is read, and why something is not is told', async () => {
  const { app, cwd } = await openDesk();
  const ask = await visitor(app);
  expect((await drop(ask, { 'kế hoạch.txt': PLAN, 'thuc-don.txt': 'Phở bò, bún chả.' })).statusCode).toBe(
    200,
  );
  expect((await drop(ask, { 'kế hoạch.txt': PLAN })).statusCode).toBe(200);
  const documents = await settled(ask);
  expect(documents).toMatchObject([
    { name: 'kế hoạch-2.txt', state: 'duplicate', plan: 'lam-dong-2847-kh-ubnd-2025' },
    {
      name: 'thuc-don.txt',
      state: 'failed',
      failure: { vi: expect.stringContaining('không phải kế hoạch') },
    },
    { name: 'kế hoạch.txt', state: 'done', plan: 'lam-dong-2847-kh-ubnd-2025', by: 'hoa' },
  ]);
  expect(readFileSync(join(cwd, 'out/inbox/kế hoạch.txt'), 'utf8')).toBe(PLAN);
  expect(existsSync(join(cwd, 'out/plans/lam-dong-2847-kh-ubnd-2025.json'))).toBe(true);
  expect((await ask('GET', '/api/plans/lam-dong-2847-kh-ubnd-2025')).statusCode).toBe(200);
});

test('a name leads nowhere but into the inbox', async () => {
  const { app, cwd } = await openDesk();
  const ask = await visitor(app);
  await drop(ask, { '../../../x.txt': 'a', '..\\\\..\\\\y.txt': 'b', '.htaccess': 'c' });
  await settled(ask);
  expect(readdirSync(join(cwd, 'out/inbox')).sort()).toEqual(['htaccess', 'x.txt', 'y.txt']);
  expect(readdirSync(cwd).sort()).toEqual(['client', 'out']);
});

describe('safe names', () => {
  test.each([
    ['Kế hoạch số 53 (bản ký).pdf', 'Kế hoạch số 53 (bản ký).pdf'],
    ['Kê\u0301 hoa\u0323ch.pdf', 'Kế hoạch.pdf'],
    ['C:\\Users\\an\\a.pdf', 'a.pdf'],
    ['/etc/passwd', 'passwd'],
    ['..', 'tai-lieu'],
    ['', 'tai-lieu'],
    ['-rf.pdf', 'rf.pdf'],
    ['a\u0000b\n"c<d>.txt', 'a_b__c_d_.txt'],
    ['\u202Efdp.exe', '_fdp.exe'],
    ['CON.txt', 'tai-lieu-CON.txt'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeName(given)).toBe(expected);
  });

  test('a long name is cut, its ending kept', () => {
    const name = safeName(`${'ế'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThan(200);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
