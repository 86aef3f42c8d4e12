import { type PlaceOverTime, placeOfCode, predecessorsOf } from '../lexicon/gazetteer.ts';
import type { Cell, Row, Unmerged } from './comparison.ts';
import type { Locus } from './places.ts';

const TODAY = '9999-12-31';

export interface LocatedRow {
  locus: Locus;
  cells: Map<number, Cell>;
}

/**
 * Adds to today's provinces what the provinces that they were merged of come to, for years in which all of these have a value of
 * their own; tells where some have not.
 */
export function addMergedProvinces(
  rows: Map<string, LocatedRow>,
  measure: string,
  locate: (unit: PlaceOverTime) => Locus,
): Unmerged[] {
  const unmerged: Unmerged[] = [];
  for (const code of mergedOf([...rows.values()])) {
    const today = placeOfCode('province', code, TODAY);
    if (today === null) continue;
    const locus = locate(today);
    const parts = partsOf(today).map((part) => ({ part, row: rows.get(locate(part).key) }));
    if (parts.length < 2) continue;
    const years = new Set(parts.flatMap(({ row }) => [...(row?.cells.keys() ?? [])]));
    for (const year of [...years].sort((a, b) => a - b)) {
      const whole = rows.get(locus.key);
      if (whole?.cells.has(year) === true) continue;
      const cells = parts.map(({ part, row }) => ({ name: part.name, cell: row?.cells.get(year) }));
      const sum = sumOf(year, cells, measure);
      if ('why' in sum) {
        unmerged.push({ place: { code, name: today.name }, year, ...sum });
      } else {
        const row = whole ?? { locus, cells: new Map<number, Cell>() };
        row.cells.set(year, sum);
        rows.set(locus.key, row);
      }
    }
  }
  return unmerged;
}

/** Today's provinces in which a province of another extent lies that has a row. */
function mergedOf(rows: readonly LocatedRow[]): string[] {
  const codes = rows.flatMap(({ locus: { place, today } }) =>
    place.level === 'province' && place.to !== null && today !== null ? [today.code] : [],
  );
  return [...new Set(codes)].sort();
}

/** The provinces that a province of today was last merged of; none where it never was. */
function partsOf(today: PlaceOverTime): PlaceOverTime[] {
  let unit = today;
  for (;;) {
    const before = unit.from === null ? [] : predecessorsOf(unit);
    const [only, ...more] = before;
    if (only === undefined || more.length > 0) return before;
    unit = only;
  }
}

type Part = { name: string; cell: Cell | undefined };

function sumOf(
  year: number,
  parts: readonly Part[],
  measure: string,
): Cell | Pick<Unmerged, 'why' | 'parts'> {
  const cells = parts.flatMap(({ cell }) => cell ?? []);
  const named = (at: (part: Part) => boolean): string[] => parts.filter(at).map(({ name }) => name);
  if (cells.length < parts.length)
    return { why: 'parts-missing', parts: named(({ cell }) => cell === undefined) };
  const relation = boundOf(cells.map((cell) => cell.relation));
  if (relation === null)
    return { why: 'bounds-differ', parts: named(({ cell }) => cell?.relation !== cells[0]?.relation) };
  const common = {
    year,
    relation,
    due: cells.every((cell) => cell.due === cells[0]?.due) ? (cells[0]?.due ?? null) : null,
    kind: 'sum' as const,
    sources: cells.flatMap((cell) => cell.sources),
    others: [],
    rank: null,
    rankedOf: null,
    change: null,
  };
  if (measure !== 'share') {
    return {
      ...common,
      value: cells.reduce((sum, cell) => sum + cell.value, 0),
      base: cells.every((cell) => cell.base !== null)
        ? cells.reduce((sum, cell) => sum + (cell.base ?? 0), 0)
        : null,
      formula: cells.map((cell) => cell.value).join(' + '),
    };
  }
  const based = cells.flatMap(({ value, base }) => (base === null ? [] : [{ value, base }]));
  if (based.length < cells.length)
    return { why: 'bases-missing', parts: named(({ cell }) => (cell?.base ?? null) === null) };
  const base = based.reduce((sum, each) => sum + each.base, 0);
  const covered = based.reduce((sum, each) => sum + (each.value * each.base) / 100, 0);
  const rounded = based.map((each) => ({ ...each, base: Math.round(each.base) }));
  return {
    ...common,
    value: Math.round((covered / base) * 10_000) / 100,
    base,
    formula: `(${rounded.map((each) => `${each.value} % × ${each.base}`).join(' + ')}) / (${rounded.map((each) => each.base).join(' + ')})`,
  };
}

/** The bound that a sum of figures with these bounds has; null where they point both ways. */
function boundOf(relations: readonly Cell['relation'][]): Cell['relation'] | null {
  const low = relations.some((each) => each === '>=' || each === '>');
  const high = relations.some((each) => each === '<=' || each === '<');
  if (low && high) return null;
  if (low) return relations.includes('>') ? '>' : '>=';
  if (high) return relations.includes('<') ? '<' : '<=';
  return '=';
}

/** A row as a comparison shows it: cells in the order of years. */
export function toRow({ locus, cells }: LocatedRow): Row {
  return {
    place: locus.place,
    today: locus.today,
    cells: [...cells.values()].sort((a, b) => a.year - b.year),
  };
}
