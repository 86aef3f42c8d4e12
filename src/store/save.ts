import { type Kysely, type Selectable, sql } from 'kysely';
import { correctedDocuments, type StandingPlan, standingPlan } from './corrections.ts';
import { engineOf } from './engine.ts';
import type { Inserts } from './inserts.ts';
import { decoded, documentOf, type PlanRows, type PreparedPlan } from './prepared.ts';
import type { PartTable } from './rows.ts';
import type { DocumentRow, Tables } from './tables.ts';

export type SaveOutcome = 'inserted' | 'updated' | 'unchanged';

/** Tables of parts whose rows go with their plan's, the others go with these. */
const TOP_TABLES = [
  'targets',
  'plan_tables',
  'agencies',
  'deadlines',
  'citations',
  'findings',
  'recipients',
  'pages',
  'corrected_values',
] as const satisfies readonly PartTable[];

/** What is stored of a plan already. */
type Former = Pick<Selectable<DocumentRow>, 'search_id' | 'plan_id' | 'text' | 'record' | 'repairs'>;

/**
 * Puts plans, each of another id, in the place of their earlier versions, with what people corrected of them and as few
 * statements as there may be; the caller holds the transaction.
 */
export async function savePlans(
  db: Kysely<Tables>,
  plans: readonly PreparedPlan[],
  inserts: Inserts,
): Promise<SaveOutcome[]> {
  const ids = plans.map(({ id }) => id);
  const stored = await db
    .selectFrom('documents')
    .select(['search_id', 'plan_id', 'text', 'record', 'repairs'])
    .where('plan_id', 'in', ids)
    .execute();
  const formers = new Map(stored.map((row) => [row.plan_id, row]));
  const changed = await withCorrections(
    db,
    plans.filter((plan) => !isSame(plan, formers.get(plan.id))),
  );
  const fresh = changed.filter(({ id }) => !formers.has(id));
  const known = changed.filter(({ id }) => formers.has(id));
  for (const plan of known) {
    const former = formers.get(plan.id);
    if (former === undefined) continue;
    await replaceRow(db, plan);
    await updateDocument(db, plan, former);
  }
  await inserts.insert(db, { fresh, known });
  if (fresh.length > 0) await insertDocuments(db, fresh);
  return plans.map((plan) => {
    const former = formers.get(plan.id);
    return former === undefined ? 'inserted' : isSame(plan, former) ? 'unchanged' : 'updated';
  });
}

/** Puts the rows of a plan whose document is stored in the place of those it has; the caller holds the transaction. */
export async function writeRows(db: Kysely<Tables>, plan: StandingPlan, inserts: Inserts): Promise<void> {
  const rows = standingRows(db, plan);
  await replaceRow(db, rows);
  await inserts.insert(db, { fresh: [], known: [rows] });
}

function isSame({ record, text, repairs }: PreparedPlan, former: Former | undefined): boolean {
  return (
    former !== undefined &&
    former.record === decoded(record) &&
    former.text === decoded(text) &&
    (repairs === undefined || former.repairs === decoded(repairs))
  );
}

/** Plans with the rows that stand: what people corrected is in the place of what was read. */
async function withCorrections(db: Kysely<Tables>, plans: readonly PreparedPlan[]): Promise<PreparedPlan[]> {
  const corrected = await correctedDocuments(
    db,
    plans.map(({ source }) => source.sha256),
  );
  return Promise.all(
    plans.map(async (plan) =>
      corrected.has(plan.source.sha256)
        ? { ...plan, ...standingRows(db, await standingPlan(db, documentOf(plan).record)) }
        : plan,
    ),
  );
}

function standingRows(db: Kysely<Tables>, { record, corrected, revision }: StandingPlan): PlanRows {
  return engineOf(db).rowsOf(record, corrected, revision);
}

/** Puts the row of a plan in the place of the one it has, and takes its parts away. */
async function replaceRow(db: Kysely<Tables>, { row }: PlanRows): Promise<void> {
  for (const table of TOP_TABLES) await db.deleteFrom(table).where('plan_id', '=', row.id).execute();
  await db.updateTable('plans').set(row).where('id', '=', row.id).execute();
}

async function insertDocuments(db: Kysely<Tables>, plans: readonly PreparedPlan[]): Promise<void> {
  const rows = await db
    .insertInto('documents')
    .values(
      plans.map(({ id, text, record, repairs }) => ({
        plan_id: id,
        text: sql<string>`${text}`,
        record: sql<string>`${record}`,
        repairs: sql<string | null>`${repairs ?? null}`,
      })),
    )
    .returning(['search_id', 'plan_id'])
    .execute();
  const searched = new Map(plans.map((plan) => [plan.id, plan.searched]));
  await engineOf(db).addToSearchIndex(
    db,
    rows.map(({ search_id, plan_id }) => ({ id: search_id, searched: searched.get(plan_id) ?? '' })),
  );
}

async function updateDocument(
  db: Kysely<Tables>,
  { id, text, repairs, record, searched }: PreparedPlan,
  former: Former,
): Promise<void> {
  await db
    .updateTable('documents')
    .set({
      text: sql<string>`${text}`,
      record: sql<string>`${record}`,
      repairs: sql<string | null>`${repairs ?? former.repairs}`,
    })
    .where('search_id', '=', former.search_id)
    .execute();
  if (former.text === decoded(text)) return;
  await db.deleteFrom('text_sketches').where('plan_id', '=', id).execute();
  await engineOf(db).removeFromSearchIndex(db, former.search_id);
  await engineOf(db).addToSearchIndex(db, [{ id: former.search_id, searched }]);
}

/** Takes a plan out with all its parts; false where there is none. */
export async function removePlan(db: Kysely<Tables>, id: string): Promise<boolean> {
  const document = await db
    .selectFrom('documents')
    .select('search_id')
    .where('plan_id', '=', id)
    .executeTakeFirst();
  if (document === undefined) return false;
  await engineOf(db).removeFromSearchIndex(db, document.search_id);
  await db.deleteFrom('plans').where('id', '=', id).execute();
  return true;
}
