import { expect, test } from 'vitest';
import { factsOf } from './plan.ts';

const targetsIn = (items: string): (string | number | null)[][] =>
  factsOf({
    body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\nII. CHỈ TIÊU\n${items}\nIII. KINH PHÍ\nNgân sách tỉnh.`,
  }).targets.map(({ label, value, unit, of, due }) => [label, value, unit, of, due]);

test('items that name but a time are of what stands over them', () => {
  expect(
    targetsIn(
      '1. Chiều dài đường thôn được bê tông hóa qua các năm:\n- Năm 2024: 22 km;\n- Năm 2025: 25,5 km.\n2. Số hộ thoát nghèo từng năm:\n- Năm 2024 đạt 120 hộ;\n- Năm 2025 đạt 150 hộ.',
    ),
  ).toEqual([
    ['Chiều dài đường thôn được bê tông hóa', 22, 'km', null, '2024'],
    ['Chiều dài đường thôn được bê tông hóa', 25.5, 'km', null, '2025'],
    ['Số hộ thoát nghèo', 120, 'hộ', null, '2024'],
    ['Số hộ thoát nghèo', 150, 'hộ', null, '2025'],
  ]);
});

test('so are shares of a plan by its quarters', () => {
  expect(
    targetsIn(
      '1. Tỷ lệ giải ngân kế hoạch vốn theo tiến độ:\n- Hết quý II: 45% kế hoạch;\n- Đến ngày 31/12/2024: 100% kế hoạch.',
    ),
  ).toEqual([
    ['Tỷ lệ giải ngân kế hoạch vốn', 45, '%', 'plan', '2024-34'],
    ['Tỷ lệ giải ngân kế hoạch vốn', 100, '%', 'plan', '2024-12-31'],
  ]);
});

test('items with words of their own are read by those', () => {
  expect(targetsIn('1. Số hộ thoát nghèo:\n- Năm 2024, hộ cận nghèo: 40 hộ.')).toEqual([
    ['hộ cận nghèo', 40, 'hộ', null, '2024'],
  ]);
});

test('items that name but a place are of what stands over them', () => {
  const placed = factsOf({
    body: 'I. MỤC ĐÍCH\nChăm lo sức khỏe.\nII. CHỈ TIÊU\n1. Giao chỉ tiêu trồng cây phân tán cho các huyện:\n- Huyện Mèo Vạc: 6.500 cây;\n- Huyện Yên Minh: 4.200 cây.\n2. Tỷ lệ bao phủ bảo hiểm y tế:\n- Huyện Mèo Vạc: 94%;\n- Huyện Xuân Sa: đạt 95%.\nIII. KINH PHÍ\nNgân sách tỉnh.',
  }).targets.map(({ label, value, unit, place }) => [label, value, unit, place?.name ?? null]);
  expect(placed).toEqual([
    ['cây phân tán', 6500, 'cây', 'Mèo Vạc'],
    ['cây phân tán', 4200, 'cây', 'Yên Minh'],
    ['Tỷ lệ bao phủ bảo hiểm y tế', 94, '%', 'Mèo Vạc'],
    ['Tỷ lệ bao phủ bảo hiểm y tế', 95, '%', null],
  ]);
});

const placedIn = (items: string): (string | number | null)[][] =>
  factsOf({
    body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\nII. CHỈ TIÊU\n${items}\nIII. KINH PHÍ\nNgân sách tỉnh.`,
  }).targets.map(({ label, relation, value, due, place }) => [
    label,
    relation,
    value,
    due,
    place?.name ?? null,
  ]);

test.each([
  'Số hộ thoát nghèo của một số địa phương trọng điểm:',
  'Về số hộ thoát nghèo tại các xã, thị trấn, cụ thể như sau:',
  'Phấn đấu đến ngày 30/9/2024 hoàn thành chỉ tiêu về số hộ thoát nghèo:',
  'Số hộ thoát nghèo đến ngày 30/9/2024 phân theo địa bàn:',
])('what is stated over places has no part of the words that lead up or on to them: %s', (head) => {
  const due = head.includes('30/9') ? '2024-09-30' : '2024';
  expect(
    placedIn(
      `1. ${head}\n- Huyện Mèo Vạc không quá 120 hộ;\n- Thôn Nà Ngần tối thiểu 35 hộ;\n- Yên Minh 40 hộ.`,
    ),
  ).toEqual(
    [
      ['số hộ thoát nghèo', '<=', 120, due, 'Mèo Vạc'],
      ['số hộ thoát nghèo', '>=', 35, due, 'thôn Nà Ngần'],
      ['số hộ thoát nghèo', '=', 40, due, 'Yên Minh'],
    ].map(([label, ...rest]) => [
      head.includes('về số') || head.includes('Về số') ? label : 'Số hộ thoát nghèo',
      ...rest,
    ]),
  );
});

test.each([
  'huyện Mèo Vạc 120 hộ, huyện Yên Minh trên 35 hộ',
  'huyện Mèo Vạc: 120 hộ; huyện Yên Minh: trên 35 hộ',
  'huyện Mèo Vạc (120 hộ), huyện Yên Minh (trên 35 hộ)',
])('the same behind the colon of one line: %s', (list) => {
  expect(placedIn(`1. Số hộ thoát nghèo tại một số địa bàn trọng điểm: ${list}.`)).toEqual([
    ['Số hộ thoát nghèo', '=', 120, '2024', 'Mèo Vạc'],
    ['Số hộ thoát nghèo', '>', 35, '2024', 'Yên Minh'],
  ]);
});

test.each([
  'Tại huyện Mèo Vạc lắp đặt 12 trạm cân trước ngày 31/8/2024, tại huyện Yên Minh lắp đặt 15 trạm cân trong quý IV/2024.',
  'Lắp đặt 12 trạm cân tại huyện Mèo Vạc xong trước 31/8/2024; lắp đặt 15 trạm cân tại huyện Yên Minh trong quý IV/2024.',
  'Lắp đặt 12 trạm cân tại huyện Mèo Vạc đến hết ngày 31/8/2024 và lắp đặt 15 trạm cân tại huyện Yên Minh trong quý IV/2024.',
])('what is done in several places is due each by its own time: %s', (sentence) => {
  expect(placedIn(`1. ${sentence}`)).toEqual([
    ['trạm cân', '=', 12, '2024-08-31', 'Mèo Vạc'],
    ['trạm cân', '=', 15, '2024-36', 'Yên Minh'],
  ]);
});

test('where things are to be is no part of what they are', () => {
  expect(placedIn('1. Tổ chức đấu giá 12 lô đất ở tại ấp Trà Võ trong quý III năm 2024.')).toEqual([
    ['lô đất ở', '=', 12, '2024-35', 'ấp Trà Võ'],
  ]);
});
