import type { SourceText } from '../../src/plan/source-text.ts';
import type { PlanNode, PlanRegion, PlanRoot, RegionName } from '../../src/plan/tree.ts';

/** Lines that stand in the right column of a letterhead, or centred above a signature. */
const MOTTO = /^(?:cộng hòa xã hội|độc lập\s*-)/iu;
const PLACE_AND_DATE = /,\s*ng\p{L}+\s.*th\p{L}+\s.*n\p{L}+\s/iu;

const STYLE = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt Tinos; } }
@page :first { @top-center { content: none; } }
body { font: 14pt/1.3 Tinos, "Times New Roman", serif; margin: 0; }
p { margin: 4pt 0; text-align: justify; text-indent: 12.7mm; }
.head { display: grid; grid-template-columns: 2fr 3fr; gap: 4mm; text-align: center; font-size: 13pt; }
.head p, .title p, .sign p { text-align: center; text-indent: 0; margin: 1pt 0; }
.head .motto, .title p, .sign p { font-weight: bold; }
.head .date { font-style: italic; }
.title { margin: 14pt 0; }
.foot { display: grid; grid-template-columns: 1fr 1fr; margin-top: 12pt; break-inside: avoid; }
.to p { font-size: 11pt; text-indent: 0; text-align: left; margin: 0; }
.to p:first-child { font: italic bold 12pt Tinos; }
.sign p:last-child { margin-top: 28mm; }
table { border-collapse: collapse; width: 100%; font-size: 12pt; margin: 6pt 0; }
td { border: 0.6pt solid black; padding: 2pt 4pt; vertical-align: middle; }
tr { break-inside: avoid; }
.annex { break-before: page; }
`;

/** A plan as an official page of HTML: letterhead in two columns, title, body, ruled tables, signature (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export function officialPage(source: SourceText, tree: PlanRoot): string {
  const parts = tree.children.map((region) => regionHtml(source, region, tree));
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${parts.join('\n')}</body></html>`;
}

function regionHtml(source: SourceText, region: PlanRegion, tree: PlanRoot): string {
  const text = (node: PlanNode): string => source.text.slice(node.span.start, node.span.end);
  const paragraphs = (nodes: readonly PlanNode[]): string =>
    nodes.map((node) => nodeHtml(source, node)).join('\n');
  const named = (name: RegionName) => tree.children.find((other) => other.name === name);
  switch (region.name) {
    case 'letterhead': {
      const right = region.children.filter(
        (node) => MOTTO.test(text(node)) || PLACE_AND_DATE.test(text(node)),
      );
      const left = region.children.filter((node) => !right.includes(node));
      const line = (node: PlanNode): string => {
        const kind = PLACE_AND_DATE.test(text(node)) ? 'date' : /^số/iu.test(text(node)) ? 'number' : 'motto';
        return `<p class="${kind}">${escaped(text(node))}</p>`;
      };
      return `<div class="head"><div>${left.map(line).join('')}</div><div>${right.map(line).join('')}</div></div>`;
    }
    case 'title':
      return `<div class="title">${region.children.map((node) => `<p>${escaped(text(node))}</p>`).join('')}</div>`;
    case 'recipients': {
      const signature = named('signature')?.children ?? [];
      const lines = (nodes: readonly PlanNode[]): string =>
        nodes
          .flatMap((node) => linesOf(source, node))
          .map((line) => `<p>${escaped(line)}</p>`)
          .join('');
      return `<div class="foot"><div class="to">${lines(region.children)}</div><div class="sign">${lines(signature)}</div></div>`;
    }
    case 'signature':
      return named('recipients') === undefined
        ? `<div class="foot"><div></div><div class="sign">${region.children.map((node) => `<p>${escaped(text(node))}</p>`).join('')}</div></div>`
        : '';
    case 'annex':
      return `<div class="annex">${paragraphs(region.children)}</div>`;
    default:
      return paragraphs(region.children);
  }
}

function linesOf(source: SourceText, node: PlanNode): string[] {
  return source.text.slice(node.span.start, node.span.end).split('\n');
}

function nodeHtml(source: SourceText, node: PlanNode): string {
  if (node.type === 'planTable') {
    const rows = node.children.map(
      (row, index) =>
        `<tr>${row.children.map((cell) => `<td>${index < node.header ? `<b>${escaped(cell.value)}</b>` : escaped(cell.value)}</td>`).join('')}</tr>`,
    );
    return `<table>${rows.join('\n')}</table>`;
  }
  if (node.type === 'section') {
    const heading = source.text.slice(node.marker.start, node.heading.end);
    const shown = node.titled ? `<b>${escaped(heading)}</b>` : escaped(heading);
    return [`<p>${shown}</p>`, ...node.children.map((child) => nodeHtml(source, child))].join('\n');
  }
  return `<p>${escaped(source.text.slice(node.span.start, node.span.end))}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
