import { targetLexicon } from '../../lexicon/targets.ts';
import type { Target } from '../../plan/record.ts';
import { parseFigure, SCALE_WORDS, scaleOf } from '../quantities.ts';

const RANGE = /^(\d[\d.,]*)\s*%?\s*[-–÷]\s*(\d[\d.,]*)\s*%?$/;
const SCALED = new RegExp(
  `^(?:(${SCALE_WORDS})\\s+(?=[A-Za-zÀ-\u036fḀ-ỹ])|(tr)\\.?\\s*(?=đ)|(1\\.?000)\\s*(?=[A-Za-zÀ-\u036fḀ-ỹ]))`,
  'iu',
);

export interface CellFigure {
  relation: Target['relation'];
  value: number;
  /** "Giảm 2%": the cell itself says that its figure is how much something changes by. */
  change: Target['change'];
  /** What the cell itself counts it in, as written ("triệu đồng"); null where it says nothing of it. */
  unit: string | null;
}

/** A bound of a whole column or row: "Năm 2024 (không quá)", "Tỷ lệ hộ nghèo (tối đa)", "Tỷ lệ nợ quá hạn tối đa (%)". */
const BOUND_OF_ALL =
  /\(\s*(≥|≤|>|<|trên|dưới|ít nhất|tối thiểu|không quá|tối đa)\s*\)\s*$|\s(tối thiểu|tối đa)(?:\s*\([^()]*\))?\s*$/iu;

/** What a cell of a table of targets sets: a figure, one with a relation before it, over its column or in its row, or the two ends of a range (1 - 1,5). */
export function cellFigures(cell: { text: string; value: number | null }, ...labels: string[]): CellFigure[] {
  const unit = cell.text.includes('%') ? '%' : null;
  const sign = SIGNED.exec(cell.text)?.[1];
  if (cell.value !== null)
    return [{ relation: relationOf(sign ?? boundOf(labels)), value: cell.value, change: null, unit }];
  const [, low, high] = RANGE.exec(cell.text) ?? [];
  const from = parseFigure(low ?? '');
  const to = parseFigure(high ?? '');
  if (from !== null && to !== null)
    return from < to && !isYear(low)
      ? [
          { relation: '>=', value: from, change: null, unit },
          { relation: '<=', value: to, change: null, unit },
        ]
      : [];
  const [, reached, all] = OF_ALL.exec(cell.text) ?? [];
  // "12/12": so many of all there are.
  if (reached !== undefined && Number(reached) <= Number(all))
    return [{ relation: '=', value: Number(reached), change: null, unit }];
  return inWords(cell.text);
}

const OF_ALL = /^0?(\d{1,3})\s*\/\s*0?(\d{1,3})$/;
const SIGNED = /^\s*\(?\s*([≥≤<>]=?)/u;

function boundOf(labels: readonly string[]): string | undefined {
  for (const label of labels) {
    const [, marked, last] = BOUND_OF_ALL.exec(label) ?? [];
    const bound = marked ?? last;
    if (bound !== undefined) return bound;
  }
  return undefined;
}

/** "Trên 95%", "Từ 80% trở lên", "Không quá 3 ngày", "Giảm 2%": a cell that bounds its figure or says what it counts. */
function inWords(text: string): CellFigure[] {
  const { changes, sign, figure = '', percent, words = '' } = IN_WORDS.exec(text)?.groups ?? {};
  const value = parseFigure(figure);
  if (value === null || figure === text.trim()) return [];
  const [, counted = '', beyond = ''] = BEYOND.exec(words) ?? [];
  const named = unitAlone(counted);
  if (counted !== '' && named === null) return [];
  const relation = targetLexicon().relation('', beyond) ?? relationOf(sign);
  const change =
    changes === undefined ? null : /^giảm/iu.test(changes) ? ('decrease' as const) : ('increase' as const);
  return [{ relation, value, change, unit: percent === undefined ? named : '%' }];
}

const IN_WORDS =
  /^\s*(?:(?:duy trì|giữ vững|giữ|phấn đấu)\s+(?:ở\s+mức\s+|mức\s+)?)?(?:đạt\s+(?:và\s+duy trì\s+)?|(?<changes>giảm|tăng)\s+(?:thêm\s+)?)?(?:(?<sign>[≥≤<>]=?|trên|dưới|ít nhất|tối thiểu|không quá|tối đa)|từ|khoảng|đạt)?\s*(?<figure>\d[\d.,]*)\s*(?<percent>%)?\s*(?<words>\p{Ll}[A-Za-zÀ-\u036fḀ-ỹ\s/²³]*(?:(?<=m)[23])?)?$/iu;
const BEYOND = /^(.*?)\s*(trở lên|trở xuống)?\s*$/iu;

/** A unit that words are, so many thousands of it or so many of each, and nothing more. */
function unitAlone(words: string): string | null {
  const bare = scaled(words).unit ?? '';
  const [counted = '', ...each] = bare.split('/');
  if (MONEY.test(counted)) return words;
  const hit = targetLexicon().units.find(bare)[0];
  if (hit?.start !== 0) return null;
  if (hit.end === bare.length) return words.slice(0, words.length - bare.length) + hit.entry.unit;
  // "01 mô hình/xã": so many for each.
  return hit.end === counted.length && each.length > 0 ? words : null;
}

const MONEY = /^(?:đồng|USD|VNĐ)$/iu;

function relationOf(sign: string | undefined): Target['relation'] {
  return sign === undefined ? '=' : (targetLexicon().relation(` ${sign}`, '') ?? '=');
}

function isYear(text: string | undefined): boolean {
  return /^(?:19|20)\d{2}$/.test(text ?? '');
}

/** A unit as records have it, in small letters and unscaled: Tỷ đồng is đồng with a scale of a thousand million. */
export function scaled(unit: string | null): { unit: string | null; scale: number } {
  if (unit === null) return { unit, scale: 1 };
  const words = unit.trim();
  const small = /^\p{Lu}\p{Ll}*(?!\p{Lu})/u.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
  const scale = SCALED.exec(small);
  const unscaled = small
    .slice(scale?.[0].length ?? 0)
    .replace(/^đ(?![A-Za-zÀ-\u036fḀ-ỹ])/u, 'đồng')
    // A table's sum for each year is a sum; in running text the unit keeps the year.
    .replace(/^((?:đồng|USD).*?)\s*\/\s*(?:năm|tháng)$/iu, '$1');
  return { unit: unscaled, scale: scale?.[3] === undefined ? scaleOf(scale?.[1] ?? scale?.[2]) : 1000 };
}

/** What a figure in that unit measures. */
export function measureOf(unit: string | null): Target['measure'] {
  if (unit === null) return 'count';
  if (unit.startsWith('%')) return 'share';
  // "tổ cộng đồng", "cánh đồng": no money.
  if (/^[^/]*(?:(?<!(?:cộng|hội|hợp|cánh|tượng) )đồng(?! (?:hồ|phục|bào|chí))|USD)/u.test(unit))
    return 'amount';
  if (/\/(?:tuần|tháng|quý)$/u.test(unit)) return 'frequency';
  return unit === '‰' || /\/(?:\d|vạn|1|phụ nữ|người|hộ|ha|xã|(?:(?:nghìn|triệu|tỷ) )?đồng|USD)/u.test(unit)
    ? 'ratio'
    : 'count';
}

/** "Số bác sĩ/vạn dân", "Số giường trên 10.000 dân (giường)": what a label says its figure is so many of each of; null where it does not. */
export function eachInLabel(label: string): string | null {
  return EACH_OF.exec(label.replace(/\s*\([^()]*\)\s*$/u, ''))?.[1] ?? null;
}

const EACH_OF =
  /(?:\/|\strên)\s*((?:1\s*)?(?:vạn|nghìn)\s+dân|(?:1\s*vạn|\d{1,3}(?:\.?\d{3})*)\s+(?:dân|người|hộ|trẻ))$/iu;
