import { existsSync } from 'node:fs';
import type { Store } from '../store/store.ts';

/** The database at that path, opened; null where there is none yet. Throws a StoreError where it can't be used. */
export async function existingStore(path: string): Promise<Store | null> {
  if (!existsSync(path)) return null;
  const { openStore } = await import('../store/open.ts');
  return openStore(path);
}
