import { endianness } from 'node:os';

const BIG_ENDIAN = endianness() === 'BE';

let units = new Uint16Array(4096);
let bytes = Buffer.from(units.buffer);

/**
 * The UTF-16 units of a text, its length of them, for what looks at each: an array is looked through faster than a string. It is
 * good until the next call, and what stands behind the text's length means nothing.
 */
export function codeUnits(text: string): Uint16Array {
  if (text.length > units.length) {
    units = new Uint16Array(text.length * 2);
    bytes = Buffer.from(units.buffer);
  }
  bytes.write(text, 'utf16le');
  if (BIG_ENDIAN) bytes.swap16();
  return units;
}
