import { signal } from '@preact/signals';
import type { AppliedCorrection } from '../../../plan/corrections.ts';
import type { Evidence } from '../../../plan/record.ts';
import type { PlanAnswer } from '../../api.ts';

export type View = 'page' | 'text';

/** The plan on the desk. */
export const plan = signal<PlanAnswer | null>(null);
/** Pointer of the value one looks at. */
export const selected = signal<string | null>(null);
/** Page that is shown, from 1. */
export const shownPage = signal(1);
/** Width of the page image, 1 is that of its pane. */
export const zoom = signal(1);
export const view = signal<View>('page');

/** Puts another plan on the desk. */
export function lay(answer: PlanAnswer): void {
  const isSame = plan.peek()?.record.id === answer.record.id;
  plan.value = answer;
  if (isSame) return;
  selected.value = null;
  shownPage.value = 1;
  view.value = answer.hasImages ? 'page' : 'text';
}

/** The correction that a shown value has. */
export function correctionOf(pointer: string): AppliedCorrection | null {
  return plan.value?.corrections.find(({ to, state }) => to === pointer && state !== 'adrift') ?? null;
}

/** Where a value stands: where a reviewer marked it, or its own evidence, or that of what it is part of. */
export function evidenceOf(pointer: string): Evidence | null {
  const mark = correctionOf(pointer)?.marked;
  if (mark) return { page: mark.page, start: 0, end: 0, quote: '', confidence: 1, boxes: [mark.box] };
  const evidence = plan.value?.evidence ?? {};
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = evidence[at];
    if (found !== undefined) return found;
  }
  return null;
}

/** Chooses a value and turns to its page; the same value again keeps it. */
export function select(pointer: string): void {
  selected.value = pointer;
  const page = evidenceOf(pointer)?.page;
  if (page !== undefined) shownPage.value = page;
}

/** The values on the desk in the order they are shown in, as their elements. */
export function shownValues(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.record [data-pointer]')];
}

/** Chooses a value and brings it into sight. */
export function selectAndShow(pointer: string): void {
  select(pointer);
  const element = shownValues().find((each) => each.dataset.pointer === pointer);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
}

/** The shown value whose evidence fits a test most closely. */
export function closestValue(sizeWhereHit: (evidence: Evidence) => number | null): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { dataset } of shownValues()) {
    const evidence = dataset.pointer === undefined ? null : evidenceOf(dataset.pointer);
    const size = evidence === null ? null : sizeWhereHit(evidence);
    if (dataset.pointer !== undefined && size !== null && size < least) {
      best = dataset.pointer;
      least = size;
    }
  }
  return best;
}
