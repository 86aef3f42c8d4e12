import { communeParts, isCommunePart, mayBeCommunePart } from '../../lexicon/commune-parts.ts';
import { inEitherCase } from '../../lexicon/patterns.ts';
import { findCommune, findDistrict, findPlaces, type PlaceMention } from '../../lexicon/places.ts';
import type { Span } from '../../plan/source-text.ts';
import type { Area } from '../context.ts';
import { Read, Whole } from '../reading.ts';
import { isAction } from './acts.ts';

/** What units with a name of their own are called by, down to the parts of communes. */
export function unitKinds(): readonly string[] {
  return ['huyện', 'xã', 'phường', 'thị trấn', 'thị xã', 'đặc khu', 'thành phố', 'quận', ...communeParts()];
}

/** Where a figure is for one place: offsets of its mention into the passage's text. */
export interface PlaceOf extends Span {
  mention: PlaceMention;
}

/** What may stand before a place that heads a figure's clause. */
const LEAD = /^(?:[\s,;.(–+-]|(?:trong đó|riêng|cụ thể|và|tại|đối với)(?![A-Za-zÀ-\u036fḀ-ỹ]))*/iu;

/** "huyện Châu Phú 850 người", "tại thành phố Lạng Sơn đạt 95%": a label that is a unit's name and nothing else. */
export function placeNamed(text: string, { start, end }: Span, area: Area): PlaceOf | null {
  const at = /^(?:(?:riêng|tại|ở|trên địa bàn)\s+)*/iu.exec(text.slice(start, end))?.[0].length ?? 0;
  const place = whole(text, start + at, end, area);
  return place === null ? null : { ...place, start };
}

/** "Huyện Tri Tôn: 91% dân số …": a unit's name before the colon that a clause begins with. */
export function placeBefore(text: string, from: number, figure: number, area: Area): PlaceOf | null {
  const head = text.slice(from, figure);
  const start = LEAD.exec(head)?.[0].length ?? 0;
  const colon = head.indexOf(':', start);
  return colon < 0 || head.slice(colon).length > 60
    ? placeLeading(text, { start: from + start, end: figure }, area)
    : whole(text, from + start, from + colon, area);
}

/**
 * "Huyện Đức Thọ xây dựng 02 cánh đồng", "huyện Tu Mơ Rông, tỷ lệ …": the unit that words begin with, and that is to do what
 * follows; `next` is where the rest of them begins.
 */
export function placeLeading(
  text: string,
  label: Span,
  { on, within }: Area,
): (PlaceOf & { next: number }) | null {
  const words = text.slice(label.start, label.end);
  const [named] = findPlaces(words, on, within);
  const mention = named?.start === 0 ? named : partLeading(words);
  if (mention === null) return null;
  const comma = /^,\s+(?=(?:số|tỷ lệ|tỉ lệ|tổng|diện tích|mức)\s)/iu.exec(words.slice(mention.end))?.[0]
    .length;
  const next = mention.end + (comma ?? 1);
  if (comma === undefined && (words.charAt(mention.end) !== ' ' || !isAction(words.slice(next)))) return null;
  return { mention, start: label.start, end: label.start + mention.end, next: label.start + next };
}

/** "tỷ lệ trường đạt chuẩn của đặc khu Lý Sơn": the unit whose name ends a label, with what joins it to what stands before. */
export function placeEnding(text: string, { start, end }: Span, area: Area): PlaceOf | null {
  const joint = ENDS_WITH_PLACE.exec(text.slice(start, end));
  if (joint?.[1] === undefined) return null;
  const place = whole(text, end - joint[1].length, end, area);
  return place === null ? null : { ...place, start: start + joint.index };
}

const ENDS_WITH_PLACE = new RegExp(
  String.raw`\s(?:của|ở|tại|trên địa bàn)\s((?:${inEitherCase(unitKinds())})\s[\p{Lu}\d][^,;.:()]{0,40})$`,
  'u',
);

/** "600 ha cây sơn tra tại huyện Mù Cang Chải": where so many are to be had, behind what they are. */
export function placeBehind(text: string, from: number, area: Area): PlaceOf | null {
  const found =
    /^\s+(?:tại|ở)\s+([^,;.:()\d]{3,60}?)(?=[,;.:()]|\s+(?:và|với|trước|trong|vào|để|theo|xong|đến|hết|hoàn thành|từ|chậm nhất|nhằm|cho|bằng|đạt)\s|\s+\d|\s*$)/u.exec(
      text.slice(from),
    );
  if (found?.[1] === undefined) return null;
  const end = from + found[0].length;
  return whole(text, end - found[1].length, end, area);
}

/** "các xã Hòa An, Tân Thành": a unit's name whose kind stands before another's of its list. */
export function placeOfKind(text: string, { start, end }: Span, kind: string, area: Area): PlaceOf | null {
  const mention = mentionOf(`${kind} ${text.slice(start, end)}`, area);
  return mention === null ? null : { mention, start, end };
}

function whole(text: string, start: number, end: number, area: Area): PlaceOf | null {
  const name = text.slice(start, end);
  const mention = mentionOf(name, area) ?? namedAlone(name, area) ?? partOfCommune(name);
  return mention === null ? null : { mention, start, end };
}

/** Whether words are the name, without its kind, of a unit of the issuer's own territory. */
export function isNamedAlone(name: string, area: Area): boolean {
  return namedAlone(name, area) !== null;
}

/** "Hương Khê 900 ha, Đức Thọ 620 ha": units of the issuer's own territory, by their names alone. */
function namedAlone(name: string, { on, within }: Area): PlaceMention | null {
  if (
    (within.province ?? within.district) === undefined ||
    !/^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}$/u.test(name)
  )
    return null;
  const district =
    within.district === undefined && within.province !== undefined
      ? findDistrict(name, on, within.province)
      : null;
  const found = district ?? findCommune(name, on, within);
  return found === null
    ? null
    : { ...found, start: 0, end: name.length, level: district === null ? 'commune' : 'district' };
}

/** "Tổ dân phố 5 là 12 điểm": a part of a commune, which has no code. */
function partOfCommune(name: string): PlaceMention | null {
  if (!isCommunePart(name) || !PART_ALONE.test(name)) return null;
  return {
    name: name.charAt(0).toLowerCase() + name.slice(1),
    code: null,
    type: '',
    level: null,
    start: 0,
    end: name.length,
  };
}

/** "Tổ dân phố Hòn Xện bố trí …": the part of a commune that words begin with. */
function partLeading(words: string): PlaceMention | null {
  if (!mayBeCommunePart(words)) return null;
  const name = PART_LEADING.exec(words)?.[0];
  return name === undefined ? null : partOfCommune(name);
}

const PART_LEADING =
  /^[A-Za-zÀ-\u036fḀ-ỹ]\p{Ll}*(?:\s\p{Ll}+){0,3}?(?:\s(?:\p{Lu}\p{Ll}*|\d{1,3}[A-Z]?)){1,4}(?=[\s,])/u;

/** A type, and behind it nothing but a number or capitalised words. */
const PART_ALONE =
  /^[A-Za-zÀ-\u036fḀ-ỹ]\p{Ll}*(?:\s\p{Ll}+){0,3}(?:\s(?:\p{Lu}\p{Ll}*|\d{1,3}[A-Z]?)){1,4}$/u;

function mentionOf(name: string, { on, within }: Area): PlaceMention | null {
  if (!/^[A-Za-zÀ-\u036fḀ-ỹ][^\d,;:]{2,60}\d{0,2}$/u.test(name)) return null;
  return findPlaces(name, on, within).find((hit) => hit.start === 0 && hit.end === name.length) ?? null;
}

/** A target's place; without a day on which it is looked for its code is not sure. */
export function placeReading({ mention }: PlaceOf, span: Span, { on }: Area): Whole {
  const code = on === null ? null : mention.code;
  return new Whole(
    { name: new Read(mention.name, span), code: code === null ? null : new Read(code, span, 0.9) },
    span,
  );
}
