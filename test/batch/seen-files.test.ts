import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SeenFiles } from '../../src/batch/seen-files.ts';
import { folderWith, put } from './folder.ts';

const later = (): number => Date.now() + 60_000;

/** What a file, seen once and left alone for a minute, is known as by the next run. */
async function seenAgain(cwd: string, change: () => void = () => {}, forget = false): Promise<string | null> {
  const file = join(cwd, 'a.txt');
  const cache = join(cwd, 'cache');
  const seen = await SeenFiles.open(cwd, { now: later, cache });
  seen.note(file, seen.look(file), 'the hash');
  await seen.close();
  change();
  return (await SeenFiles.open(cwd, { forget, cache })).sha256Of(file);
}

test('a file that looks as it did need not be read', async () => {
  expect(await seenAgain(folderWith({ 'a.txt': 'một' }))).toBe('the hash');
});

test('a file of the same length whose time was set back is read', async () => {
  const cwd = folderWith({ 'a.txt': 'một' });
  const file = join(cwd, 'a.txt');
  const { atime, mtime } = statSync(file);
  utimesSync(file, atime, mtime);
  const change = (): void => {
    writeFileSync(file, 'hai');
    utimesSync(file, atime, mtime);
  };
  expect(await seenAgain(cwd, change)).toBeNull();
});

test('a file that has only just changed is read the next time', async () => {
  const cwd = folderWith({ 'a.txt': 'một' });
  const file = join(cwd, 'a.txt');
  const seen = await SeenFiles.open(cwd, { cache: join(cwd, 'cache') });
  seen.note(file, seen.look(file), 'the hash');
  expect(seen.sha256Of(file)).toBeNull();
});

test('what was seen can be forgotten, thrown away and damaged', async () => {
  const cwd = folderWith({ 'a.txt': 'một' });
  expect(await seenAgain(cwd, () => {}, true)).toBeNull();
  const damage = (): void => {
    for (const name of readdirSync(join(cwd, 'cache'))) put(cwd, `cache/${name}`, '{"');
  };
  expect(await seenAgain(cwd, damage)).toBeNull();
});
