import { expect, test } from 'vitest';
import { cellFigures } from '../../src/extract/targets/cell-figures.ts';
import type { Target } from '../../src/plan/record.ts';
import { factsOf } from './plan.ts';

const targetsIn = (sentence: string, heading: string): Target[] =>
  factsOf({
    body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\n${heading}\n1. ${sentence}\nIV. KINH PHÍ\nNgân sách tỉnh.`,
  }).targets;

const told = (sentence: string, heading = 'II. CHỈ TIÊU'): string[] =>
  targetsIn(sentence, heading).map(
    ({ label, relation, value, unit, change, due }) =>
      `${label} | ${relation}${value} ${unit}${change === null ? '' : ` ${change}`} | ${due}`,
  );

test.each<[string, string[]]>([
  [
    'Nâng tỷ lệ hồ sơ giải quyết trước hạn lên 72,5% (năm 2023: 61,4%).',
    ['tỷ lệ hồ sơ giải quyết trước hạn | =72.5 % | 2024'],
  ],
  [
    'Số hồ sơ nộp trực tuyến gấp 1,4 lần năm 2022, chiếm ít nhất 35% tổng số hồ sơ.',
    ['Số hồ sơ nộp trực tuyến | =1.4 lần | 2024', 'Số hồ sơ nộp trực tuyến | >=35 % | 2024'],
  ],
  [
    'Thu nhập bình quân đầu người đạt từ 58 triệu đồng đến 61 triệu đồng.',
    [
      'Thu nhập bình quân đầu người | >=58000000 đồng | 2024',
      'Thu nhập bình quân đầu người | <=61000000 đồng | 2024',
    ],
  ],
  [
    'Tốc độ tăng trưởng GRDP đạt từ 7% đến 7,5%.',
    ['Tốc độ tăng trưởng GRDP | >=7 % | 2024', 'Tốc độ tăng trưởng GRDP | <=7.5 % | 2024'],
  ],
  [
    'Diện tích chè đạt 900 ha vào năm 2030, riêng năm 2027 đạt 700 ha.',
    ['Diện tích chè | =900 ha | 2030', 'Diện tích chè | =700 ha | 2027'],
  ],
  ['(2) Số hộ trồng dâu đạt 340 hộ.', ['Số hộ trồng dâu | =340 hộ | 2024']],
  ['Thay mới 250 đồng hồ điện.', ['đồng hồ điện | =250 đồng hồ | 2024']],
  ['Diện tích cây hằng năm 5.200 ha.', ['Diện tích cây hằng năm | =5200 ha | 2024']],
  [
    'Mức độ hài lòng của người dân, tổ chức đạt 88%.',
    ['Mức độ hài lòng của người dân, tổ chức | =88 % | 2024'],
  ],
  ['Định kỳ báo cáo 03 lần/năm.', []],
  ['Tưới tiết kiệm 500 ha.', ['Tưới tiết kiệm | =500 ha | 2024']],
  ['Kinh phí thực hiện: 900 triệu đồng, trong đó ngân sách xã 400 triệu đồng.', []],
  ['Hộ cận nghèo là hộ có thu nhập bình quân từ 2 triệu đồng/người/tháng trở xuống.', []],
  ['Đối tượng thanh tra là các cơ sở sử dụng trên 20 lao động.', []],
  ['Mức đóng của học sinh được tính bằng 4,5% mức lương cơ sở.', []],
  [
    'Còn 42 hộ nghèo (giảm 18 hộ so với đầu năm), chiếm 0,61%.',
    ['hộ nghèo | =42 hộ | 2024', 'hộ nghèo | =18 hộ decrease | 2024', 'hộ nghèo | =0.61 % | 2024'],
  ],
  [
    'Số thôn đạt chuẩn là 12 thôn (tăng 02 thôn).',
    ['Số thôn đạt chuẩn | =12 thôn | 2024', 'Số thôn đạt chuẩn | =2 thôn increase | 2024'],
  ],
  ['Doanh thu tăng gấp đôi so với năm 2023.', ['Doanh thu | =2 lần | 2024']],
  ['Trồng 500 ha rừng/năm.', ['rừng | =500 ha/năm | 2024']],
  ['Tỷ suất sinh: giảm 0,1‰ so với năm 2023.', ['Tỷ suất sinh | =0.1 ‰ decrease | 2024']],
  ['Số vụ cháy: giảm 10 vụ so với năm 2023.', ['Số vụ cháy | =10 vụ decrease | 2024']],
  ['Doanh thu chợ: tăng ít nhất 12%.', ['Doanh thu chợ | >=12 % increase | 2024']],
  [
    'Số người cao tuổi được khám ít nhất 1 lần/năm: 75%.',
    ['Số người cao tuổi được khám ít nhất 1 lần/năm | =75 % | 2024'],
  ],
  ['Tỷ lệ bao phủ: phấn đấu đến cuối năm đạt 95%.', ['Tỷ lệ bao phủ | =95 % | 2024']],
  ['Tỷ lệ bao phủ: duy trì 95%.', ['Tỷ lệ bao phủ | =95 % | 2024']],
  ['Sản lượng chè ước đạt 900 tấn.', ['Sản lượng chè | =900 tấn | 2024']],
  ['Sản lượng chè đạt và vượt 900 tấn.', ['Sản lượng chè | >=900 tấn | 2024']],
  ['Tỷ lệ giải ngân đạt 80% (kế hoạch tỉnh giao 75%).', ['Tỷ lệ giải ngân | =80 % | 2024']],
  ['Trên 95% học sinh được khám sức khỏe đầu năm học.', ['học sinh được khám sức khỏe | >95 % | 2024']],
  ['Di dời 45 hộ dân ra khỏi vùng sạt lở.', ['hộ dân | =45 hộ dân | 2024']],
  [
    'Đến hết năm 2024, tuyển chọn, gọi 80 thanh niên nhập ngũ.',
    ['thanh niên nhập ngũ | =80 thanh niên | 2024'],
  ],
  ['Mở 03 lớp dạy nghề vào tháng 9.', ['lớp dạy nghề | =3 lớp | 2024-09']],
  [
    'Cấp 500 tài khoản trong tháng 5 và 700 tài khoản trong tháng 6.',
    ['tài khoản | =500 tài khoản | 2024-05', 'tài khoản | =700 tài khoản | 2024-06'],
  ],
  ['Thêm 09 xã triển khai mô hình.', ['xã triển khai mô hình | =9 xã increase | 2024']],
  ['Công nhận thêm 12 tuyên truyền viên.', ['tuyên truyền viên | =12 tuyên truyền viên increase | 2024']],
  ['Không còn quá 04 cơ sở chưa kê khai.', ['cơ sở chưa kê khai | <=4 cơ sở | 2024']],
  ['Không quá 06 đơn khiếu nại quá hạn.', ['đơn khiếu nại quá hạn | <=6 đơn | 2024']],
  ['Tổng đàn trâu ổn định ở mức 21.500 con.', ['Tổng đàn trâu | =21500 con | 2024']],
  ['Hạ tỷ lệ rác chôn lấp xuống dưới 40%.', ['tỷ lệ rác chôn lấp | <40 % | 2024']],
  ['Tỷ lệ tổn thất điện năng kéo xuống dưới 4%.', ['Tỷ lệ tổn thất điện năng | <4 % | 2024']],
  ['Phát thanh chuyên mục pháp luật 04 lần/tuần.', ['Phát thanh chuyên mục pháp luật | =4 lần/tuần | 2024']],
  [
    'Ít nhất 3/4 học sinh lớp 9 được tư vấn hướng nghiệp.',
    ['học sinh lớp 9 được tư vấn hướng nghiệp | >=75 % | 2024'],
  ],
  [
    'Bố trí tối thiểu 8 giường điều trị trên mỗi 100 giường bệnh.',
    ['giường điều trị | >=8 giường/100 giường bệnh | 2024'],
  ],
  ['Thu tiền sử dụng nước đạt tối thiểu 88% số phải thu.', ['Thu tiền sử dụng nước | >=88 % | 2024']],
  [
    'Trong 6 tháng đầu năm 2024, kiểm tra tối thiểu 60% cơ sở chế biến.',
    ['cơ sở chế biến | >=60 % | 2024-06'],
  ],
  [
    'Xây mới 03 và sửa chữa 06 căn nhà tình thương, bàn giao trong năm.',
    ['căn nhà tình thương | =3 căn | 2024', 'căn nhà tình thương | =6 căn | 2024'],
  ],
  [
    'Chúc thọ, mừng thọ 320 cụ, gồm 15 cụ tròn 90 tuổi.',
    ['Chúc thọ, mừng thọ | =320 cụ | 2024', 'cụ tròn 90 tuổi | =15 cụ | 2024'],
  ],
  [
    'Chi trả lương hưu qua tài khoản đạt trên 85% số người hưởng, đến hết quý II đạt 78%.',
    ['Chi trả lương hưu qua tài khoản | >85 % | 2024', 'Chi trả lương hưu qua tài khoản | =78 % | 2024-34'],
  ],
  [
    'Vốn trong nước đạt 96%, vốn nước ngoài (ODA) không dưới 80%.',
    ['Vốn trong nước | =96 % | 2024', 'vốn nước ngoài (ODA) | >=80 % | 2024'],
  ],
  [
    'Tỷ lệ giải ngân: đến 30/6/2024 đạt 40%, đến 31/10/2024 đạt từ 70% trở lên.',
    ['Tỷ lệ giải ngân | =40 % | 2024-06-30', 'Tỷ lệ giải ngân | >=70 % | 2024-10-31'],
  ],
  [
    'Mức tiêu thụ đường bình quân không vượt quá 25 gam/ngày.',
    ['Mức tiêu thụ đường bình quân | <=25 gam/ngày | 2024'],
  ],
  ['Giảm một nửa số báo cáo giấy.', ['báo cáo giấy | =50 % decrease | 2024']],
  [
    'Khu phố đạt chuẩn văn hóa: 140/148 (tỷ lệ 94,59%).',
    ['Khu phố đạt chuẩn văn hóa | =140 khu phố | 2024', 'Khu phố đạt chuẩn văn hóa | =94.59 % | 2024'],
  ],
  ['Mở rộng mặt đường 14 km lên cấp C.', ['Mở rộng mặt đường | =14 km | 2024']],
  [
    '2/3 trạm y tế xã khám bệnh bằng thẻ căn cước.',
    ['trạm y tế xã khám bệnh bằng thẻ căn cước | =66.67 % | 2024'],
  ],
  [
    'Phục vụ 9.000 lượt bạn đọc (tăng 8% so với năm trước), luân chuyển xuống cơ sở 12 đợt.',
    [
      'lượt bạn đọc | =9000 lượt | 2024',
      'lượt bạn đọc | =8 % increase | 2024',
      'luân chuyển xuống cơ sở | =12 đợt | 2024',
    ],
  ],
  [
    'Vận động hơn 300 hộ chuyển từ bếp than sang bếp điện.',
    ['hộ chuyển từ bếp than sang bếp điện | >300 hộ | 2024'],
  ],
])('wordings of targets: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Mở 05 lớp tập huấn kỹ năng vận động, tư vấn cho 180 tình nguyện viên.',
    [
      'lớp tập huấn kỹ năng vận động, tư vấn | =5 lớp | 2024',
      'tình nguyện viên | =180 tình nguyện viên | 2024',
    ],
  ],
  [
    'Mở 30 lớp tiếng Hàn, tiếng Nhật, tiếng Đức cho 900 học viên.',
    ['lớp tiếng Hàn, tiếng Nhật, tiếng Đức | =30 lớp | 2024', 'học viên | =900 học viên | 2024'],
  ],
  [
    'Xây mới 01 trạm trung chuyển công suất 20 tấn/ngày, đưa vào vận hành trước ngày 30/9/2024.',
    ['trạm trung chuyển công suất 20 tấn/ngày | =1 trạm | 2024-09-30'],
  ],
  ['Tập huấn phương pháp dạy học mới cho 320 giáo viên.', ['giáo viên | =320 giáo viên | 2024']],
  ['Kiểm tra việc thực hiện Kế hoạch tại 05 huyện.', ['huyện | =5 huyện | 2024']],
  ['Kiểm tra việc chấp hành pháp luật tại không ít hơn 18 cơ sở.', ['cơ sở | >=18 cơ sở | 2024']],
  [
    'Khen thưởng 03 tập thể, 07 gương tiêu biểu.',
    ['tập thể | =3 tập thể | 2024', 'gương tiêu biểu | =7 gương tiêu | 2024'],
  ],
  [
    'Đào tạo: 04 lớp về sơ cứu; 260 cộng tác viên.',
    ['lớp về sơ cứu | =4 lớp | 2024', 'cộng tác viên | =260 cộng tác viên | 2024'],
  ],
  [
    'Hơn 700 lượt người cao tuổi được khám sàng lọc.',
    ['lượt người cao tuổi được khám sàng lọc | >700 lượt người | 2024'],
  ],
  ['Bố trí tối thiểu 12% kinh phí công nghệ thông tin.', ['kinh phí công nghệ thông tin | >=12 % | 2024']],
  [
    'Kiểm tra 100% nhà nghỉ ít nhất 03 lần/năm.',
    ['nhà nghỉ | =100 % | 2024', 'Kiểm tra | >=3 lần/năm | 2024'],
  ],
  ['Thời gian xác minh ban đầu không quá 36 giờ.', ['Thời gian xác minh ban đầu | <=36 giờ | 2024']],
  [
    'Phấn đấu có 150 công chức được cấp chứng nhận.',
    ['công chức được cấp chứng nhận | =150 công chức | 2024'],
  ],
  [
    'Sản xuất 40 video ngắn, 15 số chuyên mục “Sống khỏe”.',
    ['video ngắn | =40 video | 2024', 'số chuyên mục “Sống khỏe” | =15 số | 2024'],
  ],
  [
    'Các trường THCS, THPT tổ chức sinh hoạt chuyên đề 03 buổi/học kỳ.',
    ['sinh hoạt chuyên đề | =3 buổi/học kỳ | 2024'],
  ],
  ['Kêu gọi các tổ chức, cá nhân vận động không dưới 4,5 tỷ đồng.', ['vận động | >=4500000000 đồng | 2024']],
  ['Ra thông báo tình hình sâu bệnh 02 lần/tháng.', []],
  ['In bản đồ tỷ lệ 1/500 và 1/2.000.', []],
])('wordings of targets in tasks: %s', (sentence, expected) => {
  expect(told(sentence, 'III. NHIỆM VỤ')).toEqual(expected);
});

test('what makes up the plan’s own money is no target', () => {
  const { targets } = factsOf({
    body: 'I. KINH PHÍ\nTổng kinh phí thực hiện 1.420 triệu đồng, trong đó: ngân sách tỉnh 900 triệu đồng; vận động xã hội hóa 520 triệu đồng.',
  });
  expect(targets).toEqual([]);
});

test('a row bounds its figures by its label', () => {
  expect(cellFigures({ text: '24', value: 24 }, 'Năm 2024', 'Số vụ cháy (không quá)')).toEqual([
    { relation: '<=', value: 24, change: null, unit: null },
  ]);
});

test.each<[string, string[]]>([
  [
    'Trong 6 tháng đầu năm bàn giao 90 ha mặt bằng, cả năm trên 210 ha.',
    ['mặt bằng | =90 ha | 2024-06', 'mặt bằng | >210 ha | 2024'],
  ],
  [
    'Rút ngắn thời gian thẩm định báo cáo kinh tế - kỹ thuật xuống còn không quá 10 ngày làm việc.',
    ['thời gian thẩm định báo cáo kinh tế - kỹ thuật | <=10 ngày làm việc | 2024'],
  ],
  [
    'Thu từ đấu giá quyền sử dụng đất đạt không thấp hơn 850 tỷ đồng.',
    ['Thu từ đấu giá quyền sử dụng đất | >=850000000000 đồng | 2024'],
  ],
  ['Cấp phép khai thác cho 04 mỏ đất đắp.', ['mỏ đất đắp | =4 mỏ | 2024']],
  ['Tổ chức Liên hoan tiếng hát với 18 đội, nhóm tham dự.', ['đội, nhóm tham dự | =18 đội, nhóm | 2024']],
  ['Số điểm tiêm lưu động gấp 1,5 lần so với năm 2021.', ['Số điểm tiêm lưu động | =1.5 lần | 2024']],
  [
    'Kiến nghị cắt giảm thời gian giải quyết ít nhất 30% đối với các thủ tục về đất đai.',
    ['thời gian giải quyết | >=30 % decrease | 2024'],
  ],
  [
    'Giao Trung tâm Y tế tuyên truyền về tiêm chủng trên loa truyền thanh 02 lượt/tuần.',
    ['tuyên truyền về tiêm chủng trên loa truyền thanh | =2 lượt/tuần | 2024'],
  ],
  ['Việc cưỡng chế chỉ thực hiện khi đã vận động tối thiểu 02 lần.', []],
  ['Điều chuyển vốn của các dự án giải ngân dưới 40% kế hoạch.', []],
])('targets among duties: %s', (sentence, expected) => {
  expect(told(sentence, 'III. NHIỆM VỤ')).toEqual(expected);
});

test('a part on those in need is of targets, and not of difficulties', () => {
  expect(told('Trao tặng 12 xe lăn.', 'II. CHỈ TIÊU\nA. Đối với hộ khó khăn')).toEqual([
    'xe lăn | =12 xe lăn | 2024',
  ]);
});

test.each<[string, string[]]>([
  [
    'Mức phụng dưỡng mỗi mẹ không thấp hơn 1,5 triệu đồng/mẹ/tháng.',
    ['Mức phụng dưỡng mỗi mẹ | >=1500000 đồng/mẹ/tháng | 2024'],
  ],
  [
    'Thu nhập bình quân của hộ trồng quế đạt 62 triệu đồng/năm.',
    ['Thu nhập bình quân của hộ trồng quế | =62000000 đồng/năm | 2024'],
  ],
  ['Hoàn thành 100% kế hoạch kiểm tra được phê duyệt.', ['kế hoạch kiểm tra được phê duyệt | =100 % | 2024']],
  [
    'Doanh số cho vay trong năm 96 tỷ đồng, doanh số thu nợ khoảng 71 tỷ đồng.',
    ['Doanh số cho vay | =96000000000 đồng | 2024', 'doanh số thu nợ | =71000000000 đồng | 2024'],
  ],
  [
    'Tổng dư nợ đạt 310 tỷ đồng, tăng 24 tỷ đồng (tăng 8,4%) so với năm 2023.',
    [
      'Tổng dư nợ | =310000000000 đồng | 2024',
      'Tổng dư nợ | =24000000000 đồng increase | 2024',
      'Tổng dư nợ | =8.4 % increase | 2024',
    ],
  ],
  [
    'Xử lý dứt điểm 14 kết luận thanh tra tồn đọng trước năm 2022.',
    ['kết luận thanh tra tồn đọng trước năm 2022 | =14 kết luận thanh tra | 2024'],
  ],
  [
    'Số hóa 1.900 hồ sơ hộ tịch giai đoạn 2016 - 2020.',
    ['hồ sơ hộ tịch giai đoạn 2016 - 2020 | =1900 hồ sơ | 2024'],
  ],
  [
    'Tỷ lệ kết luận kiểm toán được đôn đốc thực hiện đạt 100%.',
    ['Tỷ lệ kết luận kiểm toán được đôn đốc thực hiện | =100 % | 2024'],
  ],
  [
    'Sửa nhà cho 420 hộ nghèo (xây mới 180 hộ, sửa chữa 240 hộ).',
    ['Sửa nhà | =420 hộ | 2024', 'xây mới | =180 hộ | 2024', 'sửa chữa | =240 hộ | 2024'],
  ],
  ['Số công trình chậm tiến độ không quá 03.', ['Số công trình chậm tiến độ | <=3 công trình | 2024']],
  [
    'Số đoàn khiếu nại đông người giảm 15% so với năm 2023, không quá 20 đoàn.',
    [
      'Số đoàn khiếu nại đông người | =15 % decrease | 2024',
      'Số đoàn khiếu nại đông người | <=20 đoàn | 2024',
    ],
  ],
  [
    'Vận động Quỹ “Vì người nghèo” ít nhất 12 tỷ đồng; trong đó cấp tỉnh 5 tỷ đồng, cấp huyện 7 tỷ đồng.',
    [
      'Vận động Quỹ “Vì người nghèo” | >=12000000000 đồng | 2024',
      'Vận động Quỹ “Vì người nghèo” | =5000000000 đồng | 2024',
      'Vận động Quỹ “Vì người nghèo” | =7000000000 đồng | 2024',
    ],
  ],
  ['Sổ sức khỏe điện tử: ít nhất 90% người cao tuổi.', ['Sổ sức khỏe điện tử | >=90 % | 2024']],
  [
    'Tiếp công dân định kỳ: Chủ tịch UBND huyện ít nhất 02 ngày/tháng; giám đốc các sở 01 ngày/tháng.',
    ['Tiếp công dân định kỳ | >=2 ngày/tháng | 2024', 'Tiếp công dân định kỳ | =1 ngày/tháng | 2024'],
  ],
  [
    'Cây giống được kiểm soát nguồn gốc: quế 100%, sa nhân và thảo quả trên 75%.',
    [
      'Cây giống được kiểm soát nguồn gốc | =100 % | 2024',
      'Cây giống được kiểm soát nguồn gốc | >75 % | 2024',
    ],
  ],
  [
    'Giảm tỷ lệ mắc lao xuống dưới 120 người/100.000 dân, hướng tới chấm dứt bệnh lao vào năm 2030.',
    ['tỷ lệ mắc lao | <120 người/100.000 dân | 2024'],
  ],
  [
    'Tập huấn cho 90 công chức cấp xã trong 6 tháng đầu năm 2024, hoàn thành trước ngày 10/6/2024.',
    ['công chức cấp xã | =90 công chức | 2024-06-10'],
  ],
  [
    'Tổ chức 06 hội nghị cấp tỉnh, mỗi xã ít nhất 02 hội nghị/năm.',
    ['hội nghị cấp tỉnh | =6 hội nghị | 2024', 'hội nghị | >=2 hội nghị/năm | 2024'],
  ],
  [
    'Hộ người có công có mức sống bằng hoặc cao hơn mức trung bình nơi cư trú đạt 99%.',
    ['Hộ người có công có mức sống bằng hoặc cao hơn mức trung bình nơi cư trú | =99 % | 2024'],
  ],
  [
    'Chuyển đổi vị trí công tác khoảng 85 cán bộ, công chức.',
    ['cán bộ, công chức | =85 cán bộ, công chức | 2024'],
  ],
  [
    'Cứng hóa đường trục xã 4,2 km; trục thôn, liên thôn 9,6 km.',
    ['Cứng hóa đường trục xã | =4.2 km | 2024', 'trục thôn, liên thôn | =9.6 km | 2024'],
  ],
  [
    'Thương binh nặng (tỷ lệ tổn thương từ 81% trở lên) được điều dưỡng đạt 100%.',
    ['Thương binh nặng (tỷ lệ tổn thương từ 81% trở lên) được điều dưỡng | =100 % | 2024'],
  ],
  [
    'Giải ngân đến hết ngày 30/6/2024 đạt 50%, đến hết ngày 31/12/2024 đạt 100%. 95% công trình có ban giám sát cộng đồng.',
    [
      'Giải ngân | =50 % | 2024-06-30',
      'Giải ngân | =100 % | 2024-12-31',
      'công trình có ban giám sát cộng đồng | =95 % | 2024',
    ],
  ],
  [
    'Phát hiện 900 người bệnh lao, tương ứng 105 người/100.000 dân.',
    ['người bệnh lao | =900 người | 2024', 'người bệnh lao | =105 người/100.000 dân | 2024'],
  ],
  ['Cập nhật 100% vụ việc vào Cơ sở dữ liệu quốc gia.', ['vụ việc | =100 % | 2024']],
  ['Nhận đỡ đầu 60 con thương binh nặng.', ['con thương binh nặng | =60 người | 2024']],
  [
    'Tặng 250 sổ tiết kiệm, trị giá mỗi sổ tối thiểu 02 triệu đồng.',
    ['sổ tiết kiệm | =250 sổ | 2024', 'trị giá mỗi sổ | >=2000000 đồng | 2024'],
  ],
  [
    'Hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ: cấp huyện 75%, cấp xã 65%.',
    [
      'Hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ | =75 % | 2024',
      'Hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ | =65 % | 2024',
    ],
  ],
  [
    'Tỷ lệ thanh toán trực tuyến đến hết quý II/2024 đạt 75%.',
    ['Tỷ lệ thanh toán trực tuyến | =75 % | 2024-34'],
  ],
  ['Sản lượng dược liệu khô đạt 9.600 tấn/năm.', ['Sản lượng dược liệu khô | =9600 tấn/năm | 2024']],
])('what is counted, in which unit and by when: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Nâng công suất các vườn ươm hiện có lên 2 triệu cây giống.',
    ['công suất các vườn ươm hiện có | =2000000 cây giống | 2024'],
  ],
  [
    'Số lượt người được tập huấn kỹ thuật cả giai đoạn đạt 4.000 lượt.',
    ['Số lượt người được tập huấn kỹ thuật | =4000 lượt | 2024'],
  ],
  ['Mỗi thôn có 01 khuyến nông viên.', ['khuyến nông viên | =1 khuyến nông viên | 2024']],
  [
    'Cung ứng cho các xã 6.400 tấn xi măng, chia làm 02 đợt: đợt 1 trước ngày 31/5/2024: 3.500 tấn; đợt 2 trước ngày 30/6/2024: 2.900 tấn.',
    ['xi măng | =6400 tấn | 2024', 'xi măng | =3500 tấn | 2024-05-31', 'xi măng | =2900 tấn | 2024-06-30'],
  ],
  ['Lắp đặt hệ thống điện chiếu sáng 12 km.', ['hệ thống điện chiếu sáng | =12 km | 2024']],
  [
    '100% sản phẩm có tem truy xuất nguồn gốc; sản phẩm OCOP đưa lên sàn thương mại điện tử 60%.',
    [
      'sản phẩm có tem truy xuất nguồn gốc | =100 % | 2024',
      'sản phẩm OCOP đưa lên sàn thương mại điện tử | =60 % | 2024',
    ],
  ],
  ['Ưu tiên các xã có độ cao trên 1.200 m.', []],
  ['Bảo vệ nghiêm ngặt 04 khu vực có loài quý hiếm.', ['khu vực có loài quý hiếm | =4 khu vực | 2024']],
])('what work is to reach, told among duties: %s', (sentence, expected) => {
  expect(told(sentence, 'III. NHIỆM VỤ')).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Kết nạp 2.400 hội viên (tăng 150 người so với năm 2023).',
    ['hội viên | =2400 hội viên | 2024', 'hội viên | =150 người increase | 2024'],
  ],
  [
    'Trồng rừng phòng hộ 12.000 ha, bình quân 3.000 ha/năm.',
    ['Trồng rừng phòng hộ | =12000 ha | 2024', 'Trồng rừng phòng hộ | =3000 ha/năm | 2024'],
  ],
  [
    'Thu ngân sách đạt 1.500 tỷ đồng (tương ứng tăng tối thiểu 80 tỷ đồng).',
    ['Thu ngân sách | =1500000000000 đồng | 2024', 'Thu ngân sách | >=80000000000 đồng increase | 2024'],
  ],
  [
    'Doanh thu bán lẻ tăng bình quân 12%/năm, đạt trên 9 tỷ đồng.',
    ['Doanh thu bán lẻ | =12 %/năm increase | 2024', 'Doanh thu bán lẻ | >9000000000 đồng | 2024'],
  ],
  [
    'Có 300 trang trại, trong đó có 20 trang trại hữu cơ; đến năm 2030 có ít nhất 450 trang trại.',
    [
      'trang trại | =300 trang trại | 2024',
      'trang trại hữu cơ | =20 trang trại | 2024',
      'trang trại | >=450 trang trại | 2030',
    ],
  ],
  [
    'Tỷ lệ đi học đúng tuổi ở bậc tiểu học đạt 99%, ở bậc trung học cơ sở đạt 96%.',
    ['Tỷ lệ đi học đúng tuổi | =99 % | 2024', 'Tỷ lệ đi học đúng tuổi | =96 % | 2024'],
  ],
  [
    'Tỷ lệ đường được bê tông hóa đạt 100% ở vùng đồng bằng, 85% tại miền núi, hải đảo.',
    ['Tỷ lệ đường được bê tông hóa | =100 % | 2024', 'Tỷ lệ đường được bê tông hóa | =85 % | 2024'],
  ],
  [
    'Giá trị sản xuất đạt 500 tỷ đồng; đến năm 2030 đạt gần 900 tỷ đồng.',
    ['Giá trị sản xuất | =500000000000 đồng | 2024', 'Giá trị sản xuất | =900000000000 đồng | 2030'],
  ],
  [
    'Đến năm 2025 đạt 70% và đến 2030 đạt 90% nạn nhân bị mua bán được hỗ trợ.',
    ['nạn nhân bị mua bán được hỗ trợ | =70 % | 2025', 'nạn nhân bị mua bán được hỗ trợ | =90 % | 2030'],
  ],
])('the figures of a pair, a bracket or a list share their words: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Toàn ngành phấn đấu đến năm 2025 đạt doanh thu 900 tỷ đồng.', ['doanh thu | =900000000000 đồng | 2025']],
  ['Chỉ tiêu năm 2024 về tốc độ tăng dân số đạt 8%.', ['tốc độ tăng dân số | =8 % | 2024']],
  ['Phấn đấu đón tổng lượt khách 2,4 triệu lượt.', ['tổng lượt khách | =2400000 lượt | 2024']],
  ['Tỷ lệ hộ nghèo sẽ giảm còn 2%.', ['Tỷ lệ hộ nghèo | =2 % | 2024']],
  ['Tỷ lệ hộ cận nghèo còn lại 3,5%.', ['Tỷ lệ hộ cận nghèo | =3.5 % | 2024']],
  ['Tỷ lệ thu gom nước thải sẽ được nâng dần lên 60%.', ['Tỷ lệ thu gom nước thải | =60 % | 2024']],
  ['Công nghiệp chế biến chiếm tỷ trọng 65%.', ['Công nghiệp chế biến | =65 % | 2024']],
  ['Giá trị tăng thêm đạt 18 tỷ đồng.', ['Giá trị tăng thêm | =18000000000 đồng | 2024']],
  ['Bình quân lương thực đầu người đạt 480 kg.', ['Bình quân lương thực đầu người | =480 kg | 2024']],
  [
    'Thu hút 2 triệu lượt khách với tốc độ tăng trung bình hàng năm là 11%.',
    ['lượt khách | =2000000 lượt khách | 2024', 'tốc độ tăng | =11 % | 2024'],
  ],
  [
    'Có 800 sản phẩm OCOP; trong số này, có khoảng 30 sản phẩm OCOP đạt 5 sao.',
    ['sản phẩm OCOP | =800 sản phẩm | 2024', 'sản phẩm OCOP đạt 5 sao | =30 sản phẩm | 2024'],
  ],
  [
    '90% học sinh được trang bị kỹ năng phòng, tránh đuối nước.',
    ['học sinh được trang bị kỹ năng phòng, tránh đuối nước | =90 % | 2024'],
  ],
  [
    '95% hộ bị thiệt hại được cứu trợ, hỗ trợ kịp thời.',
    ['hộ bị thiệt hại được cứu trợ, hỗ trợ kịp thời | =95 % | 2024'],
  ],
  [
    'Có 45 sản phẩm được đánh giá, phân hạng đạt 4 sao trở lên.',
    ['sản phẩm được đánh giá, phân hạng đạt 4 sao trở lên | =45 sản phẩm | 2024'],
  ],
  [
    '90% đoàn viên tham gia phong trào "Học tập, lao động, bảo vệ Tổ quốc".',
    ['đoàn viên tham gia phong trào "Học tập, lao động, bảo vệ Tổ quốc" | =90 % | 2024'],
  ],
])('no more and no less than what is counted: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Bắt giữ 40% số đối tượng truy nã hiện có và 60% đối tượng truy nã mới phát sinh.',
    ['đối tượng truy nã hiện có | =40 % | 2024', 'đối tượng truy nã mới phát sinh | =60 % | 2024'],
  ],
  [
    'Duy trì diện tích rừng trồng hiện có trên 12.500 ha.',
    ['diện tích rừng trồng hiện có | >12500 ha | 2024'],
  ],
  ['Không phát sinh điểm nóng, triệt xóa trên 10% số tụ điểm.', ['tụ điểm | >10 % | 2024']],
  ['Độ che phủ rừng 5 huyện miền núi là 69%.', ['Độ che phủ rừng 5 huyện miền núi | =69 % | 2024']],
  [
    'Sóng di động phủ trên 80% hộ gia đình, 100% thôn.',
    ['Sóng di động phủ | >80 % | 2024', 'Sóng di động phủ | =100 % | 2024'],
  ],
  ['Mỗi thôn có ít nhất một mô hình tự quản.', ['mô hình tự quản | >=1 mô hình | 2024']],
  ['Mỗi chi hội giúp thêm được hai hộ thoát nghèo.', ['hộ thoát nghèo | =2 hộ | 2024']],
  ['Giảm số xã đạt dưới 8 tiêu chí xuống 12 xã.', ['số xã đạt dưới 8 tiêu chí | =12 xã | 2024']],
  [
    'Thu nhập bình quân đầu người đạt 80 triệu đồng, khu vực nông thôn đạt 60 triệu đồng.',
    [
      'Thu nhập bình quân đầu người | =80000000 đồng | 2024',
      'Thu nhập bình quân đầu người | =60000000 đồng | 2024',
    ],
  ],
  [
    'Số tổ hợp tác năm 2024 đạt 120 tổ với 1.500 thành viên, phấn đấu đến năm 2026 có 150 tổ.',
    [
      'Số tổ hợp tác | =120 tổ | 2024',
      'thành viên | =1500 thành viên | 2024',
      'Số tổ hợp tác | =150 tổ | 2026',
    ],
  ],
  [
    'Trồng rừng sản xuất giai đoạn 2024 - 2026 diện tích 900 ha.',
    ['Trồng rừng sản xuất | =900 ha | 2024/2026'],
  ],
  [
    'Giảm tỷ lệ lao động trẻ em xuống dưới 5% tổng số trẻ em vào năm 2024 và xuống 4% vào năm 2026.',
    ['tỷ lệ lao động trẻ em | <5 % | 2024', 'tỷ lệ lao động trẻ em | =4 % | 2026'],
  ],
  [
    'Có 12 xã nông thôn mới nâng cao và không còn xã dưới 15 tiêu chí.',
    ['xã nông thôn mới nâng cao | =12 xã | 2024'],
  ],
])('figures that are told beside others, in words or of what there is: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Đạt 0,7 bác sĩ nhi trên 100.000 dân.', ['bác sĩ nhi | =0.7 bác sĩ/100.000 dân | 2024']],
  ['Sinh hoạt chuyên đề mỗi chi bộ 01 buổi/quý.', ['Sinh hoạt chuyên đề | =1 buổi/quý | 2024']],
  ['Mỗi chợ được kiểm tra đột xuất ít nhất 02 lần/năm.', ['kiểm tra đột xuất | >=2 lần/năm | 2024']],
  [
    'Hồ sơ kỹ thuật hoàn thành 100% trước ngày 30 tháng 9 năm 2024.',
    ['Hồ sơ kỹ thuật | =100 % | 2024-09-30'],
  ],
  [
    'Duy trì 150 mã số vùng trồng với diện tích 9.000 ha.',
    ['mã số vùng trồng | =150 mã số | 2024', 'diện tích | =9000 ha | 2024'],
  ],
  ['Tổ chức 02 hội nghị đầu bờ/vụ.', ['hội nghị đầu bờ | =2 hội nghị/vụ | 2024']],
  [
    'Tỷ lệ bao phủ dịch vụ đạt 80%; từ 45% trở lên nước thải được thu gom.',
    ['Tỷ lệ bao phủ dịch vụ | =80 % | 2024', 'nước thải được thu gom | >=45 % | 2024'],
  ],
  [
    'Có 30 tuyến phố văn minh, mỗi phường có tối thiểu 01 tuyến.',
    ['tuyến phố văn minh | =30 tuyến phố | 2024', 'tuyến phố văn minh | >=1 tuyến | 2024'],
  ],
  [
    'Thời gian thoát nước trên các tuyến phố dưới 3 giờ sau khi mưa.',
    ['Thời gian thoát nước trên các tuyến phố | <3 giờ | 2024'],
  ],
  ['Đưa ra xét xử trên 90% vụ án mua bán người.', ['vụ án mua bán người | >90 % | 2024']],
  [
    'Dạy nghề cho 900 lao động, trong số đó có 80% có việc làm.',
    ['lao động | =900 lao động | 2024', 'có việc làm | =80 % | 2024'],
  ],
  [
    'Khu vực tư nhân đóng góp 55% GRDP và tạo việc làm cho 15.000 lao động.',
    ['Khu vực tư nhân đóng góp | =55 % | 2024', 'lao động | =15000 lao động | 2024'],
  ],
])('where the label of a figure begins and ends: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Doanh số bán hàng qua mạng tăng 20% mỗi năm.',
    ['Doanh số bán hàng qua mạng | =20 %/năm increase | 2024'],
  ],
  [
    'Giá trị sản xuất tăng từ 8 đến 9% mỗi năm.',
    ['Giá trị sản xuất | >=8 %/năm increase | 2024', 'Giá trị sản xuất | <=9 %/năm increase | 2024'],
  ],
  ['Giá trị mua sắm đạt trung bình 9 triệu đồng/hộ.', ['Giá trị mua sắm | =9000000 đồng/hộ | 2024']],
  [
    'Chi phí vận chuyển chặng cuối chiếm dưới 12% doanh thu.',
    ['Chi phí vận chuyển chặng cuối | <12 % | 2024'],
  ],
  [
    'Giảm 2% trường hợp sinh con thứ 3 trở lên.',
    ['trường hợp sinh con thứ 3 trở lên | =2 % decrease | 2024'],
  ],
  ['Theo đó, mục tiêu đến năm 2025, tỷ lệ hộ chưa có điện dưới 4%.', ['tỷ lệ hộ chưa có điện | <4 % | 2025']],
  [
    'Nhiệm vụ trọng tâm năm 2024 là giá trị sản xuất công nghiệp đạt 900 tỷ đồng.',
    ['giá trị sản xuất công nghiệp | =900000000000 đồng | 2024'],
  ],
  [
    'Đối với việc chăm sóc sau khi sinh, tỷ lệ bà mẹ được thăm khám tại nhà đạt 90%.',
    ['tỷ lệ bà mẹ được thăm khám tại nhà | =90 % | 2024'],
  ],
])('what leads up to a label or closes it is none of it: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Mở 12 lớp học bơi (quý II: 07 lớp, quý III: 05 lớp).',
    ['lớp học bơi | =12 lớp | 2024', 'lớp học bơi | =7 lớp | 2024-34', 'lớp học bơi | =5 lớp | 2024-35'],
  ],
  [
    'Kiểm tra an toàn bến đò ít nhất 02 lần/năm; mỗi bến 01 lần/tháng.',
    ['Kiểm tra an toàn bến đò | >=2 lần/năm | 2024', 'Kiểm tra an toàn bến đò | =1 lần/tháng | 2024'],
  ],
  ['Mỗi quý 02 buổi chiếu phim lưu động.', ['buổi chiếu phim lưu động | =2 buổi/quý | 2024']],
  ['Vệ sinh kho lưu trữ mỗi tuần 01 lần.', ['Vệ sinh kho lưu trữ | =1 lần/tuần | 2024']],
  ['Mỗi năm 02 lần tổ chức giao lưu văn nghệ.', ['giao lưu văn nghệ | =2 lần/năm | 2024']],
  ['Mỗi xã tổ chức bồi dưỡng 01 lớp/quý.', ['bồi dưỡng | =1 lớp/quý | 2024']],
  [
    'Xây dựng 09 thôn kiểu mẫu, trong đó 04 thôn hoàn thành trước ngày 30/11/2024.',
    ['thôn kiểu mẫu | =9 thôn | 2024', 'thôn kiểu mẫu | =4 thôn | 2024-11-30'],
  ],
  [
    'Thành lập 24 tổ hợp tác, chia ra: quý I 14 tổ, quý II 10 tổ.',
    ['tổ hợp tác | =24 tổ hợp tác | 2024', 'tổ hợp tác | =14 tổ | 2024-33', 'tổ hợp tác | =10 tổ | 2024-34'],
  ],
  [
    'Năng suất đạt 62 tạ/ha đối với lúa xuân, 55 tạ/ha đối với lúa mùa.',
    ['Năng suất | =62 tạ/ha | 2024', 'Năng suất | =55 tạ/ha | 2024'],
  ],
  [
    'Trên 70% cơ sở có giấy phép trong năm 2024 và đạt 95% vào năm 2026.',
    ['cơ sở có giấy phép | >70 % | 2024', 'cơ sở có giấy phép | =95 % | 2026'],
  ],
  [
    'Số tin bài tuyên truyền: 48 tin, bài, bình quân mỗi tháng 04 tin, bài.',
    ['Số tin bài tuyên truyền | =48 tin, bài | 2024', 'Số tin bài tuyên truyền | =4 tin, bài/tháng | 2024'],
  ],
  [
    'Mở 12 lớp nghề, quý II: 07 lớp; quý IV: 05 lớp.',
    ['lớp nghề | =12 lớp | 2024', 'lớp nghề | =7 lớp | 2024-34', 'lớp nghề | =5 lớp | 2024-36'],
  ],
  [
    'Sửa 35 phòng học (đợt 1: 20 phòng; đợt 2: 15 phòng).',
    ['phòng học | =35 phòng học | 2024', 'phòng học | =20 phòng | 2024', 'phòng học | =15 phòng | 2024'],
  ],
  [
    '80% quầy hàng có niêm yết giá trong năm 2024, đạt 100% vào năm 2025.',
    ['quầy hàng có niêm yết giá | =80 % | 2024', 'quầy hàng có niêm yết giá | =100 % | 2025'],
  ],
  [
    'Xử lý 60 điểm ngập, trong đó 6 tháng đầu năm 25 điểm, 6 tháng cuối năm 35 điểm.',
    ['điểm ngập | =60 điểm | 2024', 'điểm ngập | =25 điểm | 2024-06', 'điểm ngập | =35 điểm | 2024'],
  ],
  [
    'Thu phí đạt 90 tỷ đồng, trong đó 6 tháng đầu năm đạt 50 tỷ đồng.',
    ['Thu phí | =90000000000 đồng | 2024', 'Thu phí | =50000000000 đồng | 2024-06'],
  ],
  [
    'Nhận 500 đơn vị máu, trong đó đợt 1: 200 đơn vị; đợt 2: 300 đơn vị.',
    [
      'đơn vị máu | =500 đơn vị máu | 2024',
      'đơn vị máu | =200 đơn vị | 2024',
      'đơn vị máu | =300 đơn vị | 2024',
    ],
  ],
  ['Hằng quý 01 lần kiểm tra kho.', ['kiểm tra kho | =1 lần/quý | 2024']],
  [
    'Có 12 xã đạt chuẩn, trong đó 03 xã về đích trước 30/9/2024.',
    ['xã đạt chuẩn | =12 xã | 2024', 'xã đạt chuẩn | =3 xã | 2024-09-30'],
  ],
  ['Đưa tỷ lệ hộ nghèo từ 5,2% đầu năm xuống còn 4%.', ['tỷ lệ hộ nghèo | =4 % | 2024']],
  ['Kéo điện lưới tới 25 bản biên giới.', ['bản biên giới | =25 bản | 2024']],
  ['Tổng số hồ sơ hoàn thành: 640 hồ sơ.', ['Tổng số hồ sơ hoàn thành | =640 hồ sơ | 2024']],
  ['Phổ biến Luật Đất đai năm 2023; in 3.000 tờ rơi.', ['tờ rơi | =3000 tờ rơi | 2024']],
  [
    'Trên 85% hộ nuôi ong, dê được tập huấn trong năm 2024 và đạt 100% trong năm 2025.',
    ['hộ nuôi ong, dê được tập huấn | >85 % | 2024', 'hộ nuôi ong, dê được tập huấn | =100 % | 2025'],
  ],
  [
    'Lãi bình quân đạt 90 triệu đồng đối với hợp tác xã trồng trọt, 75 triệu đồng đối với hợp tác xã chăn nuôi.',
    ['Lãi bình quân | =90000000 đồng | 2024', 'Lãi bình quân | =75000000 đồng | 2024'],
  ],
  ['Rà soát hẻm dài trên 80 mét, lắp 12 camera.', ['camera | =12 camera | 2024']],
])('figures that go on with what was named before: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Năm 2023 tỷ lệ hộ có hố xí tự hoại đạt 61%, phấn đấu năm 2024 đạt 66%.',
    ['tỷ lệ hộ có hố xí tự hoại | =66 % | 2024'],
  ],
  [
    'Đưa tỷ lệ hộ cận nghèo từ 6,4% cuối năm 2023 xuống dưới 5,5% cuối năm 2024.',
    ['tỷ lệ hộ cận nghèo | <5.5 % | 2024'],
  ],
  [
    'Sửa 40 căn nhà dột nát trước ngày 31/8/2024; 100% hộ nghèo có thẻ BHYT.',
    ['căn nhà dột nát | =40 căn | 2024-08-31', 'hộ nghèo có thẻ BHYT | =100 % | 2024'],
  ],
  [
    '95% trẻ em được tiêm đủ mũi, giảm tỷ lệ suy dinh dưỡng ít nhất 2% so với năm 2023.',
    ['trẻ em được tiêm đủ mũi | =95 % | 2024', 'tỷ lệ suy dinh dưỡng | >=2 % decrease | 2024'],
  ],
  [
    'Tỷ lệ hài lòng của bạn đọc đạt tối thiểu 80%, phấn đấu 90%.',
    ['Tỷ lệ hài lòng của bạn đọc | >=80 % | 2024', 'Tỷ lệ hài lòng của bạn đọc | =90 % | 2024'],
  ],
  ['Giảm tần suất cháy rừng bình quân 3%/năm.', ['tần suất cháy rừng | =3 %/năm decrease | 2024']],
  ['Tổng vốn toàn xã hội huy động đạt 900 tỷ đồng.', ['Tổng vốn toàn xã hội | =900000000000 đồng | 2024']],
  ['Phục vụ công nhân 30 buổi chiếu phim lưu động.', ['buổi chiếu phim lưu động | =30 buổi | 2024']],
  ['Giới thiệu 90 quần chúng ưu tú cho Đảng xem xét, kết nạp.', ['quần chúng ưu tú | =90 quần chúng | 2024']],
  ['Hiện trạng: toàn xã có 14 nhà văn hóa và 06 sân thể thao.', []],
])('levels, times and changes of their own: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Số bác sĩ/vạn dân đạt 11,5; số giường bệnh trên 10.000 dân: ít nhất 32.',
    [
      'Số bác sĩ/vạn dân | =11.5 bác sĩ/vạn dân | 2024',
      'số giường bệnh trên 10.000 dân | >=32 giường bệnh/10.000 dân | 2024',
    ],
  ],
  [
    'Số hợp tác xã hoạt động khá đạt 45, số tổ hợp tác là 60.',
    ['Số hợp tác xã hoạt động khá | =45 hợp tác xã | 2024', 'số tổ hợp tác | =60 tổ hợp tác | 2024'],
  ],
  ['Bố trí tối thiểu 03 máy tính/điểm tiếp nhận.', ['máy tính | >=3 máy tính/điểm tiếp nhận | 2024']],
  [
    'Tỷ lệ thư viện phục vụ được từ 80% nhu cầu mượn trở lên đạt 75%.',
    ['Tỷ lệ thư viện phục vụ được từ 80% nhu cầu mượn trở lên | =75 % | 2024'],
  ],
  [
    'Tỷ lệ hộ có thu nhập từ 50 triệu đồng/người/năm trở lên đạt 30%.',
    ['Tỷ lệ hộ có thu nhập từ 50 triệu đồng/người/năm trở lên | =30 % | 2024'],
  ],
  ['70% chợ đạt mức từ 3,5 điểm trở lên.', ['chợ đạt mức từ 3,5 điểm trở lên | =70 % | 2024']],
])('so many in so many, and figures that say which are meant: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Quản lý chợ. Trong năm 2024 có 12 chợ được công nhận chợ an toàn; các chợ khác theo lộ trình.',
    ['chợ được công nhận chợ an toàn | =12 chợ | 2024'],
  ],
  ['Năm 2023 có 12 chợ được công nhận chợ an toàn.', []],
  ['Hiện nay có 12 chợ tham gia.', []],
  [
    'Phát triển du lịch. Doanh thu từ khách du lịch 6.300 tỷ đồng.',
    ['Doanh thu từ khách du lịch | =6300000000000 đồng | 2024'],
  ],
  ['Tổng đàn trâu, bò bằng hoặc thấp hơn 410.000 con.', ['Tổng đàn trâu, bò | <=410000 con | 2024']],
  [
    'Nâng cấp trạm y tế; 95,5% người dân tham gia bảo hiểm y tế.',
    ['người dân tham gia bảo hiểm y tế | =95.5 % | 2024'],
  ],
  [
    'Công nhận mới 45 sản phẩm OCOP, có ít nhất 03 sản phẩm đạt 5 sao.',
    ['sản phẩm OCOP | =45 sản phẩm | 2024', 'sản phẩm đạt 5 sao | >=3 sản phẩm | 2024'],
  ],
])('how many are to have done something by then, among the tasks: %s', (sentence, expected) => {
  expect(told(sentence, 'II. NHIỆM VỤ, GIẢI PHÁP')).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Giải ngân vốn đầu tư công: 6 tháng đầu năm đạt 50%, cả năm đạt 100%.',
    ['Giải ngân vốn đầu tư công | =50 % | 2024-06', 'Giải ngân vốn đầu tư công | =100 % | 2024'],
  ],
  [
    'Giải ngân vốn đầu tư công đến 30/6 đạt 45%, đến 31/12 đạt 98% kế hoạch.',
    ['Giải ngân vốn đầu tư công | =45 % | 2024-06-30', 'Giải ngân vốn đầu tư công | =98 % | 2024-12-31'],
  ],
  ['Thu ngân sách 9 tháng đầu năm đạt 75% dự toán.', ['Thu ngân sách | =75 % | 2024-09']],
  ['Tỷ lệ số hóa hồ sơ trước 30/6 đạt 70%.', ['Tỷ lệ số hóa hồ sơ | =70 % | 2024-06-30']],
])('times of the plan’s only year: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, [label: string, group: string | null, value: number | null][]]>([
  [
    'Tuyển sinh 8.750 người, trong đó: trung cấp 1.350 người, sơ cấp và dưới 03 tháng 7.400 người.',
    [
      ['người', null, 8750],
      ['trung cấp', null, 1350],
      ['sơ cấp và dưới 03 tháng', null, 7400],
    ],
  ],
  [
    'Xây 40 phòng học, gồm: mầm non 10 phòng, tiểu học 20 phòng và THCS ít nhất 10 phòng.',
    [
      ['phòng học', null, 40],
      ['mầm non', null, 10],
      ['tiểu học', null, 20],
      ['THCS', null, 10],
    ],
  ],
  [
    'Dạy nghề cho 500 người, trong đó nam 300 người, nữ 200 người.',
    [
      ['Dạy nghề', null, 500],
      ['nam', 'nam', 300],
      ['nữ', 'nữ', 200],
    ],
  ],
  [
    'Mở 30 lớp, trong đó quý I 10 lớp, quý II 20 lớp.',
    [
      ['lớp', null, 30],
      ['lớp', null, 10],
      ['lớp', null, 20],
    ],
  ],
  [
    'Mức độ hài lòng của người dân đạt 95%; của tổ chức đạt 90%.',
    [
      ['Mức độ hài lòng của người dân', 'người dân', 95],
      ['Mức độ hài lòng', 'tổ chức', 90],
    ],
  ],
  [
    'Tỷ lệ giải quyết đúng hạn đối với hồ sơ đất đai đạt 98%, đối với hồ sơ hộ tịch đạt 100%.',
    [
      ['Tỷ lệ giải quyết đúng hạn đối với hồ sơ đất đai', 'hồ sơ đất đai', 98],
      ['Tỷ lệ giải quyết đúng hạn', 'hồ sơ hộ tịch', 100],
    ],
  ],
  [
    'Thanh toán viện phí không dùng tiền mặt: bệnh viện tuyến tỉnh đạt 80%, bệnh viện và TTYT tuyến huyện 65%, trạm y tế 20%.',
    [
      ['Thanh toán viện phí không dùng tiền mặt', 'bệnh viện tuyến tỉnh', 80],
      ['Thanh toán viện phí không dùng tiền mặt', 'bệnh viện và TTYT tuyến huyện', 65],
      ['Thanh toán viện phí không dùng tiền mặt', 'trạm y tế', 20],
    ],
  ],
])('parts that are listed by their names: %s', (sentence, expected) => {
  expect(targetsIn(sentence, 'II. CHỈ TIÊU').map(({ label, group, value }) => [label, group, value])).toEqual(
    expected,
  );
});

test.each<[string, string | null, Target['of']]>([
  ['Tỷ lệ lao động qua đào tạo đạt 70%.', 'lao động', 'group'],
  ['Tỷ lệ người lao động có hợp đồng đạt 90%.', 'người lao động', 'group'],
  ['Đạt 100% phòng khám công lập tự đánh giá chất lượng.', 'phòng khám công lập', 'group'],
  ['90% hộ vùng sâu trữ nước mưa.', 'hộ vùng sâu', 'group'],
  ['Tỷ lệ doanh nghiệp nhỏ giao dịch qua tài khoản đạt 90%.', 'doanh nghiệp nhỏ', 'group'],
  ['95% trẻ em mẫu giáo đến trường đúng tuổi.', 'trẻ em mẫu giáo', 'group'],
  ['80% hộ chăn nuôi lợn di dời chuồng trại.', 'hộ chăn nuôi lợn', 'group'],
])('whose rate it is: %s', (sentence, group, base) => {
  expect(targetsIn(sentence, 'II. CHỈ TIÊU').map(({ group, of }) => [group, of])).toEqual([[group, base]]);
});

test('items whose words open with a figure', () => {
  const lines = ['Cấp 05 tủ thuốc', '60% trường có bể bơi', '120 hộ được vay vốn'];
  const items = lines.map((line, index) => (index === 0 ? line : `${index + 1}. ${line}`)).join('\n');
  expect(told(items)).toEqual([
    'tủ thuốc | =5 tủ | 2024',
    'trường có bể bơi | =60 % | 2024',
    'hộ được vay vốn | =120 hộ | 2024',
  ]);
});

test.each<[string, string[]]>([
  [
    'Trao 300 suất học bổng, 120 xe đạp cho học sinh khó khăn.',
    ['suất học bổng | học sinh khó khăn', 'xe đạp | học sinh khó khăn'],
  ],
  [
    'Tặng 200 phần quà và 50 xe lăn cho người khuyết tật.',
    ['phần quà | người khuyết tật', 'xe lăn | người khuyết tật'],
  ],
  ['Trao 35 nhà nhân ái cho hộ nghèo.', ['nhà nhân ái cho hộ nghèo | hộ nghèo']],
  [
    'Mở 12 lớp tập huấn chuyển đổi số cho thành viên tổ công nghệ số.',
    ['lớp tập huấn chuyển đổi số cho thành viên tổ công nghệ số | thành viên tổ công nghệ số'],
  ],
  [
    'Vận động 300 đoàn viên thanh niên tham gia hỗ trợ người cao tuổi.',
    ['đoàn viên thanh niên tham gia hỗ trợ người cao tuổi | đoàn viên thanh niên'],
  ],
  [
    'Giảm tỷ lệ suy dinh dưỡng thể nhẹ cân ở trẻ em dưới 5 tuổi xuống dưới 2,1%, tỷ lệ suy dinh dưỡng thể thấp còi không quá 7,5%.',
    [
      'tỷ lệ suy dinh dưỡng thể nhẹ cân ở trẻ em dưới 5 tuổi | trẻ em dưới 5 tuổi',
      'tỷ lệ suy dinh dưỡng thể thấp còi | trẻ em dưới 5 tuổi',
    ],
  ],
  [
    'Tỷ lệ lao động nữ qua đào tạo đạt 60%, có bằng cấp, chứng chỉ trên 30%.',
    ['Tỷ lệ lao động nữ qua đào tạo | lao động nữ', 'có bằng cấp, chứng chỉ | lao động nữ'],
  ],
  [
    '100% đơn vị có từ 30% viên chức nữ trở lên bố trí lãnh đạo nữ.',
    ['đơn vị có từ 30% viên chức nữ trở lên bố trí lãnh đạo nữ | đơn vị có từ 30% viên chức nữ trở lên'],
  ],
  [
    '60% doanh nghiệp có chủ sở hữu là nữ được tiếp cận vốn.',
    ['doanh nghiệp có chủ sở hữu là nữ được tiếp cận vốn | doanh nghiệp có chủ sở hữu là nữ'],
  ],
  ['Tỷ lệ nữ trong ban chấp hành công đoàn đạt 30%.', ['Tỷ lệ nữ trong ban chấp hành công đoàn | nữ']],
  ['Duy trì hoạt động của 15 câu lạc bộ cầu lông.', ['câu lạc bộ cầu lông | ']],
  [
    '70% thiếu nhi có thẻ thư viện, trong đó trên 40% mượn thường xuyên.',
    ['thiếu nhi có thẻ thư viện | thiếu nhi', 'mượn thường xuyên | thiếu nhi'],
  ],
  [
    'Người cao tuổi được khám ít nhất 01 lần/năm: 90%.',
    ['Người cao tuổi được khám ít nhất 01 lần/năm | Người cao tuổi'],
  ],
  ['Tỷ lệ bưu gửi phát đúng thời gian đạt 97%.', ['Tỷ lệ bưu gửi phát đúng thời gian | bưu gửi']],
  [
    'Trao 100 suất quà, 50 góc học tập cho học sinh nghèo.',
    ['suất quà | học sinh nghèo', 'góc học tập | học sinh nghèo'],
  ],
  ['Hỗ trợ 06 tổ hợp tác do phụ nữ quản lý.', ['tổ hợp tác do phụ nữ quản lý | ']],
  [
    'Tối thiểu 80% xã, phường tổ chức đối thoại với doanh nghiệp 02 lần/năm.',
    ['xã, phường tổ chức đối thoại với doanh nghiệp 02 lần | xã, phường'],
  ],
  [
    '99% hồ sơ cấp phép xây dựng được số hóa.',
    ['hồ sơ cấp phép xây dựng được số hóa | hồ sơ cấp phép xây dựng'],
  ],
  [
    '100% phản ánh, kiến nghị của cá nhân, tổ chức được trả lời.',
    ['phản ánh, kiến nghị của cá nhân, tổ chức được trả lời | phản ánh, kiến nghị của cá nhân, tổ chức'],
  ],
  [
    'Mức độ hài lòng của người dân trong giải quyết thủ tục đạt 95%.',
    ['Mức độ hài lòng của người dân trong giải quyết thủ tục | người dân'],
  ],
  [
    'Kiểm tra đối với mỗi doanh nghiệp không quá 01 cuộc/năm.',
    ['Kiểm tra đối với mỗi doanh nghiệp | mỗi doanh nghiệp'],
  ],
  ['Ủng hộ Quỹ vì phụ nữ nghèo đạt tối thiểu 1,2 tỷ đồng.', ['Ủng hộ Quỹ vì phụ nữ nghèo | ']],
  [
    'Tỷ lệ trẻ em gái hoàn thành giáo dục tiểu học trên 97%, hoàn thành trung học cơ sở trên 88%.',
    ['Tỷ lệ trẻ em gái hoàn thành giáo dục tiểu học | trẻ em gái', 'hoàn thành trung học cơ sở | trẻ em gái'],
  ],
])('whom what is counted is for or of: %s', (sentence, expected) => {
  expect(targetsIn(sentence, 'II. CHỈ TIÊU').map(({ label, group }) => `${label} | ${group ?? ''}`)).toEqual(
    expected,
  );
});

test.each<[string, string[]]>([
  [
    'Số hợp tác xã thành lập mới cả năm 45 hợp tác xã.',
    ['Số hợp tác xã thành lập mới | =45 hợp tác xã | 2024'],
  ],
  [
    'Diện tích sân tập bình quân đạt 2,1 m2/học sinh.',
    ['Diện tích sân tập bình quân | =2.1 m2/học sinh | 2024'],
  ],
  [
    'Tối thiểu 45 thủ tục cắt giảm từ 50% thời gian trở lên.',
    ['thủ tục cắt giảm từ 50% thời gian trở lên | >=45 thủ tục | 2024'],
  ],
  [
    'Giảm tỷ lệ bỏ học xuống dưới 1%, tỷ lệ lưu ban không quá 2%.',
    ['tỷ lệ bỏ học | <1 % | 2024', 'tỷ lệ lưu ban | <=2 % | 2024'],
  ],
  [
    'Tổ chức khám sức khỏe cho học sinh, tỷ lệ học sinh được khám đạt từ 98% trở lên.',
    ['tỷ lệ học sinh được khám | >=98 % | 2024'],
  ],
  ['Đẩy mạnh tiêm chủng cho trẻ em, tỷ lệ tiêm đầy đủ đạt trên 95%.', ['tỷ lệ tiêm đầy đủ | >95 % | 2024']],
  ['Lắp đặt 14 ghế đá tại công viên, khu dân cư.', ['ghế đá | =14 ghế đá | 2024']],
  ['Trang bị 85 máy quét cho Trung tâm Phục vụ hành chính công.', ['máy quét | =85 máy quét | 2024']],
  ['Xây dựng 20 phóng sự phát trên Đài Truyền hình tỉnh.', ['phóng sự | =20 phóng sự | 2024']],
  [
    'Tham gia Hội khỏe Phù Đổng đạt từ 25 huy chương vàng trở lên.',
    ['huy chương vàng | >=25 huy chương | 2024'],
  ],
  ['Số vụ phạm tội bình quân mỗi năm giảm từ 5% trở lên.', ['Số vụ phạm tội | >=5 %/năm decrease | 2024']],
  ['Lắp đặt 40 ki-ốt tự phục vụ.', ['ki-ốt tự phục vụ | =40 ki-ốt | 2024']],
  ['Hỗ trợ 95%học sinh nghèo.', ['học sinh nghèo | =95 % | 2024']],
])('where a label ends, and what bounds it: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, (string | null)[]]>([
  [
    'Thành lập mới 120 doanh nghiệp, tổng vốn đăng ký 3.500 tỷ đồng.',
    ['doanh-nghiep-thanh-lap-moi', 'doanh-nghiep-thanh-lap-moi'],
  ],
  ['Thu hút 12 dự án đầu tư với tổng vốn đăng ký 3.500 tỷ đồng.', ['du-an-dau-tu', 'du-an-dau-tu']],
  ['100% TTHC được công khai trên Cơ sở dữ liệu quốc gia về TTHC.', ['thu-tuc-hanh-chinh']],
  ['Đài truyền thanh cấp xã phát chuyên mục bình đẳng giới tối thiểu 04 lần/tháng.', ['binh-dang-gioi']],
  ['100% hồ sơ trễ hạn có văn bản xin lỗi.', ['thu-tuc-hanh-chinh']],
  ['Giải quyết đúng hạn 99% hồ sơ cấp phép.', ['giai-quyet-ho-so-dung-han']],
  [
    'Số doanh nghiệp logistics thành lập mới cả năm 60 doanh nghiệp trở lên, tổng vốn đăng ký 900 tỷ đồng.',
    ['doanh-nghiep-thanh-lap-moi', 'doanh-nghiep-thanh-lap-moi'],
  ],
  ['Bổ sung 500 đầu sách cho thư viện huyện.', ['thu-vien']],
  ['70% cơ sở trợ giúp xã hội triển khai hoạt động phòng ngừa bạo lực giới.', ['binh-dang-gioi']],
  ['100% tố giác, tin báo về tội phạm được thụ lý; tỷ lệ giải quyết đạt trên 95%.', ['toi-pham', 'toi-pham']],
  ['Xây mới 03 nhà vệ sinh đạt chuẩn.', [null]],
  ['100% tin báo, tố giác tội phạm về mua bán người được tiếp nhận.', ['buon-ban-nguoi']],
])('what a figure is about: %s', (sentence, expected) => {
  expect(targetsIn(sentence, 'II. CHỈ TIÊU').map(({ indicator }) => indicator)).toEqual(expected);
});

const about = (sentence: string, heading = 'II. CHỈ TIÊU'): string[] =>
  targetsIn(sentence, heading).map(
    ({ indicator, label, group, relation, value, unit, of }) =>
      `${indicator ?? '-'} | ${label} | ${group ?? '-'} | ${relation}${value ?? ''} ${unit ?? ''} | ${of ?? '-'}`,
  );

test.each<[string, string[]]>([
  ['Mật độ nuôi không quá 80 con/m2.', ['- | Mật độ nuôi | - | <=80 con/m2 | -']],
  ['Năng suất điều 2,1 tấn hạt khô/ha.', ['- | Năng suất điều | - | =2.1 tấn hạt khô/ha | -']],
  [
    'Mật độ chăn nuôi không quá 1,5 đơn vị vật nuôi/ha.',
    ['chan-nuoi | Mật độ chăn nuôi | - | <=1.5 đơn vị vật nuôi/ha | -'],
  ],
  [
    'Hồ sơ nộp trực tuyến trên 80%, trong đó hồ sơ nộp toàn trình 60%.',
    [
      'dich-vu-cong-truc-tuyen | Hồ sơ nộp trực tuyến | Hồ sơ | >80 % | group',
      'dich-vu-cong-truc-tuyen | hồ sơ nộp toàn trình | hồ sơ | =60 % | group',
    ],
  ],
  [
    'Thành lập mới trên 300 doanh nghiệp, tổng vốn đăng ký 2.000 tỷ đồng.',
    [
      'doanh-nghiep-thanh-lap-moi | doanh nghiệp | - | >300 doanh nghiệp | -',
      'doanh-nghiep-thanh-lap-moi | tổng vốn đăng ký | - | =2000000000000 đồng | -',
    ],
  ],
  [
    'Thu hút ít nhất 10 dự án, tổng vốn đầu tư trên 500 tỷ đồng.',
    [
      'du-an-dau-tu | dự án | - | >=10 dự án | -',
      'du-an-dau-tu | tổng vốn đầu tư | - | >500000000000 đồng | -',
    ],
  ],
  ['Đơn giản hóa ít nhất 12 TTHC.', ['cat-giam-thu-tuc | TTHC | - | >=12 TTHC | -']],
  [
    'Thời gian cấp phép môi trường giảm 20%.',
    ['cat-giam-thu-tuc | Thời gian cấp phép môi trường | - | =20 % | -'],
  ],
  [
    'Số doanh nghiệp giải thể dưới 40 doanh nghiệp.',
    ['- | Số doanh nghiệp giải thể | - | <40 doanh nghiệp | -'],
  ],
  [
    'Khởi công hạ tầng kỹ thuật 02 cụm công nghiệp.',
    ['khu-cong-nghiep | cụm công nghiệp | - | =2 cụm công nghiệp | -'],
  ],
  ['Bàn giao 15 ha đất sạch cho nhà đầu tư.', ['- | đất sạch | - | =15 ha | -']],
  [
    '40% hộ chăn nuôi chuyển sang nuôi an toàn sinh học.',
    ['- | hộ chăn nuôi chuyển sang nuôi an toàn sinh học | hộ chăn nuôi | =40 % | group'],
  ],
  [
    '70% sản lượng thanh long tiêu thụ qua hợp đồng.',
    ['- | sản lượng thanh long tiêu thụ qua hợp đồng | sản lượng thanh long | =70 % | group'],
  ],
  ['Tỷ lệ cá giống hao hụt dưới 15%.', ['- | Tỷ lệ cá giống hao hụt | cá giống | <15 % | group']],
  ['Mở rộng diện tích tưới tiết kiệm 300 ha.', ['- | diện tích tưới tiết kiệm | - | =300 ha | -']],
  ['Không để mất 01 ha rừng tự nhiên.', []],
  [
    'Giải quyết 100% kiến nghị của doanh nghiệp đúng hạn.',
    ['- | kiến nghị của doanh nghiệp đúng hạn | kiến nghị của doanh nghiệp | =100 % | group'],
  ],
  ['Ổn định tổng đàn bò 18.000 con.', ['chan-nuoi | tổng đàn bò | - | =18000 con | -']],
  [
    'Giá trị sản phẩm bình quân 01 ha đất trồng trọt đạt 130 triệu đồng.',
    ['- | Giá trị sản phẩm bình quân 01 ha đất trồng trọt | - | =130000000 đồng | -'],
  ],
  [
    'Diện tích lúa 9.000 ha, sản lượng 54.000 tấn.',
    [
      'dien-tich-gieo-trong | Diện tích lúa | - | =9000 ha | -',
      'san-luong-luong-thuc | sản lượng | - | =54000 tấn | -',
    ],
  ],
  ['Diện tích hồ tiêu ổn định 2.000 ha.', ['dien-tich-gieo-trong | Diện tích hồ tiêu | - | =2000 ha | -']],
  [
    'Vận động 85 hộ kinh doanh chuyển đổi thành doanh nghiệp.',
    ['ho-kinh-doanh | hộ kinh doanh chuyển đổi thành doanh nghiệp | hộ kinh doanh | =85 hộ kinh doanh | -'],
  ],
  [
    'Chủ động 15% nhu cầu con giống từ nguồn ương dưỡng trong tỉnh.',
    ['- | nhu cầu con giống | - | =15 % | other'],
  ],
  ['Thu hồi 12 ha đất rừng bị lấn chiếm.', ['- | đất rừng bị lấn chiếm | - | =12 ha | -']],
  [
    'Tỷ lệ hộ nghèo thấp hơn bình quân các huyện miền núi của tỉnh.',
    ['ho-ngheo | Tỷ lệ hộ nghèo | - | <  | -'],
  ],
])('densities, registered capital and what so many turn to: %s', (sentence, expected) => {
  expect(about(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Mỗi tổ bảo vệ rừng cộng đồng tuần tra tối thiểu 04 lần/tháng.',
    ['- | tuần tra | Mỗi tổ bảo vệ rừng cộng đồng | >=4 lần/tháng | -'],
  ],
  [
    'Mỗi xã gặp mặt doanh nghiệp ít nhất 01 lần/năm.',
    ['- | gặp mặt doanh nghiệp | Mỗi xã | >=1 lần/năm | -'],
  ],
  ['Kiểm tra 02 lần/năm tại mỗi cơ sở sản xuất.', ['- | Kiểm tra | mỗi cơ sở sản xuất | =2 lần/năm | -']],
  [
    'Phát sổ tay cho 100% chủ rừng là hộ gia đình, cộng đồng.',
    ['- | chủ rừng là hộ gia đình, cộng đồng | chủ rừng là hộ gia đình, cộng đồng | =100 % | group'],
  ],
  [
    'Hỗ trợ trên 150 hộ nghèo vay vốn phát triển sản xuất.',
    ['tin-dung-chinh-sach | hộ nghèo vay vốn phát triển sản xuất | hộ nghèo | >150 hộ | -'],
  ],
  [
    'Mở 12 lớp tập huấn trồng, thu hái, sơ chế với trên 480 người.',
    ['- | lớp tập huấn trồng, thu hái, sơ chế | - | =12 lớp | -', '- | người | - | >480 người | -'],
  ],
  [
    'Tổ chức 02 hội nghị kết nối, có sự tham gia của các tỉnh bạn.',
    ['- | hội nghị kết nối | - | =2 hội nghị | -'],
  ],
  [
    'Đẩy mạnh thâm canh, phấn đấu diện tích nuôi trên bờ 70 ha.',
    ['- | diện tích nuôi trên bờ | - | =70 ha | -'],
  ],
  ['Trong năm 2024, 12 xã được hỗ trợ máy móc.', ['- | xã được hỗ trợ máy móc | - | =12 xã | -']],
  [
    'Mỗi chốt kiểm lâm trực 24/24 giờ, tuần tra 03 lần/tuần.',
    ['- | tuần tra | Mỗi chốt kiểm lâm | =3 lần/tuần | -'],
  ],
  [
    'Xây dựng 10 mô hình, báo cáo Sở Nông nghiệp trước ngày 31/10/2024.',
    ['- | mô hình | - | =10 mô hình | -'],
  ],
  ['Hoàn thành cắm mốc 120 km ranh giới rừng.', ['- | ranh giới rừng | - | =120 km | -']],
  ['Trong năm 2024 có 320 hộ được cấp nước sạch.', ['nuoc-sach | hộ được cấp nước sạch | - | =320 hộ | -']],
  [
    'Từ nay đến hết năm số lượt khách tham quan tăng 2 lần so với năm 2023.',
    ['khach-du-lich | số lượt khách tham quan | - | =2 lần | -'],
  ],
  [
    'Sản lượng bán qua hợp đồng chiếm hơn 40% tổng sản lượng.',
    ['- | Sản lượng bán qua hợp đồng | - | >40 % | other'],
  ],
])('what teams do, who are served and what is striven for: %s', (sentence, expected) => {
  expect(about(sentence, 'III. GIẢI PHÁP')).toEqual(expected);
});

test('a day behind what is to be done by it is not that of another act', () => {
  expect(told('Tái canh 165 ha trước ngày 31/8/2024, ghép cải tạo 40 ha.')).toEqual([
    'Tái canh | =165 ha | 2024-08-31',
    'ghép cải tạo | =40 ha | 2024',
  ]);
});

test.each<[string, string[]]>([
  ['Nâng sản lượng chè từ 8.500 tấn lên 9.200 tấn vào năm 2026.', ['sản lượng chè | =9200 tấn | 2026']],
  [
    'Kim ngạch xuất khẩu tăng từ 85 triệu USD năm 2023 lên 92 triệu USD năm 2026.',
    ['Kim ngạch xuất khẩu | =92000000 USD | 2026'],
  ],
  [
    'Năng suất lúa đạt 58 tạ/ha - 60 tạ/ha.',
    ['Năng suất lúa | >=58 tạ/ha | 2024', 'Năng suất lúa | <=60 tạ/ha | 2024'],
  ],
  [
    'Số bác sĩ đạt từ 9 bác sĩ/10.000 dân đến 10 bác sĩ/10.000 dân.',
    ['Số bác sĩ | >=9 bác sĩ/10.000 dân | 2024', 'Số bác sĩ | <=10 bác sĩ/10.000 dân | 2024'],
  ],
  [
    'Tỷ suất chết mẹ dưới 42 ca/100.000 trẻ đẻ sống vào năm 2026.',
    ['Tỷ suất chết mẹ | <42 ca/100.000 trẻ đẻ sống | 2026'],
  ],
  [
    'Tuổi thọ trung bình năm 2026 đạt 74,5 tuổi, năm 2030 đạt 75 tuổi.',
    ['Tuổi thọ trung bình | =74.5 tuổi | 2026', 'Tuổi thọ trung bình | =75 tuổi | 2030'],
  ],
  [
    'GRDP bình quân đầu người bằng 1,2 lần bình quân cả nước.',
    ['GRDP bình quân đầu người | =1.2 lần | 2024'],
  ],
  ['Tỷ lệ hộ nghèo còn 2,5% (bình quân cả nước là 2,9%).', ['Tỷ lệ hộ nghèo | =2.5 % | 2024']],
  [
    'Chậm nhất đến ngày 15 tháng 12 năm 2026, tỷ lệ hộ dùng nước sạch đạt 95%.',
    ['tỷ lệ hộ dùng nước sạch | =95 % | 2026-12-15'],
  ],
  ['Tỷ lệ hộ dùng nước sạch trước ngày 30/6/2026 đạt 95%.', ['Tỷ lệ hộ dùng nước sạch | =95 % | 2026-06-30']],
  ['Tỷ lệ hộ dùng nước sạch đến hết tháng 6/2026 đạt 95%.', ['Tỷ lệ hộ dùng nước sạch | =95 % | 2026-06']],
  ['Tỷ lệ đi học đúng tuổi năm học 2026 - 2027 đạt 95%.', ['Tỷ lệ đi học đúng tuổi | =95 % | 2026/2027']],
  ['Các năm tiếp theo, tỷ lệ hộ dùng nước sạch đạt 95%.', ['tỷ lệ hộ dùng nước sạch | =95 % | 2024']],
  ['100% trạm y tế có bác sĩ đến cuối năm 2026.', ['trạm y tế có bác sĩ | =100 % | 2026']],
  ['Xây dựng 12 nhà văn hóa thôn giai đoạn 2024 - 2026.', ['nhà văn hóa thôn | =12 nhà văn hóa | 2024/2026']],
  [
    'Hoàn thành 100% nhiệm vụ của Đề án phát triển du lịch giai đoạn 2024 - 2026.',
    ['nhiệm vụ của Đề án phát triển du lịch giai đoạn 2024 - 2026 | =100 % | 2024/2026'],
  ],
  [
    'Thu ngân sách đạt 2.100 tỷ đồng; các năm tiếp theo tăng bình quân 9%/năm.',
    ['Thu ngân sách | =2100000000000 đồng | 2024', 'Thu ngân sách | =9 %/năm increase | 2024'],
  ],
  [
    'Tỷ lệ hộ dùng nước sạch: năm 2025: 80%; năm 2026: 90%.',
    ['Tỷ lệ hộ dùng nước sạch | =80 % | 2025', 'Tỷ lệ hộ dùng nước sạch | =90 % | 2026'],
  ],
])('ranges, levels and times: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test('the span of years in the words that lead up to aims', () => {
  expect(told('Mục tiêu giai đoạn 2024 - 2026:\n+ Tỷ lệ hộ dùng nước sạch đạt 95%.')).toEqual([
    'Tỷ lệ hộ dùng nước sạch | =95 % | 2024/2026',
  ]);
});

test.each<[string, string[]]>([
  ['Năm 2026, cải tạo 135 ha vườn tạp.', ['vườn tạp | =135 ha | 2026']],
  ['Đến năm 2026, phấn đấu tái canh được 135 ha cà phê.', ['cà phê | =135 ha | 2026']],
  ['Năm 2026, khoanh giữ 135 ha rừng non.', ['rừng non | =135 ha | 2026']],
  ['Đánh giá, phân hạng 15 hợp tác xã.', ['hợp tác xã | =15 hợp tác xã | 2024']],
  ['Trên địa bàn tỉnh, tỷ lệ hộ dùng nước sạch đạt 95%.', ['tỷ lệ hộ dùng nước sạch | =95 % | 2024']],
  ['Xếp hạng 12 di tích cấp tỉnh.', ['di tích cấp tỉnh | =12 di tích | 2024']],
  ['Tỉnh xếp hạng 12 cả nước.', []],
  ['Cấp trên 1.200 thẻ căn cước.', ['thẻ căn cước | >1200 thẻ | 2024']],
  ['Nâng cấp trên 15 km đường liên xã.', ['đường liên xã | >15 km | 2024']],
  ['Sửa chữa từ 15 km đường giao thông nông thôn trở lên.', ['đường giao thông nông thôn | >=15 km | 2024']],
  ['Mỗi năm có từ 15 vở diễn mới trở lên.', ['vở diễn mới | >=15 vở diễn/năm | 2024']],
  ['Tinh giản 45 biên chế.', ['biên chế | =45 biên chế | 2024']],
  ['Có 25 tụ điểm phức tạp được chuyển hóa.', ['tụ điểm phức tạp được chuyển hóa | =25 tụ điểm | 2024']],
  ['Hoàn thành 08 gói thầu.', ['gói thầu | =8 gói thầu | 2024']],
  [
    'Sưu tầm 120 cổ vật, phục chế 15 nhạc cụ.',
    ['cổ vật | =120 cổ vật | 2024', 'nhạc cụ | =15 nhạc cụ | 2024'],
  ],
])('what is done to so many: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Trong 5 năm qua đã thành lập 45 hợp tác xã.', []],
  ['Theo thống kê, mỗi năm có khoảng 2.000 trẻ em bị đuối nước.', []],
  ['Theo kết quả rà soát, toàn tỉnh có 1.250 hộ nghèo.', []],
  ['Kết quả khảo sát cho thấy 65% doanh nghiệp chưa chuyển đổi số.', []],
  ['Dự báo đến năm 2030, dân số đạt 1,5 triệu người.', []],
  ['Tỷ lệ này của cả nước là 4,3%.', []],
  ['Cơ sở vi phạm từ 02 lần trở lên bị thu hồi giấy phép.', []],
  ['Xe chở quá tải trên 10% bị xử phạt.', []],
  ['Diện tích lúa bị thiệt hại từ 70% trở lên được hỗ trợ giống.', []],
  ['Cơ sở có diện tích trên 500 m2 phải lắp đặt hệ thống báo cháy.', []],
  ['Trong phạm vi 200 m tính từ cổng trường.', []],
  ['Băng rôn kích thước 0,8m x 6m.', []],
  ['Xã có diện tích tự nhiên 3.895 ha.', []],
  ['Ngân sách nhà nước hỗ trợ 70%, người dân đóng góp 30%.', []],
  ['Ngân sách trung ương 70%, ngân sách tỉnh 30%.', []],
  ['Miễn 100% học phí cho học sinh nghèo.', []],
  ['Giảm 50% tiền thuê đất.', []],
  ['Ban Chỉ đạo gồm 15 thành viên.', []],
  ['Toàn tỉnh có 124 xã, phường.', []],
  ['Cơ cấu giải thưởng: 01 giải nhất, 02 giải nhì.', []],
  ['Thực hiện 3 không, 3 cần.', []],
  ['Toàn tỉnh có 12 xã đạt chuẩn nông thôn mới.', ['xã đạt chuẩn nông thôn mới | =12 xã | 2024']],
  [
    'Qua tuyên truyền, phấn đấu 95% hộ dân hiểu biết pháp luật.',
    ['hộ dân hiểu biết pháp luật | =95 % | 2024'],
  ],
  ['Tỷ lệ diện tích lúa được tưới từ 70% trở lên.', ['Tỷ lệ diện tích lúa được tưới | >=70 % | 2024']],
  [
    'Giảm 50% thời gian giải quyết thủ tục hành chính.',
    ['thời gian giải quyết thủ tục hành chính | =50 % decrease | 2024'],
  ],
])(
  'what was found, how large things are, under what condition, who bears how much: %s',
  (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  },
);

test.each<[string, string[]]>([
  ['Số mô hình kinh tế tuần hoàn: 12 mô hình.', ['Số mô hình kinh tế tuần hoàn | =12 mô hình | 2024']],
  [
    'Tổ chức 12 mô hình giảm nghèo cho 500 nông dân.',
    ['mô hình giảm nghèo | =12 mô hình | 2024', 'nông dân | =500 nông dân | 2024'],
  ],
  [
    'Số thôn đạt chuẩn nông thôn mới đạt 12 vào năm 2026.',
    ['Số thôn đạt chuẩn nông thôn mới | =12 thôn | 2026'],
  ],
  ['Số km đường được bê tông hóa: 45.', ['Số km đường được bê tông hóa | =45 km | 2024']],
  [
    'Số người tham gia bảo hiểm xã hội là từ 1.200 người trở lên.',
    ['Số người tham gia bảo hiểm xã hội | >=1200 người | 2024'],
  ],
  ['Cơ sở sử dụng từ 10 lao động trở lên thành lập công đoàn.', []],
  [
    'Trồng 350 ha rừng (200 ha rừng sản xuất, 150 ha rừng phòng hộ).',
    ['rừng | =350 ha | 2024', 'rừng sản xuất | =200 ha | 2024', 'rừng phòng hộ | =150 ha | 2024'],
  ],
  [
    'Tuyển sinh 1.500 học viên (trung cấp 800, sơ cấp 700).',
    ['học viên | =1500 học viên | 2024', 'trung cấp | =800 học viên | 2024', 'sơ cấp | =700 học viên | 2024'],
  ],
  ['Di dời 120 hộ/350 nhân khẩu.', ['hộ | =120 hộ | 2024']],
  [
    'Tỷ lệ cán bộ, công chức được bồi dưỡng, tỷ lệ cán bộ, công chức có chứng chỉ lần lượt đạt 80% và 50%.',
    [
      'Tỷ lệ cán bộ, công chức được bồi dưỡng | =80 % | 2024',
      'tỷ lệ cán bộ, công chức có chứng chỉ | =50 % | 2024',
    ],
  ],
  [
    'Tỷ lệ doanh nghiệp nộp thuế điện tử, tỷ lệ doanh nghiệp ứng dụng chữ ký số lần lượt đạt 80% và 50%.',
    [
      'Tỷ lệ doanh nghiệp nộp thuế điện tử | =80 % | 2024',
      'tỷ lệ doanh nghiệp ứng dụng chữ ký số | =50 % | 2024',
    ],
  ],
  ['Hỗ trợ cho 120 hộ nghèo.', ['hộ nghèo | =120 hộ | 2024']],
])('several figures in one item, and numbers by themselves: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Tỷ lệ học sinh bỏ học không cao hơn bình quân chung của cả nước.',
    ['bo-hoc | Tỷ lệ học sinh bỏ học | học sinh | <= % | group'],
  ],
  ['Tỷ lệ tăng dân số tự nhiên dưới 1,1%.', ['dan-so | Tỷ lệ tăng dân số tự nhiên | - | <1.1 % | -']],
  [
    'Phát hiện 55% người mắc tăng huyết áp; tỷ lệ điểm dừng có mái che đạt 60%; tỷ lệ trạm y tế chưa có bác sĩ dưới 5%.',
    [
      'tang-huyet-ap | người mắc tăng huyết áp | người mắc tăng huyết áp | =55 % | group',
      '- | tỷ lệ điểm dừng có mái che | điểm dừng | =60 % | group',
      '- | tỷ lệ trạm y tế chưa có bác sĩ | trạm y tế | <5 % | group',
    ],
  ],
  [
    'Gia đình văn hóa đạt 91%/tổng số hộ; cán bộ trẻ chiếm từ 12% trở lên trong ban chấp hành Đảng bộ.',
    [
      'gia-dinh-van-hoa | Gia đình văn hóa | - | =91 % | other',
      'gia-dinh-van-hoa | cán bộ trẻ | cán bộ trẻ | >=12 % | other',
    ],
  ],
  [
    'Mở 03 lớp quản trị trang trại với tổng số 90 học viên.',
    ['- | lớp quản trị trang trại | - | =3 lớp | -', '- | học viên | - | =90 học viên | -'],
  ],
  [
    'Số hóa 100% hồ sơ đất đai lập trước năm 2010 trong năm 2024.',
    ['so-hoa-ho-so | hồ sơ đất đai lập trước năm 2010 | hồ sơ đất đai lập trước năm 2010 | =100 % | group'],
  ],
  ['Giảm 40% số vụ cháy rừng (so năm 2023).', ['chay-no | vụ cháy rừng | - | =40 % | other']],
  ['Bố trí ít nhất mỗi xã 02 điểm đọc sách.', ['- | điểm đọc sách | mỗi xã | >=2 điểm | -']],
  ['Lập hồ sơ xếp hạng 03 di tích cấp tỉnh.', ['di-san | di tích cấp tỉnh | - | =3 di tích | -']],
  [
    'Mỗi phường lấy 08 mẫu nước sinh hoạt/quý để xét nghiệm.',
    ['- | mẫu nước sinh hoạt | Mỗi phường | =8 mẫu/quý | -'],
  ],
  [
    'Mức hưởng thụ bình quân đạt 0,5 bản sách/người dân.',
    ['thu-vien | Mức hưởng thụ bình quân | - | =0.5 bản sách/người dân | -'],
  ],
  [
    'Mỗi tuyên truyền viên pháp luật tổ chức ít nhất 04 buổi nói chuyện/quý.',
    ['- | buổi nói chuyện | Mỗi tuyên truyền viên pháp luật | >=4 buổi/quý | -'],
  ],
  [
    'Trên 90% cơ sở phải đăng ký môi trường có giấy xác nhận đủ điều kiện.',
    [
      '- | cơ sở phải đăng ký môi trường có giấy xác nhận đủ điều kiện | cơ sở phải đăng ký môi trường | >90 % | group',
    ],
  ],
  [
    '100% khu công nghiệp có từ 5.000 lao động trở lên được bố trí trạm y tế.',
    [
      'khu-cong-nghiep | khu công nghiệp có từ 5.000 lao động trở lên được bố trí trạm y tế | khu công nghiệp có từ 5.000 lao động trở lên | =100 % | group',
    ],
  ],
  [
    '100% hộ nghèo có thành viên trong độ tuổi lao động được vay vốn.',
    [
      'tin-dung-chinh-sach | hộ nghèo có thành viên trong độ tuổi lao động được vay vốn | hộ nghèo có thành viên trong độ tuổi lao động | =100 % | group',
    ],
  ],
  [
    'Mức độ hài lòng của hành khách đối với dịch vụ vận tải đạt 88%.',
    ['sipas | Mức độ hài lòng của hành khách đối với dịch vụ vận tải | hành khách | =88 % | -'],
  ],
  [
    'Tập huấn bảo vệ trẻ em: cấp tỉnh 02 lớp, mỗi huyện 01 lớp.',
    [
      'tre-em | Tập huấn bảo vệ trẻ em | cấp tỉnh | =2 lớp | -',
      'tre-em | Tập huấn bảo vệ trẻ em | mỗi huyện | =1 lớp | -',
    ],
  ],
  [
    'Giám đốc sở tiếp công dân 02 ngày/tháng, Chủ tịch UBND xã 01 ngày/tuần.',
    [
      'khieu-nai-to-cao | tiếp công dân | Giám đốc sở | =2 ngày/tháng | -',
      'khieu-nai-to-cao | tiếp công dân | Chủ tịch UBND xã | =1 ngày/tuần | -',
    ],
  ],
  [
    'Tư vấn tâm lý: mỗi trường, cơ sở giáo dục 02 buổi/tháng.',
    ['- | Tư vấn tâm lý | mỗi trường, cơ sở giáo dục | =2 buổi/tháng | -'],
  ],
  [
    '65% hội viên (riêng hội viên là nữ đạt 70%) biết sử dụng ứng dụng số.',
    ['- | hội viên | hội viên | =65 % | group', '- | hội viên là nữ | hội viên là nữ | =70 % | group'],
  ],
  [
    'Truyền nghề mây tre cho 80 lao động, dệt thổ cẩm cho 60 lao động.',
    ['- | lao động | - | =80 lao động | -', '- | lao động | - | =60 lao động | -'],
  ],
  [
    '70% số xã, phường có câu lạc bộ dân ca, riêng các phường trung tâm đạt 90%.',
    [
      '- | xã, phường có câu lạc bộ dân ca | xã, phường | =70 % | group',
      '- | các phường trung tâm | các phường trung tâm | =90 % | group',
    ],
  ],
  [
    'Thanh niên nhập ngũ có trình độ đại học đạt từ 12% trở lên, có sức khỏe loại 1 đạt 30%.',
    [
      'nghia-vu-quan-su | Thanh niên nhập ngũ có trình độ đại học | Thanh niên nhập ngũ | >=12 % | group',
      'nghia-vu-quan-su | sức khỏe loại 1 | - | =30 % | -',
    ],
  ],
  [
    'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ (%): >95',
    ['tiem-chung | Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ | trẻ em dưới 1 tuổi | >95 % | group'],
  ],
  [
    'Tỷ suất tử vong trẻ em dưới 1 tuổi (‰): 11,2',
    ['tu-vong-tre-em | Tỷ suất tử vong trẻ em dưới 1 tuổi | trẻ em dưới 1 tuổi | =11.2 ‰ | -'],
  ],
  [
    '100% hộ nộp thuế theo phương pháp kê khai sử dụng hóa đơn điện tử.',
    ['hoa-don-dien-tu | hộ nộp thuế theo phương pháp kê khai sử dụng hóa đơn điện tử | hộ | =100 % | group'],
  ],
  [
    'Cấp 500 thẻ bạn đọc, 40% là thẻ thiếu nhi.',
    ['thu-vien | thẻ bạn đọc | - | =500 thẻ | -', '- | thẻ thiếu nhi | thẻ thiếu nhi | =40 % | group'],
  ],
  ['Mỗi xã thu nhận ít nhất 20 hồ sơ/ngày.', ['- | hồ sơ | Mỗi xã | >=20 hồ sơ/ngày | -']],
  [
    'Tỷ lệ mù lòa dưới 4 người/1.000 dân; ở người trên 50 tuổi dưới 15 người/1.000 dân.',
    [
      '- | Tỷ lệ mù lòa | - | <4 người/1.000 dân | -',
      '- | Tỷ lệ mù lòa | người trên 50 tuổi | <15 người/1.000 dân | -',
    ],
  ],
  [
    'Tỷ lệ lớp học có góc đọc đạt 75% đối với cấp THCS.',
    ['thu-vien | Tỷ lệ lớp học có góc đọc | cấp THCS | =75 % | group'],
  ],
])('whose rates, levels and parts, and what is told of those counted: %s', (sentence, expected) => {
  expect(about(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Rà soát, lập danh sách 640 người cao tuổi sống một mình trước ngày 31/5/2024.',
    ['nguoi-cao-tuoi | người cao tuổi sống một mình | người cao tuổi sống một mình | =640 người | -'],
  ],
  [
    'Trang bị năm 2024: 02 máy siêu âm, 05 bộ dụng cụ.',
    ['- | máy siêu âm | - | =2 máy siêu âm | -', '- | bộ dụng cụ | - | =5 bộ | -'],
  ],
  [
    'Phấn đấu trong năm hướng dẫn được cho hơn 3.000 hộ gia đình.',
    ['- | hộ gia đình | hộ gia đình | >3000 hộ gia đình | -'],
  ],
  [
    'Trong cả giai đoạn có khoảng 900 lượt lái xe được tập huấn.',
    ['- | lượt lái xe được tập huấn | - | =900 lượt | -'],
  ],
])('what work is to reach outside the targets: %s', (sentence, expected) => {
  expect(about(sentence, 'III. GIẢI PHÁP')).toEqual(expected);
});

test('a change behind a number of its own, and more of several things', () => {
  expect(told('Giảm tỷ lệ phụ nữ sinh con thứ 3 trở lên 0,5% so với năm 2023.')).toEqual([
    'tỷ lệ phụ nữ sinh con thứ 3 trở lên | =0.5 % decrease | 2024',
  ]);
  expect(told('Lắp đặt thêm 10 máy POS, 04 máy ATM.')).toEqual([
    'máy POS | =10 máy POS increase | 2024',
    'máy ATM | =4 máy ATM increase | 2024',
  ]);
});

test.each<[string, string[]]>([
  [
    'Thời gian chờ đợi của người dân giảm xuống trung bình còn tối đa 15 phút/01 lượt giao dịch.',
    ['Thời gian chờ đợi của người dân | <=15 phút/lượt giao dịch | 2024'],
  ],
  [
    'Tổng vốn đầu tư tăng 12 - 13%, chiếm khoảng 35% GRDP.',
    [
      'Tổng vốn đầu tư | >=12 % increase | 2024',
      'Tổng vốn đầu tư | <=13 % increase | 2024',
      'Tổng vốn đầu tư | =35 % | 2024',
    ],
  ],
  [
    'Tỷ suất tử vong trẻ em dưới 5 tuổi (trên 1.000 trẻ đẻ sống) giảm còn 18‰.',
    ['Tỷ suất tử vong trẻ em dưới 5 tuổi (trên 1.000 trẻ đẻ sống) | =18 ‰ | 2024'],
  ],
  [
    'Có thêm 05 xã đạt chuẩn, 03 xã đạt chuẩn nâng cao, 01 xã kiểu mẫu.',
    [
      'xã đạt chuẩn | =5 xã increase | 2024',
      'xã đạt chuẩn nâng cao | =3 xã increase | 2024',
      'xã kiểu mẫu | =1 xã increase | 2024',
    ],
  ],
  [
    'Kiềm chế, giảm từ 5% trở lên trên cả 3 tiêu chí về tai nạn giao thông.',
    ['cả 3 tiêu chí về tai nạn giao thông | >=5 % decrease | 2024'],
  ],
  [
    'Tổng đàn lợn 350.000 con, đàn trâu, bò 85.000 con.',
    ['Tổng đàn lợn | =350000 con | 2024', 'đàn trâu, bò | =85000 con | 2024'],
  ],
  [
    'Trồng cây phân tán 1,5 triệu cây; bảo vệ rừng hiện có 120.000 ha.',
    ['Trồng cây phân tán | =1500000 cây | 2024', 'bảo vệ rừng hiện có | =120000 ha | 2024'],
  ],
  [
    'Tỷ lệ giải ngân vốn đầu tư công đạt 100% kế hoạch vốn được giao, trong đó đến hết quý III đạt trên 60%.',
    ['Tỷ lệ giải ngân vốn đầu tư công | =100 % | 2024', 'Tỷ lệ giải ngân vốn đầu tư công | >60 % | 2024-35'],
  ],
  [
    'Xếp hạng chỉ số chuyển đổi số cấp tỉnh (DTI) tăng ít nhất 05 bậc.',
    ['Xếp hạng chỉ số chuyển đổi số cấp tỉnh (DTI) | >=5 bậc increase | 2024'],
  ],
  [
    'Thu từ đất 500 tỷ, thu nội địa 1.200 tỷ, thu xuất nhập khẩu 300 tỷ đồng.',
    [
      'Thu từ đất | =500000000000 đồng | 2024',
      'thu nội địa | =1200000000000 đồng | 2024',
      'thu xuất nhập khẩu | =300000000000 đồng | 2024',
    ],
  ],
  [
    'Đến hết năm 2025, có ít nhất 02/05 xã hoàn thành mục tiêu; đến năm 2030 là 05/05 xã.',
    ['xã hoàn thành mục tiêu | >=2 xã | 2025', 'xã hoàn thành mục tiêu | =5 xã | 2030'],
  ],
])('levels beside changes, herds, ranks and rates of so many: %s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

test('bodies that are at something are the group with that', () => {
  expect(
    targetsIn(
      'Tỷ lệ khu công nghiệp đang hoạt động có hệ thống xử lý nước thải tập trung đạt 100%.',
      'II. CHỈ TIÊU',
    ).map(({ group }) => group),
  ).toEqual(['khu công nghiệp đang hoạt động']);
});

const whose = (sentence: string): [string, string | null, Target['of']][] =>
  targetsIn(sentence, 'II. CHỈ TIÊU').map(({ label, group, of }) => [label, group, of]);

test.each<[string, [string, string | null, Target['of']][]]>([
  ['Bình quân 01 sinh viên có 12 m2 đất ở.', [['đất ở', null, null]]],
  ['Nâng cấp 02 đô thị lên loại IV.', [['đô thị', null, null]]],
  [
    'Tỷ lệ học sinh hoàn thành tiểu học đạt 99,8%, tốt nghiệp THCS đạt 99,5%.',
    [
      ['Tỷ lệ học sinh hoàn thành tiểu học', 'học sinh', 'group'],
      ['tốt nghiệp THCS', 'học sinh', 'group'],
    ],
  ],
  [
    'Trẻ sơ sinh được tầm soát ít nhất 05 bệnh đạt 75%.',
    [['Trẻ sơ sinh được tầm soát ít nhất 05 bệnh', 'Trẻ sơ sinh', 'group']],
  ],
  [
    'Tỷ lệ người cao tuổi được khám ít nhất 1 lần/năm đạt 90%.',
    [['Tỷ lệ người cao tuổi được khám ít nhất 1 lần/năm', 'người cao tuổi', 'group']],
  ],
  [
    'Giảm tỷ lệ trẻ em có hoàn cảnh đặc biệt xuống dưới 1,5%/tổng số trẻ em.',
    [['tỷ lệ trẻ em có hoàn cảnh đặc biệt', 'trẻ em', 'other']],
  ],
  [
    'Thu ngân sách đạt 12,5 tỷ đồng, vượt 10% dự toán giao.',
    [
      ['Thu ngân sách', null, null],
      ['Thu ngân sách', null, 'plan'],
    ],
  ],
  [
    'Tỷ lệ người dân thường xuyên luyện tập thể dục, thể thao đạt 38%.',
    [['Tỷ lệ người dân thường xuyên luyện tập thể dục, thể thao', null, 'population']],
  ],
  [
    'Tiêm phòng vắc xin cho 4.500 con trâu, bò; tụ huyết trùng 4.000 con.',
    [
      ['con trâu, bò', null, null],
      ['tụ huyết trùng', null, null],
    ],
  ],
  [
    'Xây dựng 05 nhà tình nghĩa, mỗi nhà trị giá 60 triệu đồng.',
    [
      ['nhà tình nghĩa', null, null],
      ['nhà tình nghĩa', 'mỗi nhà', null],
    ],
  ],
  [
    'Quản lý 100% người nghiện, người sử dụng trái phép chất ma túy.',
    [
      [
        'người nghiện, người sử dụng trái phép chất ma túy',
        'người nghiện, người sử dụng trái phép chất ma túy',
        'group',
      ],
    ],
  ],
  [
    'Số hóa 100% sổ hộ tịch lịch sử (giai đoạn 1990 - 2015).',
    [['sổ hộ tịch lịch sử', 'sổ hộ tịch lịch sử', 'group']],
  ],
  ['Duy trì 12/19 tiêu chí nông thôn mới đã đạt.', [['tiêu chí nông thôn mới', null, null]]],
  [
    'Tối thiểu 50% hoạt động giám sát, kiểm tra được thực hiện qua môi trường số.',
    [
      [
        'hoạt động giám sát, kiểm tra được thực hiện qua môi trường số',
        'hoạt động giám sát, kiểm tra',
        'group',
      ],
    ],
  ],
  [
    'Giải quyết đất ở cho 120 hộ, đất sản xuất cho 250 hộ, nhà ở cho 350 hộ.',
    [
      ['Giải quyết đất ở', null, null],
      ['đất sản xuất', null, null],
      ['nhà ở', null, null],
    ],
  ],
  [
    'Bồi dưỡng kiến thức cho 95% đối tượng là chức sắc, chức việc tôn giáo.',
    [['đối tượng là chức sắc, chức việc tôn giáo', 'đối tượng là chức sắc, chức việc tôn giáo', 'group']],
  ],
  ['Sau dồn điền, mỗi hộ còn bình quân 1,5 thửa.', [['thửa', 'mỗi hộ', null]]],
  ['Xây dựng 05 bộ dữ liệu mở, cung cấp cho người dân khai thác.', [['bộ dữ liệu mở', null, null]]],
  ['Giải phóng mặt bằng sạch 250 ha đất công nghiệp.', [['đất công nghiệp', null, null]]],
  ['Số ngày điều trị trung bình giảm còn 6,5 ngày.', [['Số ngày điều trị trung bình', null, null]]],
  ['Thời lượng tiếp sóng 18 giờ/ngày.', [['Thời lượng tiếp sóng', null, null]]],
  [
    '100% hồ sơ đến hạn nộp lưu được thu thập.',
    [['hồ sơ đến hạn nộp lưu được thu thập', 'hồ sơ đến hạn nộp lưu', 'group']],
  ],
])('of whom, and against what: %s', (sentence, expected) => {
  expect(whose(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    '60% lớp học đủ ánh sáng trong năm học 2024-2025, 80% trong năm học 2025-2026.',
    [
      '- | lớp học đủ ánh sáng | lớp học | =60 % | group',
      '- | lớp học đủ ánh sáng | lớp học | =80 % | group',
    ],
  ],
  [
    'Thanh toán điện tử chiếm ít nhất 70% tổng số giao dịch bán vé.',
    ['thanh-toan-khong-tien-mat | Thanh toán điện tử | - | >=70 % | other'],
  ],
  [
    'Thí điểm mô hình trồng rau thủy canh: 02 mô hình; mô hình chăn nuôi sạch hơn: 01 mô hình.',
    [
      '- | Thí điểm mô hình trồng rau thủy canh | - | =2 mô hình | -',
      'chan-nuoi | mô hình chăn nuôi sạch hơn | - | =1 mô hình | -',
    ],
  ],
  ['Số vụ trộm cắp: giảm 1/3 so với năm 2023.', ['toi-pham | Số vụ trộm cắp | - | =33.33 % | other']],
  [
    'Người bệnh nhẹ cân (dưới 17 tuổi hoặc cân nặng dưới 40 kg) được theo dõi dinh dưỡng: tối thiểu 90%.',
    [
      'suy-dinh-duong | Người bệnh nhẹ cân (dưới 17 tuổi hoặc cân nặng dưới 40 kg) được theo dõi dinh dưỡng | Người bệnh nhẹ cân | >=90 % | group',
    ],
  ],
  [
    'Trên 80% người dân hiểu đúng về phòng bệnh.',
    ['- | người dân hiểu đúng về phòng bệnh | - | >80 % | population'],
  ],
  [
    'Tỷ lệ hồ sơ có yêu cầu nghĩa vụ tài chính được thanh toán trực tuyến đạt 60%.',
    [
      'thanh-toan-khong-tien-mat | Tỷ lệ hồ sơ có yêu cầu nghĩa vụ tài chính được thanh toán trực tuyến | hồ sơ có yêu cầu nghĩa vụ tài chính | =60 % | group',
    ],
  ],
  [
    '100% xã, phường giữ vững danh hiệu thanh toán bệnh phong.',
    ['- | xã, phường giữ vững danh hiệu thanh toán bệnh phong | xã, phường | =100 % | group'],
  ],
  [
    '100% cơ quan, đơn vị chi trả lương qua tài khoản.',
    ['- | cơ quan, đơn vị chi trả lương qua tài khoản | cơ quan, đơn vị | =100 % | group'],
  ],
  [
    'Tỷ lệ lớp học có góc đọc sách: 100% đối với cấp tiểu học và tối thiểu 75% đối với cấp THCS.',
    [
      'thu-vien | Tỷ lệ lớp học có góc đọc sách | cấp tiểu học | =100 % | group',
      'thu-vien | Tỷ lệ lớp học có góc đọc sách | cấp THCS | >=75 % | group',
    ],
  ],
])('years of school, wholes and those told apart: %s', (sentence, expected) => {
  expect(about(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Cả năm có khoảng 600 lượt lái xe, phụ xe được tập huấn.',
    ['- | lượt lái xe, phụ xe được tập huấn | - | =600 lượt | -'],
  ],
  ['Thẩm tra lý lịch: 40 hồ sơ, xong trước ngày 15/12/2024.', ['- | Thẩm tra lý lịch | - | =40 hồ sơ | -']],
  ['Chấm dứt hoạt động của 12 xe quá niên hạn.', ['- | xe quá niên hạn | - | =12 xe | -']],
])('what is to be looked into and to end: %s', (sentence, expected) => {
  expect(about(sentence, 'III. GIẢI PHÁP')).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'Thu hút 05 dự án thứ cấp vào Khu công nghiệp Tân Phú với tổng vốn đăng ký 300 tỷ đồng.',
    [
      'du-an-dau-tu | dự án thứ cấp | - | =5 dự án | -',
      'du-an-dau-tu | tổng vốn đăng ký | - | =300000000000 đồng | -',
    ],
  ],
  ['Thả 20.000 con cá giống xuống hồ Núi Cốc.', ['- | con cá giống | - | =20000 con | -']],
  [
    'Trồng 600 ha rừng (rừng sản xuất 550 ha, rừng phòng hộ 50 ha) và 90.000 cây phân tán.',
    [
      'trong-rung | rừng | - | =600 ha | -',
      'trong-rung | rừng sản xuất | - | =550 ha | -',
      'trong-rung | rừng phòng hộ | - | =50 ha | -',
      '- | cây phân tán | - | =90000 cây | -',
    ],
  ],
  ['Nâng diện tích chè từ 800 ha lên 950 ha.', ['dien-tich-gieo-trong | diện tích chè | - | =950 ha | -']],
  ['Ngày lưu trú bình quân 2,1 ngày/khách.', ['luu-tru | Ngày lưu trú bình quân | - | =2.1 ngày/khách | -']],
  ['Chuyển đổi mô hình quản lý đối với 06 chợ.', ['cho-thuong-mai | chợ | - | =6 chợ | -']],
  [
    'Tỷ lệ đất cây xanh trên đất xây dựng đô thị đạt 12%.',
    ['cay-xanh-do-thi | Tỷ lệ đất cây xanh trên đất xây dựng đô thị | - | =12 % | other'],
  ],
  [
    'Giảm tỷ lệ hộ khai thuế giấy xuống còn dưới 8%, phấn đấu 100% cửa hàng xăng dầu xuất hóa đơn điện tử theo từng lần bán.',
    [
      '- | tỷ lệ hộ khai thuế giấy | - | <8 % | -',
      'hoa-don-dien-tu | cửa hàng xăng dầu xuất hóa đơn điện tử theo từng lần bán | cửa hàng xăng dầu | =100 % | group',
    ],
  ],
  [
    'Đưa 300 lao động đi làm việc ở nước ngoài, trong đó 200 lao động sang Nhật Bản.',
    [
      'xuat-khau-lao-dong | lao động đi làm việc ở nước ngoài | - | =300 lao động | -',
      'xuat-khau-lao-dong | lao động sang Nhật Bản | - | =200 lao động | -',
    ],
  ],
  [
    'Diện tích lúa thơm từ 3.000 ha trở lên, chiếm 45% tổng diện tích lúa.',
    [
      'dien-tich-gieo-trong | Diện tích lúa thơm | - | >=3000 ha | -',
      'dien-tich-gieo-trong | Diện tích lúa thơm | - | =45 % | other',
    ],
  ],
  [
    'Toàn huyện có 60 hợp tác xã (45 hợp tác xã nông nghiệp, 15 hợp tác xã phi nông nghiệp).',
    [
      'hop-tac-xa | hợp tác xã | - | =60 hợp tác xã | -',
      'hop-tac-xa | hợp tác xã nông nghiệp | - | =45 hợp tác xã | -',
      'hop-tac-xa | hợp tác xã phi nông nghiệp | - | =15 hợp tác xã | -',
    ],
  ],
  [
    'Phấn đấu giá trị sản xuất thủy sản tăng từ 3% đến 3,5%.',
    [
      'nong-nghiep-tang-truong | giá trị sản xuất thủy sản | - | >=3 % | -',
      'nong-nghiep-tang-truong | giá trị sản xuất thủy sản | - | <=3.5 % | -',
    ],
  ],
  ['Gia đình kiểu mẫu là gia đình có trên 80% thành viên có thẻ BHYT.', []],
  ['Báo cáo số liệu 01 lần/tháng.', []],
  [
    'Giải thể 05 hợp tác xã ngừng hoạt động.',
    ['hop-tac-xa | hợp tác xã ngừng hoạt động | - | =5 hợp tác xã | -'],
  ],
  ['Thu ngân sách xã 4 tỷ 250 triệu đồng.', ['thu-ngan-sach | Thu ngân sách xã | - | =4250000000 đồng | -']],
  [
    'Tổng thu ngân sách 900 tỷ đồng (thu nội địa 850 tỷ đồng), tăng 7% so với năm 2023.',
    [
      'thu-ngan-sach | Tổng thu ngân sách | - | =900000000000 đồng | -',
      'thu-noi-dia | thu nội địa | - | =850000000000 đồng | -',
      'thu-ngan-sach | Tổng thu ngân sách | - | =7 % | other',
    ],
  ],
  [
    'Giải ngân vốn đầu tư công: đến hết quý II đạt 45%, đến 31/12 đạt 100% kế hoạch vốn giao.',
    [
      'giai-ngan | Giải ngân vốn đầu tư công | - | =45 % | plan',
      'giai-ngan | Giải ngân vốn đầu tư công | - | =100 % | plan',
    ],
  ],
  [
    'Lắp điện mặt trời tại 20 trụ sở cơ quan, đơn vị với tổng công suất 0,9 MW.',
    [
      'nang-luong-tai-tao | trụ sở cơ quan, đơn vị | - | =20 trụ sở | -',
      'nang-luong-tai-tao | tổng công suất | - | =0.9 MW | -',
    ],
  ],
  [
    'Cơ cấu kinh tế: khu vực nông nghiệp chiếm 20%; khu vực công nghiệp - xây dựng chiếm 45%; khu vực dịch vụ chiếm 35%.',
    [
      'co-cau-kinh-te | khu vực nông nghiệp | khu vực nông nghiệp | =20 % | -',
      'co-cau-kinh-te | khu vực công nghiệp - xây dựng | khu vực công nghiệp - xây dựng | =45 % | -',
      'co-cau-kinh-te | khu vực dịch vụ | khu vực dịch vụ | =35 % | -',
    ],
  ],
  [
    'Có 12 nhà nghỉ với 150 giường; số lượng đô thị: 04 đô thị.',
    [
      '- | nhà nghỉ | - | =12 nhà nghỉ | -',
      '- | giường | - | =150 giường | -',
      '- | số lượng đô thị | - | =4 đô thị | -',
    ],
  ],
])('where what is counted ends, parts in brackets and lists of one plan: %s', (sentence, expected) => {
  expect(about(sentence)).toEqual(expected);
});

test('what is cut is listed among the tasks, too', () => {
  expect(
    told('Cắt giảm tối thiểu 30% thời gian giải quyết, 20% chi phí tuân thủ.', 'III. GIẢI PHÁP'),
  ).toEqual(['thời gian giải quyết | >=30 % decrease | 2024', 'chi phí tuân thủ | >=20 % decrease | 2024']);
});

test.each<[string, string[]]>([
  [
    'Tỷ lệ lao động có chứng chỉ đạt 31,5%; tỷ lệ lao động nông nghiệp trong tổng số lao động còn 38%.',
    [
      '- | Tỷ lệ lao động có chứng chỉ | lao động | =31.5 % | group',
      'co-cau-lao-dong | tỷ lệ lao động nông nghiệp trong tổng số lao động | - | =38 % | other',
    ],
  ],
])('a certificate is no mere part: %s', (sentence, expected) => {
  expect(about(sentence)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Lắp đặt 40 bảng thông tin tại nhà chờ.', ['- | bảng thông tin | - | =40 bảng | -']],
  ['Luân chuyển 3.000 lượt sách về cơ sở.', ['thu-vien | lượt sách | - | =3000 lượt | -']],
  ['Treo 12 pa nô tại trục đường chính.', ['- | pa nô | - | =12 pa nô | -']],
  ['Xây dựng 05 tủ sách tại doanh nghiệp và khu nhà trọ.', ['thu-vien | tủ sách | - | =5 tủ sách | -']],
  [
    'Tổ chức 20 chuyến xe thư viện đến trường học, chợ quê.',
    ['thu-vien | chuyến xe thư viện | - | =20 chuyến | -'],
  ],
])('where so many are to be had: %s', (sentence, expected) => {
  expect(about(sentence)).toEqual(expected);
});
