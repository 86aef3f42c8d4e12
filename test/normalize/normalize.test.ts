import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import type { ReadDocument, ReadLine, ReadPage } from '../../src/plan/document.ts';
import type { SourceText, Span } from '../../src/plan/source-text.ts';

const page = (number: number, lines: ReadLine[]): ReadPage => ({
  page: number,
  origin: 'ocr',
  confidence: 0.9,
  lines,
});
const documentOf = (pages: ReadLine[][], mediaType = 'text/plain'): ReadDocument => ({
  mediaType,
  pages: pages.map((lines, index) => page(index + 1, lines)),
});

/** A line whose words have boxes; a word's box tells which word it is. */
function boxed(text: string, row: number): ReadLine {
  const words = [...text.matchAll(/\S+/g)].map((match, column) => ({
    start: match.index,
    end: match.index + match[0].length,
    confidence: 0.8,
    box: [column, row, 1, 1] satisfies [number, number, number, number],
  }));
  return { text, words };
}

const FRAGMENTS = [
  'ỦY BAN NHÂN DÂN',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: 15/KH-BCD',
  'Nà Hin, ngày 05 tháng 5 năm 2024',
  'KẾ HOẠCH',
  'Il. MỤC TIÊU',
  'a) Trồng rừng;',
  'd) Chăm sóc rừng;',
  'cho các hộ nghèo ở vùng cao',
  'và số 31/KH-',
  'UBND của huyện.',
  'Phần đầu đạt 95% số hộ.',
  'Can cu Luat Dat dai va cac van ban huong dan thi hanh',
  '1',
  '2',
  '-----',
  '',
  '   ',
  '+ báo cáo  kết quả;',
  'Nơi nhận: TM. ỦY BAN NHÂN DÂN',
  '- Lưu: VT. KT. CHỦ TỊCH',
  'đ\u0065\u0302\u0301n\u00a0hết\u200bnăm',
];
const word = fc.oneof(
  fc.constantFrom('Hộ', 'nghèo,', '12,5%', 'BCD', 'đ)', '—', 'NĐ-', '\u{1f33e}'),
  fc.string(),
);
const text = fc.oneof(
  fc.constantFrom(...FRAGMENTS),
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
);
const style = fc.record(
  { bold: fc.boolean(), heading: fc.integer({ min: 1, max: 6 }), closed: fc.boolean() },
  { requiredKeys: [] },
);
const line: fc.Arbitrary<ReadLine> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ text, style }, { requiredKeys: ['text'] }) },
  {
    weight: 1,
    arbitrary: fc
      .array(text, { minLength: 1, maxLength: 4 })
      .map((cells) => ({ text: cells.join('\t'), cells })),
  },
);
const anyDocument = fc
  .record({
    pages: fc.array(fc.array(line, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
    mediaType: fc.constantFrom('text/plain', 'text/markdown'),
  })
  .map(({ pages, mediaType }) => documentOf(pages, mediaType));

function expectOrdered(spans: readonly Span[], within: Span): void {
  let at = within.start;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThanOrEqual(start);
    at = end;
  }
  expect(at).toBeLessThanOrEqual(within.end);
}

function expectSound({ text: whole, blocks, pages, repairs, words }: SourceText): void {
  const all = { start: 0, end: whole.length };
  expect(blocks.map(({ start, end }) => whole.slice(start, end)).join('\n')).toBe(whole);
  for (const block of blocks) {
    expect(whole.slice(block.start, block.end)).not.toContain('\n');
    if (block.cells === undefined) continue;
    expectOrdered(block.cells, block);
    expect(block.cells.map(({ start, end }) => whole.slice(start, end)).join('\t')).toBe(
      whole.slice(block.start, block.end),
    );
  }
  expectOrdered(repairs, all);
  expectOrdered(words, all);
  expectOrdered(pages, all);
  expect(whole.length === 0 || pages.some(({ start, end }) => start === 0 && end > 0)).toBe(true);
  expect(pages.at(-1)?.end).toBe(whole.length);
  expect(pages.slice(1).every(({ start }, index) => start === pages[index]?.end)).toBe(true);
}

describe('whatever the lines are', () => {
  test('blocks are the lines of the text, pages cover it, repairs lie in it, all in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => expectSound(normalizeDocument(document))),
      { numRuns: 150 },
    );
  });

  test('normalising twice gives the same', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(normalizeDocument(document)).toEqual(normalizeDocument(document));
      }),
      { numRuns: 30 },
    );
  });
});

describe('words with boxes', () => {
  const lines = [
    'ỦY BAN NHÂN DÂN XÃ NÀ HIN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 15/KH-UBND Nà Hin, ngày 05 tháng 5 năm 2024',
    'KẾ HOẠCH',
    'Căn cứ Nghị quyết số 19-NQ/TW ngày 25 tháng 10 năm 2017 về đổi mới hệ thống tổ chức và Kế hoạch số 31/KH-',
    'UBND của Ủy ban nhân dân tỉnh về sắp xếp lại các đơn vị sự nghiệp công lập trên địa bàn,',
    'BCD xã triển khai.',
  ];
  const source = normalizeDocument(documentOf([lines.map((words, row) => boxed(words, row))]));
  const at = new Map(
    source.words.map(({ start, end, box }) => [`${box[1]}/${box[0]}`, source.text.slice(start, end)]),
  );

  test('each word keeps its place through joining, parting and repairing', () => {
    const read = lines.flatMap((words, row) =>
      words
        .split(' ')
        .map((word, column): [string, string] => [`${row}/${column}`, word === 'BCD' ? 'BCĐ' : word]),
    );
    expect([...at]).toEqual(read);
    expectSound(source);
  });

  test('a repaired word says what was read', () => {
    expect(
      source.repairs.map(({ start, end, original }) => [source.text.slice(start, end), original]),
    ).toEqual([['BCĐ', 'BCD']]);
  });

  test('the words of a table row keep their places', () => {
    const row = { ...boxed('Nà Hin\t320', 0), cells: ['Nà Hin', '320'] };
    const { text: whole, words } = normalizeDocument(documentOf([[row, { ...row }]]));
    expect(words.map(({ start, end }) => whole.slice(start, end))).toEqual([
      'Nà',
      'Hin',
      '320',
      'Nà',
      'Hin',
      '320',
    ]);
  });
});

describe('pages', () => {
  test('a paragraph that runs over a page end lies on the page it begins on', () => {
    const {
      text: whole,
      pages,
      blocks,
    } = normalizeDocument(
      documentOf([
        [{ text: 'Trồng rừng phòng hộ ở những nơi đất bị xói lở và ở các xã vùng thấp ven sông,' }],
        [{ text: 'ưu tiên cây bản địa.' }, { text: 'II. CHỈ TIÊU' }],
      ]),
    );
    expect(whole.split('\n')).toHaveLength(2);
    expect(blocks.map(({ page: number }) => number)).toEqual([1, 2]);
    expect(pages.map(({ start, end }) => whole.slice(start, end))).toEqual([
      `${whole.split('\n')[0]}\n`,
      'II. CHỈ TIÊU',
    ]);
  });

  test('a page without text has an empty span', () => {
    const { pages } = normalizeDocument(documentOf([[{ text: 'một' }], [], [{ text: '- hai' }]]));
    expect(pages.map(({ page: number, start, end }) => [number, start, end])).toEqual([
      [1, 0, 4],
      [2, 4, 4],
      [3, 4, 9],
    ]);
  });

  test('a document without words is an empty text', () => {
    const { text: whole, blocks, pages } = normalizeDocument(documentOf([[], [{ text: ' ' }]]));
    expect([whole, blocks, pages.map(({ start, end }) => [start, end])]).toEqual([
      '',
      [],
      [
        [0, 0],
        [0, 0],
      ],
    ]);
  });
});

test('a duty begins a paragraph below a line without a full stop that had room for its words', () => {
  const lines = [
    'Chỉ đạo các cơ quan chức năng thuộc phạm vi quản lý thực hiện nhiệm vụ',
    'tuyên truyền, phổ biến chính sách pháp luật về trẻ em',
    'Xây dựng kế hoạch bảo vệ, chăm sóc trẻ em giai đoạn 2021 - 2025 của địa',
    'phương, phối hợp với cơ quan chuyên môn tổ chức thực hiện các chỉ tiêu đã',
    'được giao.',
  ];
  const { text: whole } = normalizeDocument(documentOf([lines.map((line) => ({ text: line }))]));
  expect(whole.split('\n').map((paragraph) => paragraph.slice(0, 12))).toEqual([
    'Chỉ đạo các ',
    'Xây dựng kế ',
  ]);
});

describe('a line among paragraphs of one line each', () => {
  const others = Array.from(
    { length: 3 },
    (_, at) => `${at + 1}. ${'Bảo vệ và phát triển rừng. '.repeat(8)}`,
  );
  test.each([
    [
      'goes on in small letters',
      'Căn cứ Quyết định số 919/QĐ-TTg',
      'ngày 01 tháng 8 năm 2022 của Chính phủ;',
      true,
    ],
    ['goes on without diacritics', 'Can cu Quyet dinh so 919/QD-TTg', 'ngay 01 thang 8 nam 2022;', true],
    ['goes on in a symbol', 'Can cu Cong van so', '7375/BYT-TCDS ngay 31/12/2020 cua Bo Y te;', true],
    ['goes on in a year', 'Kế hoạch đến năm 2025, tầm nhìn đến năm', '2030 như sau:', true],
    ['goes on behind the colon of its item', '- Đến năm 2030:', 'tỷ lệ che phủ rừng đạt 42%.', true],
    ['goes on in a word', 'Xét đề nghị của Sở Công Thương tại Tờ', 'trình số 375/TTr-SCT;', true],
    ['goes on in a name', 'Căn cứ các Quyết định của Thủ tướng', 'Chính phủ: số 1400/QĐ-TTg;', true],
    ['goes on in a name', 'Thực hiện Công văn số 21 của Bộ', 'Thông tin và Truyền thông;', true],
    ['goes on in a bracket', 'Nghị quyết của Ban Chấp hành Trung ương (khóa', 'XII) về dân số;', true],
    ['goes on in a bracket', 'Ban hành Kế hoạch phát triển (gọi tắt là', 'Kế hoạch 5 năm) như sau', true],
    ['is closed by a short form', '- Bộ Lao động', 'TBXH;', true],
    ['has ended', 'Chủ rừng tổ chức trồng rừng.', 'các hộ chăm sóc rừng.', false],
    ['is followed by a sentence', 'Chủ rừng tổ chức trồng rừng', 'Các hộ chăm sóc rừng', false],
    ['is followed by another body', 'Văn phòng Ủy ban nhân dân tỉnh', 'Sở Tài chính', false],
    ['is a heading with a word that others follow', '3. Tồn tại', 'Chủ rừng chưa trồng rừng', false],
    ['is a heading with a word that others follow', '5. Chuyển đổi số', 'Ứng dụng viễn thám', false],
    ['announces what follows', 'Các đơn vị thực hiện:', 'trồng rừng.', false],
    ['is followed by an item', 'Nội dung (gồm các việc sau', 'a) Trồng rừng', false],
    ['is followed by a heading', 'Ban hành Kế hoạch', 'II. Trồng rừng', false],
    ['is followed by a part', 'TRỒNG RỪNG TỈNH TUYÊN QUANG', 'A. SỰ CẦN THIẾT', false],
    ['is followed by a part', 'Ban hành Kế hoạch về', 'B. MỤC TIÊU', false],
  ])('%s: %s | %s', (_, line, next, joined) => {
    const { text: whole } = normalizeDocument(
      documentOf([[...others, line, next].map((each) => ({ text: each }))]),
    );
    expect(whole.split('\n')).toHaveLength(others.length + (joined ? 1 : 2));
  });
});

test('a name goes on below a short line among lines of one width', () => {
  const lines = [
    'Căn cứ các Quyết định của Thủ tướng',
    'Chính phủ: số 1400/QĐ-TTg ngày 30/9/2008 về dạy và học ngoại ngữ trong hệ',
    'thống giáo dục quốc dân giai đoạn 2008 - 2020 và những năm sau nữa trong cả',
    'nước, số 2080/QĐ-TTg ngày 22/12/2017 về điều chỉnh và bổ sung những việc ấy;',
  ];
  const { text: whole } = normalizeDocument(documentOf([lines.map((line) => ({ text: line }))]));
  expect(whole).toBe(lines.join(' '));
});

test('lost diacritics are put back, and the document says so', () => {
  const source = normalizeDocument(
    documentOf([
      [
        {
          text: 'Uy ban nhan dan huyen ban hanh Ke hoach phat trien nguoi tham gia bao hiem xa hoi nam 2024',
        },
        { text: 'voi cac noi dung nhu sau:' },
      ],
    ]),
  );
  expect(source.diacritics).toBe('restored');
  expect(source.text).toContain('Ủy ban nhân dân huyện');
  expect(source.repairs[0]).toMatchObject({ start: 0, original: 'Uy' });
  expectSound(source);
});
