import { signal } from '@preact/signals';
import type { ConflictAnswer, ErrorAnswer, SessionAnswer } from '../api.ts';

export const session = signal<SessionAnswer | null>(null);

/** Signs in, and gets the token that belongs to it. Throws a Refusal where name or password are wrong. */
export async function signIn(name: string, password: string): Promise<void> {
  await send('POST', '/api/session', { name, password });
  await loadSession();
}

export async function signOut(): Promise<void> {
  await send('DELETE', '/api/session');
  await loadSession();
}

/** Whether one may change anything. */
export function canEdit(): boolean {
  return session.value?.account?.role === 'reviewer';
}

/** An answer that is no success; `body` is what the server said of it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorAnswer | ConflictAnswer,
  ) {
    super(body.error);
  }

  /** What another wrote before, where that is why. */
  get conflict(): ConflictAnswer | null {
    return 'mine' in this.body ? this.body : null;
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
  const body: ErrorAnswer | ConflictAnswer = await response
    .json()
    .catch(() => ({ error: response.statusText }));
  if (response.status === 401 && session.value !== null) session.value = { ...session.value, account: null };
  throw new Refusal(response.status, body);
}
/** Sends a change. */
export async function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  address: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const isForm = body instanceof FormData;
  return answered<T>(
    await fetch(address, {
      method,
      headers: {
        'x-csrf-token': session.value?.csrf ?? '',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    }),
  );
}
