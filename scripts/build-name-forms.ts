/**
 * Counts the parts of people's names in plain text, one paragraph a line (docs/text-repair.md), and writes their usual
 * forms: src/lexicon/name-forms.json. What src/lexicon/person-names.json knows counts as having been seen.
 *
 * build-name-forms [--out FILE] FILE|FOLDER…
 *
 * Reads .txt, and .txt.xz with the xz command.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { paragraphs, textFiles } from './language-model/corpus.ts';
import { type NameForms, namesIn, usualForms } from './language-model/person-counts.ts';

/** A list is written in lines of about this many letters. */
const WIDTH = 180;
const KNOWN = 'src/lexicon/person-names.json';
/** What so many of the surnames open, those that most people have, is a name wherever it stands. */
const FREQUENT = 75;
const SOURCE =
  'Written by scripts/build-name-forms.ts: of forms with the same letters the one that most different names have at that place, counted in the training text of the language model. `women`, `womenPairs`: in names with Thị. `pairs`: where two words together have another form than each alone.';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'src/lexicon/name-forms.json' } },
});

const known = z
  .object({
    surnames: z.array(z.string()),
    middle: z.array(z.string()),
    given: z.array(z.string()),
    women: z.array(z.string()),
    pairs: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync(KNOWN, 'utf8')));
const surnames = new Set(known.surnames.slice(0, FREQUENT).map((surname) => surname.toLowerCase()));
const names = new Set<string>();
for (const file of textFiles(positionals))
  for await (const paragraph of paragraphs(file))
    for (const name of namesIn(paragraph, surnames)) names.add(name);

const forms = usualForms(names, { ...known, womenPairs: [] });
writeFileSync(values.out, written(forms));
console.error(`${values.out}: ${names.size} names`);

function written({ middle, given, women, pairs, womenPairs }: NameForms): string {
  const parts = Object.entries({ middle, given, women, pairs, womenPairs });
  const lists = parts.map(([part, list]) => `"${part}": [\n${inLines(list)}\n]`);
  return `{\n"source": ${JSON.stringify(SOURCE)},\n${lists.join(',\n')}\n}\n`;
}

function inLines(list: readonly string[]): string {
  const lines: string[] = [];
  for (const form of list) {
    const last = lines.at(-1);
    if (last !== undefined && last.length < WIDTH)
      lines[lines.length - 1] = `${last}, ${JSON.stringify(form)}`;
    else lines.push(JSON.stringify(form));
  }
  return lines.join(',\n');
}
