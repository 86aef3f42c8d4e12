import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/plan/record.ts';
import { extractionOf, factsOf } from './plan.ts';

const targetsIn = (sentence: string, heading = 'II. CHỈ TIÊU'): Target[] =>
  factsOf({
    body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\n${heading}\n1. ${sentence}\nIII. KINH PHÍ\nNgân sách tỉnh.`,
  }).targets;

describe('relation and value', () => {
  test.each<[string, Target['relation'], number]>([
    ['Tỷ lệ bao phủ BHYT đạt 95,5%.', '=', 95.5],
    ['Tỷ lệ bao phủ BHYT đạt trên 95%.', '>', 95],
    ['Tỷ lệ bao phủ BHYT đạt từ 95% trở lên.', '>=', 95],
    ['Tỷ lệ bao phủ BHYT đạt ít nhất 95%.', '>=', 95],
    ['Tỷ lệ bao phủ BHYT tối thiểu 95%.', '>=', 95],
    ['Tỷ lệ bao phủ BHYT không dưới 95%.', '>=', 95],
    ['Tỷ lệ bao phủ BHYT đạt ≥ 95%.', '>=', 95],
    ['Tỷ lệ bao phủ BHYT: ≥ 95%.', '>=', 95],
    ['Tỷ lệ bao phủ BHYT: ít nhất >=95%.', '>=', 95],
    ['Tỷ lệ suy dinh dưỡng: < 15%.', '<', 15],
    ['Tỷ lệ suy dinh dưỡng dưới 15%.', '<', 15],
    ['Tỷ lệ suy dinh dưỡng không quá 15%.', '<=', 15],
    ['Tỷ lệ suy dinh dưỡng tối đa 15%.', '<=', 15],
    ['Tỷ lệ suy dinh dưỡng còn 15% trở xuống.', '<=', 15],
    ['Tỷ lệ bao phủ BHYT vượt 95%.', '>', 95],
    ['Tỷ lệ tảo hôn 4%.', '=', 4],
    ['Tỷ lệ vụ tai nạn do đuối 4%.', '=', 4],
  ])('%s', (sentence, relation, value) => {
    expect(targetsIn(sentence)).toMatchObject([
      { relation, value, measure: 'share', unit: '%', change: null },
    ]);
  });
});

describe('change', () => {
  test.each<[string, Target['change'], number]>([
    ['Số người tham gia BHXH tự nguyện tăng thêm 5.000 người.', 'increase', 5000],
    ['Số người tham gia BHXH tự nguyện tăng ít nhất 20%.', 'increase', 20],
    ['Tỷ lệ hộ nghèo giảm 3%.', 'decrease', 3],
    ['Tỷ lệ hộ nghèo giảm bình quân 3%/năm.', 'decrease', 3],
    ['Tỷ lệ hộ nghèo giảm còn 3%.', null, 3],
    ['Tỷ lệ hộ nghèo giảm xuống còn 3%.', null, 3],
    ['Giảm tỷ lệ hộ nghèo từ 12,5% xuống còn 9,8%.', null, 9.8],
    ['Nâng tỷ lệ bao phủ BHYT lên 97%.', null, 97],
    ['Giảm tỷ lệ hộ nghèo dưới 2% vào năm 2024.', null, 2],
    ['Giảm tổn thất điện năng toàn huyện dưới mức 5%.', null, 5],
    ['Tăng tỷ trọng dịch vụ đến năm 2024 đạt khoảng 55%.', null, 55],
    ['Duy trì mức giảm số vụ tảo hôn 2% hằng năm.', 'decrease', 2],
  ])('%s', (sentence, change, value) => {
    expect(targetsIn(sentence)).toMatchObject([{ change, value }]);
  });
});

test.each<[string, Target['change'][]]>([
  ['Giảm 5% số vụ cháy, 95% hộ kinh doanh được kiểm tra.', ['decrease', null]],
  ['Giảm 20% số trẻ em bị đuối nước, 1.500 hộ gia đình đạt tiêu chuẩn ngôi nhà an toàn.', ['decrease', null]],
  [
    'Giảm 10% số vụ tai nạn, 15% số người chết và 12% số người bị thương.',
    ['decrease', 'decrease', 'decrease'],
  ],
])('what is told of others beside a change is none: %s', (sentence, changes) => {
  expect(targetsIn(sentence).map(({ change }) => change)).toEqual(changes);
});

test.each<[string, Partial<Target>[]]>([
  [
    'Giảm tỷ lệ trẻ em thấp còi xuống dưới 15% vào năm 2025 và xuống 10% vào năm 2030.',
    [
      { relation: '<', value: 15, due: '2025' },
      { relation: '=', value: 10, due: '2030' },
    ],
  ],
  [
    'Năng suất lúa tăng 1,2 lần, tới năm 2030 tăng 1,4 lần.',
    [
      { measure: 'ratio', change: 'increase', unit: 'lần' },
      { measure: 'ratio', change: 'increase', unit: 'lần' },
    ],
  ],
  [
    'Xây dựng ít nhất 20% xã đạt chuẩn an toàn và phấn đấu cuối năm 2030 tối thiểu 50%.',
    [
      { value: 20, due: '2024' },
      { value: 50, due: '2030' },
    ],
  ],
  ['Tỷ lệ nợ quá hạn giữ dưới mức 0,05%.', [{ relation: '<', value: 0.05 }]],
  [
    'Mỗi xã xây dựng ít nhất 01 mô hình phòng, chống ma túy/năm.',
    [{ measure: 'frequency', unit: 'mô hình/năm', relation: '>=' }],
  ],
])('bounds, times and measures of several figures: %s', (sentence, expected) => {
  expect(targetsIn(sentence)).toMatchObject(expected);
});

test('what is done so many times is the label, whatever the sentence begins with', () => {
  const [target] = targetsIn(
    'Tiếp tục triển khai phong trào thi đua xây dựng nông thôn mới trên Đài Phát thanh tỉnh, duy trì chuyên mục về nông thôn mới, phát sóng tối thiểu 02 lần/tháng.',
    'III. NHIỆM VỤ VÀ GIẢI PHÁP',
  );
  expect(target).toMatchObject({ label: 'phát sóng', measure: 'frequency', value: 2 });
});

/** What a test compares of each target, in one line. */
const inOneLine = ({ label, group, measure, relation, value, unit, of, change, due }: Target): string =>
  [label, group, measure, `${relation}${value}`, unit, of, change, due].map((part) => part ?? '').join(' | ');

describe('what a list of figures is about', () => {
  test.each<[string, string[]]>([
    [
      'Tốc độ tăng giá trị sản xuất (giá so sánh năm 2010) đạt 9%, trong đó thủy sản tăng 4%.',
      [
        'Tốc độ tăng giá trị sản xuất (giá so sánh năm 2010) |  | share | =9 | % |  |  | 2024',
        'thủy sản |  | share | =4 | % |  | increase | 2024',
      ],
    ],
    [
      'Diện tích nhà ở bình quân giai đoạn 2021-2025 đạt khoảng 27,5 m2 sàn/người, giai đoạn 2026-2030 đạt khoảng 31 m2 sàn/người.',
      [
        'Diện tích nhà ở bình quân |  | ratio | =27.5 | m2 sàn/người |  |  | 2021/2025',
        'Diện tích nhà ở bình quân |  | ratio | =31 | m2 sàn/người |  |  | 2026/2030',
      ],
    ],
    [
      'Hoàn thành 800 căn nhà ở xã hội đến năm 2030, trong đó giai đoạn 2024 - 2025 hoàn thành 250 căn, giai đoạn 2026 - 2030 hoàn thành 550 căn.',
      [
        'căn nhà ở xã hội |  | count | =800 | căn |  |  | 2030',
        'căn nhà ở xã hội |  | count | =250 | căn |  |  | 2024/2025',
        'căn nhà ở xã hội |  | count | =550 | căn |  |  | 2026/2030',
      ],
    ],
    [
      'Tỷ lệ huy động đến lớp đạt 35% trẻ em trong độ tuổi nhà trẻ và 96% trẻ em trong độ tuổi mẫu giáo.',
      [
        'Tỷ lệ huy động đến lớp | trẻ em trong độ tuổi nhà trẻ | share | =35 | % | group |  | 2024',
        'Tỷ lệ huy động đến lớp | trẻ em trong độ tuổi mẫu giáo | share | =96 | % | group |  | 2024',
      ],
    ],
    [
      'Tỷ lệ trẻ ra lớp đạt: thấp nhất là 28% đối với trẻ nhà trẻ, 95% đối với trẻ mẫu giáo.',
      [
        'Tỷ lệ trẻ ra lớp | trẻ nhà trẻ | share | >=28 | % | group |  | 2024',
        'Tỷ lệ trẻ ra lớp | trẻ mẫu giáo | share | >=95 | % | group |  | 2024',
      ],
    ],
    [
      'Tổng sản lượng thịt hơi các loại 12.500 tấn, tăng 5% so với năm 2023.',
      [
        'Tổng sản lượng thịt hơi các loại |  | count | =12500 | tấn |  |  | 2024',
        'Tổng sản lượng thịt hơi các loại |  | share | =5 | % | other | increase | 2024',
      ],
    ],
    [
      'Có thêm ít nhất 06 xã được công nhận đạt chuẩn.',
      ['xã được công nhận đạt chuẩn |  | count | >=6 | xã |  | increase | 2024'],
    ],
    [
      'Số tiêu chí đạt 14,2 tiêu chí/xã; số xã đạt dưới 8 tiêu chí giảm xuống còn không quá 04 xã.',
      [
        'Số tiêu chí |  | ratio | =14.2 | tiêu chí/xã |  |  | 2024',
        'số xã đạt dưới 8 tiêu chí |  | count | <=4 | xã |  |  | 2024',
      ],
    ],
    [
      'Tỷ lệ hộ nghèo giảm từ 2% trở lên, còn dưới 7,5%.',
      [
        'Tỷ lệ hộ nghèo |  | share | >=2 | % |  | decrease | 2024',
        'Tỷ lệ hộ nghèo |  | share | <7.5 | % |  |  | 2024',
      ],
    ],
    [
      'Công nhận 40 thôn, làng vùng đồng bào DTTS đạt chuẩn NTM, nâng tổng số lên 169 thôn, làng.',
      [
        'thôn, làng vùng đồng bào DTTS đạt chuẩn NTM | vùng đồng bào DTTS | count | =40 | thôn, làng |  |  | 2024',
        'thôn, làng vùng đồng bào DTTS đạt chuẩn NTM | vùng đồng bào DTTS | count | =169 | thôn, làng |  |  | 2024',
      ],
    ],
    [
      'Đào tạo nghề cho 20.000 người, trong đó: trình độ trung cấp 5.000 người, trình độ sơ cấp 15.000 người.',
      [
        'Đào tạo nghề |  | count | =20000 | người |  |  | 2024',
        'trình độ trung cấp |  | count | =5000 | người |  |  | 2024',
        'trình độ sơ cấp |  | count | =15000 | người |  |  | 2024',
      ],
    ],
    [
      'Tỷ lệ bao phủ BHYT đạt 95,5% dân số, tương ứng 314.600 người; phấn đấu đến năm 2028 đạt trên 98% dân số.',
      [
        'Tỷ lệ bao phủ BHYT |  | share | =95.5 | % | population |  | 2024',
        'BHYT |  | count | =314600 | người |  |  | 2024',
        'Tỷ lệ bao phủ BHYT |  | share | >98 | % | population |  | 2028',
      ],
    ],
    [
      'Vận động xã hội hóa tặng ít nhất 800 thẻ BHYT và 150 sổ BHXH.',
      ['thẻ BHYT |  | count | >=800 | thẻ |  |  | 2024', 'sổ BHXH |  | count | >=150 | sổ |  |  | 2024'],
    ],
    [
      'Bình quân mỗi khu phố vận động tăng thêm từ 10 đến 15 người tham gia BHXH tự nguyện.',
      [
        'người tham gia BHXH tự nguyện | mỗi khu phố | count | >=10 | người |  | increase | 2024',
        'người tham gia BHXH tự nguyện | mỗi khu phố | count | <=15 | người |  | increase | 2024',
      ],
    ],
    [
      'Tổ chức phát sóng ít nhất 2 lần/tháng trên Đài Phát thanh và Truyền hình tỉnh; thời gian giải quyết hồ sơ còn 02 ngày làm việc.',
      [
        'phát sóng |  | frequency | >=2 | lần/tháng |  |  | 2024',
        'thời gian giải quyết hồ sơ |  | count | =2 | ngày làm việc |  |  | 2024',
      ],
    ],
    [
      'Tỷ lệ số tiền chậm đóng BHXH dưới 2,1% số phải thu và thấp hơn tỷ lệ bình quân chung của tỉnh.',
      [
        'Tỷ lệ số tiền chậm đóng BHXH |  | share | <2.1 | % | receivable |  | 2024',
        'Tỷ lệ số tiền chậm đóng BHXH |  | share | <null |  |  |  | 2024',
      ],
    ],
    [
      'Thời gian chờ tại bộ phận một cửa không quá 20 phút/lượt; thời gian sống khỏe mạnh tối thiểu 66 năm.',
      [
        'Thời gian chờ tại bộ phận một cửa |  | ratio | <=20 | phút/lượt |  |  | 2024',
        'thời gian sống khỏe mạnh |  | count | >=66 | năm |  |  | 2024',
      ],
    ],
    [
      'Đến ngày 30/6/2024, tỷ lệ hồ sơ nộp trực tuyến đạt 60%, đến hết năm đạt trên 80%.',
      [
        'tỷ lệ hồ sơ nộp trực tuyến | hồ sơ | share | =60 | % | group |  | 2024-06-30',
        'tỷ lệ hồ sơ nộp trực tuyến | hồ sơ | share | >80 | % | group |  | 2024',
      ],
    ],
    [
      'Giai đoạn 2026 - 2030: tăng trưởng GRDP từ 10%/năm trở lên. Đến năm 2030, quy mô GRDP đạt 44 tỷ USD; GRDP bình quân đầu người đạt 9.200 USD.',
      [
        'tăng trưởng GRDP |  | share | >=10 | %/năm |  |  | 2026/2030',
        'quy mô GRDP |  | amount | =44000000000 | USD |  |  | 2030',
        'GRDP bình quân đầu người |  | amount | =9200 | USD |  |  | 2030',
      ],
    ],
    [
      'Kinh tế tư nhân đóng góp khoảng 55 - 58% GRDP.',
      [
        'Kinh tế tư nhân đóng góp |  | share | >=55 | % | other |  | 2024',
        'Kinh tế tư nhân đóng góp |  | share | <=58 | % | other |  | 2024',
      ],
    ],
    [
      'Giá trị xuất khẩu đạt 400 triệu USD, tăng bình quân hằng năm trong giai đoạn này đạt 10%.',
      [
        'Giá trị xuất khẩu |  | amount | =400000000 | USD |  |  | 2024',
        'Giá trị xuất khẩu |  | share | =10 | %/năm |  | increase | 2024',
      ],
    ],
    [
      'Phấn đấu tăng trưởng doanh thu khoảng trên 10%, góp phần hoàn thành kế hoạch chung.',
      ['tăng trưởng doanh thu |  | share | >10 | % |  |  | 2024'],
    ],
    [
      '100% cơ quan, tổ chức thuộc tỉnh được đánh giá hoàn thành nhiệm vụ, trong đó ít nhất 70% hoàn thành tốt.',
      [
        'cơ quan, tổ chức thuộc tỉnh được đánh giá hoàn thành nhiệm vụ | cơ quan, tổ chức thuộc tỉnh | share | =100 | % | group |  | 2024',
        'hoàn thành tốt | cơ quan, tổ chức thuộc tỉnh | share | >=70 | % | group |  | 2024',
      ],
    ],
    [
      'Năng lượng sơ cấp đạt khoảng 150 triệu tấn dầu quy đổi.',
      ['Năng lượng sơ cấp |  | count | =150000000 | tấn dầu quy đổi |  |  | 2024'],
    ],
    ['Toàn tỉnh có 1.200 công trình.', ['công trình |  | count | =1200 | công trình |  |  | 2024']],
    [
      'Nhập khẩu khí khoảng 15 - 20 triệu m3 vào năm 2030 và khoảng 10 - 12 triệu m3 vào năm 2045.',
      [
        'Nhập khẩu khí |  | count | >=15000000 | m3 |  |  | 2030',
        'Nhập khẩu khí |  | count | <=20000000 | m3 |  |  | 2030',
        'Nhập khẩu khí |  | count | >=10000000 | m3 |  |  | 2045',
        'Nhập khẩu khí |  | count | <=12000000 | m3 |  |  | 2045',
      ],
    ],
    [
      'Tỷ lệ xã đạt tiêu chuẩn nông thôn mới tối thiểu 80%.',
      ['Tỷ lệ xã đạt tiêu chuẩn nông thôn mới | xã | share | >=80 | % | group |  | 2024'],
    ],
    [
      'Tăng trưởng GRDP bình quân đạt 9%/năm giai đoạn 2026 - 2030.',
      ['Tăng trưởng GRDP bình quân |  | share | =9 | %/năm |  |  | 2026/2030'],
    ],
    [
      'Xây dựng kịch bản Quý IV/2026 để tỷ lệ giải ngân đạt trên 95% năm 2026.',
      ['tỷ lệ giải ngân |  | share | >95 | % |  |  | 2026'],
    ],
    [
      'GRDP tăng 9%, tốc độ tăng kim ngạch xuất khẩu là 13%.',
      [
        'GRDP |  | share | =9 | % |  | increase | 2024',
        'tốc độ tăng kim ngạch xuất khẩu |  | share | =13 | % |  |  | 2024',
      ],
    ],
    [
      'Tổng vốn đầu tư toàn xã hội khoảng 248.500-255.000 tỷ đồng, bằng 36% GRDP.',
      [
        'Tổng vốn đầu tư toàn xã hội |  | amount | >=248500000000000 | đồng |  |  | 2024',
        'Tổng vốn đầu tư toàn xã hội |  | amount | <=255000000000000 | đồng |  |  | 2024',
        'Tổng vốn đầu tư toàn xã hội |  | share | =36 | % | other |  | 2024',
      ],
    ],
    [
      'Tăng trưởng kinh tế cả năm 2025 đạt trên 8% và năm 2026 từ 10% trở lên.',
      [
        'Tăng trưởng kinh tế |  | share | >8 | % |  |  | 2025',
        'Tăng trưởng kinh tế |  | share | >=10 | % |  |  | 2026',
      ],
    ],
    [
      'Năng suất lúa đạt 62,5 tạ/ha; diện tích sàn nhà ở nông thôn 28 m2 sàn/người.',
      [
        'Năng suất lúa |  | ratio | =62.5 | tạ/ha |  |  | 2024',
        'diện tích sàn nhà ở nông thôn |  | ratio | =28 | m2 sàn/người |  |  | 2024',
      ],
    ],
    [
      'Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 150 triệu đồng.',
      ['Giá trị sản phẩm trên 1 ha đất trồng trọt |  | amount | =150000000 | đồng |  |  | 2024'],
    ],
    [
      'Số bác sĩ/vạn dân đạt 12 bác sĩ.',
      ['Số bác sĩ/vạn dân |  | ratio | =12 | bác sĩ/vạn dân |  |  | 2024'],
    ],
    ['Mỗi xã có ít nhất 02 mô hình.', ['mô hình | Mỗi xã | count | >=2 | mô hình |  |  | 2024']],
    ['Thực hiện 08 nhóm nhiệm vụ, giải pháp trọng tâm sau:', []],
    [
      'Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều giảm 1,5% so với năm 2023 (từ 3,2% xuống còn 1,7%).',
      [
        'Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều |  | share | =1.5 | % | other | decrease | 2024',
        'Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều |  | share | =1.7 | % |  |  | 2024',
      ],
    ],
    [
      'Có 15 sản phẩm OCOP được công nhận, lũy kế đến năm 2030 có 350 sản phẩm OCOP, trong đó ít nhất 10 sản phẩm 5 sao.',
      [
        'sản phẩm OCOP được công nhận |  | count | =15 | sản phẩm |  |  | 2024',
        'sản phẩm OCOP |  | count | =350 | sản phẩm |  |  | 2030',
        'sản phẩm 5 sao |  | count | >=10 | sản phẩm |  |  | 2030',
      ],
    ],
    [
      'Tỷ lệ người dân từ 18 tuổi trở lên có tài khoản thanh toán đạt 90%.',
      [
        'Tỷ lệ người dân từ 18 tuổi trở lên có tài khoản thanh toán | người dân từ 18 tuổi trở lên | share | =90 | % | group |  | 2024',
      ],
    ],
    [
      'Tổ chức 04 lớp tập huấn cho 200 lượt cán bộ; phát 10.000 tờ rơi.',
      [
        'lớp tập huấn |  | count | =4 | lớp |  |  | 2024',
        'lượt cán bộ | cán bộ | count | =200 | lượt |  |  | 2024',
        'tờ rơi |  | count | =10000 | tờ rơi |  |  | 2024',
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(targetsIn(sentence).map(inOneLine)).toEqual(expected);
  });
});

describe('figures in tasks', () => {
  test.each<[string, string[]]>([
    [
      'Tổ chức 06 hội nghị khách hàng, trong đó 04 hội nghị ở các xã vùng cao.',
      [
        'hội nghị khách hàng |  | count | =6 | hội nghị |  |  | 2024',
        'hội nghị khách hàng |  | count | =4 | hội nghị |  |  | 2024',
      ],
    ],
    [
      'Huy động 2.800 tỷ đồng vốn đầu tư, gồm: vốn ngân sách nhà nước 500 tỷ đồng; vốn doanh nghiệp 2.300 tỷ đồng.',
      [
        'vốn đầu tư |  | amount | =2800000000000 | đồng |  |  | 2024',
        'vốn ngân sách nhà nước |  | amount | =500000000000 | đồng |  |  | 2024',
        'vốn doanh nghiệp |  | amount | =2300000000000 | đồng |  |  | 2024',
      ],
    ],
    [
      'Mở 08 lớp tập huấn với khoảng 640 lượt người dự, xong trước ngày 31/3/2024.',
      [
        'lớp tập huấn |  | count | =8 | lớp |  |  | 2024-03-31',
        'lượt người dự |  | count | =640 | lượt người |  |  | 2024-03-31',
      ],
    ],
    [
      'Nâng quy mô tiếp nhận học viên lên 1.400 học viên.',
      ['quy mô tiếp nhận học viên |  | count | =1400 | học viên |  |  | 2024'],
    ],
    [
      'Giảm số điểm trường lẻ từ 912 xuống còn 860 điểm trường.',
      ['số điểm trường lẻ |  | count | =860 | điểm trường |  |  | 2024'],
    ],
    [
      'Đến năm 2024, 85% công nhân vận hành có chứng chỉ nghề.',
      ['công nhân vận hành có chứng chỉ nghề | công nhân vận hành | share | =85 | % | group |  | 2024'],
    ],
    ['Mỗi ấp có 01 tổ tư vấn cộng đồng.', ['tổ tư vấn cộng đồng | Mỗi ấp | count | =1 | tổ |  |  | 2024']],
    [
      'Phấn đấu tổng diện tích giải phóng mặt bằng đạt 46 ha.',
      ['tổng diện tích giải phóng mặt bằng |  | count | =46 | ha |  |  | 2024'],
    ],
    [
      'Vận động các tổ chức, doanh nghiệp, nhà hảo tâm đóng góp tối thiểu 450 triệu đồng.',
      ['các tổ chức, doanh nghiệp, nhà hảo tâm đóng góp |  | amount | >=450000000 | đồng |  |  | 2024'],
    ],
    [
      'Thành lập mới 67 “Tổ liên gia an toàn PCCC”, 60 “Điểm chữa cháy công cộng”.',
      [
        '“Tổ liên gia an toàn PCCC” |  | count | =67 | tổ |  |  | 2024',
        '“Điểm chữa cháy công cộng” |  | count | =60 | điểm |  |  | 2024',
      ],
    ],
    ['Xóa dứt điểm 12 điểm tồn lưu rác.', ['điểm tồn lưu rác |  | count | =12 | điểm |  |  | 2024']],
    [
      'Nạo vét 100 tuyến kênh, tổng chiều dài 84,2 km, hoàn thành trước ngày 30/4/2024 (chi tiết tại Phụ lục).',
      [
        'tuyến kênh |  | count | =100 | tuyến |  |  | 2024-04-30',
        'tổng chiều dài |  | count | =84.2 | km |  |  | 2024-04-30',
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(targetsIn(sentence, 'III. NHIỆM VỤ VÀ GIẢI PHÁP').map(inOneLine)).toEqual(expected);
  });
});

test.each([
  '95% hộ dân trên địa bàn huyện đã được sử dụng nước sạch.',
  'Các kết quả đạt được 95% so với yêu cầu.',
])('what was reached before is no target: %s', (sentence) => {
  expect(targetsIn(sentence, 'III. NHIỆM VỤ VÀ GIẢI PHÁP')).toEqual([]);
});

test('a share that opens a sentence on a task is one', () => {
  expect(
    targetsIn('95% hộ dân được sử dụng nước sạch.', 'III. NHIỆM VỤ VÀ GIẢI PHÁP').map(inOneLine),
  ).toEqual(['hộ dân được sử dụng nước sạch | hộ dân | share | =95 | % | group |  | 2024']);
});

describe('figures of parts, levels and changes', () => {
  test.each<[string, string[]]>([
    [
      'Rút ngắn thời gian giải quyết hồ sơ từ 20 ngày xuống còn 14 ngày làm việc.',
      ['thời gian giải quyết hồ sơ |  | count | =14 | ngày làm việc |  |  | 2024'],
    ],
    [
      'Số vụ vi phạm bị xử lý tăng từ 10% đến 15% so với năm 2023.',
      [
        'Số vụ vi phạm bị xử lý | vụ vi phạm | share | >=10 | % | other | increase | 2024',
        'Số vụ vi phạm bị xử lý | vụ vi phạm | share | <=15 | % | other | increase | 2024',
      ],
    ],
    [
      'Tuyển sinh 2.650 người, trong đó: trình độ trung cấp 470 người, đào tạo dưới 03 tháng 2.000 người.',
      [
        'người |  | count | =2650 | người |  |  | 2024',
        'trình độ trung cấp |  | count | =470 | người |  |  | 2024',
        'đào tạo dưới 03 tháng |  | count | =2000 | người |  |  | 2024',
      ],
    ],
    [
      'Đến hết quý II/2024, số thu lũy kế phấn đấu đạt khoảng 44% chỉ tiêu cả năm.',
      ['số thu lũy kế |  | share | =44 | % | plan |  | 2024-34'],
    ],
    [
      'Số ca tử vong do tai nạn giao thông giảm 30% so với năm 2023, còn không quá 28 ca.',
      [
        'Số ca tử vong do tai nạn giao thông |  | share | =30 | % | other | decrease | 2024',
        'Số ca tử vong do tai nạn giao thông |  | count | <=28 | ca |  |  | 2024',
      ],
    ],
    [
      'Chuyên mục “Sống khỏe” phát sóng 02 số/tháng.',
      ['Chuyên mục “Sống khỏe” phát sóng |  | frequency | =2 | số/tháng |  |  | 2024'],
    ],
    [
      '100% thôn có đội dân phòng được trang bị phương tiện.',
      ['thôn có đội dân phòng được trang bị phương tiện | thôn | share | =100 | % | group |  | 2024'],
    ],
    [
      'Tỷ lệ người nhiễm HIV biết được tình trạng nhiễm của mình đạt 95%.',
      [
        'Tỷ lệ người nhiễm HIV biết được tình trạng nhiễm của mình | người nhiễm HIV | share | =95 | % | group |  | 2024',
      ],
    ],
    [
      '100% phụ nữ mang thai được xét nghiệm HIV, 98% được xét nghiệm trong ba tháng đầu thai kỳ.',
      [
        'phụ nữ mang thai được xét nghiệm HIV | phụ nữ mang thai | share | =100 | % | group |  | 2024',
        'được xét nghiệm trong ba tháng đầu thai kỳ | phụ nữ mang thai | share | =98 | % | group |  | 2024',
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(targetsIn(sentence).map(inOneLine)).toEqual(expected);
  });
});

describe('a figure that says which are counted', () => {
  test.each<[string, Target['change'], number]>([
    ['Số xã có tỷ lệ tiêm chủng dưới 90% giảm ít nhất 20%.', 'decrease', 20],
    ['Số trường có tỷ lệ chuyên cần trên 95% đạt 12 trường.', null, 12],
    ['Giảm số xã đạt dưới 10 tiêu chí xuống còn 12 xã.', null, 12],
    ['Số xã dưới 15 tiêu chí còn 8 xã.', null, 8],
    ['Độ che phủ rừng 5 huyện miền núi là 60%.', null, 60],
  ])('%s', (sentence, change, value) => {
    expect(targetsIn(sentence)).toMatchObject([{ change, value }]);
  });
});

test('how many of those there are that are to be made better is no target', () => {
  expect(
    targetsIn('Nâng cao chất lượng hoạt động của các câu lạc bộ dân ca (320 câu lạc bộ; 45 đội văn nghệ).'),
  ).toEqual([]);
});

describe('whom a target is about', () => {
  test.each<[string, (string | null)[]]>([
    ['Trên 90% nhà ăn có tủ lưu mẫu (đối với nhà ăn trường học là 98%).', ['nhà ăn', 'nhà ăn trường học']],
    ['Giảm 12% số vụ trộm vào năm 2025 và giảm 25% vào năm 2030 so với năm 2022.', [null, null]],
    ['Tỷ lệ hộ nghèo khu vực nông thôn giảm còn 2,5%.', ['khu vực nông thôn']],
    ['Tỷ suất tử vong trẻ em dưới 5 tuổi còn 18,5‰.', ['trẻ em dưới 5 tuổi']],
    ['Tỷ lệ hài lòng của người bệnh BHYT đạt 92%.', ['người bệnh BHYT']],
    ['100% người cao tuổi từ đủ 65 tuổi được cấp thẻ BHYT.', ['người cao tuổi từ đủ 65 tuổi']],
    ['Tỷ lệ trường mầm non, phổ thông đạt chuẩn quốc gia là 90%.', ['trường mầm non, phổ thông']],
    ['Tỷ lệ trường đạt chuẩn quốc gia là 90%.', ['trường']],
    ['Tỷ lệ phụ nữ có thai được khám thai đạt 95%.', ['phụ nữ có thai']],
    ['100% học sinh tiểu học được học 2 buổi/ngày.', ['học sinh tiểu học']],
    [
      'Mỗi tổ hỗ trợ khởi nghiệp cộng đồng tổ chức ít nhất 02 buổi hướng dẫn/tháng.',
      ['Mỗi tổ hỗ trợ khởi nghiệp cộng đồng'],
    ],
  ])('%s', (sentence, groups) => {
    expect(targetsIn(sentence).map(({ group }) => group)).toEqual(groups);
  });
});

test('means within a chapter of targets are targets, elsewhere they are money unless they are to be raised', () => {
  const means = (chapter: string, sentence: string): number =>
    factsOf({ body: `I. ${chapter}\n1. Nguồn lực\n- ${sentence}` }).targets.length;
  const raised = 'Huy động ít nhất 35,4 tỷ đồng từ xã hội hóa.';
  const spent = 'Nguồn xã hội hóa đạt 35,4 tỷ đồng.';
  expect([means('CHỈ TIÊU CỤ THỂ', raised), means('TỔ CHỨC THỰC HIỆN', raised)]).toEqual([1, 1]);
  expect([means('CHỈ TIÊU CỤ THỂ', spent), means('TỔ CHỨC THỰC HIỆN', spent)]).toEqual([1, 0]);
});

describe('measure and unit', () => {
  test.each<[string, Target['measure'], string, number]>([
    ['Số người tham gia BHYT là 812.500 người.', 'count', 'người', 812500],
    ['Trồng mới 120 ha cây dược liệu.', 'count', 'ha', 120],
    ['Số thu BHXH đạt 46,8 tỷ đồng.', 'amount', 'đồng', 46800000000],
    ['Số thu BHXH đạt 850 triệu đồng.', 'amount', 'đồng', 850000000],
    ['Tổng mức bán lẻ hàng hóa đạt 354 nghìn tỷ đồng.', 'amount', 'đồng', 354e12],
    ['Dư nợ tín dụng đạt 1,2 triệu tỷ đồng.', 'amount', 'đồng', 1.2e15],
    ['Thu nhập bình quân đạt 2.500.000 đồng.', 'amount', 'đồng', 2500000],
    ['Đạt 12 bác sĩ/10.000 dân.', 'ratio', 'bác sĩ/10.000 dân', 12],
    ['Mỗi trạm y tế tổ chức ít nhất 02 buổi truyền thông/tháng.', 'frequency', 'buổi/tháng', 2],
    ['Hằng quý tổ chức ít nhất 01 hội nghị tư vấn.', 'frequency', 'hội nghị/quý', 1],
    ['Tốc độ tăng dân số 0,9%/năm.', 'share', '%/năm', 0.9],
  ])('%s', (sentence, measure, unit, value) => {
    expect(targetsIn(sentence)).toMatchObject([{ measure, unit, value }]);
  });
});

describe('base of a share', () => {
  test.each<[string, Target['of']]>([
    ['Tỷ lệ người tham gia BHYT đạt 95% dân số.', 'population'],
    ['Số người tham gia BHXH đạt 40% lực lượng lao động.', 'labour-force'],
    ['Số tiền chậm đóng dưới 2,5% số phải thu.', 'receivable'],
    ['Vận động 100% học sinh tham gia BHYT.', 'group'],
    ['Tỷ lệ bao phủ BHYT đạt 95%.', null],
    ['Mức độ hài lòng của người dân, doanh nghiệp đạt 95%.', null],
    ['Tỷ lệ hài lòng của người bệnh đạt 95%.', 'group'],
    ['Tỷ lệ nữ tham gia cấp ủy đạt 25%.', null],
    ['Tỷ lệ tử vong/mắc dưới 0,09%.', 'other'],
    ['Giảm ít nhất 15% số tiền thiệt hại do cháy so với năm 2023.', 'other'],
  ])('%s', (sentence, of) => {
    expect(targetsIn(sentence)).toMatchObject([{ of }]);
  });
});

describe('indicator, label and group', () => {
  test.each<[string, string | null, string, string | null]>([
    ['Số người tham gia BHYT là 812.500 người.', 'bhyt', 'Số người tham gia BHYT', null],
    ['Tỷ lệ hộ nghèo còn 3%.', 'ho-ngheo', 'Tỷ lệ hộ nghèo', null],
    ['Phấn đấu tỷ lệ hộ nghèo còn 3%.', 'ho-ngheo', 'tỷ lệ hộ nghèo', null],
    ['Đến hết năm 2024, tỷ lệ hộ nghèo còn 3%.', 'ho-ngheo', 'tỷ lệ hộ nghèo', null],
    [
      'Bảo đảm 100% học sinh, sinh viên tham gia BHYT.',
      'bhyt',
      'học sinh, sinh viên tham gia BHYT',
      'học sinh, sinh viên',
    ],
    ['Số cây cổ thụ được gắn biển là 35 cây.', null, 'Số cây cổ thụ được gắn biển', null],
    [
      'Số người tham gia BHYT hộ gia đình là 12.500 người.',
      'bhyt',
      'Số người tham gia BHYT hộ gia đình',
      'hộ gia đình',
    ],
    [
      'Tặng 500 thẻ BHYT cho người có hoàn cảnh khó khăn.',
      'bhyt',
      'thẻ BHYT cho người có hoàn cảnh khó khăn',
      'người có hoàn cảnh khó khăn',
    ],
    ['100% xã đạt chuẩn nông thôn mới.', 'xa-nong-thon-moi', 'xã đạt chuẩn nông thôn mới', 'xã'],
    ['90% hộ được hỏi hài lòng với kết quả.', null, 'hộ được hỏi hài lòng với kết quả', 'hộ được hỏi'],
    ['Tỷ lệ NCT được cấp thẻ BHYT đạt 98%.', 'bhyt', 'Tỷ lệ NCT được cấp thẻ BHYT', 'NCT'],
    [
      '100% cơ sở tiêm chủng cập nhật đầy đủ dữ liệu.',
      'tiem-chung',
      'cơ sở tiêm chủng cập nhật đầy đủ dữ liệu',
      'cơ sở tiêm chủng',
    ],
    ['Thời gian lưu trú bình quân đạt 2,3 ngày.', 'luu-tru', 'Thời gian lưu trú bình quân', null],
    [
      'Tổ chức 03 hội nghị xúc tiến đầu tư nhà ở xã hội.',
      null,
      'hội nghị xúc tiến đầu tư nhà ở xã hội',
      null,
    ],
    [
      '85% hồ sơ tham gia BHYT hộ gia đình được nộp qua Cổng Dịch vụ công.',
      'dich-vu-cong-truc-tuyen',
      'hồ sơ tham gia BHYT hộ gia đình được nộp qua Cổng Dịch vụ công',
      'hồ sơ tham gia BHYT hộ gia đình',
    ],
  ])('%s', (sentence, indicator, label, group) => {
    expect(targetsIn(sentence)).toMatchObject([{ indicator, label, group }]);
  });
});

describe('several figures', () => {
  const short = (sentence: string) =>
    targetsIn(sentence).map(({ indicator, measure, value }) => `${indicator} ${measure} ${value}`);
  test.each<[string, string[]]>([
    [
      'Số người tham gia BHYT đạt 812.500 người, tỷ lệ bao phủ BHYT đạt 95% dân số.',
      ['bhyt count 812500', 'bhyt share 95'],
    ],
    ['Tỷ lệ bao phủ BHYT đạt 95% dân số (812.500 người).', ['bhyt share 95', 'bhyt count 812500']],
    [
      'Vận động 100% đoàn viên tham gia BHXH tự nguyện, BHYT.',
      ['bhxh-tu-nguyen share 100', 'bhyt share 100'],
    ],
    ['Tỷ lệ hộ nghèo còn 3%; tỷ lệ hộ cận nghèo còn 5%.', ['ho-ngheo share 3', 'ho-can-ngheo share 5']],
    [
      'Diện tích cây ăn quả đạt 83.000 ha, sản lượng thu hoạch 1.715.000 tấn.',
      ['dien-tich-gieo-trong count 83000', 'null count 1715000'],
    ],
    ['Thực hiện BHXH, BHYT đầy đủ; kiểm tra liên ngành 60 doanh nghiệp.', ['null count 60']],
    ['Tỷ lệ doanh nghiệp giải thể so với thành lập mới còn dưới 45%.', ['null share 45']],
  ])('%s', (sentence, expected) => {
    expect(short(sentence)).toEqual(expected);
  });
});

describe('due', () => {
  test.each<[string, string | null]>([
    ['Tỷ lệ hộ nghèo còn 3%.', '2024'],
    ['Đến năm 2026, tỷ lệ hộ nghèo còn 3%.', '2026'],
    ['Tỷ lệ hộ nghèo còn 3% vào năm 2026.', '2026'],
    ['Đến ngày 30/11/2024 tỷ lệ hộ nghèo còn 3%.', '2024-11-30'],
    ['Năm học 2024 - 2025, 100% học sinh tham gia BHYT.', '2024/2025'],
    ['Trong quý III năm 2024, tỷ lệ hộ nghèo còn 3%.', '2024-35'],
    ['Tỷ lệ hộ nghèo giảm 3% so với năm 2020.', '2024'],
    [
      'Tập huấn cho 260 công chức cấp xã trong 6 tháng đầu năm 2024, hoàn thành trước ngày 15/6/2024.',
      '2024-06-15',
    ],
  ])('%s', (sentence, due) => {
    expect(targetsIn(sentence)).toMatchObject([{ due }]);
  });

  test('quarters in a list have each their own', () => {
    const targets = targetsIn(
      'Tỷ lệ số tiền chậm đóng BHXH từng quý, cụ thể: quý I: 2,9%; quý II: 2,6%; quý III: 2,2%; quý IV: 1,8%.',
    );
    expect(targets.map(({ value, due }) => [value, due])).toEqual([
      [2.9, '2024-33'],
      [2.6, '2024-34'],
      [2.2, '2024-35'],
      [1.8, '2024-36'],
    ]);
  });

  test('a heading’s time governs what stands under it', () => {
    const targets = targetsIn(
      'Đến năm 2026\n- Tỷ lệ hộ nghèo còn 3%.\n- Trong năm 2025, tỷ lệ hộ cận nghèo còn 5%.',
    );
    expect(targets.map(({ due }) => due)).toEqual(['2026', '2025']);
  });
});

test.each([
  ['Tỷ lệ nợ BHXH thấp hơn tỷ lệ nợ bình quân của cả nước.', '<', 'tỷ lệ nợ bình quân của cả nước'],
  ['Tỷ lệ nợ BHXH bằng hoặc thấp hơn mức bình quân cả nước.', '<=', 'mức bình quân cả nước'],
])('a bound without figure: %s', (sentence, relation, reference) => {
  expect(targetsIn(sentence)).toMatchObject([
    { indicator: 'cham-dong', relation, reference, value: null, unit: null },
  ]);
});

describe('figures that are no targets', () => {
  test.each([
    [
      'Phấn đấu kéo giảm tai nạn giao thông so với năm 2023 trên 3 tiêu chí (số vụ, số người chết và số người bị thương).',
      undefined,
    ],
    ['Thực hiện Nghị quyết số 20/NQ-CP ngày 05/02/2024.', undefined],
    ['Theo khoản 2 Điều 15 của Luật, trong thời hạn 30 ngày.', undefined],
    ['Năm 2023, tỷ lệ bao phủ BHYT ước đạt 93%.', undefined],
    ['Hiện nay tỷ lệ bao phủ BHYT là 93%.', undefined],
    ['Người lao động đóng theo mức đóng 8% tiền lương.', undefined],
    ['Ngân sách hỗ trợ 30% mức đóng cho hộ cận nghèo.', undefined],
    ['Tỷ lệ bao phủ BHYT đạt 93%.', 'II. KẾT QUẢ NĂM 2023'],
    ['Số người tham gia BHYT là 792.000 người.', 'II. TÌNH HÌNH THỰC HIỆN'],
    ['Kinh phí thực hiện là 850 triệu đồng.', 'II. KINH PHÍ'],
    ['Rà soát các đơn vị sử dụng từ 10 lao động trở lên.', 'II. NHIỆM VỤ'],
  ])('%s %o', (sentence, heading) => {
    expect(targetsIn(sentence, heading)).toEqual([]);
  });
});

test('targets stand outside the part on targets too, where their words say so', () => {
  expect(targetsIn('Bảo đảm 100% trạm y tế có bác sĩ.', 'II. NHIỆM VỤ')).toMatchObject([{ value: 100 }]);
  expect(
    targetsIn('Xây dựng mới 18 km đường thôn; nâng tỷ lệ tưới chủ động lên 65%.', 'II. NHIỆM VỤ'),
  ).toMatchObject([
    { label: 'đường thôn', value: 18, unit: 'km' },
    { label: 'tỷ lệ tưới chủ động', value: 65 },
  ]);
  expect(targetsIn('Triển khai mô hình bảo vệ 04 lớp.', 'II. NHIỆM VỤ')).toEqual([]);
  expect(targetsIn('Phấn đấu huy động 45 tỷ đồng.', 'II. MỤC TIÊU\n2. Huy động nguồn lực\n')).toMatchObject([
    { value: 45_000_000_000, unit: 'đồng' },
  ]);
});

test('the evidence of a value is the figure, of a unit figure and unit', () => {
  const { evidence } = extractionOf({ body: 'I. CHỈ TIÊU\n1. Số người tham gia BHYT là 812.500 người.' });
  expect(evidence['/targets/0/value']?.quote).toBe('812.500');
  expect(evidence['/targets/0/unit']?.quote).toBe('812.500 người');
  expect(evidence['/targets/0/label']?.quote).toBe('Số người tham gia BHYT');
  expect(evidence['/targets/0']?.quote).toBe('Số người tham gia BHYT là 812.500 người');
});

describe('a table of targets', () => {
  const inTable = (rows: string, heading = 'I. CHỈ TIÊU'): Target[] =>
    factsOf({ body: `${heading}\n1. Giao các huyện như sau:\n${rows}` }).targets;

  test('a row is about what the heading above it counts in its unit, where it names nothing itself', () => {
    const targets = inTable(
      'TT\tChỉ tiêu\tĐơn vị tính\tNăm 2024\nI\tSản phẩm OCOP\t\t\n1\tSản phẩm từ 3 sao trở lên\tsản phẩm\t203\n2\tHội chợ\tlần\t2\nII\tNông thôn mới\t\t\n3\tXã đạt chuẩn\txã\t100',
    );
    expect(targets.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['ocop', 203],
      [null, 2],
      ['xa-nong-thon-moi', 100],
    ]);
  });

  test('a table of groups of people is about what its heading names', () => {
    const targets = inTable(
      'TT\tNhóm đối tượng\tĐã có đến 31/12/2023\tChỉ tiêu năm 2024\n1\tNhóm do tổ chức BHXH đóng\t6.031\t6.080\n2\tNhóm tham gia theo hộ gia đình\t18.500\t18.960\n\tTrong đó: nông dân\t2.100\t2.200\n\tTổng cộng\t24.531\t25.040',
      'I. CHỈ TIÊU PHÁT TRIỂN BẢO HIỂM Y TẾ',
    );
    expect(targets.map(({ indicator, label, group, value }) => [indicator, label, group, value])).toEqual([
      ['bhyt', 'Nhóm do tổ chức BHXH đóng', 'Nhóm do tổ chức BHXH đóng', 6080],
      ['bhyt', 'Nhóm tham gia theo hộ gia đình', 'Nhóm tham gia theo hộ gia đình', 18960],
      ['bhyt', 'Trong đó: nông dân', 'nông dân', 2200],
      ['bhyt', 'Tổng cộng', null, 25040],
    ]);
  });

  test('a rate of mere people in a column is of the population', () => {
    const targets = inTable(
      'TT\tHuyện\tTỷ lệ người dân có tài khoản số (%)\n1\tĐồng Văn\t61\n2\tMèo Vạc\t58',
    );
    expect(targets.map(({ group, of, value }) => [group, of, value])).toEqual([
      [null, 'population', 61],
      [null, 'population', 58],
    ]);
  });

  test('rows that are levels of schools are groups of what the columns count', () => {
    const targets = inTable(
      'TT\tCấp học\tCông nhận mới\tCông nhận lại\n1\tMầm non\t14\t22\n2\tTiểu học\t11\t27\n\tTổng cộng\t25\t49',
      'II. CHỈ TIÊU TRƯỜNG ĐẠT CHUẨN QUỐC GIA',
    );
    expect(targets.map(({ label, group, value }) => [label, group, value])).toEqual([
      ['Công nhận mới', 'Mầm non', 14],
      ['Công nhận lại', 'Mầm non', 22],
      ['Công nhận mới', 'Tiểu học', 11],
      ['Công nhận lại', 'Tiểu học', 27],
      ['Công nhận mới', null, 25],
      ['Công nhận lại', null, 49],
    ]);
  });

  test('rates of spending by quarter are targets where a table of money is none', () => {
    const table =
      'TT\tNội dung\tHết quý II/2025\tHết quý IV/2025\n1\tTỷ lệ giải ngân vốn trung ương\t40\t100\n2\tTỷ lệ giải ngân vốn địa phương\t50\t95';
    expect(inTable(table, 'IV. KINH PHÍ').map(({ value, due }) => [value, due])).toEqual([
      [40, '2025-34'],
      [100, '2025-36'],
      [50, '2025-34'],
      [95, '2025-36'],
    ]);
    expect(inTable(table.replaceAll('Tỷ lệ giải ngân vốn', 'Vốn'), 'IV. KINH PHÍ')).toEqual([]);
  });

  test('by columns: a target a figure, totals included, with its place', () => {
    const targets = inTable(
      'TT\tHuyện\tSố người tham gia BHYT\tGhi chú\n1\tĐồng Văn\t81.250\t5\n2\tMèo Vạc\t75.000\t\n\tTổng cộng\t156.250\t',
    );
    expect(
      targets.map(({ indicator, label, value, unit, place, from }) => [
        indicator,
        label,
        value,
        unit,
        place?.name ?? null,
        from,
      ]),
    ).toEqual([
      ['bhyt', 'Số người tham gia BHYT', 81250, 'người', 'Đồng Văn', { table: 0, row: 0, column: 0 }],
      ['bhyt', 'Số người tham gia BHYT', 75000, 'người', 'Mèo Vạc', { table: 0, row: 1, column: 0 }],
      ['bhyt', 'Số người tham gia BHYT', 156250, 'người', null, { table: 0, row: 2, column: 0 }],
    ]);
  });

  test('so many of each thousand people are a ratio, whatever unit a column gives them', () => {
    const targets = inTable(
      'TT\tChỉ tiêu\tĐơn vị tính\tNăm 2024\n1\tSố doanh nghiệp hoạt động/1.000 dân\tDoanh nghiệp\t4,8\n2\tSố bác sĩ trên 10.000 dân (người)\tNgười\t9\n3\tSố doanh nghiệp\tDoanh nghiệp\t900',
    );
    expect(targets.map(({ measure, unit }) => [measure, unit])).toEqual([
      ['ratio', 'doanh nghiệp'],
      ['ratio', 'người'],
      ['count', 'doanh nghiệp'],
    ]);
  });

  test('by columns: one in a size of another kind is not about what its left one is', () => {
    const targets = inTable(
      'Bảng 1. Chỉ tiêu trồng rừng\nTT\tHuyện\tTrồng rừng (ha)\tChăm sóc (ha)\tSản lượng gỗ (m3)\n1\tĐồng Văn\t80\t20\t900\n2\tMèo Vạc\t75\t30\t800',
    );
    expect(targets.slice(0, 3).map(({ unit, indicator }) => [unit, indicator])).toEqual([
      ['ha', 'trong-rung'],
      ['ha', 'trong-rung'],
      ['m3', null],
    ]);
  });

  test('by columns: a part of a commune is a place without a code', () => {
    const targets = inTable(
      'TT\tẤp\tSố người tham gia BHYT\n1\tPhú Thuận B\t1.250\n2\tHòa Lợi A\t750\n\tTổng cộng\t2.000',
    );
    expect(targets.map(({ group, place, value }) => [group, place, value])).toEqual([
      [null, { name: 'Phú Thuận B', code: null }, 1250],
      [null, { name: 'Hòa Lợi A', code: null }, 750],
      [null, null, 2000],
    ]);
  });

  test('by columns: a row that is no place is the group', () => {
    const targets = inTable(
      'TT\tNhóm đối tượng\tSố người tham gia BHYT\n1\tHọc sinh, sinh viên\t1.250\n2\tHộ gia đình\t750\n\tTổng cộng\t2.000',
    );
    expect(targets.map(({ group, place, value }) => [group, place, value])).toEqual([
      ['Học sinh, sinh viên', null, 1250],
      ['Hộ gia đình', null, 750],
      [null, null, 2000],
    ]);
  });

  test('by rows: indicators down, years across, bounds in the cells', () => {
    const targets = inTable(
      'TT\tChỉ tiêu\tĐơn vị tính\tNăm 2024\tNăm 2025\n1\tTỷ lệ bao phủ BHYT\t%\t95\t≥ 96,5\n2\tSố bác sĩ/10.000 dân\tbác sĩ\t11\t12',
    );
    expect(
      targets.map(({ label, relation, value, unit, due }) => [label, relation, value, unit, due]),
    ).toEqual([
      ['Tỷ lệ bao phủ BHYT', '=', 95, '%', '2024'],
      ['Tỷ lệ bao phủ BHYT', '>=', 96.5, '%', '2025'],
      ['Số bác sĩ/10.000 dân', '=', 11, 'bác sĩ', '2024'],
      ['Số bác sĩ/10.000 dân', '=', 12, 'bác sĩ', '2025'],
    ]);
  });

  test("by rows: parts are of the indicator above them, units and scales are each row's", () => {
    const targets = inTable(
      [
        'TT\tChỉ tiêu\tĐơn vị tính\tNăm hiện hành 2025 Giao\tNăm hiện hành 2025 Ước thực hiện\tNăm 2026',
        '1\tTổng vốn đầu tư toàn xã hội\tTỷ đồng\t9\t8\t12,5',
        '\tTỷ lệ so với GRDP\t%\t30\t31\t32',
        '2\tTốc độ tăng trưởng GRDP\t%\t7\t7\t8',
        '3\tY tế\t\t\t\t',
        '\t- Số người tham gia BHYT\tNgười\t\t900\t1.000',
        '\tTrong đó:\t\t\t\t',
        '\t+ Học sinh, sinh viên\tNgười\t\t90\t100',
        '\t- Mức giảm tỷ lệ hộ nghèo\t%\t\t1\t1-1,5',
      ].join('\n'),
      'I. DỰ BÁO MỘT SỐ CHỈ TIÊU',
    );
    expect(
      targets.map(({ indicator, group, change, relation, value, unit, of, due }) => [
        indicator,
        group,
        change,
        relation,
        value,
        unit,
        of,
        due,
      ]),
    ).toEqual([
      ['von-dau-tu', null, null, '=', 12_500_000_000, 'đồng', null, '2026'],
      ['von-dau-tu', null, null, '=', 32, '%', 'other', '2026'],
      ['grdp-tang-truong', null, null, '=', 8, '%', null, '2026'],
      ['bhyt', null, null, '=', 1000, 'người', null, '2026'],
      ['bhyt', 'Học sinh, sinh viên', null, '=', 100, 'người', null, '2026'],
      ['ho-ngheo', null, 'decrease', '>=', 1, '%', null, '2026'],
      ['ho-ngheo', null, 'decrease', '<=', 1.5, '%', null, '2026'],
    ]);
  });

  test('by columns: amounts are in đồng, whatever the note above gives', () => {
    const body = 'I. CHỈ TIÊU\nĐơn vị tính: triệu đồng\nHuyện\tThu ngân sách\nĐồng Văn\t1.250\nMèo Vạc\t0,5';
    expect(factsOf({ body }).targets.map(({ value, unit, measure }) => [value, unit, measure])).toEqual([
      [1_250_000_000, 'đồng', 'amount'],
      [500_000, 'đồng', 'amount'],
    ]);
  });

  test.each([
    ['reports', 'Huyện\tSố người tham gia BHYT\nĐồng Văn\t81.250\nMèo Vạc\t75.000', 'I. KẾT QUẢ NĂM 2023'],
    [
      'reports what was aimed at',
      'Huyện\tGiao năm 2023\tKết quả năm 2023\nĐồng Văn\t8\t7\nMèo Vạc\t5\t5',
      'I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2023',
    ],
    ['budgets', 'Nội dung\tKinh phí (triệu đồng)\nTập huấn\t120\nIn tờ rơi\t30', 'I. KINH PHÍ THỰC HIỆN'],
    ['lists duties', 'Việc\tĐầu mối\nTập huấn\tSở Y tế\nIn tờ rơi\tSở Tài chính', 'I. CHỈ TIÊU'],
    ['has columns of results', 'Huyện\tThực hiện năm 2023\nĐồng Văn\t81.250\nMèo Vạc\t75.000', 'I. CHỈ TIÊU'],
  ])('that %s has none', (_, rows, heading) => {
    expect(inTable(rows, heading)).toEqual([]);
  });
});

describe('what a figure counts', () => {
  test.each<[string, string, string | null]>([
    [
      'Trên 80% cơ sở khám bệnh được trang bị máy thở, phương tiện vận chuyển, thiết bị theo dõi, góp phần giảm chuyển tuyến.',
      'cơ sở khám bệnh được trang bị máy thở, phương tiện vận chuyển, thiết bị theo dõi',
      'cơ sở khám bệnh',
    ],
    [
      'Phấn đấu 70% diện tích lúa (vụ mùa, vụ xuân) ứng dụng công nghệ tưới tiết kiệm.',
      'diện tích lúa (vụ mùa, vụ xuân) ứng dụng công nghệ tưới tiết kiệm',
      'diện tích lúa',
    ],
    [
      '100% trẻ em có hoàn cảnh đặc biệt được chăm sóc.',
      'trẻ em có hoàn cảnh đặc biệt được chăm sóc',
      'trẻ em có hoàn cảnh đặc biệt',
    ],
    [
      '90% doanh nghiệp trên địa bàn tỉnh sử dụng hóa đơn điện tử.',
      'doanh nghiệp trên địa bàn tỉnh sử dụng hóa đơn điện tử',
      'doanh nghiệp',
    ],
  ])('%s', (sentence, label, group) => {
    expect(targetsIn(sentence)[0]).toMatchObject({ label, group });
  });
});

test('a change that is asked for each year', () => {
  expect(targetsIn('Hằng năm, số vụ tai nạn giảm trên 5%; số người chết giảm trên 3%.')).toMatchObject([
    { value: 5, unit: '%/năm', change: 'decrease' },
    { value: 3, unit: '%/năm', change: 'decrease' },
  ]);
});

test('a change governs what is listed behind it, with its bound', () => {
  expect(
    targetsIn('Giảm ít nhất 10% số vụ tai nạn, 5% số người chết và 4% số người bị thương so với năm 2023.'),
  ).toMatchObject(
    [10, 5, 4].map((value) => ({ value, relation: '>=', change: 'decrease', of: 'other', group: null })),
  );
});

describe('those concerned', () => {
  test.each<[string, (string | null)[][]]>([
    [
      'Tỷ lệ học sinh bỏ học: tiểu học dưới 0,05%; THCS không quá 0,6%.',
      [
        ['Tỷ lệ học sinh bỏ học', 'tiểu học', 'group'],
        ['Tỷ lệ học sinh bỏ học', 'THCS', 'group'],
      ],
    ],
    [
      'Tỷ lệ huy động trẻ nhà trẻ ra lớp đạt 47,5%, trẻ mẫu giáo đạt 99,4%.',
      [
        ['Tỷ lệ huy động trẻ nhà trẻ ra lớp', 'trẻ nhà trẻ', 'group'],
        ['trẻ mẫu giáo', 'trẻ mẫu giáo', 'group'],
      ],
    ],
    [
      'Tỷ lệ học sinh tốt nghiệp THCS vào học nghề đạt 30%.',
      [['Tỷ lệ học sinh tốt nghiệp THCS vào học nghề', 'học sinh tốt nghiệp THCS', 'group']],
    ],
    [
      '90% trường bán trú có đủ nhà ở cho học sinh.',
      [['trường bán trú có đủ nhà ở cho học sinh', 'trường bán trú', 'group']],
    ],
    ['Nợ quá hạn dưới 0,1% tổng dư nợ.', [['Nợ quá hạn', null, 'other']]],
    [
      'Có 90% người đang tham gia BHXH tự nguyện được tư vấn.',
      [['người đang tham gia BHXH tự nguyện được tư vấn', 'người đang tham gia BHXH tự nguyện', 'group']],
    ],
  ])('%s', (sentence, expected) => {
    expect(targetsIn(sentence).map(({ label, group, of }) => [label, group, of])).toEqual(expected);
  });
});

test('by how much a count grows stands in brackets behind it', () => {
  expect(
    targetsIn(
      'BHXH bắt buộc đạt 142.300 người (tăng 9.850 người so với năm 2023), BHXH tự nguyện 73.300 người.',
    ),
  ).toMatchObject([
    { indicator: 'bhxh-bat-buoc', value: 142_300, change: null },
    { indicator: 'bhxh-bat-buoc', label: 'BHXH bắt buộc', value: 9850, change: 'increase' },
    { indicator: 'bhxh-tu-nguyen', value: 73_300, change: null },
  ]);
});

test('what is added is added for each thing of a list', () => {
  expect(targetsIn('Có thêm 14 xã đạt chuẩn, 10 xã đạt chuẩn nâng cao.')).toMatchObject([
    { value: 14, change: 'increase' },
    { value: 10, change: 'increase' },
  ]);
});

test('millions are exact', () => {
  expect(targetsIn('Đàn gia cầm đạt 8,2 triệu con.')).toMatchObject([{ value: 8_200_000, unit: 'con' }]);
});

test('so many of anything each year', () => {
  expect(targetsIn('Mỗi năm có ít nhất 15 sản phẩm được công nhận.')).toMatchObject([
    { value: 15, unit: 'sản phẩm/năm', measure: 'frequency', relation: '>=' },
  ]);
});

test('the two ends of a range', () => {
  expect(targetsIn('Tỷ lệ hộ nghèo giảm 1 - 1,5%.')).toMatchObject([
    { value: 1, relation: '>=', unit: '%' },
    { value: 1.5, relation: '<=', unit: '%' },
  ]);
});

test.each(['175 - 80%', 'từ 175 đến 80%'])(
  'a lower end that is more than all there is was misread: %s',
  (range) => {
    expect(targetsIn(`Tỷ lệ hộ chăn nuôi có chuồng trại hợp vệ sinh đạt ${range}.`)).toMatchObject([
      { value: 175, relation: '>=', unit: '%' },
      { value: 80, relation: '<=', unit: '%' },
    ]);
  },
);

test('a year before a share is no end of a range', () => {
  expect(targetsIn('Tỷ lệ hộ chăn nuôi có chuồng trại hợp vệ sinh năm 2025 - 80%.')).toMatchObject([
    { value: 80, relation: '=', unit: '%' },
  ]);
});

describe('places in running text', () => {
  test.each<[string, [label: string, place: string | null, value: number][]]>([
    [
      'Số người tham gia BHYT: huyện Đồng Văn 850 người; huyện Mèo Vạc 900 người, thành phố Hà Giang 1.200 người.',
      [
        ['Số người tham gia BHYT', 'Đồng Văn', 850],
        ['Số người tham gia BHYT', 'Mèo Vạc', 900],
        ['Số người tham gia BHYT', 'Hà Giang', 1200],
      ],
    ],
    ['Tỷ lệ trường đạt chuẩn của huyện Đồng Văn đạt 80%.', [['Tỷ lệ trường đạt chuẩn', 'Đồng Văn', 80]]],
    ['Trồng 50 ha rừng ở huyện Mèo Vạc.', [['rừng', 'Mèo Vạc', 50]]],
    [
      'Giao khu vực nuôi cho 420 hộ nuôi của huyện Đồng Văn.',
      [['hộ nuôi của huyện Đồng Văn', 'Đồng Văn', 420]],
    ],
    [
      'Lắp 30 thùng rác công cộng, gồm: tổ dân phố 3 là 18 thùng, thôn Nà Thác 12 thùng.',
      [
        ['thùng rác công cộng', null, 30],
        ['thùng rác công cộng', 'tổ dân phố 3', 18],
        ['thùng rác công cộng', 'thôn Nà Thác', 12],
      ],
    ],
    [
      'Tỷ lệ bao phủ BHYT đạt 95%, riêng thành phố Hà Giang đạt 97%.',
      [
        ['Tỷ lệ bao phủ BHYT', null, 95],
        ['Tỷ lệ bao phủ BHYT', 'Hà Giang', 97],
      ],
    ],
    [
      'Tỷ lệ bao phủ BHYT đạt 95%. Thành phố Hà Giang 1.200 người.',
      [
        ['Tỷ lệ bao phủ BHYT', null, 95],
        ['Thành phố Hà Giang', 'Hà Giang', 1200],
      ],
    ],
    [
      'Huyện Đồng Văn: 91% dân số tham gia BHYT; huyện Mèo Vạc: 89% dân số tham gia BHYT.',
      [
        ['dân số tham gia BHYT', 'Đồng Văn', 91],
        ['dân số tham gia BHYT', 'Mèo Vạc', 89],
      ],
    ],
    [
      'Diện tích ngô phân bổ cho các địa phương như sau: Đồng Văn 900 ha, Mèo Vạc 620 ha.',
      [
        ['Diện tích ngô', 'Đồng Văn', 900],
        ['Diện tích ngô', 'Mèo Vạc', 620],
      ],
    ],
    [
      'Huyện Đồng Văn xây dựng 02 cánh đồng lúa; huyện Mèo Vạc khám sàng lọc 1.200 người.',
      [
        ['cánh đồng lúa', 'Đồng Văn', 2],
        ['khám sàng lọc', 'Mèo Vạc', 1200],
      ],
    ],
    [
      'Tỷ lệ bao phủ BHYT đạt 95%; riêng huyện Mèo Vạc, tỷ lệ bao phủ BHYT đạt 90%.',
      [
        ['Tỷ lệ bao phủ BHYT', null, 95],
        ['tỷ lệ bao phủ BHYT', 'Mèo Vạc', 90],
      ],
    ],
    ['Xây dựng 05 tủ sách tại huyện Đồng Văn trước năm 2025.', [['tủ sách', 'Đồng Văn', 5]]],
  ])('%s', (sentence, expected) => {
    expect(targetsIn(sentence).map(({ label, place, value }) => [label, place?.name ?? null, value])).toEqual(
      expected,
    );
  });
});

describe('grammar of targets on any topic', () => {
  type Told = [label: string, relation: Target['relation'], value: number, unit: string];
  test.each<[string, Told[], Partial<Target>?]>([
    [
      'Giảm 5-10% tỷ lệ mắc các bệnh truyền nhiễm so với trung bình giai đoạn 2018 - 2022.',
      [
        ['tỷ lệ mắc các bệnh truyền nhiễm', '>=', 5, '%'],
        ['tỷ lệ mắc các bệnh truyền nhiễm', '<=', 10, '%'],
      ],
      { change: 'decrease', group: null },
    ],
    [
      'Mỗi ấp vận động từ 10 đến 12 người tham gia BHXH tự nguyện.',
      [
        ['người tham gia BHXH tự nguyện', '>=', 10, 'người'],
        ['người tham gia BHXH tự nguyện', '<=', 12, 'người'],
      ],
      { change: null },
    ],
    ['Nâng tỷ lệ bao phủ từ 85% đến 90%.', [['tỷ lệ bao phủ', '=', 90, '%']]],
    [
      'Tỷ lệ hộ nghèo giảm từ 1,5 đến 2 điểm phần trăm/năm.',
      [
        ['Tỷ lệ hộ nghèo', '>=', 1.5, 'điểm phần trăm/năm'],
        ['Tỷ lệ hộ nghèo', '<=', 2, 'điểm phần trăm/năm'],
      ],
      { change: 'decrease' },
    ],
    ['Kéo giảm tỷ lệ hộ nghèo còn 1,2%.', [['tỷ lệ hộ nghèo', '=', 1.2, '%']], { change: null }],
    [
      'Phấn đấu kiềm chế và kéo giảm tai nạn giao thông từ 5% trở lên so với năm 2023.',
      [['tai nạn giao thông', '>=', 5, '%']],
      { change: 'decrease', of: 'other' },
    ],
    [
      'Tập trung giảm tội phạm về trật tự xã hội tối thiểu từ 5% so với năm 2023.',
      [['tội phạm về trật tự xã hội', '>=', 5, '%']],
      { change: 'decrease', of: 'other' },
    ],
    [
      'Hàng năm giảm tai nạn giao thông từ 5% ÷ 10% cả về số vụ, số người chết và số người bị thương.',
      [
        ['tai nạn giao thông', '>=', 5, '%/năm'],
        ['tai nạn giao thông', '<=', 10, '%/năm'],
      ],
      { change: 'decrease' },
    ],
    ['Thực hiện giảm học phí cho 20% học sinh.', [['học sinh', '=', 20, '%']], { change: null }],
    ['Khống chế tỷ lệ nhiễm HIV dưới 0,3%.', [['tỷ lệ nhiễm HIV', '<', 0.3, '%']]],
    [
      'Tỷ lệ bao phủ BHYT toàn xã đến 31/12/2025 đạt 95,5%.',
      [['Tỷ lệ bao phủ BHYT toàn xã', '=', 95.5, '%']],
    ],
    [
      'Tỷ lệ bao phủ BHYT đạt 95,5% dân số trở lên.',
      [['Tỷ lệ bao phủ BHYT', '>=', 95.5, '%']],
      { of: 'population' },
    ],
    ['Tuổi thọ trung bình đạt 75 tuổi.', [['Tuổi thọ trung bình', '=', 75, 'tuổi']]],
    ['Mức giảm tỷ suất sinh là 0,1‰.', [['Mức giảm tỷ suất sinh', '=', 0.1, '‰']]],
    [
      'Tỷ suất tử vong mẹ giảm xuống dưới 42/100.000 trẻ đẻ sống.',
      [['Tỷ suất tử vong mẹ', '<', 42, '/100.000 trẻ đẻ sống']],
      { measure: 'ratio' },
    ],
    [
      'Đến năm 2025 có 90%, đến năm 2030 có 100% hộ dân được sử dụng nước sạch.',
      [
        ['hộ dân được sử dụng nước sạch', '=', 90, '%'],
        ['hộ dân được sử dụng nước sạch', '=', 100, '%'],
      ],
      { group: 'hộ dân' },
    ],
    [
      'Giảm 5% số vụ, 5% số người chết và 10% số người bị thương do tai nạn giao thông.',
      [
        ['vụ', '=', 5, '%'],
        ['người chết', '=', 5, '%'],
        ['người bị thương do tai nạn giao thông', '=', 10, '%'],
      ],
      { change: 'decrease', group: null },
    ],
    [
      'Duy trì 100% xã, phường đạt chuẩn xóa mù chữ cho người từ 15 đến 60 tuổi, phổ cập tiểu học mức độ 3.',
      [
        [
          'xã, phường đạt chuẩn xóa mù chữ cho người từ 15 đến 60 tuổi, phổ cập tiểu học mức độ 3',
          '=',
          100,
          '%',
        ],
      ],
      { group: 'xã, phường' },
    ],
    [
      'Tỷ lệ hồ sơ đúng hạn đạt 98% trở lên (lĩnh vực đất đai đạt 95% trở lên).',
      [
        ['Tỷ lệ hồ sơ đúng hạn', '>=', 98, '%'],
        ['lĩnh vực đất đai', '>=', 95, '%'],
      ],
    ],
    ['Thành lập mới 1.500 doanh nghiệp.', [['doanh nghiệp', '=', 1500, 'doanh nghiệp']]],
    ['Hoàn thành việc rà soát 100% hộ kinh doanh.', [['hộ kinh doanh', '=', 100, '%']]],
    [
      'Điện thương phẩm bình quân đầu người 2.100 kWh.',
      [['Điện thương phẩm bình quân đầu người', '=', 2100, 'kWh']],
    ],
    ['Không để xảy ra ngộ độc thực phẩm tập thể từ 30 người mắc trở lên.', []],
    ['Hỗ trợ xây dựng nhà ở cho 450 hộ nghèo.', [['Hỗ trợ xây dựng nhà ở', '=', 450, 'hộ']]],
  ])('%s', (sentence, told, others = {}) => {
    const targets = targetsIn(sentence);
    expect(targets.map(({ label, relation, value, unit }) => [label, relation, value, unit])).toEqual(told);
    for (const target of targets) expect(target).toMatchObject(others);
  });

  test('a part inherits what its whole counts and is its group', () => {
    expect(targetsIn('Tỷ lệ bao phủ BHYT đạt 95% dân số, trong đó học sinh đạt 100%.')).toMatchObject([
      { indicator: 'bhyt', value: 95, of: 'population', group: null },
      { indicator: 'bhyt', value: 100, of: 'group', group: 'học sinh' },
    ]);
  });

  test('an amount, its growth, and what a share amounts to', () => {
    expect(targetsIn('Kim ngạch xuất khẩu đạt 1,2 tỷ USD, tăng 7,5% so với năm 2024.')).toMatchObject([
      { value: 1.2e9, unit: 'USD', change: null },
      { value: 7.5, unit: '%', change: 'increase', of: 'other' },
    ]);
    expect(
      targetsIn('Số người tham gia BHXH bắt buộc tăng 8% so với năm 2024, tương ứng 12.500 người.'),
    ).toMatchObject([
      { value: 8, change: 'increase' },
      { value: 12500, unit: 'người' },
    ]);
  });
});
type Brief = [relation: string, value: number | null, unit: string | null, due: string | null];
const brief = (sentence: string, heading?: string): Brief[] =>
  targetsIn(sentence, heading).map(({ relation, value, unit, due }) => [relation, value, unit, due]);

describe('figures for several times', () => {
  test.each<[string, Brief[]]>([
    [
      'Tỷ lệ hộ dân dùng nước sạch đạt ít nhất 62% vào năm 2026 và 78% vào năm 2031.',
      [
        ['>=', 62, '%', '2026'],
        ['>=', 78, '%', '2031'],
      ],
    ],
    [
      'Giảm tỷ lệ rừng bị cháy xuống dưới 4% vào năm 2026 và dưới 2% vào năm 2031.',
      [
        ['<', 4, '%', '2026'],
        ['<', 2, '%', '2031'],
      ],
    ],
    [
      'Phấn đấu đến năm 2026 đạt 35% và đến năm 2031 đạt 55% trạm y tế có bác sĩ gia đình.',
      [
        ['=', 35, '%', '2026'],
        ['=', 55, '%', '2031'],
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(brief(sentence)).toEqual(expected);
  });

  test('a fall for two years is a change in both', () => {
    const targets = targetsIn('Giảm số vụ đuối nước 8% vào năm 2026 và 15% vào năm 2031 so với năm 2022.');
    expect(targets.map(({ change, value, due }) => [change, value, due])).toEqual([
      ['decrease', 8, '2026'],
      ['decrease', 15, '2031'],
    ]);
  });
});

describe('units beyond per cent and people', () => {
  test.each<[string, Brief[]]>([
    ['Tỷ suất chết mẹ giảm còn 38/100.000 trẻ đẻ sống.', [['=', 38, '/100.000 trẻ đẻ sống', '2024']]],
    ['Tỷ suất tử vong trẻ em dưới 1 tuổi còn 11,2‰.', [['=', 11.2, '‰', '2024']]],
    ['Tỷ số giới tính khi sinh ở mức 108 bé trai/100 bé gái.', [['=', 108, 'bé trai/100 bé gái', '2024']]],
    ['Tuổi thọ trung bình đạt 74,8 tuổi.', [['=', 74.8, 'tuổi', '2024']]],
    ['Giữ vững 06/11 bản không có tội phạm.', [['=', 6, 'bản', '2024']]],
    ['Lắp đặt mới 40 bình chữa cháy tại các chợ.', [['=', 40, 'bình chữa cháy', '2024']]],
    ['Phấn đấu đạt 18 huy chương vàng.', [['=', 18, 'huy chương', '2024']]],
  ])('%s', (sentence, expected) => {
    expect(brief(sentence)).toEqual(expected);
  });
});

describe('what is counted stands behind an action', () => {
  test.each<[string, string]>([
    ['Kéo giảm 12% số vụ trộm cắp tài sản so với năm 2023.', 'vụ trộm cắp tài sản'],
    ['Xử lý dứt điểm 100% điểm sạt lở ven sông.', 'điểm sạt lở ven sông'],
    ['Bê tông hóa 14 km đường nội đồng.', 'đường nội đồng'],
    ['Kết nạp mới 80 đảng viên.', 'đảng viên'],
    ['Tạo việc làm mới cho 2.400 lao động.', 'lao động'],
    ['Tai nạn lao động giảm 6% trên cả ba tiêu chí.', 'Tai nạn lao động'],
    [
      '100% hồ sơ nhận mới trong năm được giải quyết đúng hạn.',
      'hồ sơ nhận mới trong năm được giải quyết đúng hạn',
    ],
    ['100% bãi rác tự phát được xử lý triệt để.', 'bãi rác tự phát được xử lý triệt để'],
  ])('%s', (sentence, label) => {
    expect(targetsIn(sentence)[0]?.label).toBe(label);
  });
});

test('a bound governs no figure of another clause', () => {
  expect(brief('Tỷ lệ đội mũ bảo hiểm đạt trên 97%; 100% thuyền được đăng kiểm.')).toEqual([
    ['>', 97, '%', '2024'],
    ['=', 100, '%', '2024'],
  ]);
});

test('a rate that names a standard is a target, a count within a rate is none', () => {
  expect(brief('Tỷ lệ xã đạt tiêu chuẩn thân thiện với trẻ em đạt 55%.')).toEqual([['=', 55, '%', '2024']]);
  expect(brief('Tỷ lệ trẻ được tầm soát ít nhất 3 bệnh bẩm sinh đạt 65%.')).toEqual([['=', 65, '%', '2024']]);
});

test('help for so many is a target, a line or a standard set by rule is none', () => {
  expect(brief('Hỗ trợ 340 hộ nghèo có nhà ở an toàn.')).toEqual([['=', 340, 'hộ', '2024']]);
  expect(brief('Hỗ trợ 70% mức đóng BHYT cho hộ cận nghèo.')).toEqual([]);
  expect(brief('Chuẩn nghèo khu vực thành thị: 2.000.000 đồng/người/tháng.')).toEqual([]);
  expect(brief('Không để xảy ra vụ ngộ độc có từ 25 người mắc trở lên.')).toEqual([]);
});

test('money within a part on results is what was spent', () => {
  const { targets } = factsOf({
    body: `I. TÌNH HÌNH THỰC HIỆN NĂM 2023
1. Chi ngân sách địa phương
- Chi thường xuyên phấn đấu đạt 98% dự toán.
II. CHỈ TIÊU
- Tỷ lệ bao phủ BHYT đạt 95%.`,
  });
  expect(targets.map(({ value }) => value)).toEqual([95]);
});

test('a numbered target says what it is wherever it stands', () => {
  expect(brief('Chỉ tiêu 3: Tỷ lệ nữ chủ doanh nghiệp 28%.', 'II. NỘI DUNG')).toEqual([
    ['=', 28, '%', '2024'],
  ]);
});

describe('what the plan itself is to do for so many', () => {
  test.each<[string, string[]]>([
    [
      'Mở 06 lớp học nghề tại các xã vùng cao cho khoảng 480 học viên là người dân tộc thiểu số.',
      [
        'lớp học nghề |  | count | =6 | lớp |  |  | 2024',
        'học viên là người dân tộc thiểu số | học viên là người dân tộc thiểu số | count | =480 | học viên |  |  | 2024',
      ],
    ],
    [
      'Thí điểm 05 mô hình hợp tác xã dịch vụ tổng hợp.',
      ['mô hình hợp tác xã dịch vụ tổng hợp |  | count | =5 | mô hình |  |  | 2024'],
    ],
    [
      'Hỗ trợ chế biến sản phẩm cho 18 hợp tác xã nông nghiệp.',
      ['hợp tác xã nông nghiệp |  | count | =18 | hợp tác xã |  |  | 2024'],
    ],
    [
      'Hoàn thành cải tạo 04 đường ngang đấu nối trong quý III/2024.',
      ['đường ngang đấu nối |  | count | =4 | đường ngang |  |  | 2024-35'],
    ],
    [
      'Giải ngân 100% kế hoạch vốn bảo trì đường bộ năm 2024 trước ngày 15 tháng 12 năm 2024.',
      ['kế hoạch vốn bảo trì đường bộ |  | share | =100 | % | plan |  | 2024-12-15'],
    ],
    [
      'Bồi dưỡng 320 lượt cán bộ y tế tham gia phòng, chống dịch.',
      ['lượt cán bộ y tế tham gia phòng, chống dịch | cán bộ y tế | count | =320 | lượt |  |  | 2024'],
    ],
    [
      'Treo 150 băng rôn, khẩu hiệu bằng tiếng Kinh và tiếng Dao.',
      ['băng rôn, khẩu hiệu |  | count | =150 | băng rôn, khẩu hiệu |  |  | 2024'],
    ],
  ])('%s', (sentence, told) => {
    expect(targetsIn(sentence, 'II. NHIỆM VỤ').map(inOneLine)).toEqual(told);
  });
});

test('so much of the same in one place and in another', () => {
  const targets = targetsIn('Trồng mới 600 ha chè tại huyện Đồng Văn và 350 ha tại huyện Mèo Vạc.');
  expect(targets.map(({ label, value, place }) => [label, value, place?.name])).toEqual([
    ['chè', 600, 'Đồng Văn'],
    ['chè', 350, 'Mèo Vạc'],
  ]);
});

test('the time of the paragraph that leads a list in is that of all that is listed', () => {
  const { targets } = factsOf({
    body: `I. MỤC ĐÍCH
Chăm lo sức khỏe.
II. MỤC TIÊU
Phấn đấu đến ngày 15/12/2024 hoàn thành các chỉ tiêu sau:
1. Tỷ lệ bao phủ BHYT đạt 95%.
2. Quý III/2024, tỷ lệ hài lòng đạt 90%.
III. KINH PHÍ
Ngân sách tỉnh.`,
  });
  expect(targets.map(({ due }) => due)).toEqual(['2024-12-15', '2024-35']);
});

test.each<[string, string[]]>([
  [
    'Số vụ tai nạn giao thông, số người chết và số người bị thương đều giảm từ 5% trở lên so với năm 2023.',
    ['Số vụ tai nạn giao thông', 'số người chết', 'số người bị thương'].map(
      (label) => `${label} |  | share | >=5 | % | other | decrease | 2024`,
    ),
  ],
  [
    'Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ đạt tối thiểu 80%, trong đó cấp tỉnh đạt 85%, cấp xã đạt 78%.',
    ['>=80', 'cấp tỉnh=85', 'cấp xã=78'].map((told) => {
      const [, group, figure] = /^(.*?)([>=]+\d+)$/u.exec(told) ?? [];
      return `Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ | ${group} | share | ${figure} | % | other |  | 2024`;
    }),
  ],
  [
    'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân còn 17%, thể thấp còi còn 28,5%.',
    [
      'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân | trẻ em dưới 5 tuổi | share | =17 | % | group |  | 2024',
      'thể thấp còi | trẻ em dưới 5 tuổi | share | =28.5 | % | group |  | 2024',
    ],
  ],
])('what several figures, or one figure for several, are of: %s', (sentence, told) => {
  expect(targetsIn(sentence).map(inOneLine)).toEqual(told);
});

test('a head before a colon is what the quantities behind it are of', () => {
  const targets = targetsIn('Cây lúa: Diện tích 1.620 ha, năng suất 58,5 tạ/ha, sản lượng 9.477 tấn.');
  expect(targets.map(({ label, group, indicator }) => [label, group, indicator])).toEqual([
    ['Diện tích', 'Cây lúa', 'dien-tich-gieo-trong'],
    ['năng suất', 'Cây lúa', null],
    ['sản lượng', 'Cây lúa', 'san-luong-luong-thuc'],
  ]);
});

test('a figure whose own time was over when the plan was issued is a result', () => {
  expect(
    targetsIn('Năm 2022, toàn tỉnh trồng mới 171 ha rừng; năm 2024 trồng mới 185 ha rừng.').map(
      ({ value }) => value,
    ),
  ).toEqual([185]);
});

test.each<[string, string[]]>([
  [
    'Tỷ lệ bệnh viện triển khai bệnh án điện tử đạt 100%.',
    ['Tỷ lệ bệnh viện triển khai bệnh án điện tử | bệnh viện | share | =100 | % | group |  | 2024'],
  ],
  [
    'Tỷ lệ người dân có sổ sức khỏe điện tử đạt 95%.',
    ['Tỷ lệ người dân có sổ sức khỏe điện tử |  | share | =95 | % | population |  | 2024'],
  ],
  [
    'Tỷ trọng thương mại điện tử trong tổng mức bán lẻ đạt tối thiểu 20%.',
    ['Tỷ trọng thương mại điện tử trong tổng mức bán lẻ |  | share | >=20 | % | other |  | 2024'],
  ],
  [
    'Giá trị thanh toán không dùng tiền mặt gấp 30 lần GRDP.',
    ['Giá trị thanh toán không dùng tiền mặt |  | ratio | =30 | lần |  |  | 2024'],
  ],
  [
    'Rút ngắn tối thiểu 40% thời gian giải quyết thủ tục.',
    ['thời gian giải quyết thủ tục |  | share | >=40 | % | other | decrease | 2024'],
  ],
  ['Thể tích lồng nuôi 280.000 m³.', ['Thể tích lồng nuôi |  | count | =280000 | m³ |  |  | 2024']],
  [
    'Nâng cấp 48 tuyến hẻm thuộc 9 phường nội thành.',
    ['tuyến hẻm thuộc 9 phường nội thành |  | count | =48 | tuyến |  |  | 2024'],
  ],
])('whose share, of what, how many times: %s', (sentence, told) => {
  expect(targetsIn(sentence).map(inOneLine)).toEqual(told);
});

test.each<[string, string[]]>([
  ['Tỷ lệ du khách hài lòng từ 85% trở lên.', ['Tỷ lệ du khách hài lòng 85 %']],
  ['Thời gian giải quyết rút ngắn 25%.', ['Thời gian giải quyết 25 %']],
  ['Số điểm quan trắc: 08 điểm.', ['Số điểm quan trắc 8 điểm']],
  ['Tần suất quan trắc: 02 đợt/tháng.', ['Tần suất quan trắc 2 đợt/tháng']],
  ['Nông nghiệp: cấp mã số cho 9.800 cơ sở nuôi.', ['cơ sở nuôi 9800 cơ sở']],
  ['Giải phóng mặt bằng chậm, mới bàn giao được 11,2 ha.', []],
  ['Vốn sự nghiệp chỉ đạt 63% kế hoạch.', []],
  ['Vệ sinh, khử trùng 2.300 m2 kho lưu trữ.', ['kho lưu trữ 2300 m2']],
  [
    'Cập nhật 9.450 biểu ghi cấp hồ sơ; tu bổ 45.000 tờ tài liệu.',
    ['biểu ghi cấp hồ sơ 9450 biểu ghi', 'tài liệu 45000 tờ'],
  ],
  ['Toàn huyện 15 xã; trên địa bàn 12 xã; trực ban 04 đội.', []],
  ['Báo cáo 02 lần.', []],
  ['Sẵn sàng sơ tán 3.260 hộ dân vùng ven sông.', ['hộ dân vùng ven sông 3260 hộ dân']],
  ['Nâng vốn điều lệ lên 300 tỷ đồng.', ['vốn điều lệ 300000000000 đồng']],
  ['Mở rộng dung lượng kho số lên 60 TB.', ['dung lượng kho số 60 TB']],
  ['Thành lập 06 đội, mỗi đội 25 người.', ['đội 6 đội', 'người 25 người']],
  ['Tập trung hỗ trợ giống cho hơn 1.400 hộ bị thiệt hại.', ['hộ bị thiệt hại 1400 hộ']],
  ['Chăm sóc 40 km đường băng hiện có.', ['đường băng hiện có 40 km']],
  ['Giải quyết cho vay đạt 9,5 tỷ đồng.', ['Giải quyết cho vay 9500000000 đồng']],
  ['Năm qua đã giải quyết cho vay đạt 9,5 tỷ đồng.', []],
  ['Duy trì nợ quá hạn dưới 0,2%.', ['nợ quá hạn 0.2 %']],
  ['Không giải quyết cho vay đối với hộ chậm trả từ 3 kỳ trở lên.', []],
  ['Phổ cập STEM: 85% trường THPT có câu lạc bộ STEM.', ['trường THPT có câu lạc bộ STEM 85 %']],
  [
    'Cho vay vốn theo Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 đối với trên 120 trường hợp.',
    ['trường hợp 120 trường hợp'],
  ],
  [
    'Hỗ trợ 9.000 cây giống (xoài, mít), 18 mô hình chăn nuôi.',
    ['cây giống 9000 cây giống', 'mô hình chăn nuôi 18 mô hình'],
  ],
  [
    'Kiểm tra công tác phòng, chống tội phạm tại 05 huyện, thành phố và 04 sở, ngành, kết thúc trước ngày 31/10/2024.',
    ['huyện, thành phố 5 huyện, thành phố', 'sở, ngành 4 sở, ngành'],
  ],
])('what is told of work is a target where it is to be reached: %s', (sentence, told) => {
  expect(
    targetsIn(sentence, 'II. NHIỆM VỤ').map(({ label, value, unit }) => `${label} ${value} ${unit}`),
  ).toEqual(told);
});

test.each<[string, string[]]>([
  ['Tỷ lệ hồ sơ số hóa tăng từ 21,4% năm 2023 lên 29,5%.', ['Tỷ lệ hồ sơ số hóa 29.5 % 2024']],
  [
    'Chỉnh lý 410 mét giá tài liệu, tương ứng khoảng 32.800 hồ sơ.',
    ['tài liệu 410 mét giá 2024', 'tài liệu 32800 hồ sơ 2024'],
  ],
  [
    'Vốn đầu tư đạt 78.000 tỷ đồng, gấp 1,8 lần giai đoạn trước.',
    ['Vốn đầu tư 78000000000000 đồng 2024', 'Vốn đầu tư 1.8 lần 2024'],
  ],
])('a figure beside another of the same thing: %s', (sentence, told) => {
  expect(
    targetsIn(sentence).map(({ label, value, unit, due }) => `${label} ${value} ${unit} ${due}`),
  ).toEqual(told);
});

test.each<[string, (string | null)[]]>([
  [
    'Hình thành 03 phòng thí nghiệm dùng chung, 01 trung tâm tính toán trong tháng 8/2024.',
    ['2024-08', '2024-08'],
  ],
  [
    'Đến ngày 30/6/2024 kiểm tra 98% cơ sở; hết quý III/2024 cấp 900 tài khoản. Vận động giao nộp 300 khẩu súng.',
    ['2024-06-30', '2024-35', '2024'],
  ],
  ['Đến ngày 30/6/2024 kiểm tra 98% cơ sở. Vận động giao nộp 300 khẩu súng.', ['2024-06-30', '2024-06-30']],
  ['Tổ chức 02 chuyến tham quan tại Tuyên Quang trong 6 tháng đầu năm.', ['2024-06']],
])('by when, told behind a list or before its sentences: %s', (sentence, due) => {
  expect(targetsIn(sentence).map((target) => target.due)).toEqual(due);
});

test.each<[string, string[]]>([
  [
    'Hệ thống truyền thanh xã phát tối thiểu 02 tin, bài/tháng.',
    ['tin, bài | Hệ thống truyền thanh xã | frequency | >=2 | tin, bài/tháng |  |  | 2024'],
  ],
  [
    '100% trường THCS ký cam kết không có học sinh vi phạm vào đầu mỗi năm học.',
    ['trường THCS ký cam kết không có học sinh vi phạm | trường THCS | share | =100 | % | group |  | 2024'],
  ],
  [
    'Tỷ lệ tiêm vắc xin sởi mũi 1: ≥ 95%.',
    ['Tỷ lệ tiêm vắc xin sởi mũi 1 |  | share | >=95 | % |  |  | 2024'],
  ],
  [
    'Phấn đấu 80% người cao tuổi được chăm sóc, trong đó 10% tại cơ sở bảo trợ.',
    [
      'người cao tuổi được chăm sóc | người cao tuổi | share | =80 | % | group |  | 2024',
      'người cao tuổi được chăm sóc | người cao tuổi | share | =10 | % | group |  | 2024',
    ],
  ],
  [
    'Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến đạt 85%; tỷ lệ giao dịch mua hàng có hóa đơn đạt 70%.',
    [
      'Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến | hồ sơ thủ tục hành chính | share | =85 | % | group |  | 2024',
      'tỷ lệ giao dịch mua hàng có hóa đơn | giao dịch mua hàng | share | =70 | % | group |  | 2024',
    ],
  ],
  [
    'Tỷ lệ giải ngân vốn được giao đạt 95%.',
    ['Tỷ lệ giải ngân vốn được giao |  | share | =95 | % |  |  | 2024'],
  ],
  ['Không để phát sinh tái nghèo quá 03 hộ.', ['tái nghèo |  | count | <=3 | hộ |  |  | 2024']],
  [
    'Thu nhập bình quân đạt từ 95 triệu đồng/năm trở lên.',
    ['Thu nhập bình quân |  | amount | >=95000000 | đồng/năm |  |  | 2024'],
  ],
  [
    'Chi cho nghiên cứu của các doanh nghiệp đạt trên 2% doanh thu thuần.',
    ['Chi cho nghiên cứu của các doanh nghiệp |  | share | >2 | % | other |  | 2024'],
  ],
  [
    'Đóng góp vào GRDP của tỉnh khoảng 6%.',
    ['Đóng góp vào GRDP của tỉnh |  | share | =6 | % | other |  | 2024'],
  ],
  [
    'Giảm ít nhất 5% số vụ phạm tội so với năm 2023; riêng tội phạm giết người giảm từ 10% trở lên.',
    [
      'vụ phạm tội |  | share | >=5 | % | other | decrease | 2024',
      'tội phạm giết người |  | share | >=10 | % | other | decrease | 2024',
    ],
  ],
  ['Cháy nổ giảm 3% số vụ.', ['Cháy nổ |  | share | =3 | % | other | decrease | 2024']],
  [
    'Thu hút 220 lao động, trong đó lao động nữ chiếm trên 45%.',
    [
      'lao động |  | count | =220 | lao động |  |  | 2024',
      'lao động nữ | lao động nữ | share | >45 | % | other |  | 2024',
    ],
  ],
  [
    'Thu hồi tài sản bị chiếm đoạt đạt trên 60% số phải thu hồi.',
    ['Thu hồi tài sản bị chiếm đoạt |  | share | >60 | % | other |  | 2024'],
  ],
  ['Gia cố 12 cống dưới đê bao trước mùa lũ.', ['cống dưới đê bao |  | count | =12 | cống |  |  | 2024']],
  [
    'Lắp đặt mới 120 mắt camera bằng nguồn xã hội hóa.',
    ['mắt camera |  | count | =120 | mắt camera |  |  | 2024'],
  ],
  ['Giảm 2/3 số hộ nghèo.', ['hộ nghèo |  | share | =66.67 | % |  | decrease | 2024']],
  [
    'Chiều cao trung bình của trẻ 6 tuổi tăng 1,5 cm - 2 cm.',
    [
      'Chiều cao trung bình của trẻ 6 tuổi | trẻ 6 tuổi | count | >=1.5 | cm |  | increase | 2024',
      'Chiều cao trung bình của trẻ 6 tuổi | trẻ 6 tuổi | count | <=2 | cm |  | increase | 2024',
    ],
  ],
  [
    'Tỷ lệ học sinh được uống sữa 3 - 5 lần/tuần đạt 70%.',
    ['Tỷ lệ học sinh được uống sữa 3 - 5 lần/tuần | học sinh | share | =70 | % | group |  | 2024'],
  ],
  [
    'Giá trị công nghiệp hỗ trợ đạt 500 tỷ đồng; đến năm 2027 chiếm 25% giá trị sản xuất toàn ngành.',
    [
      'Giá trị công nghiệp hỗ trợ |  | amount | =500000000000 | đồng |  |  | 2024',
      'Giá trị công nghiệp hỗ trợ |  | share | =25 | % | other |  | 2027',
    ],
  ],
  [
    '95% người được điều trị ARV có tải lượng vi rút dưới ngưỡng.',
    [
      'người được điều trị ARV có tải lượng vi rút dưới ngưỡng | người được điều trị ARV | share | =95 | % | group |  | 2024',
    ],
  ],
  [
    'Mỗi lớp có từ 15 học viên trở lên, linh hoạt tại nhà văn hóa.',
    ['học viên | Mỗi lớp | count | >=15 | học viên |  |  | 2024'],
  ],
  [
    'Tổ chức đối thoại ít nhất 02 lần/năm; mỗi sở, ngành 01 cuộc/quý.',
    [
      'đối thoại |  | frequency | >=2 | lần/năm |  |  | 2024',
      'đối thoại | mỗi sở, ngành | frequency | =1 | cuộc/quý |  |  | 2024',
    ],
  ],
  [
    'Tổ chức 02 lớp tập huấn cho khoảng 180 người của các sở, ngành trong tháng 5/2024.',
    [
      'lớp tập huấn |  | count | =2 | lớp |  |  | 2024-05',
      'người của các sở, ngành | người của các sở, ngành | count | =180 | người |  |  | 2024-05',
    ],
  ],
])('parts, fractions, ranges and those whom a share is of: %s', (sentence, told) => {
  expect(targetsIn(sentence).map(inOneLine)).toEqual(told);
});

test('parts of town and country behind a share are of the same', () => {
  const targets = targetsIn(
    'Khống chế thừa cân ở trẻ em dưới 7% (khu vực thành thị dưới 9,5%, nông thôn dưới 5,5%); tỷ lệ thu gom rác đô thị trên 93%, nông thôn trên 62%.',
  );
  expect(targets.map(({ label, group }) => [label, group])).toEqual([
    ['thừa cân ở trẻ em', null],
    ['thừa cân ở trẻ em', 'khu vực thành thị'],
    ['thừa cân ở trẻ em', 'nông thôn'],
    ['tỷ lệ thu gom rác', 'đô thị'],
    ['tỷ lệ thu gom rác', 'nông thôn'],
  ]);
});

test.each<[string, string[]]>([
  ['Tổ chức tiêm phòng định kỳ 02 đợt/năm.', ['tiêm phòng định kỳ 2 đợt/năm null']],
  ['Dịch tả lợn cổ điển đạt ≥ 75% diện tiêm.', ['Dịch tả lợn cổ điển 75 % eligible']],
  [
    'Huy động nguồn xã hội hóa từ 25% đến 30% tổng kinh phí tu bổ.',
    ['nguồn xã hội hóa 25 % other', 'nguồn xã hội hóa 30 % other'],
  ],
  [
    'Bổ sung 1.600 đầu sách, dựng 60 bia di tích.',
    ['đầu sách 1600 đầu sách null', 'bia di tích 60 bia di tích null'],
  ],
])('tasks with rhythms, shares that are raised and more units: %s', (sentence, told) => {
  expect(
    targetsIn(sentence, 'III. NHIỆM VỤ').map(
      ({ label, value, unit, of }) => `${label} ${value} ${unit} ${of}`,
    ),
  ).toEqual(told);
});

test('places of a district are known by their names alone', () => {
  const { targets } = factsOf({
    letterhead: `ỦY BAN NHÂN DÂN
QUẬN BÌNH THỦY
Số: 12/KH-UBND
Bình Thủy, ngày 10 tháng 01 năm 2024`,
    body: 'I. CHỈ TIÊU\n1. Tổ chức 50 chuyên đề, cụ thể: An Thới 24 chuyên đề, Bùi Hữu Nghĩa 26 chuyên đề.',
  });
  expect(targets.map(({ value, place }) => [value, place?.name ?? null])).toEqual([
    [50, null],
    [24, 'An Thới'],
    [26, 'Bùi Hữu Nghĩa'],
  ]);
});
