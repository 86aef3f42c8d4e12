import type { IngestStore } from '../../src/batch/ingest.ts';
import type { PlanRecord } from '../../src/plan/record.ts';
import type { SaveOutcome } from '../../src/store/save.ts';
import type { StoredIngest } from '../../src/store/store.ts';

/** What the store must do for an ingest, in memory, with a count of what was written. */
export class MemoryStore implements IngestStore {
  readonly saved = new Map<string, PlanRecord>();
  readonly remembered = new Map<string, StoredIngest>();
  writes = 0;

  async plans() {
    return [...this.saved.values()].map(({ id, source: { path, sha256 } }) => ({ id, path, sha256 }));
  }

  async ingests(): Promise<StoredIngest[]> {
    return [...this.remembered.values()];
  }

  async save(record: PlanRecord, _text: string, ingest: StoredIngest): Promise<SaveOutcome> {
    const isNew = !this.saved.has(record.id);
    this.saved.set(record.id, record);
    await this.remember(ingest);
    return isNew ? 'inserted' : 'updated';
  }

  async remember(ingest: StoredIngest): Promise<void> {
    this.writes++;
    this.remembered.set(ingest.path, ingest);
  }

  async remove(planId: string): Promise<boolean> {
    this.writes++;
    return this.saved.delete(planId);
  }
}
