import { type PlanNode, region } from '../plan/tree.ts';
import { type Context, textOf } from './context.ts';
import { type DateMention, findDates } from './dates.ts';
import { Read } from './reading.ts';
import { attachment } from './title.ts';

/** What the plan covers, from its title, else from the sentence in which it is issued. */
export function extractPeriod(context: Context): Read<string> | null {
  for (const [part, from] of [[region(context.tree, 'title'), 0], issuing(context)] as const) {
    if (part === undefined) continue;
    const whole = textOf(context.source, part.span);
    const text = whole.slice(0, whole.length - attachment(whole));
    const named = findDates(text);
    const bare = bareYears(text).filter(({ end }) => !named.some((date) => date.end === end));
    const dates = [...named, ...bare].filter((date) => date.start >= from);
    const chosen = choose(text, withoutOthers(text, dates));
    if (chosen !== null) {
      const { start, end, value } = chosen;
      return new Read(value, { start: part.span.start + start, end: part.span.start + end });
    }
  }
  return null;
}

/** The last paragraph of the preamble, or the last that announces what follows, from the words that issue the plan. */
function issuing(context: Context): [PlanNode | undefined, number] {
  const paragraphs = region(context.tree, 'preamble')?.children ?? [];
  for (const node of [paragraphs.at(-1), paragraphs.findLast(announces)]) {
    const from = node === undefined ? null : issuedFrom(context, node);
    if (from !== null) return [node, from];
  }
  return [undefined, 0];
}

/** "…, cụ thể như sau:" */
function announces(node: PlanNode): boolean {
  return node.type === 'paragraph' && /:\s*$/u.test(node.value);
}

function issuedFrom(context: Context, node: PlanNode): number | null {
  const verbs = [
    ...textOf(context.source, node.span).matchAll(
      /(?:ban hành|xây dựng|phát động|lập|triển khai)\s+(?:kế hoạch|đợt|phong trào)/giu,
    ),
  ];
  return verbs.at(-1)?.index ?? null;
}

/** "AN TOÀN GIAO THÔNG 2023": a title may end in its year alone, or in where the year's work is. */
function bareYears(text: string): DateMention[] {
  const match =
    /(?<=[A-Za-zÀ-\u036fḀ-ỹ]\s+(?:[-–]\s*)?|20\d{2}\s*,\s+)(20\d{2})(?=\s*[”"]?\s*(?:(?:trên|tại) (?:địa bàn )?(?:toàn )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường)(?:\s\p{L}+){0,5}\s*)?$)/iu.exec(
      text,
    );
  return match?.[1] === undefined
    ? []
    : [{ value: match[1], kind: 'year', start: match.index, end: match.index + 4 }];
}

/** A title such as "thực hiện Nghị quyết số 5 ngày … năm 2020 … giai đoạn 2021 - 2025" has dates of other documents. */
function withoutOthers(text: string, dates: readonly DateMention[]): DateMention[] {
  const own = dates.filter(({ start, end, kind }) => {
    if (kind === 'day' || isQuoted(text, start)) return false;
    const words = text.slice(Math.max(0, start - 60), end);
    // "Chương trình … giai đoạn 2021 - 2025 năm 2024": the programme's span is not the plan's where a year follows.
    const later = dates.some(
      (other) =>
        other.kind === 'year' &&
        other.start >= end &&
        !/định hướng|tầm nhìn|đến|tới/iu.test(text.slice(end, other.start)),
    );
    if (kind === 'span' && later) return false;
    return !/(?:đại hội|nhiệm kỳ)\s/iu.test(words);
  });
  // "đến năm 2025, định hướng đến năm 2030": what is looked ahead to is not covered.
  const covered = own.filter(({ start }) => !OUTLOOK.test(text.slice(0, start)));
  return covered.length > 0 ? covered : own;
}

const OUTLOOK =
  /(?:định hướng|tầm nhìn)(?:\s+(?:phát triển|đến|tới|hết|cuối))*\s*$|tầm nhìn(?:\s+(?:đến|tới|hết|cuối|năm))+\s*$/iu;

/** What stands in quotation marks is another document's name. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('“') > before.lastIndexOf('”') && text.includes('”', at);
}

function choose(text: string, dates: readonly DateMention[]): DateMention | null {
  const order: DateMention['kind'][] = ['span', 'school-year', 'quarter', 'month', 'year'];
  for (const kind of order) {
    const found = dates.filter((date) => date.kind === kind);
    const last = found.at(-1);
    if (last !== undefined) return kind === 'year' ? yearsTogether(text, found) : last;
  }
  return null;
}

/** "năm 2025 và năm 2026", "năm 2025, 2026": years that are named together are covered both. */
function yearsTogether(text: string, years: readonly DateMention[]): DateMention | null {
  const last = years.at(-1);
  const before = years.at(-2);
  if (last === undefined) return null;
  if (before === undefined || before.value >= last.value) return last;
  return TOGETHER.test(text.slice(before.end, last.start))
    ? { value: `${before.value}/${last.value}`, kind: 'span', start: before.start, end: last.end }
    : last;
}

const TOGETHER = /^(?:\s*,|\s+và)\s+$/u;
