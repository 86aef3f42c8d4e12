const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text as XML 1.0 has it, in elements and in attributes with double quotes; characters that XML has no room for are left out. */
export function xmlText(text: string): string {
  let written = '';
  for (const letter of text) {
    if (isAllowed(letter.codePointAt(0) ?? 0)) written += ESCAPES.get(letter) ?? letter;
  }
  return written;
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
