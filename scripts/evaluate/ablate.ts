import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PhraseMatcher } from '../../src/lexicon/phrase-matcher.ts';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import { readDocument } from '../../src/read/read.ts';

/** A phrase of a lexicon, or one of the alternatives of a pattern, and where it stands. */
interface Entry {
  phrase: string;
  where: string;
}

export interface Ablation {
  documents: number;
  entries: number;
  /** How many match in no document, and so rest on knowledge alone. */
  unmatched: number;
  /** What matches in a single document, by that document. */
  single: { document: string; entries: Entry[] }[];
}

/** Lexicons whose entries are the state's own lists, and whose words are no patterns. */
const LISTS = new Set([
  'communes.json',
  'provinces.json',
  'gazetteer.json',
  'document-types.json',
  'legacy-encodings.json',
  'skeletons.json',
  'spelling.json',
]);
/** Fields that tell of an entry and are matched with nothing. */
const TOLD = new Set([
  'source',
  'examples',
  'counterExamples',
  'id',
  'unit',
  'topic',
  'wholes',
  'outranks',
  'level',
  'validFrom',
  'validTo',
  'successors',
  'of',
  'relation',
  'before',
  'after',
  'within',
  'note',
]);

/**
 * Which phrases of the lexicons and which words of the patterns of extraction occur in a single document. Such an
 * entry may have been made for that document; one that names something of Vietnamese administration may not.
 * `root` is the project's folder.
 */
export async function ablate(
  documents: readonly { name: string; file: string }[],
  root: string,
): Promise<Ablation> {
  const entries = [...lexiconEntries(root), ...patternEntries(root)];
  const matcher = new PhraseMatcher(entries.map((entry) => ({ phrase: entry.phrase, entry })));
  const found = new Map<string, Set<string>>();
  for (const { name, file } of documents) {
    const reading = await readDocument(basename(file), readFileSync(file));
    if (reading.kind !== 'lines') continue;
    const { text } = normalizeDocument(reading.document);
    for (const phrase of phrasesIn(text, matcher)) {
      const names = found.get(phrase) ?? new Set();
      found.set(phrase, names.add(name));
    }
  }
  const single = new Map<string, Entry[]>();
  let unmatched = 0;
  for (const entry of entries) {
    const names = found.get(entry.phrase) ?? new Set();
    if (names.size === 0) unmatched += 1;
    const [only] = names;
    if (only !== undefined && names.size === 1) single.set(only, [...(single.get(only) ?? []), entry]);
  }
  return {
    documents: documents.length,
    entries: entries.length,
    unmatched,
    single: [...single].map(([document, own]) => ({ document, entries: own })),
  };
}

/** The longest phrases, and again all that begin within them. */
function phrasesIn(text: string, matcher: PhraseMatcher<Entry>): Set<string> {
  const phrases = new Set<string>();
  for (const hit of matcher.find(text)) {
    phrases.add(hit.phrase);
    let inner = text.slice(hit.start, hit.end);
    for (let cut = inner.search(/\s/); cut >= 0; cut = inner.search(/\s/)) {
      inner = inner.slice(cut + 1);
      for (const within of matcher.find(inner)) phrases.add(within.phrase);
    }
  }
  return phrases;
}

function lexiconEntries(root: string): Entry[] {
  const folder = join(root, 'src/lexicon');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !LISTS.has(name))
    .flatMap((name) => {
      const phrases = new Set(stringsIn(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
      return [...phrases].map((phrase) => ({ phrase, where: name }));
    });
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (/\p{L}{2}/u.test(value)) yield value;
  } else if (Array.isArray(value)) {
    for (const part of value) yield* stringsIn(part);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) if (!TOLD.has(key)) yield* stringsIn(part);
  }
}

const GROUP = /(?<=[(|])(?:\?[:=!]|\?<[=!])?([\p{L}\p{M} ]*\p{L}{2}[\p{L}\p{M} ]*)(?=[|)])/gu;

/** The alternatives of the patterns in extraction's code that are plain Vietnamese words. */
function patternEntries(root: string): Entry[] {
  const folder = join(root, 'src/extract');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const code = readFileSync(join(folder, name), 'utf8');
      const lines = code
        .split('\n')
        .filter((line) => /\/[^/].*\/[a-z]*u/.test(line) && !/^\s*(?:\/\/|\*|\/\*\*)/.test(line));
      const words = new Set(
        lines.flatMap((line) => [...line.matchAll(GROUP)].map(([, word = '']) => word.trim())),
      );
      return [...words]
        .filter((word) => /[À-ỹ]/u.test(word))
        .map((phrase) => ({ phrase, where: `extract/${name}` }));
    });
}
