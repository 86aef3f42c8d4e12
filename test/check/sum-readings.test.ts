import { expect, test } from 'vitest';
import { wholeItems } from '../../src/check/sum-readings.ts';
import type { TableRow } from '../../src/plan/record.ts';

const row = (label: string, code: string | null, values: readonly number[]): TableRow => ({
  label,
  kind: 'item',
  place: code === null ? null : { name: label, code },
  cells: values.map((value) => ({ text: String(value), value })),
});
const ALL = [0, 1, 2];

test('an item that the ones below it add up to but for one figure is their whole', () => {
  const rows = [
    row('Cây lương thực', null, [540, 100, 2]),
    row('Lúa', null, [290, 55, 1]),
    row('Ngô', null, [225, 45, 1]),
  ];
  expect([...wholeItems(rows, ALL, ALL)]).toEqual([[0, [1, 2]]]);
});

test('one commune is no whole of others, though some figures add up', () => {
  const rows = [
    row('Kon Tum', '23293', [540, 100, 2]),
    row('Bình Sơn', '21040', [290, 55, 1]),
    row('Mộ Đức', '21400', [225, 45, 1]),
  ];
  expect([...wholeItems(rows, ALL, ALL)]).toEqual([]);
});
