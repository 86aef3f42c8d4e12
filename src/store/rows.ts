import type { AppliedCorrection } from '../plan/corrections.ts';
import { dayRange } from '../plan/edtf.ts';
import type { Evidence, Place, PlanRecord, Severity } from '../plan/record.ts';
import type { PlanRow, Tables } from './tables.ts';

/**
 * The tables that hold what one plan states, each row by its plan and its place in it, in an order in which foreign keys
 * hold.
 */
export const PART_TABLES = [
  'pages',
  'recipients',
  'citations',
  'plan_tables',
  'table_columns',
  'table_rows',
  'table_cells',
  'targets',
  'agencies',
  'tasks',
  'task_partners',
  'deadlines',
  'task_deadlines',
  'findings',
  'finding_places',
  'corrected_values',
] as const satisfies readonly (keyof Tables)[];
export type PartTable = (typeof PART_TABLES)[number];

export type PlanParts = { [T in PartTable]: Tables[T][] };

/** The row of `plans` for a record that holds the corrections up to this number. */
export function planRow(record: PlanRecord, correctionsHeld = 0): PlanRow {
  const { issuer, signer, source } = record;
  return {
    id: record.id,
    status: record.status,
    schema_version: record.schemaVersion,
    type: record.type,
    number: record.number,
    title: record.title,
    issuer_name: issuer?.name ?? null,
    issuer_kind: issuer?.kind ?? null,
    issuer_level: issuer?.level ?? null,
    ...placeColumns(issuer?.place ?? null),
    issued_on: record.issuedOn,
    ...issuedDays(record.issuedOn),
    issued_at: record.issuedAt,
    period: record.period,
    period_first: days(record.period).first,
    period_last: days(record.period).last,
    signer_name: signer?.name ?? null,
    signer_position: signer?.position ?? null,
    signer_capacity: signer?.capacity ?? null,
    source_path: source.path,
    source_sha256: source.sha256,
    source_media_type: source.mediaType,
    source_bytes: source.bytes,
    diacritics: source.diacritics,
    errors: findingsOf(record, 'error'),
    warnings: findingsOf(record, 'warning'),
    infos: findingsOf(record, 'info'),
    pages: source.pages.length,
    least_confidence: source.pages.reduce((least, { confidence }) => Math.min(least, confidence), 1),
    corrections_held: correctionsHeld,
  };
}

function findingsOf({ findings }: PlanRecord, severity: Severity): number {
  return findings.reduce((count, finding) => count + (finding.severity === severity ? 1 : 0), 0);
}

/**
 * The rows of all tables of parts. Throws a RangeError naming the place where
 * the record refers to a table cell or deadline it does not have.
 */
export function planParts(record: PlanRecord, corrected: readonly AppliedCorrection[] = []): PlanParts {
  const plan_id = record.id;
  const parts: PlanParts = {
    pages: record.source.pages.map(({ page, origin, confidence, reason }) => ({
      plan_id,
      page,
      origin,
      confidence,
      reason,
    })),
    recipients: record.recipients.map((name, position) => ({ plan_id, position, name })),
    citations: record.citations.map((citation, position) => ({
      plan_id,
      position,
      number: citation.number,
      type: citation.type,
      issued_on: citation.issuedOn,
      ...issuedDays(citation.issuedOn),
      issuer: citation.issuer,
      role: citation.role,
      ...pageAndQuote(evidenceAt(record, `/citations/${position}`, ['/number'])),
    })),
    plan_tables: [],
    table_columns: [],
    table_rows: [],
    table_cells: [],
    targets: record.targets.map((target, position) => {
      const evidence = evidenceAt(record, `/targets/${position}`, ['/value', '/reference', '/label']);
      return {
        plan_id,
        position,
        indicator: target.indicator,
        label: target.label,
        group_name: target.group,
        measure: target.measure,
        change: target.change,
        relation: target.relation,
        value: target.value,
        unit: target.unit,
        share_of: target.of,
        reference: target.reference,
        due: target.due,
        ...dueDays(target.due),
        ...placeColumns(target.place),
        from_table: target.from?.table ?? null,
        from_row: target.from?.row ?? null,
        from_column: target.from?.column ?? null,
        ...pageAndQuote(evidence),
        confidence: evidence?.confidence ?? null,
      };
    }),
    agencies: [],
    deadlines: record.deadlines.map((deadline, position) => ({
      plan_id,
      position,
      text: deadline.text,
      due: deadline.due,
      ...dueDays(deadline.due),
      recurrence: deadline.recurrence,
      action: deadline.action,
      agency: deadline.agency,
      ...pageAndQuote(evidenceAt(record, `/deadlines/${position}`, ['/text'])),
    })),
    tasks: [],
    task_partners: [],
    task_deadlines: [],
    findings: [],
    finding_places: [],
    corrected_values: corrected.map(({ to, value, former, by, at }, position) => ({
      plan_id,
      position,
      pointer: to,
      value: JSON.stringify(value),
      former: JSON.stringify(former ?? null),
      reviewer: by,
      made_at: at,
    })),
  };
  addTables(record, parts);
  addAgencies(record, parts);
  addFindings(record, parts);
  for (const [position, { from }] of record.targets.entries()) {
    if (from === null) continue;
    if (record.tables[from.table]?.rows[from.row]?.cells[from.column] === undefined) {
      throw new RangeError(`${plan_id}: /targets/${position}/from names no cell`);
    }
  }
  return parts;
}

function addTables({ id: plan_id, tables }: PlanRecord, parts: PlanParts): void {
  for (const [table_position, table] of tables.entries()) {
    parts.plan_tables.push({
      plan_id,
      position: table_position,
      caption: table.caption,
      page: table.page,
    });
    for (const [position, { label, indicator, unit }] of table.columns.entries()) {
      parts.table_columns.push({ plan_id, table_position, position, label, indicator, unit });
    }
    for (const [row_position, row] of table.rows.entries()) {
      parts.table_rows.push({
        plan_id,
        table_position,
        position: row_position,
        label: row.label,
        kind: row.kind,
        ...placeColumns(row.place),
      });
      for (const [column_position, { text, value }] of row.cells.entries()) {
        parts.table_cells.push({ plan_id, table_position, row_position, column_position, text, value });
      }
    }
  }
}

function addAgencies(record: PlanRecord, parts: PlanParts): void {
  const { id: plan_id, agencies, deadlines } = record;
  for (const [agency_position, agency] of agencies.entries()) {
    parts.agencies.push({ plan_id, position: agency_position, name: agency.name, agency_id: agency.id });
    for (const [task_position, task] of agency.tasks.entries()) {
      parts.tasks.push({
        plan_id,
        agency_position,
        position: task_position,
        text: task.text,
        role: task.role,
        page:
          evidenceAt(record, `/agencies/${agency_position}/tasks/${task_position}`, ['/text'])?.page ?? null,
      });
      for (const [position, name] of task.partners.entries()) {
        parts.task_partners.push({ plan_id, agency_position, task_position, position, name });
      }
      for (const [position, deadline_position] of task.deadlines.entries()) {
        if (deadlines[deadline_position] === undefined) {
          const at = `/agencies/${agency_position}/tasks/${task_position}/deadlines/${position}`;
          throw new RangeError(`${plan_id}: ${at} names no deadline`);
        }
        parts.task_deadlines.push({ plan_id, agency_position, task_position, position, deadline_position });
      }
    }
  }
}

function addFindings({ id: plan_id, findings }: PlanRecord, parts: PlanParts): void {
  for (const [finding_position, finding] of findings.entries()) {
    const { rule, severity, message, expected, actual, suggestion } = finding;
    parts.findings.push({
      plan_id,
      position: finding_position,
      rule,
      severity,
      message,
      expected_number: typeof expected === 'number' ? expected : null,
      expected_text: typeof expected === 'string' ? expected : null,
      actual_number: typeof actual === 'number' ? actual : null,
      actual_text: typeof actual === 'string' ? actual : null,
      suggestion,
    });
    for (const [position, pointer] of finding.at.entries()) {
      parts.finding_places.push({ plan_id, finding_position, position, pointer });
    }
  }
}

/** The evidence of the first of the fields that has any, else that of the value as a whole. */
function evidenceAt({ evidence }: PlanRecord, pointer: string, fields: string[]): Evidence | undefined {
  for (const field of fields) {
    const found = evidence[pointer + field];
    if (found !== undefined) return found;
  }
  return evidence[pointer];
}

function pageAndQuote(evidence: Evidence | undefined): { page: number | null; quote: string | null } {
  return { page: evidence?.page ?? null, quote: evidence?.quote ?? null };
}

function placeColumns(place: Place | null): { place_name: string | null; place_code: string | null } {
  return { place_name: place?.name ?? null, place_code: place?.code ?? null };
}

function issuedDays(date: string | null): { issued_first: string | null; issued_last: string | null } {
  const { first, last } = days(date);
  return { issued_first: first, issued_last: last };
}

function dueDays(date: string | null): { due_first: string | null; due_last: string | null } {
  const { first, last } = days(date);
  return { due_first: first, due_last: last };
}

function days(date: string | null): { first: string | null; last: string | null } {
  return (date === null ? null : dayRange(date)) ?? { first: null, last: null };
}
