import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Persons = z.strictObject({
  /** Degrees before a name, without their full stop. */
  titles: z.array(z.string()),
  /** Ranks of soldiers and police before a name. */
  ranks: z.array(z.string()),
});

/** A word of a name, with what names of the Central Highlands have in it: `K’`, `H’Yim`, `Ka-Rin`. */
const WORD = String.raw`\p{Lu}\p{Ll}*(?:['’‘ʼ´\x60]\p{Lu}?\p{Ll}*)*(?:-\p{Lu}\p{Ll}*)*`;

let pattern: RegExp | undefined;

/** Where a line that is a person's name has it, degree and rank left out; null for any other line. */
export function personName(line: string): { start: number; end: number } | null {
  if (pattern === undefined) {
    const { titles, ranks } = Persons.parse(
      JSON.parse(readFileSync(new URL('./persons.json', import.meta.url), 'utf8')),
    );
    const degrees = titles.map((title) => title.replaceAll('.', String.raw`\.`)).join('|');
    pattern = new RegExp(
      `^(?:\\*\\s*)?(?:(?:${degrees})(?:\\.\\s*|\\s+)|(?:${ranks.join('|')})[.,]?\\s+)*((?:${WORD}\\.?\\s+){1,5}${WORD})[.*]?$`,
      'u',
    );
  }
  const name = pattern.exec(line)?.[1];
  if (name === undefined) return null;
  const start = line.lastIndexOf(name);
  return { start, end: start + name.length };
}

let surnames: ReadonlySet<string> | undefined;

/** Whether a line is a person's name all in capitals: a surname and what follows one. */
export function isShoutedName(line: string): boolean {
  if (!/^\p{Lu}+(?:\s\p{Lu}+){1,4}$/u.test(line)) return false;
  surnames ??= new Set(
    z
      .object({ surnames: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(new URL('./person-names.json', import.meta.url), 'utf8')))
      .surnames.map((name) => name.toUpperCase()),
  );
  return surnames.has(line.slice(0, line.indexOf(' ')));
}
