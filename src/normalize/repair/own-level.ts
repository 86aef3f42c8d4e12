import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import type { StrippedText } from './stripped.ts';
import { COMMA, STOP, UNKNOWN, WORD } from './tokens.ts';

/** By how much less the word for what the issuer is of costs where a name ends. */
const GAIN = 13 * COST_UNIT;
/** … and where the word before makes another with these letters: cơ quan, tập quán, bình quân. */
const GAIN_DOUBTFUL = 6 * COST_UNIT;
const DOUBTFUL =
  /^(?:co|lien|hai|tham|tong|khach|chu|truc|canh|lac|bi|bao|si|tu|y|dan|bo|thu|hau|can|tuong|tap|nhat|que|quy|nguyen|tru|hang|quan|an|binh|luc|my|cai|thi|cong|giam)$/;
/** A letterhead names the issuer within so many characters. */
const HEAD = 800;
/** The committee of a quận, whose letters are those of other frequent words: quan, quân, quản. */
const DISTRICT = /\b(?:UBND|UY BAN NHAN DAN|HDND|HOI DONG NHAN DAN)\s+QUAN\b/i;
/** Words that it follows whatever is behind it: toàn quận, địa bàn quận. */
const WHOLE = /(?:^|\W)(?:toan|dia ban|doan the|ban nganh|ban, nganh) $/i;
/** What goes on behind a body's name. */
const BEHIND = /^(?:va|la|tren|trong|ve|theo|de|co)$/;

/** Whose the bodies are that a plan of a quận names: Phòng Giáo dục và Đào tạo quận. */
export class OwnLevel {
  private readonly word: number;

  constructor(language: LanguageModel, document: string) {
    this.word = DISTRICT.test(document.slice(0, HEAD)) ? wordId(language, 'quận') : UNKNOWN;
  }

  /** The word at each position where it is likelier; null where there is none. */
  find({ text, tokens }: Pick<StrippedText, 'text' | 'tokens'>): Map<number, Map<number, number>> | null {
    if (this.word === UNKNOWN) return null;
    const gains = new Map<number, Map<number, number>>();
    for (let i = 1; i < tokens.count; i++) {
      if (tokens.kind[i] !== WORD || tokens.kind[i - 1] !== WORD) continue;
      if (text.slice(tokens.start[i], tokens.end[i]) !== 'quan') continue;
      const before = text.slice(tokens.start[i - 1], tokens.end[i - 1]).toLowerCase();
      const next = i + 1 < tokens.count ? tokens.kind[i + 1] : STOP;
      const ends = next === STOP || next === COMMA;
      if (
        ends ||
        WHOLE.test(text.slice(0, tokens.start[i])) ||
        BEHIND.test(text.slice(tokens.start[i + 1], tokens.end[i + 1]))
      )
        gains.set(i, new Map([[this.word, DOUBTFUL.test(before) ? GAIN_DOUBTFUL : GAIN]]));
    }
    return gains.size === 0 ? null : gains;
  }
}
