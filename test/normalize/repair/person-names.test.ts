import { expect, test } from 'vitest';
import { restoreParagraphs } from '../../../src/normalize/repair/restore.ts';

const BEFORE = [
  'UY BAN NHAN DAN TINH',
  'Can cu Luat To chuc chinh quyen dia phuong ngay 19/6/2015; Uy ban nhan dan tinh ban hanh Ke hoach nhu sau:',
];

function lastOf(...lines: string[]): string | undefined {
  return restoreParagraphs([...BEFORE, ...lines]).at(-1)?.text;
}

test.each([
  ['Tran Thi My Phuong', 'Trần Thị Mỹ Phượng'],
  ['Ma The Khoan', 'Ma Thế Khoan'],
  ['Lo Van Thinh', 'Lò Văn Thịnh'],
  ['Sung Thi Mai Huong', 'Sùng Thị Mai Hương'],
  ['Dinh Van Dung', 'Đinh Văn Dũng'],
  ['Le Thi Kim Dung', 'Lê Thị Kim Dung'],
  ['Kpa Duc Tuong', 'Kpă Đức Tường'],
  ['Ha Tran Minh Tuan', 'Hà Trần Minh Tuấn'],
  ['Tran Le Huu Khai', 'Trần Lê Hữu Khải'],
  ['Giang A Thao', 'Giàng A Thào'],
  ['Sung A Sinh', 'Sùng A Sính'],
])('who signs: %s', (stripped, name) => {
  expect(lastOf('KT. CHU TICH', 'PHO CHU TICH', stripped)).toBe(name);
});

test.each([
  ['- Luu: VT, KGVX (Hanh).', '- Lưu: VT, KGVX (Hạnh).'],
  ['- Luu: VT, NLN (Hung 40b).', '- Lưu: VT, NLN (Hùng 40b).'],
])('who keeps a copy: %s', (stripped, line) => {
  expect(lastOf(stripped)).toBe(line);
});

test('a name beside the recipients', () => {
  expect(lastOf('PHO CHU TICH', '- Luu: VT.          Sung Thi Mai Huong')).toBe(
    '- Lưu: VT.          Sùng Thị Mai Hương',
  );
});

test('no office, no name of who signs', () => {
  expect(lastOf('Ban Chi Dao')).toBe('Ban Chỉ Đạo');
});
