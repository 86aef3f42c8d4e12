import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/read/markdown.ts';
import { readPipeCells } from '../../src/read/pipe-cells.ts';

const lines = (...parts: string[]): string => parts.join('\n');
const rowsOf = (source: string): string[][] =>
  readPipeCells(source).flatMap((part) => (part.kind === 'rows' ? part.rows : []));

test('a text without bare bars is one part', () => {
  expect(readPipeCells('| a | b |\nmột')).toEqual([{ kind: 'text', text: '| a | b |\nmột' }]);
});

test('cells between bare bars become rows', () => {
  const source = lines('Biểu 1', '|', 'TT', '|', 'Xã', '|', '|', '1', '|', 'Hòa Sơn', '|', '', 'Hết');
  expect(readPipeCells(source)).toEqual([
    { kind: 'text', text: 'Biểu 1' },
    {
      kind: 'rows',
      rows: [
        ['TT', 'Xã'],
        ['1', 'Hòa Sơn'],
      ],
    },
    { kind: 'text', text: lines('', '', 'Hết') },
  ]);
});

test('an empty cell is told from the end of a row by the number of columns', () => {
  const source = lines(
    '|',
    'TT',
    '|',
    'Xã',
    '|',
    'Số',
    '|',
    '|',
    '1',
    '|',
    '|',
    '5',
    '|',
    '|',
    '2',
    '|',
    'B',
    '|',
    '6',
    '|',
  );
  expect(rowsOf(source)).toEqual([
    ['TT', 'Xã', 'Số'],
    ['1', '', '5'],
    ['2', 'B', '6'],
  ]);
});

test('blank lines one after the other are empty cells, as is one that its row lacks', () => {
  const head = ['|', 'TT', '|', 'Chỉ tiêu', '|', '2022', '|', '2023', '|'];
  const source = lines(
    ...head,
    ...['|', 'A', '|', 'Hành vi', '|', '', '|', '', '|'],
    ...['|', '1', '|', 'Tỷ lệ hút thuốc', '|', '', '|', '37', '|'],
    ...['', '|', 'Nơi nhận:', '|', 'CHỦ TỊCH', '|'],
  );
  expect(readPipeCells(source).map((part) => (part.kind === 'rows' ? part.rows : part.text.trim()))).toEqual([
    [
      ['TT', 'Chỉ tiêu', '2022', '2023'],
      ['A', 'Hành vi', '', ''],
      ['1', 'Tỷ lệ hút thuốc', '', '37'],
    ],
    '',
    [['Nơi nhận:', 'CHỦ TỊCH']],
    '',
  ]);
});

test('a cell of several lines is one cell', () => {
  const source = lines('|', 'Đơn vị', 'tính', '|', 'Số', '|', '|', 'xã', '|', '5', '|');
  expect(rowsOf(source)).toEqual([
    ['Đơn vị\ntính', 'Số'],
    ['xã', '5'],
  ]);
});

test('a lone bar is no table', () => {
  expect(readPipeCells(lines('một', '|', 'hai'))).toEqual([{ kind: 'text', text: lines('một', '', 'hai') }]);
});

test('the reader strips the marks within cells', () => {
  const bytes = new TextEncoder().encode(
    lines('|', '**TT**', '|', '*Xã*', '|', '|', '1', '|', 'Hòa Sơn', '|'),
  );
  const rows = readMarkdown('a.md', bytes).pages.flatMap((page) =>
    page.lines.flatMap(({ cells }) => (cells ? [cells] : [])),
  );
  expect(rows).toEqual([
    ['TT', 'Xã'],
    ['1', 'Hòa Sơn'],
  ]);
});

test.each(['* *', '** **', '*** ***', '_ _'])('marks about nothing (%s) are an empty cell', (nothing) => {
  const source = lines('|', 'TT', '|', 'Xã', '|', 'Số', '|', '|', '1', '|', nothing, '|', '5', '|');
  expect(rowsOf(source)).toEqual([
    ['TT', 'Xã', 'Số'],
    ['1', '', '5'],
  ]);
});

test.each(['*', '**', '* Xã', '***'])('other marks (%s) are what they are', (mark) => {
  const source = lines('|', 'TT', '|', 'Xã', '|', 'Số', '|', '|', '1', '|', mark, '|', '5', '|');
  expect(rowsOf(source)[1]).toEqual(['1', mark, '5']);
});

test('a row of Markdown has empty cells for marks about nothing', () => {
  const bytes = new TextEncoder().encode(lines('| TT | Xã | Số |', '|---|---|---|', '| * * | ** ** | 5 |'));
  expect(readMarkdown('a.md', bytes).pages[0]?.lines.map(({ cells }) => cells)).toContainEqual(['', '', '5']);
});
