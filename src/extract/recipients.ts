import type { Span } from '../plan/source-text.ts';
import { type PlanParagraph, region } from '../plan/tree.ts';
import { type Context, trimSpan } from './context.ts';
import { Read } from './reading.ts';

/** The entries of "Nơi nhận" (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 9), the line of the archive copy among them. */
export function extractRecipients(context: Context): Read<string>[] {
  const list = region(context.tree, 'recipients')?.children ?? [];
  const parts = list.flatMap((node): { value: string; span: Span }[] =>
    node.type === 'paragraph' ? partsOf(node, context.source.text) : [],
  );
  const archive = parts.findIndex(({ value }) => /^[-–•+*\s]*Lưu\s*:/iu.test(value));
  return parts.flatMap((node, index) => {
    // The drafter's own number and initials below the archive line.
    if (archive >= 0 && index > archive && /^[\d\s\p{Lu}._*-]{1,14}$/u.test(node.value)) return [];
    const lead = /^(?:Nơi nhận\s*:?)?\s*[-–•+*]*\s*/iu.exec(node.value)?.[0].length ?? 0;
    let { start, end } = trimSpan(context.source, { start: node.span.start + lead, end: node.span.end });
    // Drafters' initials and paraphs ("h.v") stand behind the archive line.
    end -=
      /[\s.;]+(?:\p{Ll}{1,2}\.)+\p{Ll}{0,2}\.?$/u.exec(context.source.text.slice(start, end))?.[0].length ??
      0;
    // A paraph read into the drafting unit's abbreviation, which is all capitals.
    end -=
      /^Lưu.*\p{Lu}{3}(\p{Lu}\p{Ll}{1,4})[.;]?$/u.exec(context.source.text.slice(start, end))?.[1]?.length ??
      0;
    // A paraph beside the list is read as specks and a letter.
    end -=
      /\s*[;.]\s*:?\s*[A-Za-zÀ-\u036fḀ-ỹ]$/u.exec(context.source.text.slice(start, end))?.[0].length ?? 0;
    const entry = context.source.text.slice(start, end);
    const text = entry
      .replace(entry.startsWith('Lưu') ? /\s*[;:]\s*(?=\()/g : /\s*[;,:]\s*(?=\()/g, ' ')
      .replace(/\s+/g, ' ');
    while (start < end && /\s/.test(context.source.text[start] ?? '')) start += 1;
    return /[A-Za-zÀ-\u036fḀ-ỹ\d]/u.test(text) ? [new Read(text, { start, end })] : [];
  });
}

/** "Nơi nhận: Như trên; Lưu: VT.": the entries of a list on one line; any other paragraph is one. */
function partsOf({ value, span }: PlanParagraph, text: string): { value: string; span: Span }[] {
  const whole = text.slice(span.start, span.end);
  if (!ONE_LINE.test(whole)) return [{ value, span }];
  const parts: { value: string; span: Span }[] = [];
  let start = 0;
  for (const { index, 0: mark } of whole.matchAll(/;\s+(?!\()/gu)) {
    parts.push(part(whole, span.start, start, index));
    start = index + mark.length;
  }
  return [...parts, part(whole, span.start, start, whole.length)];
}

function part(whole: string, from: number, start: number, end: number): { value: string; span: Span } {
  return { value: whole.slice(start, end), span: { start: from + start, end: from + end } };
}

const ONE_LINE = /^[^\n]*;[^\n]*;\s*[-–]?\s*Lưu\s*:|^Nơi nhận\s*:[^\n]+;\s*[-–]?\s*Lưu\s*:/iu;
