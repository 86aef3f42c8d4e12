import type { Finding } from '../../src/plan/record.ts';
import { type CleanPlan, readPlan } from './clean-plan.ts';
import type { FaultKind, Planting } from './fault.ts';
import { planted } from './plant.ts';
import { randomFrom, sample } from './random.ts';

/** One planted fault and what became of it. */
export interface Trial {
  path: string;
  kind: FaultKind;
  /** The words that were put in, or taken out. */
  change: string;
  found: boolean;
  /** Whether what was changed is one cell, so that it could be named. */
  isMisread: boolean;
  /** The right place of the misread cell among those that are named: 1 is the first, null is none. Only of misreads. */
  named: number | null;
  /** Whether any cell is newly named as misread. */
  suggested: boolean;
  /** New findings of other rules. */
  others: Finding[];
}

export interface Options {
  seed: string;
  /** So many places at most of each kind in each plan. */
  places: number;
  /** Only kinds of these ids; all where empty. */
  only: ReadonlySet<string>;
}

/** Plants each kind of fault in a plan, one at a time, reads it anew and looks for what is then found that was not before. */
export async function* trials(
  clean: CleanPlan,
  kinds: readonly FaultKind[],
  { seed, places, only }: Options,
): AsyncGenerator<Trial> {
  for (const kind of kinds) {
    if (only.size > 0 && !only.has(kind.id)) continue;
    const random = randomFrom(`${seed} ${clean.path} ${kind.id}`);
    const plantable = kind.places(clean, random).flatMap((planting) => {
      const source = planted(clean, planting.edits);
      return source === null || source === clean.source ? [] : [{ planting, source }];
    });
    for (const { planting, source } of sample(plantable, places, random)) {
      const read = await readPlan(clean.path, source);
      const fresh = read === null ? [] : freshFindings(clean.findings, read.findings);
      yield {
        path: clean.path,
        kind,
        change: changeOf(clean, planting),
        found: fresh.some(({ rule }) => kind.rules.includes(rule)),
        isMisread: planting.misread !== undefined,
        named: namedAt(planting, fresh),
        suggested: fresh.some(({ rule }) => rule === 'number-misread'),
        others: fresh.filter(({ rule }) => !kind.rules.includes(rule)),
      };
    }
  }
}

/** Findings that were not there before, by what they say but for the number of the line. */
function freshFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of before) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message.replace(/dòng \d+/g, 'dòng')}`;
}

function namedAt({ misread }: Planting, fresh: readonly Finding[]): number | null {
  if (misread === undefined) return null;
  const cells = fresh.filter(({ rule }) => rule === 'number-misread').flatMap(({ at }) => at);
  const place = [...new Set(cells)].indexOf(misread.at);
  return place < 0 ? null : place + 1;
}

function changeOf({ plan }: CleanPlan, { edits }: Planting): string {
  return edits
    .map(({ start, end, text }) => `${short(plan.source.text.slice(start, end))} → ${short(text) || '∅'}`)
    .join('; ');
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 40)} … ${line.slice(-15)}`;
}
