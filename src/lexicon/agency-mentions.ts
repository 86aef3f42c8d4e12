import {
  type Agencies,
  type Agency,
  agencyLexicon,
  type Candidate,
  type FoldedWords,
  type Kind,
  LEVELS,
  type Patterns,
  patternsFor,
} from './agencies.ts';
import { fold } from './fold.ts';
import { isSmall } from './letter-case.ts';
import { organisationLexicon } from './organisation.ts';
import type { PhraseHit, PhraseScan } from './phrase-matcher.ts';
import { findProvince } from './places.ts';
import { spelledSmall } from './spelling.ts';
import { TextMemory } from './text-memory.ts';

export interface AgencyMention {
  /** Half-open UTF-16 offsets: the whole name with the words for its level and place. */
  start: number;
  end: number;
  id: string;
  /** The name as the lexicon has it. */
  name: string;
  /** It names a kind of body and no single one: các đơn vị liên quan. */
  generic: boolean;
}

/**
 * The id of the body that a heading names (`Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố và các tổ chức thành
 * viên` gives `mat-tran-to-quoc`), that of the first where the
 * rest are general nouns; null where it names none that is known, or several of different kinds.
 */
export function agencyId(name: string): string | null {
  return ids.of(name);
}

/** Headings recur, within a plan and from plan to plan. */
const ids = new TextMemory(4096, idOf);

function idOf(name: string): string | null {
  const heading = name.slice(agencyLexicon().prefix.exec(spelledSmall(name))?.[0].length ?? 0);
  const mentions = new AgencyReader(heading, { heading: true }).all();
  const [first, second] = mentions;
  if (first === undefined) return null;
  const runsOn = second !== undefined && heading.slice(first.end, second.start).trim() === '';
  if (first.generic) return runsOn ? second.id : first.id;
  const bracket = heading.indexOf('(');
  const another = mentions.some(
    ({ id, generic, start }) => !generic && id !== first.id && (bracket < 0 || start < bracket),
  );
  return another || isBesideUnknown(heading.slice(0, bracket < 0 ? heading.length : bracket), mentions)
    ? null
    : first.id;
}

/** "Công an tỉnh, Cục Quản lý thị trường tỉnh": a body that has no id beside those that have one. */
function isBesideUnknown(heading: string, mentions: readonly AgencyMention[]): boolean {
  const lexicon = organisationLexicon();
  return [...heading.matchAll(/(?:[,;]|\svà)\s+(?=\p{Lu})/gu)].some(({ index, 0: mark }) => {
    const start = index + mark.length;
    return (
      !mentions.some((mention) => mention.start <= start && start < mention.end) &&
      lexicon.namedBodyLength(heading.slice(start)) > 0
    );
  });
}

/**
 * The bodies that a text names, in order and not overlapping, each with the words for its level and place: `Sở Nội
 * vụ`, `BHXH thành phố`, `UBND các xã, phường`, `các cơ quan liên quan`. Takes NFC text, with or without diacritics.
 */
export function findAgencies(text: string): readonly AgencyMention[] {
  return AgencyReader.of(text).all();
}

/** `Giám đốc các` before a name is looked for in so many characters. */
const LONGEST_BEFORE = 60;
/** The same for `các` before a list of kinds. */
const LONGEST_SEVERAL = 10;

/** Finds the bodies that a text names as `findAgencies` does, but looks no further than it is asked. */
export class AgencyReader {
  readonly #text: string;
  readonly #low: string;
  readonly #heading: boolean;
  readonly #patterns: Patterns;
  readonly #names: PhraseScan<Candidate>;
  readonly #kinds: PhraseScan<Kind | null>;
  /** Bodies by their own names, and lists of kinds, each in order. */
  readonly #named: AgencyMention[] = [];
  readonly #groups: AgencyMention[] = [];
  /** The list of kinds that may go on. */
  #list: PhraseHit<Kind>[] = [];
  /** Whatever has its own words begin up to here is among the mentions. */
  #until = -1;
  #mentions: readonly AgencyMention[] = [];

  /** A reader that another may have asked before: headings and sentences are asked about by several parts of the program. */
  static of(text: string): AgencyReader {
    return readers.of(text);
  }

  /** `heading`: the text is one, where names need less around them. */
  constructor(text: string, { heading = false }: { heading?: boolean } = {}) {
    const { matcher, kinds } = agencyLexicon();
    const folded = fold(text);
    this.#text = text;
    this.#low = spelledSmall(text);
    this.#heading = heading;
    this.#patterns = patternsFor(text);
    this.#names = matcher.scan(text, folded, this.#low);
    this.#kinds = kinds.scan(text, folded, this.#low);
  }

  all(): readonly AgencyMention[] {
    return this.#upTo(this.#text.length);
  }

  /** The body that is named from an offset on. */
  at(offset: number): AgencyMention | undefined {
    return this.#upTo(offset).find((mention) => mention.start === offset);
  }

  /** At least the mentions that begin up to an offset. */
  #upTo(offset: number): readonly AgencyMention[] {
    let until = offset + LONGEST_BEFORE;
    while (until > this.#until) {
      const before = this.#named.length + this.#groups.length;
      this.#readNames(until);
      this.#readKinds(until + LONGEST_SEVERAL);
      this.#until = until;
      if (this.#named.length + this.#groups.length === before) break;
      const merged = merge(this.#named, this.#groups);
      this.#mentions = withHeads(merged, this.#low, this.#patterns);
      // What overlaps the last may take its place.
      until = Math.max(until, merged.at(-1)?.end ?? 0);
    }
    return this.#mentions;
  }

  #readNames(until: number): void {
    const { data, lead, byId } = agencyLexicon();
    const text = this.#text;
    const low = this.#low;
    for (let hit = this.#names.next(until); hit !== undefined; hit = this.#names.next(until)) {
      const { agency: body, needsTail } = hit.entry;
      if (!stands(text, hit, data, body)) continue;
      if (needsTail && !isCapital(text.charAt(hit.start))) continue;
      const { end, level, placed } = follow(text, low, hit.end, body.generic, this.#patterns);
      if (needsTail && !placed) {
        const previous = this.#named.at(-1);
        const listed =
          previous !== undefined &&
          /^(?:\s*[,;]\s*|\s+(?:và|va)\s+)$/.test(low.slice(previous.end, hit.start));
        const led = listed || lead.test(low.slice(Math.max(0, hit.start - 30), hit.start));
        const alone =
          this.#heading && hit.start === 0 && /^\s*(?:$|[:;.,(]|và\s|va\s)/.test(low.slice(hit.end));
        if (!alone && (!led || /^\s+\p{Lu}/u.test(text.slice(hit.end)))) continue;
      }
      const id = level === null ? body.id : (body.byLevel?.[level] ?? body.id);
      const name = byId.get(id)?.name ?? body.name;
      this.#named.push({ start: hit.start, end, id, name, generic: body.generic });
    }
  }

  /** Lists of kinds of bodies: `các sở, ban, ngành tỉnh`, `cơ quan, đơn vị liên quan`. */
  #readKinds(until: number): void {
    const { data } = agencyLexicon();
    for (;;) {
      const hit = this.#kinds.next(Math.max(until, this.#listEnd()));
      if (hit === undefined) break;
      const { entry } = hit;
      if (entry === null) continue;
      const last = this.#list.at(-1);
      if (last === undefined || !this.#patterns.beside.test(this.#low.slice(last.end, hit.start))) {
        this.#closeList();
        const before = /(\S+)[ \u00a0]$/.exec(this.#low.slice(Math.max(0, hit.start - 10), hit.start))?.[1];
        if (before !== undefined && data.notAfterKinds.includes(before)) continue;
      }
      this.#list.push({ ...hit, entry });
    }
    this.#closeList();
  }

  /** Where a further member of the open list begins at the latest; -1 where no list is open. */
  #listEnd(): number {
    const last = this.#list.at(-1);
    if (last === undefined) return -1;
    const { between } = this.#patterns;
    between.lastIndex = last.end;
    return between.test(this.#low) ? between.lastIndex : last.end;
  }

  #closeList(): void {
    const { data, byId } = agencyLexicon();
    const list = this.#list;
    this.#list = [];
    const [first] = list;
    const last = list.at(-1);
    if (first === undefined || last === undefined) return;
    const low = this.#low;
    const quantifier =
      this.#patterns.several.exec(low.slice(Math.max(0, first.start - LONGEST_SEVERAL), first.start))?.[0] ??
      '';
    const { end, placed } = follow(this.#text, low, last.end, true, this.#patterns);
    const always = list.some(({ entry }) => entry.always);
    const named =
      this.#patterns.relevant.test(low.slice(last.end, end)) ||
      (quantifier !== '' && (list.length > 1 || first.entry.strong)) ||
      (list.length > 1 && (placed || this.#heading || always)) ||
      (placed && always && first.phrase.includes(' '));
    const ids = new Set(list.map(({ entry }) => entry.id));
    const id = data.kindRank.find((other) => ids.has(other));
    if (!named || id === undefined) return;
    const name = byId.get(id)?.name ?? id;
    this.#groups.push({ start: first.start - quantifier.length, end, id, name, generic: true });
  }
}

const readers = new TextMemory(128, (text) => new AgencyReader(text));

/** The mentions, each from those on who stand for the body: `Giám đốc Sở Y tế`. */
function withHeads(mentions: readonly AgencyMention[], low: string, { before }: Patterns): AgencyMention[] {
  return mentions.map((mention, i) => {
    const from = Math.max(mentions[i - 1]?.end ?? 0, mention.start - LONGEST_BEFORE);
    const lead = before.exec(low.slice(from, mention.start))?.[0].length ?? 0;
    return { ...mention, start: mention.start - lead };
  });
}

/** Whether the hit is a name here: with its capital where it needs one, and no part of another word. */
function stands(text: string, hit: PhraseHit<Candidate>, data: Agencies, body: Agency): boolean {
  // "53/KH-UBND": the last part of a document's symbol.
  const mark = text.charAt(hit.start - 1);
  if (
    (mark === '/' || mark === '-') &&
    /[A-Za-zÀ-\u036fḀ-ỹ\d]/u.test(text.charAt(hit.start - 2)) &&
    isCapital(text.charAt(hit.start + 1))
  ) {
    return false;
  }
  if (body.cased && !isCapital(text.charAt(hit.start))) return false;
  if (body.notBefore.length > 0) {
    const rest = text
      .slice(hit.end, hit.end + 30)
      .trimStart()
      .toLowerCase();
    if (body.notBefore.some((word) => rest.startsWith(word))) return false;
  }
  const first = /^[A-Za-zÀ-\u036fḀ-ỹ]+/u.exec(text.slice(hit.start, hit.end))?.[0].toLowerCase() ?? '';
  const before = data.notAfter[first];
  if (before === undefined) return true;
  const previous = /([A-Za-zÀ-\u036fḀ-ỹ]+)\s+$/u.exec(
    text.slice(Math.max(0, hit.start - 20), hit.start),
  )?.[1];
  return previous === undefined || !before.includes(previous.toLowerCase());
}

interface Followed {
  end: number;
  level: (typeof LEVELS)[number] | null;
  /** A level or a place follows, not just a closing word. */
  placed: boolean;
}

/** How far a name reaches beyond its own words. */
function follow(
  text: string,
  low: string,
  from: number,
  generic: boolean,
  { levels, closing, genericClosing }: Patterns,
): Followed {
  const { folded } = agencyLexicon();
  let end = from;
  let level: Followed['level'] = null;
  let placed = false;
  for (let round = 0; round < 4; round++) {
    // All that a name goes on with begins with a blank.
    const blank = low.charAt(end);
    if (blank !== ' ' && blank !== '\u00a0') break;
    levels.lastIndex = end;
    const words = levels.exec(low);
    if (words !== null) {
      level ??= levelOf(words[0], folded);
      end = placeEnd(text, levels.lastIndex);
      placed = true;
      continue;
    }
    const closed = behind(closing, low, end) || (generic ? behind(genericClosing, low, end) : 0);
    if (closed > 0) {
      end = closed;
      continue;
    }
    const named = provinceEnd(text, end);
    if (named === end) break;
    end = named;
    placed = true;
  }
  return { end, level, placed };
}

/** Where a sticky pattern that stands at an offset ends; 0 where it does not. */
function behind(pattern: RegExp, low: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(low) ? pattern.lastIndex : 0;
}

/** The level that the words name: the first but for a city, which stands beside districts and communes. */
function levelOf(words: string, { cities, levels, quantifiers }: FoldedWords): Followed['level'] {
  let folded = ` ${fold(words).replace(/[^a-z]+/g, ' ')} `;
  for (const city of cities) folded = folded.replaceAll(city, ' * ');
  let best: Followed['level'] = null;
  let at = Number.POSITIVE_INFINITY;
  for (const level of LEVELS) {
    for (const word of levels[level]) {
      const index = folded.indexOf(word);
      if (index >= 0 && index < at) {
        at = index;
        best = level;
      }
    }
  }
  if (best !== null) return best;
  return quantifiers.some((word) => folded.includes(word)) ? 'district' : null;
}

const NAME_BEHIND =
  /[ \u00a0]+(?:\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ'’]*|\d{1,2})(?:[ \u00a0]+(?:\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ'’]*|\d{1,2})){0,3}(?![A-Za-zÀ-\u036fḀ-ỹ\p{N}])/uy;
const WORD_BEHIND = /[ \u00a0]+(?:- )?[A-Za-zÀ-\u036fḀ-ỹ]+/uy;

/** The end of the capitalised name that follows a level's word; a capitalised verb at a sentence's head is none. */
function placeEnd(text: string, from: number): number {
  const province = provinceEnd(text, from);
  if (province > from) return province;
  NAME_BEHIND.lastIndex = from;
  const found = NAME_BEHIND.exec(text)?.[0].trim();
  if (found === undefined || /^\d+$/.test(found) !== /^\d/.test(found)) return from;
  const end = NAME_BEHIND.lastIndex;
  const verb = !/[ \u00a0]/.test(found) && /^[ \u00a0]+\p{Ll}/u.test(text.slice(end, end + 4));
  return verb ? from : end;
}

/** Whether a blank and a word in small letters stand at an offset, as they mostly do where a name ends. */
function isSmallWordBehind(text: string, from: number): boolean {
  let at = from + 1;
  while (isSmall(text.charCodeAt(at))) at++;
  const next = text.charCodeAt(at);
  return text.charAt(from) === ' ' && at > from + 1 && !(next >= 0x41);
}

/** The end of the province's name that follows, `from` where none does. */
function provinceEnd(text: string, from: number): number {
  if (isSmallWordBehind(text, from)) return from;
  let at = from;
  let end = from;
  for (let words = 1; words <= 4; words++) {
    WORD_BEHIND.lastIndex = at;
    const found = WORD_BEHIND.exec(text);
    if (found === null || (words === 1 && !/\p{Lu}/u.test(found[0]))) break;
    at = WORD_BEHIND.lastIndex;
    if (words > 1 && findProvince(text.slice(from, at), null) !== null) end = at;
  }
  return end;
}

/** Both lists in order; of two that overlap the specific one stays, else the longer. */
function merge(found: AgencyMention[], groups: AgencyMention[]): AgencyMention[] {
  const kept: AgencyMention[] = [];
  for (const mention of [...found, ...groups].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) {
      kept.push(mention);
    } else if (last.generic && (!mention.generic || mention.end - mention.start > last.end - last.start)) {
      kept[kept.length - 1] = mention;
    }
  }
  return kept;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
