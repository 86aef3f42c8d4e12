import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Table, Target } from '../../../plan/record.ts';
import { words } from '../words.ts';
import { FindingsView } from './findings-view.tsx';
import { HistoryView } from './history-view.tsx';
import { shown } from './shown.ts';
import { plan, selected } from './state.ts';
import { Value } from './value.tsx';

/** Targets that are shown before one asks for all; those of tables are in the tables as well. */
const FIRST_TARGETS = 40;

/** Everything that was read of a plan, value by value. */
export function RecordView() {
  const w = words.value.desk;
  const record = plan.value?.record;
  if (record === undefined) return null;
  const { issuer, signer } = record;
  return (
    <>
      <Adrift />
      <FindingsView />
      <Section id="identity" title={w.identity}>
        <dl class="fields">
          <Field name={w.fields.number} at="/number" value={record.number} />
          <Field name={w.fields.issuer} at="/issuer/name" value={issuer?.name ?? null} />
          <Field
            name={w.fields.issuedOn}
            at="/issuedOn"
            value={record.issuedOn === null ? null : words.value.date(record.issuedOn)}
          />
          <Field name={w.fields.issuedAt} at="/issuedAt" value={record.issuedAt} />
          <Field name={w.fields.type} at="/type" value={record.type} />
          <Field name={w.fields.title} at="/title" value={record.title} />
          <Field name={w.fields.period} at="/period" value={record.period} />
          <Field name={w.fields.signer} at="/signer/name" value={signer?.name ?? null} />
          {signer !== null && (
            <>
              <Field name={w.fields.position} at="/signer/position" value={signer.position} />
              <Field name={w.fields.capacity} at="/signer/capacity" value={signer.capacity} />
            </>
          )}
        </dl>
      </Section>
      {record.tables.length > 0 && (
        <Section id="tables" title={w.tables} count={record.tables.length}>
          {record.tables.map((table, index) => (
            <TableView key={index} table={table} index={index} />
          ))}
        </Section>
      )}
      <Targets />
      <Agencies />
      {record.deadlines.length > 0 && (
        <Section id="deadlines" title={w.deadlines} count={record.deadlines.length}>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{w.columns.text}</th>
                <th scope="col">{w.columns.due}</th>
                <th scope="col">{w.columns.action}</th>
                <th scope="col">{w.columns.agency}</th>
              </tr>
            </thead>
            <tbody>
              {record.deadlines.map(({ text, due, recurrence, action, agency }, index) => (
                <tr key={index}>
                  <td>
                    <Value at={`/deadlines/${index}/text`}>{text}</Value>
                  </td>
                  <td>
                    {recurrence !== null && due === null ? (
                      <Value at={`/deadlines/${index}/recurrence`}>{recurrence}</Value>
                    ) : (
                      <Value at={`/deadlines/${index}/due`}>
                        {due === null ? null : words.value.date(due)}
                      </Value>
                    )}
                  </td>
                  <td>
                    <Value at={`/deadlines/${index}/action`}>{action}</Value>
                  </td>
                  <td>
                    <Value at={`/deadlines/${index}/agency`}>{agency}</Value>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {record.citations.length > 0 && (
        <Section id="citations" title={w.citations} count={record.citations.length}>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{w.fields.number}</th>
                <th scope="col">{w.fields.type}</th>
                <th scope="col">{w.fields.issuedOn}</th>
                <th scope="col">{w.columns.issuer}</th>
                <th scope="col">{w.columns.role}</th>
              </tr>
            </thead>
            <tbody>
              {record.citations.map(({ number, type, issuedOn, issuer: by, role }, index) => (
                <tr key={index}>
                  <td class="nowrap">
                    <Value at={`/citations/${index}/number`}>{number}</Value>
                  </td>
                  <td>
                    <Value at={`/citations/${index}/type`}>{type}</Value>
                  </td>
                  <td class="nowrap">
                    <Value at={`/citations/${index}/issuedOn`}>
                      {issuedOn === null ? null : words.value.date(issuedOn)}
                    </Value>
                  </td>
                  <td>
                    <Value at={`/citations/${index}/issuer`}>{by}</Value>
                  </td>
                  <td>{role === 'basis' ? w.basis : w.reference}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {record.recipients.length > 0 && (
        <Section id="recipients" title={w.recipients} count={record.recipients.length}>
          <ul class="plain">
            {record.recipients.map((name, index) => (
              <li key={index}>
                <Value at={`/recipients/${index}`}>{name}</Value>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <HistoryView />
    </>
  );
}

/** Corrections whose values are not where they were since the document was read anew. */
function Adrift() {
  const w = words.value.desk;
  const adrift = plan.value?.corrections.filter(({ state }) => state === 'adrift') ?? [];
  if (adrift.length === 0) return null;
  return (
    <Section id="adrift" title={w.adrift} count={adrift.length}>
      <ul class="plain">
        {adrift.map(({ id, former, value, by, at }) => (
          <li key={id}>
            <del>{shown(former)}</del> → {shown(value)}{' '}
            <span class="dim">
              {by}, {words.value.time(at)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Section({
  id,
  title,
  count,
  children,
}: {
  id: string;
  title: string;
  count?: number;
  children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} {count !== undefined && <span class="dim">{words.value.number(count)}</span>}
      </h2>
      {children}
    </section>
  );
}

function Field({ name, at, value }: { name: string; at: string; value: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Value at={at}>{value}</Value>
      </dd>
    </div>
  );
}

function TableView({ table, index }: { table: Table; index: number }) {
  const w = words.value.desk;
  const findings = plan.value?.record.findings ?? [];
  const sums = plan.value?.sums ?? [];
  const caption = [table.caption ?? w.table(index + 1), w.onPage(table.page)].join(', ');
  return (
    <div class="scroll">
      <table class="grid">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {table.columns.map(({ label }, column) => (
              <th key={column} scope="col">
                <Value at={`/tables/${index}/columns/${column}/label`}>{label}</Value>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at} class={row.kind}>
              <th scope="row">
                <Value at={`/tables/${index}/rows/${at}/label`}>{row.label}</Value>
              </th>
              {row.cells.map((cell, column) => {
                const pointer = `/tables/${index}/rows/${at}/cells/${column}`;
                const finding = findings.findIndex((each) =>
                  each.at.some((where) => where.startsWith(pointer)),
                );
                const sum = sums.find((each) => each.finding === finding);
                return (
                  <td key={column} class={cell.value === null ? '' : 'figure'}>
                    <Value at={pointer} kind={sum?.holds === true ? '' : (findings[finding]?.severity ?? '')}>
                      {cell.text === '' ? '\u00a0' : cell.text}
                    </Value>
                    {sum !== undefined && (
                      <span class={`shown-sum ${sum.holds ? 'settled' : ''}`}>
                        {w.sum} {words.value.number(sum.sum)}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Targets() {
  const w = words.value.desk;
  const targets = plan.value?.record.targets ?? [];
  const [isAsked, setAsked] = useState(false);
  if (targets.length === 0) return null;
  const findings = plan.value?.record.findings ?? [];
  const order = [...targets.keys()].sort((a, b) => inTable(targets[a]) - inTable(targets[b]));
  const chosen = /^\/targets\/(\d+)\//.exec(selected.value ?? '')?.[1];
  const all = isAsked || (chosen !== undefined && order.indexOf(Number(chosen)) >= FIRST_TARGETS);
  return (
    <Section id="targets" title={w.targets} count={targets.length}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{w.columns.label}</th>
            <th scope="col" class="figure">
              {w.columns.value}
            </th>
            <th scope="col">{w.columns.due}</th>
            <th scope="col">{w.columns.place}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? order : order.slice(0, FIRST_TARGETS)).map((index) => {
            const target = targets[index];
            if (target === undefined) return null;
            const at = `/targets/${index}`;
            const finding = findings.find((each) => each.at.some((where) => where.startsWith(`${at}/`)));
            return (
              <tr key={index}>
                <td>
                  <Value at={`${at}/label`}>{target.label}</Value>
                  {target.group !== null && (
                    <>
                      {' '}
                      <Value at={`${at}/group`} kind="dim">
                        {target.group}
                      </Value>
                    </>
                  )}
                </td>
                <td class="figure">
                  <Value
                    at={`${at}/${target.value === null ? 'reference' : 'value'}`}
                    kind={finding?.severity ?? ''}
                  >
                    {amount(target)}
                  </Value>
                </td>
                <td class="nowrap">
                  <Value at={`${at}/due`}>{target.due === null ? null : words.value.date(target.due)}</Value>
                </td>
                <td>{target.place !== null && <Value at={`${at}/place/name`}>{target.place.name}</Value>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!all && order.length > FIRST_TARGETS && (
        <button type="button" class="quiet" onClick={() => setAsked(true)}>
          {w.more(order.length)}
        </button>
      )}
    </Section>
  );
}

function Agencies() {
  const w = words.value.desk;
  const agencies = plan.value?.record.agencies ?? [];
  if (agencies.length === 0) return null;
  return (
    <Section id="agencies" title={w.agencies} count={agencies.length}>
      {agencies.map(({ name, tasks }, index) => (
        <div key={index} class="agency">
          <h3>
            <Value at={`/agencies/${index}/name`}>{name}</Value>
          </h3>
          <ol class="tasks">
            {tasks.map(({ text, role, partners }, task) => (
              <li key={task}>
                <Value at={`/agencies/${index}/tasks/${task}/text`}>{text}</Value>
                {role !== null && (
                  <>
                    {' '}
                    <Value at={`/agencies/${index}/tasks/${task}/role`} kind="dim">
                      {role === 'lead' ? w.lead : w.partner}
                    </Value>
                  </>
                )}
                {partners.length > 0 && (
                  <span class="partners">
                    {w.partner}:{' '}
                    {partners.map((partner, at) => (
                      <Value key={at} at={`/agencies/${index}/tasks/${task}/partners/${at}`} kind="dim">
                        {partner}
                      </Value>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

function inTable(target: Target | undefined): number {
  return target?.from === null || target === undefined ? 0 : 1;
}

const SIGNS = { '=': '', '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ' };

function amount({ change, relation, value, unit, reference }: Target): string {
  const w = words.value.desk;
  const direction = change === null ? '' : `${change === 'increase' ? w.increase : w.decrease} `;
  const figure = value === null ? (reference ?? '') : words.value.number(value);
  return `${direction}${SIGNS[relation]}${figure}${unit === null || value === null ? '' : ` ${unit}`}`;
}
