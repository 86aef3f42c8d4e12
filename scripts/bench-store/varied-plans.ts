// Records of plans that nobody issued, no two alike, for measuring what a store answers.
import { placesOn } from '../../src/lexicon/gazetteer.ts';
import { indicatorData } from '../../src/lexicon/indicators.ts';
import type { Agency, Evidence, Finding, PlanRecord, Target } from '../../src/plan/record.ts';
import { seeded } from '../batch/random.ts';

const DEEDS = [
  'Tiếp tục đẩy mạnh tuyên truyền về',
  'Rà soát, thống kê và lập danh sách đối tượng liên quan đến',
  'Tăng cường kiểm tra, giám sát việc thực hiện',
  'Bố trí kinh phí cho',
  'Xây dựng cơ sở dữ liệu về',
  'Tổ chức tập huấn nghiệp vụ về',
  'Phối hợp với các cơ quan, đơn vị triển khai',
  'Sơ kết, tổng kết công tác',
  'Tham mưu cơ chế, chính sách hỗ trợ',
  'Ứng dụng công nghệ thông tin trong lĩnh vực',
  'Huy động nguồn lực xã hội cho',
  'Nhân rộng mô hình điểm về',
];
const WHOM = [
  'hộ nghèo',
  'học sinh, sinh viên',
  'người lao động',
  'người cao tuổi',
  'đồng bào dân tộc thiểu số',
  'doanh nghiệp nhỏ và vừa',
  'hợp tác xã',
  'cán bộ, công chức',
  'ngư dân ven biển',
  'phụ nữ và trẻ em',
];
const HOW = [
  'bảo đảm thiết thực, hiệu quả, tránh hình thức',
  'gắn với xây dựng nông thôn mới',
  'theo hướng dẫn của bộ, ngành trung ương',
  'trên cơ sở dữ liệu dân cư',
  'có lộ trình cụ thể từng quý',
  'lồng ghép với các chương trình mục tiêu quốc gia',
  'kịp thời tháo gỡ khó khăn, vướng mắc',
  'đúng đối tượng, đúng quy định',
];
const AGENCIES = ['Sở Y tế', 'Sở Tài chính', 'Sở Nội vụ', 'Công an tỉnh', 'Sở Giáo dục và Đào tạo'];
const RULES: readonly [string, Finding['severity']][] = [
  ['table-total', 'error'],
  ['sum-mismatch', 'error'],
  ['citation-incomplete', 'warning'],
  ['numbering-gap', 'warning'],
  ['signer-missing', 'warning'],
  ['annex-missing', 'info'],
  ['low-confidence', 'info'],
];
/** The indicators that researchers ask for most stand in more plans than others. */
const FREQUENT = ['bhyt', 'ho-ngheo', 'lao-dong-qua-dao-tao', 'nuoc-sach', 'dich-vu-cong-truc-tuyen'];

const provinces = placesOn('province', '9999-12-31');
const communes = placesOn('commune', '9999-12-31').filter(({ code }) => code !== null);

/** The record and text of a plan of some pages; another one for each number, the same for the same. */
export function variedPlan(at: number): { record: PlanRecord; text: string } {
  const random = seeded(at + 1);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const one = <T>(from: readonly T[]): T => {
    const chosen = from[whole(0, from.length - 1)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  };
  const { indicators } = indicatorData();
  const topics = Array.from({ length: whole(2, 8) }, (_, index) =>
    index === 0 && random() < 0.5
      ? one(indicators.filter(({ id }) => FREQUENT.includes(id)))
      : one(indicators),
  );
  const [main] = topics;
  if (main === undefined) throw new RangeError('no topic');
  const isProvince = random() < 0.3;
  const place = isProvince ? one(provinces) : one(communes);
  const year = whole(2021, 2027);
  const type = place.type.charAt(0).toUpperCase() + place.type.slice(1);
  const name = isProvince ? place.name : `${type} ${place.name}`;
  const number = `${whole(1, 900)}/KH-UBND`;
  const issued = `${year - 1}-${String(whole(1, 12)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;

  let text = '';
  let page = 1;
  const evidence: Record<string, Evidence> = {};
  /** Writes words, as those of the value at a pointer. */
  const write = (words: string, pointer?: string): void => {
    if (pointer !== undefined) {
      const start = text.length;
      evidence[pointer] = { page, start, end: start + words.length, quote: words, confidence: 1, boxes: [] };
    }
    text += words;
  };
  const sentence = (): string =>
    `${one(DEEDS)} ${one(random() < 0.6 ? topics : indicators).name.toLowerCase()} cho ${one(WHOM)} ${one(HOW)}, hoàn thành trước ngày ${whole(1, 28)}/${whole(1, 12)}/${year}`;

  write(`ỦY BAN NHÂN DÂN ${name.toUpperCase()}\nSố: `);
  write(number, '/number');
  const title = `${one(DEEDS)} ${main.name.toLowerCase()} năm ${year} trên địa bàn ${place.type} ${place.name}`;
  write('\nKẾ HOẠCH\n');
  write(title, '/title');
  write('\nI. CHỈ TIÊU\n');
  const targets = topics.flatMap(({ id, name: label, unit }): Target[] => {
    const isShare = unit === undefined || unit === '%';
    const due = String(year + whole(0, 2));
    const common = { indicator: id, label, group: null, change: null, reference: null, due, place: null };
    const share = whole(200, 999) / 10;
    const value = isShare ? share : whole(10, 90_000);
    const level: Target = {
      ...common,
      measure: isShare ? 'share' : 'count',
      relation: one(['=', '>=', '>']),
      value,
      unit: isShare ? '%' : 'người',
      of: isShare ? 'population' : null,
      from: null,
    };
    if (!isShare || random() < 0.6) return [level];
    const base = whole(50_000, 2_000_000);
    const counted = Math.round((base * share) / 100);
    return [
      { ...level, relation: '=' },
      { ...level, measure: 'count', relation: '=', value: counted, unit: 'người', of: null },
    ];
  });
  for (const [index, target] of targets.entries()) {
    write(`${index + 1}. ${target.label} đến năm ${target.due} đạt `);
    write(`${target.value} ${target.unit}`, `/targets/${index}/value`);
    write('.\n');
  }
  const agencies = Array.from({ length: whole(2, 4) }, (_, index): Agency => {
    page++;
    const agency = AGENCIES[(at + index) % AGENCIES.length] ?? '';
    write(`${index + 1}. ${agency}\n`);
    const tasks = Array.from({ length: whole(5, 15) }, (_task, position) => {
      const words = sentence();
      write(words, `/agencies/${index}/tasks/${position}/text`);
      write('.\n');
      return { text: words, role: null, partners: [], deadlines: [] };
    });
    return { name: agency, id: null, tasks };
  });
  const record: PlanRecord = {
    schemaVersion: 1,
    id: `made-${String(at).padStart(7, '0')}`,
    status: 'complete',
    source: {
      path: `made/${at}.txt`,
      sha256: at.toString(16).padStart(64, '0'),
      mediaType: 'text/plain',
      bytes: Buffer.byteLength(text),
      pages: Array.from({ length: page }, (_, index) => ({
        page: index + 1,
        origin: 'ocr',
        confidence: whole(500, 999) / 1000,
        reason: null,
      })),
      diacritics: 'original',
    },
    type: 'Kế hoạch',
    number,
    issuer: {
      name: `Ủy ban nhân dân ${place.type} ${place.name}`,
      kind: 'peoples-committee',
      level: isProvince ? 'province' : 'commune',
      place: { name, code: place.code },
    },
    issuedOn: issued,
    issuedAt: place.name,
    title,
    period: String(year),
    signer: null,
    recipients: [],
    citations: [],
    targets,
    tables: [],
    agencies,
    deadlines: [],
    findings: Array.from({ length: whole(0, 6) }, (): Finding => {
      const [rule, severity] = one(RULES);
      return { rule, severity, message: rule, at: [], expected: null, actual: null, suggestion: null };
    }),
    evidence,
  };
  return { record, text };
}
