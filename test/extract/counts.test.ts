import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/plan/record.ts';
import { factsOf } from './plan.ts';

const GOALS = 'II. CHỈ TIÊU';
const DUTIES = 'II. NHIỆM VỤ, GIẢI PHÁP';

/** What a sentence's targets are, each in one line. */
const targetsIn = (sentence: string, heading: string): string[] =>
  factsOf({
    body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\n${heading}\n1. ${sentence}\nIII. KINH PHÍ\nNgân sách tỉnh.`,
  }).targets.map(inOneLine);

const inOneLine = ({ label, group, relation, value, unit, of, change, due }: Target): string =>
  [label, group, `${relation}${value}`, unit, of, change, due].map((part) => part ?? '').join(' | ');

describe('the noun that is counted', () => {
  test.each<[string, string[]]>([
    [
      'Cử 18 đồng chí học cao cấp lý luận chính trị.',
      ['đồng chí học cao cấp lý luận chính trị |  | =18 | đồng chí |  |  | 2024'],
    ],
    ['Cắm 300 mốc ranh giới rừng.', ['mốc ranh giới rừng |  | =300 | mốc |  |  | 2024']],
    ['Xây dựng 04 chòi canh lửa.', ['chòi canh lửa |  | =4 | chòi |  |  | 2024']],
    [
      'Có trên 900 nhân lực khoa học dữ liệu.',
      ['nhân lực khoa học dữ liệu |  | >900 | nhân lực |  |  | 2024'],
    ],
    [
      'Đào tạo 35 kỹ sư, kỹ thuật viên vận hành.',
      ['kỹ sư, kỹ thuật viên vận hành |  | =35 | kỹ sư, kỹ thuật viên |  |  | 2024'],
    ],
    ['Huyện A: 02 cụm có hạ tầng.', ['cụm có hạ tầng |  | =2 | cụm |  |  | 2024']],
  ])('%s', (sentence, expected) => {
    expect(targetsIn(sentence, GOALS)).toEqual(expected);
  });
});

describe('what is counted behind what is done', () => {
  test.each<[string, string, string[]]>([
    [
      'how well it is done',
      'Bảo vệ tốt 2.500 ha rừng hiện có.',
      ['rừng hiện có |  | =2500 | ha |  |  | 2024'],
    ],
    ['that it is done', 'Xây dựng xong 03 cầu treo.', ['cầu treo |  | =3 | cầu |  |  | 2024']],
    ['that there is enough', 'Chuẩn bị đủ 200 tấn giống.', ['giống |  | =200 | tấn |  |  | 2024']],
    [
      'that it is done again',
      'Đào tạo, đào tạo lại 600 lao động kỹ thuật.',
      ['lao động kỹ thuật | lao động kỹ thuật | =600 | lao động |  |  | 2024'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(targetsIn(sentence, DUTIES)).toEqual(expected);
  });
});

describe('what sums up', () => {
  test.each<[string, string, string[]]>([
    [
      'what is to be had by then',
      'Thành lập mới 06 trạm y tế; lũy kế 13 trạm y tế được thành lập.',
      [
        'trạm y tế |  | =6 | trạm y tế |  |  | 2024',
        'trạm y tế được thành lập |  | =13 | trạm y tế |  |  | 2024',
      ],
    ],
    [
      'by the end of the year, and what of it comes within the year',
      'Diện tích được cấp chứng chỉ lũy kế đến hết năm đạt 900 ha (trong năm cấp mới 60 ha).',
      [
        'Diện tích được cấp chứng chỉ |  | =900 | ha |  |  | 2024',
        'Diện tích được cấp chứng chỉ |  | =60 | ha |  |  | 2024',
      ],
    ],
    [
      'what there is and its parts, all to be kept',
      'Bảo vệ tốt 2.500 ha rừng hiện có, trong đó: Rừng đặc dụng 310 ha, rừng phòng hộ 254 ha.',
      [
        'rừng hiện có |  | =2500 | ha |  |  | 2024',
        'Rừng đặc dụng |  | =310 | ha |  |  | 2024',
        'rừng phòng hộ |  | =254 | ha |  |  | 2024',
      ],
    ],
    ['what there is already', 'Lũy kế đến nay có 13 trạm y tế.', []],
  ])('%s', (_, sentence, expected) => {
    expect(targetsIn(sentence, GOALS)).toEqual(expected);
  });
});

describe('which are counted, and which are not', () => {
  test.each<[string, string, string[]]>([
    [
      'a dimension tells which are meant',
      'Sản lượng khai thác gỗ 1.600 m3, trong đó gỗ có đường kính từ 18 cm trở lên tối thiểu 500 m3.',
      [
        'Sản lượng khai thác gỗ |  | =1600 | m3 |  |  | 2024',
        'gỗ có đường kính từ 18 cm trở lên |  | >=500 | m3 |  |  | 2024',
      ],
    ],
    ['others are allotted figures', 'Giao chỉ tiêu cho 12 xã, phường có diện tích lớn.', []],
    [
      'the rest is told behind a comma',
      'Trồng lại rừng sau khai thác 950 ha, còn lại là trồng mới.',
      ['Trồng lại rừng sau khai thác |  | =950 | ha |  |  | 2024'],
    ],
    [
      'the whole territory does it',
      'Toàn tỉnh trồng rừng đạt tối thiểu 85% kế hoạch.',
      ['trồng rừng |  | >=85 | % | plan |  | 2024'],
    ],
    [
      'some units have a share of their own',
      'Tỷ lệ che phủ rừng toàn tỉnh đạt 62%; riêng các xã vùng cao nâng lên 41%.',
      [
        'Tỷ lệ che phủ rừng toàn tỉnh |  | =62 | % |  |  | 2024',
        'Tỷ lệ che phủ rừng | các xã vùng cao | =41 | % | group |  | 2024',
      ],
    ],
    [
      'bodies do something for so many',
      'Ngân sách tỉnh hỗ trợ hạ tầng cho tối thiểu 05 cụm công nghiệp.',
      ['cụm công nghiệp |  | >=5 | cụm công nghiệp |  |  | 2024'],
    ],
    [
      'something is done to so many',
      'Chuyển đổi vị trí công tác đối với 40 công chức.',
      ['công chức |  | =40 | công chức |  |  | 2024'],
    ],
    [
      'what people are trained in',
      '100% công chức được bồi dưỡng theo tiêu chuẩn chức vụ trước khi bổ nhiệm.',
      ['công chức được bồi dưỡng theo tiêu chuẩn chức vụ | công chức | =100 | % | group |  | 2024'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(targetsIn(sentence, GOALS)).toEqual(expected);
  });
});

describe('numbers without a unit', () => {
  test.each<[string, string, string[]]>([
    [
      'so many of what is named before, and its parts',
      'Số doanh nghiệp phụ trợ: 140, trong đó cơ khí 60, điện tử 35 và nhựa 30.',
      [
        'Số doanh nghiệp phụ trợ |  | =140 | doanh nghiệp |  |  | 2024',
        'cơ khí |  | =60 | doanh nghiệp |  |  | 2024',
        'điện tử |  | =35 | doanh nghiệp |  |  | 2024',
        'nhựa |  | =30 | doanh nghiệp |  |  | 2024',
      ],
    ],
    [
      'with a bound',
      'Doanh nghiệp đủ năng lực cung ứng cho doanh nghiệp lắp ráp: tối thiểu 25.',
      ['Doanh nghiệp đủ năng lực cung ứng cho doanh nghiệp lắp ráp |  | >=25 | doanh nghiệp |  |  | 2024'],
    ],
    [
      'parts of a count with a unit',
      'Xây dựng 45 mô hình, gồm: trồng trọt 20; lúa 15.',
      [
        'mô hình |  | =45 | mô hình |  |  | 2024',
        'trồng trọt |  | =20 | mô hình |  |  | 2024',
        'lúa |  | =15 | mô hình |  |  | 2024',
      ],
    ],
    ['numbers of items', 'Thực hiện các nội dung: 1, 2 và 4.', []],
  ])('%s', (_, sentence, expected) => {
    expect(targetsIn(sentence, GOALS)).toEqual(expected);
  });
});

describe('how often, of whom, by when', () => {
  test.each<[string, string, string[]]>([
    [
      'each of those with something',
      'Mỗi xã có rừng tổ chức tối thiểu 02 hội nghị/năm.',
      ['hội nghị | Mỗi xã có rừng | >=2 | hội nghị/năm |  |  | 2024'],
    ],
    [
      'those at whose place it is done',
      'Duy trì sinh hoạt chuyên đề tại các phòng, ban 01 buổi/quý.',
      ['sinh hoạt chuyên đề | các phòng, ban | =1 | buổi/quý |  |  | 2024'],
    ],
    [
      'turns each year',
      'Hỗ trợ 20 lượt doanh nghiệp tham gia hội chợ mỗi năm.',
      ['lượt doanh nghiệp tham gia hội chợ |  | =20 | lượt/năm |  |  | 2024'],
    ],
    [
      'all that a sentence lists is done by its end',
      'Làm mới 46 km đường, xây dựng 04 chòi canh lửa tại các xã xong trước ngày 31/3/2024.',
      ['đường |  | =46 | km |  |  | 2024-03-31', 'chòi canh lửa |  | =4 | chòi |  |  | 2024-03-31'],
    ],
    [
      'a part has a time of its own',
      'Gieo trồng 2.480 ha, trong đó vụ Xuân 1.150 ha gieo cấy xong trước ngày 20/02/2024.',
      ['Gieo trồng |  | =2480 | ha |  |  | 2024', 'vụ Xuân |  | =1150 | ha |  |  | 2024-02-20'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(targetsIn(sentence, DUTIES)).toEqual(expected);
  });
});

describe('where what is counted ends', () => {
  test.each<[string, string, string[]]>([
    [
      'before where so many are brought to',
      'Đưa 90 ha đất công nghiệp vào cho thuê.',
      ['đất công nghiệp |  | =90 | ha |  |  | 2024'],
    ],
    [
      'behind how often those named are to have it',
      '65% học sinh bán trú được học kỹ năng sống ít nhất 02 buổi/tháng.',
      [
        'học sinh bán trú được học kỹ năng sống ít nhất 02 buổi/tháng | học sinh bán trú | =65 | % | group |  | 2024',
      ],
    ],
    [
      'what the same people do is a share of them',
      'Tỷ lệ cán bộ hoàn thành tốt nhiệm vụ đạt 92%, hoàn thành xuất sắc nhiệm vụ không quá 20%.',
      [
        'Tỷ lệ cán bộ hoàn thành tốt nhiệm vụ | cán bộ | =92 | % | group |  | 2024',
        'hoàn thành xuất sắc nhiệm vụ | cán bộ | <=20 | % | group |  | 2024',
      ],
    ],
    [
      'what they do begins with a verb',
      '90% hồ sơ tiếp nhận trực tuyến; trên 85% học viên đánh giá khóa học sát thực tế.',
      [
        'hồ sơ tiếp nhận trực tuyến | hồ sơ | =90 | % | group |  | 2024',
        'học viên đánh giá khóa học sát thực tế | học viên | >85 | % | group |  | 2024',
      ],
    ],
    [
      'mothers are people',
      'Tỷ lệ bà mẹ được sàng lọc trước sinh đạt 52%.',
      ['Tỷ lệ bà mẹ được sàng lọc trước sinh | bà mẹ | =52 | % | group |  | 2024'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(targetsIn(sentence, GOALS)).toEqual(expected);
  });
});

describe('what so many make up', () => {
  test.each<[string, string, string[]]>([
    [
      'people of a body that is set up',
      'Xây dựng đội ngũ báo cáo viên kiêm chức gồm 35 đồng chí.',
      ['báo cáo viên kiêm chức |  | =35 | đồng chí |  |  | 2024'],
    ],
    ['forms of a survey', 'Khảo sát sau bồi dưỡng với 600 phiếu.', ['phiếu |  | =600 | phiếu |  |  | 2024']],
    ['a body that is there', 'Tổ công tác gồm 07 thành viên.', []],
  ])('%s', (_, sentence, expected) => {
    expect(targetsIn(sentence, DUTIES)).toEqual(expected);
  });
});
