import type { IngestStore } from '../../src/batch/ingest.ts';
import type { PlanRecord } from '../../src/plan/record.ts';
import { summarise } from '../../src/plan/summary.ts';
import type { JournalEntry, StoredIngest } from '../../src/store/journal.ts';
import type { SettledFile } from '../../src/store/store.ts';

/** What the store must do for an ingest, in memory, with a count of what was written. */
export class MemoryStore implements IngestStore {
  readonly saved: Map<string, PlanRecord>;
  readonly remembered: Map<string, JournalEntry>;
  writes = 0;

  /** Another store over the same rows, or an empty one. */
  constructor(other?: MemoryStore) {
    this.saved = other?.saved ?? new Map();
    this.remembered = other?.remembered ?? new Map();
  }

  async plans() {
    return [...this.saved.values()].map(({ id, source: { path, sha256 } }) => ({ id, path, sha256 }));
  }

  async ingests(): Promise<JournalEntry[]> {
    return [...this.remembered.values()];
  }

  async summaries(ids: readonly string[]) {
    const records = ids.flatMap((id) => this.saved.get(id) ?? []);
    return new Map(records.map((record) => [record.id, summarise(record)]));
  }

  async queue(paths: readonly string[], fingerprint: string): Promise<void> {
    this.writes++;
    for (const path of paths) {
      const nothing = { sha256: null, fingerprint, planId: null, failure: null, resultBytes: null };
      this.remembered.set(path, { path, ...nothing, ...this.remembered.get(path), state: 'queued' });
    }
  }

  async note(begun: readonly string[], settled: readonly SettledFile[]): Promise<void> {
    for (const path of begun) {
      this.writes++;
      const entry = this.remembered.get(path);
      if (entry !== undefined) this.remembered.set(path, { ...entry, state: 'running' });
    }
    for (const { ingest, plan } of settled) {
      if (plan !== undefined) this.saved.set(plan.record.id, plan.record);
      await this.remember(ingest);
    }
  }

  async remember(ingest: StoredIngest): Promise<void> {
    this.writes++;
    const state = ingest.failure === null ? 'done' : 'failed';
    this.remembered.set(ingest.path, { resultBytes: null, ...ingest, state });
  }

  async remove(planId: string): Promise<boolean> {
    this.writes++;
    return this.saved.delete(planId);
  }
}
