import { useEffect, useState } from 'preact/hooks';
import { ask, Refusal } from './requests.ts';
import { words } from './words.ts';

interface Loaded<T> {
  answer: T | null;
  failure: unknown;
  /** Loads it once more; what was there stays until then. */
  again(): Promise<void>;
}

/** What an address of the desk answers; the former answer stays in sight while another is loaded. */
export function useAnswer<T>(address: string): Loaded<T> {
  const [state, setState] = useState<{ answer: T | null; failure: unknown }>({ answer: null, failure: null });
  const load = async (signal?: AbortSignal): Promise<void> => {
    try {
      setState({ answer: await ask<T>(address, signal), failure: null });
    } catch (failure) {
      if (!signal?.aborted) setState((before) => ({ ...before, failure }));
    }
  };
  useEffect(() => {
    const stop = new AbortController();
    void load(stop.signal);
    return () => stop.abort();
  }, [address]);
  return { ...state, again: () => load() };
}

export function failureText(failure: unknown): string {
  const w = words.value.failure;
  if (!(failure instanceof Refusal)) return w.unreachable;
  const { error } = failure.body;
  const known: Record<string, string> = w.known;
  const detail = 'detail' in failure.body ? failure.body.detail : undefined;
  return known[error] ?? w.other(detail ?? error);
}

/** Why there is nothing to show yet. */
export function Waiting({ failure }: { failure: unknown }) {
  return failure === null ? (
    <p class="note" aria-live="polite">
      {words.value.loading}
    </p>
  ) : (
    <p class="note failed" role="alert">
      {failureText(failure)}
    </p>
  );
}
