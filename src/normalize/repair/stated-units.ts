import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from '../../lexicon/fold.ts';
import { type LanguageModel, wordId } from './language-model.ts';
import { canonicalTone } from './letters.ts';
import { type Tokens, UNKNOWN, WORD } from './tokens.ts';

const Targets = z.object({ units: z.array(z.object({ phrases: z.array(z.string()) })) });
const Terms = z.object({ units: z.array(z.string()) });

let units: ReadonlyMap<string, readonly string[]> | undefined;

/** Names of units by their folded form. */
function unitNames(): ReadonlyMap<string, readonly string[]> {
  if (units !== undefined) return units;
  const names = new Map<string, string[]>();
  const counted = Targets.parse(lexicon('targets')).units.flatMap(({ phrases }) => phrases);
  for (const name of [...counted, ...Terms.parse(lexicon('terms')).units]) {
    const key = fold(name);
    const known = names.get(key);
    if (known === undefined) names.set(key, [name.toLowerCase()]);
    else if (!known.includes(name.toLowerCase())) known.push(name.toLowerCase());
  }
  units = names;
  return units;
}

function lexicon(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../lexicon/${name}.json`, import.meta.url), 'utf8'));
}

/** A name of several words, each with a capital: a place. */
const NAME = /^[A-Z]\S*(?: [A-Z]\S*)+$/;

/** What may be a unit: what stands in brackets, in a row a whole cell, behind a figure what slashes part, and a quarter, and a time behind a slash (đợt trưng bày/năm), and so many of what a rate is for (/10.000 dân) or đồng, and số or hộ that begins a cell and no name; a longer run is none. */
const STATED =
  /\(([^()\t\n]{1,28})\)|(?<=\t)(So(?= (?!(?:ket|sanh|bo|cap|che|cuu|tan|do|sach|tay|theo|luoc|ri)(?![a-z]))[a-z])|Ho(?= (?!(?:va|ten|toc|tro|ga|lao|so|u|chua|thuy|nuoc|boi|xi)(?![a-z]))[a-z]))|(?<=\t)([^\t\n()]{1,28})(?=\t|$)|(?<=\d )([a-z]+(?: [a-z]+)?(?:\/[a-z]+)+)(?![a-z/])|(?<![A-Za-z])([Qq]uy)(?= (?:I{1,3}|IV)(?![A-Za-z]))|(?<=[a-z]\/)(?<!\b[Nn]u\/)(nam|thang|quy|tuan|ngay)(?![A-Za-z/])|(?<=\/\d[\d.]{0,8} |\d\.\d{3} (?=dong\s*[,;.)/]))([a-z]+)(?![a-z/])/g;

/**
 * The words that the tokens of a unit may be, where one stands alone in brackets, as in a table's header, or in a cell, or
 * is made of several: (hộ), tạ/ha, 02 lần/ngày, quý II. Null where the text states no unit.
 */
export function statedUnits(
  text: string,
  tokens: Tokens,
  model: LanguageModel,
): ReadonlyMap<number, ReadonlySet<number>> | null {
  if (!/[(\t/]|uy I|00 dong/.test(text)) return null;
  let found: Map<number, Set<number>> | null = null;
  let at = 0;
  for (const match of text.matchAll(STATED)) {
    const stated = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? match[7] ?? '';
    if (NAME.test(stated)) continue;
    const names = namesOf(stated);
    if (names.length === 0) continue;
    const from = match.index + (match[1] === undefined ? 0 : 1);
    while (at < tokens.count && (tokens.start[at] ?? 0) < from) at++;
    let k = 0;
    for (let i = at; i < tokens.count && (tokens.end[i] ?? 0) <= from + stated.length; i++) {
      if (tokens.kind[i] !== WORD) continue;
      found ??= new Map();
      const ids = new Set(names.map((words) => wordId(model, words[k] ?? '')));
      ids.delete(UNKNOWN);
      found.set(i, ids);
      k++;
    }
  }
  return found;
}

/** The words of the units that a run may be, each a list; of what slashes part each part is to be one. */
function namesOf(run: string): string[][] {
  let found: string[][] = [[]];
  for (const part of fold(run).split('/')) {
    const name = part.trim().replace(/^[\d.]+ /, '');
    const known = unitNames().get(name);
    if (known === undefined) return [];
    found = found.flatMap((before) =>
      known.map((unit) => [...before, ...(unit.match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu) ?? []).map(canonicalTone)]),
    );
  }
  return found;
}
