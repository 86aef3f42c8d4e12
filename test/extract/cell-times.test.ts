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
])('%s names %j', (text, expected) => {
  const times = timesInCell(text, new Read('2025', { start: 0, end: 4 }));
  expect(
    times.map(({ start, end, due, recurrence }) => `${text.slice(start, end)} ${due ?? recurrence}`),
  ).toEqual(expected);
});
