import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PhraseMatcher } from '../lexicon/phrase-matcher.ts';
import { TextMemory } from '../lexicon/text-memory.ts';
import { plainWords } from './stated-targets.ts';

/** Labels as the forms of three-year budget plans have them (Thông tư 69/2017/TT-BTC, Mẫu biểu số 01), and as texts and statistics say the same. */
const LabelWords = z.strictObject({
  /** Phrases that say the same in labels, with the folded words that stand for them; '' where they add nothing. */
  same: z.array(z.strictObject({ as: z.string(), phrases: z.array(z.string()) })),
});

let matcher: PhraseMatcher<string> | undefined;

/**
 * What a label is about, whatever the order and the choice of its words: folded words without remarks in brackets but for those on prices, in
 * alphabetical order. '' where only words remain that say nothing.
 */
export function subjectOf(label: string): string {
  return subjects.of(label);
}

const subjects = new TextMemory(512, (label) => {
  matcher ??= load();
  const words = label
    .normalize('NFC')
    // Prices are mostly told in brackets.
    .replace(/\((?![^()]*(?<![A-Za-zÀ-\u036fḀ-ỹ])giá(?![A-Za-zÀ-\u036fḀ-ỹ]))[^()]*\)/giu, ' ')
    .trim();
  let plain = '';
  let end = 0;
  for (const hit of matcher.find(words)) {
    plain += ` ${plainWords(words.slice(end, hit.start))} ${hit.entry}`;
    end = hit.end;
  }
  plain += ` ${plainWords(words.slice(end))}`;
  return [...new Set(plain.split(' '))].filter(Boolean).sort().join(' ');
});

function load(): PhraseMatcher<string> {
  const text = readFileSync(new URL('./label-words.json', import.meta.url), 'utf8');
  const { same } = LabelWords.parse(JSON.parse(text));
  return new PhraseMatcher(
    same.flatMap(({ as, phrases }) => phrases.map((phrase) => ({ phrase, entry: as }))),
  );
}
