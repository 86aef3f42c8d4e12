import { fold } from '../../lexicon/fold.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { letterCase } from './letters.ts';
import { MIXED, UNKNOWN } from './tokens.ts';

/** What a read token shows by its characters alone. */
export interface TokenShape {
  /** In capitals: two or more, and nothing else. */
  capitals: boolean;
  /** Has a letter, and begins with one: what shows the case of a word. */
  cased: boolean;
  opensCased: boolean;
  /** What leaving it as it was read costs, and the class it then is to the model. */
  keep: number;
  keptAs: number;
  /** Known abbreviations that a token in capitals may be: those with its folded letters; null where it is none. */
  abbreviations: readonly number[] | null;
}

/** Leaving a token that is no known word as it was read. */
const KEEP = 30 * COST_UNIT;
const KEEP_CAPITALS = 10 * COST_UNIT;
const KEEP_MIXED = 12 * COST_UNIT;

/** A token that may be a code or a name of letters and figures. */
const CODE_LIKE = /^[A-Za-zÀ-\u036fḀ-ỹ\d]+$/u;

/** Capitals only, or capitals within: abbreviations and the names of programs. */
const NAME_LIKE = /^\p{Lu}+$|\p{Ll}\p{Lu}+[A-Za-zÀ-\u036fḀ-ỹ]*$/u;
const SYLLABLE_SHAPE =
  /^(?:ngh?|nh|c?h|g[hi]?|k?h|ph|qu|t[hr]?|[bcdklmnprsvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/;

/** The shapes of tokens, each looked at once. */
export class TokenShapes {
  private readonly known = new Map<string, TokenShape>();
  private readonly model: LanguageModel;

  constructor(model: LanguageModel) {
    this.model = model;
  }

  of(read: string): TokenShape {
    let shape = this.known.get(read);
    if (shape === undefined) {
      const digits = /\d/.test(read);
      shape = {
        capitals: letterCase(read) === 'upper',
        cased: /[A-Za-zÀ-\u036fḀ-ỹ]/u.test(read),
        opensCased: /^[A-Za-zÀ-\u036fḀ-ỹ]/u.test(read),
        keep: digits && CODE_LIKE.test(read) ? KEEP_MIXED : NAME_LIKE.test(read) ? KEEP_CAPITALS : KEEP,
        keptAs: digits ? MIXED : UNKNOWN,
        abbreviations: this.abbreviations(read),
      };
      this.known.set(read, shape);
    }
    return shape;
  }

  private abbreviations(token: string): number[] | null {
    // Specks between capitals are read as apostrophes.
    const read = token.replace(/['’‘]/g, '');
    if (read.length < 2 || letterCase(read) !== 'upper') return null;
    const folded = fold(read);
    if (SYLLABLE_SHAPE.test(folded)) return null;
    const packed = this.model.readings.get(folded);
    if (packed === undefined) return null;
    const first = packed >> 8;
    return Array.from({ length: packed & 255 }, (_, i) => first + i);
  }
}
