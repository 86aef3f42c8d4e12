import { AgencyReader } from '../lexicon/agency-mentions.ts';
import { fold } from '../lexicon/fold.ts';
import { wording } from '../lexicon/patterns.ts';
import {
  findCommune,
  findDistrict,
  findPlaces,
  findProvince,
  type GazetteerPlace,
} from '../lexicon/places.ts';
import { ON_BEHALF } from '../lexicon/signing.ts';
import type { IssuerKind, IssuerLevel } from '../plan/record.ts';
import type { Span } from '../plan/source-text.ts';
import { region } from '../plan/tree.ts';
import { type Context, textOf } from './context.ts';
import { Read, Whole } from './reading.ts';
import { spelledOut } from './spelled-out.ts';

/** Lines of the letterhead that are not the issuing body's. */
const OTHER_LINES =
  /^(?:cong(?: hoa(?: xa)?)?$|cong hoa xa hoi|hoa xa|(?:xa )?hoi chu nghia|chu nghia viet nam|nghia viet nam|doc lap|s[o6]\s*[:.]?\s*\d|s[o6]\s*:|\d|dang cong san)|ngay.*thang/;
/** What the name of a body begins with; a line above it that begins so too is the superior body's. */
const BODY =
  /^(?:u?y ban nhan dan|ubnd|ban chi (?:dao|huy)|to cong tac|hoi dong|so |bao hiem xa hoi|bhxh|ban quan ly|ban to chuc|tinh uy|thanh uy|huyen uy|dang uy|bo |tong cuc|phong |chi cuc|cuc |cong an|van phong|benh vien|trung tam|lien doan|hoi |uy ban)/;
const ISSUES = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])((?:Ủy|Uỷ) ban nhân dân|UBND|Ban Chỉ (?:đạo|huy)|Sở|Bảo hiểm xã hội|BHXH|Hội đồng|Ban Quản lý)([^.;:]{0,220}?)\s*(?:\([^)]*\)\s*)?(?:[Bb]an hành|[Xx]ây dựng|lập|đề ra|[Tt]riển khai|[Pp]hát động)\s+(?:[Kk]ế hoạch|[Đđ]ợt|[Pp]hong trào)/u,
);

const KINDS: readonly [RegExp, IssuerKind][] = [
  [/^(?:u?y ban nhan dan|ubnd)/, 'peoples-committee'],
  [/^ban chi (?:dao|huy)/, 'steering-committee'],
  [/^(?:bao hiem xa hoi|bhxh)/, 'social-insurance'],
  [/^(?:so |phong |chi cuc |cuc |cong an|thanh tra)/, 'department'],
];

/** Bodies of the whole country, which the place in the date line says nothing about. */
const CENTRAL = /^(?:bao hiem xa hoi|bhxh) viet nam$/;

/**
 * The body that issues the plan, by its full name. It is put together from the letterhead, the sentence that issues
 * the plan, and for a bare "tỉnh" or "thành phố" the place named in the date line, the title or the preamble.
 * `on` is the plan's date where it is known, else its period.
 */
export function extractIssuer(
  context: Context,
  on: string | null,
  issuedAt: Read<string> | null,
): Whole | null {
  const named = fromLetterhead(context) ?? fromIssuingSentence(context) ?? fromSignature(context);
  if (named === null) return null;
  const { text, span } = named;
  const folded = fold(text);
  const isCentral = CENTRAL.test(folded);
  const place = isCentral ? null : placeOf(context, text, on, issuedAt);
  const kind = KINDS.find(([pattern]) => pattern.test(folded))?.[1] ?? 'other';
  const level: IssuerLevel | null = isCentral ? 'central' : (place?.level ?? null);
  const placeRead =
    place === null
      ? null
      : new Whole(
          {
            name: new Read(place.name, place.span ?? span),
            code: place.code === null ? null : new Read(place.code, place.span ?? span, 0.95),
          },
          place.span ?? span,
        );
  return new Whole(
    {
      name: new Read(fullName(text, place), span),
      kind: new Read(kind, span),
      level: level === null ? null : new Read(level, place?.span ?? span),
      place: placeRead,
    },
    span,
  );
}

interface Named {
  text: string;
  span: Span;
}

function fromLetterhead(context: Context): Named | null {
  const lines = (region(context.tree, 'letterhead')?.children ?? []).flatMap((node) =>
    node.type === 'paragraph' && !OTHER_LINES.test(fold(node.value)) ? [node] : [],
  );
  // Pages of the web break "ỦY BAN NHÂN DÂN" behind its first word.
  const first = lines.findLastIndex(
    (line, index) =>
      BODY.test(fold(line.value)) ||
      (fold(line.value) === 'uy' && /^ban nhan dan/.test(fold(lines[index + 1]?.value ?? ''))),
  );
  if (first < 0) return null;
  const own = lines.slice(first, first + 4);
  const last = own.at(-1);
  const start = own[0]?.span.start;
  if (start === undefined || last === undefined) return null;
  const text = own
    .map((line) => line.value.trim())
    .join(' ')
    .replace(/[\s*_-]+$/u, '')
    .replace(/\s+/g, ' ');
  return inFull(context, text) ?? { text, span: { start, end: last.span.end } };
}

/** A committee's name as the preamble or the closing writes it: in full, or with the small letters that a heading in capitals lacks. */
function inFull(context: Context, name: string): Named | null {
  if (!/^ban chi (?:dao|huy)\s/.test(fold(name))) return null;
  for (const part of ['preamble', 'closing'] as const) {
    const area = region(context.tree, part);
    if (area === undefined) continue;
    const text = textOf(context.source, area.span);
    const found = spelledOut(name, text) ?? inSmallLetters(name, text);
    if (found === null) continue;
    const span = { start: area.span.start + found.start, end: area.span.start + found.end };
    const named = text.slice(found.start, found.end).replaceAll(/\s\([^()]*\)/gu, '');
    return { text: named.replace(/\s+/g, ' '), span };
  }
  return null;
}

function inSmallLetters(name: string, text: string): Span | null {
  if (/\p{Ll}/u.test(name)) return null;
  const start = text.toLowerCase().indexOf(name.toLowerCase());
  return start < 0 ? null : { start, end: start + name.length };
}

function fromIssuingSentence(context: Context): Named | null {
  for (const name of ['preamble', 'closing'] as const) {
    const part = region(context.tree, name);
    if (part === undefined) continue;
    const text = textOf(context.source, part.span);
    for (const match of ISSUES.all(text).reverse()) {
      const body = `${match[1] ?? ''}${match[2] ?? ''}`.trimEnd().replace(/\s*\([^)]*\)$/u, '');
      const start = part.span.start + match.index;
      const inner = nearestBody(body);
      return {
        text: body.slice(inner).replace(/\s+/g, ' '),
        span: { start: start + inner, end: start + body.length },
      };
    }
  }
  return null;
}

/** A long stretch may run over an earlier body: the last one before the verb issues the plan. */
function nearestBody(body: string): number {
  const bodies = [
    ...body.matchAll(/(?<=[,;]\s*|\.\s*)(?:(?:Ủy|Uỷ) ban nhân dân|UBND|Ban Chỉ (?:đạo|huy))(?=\s)/gu),
  ];
  return bodies.at(-1)?.index ?? 0;
}

const BODY_SIGNED_FOR = new RegExp(String.raw`^${ON_BEHALF}\s*(.+)$`, 'u');

function fromSignature(context: Context): Named | null {
  for (const node of region(context.tree, 'signature')?.children ?? []) {
    if (node.type !== 'paragraph') continue;
    const match = BODY_SIGNED_FOR.exec(node.value);
    if (match?.[1] === undefined) continue;
    const end = node.span.end;
    return { text: match[1].trim(), span: { start: end - match[1].length, end } };
  }
  return null;
}

interface IssuerPlace {
  name: string;
  code: string | null;
  type: string;
  level: IssuerLevel;
  span: Span | null;
}

function placeOf(
  context: Context,
  name: string,
  on: string | null,
  issuedAt: Read<string> | null,
): IssuerPlace | null {
  // A body of a unit that the gazetteer has on other days only is that unit's all the same.
  for (const day of on === null ? [null] : [on, null]) {
    const own = placedAt(context, findPlaces(readable(name), day).at(-1), day);
    if (own !== null) return { ...own, span: null };
  }
  const generic = /(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu)$/.exec(fold(name).trim())?.[0];
  for (const part of ['title', 'preamble', 'closing'] as const) {
    const area = region(context.tree, part);
    if (area === undefined) continue;
    const text = textOf(context.source, area.span);
    const hit = findPlaces(text, on).find((place) => generic === undefined || fold(place.type) === generic);
    const place = placedAt(context, hit, on);
    if (hit !== undefined && place !== null) {
      return { ...place, span: { start: area.span.start + hit.start, end: area.span.start + hit.end } };
    }
  }
  if (
    issuedAt === null ||
    !/^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|ban chi (?:dao|huy)|so |bao hiem xa hoi|bhxh)/.test(
      fold(name),
    )
  )
    return null;
  const found = findProvince(issuedAt.value, on) ?? findDistrict(issuedAt.value, on);
  if (found === null) return null;
  const place = placed(found);
  return place === null ? null : { ...place, span: issuedAt.span };
}

/** Capitals as a reader would write them, so that types of place are found. */
function readable(name: string): string {
  return /\p{Ll}/u.test(name) ? name : titleCase(name);
}

/** A commune's name is common to many provinces: the province the plan names elsewhere decides which one it is. */
function placedAt(
  context: Context,
  hit: GazetteerPlace | undefined,
  on: string | null,
): Omit<IssuerPlace, 'span'> | null {
  if (hit === undefined) return null;
  const place = placed(hit);
  if (place?.level !== 'commune' || place.code !== null) return place;
  for (const mention of findPlaces(context.source.text.slice(0, 6000), on)) {
    if (mention.code?.length !== 2) continue;
    const commune = findCommune(`${hit.type} ${hit.name}`, on, { province: mention.code });
    if (commune !== null) return { ...place, code: commune.code };
  }
  return place;
}

const LEVELS: Record<string, IssuerLevel> = {
  tỉnh: 'province',
  'thành phố': 'district',
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
};

function placed(place: GazetteerPlace): Omit<IssuerPlace, 'span'> | null {
  const level = place.code?.length === 2 ? 'province' : LEVELS[place.type];
  return level === undefined ? null : { name: place.name, code: place.code, type: place.type, level };
}

const PREFIXES: readonly [RegExp, string][] = [
  [/^(?:(?:ủy|uỷ|[yý]) ban nhân dân|ubnd)(?=\s|$)/iu, 'Ủy ban nhân dân'],
  [/^(?:bảo hiểm xã hội|bhxh)(?=\s|$)/iu, 'Bảo hiểm xã hội'],
  [/^ban chỉ đạo(?=\s|$)/iu, 'Ban Chỉ đạo'],
  [/^ban chỉ huy(?=\s|$)/iu, 'Ban Chỉ huy'],
];

/** "tỉnh Gia Lai"; a numbered ward has its type in its name already ("Quận 7"). */
function areaOf({ type, name }: IssuerPlace): string {
  const typed = name.toLowerCase().startsWith(`${type.toLowerCase()} `);
  return typed ? name.charAt(0).toLowerCase() + name.slice(1) : `${type.toLowerCase()} ${name}`;
}

function fullName(text: string, place: IssuerPlace | null): string {
  const spaced = text.replace(/\s+/g, ' ').trim();
  const shouting = !/\p{Ll}/u.test(spaced);
  for (const [pattern, prefix] of PREFIXES) {
    const match = pattern.exec(spaced);
    if (match === null) continue;
    const rest = spaced.slice(match[0].length).trim();
    const area = place === null ? '' : areaOf(place);
    if (prefix.startsWith('Ban') && rest !== '') {
      const words = shouting ? lowerCase(rest) : rest;
      const withoutPlace = place === null ? words : stripPlace(words);
      return [prefix, withoutPlace, area].filter(Boolean).join(' ');
    }
    // A name that goes on with words of its own ("khu vực XV") is complete without a place.
    const own =
      place === null ||
      findPlaces(readable(rest), null).length > 0 ||
      /^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)?$/iu.test(rest);
    if (place !== null && own) return `${prefix} ${area}`;
    return [prefix, shouting ? titleCase(rest) : rest].filter(Boolean).join(' ');
  }
  // A department is named with the province or district that it belongs to.
  const body = AgencyReader.of(spaced).at(0);
  const name =
    body?.generic === false && body.end === spaced.length ? body.name : shouting ? titleCase(spaced) : spaced;
  const ends = place !== null && findPlaces(readable(name), null).length === 0;
  return ends && /^(?:Sở|Phòng|Chi cục|Thanh tra)(?=\s)/u.test(name) ? `${name} ${areaOf(place)}` : name;
}

function stripPlace(words: string): string {
  const hits = [
    ...words.matchAll(
      /\s*(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?!\s+hội)|phường)(?:\s+\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ\s]*|\s*$|\s+[A-Za-zÀ-\u036fḀ-ỹ\s]{2,20}$)/giu,
    ),
  ];
  const last = hits.at(-1);
  return last === undefined ? words : words.slice(0, last.index).trim();
}

function titleCase(text: string): string {
  return lowerCase(text).replace(/(?<![A-Za-zÀ-\u036fḀ-ỹ])[A-Za-zÀ-\u036fḀ-ỹ]/gu, (letter) =>
    letter.toUpperCase(),
  );
}

/** Without capitals but for abbreviations, which have no vowel to be read by (`BHXH`). */
function lowerCase(text: string): string {
  return text.replace(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu, (word) =>
    word.length > 1 && /^(?:[^aeiouy]+|[^aeiou]{4,})$/.test(fold(word)) ? word : word.toLowerCase(),
  );
}
