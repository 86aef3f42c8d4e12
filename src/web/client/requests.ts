import { signal } from '@preact/signals';
import type { ErrorAnswer, SessionAnswer } from '../api.ts';

export const session = signal<SessionAnswer | null>(null);

/** An answer that is no success; `body` is what the server said of it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorAnswer,
  ) {
    super(body.error);
  }
}

/** Asks who one is, and for the token that changes need. */
export async function loadSession(): Promise<void> {
  session.value = await ask<SessionAnswer>('/api/session');
}

/** The JSON at an address of the desk. Throws a Refusal, or a TypeError where the desk can't be reached. */
export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  return answered<T>(await fetch(address, signal === undefined ? {} : { signal }));
}

export async function askText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) await answered(response);
  return response.text();
}

async function answered<T>(response: Response): Promise<T> {
  if (response.ok) return response.status === 204 ? JSON.parse('null') : response.json();
  const body: ErrorAnswer = await response.json().catch(() => ({ error: response.statusText }));
  if (response.status === 401 && session.value !== null) session.value = { ...session.value, account: null };
  throw new Refusal(response.status, body);
}
