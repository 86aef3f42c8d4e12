import { describe, expect, test } from 'vitest';
import { restoreParagraphs } from '../../../src/normalize/repair/restore.ts';

/** Enough stripped text for a document to be known as such. */
const BEFORE = [
  'UY BAN NHAN DAN HUYEN',
  'Can cu Luat To chuc chinh quyen dia phuong ngay 19/6/2015; Uy ban nhan dan huyen ban hanh Ke hoach nhu sau:',
];

function restored(...lines: string[]): string[] {
  return restoreParagraphs([...BEFORE, ...lines])
    .slice(BEFORE.length)
    .map(({ text }) => text);
}

describe('terms in stripped text', () => {
  test.each([
    ['Van dong nguoi dan diet lang quang hang tuan.', 'Vận động người dân diệt lăng quăng hằng tuần.'],
    ['Nang cap, dau noi cap nuoc cho 120 ho.', 'Nâng cấp, đấu nối cấp nước cho 120 hộ.'],
    ['Ty le bo lai dat 60%.', 'Tỷ lệ bò lai đạt 60%.'],
    ['To chuc 12 lop nghe cho lao dong nu.', 'Tổ chức 12 lớp nghề cho lao động nữ.'],
    ['Tre 18 thang tuoi duoc tiem dat 93%.', 'Trẻ 18 tháng tuổi được tiêm đạt 93%.'],
    ['Chieu cao cua nam 18 tuoi dat 168 cm.', 'Chiều cao của nam 18 tuổi đạt 168 cm.'],
    ['Ty le ho so nguoi dan tu nop.', 'Tỷ lệ hồ sơ người dân tự nộp.'],
    ['Lap danh muc phong luu tru, bien muc ho so.', 'Lập danh mục phông lưu trữ, biên mục hồ sơ.'],
    ['Giup do 350 nguoi lam loi.', 'Giúp đỡ 350 người lầm lỗi.'],
    ['San luong trung dat 92 trieu qua.', 'Sản lượng trứng đạt 92 triệu quả.'],
    ['04 dot trung bay luu dong/nam tai truong hoc.', '04 đợt trưng bày lưu động/năm tại trường học.'],
    ['Ro thep (ro)', 'Rọ thép (rọ)'],
    ['- CA tinh, BCHQS tinh;', '- CA tỉnh, BCHQS tỉnh;'],
    ['- Cong TTDTTP, Bao DT;', '- Cổng TTĐTTP, Báo ĐT;'],
    ['Do dac lai 120 thua dat, cam 640 moc ranh gioi.', 'Đo đạc lại 120 thửa đất, cắm 640 mốc ranh giới.'],
    ['Van dong va tiep nhan mau hien tinh nguyen.', 'Vận động và tiếp nhận máu hiến tình nguyện.'],
    ['Thay lo hoi, dong co hieu suat thap.', 'Thay lò hơi, động cơ hiệu suất thấp.'],
    ['Cap dung cu tro giup cho tre tu ky.', 'Cấp dụng cụ trợ giúp cho trẻ tự kỷ.'],
    ['Giao Phong BTXH, Phong KHTC.', 'Giao Phòng BTXH, Phòng KHTC.'],
    ['Dieu chinh phu tai (DR).', 'Điều chỉnh phụ tải (DR).'],
    [
      '02 bac si/10.000 dan, kinh phi 96.400.000 dong, chi cho 12 to.',
      '02 bác sĩ/10.000 dân, kinh phí 96.400.000 đồng, chi cho 12 tổ.',
    ],
    [
      'Dieu tri nguoi benh dong kinh, mo duc thuy tinh the.',
      'Điều trị người bệnh động kinh, mổ đục thủy tinh thể.',
    ],
    ['Trach nhiem cua CAC CO QUAN, DON VI.', 'Trách nhiệm của CÁC CƠ QUAN, ĐƠN VỊ.'],
    ['Giao Kho bac Nha nuoc khu vuc theo doi.', 'Giao Kho bạc Nhà nước khu vực theo dõi.'],
    ['Truong cac ap, khu pho van dong.', 'Trưởng các ấp, khu phố vận động.'],
    ['Lap camera phat nguoi, go giam toc.', 'Lắp camera phạt nguội, gờ giảm tốc.'],
    ['Co quan nha nuoc cung cap dich vu.', 'Cơ quan nhà nước cung cấp dịch vụ.'],
  ])('%s', (stripped, text) => {
    expect(restored(stripped)).toEqual([text]);
  });

  test('what is no term stays as its words want it', () => {
    expect(restored('Thuc hien theo quy dinh cua phap luat.')).toEqual([
      'Thực hiện theo quy định của pháp luật.',
    ]);
  });
});

describe('cells and units of stripped text', () => {
  test('a cell does not go on the one before', () => {
    expect(restored('TT\tXa, phuong\tBHXH tu nguyen tang moi (nguoi)\tNam 2026')).toEqual([
      'TT\tXã, phường\tBHXH tự nguyện tăng mới (người)\tNăm 2026',
    ]);
  });

  test('a cell in small letters behind its first word counts, and a row may sum up', () => {
    expect(restored('1\tSo lao dong duoc dao tao\tnguoi\t120', '\tCong\t\t120')).toEqual([
      '1\tSố lao động được đào tạo\tngười\t120',
      '\tCộng\t\t120',
    ]);
  });

  test('no term goes on in a bracket', () => {
    expect(restored('TT\tXa, phuong\tGiay chung nhan\tLap ho so (thua)')).toEqual([
      'TT\tXã, phường\tGiấy chứng nhận\tLập hồ sơ (thửa)',
    ]);
  });

  test('a unit behind a slash does not go on what stands before', () => {
    expect(restored('To chuc 02 hoi nghi tuyen truyen truc tiep/quy.')).toEqual([
      'Tổ chức 02 hội nghị tuyên truyền trực tiếp/quý.',
    ]);
  });

  test('a cell in small letters goes on the one above', () => {
    expect(restored('TT\tDan so su\tCong trinh cap', '\tdung nuoc sach (%)\tnuoc (cai)')).toEqual([
      'TT\tDân số sử\tCông trình cấp',
      '\tdụng nước sạch (%)\tnước (cái)',
    ]);
  });

  test('what a cell compares or outlines is no number', () => {
    expect(restored('Tong von\tSo sanh voi nam truoc\tSo bo nam nay\tSo luong')).toEqual([
      'Tổng vốn\tSo sánh với năm trước\tSơ bộ năm nay\tSố lượng',
    ]);
  });

  test('a cell that begins with those who are counted has them, and a cough or a lake where that is meant', () => {
    expect(
      restored('Thon\tHo lam vuon mau\tHo vay von', 'Benh\tHo ga\tHo chua nuoc\tHo va ten\tHo tro von'),
    ).toEqual(['Thôn\tHộ làm vườn mẫu\tHộ vay vốn', 'Bệnh\tHo gà\tHồ chứa nước\tHọ và tên\tHỗ trợ vốn']);
  });

  test('a unit stated alone is one, and what it counts has its letters', () => {
    expect(
      restored(
        'TT\tAp\tHo dang ky thu gom rac (ho)\tHo phan loai rac (ho)\tHo u rac huu co (ho)',
        '1\tTay chan mieng\tca/100.000 dan',
      ),
    ).toEqual([
      'TT\tẤp\tHộ đăng ký thu gom rác (hộ)\tHộ phân loại rác (hộ)\tHố ủ rác hữu cơ (hố)',
      '1\tTay chân miệng\tca/100.000 dân',
    ]);
  });
});

describe('bodies in stripped text', () => {
  test.each([
    ['- So TN&MT, So NN&PTNT;', '- Sở TN&MT, Sở NN&PTNT;'],
    ['- So LD-TB&XH tinh Dong Nai;', '- Sở LĐ-TB&XH tỉnh Đồng Nai;'],
    [
      'Phoi hop voi Hoi Lien hiep Phu nu huyen va cac ban, nganh.',
      'Phối hợp với Hội Liên hiệp Phụ nữ huyện và các ban, ngành.',
    ],
    ['Trien khai thuc hien BHXH, BHYT phuong.', 'Triển khai thực hiện BHXH, BHYT phường.'],
  ])('%s', (stripped, text) => {
    expect(restored(stripped)).toEqual([text]);
  });
});
