import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegExpParser } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import { parseAst } from 'vite';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';

const SOURCES = join(import.meta.dirname, '../src');
const CORPUS = join(import.meta.dirname, '../corpus');

const Literal = z.object({ regex: z.object({ pattern: z.string(), flags: z.string() }) });

/** Every pattern that the sources write out, by its literal, with the file. */
function writtenPatterns(): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, file: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const literal = Literal.safeParse(node);
    if (literal.success) found.set(`/${literal.data.regex.pattern}/${literal.data.regex.flags}`, file);
    for (const child of Object.values(node)) walk(child, file);
  };
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    const lang = file.endsWith('x') ? 'tsx' : 'ts';
    walk(parseAst(readFileSync(join(SOURCES, file), 'utf8'), { lang }), file);
  }
  return found;
}

/** Every pattern that is put together from lexicons while the corpus is read, with diacritics and without. */
async function composedPatterns(): Promise<Set<string>> {
  const made = new Set<string>();
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct: (target, [pattern, flags]) => {
        const regex = new target(pattern, flags);
        made.add(String(regex));
        return regex;
      },
    }),
  );
  try {
    const { processDocument } = await import('../src/pipeline.ts');
    for (const name of readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })) {
      if (!/source\.\w+$/.test(name)) continue;
      const text = readFileSync(join(CORPUS, name), 'utf8');
      const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
      for (const bytes of [text, bare].map((words) => new TextEncoder().encode(words)))
        await processDocument({ path: name, bytes });
    }
  } finally {
    vi.unstubAllGlobals();
  }
  return made;
}

test('no pattern takes time that doubles with every letter', async () => {
  const patterns = new Map([
    ...[...(await composedPatterns())].map((pattern): [string, string] => [pattern, 'composed']),
    ...writtenPatterns(),
  ]);
  expect(patterns.size).toBeGreaterThan(1000);
  const parser = new RegExpParser();
  const exponential = [...patterns].filter(([pattern]) =>
    analyse(parser.parseLiteral(pattern), { reportTypes: { Move: false } }).reports.some(
      (report) => report.exponential,
    ),
  );
  expect(exponential).toEqual([]);
  // There are thousands of them, on a machine that runs other tests, too.
}, 180_000);
