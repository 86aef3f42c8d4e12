import { codeUnits } from './code-units.ts';

/**
 * One for each character that is in NFC wherever it stands, controls and what parts lines other than `\n` not among them: letters with
 * their marks, and the punctuation of print.
 */
const PLAIN = new Uint8Array(0x10000);
for (const [from, to] of [
  [0x09, 0x0a],
  [0x0c, 0x0c],
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x1e00, 0x1e99],
  [0x1ea0, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
] as const) {
  PLAIN.fill(1, from, to + 1);
}

/** Whether a text is NFC for certain and holds neither controls nor odd line ends: then it need not be looked through for each of them. */
export function isPlain(text: string): boolean {
  const units = codeUnits(text);
  for (let i = 0; i < text.length; i++) if (PLAIN[units[i] ?? 0] !== 1) return false;
  return true;
}
