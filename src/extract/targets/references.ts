import { indicator } from '../../lexicon/indicators.ts';
import { wording } from '../../lexicon/patterns.ts';
import type { Target } from '../../plan/record.ts';
import type { Span } from '../../plan/source-text.ts';
import { CERTAINTY } from '../certainty.ts';
import { type Context, type Passage, trimSpan } from '../context.ts';
import { Read, type Reading, Whole } from '../reading.ts';
import { joinedIndicators } from './counted.ts';
import { dueOf } from './due.ts';
import { groupBefore } from './groups-before.ts';

/** A ceiling or floor set against a reference: "bằng hoặc thấp hơn tỷ lệ nợ bình quân của cả nước". */
export const REFERENCE = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(bằng hoặc thấp hơn|không vượt quá|không cao hơn|thấp hơn|không quá|dưới|bằng hoặc cao hơn|không thấp hơn|cao hơn|vượt|trên)\s+((?:(?:mức|tỷ lệ|tỉ lệ|số)\s+[^.;,:]{0,60}?)?(?:bình quân|trung bình)[^.;,:]{0,40}?(?:cả nước|toàn quốc|khu vực(?:\s(?:đồng bằng|miền núi|trung du|Đông|Tây|duyên hải)[^.;,:]{0,30})?|vùng[^.;,:]{0,30}|cả tỉnh|toàn tỉnh|quốc gia|(?:của|toàn)\s+(?:tỉnh|thành phố|huyện|ngành)|(?:của\s)?các\s(?:tỉnh|thành phố|huyện|xã|địa phương|quận|nước)(?:\s(?!vào\s|đến\s|tới\s|và\s|năm\s|trong năm)[^\s.;,:]+){0,6}))/iu,
);
export const REFERENCE_RELATION: Record<string, Target['relation']> = {
  'bằng hoặc thấp hơn': '<=',
  'không vượt quá': '<=',
  'không cao hơn': '<=',
  'không quá': '<=',
  'thấp hơn': '<',
  dưới: '<',
  'bằng hoặc cao hơn': '>=',
  'không thấp hơn': '>=',
  'cao hơn': '>',
  vượt: '>',
  trên: '>',
};

/** The target that a match of REFERENCE in a passage sets; `named` is its label where that stands further before. */
export function referenceTarget(
  context: Context,
  passage: Passage,
  match: RegExpMatchArray,
  period: Read<string> | null,
  named: Span | null,
): Whole | null {
  const [, relationWords = '', reference = ''] = match;
  const index = match.index ?? 0;
  const start = passage.start + index;
  const sentence = referenceStart(passage.text, index);
  const lead =
    /^(?:(?:phấn đấu|giảm|đảm bảo|bảo đảm|duy trì|giữ|đưa|thực hiện|và|để|có)\s+)+/iu.exec(
      passage.text.slice(sentence, index),
    )?.[0].length ?? 0;
  const label = trimSpan(
    context.source,
    named === null
      ? { start: passage.start + sentence + lead, end: start }
      : { start: passage.start + named.start, end: passage.start + named.end },
  );
  const words = oneLine(context, label);
  if (/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ước|đã|hiện)\s+đạt(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words)) return null;
  const id = joinedIndicators(words)[0] ?? null;
  if (!/[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(words) || (id === null && !/tỷ lệ|tỉ lệ|số|mức/iu.test(words)))
    return null;
  const relation = REFERENCE_RELATION[relationWords.toLowerCase()] ?? '=';
  const span = { start, end: start + match[0].length };
  const referenceSpan = { start: span.end - reference.length, end: span.end };
  const share =
    /tỷ lệ|tỉ lệ|%/iu.test(`${words} ${reference}`) || (id !== null && indicator(id)?.unit === '%');
  // "Tỷ lệ học sinh tốt nghiệp cao hơn bình quân chung của cả nước": whose rate it is.
  const those =
    named === null && /^(?:tỷ lệ|tỉ lệ)\s/iu.test(words)
      ? groupBefore(
          passage.text,
          { start: label.start - passage.start, end: label.end - passage.start },
          { measure: 'share' },
        )
      : null;
  const group =
    those === null
      ? null
      : trimSpan(context.source, { start: passage.start + those.start, end: passage.start + those.end });
  return new Whole(
    {
      indicator: id === null ? null : new Read(id, label, CERTAINTY.target.indicator),
      label: new Read(words, label, CERTAINTY.target.label),
      group: group === null ? null : new Read(oneLine(context, group), group, CERTAINTY.target.group),
      measure: new Read(share ? 'share' : 'count', label),
      change: null,
      relation: new Read(relation, span),
      value: null,
      unit: group === null ? null : new Read('%', label, CERTAINTY.target.unit),
      of: group === null ? null : new Read('group', label, CERTAINTY.target.of),
      reference: new Read(reference.replace(/\s+/g, ' '), referenceSpan),
      due: dueOf(
        context,
        passage,
        { start: index, end: index + match[0].length },
        index + match[0].length,
        period,
      ),
      place: null,
      from: null,
    } satisfies Record<keyof Target, Reading>,
    { start: label.start, end: span.end },
  );
}

/** Behind the last sentence; or behind the last comma where what follows names a level by itself. */
function referenceStart(text: string, index: number): number {
  const head = text.slice(0, index);
  const stops = [...head.matchAll(/[.;]\s/g)].map((stop) => stop.index + stop[0].length);
  const sentence = Math.max(0, ...stops);
  const comma = head.lastIndexOf(', ');
  const rest = head.slice(comma + 2);
  const named = /tỷ lệ|tỉ lệ|mức|số/iu.test(rest) || /^(?:giảm|tăng|giữ)\s/iu.test(rest);
  return comma > sentence && named ? comma + 2 : sentence;
}

/** The words of a span with its line breaks as blanks. */
export function oneLine(context: Context, span: Span): string {
  return context.source.text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
