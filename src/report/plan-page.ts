import type { PlanRecord, Target } from '../plan/record.ts';
import type { Messages } from './messages/vi.ts';
import { worstFirst } from './run.ts';
import { type Style, severityLabel } from './style.ts';

/** Targets that are read from tables are shown up to this many; the tables hold the rest. */
const MOST_TABLE_TARGETS = 12;

/** One plan as a page for a person: its identity, targets, agencies, deadlines, citations and findings. */
export function planPage(record: PlanRecord, style: Style): string {
  const { m, c } = style;
  const stated = (value: string | null): string => value ?? c.dim(m.show.notStated);
  const { signer, issuedOn, source } = record;
  const fields: [string, string][] = [
    [m.show.number, stated(record.number)],
    [m.show.issuer, stated(record.issuer?.name ?? null)],
    [
      m.show.issued,
      [record.issuedAt, issuedOn === null ? null : m.date(issuedOn)]
        .filter((part) => part !== null)
        .join(', ') || stated(null),
    ],
    [m.show.period, stated(record.period?.replace('/', '–') ?? null)],
    [
      m.show.signer,
      signer === null
        ? stated(null)
        : [signer.name, signer.position, signer.capacity].filter((part) => part !== null).join(' · '),
    ],
    [m.show.status, m.status(record.status)],
    [m.show.source, source.path],
  ];
  const widest = Math.max(...fields.map(([name]) => name.length));
  const lines = [
    c.bold([record.type, record.title].filter((part) => part !== null).join(': ') || record.id),
    '',
    ...fields.map(([name, value]) => `  ${c.dim(name.padEnd(widest))}  ${value}`),
    ...section(m.show.targets, targetLines(record, style), style),
    ...section(m.show.agencies, agencyLines(record, style), style),
    ...section(
      m.show.deadlines,
      record.deadlines.map(({ text, due, recurrence, action, agency }) => {
        const when = due === null ? recurrence : m.date(due);
        return [`${text}${when === null ? '' : c.dim(` (${when})`)}`, action, agency]
          .filter((part) => part !== null)
          .join(' · ');
      }),
      style,
    ),
    ...section(
      m.show.citations,
      record.citations.map(({ type, number, issuedOn: on, issuer, role }) =>
        [
          `${type ?? ''} ${number}`.trim(),
          on === null ? null : m.date(on),
          issuer,
          c.dim(role === 'basis' ? m.show.basis : m.show.reference),
        ]
          .filter((part) => part !== null)
          .join(' · '),
      ),
      style,
    ),
    ...section(m.show.recipients, record.recipients, style),
    ...section(
      m.show.findings,
      worstFirst(record.findings).map(
        (finding) =>
          `${severityLabel(finding.severity, style)}  ${finding.message} ${c.dim(`[${finding.rule}]`)}`,
      ),
      style,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[], { c }: Style): string[] {
  return lines.length === 0 ? [] : ['', c.bold(title), ...lines.map((line) => `  ${line}`)];
}

function targetLines(record: PlanRecord, { m, c }: Style): string[] {
  const lines: string[] = [];
  let inTables = 0;
  for (const target of record.targets) {
    if (target.from !== null && ++inTables > MOST_TABLE_TARGETS) continue;
    const words = [
      target.label,
      target.group === null ? null : `(${target.group})`,
      target.place === null ? null : `– ${target.place.name}`,
    ];
    const due = target.due === null ? '' : c.dim(` ${m.show.until(m.date(target.due))}`);
    lines.push(`${words.filter((part) => part !== null).join(' ')}: ${c.bold(amount(target, m))}${due}`);
  }
  if (inTables > MOST_TABLE_TARGETS) {
    lines.push(c.dim(m.show.fromTable(inTables - MOST_TABLE_TARGETS, record.tables.length)));
  }
  return lines;
}

function amount({ relation, value, unit, change, reference }: Target, m: Messages): string {
  const sign = relation === '=' ? '' : `${{ '>=': '≥', '<=': '≤', '>': '>', '<': '<' }[relation]} `;
  const direction = change === null ? '' : `${change === 'increase' ? m.show.increase : m.show.decrease} `;
  const figure = value === null ? (reference ?? '') : m.number(value);
  return `${direction}${sign}${figure}${unit === null || value === null ? '' : ` ${unit}`}`.trim();
}

function agencyLines(record: PlanRecord, { m, c }: Style): string[] {
  return record.agencies.flatMap(({ name, tasks }) => [
    c.cyan(name),
    ...tasks.map(({ text, role, deadlines }) => {
      const dates = deadlines.flatMap((index) => record.deadlines[index]?.text ?? []);
      const remarks = [...(role === null ? [] : [role === 'lead' ? m.show.lead : m.show.partner]), ...dates];
      return `  - ${text}${remarks.length === 0 ? '' : c.dim(` [${remarks.join('; ')}]`)}`;
    }),
  ]);
}
