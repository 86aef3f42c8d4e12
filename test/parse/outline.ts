import { parsePlan } from '../../src/parse/parse.ts';
import type { PlanNode } from '../../src/plan/tree.ts';
import { sourceOf } from './source-of.ts';

/** The tree of a normalised text in short: regions, and below them a line for each node, indented by its depth. */
export function outline(text: string): string {
  const source = sourceOf(text);
  const words = ({ start, end }: { start: number; end: number }): string => {
    const part = source.text.slice(start, end).replace(/\s+/g, ' ');
    return part.length > 32 ? `${part.slice(0, 31)}…` : part;
  };
  const lines = (node: PlanNode, indent: string): string[] => {
    if (node.type === 'paragraph') return [`${indent}¶ ${words(node.span)}`];
    if (node.type === 'planTable') {
      const caption = node.caption === null ? '' : ` “${words(node.caption)}”`;
      const size = `${node.children.length - node.header}×${node.children[0]?.children.length ?? 0}`;
      const furniture = node.children.filter((row) => row.furniture === true).length;
      const left = furniture === 0 ? '' : ` ⊖${furniture}`;
      return [`${indent}▦ ${node.header}+${size}${left}${caption}`];
    }
    const own = `${indent}${node.marker.raw} ${words(node.heading)}${node.titled ? ' ⏎' : ''}`;
    return [own, ...node.children.flatMap((child) => lines(child, `${indent}  `))];
  };
  return parsePlan(source)
    .children.flatMap(({ name, children }) => [name, ...children.flatMap((node) => lines(node, '  '))])
    .join('\n');
}
