import { region } from '../plan/tree.ts';
import { type Context, textOf } from './context.ts';
import { type DateMention, findDates } from './dates.ts';
import { Read } from './reading.ts';

/** What the plan covers, from its title, else from the sentence in which it is issued. */
export function extractPeriod(context: Context): Read<string> | null {
  const title = region(context.tree, 'title');
  const preamble = region(context.tree, 'preamble')?.children.at(-1);
  const issuing =
    preamble?.type === 'paragraph' && /ban hành|xây dựng|triển khai/iu.test(preamble.value)
      ? preamble
      : undefined;
  for (const part of [title, issuing]) {
    if (part === undefined) continue;
    const text = textOf(context.source, part.span);
    const dates =
      part === title
        ? findDates(text)
        : findDates(text).filter((date) => date.start > text.search(/kế hoạch/iu));
    const chosen = choose(withoutCitedDates(text, dates));
    if (chosen !== null) {
      const { start, end, value } = chosen;
      return new Read(value, { start: part.span.start + start, end: part.span.start + end });
    }
  }
  return null;
}

/** A title such as "thực hiện Nghị quyết số 5 ngày … năm 2020 … giai đoạn 2021 - 2025" has dates of other documents. */
function withoutCitedDates(text: string, dates: readonly DateMention[]): DateMention[] {
  return dates.filter(({ start, end, kind }) => {
    if (kind === 'day' && /\/\p{L}[\p{L}-]*\s*,?\s*$/u.test(text.slice(0, start))) return false;
    return !/(?:đại hội|nhiệm kỳ)\s*$/iu.test(text.slice(0, start)) && end > start;
  });
}

function choose(dates: readonly DateMention[]): DateMention | null {
  const order: DateMention['kind'][] = ['span', 'school-year', 'quarter', 'month', 'year', 'day'];
  for (const kind of order) {
    const found = dates.filter((date) => date.kind === kind);
    const last = found.at(-1);
    if (last !== undefined) return last;
  }
  return null;
}
