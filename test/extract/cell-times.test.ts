import { expect, test } from 'vitest';
import { timesInCell } from '../../src/extract/cell-times.ts';
import { Read } from '../../src/extract/reading.ts';

test.each([
  ['Quý II/2025', ['Quý II/2025 2025-34']],
  ['Quý III', ['Quý III 2025-35']],
  ['Tháng 5', ['Tháng 5 2025-05']],
  ['2026', ['2026 2026']],
  ['Quý II, III/2024', ['Quý II 2024-34', 'III/2024 2024-35']],
  ['Quý II, Quý III', ['Quý II 2025-34', 'Quý III 2025-35']],
  ['Tháng 3, 5 và 9 năm 2025', ['Tháng 3 2025-03', '5 2025-05', '9 năm 2025 2025-09']],
  ['Quý I - III/2025', ['Quý I - III/2025 2025-33/2025-35']],
  ['Tháng 4 đến tháng 6', ['Tháng 4 đến tháng 6 2025-04/2025-06']],
  ['Trước ngày 30/4/2025', ['ngày 30/4/2025 2025-04-30']],
  ['Tháng 13, 14', []],
  ['Hằng quý', ['Hằng quý FREQ=MONTHLY;INTERVAL=3']],
  ['Thường xuyên', []],
  ['T3/2026', ['T3/2026 2026-03']],
  ['Q.I/2026', ['Q.I/2026 2026-33']],
  ['Trong tháng 5', ['Trong tháng 5 2025-05']],
  ['Trước ngày 15/11', ['Trước ngày 15/11 2025-11-15']],
  ['6 tháng đầu năm 2026', ['6 tháng đầu năm 2026 2026-06']],
  ['06 tháng đầu năm', ['06 tháng đầu năm 2025-06']],
  ['6 tháng cuối năm 2026', ['6 tháng cuối năm 2026 2026']],
  ['Tháng 9/2026 - 5/2027', ['Tháng 9/2026 - 5/2027 2026-09/2027-05']],
  ['Từ tháng 3/2026 đến tháng 12/2026', ['Từ tháng 3/2026 đến tháng 12/2026 2026-03/2026-12']],
  ['Năm 2026, 2027', ['Năm 2026 2026', '2027 2027']],
  ['01 lần/quý', ['01 lần/quý FREQ=MONTHLY;INTERVAL=3']],
  [
    'Tháng 6, tháng 12 hằng năm',
    ['Tháng 6 FREQ=YEARLY;BYMONTH=6', 'tháng 12 hằng năm FREQ=YEARLY;BYMONTH=12'],
  ],
])('%s names %j', (text, expected) => {
  const times = timesInCell(text, new Read('2025', { start: 0, end: 4 }));
  expect(
    times.map(({ start, end, due, recurrence }) => `${text.slice(start, end)} ${due ?? recurrence}`),
  ).toEqual(expected);
});
