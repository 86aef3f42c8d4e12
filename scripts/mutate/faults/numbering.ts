import { type PlanNode, type PlanSection, region } from '../../../src/plan/tree.ts';
import type { CleanPlan } from '../clean-plan.ts';
import type { FaultKind } from '../fault.ts';

/** Faults in headings, items and annexes. */
export const numberingFaults: readonly FaultKind[] = [
  {
    id: 'item-removed',
    says: 'an item between two others is gone with all below it',
    rules: ['numbering-gap'],
    places: (clean) =>
      listed(clean).flatMap(({ section, previous, next }) =>
        previous === null || next === null
          ? []
          : [{ edits: [{ start: section.span.start, end: section.span.end, text: '' }] }],
      ),
  },
  {
    id: 'heading-removed',
    says: 'the line of a titled heading between two others is gone',
    rules: ['numbering-gap'],
    places: (clean) =>
      listed(clean).flatMap(({ section, previous, next }) =>
        previous === null || next === null || !section.titled
          ? []
          : [{ edits: [{ start: section.span.start, end: section.heading.end, text: '' }] }],
      ),
  },
  {
    id: 'number-repeated',
    says: 'an item bears the number of the one before it',
    rules: ['numbering-duplicate'],
    places: (clean) =>
      // A second d) is taken for a đ) that lost its stroke, and put right.
      listed(clean).flatMap(({ section, previous }) =>
        previous === null || /^đ/iu.test(section.marker.raw)
          ? []
          : [
              {
                edits: [{ start: section.marker.start, end: section.marker.end, text: previous.marker.raw }],
              },
            ],
      ),
  },
  {
    id: 'annex-not-there',
    says: 'an item refers to an annex that is not in the file',
    rules: ['annex-missing'],
    places: (clean) =>
      listed(clean).flatMap(({ section }) => {
        const { start, end } = section.heading;
        const words = clean.plan.source.text.slice(start, end);
        const last = words.trimEnd().length;
        const stop = /[.;:]$/.test(words.trimEnd()) ? last - 1 : last;
        if (section.titled || stop < 20) return [];
        const tail = words.slice(stop - 5, stop);
        return [
          {
            edits: [
              {
                start: start + stop - 5,
                end: start + stop,
                text: `${tail} (chi tiết tại Phụ lục 9 kèm theo)`,
              },
            ],
          },
        ];
      }),
  },
];

interface Listed {
  section: PlanSection;
  previous: PlanSection | null;
  next: PlanSection | null;
}

/** The body's items whose neighbours in the list bear the numbers before and after theirs. */
function listed({ plan }: CleanPlan): Listed[] {
  const found: Listed[] = [];
  const visit = (nodes: readonly PlanNode[]): void => {
    for (const [at, node] of nodes.entries()) {
      if (node.type !== 'section') continue;
      const beside = (step: 1 | -1): PlanSection | null => {
        const other = nodes[at + step];
        const isNext =
          other?.type === 'section' &&
          other.marker.style === node.marker.style &&
          other.marker.ordinal !== null &&
          other.marker.ordinal === (node.marker.ordinal ?? Number.NaN) + step;
        return isNext ? other : null;
      };
      if (node.marker.ordinal !== null) {
        found.push({ section: node, previous: beside(-1), next: beside(1) });
      }
      visit(node.children);
    }
  };
  visit(region(plan.tree, 'body')?.children ?? []);
  return found;
}
