import type { Comparison } from '../../compare/comparison.ts';
import { csvLine } from '../csv.ts';

const COLUMNS = [
  'indicator',
  'measure',
  'base',
  'unit',
  'group',
  'level',
  'place_code',
  'place',
  'place_until',
  'today_code',
  'today',
  'year',
  'due',
  'relation',
  'value',
  'kind',
  'formula',
  'rank',
  'ranked_of',
  'difference',
  'growth_percent',
  'since',
  'plan',
  'number',
  'issued_on',
  'at',
  'page',
  'quote',
  'read_as',
] as const;

/** A comparison as CSV, one line a value with the first of its sources; what could not be compared is in the JSON. */
export function* comparisonCsv({
  indicator,
  measure,
  base,
  unit,
  group,
  rows,
}: Comparison): Generator<string> {
  yield csvLine(COLUMNS);
  for (const { place, today, cells } of rows) {
    for (const cell of cells) {
      const [source] = cell.sources;
      const name = place.within === null ? place.name : `${place.name} (${place.within})`;
      yield csvLine([
        indicator.id,
        measure,
        base,
        unit,
        group,
        place.level,
        place.code,
        name,
        place.to,
        today?.code ?? null,
        today?.name ?? null,
        cell.year,
        cell.due,
        cell.relation,
        cell.value,
        cell.kind,
        cell.formula,
        cell.rank,
        cell.rankedOf,
        cell.change?.difference ?? null,
        cell.change?.growth ?? null,
        cell.change?.from ?? null,
        source?.plan ?? null,
        source?.number ?? null,
        source?.issuedOn ?? null,
        source?.at ?? null,
        source?.page ?? null,
        source?.quote ?? null,
        source?.corrected ? JSON.stringify(source.corrected.former) : null,
      ]);
    }
  }
}
