import type { PlanNode } from '../plan/tree.ts';
import { region } from '../plan/tree.ts';
import { type Context, textOf, trimSpan } from './context.ts';
import { Read } from './reading.ts';

const TYPE = /^\s*(?:dự thảo\s+|DỰ THẢO\s+|Dự thảo\s+)?(KẾ HOẠCH|Kế hoạch)\s*[.:]?\s*/u;
const ABOUT = /^(?:V\/v|Về việc|V\/V|VỀ VIỆC)\s*:?\s+/u;

/**
 * What stands where a title is missing: the legal bases one after the other, or the sentence that promulgates the plan.
 */
const OPENING = [
  /^(?:Căn cứ|Xét đề nghị|Theo đề nghị|Kính gửi|Để|Nhằm|Do)[\s:]/u,
  /[;:]$|(?:như|nội dung) sau$/u,
  /^V\/v\.?$/iu,
  /\.\s\p{Lu}\p{Ll}.{200}/u,
  /;\s+(?:Căn cứ|Nghị quyết|Quyết định|Chỉ thị|Công văn)\s/u,
  /(?:[ỦU][yỷ] ban nhân dân|UBND) [^;.]{2,80} (?:ban hành|xây dựng) [Kk]ế hoạch/u,
  /(?: số \S+\/\S+ ngày .*){3}/u,
];

/**
 * The type of document: its own line above the title (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 5), or where that is lost what the
 * symbol of its number says (phụ lục III).
 */
export function extractType(context: Context, number: Read<string> | null): Read<string> | null {
  const first = titleNodes(context)[0];
  const match = first?.type === 'paragraph' ? TYPE.exec(first.value) : null;
  if (first === undefined || match?.[1] === undefined) return typeOfSymbol(context, number);
  const start = first.span.start + match[0].indexOf(match[1]);
  return new Read('Kế hoạch', { start, end: start + match[1].length });
}

function typeOfSymbol({ source }: Context, number: Read<string> | null): Read<string> | null {
  const symbol = number === null ? null : /KH(?=\s?[-–/])/u.exec(textOf(source, number.span));
  if (number === null || symbol === null) return null;
  const start = number.span.start + symbol.index;
  return new Read('Kế hoạch', { start, end: start + symbol[0].length }, BY_SYMBOL);
}

const BY_SYMBOL = 0.95;

/** The trích yếu in one line, without KẾ HOẠCH and without "V/v". */
export function extractTitle(context: Context): Read<string> | null {
  const nodes = titleNodes(context);
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined || first.type !== 'paragraph') return null;
  const lead = TYPE.exec(first.value)?.[0].length ?? 0;
  const whole = { start: first.span.start + lead, end: last.span.end };
  const attached = attachment(context.source.text.slice(whole.start, whole.end));
  const span = trimSpan(context.source, { ...whole, end: whole.end - attached });
  const text = context.source.text.slice(span.start, span.end);
  const about = ABOUT.exec(text)?.[0].length ?? 0;
  const value = text.slice(about).replace(/\s+/g, ' ').trim();
  return value === '' || OPENING.some((pattern) => pattern.test(value))
    ? null
    : new Read(value, { start: span.start + about, end: span.end });
}

/** The length of "(Ban hành kèm theo Quyết định số …)", which says below a title what the plan is annexed to, and of "(Dự thảo)"; 0 where it is missing. */
export function attachment(title: string): number {
  const drafted = DRAFTED.exec(title)?.[0].length ?? 0;
  return drafted + (ATTACHED.exec(title.slice(0, title.length - drafted))?.[0].length ?? 0);
}

const ATTACHED = /\s*\((?:ban hành\s+)?kèm\s+theo\s[^()]*\)?\s*$/iu;
const DRAFTED = /\s*\(\s*(?:bản\s+)?dự thảo[^()]{0,20}\)\s*$/iu;

function titleNodes(context: Context): readonly PlanNode[] {
  return region(context.tree, 'title')?.children ?? [];
}
