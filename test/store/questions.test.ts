import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open.ts';
import { answered } from './answered.ts';

const PAGE = fileURLToPath(new URL('../../docs/research.md', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

test('the corpus answers every question on the page as it says (vitest --update writes the answers)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'questions-'));
  const file = join(folder, 'plans.sqlite');
  const store = await openStore(file);
  for (const name of readdirSync(CORPUS).sort()) {
    const path = ['source.txt', 'source.md'].map((source) => join(CORPUS, name, source)).find(existsSync);
    if (path === undefined) continue;
    const { record, text } = await processDocument({ path, bytes: readFileSync(path) });
    const { sha256 } = record.source;
    await store.save(record, text, { path, sha256, fingerprint: 'f', planId: record.id, failure: null });
  }
  await store.close();
  const database = new Libsql(file);
  try {
    await expect(answered(readFileSync(PAGE, 'utf8'), database)).toMatchFileSnapshot(PAGE);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
