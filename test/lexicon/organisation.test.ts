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
});
