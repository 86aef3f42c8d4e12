import { expect, test } from 'vitest';
import { readPlan } from '../../scripts/mutate/clean-plan.ts';

/** What is found in the sums of a plan with a table of these rows. */
async function found(rows: readonly string[]): Promise<string[]> {
  const table = ['| TT | Đơn vị | Số hộ |', '|---|---|---|', ...rows].join('\n');
  const text = `ỦY BAN NHÂN DÂN\nTỈNH VĨNH LONG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/KH-UBND\n\nVĩnh Long, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nGiao chỉ tiêu năm 2026\n\nI. CHỈ TIÊU\n\n${table}\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính theo dõi.\n`;
  const read = await readPlan('plan.md', text);
  return (read?.findings ?? []).filter(({ rule }) => rule === 'table-total').map(({ message }) => message);
}

test('rows that come to less than half of their total are reported', async () => {
  expect(await found(['| 1 | Nhóm một | 120 |', '| 2 | Nhóm hai | 95 |', '| | Tổng cộng | 700 |'])).toEqual([
    'Số hộ: các dòng cộng lại là 215, dòng tổng ghi 700 (lệch 485)',
  ]);
});

test('but not where they go on from a table that was read apart', async () => {
  expect(await found(['| 8 | Nhóm một | 120 |', '| 9 | Nhóm hai | 95 |', '| | Tổng cộng | 700 |'])).toEqual(
    [],
  );
});
