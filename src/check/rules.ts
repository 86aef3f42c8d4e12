import type { Rule } from './rule.ts';
import annexMissing from './rules/annex-missing.ts';
import citationConflict from './rules/citation-conflict.ts';
import citationFuture from './rules/citation-future.ts';
import citationIncomplete from './rules/citation-incomplete.ts';
import dateMissing from './rules/date-missing.ts';
import dateUncertain from './rules/date-uncertain.ts';
import issuerMissing from './rules/issuer-missing.ts';
import numberMissing from './rules/number-missing.ts';
import numberSymbolMismatch from './rules/number-symbol-mismatch.ts';
import numberingDuplicate from './rules/numbering-duplicate.ts';
import numberingGap from './rules/numbering-gap.ts';
import signerMissing from './rules/signer-missing.ts';
import titleMissing from './rules/title-missing.ts';

/** Every rule, in the order in which findings are listed. */
export const rules: readonly Rule[] = [
  numberMissing,
  dateMissing,
  issuerMissing,
  titleMissing,
  signerMissing,
  dateUncertain,
  numberSymbolMismatch,
  citationIncomplete,
  citationFuture,
  citationConflict,
  annexMissing,
  numberingGap,
  numberingDuplicate,
];
