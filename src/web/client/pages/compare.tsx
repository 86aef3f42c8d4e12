import { useState } from 'preact/hooks';
import { type Cell, type Comparison, isCorrected, type Row } from '../../../compare/comparison.ts';
import type { IndicatorsAnswer } from '../../api.ts';
import { useAnswer, Waiting } from '../loading.tsx';
import { go, place } from '../router.ts';
import { words } from '../words.ts';

/** Rows of the chart; the table has them all. */
const BARS = 30;

/** What the rows are in the order of: a year, or the places' names. */
interface Order {
  by: number | 'place';
  isDown: boolean;
}

/** One indicator over places and years. */
export function ComparePage() {
  const w = words.value.compare;
  const { answer, failure } = useAnswer<IndicatorsAnswer>('/api/indicators');
  const first = answer?.indicators.find(({ id }) => id === 'bhyt') ?? answer?.indicators[0];
  const chosen = place.value.search.get('indicator') ?? first?.id ?? null;
  return (
    <>
      <div class="title">
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </div>
      {answer === null ? (
        <Waiting failure={failure} />
      ) : chosen === null ? (
        <p class="note">{w.empty}</p>
      ) : (
        <>
          <Question indicators={answer.indicators} chosen={chosen} />
          <Answer indicator={chosen} />
        </>
      )}
    </>
  );
}

function ask(name: string, value: string): void {
  const search = new URLSearchParams(place.peek().search);
  if (value === '') search.delete(name);
  else search.set(name, value);
  go(`/compare?${search}`, 'replace');
}

function Question({ indicators, chosen }: { indicators: IndicatorsAnswer['indicators']; chosen: string }) {
  const w = words.value.compare;
  const { search } = place.value;
  const choice = (name: string, label: string, options: [string, string][], value: string) => (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => ask(name, event.currentTarget.value)}>
        {name !== 'indicator' && <option value="">{name === 'measure' ? w.usual : w.all}</option>}
        {options.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="filters" aria-label={w.title} onSubmit={(event) => event.preventDefault()}>
      {choice(
        'indicator',
        w.indicator,
        indicators.map(({ id, name }) => [id, name]),
        chosen,
      )}
      {choice('measure', w.measure, Object.entries(w.measures), search.get('measure') ?? '')}
      {choice('level', w.level, Object.entries(w.levels), search.get('level') ?? '')}
      <label>
        <span>{w.place}</span>
        <input
          type="search"
          placeholder={w.placeHint}
          value={search.get('place') ?? ''}
          onChange={(event) => ask('place', event.currentTarget.value)}
        />
      </label>
    </form>
  );
}

function Answer({ indicator }: { indicator: string }) {
  const w = words.value.compare;
  const question = new URLSearchParams(place.value.search);
  question.set('indicator', indicator);
  const { answer, failure } = useAnswer<Comparison>(`/api/compare?${question}`);
  const [asked, setOrder] = useState<Order | null>(null);
  if (answer === null) return <Waiting failure={failure} />;
  if (answer.rows.length === 0) return <p class="note">{w.none}</p>;
  const last: Order['by'] = answer.years.at(-1) ?? 'place';
  const order: Order = asked !== null && isIn(asked, answer) ? asked : { by: last, isDown: true };
  const rows = sorted(answer.rows, order);
  const year = order.by === 'place' ? answer.years.at(-1) : order.by;
  return (
    <div class="comparison">
      <div class="scroll">
        <Figures comparison={answer} rows={rows} order={order} onOrder={setOrder} />
        <p>
          <a href={`/api/compare.csv?${question}`} download>
            {w.csv}
          </a>
        </p>
        <LeftOut comparison={answer} />
      </div>
      {year !== undefined && <Chart comparison={answer} rows={rows} year={year} />}
    </div>
  );
}

function Figures({
  comparison: { indicator, unit, measure, years },
  rows,
  order,
  onOrder,
}: {
  comparison: Comparison;
  rows: Row[];
  order: Order;
  onOrder: (order: Order) => void;
}) {
  const w = words.value.compare;
  const measures: Record<string, string> = w.measures;
  const heading = (by: Order['by'], name: string) => {
    const isSorted = order.by === by;
    return (
      <th
        key={by}
        scope="col"
        class={by === 'place' ? '' : 'figure'}
        aria-sort={isSorted ? (order.isDown ? 'descending' : 'ascending') : 'none'}
      >
        <button
          type="button"
          class="sort"
          aria-label={w.sort(name)}
          onClick={() => onOrder({ by, isDown: isSorted ? !order.isDown : by !== 'place' })}
        >
          {name} <span aria-hidden="true">{isSorted ? (order.isDown ? '▾' : '▴') : ''}</span>
        </button>
      </th>
    );
  };
  return (
    <table class="plans figures">
      <caption>
        {indicator.name}: {measures[measure] ?? measure}
        {unit !== null && `, ${unit}`}
      </caption>
      <thead>
        <tr>
          {heading('place', w.place)}
          {years.map((year) => heading(year, String(year)))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.place.level} ${row.place.code} ${row.place.name} ${row.place.within}`}>
            <th scope="row">
              {row.place.name}
              {row.place.within !== null && <span class="path">{row.place.within}</span>}
            </th>
            {years.map((year) => (
              <td key={year} class="figure">
                <Figure cell={row.cells.find((cell) => cell.year === year)} unit={unit} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SIGNS = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ' };

/** A value that leads to the words it was read from. */
function Figure({ cell, unit }: { cell: Cell | undefined; unit: string | null }) {
  const w = words.value;
  if (cell === undefined) return <span class="dim">–</span>;
  const { value, relation, kind, formula, sources, others, change } = cell;
  const [source] = sources;
  const shown = `${SIGNS[relation]}${w.number(value)}${unit === '%' ? ' %' : ''}`;
  const title = [
    w.compare.kinds[kind],
    formula,
    source === undefined ? null : [source.number, source.quote].filter((part) => part !== null).join(': '),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
  return (
    <>
      {source === undefined ? (
        shown
      ) : (
        <a href={`/plans/${source.plan}?at=${encodeURIComponent(source.at)}`} title={title}>
          {shown}
        </a>
      )}
      {kind !== 'stated' && <span class="path">{w.compare.kinds[kind]}</span>}
      {isCorrected(cell) && <span class="path">{w.compare.corrected}</span>}
      {change !== null && (
        <span class="path">
          {change.difference > 0 ? '+' : ''}
          {w.number(change.difference)} ({change.from})
        </span>
      )}
      {others.length > 0 && (
        <span class={others.some(({ why }) => why === 'conflict') ? 'path doubt' : 'path'}>
          {w.compare.others(others.length)}
        </span>
      )}
    </>
  );
}

function Chart({ comparison: { unit }, rows, year }: { comparison: Comparison; rows: Row[]; year: number }) {
  const w = words.value;
  const bars = rows
    .flatMap(({ place: { name, level, code }, cells }) =>
      cells
        .filter((cell) => cell.year === year)
        .map(({ value, relation }) => ({ name, key: `${level} ${code} ${name}`, value, relation })),
    )
    .slice(0, BARS);
  const most = Math.max(...bars.map(({ value }) => value), unit === '%' ? 100 : 0);
  if (bars.length === 0 || most <= 0) return null;
  return (
    <figure class="chart">
      <figcaption>{w.compare.chart(year, unit ?? '')}</figcaption>
      <ul>
        {bars.map(({ name, key, value, relation }) => (
          <li key={key}>
            <span class="bar-name">{name}</span>
            <span class="track" aria-hidden="true">
              <span class="bar-of" style={{ width: `${(Math.max(0, value) / most) * 100}%` }} />
            </span>
            <span class="bar-value">
              {SIGNS[relation]}
              {w.number(value)}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** What was not compared, and why: nothing is passed over in silence. */
function LeftOut({ comparison: { left } }: { comparison: Comparison }) {
  const w = words.value;
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{w.compare.left(left.length)}</summary>
      <ul class="plain">
        {left.map(({ why, detail, place: name, value, source }) => (
          <li key={`${source.plan} ${source.at}`}>
            <a href={`/plans/${source.plan}?at=${encodeURIComponent(source.at)}`}>
              {[name, value === null ? source.quote : w.number(value)]
                .filter((part) => part !== null)
                .join(': ')}
            </a>{' '}
            <span class="dim">
              {w.compare.why[why]}
              {detail !== null && ` (${detail})`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function isIn({ by }: Order, { years }: Comparison): boolean {
  return by === 'place' || years.includes(by);
}

/** Rows without a value in the year come last, whichever way it goes. */
function sorted(rows: readonly Row[], { by, isDown }: Order): Row[] {
  const sign = isDown ? -1 : 1;
  if (by === 'place') return rows.toSorted((a, b) => sign * a.place.name.localeCompare(b.place.name, 'vi'));
  const valueIn = (row: Row): number | null => row.cells.find(({ year }) => year === by)?.value ?? null;
  return rows.toSorted((a, b) => {
    const [x, y] = [valueIn(a), valueIn(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
