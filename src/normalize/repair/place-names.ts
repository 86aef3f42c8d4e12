import { communePartWords } from '../../lexicon/commune-parts.ts';
import { fold } from '../../lexicon/fold.ts';
import { localPlaceWord } from '../../lexicon/spelling.ts';
import { communes, districts, provinces, TYPES, type Unit } from '../../lexicon/units.ts';
import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import { canonicalTone } from './letters.ts';
import { bodyNames } from './lexicon-names.ts';
import { type Tokens, UNKNOWN, WORD, YEAR } from './tokens.ts';

/** By how much less a word costs that makes a place's name with those beside it. */
const GAIN = 12 * COST_UNIT;
/** … and by how much where the name is a whole cell. */
const GAIN_CELL = 18 * COST_UNIT;
/** … and by how much less yet where it lies in a district that the document names first of all. */
const GAIN_NEAR = 8 * COST_UNIT;
/** By how much less a word costs that is what a commune is parted into, before a name. */
const GAIN_PART = 8 * COST_UNIT;
/** Letters of the longest word for such a part. */
const LONGEST_PART = 4;
/** A document names its province first of all. */
const HEAD = 3000;
const MOST_WORDS = 4;

const TYPE_WORDS: ReadonlySet<string> = new Set(
  TYPES.flatMap(({ written }) => written.map((type) => fold(type).split(' ').at(-1) ?? '')),
);

/** Words for a part of a commune before its name, by their letters; without bản, which has those of ban. */
let parts: ReadonlyMap<string, string> | undefined;

interface Name {
  /** In lower case. */
  words: readonly string[];
  ids: readonly number[];
  /** The last words, folded, of what the units with this name are. */
  types: Set<string>;
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
  private readonly language: LanguageModel;
  private readonly names: readonly Names[];
  /** Of districts that the document names first of all. */
  private readonly near: readonly Names[];

  constructor(language: LanguageModel, document: string) {
    this.language = language;
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
    const districtsNamed = new Set(
      [...districts().values()]
        .flat()
        .filter(({ province, written }) => codes.has(province) && head.includes(` ${fold(written)} `))
        .map(({ province, district }) => `${province} ${district}`),
    );
    this.near = [...districtsNamed].map((key) => {
      const [province = '', district = ''] = key.split(' ');
      return named(key, () =>
        communes()
          .ofProvince(province)
          .filter((unit) => unit.district === district),
      );
    });
  }

  /** What the places that a text names tell of its words; null where it names none. */
  find(text: string, tokens: Tokens): Named | null {
    const gains = new Map<number, Map<number, number>>();
    const spelled = new Map<number, string>();
    for (let i = 0; i < tokens.count; i++) {
      const part = this.partAt(text, tokens, i);
      if (part !== UNKNOWN) gains.set(i, new Map([[part, GAIN_PART]]));
      if (!isCapital(text, tokens, i)) continue;
      const alone = !isCapital(text, tokens, i + 1);
      if (alone && tokens.kind[i - 1] !== WORD) continue;
      const typed = isType(text, tokens, i - 1);
      if (alone && !typed) continue;
      const type = typed ? text.slice(tokens.start[i - 1], tokens.end[i - 1]).toLowerCase() : '';
      let key = '';
      for (let n = 1; n <= MOST_WORDS && isCapital(text, tokens, i + n - 1); n++) {
        key += `${n === 1 ? '' : ' '}${fold(text.slice(tokens.start[i + n - 1], tokens.end[i + n - 1]))}`;
        if (n === 1 && !typed) continue;
        if (n > 1 && key.endsWith(' nam') && isYear(text, tokens, i + n)) continue;
        const named = withType(this.names, key, type);
        const only = named.find(({ ids }) => ids.includes(UNKNOWN));
        if (only !== undefined && named.every((name) => isSame(name, only))) {
          for (const [k, word] of only.words.entries()) spelled.set(i + k, word);
        }
        if (named.length === 0 || isOfBody(text, tokens, i, n)) continue;
        const gain = n > 1 && isCell(text, tokens, i, n) ? GAIN_CELL : GAIN;
        for (const { ids } of named) add(gains, i, ids, gain);
        for (const { ids } of withType(this.near, key, type)) add(gains, i, ids, gain + GAIN_NEAR);
      }
    }
    return gains.size === 0 ? null : { gains, spelled };
  }

  /** The word for a part of a commune that stands before its name; UNKNOWN for any other. */
  private partAt(text: string, tokens: Tokens, i: number): number {
    const length = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
    if (length > LONGEST_PART || tokens.kind[i] !== WORD || !isCapital(text, tokens, i + 1)) return UNKNOWN;
    if (!isTitle(text, tokens, i + 1)) return UNKNOWN;
    parts ??= new Map(
      communePartWords().flatMap((word) => (word === 'bản' ? [] : [[fold(word), word] as const])),
    );
    const word = parts.get(text.slice(tokens.start[i], tokens.end[i]).toLowerCase());
    return word === undefined ? UNKNOWN : wordId(this.language, word);
  }
}

function add(
  gains: Map<number, Map<number, number>>,
  from: number,
  ids: readonly number[],
  gain: number,
): void {
  for (const [k, word] of ids.entries()) {
    const own = gains.get(from + k) ?? new Map<number, number>();
    gains.set(from + k, own);
    if (gain > (own.get(word) ?? 0)) own.set(word, gain);
  }
}

/** Whether a year stands there, behind words in capitals: XÃ MỎ CÀY NĂM 2026 is no Mỏ Cày Nam. */
function isYear(text: string, tokens: Tokens, i: number): boolean {
  return tokens.kind[i] === YEAR && /[A-Z]{2}$/.test(text.slice(tokens.start[i - 1], tokens.end[i - 1]));
}

/** A capital and small letters. */
function isTitle(text: string, tokens: Tokens, i: number): boolean {
  if (i >= tokens.count || tokens.kind[i] !== WORD) return false;
  return /^[A-Z][a-z]+$/.test(text.slice(tokens.start[i], tokens.end[i]));
}

/** How bodies' names begin whose third word has no capital, folded: Phòng Văn hóa is no Phong Vân. */
let bodyHeads: ReadonlySet<string> | undefined;

/** Whether the letters of a name stand in a body's: UỶ BAN NHÂN DÂN PHƯỜNG has no Đan Phượng. */
function isOfBody(text: string, tokens: Tokens, i: number, n: number): boolean {
  const word = (at: number): string => fold(text.slice(tokens.start[at], tokens.end[at]));
  if (word(i) === 'dan' && i > 0 && word(i - 1) === 'nhan') return true;
  if (n !== 2 || i + 2 >= tokens.count || tokens.kind[i + 2] !== WORD || isCapital(text, tokens, i + 2))
    return false;
  bodyHeads ??= new Set(
    bodyNames().flatMap(({ name, variations }) =>
      [name, ...variations].flatMap((form) => {
        const head = /^[A-Za-zÀ-\u036fḀ-ỹ]+ [A-Za-zÀ-\u036fḀ-ỹ]+ \p{Ll}+/u.exec(form)?.[0];
        return head === undefined ? [] : [fold(head)];
      }),
    ),
  );
  return bodyHeads.has(`${word(i)} ${word(i + 1)} ${word(i + 2)}`);
}

function isSame(name: Name, other: Name): boolean {
  return name.words.every((word, i) => word === other.words[i]);
}

/** The names with some letters: of units of one type where there are such (Xã Nà Hang, in the district of Na Hang), or of all. */
function withType(names: readonly Names[], key: string, type: string): readonly Name[] {
  const all = names.flatMap((each) => each.get(key) ?? []);
  const own = all.filter(({ types }) => types.has(type));
  return own.length > 0 ? own : all;
}

function isType(text: string, tokens: Tokens, i: number): boolean {
  if (tokens.kind[i] !== WORD) return false;
  const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
  return TYPE_WORDS.has(word) || (word === 'vuc' && /khu $/i.test(text.slice(0, tokens.start[i])));
}

/** A word for what a unit is, before its name in a cell. */
const TYPED = new RegExp(
  `(?:^|\\t)(?:(?:${TYPES.flatMap(({ written }) => written.map(fold)).join('|')}) )?$`,
  'i',
);

/** Whether so many tokens are a whole cell, but for the word for what they are. */
function isCell(text: string, tokens: Tokens, from: number, length: number): boolean {
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[from + length - 1] ?? 0;
  if (end === text.length ? !text.includes('\t') : text.charAt(end) !== '\t') return false;
  return TYPED.test(text.slice(Math.max(0, start - 12), start));
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
  for (const { written, province, type } of units) {
    const spelled = (written.toLowerCase().match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu) ?? []).map(canonicalTone);
    const words = spelled.map((word) => localPlaceWord(word, province));
    if (words.length > MOST_WORDS) continue;
    const types = new Set([fold(type).split(' ').at(-1) ?? '']);
    const name = { words, ids: words.map((word) => wordId(language, word)), types };
    const key = words.map(fold).join(' ');
    const known = names.get(key) ?? [];
    const same = known.find((other) => isSame(other, name));
    if (same === undefined) names.set(key, [...known, name]);
    else for (const each of types) same.types.add(each);
  }
  return names;
}
