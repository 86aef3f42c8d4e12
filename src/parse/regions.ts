import type { Plugin } from 'unified';
import { fold } from '../lexicon/fold.ts';
import { isNameLine, isOtherPartLine, isPartLine } from '../lexicon/name-lines.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { personName } from '../lexicon/persons.ts';
import { CAPACITY } from '../lexicon/signing.ts';
import type { PlanNode, PlanRegion, PlanRoot, RegionName } from '../plan/tree.ts';
import { markerOf } from './markers.ts';

/** How far down the type of document may stand. */
const HEAD_NODES = 25;

const TYPE_LINE = /^(?:du thao )?ke hoach\s*[.:]?$/;
const TYPE_WITH_TITLE = /^KẾ HOẠCH\s+\S/u;
/** What only the head of a document has. */
const BEGINNING = /^(?:cong hoa xa hoi chu nghia viet nam|(?:du thao )?ke hoach)$/;
const PREAMBLE_OPENER =
  /^(?:can cu|thuc hien|trien khai|theo |nham |de |tren co so|xet |kinh gui|uy ban nhan dan|ubnd |ban chi dao|tiep tuc|phat huy|chao mung|hang nam)/;
const SIGNATURE_LINE = new RegExp(`^${CAPACITY}`, 'u');
const ANNEX_HEADING = /^(?:phu luc|phu bieu|bieu so|bieu mau|mau bieu|mau so|bieu \d+|danh muc)(?:\s|$|:|\.)/;
const CLOSING =
  /^(?:tren day la|(?:trong )?qua trinh|uy ban nhan dan|ubnd |can cu (?:noi dung )?ke hoach|yeu cau (?:thu truong|cac|giam doc)|de nghi (?:cac|thu truong|giam doc)|ke hoach nay|noi dung ke hoach|nhan duoc ke hoach|thu truong cac|giao (?:so|van phong|chanh))/;
/** What charges a body where the paragraphs of the part on organisation have no numbers. */
const CHARGES =
  /^(?:uy ban nhan dan|ubnd |thu truong cac|giao |(?:yeu cau|de nghi) (?:cac|thu truong|giam doc))/;
const ASKS = /(?:^|\s)(?:yeu cau|de nghi|thu truong cac)\s|nghiem tuc/;
/** What the last paragraph asks of everybody, however it begins. */
const ASKS_ALL =
  /(?:ubnd|uy ban nhan dan)[^.;]{0,40}(?:yeu cau|de nghi)[^.;]{0,20}(?:cac so|thu truong|giam doc|cac co quan|cac don vi)/;
const ENDED = /\.\s*\/\s*\.?[^A-Za-zÀ-\u036fḀ-ỹ]*$/u;
/** "Nơi nhận: Như trên; Lưu: VT.": all recipients on one line. */
const ONE_LINE_LIST = /^[*_]*Nơi nhận\s*:[^\n]{3,600};\s*[-–]?\s*Lưu\s*:/iu;
/** That a copy's original is signed. */
const SIGNED = /^[([]?\s*(?:đã ký(?: số)?|ký tên)(?:,? (?:và )?đóng dấu)?\s*[)\]]?$/iu;
/** What a digital signature shows. */
const STAMPED =
  /^(?:người ký|ký bởi|được ký bởi|ký số bởi|chữ ký số|cơ quan|tổ chức|thời gian ký|ngày ký|email|thư điện tử|signature|signed by|digitally signed)(?=\s*:|\s+by\s)/iu;
const OFFICE = /^[\p{Lu}\s.,;:()-]+$/u;

/**
 * Divides the plan into the parts of Nghị định 30/2020/NĐ-CP, phụ lục I: letterhead, type and title, preamble,
 * numbered body, closing words, recipients, signature, annexes. A part that is missing has no region.
 */
export const planRegions: Plugin<[], PlanRoot, PlanRoot> = () => (tree) => ({
  ...tree,
  children: divide(tree.children.flatMap((region) => region.children)),
});

function divide(nodes: readonly PlanNode[]): PlanRegion[] {
  return promulgated(nodes) ?? dividePlan(nodes);
}

/** "QUYẾT ĐỊNH … ban hành kèm theo Quyết định này Kế hoạch …": head, bases and signature are the decision's. */
function promulgated(nodes: readonly PlanNode[]): PlanRegion[] | null {
  const texts = nodes.map((node) => (node.type === 'paragraph' ? node.value : ''));
  const decision = texts.findIndex(
    (text, index) =>
      index < HEAD_NODES && text.length < 20 && /^(?:quyet dinh|nghi quyet)\s*:?$/.test(fold(text)),
  );
  if (decision < 0) return null;
  const plan = texts.findIndex(
    (text, index) => index > decision && (TYPE_LINE.test(fold(text)) || TYPE_WITH_TITLE.test(text)),
  );
  const attached =
    plan < 0
      ? undefined
      : texts.slice(plan, plan + 6).find((text) => /^\(?\s*(?:ban hanh )?kem theo/.test(fold(text)));
  if (attached === undefined) return null;
  const head = dividePlan(nodes.slice(0, plan));
  const own = dividePlan(
    nodes.slice(plan).filter((node) => node.type !== 'paragraph' || node.value !== attached),
  );
  const bases = nodes
    .slice(decision + 1, plan)
    .filter((node) => node.type === 'paragraph' && /^(?:can cu|thuc hien|theo|xet)\s/.test(fold(node.value)));
  const taken = new Set<RegionName>(['title', 'preamble', 'body', 'closing', 'annex', 'other']);
  return [
    ...regionOf('letterhead', nodes.slice(0, decision)),
    ...own.filter((region) => region.name === 'title'),
    ...regionOf('preamble', bases),
    ...own.filter((region) => taken.has(region.name) && region.name !== 'title'),
    ...head.filter((region) => region.name === 'recipients' || region.name === 'signature'),
  ];
}

function regionOf(name: RegionName, children: readonly PlanNode[]): PlanRegion[] {
  const first = children[0];
  const last = children.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    { type: 'region', name, span: { start: first.span.start, end: last.span.end }, children: [...children] },
  ];
}

function dividePlan(nodes: readonly PlanNode[]): PlanRegion[] {
  const texts = nodes.map((node) => (node.type === 'paragraph' ? node.value : ''));
  const head = headOf(texts);
  const tail = tailOf(nodes, texts, head.bodyStart);
  const closing = closingStart(nodes, texts, head.bodyStart, tail.start);
  const regions: PlanRegion[] = [];
  const add = (name: RegionName, children: readonly PlanNode[]): void => {
    regions.push(...regionOf(name, children));
  };
  add('letterhead', nodes.slice(0, head.letterheadEnd));
  add('title', nodes.slice(head.letterheadEnd, head.titleEnd));
  add('preamble', nodes.slice(head.titleEnd, head.bodyStart));
  add('body', nodes.slice(head.bodyStart, closing));
  add('closing', nodes.slice(closing, tail.start));
  add('recipients', tail.recipients);
  add('signature', tail.signature);
  for (const annex of annexesOf(nodes.slice(tail.end), texts.slice(tail.end))) add(annex.name, annex.nodes);
  return regions;
}

function headOf(texts: readonly string[]): { letterheadEnd: number; titleEnd: number; bodyStart: number } {
  const top = texts.slice(0, HEAD_NODES);
  const bodyFrom = (from: number): number => {
    const found = texts.findIndex((text, index) => {
      if (index < from) return false;
      const style = markerOf(text, 0)?.style;
      if (style === 'roman' || style === 'part' || style === 'arabic' || isPartLine(text)) return true;
      // Without a title above it, a line in capitals may be that.
      return from > 0 && isOtherPartLine(text);
    });
    return found < 0 ? texts.length : found;
  };
  let type = top.findIndex((text) => TYPE_LINE.test(fold(text)));
  const withTitle = type < 0;
  if (withTitle) type = top.findIndex((text) => TYPE_WITH_TITLE.test(text));
  if (type < 0) {
    const bodyStart = bodyFrom(0);
    const letterheadEnd = Math.min(
      bodyStart,
      top.findLastIndex(
        (text) => /^(?:số|sô)\s*:|ngày\s.*tháng\s.*năm|hanh phuc/iu.test(text) && text.length < 120,
      ) + 1,
    );
    let titleEnd = letterheadEnd;
    while (titleEnd < bodyStart && isShoutedTitle(texts[titleEnd] ?? '')) titleEnd += 1;
    return { letterheadEnd, titleEnd, bodyStart };
  }
  let titleEnd = type + 1;
  if (!withTitle && titleEnd < texts.length && markerOf(texts[titleEnd] ?? '', 0) === null) titleEnd += 1;
  while (titleEnd < texts.length && continuesTitle(texts[titleEnd - 1] ?? '', texts[titleEnd] ?? ''))
    titleEnd += 1;
  return { letterheadEnd: type, titleEnd, bodyStart: Math.max(titleEnd, bodyFrom(titleEnd)) };
}

/** Where the type's own line is lost, the title can still be told by its capitals. */
function isShoutedTitle(text: string): boolean {
  return text.length > 15 && OFFICE.test(text.replace(/[\d/“”"%]/g, '')) && markerOf(text, 0) === null;
}

function continuesTitle(title: string, next: string): boolean {
  const capitals = OFFICE.test(title) && !/\p{Ll}/u.test(next);
  if (next === '' || next.length > (capitals ? 600 : 200)) return false;
  if (/[.;:,]$/.test(next) || markerOf(next, 0) !== null) return false;
  if (/^\p{Ll}/u.test(next)) return true;
  if (OFFICE.test(title) && title.length > 3)
    return OFFICE.test(next) || !/\p{Ll}/u.test(next.replace(/[“"].*?[”"]/g, ''));
  return !PREAMBLE_OPENER.test(fold(next));
}

interface Tail {
  start: number;
  end: number;
  recipients: PlanNode[];
  signature: PlanNode[];
}

/** The list of recipients and the signature, in whichever order or mixture they were read. */
function tailOf(nodes: readonly PlanNode[], texts: readonly string[], from: number): Tail {
  const list = texts.findIndex(
    (text, index) =>
      index >= from && (text.length < 40 || ONE_LINE_LIST.test(text)) && /^noi nhan\b/.test(fold(text)),
  );
  const sign = texts.findIndex(
    (text, index) =>
      index >= from && SIGNATURE_LINE.test(text) && text.length < 80 && (list < 0 || index > list - 8),
  );
  const starts = [list, sign].filter((index) => index >= 0);
  const tail: Tail = { start: nodes.length, end: nodes.length, recipients: [], signature: [] };
  if (starts.length === 0) return tail;
  tail.start = Math.min(...starts);
  let named = false;
  let listing = false;
  for (let i = tail.start; i < nodes.length; i++) {
    tail.end = i;
    const node = nodes[i];
    const text = texts[i] ?? '';
    const folded = fold(text);
    if (node === undefined || node.type !== 'paragraph' || ANNEX_HEADING.test(folded)) return tail;
    if (BEGINNING.test(folded)) return tail;
    if (/^noi nhan\b/.test(fold(text))) {
      listing = true;
      tail.recipients.push(node);
    } else if (/^[-–•+]/.test(text) || /^Như trên/iu.test(text)) tail.recipients.push(node);
    else if (isSignature(text)) {
      named ||= personName(text) !== null;
      tail.signature.push(node);
    } else if (SIGNED.test(text) || STAMPED.test(text)) tail.signature.push(node);
    else if (listing && !named && text.length < 120) tail.recipients.push(node);
    else if (named || text.length > 60) return tail;
    else tail.signature.push(node);
  }
  tail.end = nodes.length;
  return tail;
}

function isSignature(text: string): boolean {
  if (text.length > 80) return false;
  return (
    SIGNATURE_LINE.test(text) || (OFFICE.test(text) && /\p{Lu}{2}/u.test(text)) || personName(text) !== null
  );
}

/** The closing words are paragraphs without a number behind the last item of the body. */
function closingStart(
  nodes: readonly PlanNode[],
  texts: readonly string[],
  from: number,
  to: number,
): number {
  let first = to;
  while (
    first > from &&
    nodes[first - 1]?.type === 'paragraph' &&
    markerOf(texts[first - 1] ?? '', 0) === null
  ) {
    first -= 1;
  }
  // Where bodies' names head what they are to do, no paragraph has a number: the first below the last name goes with it.
  const named = texts.slice(first, to - 1).findLastIndex(isNameLine);
  if (named >= 0) first = Math.min(to, first + named + 2);
  const charged = isChargedInParagraphs(texts[first - 1] ?? '');
  const charges = (i: number): boolean => {
    const text = fold(texts[i] ?? '');
    return charged && CHARGES.test(text) && !(i === to - 1 && ASKS.test(text));
  };
  for (let i = first; i < to; i++) if (CLOSING.test(fold(texts[i] ?? '')) && !charges(i)) return i;
  const last = texts[to - 1] ?? '';
  if (first < to && ASKS_ALL.test(fold(last))) return to - 1;
  const before = texts[to - 2] ?? '';
  return first < to && ENDED.test(last) && /[.;]$/.test(before) && !charges(to - 1) ? to - 1 : to;
}

/** Whether the last heading before paragraphs is that of the part on organisation. */
function isChargedInParagraphs(heading: string): boolean {
  return (
    heading.length < 120 && markerOf(heading, 0) !== null && organisationLexicon().isOrganisation(heading)
  );
}

function annexesOf(
  nodes: readonly PlanNode[],
  texts: readonly string[],
): { name: RegionName; nodes: PlanNode[] }[] {
  const parts: { name: RegionName; nodes: PlanNode[] }[] = [];
  nodes.forEach((node, index) => {
    const text = texts[index] ?? '';
    const folded = fold(text);
    const heading = ANNEX_HEADING.test(folded) && text.length < 160;
    const last = parts.at(-1);
    if (last?.name === 'other') {
      last.nodes.push(node);
      return;
    }
    if (BEGINNING.test(folded)) {
      parts.push({ name: 'other', nodes: [node] });
      return;
    }
    if (heading) parts.push({ name: 'annex', nodes: [node] });
    else if (last === undefined)
      parts.push({ name: node.type === 'planTable' ? 'annex' : 'closing', nodes: [node] });
    else last.nodes.push(node);
  });
  return parts;
}
