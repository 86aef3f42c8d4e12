import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { openDocument } from '../../batch/document-bytes.ts';
import { PageFailure } from '../../plan/document.ts';
import { DocumentFailure } from '../../plan/failure.ts';
import type { PlanRecord } from '../../plan/record.ts';
import { readDocument } from '../../read/read.ts';

/** Wide enough for a page at 200 dots an inch. */
const WIDEST = 1700;

/** Media types of files that have pages to look at. */
const WITH_PAGES = /^(application\/pdf|image\/.*)$/;

/** Pictures of the pages of documents, drawn once and kept in a folder that may be emptied at any time. */
export class PageImages {
  readonly #folder: string;
  readonly #cwd: string;
  readonly #drawing = new Map<string, Promise<Buffer | null>>();
  readonly #limit = pLimit(2);

  constructor(folder: string, cwd: string) {
    this.#folder = folder;
    this.#cwd = cwd;
  }

  /** Whether the document's file is still there and of a kind that has pages. */
  async has({ path, mediaType, bytes }: PlanRecord['source']): Promise<boolean> {
    if (!WITH_PAGES.test(mediaType)) return false;
    const file = await stat(resolve(this.#cwd, path)).catch(() => null);
    return file?.isFile() === true && file.size === bytes;
  }

  /** A page as WebP; null where the document is gone or another, or has no such page. */
  async page(source: PlanRecord['source'], page: number): Promise<Buffer | null> {
    const file = join(this.#folder, `${source.sha256}-${page}.webp`);
    const kept = await readFile(file).catch(() => null);
    if (kept !== null) return kept;
    let drawing = this.#drawing.get(file);
    if (drawing === undefined) {
      drawing = this.#limit(() => this.#draw(source, page, file)).finally(() => this.#drawing.delete(file));
      this.#drawing.set(file, drawing);
    }
    return drawing;
  }

  async #draw({ path, sha256 }: PlanRecord['source'], page: number, file: string): Promise<Buffer | null> {
    try {
      const bytes = await openDocument(resolve(this.#cwd, path), path);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
      const reading = await readDocument(path, bytes);
      if (reading.kind !== 'pages') return null;
      try {
        const image = await reading.file.pages.find((each) => each.page === page)?.image();
        if (image === undefined) return null;
        const { data, width, height, channels } = image;
        const picture = await sharp(data, { raw: { width, height, channels } })
          .resize({ width: WIDEST, withoutEnlargement: true })
          .webp({ quality: 78, effort: 2 })
          .toBuffer();
        await keep(file, this.#folder, picture);
        return picture;
      } finally {
        await reading.file.close();
      }
    } catch (error) {
      if (error instanceof DocumentFailure || error instanceof PageFailure) return null;
      throw error;
    }
  }
}

/** A folder that can't be written to only makes it slower. */
async function keep(file: string, folder: string, picture: Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, picture);
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
  }
}
