import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { codeUnits } from '../../lexicon/code-units.ts';
import { CHARACTER_CLASS, inCase, LETTER, letterCase } from './letters.ts';

/** Words that were put right in a text whose diacritics stand. All offsets are half-open, in UTF-16 units. */
export interface SlipRepair {
  text: string;
  changes: {
    /** Place in the repaired text. */
    start: number;
    end: number;
    /** Place in the paragraph as given. */
    sourceStart: number;
    sourceEnd: number;
    original: string;
    confidence: number;
  }[];
}

const Table = z.strictObject({
  source: z.string(),
  slips: z.array(
    z.strictObject({
      slip: z.string(),
      right: z.string(),
      /** The slip is one only where one of these follows it. */
      after: z.array(z.string()).min(1).optional(),
      /** It is none where one of these stands before it. */
      notBefore: z.array(z.string()).min(1).optional(),
    }),
  ),
});
type Slip = z.infer<typeof Table>['slips'][number];

/** A slip that needs no company to be told is nearly certain; one that does is less so. */
const CERTAIN = 0.98;
const IN_COMPANY = 0.95;

interface Slips {
  pattern: RegExp;
  slips: Map<string, Slip>;
  /** The slips by the number that their opening has; hardly any word of a text has one of these numbers. */
  openings: readonly (readonly string[] | undefined)[];
}

let loaded: Slips | null = null;

function table(): Slips {
  if (loaded === null) {
    const { slips } = Table.parse(JSON.parse(readFileSync(new URL('./slips.json', import.meta.url), 'utf8')));
    const forms = slips.map(({ slip }) => slip).sort((a, b) => b.length - a.length);
    const openings = new Array<string[] | undefined>(OPENINGS).fill(undefined);
    for (const { slip } of slips) {
      const number = openingAt(codeUnits(slip), 0);
      openings[number] = [...(openings[number] ?? []), slip];
    }
    loaded = {
      pattern: new RegExp(forms.join('|'), 'g'),
      slips: new Map(slips.map((slip) => [slip.slip, slip])),
      openings,
    };
  }
  return loaded;
}

const BLANK = 0x20;

const OPENINGS = 4096;

/** Of so many letters; no slip has fewer. */
const OPENING = 4;

/** A number below OPENINGS for the small letters of an opening. */
function openingAt(from: Uint16Array, start: number): number {
  let number = 0;
  for (let i = start; i < start + OPENING; i++) number = Math.imul(number, 31) + (SMALL[from[i] ?? 0] ?? 0);
  return number & (OPENINGS - 1);
}

/** For every UTF-16 unit of Latin script its small letter, for a blank itself, and 0 for others. */
const SMALL = new Uint16Array(0x10000).map((_, code) => {
  if (code !== BLANK && CHARACTER_CLASS[code] !== LETTER) return 0;
  const small = String.fromCharCode(code).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : code;
});

/** Whether a slip stands in the paragraph where a word begins. */
function mayHoldSlip(paragraph: string, { openings }: Slips): boolean {
  const last = paragraph.length - OPENING;
  const from = codeUnits(paragraph);
  let isInside = false;
  for (let i = 0; i <= last; i++) {
    const isLetter = (SMALL[from[i] ?? 0] ?? 0) > BLANK;
    if (isLetter && !isInside) {
      const slips = openings[openingAt(from, i)];
      if (slips !== undefined && isAnyAt(slips, from, i)) return true;
    }
    isInside = isLetter;
  }
  return false;
}

function isAnyAt(slips: readonly string[], from: Uint16Array, start: number): boolean {
  for (const slip of slips) if (standsAt(slip, from, start)) return true;
  return false;
}

function standsAt(slip: string, from: Uint16Array, start: number): boolean {
  for (let i = 0; i < slip.length; i++) {
    if (SMALL[from[start + i] ?? 0] !== slip.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * Puts known slips of otherwise right Vietnamese right (`đơn đốc`, `phần đầu` before what one strives for), keeping
 * case. Takes an NFC paragraph; the slips and the words around them that tell them are data (slips.json).
 */
export function repairSlips(paragraph: string): SlipRepair {
  const known = table();
  const changes: SlipRepair['changes'] = [];
  if (!mayHoldSlip(paragraph, known)) return { text: paragraph, changes };
  const { pattern, slips } = known;
  const lower = paragraph.toLowerCase();
  if (lower.length !== paragraph.length) return { text: paragraph, changes };
  let text = '';
  let copied = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(lower); match !== null; match = pattern.exec(lower)) {
    const slip = slips.get(match[0]);
    const from = match.index;
    const to = from + match[0].length;
    if (
      slip === undefined ||
      isLetter(lower, from - 1) ||
      isLetter(lower, to) ||
      !inCompany(slip, lower, from, to)
    ) {
      continue;
    }
    const original = paragraph.slice(from, to);
    text += paragraph.slice(copied, from);
    const start = text.length;
    text += likeOriginal(slip.right, original);
    copied = to;
    const confidence = slip.after === undefined && slip.notBefore === undefined ? CERTAIN : IN_COMPANY;
    changes.push({ start, end: text.length, sourceStart: from, sourceEnd: to, original, confidence });
  }
  return { text: copied === 0 ? paragraph : text + paragraph.slice(copied), changes };
}

function inCompany({ after, notBefore }: Slip, lower: string, from: number, to: number): boolean {
  if (notBefore !== undefined) {
    const before = /(\S+)\s+$/.exec(lower.slice(Math.max(0, from - 24), from))?.[1];
    if (before !== undefined && notBefore.includes(before)) return false;
  }
  if (after === undefined) return true;
  const following = lower.slice(to, to + 40).trimStart();
  return after.some((words) => following.startsWith(words) && !isLetter(following, words.length));
}

/** The right words in the case of the words they replace: of as many, or of the letters of one that was run together. */
function likeOriginal(right: string, original: string): string {
  const words = right.split(' ');
  const read = original.split(' ');
  let at = 0;
  return words
    .map((word, i) => {
      const written = read.length === words.length ? read[i] : original.slice(at, at + word.length);
      at += word.length;
      return inCase(word, letterCase(written ?? ''));
    })
    .join(' ');
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && CHARACTER_CLASS[text.charCodeAt(at)] === LETTER;
}
