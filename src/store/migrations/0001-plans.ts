import { type Kysely, sql } from 'kysely';
import { engineOf } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { DOUBLE, index, inPlan, keyed, ofPlan, required, within } from './shapes.ts';

/** Plans, everything that is read from them, and how each file fared. */
export async function up(db: Kysely<Tables>): Promise<void> {
  const engine = engineOf(db);
  await keyed(db, 'plans', ['id'])
    .addColumn('id', 'text', required)
    .addColumn('status', 'text', required)
    .addColumn('schema_version', 'integer', required)
    .addColumn('type', 'text')
    .addColumn('number', 'text')
    .addColumn('title', 'text')
    .addColumn('issuer_name', 'text')
    .addColumn('issuer_kind', 'text')
    .addColumn('issuer_level', 'text')
    .addColumn('place_name', 'text')
    .addColumn('place_code', 'text')
    .addColumn('issued_on', 'text')
    .addColumn('issued_first', 'text')
    .addColumn('issued_last', 'text')
    .addColumn('issued_at', 'text')
    .addColumn('period', 'text')
    .addColumn('period_first', 'text')
    .addColumn('period_last', 'text')
    .addColumn('signer_name', 'text')
    .addColumn('signer_position', 'text')
    .addColumn('signer_capacity', 'text')
    .addColumn('source_path', 'text', required)
    .addColumn('source_sha256', 'text', required)
    .addColumn('source_media_type', 'text', required)
    .addColumn('source_bytes', 'bigint', required)
    .addColumn('diacritics', 'text', required)
    .execute();
  await index(db, 'plans', ['place_code', 'period_first']);
  await index(db, 'plans', ['issued_first']);

  await db.schema
    .createTable('documents')
    .addColumn('search_id', 'integer', (column) =>
      engine.countsKeys ? column.primaryKey() : column.generatedByDefaultAsIdentity().primaryKey(),
    )
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().unique().references('plans.id').onDelete('cascade'),
    )
    .addColumn('text', 'text', required)
    .addColumn('record', 'text', required)
    .execute();
  await engine.createSearchIndex(db);

  await keyed(db, 'ingests', ['path'])
    .addColumn('path', 'text', required)
    .addColumn('sha256', 'text')
    .addColumn('fingerprint', 'text', required)
    .addColumn('plan_id', 'text', (column) => column.references('plans.id').onDelete('set null'))
    .addColumn('failure_code', 'text')
    .addColumn('failure_detail', 'text')
    .execute();
  await index(db, 'ingests', ['plan_id']);

  await ofPlan(db, 'pages', ['page'])
    .addColumn('origin', 'text', required)
    .addColumn('confidence', DOUBLE, required)
    .execute();

  await ofPlan(db, 'recipients', ['position']).addColumn('name', 'text', required).execute();

  await ofPlan(db, 'citations', ['position'])
    .addColumn('number', 'text', required)
    .addColumn('type', 'text')
    .addColumn('issued_on', 'text')
    .addColumn('issued_first', 'text')
    .addColumn('issued_last', 'text')
    .addColumn('issuer', 'text')
    .addColumn('role', 'text', required)
    .addColumn('page', 'integer')
    .addColumn('quote', 'text')
    .execute();
  await index(db, 'citations', ['number']);

  await ofPlan(db, 'plan_tables', ['position'])
    .addColumn('caption', 'text')
    .addColumn('page', 'integer', required)
    .execute();

  await within(inPlan(db, 'table_columns', ['table_position', 'position']), 'plan_tables', ['table_position'])
    .addColumn('label', 'text', required)
    .addColumn('indicator', 'text')
    .addColumn('unit', 'text')
    .execute();

  await within(inPlan(db, 'table_rows', ['table_position', 'position']), 'plan_tables', ['table_position'])
    .addColumn('label', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('place_name', 'text')
    .addColumn('place_code', 'text')
    .execute();

  // A row may have more cells than its table has columns: no foreign key to table_columns.
  await within(
    inPlan(db, 'table_cells', ['table_position', 'row_position', 'column_position']),
    'table_rows',
    ['table_position', 'row_position'],
  )
    .addColumn('text', 'text', required)
    .addColumn('value', DOUBLE)
    .execute();

  await within(
    ofPlan(db, 'targets', ['position'])
      .addColumn('indicator', 'text')
      .addColumn('label', 'text', required)
      .addColumn('group_name', 'text')
      .addColumn('measure', 'text', required)
      .addColumn('change', 'text')
      .addColumn('relation', 'text', required)
      .addColumn('value', DOUBLE)
      .addColumn('unit', 'text')
      .addColumn('share_of', 'text')
      .addColumn('reference', 'text')
      .addColumn('due', 'text')
      .addColumn('due_first', 'text')
      .addColumn('due_last', 'text')
      .addColumn('place_name', 'text')
      .addColumn('place_code', 'text')
      .addColumn('from_table', 'integer')
      .addColumn('from_row', 'integer')
      .addColumn('from_column', 'integer')
      .addColumn('page', 'integer')
      .addColumn('quote', 'text')
      .addColumn('confidence', DOUBLE),
    'table_cells',
    ['from_table', 'from_row', 'from_column'],
  ).execute();
  await index(db, 'targets', ['indicator', 'due_last']);

  await ofPlan(db, 'agencies', ['position'])
    .addColumn('name', 'text', required)
    .addColumn('agency_id', 'text')
    .execute();
  await index(db, 'agencies', ['agency_id']);

  await within(inPlan(db, 'tasks', ['agency_position', 'position']), 'agencies', ['agency_position'])
    .addColumn('text', 'text', required)
    .addColumn('role', 'text')
    .addColumn('page', 'integer')
    .execute();

  await within(inPlan(db, 'task_partners', ['agency_position', 'task_position', 'position']), 'tasks', [
    'agency_position',
    'task_position',
  ])
    .addColumn('name', 'text', required)
    .execute();

  await ofPlan(db, 'deadlines', ['position'])
    .addColumn('text', 'text', required)
    .addColumn('due', 'text')
    .addColumn('due_first', 'text')
    .addColumn('due_last', 'text')
    .addColumn('recurrence', 'text')
    .addColumn('action', 'text')
    .addColumn('agency', 'text')
    .addColumn('page', 'integer')
    .addColumn('quote', 'text')
    .execute();
  await index(db, 'deadlines', ['due_last']);

  await within(
    within(inPlan(db, 'task_deadlines', ['agency_position', 'task_position', 'position']), 'tasks', [
      'agency_position',
      'task_position',
    ]).addColumn('deadline_position', 'integer', required),
    'deadlines',
    ['deadline_position'],
  ).execute();

  await ofPlan(db, 'findings', ['position'])
    .addColumn('rule', 'text', required)
    .addColumn('severity', 'text', required)
    .addColumn('message', 'text', required)
    .addColumn('expected_number', DOUBLE)
    .addColumn('expected_text', 'text')
    .addColumn('actual_number', DOUBLE)
    .addColumn('actual_text', 'text')
    .addColumn('suggestion', 'text')
    .execute();
  await index(db, 'findings', ['rule']);

  await within(inPlan(db, 'finding_places', ['finding_position', 'position']), 'findings', [
    'finding_position',
  ])
    .addColumn('pointer', 'text', required)
    .execute();

  await engine.createEvidenceView(db);
  await sql`create view target_values as
    select
      target.plan_id,
      target.position,
      plan.number as plan_number,
      plan.title as plan_title,
      plan.issuer_name,
      plan.issuer_level,
      plan.issued_on,
      plan.period,
      target.indicator,
      target.label,
      target.group_name,
      target.measure,
      target.change,
      target.relation,
      target.value,
      target.unit,
      target.share_of,
      target.reference,
      target.due,
      target.due_first,
      target.due_last,
      cast(substr(target.due_last, 1, 4) as integer) as due_year,
      case when target.place_name is null then 'whole' else 'part' end as territory,
      coalesce(target.place_name, plan.place_name) as place_name,
      case when target.place_name is null then plan.place_code else target.place_code end as place_code,
      plan.place_name as plan_place_name,
      plan.place_code as plan_place_code,
      target.page,
      target.quote,
      target.confidence,
      plan.source_path
    from targets as target
    join plans as plan on plan.id = target.plan_id
  `.execute(db);
}
