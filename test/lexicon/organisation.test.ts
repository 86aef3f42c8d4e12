import { describe, expect, test } from 'vitest';
import { organisationLexicon } from '../../src/lexicon/organisation.ts';

describe('headings of the part on organisation', () => {
  test.each([
    ['TỔ CHỨC THỰC HIỆN', true],
    ['PHÂN CÔNG NHIỆM VỤ', true],
    ['Trách nhiệm của các sở, ngành', true],
    ['MỤC ĐÍCH, YÊU CẦU', false],
    ['Nhiệm vụ trọng tâm', false],
  ])('%s', (heading, expected) => {
    expect(organisationLexicon().isOrganisation(heading)).toBe(expected);
  });

  test.each([
    ['Hội Chữ thập đỏ tỉnh', true],
    ['Các doanh nghiệp trên địa bàn', true],
    ['Đài truyền thanh xã', true],
    ['Báo cáo tháng', false],
    ['Ban hành văn bản hướng dẫn', false],
    ['Liên kết, hợp tác', false],
    ['Các nhiệm vụ trọng tâm', false],
    ['Nguồn vốn', false],
  ])('%s begins as a body: %s', (heading, expected) => {
    expect(organisationLexicon().beginsAsBody(heading)).toBe(expected);
  });

  test.each([
    ['Đề nghị Hội Nông dân tỉnh', 8],
    ['Đề nghị: Hội Nông dân tỉnh', 9],
    ['Giao Sở Y tế', 5],
    ['Sở Y tế', 0],
  ])('%s asks by %i characters', (heading, length) => {
    expect(organisationLexicon().openerLength(heading)).toBe(length);
  });

  test.each([
    ['các cơ quan, ban, ngành, đoàn thể tỉnh tổ chức', 'các cơ quan, ban, ngành, đoàn thể tỉnh'],
    ['cơ quan thuế rà soát', 'cơ quan thuế'],
    ['chính quyền địa phương vận động', 'chính quyền địa phương'],
    ['tổ chức kiểm tra', ''],
    ['tuyên truyền', ''],
  ])('%s begins with the body %s', (text, body) => {
    expect(text.slice(0, organisationLexicon().bodyLength(text))).toBe(body);
  });

  test.each([
    ['Thư viện tỉnh cấp phát sách', 'Thư viện tỉnh'],
    ['Hội Y học tỉnh khám bệnh', 'Hội Y học tỉnh'],
    ['Trung tâm GDNN-GDTX huyện mở lớp', 'Trung tâm GDNN-GDTX huyện'],
    ['Lữ đoàn 601 thí điểm', 'Lữ đoàn 601'],
    ['Đội Quản lý thị trường số 3 tuần tra', 'Đội Quản lý thị trường số 3'],
    ['Tập đoàn FPT xây dựng', 'Tập đoàn FPT'],
    ['Phòng Cảnh sát PCCC và CNCH Công an tỉnh kiểm tra', 'Phòng Cảnh sát PCCC và CNCH Công an tỉnh'],
    ['Hạt Kiểm lâm liên huyện Sơn Động - Lục Ngạn', 'Hạt Kiểm lâm liên huyện Sơn Động - Lục Ngạn'],
    ['Cảng vụ Đường thủy nội địa khu vực III phối hợp', 'Cảng vụ Đường thủy nội địa khu vực III'],
    ['Chi cục Phòng, chống tệ nạn xã hội', 'Chi cục Phòng, chống tệ nạn xã hội'],
    ['bảo tàng', ''],
    ['Thư viện hóa', 'Thư viện'],
    ['Sở Y tế', ''],
  ])('%s begins with the name %s', (text, body) => {
    expect(text.slice(0, organisationLexicon().namedBodyLength(text))).toBe(body);
  });
});
