import { readFileSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { type Agency, agencyData } from './agencies.ts';
import { fold } from './fold.ts';

const Skeletons = z.strictObject({
  source: z.string(),
  /** Characters that stand for a letter. */
  readAs: z.record(z.string().length(1), z.string().length(1)),
  /** Letters that are taken for each other. */
  alike: z.array(z.tuple([z.string().length(1), z.string().length(1)])),
});

/** A name may differ from what was read by this part of its letters. */
const TOLERANCE = 0.2;

interface Known {
  agency: Agency;
  name: string;
  skeleton: string;
}

let lexicon: { data: z.infer<typeof Skeletons>; names: Known[] } | undefined;

function load() {
  if (lexicon !== undefined) return lexicon;
  const data = Skeletons.parse(
    JSON.parse(readFileSync(new URL('./skeletons.json', import.meta.url), 'utf8')),
  );
  lexicon = { data, names: [] };
  lexicon.names = agencyData().agencies.flatMap((agency) =>
    [agency.name, ...agency.variations]
      .filter((name) => name.length > 6)
      .map((name) => ({ agency, name, skeleton: skeletonOf(name) })),
  );
  return lexicon;
}

/**
 * A text's letters alone, folded, with the characters a foreign reader puts for Vietnamese letters read as those:
 * `S6Y té` and `Sở Y tế` are both `soyte`.
 */
export function skeletonOf(text: string): string {
  const { readAs } = load().data;
  return [...fold(text)]
    .map((letter) => readAs[letter] ?? letter)
    .join('')
    .replace(/[^a-z]/g, '');
}

/**
 * The body whose name a damaged heading shows, by its letters alone; null where none is near enough or two are equally
 * near. `read` is the heading as read, before any repair.
 */
export function agencyBySkeleton(read: string): { id: string; name: string } | null {
  const skeleton = unify(skeletonOf(read));
  if (skeleton.length < 4) return null;
  let best: Known | null = null;
  let least = Number.POSITIVE_INFINITY;
  let tied = false;
  for (const known of load().names) {
    if (Math.abs(known.skeleton.length - skeleton.length) > skeleton.length * TOLERANCE) continue;
    const cost = distance(unify(known.skeleton), skeleton);
    if (cost < least) {
      best = known;
      least = cost;
      tied = false;
    } else if (cost === least && known.agency.id !== best?.agency.id) tied = true;
  }
  if (best === null || tied || least > best.skeleton.length * TOLERANCE) return null;
  return { id: best.agency.id, name: best.name };
}

/** Letters that are taken for each other, as one. */
function unify(skeleton: string): string {
  let unified = skeleton;
  for (const [one, other] of load().data.alike) unified = unified.replaceAll(other, one);
  return unified;
}
