import { fromPointer, valueAt } from './pointer.ts';
import type { Finding, PlanFacts } from './record.ts';

/**
 * What a finding is about, told by the content of its places and not by their indexes: the same for the same fault
 * when the plan is extracted anew and other rows, targets or findings have come before it, and another one when the
 * figures there are others. A finding between plans is also known by the `others`.
 */
export function findingKey(finding: Finding & { others?: string[] }, facts: PlanFacts): string {
  const { rule, at, expected, actual, message, others = [] } = finding;
  if (at.length > 0)
    return JSON.stringify([rule, ...others, ...at.map((pointer) => contentOf(pointer, facts))]);
  // What no fact states is told by the words that the message quotes, which are the document's in every language.
  return JSON.stringify([rule, ...others, expected, actual, ...(message.match(/“[^”]*”/g) ?? [])]);
}

function contentOf(pointer: string, facts: PlanFacts): unknown[] {
  const steps = fromPointer(pointer);
  const content: unknown[] = [];
  let at = '';
  for (const step of steps) {
    at += `/${step}`;
    content.push(/^\d+$/.test(step) ? nameOf(at, steps, facts) : step);
  }
  const value = valueAt(facts, pointer);
  return typeof value === 'object' ? content : [...content, value];
}

/** What an entry of a list is known by. */
function nameOf(pointer: string, steps: readonly string[], facts: PlanFacts): unknown {
  const [list, first, inner, second] = steps;
  const depth = pointer.split('/').length - 1;
  const index = Number(first);
  switch (list) {
    case 'tables': {
      const table = facts.tables[index];
      if (depth === 2) return [table?.caption, table?.columns.map(({ label }) => label)];
      if (depth === 4 && inner === 'columns') return table?.columns[Number(second)]?.label;
      const row = table?.rows[Number(second)];
      if (depth === 4) return row?.label;
      return [table?.columns[Number(steps[5])]?.label, row?.cells[Number(steps[5])]?.text];
    }
    case 'targets': {
      const target = facts.targets[index];
      return [target?.label, target?.due, target?.group, target?.place?.name, target?.value, target?.unit];
    }
    case 'citations':
      return [facts.citations[index]?.number, facts.citations[index]?.issuedOn];
    case 'deadlines':
      return [facts.deadlines[index]?.text, facts.deadlines[index]?.due];
    case 'agencies':
      return depth === 2 ? facts.agencies[index]?.name : facts.agencies[index]?.tasks[Number(second)]?.text;
    default:
      return valueAt(facts, pointer);
  }
}
