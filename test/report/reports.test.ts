import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../src/plan/failure.ts';
import { summarise } from '../../src/plan/summary.ts';
import { type CheckedPlan, checkJson, checkReport, checkSummary } from '../../src/report/check-report.ts';
import { failureLine, ingestReport } from '../../src/report/ingest-report.ts';
import { LANGUAGES, messagesIn } from '../../src/report/messages/messages.ts';
import { placesOf } from '../../src/report/places.ts';
import { planPage } from '../../src/report/plan-page.ts';
import { ReportRoom, type RunResult } from '../../src/report/run.ts';
import { SarifLog, type SarifOptions } from '../../src/report/sarif.ts';
import { styleFor } from '../../src/report/style.ts';
import { evidenceOf, finding, inventedRecord } from './invented.ts';

const vi = styleFor('vi');
const en = styleFor('en');

const TEXT = 'KẾ HOẠCH\nTrồng 12.500 cây xanh\nTổng cộng\t10\t11\nNơi nhận:';
const CHECKED = {
  text: TEXT,
  record: inventedRecord({
    findings: [
      finding({ rule: 'date-missing', severity: 'warning', message: 'Không có ngày', at: ['/issuedOn'] }),
      finding({ at: ['/tables/0/rows/2/cells/1'], suggestion: 'xem lại cột 2' }),
    ],
    evidence: {
      '/tables/0/rows/2/cells/1': evidenceOf('11', TEXT),
      '/targets/0/value': evidenceOf('12.500', TEXT),
      '/targets/0/unit': evidenceOf('cây', TEXT),
    },
  }),
};

describe('messages', () => {
  const codes: (FailureCode | 'internal')[] = [
    'not-found',
    'unreadable',
    'empty',
    'too-large',
    'binary',
    'encoding',
    'unsupported-format',
    'encrypted',
    'damaged',
    'no-pages',
    'too-many-pages',
    'unread-pages',
    'not-a-plan',
    'too-slow',
    'too-much-memory',
    'crashed',
    'internal',
  ];

  test.each(LANGUAGES)('%s: each failure is one line that names the file and says what to do', (lang) => {
    const lines = codes.map((code) => failureLine('a/b.txt', { code, detail: 'EACCES' }, styleFor(lang)));
    for (const line of lines) expect(line).toMatch(/^a\/b\.txt: [^\n]{8,}[;:][^\n]+$/);
    expect(new Set(lines).size).toBe(codes.length);
  });

  test('numbers and days are written as each language writes them', () => {
    expect(messagesIn('vi').number(1188826.5)).toBe('1.188.826,5');
    expect(messagesIn('en').number(1188826.5)).toBe('1,188,826.5');
    expect(messagesIn('vi').date('2025-01-X0')).toBe('X0/01/2025');
    expect(messagesIn('vi').date('2025')).toBe('2025');
  });
});

describe('placesOf', () => {
  const lines = (...pointers: string[]) =>
    placesOf(pointers, CHECKED.record, TEXT).map(({ line, column, endColumn, lineText }) => [
      line,
      lineText.slice(column - 1, endColumn - 1),
    ]);

  test('the value itself', () => expect(lines('/tables/0/rows/2/cells/1')).toEqual([[3, '11']]));
  test('its first part', () => expect(lines('/targets/0')).toEqual([[2, '12.500']]));
  test('what it is part of', () => expect(lines('/tables/0/rows/2/cells/1/value')).toEqual([[3, '11']]));
  test('nowhere', () => expect(lines('/issuedOn', '/targets/1', '')).toEqual([]));
  test('each place once', () => expect(lines('/targets/0', '/targets/0/value')).toHaveLength(1));
});

describe('checkReport', () => {
  test('shows findings worst first, with their line of the text underlined', () => {
    expect(checkReport(CHECKED, vi)).toBe(
      [
        'plans/binh-minh.txt',
        '',
        '  lỗi       Cột 1: các dòng cộng lại là 10, dòng tổng ghi 11 [table-total]',
        '      3 │ Tổng cộng 10 11',
        '        │              ~~',
        '    gợi ý: xem lại cột 2',
        '',
        '  cảnh báo  Không có ngày [date-missing]',
        '',
        '',
      ].join('\n'),
    );
    expect(checkSummary(['error', 'warning', 'warning'], 2, vi)).toBe(
      '1 lỗi, 2 cảnh báo trong 2 tài liệu.\n',
    );
    expect(checkSummary(['error', 'warning', 'warning'], 1, en)).toBe('1 error, 2 warnings in 1 document.\n');
  });

  test('keeps the marked words of a long line in sight', () => {
    const text = `${'một '.repeat(100)}SAI${' hai'.repeat(100)}`;
    const record = inventedRecord({
      findings: [finding({ at: ['/title'] })],
      evidence: { '/title': evidenceOf('SAI', text) },
    });
    const [, , , shown = '', underline = ''] = checkReport({ record, text }, vi).split('\n');
    expect(shown.length).toBeLessThan(130);
    expect(underline.indexOf('~')).toBe(shown.indexOf('SAI'));
  });

  test('says so where nothing was found', () => {
    expect(checkReport({ record: inventedRecord(), text: TEXT }, vi)).toBe(
      'plans/binh-minh.txt: không thấy điểm nào không khớp\n\n',
    );
  });

  test('colours only where it is asked to', () => {
    expect(checkReport(CHECKED, styleFor('vi', { colors: true }))).toContain('\u001B[31m');
    expect(checkReport(CHECKED, vi)).not.toContain('\u001B');
  });

  test('as JSON it carries places and quotes', () => {
    const document = JSON.parse(checkJson(CHECKED));
    expect(document.findings[1]).toMatchObject({
      rule: 'table-total',
      places: [{ pointer: '/tables/0/rows/2/cells/1', line: 3, quote: '11' }],
    });
  });
});

function sarifLog(plans: readonly CheckedPlan[], options: SarifOptions): Log {
  let json = '';
  const log = new SarifLog(options, (part) => {
    json += part;
  });
  for (const plan of plans) log.add(plan);
  log.end();
  return JSON.parse(json);
}

describe('SarifLog', () => {
  const rules = [
    {
      id: 'table-total',
      severity: 'error' as const,
      summary: { vi: 'Dòng tổng sai', en: 'A wrong total' },
      why: { vi: 'Số phải khớp', en: 'Sums hold' },
      settle: { vi: 'Xem lại', en: 'Look again' },
    },
  ];
  const log = sarifLog([{ record: inventedRecord(), text: 'x' }, CHECKED], {
    lang: 'en',
    version: '1.2.3',
    rules,
    sourceRegion: 'there',
  });
  const [run] = log.runs;

  test('names the tool and its rules', () => {
    expect(log.version).toBe('2.1.0');
    expect(run?.tool.driver).toMatchObject({ name: 'kehoach', semanticVersion: '1.2.3', language: 'en' });
    expect(run?.tool.driver.rules?.[0]).toMatchObject({
      id: 'table-total',
      shortDescription: { text: 'A wrong total' },
      defaultConfiguration: { level: 'error' },
    });
  });

  test('a result points at the document, and into the text that is embedded with it', () => {
    const result = run?.results?.find((each) => each.ruleId === 'table-total');
    const location = result?.relatedLocations?.[0]?.physicalLocation;
    const artifact = run?.artifacts?.[location?.artifactLocation?.index ?? -1];
    const { charOffset = 0, charLength = 0 } = location?.region ?? {};
    expect(artifact?.contents?.text?.slice(charOffset, charOffset + charLength)).toBe('11');
    expect(run?.artifacts?.[artifact?.parentIndex ?? -1]?.location?.uri).toBe('plans/binh-minh.txt');
    expect(result).toMatchObject({ ruleIndex: 0, level: 'error' });
    expect(result?.locations?.[0]?.logicalLocations).toEqual([
      { fullyQualifiedName: '/tables/0/rows/2/cells/1' },
    ]);
  });

  test('is laid out as JSON of one piece would be', () => {
    const write = (plans: readonly CheckedPlan[]): string => {
      const parts: string[] = [];
      const log = new SarifLog({ lang: 'vi', version: '1.0.0', rules, sourceRegion: '' }, (part) =>
        parts.push(part),
      );
      for (const plan of plans) log.add(plan);
      log.end();
      return parts.join('');
    };
    const lines = { record: inventedRecord(), text: 'one\u2028two\nthree' };
    for (const plans of [[], [lines], [CHECKED, lines]]) {
      const json = write(plans);
      expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);
    }
  });

  test('a finding of an unknown rule, and a path with blanks, still make a valid log', () => {
    const record = inventedRecord({ findings: [finding({ rule: 'other', severity: 'info' })] });
    record.source.path = 'kế hoạch/a b.txt';
    const results = sarifLog([{ record, text: '' }], {
      lang: 'vi',
      version: '1.0.0',
      rules,
      sourceRegion: '',
    }).runs[0]?.results;
    expect(results?.[0]).toMatchObject({ ruleId: 'other', level: 'note' });
    expect(results?.[0]).not.toHaveProperty('ruleIndex');
    expect(results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'k%E1%BA%BF%20ho%E1%BA%A1ch/a%20b.txt',
    );
  });
});

describe('ingestReport', () => {
  const plan = summarise(CHECKED.record);
  const run = (documents: RunResult['documents'], worked = documents.length): string =>
    ingestReport({ documents, worked, interrupted: false, skipped: [] }, ['out/plans/*.json'], vi);

  test('tells what was found, what does not add up, what failed, and the sums', () => {
    expect(
      run([
        { path: 'a.txt', outcome: 'stored', plan },
        { path: 'b.txt', outcome: 'duplicate', planId: plan.id, of: 'a.txt' },
        { path: 'c.txt', outcome: 'failed', failure: { code: 'empty', detail: null } },
      ]),
    ).toBe(`TÌM THẤY

  binh-minh-7-kh-ubnd-2024  1 chỉ tiêu · 1 cơ quan · 1 nhiệm vụ · 1 thời hạn · 1 lỗi, 1 cảnh báo
    7/KH-UBND · 05/03/2024 · Trồng cây xanh năm 2024
  binh-minh-7-kh-ubnd-2024  b.txt: trùng nội dung với a.txt

KHÔNG KHỚP (1 lỗi, 1 cảnh báo)

  lỗi       binh-minh-7-kh-ubnd-2024
    Cột 1: các dòng cộng lại là 10, dòng tổng ghi 11 [table-total]
  cảnh báo  binh-minh-7-kh-ubnd-2024
    Không có ngày [date-missing]

KHÔNG ĐỌC ĐƯỢC (1)

  c.txt: tệp rỗng; hãy tải lại bản gốc

1 kế hoạch (1 mới đọc, 0 không đổi, 1 tệp trùng), 1 tệp không đọc được.
Kết quả: out/plans/*.json
`);
  });

  test('says that there was nothing to do again', () => {
    const report = run([{ path: 'a.txt', outcome: 'unchanged', plan }], 0);
    expect(report).toContain('Không có gì phải làm lại: 1 tài liệu không đổi từ lần trước.\n');
    expect(report).toContain('1 kế hoạch (0 mới đọc, 1 không đổi).\n');
    expect(report).toContain(' · không đổi\n');
  });

  test('leaves more findings than a person reads to the database', () => {
    const findings = Array.from({ length: 250 }, () => finding());
    const many = summarise({ ...CHECKED.record, findings });
    const report = run([{ path: 'a.txt', outcome: 'stored', plan: new ReportRoom().trim(many) }]);
    expect(report.match(/\[table-total\]/g)).toHaveLength(200);
    expect(report).toContain('… và 50 điểm nữa');
  });

  test('shortens titles to the terminal', () => {
    const style = styleFor('vi', { width: 40 });
    const long = summarise({ ...CHECKED.record, title: 'rất dài '.repeat(20) });
    const result: RunResult = {
      documents: [{ path: 'a.txt', outcome: 'stored', plan: long }],
      worked: 1,
      interrupted: false,
      skipped: [],
    };
    const headline = ingestReport(result, [], style).split('\n')[3] ?? '';
    expect(headline.length).toBeLessThanOrEqual(40);
    expect(headline).toMatch(/…$/);
  });
});

describe('planPage', () => {
  test('shows a plan in Vietnamese', () => {
    expect(planPage(CHECKED.record, vi)).toMatchInlineSnapshot(`
      "Kế hoạch: Trồng cây xanh năm 2024

        Số, ký hiệu       7/KH-UBND
        Cơ quan ban hành  Ủy ban nhân dân tỉnh Bình Minh
        Ngày ban hành     Bình Minh, 05/03/2024
        Giai đoạn         2024
        Người ký          Nguyễn Văn An · Chủ tịch · TM. ỦY BAN NHÂN DÂN
        Tình trạng        đầy đủ
        Nguồn             plans/binh-minh.txt

      CHỈ TIÊU
        Số cây trồng mới: ≥ 12.500 cây đến 31/12/2024

      CƠ QUAN VÀ NHIỆM VỤ
        Sở Xây dựng
          - Chủ trì trồng cây [chủ trì; trước ngày 15/12/2024]

      THỜI HẠN
        trước ngày 15/12/2024 (15/12/2024) · báo cáo kết quả · Sở Xây dựng

      CĂN CỨ VÀ VIỆN DẪN
        Quyết định 12/QĐ-TTg · 01/04/2021 · Thủ tướng Chính phủ · căn cứ

      NƠI NHẬN
        Như trên
        Lưu: VT

      KHÔNG KHỚP
        lỗi       Cột 1: các dòng cộng lại là 10, dòng tổng ghi 11 [table-total]
        cảnh báo  Không có ngày [date-missing]
      "
    `);
  });

  test('shows what is not stated, changes, references and long tables', () => {
    const [target] = inventedRecord().targets;
    if (target === undefined) throw new Error('no target');
    const from = { table: 0, row: 0, column: 0 };
    const record = inventedRecord({
      title: null,
      type: null,
      issuer: null,
      issuedOn: null,
      issuedAt: null,
      signer: null,
      period: '2021/2025',
      deadlines: [],
      citations: [],
      agencies: [],
      recipients: [],
      targets: [
        { ...target, change: 'decrease', relation: '=', value: 5.5, unit: '%', due: null, group: 'trẻ em' },
        { ...target, value: null, reference: 'bình quân cả nước', relation: '<=', due: null },
        ...Array.from({ length: 20 }, () => ({ ...target, from, place: { name: 'Xã A', code: null } })),
      ],
    });
    const page = planPage(record, en);
    expect(page).toContain('binh-minh-7-kh-ubnd-2024\n');
    expect(page).toMatch(/Issued +not stated/);
    expect(page).toMatch(/Period +2021–2025/);
    expect(page).toContain('Số cây trồng mới (trẻ em): down 5.5 %\n');
    expect(page).toContain('Số cây trồng mới: ≤ bình quân cả nước\n');
    expect(page.match(/– Xã A: ≥ 12,500 cây by 2024-12-31/g)).toHaveLength(12);
    expect(page).toContain('… and 8 targets in 0 tables (see the JSON file)');
  });
});
