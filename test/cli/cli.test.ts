import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { run } from '../../src/cli/run.ts';
import { processDocument } from '../../src/pipeline.ts';
import { PlanRecord } from '../../src/plan/record.ts';
import { openStore } from '../../src/store/open.ts';
import { folderWith, put } from '../batch/folder.ts';
import { inventedPlan } from '../report/invented.ts';

const A = 'KẾ HOẠCH a\nmột';
const WRONG = 'KẾ HOẠCH b\nhai SAI';

/** Runs one command line in a folder and gives what it printed and how it ended. */
async function kehoach(cwd: string, argv: string[], host: Partial<Host> = {}) {
  let out = '';
  let err = '';
  const code = await run(argv, {
    cwd,
    env: {},
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    process: inventedPlan,
    ...host,
  });
  return { code, out, err };
}

describe('help and usage', () => {
  test('help teaches, in both languages', async () => {
    const vi = await kehoach('/', ['--help']);
    expect(vi).toMatchObject({ code: 0, err: '' });
    expect(vi.out).toContain('Cách dùng: kehoach [tùy chọn] [lệnh]');
    expect(vi.out).toContain('Ví dụ:');
    expect(vi.out).toContain('Mã kết thúc:');
    expect(vi.out).not.toMatch(/Usage|Options|Commands|display/);
    const en = await kehoach('/', ['ingest', '--help', '--lang=en']);
    expect(en.out).toContain('Usage: kehoach ingest [options] <path…>');
    expect(en.out).not.toMatch(/[ạảấầẩẫậ]/);
  });

  test.each(['ingest', 'extract', 'check', 'show'])(
    '%s has help with examples and exit codes',
    async (name) => {
      const { out } = await kehoach('/', ['help', name]);
      expect(out).toContain(`kehoach ${name}`);
      expect(out).toContain('Ví dụ:');
      expect(out).toContain('Mã kết thúc:');
      expect(out).not.toMatch(/Usage|Options|Arguments|default:/);
    },
  );

  test('the version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await kehoach('/', ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([
    [[], 'thiếu lệnh'],
    [['ingst'], 'không có lệnh "ingst" Có phải là "ingest"?'],
    [['ingest'], 'thiếu tham số path'],
    [['extract'], 'thiếu tham số file'],
    [['extract', 'a', 'b'], 'thừa tham số'],
    [['check', 'a', '--fomat', 'json'], 'không có tùy chọn "--fomat" Có phải là "--format"?'],
    [
      ['check', 'a', '--format', 'xml'],
      '"xml" không hợp với --format <format>; chọn một trong: pretty, json, sarif',
    ],
    [['ingest', 'a', '--out'], 'tùy chọn --out <dir> cần một giá trị'],
    [['ingest', 'a', '--lang', 'fr'], '"fr" không hợp với --lang <lang>; chọn một trong: vi, en'],
  ])('%j is called wrongly', async (argv, message) => {
    const { code, out, err } = await kehoach('/', argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });
});

describe('ingest', () => {
  test('leaves records, texts, a database and a report; a second time does nothing', async () => {
    const cwd = folderWith({ 'in/a.txt': A, 'in/b.txt': WRONG });
    const first = await kehoach(cwd, ['ingest', 'in']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('TÌM THẤY');
    expect(first.out).toContain('Kết quả: out/plans/*.json, out/text/*.txt, out/plans.sqlite');
    expect(readdirSync(join(cwd, 'out'))).toEqual(expect.arrayContaining(['plans', 'plans.sqlite', 'text']));
    PlanRecord.parse(JSON.parse(readFileSync(join(cwd, 'out/plans/a.json'), 'utf8')));
    const bytes = readFileSync(join(cwd, 'out/plans.sqlite'));

    const second = await kehoach(cwd, ['ingest', 'in']);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain('Không có gì phải làm lại: 2 tài liệu không đổi từ lần trước.');
    expect(readFileSync(join(cwd, 'out/plans.sqlite')).equals(bytes)).toBe(true);

    const store = await openStore(join(cwd, 'out/plans.sqlite'));
    expect(await store.plans()).toMatchObject([
      { id: 'a', path: 'in/a.txt' },
      { id: 'b', path: 'in/b.txt' },
    ]);
    await store.close();
  });

  test('puts its results where it is told', async () => {
    const cwd = folderWith({ 'a.txt': A });
    expect((await kehoach(cwd, ['ingest', 'a.txt', '--out', 'x/y', '--lang', 'en'])).out).toContain(
      'Results: x/y/plans/*.json',
    );
    expect(existsSync(join(cwd, 'x/y/text/a.txt'))).toBe(true);
  });

  test('goes on where some fail, notes why in the database, and says so by its exit code', async () => {
    const cwd = folderWith({ 'in/a.txt': A, 'in/b.txt': '', 'in/c.txt': 'Phở bò' });
    const { code, out } = await kehoach(cwd, ['ingest', 'in', 'gone']);
    expect(code).toBe(3);
    expect(out).toContain('KHÔNG ĐỌC ĐƯỢC (3)');
    expect(out).toContain('  gone: không tìm thấy');
    expect(out).toContain('  in/b.txt: tệp rỗng');
    expect(out).toContain('  in/c.txt: không phải kế hoạch');
    const store = await openStore(join(cwd, 'out/plans.sqlite'));
    expect((await store.ingests()).map(({ path, failure }) => [path, failure?.code])).toEqual([
      ['gone', 'not-found'],
      ['in/a.txt', undefined],
      ['in/b.txt', 'empty'],
      ['in/c.txt', 'not-a-plan'],
    ]);
    await store.close();
  });

  test('has an exit code for nothing read, nothing there, and a fault of its own', async () => {
    const cwd = folderWith({ 'b.txt': '', 'c.txt': 'BUG', 'a.txt': A, 'empty/x.exe': '' });
    expect((await kehoach(cwd, ['ingest', 'b.txt'])).code).toBe(4);
    const none = await kehoach(cwd, ['ingest', 'empty']);
    expect(none).toEqual({
      code: 4,
      out: '',
      err:
        'Bỏ qua 1 tệp mà tên và những byte đầu không phải của văn bản: .exe (1). Tệp được nêu đích danh thì luôn được đọc.\n' +
        'Không thấy tệp nào đọc được (.pdf, .docx, .txt, .md) trong empty.\n',
    });
    expect((await kehoach(cwd, ['ingest', 'a.txt', 'c.txt'])).code).toBe(70);
  });

  test('says in one line why it can not write', async () => {
    const cwd = folderWith({
      'a.txt': A,
      out: 'a file',
      'x/plans.sqlite': 'no database at all, but long enough',
    });
    const file = await kehoach(cwd, ['ingest', 'a.txt']);
    expect(file).toEqual({ code: 5, out: '', err: 'Không ghi được vào out (đã có một tệp trùng tên).\n' });
    const database = await kehoach(cwd, ['ingest', 'a.txt', '--out', 'x']);
    expect(database.code).toBe(5);
    expect(database.err).toMatch(
      /^Cơ sở dữ liệu x\/plans\.sqlite không phải cơ sở dữ liệu SQLite; [^\n]+\n$/,
    );
  });

  test('shows progress on a terminal only, and takes it away', async () => {
    const cwd = folderWith({ 'a.txt': A });
    let err = '';
    const stderr = { isTTY: true, columns: 60, write: (text: string) => (err += text) };
    await kehoach(cwd, ['ingest', 'a.txt'], { stderr });
    expect(err).toBe('\r\u001B[2K[1/1] a.txt\r\u001B[2K');
  });

  test('stops after the document at hand and keeps it', async () => {
    const cwd = folderWith({ 'in/1.txt': A, 'in/2.txt': WRONG });
    const stop = new AbortController();
    const { code, out, err } = await kehoach(cwd, ['ingest', 'in', '--jobs', '1'], {
      signal: stop.signal,
      process: (input) => {
        stop.abort();
        return inventedPlan(input);
      },
    });
    expect(code).toBe(130);
    expect(out).toContain('1 kế hoạch (1 mới đọc, 0 không đổi).');
    expect(err).toContain('Đã ngắt');
    expect((await kehoach(cwd, ['ingest', 'in'])).out).toContain('2 kế hoạch (1 mới đọc, 1 không đổi).');
  });
});

describe('what is stored', () => {
  const files = { 'in/a.txt': A, 'in/b.txt': '', 'in/c.txt': 'no plan', 'in/d.txt': '' };

  test('is told by status, failures with their reasons', async () => {
    const cwd = folderWith(files);
    await kehoach(cwd, ['ingest', 'in']);
    const { code, out } = await kehoach(cwd, ['status']);
    expect(code).toBe(0);
    expect(out).toBe(`0 tệp chờ, 0 đang đọc, 1 xong, 3 không đọc được; 1 kế hoạch.

KHÔNG ĐỌC ĐƯỢC (3)

  2 × empty: tệp rỗng; hãy tải lại bản gốc
    in/b.txt
    in/d.txt
  1 × not-a-plan: không phải kế hoạch hành chính; không thấy quốc hiệu, ký hiệu hay tên loại KẾ HOẠCH
    in/c.txt
`);
    put(cwd, 'out/run-999999999.json', '{"pid":999999999,"elapsed":1,"done":1,"all":2,"pages":3}');
    const json = JSON.parse((await kehoach(cwd, ['status', '--json'])).out);
    expect(json).toMatchObject({ files: { done: 1, failed: 3 }, runs: [{ isRunning: false, all: 2 }] });
    expect((await kehoach(cwd, ['status'])).out).toContain('(999999999) bị ngắt giữa chừng ở 1/2 tệp');
  });

  test('is held to itself by verify, and read again where it is broken', async () => {
    const cwd = folderWith(files);
    await kehoach(cwd, ['ingest', 'in']);
    const sound = await kehoach(cwd, ['verify']);
    expect(sound).toEqual({ code: 0, out: '1 kế hoạch: tất cả còn đủ và khớp.\n', err: '' });
    const [name = ''] = readdirSync(join(cwd, 'out/plans'));
    put(cwd, `out/plans/${name}`, '{}');
    const { code, out, err } = await kehoach(cwd, ['verify', '--again']);
    expect(code).toBe(1);
    expect(out).toBe(`plans/${name}: tệp kết quả khác với cơ sở dữ liệu\n1 chỗ sai trong 1 kế hoạch.\n`);
    expect(err).toBe('1 tệp sẽ được đọc lại ở lần chạy sau.\n');
    await kehoach(cwd, ['ingest', 'in']);
    expect((await kehoach(cwd, ['verify'])).code).toBe(0);
  });

  test('is copied by backup, which overwrites nothing', async () => {
    const cwd = folderWith(files);
    await kehoach(cwd, ['ingest', 'in']);
    const { code, out } = await kehoach(cwd, ['backup', 'copy']);
    expect({ code, out }).toEqual({ code: 0, out: 'Đã sao lưu 1 kế hoạch vào copy.\n' });
    expect((await kehoach(cwd, ['verify', '--out', 'copy'])).code).toBe(0);
    const again = await kehoach(cwd, ['backup', 'copy']);
    expect(again.code).toBe(5);
    expect(again.err).toBe('Không ghi được vào copy (đã có một tệp trùng tên).\n');
  });

  test.each(['status', 'verify', 'backup copy'])('%s says where nothing was stored', async (command) => {
    const { code, err } = await kehoach(folderWith(), command.split(' '));
    expect({ code, err }).toEqual({
      code: 4,
      err: 'Chưa có thư mục out; hãy chạy "kehoach ingest" trước.\n',
    });
  });
});

describe('the queue', () => {
  test.each(['enqueue in', 'worker'])('%s needs a PostgreSQL database', async (command) => {
    const { code, err } = await kehoach(folderWith({ 'in/a.txt': A }), command.split(' '));
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Cần địa chỉ PostgreSQL: --database postgres://… hoặc biến môi trường DATABASE_URL.\n',
    });
    const wrong = await kehoach(folderWith(), [...command.split(' '), '--database', 'plans.sqlite']);
    expect(wrong.code).toBe(2);
    const env = { DATABASE_URL: 'postgres://me:secret@localhost:1/plans' };
    const unreachable = await kehoach(folderWith({ 'in/a.txt': A }), command.split(' '), { env });
    expect(unreachable).toMatchObject({ code: 5, out: '' });
    expect(unreachable.err).toBe(
      'Cơ sở dữ liệu postgres://me@localhost:1/plans không kết nối được; hãy kiểm tra địa chỉ, mật khẩu và máy chủ.\n',
    );
  });
});

describe('extract', () => {
  test('prints one record and nothing else', async () => {
    const cwd = folderWith({ 'a.txt': A });
    const { code, out, err } = await kehoach(cwd, ['extract', 'a.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(PlanRecord.parse(JSON.parse(out)).source.path).toBe('a.txt');
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  test('says in one line why there is none', async () => {
    const cwd = folderWith({ 'a.txt': '' });
    expect(await kehoach(cwd, ['extract', 'a.txt', '--lang', 'en'])).toEqual({
      code: 4,
      out: '',
      err: 'a.txt: the file is empty; fetch the original again\n',
    });
    expect((await kehoach(cwd, ['extract', '.'])).err).toBe(
      '.: không mở được (là thư mục); hãy kiểm tra quyền đọc và liên kết\n',
    );
  });

  test('shows where a fault of the program lies', async () => {
    const cwd = folderWith({ 'a.txt': 'BUG' });
    const { code, err } = await kehoach(cwd, ['extract', 'a.txt']);
    expect(code).toBe(70);
    expect(err).toMatch(/^Lỗi của chương trình: TypeError: x is not a function\n +at /);
  });
});

describe('check', () => {
  test('shows findings and ends with 1 where one is an error', async () => {
    const cwd = folderWith({ 'a.txt': A, 'b.txt': WRONG });
    const { code, out, err } = await kehoach(cwd, ['check', '.']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('a.txt: không thấy điểm nào không khớp');
    expect(out).toContain('2 │ hai SAI\n');
    expect(out).toContain('1 lỗi trong 2 tài liệu.');
    expect(readdirSync(cwd)).toEqual(['a.txt', 'b.txt']);
    expect((await kehoach(cwd, ['check', 'a.txt'])).code).toBe(0);
  });

  test('as JSON and SARIF, stdout is data alone', async () => {
    const cwd = folderWith({ 'b.txt': WRONG, 'c.txt': '' });
    const json = await kehoach(cwd, ['check', 'b.txt', '--format', 'json']);
    expect(JSON.parse(json.out)).toMatchObject([{ path: 'b.txt', findings: [{ rule: 'table-total' }] }]);
    const sarif = await kehoach(cwd, ['check', '.', '--format', 'sarif']);
    expect(sarif.code).toBe(3);
    expect(sarif.err).toMatch(/^c\.txt: /);
    expect(JSON.parse(sarif.out)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'table-total' }] }],
    });
  });

  test('has exit codes for nothing read and a fault of its own', async () => {
    const cwd = folderWith({ 'c.txt': '', 'd.txt': 'BUG', 'empty/x.exe': '' });
    expect((await kehoach(cwd, ['check', 'c.txt', 'gone'])).code).toBe(4);
    expect((await kehoach(cwd, ['check', 'empty'])).code).toBe(4);
    expect((await kehoach(cwd, ['check', 'd.txt'])).code).toBe(70);
  });
});

describe('show', () => {
  test('shows a stored plan by its id or the beginning of it', async () => {
    const cwd = folderWith({ 'in/1.txt': 'KẾ HOẠCH abc-1', 'in/2.txt': 'KẾ HOẠCH abd-2' });
    expect(await kehoach(cwd, ['show', 'abc'])).toMatchObject({
      code: 4,
      err: 'Chưa có thư mục out/plans; hãy chạy "kehoach ingest" trước.\n',
    });
    await kehoach(cwd, ['ingest', 'in']);
    expect((await kehoach(cwd, ['show', 'abc-1'])).out).toContain('Nguồn             in/1.txt');
    expect((await kehoach(cwd, ['show', 'abd'])).out).toContain('in/2.txt');
    expect(await kehoach(cwd, ['show', 'ab'])).toEqual({
      code: 4,
      out: '',
      err: 'Nhiều kế hoạch có mã bắt đầu bằng "ab":\n  abc-1\n  abd-2\n',
    });
    expect((await kehoach(cwd, ['show', 'x'])).err).toBe(
      'Không có kế hoạch "x" trong out/plans. Các mã đã lưu:\n  abc-1\n  abd-2\n',
    );
  });
});

describe('colours', () => {
  const coloured = async (env: Host['env'], isTTY: boolean): Promise<boolean> => {
    const cwd = folderWith({ 'b.txt': WRONG });
    let out = '';
    const stdout = { isTTY, columns: 80, write: (text: string) => (out += text) };
    await kehoach(cwd, ['check', 'b.txt'], { env, stdout });
    return out.includes('\u001B[');
  };

  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal: %j', async (env, isTTY, expected) => {
    expect(await coloured(env, isTTY)).toBe(expected);
  });
});

describe('bad input, through every stage', () => {
  const utf16 = (text: string): Uint8Array =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const BAD: [string, string | Uint8Array, RegExp][] = [
    ['empty.txt', '', /tệp rỗng/],
    ['blank.txt', ' \n\n\t\n', /tệp rỗng/],
    ['binary.txt', Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256), /nhị phân|bảng mã/],
    ['recipe.txt', 'Phở bò\n\n1. Ninh xương 8 giờ\n2. Chần bánh phở\n', /không phải kế hoạch/],
    ['english.md', '# Work plan\n\n1. Goals\n\nReach 95% of households by 2025.\n', /không phải kế hoạch/],
    [
      'law.txt',
      'QUỐC HỘI\nLuật số: 41/2024/QH15\nLUẬT BẢO HIỂM XÃ HỘI\nĐiều 1. Phạm vi điều chỉnh\nLuật này quy định quyền và nghĩa vụ.\n',
      /không phải kế hoạch/,
    ],
    ['large.txt', 'Kế hoạch năm 2025. '.repeat(3_000_000), /quá lớn/],
    ['latin1.txt', Buffer.from('Kế hoạch năm 2025, số 5\xe9\xff', 'latin1'), /bảng mã/],
    ['utf16.txt', utf16('Phở bò, không phải kế hoạch gì cả'), /không phải kế hoạch/],
  ];

  test('each gets one line that names it, and the others go on', async () => {
    const cwd = folderWith(Object.fromEntries(BAD.map(([name, content]) => [`in/${name}`, content])));
    symlinkSync('loop.txt', join(cwd, 'in/loop.txt'));
    put(cwd, 'in/z/source.txt', readFileSync('test/fixtures/invented/lai-chau-giam-ngheo-2024/source.txt'));
    const { code, out, err } = await kehoach(cwd, ['ingest', 'in', 'gone'], { process: processDocument });
    expect({ code, err }).toEqual({ code: 3, err: '' });
    const lines = out.split('\n');
    for (const [name, , reason] of BAD) {
      const [line, ...more] = lines.filter((each) => each.includes(`in/${name}:`));
      expect(line).toMatch(reason);
      expect(more).toEqual([]);
    }
    expect(lines).toContain(
      '  in/loop.txt: không mở được (liên kết vòng); hãy kiểm tra quyền đọc và liên kết',
    );
    expect(lines).toContain('  gone: không tìm thấy; hãy kiểm tra lại đường dẫn');
    expect(out).toContain(`1 kế hoạch (1 mới đọc, 0 không đổi), ${BAD.length + 2} tệp không đọc được.`);
    expect(readdirSync(join(cwd, 'out/plans'))).toHaveLength(1);
    expect(readdirSync(join(cwd, 'out/text'))).toHaveLength(2);
  });
});
