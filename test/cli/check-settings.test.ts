import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { run } from '../../src/cli/run.ts';
import { processDocument } from '../../src/pipeline.ts';
import { folderWith } from '../batch/folder.ts';

/** A plan with two missing annexes and a total that is off by ten. */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND
Lai Châu, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Trồng cây năm 2024

Ủy ban nhân dân tỉnh Lai Châu ban hành Kế hoạch trồng cây năm 2024 như sau:

I. MỤC TIÊU

1. Mỗi huyện trồng cây theo Phụ lục 1 và Phụ lục 2 kèm theo.

TT	Địa phương	Số cây (cây)	Số hộ (hộ)
1	Mường Tè	100	10
2	Sìn Hồ	200	20
3	Phong Thổ	300	30
Tổng cộng		610	60

II. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Phát triển nông thôn theo dõi việc thực hiện.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thịnh
`;

async function kehoach(cwd: string, ...argv: string[]) {
  let out = '';
  let err = '';
  const host: Host = {
    cwd,
    env: { USER: 'lan' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    process: processDocument,
  };
  const code = await run(argv, host);
  return { code, out, err };
}

function withConfig(config: unknown): string {
  const folder = folderWith({ 'a.txt': PLAN });
  writeFileSync(
    join(folder, 'kehoach.config.json'),
    typeof config === 'string' ? config : JSON.stringify(config),
  );
  return folder;
}

describe('kehoach.config.json', () => {
  test('sets the severity of a rule and turns rules off', async () => {
    const plain = await kehoach(folderWith({ 'a.txt': PLAN }), 'check', 'a.txt');
    expect(plain.code).toBe(1);
    expect(plain.out).toContain('1 lỗi, 2 cảnh báo');
    const set = await kehoach(
      withConfig({ rules: { 'table-total': 'warning', 'annex-missing': 'off' } }),
      'check',
      'a.txt',
    );
    expect(set.code).toBe(0);
    expect(set.out).toContain('1 cảnh báo, 1 lưu ý trong 1 tài liệu.');
  });

  test.each([
    [{ rules: { 'table-totals': 'off' } }, 'không có quy tắc "table-totals"; có phải là "table-total"?'],
    [
      { rules: { 'table-total': 'fatal' } },
      'table-total: "fatal" không hợp; chọn một trong: error, warning, info, off',
    ],
    [{ rule: {} }, 'không có mục "rule"'],
    ['{', 'kehoach.config.json không phải JSON'],
  ])('%j is explained', async (config, message) => {
    const { code, out, err } = await kehoach(withConfig(config), 'check', 'a.txt');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });
});

describe('accept', () => {
  test('a finding stays accepted after the plan is read anew, and can be taken back', async () => {
    const cwd = folderWith({ 'a.txt': PLAN });
    await kehoach(cwd, 'ingest', 'a.txt');
    const done = await kehoach(cwd, 'accept', 'lai-chau-12', 'table-total', '--reason', 'bản gốc ghi vậy');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('bản gốc ghi vậy (lan)');

    const again = PLAN.replace('1	Mường Tè', '0	Tam Đường	0	0\n1	Mường Tè');
    writeFileSync(join(cwd, 'a.txt'), again);
    await kehoach(cwd, 'ingest', 'a.txt');
    const checked = await kehoach(cwd, 'check', 'a.txt');
    expect(checked.code).toBe(0);
    expect(checked.out).toMatch(
      /đã chấp nhận {2}Số cây \(cây\): .*\[table-total\]\n {4}bản gốc ghi vậy \(lan, \d\d\//,
    );
    expect(checked.out).toContain('2 cảnh báo, 1 lưu ý trong 1 tài liệu.\n1 điểm đã chấp nhận.');
    const sarif = JSON.parse((await kehoach(cwd, 'check', 'a.txt', '--format', 'sarif')).out);
    const suppressed = sarif.runs[0].results.filter(
      ({ suppressions }: { suppressions: unknown[] }) => suppressions.length,
    );
    expect(suppressed).toMatchObject([
      {
        ruleId: 'table-total',
        suppressions: [{ kind: 'external', status: 'accepted', justification: 'bản gốc ghi vậy' }],
      },
    ]);

    expect((await kehoach(cwd, 'accept', 'lai-chau-12', 'table-total', '--undo')).code).toBe(0);
    expect((await kehoach(cwd, 'check', 'a.txt')).code).toBe(1);
    expect((await kehoach(cwd, 'accept', 'lai-chau-12', 'table-total', '--undo')).code).toBe(4);
  });

  test('asks for a place where a rule reports several, and for a reason', async () => {
    const cwd = folderWith({ 'a.txt': PLAN });
    await kehoach(cwd, 'ingest', 'a.txt');
    const several = await kehoach(cwd, 'accept', 'lai-chau', 'annex-missing', '--reason', 'gửi riêng');
    expect(several.code).toBe(2);
    expect(several.err).toContain('Phụ lục 1');
    expect((await kehoach(cwd, 'accept', 'lai-chau', 'table-total')).err).toContain('thiếu lý do');
    expect((await kehoach(cwd, 'accept', 'lai-chau', 'date-missing', '--reason', 'x')).code).toBe(4);
    expect((await kehoach(cwd, 'accept', 'ha-noi', 'date-missing', '--reason', 'x')).code).toBe(4);
  });
});

describe('explain', () => {
  test('prints a rule’s page, Vietnamese first', async () => {
    const { code, out } = await kehoach('/', 'explain', 'table-total');
    expect(code).toBe(0);
    expect(out).toContain('Vì sao');
    expect(out).toContain('Xử lý thế nào');
    expect(out).toContain('lệch 10');
    const en = await kehoach('/', 'explain', 'table-total', '--lang', 'en');
    expect(en.out).toContain('How to settle it');
  });

  test('lists all rules, and finds the one that was meant', async () => {
    expect((await kehoach('/', 'explain')).out.trim().split('\n').length).toBeGreaterThan(27);
    const { code, err } = await kehoach('/', 'explain', 'tabel-total');
    expect(code).toBe(2);
    expect(err).toContain('"table-total"');
  });
});
