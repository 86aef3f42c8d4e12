/** What of a pattern callers need who look for it in whole texts. */
export interface Sought {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/**
 * A pattern each of whose alternatives ends with `$`, looked for from the end of a text on: most texts are done with after a letter or
 * two, where else every place of the text would be tried as its beginning.
 */
export function ending(pattern: RegExp): Sought {
  const backwards = new RegExp(`(?<=${pattern.source})`, `${pattern.flags}y`);
  const test = (text: string): boolean => {
    backwards.lastIndex = text.length;
    return backwards.test(text);
  };
  return { test, exec: (text) => (test(text) ? pattern.exec(text) : null) };
}

/** As patterns have it, and as strings do that are made patterns. */
const WORD_BEGINS = /^\(\?<!\[A-Za-zÀ-(?:\\u036f|\u036f)Ḁ-ỹ\]\)/u;

/**
 * A pattern that begins with `(?<![A-Za-zÀ-\u036fḀ-ỹ])`, looked for without that first: so the engine can leap from place to place instead of
 * looking behind at each. For what most texts don't have.
 */
export function wording(pattern: RegExp): Sought & { all(text: string): RegExpExecArray[] } {
  const begins = WORD_BEGINS.exec(pattern.source);
  if (begins === null) throw new TypeError(`does not begin at a word: ${pattern.source}`);
  const flags = pattern.flags.replace('g', '');
  const loose = new RegExp(pattern.source.slice(begins[0].length), flags);
  const first = new RegExp(pattern.source, flags);
  const every = new RegExp(pattern.source, `${flags}g`);
  return {
    test: (text) => loose.test(text) && first.test(text),
    exec: (text) => (loose.test(text) ? first.exec(text) : null),
    all: (text) => (loose.test(text) ? allMatches(every, text) : []),
  };
}

/** Every match of a pattern that has the flag `g`, as `matchAll` gives them, which makes the pattern anew for each text. */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** Words as the alternatives of a pattern that minds capitals, each with its first letter in either case. */
export function inEitherCase(words: readonly string[]): string {
  return words.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|');
}
