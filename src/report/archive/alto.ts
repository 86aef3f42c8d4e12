import type { Box, PlanRecord } from '../../plan/record.ts';
import type { LaidBlock, LaidLine, LaidWord } from './lettering.ts';

/** A page as its image shows it. */
export interface AltoPage {
  /** One-based. */
  page: number;
  /** Of the image, in pixels. */
  width: number;
  height: number;
  blocks: readonly LaidBlock[];
}

/**
 * The layout of a document as ALTO 4 (the Library of Congress's schema for recognised text): pages, blocks, lines and words in
 * reading order, places in pixels of the page's image from its top left, each word with its confidence (`WC`) and other
 * readings (`ALTERNATIVE`). Words read as the record has them, repaired.
 */
export function altoXml(record: PlanRecord, program: string, pages: readonly AltoPage[]): string {
  const { source } = record;
  const confidences = new Map(source.pages.map(({ page, confidence }) => [page, confidence]));
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.4">
  <Description>
    <MeasurementUnit>pixel</MeasurementUnit>
    <sourceImageInformation>
      <fileName>${escaped(source.path)}</fileName>
      <fileIdentifier fileIdentifierLocation="sha256">${source.sha256}</fileIdentifier>
    </sourceImageInformation>
    <Processing ID="kehoach">
      <processingSoftware>
        <softwareName>kehoach</softwareName>
        <softwareVersion>${escaped(program)}</softwareVersion>
      </processingSoftware>
    </Processing>
  </Description>
  <Layout>
${pages.map((page) => pageXml(page, confidences.get(page.page) ?? 0)).join('\n')}
  </Layout>
</alto>
`;
}

function pageXml({ page, width, height, blocks }: AltoPage, confidence: number): string {
  const scale: Scale = { width, height };
  const id = `p${page}`;
  const inner = blocks.map((block, index) => blockXml(block, `${id}_b${index + 1}`, scale)).join('\n');
  return `    <Page ID="${id}" PHYSICAL_IMG_NR="${page}" WIDTH="${width}" HEIGHT="${height}" PC="${confidence}">
      <PrintSpace HPOS="0" VPOS="0" WIDTH="${width}" HEIGHT="${height}">
${inner}
      </PrintSpace>
    </Page>`;
}

interface Scale {
  width: number;
  height: number;
}

function blockXml({ lines }: LaidBlock, id: string, scale: Scale): string {
  const inner = lines.map((line, index) => lineXml(line, `${id}_l${index + 1}`, scale)).join('\n');
  return `        <TextBlock ID="${id}" LANG="vi" ${place(around(lines.flat()), scale)}>
${inner}
        </TextBlock>`;
}

function lineXml(line: LaidLine, id: string, scale: Scale): string {
  const words = line.map((word, index) => wordXml(word, `${id}_w${index + 1}`, scale));
  return `          <TextLine ID="${id}" ${place(around(line), scale)}>
${words.join('\n            <SP/>\n')}
          </TextLine>`;
}

function wordXml({ content, confidence, box, readings }: LaidWord, id: string, scale: Scale): string {
  const start = `            <String ID="${id}" ${place(box, scale)} WC="${confidence}" CONTENT="${escaped(content)}"`;
  if (readings.length === 0) return `${start}/>`;
  const others = readings.map((reading) => `<ALTERNATIVE>${escaped(reading)}</ALTERNATIVE>`).join('');
  return `${start}>${others}</String>`;
}

function place([x, y, width, height]: Box, scale: Scale): string {
  const left = Math.round(x * scale.width);
  const top = Math.round(y * scale.height);
  const right = Math.round((x + width) * scale.width);
  const bottom = Math.round((y + height) * scale.height);
  return `HPOS="${left}" VPOS="${top}" WIDTH="${right - left}" HEIGHT="${bottom - top}"`;
}

function around(words: readonly LaidWord[]): Box {
  const left = Math.min(...words.map(({ box }) => box[0]));
  const top = Math.min(...words.map(({ box }) => box[1]));
  const right = Math.max(...words.map(({ box }) => box[0] + box[2]));
  const bottom = Math.max(...words.map(({ box }) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As XML 1.0 takes it: without the control characters that it has no way to write. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
