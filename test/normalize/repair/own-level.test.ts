import { expect, test } from 'vitest';
import { restoreParagraphs } from '../../../src/normalize/repair/restore.ts';

function restored(issuer: string, line: string): string | undefined {
  const before = [
    issuer,
    'Can cu Luat To chuc chinh quyen dia phuong ngay 19/6/2015; Uy ban nhan dan ban hanh Ke hoach nhu sau:',
  ];
  return restoreParagraphs([...before, line]).at(-1)?.text;
}

test.each([
  ['1. Phong Giao duc va Dao tao quan', '1. Phòng Giáo dục và Đào tạo quận'],
  ['- Cac phong, ban nganh, doan the quan;', '- Các phòng, ban ngành, đoàn thể quận;'],
  ['Hoi Nong dan quan, cac co quan, don vi.', 'Hội Nông dân quận, các cơ quan, đơn vị.'],
  ['Toan quan co 12 truong; tang 3% binh quan.', 'Toàn quận có 12 trường; tăng 3% bình quân.'],
])('in a plan of a quận: %s', (stripped, text) => {
  expect(restored('UY BAN NHAN DAN\nQUAN BINH THUY', stripped)).toBe(text);
});

test('in one of a province there is none', () => {
  expect(restored('UY BAN NHAN DAN\nTINH CAN THO', 'Toan dan, toan quan')).not.toContain('quận');
});
