import { CHARACTER_CLASS, LETTER } from './letters.ts';
import { COMMA, copyTokens, STOP, type Tokens, tokenBuffer, WORD } from './tokens.ts';

const TAB = 0x09;
const SLASH = 0x2f;
const OPENING = 0x28;

/**
 * The tokens of a text with those between that the language model does not know but that part words: a cell begins as a
 * sentence does, and what stands behind a slash, or in a row behind an opening bracket, does not go on what stands before.
 */
export function withBoundaries(text: string, tokens: Tokens): Tokens {
  const isRow = text.includes('\t');
  if (!isRow && !text.includes('/')) return copyTokens(tokens);
  const parted = tokenBuffer(tokens.count * 2);
  let last = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i] ?? WORD;
    const start = tokens.start[i] ?? 0;
    if (i > 0 || isSmall(text.charCodeAt(start))) {
      const mark = boundary(text, last, start, isRow);
      const before = parted.kind[parted.count - 1];
      if (mark === STOP ? before !== STOP : mark === COMMA && kind === WORD && before !== COMMA)
        push(parted, mark, start - 1, start);
    }
    last = tokens.end[i] ?? 0;
    push(parted, kind, start, last);
  }
  return parted.count === tokens.count ? copyTokens(tokens) : copyTokens(parted);
}

function boundary(text: string, from: number, to: number, isRow: boolean): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === TAB) return STOP;
    if (code === SLASH) return CHARACTER_CLASS[text.charCodeAt(at + 1)] === LETTER ? COMMA : WORD;
    if (code === OPENING && isRow) return COMMA;
  }
  return WORD;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function push(tokens: Tokens, kind: number, start: number, end: number): void {
  const at = tokens.count++;
  tokens.kind[at] = kind;
  tokens.start[at] = start;
  tokens.end[at] = end;
}
