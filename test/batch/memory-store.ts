import type { Ingest, IngestStore } from '../../src/batch/ingest.ts';
import type { PlanRecord } from '../../src/plan/record.ts';

/** What the store must do for an ingest, in memory, with a count of what was written. */
export class MemoryStore implements IngestStore {
  readonly saved = new Map<string, PlanRecord>();
  readonly remembered = new Map<string, Ingest>();
  writes = 0;

  async plans() {
    return [...this.saved.values()].map(({ id, source: { path, sha256 } }) => ({ id, path, sha256 }));
  }

  async ingests(): Promise<Ingest[]> {
    return [...this.remembered.values()];
  }

  async save(record: PlanRecord, _text: string, ingest: Ingest): Promise<void> {
    this.saved.set(record.id, record);
    await this.remember(ingest);
  }

  async remember(ingest: Ingest): Promise<void> {
    this.writes++;
    this.remembered.set(ingest.path, ingest);
  }

  async remove(planId: string): Promise<void> {
    this.writes++;
    this.saved.delete(planId);
  }
}
