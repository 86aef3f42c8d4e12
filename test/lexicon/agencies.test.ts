import { describe, expect, test } from 'vitest';
import { agencyData } from '../../src/lexicon/agencies.ts';
import { AgencyReader, agencyId, findAgencies } from '../../src/lexicon/agency-mentions.ts';

const { agencies } = agencyData();

describe('every name', () => {
  const names = agencies.flatMap(({ id, name, variations, byLevel }) =>
    byLevel === undefined ? [name, ...variations].map((text): [string, string] => [text, id]) : [],
  );
  test.each(names)('%s is %s', (text, id) => {
    expect(agencyId(text)).toBe(id);
  });
});

describe('every example', () => {
  const examples = agencies.flatMap(({ id, examples: texts }) =>
    texts.map((text): [string, string] => [text, id]),
  );
  test.each(examples)('%s names %s', (text, id) => {
    expect(findAgencies(text).map((mention) => mention.id)).toContain(id);
  });
});

describe('every counter-example', () => {
  const counters = agencies.flatMap(({ id, counterExamples }) =>
    counterExamples.map((text): [string, string] => [text, id]),
  );
  test.each(counters)('%s does not name %s', (text, id) => {
    expect(findAgencies(text).map((mention) => mention.id)).not.toContain(id);
  });
});

test('asked for one place, the same body is found as by reading everything', () => {
  const texts = agencies.flatMap(({ examples, counterExamples, name, variations }) => [
    ...examples,
    ...counterExamples,
    [name, ...variations].join(', các '),
  ]);
  for (let i = 0; i < texts.length; i += 3) {
    const text = texts.slice(i, i + 4).join(i % 2 === 0 ? ' và ' : '; ');
    const all = findAgencies(text);
    const reader = new AgencyReader(text);
    expect([...text].flatMap((_, at) => reader.at(at) ?? [])).toEqual(all);
    expect(all.map(({ start }) => new AgencyReader(text).at(start))).toEqual(all);
  }
});

test('ids are unique and successors exist', () => {
  const ids = new Set(agencies.map(({ id }) => id));
  expect(ids.size).toBe(agencies.length);
  for (const { successors, byLevel } of agencies) {
    for (const id of [...successors, ...Object.values(byLevel ?? {})]) expect(ids).toContain(id);
  }
});

test('no name belongs to two bodies', () => {
  const owner = new Map<string, string>();
  for (const { id, name, variations } of agencies) {
    for (const text of [name, ...variations]) {
      const known = owner.get(text.toLowerCase());
      expect(known === undefined || known === id ? null : `${text}: ${known}, ${id}`).toBeNull();
      owner.set(text.toLowerCase(), id);
    }
  }
});

describe('headings', () => {
  test.each([
    ['Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố và các tổ chức thành viên', 'mat-tran-to-quoc'],
    ['UBND các xã, phường', 'ubnd-cap-xa'],
    ['UBND phường, xã', 'ubnd-cap-xa'],
    ['Ủy ban nhân dân các huyện, thành phố', 'ubnd-cap-huyen'],
    ['UBND cấp xã', 'ubnd-cap-xa'],
    ['UBND các thành phố, thị xã, huyện', 'ubnd-cap-huyen'],
    ['UBND tỉnh', 'ubnd-cap-tinh'],
    ['UBND Thành phố', 'ubnd'],
    ['Thuế', 'thue'],
    ['Thuế thành phố:', 'thue'],
    ['BẢO HIỂM XÃ HỘI TỈNH', 'bao-hiem-xa-hoi'],
    ['BHXH', 'bao-hiem-xa-hoi'],
    ['Thanh tra Thành phố', 'thanh-tra'],
    ['Sở Lao động, Thương binh và Xã hội', 'so-lao-dong-thuong-binh-va-xa-hoi'],
    ['Giám đốc, Thủ trưởng các Sở, Ban, ngành, Chủ tịch UBND các quận', 'so-ban-nganh'],
    ['Thành viên Ban Chỉ đạo và Thủ trưởng các cơ quan, đơn vị có liên quan', 'ban-chi-dao'],
    ['Các trường: Đại học An Bình, Cao đẳng Nghề', 'truong-dai-hoc'],
    ['Các cơ quan, tổ chức, doanh nghiệp trên địa bàn tỉnh', 'doanh-nghiep'],
    ['Báo và Phát thanh, truyền hình Cần Thơ', 'bao-va-dai'],
    ['So Noi vu', 'so-noi-vu'],
    ['Tuyên truyền, phổ biến pháp luật', null],
    ['Mục đích', null],
    ['Công an tỉnh, Đội Quản lý thị trường số 3', null],
    ['Hải quan khu vực V', 'hai-quan'],
  ])('%s is %s', (heading, id) => {
    expect(agencyId(heading)).toBe(id);
  });
});

describe('mentions', () => {
  function found(text: string): string[] {
    return findAgencies(text).map(({ start, end }) => text.slice(start, end));
  }
  test.each([
    [
      'Chủ trì, phối hợp với Sở Nội vụ, BHXH thành phố và các đơn vị liên quan',
      ['Sở Nội vụ', 'BHXH thành phố', 'các đơn vị liên quan'],
    ],
    [
      'phối hợp với Công an tỉnh, Ủy ban nhân dân các huyện, thành phố rà soát',
      ['Công an tỉnh', 'Ủy ban nhân dân các huyện, thành phố'],
    ],
    ['các sở, ngành liên quan; UBND phường, xã', ['các sở, ngành liên quan', 'UBND phường, xã']],
    ['Thuế thành phố cung cấp thông tin thuế', ['Thuế thành phố']],
    ['Sở Tài chính, Thuế rà soát danh sách', ['Sở Tài chính', 'Thuế']],
    ['Công an tỉnh Đồng Tháp chủ trì', ['Công an tỉnh Đồng Tháp']],
    ['Sở Y tế thành phố Chủ trì tham mưu', ['Sở Y tế thành phố']],
    [
      'Ủy ban nhân dân các xã, phường và đặc khu Phú Quý triển khai',
      ['Ủy ban nhân dân các xã, phường và đặc khu Phú Quý'],
    ],
    ['UBND phường An Khánh, UBND xã Long Đức', ['UBND phường An Khánh', 'UBND xã Long Đức']],
    ['người tham gia bảo hiểm xã hội tự nguyện', []],
    ['các cơ sở y tế tư nhân và cán bộ y tế', ['các cơ sở y tế']],
    ['Công an tỉnh, xã hội hóa nguồn lực', ['Công an tỉnh']],
    ['Kế hoạch số 60/KH-UBND của UBND tỉnh', ['UBND tỉnh']],
    [
      'Giám đốc Sở Y tế, Thủ trưởng các sở, ban, ngành, đơn vị',
      ['Giám đốc Sở Y tế', 'Thủ trưởng các sở, ban, ngành, đơn vị'],
    ],
    [
      'các sở, ban, ngành, địa phương và các cơ quan, đơn vị liên quan',
      ['các sở, ban, ngành, địa phương', 'các cơ quan, đơn vị liên quan'],
    ],
    ['các đơn vị tổ chức thực hiện; ban hành kế hoạch; phòng, chống dịch', ['các đơn vị']],
    ['các doanh nghiệp đầu ngành, doanh nghiệp nền tảng', ['các doanh nghiệp', 'doanh nghiệp']],
    ['UBND các huyện, thành, thị', ['UBND các huyện, thành, thị']],
    ['UBND huyện, thành lập tổ công tác', ['UBND huyện', 'tổ công tác']],
    ['các cơ quan Bảo hiểm xã hội', ['các cơ quan Bảo hiểm xã hội']],
    ['phối hợp với Sở Chưa Từng Có', []],
    ['Phoi hop voi So Noi vu, Cong an thanh pho', ['So Noi vu', 'Cong an thanh pho']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });
});
