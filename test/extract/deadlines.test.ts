import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../src/plan/record.ts';
import { factsOf } from './plan.ts';

const deadlinesOf = (sentence: string): Deadline[] =>
  factsOf({ body: `I. NHIỆM VỤ\n1. ${sentence}` }).deadlines;

describe('a day, month or quarter', () => {
  test.each([
    ['Hoàn thành khám sàng lọc trước ngày 30/6/2024.', 'trước ngày 30/6/2024', '2024-06-30'],
    [
      'Chậm nhất đến ngày 15 tháng 12 năm 2024, các xã gửi báo cáo.',
      'Chậm nhất đến ngày 15 tháng 12 năm 2024',
      '2024-12-15',
    ],
    ['Trong tháng 5/2024, các xã gửi danh sách.', 'Trong tháng 5/2024', '2024-05'],
    ['Trong quý III/2024 tổ chức hội nghị sơ kết.', 'Trong quý III/2024', '2024-35'],
    ['Gửi danh sách trước 25/5/2024.', 'trước 25/5/2024', '2024-05-25'],
    ['Quý I/2024, hoàn thành nâng cấp trạm y tế.', 'Quý I/2024', '2024-33'],
    ['Tháng 3/2024: Tổ chức tập huấn cho trạm y tế.', 'Tháng 3/2024', '2024-03'],
    ['Mua sắm thiết bị, không để chậm quá ngày 31/7/2024.', 'không để chậm quá ngày 31/7/2024', '2024-07-31'],
    ['Muộn nhất là ngày 20/11/2024 gửi danh sách.', 'Muộn nhất là ngày 20/11/2024', '2024-11-20'],
    ['Nạo vét kênh mương, hoàn thành cuối tháng 6/2024.', 'cuối tháng 6/2024', '2024-06'],
    ['Đầu quý III năm 2024, trồng cây phân tán.', 'Đầu quý III năm 2024', '2024-35'],
  ])('%s', (sentence, text, due) => {
    expect(deadlinesOf(sentence)).toMatchObject([{ due, recurrence: null }]);
    expect(deadlinesOf(sentence)[0]?.text.toLowerCase()).toContain(text.toLowerCase());
  });
});

describe('a rhythm', () => {
  test.each([
    ['Hằng quý, báo cáo kết quả về Sở Y tế.', ['FREQ=MONTHLY;INTERVAL=3']],
    ['Hàng tháng, cung cấp danh sách trẻ mới sinh.', ['FREQ=MONTHLY']],
    ['Định kỳ hằng tuần tổng hợp ca bệnh.', ['FREQ=WEEKLY']],
    ['Định kỳ 06 tháng báo cáo kết quả.', ['FREQ=MONTHLY;INTERVAL=6']],
    ['Hằng năm, rà soát danh mục thuốc.', ['FREQ=YEARLY']],
    ['Định kỳ 03 tháng đối chiếu số thu với kho bạc.', ['FREQ=MONTHLY;INTERVAL=3']],
    ['Sao lưu dữ liệu hằng tuần; xử lý sự cố.', ['FREQ=WEEKLY']],
    ['Học sinh được khám sức khỏe mỗi năm học một lần.', ['FREQ=YEARLY']],
    ['Báo cáo kết quả vào cuối mỗi năm học.', ['FREQ=YEARLY']],
    ['Cập nhật hồ sơ chậm nhất ngày 30/10 mỗi năm học.', ['FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30']],
    ['Định kỳ vào tháng 9, cập nhật số liệu trên phần mềm.', ['FREQ=YEARLY;BYMONTH=9']],
    ['Sở Y tế công bố tình hình dịch bệnh hằng tuần trên Cổng Thông tin điện tử.', ['FREQ=WEEKLY']],
    ['Rà soát, thống kê tổng đàn vật nuôi hằng quý; xử lý các hộ.', ['FREQ=MONTHLY;INTERVAL=3']],
    ['Tăng thời lượng phát thanh, hằng tuần đưa tin về dịch bệnh.', ['FREQ=WEEKLY']],
    ['6 tháng, cuối năm báo cáo số liệu.', ['FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY']],
    [
      'Hằng quý, 06 tháng, 09 tháng và cả năm báo cáo số liệu.',
      ['FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=MONTHLY;INTERVAL=9', 'FREQ=YEARLY'],
    ],
    ['Mở lớp; tổng hợp số liệu hàng tháng, quý.', ['FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=3']],
    ['Tổng hợp, đánh giá kết quả thực hiện Kế hoạch hằng năm.', ['FREQ=YEARLY']],
    ['Họp giao ban 01 tháng/lần để đánh giá tiến độ.', ['FREQ=MONTHLY']],
    ['Công bố kết quả vào cuối mỗi quý.', ['FREQ=MONTHLY;INTERVAL=3']],
    ['Tổ chức kiểm tra tại các cơ sở (hằng quý).', ['FREQ=MONTHLY;INTERVAL=3']],
    ['Hằng năm, vào quý IV, xây dựng dự toán gửi Sở Tài chính.', ['FREQ=YEARLY']],
    ['Hằng tuần (vào thứ Sáu) tổng vệ sinh môi trường.', ['FREQ=WEEKLY;BYDAY=FR']],
    ['Báo cáo trước ngày 10 của tháng đầu tiên mỗi quý.', ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10']],
    ['Báo cáo trước ngày 15 của tháng thứ ba mỗi quý.', ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15']],
    ['Chậm nhất vào ngày 15 của tháng kế tiếp, gửi số liệu.', ['FREQ=MONTHLY;BYMONTHDAY=15']],
    ['Xây dựng kế hoạch trước ngày 15 tháng 12 năm trước.', ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15']],
    ['Báo cáo kết quả chậm nhất ngày 31/01 năm sau.', ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31']],
    ['Hằng năm, chậm nhất ngày 15/12 báo cáo kết quả.', ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15']],
    ['Vào cuối năm học, đánh giá học sinh.', ['FREQ=YEARLY']],
    ['Định kỳ quý báo cáo kết quả.', ['FREQ=MONTHLY;INTERVAL=3']],
    ['Định kỳ (tháng, quý) báo cáo kết quả.', ['FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=3']],
    ['Hằng tuần, số hóa hồ sơ lưu trữ.', ['FREQ=WEEKLY']],
    ['Tổ chức sơ kết 6 tháng thực hiện Kế hoạch.', []],
    [
      'Báo cáo kết quả vào ngày 15 và 30 hằng tháng.',
      ['FREQ=MONTHLY;BYMONTHDAY=15', 'FREQ=MONTHLY;BYMONTHDAY=30'],
    ],
    [
      'Gửi báo cáo vào các ngày 15/3, 15/6 và 15/9 hằng năm.',
      [
        'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15',
        'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15',
        'FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15',
      ],
    ],
    [
      'Các xã chủ động thực hiện, theo dõi, đánh giá kết quả hằng năm, bảo đảm hoàn thành chỉ tiêu.',
      ['FREQ=YEARLY'],
    ],
    ['Báo cáo trước ngày 15 tháng 12 hằng năm.', ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15']],
    [
      'Định kỳ báo cáo kết quả trước ngày 15/6 và trước ngày 15/12 về Sở Y tế để tổng hợp.',
      ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15'],
    ],
    [
      'Tổ chức tháng cao điểm vận động vào tháng 5 và tháng 11 hằng năm.',
      ['FREQ=YEARLY;BYMONTH=5', 'FREQ=YEARLY;BYMONTH=11'],
    ],
    [
      'Báo cáo trước ngày 15 tháng 6 và 15 tháng 12 hằng năm.',
      ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15'],
    ],
    [
      'Tổng hợp số liệu trước ngày 20/5, 20/11 hằng năm.',
      ['FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=20', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20'],
    ],
    ['Báo cáo trước ngày 25 hằng tháng.', ['FREQ=MONTHLY;BYMONTHDAY=25']],
    ['Gửi lịch trực vào thứ Sáu hằng tuần.', ['FREQ=WEEKLY;BYDAY=FR']],
    ['Gửi số liệu trước ngày 05 của tháng đầu mỗi quý.', ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5']],
    [
      'Định kỳ hằng quý, 06 tháng, hằng năm báo cáo kết quả.',
      ['FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY'],
    ],
  ])('%s', (sentence, rules) => {
    expect(deadlinesOf(sentence).map(({ due, recurrence }) => due ?? recurrence)).toEqual(rules);
  });
});

describe('a day or quarter without a year', () => {
  test.each([
    ['Gửi báo cáo về Sở Y tế trước ngày 15/6 và ngày 15/12/2024.', ['2024-06-15', '2024-12-15']],
    [
      'Gửi báo cáo 06 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12/2024.',
      ['2024-06-10', '2024-12-05'],
    ],
    ['Hồ sơ gửi Sở Y tế chậm nhất ngày 10 tháng 12.', ['2024-12-10']],
    ['Gửi báo cáo trước ngày 10 tháng 6 và ngày 10 tháng 12.', ['2024-06-10', '2024-12-10']],
    ['Kiểm tra các trạm y tế, xong trong quý I.', ['2024-33']],
    ['Tiêm phòng đợt 2 trong tháng 9 và tháng 10 năm 2024.', ['2024-09', '2024-10']],
    ['Giao thuốc về các trạm y tế xong trước 30 tháng 4.', ['2024-04-30']],
    ['Tính đến trước ngày 10/6, có 12 trạm.', []],
  ])('is of the year named next, else of the plan: %s', (sentence, dues) => {
    const { deadlines } = factsOf({ title: 'Khám sàng lọc năm 2024', body: `I. NHIỆM VỤ\n1. ${sentence}` });
    expect(deadlines.map(({ due }) => due)).toEqual(dues);
  });
});

test('a day without a year is of each year where the duty is periodic', () => {
  expect(
    deadlinesOf('Các xã định kỳ báo cáo kết quả trước ngày 20/11 về Sở Y tế.').map(
      ({ text, recurrence, action }) => [text, recurrence, action],
    ),
  ).toEqual([['trước ngày 20/11', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20', 'báo cáo kết quả']]);
});

describe('a time counted from an event', () => {
  test.each([
    ['Gửi hồ sơ về Sở Y tế trước mỗi sự kiện ít nhất 30 ngày.', 'trước mỗi sự kiện ít nhất 30 ngày'],
    [
      'Gửi tài liệu ít nhất 05 ngày làm việc trước khi họp, đồng thời báo cáo Sở Y tế.',
      'ít nhất 05 ngày làm việc trước khi họp',
    ],
    ['Xử lý ổ dịch trong 24-48 giờ sau khi nhận tin báo.', 'trong 24-48 giờ sau khi nhận tin báo'],
    [
      'Gửi kế hoạch về Sở Y tế trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này.',
      'trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này',
    ],
    ['Sau 05 ngày làm việc kể từ ngày ký, các xã báo cáo.', 'Sau 05 ngày làm việc kể từ ngày ký'],
  ])('%s', (sentence, text) => {
    expect(deadlinesOf(sentence)).toMatchObject([{ text, due: null, recurrence: null }]);
  });
});

describe('none', () => {
  test.each([
    'Người hưởng lương hưu hằng tháng được khám miễn phí.',
    'Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh.',
    'Số liệu tính đến ngày 31/12/2023 có 12 trạm.',
    'Kể từ ngày 01/7/2024 dùng mẫu sổ mới.',
    'Giao chỉ tiêu kế hoạch hằng năm cho các xã.',
    'Năm 2024, xây mới 12 trạm.',
    'Nâng mức trợ cấp hàng tháng cho nhân viên y tế thôn bản.',
    'Đánh giá việc học tập chương trình bồi dưỡng thường xuyên hàng năm.',
    'Tham mưu bố trí kinh phí sự nghiệp hằng năm cho các trạm y tế.',
    'Cụ thể hóa thành nhiệm vụ hằng năm, phù hợp với nguồn lực.',
    'Phê duyệt danh mục nhiệm vụ đặt hàng năm 2024.',
  ])('%s', (sentence) => {
    expect(deadlinesOf(sentence)).toEqual([]);
  });
});

test('what is due, behind or before its time', () => {
  expect(
    [
      'Hằng quý, báo cáo kết quả về Sở Y tế.',
      'Trước ngày 30/6/2024, hoàn thành khám sàng lọc cho người cao tuổi; ghi sổ.',
      'Hoàn thành khám sàng lọc cho người cao tuổi trước ngày 30/6/2024.',
      'Khám sàng lọc cho người cao tuổi; hoàn thành trước ngày 30/6/2024.',
      'Chủ trì, phối hợp với Sở Nội vụ tổ chức tập huấn trước ngày 30/6/2024.',
      'Hằng tháng, đồng thời báo cáo kết quả về Sở Y tế.',
      'Tổ chức thực hiện, đánh giá kết quả hằng năm, bảo đảm hoàn thành chỉ tiêu.',
      'Xây dựng báo cáo kết quả kiểm tra, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2024.',
      'Thẩm định hồ sơ xin cấp phép, trình ký trong thời hạn 02 ngày kể từ ngày nhận.',
      'Ban hành kế hoạch của địa phương, hoàn thành trước ngày 15/02/2024, trong đó: nêu rõ nguồn lực.',
      'Bố trí điểm tiêm cố định, tiếp nhận người dân vào thứ Bảy hằng tuần.',
      'Phối hợp với các tổ chức thành viên giới thiệu hòa giải viên trước ngày 30/6/2024.',
      'Báo cáo tiến độ vào thứ Sáu hằng tuần gửi Sở Y tế.',
      'Trạm được kiểm tra định kỳ ít nhất mỗi năm một lần, có sổ theo dõi.',
      'Hằng tháng, tổ chức phiên giao dịch, phấn đấu thu hút 2.500 lượt người.',
      'Hướng dẫn các xã thanh, quyết toán kinh phí trước ngày 30/6/2024.',
      'Hướng dẫn hồ sơ, nộp về Công an phường trước ngày 30/6/2024.',
      '6 tháng, cuối năm báo cáo số liệu về Sở Y tế.',
      'Xây dựng kế hoạch, giao chỉ tiêu cho từng trạm trước ngày 30/6/2024.',
      'Phối hợp với Ban Tổ chức Tỉnh ủy rà soát nguồn cán bộ trước ngày 30/6/2024.',
      'Trang hoàng nghĩa trang liệt sĩ, thắp nến tri ân tối 26 tháng 7.',
      'Hằng quý, 06 tháng, 09 tháng và cả năm báo cáo số liệu về Sở Y tế.',
      'Trường hợp khẩn cấp, phải báo cáo Sở Y tế trong 24 giờ kể từ khi phát sinh ổ dịch.',
      'Phun hóa chất 02 đợt, đợt I hoàn thành trước ngày 30/4/2024.',
      'Tham mưu tổ chức sơ kết trong quý IV năm 2027, tổng kết Kế hoạch vào năm 2030.',
      'Tổng hợp, báo cáo Ban đại diện, Ủy ban nhân dân tỉnh kết quả thực hiện định kỳ hằng quý.',
      'Hằng quý, Ban Chỉ đạo 138 tỉnh họp đánh giá tình hình.',
      'Nạn nhân được tiếp nhận, bố trí nơi ở trong vòng 12 giờ kể từ khi có đề nghị.',
      'Phối hợp với Sở Xây dựng, Sở Nội vụ khảo sát, công bố chỉ số trước ngày 30/6/2024.',
      'Phối hợp Trường Chính trị tỉnh biên soạn tài liệu, tổ chức bồi dưỡng cho công chức, hoàn thành trong tháng 9/2024.',
      'Duy trì “Cà phê doanh nhân” hằng tháng; mọi vướng mắc được trả lời.',
      'Chỉ đạo trạm y tế phối hợp với các trường học tẩy giun trước ngày 30/6/2024.',
    ].map((sentence) => deadlinesOf(sentence)[0]?.action),
  ).toEqual([
    'báo cáo kết quả về Sở Y tế',
    'hoàn thành khám sàng lọc cho người cao tuổi',
    'Hoàn thành khám sàng lọc cho người cao tuổi',
    'Khám sàng lọc cho người cao tuổi',
    'tổ chức tập huấn',
    'báo cáo kết quả về Sở Y tế',
    'đánh giá kết quả',
    'trình Ủy ban nhân dân tỉnh',
    'trình ký',
    'Ban hành kế hoạch của địa phương',
    'tiếp nhận người dân',
    'giới thiệu hòa giải viên',
    'Báo cáo tiến độ',
    'Trạm được kiểm tra định kỳ',
    'tổ chức phiên giao dịch',
    'Hướng dẫn các xã thanh, quyết toán kinh phí',
    'nộp về Công an phường',
    'báo cáo số liệu về Sở Y tế',
    'Xây dựng kế hoạch, giao chỉ tiêu cho từng trạm',
    'rà soát nguồn cán bộ',
    'thắp nến tri ân',
    'báo cáo số liệu về Sở Y tế',
    'phải báo cáo Sở Y tế',
    'đợt I hoàn thành',
    'Tham mưu tổ chức sơ kết',
    'Tổng hợp, báo cáo Ban đại diện, Ủy ban nhân dân tỉnh kết quả thực hiện',
    'Ban Chỉ đạo 138 tỉnh họp đánh giá tình hình',
    'Nạn nhân được tiếp nhận, bố trí nơi ở',
    'khảo sát, công bố chỉ số',
    'biên soạn tài liệu, tổ chức bồi dưỡng cho công chức',
    'Duy trì “Cà phê doanh nhân”',
    'tẩy giun',
  ]);
});

test('the body it is put on is the one it stands under', () => {
  const { deadlines } = factsOf({
    body: `I. NHIỆM VỤ
1. Hằng quý, báo cáo kết quả.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Hằng tháng, tổng hợp ca bệnh.
2. Sở Tài chính: Bố trí kinh phí trước ngày 30/6/2024.`,
  });
  expect(deadlines.map(({ agency }) => agency)).toEqual([null, 'Sở Y tế', 'Sở Tài chính']);
});

test.each([
  ['1. Đối với hộ khó khăn', 1],
  ['1. Tháo gỡ khó khăn cho doanh nghiệp', 1],
  ['1. Khó khăn, hạn chế', 0],
])('a part on those in need is none on the past: %s', (heading, count) => {
  const { deadlines } = factsOf({
    body: `I. NHIỆM VỤ\n${heading}\n- Trợ cấp trước ngày 30/6/2024.\n- Lập sổ.\n2. Theo dõi\n- Ghi sổ.`,
  });
  expect(deadlines).toHaveLength(count);
});

describe('a time that targets carry', () => {
  test('is repeated where it leads up to several', () => {
    const { deadlines, targets } = factsOf({
      body: `I. CHỈ TIÊU
1. Phấn đấu đến ngày 30 tháng 11 năm 2024:
- Tỷ lệ bao phủ BHYT đạt 95% dân số.
- Tỷ lệ tiêm chủng đầy đủ đạt 98%.`,
    });
    expect(targets.map(({ due }) => due)).toEqual(['2024-11-30', '2024-11-30']);
    expect(deadlines.map(({ due }) => due)).toEqual(['2024-11-30']);
  });

  test('is not where it leads up to one alone', () => {
    const { deadlines } = factsOf({
      body: 'I. CHỈ TIÊU\n1. Đến 30/9/2024: 100% trạm y tế có bác sĩ.\n2. Giữ gìn vệ sinh.',
    });
    expect(deadlines).toEqual([]);
  });

  test('is not where it is the time of one', () => {
    const { deadlines, targets } = factsOf({
      body: 'I. CHỈ TIÊU\n1. Trước ngày 30/11/2024, tỷ lệ bao phủ BHYT đạt 95% dân số.',
    });
    expect(targets.map(({ due }) => due)).toEqual(['2024-11-30']);
    expect(deadlines).toEqual([]);
  });
});

describe('each time has its own text, rule and action', () => {
  type Told = [text: string, due: string | null, recurrence: string | null, action: string | null];
  test.each<[string, Told[]]>([
    [
      'Đánh giá giữa kỳ vào ngày 28/8 và nghiệm thu trước 10/12/2024.',
      [
        ['vào ngày 28/8', '2024-08-28', null, 'Đánh giá giữa kỳ'],
        ['trước 10/12/2024', '2024-12-10', null, 'nghiệm thu'],
      ],
    ],
    [
      'Chậm nhất ngày 07 tháng sau gửi bảng kê.',
      [['Chậm nhất ngày 07 tháng sau', null, 'FREQ=MONTHLY;BYMONTHDAY=7', 'gửi bảng kê']],
    ],
    [
      'Báo cáo kết quả trồng rừng trước 16 giờ 30 ngày 06/02/2024.',
      [['trước 16 giờ 30 ngày 06/02/2024', '2024-02-06', null, 'Báo cáo kết quả trồng rừng']],
    ],
    [
      'Phát tin chậm nhất 20 phút kể từ khi có cảnh báo.',
      [['chậm nhất 20 phút kể từ khi có cảnh báo', null, null, 'Phát tin']],
    ],
    [
      'Kết thúc mỗi năm học, đánh giá việc dùng sách.',
      [['Kết thúc mỗi năm học', null, 'FREQ=YEARLY', 'đánh giá việc dùng sách']],
    ],
    [
      'Lập hồ sơ cây cổ thụ. Hoàn thành trước ngày 30/10/2024.',
      [['trước ngày 30/10/2024', '2024-10-30', null, 'Lập hồ sơ cây cổ thụ']],
    ],
    [
      'Thành lập tổ kiểm kê trước ngày 17/02/2024, phối hợp với Viện giám định hiện vật.',
      [['trước ngày 17/02/2024', '2024-02-17', null, 'Thành lập tổ kiểm kê']],
    ],
    [
      'Biên soạn tài liệu, hoàn thành quý III/2024.',
      [['quý III/2024', '2024-35', null, 'Biên soạn tài liệu']],
    ],
    ['Tổng kết phong trào (tháng 12/2024).', [['tháng 12/2024', '2024-12', null, 'Tổng kết phong trào']]],
    [
      'Xây dựng dự thảo quy chế trong tháng 6, ban hành tháng 7 năm 2024.',
      [
        ['trong tháng 6', '2024-06', null, 'Xây dựng dự thảo quy chế'],
        ['tháng 7 năm 2024', '2024-07', null, 'ban hành'],
      ],
    ],
    [
      'Thẩm định dự án trong quý II, trình UBND huyện vào quý III.',
      [
        ['trong quý II', '2024-34', null, 'Thẩm định dự án'],
        ['vào quý III', '2024-35', null, 'trình UBND huyện'],
      ],
    ],
    ['Nộp hồ sơ về Sở Y tế trước 15/10.', [['trước 15/10', '2024-10-15', null, 'Nộp hồ sơ về Sở Y tế']]],
    ['Vệ sinh đình làng vào tháng 3 âm lịch.', []],
    ['Thực hiện kế hoạch tháng 9/2024.', []],
    [
      'Trong tháng đầu quý sau, báo cáo tình hình hoạt động.',
      [['Trong tháng đầu quý sau', null, 'FREQ=MONTHLY;INTERVAL=3', 'báo cáo tình hình hoạt động']],
    ],
    [
      'Phát bản tin định kỳ 02 tuần một lần.',
      [['định kỳ 02 tuần một lần', null, 'FREQ=WEEKLY;INTERVAL=2', 'Phát bản tin']],
    ],
    [
      'Hằng năm vào tháng 5, mở lớp dạy bơi.',
      [['Hằng năm vào tháng 5', null, 'FREQ=YEARLY;BYMONTH=5', 'mở lớp dạy bơi']],
    ],
    ['Nêu kết quả tại giao ban hằng tuần.', []],
    [
      'Ban hành phương án thu gom, thời gian hoàn thành trong tháng 9 năm 2024.',
      [['trong tháng 9 năm 2024', '2024-09', null, 'Ban hành phương án thu gom']],
    ],
    [
      'Tổ chức lễ phát động vào ngày 16/4/2024 tại thị trấn.',
      [['vào ngày 16/4/2024', '2024-04-16', null, 'Tổ chức lễ phát động']],
    ],
    [
      'Tổng hợp số ca theo định kỳ tháng (ngày 20), quý (ngày 20 tháng cuối quý).',
      [
        ['định kỳ tháng (ngày 20)', null, 'FREQ=MONTHLY;BYMONTHDAY=20', 'Tổng hợp số ca'],
        ['quý (ngày 20 tháng cuối quý)', null, 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20', 'Tổng hợp số ca'],
      ],
    ],
    [
      'Báo cáo định kỳ quý, năm về Sở Y tế.',
      [
        ['định kỳ quý', null, 'FREQ=MONTHLY;INTERVAL=3', 'Báo cáo'],
        ['năm', null, 'FREQ=YEARLY', 'Báo cáo'],
      ],
    ],
    [
      'Họp giao ban các trạm 02 tháng/lần.',
      [['02 tháng/lần', null, 'FREQ=MONTHLY;INTERVAL=2', 'Họp giao ban các trạm']],
    ],
    [
      'Gửi bảng kê về Sở Y tế chậm nhất vào ngày 15/6 (báo cáo 6 tháng) và ngày 15/12 (báo cáo năm).',
      [
        ['chậm nhất vào ngày 15/6', '2024-06-15', null, 'Gửi bảng kê về Sở Y tế'],
        ['ngày 15/12', '2024-12-15', null, 'Gửi bảng kê về Sở Y tế'],
      ],
    ],
    [
      'Trong quý I hằng năm, ban hành kế hoạch kiểm tra.',
      [['Trong quý I hằng năm', null, 'FREQ=YEARLY', 'ban hành kế hoạch kiểm tra']],
    ],
    [
      'Chậm nhất 10 ngày trước ngày khai mạc, gửi danh sách.',
      [['Chậm nhất 10 ngày trước ngày khai mạc', null, null, 'gửi danh sách']],
    ],
    [
      'Bố trí đủ nguồn vốn, giải ngân cho các hộ trước ngày 30/6/2024.',
      [['trước ngày 30/6/2024', '2024-06-30', null, 'giải ngân cho các hộ']],
    ],
    [
      'Phối hợp với UBND các xã hướng dẫn mẫu nhà trước ngày 15/4/2024.',
      [['trước ngày 15/4/2024', '2024-04-15', null, 'hướng dẫn mẫu nhà']],
    ],
    ['Khảo sát nhu cầu trong tháng 4.', [['trong tháng 4', '2024-04', null, 'Khảo sát nhu cầu']]],
    ['Tổ chức 08 hội thi (mỗi quý 02 hội thi).', []],
    [
      'Tổng hợp kết quả kiểm tra trước ngày 20 tháng cuối quý.',
      [
        [
          'trước ngày 20 tháng cuối quý',
          null,
          'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20',
          'Tổng hợp kết quả kiểm tra',
        ],
      ],
    ],
    [
      'Gửi báo cáo tuần trước 15 giờ thứ Tư hằng tuần; rà soát danh sách vào tuần đầu hàng tháng.',
      [
        ['trước 15 giờ thứ Tư hằng tuần', null, 'FREQ=WEEKLY;BYDAY=WE', 'Gửi báo cáo tuần'],
        ['vào tuần đầu hàng tháng', null, 'FREQ=MONTHLY', 'rà soát danh sách'],
      ],
    ],
    [
      'Báo cáo kết quả 6 tháng trước ngày 10/6/2024, kết quả cả năm trước ngày 10/11/2024 về Sở Y tế để tổng hợp.',
      [
        ['trước ngày 10/6/2024', '2024-06-10', null, 'Báo cáo kết quả 6 tháng'],
        ['trước ngày 10/11/2024', '2024-11-10', null, 'kết quả cả năm'],
      ],
    ],
    [
      'Rà soát danh sách người bệnh toàn huyện trước ngày 30/6/2024, làm cơ sở để lập hồ sơ quản lý.',
      [['trước ngày 30/6/2024', '2024-06-30', null, 'Rà soát danh sách người bệnh toàn huyện']],
    ],
    [
      'Tham mưu bố trí, chuyển kinh phí cho trạm y tế trước ngày 20/12/2024.',
      [['trước ngày 20/12/2024', '2024-12-20', null, 'Tham mưu bố trí, chuyển kinh phí cho trạm y tế']],
    ],
    [
      'Tổ chức tập huấn cho cán bộ cơ sở, thời gian: quý II năm 2024.',
      [['quý II năm 2024', '2024-34', null, 'Tổ chức tập huấn cho cán bộ cơ sở']],
    ],
    [
      'Tổ chức tập huấn cho cán bộ cơ sở. Thời gian hoàn thành: Tháng 6/2024.',
      [['Tháng 6/2024', '2024-06', null, 'Tổ chức tập huấn cho cán bộ cơ sở']],
    ],
    [
      'Tổng hợp kết quả xử lý trước ngày 20 tháng 11 hằng năm hoặc đột xuất khi cấp trên yêu cầu.',
      [
        [
          'trước ngày 20 tháng 11 hằng năm',
          null,
          'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20',
          'Tổng hợp kết quả xử lý',
        ],
      ],
    ],
    [
      'Định kỳ hằng quý và đột xuất thông báo cho Ủy ban nhân dân huyện.',
      [['Định kỳ hằng quý', null, 'FREQ=MONTHLY;INTERVAL=3', 'thông báo cho Ủy ban nhân dân huyện']],
    ],
    [
      'Định kỳ 6 tháng hoặc theo yêu cầu của Sở Y tế, báo cáo số liệu tiêm chủng.',
      [['Định kỳ 6 tháng', null, 'FREQ=MONTHLY;INTERVAL=6', 'báo cáo số liệu tiêm chủng']],
    ],
    [
      'Định kỳ 6 tháng tổng hợp, báo cáo tiến độ; trường hợp cần thiết, tham mưu xử lý.',
      [['Định kỳ 6 tháng', null, 'FREQ=MONTHLY;INTERVAL=6', 'tổng hợp, báo cáo tiến độ']],
    ],
    [
      'Hằng tháng, trước ngày 05 tháng sau, gửi số liệu giải ngân.',
      [['Hằng tháng, trước ngày 05 tháng sau', null, 'FREQ=MONTHLY;BYMONTHDAY=5', 'gửi số liệu giải ngân']],
    ],
    [
      'Hằng quý, trước ngày 25 của tháng cuối quý, nộp bảng tiến độ.',
      [
        [
          'Hằng quý, trước ngày 25 của tháng cuối quý',
          null,
          'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25',
          'nộp bảng tiến độ',
        ],
      ],
    ],
    [
      'Gửi báo cáo về Sở Y tế (báo cáo 6 tháng trước ngày 15/6/2024, báo cáo năm trước ngày 15/12/2024).',
      [
        ['trước ngày 15/6/2024', '2024-06-15', null, 'báo cáo 6 tháng'],
        ['trước ngày 15/12/2024', '2024-12-15', null, 'báo cáo năm'],
      ],
    ],
    [
      'Gửi kết quả trước ngày 15/6/2024 (nửa năm) và trước ngày 15/12/2024 (cả năm).',
      [
        ['trước ngày 15/6/2024', '2024-06-15', null, 'Gửi kết quả'],
        ['trước ngày 15/12/2024', '2024-12-15', null, 'Gửi kết quả'],
      ],
    ],
    [
      'Tổ chức kiểm tra các bếp ăn (trước ngày 15/6 và 15/12).',
      [
        ['trước ngày 15/6', '2024-06-15', null, 'Tổ chức kiểm tra các bếp ăn'],
        ['15/12', '2024-12-15', null, 'Tổ chức kiểm tra các bếp ăn'],
      ],
    ],
    [
      'Tổ chức tập huấn cho cán bộ xã trong quý I và quý II năm 2024.',
      [
        ['trong quý I', '2024-33', null, 'Tổ chức tập huấn cho cán bộ xã'],
        ['quý II năm 2024', '2024-34', null, 'Tổ chức tập huấn cho cán bộ xã'],
      ],
    ],
    [
      'Hằng năm, thống kê số trâu, bò gửi Chi cục Thú y trước ngày 16 tháng 12.',
      [
        [
          'trước ngày 16 tháng 12',
          null,
          'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=16',
          'thống kê số trâu, bò gửi Chi cục Thú y',
        ],
      ],
    ],
    [
      'Căn cứ Kế hoạch này xây dựng phương án của xã, ban hành trước ngày 28/02/2024, gửi Sở Y tế để theo dõi.',
      [
        [
          'trước ngày 28/02/2024',
          '2024-02-28',
          null,
          'Căn cứ Kế hoạch này xây dựng phương án của xã, ban hành',
        ],
      ],
    ],
    [
      'Ban hành kế hoạch của địa phương trước ngày 15/5/2024, bố trí kinh phí cho trạm y tế.',
      [['trước ngày 15/5/2024', '2024-05-15', null, 'Ban hành kế hoạch của địa phương']],
    ],
    [
      'Tổng hợp số ca mắc báo cáo Sở Y tế vào thứ Sáu hằng tuần trong thời gian cao điểm.',
      [['vào thứ Sáu hằng tuần', null, 'FREQ=WEEKLY;BYDAY=FR', 'Tổng hợp số ca mắc báo cáo Sở Y tế']],
    ],
    [
      'Báo cáo tình hình dịch bệnh trước ngày 20 hằng tháng qua phần mềm.',
      [['trước ngày 20 hằng tháng', null, 'FREQ=MONTHLY;BYMONTHDAY=20', 'Báo cáo tình hình dịch bệnh']],
    ],
    [
      'Kiện toàn Ban Chỉ đạo xã ngay trong tháng 01/2024.',
      [['trong tháng 01/2024', '2024-01', null, 'Kiện toàn Ban Chỉ đạo xã']],
    ],
    [
      'Rà soát điều kiện của các bếp ăn tập thể hằng quý, bếp nào không đạt thì xử lý.',
      [['hằng quý', null, 'FREQ=MONTHLY;INTERVAL=3', 'Rà soát điều kiện của các bếp ăn tập thể']],
    ],
    [
      'Xây dựng kế hoạch chi tiết (hoàn thành trước 15/02/2024).',
      [['trước 15/02/2024', '2024-02-15', null, 'Xây dựng kế hoạch chi tiết']],
    ],
    [
      'Định kỳ hằng tháng (ngày 15), 6 tháng đầu năm (trước ngày 10/6), năm (trước ngày 05/12) báo cáo kết quả về Sở Y tế.',
      [
        ['Định kỳ hằng tháng (ngày 15)', null, 'FREQ=MONTHLY;BYMONTHDAY=15', 'báo cáo kết quả về Sở Y tế'],
        [
          '6 tháng đầu năm (trước ngày 10/6)',
          null,
          'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10',
          'báo cáo kết quả về Sở Y tế',
        ],
        ['năm (trước ngày 05/12)', null, 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5', 'báo cáo kết quả về Sở Y tế'],
      ],
    ],
    [
      'Định kỳ hằng quý (trước ngày 25 tháng cuối quý), hằng năm (trước ngày 20/12) gửi báo cáo để tổng hợp.',
      [
        [
          'Định kỳ hằng quý (trước ngày 25 tháng cuối quý)',
          null,
          'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25',
          'gửi báo cáo để tổng hợp',
        ],
        [
          'hằng năm (trước ngày 20/12)',
          null,
          'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20',
          'gửi báo cáo để tổng hợp',
        ],
      ],
    ],
    [
      'Gửi kế hoạch về Sở Y tế trước ngày 28/02/2024, báo cáo sơ kết trước ngày 30/6/2024 và báo cáo tổng kết trước ngày 15/12/2024.',
      [
        ['trước ngày 28/02/2024', '2024-02-28', null, 'Gửi kế hoạch về Sở Y tế'],
        ['trước ngày 30/6/2024', '2024-06-30', null, 'báo cáo sơ kết'],
        ['trước ngày 15/12/2024', '2024-12-15', null, 'báo cáo tổng kết'],
      ],
    ],
    [
      'Mỗi năm một lần, tổ chức đối thoại với doanh nghiệp.',
      [['Mỗi năm một lần', null, 'FREQ=YEARLY', 'tổ chức đối thoại với doanh nghiệp']],
    ],
    [
      'Hai năm một lần tổ chức hội thi.',
      [['Hai năm một lần', null, 'FREQ=YEARLY;INTERVAL=2', 'tổ chức hội thi']],
    ],
    ['Hoàn thành các nội dung trên trong 06 tháng đầu năm 2024.', []],
    ['Kiểm tra từ ngày 15/4/2024 đến ngày 30/4/2024.', []],
    [
      'Gửi báo cáo về Sở Y tế (qua Phòng Y, thư: y@xa.gov.vn) trước ngày 30/6/2024.',
      [
        [
          'trước ngày 30/6/2024',
          '2024-06-30',
          null,
          'Gửi báo cáo về Sở Y tế (qua Phòng Y, thư: y@xa.gov.vn)',
        ],
      ],
    ],
  ])('%s', (sentence, told) => {
    expect(
      deadlinesOf(sentence).map(({ text, due, recurrence, action }) => [text, due, recurrence, action]),
    ).toEqual(told);
  });
});

test.each([
  [
    'Định kỳ hằng quý, cung cấp danh sách doanh nghiệp thành lập mới, ngừng kinh doanh, giải thể; không hoạt động tại địa chỉ đăng ký.',
    'cung cấp danh sách doanh nghiệp thành lập mới, ngừng kinh doanh, giải thể; không hoạt động tại địa chỉ đăng ký',
  ],
  [
    'Định kỳ hằng quý, cung cấp danh sách doanh nghiệp thành lập mới, giải thể; tổ chức đối thoại với doanh nghiệp.',
    'cung cấp danh sách doanh nghiệp thành lập mới, giải thể',
  ],
])('a semicolon within a list of things ends no action: %s', (sentence, action) => {
  expect(deadlinesOf(sentence)).toMatchObject([{ action }]);
});

test.each([
  [
    'Trước ngày 30/6/2024, Sở Tài chính, đơn vị liên quan hoàn thành việc xác định giá đất.',
    'Sở Tài chính, đơn vị liên quan hoàn thành việc xác định giá đất',
  ],
  [
    'Trong tháng 5/2024, rà soát danh sách, thu hồi tài khoản; mọi sự cố phải được báo cáo.',
    'rà soát danh sách, thu hồi tài khoản',
  ],
])(
  'what is due has who does it, where none is charged, and nothing else that is said: %s',
  (sentence, action) => {
    expect(deadlinesOf(sentence).map((deadline) => deadline.action)).toEqual([action]);
  },
);

test('days of reports without a year are of each year where the plan has several', () => {
  const { deadlines } = factsOf({
    title: 'KẾ HOẠCH\nPhát triển du lịch giai đoạn 2024 - 2027',
    preamble: 'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
    body: 'I. NHIỆM VỤ\n1. Gửi báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 05/12.',
  });
  expect(deadlines.map(({ recurrence }) => recurrence)).toEqual([
    'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5',
  ]);
});

test('what a closing request asks for is due, and not that this is the plan', () => {
  const { deadlines } = factsOf({
    body: 'I. NHIỆM VỤ\n1. Giữ gìn vệ sinh.\nTrên đây là Kế hoạch phòng dịch năm 2024, UBND xã yêu cầu các thôn báo cáo kết quả trước ngày 05/12/2024.',
  });
  expect(deadlines).toMatchObject([{ due: '2024-12-05', action: 'báo cáo kết quả' }]);
});

test('half a year within which something is done is no rhythm', () => {
  expect(deadlinesOf('Tổ chức 02 chuyến tham quan trong 6 tháng đầu năm.')).toEqual([]);
});

describe('a work whose own lines say who does it by when', () => {
  test.each([
    [
      'lines below its heading',
      '1. Biên soạn tờ rơi\n- Cơ quan chủ trì: Sở Y tế.\n- Cơ quan phối hợp: Sở Tài chính.\n- Thời gian hoàn thành: Quý III/2024.',
      'Biên soạn tờ rơi',
      'Sở Y tế',
    ],
    [
      'the duty in a line of its own',
      '1. Truyền thông\na) Nội dung: Phát tờ rơi tại các chợ.\nb) Đơn vị thực hiện: Sở Tài chính, Sở Y tế.\nc) Thời gian: trước ngày 30/6/2024.',
      'Phát tờ rơi tại các chợ',
      'Sở Tài chính',
    ],
    [
      'a verb for a label',
      '1. In tờ rơi phòng bệnh. Cơ quan chủ trì: Sở Y tế. Thời gian thực hiện: Tháng 5/2024.',
      'In tờ rơi phòng bệnh',
      'Sở Y tế',
    ],
    [
      'a verb for a label',
      '1. In tờ rơi phòng bệnh (Chủ trì: Sở Y tế; phối hợp: Sở Tài chính; hoàn thành trước 30/5/2024).',
      'In tờ rơi phòng bệnh',
      'Sở Y tế',
    ],
    [
      'in brackets',
      '1. Mở lớp cho trạm y tế (Sở Y tế chủ trì; thời gian: Quý II/2024).',
      'Mở lớp cho trạm y tế',
      'Sở Y tế',
    ],
    [
      'who does it in brackets behind the time',
      '1. Cấp thuốc cho các trạm, thực hiện trong quý II năm 2024 (Sở Y tế chủ trì, phối hợp với các xã).',
      'Cấp thuốc cho các trạm',
      'Sở Y tế',
    ],
    [
      'who does it behind the time',
      '1. Tổ chức ra quân dọn vệ sinh trong tháng 4/2024, do Sở Y tế chủ trì.',
      'Tổ chức ra quân dọn vệ sinh',
      'Sở Y tế',
    ],
    [
      'all in one line below its heading',
      '1. Sửa chữa trạm y tế\nCơ quan chủ trì: Sở Tài chính; cơ quan phối hợp: Sở Y tế; thời gian hoàn thành: tháng 8/2024.',
      'Sửa chữa trạm y tế',
      'Sở Tài chính',
    ],
    [
      'who does it within the bracket of the time',
      '1. Rà soát danh mục thuốc (hoàn thành trong tháng 6/2024; Sở Y tế thực hiện).',
      'Rà soát danh mục thuốc',
      'Sở Y tế',
    ],
    [
      'a body that has its heading with another',
      '1. Mở chuyên mục sức khỏe\n- Thời gian: Trước ngày 01/7/2024.\n- Đơn vị thực hiện: Báo Hà Giang.',
      'Mở chuyên mục sức khỏe',
      'Báo Hà Giang, Đài PT-TH tỉnh',
    ],
    [
      'a time alone, where nothing says that its heading is a work',
      '1. Thời gian, địa điểm\n- Thời gian: ngày 15/5/2024.\n- Địa điểm: Hội trường huyện.',
      null,
      null,
    ],
  ])('%s', (_, works, action, agency) => {
    const { deadlines } = factsOf({
      body: `I. NHIỆM VỤ\n${works}\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Theo dõi.\n2. Sở Tài chính\n- Bố trí kinh phí.\n3. Báo Hà Giang, Đài PT-TH tỉnh\n- Đưa tin.`,
    });
    expect(deadlines).toMatchObject([{ action, agency }]);
  });
});

test('what names a role before a colon is no body', () => {
  const { agencies } = factsOf({
    body: 'I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Theo dõi.\n2. Biên soạn tờ rơi\n- Cơ quan chủ trì: Sở Y tế.\n- Đơn vị phối hợp: Sở Tài chính.',
  });
  expect(agencies.map(({ name }) => name)).toEqual(['Sở Y tế']);
});

describe('what is due', () => {
  test.each([
    ['Phối hợp với Sở Xây dựng rà soát quy hoạch trước ngày 31/5/2024.', 'rà soát quy hoạch'],
    ['Phối hợp với Phòng Tổ chức cán bộ lập danh sách trước ngày 31/5/2024.', 'lập danh sách'],
    [
      'Phối hợp với Ban Quản lý dự án đầu tư xây dựng huyện hoàn thành kiểm đếm, niêm yết phương án trước ngày 31/5/2024.',
      'hoàn thành kiểm đếm, niêm yết phương án',
    ],
    [
      'Đôn đốc các xã; trình UBND huyện danh mục ngành nghề ưu tiên thu hút trước ngày 31/3/2024.',
      'trình UBND huyện danh mục ngành nghề ưu tiên thu hút',
    ],
    [
      'Căn cứ chỉ tiêu được giao, ban hành kế hoạch của đơn vị trước ngày 10/3/2024.',
      'ban hành kế hoạch của đơn vị',
    ],
    ['Trên cơ sở nhiệm vụ được giao, xây dựng kế hoạch trước ngày 15/2/2024.', 'xây dựng kế hoạch'],
    [
      'Hằng năm, chủ trì, phối hợp với Sở Tài chính và UBND các xã kiểm tra việc cấp thẻ.',
      'kiểm tra việc cấp thẻ',
    ],
    [
      'Phối hợp với Sở Tài chính hướng dẫn các xã lập dự toán trước ngày 31/5/2024.',
      'hướng dẫn các xã lập dự toán',
    ],
    [
      'Phối hợp với Sở Tư pháp in và cấp phát tài liệu tuyên truyền trước ngày 31/5/2024.',
      'in và cấp phát tài liệu tuyên truyền',
    ],
  ])('%s', (sentence, action) => {
    expect(deadlinesOf(sentence).map((deadline) => deadline.action)).toEqual([action]);
  });

  test('is told of each time that has its own words before it, whatever they say', () => {
    expect(
      deadlinesOf(
        'Dứt điểm rửa mặn trước ngày 15/10/2024, xuống giống xong toàn bộ diện tích chậm nhất ngày 20 tháng 10 năm 2024.',
      ).map(({ due, action }) => [due, action]),
    ).toEqual([
      ['2024-10-15', 'Dứt điểm rửa mặn'],
      ['2024-10-20', 'xuống giống xong toàn bộ diện tích'],
    ]);
  });

  test('is told of each time where another duty begins behind a semicolon', () => {
    expect(
      deadlinesOf(
        'Cung cấp số liệu cho Chi cục Thủy sản hằng tháng; chậm nhất ngày 30/6/2024 gửi báo cáo.',
      ).map(({ text, action }) => [text, action]),
    ).toEqual([
      ['hằng tháng', 'Cung cấp số liệu cho Chi cục Thủy sản'],
      ['chậm nhất ngày 30/6/2024', 'gửi báo cáo'],
    ]);
  });
});
