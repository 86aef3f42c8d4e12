/**
 * How sure readings are that rest on the build of a sentence, or on the meaning of its words, and not on something that stands there as such:
 * so many of a hundred were right, rounded, on plans that nobody had tuned for (docs/first-sight.md).
 */
export const CERTAINTY = {
  target: { label: 0.8, group: 0.75, indicator: 0.75, unit: 0.9, of: 0.9 },
  /** Labels, units and bases of a table's targets stand in its heading. */
  tableTarget: { group: 0.9, indicator: 0.8 },
  task: { partners: 0.9 },
  deadline: { action: 0.8 },
} as const;
