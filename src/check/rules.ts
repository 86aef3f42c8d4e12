import type { Rule } from './rule.ts';
import annexMissing from './rules/annex-missing.ts';
import citationConflict from './rules/citation-conflict.ts';
import citationFuture from './rules/citation-future.ts';
import citationIncomplete from './rules/citation-incomplete.ts';
import dateAfterDeadline from './rules/date-after-deadline.ts';
import dateMissing from './rules/date-missing.ts';
import dateUncertain from './rules/date-uncertain.ts';
import dissolvedPlace from './rules/dissolved-place.ts';
import impliedBase from './rules/implied-base.ts';
import issuerMissing from './rules/issuer-missing.ts';
import lowConfidence from './rules/low-confidence.ts';
import numberMisread from './rules/number-misread.ts';
import numberMissing from './rules/number-missing.ts';
import numberSymbolMismatch from './rules/number-symbol-mismatch.ts';
import numberingDuplicate from './rules/numbering-duplicate.ts';
import numberingGap from './rules/numbering-gap.ts';
import pageUnreadable from './rules/page-unreadable.ts';
import partExceedsWhole from './rules/part-exceeds-whole.ts';
import periodMismatch from './rules/period-mismatch.ts';
import secondDocument from './rules/second-document.ts';
import signerMissing from './rules/signer-missing.ts';
import sumMismatch from './rules/sum-mismatch.ts';
import tableTotal from './rules/table-total.ts';
import targetConflict from './rules/target-conflict.ts';
import targetDecreasing from './rules/target-decreasing.ts';
import textTableConflict from './rules/text-table-conflict.ts';
import titleMissing from './rules/title-missing.ts';
import unknownPlace from './rules/unknown-place.ts';

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
  tableTotal,
  sumMismatch,
  partExceedsWhole,
  impliedBase,
  textTableConflict,
  targetConflict,
  targetDecreasing,
  periodMismatch,
  dateAfterDeadline,
  numberMisread,
  lowConfidence,
  pageUnreadable,
  secondDocument,
  dissolvedPlace,
  unknownPlace,
];
