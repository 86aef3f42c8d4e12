import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/plan/record.ts';
import { extractionOf, factsOf } from './plan.ts';

const short = ({ number, type, issuedOn, issuer }: Citation): string =>
  [number, type, issuedOn, issuer].join(' | ');
const cited = (preamble: string): string[] => factsOf({ preamble }).citations.map(short);

describe('a citation', () => {
  test.each<[string, string]>([
    [
      'Căn cứ Nghị quyết số 20/NQ-CP ngày 05 tháng 02 năm 2024 của Chính phủ về y tế cơ sở;',
      '20/NQ-CP | Nghị quyết | 2024-02-05 | Chính phủ',
    ],
    [
      'Căn cứ Quyết định 1676/QĐ-TTg ngày 21/11/2019 của Thủ tướng Chính phủ;',
      '1676/QĐ-TTg | Quyết định | 2019-11-21 | Thủ tướng Chính phủ',
    ],
    [
      'Theo Công văn số 4412/BVHTTDL-CDLQGVN của Bộ Văn hóa, Thể thao và Du lịch, Sở Y tế rà soát;',
      '4412/BVHTTDL-CDLQGVN | Công văn |  | Bộ Văn hóa, Thể thao và Du lịch',
    ],
    [
      'Thực hiện Công văn số 12/SVHTTDL-QLDL ngày 05/01/2026 của Sở Văn hóa, Thể thao và Du lịch;',
      '12/SVHTTDL-QLDL | Công văn | 2026-01-05 | Sở Văn hóa, Thể thao và Du lịch',
    ],
    [
      'Thực hiện Kế hoạch số 28/KH-BCĐ ngày 12/02/2017 của Ban Chỉ đạo phòng, chống dịch bệnh tỉnh;',
      '28/KH-BCĐ | Kế hoạch | 2017-02-12 | Ban Chỉ đạo phòng, chống dịch bệnh tỉnh',
    ],
    [
      'Thực hiện Quyết định số 2495/QĐ-BYT ngày 22/8/2024 của Bộ Y tế V/v ban hành Kế hoạch tiêm chủng;',
      '2495/QĐ-BYT | Quyết định | 2024-08-22 | Bộ Y tế',
    ],
    [
      'Thực hiện Công điện số 05/CĐ-TW ngày 12/4/2017 của Ban Chỉ đạo Trung ương về phòng, chống bão lũ;',
      '05/CĐ-TW | Công điện | 2017-04-12 | Ban Chỉ đạo Trung ương về phòng, chống bão lũ',
    ],
    [
      'Thực hiện Kế hoạch số 12/KH-BCĐ ngày 05/01/2026 của Ban Chỉ đạo, Công an tỉnh và Sở Y tế;',
      '12/KH-BCĐ | Kế hoạch | 2026-01-05 | Ban Chỉ đạo',
    ],
    [
      'Căn cứ Kế hoạch hành động số 469-KH/TU ngày 16/5/2025 của Tỉnh ủy;',
      '469-KH/TU | Kế hoạch hành động | 2025-05-16 | Tỉnh ủy',
    ],
    [
      'Cho vay theo Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 của Thủ tướng Chính phủ đối với 120 người;',
      '22/2023/QĐ-TTg | Quyết định | 2023-08-17 | Thủ tướng Chính phủ',
    ],
    [
      'Căn cứ Nghị quyết số 25/NQ-HĐND ngày 09/12/2025 của HĐND tỉnh khóa XIX, kỳ họp thứ 20 về nhiệm vụ;',
      '25/NQ-HĐND | Nghị quyết | 2025-12-09 | HĐND tỉnh khóa XIX, kỳ họp thứ 20',
    ],
    [
      'Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị (khóa XII);',
      '05-CT/TW | Chỉ thị | 2016-05-15 | Bộ Chính trị (khóa XII)',
    ],
    [
      'Căn cứ Thông tư liên tịch số 19/2015/TTLT-BGDĐT-BNV ngày 16/9/2015 của Bộ Giáo dục và Đào tạo, Bộ Nội vụ;',
      '19/2015/TTLT-BGDĐT-BNV | Thông tư liên tịch | 2015-09-16 | Bộ Giáo dục và Đào tạo, Bộ Nội vụ',
    ],
    [
      'Thực hiện Chỉ thị số 21/CT-TTg ngày 02/01/2026 của Thủ tướng Chính phủ tăng cường phòng cháy;',
      '21/CT-TTg | Chỉ thị | 2026-01-02 | Thủ tướng Chính phủ',
    ],
    [
      'Theo Công điện khẩn số 05/CĐ-UBND hồi 15 giờ ngày 07/9/2024 của Chủ tịch UBND tỉnh;',
      '05/CĐ-UBND | Công điện | 2024-09-07 | Chủ tịch UBND tỉnh',
    ],
    ['Căn cứ Kế hoạch công tác 12/KH-UBND;', '12/KH-UBND | Kế hoạch công tác |  | '],
    ['Căn cứ Luật An toàn, vệ sinh lao động số 84/2015/QH13;', '84/2015/QH13 | Luật |  | '],
    [
      'Theo đề nghị của Sở Nông nghiệp và PTNT (tại Tờ trình số 402/TTr-SNN ngày 21/12/2020).',
      '402/TTr-SNN | Tờ trình | 2020-12-21 | Sở Nông nghiệp và PTNT',
    ],
    [
      'Theo đề nghị của Sở Y tế (Thường trực Ban Chỉ đạo) tại Tờ trình số 97/SYT ngày 23/01/2008,',
      '97/SYT | Tờ trình | 2008-01-23 | Sở Y tế',
    ],
    [
      'Căn cứ Nghị quyết số: 33/NQ-ĐU, ngày 27/12/2017 Nghị quyết của Ban Chấp hành Đảng ủy về nhiệm vụ;',
      '33/NQ-ĐU | Nghị quyết | 2017-12-27 | Ban Chấp hành Đảng ủy',
    ],
    [
      'Căn cứ Nghị quyết số 33/NQ-ĐU ngày 27/12/2017 nhiệm vụ của Đảng ủy;',
      '33/NQ-ĐU | Nghị quyết | 2017-12-27 | ',
    ],
    [
      'Căn cứ các Quyết định của Thủ tướng Chính phủ: số 2151/QĐ-TTg ngày 21/12/2021 phê duyệt Chương trình;',
      '2151/QĐ-TTg | Quyết định | 2021-12-21 | Thủ tướng Chính phủ',
    ],
    [
      'Thực hiện Chỉ thị của Thủ tướng Chính phủ số 10/CT-TTg ngày 19/4/2023 về an toàn giao thông;',
      '10/CT-TTg | Chỉ thị | 2023-04-19 | Thủ tướng Chính phủ',
    ],
    [
      'Xét đề xuất của Công an tỉnh tại Tờ trình số 7176/TTr-CAT (CSGT) ngày 14/12/2023;',
      '7176/TTr-CAT | Tờ trình | 2023-12-14 | Công an tỉnh',
    ],
    ['Căn cứ Nghị định số 146/2018/NĐ-CP;', '146/2018/NĐ-CP | Nghị định |  | '],
    [
      'Căn cứ Nghị quyết số 12/2023/QH-15 ngày 20/6/20 23 của Quốc hội;',
      '12/2023/QH-15 | Nghị quyết | 2023-06-20 | Quốc hội',
    ],
    [
      'Thực hiện Chỉ thị số 9-CT/TW ngày 4/5/2023 của Bộ Chính trị, UBND tỉnh ban hành Kế hoạch như sau:',
      '9-CT/TW | Chỉ thị | 2023-05-04 | Bộ Chính trị',
    ],
    [
      'Căn cứ Nghị định số 146/2018/NĐ-CP của Chính phủ quy định chi tiết Luật;',
      '146/2018/NĐ-CP | Nghị định |  | Chính phủ',
    ],
    [
      'Thực hiện Nghị quyết số 28-NQ/TW ngày 23/5/2018 của Ban Chấp hành Trung ương Đảng khóa XII về cải cách;',
      '28-NQ/TW | Nghị quyết | 2018-05-23 | Ban Chấp hành Trung ương Đảng khóa XII',
    ],
    [
      'Thực hiện Chỉ thị số 25-CT/TW ngày 25/10/2023 của Ban Bí thư về y tế cơ sở;',
      '25-CT/TW | Chỉ thị | 2023-10-25 | Ban Bí thư',
    ],
    [
      'Căn cứ Kế hoạch số 88/KH-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Hà Giang phê duyệt lộ trình;',
      '88/KH-UBND | Kế hoạch | 2024-01-02 | Ủy ban nhân dân tỉnh Hà Giang',
    ],
    ['Căn cứ Nghị quyết số 5106/QĐ- của tỉnh;', '5106/QĐ- | Nghị quyết |  | '],
    ['Căn cứ Nghị quyết số 58/NQ-HDND ngày 08/12/2023;', '58/NQ-HĐND | Nghị quyết | 2023-12-08 | '],
    [
      'Theo đề nghị của Sở Y tế tại Tờ trình số 12/TTr-SYT ngày 01/3/2024;',
      '12/TTr-SYT | Tờ trình | 2024-03-01 | Sở Y tế',
    ],
    [
      'Căn cứ Công văn số 4521/BYT-BH ngày 01/3/2024 của Bộ Y tế;',
      '4521/BYT-BH | Công văn | 2024-03-01 | Bộ Y tế',
    ],
  ])('%s', (preamble, expected) => {
    expect(cited(preamble)).toEqual([expected]);
  });
});

test.each([
  'Căn cứ Luật Khám bệnh, chữa bệnh năm 2023;',
  'Thực hiện Đề án 06 và Nghị quyết Đại hội Đảng bộ tỉnh;',
  'Tỷ lệ 24/24 xã có bác sĩ; khám 15/20 thôn.',
  'Đường dây nóng 1900/9095 trực 24/7.',
])('%s cites none by number', (preamble) => {
  expect(cited(preamble)).toEqual([]);
});

describe('several citations', () => {
  test('issuers that are listed have each the documents of its symbol', () => {
    expect(
      cited(
        'Căn cứ Nghị quyết số 45/NQ-CP ngày 30/3/2021, Quyết định số 1331/QĐ-TTg ngày 24/7/2021 của Chính phủ, Thủ tướng Chính phủ; Kế hoạch số 9/KH-BYT;',
      ),
    ).toEqual([
      '45/NQ-CP | Nghị quyết | 2021-03-30 | Chính phủ',
      '1331/QĐ-TTg | Quyết định | 2021-07-24 | Thủ tướng Chính phủ',
      '9/KH-BYT | Kế hoạch |  | ',
    ]);
  });

  test('an issuer behind a list is everybody’s', () => {
    expect(
      cited(
        'Căn cứ Nghị quyết số 20/NQ-CP ngày 05/02/2024 và Nghị quyết số 31/NQ-CP ngày 07/3/2024 của Chính phủ về y tế;',
      ),
    ).toEqual([
      '20/NQ-CP | Nghị quyết | 2024-02-05 | Chính phủ',
      '31/NQ-CP | Nghị quyết | 2024-03-07 | Chính phủ',
    ]);
  });

  test('a type before a list is everybody’s', () => {
    expect(
      cited('Căn cứ các Quyết định số 11/QĐ-UBND ngày 05/02/2024, số 12/QĐ-UBND ngày 06/02/2024;'),
    ).toEqual(['11/QĐ-UBND | Quyết định | 2024-02-05 | ', '12/QĐ-UBND | Quyết định | 2024-02-06 | ']);
  });

  test('an issuer does not reach over to another document', () => {
    expect(
      cited(
        'Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ và Nghị quyết số 7/NQ-HĐND của Hội đồng nhân dân tỉnh;',
      ),
    ).toEqual([
      '90/QĐ-TTg | Quyết định | 2022-01-18 | Thủ tướng Chính phủ',
      '7/NQ-HĐND | Nghị quyết |  | Hội đồng nhân dân tỉnh',
    ]);
  });
});

test('a number cited in preamble and body is two, the bases first; mentions in one role are one', () => {
  const { citations } = factsOf({
    preamble: 'Căn cứ Nghị quyết số 20/NQ-CP; Nghị quyết số 20/NQ-CP ngày 05/02/2024 của Chính phủ;',
    body: 'I. NHIỆM VỤ\n1. Thực hiện Kế hoạch số 9/KH-BYT ngày 01/02/2024.\n2. Thực hiện Nghị quyết số 20/NQ-CP.',
  });
  expect(citations.map((citation) => `${citation.role} ${short(citation)}`)).toEqual([
    'basis 20/NQ-CP | Nghị quyết | 2024-02-05 | Chính phủ',
    'reference 9/KH-BYT | Kế hoạch | 2024-02-01 | ',
    'reference 20/NQ-CP | Nghị quyết | 2024-02-05 | Chính phủ',
  ]);
});

test('the plan does not cite itself', () => {
  expect(factsOf({ closing: 'Kèm theo Kế hoạch số 214/KH-UBND ngày 03/4/2024.' }).citations).toEqual([]);
});

test('a bare mention has the date and issuer of the full one', () => {
  const { citations } = factsOf({
    preamble: 'Thực hiện Chỉ thị số 23-CT/TW ngày 25/5/2023 của Ban Bí thư về an toàn giao thông;',
    body: 'I. MỤC ĐÍCH\nQuán triệt Chỉ thị số 23-CT/TW đến mọi đơn vị.',
  });
  expect(citations.map((citation) => `${short(citation)} | ${citation.role}`)).toEqual([
    '23-CT/TW | Chỉ thị | 2023-05-25 | Ban Bí thư | basis',
    '23-CT/TW | Chỉ thị | 2023-05-25 | Ban Bí thư | reference',
  ]);
});

test('a mention by another issuer is of another document', () => {
  const { citations } = factsOf({
    preamble: 'Thực hiện Kế hoạch số 05/KH-UBND ngày 12/01/2024 của UBND tỉnh về y tế cơ sở;',
    body: 'I. MỤC ĐÍCH\nCụ thể hóa Kế hoạch số 05/KH-UBND của UBND huyện Đồng Văn.',
  });
  expect(citations.map((citation) => `${short(citation)} | ${citation.role}`)).toEqual([
    '05/KH-UBND | Kế hoạch | 2024-01-12 | UBND tỉnh | basis',
    '05/KH-UBND | Kế hoạch |  | UBND huyện Đồng Văn | reference',
  ]);
});

test('the issuer at the end of a list is of no document whose symbol is another body’s', () => {
  expect(
    cited(
      'Căn cứ Nghị quyết số 201/2015/NQ-HĐND và Quyết định số 18/2016/QĐ-UBND ngày 24/3/2016 của UBND tỉnh;',
    ),
  ).toEqual(['201/2015/NQ-HĐND | Nghị quyết |  | ', '18/2016/QĐ-UBND | Quyết định | 2016-03-24 | UBND tỉnh']);
});

test('tables cite in document order, each document once, never the plan itself', () => {
  const { facts, evidence } = extractionOf({
    preamble: 'Căn cứ Quyết định số 66/2018/QĐ-UBND ngày 28/12/2018 của UBND tỉnh về đơn giá;',
    body: [
      'I. MỤC ĐÍCH',
      'Thực hiện Kế hoạch số 9/KH-BYT ngày 01/02/2024.',
      'TT\tNội dung\tCăn cứ\tTiền',
      '1\tVùng nuôi (theo Quyết định số 66/2018/QĐ-UBND ngày 28/12/2018)\tKế hoạch số 214/KH-UBND\t5',
      '2\tSàn thương mại\tQuyết định số 1968/QĐ-TTg ngày 22/11/2021 của Thủ tướng Chính phủ\t7',
      '3\tVùng nuôi khác\tQuyết định số 66/2018/QĐ-UBND\t7',
      'II. NHIỆM VỤ',
      'Thực hiện Kế hoạch số 11/KH-BYT ngày 05/02/2024.',
    ].join('\n'),
  });
  expect(facts.citations.map(({ number, role }) => `${role} ${number}`)).toEqual([
    'basis 66/2018/QĐ-UBND',
    'reference 9/KH-BYT',
    'reference 66/2018/QĐ-UBND',
    'reference 1968/QĐ-TTg',
    'reference 11/KH-BYT',
  ]);
  expect(evidence['/citations/3/number']?.quote).toBe('1968/QĐ-TTg');
  expect(evidence['/citations/3/issuer']?.quote).toBe('Thủ tướng Chính phủ');
});

test('several documents of one day, and a type by its abbreviation', () => {
  expect(
    cited('Theo Kế hoạch số 56/KH-BYT, Công văn số 99/BYT-DP cùng ngày 12/12/2025 của Bộ Y tế;'),
  ).toEqual(['56/KH-BYT | Kế hoạch | 2025-12-12 | Bộ Y tế', '99/BYT-DP | Công văn | 2025-12-12 | Bộ Y tế']);
  expect(cited('Theo QĐ số 749/QĐ-TTg ngày 03/6/2020 của Chính phủ và NQ số 57-NQ/TW;')).toEqual([
    '749/QĐ-TTg | Quyết định | 2020-06-03 | Chính phủ',
    '57-NQ/TW | Nghị quyết |  | ',
  ]);
});
