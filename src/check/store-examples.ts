import type { StoredExample } from './store-rule.ts';

/** The words of the plan that examples of the rules across plans copy and change. */
export const PLANTING_TEXT =
  'Ủy ban nhân dân xã Tân An ban hành Kế hoạch trồng cây xanh năm 2024 trên địa bàn toàn xã: mỗi thôn trồng 1.200 cây dọc các tuyến đường, giao các đoàn thể chăm sóc và báo cáo kết quả hằng quý. Kinh phí do ngân sách xã bảo đảm và huy động xã hội hóa; Công an xã giữ gìn trật tự tại các buổi lễ phát động Tết trồng cây; Đoàn Thanh niên tổ chức thi đua giữa các thôn và biểu dương hộ làm tốt trong hội nghị tổng kết cuối năm.';

export const PLANTING: StoredExample = {
  id: 'tan-an-7',
  number: '7/KH-UBND',
  issuer: { name: 'Ủy ban nhân dân xã Tân An', level: 'commune', place: { name: 'Tân An', code: '27000' } },
  issuedOn: '2024-03-05',
  title: 'Trồng cây xanh năm 2024',
  text: PLANTING_TEXT,
};
