import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { checkPlan } from './check/check.ts';
import { extractPlan } from './extract/extract.ts';
import { isPlan } from './extract/plan-or-not.ts';
import { layOut } from './layout/layout.ts';
import { convertedLayer } from './normalize/convert-layer.ts';
import { faultOfLayer, readsBetter } from './normalize/judge-layer.ts';
import { normalizeDocument } from './normalize/normalize.ts';
import { parsePlan } from './parse/parse.ts';
import {
  PageFailure,
  type PageFile,
  type PageImage,
  type PageProblem,
  type PageSource,
  type ReadDocument,
  type ReadPage,
  type WordPage,
} from './plan/document.ts';
import { DocumentFailure } from './plan/failure.ts';
import { planId } from './plan/plan-id.ts';
import type { PageReason, PlanRecord } from './plan/record.ts';
import type { PlacedText, Repair } from './plan/source-text.ts';
import { readDocument } from './read/read.ts';

/** A page whose words are recognised waits for its turn with its image in memory: a few keep all cores busy. */
const PAGES_AT_ONCE = availableParallelism() + 1;

export interface PipelineInput {
  /** As it is to stand in the record; nothing is read from it. */
  path: string;
  bytes: Uint8Array;
}

export interface PipelineOptions {
  /** Language of the findings' messages. */
  lang?: 'vi' | 'en';
  /**
   * Reads the words off a page's image; `page` is the number a PageFailure is to name. Without it, a page that has no
   * usable text layer gives nothing.
   */
  recognize?: (image: PageImage, page: number) => Promise<WordPage>;
  /** Whether the words' places are asked for too. */
  places?: boolean;
}

export interface ProcessedPlan {
  record: PlanRecord;
  /** The normalised text the record's evidence points into. */
  text: string;
  /** What was changed on the way from the words as read to that text, white space aside. */
  repairs: Repair[];
  /** Where every word stands; only where it was asked for. */
  placed?: PlacedText;
}

/**
 * Takes one document through all stages. Throws a DocumentFailure where the bytes are no plan that can be
 * read; every other throw is a bug.
 */
export async function processDocument(
  { path, bytes }: PipelineInput,
  { lang = 'vi', recognize, places = false }: PipelineOptions = {},
): Promise<ProcessedPlan> {
  const reading = await readDocument(path, bytes);
  const document = reading.kind === 'lines' ? reading.document : await pagesRead(reading.file, recognize);
  const source = normalizeDocument(document);
  const tree = parsePlan(source);
  if (!isPlan(source, tree)) throw noPlan(path, document);
  const extraction = extractPlan(source, tree);
  const findings = checkPlan({ ...extraction, source, tree }, { lang });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const record: PlanRecord = {
    schemaVersion: 1,
    id: planId(extraction.facts, sha256),
    status: source.pages.some(({ problem }) => problem !== null) ? 'partial' : 'complete',
    source: {
      path,
      sha256,
      mediaType: document.mediaType,
      bytes: bytes.length,
      pages: source.pages.map(({ page, origin, confidence, reason }) => ({
        page,
        origin,
        confidence,
        reason,
      })),
      diacritics: source.diacritics,
    },
    ...extraction.facts,
    findings,
    evidence: extraction.evidence,
  };
  const { text, repairs, blocks, words } = source;
  return { record, text, repairs, ...(places ? { placed: { text, blocks, words, repairs } } : {}) };
}

/** Each page by its text layer where that is good, else by its image. */
async function pagesRead(file: PageFile, recognize: PipelineOptions['recognize']): Promise<ReadDocument> {
  try {
    const limit = pLimit(PAGES_AT_ONCE);
    const read = await limit.map(file.pages, (page) => pageRead(page, recognize));
    const lines = layOut(read.map(({ words }) => words));
    return {
      mediaType: file.mediaType,
      pages: read.map(({ page }, index) => ({ ...page, lines: lines[index] ?? [] })),
    };
  } finally {
    await file.close();
  }
}

async function pageRead(source: PageSource, recognize: PipelineOptions['recognize']): Promise<ReadWords> {
  const { page } = source;
  let layer: WordPage | null = null;
  let reason: PageReason = 'no-layer';
  try {
    try {
      layer = await source.layer();
      const fault = layer === null ? null : faultOfLayer(layer.words, layer.layer);
      if (layer !== null && fault === null) return ofLayer(page, layer, null);
      const converted = layer === null ? null : convertedLayer(layer);
      if (converted !== null) return ofLayer(page, converted.words, converted.encoding);
      reason = fault ?? 'no-layer';
    } catch (error) {
      // Words that can't be had may still be seen.
      if (!(error instanceof PageFailure) || recognize === undefined) throw error;
      reason = 'broken-layer';
    }
    if (recognize === undefined) return unseen(page, layer, reason, 'no-recognizer');
    const words = await recognize(await source.image(), page);
    return layer !== null && !readsBetter(layer.words, words.words)
      ? ofLayer(page, layer, reason)
      : {
          page: {
            page,
            origin: 'ocr',
            confidence: meanConfidence(words),
            reason,
            unread: words.unread,
          },
          words,
        };
  } catch (error) {
    if (!(error instanceof PageFailure)) throw error;
    return unseen(page, layer, reason, error.problem);
  }
}

interface ReadWords {
  page: Omit<ReadPage, 'lines'>;
  words: WordPage;
}

function ofLayer(page: number, words: WordPage, reason: PageReason | null): ReadWords {
  return {
    page: {
      page,
      origin: 'text-layer',
      confidence: words.words.length === 0 ? 1 : meanConfidence(words),
      ...(reason === null ? {} : { reason }),
    },
    words,
  };
}

/** A page that can't be looked at: its layer as it is, and where that says nothing, the problem. */
function unseen(page: number, layer: WordPage | null, reason: PageReason, problem: PageProblem): ReadWords {
  if (layer === null) return { page: { page, origin: 'ocr', confidence: 0, problem }, words: BLANK };
  const read = ofLayer(page, layer, reason);
  return reason === 'empty-layer' ? { ...read, page: { ...read.page, confidence: 0, problem } } : read;
}

/** What is no plan may have been one before its pages were lost. */
function noPlan(path: string, { pages }: ReadDocument): DocumentFailure {
  const problems = pages.flatMap(({ problem }) => problem ?? []);
  if (problems.length === 0) return new DocumentFailure('not-a-plan', path);
  const why = [...new Set(problems)].sort().join(', ');
  return new DocumentFailure('unread-pages', path, `${problems.length}/${pages.length}: ${why}`);
}

function meanConfidence({ words }: WordPage): number {
  const sum = words.reduce((total, word) => total + word.confidence, 0);
  return Math.round((1000 * sum) / Math.max(1, words.length)) / 1000;
}

const BLANK: WordPage = { width: 595, height: 842, words: [], rules: [], angle: 0, unread: [] };
