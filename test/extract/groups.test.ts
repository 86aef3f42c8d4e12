import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/plan/record.ts';
import { factsOf } from './plan.ts';

const targetsIn = (sentence: string): Target[] =>
  factsOf({
    body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\nII. CHỈ TIÊU\n1. ${sentence}\nIII. KINH PHÍ\nNgân sách tỉnh.`,
  }).targets;

describe('whom something is done for', () => {
  test.each<[string, [label: string, group: string | null][]]>([
    [
      'Tập huấn nghiệp vụ cho 260 cán bộ làm công tác dân số cấp xã.',
      [['cán bộ làm công tác dân số cấp xã', 'cán bộ làm công tác dân số cấp xã']],
    ],
    ['Tập huấn an toàn điện cho 1.500 lượt người lao động.', [['lượt người lao động', 'người lao động']]],
    [
      'Mở 12 lớp xóa mù chữ cho 310 học viên.',
      [
        ['lớp xóa mù chữ', null],
        ['học viên', null],
      ],
    ],
    ['Tập huấn kỹ thuật cho 900 lượt hộ chăn nuôi.', [['lượt hộ chăn nuôi', 'hộ chăn nuôi']]],
    [
      'Tặng thẻ BHYT cho 800 người có hoàn cảnh khó khăn với tổng kinh phí 1,2 tỷ đồng.',
      [
        ['người có hoàn cảnh khó khăn', 'người có hoàn cảnh khó khăn'],
        ['tổng kinh phí', null],
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(targetsIn(sentence).map(({ label, group }) => [label, group])).toEqual(expected);
  });
});

describe('of whom a rate is, where nothing but a word tells it that names things as often', () => {
  test.each<[string, string | null]>([
    ['Tỷ lệ hộ sử dụng nước sạch đạt 78%.', 'hộ'],
    ['Tỷ lệ trường trung học phổ thông dạy nội dung trí tuệ nhân tạo đạt 30%.', 'trường trung học phổ thông'],
    ['Tỷ lệ trẻ em sở hữu điện thoại thông minh dưới 20%.', 'trẻ em'],
    ['Tỷ lệ đường thôn cứng hóa đạt 90%.', 'đường thôn'],
    ['Tỷ lệ người dân sở hữu điện thoại thông minh đạt 80%.', null],
    ['Tỷ lệ hộ tái nghèo dưới 0,5%.', null],
    ['Tỷ lệ phòng học kiên cố đạt 96%.', null],
    ['Tỷ lệ chậm đóng bảo hiểm xã hội dưới 2%.', null],
  ])('%s', (sentence, group) => {
    expect(targetsIn(sentence).map((target) => target.group)).toEqual([group]);
  });
});

describe('where those concerned end', () => {
  test.each<[string, string | null]>([
    ['90% người bệnh biết kết quả xét nghiệm được tư vấn.', 'người bệnh biết kết quả xét nghiệm'],
    ['Tỷ lệ vụ việc tham gia tố tụng thành công đạt 30%.', 'vụ việc tham gia tố tụng'],
    ['Số tổ hợp tác xếp loại khá chiếm 60% tổng số tổ hợp tác.', null],
    ['Doanh thu khu vực kinh tế tập thể đạt 90 tỷ đồng.', 'khu vực kinh tế tập thể'],
    ['Hỗ trợ 90 hộ nghèo, hộ cận nghèo sửa chữa nhà ở.', 'hộ nghèo, hộ cận nghèo'],
    ['Trên 55% sở, ngành có cán bộ chủ chốt là nữ.', 'sở, ngành'],
    ['Tỷ lệ hòa giải thành ở cơ sở đạt 85%.', null],
    ['Hỗ trợ 300 hộ thanh niên phát triển kinh tế vườn.', 'hộ thanh niên'],
    ['Trên 90% chợ có phương án chữa cháy được cơ quan công an phê duyệt.', 'chợ'],
    ['Tỷ lệ vụ việc tham gia tố tụng được đánh giá tốt đạt 40%.', 'vụ việc tham gia tố tụng'],
    ['Thu nhập đạt 80 triệu đồng đối với lao động nông thôn.', 'lao động nông thôn'],
    ['Tỷ lệ tiêm phòng vắc xin dại cho đàn chó, mèo đạt 90%.', 'đàn chó, mèo'],
    ['Tỷ lệ bệnh nhân bỏ điều trị dưới 15%.', 'bệnh nhân'],
    ['80% số người hoàn thành cai nghiện được quản lý sau cai.', 'người hoàn thành cai nghiện'],
    [
      '100% cơ sở sử dụng năng lượng trọng điểm thực hiện kiểm toán năng lượng.',
      'cơ sở sử dụng năng lượng trọng điểm',
    ],
    ['70% cơ sở thuộc diện quản lý được cập nhật thông tin.', 'cơ sở thuộc diện quản lý'],
    [
      'Tỷ lệ người tham gia BHXH tự nguyện tiếp tục đóng khi hết chu kỳ đạt 85%.',
      'người tham gia BHXH tự nguyện',
    ],
    ['Tỷ lệ hộ gia đình, cá nhân nộp thuế đúng hạn đạt 98%.', 'hộ gia đình, cá nhân'],
    ['Tổng đàn trâu, bò đạt 12.000 con.', null],
    ['Tỷ lệ trẻ mẫu giáo (3 - 5 tuổi) đến trường đạt 98,5%.', 'trẻ mẫu giáo (3 - 5 tuổi)'],
    ['100% thành viên Ban vận động khu phố được cấp tài liệu.', 'thành viên Ban vận động khu phố'],
    ['100% người gây bạo lực được phát hiện được tư vấn.', 'người gây bạo lực được phát hiện'],
    ['Ít nhất 30% thời lượng thực hành tại doanh nghiệp.', null],
    ['Con người có công đang đi học được hưởng ưu đãi giáo dục đạt 100%.', 'Con người có công đang đi học'],
    ['Chủ tịch UBND tỉnh tiếp công dân định kỳ 02 ngày/tháng.', 'Chủ tịch UBND tỉnh'],
    ['Cập nhật 100% vụ việc vào Cơ sở dữ liệu quốc gia.', 'vụ việc'],
    ['100% xã, phường có phòng tiếp công dân bảo đảm điều kiện.', 'xã, phường'],
    ['Tỷ lệ thuê bao điện thoại di động sử dụng smartphone đạt 97%.', 'thuê bao điện thoại di động'],
    ['Kiểm tra ít nhất 30% tổ vay vốn, đôn đốc thu nợ.', 'tổ vay vốn'],
    ['Tỷ lệ cây sống sau trồng đạt 90%.', 'cây'],
    ['Doanh nghiệp có từ 50 lao động trở lên trên 85%.', 'Doanh nghiệp có từ 50 lao động trở lên'],
    ['Tỷ lệ tổ hợp tác xếp loại tốt đạt 60%.', 'tổ hợp tác'],
    ['Thu nhập bình quân của các hộ này đạt 75 triệu đồng/năm.', 'các hộ này'],
    ['Hồ sơ phát sinh mới giải quyết đúng hạn đạt 99%.', 'Hồ sơ phát sinh mới'],
    ['Trạm y tế xã, phường có bác sĩ làm việc thường xuyên đạt 95%.', 'Trạm y tế xã, phường'],
    ['Rác thải sinh hoạt được thu gom, xử lý đạt 90%.', 'Rác thải sinh hoạt'],
    ['Số hồ sơ được trả quá hạn giảm 50%.', null],
    ['Công suất sử dụng buồng bình quân đạt 55%.', null],
    [
      'Nạn nhân mua bán người có nhu cầu được hỗ trợ các thủ tục pháp lý: 100%.',
      'Nạn nhân mua bán người có nhu cầu',
    ],
    [
      '100% chương trình đào tạo có sự tham gia xây dựng, giảng dạy của doanh nghiệp.',
      'chương trình đào tạo',
    ],
    ['Cấp tài khoản cho trên 90% công dân đủ điều kiện.', 'công dân đủ điều kiện'],
    ['Tỷ lệ lao động nữ trong tổng số lao động có việc làm đạt 45%.', null],
    ['Tỷ lệ hộ nghèo trên tổng số hộ dưới 2%.', null],
    ['Tỷ lệ thủ tục hành chính phát sinh hồ sơ trực tuyến đạt 70%.', 'thủ tục hành chính'],
    ['Tỷ lệ hồ sơ đất đai xử lý trực tuyến đạt 50%.', 'hồ sơ đất đai'],
    ['Tỷ lệ số thôn đạt chuẩn văn hóa đạt 80%.', 'thôn'],
    ['Tạo việc làm cho 80% người cai nghiện thành công.', 'người cai nghiện thành công'],
    ['Trên 60% tổ chức kinh tế tập thể được chứng nhận hữu cơ.', 'tổ chức kinh tế tập thể'],
    ['80% hộ gia đình mở lối thoát nạn thứ hai.', 'hộ gia đình'],
    ['90% đơn vị cấp xã củng cố, kiện toàn ban chỉ đạo.', 'đơn vị cấp xã'],
    ['40% hợp tác xã trồng trọt liên kết với doanh nghiệp tiêu thụ nông sản.', 'hợp tác xã trồng trọt'],
    ['100% học sinh sử dụng mũ bảo hiểm khi tham gia giao thông.', 'học sinh'],
    ['5% hộ gia đình có thành viên tham gia hiến máu.', 'hộ gia đình'],
    [
      'Xử lý 95% chất thải rắn phát sinh từ sinh hoạt, hoạt động dịch vụ, làng nghề.',
      'chất thải rắn phát sinh từ sinh hoạt, hoạt động dịch vụ, làng nghề',
    ],
    [
      '70% số đối tượng vi phạm pháp luật, người được đặc xá được giúp đỡ tiến bộ.',
      'đối tượng vi phạm pháp luật, người được đặc xá',
    ],
    [
      'Dạy nghề cho 400 thanh niên nông thôn và giới thiệu việc làm cho 900 thanh niên.',
      'thanh niên nông thôn',
    ],
    ['Dạy nghề cho 500 lao động nữ, hướng nghiệp và tìm chỗ làm cho 300 chị em.', 'lao động nữ'],
    ['100% người dân được dùng nước sạch.', null],
    ['Tỷ lệ gia tăng số người mắc sởi dưới 1%.', null],
    [
      'Hồ sơ bồi thường các dự án trọng điểm hoàn thành 100% trước ngày 30 tháng 9.',
      'Hồ sơ bồi thường các dự án trọng điểm',
    ],
    ['Công tác kiểm kê đất đai hoàn thành 100%.', null],
    ['Không quá 5% người bệnh lao bỏ trị.', 'người bệnh lao'],
    ['Tỷ lệ lao động trẻ em từ 5 đến 17 tuổi còn 4%.', 'trẻ em từ 5 đến 17 tuổi'],
    ['Mỗi Đoàn xã giáo dục, giúp đỡ ít nhất 02 thanh niên chậm tiến.', 'Mỗi Đoàn xã'],
    ['Tỷ lệ dự án sau ươm tạo thành lập được doanh nghiệp đạt 40%.', 'dự án sau ươm tạo'],
    ['100% dự án được lựa chọn có ít nhất một cố vấn đồng hành.', 'dự án được lựa chọn'],
    [
      '60% hộ dân trong khu vực có mạng lưới cấp nước thực hiện đấu nối.',
      'hộ dân trong khu vực có mạng lưới cấp nước',
    ],
    ['85% hộ trồng vải ghi chép nhật ký sản xuất.', 'hộ trồng vải'],
    ['Tỷ lệ diện tích chè được tưới tiết kiệm đạt 20%.', 'diện tích chè'],
    ['Tập huấn cho 350 viên chức, công chức cấp xã về vận hành phần mềm.', 'viên chức, công chức cấp xã'],
    [
      'Tạo việc làm cho 65% người chấp hành xong án phạt tù có nhu cầu.',
      'người chấp hành xong án phạt tù có nhu cầu',
    ],
    ['Mỗi huyện, thành phố chỉ đạo xây dựng ít nhất 02 mô hình mới.', 'Mỗi huyện, thành phố'],
    ['Mỗi tổ có ít nhất 02 hòa giải viên nữ.', 'Mỗi tổ'],
    ['Trên 45% thanh niên học nghề tìm được việc làm.', 'thanh niên học nghề'],
    ['40% thanh niên ở xã thường xuyên tham gia hoạt động văn hóa.', 'thanh niên ở xã'],
    ['Ít nhất 12% cán bộ lãnh đạo cấp phòng là người dưới 35 tuổi.', 'cán bộ lãnh đạo cấp phòng'],
    ['100% nam thanh niên đủ 17 tuổi được đăng ký lần đầu.', 'nam thanh niên đủ 17 tuổi'],
    [
      '100% công chức, người hoạt động không chuyên trách của xã được bồi dưỡng.',
      'công chức, người hoạt động không chuyên trách của xã',
    ],
    ['80% hộ gia đình có ít nhất một thành viên được phổ biến kỹ năng.', 'hộ gia đình'],
    ['90% cơ sở giáo dục có nhân viên y tế đủ trình độ chuyên môn.', 'cơ sở giáo dục'],
    ['Tỷ lệ túi máu phải hủy do không đạt sàng lọc dưới 2,5%.', 'túi máu'],
    ['Tỷ lệ hộ phân loại rác tại nguồn đạt 75%.', 'hộ'],
    ['Tỷ lệ thừa cân, béo phì ở học sinh tiểu học dưới 22%.', 'học sinh tiểu học'],
    ['Bồi dưỡng 120 cán bộ kỹ thuật thủy sản cấp xã.', 'cán bộ kỹ thuật thủy sản cấp xã'],
    ['Có thêm 25 hộ vay vốn ưu đãi tái sản xuất.', null],
    ['Duy trì các buổi sinh hoạt, mỗi kỳ khoảng 35 người tham gia.', 'mỗi kỳ'],
    ['Củng cố 44 tổ bảo vệ; bố trí tối thiểu 03 thành viên mỗi tổ.', null],
    ['Hồ sơ trả trước và đúng hạn đạt trên 98,5%.', 'Hồ sơ'],
    ['Huy động 5.850 người mù chữ ra lớp.', 'người mù chữ'],
    ['Cử 45 cán bộ, công chức tham gia các lớp bồi dưỡng.', 'cán bộ, công chức'],
    ['100% phản ánh của người dân được xử lý trong 48 giờ.', 'phản ánh của người dân'],
    ['Tỷ suất trẻ em bị tai nạn, thương tích dưới 550/100.000 trẻ em.', 'trẻ em'],
    ['Mức độ hài lòng của người dân đạt trên 92%.', 'người dân'],
    ['Tỷ lệ doanh nghiệp giải thể so với thành lập mới dưới 45%.', null],
    ['Tỷ lệ người thất nghiệp tìm được việc làm đạt 35%.', 'người thất nghiệp'],
    ['Số trường công lập đạt chuẩn quốc gia là 1.215 trường.', null],
    ['Nuôi dưỡng 260 đối tượng khuyết tật, tâm thần.', 'đối tượng khuyết tật, tâm thần'],
    ['Phân công 320 người là lực lượng xung kích ứng trực.', 'lực lượng xung kích ứng trực'],
    ['Sửa chữa 100% công trình thủy lợi bị hư hỏng nhẹ.', 'công trình thủy lợi bị hư hỏng nhẹ'],
    ['Vận động 100% hộ bị ngập ký cam kết.', 'hộ bị ngập'],
    ['100% di tích đã được xếp hạng được khoanh vùng bảo vệ.', 'di tích đã được xếp hạng'],
    ['100% khiếu nại của người tiêu dùng được giải quyết đúng hạn.', 'khiếu nại của người tiêu dùng'],
    [
      '100% tàu cá có chiều dài từ 15 mét trở lên lắp đặt thiết bị giám sát hành trình.',
      'tàu cá có chiều dài từ 15 mét trở lên',
    ],
    ['60% doanh nghiệp ngoài nhà nước tổ chức hội nghị người lao động.', 'doanh nghiệp ngoài nhà nước'],
    ['80% người học có việc làm đúng nghề hoặc tự tạo được việc làm.', 'người học'],
    ['65% lao động trực tiếp được bồi dưỡng nghiệp vụ.', 'lao động trực tiếp'],
    [
      'Tỷ lệ học sinh hoàn thành chương trình tiểu học vào lớp 6 đạt 99,8%.',
      'học sinh hoàn thành chương trình tiểu học',
    ],
    ['Hỗ trợ phẫu thuật tim bẩm sinh: 60 trẻ em.', 'trẻ em'],
    ['Đài truyền thanh cấp huyện: phát tin, bài về hiến máu 03 lần/tuần.', 'Đài truyền thanh cấp huyện'],
    ['Mỗi thôn, tổ dân phố họp dân ít nhất 01 lần/quý.', 'Mỗi thôn, tổ dân phố'],
    ['Mỗi tổ công nghệ số cộng đồng hướng dẫn nộp hồ sơ 02 buổi/tháng.', 'Mỗi tổ công nghệ số cộng đồng'],
    ['Khám sức khỏe định kỳ 02 lần/năm cho người cao tuổi.', 'người cao tuổi'],
    ['Tập huấn cho 100% tổ trưởng tổ hợp tác về truy xuất nguồn gốc.', 'tổ trưởng tổ hợp tác'],
    ['Tỷ suất nữ 15 - 19 tuổi sinh con dưới 22‰.', 'nữ 15 - 19 tuổi'],
    ['Hỗ trợ 40 dự án khởi nghiệp của thanh niên tiếp cận vốn vay.', null],
    ['Tái phạm trong số người chấp hành xong án phạt tù dưới 6%.', 'người chấp hành xong án phạt tù'],
    ['Tỷ trọng đóng góp của khu vực kinh tế tư nhân trong GRDP đạt 53%.', 'khu vực kinh tế tư nhân'],
  ])('%s', (sentence, group) => {
    expect(targetsIn(sentence)[0]).toMatchObject({ group });
  });
});

describe('money that is to be raised', () => {
  test.each<[string, number[]]>([
    ['Huy động 2.800 tỷ đồng vốn đầu tư phát triển du lịch.', [2_800_000_000_000]],
    ['Tuyên truyền; vận động các doanh nghiệp hỗ trợ trên 1,2 tỷ đồng cho chợ.', [1_200_000_000]],
    ['Đẩy mạnh xã hội hóa, phấn đấu huy động tối thiểu 290 tỷ đồng từ các tổ chức.', [290_000_000_000]],
    ['Đã huy động 2.800 tỷ đồng vốn đầu tư phát triển du lịch.', []],
  ])('%s', (sentence, values) => {
    const { targets } = factsOf({
      body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\nII. NHIỆM VỤ\n1. ${sentence}\nIII. KINH PHÍ\nNgân sách tỉnh.`,
    });
    expect(targets.map(({ value }) => value)).toEqual(values);
  });
});

describe('where what is counted ends', () => {
  test.each<[string, string]>([
    [
      'Tổ chức 45 lớp tập huấn, cập nhật kiến thức về an toàn thực phẩm.',
      'lớp tập huấn, cập nhật kiến thức về an toàn thực phẩm',
    ],
    ['Hỗ trợ 25 hộ chăn nuôi nhỏ lẻ chuyển sang ngành nghề khác.', 'hộ chăn nuôi nhỏ lẻ'],
    ['Cấp phát 25.000 tờ rơi song ngữ đến các hộ gia đình.', 'tờ rơi song ngữ'],
    ['Tiêm 490.000 liều vắc xin cúm gia cầm.', 'vắc xin cúm gia cầm'],
    ['Bồi dưỡng nghiệp vụ cho 420 nhân viên thu.', 'nhân viên thu'],
  ])('%s', (sentence, label) => {
    expect(targetsIn(sentence)[0]).toMatchObject({ label });
  });
});

describe('bodies of which so many times are asked', () => {
  test.each<[string, string, string]>([
    [
      'Hệ thống truyền thanh cơ sở phát tin, bài tối thiểu 02 lần/tuần.',
      'phát tin, bài',
      'Hệ thống truyền thanh cơ sở',
    ],
    [
      'Báo Điện Biên Phủ, Đài Phát thanh và Truyền hình tỉnh duy trì chuyên mục “Vì bản làng” tối thiểu 02 kỳ/tháng.',
      'chuyên mục “Vì bản làng”',
      'Báo Điện Biên Phủ, Đài Phát thanh và Truyền hình tỉnh',
    ],
    [
      'Ban Chỉ đạo thực hiện chính sách BHXH, BHYT cấp huyện họp kiểm điểm tiến độ ít nhất 02 lần/quý.',
      'họp kiểm điểm tiến độ',
      'Ban Chỉ đạo thực hiện chính sách BHXH, BHYT cấp huyện',
    ],
  ])('%s', (sentence, label, group) => {
    expect(targetsIn(sentence)).toMatchObject([{ label, group, indicator: null, measure: 'frequency' }]);
  });
});

test('all that is told of a part tells which it is', () => {
  expect(
    targetsIn('Thu hút 220 lao động, trong đó lao động có trình độ đại học trở lên chiếm không dưới 40%.')[1],
  ).toMatchObject({ group: 'lao động có trình độ đại học trở lên', of: 'other' });
});

test('whose order something follows is not whom it is for', () => {
  expect(targetsIn('Tổ chức 16 khóa đào tạo theo đơn đặt hàng của doanh nghiệp điện tử.')).toMatchObject([
    { label: 'khóa đào tạo theo đơn đặt hàng của doanh nghiệp điện tử', group: null },
  ]);
});

test('so many that are granted each year', () => {
  expect(targetsIn('Mỗi năm cấp 200 suất học bổng.')).toMatchObject([
    { measure: 'frequency', unit: 'suất học bổng/năm' },
  ]);
});

test('all of what was counted just before', () => {
  expect(targetsIn('Lắp đặt mới 120 camera an ninh, 100% được kết nối về Công an cấp xã.')).toMatchObject([
    { label: 'camera an ninh', value: 120 },
    { label: 'được kết nối về Công an cấp xã', group: 'camera an ninh', of: 'group' },
  ]);
});

test('kinds of what is counted are named before their number', () => {
  expect(targetsIn('Vận động 214 hộ tham gia, trong đó hộ nghèo, hộ cận nghèo ít nhất 60 hộ.')).toMatchObject(
    [{ value: 214 }, { label: 'hộ nghèo, hộ cận nghèo', value: 60 }],
  );
});

test('the ends of a spoken range behind an act', () => {
  expect(
    targetsIn('Vận động 15 đến 20 hộ kinh doanh đủ điều kiện chuyển đổi thành doanh nghiệp.'),
  ).toMatchObject([
    { value: 15, relation: '>=' },
    { value: 20, relation: '<=' },
  ]);
});

test('a sum beside a count is about what its own words name', () => {
  expect(targetsIn('Thu hút 45 dự án đầu tư thứ cấp với tổng vốn đăng ký trên 6.200 tỷ đồng.')).toMatchObject(
    [
      { label: 'dự án đầu tư thứ cấp', value: 45 },
      { label: 'tổng vốn đăng ký', indicator: 'du-an-dau-tu', value: 6_200_000_000_000, relation: '>' },
    ],
  );
});

test('a share of those entitled is of what is named before it', () => {
  expect(targetsIn('Vắc xin viêm da nổi cục đạt trên 80% số con thuộc diện tiêm.')).toMatchObject([
    { label: 'Vắc xin viêm da nổi cục', indicator: 'tiem-phong-gia-suc', of: 'eligible' },
  ]);
});

test('a form is no indicator of what it is for', () => {
  expect(targetsIn('100% hồ sơ đăng ký tham gia BHXH tự nguyện được giải quyết đúng hạn.')).toMatchObject([
    { indicator: 'giai-quyet-ho-so-dung-han', group: 'hồ sơ đăng ký tham gia BHXH tự nguyện' },
  ]);
});

test('what is reached in per cent of what was allotted is no share of those behind it', () => {
  expect(
    targetsIn(
      'Tổng thu ngân sách nhà nước đạt 194,6 tỷ đồng, bằng 105% dự toán tỉnh giao, tăng 13% so với năm 2023.',
    ),
  ).toMatchObject([
    { label: 'Tổng thu ngân sách nhà nước', indicator: 'thu-ngan-sach', measure: 'amount' },
    { label: 'Tổng thu ngân sách nhà nước', indicator: 'thu-ngan-sach', of: 'plan', value: 105 },
    { label: 'Tổng thu ngân sách nhà nước', indicator: 'thu-ngan-sach', change: 'increase', value: 13 },
  ]);
});

test('a share of those before that names only what they do', () => {
  expect(
    targetsIn(
      'Tỷ lệ hộ gia đình, cá nhân nộp thuế đúng hạn đạt 98%, trong đó nộp bằng phương thức điện tử đạt 60%.',
    ),
  ).toMatchObject([{ group: 'hộ gia đình, cá nhân' }, { group: 'hộ gia đình, cá nhân', value: 60 }]);
});

test('what is told of those before names them no more', () => {
  const groups = (sentence: string) => targetsIn(sentence).map(({ group, of }) => [group, of]);
  expect(groups('Đào tạo nghề cho 450 lao động nông thôn, trên 80% có việc làm.')).toEqual([
    ['lao động nông thôn', null],
    ['lao động nông thôn', 'group'],
  ]);
  expect(groups('Người trong độ tuổi 15 - 60 biết chữ mức độ 1 đạt 97%, mức độ 2 đạt 93,5%.')).toEqual([
    ['Người trong độ tuổi 15 - 60', 'group'],
    ['Người trong độ tuổi 15 - 60', 'group'],
  ]);
});

test('another kind of the same things, of which the same is told, is a group of its own', () => {
  expect(
    targetsIn('Tỷ lệ đường trục xã được cứng hóa đạt 100%; đường trục thôn, liên thôn từ 92% trở lên.'),
  ).toMatchObject([
    { group: 'đường trục xã', of: 'group' },
    { group: 'đường trục thôn, liên thôn', of: 'group' },
  ]);
});

test.each<[string, Target['of']]>([
  ['Số vụ va chạm giảm 6%; số người bị thương giảm 8% so với năm 2023.', 'other'],
  ['Đến hết quý II hoàn thành 50% số mô hình được giao.', 'plan'],
  ['Ít nhất 30% thời lượng thực hành tại doanh nghiệp.', 'other'],
  ['Tỷ trọng đóng góp của du lịch vào GRDP đạt 7%.', 'other'],
  ['Tỷ lệ doanh thu bán lẻ trực tuyến trên tổng doanh thu bán lẻ đạt 20%.', 'other'],
  ['Tỷ lệ lao động dịch vụ trong tổng lao động đạt 35%.', 'other'],
  ['Tỷ trọng hàng chế biến trong xuất khẩu đạt 60%.', 'other'],
  ['Chăn nuôi đạt 45% trong cơ cấu nội bộ ngành nông nghiệp.', 'other'],
  ['Sản phẩm ứng dụng công nghệ cao đạt 20% giá trị sản phẩm trồng trọt.', 'other'],
  ['Tỷ lệ dịch vụ công đủ điều kiện được cung cấp trực tuyến đạt 100%.', 'group'],
  ['85% người cao tuổi biết cách phòng đột quỵ.', 'group'],
  ['72% người dân được thụ hưởng và góp sức vào hoạt động văn nghệ.', 'population'],
  ['Tốc độ tăng dân số dưới 1%.', null],
  ['Tỷ lệ khám phá án ma túy đạt từ 92% trở lên trên tổng số án khởi tố.', 'other'],
  ['Cơ cấu ngành công nghiệp trong các ngành kinh tế đạt 44%.', 'other'],
  ['Gia đình thể thao tăng 0,5%.', null],
])('%s: what it is a share of', (sentence, of) => {
  expect(targetsIn(sentence)[0]).toMatchObject({ of });
});

test.each<[string, (string | null)[]]>([
  ['Trồng mới trên 2.500 ha rừng.', ['trong-rung']],
  ['Bảo vệ tốt 3.000 ha rừng tự nhiên.', [null]],
  ['Số hóa 12.000 hồ sơ đất đai.', ['so-hoa-ho-so']],
  ['Phát sóng dịch vụ 5G tại ít nhất 3 thị xã.', ['phu-song-5g']],
  ['20% dân số là thành viên tổ chức kinh tế tập thể.', [null]],
  [
    'Hỗ trợ 50 dự án khởi nghiệp sáng tạo, tư vấn hướng nghiệp cho ít nhất 300 thanh niên.',
    ['doi-moi-sang-tao', null],
  ],
  [
    'Tỷ lệ tai nạn, thương tích trẻ em giảm 5%; 60% học sinh biết kỹ năng an toàn dưới nước năm 2025 và 70% năm 2030.',
    ['duoi-nuoc', null, null],
  ],
  [
    'Tỷ lệ lao động qua đào tạo đạt 78%; từ 30% trở lên số hộ dân có nhà kiên cố.',
    ['lao-dong-qua-dao-tao', null],
  ],
  ['92% hộ gia đình đạt danh hiệu văn hóa.', ['gia-dinh-van-hoa']],
  [
    'Thu nhập bình quân đầu người đạt 70 triệu đồng; chuyển đổi cây trồng đạt 20% trên tổng diện tích.',
    ['thu-nhap-binh-quan', null],
  ],
  ['70% trường trung học phổ thông có câu lạc bộ khởi nghiệp.', ['doi-moi-sang-tao']],
  ['Tỷ lệ diện tích đất đã cấp Giấy chứng nhận đạt 96%.', ['cap-giay-chung-nhan-dat']],
  ['Tỷ lệ bao phủ của hệ thống thoát nước đạt 80%.', ['cay-xanh-do-thi']],
  ['100% tố giác, tin báo về tội phạm mua bán người được tiếp nhận.', ['buon-ban-nguoi']],
  ['Tỷ lệ xã đạt nông thôn mới nâng cao là 20%.', ['xa-nong-thon-moi-nang-cao']],
])('%s: what it is about', (sentence, ids) => {
  expect(targetsIn(sentence).map(({ indicator }) => indicator)).toEqual(ids);
});

test('of each organisation so many are asked', () => {
  expect(targetsIn('Mỗi tổ chức xây dựng ít nhất 01 mô hình chăn nuôi an toàn dịch bệnh.')).toMatchObject([
    { group: 'Mỗi tổ chức', value: 1 },
  ]);
});
