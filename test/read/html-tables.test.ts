import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtmlTables } from '../../src/read/html-tables.ts';
import { readMarkdown } from '../../src/read/markdown.ts';

const rowsOf = (source: string): string[][] =>
  readHtmlTables(source).flatMap((part) => (part.kind === 'rows' ? part.rows : []));
const rows = (...all: string[]): string => `<table>${all.map((row) => `<tr>${row}</tr>`).join('\n')}</table>`;

test('a text without tables is one part', () => {
  expect(readHtmlTables('một < hai <b>ba</b>')).toEqual([{ kind: 'text', text: 'một < hai <b>ba</b>' }]);
});

test('a table parts what stands before it from what stands behind', () => {
  expect(readHtmlTables(`Biểu 1\n${rows('<td>TT</td><td>Xã</td>')}\nHết`)).toEqual([
    { kind: 'text', text: 'Biểu 1\n' },
    { kind: 'rows', rows: [['TT', 'Xã']] },
    { kind: 'text', text: '\nHết' },
  ]);
});

test.each<[string, string, string[][]]>([
  [
    'in the header each of its columns has a merged cell’s words',
    rows(
      '<td rowspan="2">TT</td><td rowspan=2>Xã</td><td colspan="2">Năm 2026</td>',
      '<td>Số hộ</td><td>Tỷ lệ</td>',
      '<td>1</td><td>Nà Hin</td><td>12</td><td>3,5</td>',
    ),
    [
      ['TT', 'Xã', 'Năm 2026', 'Năm 2026'],
      ['', '', 'Số hộ', 'Tỷ lệ'],
      ['1', 'Nà Hin', '12', '3,5'],
    ],
  ],
  [
    'below it the first of its places',
    rows(
      '<th>TT</th><th>Xã</th><th>Nơi</th><th>Số</th>',
      '<td rowspan="2">1</td><td rowspan="2">Nà Hin</td><td>Hồ</td><td>5</td>',
      '<td>Ao</td><td>7</td>',
      '<td colspan="3">Tổng</td><td>12</td>',
    ),
    [
      ['TT', 'Xã', 'Nơi', 'Số'],
      ['1', 'Nà Hin', 'Hồ', '5'],
      ['', '', 'Ao', '7'],
      ['Tổng', '', '', '12'],
    ],
  ],
  [
    'rows may lack their last cells, and tags their ends',
    '<TABLE><thead><tr><th>TT<th>Xã<th>Số</thead><tr><td>1<td>Nà Hin<tr><td>2<td>Nà Lầu<td>7</TABLE>',
    [
      ['TT', 'Xã', 'Số'],
      ['1', 'Nà Hin', ''],
      ['2', 'Nà Lầu', '7'],
    ],
  ],
  [
    'a cell has its words and lines, without tags and with what entities stand for',
    rows('<td><p><b>Sở Y tế</b>,<br/>Sở A</p></td><td>&lt;5&nbsp;&amp; 7<!-- gì đó --></td>'),
    [['Sở Y tế,\nSở A', '<5 & 7']],
  ],
])('%s', (_, source, expected) => {
  expect(rowsOf(source)).toEqual(expected);
});

test('a caption stands above its table', () => {
  const source = '<table>\n<caption>Bảng 1</caption>\n<tr><td>TT</td><td>Xã</td></tr></table>';
  expect(readHtmlTables(source).slice(0, 2)).toEqual([
    { kind: 'text', text: '\n\nBảng 1\n\n' },
    { kind: 'rows', rows: [['TT', 'Xã']] },
  ]);
});

test('a table of elements nested without end is text', () => {
  const source = `<table><tr><td>${'<div>'.repeat(60_000)}Xã</td></tr></table>`;
  expect(readHtmlTables(source)).toEqual([{ kind: 'text', text: source }]);
});

test('a table that is never closed is text', () => {
  const source = '<table><tr><td>Xã</td></tr>';
  expect(readHtmlTables(source)).toEqual([{ kind: 'text', text: source }]);
});

test('the reader takes them for rows', () => {
  const bytes = new TextEncoder().encode(`Biểu 1\n\n${rows('<td>**TT**</td><td>Xã</td>')}\n\nHết`);
  expect(readMarkdown('a.md', bytes).pages[0]?.lines.filter(({ text }) => text !== '')).toEqual([
    { text: 'Biểu 1' },
    { text: 'TT\tXã', cells: ['TT', 'Xã'] },
    { text: 'Hết' },
  ]);
});

test('whatever is written ends in rows of one width, with every word', () => {
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<td colspan=3>',
    '<th rowspan="2">',
    'Xã',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = `<table><tr><td>${pieces.filter((each) => !each.includes('table')).join('')}</table>`;
      const found = rowsOf(source);
      expect(new Set(found.map((row) => row.length)).size).toBeLessThanOrEqual(1);
      expect(() => readHtmlTables(pieces.join(''))).not.toThrow();
    }),
  );
});

test.each([
  ['never closed', '<table>'.repeat(200_000)],
  [
    'of wide cells',
    `<table>${'<tr>'.padEnd(200_000, '<td colspan=100>')}${'<tr><td>'.repeat(20_000)}</table>`,
  ],
])('tables %s cost no time', (_, source) => {
  const begin = process.cpuUsage().user;
  readHtmlTables(source);
  expect(process.cpuUsage().user - begin).toBeLessThan(3_000_000);
});
