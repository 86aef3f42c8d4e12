import {
  convertLegacy,
  encodingOfFont,
  type LegacyEncoding,
  likelyEncoding,
} from '../lexicon/legacy-encodings.ts';
import type { WordPage } from '../plan/document.ts';
import { faultOfLayer } from './judge-layer.ts';

/**
 * A text layer from before Unicode in Unicode, with the encoding it was in: words in fonts made for one by those fonts, else all
 * words by their letters. Null where that does not give good Vietnamese.
 */
export function convertedLayer(page: WordPage): { words: WordPage; encoding: LegacyEncoding } | null {
  const whole = likelyEncoding(page.words.map(({ text }) => text).join(' '));
  let used: LegacyEncoding | null = null;
  const words = page.words.map((word) => {
    const font = word.font === undefined ? null : encodingOfFont(word.font);
    const encoding = font?.encoding ?? whole;
    if (encoding === null) return word;
    used ??= encoding;
    const text = convertLegacy(word.text, encoding);
    return { ...word, text: font?.capitals ? text.toLocaleUpperCase('vi') : text };
  });
  if (used === null || faultOfLayer(words, page.layer) !== null) return null;
  return { words: { ...page, words }, encoding: used };
}
