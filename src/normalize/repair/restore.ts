import { detectState, type TextState } from './detect.ts';
import { GarbledRepair } from './garbled-repair.ts';
import { loadRepairModel, type RepairModel } from './model.ts';
import type { Restored } from './restored.ts';
import { StrippedRepair } from './stripped-repair.ts';

/**
 * Puts back the diacritics of a document's paragraphs. Takes them in reading order, each whole (a paragraph may hold
 * line breaks, which stay). The document's state is found once; a paragraph of its own state keeps that. Text in its
 * original state comes back as it is. In garbled documents the channel is refined by the document's own misreadings.
 */
export function restoreParagraphs(paragraphs: readonly string[], model?: RepairModel): Restored[] {
  const text = paragraphs.join('\n');
  const document = detectState(text);
  const states = paragraphs.map((paragraph) => paragraphState(paragraph, document));
  if (states.every((state) => state === 'original')) return paragraphs.map(unchanged);
  const { language } = model ?? loadRepairModel();
  let stripped: StrippedRepair | null = null;
  if (states.includes('stripped')) {
    stripped = new StrippedRepair(language, text);
    for (const [i, paragraph] of paragraphs.entries())
      if (states[i] === 'stripped') stripped.learn(paragraph);
  }
  let garbled: GarbledRepair | null = null;
  if (states.includes('garbled')) {
    garbled = new GarbledRepair(model ?? loadRepairModel());
    garbled.learn(paragraphs.filter((_, i) => states[i] === 'garbled'));
  }
  let nextGarbled = 0;
  let nextStripped = 0;
  return paragraphs.map((paragraph, i) => {
    if (states[i] === 'garbled' && garbled !== null) return garbled.restore(paragraph, nextGarbled++);
    if (states[i] === 'stripped' && stripped !== null) return stripped.restore(paragraph, nextStripped++);
    return unchanged(paragraph);
  });
}

function unchanged(text: string): Restored {
  return { text, state: 'original', tokens: [] };
}

const LEAST_LETTERS = 60;

/** A paragraph is read as its document is, unless it is long enough to show that it is right, or that it alone is not. */
function paragraphState(paragraph: string, document: TextState): TextState {
  if (document === 'original') return paragraph.length < LEAST_LETTERS ? 'original' : detectState(paragraph);
  const marked = paragraph.match(/[ăđơưạ-ỹ]/giu)?.length ?? 0;
  return marked * 12 > paragraph.length ? 'original' : document;
}
