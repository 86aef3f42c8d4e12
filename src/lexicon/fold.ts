const MARKS = /\p{M}/gu;

/** Base letters of every precomposed Latin character that a Vietnamese text may hold, by character code. */
const BASE = new Map<number, string>();
for (const [from, to] of [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const) {
  for (let code = from; code <= to; code++) {
    const letter = String.fromCharCode(code);
    const base = letter.normalize('NFD').replace(MARKS, '').toLowerCase();
    if (base.length === 1) BASE.set(code, base);
  }
}
BASE.set(0x110, 'd');
BASE.set(0x111, 'd');

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

function folded(text: string): string {
  let result = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41 || (code > 0x5a && code < 0xc0)) continue;
    const base = code <= 0x5a ? String.fromCharCode(code + 32) : BASE.get(code);
    if (base === undefined) continue;
    result += text.slice(copied, i) + base;
    copied = i + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
