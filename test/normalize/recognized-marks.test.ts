import { expect, test } from 'vitest';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import type { PageOrigin } from '../../src/plan/record.ts';

function normalized(lines: readonly string[], origin: PageOrigin = 'ocr'): string[] {
  const page = { page: 1, origin, confidence: 0.9, lines: lines.map((text) => ({ text })) };
  return normalizeDocument({ mediaType: 'image/png', pages: [page] }).text.split('\n');
}

test('specks between words in capitals are none of theirs', () => {
  expect(normalized(['TRƯỞNG › BAN', 'KT. CHỦ TỊCH | PHÓ CHỦ TỊCH', 'A | B'])).toEqual([
    'TRƯỞNG BAN',
    'KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
    'A | B',
  ]);
});

test('dashes that were read as other signs, and the letter Đ', () => {
  expect(normalized(['~ Sở Y tế;', '» Sở Tài chính;', '- Thành viên BCÐĐ;'])).toEqual([
    '- Sở Y tế;',
    '- Sở Tài chính;',
    '- Thành viên BCĐ;',
  ]);
});

test.each(['TM. BAN CHỈ ĐẠO', 'T/M BAN CHỈ ĐẠO'])(
  'specks beside the office of the signer below %s',
  (body) => {
    expect(normalized(['- Lưu: VT.', body, '~ TRƯỞNG › BAN :', 'Nguyễn Thị Hoa'])).toEqual([
      '- Lưu: VT.',
      body,
      'TRƯỞNG BAN',
      'Nguyễn Thị Hoa',
    ]);
  },
);

test('specks are no words, and what they stood between stays apart', () => {
  expect(normalized(['TM. ỦY BAN NHÂN DÂN', 'ˆ ¬', 'CHỦ TỊCH', ':', '* Trần Văn Lâu'])).toEqual([
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Trần Văn Lâu',
  ]);
});

test('a quarter that lost a stroke among its neighbours', () => {
  const line = 'cụ thể quý I: 1,92%; quý II: 1,75%, quý II: 1,69%, quý IV: 1,15% so với tổng số phải thu.';
  expect(normalized([line])).toEqual([line.replace('quý II: 1,69', 'quý III: 1,69')]);
  expect(normalized([line], 'text')).toEqual([line]);
  const shaped = line.replace('quý II: 1,69', 'quý HI: 1,69');
  expect(normalized([shaped])).toEqual([line.replace('quý II: 1,69', 'quý III: 1,69')]);
  const twice = 'quý II: 1,75%; quý II: 1,69%.';
  expect(normalized([twice])).toEqual([twice]);
});

test('text that was not recognised keeps its signs', () => {
  expect(normalized(['~ Sở Y tế;'], 'text')).toEqual(['~ Sở Y tế;']);
});

test('list letters with marks that no list has', () => {
  const list = ['e) Chủ trì lập kế hoạch;', 'gø) Phối hợp với Sở Y tế;', 'h) Kiểm tra;', 'ï) Báo cáo.'];
  expect(normalized(list)).toEqual([
    'e) Chủ trì lập kế hoạch;',
    'g) Phối hợp với Sở Y tế;',
    'h) Kiểm tra;',
    'i) Báo cáo.',
  ]);
});

test('signs in place of the one letter that is left out, and none where a letter stands twice', () => {
  const list = ['e) Chủ trì lập kế hoạch;', 'ø) Phối hợp với Sở Y tế;', 'h) Kiểm tra.'];
  expect(normalized(list)[1]).toBe('g) Phối hợp với Sở Y tế;');
  expect(normalized(list, 'text')[1]).toBe('ø) Phối hợp với Sở Y tế;');
  const twice = ['b) Chủ trì lập kế hoạch;', 'b) Phối hợp với Sở Y tế;', 'd) Kiểm tra.'];
  expect(normalized(twice)).toEqual(twice);
});

test('strokes of a part taken for H', () => {
  const parts = [
    'I. MỤC ĐÍCH',
    'Nâng cao.',
    'II. MỤC TIÊU',
    'Đạt.',
    'HI. NHIỆM VỤ',
    'Làm.',
    'IV. TỔ CHỨC',
    'Giao.',
  ];
  expect(normalized(parts).filter((line) => /^[HIV]+\./.test(line))).toEqual([
    'I. MỤC ĐÍCH',
    'II. MỤC TIÊU',
    'III. NHIỆM VỤ',
    'IV. TỔ CHỨC',
  ]);
});

test('numerals of parts that lost strokes, or were taken for figures', () => {
  const parts = ['1. MỤC ĐÍCH', 'Nâng cao.', 'II. MỤC TIÊU', 'Đạt.', 'II. TỔ CHỨC THỰC HIỆN', 'Giao.'];
  expect(normalized(parts).filter((line) => /^[IV]/.test(line))).toEqual([
    'I. MỤC ĐÍCH',
    'II. MỤC TIÊU',
    'III. TỔ CHỨC THỰC HIỆN',
  ]);
  expect(normalized(parts, 'text')).toEqual(parts);
});

test('a letter of a list taken for a sign, or d for đ', () => {
  const list = [
    'b) Chủ trì lập kế hoạch;',
    '€) Phối hợp với Sở Y tế;',
    'đ) Kiểm tra;',
    'đ) Báo cáo;',
    'e) Tổng hợp;',
  ];
  list.push('ø) Theo dõi.', '2. Sở Tài chính');
  expect(normalized(list).map((line) => line.slice(0, 2))).toEqual([
    'b)',
    'c)',
    'd)',
    'đ)',
    'e)',
    'g)',
    '2.',
  ]);
  expect(normalized(list, 'text')).toEqual(list);
});

test('parts that lost their stop, and strokes taken for H before words in small letters', () => {
  const parts = [
    'I. MỤC ĐÍCH',
    'Nâng cao.',
    'II MỤC TIÊU',
    'Đạt.',
    'II NHIỆM VỤ CHỦ YẾU',
    'Làm.',
    'IV. TỔ CHỨC',
    'Giao.',
  ];
  const marks = (lines: string[]) => normalized(lines).filter((line) => /^[HIV]+(?=[. ])/.test(line));
  expect(marks(parts)).toEqual(['I. MỤC ĐÍCH', 'II. MỤC TIÊU', 'III. NHIỆM VỤ CHỦ YẾU', 'IV. TỔ CHỨC']);
  expect(marks(['II. MỤC TIÊU', 'Đạt.', 'IH. Giải pháp thực hiện', 'Làm.'])).toEqual([
    'II. MỤC TIÊU',
    'III. Giải pháp thực hiện',
  ]);
});

test('numerals of congresses, copies for a report, and letters read twice or marked', () => {
  const read = [
    'Ban Chấp hành Trung ương Đảng khóa XHI;',
    '- Tỉnh ủy (b/€);',
    '- Chủ tịch ƯBND tỉnh;',
    '~- Lưu: VT.',
  ];
  expect(normalized(read)).toEqual([
    'Ban Chấp hành Trung ương Đảng khóa XIII;',
    '- Tỉnh ủy (b/c);',
    '- Chủ tịch UBND tỉnh;',
    '- Lưu: VT.',
  ]);
  const often = Array.from({ length: 10 }, () => 'Vận động người dân tham gia BHYT.');
  const doubled = normalized([...often, 'Số người tham gia BHYTT là 100 người.']).join(' ');
  expect(doubled).toContain('Số người tham gia BHYT là 100 người.');
});

test('the registry, an ellipsis and a dash that recognition broke', () => {
  const read = ['Các đơn vị, doanh nghiệp,.. báo cáo năm học 2025 —- 2026.', '- Lưu: VI, KTTH.'];
  expect(normalized(read)).toEqual([
    'Các đơn vị, doanh nghiệp,... báo cáo năm học 2025 – 2026.',
    '- Lưu: VT, KTTH.',
  ]);
  expect(normalized(read, 'text')).toEqual(read);
});

test.each([
  ['Lưu: VT KD', 'Lưu: VT, KD'],
  ['Lưu: VT; CT', 'Lưu: VT, CT'],
  ['Lưu: VI KD', 'Lưu: VT, KD'],
  ['PHỤ LỤCII', 'PHỤ LỤC II'],
  ['Mũ biểu số 04', 'Mẫu biểu số 04'],
  ['Mỗi biểu số 04', 'Mỗi biểu số 04'],
  ['nhiệm kỳ XIIInăm 2021', 'nhiệm kỳ XIIInăm 2021'],
  ['giai đoạn 2021 - .2025', 'giai đoạn 2021 - 2025'],
  ['TT/TU, TT/HĐND tỉnh (b⁄/€)', 'TT/TU, TT/HĐND tỉnh (b/c)'],
  ['Chánh VP, Phó CVP (NÑC) UBND tỉnh', 'Chánh VP, Phó CVP (NC) UBND tỉnh'],
  ["Sở' Kế hoạch và Đầu tư", 'Sở Kế hoạch và Đầu tư'],
  ["Ý kiến: 'đã đọc' và ký", "Ý kiến: 'đã đọc' và ký"],
  ['tham gia BHXHIlực lượng lao động', 'tham gia BHXH/lực lượng lao động'],
  ['giai đoạn 2026 — 2028', 'giai đoạn 2026 – 2028'],
  ['Nghị quyết đại hội lần thứ XIIH của Đảng', 'Nghị quyết đại hội lần thứ XIII của Đảng'],
  ['TT. Tỉnh ủy (b/C), HĐND tỉnh (úc)', 'TT. Tỉnh ủy (b/c), HĐND tỉnh (b/c)'],
  ['Lưu: VT;M.', 'Lưu: VT, M.'],
  ['- HĐND tỉnh (để bíc), TT Tỉnh ủy (bic)', '- HĐND tỉnh (để b/c), TT Tỉnh ủy (b/c)'],
  ['kiểm tra trong quý II⁄2026', 'kiểm tra trong quý II/2026'],
  ['hoàn thành trong Quý 11/2026, Quý 1/2026', 'hoàn thành trong Quý II/2026, Quý 1/2026'],
  ['- TE. TU, TT. HĐND thành phố;', '- TT. TU, TT. HĐND thành phố;'],
  ["Thông tư số 01/2025/TT-BI'1'11 ngày 18 tháng 02", 'Thông tư số 01/2025/TT-BTTTT ngày 18 tháng 02'],
  ['Thông tư số 01/2025/TT-BTC, TT-BLĐTBXH', 'Thông tư số 01/2025/TT-BTC, TT-BLĐTBXH'],
  ['tham gia BHXHilực lượng lao động', 'tham gia BHXH/lực lượng lao động'],
  ['I.MỤC ĐÍCH, YÊU CẦU', 'I. MỤC ĐÍCH, YÊU CẦU'],
  ['IL. MỤC ĐÍCH, YÊU CẦU', 'I. MỤC ĐÍCH, YÊU CẦU'],
  ['ứng dụng cảm biến, IoT;, dữ liệu lớn', 'ứng dụng cảm biến, IoT, dữ liệu lớn'],
  ['báo cáo trước 19h00” hằng ngày', 'báo cáo trước 19h00’ hằng ngày'],
  ['hẹn “từ 7h30 đến 19h00” hằng ngày', 'hẹn “từ 7h30 đến 19h00” hằng ngày'],
  ['tỷ suất tử vong 18,5%o', 'tỷ suất tử vong 18,5‰'],
  ['Truyền hình ĐắK LắK', 'Truyền hình Đắk Lắk'],
  ['thực hiện Thắng 02/2026, đội Thắng 02', 'thực hiện Tháng 02/2026, đội Thắng 02'],
  ['Đề nghị Chỉ cục Hải quan khu vực', 'Đề nghị Chi cục Hải quan khu vực'],
  ['các huyện la Grai, Ta Pa và Đức Cơ', 'các huyện Ia Grai, Ia Pa và Đức Cơ'],
  ['các mốc Quý 112026, Quý 12026', 'các mốc Quý II/2026, Quý I/2026'],
  ['trong Quí TV-2025, quý TI năm 2026', 'trong Quí IV-2025, quý II năm 2026'],
  ['Nghị quyết đại hội lần thứ XTII của Đảng', 'Nghị quyết đại hội lần thứ XIII của Đảng'],
  ['Dự toán TTyg giao, Công ty TT giao', 'Dự toán TTg giao, Công ty TT giao'],
  ['Chương trình hành động số 10-CTY/TU', 'Chương trình hành động số 10-CTr/TU'],
  ['Kế hoạch phối hợp số 10-CTY/TU', 'Kế hoạch phối hợp số 10-CTY/TU'],
  ['- Sở: NN&SMT, TC, GD&ĐT;', '- Sở: NN&MT, TC, GD&ĐT;'],
  ['- TUTU, TT/HĐND tỉnh (b/c);', '- TT/TU, TT/HĐND tỉnh (b/c);'],
  ['- VPUB: CVP, PCVPP.T.T.Huyền, TH;', '- VPUB: CVP, PCVP P.T.T.Huyền, TH;'],
  ['Lưu: VT,KD.', 'Lưu: VT, KD.'],
  ['Lưu: VL,KD.', 'Lưu: VT, KD.'],
  ['Lưu: VY, KGVX.', 'Lưu: VT, KGVX.'],
  ['Lưu: VP, KGVX.', 'Lưu: VP, KGVX.'],
  ['- Thường trực Tỉnh ủy (bí);', '- Thường trực Tỉnh ủy (b/c);'],
  ['- Thường trực HĐND tỉnh (b/);', '- Thường trực HĐND tỉnh (b/c);'],
  ['trồng cây họ dưa (bí);', 'trồng cây họ dưa (bí);'],
  ['- CT. các PCT UBND tỉnh;', '- CT, các PCT UBND tỉnh;'],
  ['- CVP. PCVP UBND tỉnh;', '- CVP, PCVP UBND tỉnh;'],
  ['- CT, PCTUBND TP;', '- CT, PCT UBND TP;'],
  ['Thông tư số 06/2022/TT-BLL1L1 ngày 18 tháng 02', 'Thông tư số 06/2022/TT-BTTTT ngày 18 tháng 02'],
  ['Quy mô kinh tế số đạt 40% GRDE.', 'Quy mô kinh tế số đạt 40% GRDP.'],
  ['hỗ trợ của UNICEF, FDI và ODE', 'hỗ trợ của UNICEF, FDI và ODE'],
  ['Trung tâm bảo trợ và Sở YV tế', 'Trung tâm bảo trợ và Sở Y tế'],
  ['nông nghiệp, giao thông,. . Chuyển đổi số', 'nông nghiệp, giao thông,... Chuyển đổi số'],
  ['Kết luận số 23/KL-LNTPTW và 24/KT-LNTPTW', 'Kết luận số 23/KL-LNTPTW và 24/KT-LNTPTW'],
  ['ứng dụng VNes[ID, VNeTD và VssiD', 'ứng dụng VNeID, VNeID và VssID'],
  ['ứng dụng IoT, AgriTech và VTVcab', 'ứng dụng IoT, AgriTech và VTVcab'],
])('%s', (read, right) => {
  expect(normalized([read])).toEqual([right]);
  expect(normalized([read], 'text')).toEqual([read]);
});

test('a part that stands twice is the document’s own fault unless the one behind it counts on', () => {
  const twice = ['III. MỤC TIÊU', 'IV. NHIỆM VỤ', 'IV. TỔ CHỨC THỰC HIỆN'];
  expect(normalized(['I. CĂN CỨ', 'II. YÊU CẦU', ...twice])).toContain('IV. TỔ CHỨC THỰC HIỆN');
  const misread = ['III. MỤC TIÊU', 'IV. NHIỆM VỤ', 'IV. GIẢI PHÁP', 'VI. TỔ CHỨC THỰC HIỆN'];
  expect(normalized(['I. CĂN CỨ', 'II. YÊU CẦU', ...misread])).toContain('V. GIẢI PHÁP');
});

test('a heading that lost its stop where the one behind it counts on', () => {
  const read = ['III. LỘ TRÌNH', 'III GIẢI PHÁP CHỦ YẾU (kèm phụ lục)', 'IV. KINH PHÍ'];
  const parts = ['I. MỤC ĐÍCH', 'II. MỤC TIÊU', ...read];
  expect(normalized(parts)).toContain('III. GIẢI PHÁP CHỦ YẾU (kèm phụ lục)');
  expect(normalized(parts, 'text')).toEqual(parts);
});

test('a letter too many in abbreviations that the document often writes', () => {
  const often = Array.from({ length: 4 }, () => 'Ban Chỉ đạo (BCĐ) họp mỗi quý.');
  const doubtful = (certainty: number): string => {
    const lines = [...often, 'Thường trực BCPĐ nắm tình hình.'].map((text) => ({
      text,
      words: [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
        start: index,
        end: index + word.length,
        confidence: word === 'BCPĐ' ? certainty : 0.96,
        box: [0, 0, 0.1, 0.1] as [number, number, number, number],
      })),
    }));
    const page = { page: 1, origin: 'ocr' as const, confidence: 0.9, lines };
    return normalizeDocument({ mediaType: 'image/png', pages: [page] }).text;
  };
  expect(doubtful(0.3)).toContain('Thường trực BCĐ nắm');
  expect(doubtful(0.9)).toContain('Thường trực BCPĐ nắm');
});

test('the sign that ends a document is no ellipsis', () => {
  const read = ['Ủy ban nhân dân tỉnh xem xét, chỉ đạo...', 'Nơi nhận:', '- Như trên;'];
  expect(normalized(read)[0]).toBe('Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.');
  expect(normalized(['Các hộ nghèo, cận nghèo...', 'I. MỤC TIÊU'])[0]).toBe('Các hộ nghèo, cận nghèo...');
});

test('two signs for the letter of a list', () => {
  const list = ['a) Về thể chế;', 'b) Về thủ tục;', '€©) Về bộ máy;', 'đ) Về công vụ;', 'đ) Về tài chính.'];
  expect(normalized(list).map((line) => line.slice(0, 2))).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)']);
});

test('specks and numerals in the cells of a row', () => {
  const lines = [
    ['TT', 'Nhiệm vụ', 'Thời gian'],
    ['HÍ', '“Tổ chức hội nghị', '“Tháng 5/2025'],
    ['1', 'Xây dựng “Ngày hội việc làm”', 'Quý II/2025'],
    ['2', 'Sở Khoa học và Công. nghệ. Hội, đoàn', 'Quý II/2025'],
  ].map((cells) => ({ text: cells.join('\t'), cells }));
  const page = { page: 1, origin: 'ocr' as const, confidence: 0.9, lines };
  expect(normalizeDocument({ mediaType: 'image/png', pages: [page] }).text.split('\n')).toEqual([
    'TT\tNhiệm vụ\tThời gian',
    'II\tTổ chức hội nghị\tTháng 5/2025',
    '1\tXây dựng “Ngày hội việc làm”\tQuý II/2025',
    '2\tSở Khoa học và Công nghệ. Hội, đoàn\tQuý II/2025',
  ]);
});

test('an abbreviation with one letter misread, by one that is known and that the document has more often', () => {
  const said = ['tham gia BHYT đạt 95%;', 'thẻ BHYT của học sinh;', 'vận động tham gia BHVT hộ gia đình.'];
  expect(normalized(said)).toEqual(said.map((line) => line.replace('BHVT', 'BHYT')));
  expect(normalized(['- Phòng BHVT;', '- Sở XYGT tỉnh;'])).toEqual(['- Phòng BHVT;', '- Sở XYGT tỉnh;']);
  expect(normalized(['- UBMTTQYVN tỉnh;', '- TỊ. HĐND tỉnh;'])).toEqual([
    '- UBMTTQVN tỉnh;',
    '- TT. HĐND tỉnh;',
  ]);
});

test('symbols of documents, and the unit that keeps a copy', () => {
  expect(
    normalized([
      'Công văn số 574/UBND-NG ngày 23/9/2024; Thông tư số 75/2024/T1-BTC; Nghị quyết số 20-NQ/TV.',
      '- Phó CVP (NG) UBND tỉnh;',
    ]),
  ).toEqual([
    'Công văn số 574/UBND-NC ngày 23/9/2024; Thông tư số 75/2024/TT-BTC; Nghị quyết số 20-NQ/TW.',
    '- Phó CVP (NC) UBND tỉnh;',
  ]);
});

test('the stop of a heading read as the foot of its last stroke', () => {
  expect(
    normalized([
      'L MỤC ĐÍCH, YÊU CẦU',
      'Nâng cao.',
      'IL MỤC TIÊU, CHỈ TIÊU',
      'Đạt 95%.',
      'III. TỔ CHỨC THỰC HIỆN',
    ]),
  ).toEqual([
    'I. MỤC ĐÍCH, YÊU CẦU',
    'Nâng cao.',
    'II. MỤC TIÊU, CHỈ TIÊU',
    'Đạt 95%.',
    'III. TỔ CHỨC THỰC HIỆN',
  ]);
});

test('a speck within the name of a place', () => {
  expect(normalized(['ỦY BAN NHÂN DÂN TỈNH CÀ. MAU', 'Thanh Hóa và huyện Ba. Nam'])[0]).toBe(
    'ỦY BAN NHÂN DÂN TỈNH CÀ MAU',
  );
});

test('numbers of rows that were read as letters', () => {
  const table = (numbers: readonly string[], origin: PageOrigin = 'ocr'): string[] => {
    const lines = numbers.map((number, i) => ({ text: '', cells: [number, `Thu từ nguồn ${i}`, `1${i}`] }));
    const page = { page: 1, origin, confidence: 0.9, lines };
    return normalizeDocument({ mediaType: 'image/png', pages: [page] })
      .text.split('\n')
      .map((line) => line.split('\t')[0] ?? '');
  };
  const read = ['SFTT', 'A', 'I', '1,1', '1.2', 'li', 'm', 'B', 'I', 'TI', '(@'];
  expect(table(read)).toEqual(['STT', 'A', 'I', '1.1', '1.2', 'II', 'III', 'B', 'I', 'II', 'C']);
  expect(table(read, 'text-layer')).toEqual(read);
  // Neither what does not fit in its place, nor what has another shape.
  for (const kept of [
    ['I', 'm', 'II'],
    ['I', 'xã', 'III'],
    ['1,1', '1'],
    ['TT', 'I'],
  ])
    expect(table(kept)).toEqual(kept);
});

test('the last part before an annex counts on, and headings in rows have stops as those below', () => {
  const parts = [
    'I. MỤC ĐÍCH',
    'Nâng cao.',
    'II. MỤC TIÊU',
    'Đạt.',
    'III TỔ CHỨC NĂM 2026',
    'Giao.',
    'I. KÈM THEO',
  ];
  expect(normalized(parts)[4]).toBe('III. TỔ CHỨC NĂM 2026');
  const rows = ['I NÂNG CAO NHẬN THỨC', 'II. HOÀN THIỆN CƠ CHẾ', 'III. HỢP TÁC'];
  const lines = rows.map((text) => ({ text: '', cells: [text, '', ''] }));
  const page = { page: 1, origin: 'ocr' as const, confidence: 0.9, lines };
  const { text } = normalizeDocument({ mediaType: 'image/png', pages: [page] });
  expect(text.split('\n').map((line) => line.trim())).toEqual([`I. ${rows[0]?.slice(2)}`, ...rows.slice(1)]);
});
