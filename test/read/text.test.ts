import { describe, expect, test } from 'vitest';
import { DocumentFailure } from '../../src/plan/failure.ts';
import { readDocument } from '../../src/read/read.ts';
import { readText } from '../../src/read/text.ts';
import { written } from '../lexicon/legacy-writing.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

const pagesOf = (bytes: Uint8Array): string[][] =>
  readText('kế hoạch.txt', bytes).pages.map(({ lines }) => lines.map(({ text }) => text));

function failureOf(read: () => unknown): [string, string, string | null] | null {
  try {
    read();
    return null;
  } catch (error) {
    if (!(error instanceof DocumentFailure)) throw error;
    return [error.code, error.path, error.detail];
  }
}

describe('the lines of', () => {
  const text = 'Sở Y tế\nĐợt 2: 15 xã';
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16 LE', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 BE', utf16(`\uFEFF${text}`, false)],
    ['UTF-16 LE without byte order mark', utf16(text, true)],
    ['UTF-16 BE without byte order mark', utf16(text, false)],
    ['CRLF', utf8(text.replace('\n', '\r\n'))],
    ['CR', utf8(text.replace('\n', '\r'))],
    ['line separators', utf8(text.replace('\n', '\u2028'))],
    ['decomposed letters', utf8(text.normalize('NFD'))],
  ])('%s', (_, bytes) => {
    expect(pagesOf(bytes)).toEqual([['Sở Y tế', 'Đợt 2: 15 xã']]);
  });

  test('form feeds part pages, empty ones too', () => {
    expect(pagesOf(utf8('một\f\fhai\nba'))).toEqual([['một'], [''], ['hai', 'ba']]);
    expect(readText('a.txt', utf8('một\fhai')).pages.map(({ page }) => page)).toEqual([1, 2]);
  });

  test('line ends that a page shows as JSON writes them end lines', () => {
    expect(pagesOf(utf8('Sở Y tế\\r\\n\\r\\nĐợt 2:\\r\\n15 xã'))).toEqual([
      ['Sở Y tế', '', 'Đợt 2:', '15 xã'],
    ]);
  });

  test('a stray control character is a blank', () => {
    expect(pagesOf(utf8(`một\u0007hai ${'ba '.repeat(400)}`))[0]?.[0]).toMatch(/^một hai ba/);
  });
});

describe('text from before Unicode', () => {
  const text = 'ỦY BAN NHÂN DÂN\nTheo đề nghị của Sở Y tế; đạt 95% – “đúng hạn”';
  test.each(['tcvn3', 'vni', 'viscii', 'windows-1258'] as const)('%s is told and converted', (encoding) => {
    const shown = written(text, encoding);
    const marks: Record<string, number> = { '–': 0x96, '“': 0x93, '”': 0x94 };
    const bytes = Uint8Array.from(shown, (letter) => marks[letter] ?? letter.charCodeAt(0));
    // VISCII has letters where windows-1252 has these marks.
    const read = encoding === 'viscii' ? expect.stringContaining('Sở Y tế; đạt 95%') : text.split('\n')[1];
    for (const file of [bytes, utf8(shown)]) {
      const [page] = readText('a.txt', file).pages;
      expect(page?.reason).toBe(encoding);
      expect(page?.lines.map((line) => line.text)).toEqual(['ỦY BAN NHÂN DÂN', read]);
    }
  });

  test('Unicode has no reason', () => {
    expect(readText('a.txt', utf8(text)).pages[0]).not.toHaveProperty('reason');
  });
});

describe('no document', () => {
  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'empty'],
    ['nothing but blanks', utf8(' \r\n\t\f\n'), 'empty'],
    ['nothing but a byte order mark', utf8('\uFEFF'), 'empty'],
    ['invalid UTF-8', Uint8Array.of(0x53, 0xf4, 0x3a, 0x20, 0x31), 'encoding'],
    ['invalid UTF-8 with NUL bytes', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff), 'binary'],
    ['control characters', utf8('\u0001\u0002\u0003PK'), 'binary'],
    ['NUL bytes', utf8('a\0b\0c\0'), 'binary'],
  ])('%s', (_, bytes, code) => {
    expect(failureOf(() => readText('dir/a.txt', bytes))).toEqual([code, 'dir/a.txt', null]);
  });

  test('too large, with its size', () => {
    expect(failureOf(() => readText('a.txt', new Uint8Array(17 * 1024 * 1024).fill(97)))).toEqual([
      'too-large',
      'a.txt',
      '17 MB',
    ]);
  });
});

describe('the format by the ending of the name', () => {
  const bytes = utf8('# Mục tiêu');
  test.each([
    ['a.txt', 'text/plain'],
    ['a.TEXT', 'text/plain'],
    ['b/KH.53.md', 'text/markdown'],
    ['a.Markdown', 'text/markdown'],
  ])('%s is %s', async (path, mediaType) => {
    expect(await readDocument(path, bytes)).toMatchObject({ kind: 'lines', document: { mediaType } });
  });

  test.each([
    ['a.pptx', '.pptx'],
    ['a', ''],
    ['thu.muc/kehoach', ''],
    ['a.txt.bak', '.bak'],
  ])('%s has no reader', async (path, detail) => {
    await expect(readDocument(path, bytes)).rejects.toMatchObject({
      code: 'unsupported-format',
      path,
      detail,
    });
  });
});
