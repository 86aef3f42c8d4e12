import { fold } from '../lexicon/fold.ts';
import type { Shelf, ShelvedPlan } from '../plan/shelf.ts';
import { CopyGroups, type SamePlans } from './copy-groups.ts';
import { differentFigures, likeness, type WordRuns, wordRuns } from './likeness.ts';
import { remember } from './remember.ts';

/** From so much of the text on, two plans of one number are two copies of one document, however well they were read. */
const SAME_NUMBER = 0.4;
/** From so much on, texts are the same but for slips of reading. */
const NEARLY_SAME = 0.8;
/** From so much on, other figures are another version rather than misread ones. */
const FIGURES_TELL = 0.95;

/** Different documents of one number that a further one is compared with. */
const MOST_FIRSTS = 4;
/** A text that is unlike so many of those that share most with it has no like. */
const MOST_UNLIKE = 20;
/** Texts at hand: the first of its likes is compared with each of them. */
const TEXTS_AT_HAND = 8;

/** How two plans that may be one document are to each other. */
interface Verdict {
  kind: 'same' | 'other-content' | 'other-date' | 'other-figures';
  likeness: number;
  figures: [string[], string[]];
}

/**
 * The stored plans that are, or claim to be, one document. Each is compared with the first of its likes rather than
 * with all of them, and plans of the very same words without their texts, so that time grows as the number of plans
 * does even where all are alike. Nothing is kept but what is found.
 */
export const samePlans = remember(async (shelf: Shelf): Promise<SamePlans> => {
  const groups = new CopyGroups();
  const texts = new Texts(shelf);
  await compareClaims(shelf.sameWords(), ({ content }) => content, texts, groups);
  await compareClaims(shelf.sharedNumbers(), ({ number }) => number, texts, groups);
  const titleAndDay = ({ title, issued }: ShelvedPlan) => `${fold(title ?? '')} ${issued?.first}`;
  await compareClaims(shelf.sharedTitles(), titleAndDay, texts, groups);
  await compareUnidentified(shelf, texts, groups);
  return groups.result();
});

/** Compares plans that follow one another with the same key. */
async function compareClaims(
  plans: AsyncIterable<ShelvedPlan>,
  keyOf: (plan: ShelvedPlan) => string | null,
  texts: Texts,
  groups: CopyGroups,
): Promise<void> {
  let key: string | null = null;
  let firsts = new Firsts();
  for await (const plan of plans) {
    if (keyOf(plan) !== key) firsts = new Firsts();
    key = keyOf(plan);
    let conflict: (Verdict & { first: ShelvedPlan }) | null = null;
    let isCopy = false;
    for (const first of firsts.of(plan)) {
      const verdict = await judge(first, plan, texts);
      if (verdict?.kind === 'same') {
        groups.join(first, plan, verdict.likeness);
        isCopy = true;
        break;
      }
      if (verdict !== null) conflict ??= { ...verdict, first };
    }
    if (isCopy) continue;
    firsts.add(plan);
    if (conflict !== null && conflict.kind !== 'same')
      groups.conflict(conflict.first, plan, conflict.kind, conflict.figures);
  }
}

/** Compares plans of which number, issuer or date is not known with those that have most of their words. */
async function compareUnidentified(shelf: Shelf, texts: Texts, groups: CopyGroups): Promise<void> {
  const settled = new Set<string>();
  for await (const plan of shelf.unidentified()) {
    if (settled.has(plan.content)) continue;
    settled.add(plan.content);
    const compared = new Set([plan.id, groups.firstOf(plan).id]);
    let unlike = 0;
    let isWorthwhile = true;
    for (let skip = 0; isWorthwhile && unlike < MOST_UNLIKE; ) {
      const likes = await shelf.alike(plan, skip);
      skip += likes.length;
      isWorthwhile = false;
      for (const like of likes) {
        const first = groups.firstOf(like);
        if (compared.has(first.id) || !mayBeSame(plan, first) || unlike >= MOST_UNLIKE) continue;
        compared.add(first.id);
        const verdict = await judge(plan, first, texts);
        if (verdict?.kind === 'same') {
          groups.join(plan, first, verdict.likeness);
          settled.add(like.content);
          isWorthwhile = true;
        } else unlike++;
      }
    }
  }
}

/** The plans of one claim that are different documents. */
class Firsts {
  readonly #ofBody = new Map<string, ShelvedPlan[]>();
  readonly #ofUnknown: ShelvedPlan[] = [];

  /** Those that a plan may be the same as, the first of them first. */
  of(plan: ShelvedPlan): ShelvedPlan[] {
    const known =
      plan.issuer === null ? [...this.#ofBody.values()].flat() : (this.#ofBody.get(bodyOf(plan)) ?? []);
    return [...this.#ofUnknown, ...known].filter((first) => mayBeSame(first, plan)).slice(0, MOST_FIRSTS);
  }

  add(plan: ShelvedPlan): void {
    if (plan.issuer === null) this.#ofUnknown.push(plan);
    else {
      const body = bodyOf(plan);
      const list = this.#ofBody.get(body);
      if (list === undefined) this.#ofBody.set(body, [plan]);
      else list.push(plan);
    }
  }
}

/** The texts of plans, a few of which are kept as they may be asked for again. */
class Texts {
  readonly #shelf: Shelf;
  readonly #atHand = new Map<string, { text: string; runs: WordRuns }>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  async of(id: string): Promise<{ text: string; runs: WordRuns }> {
    let entry = this.#atHand.get(id);
    if (entry === undefined) {
      const text = await this.#shelf.text(id);
      entry = { text, runs: wordRuns(text) };
    }
    this.#atHand.delete(id);
    this.#atHand.set(id, entry);
    const [oldest] = this.#atHand.keys();
    if (this.#atHand.size > TEXTS_AT_HAND && oldest !== undefined) this.#atHand.delete(oldest);
    return entry;
  }
}

/** Whether nothing that is known of two plans says that they are two documents, but for a date within one year. */
function mayBeSame(one: ShelvedPlan, other: ShelvedPlan): boolean {
  if (one.issuer !== null && other.issuer !== null && bodyOf(one) !== bodyOf(other)) return false;
  if (one.issued === null || other.issued === null) return true;
  return one.issued.first.slice(0, 4) === other.issued.first.slice(0, 4);
}

/** What two plans that may be one document are; null where they are two and neither claims to be the other. */
async function judge(one: ShelvedPlan, other: ShelvedPlan, texts: Texts): Promise<Verdict | null> {
  const sameWords = one.content === other.content;
  const alike = sameWords ? 1 : likeness((await texts.of(one.id)).runs, (await texts.of(other.id)).runs);
  const is = (kind: Verdict['kind'], figures: Verdict['figures'] = [[], []]): Verdict => {
    return { kind, likeness: alike, figures };
  };
  const oneNumber = one.number !== null && one.number === other.number;
  const known = one.issuer !== null && other.issuer !== null && one.issued !== null && other.issued !== null;
  const sameDay = !known || overlap(one, other);
  if (!oneNumber) {
    const numbersDiffer = one.number !== null && other.number !== null;
    return alike >= (numbersDiffer ? FIGURES_TELL : NEARLY_SAME) && sameDay ? is('same') : null;
  }
  if (!known) return alike >= SAME_NUMBER ? is('same') : null;
  if (!sameDay) return is(alike >= SAME_NUMBER ? 'other-date' : 'other-content');
  if (alike < SAME_NUMBER) return is('other-content');
  if (sameWords || alike < FIGURES_TELL) return is('same');
  const figures = differentFigures((await texts.of(one.id)).text, (await texts.of(other.id)).text);
  return figures[0].length + figures[1].length > 0 ? is('other-figures', figures) : is('same');
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
