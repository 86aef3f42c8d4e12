import { readFileSync } from 'node:fs';
import { z } from 'zod';

const DocumentType = z.strictObject({
  /** As it stands in a number; null where the type has none (Công văn). */
  abbreviation: z.string().nullable(),
  /** The words before a number: "Nghị quyết". */
  name: z.string(),
  variations: z.array(z.string()).default([]),
  /** nd30: Nghị định 30/2020/NĐ-CP; party: the Party's own rules; other: law and practice. */
  source: z.enum(['nd30', 'party', 'other']),
});
export type DocumentType = z.infer<typeof DocumentType>;

const SymbolIssuer = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['peoples-committee', 'steering-committee', 'department', 'social-insurance', 'other']),
  level: z.enum(['central', 'province', 'district', 'commune']).nullable(),
  variations: z.array(z.string()).default([]),
  /** The code is followed by the number of a legislature: QH15. */
  numbered: z.boolean().default(false),
  /** The code is followed by letters that say which one: BCĐATGT. */
  prefix: z.boolean().default(false),
  /** The last day the body existed. */
  validTo: z.iso.date().optional(),
});
export type SymbolIssuer = z.infer<typeof SymbolIssuer>;

const DocumentTypes = z.strictObject({
  source: z.string(),
  types: z.array(DocumentType),
  issuers: z.array(SymbolIssuer),
  /** Parts of symbols as they are misread or typed without đ, and what they stand for. */
  repairs: z.record(z.string(), z.string()),
  repairExamples: z.array(z.tuple([z.string(), z.string()])),
});
export type DocumentTypes = z.infer<typeof DocumentTypes>;

interface Lexicon {
  data: DocumentTypes;
  repairs: ReadonlyMap<string, string>;
  /** Numbers as they were read, with what became of them. */
  repaired: Map<string, string>;
  byAbbreviation: ReadonlyMap<string, DocumentType>;
  issuers: ReadonlyMap<string, SymbolIssuer>;
  open: readonly SymbolIssuer[];
}

let lexicon: Lexicon | undefined;

function load(): Lexicon {
  if (lexicon !== undefined) return lexicon;
  const data = DocumentTypes.parse(
    JSON.parse(readFileSync(new URL('./document-types.json', import.meta.url), 'utf8')),
  );
  const byAbbreviation = new Map<string, DocumentType>();
  for (const type of data.types) {
    if (type.abbreviation !== null && !byAbbreviation.has(type.abbreviation)) {
      byAbbreviation.set(type.abbreviation, type);
    }
  }
  const issuers = new Map<string, SymbolIssuer>();
  for (const issuer of data.issuers) {
    for (const code of [issuer.code, ...issuer.variations]) if (!issuers.has(code)) issuers.set(code, issuer);
  }
  lexicon = {
    data,
    repairs: new Map(Object.entries(data.repairs)),
    repaired: new Map(),
    byAbbreviation,
    issuers,
    open: data.issuers.filter((issuer) => issuer.numbered || issuer.prefix),
  };
  return lexicon;
}

/** Every type of document with the abbreviation that numbers carry (Nghị định 30/2020/NĐ-CP, phụ lục III). */
export function documentTypes(): readonly DocumentType[] {
  return load().data.types;
}

/** The whole table, with the examples of repaired symbols. */
export function documentTypeData(): DocumentTypes {
  return load().data;
}

/** The name of the type an abbreviation stands for: `KH` gives `Kế hoạch`; null for none. */
export function typeByAbbreviation(abbreviation: string): string | null {
  return load().byAbbreviation.get(abbreviation)?.name ?? null;
}

/**
 * A document's number or symbol without inner blanks, with plain hyphens, and with Đ and misread letters of types and
 * issuers restored by table: `53 /KH–UBND` gives `53/KH-UBND`, `58/NQ-\nHPND` gives `58/NQ-HĐND`. Digits are never
 * changed; what is cut off stays cut off.
 */
export function repairSymbol(number: string): string {
  const { repairs, repaired } = load();
  const known = repaired.get(number);
  if (known !== undefined) return known;
  const symbol = number
    .normalize('NFC')
    .replace(/[\s\u200B\uFEFF\u00AD]+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00D0\u0189]/g, 'Đ')
    .replace(/[A-Za-zÀ-\u036fḀ-ỹ][A-Za-zÀ-\u036fḀ-ỹ\p{N}]*/gu, (part) => repairs.get(part) ?? withBars(part));
  if (repaired.size >= REMEMBERED) repaired.clear();
  repaired.set(number, symbol);
  return symbol;
}

/** Each number is asked about several times. */
const REMEMBERED = 256;

/** An issuer's code whose T were read as strokes: `BILLL` for BTTTT. What is no such code is given as it is. */
function withBars(code: string): string {
  if (code.length < 3 || !/[IL]/.test(code)) return code;
  const { issuers, byAbbreviation } = load();
  const barred = code.replace(/[IL]/g, 'T');
  return issuers.has(barred) && !issuers.has(code) && !byAbbreviation.has(code) ? barred : code;
}

/** One part of a symbol, letters alone, put right by the same table: `BCD` gives `BCĐ`. */
export function repairSymbolPart(part: string): string {
  return load().repairs.get(part) ?? part;
}

/** A number's parts, each in its place: `146/2018/NĐ-CP`, `28-NQ/TW`, `1234/UBND-KGVX`, `41/2024/QH15`. */
export interface SymbolParts {
  /** The running number as written, with its letters if any; null where the text has only a symbol. */
  serial: string | null;
  year: string | null;
  /** The abbreviation of the type, null for a công văn or a law. */
  type: string | null;
  /** The codes after the type, the issuer's first. */
  codes: string[];
}

/** Takes a number or symbol apart; it is repaired first (see `repairSymbol`). */
export function symbolParts(number: string): SymbolParts {
  const { byAbbreviation, issuers } = load();
  const parts = repairSymbol(number)
    .split(/[/-]/)
    .filter((part) => part !== '');
  let serial: string | null = null;
  let year: string | null = null;
  const codes: string[] = [];
  for (const part of parts) {
    if (codes.length === 0 && serial === null && /^\d+[a-zA-Z]?$/.test(part)) serial = part;
    else if (codes.length === 0 && year === null && /^(19|20)\d\d$/.test(part)) year = part;
    else codes.push(part);
  }
  const [first] = codes;
  const typed = first !== undefined && byAbbreviation.has(first) && (codes.length > 1 || !issuers.has(first));
  const type = typed ? first : null;
  if (type !== null) codes.shift();
  return { serial, year, type, codes };
}

/**
 * The body that a document's number or symbol names: `53/KH-UBND`, `28-NQ/TW`, `41/2024/QH15`, `BLĐTBXH`. Null where
 * the symbol names none that is known.
 */
export function issuerOfSymbol(symbol: string): SymbolIssuer | null {
  const { issuers, open } = load();
  for (const code of symbolParts(symbol).codes) {
    const known = issuers.get(code);
    if (known !== undefined) return known;
    for (const issuer of open) {
      if (!code.startsWith(issuer.code)) continue;
      const rest = code.slice(issuer.code.length);
      if (issuer.numbered ? /^\d+$/.test(rest) : /^[\p{Lu}\d&]+$/u.test(rest)) return issuer;
    }
  }
  return null;
}
