import type { Row } from './comparison.ts';

/**
 * Gives every value its rank among the places of its level in the year, and its change since the place's year before. A sum has no
 * rank, nor has an old province in a year for which the province it went into has a value of its own: each person counts once.
 */
export function addStandings(rows: readonly Row[], measure: string): void {
  const direct = new Set(
    rows.flatMap(({ place, cells }) =>
      place.level === 'province' && place.to === null
        ? cells.filter((cell) => cell.kind !== 'sum').map((cell) => `${place.code} ${cell.year}`)
        : [],
    ),
  );
  const fields = new Map<string, Row['cells']>();
  for (const { place, today, cells } of rows) {
    for (const cell of cells) {
      const covered =
        place.level === 'province' && place.to !== null && direct.has(`${today?.code} ${cell.year}`);
      if (cell.kind === 'sum' || covered) continue;
      const key = `${place.level} ${cell.year}`;
      const field = fields.get(key);
      if (field === undefined) fields.set(key, [cell]);
      else field.push(cell);
    }
  }
  for (const field of fields.values()) {
    field.sort((a, b) => b.value - a.value);
    let rank = 1;
    for (const [i, cell] of field.entries()) {
      if (cell.value !== field[i - 1]?.value) rank = i + 1;
      cell.rank = rank;
      cell.rankedOf = field.length;
    }
  }
  for (const { cells } of rows) {
    for (const [i, cell] of cells.entries()) {
      const before = cells[i - 1];
      if (before === undefined) continue;
      cell.change = {
        from: before.year,
        difference: rounded(cell.value - before.value),
        growth:
          measure === 'share' || before.value <= 0 ? null : rounded((cell.value / before.value - 1) * 100),
        bounds: cell.relation !== '=' || before.relation !== '=',
      };
    }
  }
}

/** Without the noise of binary fractions. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
