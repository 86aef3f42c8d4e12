import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import type { ReadLine } from '../../src/plan/document.ts';
import { DocumentFailure } from '../../src/plan/failure.ts';
import { readDocx } from '../../src/read/docx.ts';
import { readDocument } from '../../src/read/read.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

/** A Word file of a body and other parts, without what Word adds to it. */
function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const part = (root: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`);
  return zipSync({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [`word/${name}.xml`, part(name, content)]),
    ),
  });
}

const linesOf = (body: string, parts?: Record<string, string>): ReadLine[] =>
  readDocx('a.docx', docx(body, parts)).pages.flatMap(({ lines }) => lines);
const textsOf = (body: string, parts?: Record<string, string>): string[] =>
  linesOf(body, parts).map(({ text }) => text);

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const item = (text: string, list: number, level = 0): string =>
  p(text === '' ? '' : run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('the words of a paragraph', () => {
  test.each([
    ['runs', run('Kế ') + run('hoạch'), 'Kế hoạch'],
    ['a decomposed letter', run('Kế hoạch'.normalize('NFD')), 'Kế hoạch'.normalize('NFD')],
    [
      'links and fields',
      `<w:hyperlink>${run('Luật')}</w:hyperlink><w:fldSimple>${run(' số 41')}</w:fldSimple>`,
      'Luật số 41',
    ],
    ['a field with its instruction', `<w:r><w:instrText>PAGE</w:instrText></w:r>${run('3')}`, '3'],
    [
      'a hyphen that does not break',
      `${run('58/NQ')}<w:r><w:noBreakHyphen/></w:r>${run('HĐND')}`,
      '58/NQ-HĐND',
    ],
    ['a hyphen that is not seen', `${run('Việt')}<w:r><w:softHyphen/></w:r>${run('Nam')}`, 'ViệtNam'],
    [
      'letters of the font Symbol',
      `${run('tỷ lệ ')}<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run(' 95% \uf0a3 3')}`,
      'tỷ lệ ≥ 95% ≤ 3',
    ],
    [
      'a font from before Unicode',
      run('héi ', '<w:rFonts w:ascii=".VnTime"/>') + run('céng hßa', '<w:rFonts w:ascii=".VnTimeH"/>'),
      'hội CỘNG HÒA',
    ],
    ['Unicode in such a font', run('kế hoạch', '<w:rFonts w:ascii=".VnTime"/>'), 'kế hoạch'],
    ['capitals by style', run('Kế hoạch', '<w:caps/>'), 'KẾ HOẠCH'],
    ['hidden words', run('a') + run('b', '<w:vanish/>') + run('c', '<w:vanish w:val="0"/>'), 'ac'],
    [
      'tracked changes',
      `${run('đạt ')}<w:ins>${run('95')}</w:ins><w:del><w:r><w:delText>90</w:delText></w:r></w:del>${run('%')}`,
      'đạt 95%',
    ],
    ['moved words', `<w:moveFrom>${run('cũ')}</w:moveFrom><w:moveTo>${run('mới')}</w:moveTo>`, 'mới'],
    [
      'one of two versions',
      `<w:r><mc:AlternateContent><mc:Choice><w:t>mới</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      'mới',
    ],
    [
      'a fraction',
      `<m:oMath><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>`,
      '2/3',
    ],
    ['a tab behind a mark', `${run('a)')}<w:r><w:tab/></w:r>${run('Sở Y tế')}`, 'a) Sở Y tế'],
    ['a tab that aligns', `${run('Số')}<w:r><w:tab/></w:r>${run('12')}`, 'Số 12'],
  ])('%s', (_, content, text) => {
    expect(textsOf(p(content))).toEqual([text]);
  });

  test('a line break ends a line', () => {
    expect(textsOf(p(`${run('KẾ HOẠCH')}<w:r><w:br/></w:r>${run('Năm 2026')}`))).toEqual([
      'KẾ HOẠCH',
      'Năm 2026',
    ]);
  });

  test('a paragraph whose end was taken out runs on', () => {
    expect(textsOf(p(run('một '), '<w:rPr><w:del/></w:rPr>') + p(run('hai')))).toEqual(['một hai']);
  });

  test('tabs below each other part columns', () => {
    const row = (a: string, b: string): string => p(`${run(a)}<w:r><w:tab/></w:r>${run(b)}`);
    expect(textsOf(row('UBND TỈNH A', 'CỘNG HÒA') + row('Số: 1/KH-UBND', 'Độc lập'))).toEqual([
      'UBND TỈNH A\tCỘNG HÒA',
      'Số: 1/KH-UBND\tĐộc lập',
    ]);
  });

  test('text boxes and notes stand below their paragraph', () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const box = `<w:r><w:pict><w:txbxContent>${p(run('DỰ THẢO'))}</w:txbxContent></w:pict></w:r>`;
    expect(
      textsOf(p(run('Đạt 95%') + note + box) + p(run('Hết')), {
        footnotes: `<w:footnote w:id="1">${p(run('khác'))}</w:footnote><w:footnote w:id="2">${p(run('Theo Sở Y tế'))}</w:footnote>`,
      }),
    ).toEqual(['Đạt 95%', 'DỰ THẢO', '[1] Theo Sở Y tế', 'Hết']);
  });
});

describe('the style of a line', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:b w:val="false"/></w:rPr></w:style>';
  test.each([
    ['the default', '', run('a'), { italic: true }],
    ['a style and its base', '<w:pStyle w:val="H"/>', run('a'), { bold: true, italic: true, heading: 2 }],
    [
      "letters' own style",
      '<w:pStyle w:val="H"/>',
      run('a', '<w:rStyle w:val="C"/><w:i w:val="0"/>'),
      { heading: 2 },
    ],
    ['most of the letters', '', run('aaa', '<w:b/>') + run('b'), { bold: true, italic: true }],
  ])('%s', (_, properties, content, style) => {
    expect(linesOf(p(content, properties), { styles })[0]?.style).toEqual({ ...style, closed: true });
  });

  test('paragraphs are complete, but for those that a converter made of lines', () => {
    const closed = (body: string): (boolean | undefined)[] => linesOf(body).map(({ style }) => style?.closed);
    expect(closed(p(run('Một câu.')) + p(run('Hai câu.')))).toEqual([true, true]);
    expect(closed(p(run('Một câu bị')) + p(run('ngắt dòng giữa')) + p(run('chừng.')))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, definition: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;

describe('numbers of lists', () => {
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}${level(3, 'decimal', '%1.%2.%4', '<w:isLgl/>')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '-')}${level(1, 'bullet', '\uf0d8')}${level(2, 'bullet', '+')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 'Điều %1.', '<w:pStyle w:val="D"/>')}${level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>')}${level(2, 'none', '')}</w:abstractNum>`,
    list(1, 0),
    list(2, 1),
    list(3, 0),
    list(4, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'),
    list(5, 2),
  ].join('');

  test.each<[string, string[], string[]]>([
    [
      'begin again below a new heading',
      [item('A', 1), item('b', 1, 1), item('c', 1, 1), item('D', 1), item('e', 1, 1)],
      ['I. A', '1. b', '2. c', 'II. D', '1. e'],
    ],
    [
      'go on after other paragraphs',
      [item('a', 1, 2), p(run('xen')), item('b', 1, 2)],
      ['a) a', 'xen', 'b) b'],
    ],
    [
      'take in the levels above',
      [item('A', 1), item('b', 1, 1), item('c', 1, 3)],
      ['I. A', '1. b', '1.1.1 c'],
    ],
    [
      'are dashes for bullets of picture fonts',
      [item('a', 2), item('b', 2, 1), item('c', 2, 2)],
      ['- a', '- b', '+ c'],
    ],
    ['go on in another list of the same definition', [item('a', 1, 1), item('b', 3, 1)], ['1. a', '2. b']],
    [
      'begin again where a list says so',
      [item('a', 1, 1), item('b', 4, 1), item('c', 4, 1)],
      ['1. a', '1. b', '2. c'],
    ],
    [
      'go on where they never start again',
      [item('a', 5), item('b', 5, 1), item('c', 5), item('d', 5, 1)],
      ['Điều 1. a', '1) b', 'Điều 2. c', '2) d'],
    ],
    ['may be none', [item('a', 5, 2), item('b', 9), item('c', 0)], ['a', 'b', 'c']],
    [
      'count empty paragraphs, but do not show them',
      [item('a', 1, 1), item('', 1, 1), item('c', 1, 1)],
      ['1. a', '', '3. c'],
    ],
    [
      'of a style',
      [
        p(run('a'), '<w:pStyle w:val="D"/>'),
        p(run('b'), '<w:pStyle w:val="D"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      ],
      ['Điều 1. a', 'b'],
    ],
  ])('%s', (_, body, texts) => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="D"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>';
    expect(textsOf(body.join(''), { numbering, styles })).toEqual(texts);
  });

  test('letters and Roman numerals', () => {
    const items = Array.from({ length: 28 }, () => item('x', 1, 2)).join('');
    expect(textsOf(items, { numbering }).slice(25)).toEqual(['z) x', 'aa) x', 'bb) x']);
    const romans = Array.from({ length: 14 }, () => item('x', 1)).join('');
    expect(textsOf(romans, { numbering }).filter((_, i) => [3, 8, 13].includes(i))).toEqual([
      'IV. x',
      'IX. x',
      'XIV. x',
    ]);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${text
      .split('|')
      .map((line) => p(run(line)))
      .join('')}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const across = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
  const rowsOf = (...rows: string[]): (string[] | undefined)[] =>
    linesOf(`<w:tbl>${rows.join('')}</w:tbl>`).map(({ cells }) => cells);

  test('rows of cells, each with its lines', () => {
    expect(
      linesOf(`<w:tbl>${row(cell('Xã'), cell('Năm|2025'))}${row(cell('A'), cell('1.234'))}</w:tbl>`),
    ).toMatchObject([
      { text: 'Xã\tNăm 2025', cells: ['Xã', 'Năm\n2025'] },
      { text: 'A\t1.234', cells: ['A', '1.234'] },
    ]);
  });

  test("a header's merged cells belong to each of their columns, others to their first place", () => {
    expect(
      rowsOf(
        row(
          cell('STT', '<w:vMerge w:val="restart"/>'),
          cell('Xã', '<w:vMerge w:val="restart"/>'),
          cell('Số người', across(2)),
        ),
        row(cell('', '<w:vMerge/>'), cell('', '<w:vMerge/>'), cell('Nam'), cell('Nữ')),
        row(cell('I'), cell('Khu vực 1', across(3))),
        row(cell('1', '<w:vMerge w:val="restart"/>'), cell('A'), cell('2'), cell('3')),
        row(cell('', '<w:vMerge/>'), cell('B'), cell('4'), cell('5')),
        row(cell('Tổng', across(2)), cell('6'), cell('8')),
      ),
    ).toEqual([
      ['STT', 'Xã', 'Số người', 'Số người'],
      ['STT', 'Xã', 'Nam', 'Nữ'],
      ['I', 'Khu vực 1', '', ''],
      ['1', 'A', '2', '3'],
      ['', 'B', '4', '5'],
      ['Tổng', '', '6', '8'],
    ]);
  });

  test('rows that begin later or were taken out', () => {
    expect(
      rowsOf(
        row(cell('a'), cell('b'), cell('c')),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('d')}${cell('e')}</w:tr>`,
        `<w:tr><w:trPr><w:del/></w:trPr>${cell('f')}${cell('g')}${cell('h')}</w:tr>`,
        `<w:sdt><w:sdtContent>${row(cell('i'), cell('j'), cell('k'))}</w:sdtContent></w:sdt>`,
      ),
    ).toEqual([
      ['a', 'b', 'c'],
      ['', 'd', 'e'],
      ['i', 'j', 'k'],
    ]);
  });

  test('numbers of a column that are a list', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}</w:abstractNum>${list(1, 0)}`;
    const counted = (text: string): string => row(`<w:tc>${item('', 1)}</w:tc>`, cell(text));
    expect(
      linesOf(`<w:tbl>${counted('A')}${counted('B')}</w:tbl>`, { numbering }).map(({ cells }) => cells),
    ).toEqual([
      ['1', 'A'],
      ['2', 'B'],
    ]);
  });

  test('a frame around text is no table, a table in a cell is its words', () => {
    expect(linesOf(`<w:tbl>${row(cell('Một|Hai'))}</w:tbl>`).map(({ text, cells }) => [text, cells])).toEqual(
      [
        ['Một', undefined],
        ['Hai', undefined],
      ],
    );
    const inner = `<w:tbl>${row(cell('x'), cell('y'))}</w:tbl>`;
    expect(rowsOf(row(cell('a'), `<w:tc>${inner}${p(run('b'))}</w:tc>`))).toEqual([['a', 'x y\nb']]);
  });

  test('notes stand below the table', () => {
    const noted = `<w:tc>${p(`${run('5')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}</w:tc>`;
    expect(
      textsOf(`<w:tbl>${row(cell('A'), noted)}${row(cell('B'), cell('6'))}</w:tbl>`, {
        footnotes: `<w:footnote w:id="1">${p(run('ước'))}</w:footnote>`,
      }),
    ).toEqual(['A\t5', 'B\t6', '[1] ước']);
  });
});

describe('files that are no good', () => {
  const failureOf = async (path: string, bytes: Uint8Array): Promise<[string, string | null] | null> =>
    readDocument(path, bytes).then(
      () => null,
      (error: unknown) => {
        if (!(error instanceof DocumentFailure)) throw error;
        return [error.code, error.detail];
      },
    );
  const compound = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(100),
    ]);
  const whole = docx(p(run('Kế hoạch')));

  test.each<[string, Uint8Array, [string, string | null]]>([
    ['cut off', whole.subarray(0, whole.length - 30), ['damaged', null]],
    ['not well-formed', docx('<w:p>'), ['damaged', null]],
    ['without a body', zipSync({ 'word/document.xml': strToU8('<a/>') }), ['damaged', null]],
    ['without a word', docx('<w:p/>'), ['empty', null]],
    ['nested without end', docx('<w:sdt>'.repeat(50_000) + '</w:sdt>'.repeat(50_000)), ['damaged', null]],
    [
      'that unpack without end',
      zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 * 1024) }),
      ['too-large', '65 MB'],
    ],
    ['locked', compound('EncryptedPackage'), ['encrypted', null]],
    ['of Word before 2007', compound('WordDocument'), ['unsupported-format', '.doc']],
    ['of another program', compound('Workbook'), ['unsupported-format', '.xls']],
    ['of rich text', Buffer.from('{\\rtf1 Kế hoạch}'), ['unsupported-format', 'rtf']],
  ])('%s', async (_, bytes, failure) => {
    expect(await failureOf('a.docx', bytes)).toEqual(failure);
  });

  test('entities of their own are not resolved', async () => {
    const xml = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d ${NAMESPACES}><w:body>${p(run('&x;'))}</w:body></d>`;
    expect(await failureOf('a.docx', zipSync({ 'word/document.xml': strToU8(xml) }))).toEqual([
      'damaged',
      null,
    ]);
  });

  test('pictures are not unpacked', () => {
    const file = zipSync({
      'word/document.xml': strToU8(`<w:d ${NAMESPACES}><w:body>${p(run('a'))}</w:body></w:d>`),
      'word/media/image1.png': new Uint8Array(70 * 1024 * 1024),
    });
    expect(readDocx('a.docx', file).pages[0]?.lines).toHaveLength(1);
  });
});

describe('whole plans', () => {
  test.each([
    ['tra-vinh-49-kh-bcd-2023', 'corpus/tra-vinh-49-kh-bcd-2023/source.txt'],
    ['lam-dong-tiem-chung-2026', 'test/fixtures/invented/lam-dong-tiem-chung-2026/source.txt'],
  ])('%s has the record of its text', async (name, path) => {
    const said = async (file: string): Promise<unknown> => {
      const { record } = await processDocument({ path: file, bytes: readFileSync(file) });
      const { source, evidence, findings, id, ...facts } = record;
      return { ...facts, findings: findings.map(({ rule, message }) => [rule, message]) };
    };
    expect(await said(`test/fixtures/docx/${name}.docx`)).toEqual(await said(path));
  });
});
