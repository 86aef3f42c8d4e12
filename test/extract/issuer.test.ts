import { describe, expect, test } from 'vitest';
import type { Issuer } from '../../src/plan/record.ts';
import { factsOf, type Sketch } from './plan.ts';

function issued({ name, kind, level, place }: Issuer): string {
  return [name, kind, level, place?.name, place?.code].join(' | ');
}
const head = (body: string, date = 'Hà Giang, ngày 03 tháng 4 năm 2024'): Sketch => ({
  letterhead: `${body}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 5/KH-UBND\n${date}`,
});

describe('the body in the letterhead', () => {
  test.each<[string, Sketch, string]>([
    [
      'a province',
      head('ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG'),
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
    [
      'on one line',
      head('UBND TỈNH HÀ GIANG'),
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
    [
      'a steering committee whose name holds abbreviations',
      head(
        'UBND HUYỆN ĐỒNG VĂN\nBAN CHỈ ĐẠO PHÁT TRIỂN NGƯỜI THAM GIA BHXH, BHYT',
        'Đồng Văn, ngày 03 tháng 4 năm 2024',
      ),
      'Ban Chỉ đạo phát triển người tham gia BHXH, BHYT huyện Đồng Văn | steering-committee | district | Đồng Văn | 026',
    ],
    [
      'the other tone placement',
      head('UỶ BAN NHÂN DÂN\nTỈNH HÀ GIANG'),
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
    [
      'its first word on a line of its own',
      head('ỦY\nBAN NHÂN DÂN\nTỈNH HÀ GIANG'),
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
    [
      'a centrally-run city',
      head('ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG', 'Đà Nẵng, ngày 03 tháng 4 năm 2024'),
      'Ủy ban nhân dân thành phố Đà Nẵng | peoples-committee | province | Đà Nẵng | 48',
    ],
    [
      'a district',
      head('ỦY BAN NHÂN DÂN\nHUYỆN ĐỒNG VĂN', 'Đồng Văn, ngày 03 tháng 4 năm 2024'),
      'Ủy ban nhân dân huyện Đồng Văn | peoples-committee | district | Đồng Văn | 026',
    ],
    [
      'a province that was no more on the day of the plan',
      head('ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG', 'Hà Giang, ngày 03 tháng 4 năm 2027'),
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
    [
      'a bare "tỉnh": the place of the date line',
      { ...head('ỦY BAN NHÂN DÂN TỈNH'), preamble: 'Căn cứ Luật Bảo hiểm y tế;' },
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
    [
      'a steering committee',
      {
        ...head('BAN CHỈ ĐẠO PHÁT TRIỂN Y TẾ CƠ SỞ\nTỈNH HÀ GIANG'),
        preamble: 'Ban Chỉ đạo phát triển y tế cơ sở tỉnh Hà Giang ban hành Kế hoạch như sau:',
      },
      'Ban Chỉ đạo phát triển y tế cơ sở tỉnh Hà Giang | steering-committee | province | Hà Giang | 02',
    ],
    [
      'a command committee below the body it belongs to, written as its preamble does',
      {
        ...head('UBND TỈNH HÀ GIANG\nBAN CHỈ HUY PHÒNG THỦ DÂN SỰ'),
        preamble: 'Ban Chỉ huy Phòng thủ dân sự tỉnh Hà Giang xây dựng Kế hoạch như sau:',
      },
      'Ban Chỉ huy Phòng thủ dân sự tỉnh Hà Giang | steering-committee | province | Hà Giang | 02',
    ],
    [
      'a town of the same name as its province',
      head('ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ GIANG'),
      'Ủy ban nhân dân thành phố Hà Giang | peoples-committee | district | Hà Giang | 024',
    ],
    [
      'a department under its province',
      head('UBND TỈNH HÀ GIANG\nSỞ Y TẾ'),
      'Sở Y tế tỉnh Hà Giang | department | province | Hà Giang | 02',
    ],
    [
      'social insurance',
      head('BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH HÀ GIANG'),
      'Bảo hiểm xã hội tỉnh Hà Giang | social-insurance | province | Hà Giang | 02',
    ],
    [
      'social insurance of the whole country, wherever it sits',
      head('BẢO HIỂM XÃ HỘI\nVIỆT NAM', 'Hà Nội, ngày 03 tháng 4 năm 2024'),
      'Bảo hiểm xã hội Việt Nam | social-insurance | central |  | ',
    ],
    [
      'above a name of the state that was broken over lines',
      { letterhead: 'UBND TỈNH HÀ GIANG\nCỘNG HOÀ XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc' },
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
    [
      'above the same broken elsewhere',
      {
        letterhead:
          'SỞ Y TẾ\nTỈNH HÀ GIANG\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Giang, ngày22 tháng 3 năm 2024',
      },
      'Sở Y tế tỉnh Hà Giang | department | province | Hà Giang | 02',
    ],
    [
      'a steering committee whose short forms the preamble writes out',
      {
        ...head('UBND TỈNH HÀ GIANG\nBAN CHỈ ĐẠO PCTP, TNXH VÀ XÂY DỰNG PHONG TRÀO TOÀN DÂN BẢO VỆ ANTQ'),
        preamble:
          'Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc tỉnh Hà Giang xây dựng Kế hoạch năm 2024 như sau:',
      },
      'Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc tỉnh Hà Giang | steering-committee | province | Hà Giang | 02',
    ],
    [
      'a steering committee whose preamble has the short forms in brackets behind what they stand for',
      {
        ...head('UBND TỈNH HÀ GIANG\nBAN CHỈ ĐẠO THỰC HIỆN CHÍNH SÁCH BHXH, BHYT'),
        preamble:
          'Ban Chỉ đạo thực hiện chính sách bảo hiểm xã hội (BHXH), bảo hiểm y tế (BHYT) tỉnh Hà Giang xây dựng Kế hoạch năm 2024 như sau:',
      },
      'Ban Chỉ đạo thực hiện chính sách bảo hiểm xã hội, bảo hiểm y tế tỉnh Hà Giang | steering-committee | province | Hà Giang | 02',
    ],
    [
      'without its first letter',
      head('Y BAN NHÂN DÂN\nTỈNH HÀ GIANG'),
      'Ủy ban nhân dân tỉnh Hà Giang | peoples-committee | province | Hà Giang | 02',
    ],
  ])('%s', (_, sketch, expected) => {
    const { issuer } = factsOf(sketch);
    expect(issuer === null ? null : issued(issuer)).toBe(expected);
  });
});

test.each<[string, Sketch, string | undefined]>([
  [
    'the sentence that issues the plan',
    { letterhead: '', preamble: 'Ủy ban nhân dân tỉnh Hà Giang ban hành Kế hoạch như sau:' },
    'Ủy ban nhân dân tỉnh Hà Giang',
  ],
  [
    'the sentence that issues the plan with a capital, and the title',
    {
      letterhead: '',
      title: 'Rà soát hộ nghèo trên địa bàn huyện Đồng Văn năm 2024',
      preamble: 'Ủy ban nhân dân huyện Xây dựng Kế hoạch như sau:',
    },
    'Ủy ban nhân dân huyện Đồng Văn',
  ],
  [
    'the signature',
    { letterhead: '', preamble: '', tail: 'TM. ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nCHỦ TỊCH\nNông Văn Tiệp' },
    'Ủy ban nhân dân tỉnh Hà Giang',
  ],
  [
    'a signature with strokes',
    { letterhead: '', preamble: '', tail: 'T/M ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nCHỦ TỊCH\nNông Văn Tiệp' },
    'Ủy ban nhân dân tỉnh Hà Giang',
  ],
  ['nothing', { letterhead: '', preamble: '', closing: '', tail: '' }, undefined],
])('without letterhead it is read from %s', (_, sketch, name) => {
  expect(factsOf(sketch).issuer?.name).toBe(name);
});

test('codes are those of the plan’s day: provinces merged in July 2025', () => {
  const code = (province: string, date: string) =>
    factsOf(head(`ỦY BAN NHÂN DÂN\nTỈNH ${province.toUpperCase()}`, `${province}, ${date}`)).issuer?.place
      ?.code;
  expect(code('Vĩnh Long', 'ngày 30 tháng 6 năm 2025')).toBe('86');
  expect(code('Lào Cai', 'ngày 30 tháng 6 năm 2025')).toBe('10');
  expect(code('Lào Cai', 'ngày 01 tháng 7 năm 2025')).toBe('15');
});

test.each([
  ['THỊ XÃ SA PA', 'Sa Pa, ngày 5 tháng 1 năm 2025', 'thị xã Sa Pa', 'district'],
  ['THÀNH PHỐ BẾN TRE', 'TP. Bến Tre, ngày 5 tháng 1 năm 2025', 'thành phố Bến Tre', 'district'],
  ['THÀNH PHỐ HỒ CHÍ MINH', 'TP. Hồ Chí Minh, ngày 5 tháng 1 năm 2025', 'thành phố Hồ Chí Minh', 'province'],
  ['ĐẶC KHU PHÚ QUỐC', 'Phú Quốc, ngày 5 tháng 8 năm 2025', 'đặc khu Phú Quốc', 'commune'],
  ['PHƯỜNG HẢI CHÂU', 'Hải Châu, ngày 5 tháng 8 năm 2025', 'phường Hải Châu', 'commune'],
])('%s (%s) is %s, of level %s', (place, date, name, level) => {
  expect(factsOf(head(`ỦY BAN NHÂN DÂN\n${place}`, date)).issuer).toMatchObject({
    name: `Ủy ban nhân dân ${name}`,
    level,
  });
});
