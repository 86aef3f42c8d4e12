import { expect, test } from 'vitest';
import { cellFigures, measureOf, scaled } from '../../src/extract/targets/cell-figures.ts';

test.each([
  ['≥ 96,5', ['>= 96.5']],
  ['trên 95%', ['> 95']],
  ['Không quá 1.200', ['<= 1200']],
  ['Từ 95% trở lên', ['>= 95']],
  ['80% trở lên', ['>= 80']],
  ['Đạt 12 xã', ['= 12']],
  ['Duy trì 100%', ['= 100']],
  ['Giữ vững trên 95%', ['> 95']],
  ['Không quá 3 cuộc', ['<= 3']],
  ['Giảm 2%', ['= 2']],
  ['3 ngày tới', []],
  ['12 lãnh đạo mới', []],
  ['2026', []],
  ['Tháng 5', []],
  ['1-1,5', ['>= 1', '<= 1.5']],
  ['1,0% – 1,5%', ['>= 1', '<= 1.5']],
  ['12/12', ['= 12']],
  ['5/2026', []],
  ['2026 - 2030', []],
  ['5 - 3', []],
  ['-', []],
  ['Sở Y tế', []],
])('%s sets %j', (text, expected) => {
  expect(cellFigures({ text, value: null }).map(({ relation, value }) => `${relation} ${value}`)).toEqual(
    expected,
  );
});

test.each([
  ['100%', 100, '%'],
  ['95% - 96%', null, '%'],
  ['ít nhất 12 xã', null, 'xã'],
  ['66 triệu đồng/năm', null, 'triệu đồng/năm'],
  ['01 mô hình/xã', null, 'mô hình/xã'],
  ['12', 12, null],
])('the unit of the cell %s itself is %3$s', (text, value, unit) => {
  expect(cellFigures({ text, value })[0]?.unit).toBe(unit);
});

test('a sign in a cell bounds its figure', () => {
  expect(cellFigures({ text: '≥ 30', value: 30 })).toEqual([
    { relation: '>=', value: 30, change: null, unit: null },
  ]);
});

test.each([
  ['Năm 2024 (không quá)', '<='],
  ['Kế hoạch (tối thiểu)', '>='],
  ['Tỷ lệ nợ quá hạn tối đa (%)', '<='],
  ['Không quá hạn (người)', '='],
])('a figure under %s is bounded by %s', (column, relation) => {
  expect(cellFigures({ text: '55', value: 55 }, column)).toEqual([
    { relation, value: 55, change: null, unit: null },
  ]);
});

test.each([
  ['Tỷ đồng', 'đồng', 1e9, 'amount'],
  ['triệu đồng/người', 'đồng/người', 1e6, 'amount'],
  ['Nghìn tỷ đồng', 'đồng', 1e12, 'amount'],
  ['Triệu USD', 'USD', 1e6, 'amount'],
  ['tr. đồng', 'đồng', 1e6, 'amount'],
  ['tr.đ', 'đồng', 1e6, 'amount'],
  ['trđ', 'đồng', 1e6, 'amount'],
  ['trẻ', 'trẻ', 1, 'count'],
  ['tổ cộng đồng', 'tổ cộng đồng', 1, 'count'],
  ['cánh đồng', 'cánh đồng', 1, 'count'],
  ['Nghìn người', 'người', 1e3, 'count'],
  ['USD', 'USD', 1, 'amount'],
  ['kWh', 'kWh', 1, 'count'],
  ['Lần/tháng', 'lần/tháng', 1, 'frequency'],
  ['Bác sĩ/10.000 dân', 'bác sĩ/10.000 dân', 1, 'ratio'],
  ['1.000 m3', 'm3', 1e3, 'count'],
  ['1000 đồng', 'đồng', 1e3, 'amount'],
  ['‰', '‰', 1, 'ratio'],
  ['%', '%', 1, 'share'],
])('figures in %s are in %s, times %d, a measure of %s', (written, unit, scale, measure) => {
  expect(scaled(written)).toEqual({ unit, scale });
  expect(measureOf(unit)).toBe(measure);
});
