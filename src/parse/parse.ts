import { unified } from 'unified';
import type { SourceText } from '../plan/source-text.ts';
import type { PlanNode, PlanRoot } from '../plan/tree.ts';
import { planRegions } from './regions.ts';
import { planSections } from './sections.ts';
import { planTables } from './tables.ts';

const structures = unified().use(planTables).use(planRegions).use(planSections).freeze();

/**
 * Parses a plan's normalised text into its tree. The blocks are paragraphs already, so no Markdown parser reads
 * them again: what looks like Markdown in a plan (`1986. …`, an indented letterhead) is not.
 */
export function parsePlan(source: SourceText): PlanRoot {
  const children = source.blocks.map((block): PlanNode => {
    const span = { start: block.start, end: block.end };
    const value = source.text.slice(block.start, block.end);
    if (block.cells === undefined) return { type: 'paragraph', value, span };
    const cells = block.cells.map((cell) => ({
      type: 'planTableCell' as const,
      value: source.text.slice(cell.start, cell.end),
      span: cell,
    }));
    return {
      type: 'planTable',
      span,
      page: block.page,
      caption: null,
      header: 0,
      children: [{ type: 'planTableRow', span, children: cells }],
    };
  });
  const span = { start: 0, end: source.text.length };
  return structures.runSync({ type: 'root', children: [{ type: 'region', name: 'body', span, children }] });
}
