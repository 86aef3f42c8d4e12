import { expect, test } from 'vitest';
import { unitOf } from '../../src/extract/table-columns.ts';

test.each([
  ['Hộ nghèo', 'ho-ngheo', ['4,5', '3,2', '3,9'], '%'],
  ['Hộ nghèo', 'ho-ngheo', ['95', '96', '98'], '%'],
  ['Hộ nghèo', 'ho-ngheo', ['1.120', '98', '1.218'], null],
  ['Hộ nghèo', 'ho-ngheo', ['12', '8', '20'], null],
  ['Hộ vay vốn', 'tin-dung-chinh-sach', ['73', '75'], null],
  ['Dư nợ tín dụng chính sách', 'tin-dung-chinh-sach', ['73', '75'], 'đồng'],
  ['Tỷ lệ hộ nghèo', 'ho-ngheo', ['12', '8', '20'], '%'],
  ['Sản phẩm nâng hạng (SP)', null, ['4', '3'], 'SP'],
  ['Tổ hợp tác thành lập mới', 'hop-tac-xa', ['4', '3'], 'tổ hợp tác'],
  ['Đoàn viên tăng thêm', null, ['40', '35'], 'đoàn viên'],
  ['Thành viên góp vốn', null, ['40', '35'], null],
  ['Người có thẻ (BHYT)', null, ['4', '3'], null],
])('%s (%s) over %j is counted in %s', (label, id, cells, unit) => {
  expect(unitOf(label, id, null, cells)).toBe(unit);
});
