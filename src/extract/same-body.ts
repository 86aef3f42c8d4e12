import { findAgencies } from '../lexicon/agency-mentions.ts';
import { fold } from '../lexicon/fold.ts';
import { TextMemory } from '../lexicon/text-memory.ts';

/**
 * Whether two names are one body's: the same words, or, of a single body, a full and a short form (`Sở KH&CN`, `Sở
 * Khoa học và Công nghệ tỉnh`) that do not name different places.
 */
export function sameBody(one: string, other: string): boolean {
  const [first, second] = [bodies.of(one), bodies.of(other)];
  if (first.words === second.words) return true;
  if (isShortFormOf(one, other) || isShortFormOf(other, one)) return true;
  if (hasInitialsOf(one, other) || hasInitialsOf(other, one)) return true;
  if (isUnknown(first) && isUnknown(second) && isSameButForLevel(first.words, second.words)) return true;
  if (first.single === null || first.single.id !== second.single?.id) return false;
  if (first.single.several !== second.single.several && first.single.level !== second.single.level)
    return false;
  if (first.single.level !== '' && second.single.level !== '' && first.single.level !== second.single.level)
    return false;
  const [place, otherPlace] = [first.single.place, second.single.place];
  return place === '' || otherPlace === '' || place === otherPlace;
}

/** "CDC tỉnh" is "Trung tâm Kiểm soát bệnh tật tỉnh (CDC)", which says how it is called for short. */
function isShortFormOf(short: string, full: string): boolean {
  if (!full.includes('(')) return false;
  const called = /\(([\p{Lu}]{2,8})\)/u.exec(full)?.[1];
  return called !== undefined && short.replace(LEVEL, '') === called;
}

/**
 * "Phòng QLCN" is "Phòng Quản lý công nghiệp", "Chi cục Trồng trọt và BVTV" is "Chi cục Trồng trọt và Bảo vệ thực vật": a
 * kind of body, and behind it the same words or the initials of some.
 */
function hasInitialsOf(short: string, full: string): boolean {
  if (short.length >= full.length || short.charAt(0) !== full.charAt(0) || !/\p{Lu}{2}/u.test(short))
    return false;
  const [words, spelled] = [short, full].map((name) => name.replace(LEVEL, '').match(WORD) ?? []);
  if (words === undefined || spelled === undefined || words.length >= spelled.length) return false;
  if (!/^\p{Lu}\p{Ll}/u.test(words[0] ?? '')) return false;
  let at = 0;
  for (const word of words) {
    const letters = /^\p{Lu}{2,5}(?:&\p{Lu}{1,5})?$/u.test(word)
      ? fold(word.replaceAll('&', '')).toUpperCase()
      : '';
    if (letters === '') {
      if (fold(word) !== fold(spelled[at] ?? '')) return false;
      at++;
      continue;
    }
    for (const letter of letters) {
      if (spelled[at] === 'và') at++;
      if (
        fold(spelled[at] ?? '')
          .charAt(0)
          .toUpperCase() !== letter
      )
        return false;
      at++;
    }
  }
  return at === spelled.length;
}

const WORD = /[A-Za-zÀ-\u036fḀ-ỹ]+(?:&[A-Za-zÀ-\u036fḀ-ỹ]+)?/gu;

const LEVEL = /\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$/iu;

interface Body {
  words: string;
  /** How many bodies of the lexicon the name has in it. */
  known: number;
  /** `several`: those of all units of a level, "Ban Chỉ đạo các xã, phường". */
  single: { id: string; level: string; place: string; several: boolean } | null;
}

/** A name is compared with all others of its plan. */
const bodies = new TextMemory(1024, bodyOf);

function bodyOf(name: string): Body {
  const plain = name.replace(OFFICE, '').replace(COMPLETION, '$1');
  return { words: wordsOf(plain), known: findAgencies(plain).length, single: single(plain) };
}

function isUnknown({ known }: Body): boolean {
  return known === 0;
}

/** "Trung tâm Xúc tiến Du lịch", "Trung tâm Xúc tiến Du lịch tỉnh": of bodies with a name of at least three words. */
function isSameButForLevel(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [one, other].sort((a, b) => a.length - b.length);
  return (
    longer.startsWith(`${shorter} `) &&
    shorter.split(' ').length > 2 &&
    /^(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)(?: [a-z]+){0,3}$/.test(longer.slice(shorter.length + 1))
  );
}

/** "Bảo hiểm xã hội tỉnh (cơ quan thường trực)": what the body is in this plan is no part of its name. */
const OFFICE = /\s*\((?:cơ quan|đơn vị)\s[^()]*\)$/iu;

/** "Ủy ban MTTQ Việt Nam phường và các đoàn thể": the rest completes a body. */
const COMPLETION =
  /(Mặt trận.*|MTTQ.*)\s+và\s+(?:các\s+)?(?:đoàn thể|hội,? đoàn thể|tổ chức (?:đoàn thể|thành viên|chính trị\s*[-–]\s*xã hội))(?:\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?$/iu;

function wordsOf(name: string): string {
  return fold(name)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/bao hiem xa hoi/g, 'bhxh')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The one body that a name names, and the name of its place; null for several and for general nouns. */
function single(name: string): Body['single'] {
  const [mention, another] = findAgencies(name);
  if (mention === undefined || another !== undefined || mention.generic) return null;
  if (mention.start > 0 || mention.end < name.length || /^(?:các|những)\s/iu.test(name)) return null;
  const place = /(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\s+(\p{Lu}.*)$/u.exec(name)?.[1] ?? '';
  const several = /\s(?:các|từng|mỗi)\s/iu.test(name);
  return { id: mention.id, level: LEVELS.exec(fold(name))?.[1] ?? '', place: fold(place), several };
}

/** The level that a name ends with, with or without the name of a place: "Công an tỉnh", "Công an cấp huyện". */
const LEVELS = /\s(?:cap\s)?(tinh|huyen|xa)(?![a-z])/;
