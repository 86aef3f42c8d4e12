import type { Cell, Other, Unmerged, Why } from '../../compare/comparison.ts';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
const n = (value: number): string => number.format(value);
const signed = (value: number): string => `${value > 0 ? '+' : ''}${n(value)}`;

const MEASURES: Record<string, string> = {
  count: 'số lượng',
  share: 'tỷ lệ',
  amount: 'số tiền',
  frequency: 'tần suất',
  ratio: 'tỷ số',
};
const BASES: Record<string, string> = {
  population: 'dân số',
  'labour-force': 'lực lượng lao động',
  eligible: 'số người thuộc diện',
  plan: 'kế hoạch',
  receivable: 'số phải thu',
  group: 'nhóm',
  other: 'cơ sở khác',
};
const baseName = (base: string | null): string => (base === null ? 'không rõ' : (BASES[base] ?? base));
const measureName = (measure: string): string => MEASURES[measure] ?? measure;

const WHY: Record<Why, (detail: string | null) => string> = {
  'value-is-change': () => 'là mức tăng hay giảm, không phải mức đạt',
  'no-number': () => 'không nêu con số',
  'no-year': () => 'không rõ năm nào',
  'no-place': () => 'không rõ nơi nào',
  'other-group': (detail) => (detail === null ? 'tính trên toàn thể' : `chỉ tính trên nhóm: ${detail}`),
  'other-base': (detail) => `tỷ lệ tính trên cơ sở khác: ${baseName(detail)}`,
  'other-unit': (detail) => `đơn vị khác: ${detail ?? 'không rõ'}`,
  'other-measure': (detail) =>
    `loại số liệu khác, không cần hoặc không quy đổi: ${detail === null ? '' : measureName(detail)}`,
  'base-missing': (detail) =>
    `${detail === null ? '' : `${measureName(detail)}: `}kế hoạch không cho biết đủ rõ cơ sở để quy đổi`,
  'bases-disagree': (detail) =>
    `${detail === null ? '' : `${measureName(detail)}: `}các số của kế hoạch suy ra những cơ sở khác nhau`,
};

/** Sentences of comparing, searching and exporting, in Vietnamese; a part of the catalogue `vi`. */
export const researchVi = {
  compare: {
    measure: measureName,
    base: (base: string): string => `trên ${baseName(base)}`,
    place: 'Nơi',
    nothing: 'Không có số liệu nào so sánh được.',
    sources: 'NGUỒN (kehoach show …)',
    manySources: (values: number): string =>
      `${n(values)} số liệu; nguồn của từng số: --format csv hoặc json.`,
    formerly: (name: string, until: string, today: string | null): string =>
      `${name} (đến ${until}${today === null ? '' : `, nay thuộc ${today}`})`,
    rank: (rank: number, of: number): string => `thứ ${n(rank)} trên ${n(of)}`,
    change: ({ from, difference, growth, bounds }: NonNullable<Cell['change']>): string =>
      `so với ${from}: ${signed(difference)}${growth === null ? ' điểm %' : ` (${signed(growth)} %)`}${bounds ? ', có số là mức chặn' : ''}`,
    kind: (kind: Cell['kind']): string =>
      ({ stated: 'nêu trong kế hoạch', derived: '* quy đổi', sum: '+ cộng các tỉnh đã nhập' })[kind],
    other: (why: Other['why'], value: string, source: string): string =>
      `${{ repeated: 'nêu lại', 'earlier-due': 'hạn sớm hơn', 'older-plan': 'kế hoạch cũ hơn', conflict: 'KHÁC' }[why]}: ${value} (${source})`,
    corrected: ({ by, at, former }: { by: string; at: string; former: unknown }): string =>
      `! ${by} sửa ngày ${at.slice(0, 10)}; trước đó đọc là ${JSON.stringify(former)}`,
    notSummed: 'KHÔNG CỘNG ĐƯỢC',
    unmerged: (why: Unmerged['why'], parts: readonly string[]): string =>
      `${{ 'parts-missing': 'thiếu', 'bounds-differ': 'mức chặn ngược chiều', 'bases-missing': 'không rõ cơ sở của tỷ lệ' }[why]}: ${parts.join(', ')}`,
    left: (count: number): string => `KHÔNG SO SÁNH (${n(count)})`,
    why: (why: Why, detail: string | null): string => WHY[why](detail),
    more: (count: number): string => `… và ${n(count)} nữa`,
    unknownIndicator: (id: string, known: readonly string[]): string =>
      `Không có chỉ số "${id}".${known.length === 0 ? '' : ` Các chỉ số trong cơ sở dữ liệu: ${known.join(', ')}`}`,
    unknownRegion: (name: string, known: readonly string[]): string =>
      `Không có vùng "${name}"; chọn một trong: ${known.join(', ')}`,
  },
  exported: {
    noFile: 'Cơ sở dữ liệu này không phải là một tệp; hãy dùng công cụ sao lưu của nó.',
    withoutDay: (count: number): string =>
      `${n(count)} thời hạn không có ngày nên không vào lịch: xem bảng deadlines.`,
  },
  found: {
    nothing: (words: string): string => `Không thấy kế hoạch nào có: ${words}`,
  },
  evidence: {
    notThere: (id: string, pointer: string): string => `${id} không có gì ở ${pointer}.`,
    noEvidence: 'Không có lời văn nào làm chứng cho giá trị này.',
    page: (page: number): string => `trang ${n(page)}`,
  },
};

export const researchHelpVi = {
  compare: 'so sánh một chỉ số giữa các nơi và các năm',
  indicator: 'mã chỉ số, như bhyt',
  measure: 'loại số liệu; nếu không nêu thì lấy loại có nhiều nhất',
  base: 'tỷ lệ tính trên: population, labour-force, eligible, plan, …',
  group: 'nhóm dân cư, như "học sinh, sinh viên"; nếu không nêu thì toàn thể',
  level: 'cấp: province, district, commune',
  region: 'vùng kinh tế - xã hội, như "Đồng bằng sông Cửu Long"',
  place: 'tên hoặc mã của nơi, hoặc của tỉnh hiện nay',
  year: 'một năm',
  from: 'từ năm',
  to: 'đến năm',
  search: 'tìm trong toàn văn các kế hoạch đã lưu, có dấu hay không dấu',
  words: 'các từ cần tìm; "trong ngoặc kép" là đi liền nhau; từ* là bắt đầu bằng',
  limit: 'nhiều nhất bao nhiêu kế hoạch',
  searchFormat: 'dạng kết quả: table (để đọc), json',
  export: 'xuất tất cả kế hoạch đã lưu sang dạng khác',
  exportFormat:
    'csv, xlsx, parquet, json, jsonl, sqlite, ics (lịch thời hạn), dublin-core, tt02 (Thông tư 02/2019/TT-BNV)',
  exportTo: 'thư mục nhận tệp (mặc định: export/<dạng> trong thư mục kết quả)',
  compareFormat: 'dạng kết quả: table (để đọc), csv, json, svg',
  evidenceAt: 'chỉ xem một giá trị và lời văn của nó (JSON Pointer, như /targets/3)',
};

export const researchExamplesVi = {
  search: [
    ['kehoach search bao hiem y te', 'không dấu cũng tìm được'],
    ['kehoach search \'"học sinh, sinh viên" BHYT\'', 'hai từ đi liền nhau, và một từ nữa'],
  ],
  export: [
    ['kehoach export --format xlsx', 'một bảng tính, mỗi bảng một trang'],
    ['kehoach export --format ics --to lich', 'lịch các thời hạn'],
  ],
  compare: [
    ['kehoach compare --indicator bhyt', 'tỷ lệ hoặc số người, mọi nơi, mọi năm'],
    ['kehoach compare --indicator bhyt --measure share --year 2025 --format svg > bhyt.svg', 'biểu đồ'],
  ],
};
