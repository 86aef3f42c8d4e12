import { useEffect, useRef, useState } from 'preact/hooks';
import type { QueueAnswer } from '../../api.ts';
import { useKeys } from '../keys.ts';
import { useAnswer, Waiting } from '../loading.tsx';
import { rememberQueue } from '../queue-order.ts';
import { go, place } from '../router.ts';
import { words } from '../words.ts';

const PAGE = 50;

/** The plans, those that most need a person's eye first. */
export function QueuePage() {
  const w = words.value.queue;
  const { search } = place.value;
  const offset = Number(search.get('offset') ?? 0);
  const asked = new URLSearchParams(search);
  asked.set('limit', String(PAGE));
  const { answer, failure } = useAnswer<QueueAnswer>(`/api/plans?${asked}`);
  useEffect(() => {
    if (answer !== null)
      rememberQueue(
        asked,
        answer.plans.map(({ id }) => id),
      );
  }, [answer]);
  return (
    <>
      <div class="title">
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </div>
      <Filters answer={answer} />
      {answer === null ? (
        <Waiting failure={failure} />
      ) : answer.plans.length === 0 ? (
        <p class="note">{answer.counts.plans === 0 ? w.empty : w.none}</p>
      ) : (
        <>
          <Plans answer={answer} />
          <Pager offset={offset} total={answer.total} />
        </>
      )}
    </>
  );
}

/** Changes one part of what is asked for, and begins at the first page again. */
function ask(name: string, value: string): void {
  const search = new URLSearchParams(place.peek().search);
  search.delete('offset');
  if (value === '') search.delete(name);
  else search.set(name, value);
  go(`/${search.size > 0 ? '?' : ''}${search}`, 'replace');
}

function Filters({ answer }: { answer: QueueAnswer | null }) {
  const all = words.value;
  const w = all.queue;
  const { search } = place.value;
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useKeys({ '/': () => field.current?.focus() });
  const facets = answer?.facets;
  return (
    <form class="filters" aria-label={w.filters} onSubmit={(event) => event.preventDefault()}>
      <input
        ref={field}
        type="search"
        aria-label={w.search}
        placeholder={w.search}
        value={search.get('words') ?? ''}
        onInput={(event) => {
          const { value } = event.currentTarget;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => ask('words', value), 200);
        }}
      />
      <Choice
        name="severity"
        label={w.severity}
        options={(['error', 'warning', 'info'] as const).map((each) => [each, all.severity[each]])}
      />
      <Choice
        name="rule"
        label={w.rule}
        options={(facets?.rules ?? []).map(({ rule, plans }) => [rule, `${rule} (${all.number(plans)})`])}
      />
      <Choice
        name="year"
        label={w.year}
        options={(facets?.years ?? []).map((year) => [String(year), String(year)])}
      />
      <Choice
        name="status"
        label={w.status}
        options={(['complete', 'partial'] as const).map((each) => [each, all.status[each]])}
      />
      <Choice
        name="state"
        label={w.columns.state}
        options={[
          ['open', w.open],
          ['checked', w.checked],
        ]}
      />
      {search.size > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            if (field.current !== null) field.current.value = '';
            go('/', 'replace');
          }}
        >
          {w.clear}
        </button>
      )}
      <output class="count">
        {answer !== null && w.count(answer.total, answer.counts.plans, answer.counts.checked)}
      </output>
    </form>
  );
}

function Choice({ name, label, options }: { name: string; label: string; options: [string, string][] }) {
  const value = place.value.search.get(name) ?? '';
  const known = value === '' || options.some(([each]) => each === value);
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => ask(name, event.currentTarget.value)}>
        <option value="">{words.value.queue.all}</option>
        {!known && <option value={value}>{value}</option>}
        {options.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

function Plans({ answer }: { answer: QueueAnswer }) {
  const all = words.value;
  const w = all.queue;
  const body = useRef<HTMLTableSectionElement>(null);
  const [, setRow] = useState(-1);
  const move = (by: number): void =>
    setRow((row) => {
      const links = body.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [];
      const next = Math.max(0, Math.min(links.length - 1, row + by));
      links[next]?.focus();
      return next;
    });
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <div class="scroll">
      <table class="plans queue-plans">
        <thead>
          <tr>
            <th scope="col">{w.columns.findings}</th>
            <th scope="col">{w.columns.number}</th>
            <th scope="col">{w.columns.title}</th>
            <th scope="col">{w.columns.issuer}</th>
            <th scope="col">{w.columns.issued}</th>
            <th scope="col">{w.columns.reading}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {answer.plans.map((plan) => (
            <tr key={plan.id} class={plan.status}>
              <td class="tallies">
                {plan.checkedBy !== null && <span class="tally done">{w.checked}</span>}
                {plan.errors > 0 && <span class="tally error">{all.severities.error(plan.errors)}</span>}
                {plan.warnings > 0 && (
                  <span class="tally warning">{all.severities.warning(plan.warnings)}</span>
                )}
                {plan.infos > 0 && <span class="tally info">{all.severities.info(plan.infos)}</span>}
                {plan.errors + plan.warnings + plan.infos === 0 && <span class="dim">{w.clean}</span>}
              </td>
              <td class="nowrap">{plan.number ?? <span class="dim">{all.desk.notStated}</span>}</td>
              <td class="main">
                <a href={`/plans/${plan.id}`}>{plan.title ?? <em>{w.untitled}</em>}</a>
                <span class="path">{plan.path}</span>
              </td>
              <td>{plan.issuer ?? <span class="dim">{all.desk.notStated}</span>}</td>
              <td class="nowrap">
                {plan.issuedOn === null ? (
                  <span class="dim">{plan.period ?? all.desk.notStated}</span>
                ) : (
                  all.date(plan.issuedOn)
                )}
              </td>
              <td class="nowrap">
                {w.pages(plan.pages)}
                {plan.confidence < 1 && (
                  <span class={plan.confidence < 0.8 ? 'path doubt' : 'path'}>
                    {w.least(all.percent(plan.confidence))}
                  </span>
                )}
                {plan.status === 'partial' && <span class="tally warning">{all.status.partial}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pager({ offset, total }: { offset: number; total: number }) {
  const w = words.value.queue;
  if (total <= PAGE) return null;
  const to = (next: number): string => {
    const search = new URLSearchParams(place.value.search);
    if (next > 0) search.set('offset', String(next));
    else search.delete('offset');
    return `/?${search}`;
  };
  return (
    <nav class="pager" aria-label={words.value.queue.title}>
      {offset > 0 && <a href={to(Math.max(0, offset - PAGE))}>{w.earlier}</a>}
      <span>{w.page(offset + 1, Math.min(total, offset + PAGE), total)}</span>
      {offset + PAGE < total && <a href={to(offset + PAGE)}>{w.later}</a>}
    </nav>
  );
}
