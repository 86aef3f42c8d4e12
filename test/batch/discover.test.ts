import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover, displayPath, openFailure } from '../../src/batch/discover.ts';
import { folderWith } from './folder.ts';

async function found(cwd: string, paths: string[], skip: string[] = []): Promise<string[]> {
  const { files, failures, skipped } = await discover(paths, { cwd, skip });
  return [
    ...files.map((file) => file.path),
    ...failures.map(
      (failure) => `! ${failure.path} ${failure.code}${failure.detail ? ` ${failure.detail}` : ''}`,
    ),
    ...skipped.map((path) => `- ${path}`),
  ];
}

describe('discover', () => {
  test('walks folders to the bottom, sorted, for readable endings, and tells what it leaves out', async () => {
    const cwd = folderWith({ 'b/2.md': '', 'b/1.TXT': '', 'a.txt': '', 'b/c/3.markdown': '', 'b/x.exe': '' });
    expect(await found(cwd, ['.'])).toEqual(['a.txt', 'b/1.TXT', 'b/2.md', 'b/c/3.markdown', '- b/x.exe']);
  });

  test('takes documents whatever they are called, told by their first bytes', async () => {
    const word = '\0'.repeat(100) + Buffer.from('WordDocument', 'utf16le').toString('latin1');
    const cwd = folderWith();
    for (const [name, content] of Object.entries({
      scan: '\xff\xd8\xff\xe0',
      'plan.pdf.bak': 'junk before %PDF-1.7',
      'plan.tmp': `PK\x03\x04${'x'.repeat(9000)}word/document.xml`,
      'old.wbk': `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${word}`,
      'Thumbs.db': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      'table.xlsx': 'PK\x03\x04xl/workbook.xml',
      'page.html': '<p>KẾ HOẠCH</p>',
      'text without ending': 'KẾ HOẠCH',
      empty: '',
      LICENSE: '%PDF-1.7',
    })) {
      writeFileSync(join(cwd, name), Buffer.from(content, 'latin1'));
    }
    expect(await found(cwd, ['.'])).toEqual([
      'old.wbk',
      'plan.pdf.bak',
      'plan.tmp',
      'scan',
      '- Thumbs.db',
      '- empty',
      '- page.html',
      '- table.xlsx',
      '- text without ending',
    ]);
    expect(await found(cwd, ['.', 'page.html'])).not.toContain('- page.html');
  });

  test('waits for nothing that is no file', async () => {
    const cwd = folderWith({ 'a.txt': '' });
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(cwd, 'pipe')]);
    expect(await found(cwd, ['.'])).toEqual(['a.txt', '- pipe']);
  });

  test('leaves out hidden files, notes on a folder, node_modules and the results', async () => {
    const cwd = folderWith({
      'a.txt': '',
      '.b.txt': '',
      '.git/c.txt': '',
      'README.md': '',
      'readme.vi.md': '',
      'node_modules/d.md': '',
      'out/text/a.txt': '',
    });
    expect(await found(cwd, ['.'], [join(cwd, 'out')])).toEqual(['a.txt']);
  });

  test('takes only source.* where a folder has one', async () => {
    const cwd = folderWith({ 'x/source.txt': '', 'x/notes.txt': '', 'x/gold.json': '', 'y/plan.txt': '' });
    expect(await found(cwd, ['.'])).toEqual(['x/source.txt', 'y/plan.txt']);
  });

  test('always takes a file that is named, and each file once', async () => {
    const cwd = folderWith({ 'README.md': '', 'x.exe': '', 'a/b.txt': '' });
    expect(await found(cwd, ['x.exe', 'README.md', 'a', 'a/b.txt'])).toEqual([
      'README.md',
      'a/b.txt',
      'x.exe',
    ]);
  });

  test('takes a folder whose name looks like a file for a folder', async () => {
    const cwd = folderWith({ 'x.txt/plan.txt': '' });
    expect(await found(cwd, ['.'])).toEqual(['x.txt/plan.txt']);
  });

  test('names what does not exist and goes on', async () => {
    const cwd = folderWith({ 'a.txt': '' });
    expect(await found(cwd, ['none', 'a.txt', 'a.txt/b'])).toEqual([
      'a.txt',
      '! a.txt/b unreadable ENOTDIR',
      '! none not-found',
    ]);
  });

  test('names links that lead nowhere or back and goes on', async () => {
    const cwd = folderWith({ 'a/plan.txt': '' });
    symlinkSync('..', join(cwd, 'a', 'up'));
    symlinkSync('self.txt', join(cwd, 'self.txt'));
    symlinkSync('gone.txt', join(cwd, 'dangling.txt'));
    symlinkSync('gone.exe', join(cwd, 'dangling.exe'));
    expect(await found(cwd, ['.'])).toEqual([
      'a/plan.txt',
      '! a/up unreadable ELOOP',
      '! dangling.txt not-found',
      '! self.txt unreadable ELOOP',
      '- dangling.exe',
    ]);
  });

  test('follows a link to a folder elsewhere', async () => {
    const elsewhere = folderWith({ 'plan.txt': '' });
    const cwd = folderWith();
    symlinkSync(elsewhere, join(cwd, 'linked'));
    expect(await found(cwd, ['.'])).toEqual(['linked/plan.txt']);
  });
});

describe('displayPath', () => {
  test.each([
    ['/w/a/b.txt', '/w', 'a/b.txt'],
    ['/w', '/w', '.'],
    ['/v/b.txt', '/w', '../v/b.txt'],
    ['/w/ho\u0302.txt', '/w', 'h\u00f4.txt'],
  ])('%s from %s', (file, cwd, expected) => {
    expect(displayPath(file, cwd)).toBe(expected);
  });
});

test('an error that is none of the file system is not taken for one', () => {
  expect(() => openFailure('x', new TypeError('bug'))).toThrow(TypeError);
});

test('an empty folder holds nothing', async () => {
  const cwd = folderWith();
  mkdirSync(join(cwd, 'empty'));
  expect(await found(cwd, ['empty'])).toEqual([]);
});
