const KEPT = 'kehoach.queue';

/** Notes the queue as it was last looked at, so that the desk knows what comes next. */
export function rememberQueue(asked: URLSearchParams, ids: readonly string[]): void {
  const search = new URLSearchParams(asked);
  search.delete('limit');
  sessionStorage.setItem(KEPT, JSON.stringify({ search: search.toString(), ids }));
}

/** The plan that follows in the queue, null where it is the last of what was looked at. */
export function nextInQueue(id: string): string | null {
  const { ids } = kept();
  return ids[ids.indexOf(id) + 1] ?? null;
}

/** The address of the queue as it was last looked at. */
export function queueAddress(): string {
  const { search } = kept();
  return search === '' ? '/' : `/?${search}`;
}

function kept(): { search: string; ids: string[] } {
  const stored = sessionStorage.getItem(KEPT);
  return stored === null ? { search: '', ids: [] } : JSON.parse(stored);
}
