import { describe, expect, test } from 'vitest';
import { extractionOf, factsOf } from './plan.ts';

const dated = (line: string) =>
  extractionOf({ letterhead: `ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 5/KH-UBND\n${line}`, preamble: '' });

describe('place and date of issue', () => {
  test.each([
    ['Hà Giang, ngày 03 tháng 4 năm 2024', 'Hà Giang', '2024-04-03'],
    ['Hà Giang, ngày 3/4/2024', 'Hà Giang', '2024-04-03'],
    ['Hà Giang, ngày 0 3 tháng 1 2 năm 20 24', 'Hà Giang', '2024-12-03'],
    ['Hà Giang, ngày03 tháng 12 năm 2024', 'Hà Giang', '2024-12-03'],
    ['TP. Hà Giang, ngày 03 tháng 12 năm 2024', 'Hà Giang', '2024-12-03'],
    ['Thành phố Hà Giang, ngày 03 tháng 12 năm 2024', 'Hà Giang', '2024-12-03'],
    ['Bà Rịa - Vũng Tàu, ngày 29 tháng 02 năm 2024', 'Bà Rịa - Vũng Tàu', '2024-02-29'],
    ['Hà Giang ngày 03 tháng 4 năm 2024', 'Hà Giang', '2024-04-03'],
    ['Hà Giang, Ngày 03 tháng 4 năm 2024', 'Hà Giang', '2024-04-03'],
    ['ngày 03 tháng 4 năm 2024', null, '2024-04-03'],
    ['Hà Giang, ngày 70 tháng 01 năm 2024', 'Hà Giang', '2024-01-X0'],
    ['Hà Giang, ngày     tháng 4 năm 2024', 'Hà Giang', '2024-04'],
    ['Hà Giang, ngày ... tháng ... năm 2024', 'Hà Giang', null],
    ['', null, null],
  ])('%o', (line, place, date) => {
    const { facts } = dated(line);
    expect([facts.issuedAt, facts.issuedOn]).toEqual([place, date]);
  });

  test('the evidence is the date without the place, and the place without its type', () => {
    const { evidence } = dated('TP. Hà Giang, ngày 03 tháng 4 năm 2024');
    expect(evidence['/issuedOn']?.quote).toBe('ngày 03 tháng 4 năm 2024');
    expect(evidence['/issuedAt']?.quote).toBe('Hà Giang');
  });

  test('what stands there instead of a date is kept for the message', () => {
    expect(dated('Hà Giang, ngày …… tháng …… năm 2024').unreadDate).toBe('ngày …… tháng …… năm 2024');
    expect(dated('Hà Giang, ngày 03 tháng 4 năm 2024').unreadDate).toBeNull();
    expect(dated('').unreadDate).toBeNull();
  });
});

describe('type and title', () => {
  test.each([
    ['KẾ HOẠCH\nPhát triển y tế cơ sở năm 2024', 'Phát triển y tế cơ sở năm 2024'],
    [
      'KẾ HOẠCH\nPhát triển y tế cơ sở\ntrên địa bàn tỉnh năm 2024',
      'Phát triển y tế cơ sở trên địa bàn tỉnh năm 2024',
    ],
    [
      'KẾ HOẠCH\nPHÁT TRIỂN Y TẾ CƠ SỞ\nTỈNH HÀ GIANG NĂM 2024',
      'PHÁT TRIỂN Y TẾ CƠ SỞ TỈNH HÀ GIANG NĂM 2024',
    ],
    [
      'KẾ HOẠCH\nPhát triển y tế cơ sở năm 2024\n(Ban hành kèm theo Quyết định số /QĐ-UBND ngày tháng 3 năm 2023)',
      'Phát triển y tế cơ sở năm 2024',
    ],
    ['KẾ HOẠCH\nVề việc phát triển y tế cơ sở năm 2024', 'phát triển y tế cơ sở năm 2024'],
    ['KẾ HOẠCH\nV/v phát triển y tế cơ sở năm 2024.', 'phát triển y tế cơ sở năm 2024'],
    ['KẾ HOẠCH Phát triển y tế cơ sở năm 2024', 'Phát triển y tế cơ sở năm 2024'],
    ['DỰ THẢO KẾ HOẠCH\nPhát triển y tế cơ sở năm 2024', 'Phát triển y tế cơ sở năm 2024'],
  ])('%o', (title, expected) => {
    expect(factsOf({ title })).toMatchObject({ type: 'Kế hoạch', title: expected });
  });

  test('a plan without its head has no title, and its type by the symbol of its number', () => {
    expect(factsOf({ title: '' })).toMatchObject({ type: 'Kế hoạch', title: null });
  });
});

describe('the period', () => {
  test.each([
    ['Phát triển y tế cơ sở năm 2024', '2024'],
    ['Phát triển y tế cơ sở giai đoạn 2021 - 2025', '2021/2025'],
    ['Phát triển y tế cơ sở giai đoạn 2021-2025, định hướng đến năm 2030', '2021/2025'],
    ['NĂM AN TOÀN GIAO THÔNG 2023 TRÊN ĐỊA BÀN TỈNH', '2023'],
    ['Phát triển y tế cơ sở năm 2023, định hướng đến năm 2025', '2023'],
    ['Phát triển y tế cơ sở đến năm 2025, định hướng đến năm 2030', '2025'],
    ['Phát triển y tế cơ sở năm 2025 và năm 2026', '2025/2026'],
    ['Phát triển y tế cơ sở năm 2024, 2025', '2024/2025'],
    ['Phát triển y tế cơ sở đến năm 2030', '2030'],
    ['Phát triển y tế cơ sở đến năm 2030\n(Kèm theo Quyết định của UBND tỉnh năm 2024)', '2030'],
    ['PHÁT TRIỂN Y TẾ CƠ SỞ ĐẾN NĂM 2030, TẦM NHÌN ĐẾN NĂM 2050', '2030'],
    ['Phát triển y tế học đường năm học 2024 - 2025', '2024/2025'],
    ['Cao điểm kiểm tra y tế cơ sở quý III năm 2024', '2024-35'],
    ['Tháng hành động vì an toàn thực phẩm, tháng 5 năm 2024', '2024-05'],
    ['Thực hiện Nghị quyết số 20-NQ/TW ngày 25 tháng 10 năm 2017 về y tế cơ sở năm 2024', '2024'],
  ])('of %s', (title, period) => {
    expect(factsOf({ title: `KẾ HOẠCH\n${title}`, preamble: '' }).period).toBe(period);
  });

  test.each([
    ['Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển y tế cơ sở năm 2024 như sau:', '2024'],
    [
      'Căn cứ Luật năm 2019, Ủy ban nhân dân tỉnh xây dựng Kế hoạch giai đoạn 2024 - 2026 như sau:',
      '2024/2026',
    ],
    [
      'UBND tỉnh xây dựng Kế hoạch giai đoạn 2024 - 2026, cụ thể như sau:\nThu hẹp khoảng cách giới.',
      '2024/2026',
    ],
    [
      'Căn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh ban hành Kế hoạch giai đoạn 2016 - 2020;\nThu hẹp khoảng cách giới.',
      null,
    ],
    ['Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:', null],
  ])('where the title names none: %s', (preamble, period) => {
    expect(factsOf({ title: 'KẾ HOẠCH\nPhát triển y tế cơ sở', preamble }).period).toBe(period);
  });
});
