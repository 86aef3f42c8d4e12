import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PipelineOptions, processDocument } from '../src/pipeline.ts';
import { DocumentFailure } from '../src/plan/failure.ts';
import { expectSound } from './invariants.ts';

const PLAN = `ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 214/KH-UBND
Hà Giang, ngày 03 tháng 4 năm 2024

KẾ HOẠCH
Phát triển y tế cơ sở năm 2024

Căn cứ Nghị quyết số 20/NQ-CP ngày 05 tháng 02 năm 2024 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC TIÊU
1. Tỷ lệ bao phủ BHYT đạt từ 95% dân số trở lên.
2. Giao các huyện như sau:
Huyện\tSố người tham gia BHYT
Đồng Văn\t81.250
Mèo Vạc\t75.000
Tổng cộng\t156.250
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Chủ trì, phối hợp với Sở Tài chính tập huấn cho trạm y tế xong trước ngày 30/6/2024.
- Hằng quý, báo cáo kết quả.
Trên đây là Kế hoạch phát triển y tế cơ sở năm 2024./.
\fNơi nhận:
- Bộ Y tế;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nông Văn Tiệp
`;

const processed = (text: string, path = 'ke-hoach.txt', options?: PipelineOptions) =>
  processDocument({ path, bytes: new TextEncoder().encode(text) }, options);

describe('a plan', () => {
  test('becomes a record with all its fields', async () => {
    const plan = await processed(PLAN);
    expectSound(plan);
    expect(plan.record).toMatchObject({
      schemaVersion: 1,
      id: 'ha-giang-214-kh-ubnd-2024',
      status: 'complete',
      source: {
        path: 'ke-hoach.txt',
        sha256: createHash('sha256').update(PLAN).digest('hex'),
        mediaType: 'text/plain',
        bytes: Buffer.byteLength(PLAN),
        pages: [
          { page: 1, origin: 'text', confidence: 1, reason: null },
          { page: 2, origin: 'text', confidence: 1, reason: null },
        ],
        diacritics: 'original',
      },
      type: 'Kế hoạch',
      number: '214/KH-UBND',
      issuer: { name: 'Ủy ban nhân dân tỉnh Hà Giang', place: { code: '02' } },
      issuedOn: '2024-04-03',
      issuedAt: 'Hà Giang',
      title: 'Phát triển y tế cơ sở năm 2024',
      period: '2024',
      signer: { name: 'Nông Văn Tiệp' },
      recipients: ['Bộ Y tế', 'Lưu: VT'],
      citations: [{ number: '20/NQ-CP', issuer: 'Chính phủ', role: 'basis' }],
      agencies: [{ id: 'so-y-te', tasks: [{ role: 'lead', deadlines: [0] }, { deadlines: [1] }] }],
      deadlines: [{ due: '2024-06-30' }, { recurrence: 'FREQ=MONTHLY;INTERVAL=3' }],
      findings: [],
    });
    expect(plan.record.targets.map(({ value }) => value)).toEqual([95, 81250, 75000, 156250]);
    expect(plan.record.evidence['/signer/name']?.page).toBe(2);
  });

  test('reads the same from Markdown as from plain text', async () => {
    const markdown = PLAN.replace('KẾ HOẠCH\n', '# **KẾ HOẠCH**\n')
      .replace(/^([IV]+\. .*)$/gmu, '\n## $1\n')
      .replace(/^(\d\. |- )/gmu, '\n$1')
      .replace(/^(.*)\t(.*)$/gmu, '| $1 | $2 |')
      .replace('| Huyện | Số người tham gia BHYT |\n', '\n| Huyện | Số người tham gia BHYT |\n|---|---|\n');
    const { source: _, evidence: __, ...facts } = (await processed(markdown, 'ke-hoach.md')).record;
    const { source: ___, evidence: ____, ...expected } = (await processed(PLAN)).record;
    expect(facts).toEqual(expected);
  });

  test('that lacks a field has a finding, in the language asked for', async () => {
    const messages = async (lang: 'vi' | 'en') =>
      (await processed(PLAN.replace('Số: 214/KH-UBND\n', ''), 'a.txt', { lang })).record.findings.map(
        ({ rule, message }) => [rule, message],
      );
    expect(await messages('vi')).toEqual([['number-missing', 'Không có số, ký hiệu văn bản']]);
    expect(await messages('en')).toEqual([['number-missing', 'There is no document number']]);
  });

  test('has one id whatever its path', async () => {
    expect((await processed(PLAN, 'x/y.txt')).record.id).toBe((await processed(PLAN)).record.id);
  });
});

describe('no plan', () => {
  test.each([
    ['a.txt', 'Luộc trứng bảy phút rồi thả vào nước lạnh.', 'not-a-plan'],
    ['a.txt', 'The quick brown fox jumps over the lazy dog.', 'not-a-plan'],
    ['a.txt', PLAN.replace('KẾ HOẠCH\n', 'QUYẾT ĐỊNH\n').replace('214/KH', '214/QĐ'), 'not-a-plan'],
    ['a.txt', ' \n', 'empty'],
    ['a.txt', '\u0000\u0001\u0002', 'binary'],
    ['a.xyz', PLAN, 'unsupported-format'],
  ])('%s %j', async (path, text, code) => {
    await expect(processed(text, path)).rejects.toMatchObject({ name: 'DocumentFailure', code, path });
  });
});

describe('whatever the lines are', () => {
  const lines = PLAN.split('\n');
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...lines) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'Số: /KH-UBND',
        'Số: 15/KH-BCD Hà Giang, ngày 70 tháng 01 năm 2024',
        'KẾ HOẠCH Trồng rừng giai đoạn 2021 - 2025',
        'PHỤ LỤC II',
        'PHẦN II. NHIỆM VỤ',
        'Xã\tTỷ lệ (%)',
        'Nà Hin\t(1.250)',
        'Cộng\t-',
        '\t',
        'd) Giảm tỷ lệ hộ nghèo từ 12,5% xuống còn 9,8%, cụ thể: quý I: 11%; quý II: 10%.',
        '+ Bằng hoặc thấp hơn mức bình quân của cả nước (tương ứng 1.250 hộ);',
        'Mỗi xã tổ chức ít nhất 02 buổi/tháng vào thứ Sáu hằng tuần, 06 tháng, năm.',
        'Căn cứ các Quyết định số 11/QĐ-UBND, số 12/QĐ-, 28-NQ/TW và 41/2024/QH15 của Quốc hội;',
        'Giao Sở Nội vụ, Công an tỉnh: phối hợp với các ngành.',
        'Can cu Luat Lam nghiep va cac van ban huong dan thi hanh',
        'KT. CHỦ TỊCH',
        '1\u00a0000\u200b000 người (\u{1f33e})',
        '| TT | Xã |\n|---|---|\n| 1 | **Nà Hin** |',
        '\f',
        '',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );
  const mixture = fc.oneof(
    fc.array(piece, { maxLength: 60 }),
    // Most of a plan with lines put in, so that most mixtures are plans.
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: lines.length }), piece), { maxLength: 12 })
      .map((inserts) => inserts.reduce((all, [at, line]) => all.toSpliced(at, 0, line), lines)),
  );

  test('there is a sound record, the same each time, or a DocumentFailure', async () => {
    let plans = 0;
    await fc.assert(
      fc.asyncProperty(mixture, fc.constantFrom('a.txt', 'a.md'), async (parts, path) => {
        const text = parts.join('\n');
        try {
          const plan = await processed(text, path);
          plans += 1;
          expectSound(plan);
          expect(JSON.stringify(await processed(text, path))).toBe(JSON.stringify(plan));
        } catch (error) {
          if (!(error instanceof DocumentFailure)) throw error;
        }
      }),
      { numRuns: 120 },
    );
    expect(plans).toBeGreaterThan(30);
  });
});

describe('a line that repeats itself costs no more than any other', () => {
  test.each([
    ['letters without a blank behind a figure', `Phấn đấu có 12 ${'sâisữeờn'.repeat(40)} x`],
    ['stops and strokes', `Phấn đấu đạt 80% hộ gia đình,${'./. '.repeat(60)}x`],
    ['words of time', `Báo cáo kết quả không quá ${'đến hết '.repeat(60)}t`],
    ['shares', `Phấn đấu ít nhất ${'0%  '.repeat(60)}% 5 xã`],
    ['symbols', `Thực hiện Quyết định số 12/QĐ${'/AAAAAA'.repeat(40)}x`],
    ['items of a list', `Thành lập 5 tổ, gồm ồc${' 0; bt'.repeat(60)}.`],
    ['kinds of fields', `Trong đó vùng v${'khối'.repeat(40)} ${'u '.repeat(60)} đạt 97%`],
  ])('%s', async (_, line) => {
    const began = performance.now();
    await processed(PLAN.replace('2. Giao các huyện', `2. ${line}.\n3. Giao các huyện`));
    await processed(PLAN.replace('- Hằng quý', `- ${line}.\n- Hằng quý`));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
