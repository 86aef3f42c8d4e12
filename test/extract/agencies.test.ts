import { describe, expect, test } from 'vitest';
import type { Agency } from '../../src/plan/record.ts';
import { factsOf } from './plan.ts';

const organised = (body: string, heading = 'III. TỔ CHỨC THỰC HIỆN'): Agency[] =>
  factsOf({ body: `I. MỤC TIÊU\n1. Chăm lo sức khỏe.\n${heading}\n${body}` }).agencies;
const short = ({ name, tasks }: Agency): [string, ...string[]] => [name, ...tasks.map(({ text }) => text)];

describe('a body and its tasks', () => {
  test.each<[string, string, [string, ...string[]][]]>([
    [
      'a heading over items',
      '1. Sở Y tế\n- Chủ trì tập huấn cho trạm y tế.\n- Báo cáo kết quả.\n2. Sở Tài chính\n- Bố trí kinh phí.',
      [
        ['Sở Y tế', 'Chủ trì tập huấn cho trạm y tế', 'Báo cáo kết quả'],
        ['Sở Tài chính', 'Bố trí kinh phí'],
      ],
    ],
    [
      'a heading over a paragraph',
      '1. Sở Y tế\nTập huấn cho trạm y tế.\n2. Sở Tài chính\nBố trí kinh phí.',
      [
        ['Sở Y tế', 'Tập huấn cho trạm y tế'],
        ['Sở Tài chính', 'Bố trí kinh phí'],
      ],
    ],
    [
      'names without a number over paragraphs, up to the next',
      'Sở Y tế\nTập huấn cho trạm y tế.\nBáo cáo kết quả.\nĐề nghị Hội Chữ thập đỏ tỉnh:\nVận động hiến máu.\nChế độ báo cáo\nGửi về Sở Y tế trước ngày 10/12/2024.',
      [
        ['Sở Y tế', 'Tập huấn cho trạm y tế', 'Báo cáo kết quả'],
        ['Hội Chữ thập đỏ tỉnh', 'Vận động hiến máu'],
      ],
    ],
    [
      'names without a number over items of any kind',
      'SỞ Y TẾ\n1. Tập huấn cho trạm y tế.\n2. Mua thuốc.\nUBND các xã, phường\n- Lập danh sách trẻ em.\n- Phát tờ rơi.',
      [
        ['SỞ Y TẾ', 'Tập huấn cho trạm y tế', 'Mua thuốc'],
        ['UBND các xã, phường', 'Lập danh sách trẻ em', 'Phát tờ rơi'],
      ],
    ],
    [
      'names without a number below a number of its own',
      '1. Phân công nhiệm vụ\nSở Y tế\n- Tập huấn.\nTrưởng các thôn\n- Phát tờ rơi.\n2. Chế độ báo cáo\nBáo cáo về Sở Y tế.',
      [
        ['Sở Y tế', 'Tập huấn'],
        ['Trưởng các thôn', 'Phát tờ rơi'],
      ],
    ],
    [
      'several names, or one with a word in it that elsewhere says what to do',
      'Phòng Nội vụ; Phòng Tư pháp\n- Tập huấn.\nĐề nghị UBMTTQ và các tổ chức chính trị - xã hội huyện\n- Giám sát.',
      [
        ['Phòng Nội vụ; Phòng Tư pháp', 'Tập huấn'],
        ['UBMTTQ và các tổ chức chính trị - xã hội huyện', 'Giám sát'],
      ],
    ],
    [
      'paragraphs without numbers that charge bodies, to the last',
      'Giao Sở Y tế chủ trì tập huấn.\nGiao Sở Tài chính bố trí kinh phí.\nUBND các xã lập danh sách.',
      [
        ['Sở Y tế', 'Giao Sở Y tế chủ trì tập huấn'],
        ['Sở Tài chính', 'Giao Sở Tài chính bố trí kinh phí'],
        ['UBND các xã', 'UBND các xã lập danh sách'],
      ],
    ],
    [
      'bodies that no list knows, up to what they do',
      '1. Hạt Kiểm lâm huyện bàn giao hiện trạng rừng.\n2. Giao Công ty TNHH MTV Cấp nước Long An sưu tầm bản vẽ.\n3. Trưởng các ấp nhắc nhở các hộ.',
      [
        ['Hạt Kiểm lâm huyện', 'Hạt Kiểm lâm huyện bàn giao hiện trạng rừng'],
        ['Công ty TNHH MTV Cấp nước Long An', 'Giao Công ty TNHH MTV Cấp nước Long An sưu tầm bản vẽ'],
        ['Trưởng các ấp', 'Trưởng các ấp nhắc nhở các hộ'],
      ],
    ],
    [
      'what a body is and that it is charged, which is no part of its name',
      '1. Sở Y tế là cơ quan thường trực, có trách nhiệm:\n- Tập huấn.\n2. Sở Tài chính có nhiệm vụ sau:\n- Bố trí kinh phí.\n3. Thường trực Ban Chỉ đạo\n- Chỉ đạo chung.\n4. Ban Chỉ đạo các xã, phường\n- Phát tờ rơi.',
      [
        ['Sở Y tế', 'Tập huấn'],
        ['Sở Tài chính', 'Bố trí kinh phí'],
        ['Thường trực Ban Chỉ đạo', 'Chỉ đạo chung'],
        ['Ban Chỉ đạo các xã, phường', 'Phát tờ rơi'],
      ],
    ],
    [
      'names that no list knows below a general one',
      '1. Các đơn vị thuộc Sở\n1.1. Phòng Nghiệp vụ Dược\n- Hướng dẫn.\n1.2. Trung tâm Giám định Y khoa\n- Tập huấn.',
      [
        ['Phòng Nghiệp vụ Dược', 'Hướng dẫn'],
        ['Trung tâm Giám định Y khoa', 'Tập huấn'],
      ],
    ],
    [
      'a dash with a name over a paragraph',
      '- Sở Y tế:\nTập huấn cho trạm y tế.\n- Công an tỉnh:\nTuần tra.',
      [
        ['Sở Y tế', 'Tập huấn cho trạm y tế'],
        ['Công an tỉnh', 'Tuần tra'],
      ],
    ],
    [
      'paragraphs without a number that charge bodies',
      'Sở Y tế chủ trì tập huấn cho trạm y tế.\nSở Tài chính: Bố trí kinh phí.\nGiao Công an tỉnh tuần tra.\nKịp thời xử lý vi phạm.\nUBND các xã có trách nhiệm:\n- Lập danh sách.\n- Phát tờ rơi.',
      [
        ['Sở Y tế', 'Sở Y tế chủ trì tập huấn cho trạm y tế'],
        ['Sở Tài chính', 'Bố trí kinh phí'],
        ['Công an tỉnh', 'Giao Công an tỉnh tuần tra', 'Kịp thời xử lý vi phạm'],
        ['UBND các xã', 'Lập danh sách', 'Phát tờ rơi'],
      ],
    ],
    [
      'a sentence that begins with a body heads nothing',
      '1. Sở Y tế\n- Tập huấn.\nUBND tỉnh giao Sở Y tế theo dõi chung\n2. Sở Tài chính\n- Bố trí kinh phí.',
      [
        ['Sở Y tế', 'Tập huấn', 'UBND tỉnh giao Sở Y tế theo dõi chung'],
        ['Sở Tài chính', 'Bố trí kinh phí'],
      ],
    ],
    ['a heading with a colon', '1. Sở Y tế:\n- Tập huấn.', [['Sở Y tế', 'Tập huấn']]],
    [
      'words behind the colon',
      '1. Sở Y tế: Tập huấn cho trạm y tế.',
      [['Sở Y tế', 'Tập huấn cho trạm y tế']],
    ],
    [
      'the subject of its own task',
      '1. Sở Y tế chủ trì tập huấn cho trạm y tế.\n2. Giao Sở Tài chính bố trí kinh phí.',
      [
        ['Sở Y tế', 'Sở Y tế chủ trì tập huấn cho trạm y tế'],
        ['Sở Tài chính', 'Giao Sở Tài chính bố trí kinh phí'],
      ],
    ],
    [
      'grounds before the subject',
      '1. Căn cứ Kế hoạch này, Giám đốc các sở, Thủ trưởng các cơ quan xây dựng kế hoạch cụ thể.',
      [
        [
          'Giám đốc các sở, Thủ trưởng các cơ quan',
          'Căn cứ Kế hoạch này, Giám đốc các sở, Thủ trưởng các cơ quan xây dựng kế hoạch cụ thể',
        ],
      ],
    ],
    [
      'items below a sentence that charges',
      '1. Sở Y tế xây dựng kế hoạch.\n- Tập huấn.\n- Báo cáo.\n2. Sở Tài chính có trách nhiệm:\n- Bố trí kinh phí.',
      [
        ['Sở Y tế', 'Sở Y tế xây dựng kế hoạch', 'Tập huấn', 'Báo cáo'],
        ['Sở Tài chính', 'Bố trí kinh phí'],
      ],
    ],
    [
      'bodies that the lexicon may not know, up to the verb',
      '1. Đề nghị Văn phòng Tỉnh ủy và các Ban Xây dựng Đảng, Kho bạc Nhà nước khu vực XI, Hội Làm vườn tiếp tục tuyên truyền.',
      [
        [
          'Văn phòng Tỉnh ủy và các Ban Xây dựng Đảng, Kho bạc Nhà nước khu vực XI, Hội Làm vườn',
          'Đề nghị Văn phòng Tỉnh ủy và các Ban Xây dựng Đảng, Kho bạc Nhà nước khu vực XI, Hội Làm vườn tiếp tục tuyên truyền',
        ],
      ],
    ],
    [
      'general nouns with their field, up to the verb',
      '1. Các doanh nghiệp nhà nước, Tổng Công ty tiên phong chuyển đổi số.\n2. Hội, hiệp hội xã hội nghề nghiệp chủ động phản biện.',
      [
        [
          'Các doanh nghiệp nhà nước, Tổng Công ty',
          'Các doanh nghiệp nhà nước, Tổng Công ty tiên phong chuyển đổi số',
        ],
        ['Hội, hiệp hội xã hội nghề nghiệp', 'Hội, hiệp hội xã hội nghề nghiệp chủ động phản biện'],
      ],
    ],
    [
      'bodies by their own names, with fields and duties',
      '1. Báo Ấp Bắc, Đài Phát thanh và Truyền hình tỉnh dành thời lượng phổ biến.\n2. Giao Trung tâm Khuyến nông và Dịch vụ nông nghiệp tỉnh xây dựng lịch tập huấn.\n3. Các doanh nghiệp, cơ sở đóng gói chấp hành yêu cầu kiểm dịch.\n4. Ban nhân dân các thôn thông báo cho người dân.',
      [
        [
          'Báo Ấp Bắc, Đài Phát thanh và Truyền hình tỉnh',
          'Báo Ấp Bắc, Đài Phát thanh và Truyền hình tỉnh dành thời lượng phổ biến',
        ],
        [
          'Trung tâm Khuyến nông và Dịch vụ nông nghiệp tỉnh',
          'Giao Trung tâm Khuyến nông và Dịch vụ nông nghiệp tỉnh xây dựng lịch tập huấn',
        ],
        ['Các doanh nghiệp, cơ sở đóng gói', 'Các doanh nghiệp, cơ sở đóng gói chấp hành yêu cầu kiểm dịch'],
        ['Ban nhân dân các thôn', 'Ban nhân dân các thôn thông báo cho người dân'],
      ],
    ],
    [
      'a body that others complete, named again alone',
      '1. Ủy ban MTTQ Việt Nam phường và các đoàn thể\n- Vận động.\n2. Ủy ban MTTQ Việt Nam phường\n- Giám sát.',
      [['Ủy ban MTTQ Việt Nam phường và các đoàn thể', 'Vận động', 'Giám sát']],
    ],
    [
      'paragraphs below a sentence that charges, of another body and of the same',
      '1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát thực hiện.\n\nHội, hiệp hội xã hội nghề nghiệp chủ động phản biện.\n\n2. Sở Y tế mở thêm chuyên khoa.\n\nPhối hợp với Sở Nội vụ tuyển dụng bác sĩ.',
      [
        [
          'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
          'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát thực hiện',
        ],
        ['Hội, hiệp hội xã hội nghề nghiệp', 'Hội, hiệp hội xã hội nghề nghiệp chủ động phản biện'],
        ['Sở Y tế', 'Sở Y tế mở thêm chuyên khoa', 'Phối hợp với Sở Nội vụ tuyển dụng bác sĩ'],
      ],
    ],
    [
      'a paragraph behind an item',
      '1. Sở Y tế\na) Tập huấn cho trạm y tế.\n\nƯu tiên các xã xa.\n\nb) Báo cáo:\n\nsố ca bệnh trong tháng.',
      [['Sở Y tế', 'Tập huấn cho trạm y tế', 'Ưu tiên các xã xa', 'Báo cáo: số ca bệnh trong tháng']],
    ],
    [
      'a body named twice',
      '1. Sở Y tế\n- Tập huấn.\n2. Sở Tài chính\n- Bố trí kinh phí.\n3. Sở Y tế tỉnh tổng hợp, báo cáo.',
      [
        ['Sở Y tế', 'Tập huấn', 'Sở Y tế tỉnh tổng hợp, báo cáo'],
        ['Sở Tài chính', 'Bố trí kinh phí'],
      ],
    ],
    [
      'words that ask or charge',
      '1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh\n- Giám sát.\n2. Trách nhiệm của Sở Y tế\n- Tập huấn.',
      [
        ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Giám sát'],
        ['Sở Y tế', 'Tập huấn'],
      ],
    ],
    [
      'sub-items',
      '1. Sở Y tế\n- Tập huấn:\n+ Cấp cứu ban đầu;\n+ Ghi sổ khám.\n- Báo cáo.',
      [['Sở Y tế', 'Tập huấn: Cấp cứu ban đầu; Ghi sổ khám', 'Báo cáo']],
    ],
    [
      'sub-items of letters',
      '1. Sở Y tế\na) Tập huấn:\n+ Cấp cứu ban đầu;\n+ Ghi sổ khám.',
      [['Sở Y tế', 'Tập huấn: Cấp cứu ban đầu; Ghi sổ khám']],
    ],
    ['letters', '1. Sở Y tế\na) Tập huấn.\nb) Báo cáo.', [['Sở Y tế', 'Tập huấn', 'Báo cáo']]],
    [
      'several bodies in one heading',
      '1. Sở Nội vụ, Sở Tài chính\n- Bố trí biên chế, kinh phí.',
      [['Sở Nội vụ, Sở Tài chính', 'Bố trí biên chế, kinh phí']],
    ],
    [
      'offices of a department, with and without colon, items and marks',
      `1/ Phòng Quản lý Du lịch:
- Thẩm định hồ sơ.
2/ Phòng Quản lý Thể dục thể thao: Tham mưu tổ chức giải.
3/ Trung tâm Xúc tiến Du lịch tỉnh
- Phát hành ấn phẩm.
4/ Bảo tàng tỉnh, các Ban Quản lý di tích
Kiểm kê, số hóa hiện vật.
5/ Văn phòng Sở:
+ Bố trí kinh phí;
+ Đôn đốc các phòng.
6/ Đề nghị UBND các xã, phường
- Xây dựng kế hoạch.
(Phân công cụ thể theo Phụ lục kèm theo)`,
      [
        ['Phòng Quản lý Du lịch', 'Thẩm định hồ sơ'],
        ['Phòng Quản lý Thể dục thể thao', 'Tham mưu tổ chức giải'],
        ['Trung tâm Xúc tiến Du lịch tỉnh', 'Phát hành ấn phẩm'],
        ['Bảo tàng tỉnh, các Ban Quản lý di tích', 'Kiểm kê, số hóa hiện vật'],
        ['Văn phòng Sở', 'Bố trí kinh phí', 'Đôn đốc các phòng'],
        ['UBND các xã, phường', 'Xây dựng kế hoạch'],
      ],
    ],
    [
      'a name with initials in it',
      '1. Chi cục Trồng trọt và Bảo vệ thực vật\n- Rà soát.\n2. Chi cục Trồng trọt và BVTV tỉnh\n- Kiểm tra.',
      [['Chi cục Trồng trọt và Bảo vệ thực vật', 'Rà soát', 'Kiểm tra']],
    ],
    [
      'whom the chairman charges',
      '1. Chủ tịch UBND tỉnh giao Sở Y tế chủ trì tập huấn cho trạm y tế.\n2. UBND tỉnh Nam Sơn yêu cầu Sở Tài chính bố trí kinh phí.\n3. Giao cho Đài Khí tượng Thủy văn tỉnh phối hợp cảnh báo.',
      [
        ['Sở Y tế', 'Chủ tịch UBND tỉnh giao Sở Y tế chủ trì tập huấn cho trạm y tế'],
        ['Sở Tài chính', 'UBND tỉnh Nam Sơn yêu cầu Sở Tài chính bố trí kinh phí'],
        ['Đài Khí tượng Thủy văn tỉnh', 'Giao cho Đài Khí tượng Thủy văn tỉnh phối hợp cảnh báo'],
      ],
    ],
    [
      'those who are invited, and who heads a body',
      '1. Mời Liên đoàn Lao động huyện phối hợp tuyên truyền.\n2. Đ/c Trưởng phòng Giáo dục và Đào tạo chỉ đạo các trường học.',
      [
        ['Liên đoàn Lao động huyện', 'Mời Liên đoàn Lao động huyện phối hợp tuyên truyền'],
        ['Trưởng phòng Giáo dục và Đào tạo', 'Đ/c Trưởng phòng Giáo dục và Đào tạo chỉ đạo các trường học'],
      ],
    ],
    [
      'stars above dashes',
      '* Sở Y tế:\n- Tập huấn cho trạm y tế.\n- Báo cáo kết quả.\n* Thư viện tỉnh:\n- Luân chuyển sách.',
      [
        ['Sở Y tế', 'Tập huấn cho trạm y tế', 'Báo cáo kết quả'],
        ['Thư viện tỉnh', 'Luân chuyển sách'],
      ],
    ],
    [
      'bodies of two levels',
      '1. Bộ Chỉ huy Quân sự tỉnh\n- Giao chỉ tiêu.\n2. Ban Chỉ huy Quân sự cấp huyện\n- Duyệt kế hoạch.',
      [
        ['Bộ Chỉ huy Quân sự tỉnh', 'Giao chỉ tiêu'],
        ['Ban Chỉ huy Quân sự cấp huyện', 'Duyệt kế hoạch'],
      ],
    ],
    [
      'a body named after what it does',
      '1. Ban Chỉ đạo vận động hiến giác mạc tỉnh phân bổ chỉ tiêu cho các xã.',
      [
        [
          'Ban Chỉ đạo vận động hiến giác mạc tỉnh',
          'Ban Chỉ đạo vận động hiến giác mạc tỉnh phân bổ chỉ tiêu cho các xã',
        ],
      ],
    ],
  ])('%s', (_, body, expected) => {
    expect(organised(body).map(short)).toEqual(expected);
  });

  test.each(['III. TỔ CHỨC THỰC HIỆN', 'IV. PHÂN CÔNG NHIỆM VỤ', 'V. TRÁCH NHIỆM CỦA CÁC SỞ, NGÀNH'])(
    'are found below %s',
    (heading) => {
      expect(organised('1. Sở Y tế\n- Tập huấn.', heading).map(({ name }) => name)).toEqual(['Sở Y tế']);
    },
  );

  test.each(['TỔ CHỨC THỰC HIỆN', 'PHÂN CÔNG NHIỆM VỤ'])(
    'stand under "%s" in capitals without its number, too',
    (heading) => {
      const agencies = organised(
        '1. Sở Y tế\n- Tập huấn.\n2. SỞ TÀI CHÍNH\nBố trí kinh phí.\nKINH PHÍ THỰC HIỆN\n1. Ngân sách tỉnh.',
        heading,
      );
      expect(agencies.map(short)).toEqual([
        ['Sở Y tế', 'Tập huấn'],
        ['SỞ TÀI CHÍNH', 'Bố trí kinh phí'],
      ]);
    },
  );

  test('of a part that one body has for itself', () => {
    const agencies = organised(
      '1. Tập huấn cho trạm y tế.\n2. Mua thuốc.\nĐiều 4. Trách nhiệm của các sở, ngành\n1. Sở Tài chính bố trí kinh phí.\n2. Sở Nội vụ rà soát biên chế.',
      'Điều 3. Trách nhiệm của Sở Y tế',
    );
    expect(agencies.map(short)).toEqual([
      ['Sở Y tế', 'Tập huấn cho trạm y tế', 'Mua thuốc'],
      ['Sở Tài chính', 'Sở Tài chính bố trí kinh phí'],
      ['Sở Nội vụ', 'Sở Nội vụ rà soát biên chế'],
    ]);
  });

  test('are not found elsewhere', () => {
    expect(organised('1. Sở Y tế\n- Tập huấn.', 'II. TÌNH HÌNH')).toEqual([]);
  });

  test('a heading that names a matter is no body', () => {
    expect(
      organised('1. Sở Y tế\n- Tập huấn.\n2. Kinh phí thực hiện\n- Ngân sách tỉnh.').map(({ name }) => name),
    ).toEqual(['Sở Y tế']);
  });

  test('a body the lexicon knows has its id', () => {
    expect(
      organised('1. Sở Y tế\n- Tập huấn.\n2. Hội Người yêu Cao nguyên đá\n- Cổ vũ.').map(({ id }) => id),
    ).toEqual(['so-y-te', null]);
  });
});

test.each<[string, string]>([
  ['Công ty CP Cây xanh thành phố thực hiện cắt tỉa.', 'Công ty CP Cây xanh thành phố'],
  ['Công ty Cổ phần Dịch vụ công ích Hà Tiên quét dọn vỉa hè.', 'Công ty Cổ phần Dịch vụ công ích Hà Tiên'],
  ['Công ty TNHH MTV Thủy nông Nam Định khơi thông kênh nhánh.', 'Công ty TNHH MTV Thủy nông Nam Định'],
  ['Quỹ Bảo trợ trẻ em chi trả học bổng.', 'Quỹ Bảo trợ trẻ em'],
  ['Các Sở: Nội vụ, Tài chính, Xây dựng chủ động phối hợp.', 'Các Sở: Nội vụ, Tài chính, Xây dựng'],
  [
    'Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh chỉ đạo tuần tra.',
    'Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh',
  ],
  ['Bệnh viện 199 tổ chức khám bệnh.', 'Bệnh viện 199'],
  ['Các đơn vị quản lý đường bộ chủ động sửa chữa.', 'Các đơn vị quản lý đường bộ'],
  ['Trung đoàn 834 huấn luyện, chủ động cứu hộ.', 'Trung đoàn 834'],
  ['Thư viện tỉnh có trách nhiệm phục vụ lưu động.', 'Thư viện tỉnh'],
  ['Các hợp tác xã nông nghiệp tổ chức sản xuất theo hợp đồng.', 'Các hợp tác xã nông nghiệp'],
  ['Cấp ủy, chính quyền các địa phương chủ động tuyên truyền.', 'Cấp ủy, chính quyền các địa phương'],
  ['Các cơ quan tham mưu, giúp việc Tỉnh ủy phối hợp kiểm tra.', 'Các cơ quan tham mưu, giúp việc Tỉnh ủy'],
  ['Giao Tổ thẩm định cấp huyện chấm điểm các xã.', 'Tổ thẩm định cấp huyện'],
  ['Bí thư chi bộ, trưởng thôn vận động nhân dân.', 'Bí thư chi bộ, trưởng thôn'],
  ['Trung tâm Giám sát thông minh (IOC) tỉnh kết nối camera.', 'Trung tâm Giám sát thông minh (IOC) tỉnh'],
  ['Các hộ sản xuất, kinh doanh tự trang bị bình chữa cháy.', 'Các hộ sản xuất, kinh doanh'],
  ['Trưởng các phòng, ban chuyên môn tổ chức thực hiện.', 'Trưởng các phòng, ban chuyên môn'],
  ['Đồng chí Phó Chủ tịch UBND huyện trực tiếp chỉ đạo.', 'Phó Chủ tịch UBND huyện'],
  ['Hiệu trưởng các trường Mầm non, THCS tổ chức ký cam kết.', 'Hiệu trưởng các trường Mầm non, THCS'],
  ['Công chức Tài chính - Kế toán tham mưu kinh phí.', 'Công chức Tài chính - Kế toán'],
  ['UBND các xã vùng cao tổ chức tiêm phòng.', 'UBND các xã vùng cao'],
  ['Các chủ hộ chấp hành lịch tiêm phòng.', 'Các chủ hộ'],
  [
    'Các thành viên Tổ công tác theo lĩnh vực được phân công tại Quyết định số 15/QĐ-UBND trực tiếp kiểm tra.',
    'Các thành viên Tổ công tác',
  ],
  [
    'Hội Nông dân tỉnh và các đoàn thể chính trị - xã hội tham gia giám sát.',
    'Hội Nông dân tỉnh và các đoàn thể chính trị - xã hội',
  ],
])('a body that is charged has its whole name: %s', (sentence, name) => {
  const agencies = organised(`1. Sở Y tế chủ trì, phối hợp với Sở Tài chính mua sắm.\n2. ${sentence}`);
  expect(agencies.map((agency) => agency.name)).toEqual(['Sở Y tế', name]);
});

describe('role and partners of a task', () => {
  test.each<[string, 'lead' | 'partner' | null, string[]]>([
    ['Chủ trì, phối hợp với Sở Tài chính tập huấn cho trạm y tế.', 'lead', ['Sở Tài chính']],
    ['Chủ trì tập huấn cho trạm y tế.', 'lead', []],
    ['Phối hợp với Sở Nội vụ và Sở Tài chính tập huấn.', 'partner', ['Sở Nội vụ', 'Sở Tài chính']],
    [
      'Chủ trì, phối hợp chặt chẽ với Sở Nội vụ, Công an tỉnh và các cơ quan liên quan rà soát.',
      'lead',
      ['Sở Nội vụ', 'Công an tỉnh', 'các cơ quan liên quan'],
    ],
    ['Phối hợp Sở Nội vụ tập huấn.', 'partner', ['Sở Nội vụ']],
    ['Phối hợp với các thôn, buôn, làng tuyên truyền.', 'partner', ['các thôn, buôn, làng']],
    ['Phối hợp với Ban Quản lý các thôn, bản vận động.', 'partner', ['Ban Quản lý các thôn, bản']],
    [
      'Phối hợp Phòng giao dịch Ngân hàng Chính sách xã hội Cư M’gar rà soát.',
      'partner',
      ['Phòng giao dịch Ngân hàng Chính sách xã hội Cư M’gar'],
    ],
    [
      'Phối hợp với Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh, Agribank Bắc Ninh, Quỹ Hỗ trợ phát triển hợp tác xã cho vay vốn.',
      'partner',
      [
        'Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh',
        'Agribank Bắc Ninh',
        'Quỹ Hỗ trợ phát triển hợp tác xã',
      ],
    ],
    [
      'Phối hợp với Liên đoàn Thương mại và Công nghiệp Việt Nam - Chi nhánh Đồng bằng sông Cửu Long, Hiệp hội Doanh nghiệp thành phố khảo sát.',
      'partner',
      [
        'Liên đoàn Thương mại và Công nghiệp Việt Nam - Chi nhánh Đồng bằng sông Cửu Long',
        'Hiệp hội Doanh nghiệp thành phố',
      ],
    ],
    [
      'Phối hợp với Công an tỉnh, Sở Văn hóa, Thể thao, Du lịch và Thông tin kiểm tra.',
      'partner',
      ['Công an tỉnh', 'Sở Văn hóa, Thể thao, Du lịch và Thông tin'],
    ],
    [
      'Phối hợp với Bệnh viện ĐK Quản Bạ, Trường THPT Quyết Tiến tập huấn.',
      'partner',
      ['Bệnh viện ĐK Quản Bạ', 'Trường THPT Quyết Tiến'],
    ],
    ['Phối hợp với Vườn quốc gia Bidoup - Núi Bà khảo sát.', 'partner', ['Vườn quốc gia Bidoup - Núi Bà']],
    [
      'Phối hợp với Trại giam Bộ Công an, Ban công tác Mặt trận thôn vận động.',
      'partner',
      ['Trại giam Bộ Công an', 'Ban công tác Mặt trận thôn'],
    ],
    ['Phối hợp với cơ quan điều tra xử lý vi phạm.', 'partner', ['cơ quan điều tra']],
    [
      'Phối hợp với các doanh nghiệp chế biến chè và Hội Nông dân tỉnh tập huấn.',
      'partner',
      ['các doanh nghiệp chế biến chè', 'Hội Nông dân tỉnh'],
    ],
    ['Phối hợp với các đơn vị khai thác dữ liệu, Sở Nội vụ rà soát.', 'partner', ['các đơn vị']],
    [
      'Phối hợp với ngành Thú y, các siêu thị và các sàn giao dịch rà soát.',
      'partner',
      ['ngành Thú y', 'các siêu thị', 'các sàn giao dịch'],
    ],
    [
      'Phối hợp với Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh vận động Quỹ.',
      'partner',
      ['Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh'],
    ],
    ['Phối hợp với Mặt trận, các hội, đoàn thể vận động Quỹ.', 'partner', ['Mặt trận', 'các hội, đoàn thể']],
    ['Phối hợp với các hạt kiểm lâm, chủ rừng rà soát.', 'partner', ['các hạt kiểm lâm', 'chủ rừng']],
    [
      'Phối hợp với Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh tổ chức hội chợ.',
      'partner',
      ['Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh'],
    ],
    [
      'Phối hợp với Công ty TNHH MTV Quản lý khai thác công trình thủy lợi, các hợp tác xã rà soát.',
      'partner',
      ['Công ty TNHH MTV Quản lý khai thác công trình thủy lợi', 'các hợp tác xã'],
    ],
    [
      'Phối hợp với Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp, Công an tỉnh rà soát.',
      'partner',
      ['Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp', 'Công an tỉnh'],
    ],
    ['Tham mưu, phối hợp với các sở, ban, ngành tổng hợp.', null, ['các sở, ban, ngành']],
    [
      'Chủ trì, phối hợp với Trung tâm Xúc tiến Du lịch tỉnh, Hiệp hội Du lịch tỉnh tham mưu Giám đốc Sở.',
      'lead',
      ['Trung tâm Xúc tiến Du lịch tỉnh', 'Hiệp hội Du lịch tỉnh'],
    ],
    ['Phối hợp với Phòng Quản lý Du lịch đưa di tích vào tour.', 'partner', ['Phòng Quản lý Du lịch']],
    ['Phối hợp với Đà Lạt tổ chức lễ hội.', 'partner', []],
    ['Phối hợp với Trạm Khuyến nông khu vực chọn giống.', 'partner', ['Trạm Khuyến nông khu vực']],
    [
      'Phối hợp với Trạm Chăn nuôi và Thú y, UBND các xã lấy mẫu giám sát.',
      'partner',
      ['Trạm Chăn nuôi và Thú y', 'UBND các xã'],
    ],
    [
      'Phối hợp với Thuế cơ sở 8 tỉnh Hưng Yên, Công an phường rà soát.',
      'partner',
      ['Thuế cơ sở 8 tỉnh Hưng Yên', 'Công an phường'],
    ],
    [
      'Phối hợp với Hạt Kiểm lâm huyện đấu tranh với các đối tượng phá rừng.',
      'partner',
      ['Hạt Kiểm lâm huyện'],
    ],
    ['Phối hợp với Bệnh viện Sản Nhi tỉnh thực hiện xét nghiệm.', 'partner', ['Bệnh viện Sản Nhi tỉnh']],
    [
      'Phối hợp với Sở Công Thương và các doanh nghiệp logistics triển khai.',
      'partner',
      ['Sở Công Thương', 'các doanh nghiệp logistics'],
    ],
    [
      'Phối hợp chặt chẽ với các cơ quan quản lý NTTS trong quan trắc.',
      'partner',
      ['các cơ quan quản lý NTTS'],
    ],
    [
      'Phối hợp với các cơ sở sản xuất, kinh doanh thực phẩm, các hiệp hội ngành hàng tổ chức hội chợ.',
      'partner',
      ['các cơ sở sản xuất, kinh doanh thực phẩm', 'các hiệp hội ngành hàng'],
    ],
    ['Phối hợp với các đơn vị xây dựng kế hoạch, báo cáo kết quả.', 'partner', ['các đơn vị']],
    ['Phối hợp với các đơn vị liên quan thanh tra, kiểm tra.', 'partner', ['các đơn vị liên quan']],
    [
      'Phối hợp các sở, ngành, trường đại học, cao đẳng xây dựng chương trình.',
      'partner',
      ['các sở, ngành, trường đại học, cao đẳng'],
    ],
    [
      'Phối hợp với các sở, ngành liên quan, cấp ủy đảng rà soát.',
      'partner',
      ['các sở, ngành liên quan', 'cấp ủy đảng'],
    ],
    [
      'Phối hợp với Sở Xây dựng, Công an tỉnh, Quỹ Hỗ trợ phát triển hợp tác xã tỉnh rà soát.',
      'partner',
      ['Sở Xây dựng', 'Công an tỉnh', 'Quỹ Hỗ trợ phát triển hợp tác xã tỉnh'],
    ],
    [
      'Phối hợp với Viễn thông Thái Nguyên, Vườn quốc gia Cúc Phương lắp đặt.',
      'partner',
      ['Viễn thông Thái Nguyên', 'Vườn quốc gia Cúc Phương'],
    ],
    [
      'Phối hợp với UBND các xã Tam Đại, Tam Lãnh, Sở Xây dựng và Đội Quản lý trật tự đô thị giải tỏa.',
      'partner',
      ['UBND các xã Tam Đại, Tam Lãnh', 'Sở Xây dựng', 'Đội Quản lý trật tự đô thị'],
    ],
    [
      'Phối hợp với Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên thành phố, UBND các xã rà soát.',
      'partner',
      ['Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên thành phố', 'UBND các xã'],
    ],
    [
      'Các cơ sở y tế phối hợp với đầu mối các bộ, ngành, các trường đại học, cao đẳng xây dựng chương trình.',
      null,
      ['đầu mối các bộ, ngành', 'các trường đại học, cao đẳng'],
    ],
    ['Phối hợp với Phòng Bảo trợ xã hội nắm tâm tư người bệnh.', 'partner', ['Phòng Bảo trợ xã hội']],
    [
      'Phối hợp với các doanh nghiệp trong khu công nghiệp tạo điều kiện cho công nhân.',
      'partner',
      ['các doanh nghiệp trong khu công nghiệp'],
    ],
    [
      'Phối hợp cùng Cảnh sát khu vực, lực lượng bảo vệ dân phố và Ban Quản trị các tòa nhà chung cư rà soát.',
      'partner',
      ['Cảnh sát khu vực', 'lực lượng bảo vệ dân phố', 'Ban Quản trị các tòa nhà chung cư'],
    ],
    ['Phối hợp Tỉnh đoàn, Viện, Trường xây dựng chương trình.', 'partner', ['Tỉnh đoàn', 'Viện, Trường']],
    [
      'Phối hợp với Chi cục Thuế khu vực Quảng Trạch - Ba Đồn luân chuyển thông tin.',
      'partner',
      ['Chi cục Thuế khu vực Quảng Trạch - Ba Đồn'],
    ],
    [
      'Phối hợp với VNPT Lộc Hà, các ngành thành viên Ban Chỉ đạo, các chi hội, đoàn thể ở thôn, bản mở lớp.',
      'partner',
      ['VNPT Lộc Hà', 'các ngành thành viên Ban Chỉ đạo', 'các chi hội, đoàn thể ở thôn, bản'],
    ],
    [
      'Phối hợp với các trường phổ thông dân tộc nội trú, Chi hội Phụ nữ tư vấn hướng nghiệp.',
      'partner',
      ['các trường phổ thông dân tộc nội trú', 'Chi hội Phụ nữ'],
    ],
    [
      'Phối hợp với Hiệp hội Thủy sản tỉnh (HASEP), các đơn vị trúng thầu, Dân quân tự vệ, đoàn thanh niên tuần tra.',
      'partner',
      ['Hiệp hội Thủy sản tỉnh (HASEP)', 'các đơn vị trúng thầu', 'Dân quân tự vệ', 'đoàn thanh niên'],
    ],
    [
      'Phối hợp với Ban điều hành các khu phố, ấp, các xã, thị trấn rà soát.',
      'partner',
      ['Ban điều hành các khu phố, ấp', 'các xã, thị trấn'],
    ],
    ['Phối hợp với các đơn vị tư vấn lập quy hoạch.', 'partner', ['các đơn vị tư vấn']],
    [
      'Phối hợp với các địa phương miền núi và các đơn vị đóng quân trên địa bàn diễn tập.',
      'partner',
      ['các địa phương miền núi', 'các đơn vị đóng quân trên địa bàn'],
    ],
    ['Phối hợp với cơ quan Thuế, cơ quan Công an truy thu.', 'partner', ['cơ quan Thuế', 'cơ quan Công an']],
    [
      'Chủ trì, phối hợp với UBND thị xã Vĩnh Châu, huyện Trần Đề, huyện Cù Lao Dung tuần tra.',
      'lead',
      ['UBND thị xã Vĩnh Châu, huyện Trần Đề, huyện Cù Lao Dung'],
    ],
    [
      'Phối hợp với Viện Nghiên cứu phát triển tỉnh, các đơn vị liên quan khảo sát.',
      'partner',
      ['Viện Nghiên cứu phát triển tỉnh', 'các đơn vị liên quan'],
    ],
    [
      'Phối hợp với Công ty Cổ phần Môi trường và Phát triển đô thị Quảng Bình, UBND các xã thu gom rác thải.',
      'partner',
      ['Công ty Cổ phần Môi trường và Phát triển đô thị Quảng Bình', 'UBND các xã'],
    ],
    ['Phối hợp với các cấp, các ngành tuyên truyền chính sách.', 'partner', ['các cấp, các ngành']],
    [
      'Phối hợp với Cảnh sát môi trường, cảnh sát khu vực tuần tra.',
      'partner',
      ['Cảnh sát môi trường', 'cảnh sát khu vực'],
    ],
    ['Tập huấn cho trạm y tế.', null, []],
    ['Hướng dẫn các xã phối hợp thực hiện.', null, []],
    [
      'Phối hợp với Lữ đoàn 601, Hội Y học tỉnh và Bảo tàng tỉnh làm việc với nhà đầu tư.',
      'partner',
      ['Lữ đoàn 601', 'Hội Y học tỉnh', 'Bảo tàng tỉnh'],
    ],
    [
      'Chủ trì, phối hợp với các đơn vị sự nghiệp trực thuộc UBND tỉnh rà soát hồ sơ.',
      'lead',
      ['các đơn vị sự nghiệp trực thuộc UBND tỉnh'],
    ],
    [
      'Phối hợp với các Sở: Tài chính, Tư pháp, Xây dựng và UBND các xã rà soát biên chế.',
      'partner',
      ['các Sở: Tài chính, Tư pháp, Xây dựng', 'UBND các xã'],
    ],
    [
      'Phối hợp với các tỉnh Lạng Sơn, Thái Nguyên và Sở Y tế tuần tra.',
      'partner',
      ['các tỉnh Lạng Sơn, Thái Nguyên', 'Sở Y tế'],
    ],
    [
      'Phối hợp với đơn vị tư vấn giám sát, người có uy tín đẩy nhanh tiến độ.',
      'partner',
      ['đơn vị tư vấn giám sát', 'người có uy tín'],
    ],
    ['Phối hợp với các chi hội, tổ hội giải quyết việc làm.', 'partner', ['các chi hội, tổ hội']],
  ])('%s', (task, role, partners) => {
    expect(organised(`1. Sở Y tế\n- ${task}`)[0]?.tasks).toMatchObject([{ role, partners }]);
  });
});

test.each([
  [
    '1. Các trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên phối hợp với Sở Y tế mở lớp.',
    'Các trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên',
  ],
  ['1. Trưởng các thôn phổ biến Kế hoạch đến từng hộ dân.', 'Trưởng các thôn'],
])('a general noun that a sentence charges: %s', (sentence, name) => {
  expect(organised(sentence).map((agency) => agency.name)).toEqual([name]);
});

test('a task points to the deadlines within it', () => {
  const { agencies, deadlines } = factsOf({
    body: `I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Tập huấn xong trước ngày 30/6/2024.
- Ghi sổ khám.
- Hằng quý, báo cáo kết quả; tổng kết trước ngày 15/12/2024.`,
  });
  expect(agencies[0]?.tasks.map((task) => task.deadlines.map((index) => deadlines[index]?.text))).toEqual([
    ['trước ngày 30/6/2024'],
    [],
    ['Hằng quý', 'trước ngày 15/12/2024'],
  ]);
});

test('items behind "+" are parts of the task whose colon leads on to them', () => {
  const agencies = organised(
    '1. Sở Y tế\nChủ trì, phối hợp với Công an tỉnh:\n+ Rà soát danh mục;\n+ Báo cáo kết quả.\nTheo dõi các trạm y tế.\n2. Công an tỉnh: Triển khai các nội dung sau:\n- Tuần tra địa bàn.',
  );
  expect(agencies.map(({ name, tasks }) => [name, tasks.map(({ text, role }) => [text, role])])).toEqual([
    [
      'Sở Y tế',
      [
        ['Chủ trì, phối hợp với Công an tỉnh: Rà soát danh mục; Báo cáo kết quả', 'lead'],
        ['Theo dõi các trạm y tế', null],
      ],
    ],
    ['Công an tỉnh', [['Tuần tra địa bàn', null]]],
  ]);
});

test.each([
  ['• Hội Làm vườn tỉnh:', 'Hội Làm vườn tỉnh'],
  ['2. Hội Làm vườn tỉnh thực hiện các nhiệm vụ sau:', 'Hội Làm vườn tỉnh'],
  ['2. Hội Làm vườn tỉnh chủ trì:', 'Hội Làm vườn tỉnh'],
  ['2. Lãnh đạo Hội Làm vườn tỉnh:', 'Lãnh đạo Hội Làm vườn tỉnh'],
])('a body over its tasks: %s', (heading, name) => {
  const first = heading.startsWith('•') ? '• Sở Y tế:' : '1. Sở Y tế';
  const agencies = organised(`${first}\n- Tổ chức khám.\n${heading}\n- Mở lớp.\n- Vận động hội viên.`);
  expect(agencies.map((agency) => [agency.name, agency.tasks.length])).toEqual([
    ['Sở Y tế', 1],
    [name, 2],
  ]);
});
