import { endianness } from 'node:os';

const MARKS = /\p{M}/gu;

/** For every UTF-16 unit up to the Vietnamese letters its lower-case base letter, for others itself. */
const BASE = new Uint16Array(0x10000).map((_, code) => (code < 0x1f00 ? baseOf(code) : code));

function baseOf(code: number): number {
  if (code === 0x110 || code === 0x111) return 0x64;
  const latin = (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f) || code >= 0x1e00;
  if (!latin) return code;
  const base = String.fromCharCode(code).normalize('NFD').replace(MARKS, '').toLowerCase();
  return base.length === 1 ? base.charCodeAt(0) : code;
}

/**
 * The text in lower case without diacritics (đ becomes d), one UTF-16 unit for each of the text's own, so that
 * offsets carry over. Takes NFC; a combining mark that NFC left alone stays as it is.
 */
export function fold(text: string): string {
  if (text.length < WORTHWHILE) return folded(text);
  const known = recent.get(text);
  if (known !== undefined) return known;
  const result = folded(text);
  if (recent.size >= REMEMBERED) recent.clear();
  recent.set(text, result);
  return result;
}

/** The lexicons are asked about the same passages one after the other. */
const recent = new Map<string, string>();
const REMEMBERED = 512;
const WORTHWHILE = 48;

const BIG_ENDIAN = endianness() === 'BE';
let units = new Uint16Array(4096);
let bytes = Buffer.alloc(4096);

function folded(text: string): string {
  const { length } = text;
  if (length > units.length) {
    units = new Uint16Array(length * 2);
    bytes = Buffer.alloc(length * 2);
  }
  let all = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const base = BASE[code] ?? code;
    units[i] = base;
    bytes[i] = base;
    all |= base;
  }
  // Nearly all folded text is Latin-1: a string of single bytes is half as long, and faster to search and compare.
  if (all < 0x100) return bytes.toString('latin1', 0, length);
  const wide = Buffer.from(units.buffer, 0, length * 2);
  return (BIG_ENDIAN ? Buffer.from(wide).swap16() : wide).toString('utf16le');
}
