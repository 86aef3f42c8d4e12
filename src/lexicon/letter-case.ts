const ANY_SMALL = /\p{Ll}/u;

/** One for each small letter among the UTF-16 units up to the Vietnamese letters. */
const SMALL = new Uint8Array(0x1f00).map((_, code) => (ANY_SMALL.test(String.fromCharCode(code)) ? 1 : 0));

/** Whether a UTF-16 unit is a small letter, none above the Vietnamese ones. */
export function isSmall(code: number): boolean {
  return SMALL[code] === 1;
}

/** Whether a text has a small letter: most have one near their beginning, and need no pattern of all small letters of Unicode. */
export function hasSmall(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Letters of no Latin script, and signs: dashes and quotes begin few texts.
    if (code >= SMALL.length) return ANY_SMALL.test(text);
    if (SMALL[code] === 1) return true;
  }
  return false;
}
