import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/read/format.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  test.each([
    ['a.pdf', '%PDF-1.7\n', 'pdf'],
    ['a.txt', '%PDF-1.4\n', 'pdf'],
    ['scan', `${'\0'.repeat(1000)}%PDF-2.0`, 'pdf'],
    ['late.txt', `${' '.repeat(1100)}%PDF-2.0`, 'text'],
    ['headless.pdf', '1 0 obj <<>> endobj', 'pdf'],
    ['garbage.pdf', 'x\0\x01', 'pdf'],
    ['really-text.pdf', 'KẾ HOẠCH', 'text'],
    ['a.pdf', '\x89PNG\r\n\x1a\n\0', 'png'],
    ['a.png', '\xff\xd8\xff\xe0', 'jpeg'],
    ['a.tif', 'II*\0', 'tiff'],
    ['a', 'MM\0*', 'tiff'],
    ['a.png', 'RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['a.webp', 'RIFF\x10\0\0\0WAVEfmt ', 'webp'],
    ['a.doc', 'PK\x03\x04..[Content_Types].xml..word/document.xml', 'docx'],
    ['a.docx', 'PK\x03\x04..xl/workbook.xml', 'zip'],
    ['a.docx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
    ['a.txt', '{\\rtf1\\ansi', 'rtf'],
    ['a.txt', 'K\xff', 'text'],
    ['a.TXT', '\xff\xfeK\0', 'text'],
    ['a.md', '# KH', 'markdown'],
    ['a.txt', '# KH\n## I.\n- Xã\n## II.', 'markdown'],
    ['a.txt', 'KH\n# I.', 'text'],
    ['a.csv', 'a,b', null],
    ['plan', 'KH', null],
  ])('%s %j is %s', (path, bytes, format) => {
    expect(formatOf(path, latin1(bytes))).toBe(format);
  });
});
