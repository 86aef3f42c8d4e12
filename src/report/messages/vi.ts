import type { FailureCode } from '../../plan/failure.ts';
import type { PlanRecord, Severity } from '../../plan/record.ts';
import type { StoreErrorCode } from '../../store/store-error.ts';
import { researchExamplesVi, researchHelpVi, researchVi } from './research-vi.ts';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
const n = (value: number): string => number.format(value);

const SYSTEM_ERRORS: Record<string, string> = {
  EACCES: 'không có quyền đọc',
  EPERM: 'hệ thống không cho phép',
  ELOOP: 'liên kết vòng',
  EISDIR: 'là thư mục',
  ENOTDIR: 'đường dẫn đi qua một tệp',
  EIO: 'lỗi đọc đĩa',
  EMFILE: 'mở quá nhiều tệp cùng lúc',
  ENAMETOOLONG: 'tên quá dài',
  ENOSPC: 'hết chỗ trên đĩa',
  EROFS: 'ổ đĩa chỉ đọc',
  EEXIST: 'đã có một tệp trùng tên',
};
const systemError = (code: string): string => SYSTEM_ERRORS[code] ?? code;
const inBrackets = (detail: string | null): string => (detail === null ? '' : ` (${detail})`);

const FAILURES: Record<FailureCode | 'internal', (detail: string | null) => string> = {
  'not-found': () => 'không tìm thấy; hãy kiểm tra lại đường dẫn',
  unreadable: (detail) =>
    `không mở được${detail === null ? '' : ` (${systemError(detail)})`}; hãy kiểm tra quyền đọc và liên kết`,
  empty: () => 'tệp rỗng; hãy tải lại bản gốc',
  'too-large': (detail) => `tệp quá lớn${inBrackets(detail)}; hãy để mỗi kế hoạch trong một tệp riêng`,
  binary: (detail) =>
    `là dữ liệu nhị phân, không phải văn bản${inBrackets(detail)}; hãy xuất ra văn bản UTF-8`,
  encoding: (detail) => `không đúng bảng mã${inBrackets(detail)}; hãy lưu lại tệp ở dạng UTF-8`,
  'unsupported-format': (detail) =>
    `chưa đọc được định dạng này${inBrackets(detail)}; hãy lưu thành .docx, PDF, .txt hoặc .md`,
  encrypted: () => 'có mật khẩu mở tệp; hãy lưu lại một bản không đặt mật khẩu',
  damaged: (detail) => `tệp hỏng, không mở được${inBrackets(detail)}; hãy tải lại hoặc quét lại bản gốc`,
  'no-pages': () => 'không có trang nào; hãy tải lại bản gốc',
  'too-many-pages': (detail) =>
    `có quá nhiều trang${inBrackets(detail)}; hãy để mỗi kế hoạch trong một tệp riêng`,
  'unread-pages': (detail) =>
    `có trang không đọc được${inBrackets(detail)}, phần còn lại không cho thấy đây là kế hoạch; hãy quét lại bản gốc`,
  'not-a-plan': () => 'không phải kế hoạch hành chính; không thấy quốc hiệu, ký hiệu hay tên loại KẾ HOẠCH',
  'too-slow': (detail) =>
    `đọc mãi không xong${inBrackets(detail)}; hãy tách tệp ra hoặc quét lại, và xin gửi tệp này kèm báo lỗi`,
  'too-much-memory': () => 'cần quá nhiều bộ nhớ; hãy tách tệp ra, hoặc chạy trên máy có nhiều bộ nhớ hơn',
  crashed: (detail) =>
    `làm hỏng tiến trình đọc nó${inBrackets(detail)}, các tệp khác không sao; xin gửi tệp này kèm báo lỗi`,
  internal: (detail) => `lỗi của chương trình${inBrackets(detail)}; xin gửi tệp này kèm báo lỗi`,
};

const STORE_ERRORS: Record<StoreErrorCode, string> = {
  'not-a-database': 'không phải cơ sở dữ liệu SQLite',
  'other-database': 'là cơ sở dữ liệu của chương trình khác',
  'newer-version': 'do phiên bản mới hơn của chương trình ghi',
  'read-only': 'không cho ghi',
  locked: 'đang có chương trình khác dùng',
  damaged: 'bị hỏng',
  'disk-full': 'nằm trên đĩa đã hết chỗ',
  'unusable-path': 'không mở hay tạo được',
  unreachable: 'không kết nối được',
};
const SEVERITIES: Record<Severity, string> = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' };
const STATUSES: Record<PlanRecord['status'], string> = {
  complete: 'đầy đủ',
  partial: 'chưa đầy đủ',
  failed: 'hỏng',
};

/** How far a long run has come; what can't be told yet is null. */
export interface BatchNews {
  done: number;
  all: number;
  pages: number;
  /** Files a minute. */
  rate: number | null;
  minutesLeft: number | null;
  path: string;
}

/** What a worker did. */
export interface WorkerNews {
  stored: number;
  failed: number;
  again: number;
  pages: number;
}

/** Every sentence the program says, in Vietnamese. The other languages have this shape. */
export const vi = {
  number: n,
  /** An ISO day as Vietnamese writing has it; any other EDTF value as it is. */
  date: (edtf: string): string => edtf.replace(/^(\d{4})-(\d{2})-([\dX]{2})$/, '$3/$2/$1'),
  failure: (code: FailureCode | 'internal', detail: string | null): string => FAILURES[code](detail),
  severity: (severity: Severity): string => SEVERITIES[severity],
  severityCount: (severity: Severity, count: number): string => `${n(count)} ${SEVERITIES[severity]}`,
  status: (status: PlanRecord['status']): string => STATUSES[status],

  ...researchVi,

  help: {
    ...researchHelpVi,
    usage: 'Cách dùng:',
    arguments: 'Tham số:',
    options: 'Tùy chọn:',
    commands: 'Lệnh:',
    default: 'mặc định',
    optionsPlaceholder: '[tùy chọn]',
    commandPlaceholder: '[lệnh]',
    description:
      'Đọc kế hoạch của Ủy ban nhân dân (KH-UBND) thành dữ liệu đã kiểm chứng: chỉ tiêu, cơ quan, nhiệm vụ, thời hạn, căn cứ, và những chỗ không khớp.',
    help: 'hướng dẫn',
    helpCommand: 'hướng dẫn về một lệnh',
    version: 'in số phiên bản',
    lang: 'ngôn ngữ của thông báo: vi (tiếng Việt) hoặc en (tiếng Anh)',
    ingest: 'đọc các tệp và thư mục, ghi JSON và cơ sở dữ liệu, in báo cáo',
    extract: 'đọc một tệp, in bản ghi JSON ra màn hình',
    check: 'tìm những chỗ không khớp trong kế hoạch',
    explain: 'giải thích một quy tắc kiểm tra: báo gì, vì sao, xử lý thế nào',
    accept: 'chấp nhận một điểm không khớp của kế hoạch đã lưu, kèm lý do',
    show: 'xem một kế hoạch đã lưu',
    rule: 'mã quy tắc, như table-total',
    reason: 'vì sao chấp nhận',
    at: 'chỗ của điểm không khớp trong bản ghi (JSON Pointer), khi quy tắc báo nhiều chỗ',
    by: 'người chấp nhận (mặc định: tên người dùng máy)',
    undo: 'bỏ việc chấp nhận trước đây',
    config: 'tệp cấu hình (mặc định: kehoach.config.json trong thư mục hiện tại)',
    user: 'tài khoản dùng bàn đối chiếu từ máy khác',
    userAdd: 'thêm tài khoản, hoặc đổi vai trò và mật khẩu',
    userRemove: 'xóa tài khoản',
    userList: 'liệt kê tài khoản',
    userName: 'tên tài khoản',
    role: 'vai trò: viewer (chỉ xem) hoặc reviewer (xem và sửa)',
    cert: 'chứng chỉ TLS (PEM), cần khi mở cho máy khác',
    key: 'khóa của chứng chỉ (PEM)',
    proxy: 'đứng sau một máy chủ trung gian đã lo TLS',
    hostName: 'tên máy mà trình duyệt dùng để vào; có thể lặp lại',
    serve: 'mở bàn đối chiếu trong trình duyệt',
    paths: 'tệp hoặc thư mục; thư mục được duyệt đến tận cùng',
    checkPaths:
      'tệp hoặc thư mục; không ghi gì thì kiểm tra các kế hoạch đã lưu trong --out, kể cả giữa các kế hoạch',
    file: 'tệp kế hoạch (.pdf, .docx, .txt, .md)',
    id: 'mã kế hoạch, hoặc phần đầu của mã nếu không trùng',
    repairs: 'xem những chữ đã sửa so với bản đọc được',
    overlay: 'ghi ảnh PNG của trang, mỗi giá trị có khung quanh chữ đã đọc',
    page: 'trang của ảnh',
    verify: 'kiểm tra mọi thứ đã lưu: còn đủ, còn nguyên, khớp với nhau',
    backup: 'sao lưu, kể cả khi đang có lượt chạy',
    status: 'xem hàng đợi, tốc độ, và tệp nào hỏng vì sao',
    backupTarget: 'tệp .sqlite (chỉ cơ sở dữ liệu) hoặc thư mục mới (tất cả)',
    noSources: 'không đọc lại các tệp gốc',
    again: 'cho lượt chạy sau đọc lại những tệp có kết quả hỏng hoặc mất',
    json: 'in dạng JSON',
    enqueue: 'đưa tệp vào hàng đợi trên PostgreSQL cho các máy cùng đọc',
    worker: 'đọc các tệp trong hàng đợi; chạy trên bao nhiêu máy cũng được',
    database: 'địa chỉ PostgreSQL (postgres://…) thay cho tệp SQLite; mặc định lấy từ DATABASE_URL',
    root: 'thư mục chung mà đường dẫn các tệp tính từ đó, dù trên mỗi máy nó nằm ở đâu',
    enqueueAgain: 'kể cả những tệp đã đợi sẵn hoặc đã xong',
    untilEmpty: 'kết thúc khi hàng đợi hết tệp',
    lease: 'sau chừng ấy giây không thấy tin, máy khác đọc thay',
    watch: 'trông các thư mục, đọc tệp mới ngay khi ghi xong',
    watchFolders: 'thư mục cần trông, đến tận cùng',
    settle: 'đọc tệp khi đã yên chừng ấy giây',
    poll: 'tự xem lại thư mục, cho ổ mạng không báo thay đổi',
    moveTo: 'chuyển tệp đã đọc vào thư mục này (done/, failed/)',
    archive: 'ghi thêm PDF/A tìm được chữ và ALTO XML cho mỗi văn bản quét, để lưu trữ',
    rehash: 'đọc mọi tệp để biết có thay đổi không, kể cả khi kích thước, thời gian và inode vẫn như cũ',
    jobs: 'số tệp đọc cùng lúc; mặc định theo số nhân và bộ nhớ của máy',
    out: 'thư mục kết quả',
    format: 'dạng kết quả: pretty (để đọc), json, sarif',
    port: 'cổng',
    host: 'địa chỉ để lắng nghe',
    examplesTitle: 'Ví dụ:',
    exitCodesTitle: 'Mã kết thúc:',
    examples: {
      ...researchExamplesVi,
      root: [
        ['kehoach ingest corpus', 'đọc cả thư mục, ghi vào out/'],
        ['kehoach extract ke-hoach.txt > ke-hoach.json', 'một tệp thành một bản ghi JSON'],
        ['kehoach check ke-hoach.txt', 'chỉ ra số cộng sai, căn cứ thiếu, hạn đã qua'],
        ['kehoach show can-tho-53-kh-ubnd-2025', 'xem lại một kế hoạch đã lưu'],
      ],
      ingest: [
        ['kehoach ingest corpus', 'JSON, văn bản và plans.sqlite vào out/'],
        ['kehoach ingest a.txt b.md --out ket-qua', 'vài tệp, vào thư mục khác'],
        ['sqlite3 out/plans.sqlite "select * from targets"', 'rồi hỏi thẳng cơ sở dữ liệu'],
      ],
      extract: [
        ['kehoach extract ke-hoach.txt', 'bản ghi đầy đủ kèm vị trí từng giá trị'],
        ["kehoach extract ke-hoach.txt | jq '.targets[].value'", 'chỉ lấy các con số'],
      ],
      check: [
        ['kehoach check corpus', 'mọi kế hoạch trong thư mục'],
        ['kehoach check', 'các kế hoạch đã lưu: trùng, mâu thuẫn, xã so với tỉnh'],
        ['kehoach check ke-hoach.txt --format sarif > kq.sarif', 'cho công cụ đọc SARIF 2.1.0'],
      ],
      explain: [
        ['kehoach explain table-total', 'quy tắc báo gì, vì sao, xử lý thế nào'],
        ['kehoach explain', 'mọi quy tắc, mỗi quy tắc một dòng'],
      ],
      accept: [
        ['kehoach accept tra-vinh-49 date-missing --reason "bản gốc để trống"', 'không báo là lỗi nữa'],
        ['kehoach accept tra-vinh-49 date-missing --undo', 'bỏ chấp nhận'],
      ],
      serve: [
        ['kehoach serve', 'rồi mở http://127.0.0.1:8484/ trong trình duyệt'],
        ['kehoach serve --host 0.0.0.0 --cert desk.pem --key desk.key', 'cho máy khác, có tài khoản và TLS'],
      ],
      user: [
        ['kehoach user add hoa --role reviewer', 'hỏi mật khẩu rồi thêm tài khoản'],
        ['kehoach user list', 'ai được dùng'],
      ],
      show: [
        ['kehoach show can-tho-53', 'phần đầu của mã cũng đủ'],
        ['kehoach show ha-noi-15 --repairs', 'đối chiếu chữ đã sửa với bản đọc được'],
        ['kehoach show can-tho-53 --at /targets/3', 'một giá trị và lời văn của nó'],
      ],
      verify: [
        ['kehoach verify', 'đối chiếu cơ sở dữ liệu, các tệp kết quả và tệp gốc'],
        ['kehoach verify --again && kehoach ingest corpus', 'rồi đọc lại những tệp có kết quả hỏng'],
      ],
      enqueue: [
        ['kehoach enqueue kho --database postgres://may-chu/plans', 'cả thư mục vào hàng đợi'],
        ['kehoach enqueue /mnt/kho --root /mnt/kho', 'máy khác có thể gắn thư mục ấy ở chỗ khác'],
      ],
      worker: [
        ['kehoach worker --database postgres://may-chu/plans', 'đọc đến khi bấm Ctrl-C'],
        ['kehoach worker --root /srv/kho --until-empty', 'đọc đến khi hết hàng đợi'],
      ],
      watch: [
        ['kehoach watch hop-thu', 'đọc tệp mới cho đến khi bấm Ctrl-C'],
        ['kehoach watch hop-thu --move-to da-xong', 'rồi chuyển tệp đi'],
      ],
      backup: [
        ['kehoach backup sao-luu/2025-06-30', 'cả thư mục kết quả'],
        ['kehoach backup plans.sqlite', 'chỉ cơ sở dữ liệu'],
      ],
      status: [
        ['kehoach status', 'còn bao nhiêu tệp, tệp nào hỏng vì sao'],
        ['kehoach status --json', 'cho chương trình khác đọc'],
      ],
    },
    exitCodes: {
      ok: 'xong',
      findings: 'check: có điểm không khớp ở mức lỗi',
      usage: 'gọi sai lệnh',
      someFailed: 'có tệp không đọc được, các tệp khác vẫn xong',
      nothing: 'không đọc được tệp nào, hoặc không có kế hoạch mang mã đó',
      output: 'không ghi được kết quả',
      bug: 'lỗi của chương trình',
      interrupted: 'bị ngắt (Ctrl-C); phần đã xong được giữ',
    },
  },

  usage: {
    unknownCommand: (name: string): string => `không có lệnh "${name}"`,
    unknownOption: (name: string): string => `không có tùy chọn "${name}"`,
    missingArgument: (name: string): string => `thiếu tham số ${name}`,
    missingOption: (name: string): string => `thiếu tùy chọn ${name}`,
    missingCommand: 'thiếu lệnh',
    optionMissingArgument: (name: string): string => `tùy chọn ${name} cần một giá trị`,
    invalidChoice: (value: string, option: string, allowed: string): string =>
      `"${value}" không hợp với ${option}; chọn một trong: ${allowed}`,
    excessArguments: 'thừa tham số',
    didYouMean: (name: string): string => `Có phải là "${name}"?`,
    seeHelp: (command: string): string => `Xem hướng dẫn: ${command} --help`,
  },

  outputFailed: (path: string, code: string): string => `Không ghi được vào ${path} (${systemError(code)}).`,
  storeFailed: (code: StoreErrorCode, path: string): string =>
    code === 'unreachable'
      ? `Cơ sở dữ liệu ${path} ${STORE_ERRORS[code]}; hãy kiểm tra địa chỉ, mật khẩu và máy chủ.`
      : `Cơ sở dữ liệu ${path} ${STORE_ERRORS[code]}; hãy chuyển tệp ấy đi chỗ khác, hoặc chọn thư mục khác bằng --out.`,
  bug: (reason: string): string => `Lỗi của chương trình: ${reason}`,
  stopping: 'Đang dừng: làm nốt các tệp đang đọc; nhấn lần nữa để dừng ngay.',
  interrupted: 'Đã ngắt; phần đã xong được giữ, lần chạy sau làm tiếp.',
  nothingFound: (paths: string): string =>
    `Không thấy tệp nào đọc được (.pdf, .docx, .txt, .md) trong ${paths}.`,
  planNotFound: (id: string, folder: string): string => `Không có kế hoạch "${id}" trong ${folder}.`,
  planAmbiguous: (id: string): string => `Nhiều kế hoạch có mã bắt đầu bằng "${id}":`,
  storedPlans: 'Các mã đã lưu:',
  noPicture: (path: string, page: string): string =>
    `Không có ảnh trang ${page} của ${path}: tệp không còn, đã khác bản đã đọc, hoặc không có trang đó.`,
  folderMissing: (folder: string): string => `Chưa có thư mục ${folder}; hãy chạy "kehoach ingest" trước.`,

  skipped: (files: number, endings: readonly (readonly [string, number])[], isMore: boolean): string =>
    `Bỏ qua ${n(files)} tệp mà tên và những byte đầu không phải của văn bản: ${endings
      .map(([ending, of]) => `${ending === '' ? 'không có đuôi' : ending} (${n(of)})`)
      .join(', ')}${isMore ? ', …' : ''}. Tệp được nêu đích danh thì luôn được đọc.`,

  report: {
    found: 'TÌM THẤY',
    targets: (count: number): string => `${n(count)} chỉ tiêu`,
    agencies: (count: number): string => `${n(count)} cơ quan`,
    tasks: (count: number): string => `${n(count)} nhiệm vụ`,
    deadlines: (count: number): string => `${n(count)} thời hạn`,
    noFindings: 'không có điểm lệch',
    unchanged: 'không đổi',
    duplicateOf: (path: string): string => `trùng nội dung với ${path}`,
    doesNotAddUp: (counts: string): string => `KHÔNG KHỚP (${counts})`,
    everythingAddsUp: 'Không thấy điểm nào không khớp.',
    moreFindings: (count: number): string =>
      `… và ${n(count)} điểm nữa: xem bảng findings trong cơ sở dữ liệu`,
    morePlans: (count: number): string => `… và ${n(count)} tệp nữa: xem bảng plans trong cơ sở dữ liệu`,
    moreFailures: (count: number): string => `… và ${n(count)} tệp nữa: xem "kehoach status"`,
    failed: (count: number): string => `KHÔNG ĐỌC ĐƯỢC (${n(count)})`,
    nothingToDo: (count: number): string =>
      `Không có gì phải làm lại: ${n(count)} tài liệu không đổi từ lần trước.`,
    summary: (plans: number, fresh: number, unchanged: number, duplicates: number, failed: number): string =>
      `${n(plans)} kế hoạch (${[
        `${n(fresh)} mới đọc`,
        `${n(unchanged)} không đổi`,
        ...(duplicates > 0 ? [`${n(duplicates)} tệp trùng`] : []),
      ].join(', ')})${failed > 0 ? `, ${n(failed)} tệp không đọc được` : ''}.`,
    written: (paths: string): string => `Kết quả: ${paths}`,
  },

  progress: (done: number, all: number, path: string): string => `[${n(done)}/${n(all)}] ${path}`,

  verify: {
    faults: {
      database: 'cơ sở dữ liệu sai',
      'file-missing': 'mất tệp kết quả, hoặc không mở được',
      'file-differs': 'tệp kết quả khác với cơ sở dữ liệu',
      'source-missing': 'không còn tệp gốc, hoặc không mở được',
      'source-changed': 'tệp gốc đã khác lúc đọc',
      'file-unknown': 'tệp không thuộc kế hoạch nào',
      'half-written': 'tệp ghi dở',
      unfinished: 'chưa đọc xong',
    },
    sound: (plans: number): string => `${n(plans)} kế hoạch: tất cả còn đủ và khớp.`,
    unsound: (faults: number, plans: number): string => `${n(faults)} chỗ sai trong ${n(plans)} kế hoạch.`,
    again: (documents: number): string => `${n(documents)} tệp sẽ được đọc lại ở lần chạy sau.`,
  },
  queue: {
    noServer: 'Cần địa chỉ PostgreSQL: --database postgres://… hoặc biến môi trường DATABASE_URL.',
    added: (added: number, known: number, failed: number): string =>
      `${n(added)} tệp vào hàng đợi, ${n(known)} tệp đã có sẵn${failed > 0 ? `, ${n(failed)} tệp không tìm thấy` : ''}.`,
    working: ({ stored, failed, pages, path }: WorkerNews & { path: string }): string =>
      `${n(stored)} xong, ${n(failed)} không đọc được, ${n(pages)} trang · ${path}`,
    worked: ({ stored, failed, again, pages }: WorkerNews): string =>
      `${n(stored)} tệp xong (${n(pages)} trang), ${n(failed)} không đọc được, ${n(again)} để đọc lại sau.`,
  },
  watching: (folders: string): string => `Đang trông ${folders}; Ctrl-C để dừng.`,
  watchTrouble: (reason: string): string => `Chưa ghi được kết quả (${reason}); sẽ thử lại.`,
  backedUp: (plans: number, path: string): string => `Đã sao lưu ${n(plans)} kế hoạch vào ${path}.`,
  statusReport: {
    files: (
      { queued, running, done, failed }: Record<'queued' | 'running' | 'done' | 'failed', number>,
      plans: number,
    ): string =>
      `${n(queued)} tệp chờ, ${n(running)} đang đọc, ${n(done)} xong, ${n(failed)} không đọc được; ${n(plans)} kế hoạch.`,
    running: ({
      pid,
      done,
      all,
      pages,
      rate,
      minutesLeft,
    }: Omit<BatchNews, 'path'> & { pid: number }): string =>
      `Đang chạy (${pid}): ${n(done)}/${n(all)} tệp, ${n(pages)} trang${rate === null ? '' : `, ${n(rate)} tệp/phút`}${minutesLeft === null ? '' : `, còn khoảng ${n(minutesLeft)} phút`}.`,
    cutOff: (pid: number, done: number, all: number): string =>
      `Một lượt chạy (${pid}) bị ngắt giữa chừng ở ${n(done)}/${n(all)} tệp; chạy lại "kehoach ingest" để làm tiếp.`,
    more: (files: number): string => `… và ${n(files)} tệp nữa`,
  },

  batchProgress: ({ done, all, pages, rate, minutesLeft, path }: BatchNews): string =>
    `[${n(done)}/${n(all)}] ${[
      ...(rate === null ? [] : [`${n(rate)} tệp/phút`, `${n(pages)} trang`]),
      ...(minutesLeft === null ? [] : [`còn khoảng ${n(minutesLeft)} phút`]),
      path,
    ].join(' · ')}`,

  check: {
    clean: (path: string): string => `${path}: không thấy điểm nào không khớp`,
    summary: (counts: string, documents: number): string => `${counts} trong ${n(documents)} tài liệu.`,
    suggestion: (text: string): string => `gợi ý: ${text}`,
    accepted: 'đã chấp nhận',
    acceptedBecause: (reason: string, by: string, date: string): string => `${reason} (${by}, ${date})`,
    acceptedCount: (count: number): string => `${n(count)} điểm đã chấp nhận.`,
    sum: 'cộng lại',
    moreRows: (count: number): string => `… ${n(count)} dòng`,
    sourceRegion: 'chỗ đó trong văn bản đã chuẩn hóa',
  },

  explain: {
    why: 'Vì sao',
    settle: 'Xử lý thế nào',
    reported: 'Ví dụ báo',
    notReported: 'Không báo',
    source: 'Căn cứ',
  },

  accept: {
    reasonMissing: 'thiếu lý do: --reason "…"',
    noFinding: (id: string, rule: string): string => `${id} không có điểm nào của quy tắc ${rule} ở chỗ đó.`,
    several: (rule: string): string => `Quy tắc ${rule} báo nhiều chỗ; chọn một chỗ bằng --at:`,
    notAccepted: (id: string, rule: string): string => `${id}: điểm này của ${rule} chưa được chấp nhận.`,
    done: (message: string, reason: string, by: string): string =>
      `Đã chấp nhận: ${message} – ${reason} (${by})`,
    undone: (message: string): string => `Đã bỏ chấp nhận: ${message}`,
  },

  config: {
    unreadable: (file: string): string => `Không đọc được tệp cấu hình ${file}.`,
    notJson: (file: string, detail: string): string => `${file} không phải JSON: ${detail}`,
    invalid: (file: string): string => `${file} có chỗ không đúng:`,
    unknownKeys: (keys: string): string => `không có mục "${keys}"`,
    unknownRule: (id: string, nearest: string | null): string =>
      `không có quy tắc "${id}"${nearest === null ? '' : `; có phải là "${nearest}"?`} (kehoach explain liệt kê mọi quy tắc)`,
    badSeverity: (rule: string, value: string): string =>
      `${rule}: ${value} không hợp; chọn một trong: error, warning, info, off`,
  },

  user: {
    password: 'Mật khẩu: ',
    added: (name: string, role: string): string => `Đã ghi tài khoản ${name} (${role}).`,
    none: (name: string): string => `Không có tài khoản ${name}.`,
    badName: (name: string): string => `"${name}" không dùng làm tên tài khoản được.`,
    badPassword: (least: number): string => `Mật khẩu phải có ít nhất ${n(least)} ký tự.`,
  },

  serve: {
    needsTls: (address: string): string =>
      `Mở ở ${address} thì mật khẩu phải đi qua TLS: thêm --cert và --key, hoặc --proxy nếu có máy chủ trung gian lo TLS.`,
    needsAccounts: 'Mở cho máy khác thì phải có tài khoản: hãy chạy "kehoach user add TÊN" trước.',
    ready: (address: string): string => `Bàn đối chiếu: ${address} (Ctrl-C để dừng)`,
    failed: (address: string, port: number, code: string): string =>
      `Không mở được ${address}:${port} (${systemError(code)}).`,
  },

  repairs: {
    none: 'Không có chữ nào phải sửa.',
    line: (line: number): string => `dòng ${line}`,
    summary: (all: number, doubtful: number): string => `${all} chỗ đã sửa, ${doubtful} chỗ chưa chắc (?).`,
  },

  show: {
    number: 'Số, ký hiệu',
    issuer: 'Cơ quan ban hành',
    issued: 'Ngày ban hành',
    period: 'Giai đoạn',
    signer: 'Người ký',
    status: 'Tình trạng',
    source: 'Nguồn',
    notStated: 'không ghi',
    citations: 'CĂN CỨ VÀ VIỆN DẪN',
    basis: 'căn cứ',
    reference: 'viện dẫn',
    targets: 'CHỈ TIÊU',
    agencies: 'CƠ QUAN VÀ NHIỆM VỤ',
    lead: 'chủ trì',
    partner: 'phối hợp',
    deadlines: 'THỜI HẠN',
    findings: 'KHÔNG KHỚP',
    recipients: 'NƠI NHẬN',
    until: (date: string): string => `đến ${date}`,
    increase: 'tăng',
    decrease: 'giảm',
    fromTable: (count: number, tables: number): string =>
      `… và ${n(count)} chỉ tiêu trong ${n(tables)} bảng (xem tệp JSON)`,
  },
};

export type Messages = typeof vi;
