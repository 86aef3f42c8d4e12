import { signal } from '@preact/signals';
import type { Mark } from '../../../plan/corrections.ts';
import type { ConflictAnswer, PlanAnswer } from '../../api.ts';
import { ask, Refusal, send } from '../requests.ts';
import { lay, plan } from './state.ts';

/** Pointer of the value that is being edited. */
export const editing = signal<string | null>(null);
/** Where its words were marked on the page. */
export const marked = signal<Mark | null>(null);
/** Why the last change failed. */
export const failed = signal<unknown>(null);

/** A change that came too late: another was there before it. */
export interface Conflict {
  answer: ConflictAnswer;
  /** Makes the change all the same, over what is there now. */
  insist(): Promise<void>;
}
export const conflict = signal<Conflict | null>(null);

export function edit(pointer: string | null): void {
  editing.value = pointer;
  marked.value = null;
  failed.value = null;
}

/** Puts a value in the place of what was read. */
export async function correct(pointer: string, value: unknown): Promise<void> {
  const body = { pointer, value, marked: marked.value };
  const done = await change(
    () => send('POST', address('corrections'), body, { 'if-match': plan.value?.etag ?? '' }),
    {
      insist: () => correct(pointer, value),
    },
  );
  if (done) edit(null);
}

export async function undo(): Promise<void> {
  const last = plan.value?.undo;
  if (last) await change(() => send('POST', address('undo'), { correction: last.id }));
}

export async function accept(finding: number, reason: string): Promise<boolean> {
  return change(() => send('POST', address('accepted'), { finding, reason }));
}

export async function unaccept(finding: number): Promise<boolean> {
  return change(() => send('DELETE', address('accepted'), { finding }));
}

export async function review(checked: boolean): Promise<boolean> {
  return change(() => send('PUT', address('review'), { checked }));
}

/** Gets the plan as it is now. */
export async function reload(): Promise<void> {
  await change(() => ask(address('').slice(0, -1)));
}

function address(what: string): string {
  return `/api/plans/${plan.value?.record.id}/${what}`;
}

async function change(
  work: () => Promise<PlanAnswer>,
  { insist }: { insist?: () => Promise<void> } = {},
): Promise<boolean> {
  failed.value = null;
  try {
    lay(await work());
    return true;
  } catch (failure) {
    const answer = failure instanceof Refusal ? failure.conflict : null;
    if (answer === null) {
      failed.value = failure;
      return false;
    }
    conflict.value = {
      answer,
      insist: async () => {
        await reload();
        await insist?.();
      },
    };
    return false;
  }
}
