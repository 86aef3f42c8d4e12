import { fold } from '../lexicon/fold.ts';
import type { Shelf, ShelvedPlan } from '../plan/shelf.ts';
import { differentFigures, likeness } from './likeness.ts';
import { remember } from './remember.ts';

/** From so much of the text on, two plans of one number are two copies of one document, however well they were read. */
const SAME_NUMBER = 0.4;
/** From so much on, texts are the same but for slips of reading. */
const NEARLY_SAME = 0.8;
/** From so much on, other figures are another version rather than misread ones. */
const FIGURES_TELL = 0.95;

/** Two stored plans that are one document, or claim to be. */
export interface PlanPair {
  one: ShelvedPlan;
  other: ShelvedPlan;
  kind: 'same' | 'other-content' | 'other-date' | 'other-figures';
  likeness: number;
  /** Figures that only one of them has. */
  figures: [string[], string[]];
}

/** The pairs of stored plans that are, or claim to be, one document, by the first one's id. */
export const planPairs = remember(async (shelf: Shelf): Promise<PlanPair[]> => {
  const pairs = new Map<string, PlanPair>();
  const note = async (one: ShelvedPlan, other: ShelvedPlan): Promise<void> => {
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    const key = `${first.id} ${second.id}`;
    if (pairs.has(key)) return;
    const pair = await judge(first, second, shelf);
    if (pair !== null) pairs.set(key, pair);
  };
  const candidates: [ShelvedPlan, ShelvedPlan][] = [];
  await eachPair(shelf.sharedNumbers(), ({ number }) => number, candidates);
  await eachPair(
    shelf.sharedTitles(),
    ({ title, issued }) => `${fold(title ?? '')} ${issued?.first}`,
    candidates,
  );
  const unidentified: ShelvedPlan[] = [];
  for await (const plan of shelf.unidentified()) unidentified.push(plan);
  for (const plan of unidentified) {
    for (const other of await shelf.alike(plan.id))
      if (mayBeSame(plan, other)) candidates.push([plan, other]);
  }
  for (const [one, other] of candidates) await note(one, other);
  return [...pairs.values()].sort((a, b) =>
    `${a.one.id} ${a.other.id}` < `${b.one.id} ${b.other.id}` ? -1 : 1,
  );
});

/** Pairs of plans that follow one another with the same key and may be one document. */
async function eachPair(
  plans: AsyncIterable<ShelvedPlan>,
  keyOf: (plan: ShelvedPlan) => string | null,
  candidates: [ShelvedPlan, ShelvedPlan][],
): Promise<void> {
  let key: string | null = null;
  let group: ShelvedPlan[] = [];
  for await (const plan of plans) {
    if (keyOf(plan) !== key) group = [];
    key = keyOf(plan);
    const first = group.find((other) => mayBeSame(other, plan));
    if (first === undefined) group.push(plan);
    else candidates.push([first, plan]);
  }
}

/** Whether nothing that is known of two plans says that they are two documents, but for a date within one year. */
function mayBeSame(one: ShelvedPlan, other: ShelvedPlan): boolean {
  if (one.issuer !== null && other.issuer !== null && bodyOf(one) !== bodyOf(other)) return false;
  if (one.issued === null || other.issued === null) return true;
  return one.issued.first.slice(0, 4) === other.issued.first.slice(0, 4);
}

async function judge(one: ShelvedPlan, other: ShelvedPlan, shelf: Shelf): Promise<PlanPair | null> {
  const [text, otherText] = [await shelf.text(one.id), await shelf.text(other.id)];
  const alike = likeness(text, otherText);
  const pair = (kind: PlanPair['kind'], figures: PlanPair['figures'] = [[], []]): PlanPair => {
    return { one, other, kind, likeness: alike, figures };
  };
  const oneNumber = one.number !== null && one.number === other.number;
  const known = one.issuer !== null && other.issuer !== null && one.issued !== null && other.issued !== null;
  const sameDay = !known || overlap(one, other);
  if (!oneNumber) {
    const numbersDiffer = one.number !== null && other.number !== null;
    return alike >= (numbersDiffer ? FIGURES_TELL : NEARLY_SAME) && sameDay ? pair('same') : null;
  }
  if (!known) return alike >= SAME_NUMBER ? pair('same') : null;
  if (!sameDay) return pair(alike >= SAME_NUMBER ? 'other-date' : 'other-content');
  if (alike < SAME_NUMBER) return pair('other-content');
  const figures = differentFigures(text, otherText);
  const differ = alike >= FIGURES_TELL && figures[0].length + figures[1].length > 0;
  return differ ? pair('other-figures', figures) : pair('same');
}

function overlap({ issued: one }: ShelvedPlan, { issued: other }: ShelvedPlan): boolean {
  return one === null || other === null || (one.first <= other.last && other.first <= one.last);
}

/** The issuing body, told apart from others of its name by level and place. */
function bodyOf({ issuer }: ShelvedPlan): string {
  const { name = '', kind = null, level = null, placeCode = null, placeName = null } = issuer ?? {};
  return kind === 'peoples-committee' && placeName !== null
    ? `${kind} ${level} ${placeCode ?? fold(placeName)}`
    : fold(name);
}
