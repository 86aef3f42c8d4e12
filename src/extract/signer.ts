import type { Span } from '../plan/source-text.ts';
import { region } from '../plan/tree.ts';
import { type Context, trimSpan } from './context.ts';
import { Read, Whole } from './reading.ts';

const CAPACITY = /^(?:TM|KT|TL|TUQ|Q)\s*\./u;
const NAME = /^(?:(?:PGS|GS|TS|ThS|BS|CN|KS)\.?\s*)*((?:\p{Lu}[\p{Ll}'’]*\.?\s+){1,5}\p{Lu}[\p{Ll}'’]+)$/u;
/** Words that keep a capital inside an office: "Chủ tịch UBND", "Trưởng Ban Chỉ đạo". */
const ABBREVIATION = /^(?:UBND|HĐND|MTTQ|BCĐ|TP)$/u;

/** Who signed, in what office and on whose behalf (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 7). */
export function extractSigner(context: Context): Whole | null {
  const lines = (region(context.tree, 'signature')?.children ?? []).flatMap((node) => {
    if (node.type !== 'paragraph') return [];
    const lead = /^[\s*•-]*/u.exec(node.value)?.[0].length ?? 0;
    const span = trimSpan(context.source, { start: node.span.start + lead, end: node.span.end });
    return [{ span, text: context.source.text.slice(span.start, span.end) }];
  });
  const named = lines.findLast(({ text }) => NAME.test(text) && !CAPACITY.test(text));
  if (named === undefined) return null;
  const name = NAME.exec(named.text)?.[1] ?? named.text;
  const nameStart = named.span.start + named.text.lastIndexOf(name);
  const capacity = lines.filter(({ text }) => CAPACITY.test(text));
  const offices = lines.filter(
    (line) => line !== named && !CAPACITY.test(line.text) && /^[\p{Lu}\s,.()-]{5,}$/u.test(line.text),
  );
  return new Whole({
    name: new Read(name, { start: nameStart, end: nameStart + name.length }),
    position: joined(offices, (text) => sentenceCase(text)),
    capacity: joined(capacity, (text) => text.replace(/\s+/g, ' ')),
  });
}

function joined(
  lines: readonly { span: Span; text: string }[],
  word: (text: string) => string,
): Read<string> | null {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  return new Read(lines.map(({ text }) => word(text)).join('; '), {
    start: first.span.start,
    end: last.span.end,
  });
}

function sentenceCase(text: string): string {
  const words = text.trim().split(/\s+/);
  return words
    .map((word, index) => {
      if (ABBREVIATION.test(word)) return word;
      const lower = word.toLowerCase();
      // "Phó Chủ tịch": the office keeps its capital behind Phó.
      const afterDeputy = index === 1 && words[0]?.toLowerCase() === 'phó';
      return index === 0 || afterDeputy ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    })
    .join(' ');
}
