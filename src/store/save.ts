import { toUSVString } from 'node:util';
import type { Kysely, Selectable } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import type { PlanRecord } from '../plan/record.ts';
import { type StandingPlan, standingPlans } from './corrections.ts';
import { engineOf } from './engine.ts';
import type { Inserts } from './inserts.ts';
import { type PartTable, planParts, planRow } from './rows.ts';
import type { DocumentRow, PlanRow, Tables } from './tables.ts';

export type SaveOutcome = 'inserted' | 'updated' | 'unchanged';

export interface SavedDocument {
  record: PlanRecord;
  text: string;
  /** What was changed of the words as read, as JSON; what is stored stays where it is missing. */
  repairs?: string | undefined;
}

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
 * statements as there may be; the caller holds the transaction. Throws a RangeError where a text can't be stored or a record refers to something it
 * does not hold.
 */
export async function savePlans(
  db: Kysely<Tables>,
  documents: readonly SavedDocument[],
  inserts: Inserts,
): Promise<SaveOutcome[]> {
  for (const { record, text } of documents) {
    if (text.includes('\0') || toUSVString(text) !== text) {
      throw new RangeError(
        `${record.id}: the text holds NUL or half a surrogate pair, which can not be stored`,
      );
    }
  }
  const stored = await db
    .selectFrom('documents')
    .select(['search_id', 'plan_id', 'text', 'record', 'repairs'])
    .where(
      'plan_id',
      'in',
      documents.map(({ record }) => record.id),
    )
    .execute();
  const formers = new Map(stored.map((row) => [row.plan_id, row]));
  const plans = documents.map((document) => {
    const former = formers.get(document.record.id);
    return { ...document, json: JSON.stringify(document.record), former };
  });
  const isSame = ({ former, json, text, repairs }: (typeof plans)[number]): boolean =>
    former?.record === json && former.text === text && (repairs === undefined || former.repairs === repairs);
  const changed = plans.filter((plan) => !isSame(plan));

  const standing = await standingPlans(
    db,
    changed.map(({ record }) => record),
  );
  const fresh = changed.filter(({ former }) => former === undefined);
  if (fresh.length > 0) {
    await db
      .insertInto('plans')
      .values(fresh.flatMap(({ record }) => rowOf(standing.get(record.id)) ?? []))
      .execute();
    await insertDocuments(db, fresh);
  }
  for (const plan of changed) {
    const stands = standing.get(plan.record.id);
    if (plan.former === undefined || stands === undefined) continue;
    await replaceRow(db, stands);
    await updateDocument(db, plan, plan.former);
  }
  await insertParts(db, [...standing.values()], inserts);
  return plans.map((plan) =>
    plan.former === undefined ? 'inserted' : isSame(plan) ? 'unchanged' : 'updated',
  );
}

/** Puts the rows of a plan whose document is stored in the place of those it has; the caller holds the transaction. */
export async function writeRows(db: Kysely<Tables>, plan: StandingPlan, inserts: Inserts): Promise<void> {
  await replaceRow(db, plan);
  await insertParts(db, [plan], inserts);
}

function rowOf(plan: StandingPlan | undefined): PlanRow | null {
  return plan === undefined ? null : planRow(plan.record, plan.revision);
}

async function insertParts(
  db: Kysely<Tables>,
  plans: readonly StandingPlan[],
  inserts: Inserts,
): Promise<void> {
  const parts = plans.map(({ record, corrected }) => planParts(record, corrected));
  await inserts.insert(db, parts);
}

/** Puts the row of a plan in the place of the one it has, and takes its parts away. */
async function replaceRow(db: Kysely<Tables>, { record, revision }: StandingPlan): Promise<void> {
  for (const table of TOP_TABLES) await db.deleteFrom(table).where('plan_id', '=', record.id).execute();
  await db.updateTable('plans').set(planRow(record, revision)).where('id', '=', record.id).execute();
}

async function insertDocuments(
  db: Kysely<Tables>,
  plans: readonly (SavedDocument & { json: string })[],
): Promise<void> {
  const rows = await db
    .insertInto('documents')
    .values(
      plans.map(({ record, text, json, repairs }) => ({
        plan_id: record.id,
        text,
        record: json,
        repairs: repairs ?? null,
      })),
    )
    .returning(['search_id', 'plan_id'])
    .execute();
  const texts = new Map(plans.map(({ record, text }) => [record.id, text]));
  await engineOf(db).addToSearchIndex(
    db,
    rows.map(({ search_id, plan_id }) => ({ id: search_id, folded: fold(texts.get(plan_id) ?? '') })),
  );
}

async function updateDocument(
  db: Kysely<Tables>,
  { record, text, repairs, json }: SavedDocument & { json: string },
  former: Former,
): Promise<void> {
  await db
    .updateTable('documents')
    .set({ text, record: json, repairs: repairs ?? former.repairs })
    .where('search_id', '=', former.search_id)
    .execute();
  if (former.text === text) return;
  await db.deleteFrom('text_sketches').where('plan_id', '=', record.id).execute();
  await engineOf(db).removeFromSearchIndex(db, former.search_id);
  await engineOf(db).addToSearchIndex(db, [{ id: former.search_id, folded: fold(text) }]);
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
