// Plans that nobody issued, for measuring and testing runs over many of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './random.ts';

const PLACES = ['Bình Minh', 'Hải Vân', 'Tân Giang', 'Phú Lâm', 'Đông Sơn', 'Vĩnh Thạnh'];
const SUBJECTS = [
  'thực hiện chỉ tiêu bao phủ bảo hiểm y tế',
  'trồng cây xanh và bảo vệ môi trường',
  'chuyển đổi số trong cơ quan nhà nước',
  'giảm nghèo bền vững',
  'phát triển người tham gia bảo hiểm xã hội',
];
const WARDS = ['Phường Tây Sơn', 'Phường Đông Hải', 'Xã Bình Lâm', 'Xã An Phú', 'Xã Hòa Thắng'];

const FILES_IN_FOLDER = 1000;

/** The text of a plan, some five pages; another one for each number, the same for the same. */
export function madePlan(at: number): string {
  const random = seeded(at);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const one = (from: readonly string[]): string => from[whole(0, from.length - 1)] ?? '';
  const dotted = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
  const place = one(PLACES);
  const subject = one(SUBJECTS);
  const year = whole(2021, 2026);
  const people = WARDS.map(() => whole(5000, 60_000));
  const share = whole(850, 990) / 10;
  return `ỦY BAN NHÂN DÂN
TỈNH ${place.toUpperCase()}
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: ${(at % 900) + 1}/KH-UBND

${place}, ngày ${whole(1, 28)} tháng ${whole(1, 12)} năm ${year - 1}

KẾ HOẠCH

${subject.charAt(0).toUpperCase()}${subject.slice(1)} năm ${year} trên địa bàn tỉnh ${place}

Căn cứ Nghị quyết số ${whole(1, 200)}/NQ-CP ngày ${whole(1, 28)} tháng ${whole(1, 12)} năm ${year - 2} của Chính phủ;

Căn cứ Quyết định số ${whole(200, 2000)}/QĐ-TTg ngày ${whole(1, 28)} tháng ${whole(1, 12)} năm ${year - 1} của Thủ tướng Chính phủ;

Ủy ban nhân dân tỉnh ${place} ban hành Kế hoạch ${subject} năm ${year} như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Cụ thể hóa các mục tiêu, nhiệm vụ và giải pháp ${subject}; nâng cao trách nhiệm của các cấp, các ngành và nhận thức của người dân
trên địa bàn tỉnh.

2. Yêu cầu

Việc thực hiện phải đồng bộ, thường xuyên, có kiểm tra, đánh giá; phân công rõ người, rõ việc, rõ thời gian hoàn thành.

II. CHỈ TIÊU

1. Phấn đấu đến hết năm ${year}, tỷ lệ bao phủ bảo hiểm y tế đạt từ ${String(share).replace('.', ',')}% dân số trở lên.

2. Số người tham gia bảo hiểm xã hội tự nguyện đạt ${dotted(whole(9000, 90_000))} người.

3. Chỉ tiêu giao cho các xã, phường:

| STT | Đơn vị | Số người tham gia BHYT |
| --- | --- | --- |
${WARDS.map((ward, row) => `| ${row + 1} | ${ward} | ${dotted(people[row] ?? 0)} |`).join('\n')}
| | Tổng cộng | ${dotted(people.reduce((sum, value) => sum + value, 0))} |

III. NHIỆM VỤ VÀ GIẢI PHÁP

${Array.from(
  { length: whole(4, 9) },
  (_, task) =>
    `${task + 1}. Tiếp tục đẩy mạnh tuyên truyền về ${one(SUBJECTS)}; rà soát, lập danh sách ${dotted(whole(500, 9000))} đối tượng, hoàn thành trước ngày ${whole(1, 28)} tháng ${whole(1, 12)} năm ${year}.`,
).join('\n\n')}

IV. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

a) Chủ trì, phối hợp với Bảo hiểm xã hội tỉnh, Sở Tài chính triển khai Kế hoạch này; tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước
ngày ${whole(1, 28)} tháng 12 năm ${year}.

b) Kiểm tra, giám sát việc thực hiện ở cơ sở; định kỳ hằng quý báo cáo kết quả.

2. Sở Tài chính

Tham mưu bố trí kinh phí ${dotted(whole(500, 9000))} triệu đồng theo phân cấp ngân sách hiện hành.

3. Ủy ban nhân dân các xã, phường

Ban hành kế hoạch của địa phương trước ngày 31 tháng 01 năm ${year}; chịu trách nhiệm về kết quả trên địa bàn.

Trên đây là Kế hoạch ${subject} năm ${year}, yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Thường trực Tỉnh ủy;
- Chủ tịch, các Phó Chủ tịch UBND tỉnh;
- Lưu: VT, KT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn ${one(['An', 'Bình', 'Cường', 'Dũng', 'Hải'])}
`;
}

/** Writes so many plans below a folder, a thousand to a folder. */
export function writeMadePlans(folder: string, plans: number): void {
  for (let at = 0; at < plans; at++) {
    const below = join(folder, String(Math.floor(at / FILES_IN_FOLDER)).padStart(4, '0'));
    if (at % FILES_IN_FOLDER === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `${String(at).padStart(7, '0')}.txt`), madePlan(at));
  }
}
