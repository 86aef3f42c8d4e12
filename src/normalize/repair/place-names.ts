import { fold } from '../../lexicon/fold.ts';
import { communes, districts, provinces, TYPES, type Unit } from '../../lexicon/units.ts';
import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import { canonicalTone } from './letters.ts';
import { type Tokens, UNKNOWN, WORD } from './tokens.ts';

/** By how much less a word costs that makes a place's name with those beside it. */
const GAIN = 12 * COST_UNIT;
/** … and by how much where the name is a whole cell. */
const GAIN_CELL = 18 * COST_UNIT;
/** A document names its province first of all. */
const HEAD = 3000;
const MOST_WORDS = 4;

const TYPE_WORDS: ReadonlySet<string> = new Set(
  TYPES.flatMap(({ written }) => written.map((type) => fold(type).split(' ').at(-1) ?? '')),
);

interface Name {
  /** In lower case. */
  words: readonly string[];
  ids: readonly number[];
}

/** Names by their folded words, parted by blanks. */
type Names = ReadonlyMap<string, readonly Name[]>;

/** What a text's place names tell, by the position of the token. */
export interface Named {
  /** What words gain. */
  gains: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Words of the only name with these letters, of which the model does not know one: Chư Păh. */
  spelled: ReadonlyMap<number, string>;
}

let foldedProvinces: { name: string; code: string }[] | undefined;

/** Of each model: the names of all provinces, and by a province's code those of what lies in it. Put together once. */
const ofModel = new WeakMap<LanguageModel, Map<string, Names>>();

/** The names of the provinces, and of all that lies in the one that a document is from: what has the letters of such a name is likelier it. */
export class PlaceNames {
  private readonly names: readonly Names[];

  constructor(language: LanguageModel, document: string) {
    const known = ofModel.get(language) ?? new Map<string, Names>();
    ofModel.set(language, known);
    const named = (key: string, units: () => Iterable<Unit>): Names => {
      const names = known.get(key) ?? namesOf(language, units());
      known.set(key, names);
      return names;
    };
    const head = ` ${fold(document.slice(0, HEAD)).replace(/[^a-z]+/g, ' ')} `;
    foldedProvinces ??= [...provinces().values()].flat().map((unit) => ({
      name: ` ${fold(unit.written)} `,
      code: unit.province,
    }));
    const codes = new Set(foldedProvinces.filter(({ name }) => head.includes(name)).map(({ code }) => code));
    this.names = [
      named('', () => [...provinces().values()].flat()),
      ...[...codes].map((code) => named(code, () => within(code))),
    ];
  }

  /** What the places that a text names tell of its words; null where it names none. */
  find(text: string, tokens: Tokens): Named | null {
    const gains = new Map<number, Map<number, number>>();
    const spelled = new Map<number, string>();
    for (let i = 0; i < tokens.count; i++) {
      if (!isCapital(text, tokens, i)) continue;
      const alone = !isCapital(text, tokens, i + 1);
      if (alone && tokens.kind[i - 1] !== WORD) continue;
      const typed = isType(text, tokens, i - 1);
      if (alone && !typed) continue;
      let key = '';
      for (let n = 1; n <= MOST_WORDS && isCapital(text, tokens, i + n - 1); n++) {
        key += `${n === 1 ? '' : ' '}${fold(text.slice(tokens.start[i + n - 1], tokens.end[i + n - 1]))}`;
        if (n === 1 && !typed) continue;
        const named = this.names.flatMap((names) => names.get(key) ?? []);
        const only = named.find(({ ids }) => ids.includes(UNKNOWN));
        if (only !== undefined && named.every((name) => isSame(name, only))) {
          for (const [k, word] of only.words.entries()) spelled.set(i + k, word);
        }
        for (const { ids } of named) {
          for (const [k, word] of ids.entries()) {
            const own = gains.get(i + k) ?? new Map<number, number>();
            gains.set(i + k, own);
            own.set(word, n > 1 && isCell(text, tokens, i, n) ? GAIN_CELL : GAIN);
          }
        }
      }
    }
    return gains.size === 0 ? null : { gains, spelled };
  }
}

function isSame(name: Name, other: Name): boolean {
  return name.words.every((word, i) => word === other.words[i]);
}

function isType(text: string, tokens: Tokens, i: number): boolean {
  if (tokens.kind[i] !== WORD) return false;
  return TYPE_WORDS.has(text.slice(tokens.start[i], tokens.end[i]).toLowerCase());
}

/** Whether so many tokens are a whole cell. */
function isCell(text: string, tokens: Tokens, from: number, length: number): boolean {
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[from + length - 1] ?? 0;
  return text.charAt(start - 1) === '\t' && (end === text.length || text.charAt(end) === '\t');
}

function isCapital(text: string, tokens: Tokens, i: number): boolean {
  if (i >= tokens.count || tokens.kind[i] !== WORD) return false;
  const code = text.charCodeAt(tokens.start[i] ?? 0);
  return (code >= 0x41 && code <= 0x5a) || code === 0x110;
}

function within(province: string): Unit[] {
  const own = [...districts().values()].flat().filter((unit) => unit.province === province);
  return [...own, ...communes().ofProvince(province)];
}

function namesOf(language: LanguageModel, units: Iterable<Unit>): Names {
  const names = new Map<string, Name[]>();
  for (const { written } of units) {
    const words = (written.toLowerCase().match(/\p{L}+/gu) ?? []).map(canonicalTone);
    if (words.length > MOST_WORDS) continue;
    const name = { words, ids: words.map((word) => wordId(language, word)) };
    const key = words.map(fold).join(' ');
    const known = names.get(key);
    if (known === undefined) names.set(key, [name]);
    else if (!known.some((other) => isSame(other, name))) known.push(name);
  }
  return names;
}
