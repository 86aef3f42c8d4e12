import { findIndicators, indicator, indicatorCounted } from '../../lexicon/indicators.ts';
import type { RowReading } from '../table-rows.ts';

/** What a row of a table of indicators is about. */
export interface RowSubject {
  id: string | null;
  /** It names the part of the people that its parent row counts. */
  group: boolean;
}

/** Rows numbered by A, I head a subject; from 1 on they may themselves be an indicator, with its parts below. */
const FIRST_INDICATOR = 2;
const DEEPEST = Number.POSITIVE_INFINITY;
/** Names a figure, and not only a field of work. */
const MEASURE =
  /^(?:số(?!\s+h[oó]a)|tổng|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|mức|diện tích|sản lượng|năng suất|giá trị|thu nhập|tốc độ|chỉ số|quy mô)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/**
 * The indicator of every row: that of the row it is a part of ("- Dịch vụ" below "3. Cơ cấu kinh tế"), else its own, else
 * the one that the heading above names where that is counted in the row's unit ("Xã đạt chuẩn" below "III. Nông thôn mới").
 */
export function rowSubjects(
  rows: readonly RowReading[],
  unitOf: (row: RowReading) => string | null,
): RowSubject[] {
  const above: { depth: number; id: string | null }[] = [];
  let part: string | null = null;
  return rows.map((row) => {
    if (row.kind === 'heading') part = onlyIndicator(row.label);
    const depth = row.depth ?? DEEPEST;
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    const parent = above.findLast(({ id }) => id !== null)?.id ?? null;
    const own = parent ?? findIndicators(row.label)[0]?.id ?? indicatorCounted(row.label, unitOf(row));
    const id = own ?? (part !== null && indicator(part)?.unit === unitOf(row) ? part : null);
    const heads = depth >= FIRST_INDICATOR && (row.kind !== 'heading' || MEASURE.test(row.label));
    above.push({ depth, id: heads ? id : null });
    return { id, group: parent !== null && indicator(parent)?.unit === 'người' };
  });
}

function onlyIndicator(label: string): string | null {
  const [id, ...others] = new Set(findIndicators(label).map((hit) => hit.id));
  return id === undefined || others.length > 0 ? null : id;
}
