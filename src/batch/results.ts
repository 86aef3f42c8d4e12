import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareFolder, writeWhole } from './output.ts';

/** What is written of one plan. */
export interface PlanFiles {
  record: string;
  text: string;
  repairs: string;
}

/** The files of plans in a result folder: plans/<id>.json, text/<id>.txt and text/<id>.repairs.json. */
export class Results {
  readonly #plans: string;
  readonly #text: string;

  private constructor(out: string) {
    this.#plans = join(out, 'plans');
    this.#text = join(out, 'text');
  }

  /** Makes the folders, and clears away what a killed run left half-written. Throws where they can't be written to. */
  static async open(out: string): Promise<Results> {
    const results = new Results(out);
    await prepareFolder(results.#plans);
    await prepareFolder(results.#text);
    return results;
  }

  /** Writes a plan's files, each whole or not at all, the record last; gives their length in bytes. */
  async write(id: string, { record, text, repairs }: PlanFiles): Promise<number> {
    const { recordFile, textFile, repairsFile } = this.#files(id);
    await writeWhole(textFile, text);
    await writeWhole(repairsFile, repairs);
    await writeWhole(recordFile, record);
    return Buffer.byteLength(record) + Buffer.byteLength(text) + Buffer.byteLength(repairs);
  }

  /** Whether all files of a plan are there, and of this length together. Asked of every plan: it does not wait its turn. */
  hold(id: string, bytes: number): boolean {
    let sum = 0;
    for (const file of Object.values(this.#files(id))) {
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats === undefined) return false;
      sum += stats.size;
    }
    return sum === bytes;
  }

  async remove(id: string): Promise<void> {
    for (const file of Object.values(this.#files(id))) await rm(file, { force: true });
  }

  #files(id: string): { recordFile: string; textFile: string; repairsFile: string } {
    return {
      recordFile: join(this.#plans, `${id}.json`),
      textFile: join(this.#text, `${id}.txt`),
      repairsFile: join(this.#text, `${id}.repairs.json`),
    };
  }
}
