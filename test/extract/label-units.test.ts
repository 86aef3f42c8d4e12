import { expect, test } from 'vitest';
import { unitInLabel, unitNamed, unitOpening } from '../../src/extract/label-units.ts';

test.each([
  ['Sản lượng gỗ khai thác (m3)', 'm3'],
  ['Diện tích (km²)', 'km²'],
  ['Khối lượng (1.000 m3)', '1.000 m3'],
  ['Kinh phí (Triệu đồng)', 'triệu đồng'],
  ['Kim ngạch (1000 USD)', '1000 USD'],
  ['Công suất (MW)', 'MW'],
  ['Sản lượng [tấn]', 'tấn'],
  ['Sản lượng (ĐVT: tấn)', 'tấn'],
  ['Bác sĩ (người/10.000 dân)', 'người/10.000 dân'],
  ['Tỷ suất sinh (/1.000 dân)', '/1.000 dân'],
  ['Tỷ suất sinh thô (‰)', '‰'],
  ['Trồng rừng (ha) Năm 2025', 'ha'],
  ['Chỉ tiêu (người) Tỷ lệ', '%'],
  ['Số học viên', 'người'],
  ['Số lượt người', 'lượt người'],
  ['Diện tích rừng trồng, ha', 'ha'],
  ['Sản lượng thủy sản - tấn', 'tấn'],
  ['Các xã, phường', null],
  ['Trồng rừng (năm 2024)', null],
  ['Kế hoạch (đợt 1)', null],
  ['Hộ nghèo (theo chuẩn mới)', null],
  ['Hộ nghèo (lũy kế)', null],
  ['Đối tượng (nếu có)', null],
  ['Nhóm (A)', null],
])('%s is counted in %s', (label, unit) => {
  expect(unitInLabel(label)).toBe(unit);
});

test.each([
  ['Học viên', 'người'],
  ['Lớp', 'lớp'],
  ['Học viên nữ', null],
])('%s names the unit %s', (label, unit) => {
  expect(unitNamed(label)).toBe(unit);
});

test.each([
  ['Tổ hợp tác thành lập mới', 'tổ hợp tác'],
  ['Tổ cộng đồng thành lập mới', 'tổ cộng đồng'],
  ['Mã số vùng trồng cấp mới', 'mã số'],
  ['Diện tích rừng trồng mới', null],
  ['Số hộ thành lập mới', null],
])('%s opens with the unit %s', (label, unit) => {
  expect(unitOpening(label)).toBe(unit);
});
