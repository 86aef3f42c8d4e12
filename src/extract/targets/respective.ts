import { wording } from '../../lexicon/patterns.ts';
import type { Span } from '../../plan/source-text.ts';
import { findDates } from '../dates.ts';
import { extentOf, type Measured } from './figures.ts';

/** What one figure of a list "… lần lượt là 98%, 85% và 72%" is of. Offsets are into the passage's text. */
export interface Respective {
  /** What is said of all of them, or of this one where each is a thing of its own; null where the figures before say it. */
  label: Span | null;
  /** Which of those named before is meant: a place, those concerned or a time; null where it is in the label. */
  subject: Span | null;
  /** Whether the subject is a time. */
  time: boolean;
  /** The kind of the first subject's administrative unit, which holds for the names behind it: "các xã Hòa An, Tân Thành". */
  kind: string | null;
  /** How many figures before the list's first the one stands that this one answers to, where those before it tell what it is of. */
  answers: number | null;
  /** The first figure of the list, whose bound and change hold for all of it. */
  first: Measured;
}

const CUE = wording(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:lần lượt|theo thứ tự|tương ứng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu);
/** What may stand between the cue and its first figure, and between two of its figures. */
const VERBS =
  '(?:(?:là|đạt|có|còn|bằng|chiếm|tăng|giảm|lên|xuống|từ|với|khoảng|trên|dưới|hơn|ít nhất|tối thiểu|không quá|thêm|bình quân|tỷ lệ|mức)(?![A-Za-zÀ-\u036fḀ-ỹ])\\s*)*';
const TO_FIRST = new RegExp(`^\\s*:?\\s*${VERBS}$`, 'iu');
const TO_NEXT = new RegExp(`^\\s*(?:trở lên|trở xuống)?\\s*(?:[,;]|[,;]?\\s*và)\\s*${VERBS}$`, 'iu');
const JOINT = /\s*,\s*(?:và\s+)?|\s+và\s+|\s*;\s*/gu;
/** What stands before the first of those that a quantity is given for. */
const OF =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tại|ở|của|cho|đối với|thuộc|trong đó|theo|trên địa bàn)\s+(?:các\s+)?/giu;
/** What is no part of the list before the cue. */
const VERB_AT_END =
  /(?:[\s,(:]|(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:là|đạt|có|còn|chiếm|tăng|giảm|phấn đấu|được|với|cũng|tỷ lệ|mức|(?<!(?:thiểu|dân|chỉ|hệ|ký|đổi|tế|nghệ|thuật|tảng|hội|quyền|liệu)\s)số)(?![A-Za-zÀ-\u036fḀ-ỹ]))+$/iu;
const TIME =
  /^(?:(?:đến|tới|vào|trong|cuối|hết|các)\s+)*(?:(?:năm|quý|tháng|giai đoạn)\s+)?(?:\d|I{1,3}(?![A-Za-zÀ-\u036fḀ-ỹ])|IV)[^A-Za-zÀ-\u036fḀ-ỹ]*$/iu;
const KIND = /^(xã|phường|thị trấn|huyện|thị xã|thành phố|quận|tỉnh|đặc khu|thôn|ấp|bản)\s+\p{Lu}/u;
const FIRST_TIME = /(?:(?:các|trong)\s+)?(?:năm|quý|tháng|giai đoạn)\s+[\dIV][\dIV/ –-]*$/iu;

/** The figures that are given one after the other for several things named before them, each with what it is of. */
export function respectiveFigures(text: string, figures: readonly Measured[]): Map<Measured, Respective> {
  const found = new Map<Measured, Respective>();
  for (const cue of CUE.all(text)) {
    const listed = listBehind(text, cue.index + cue[0].length, figures);
    if (listed.length < 2) continue;
    const from = Math.max(
      0,
      ...[...text.slice(0, cue.index).matchAll(/[.;](?=\s)/gu)].map(({ index }) => index + 1),
    );
    const readings =
      subjects(text, from, cue.index, listed.length) ?? answering(text, from, cue.index, listed.length);
    const [first] = listed;
    const named = readings[0]?.subject;
    const kind = named == null ? null : (KIND.exec(text.slice(named.start, named.end))?.[1] ?? null);
    listed.forEach((measured, at) => {
      const reading = readings[at];
      if (reading !== undefined && first !== undefined)
        found.set(measured, { answers: null, ...reading, kind, first });
    });
  }
  return found;
}

function listBehind(text: string, from: number, figures: readonly Measured[]): Measured[] {
  const listed: Measured[] = [];
  let at = from;
  for (const measured of figures) {
    if (measured.figure.start < from || measured.range !== undefined) continue;
    if (!(listed.length === 0 ? TO_FIRST : TO_NEXT).test(text.slice(at, measured.figure.start))) break;
    listed.push(measured);
    at = extentOf(measured).end;
  }
  return listed;
}

type Told = Pick<Respective, 'label' | 'subject' | 'time'> & { answers?: number };

/** "đối với hộ đồng bào dân tộc thiểu số, tỷ lệ tương ứng là 94% và 46%": each answers to a figure that was given before for others. */
function answering(text: string, from: number, cue: number, count: number): Told[] {
  const words = text.slice(from, cue);
  const end = from + words.length - (VERB_AT_END.exec(words)?.[0].length ?? 0);
  const of = /^\s*(?:đối với|riêng|tại|ở)\s+(?=[A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(words)?.[0].length;
  const start = from + (of ?? words.length - words.trimStart().length);
  const span = end - start < 2 ? null : { start, end };
  return Array.from({ length: count }, (_, at) => ({
    label: of === undefined ? span : null,
    subject: of === undefined ? null : span,
    time: false,
    answers: count - at,
  }));
}

function subjects(text: string, from: number, cue: number, count: number): Told[] | null {
  const end = cue - (VERB_AT_END.exec(text.slice(from, cue))?.[0].length ?? 0);
  const joints = [...text.slice(from, end).matchAll(JOINT)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  // "Tỷ lệ cán bộ, công chức được bồi dưỡng, tỷ lệ … có chứng chỉ": what is listed are the quantities.
  const quantities = joints.filter((joint) => QUANTITY.test(text.slice(joint.end, end)));
  const last = quantities.length === count - 1 ? quantities : joints.slice(1 - count);
  return ofTimesBefore(text, from, end, count) ?? ofLast(text, from, end, last, count);
}

const QUANTITY = /^(?:tỷ lệ|tỉ lệ|số|tổng số|tổng|giá trị|diện tích|sản lượng|chỉ số|tỷ trọng|tốc độ)\s/iu;

/** "Đến năm 2025 và năm 2030, tỷ lệ đô thị hóa tương ứng đạt …": the times open the sentence. */
function ofTimesBefore(text: string, from: number, end: number, count: number): Told[] | null {
  const dates = findDates(text.slice(from, end));
  const last = dates[count - 1];
  if (last === undefined || dates.length !== count) return null;
  const lead = text
    .slice(from, from + last.end)
    .replace(/(?:năm|quý|tháng|giai đoạn|đến|tới|vào|trong|cuối|hết|các|và|phấn đấu|[\s,–-]|\d)+/giu, '');
  const comma = /^\s*,\s*/u.exec(text.slice(from + last.end, end));
  if (lead !== '' || comma === null) return null;
  const label = { start: from + last.end + comma[0].length, end };
  return dates.map((date) => ({
    label,
    subject: { start: from + date.start, end: from + date.end },
    time: true,
  }));
}

/** The last things of the list before the cue, as many as there are figures. */
function ofLast(
  text: string,
  from: number,
  end: number,
  joints: readonly Span[],
  count: number,
): Told[] | null {
  const [first] = joints;
  if (first === undefined || joints.length !== count - 1) return null;
  const others = joints.map((joint, at) => ({ start: joint.end, end: joints[at + 1]?.start ?? end }));
  const words = ({ start, end: to }: Span): string => text.slice(start, to);
  if (others.some((other) => !/^\S{1,25}(?:\s\S{1,25}){0,11}$/u.test(words(other)))) return null;
  const head = text.slice(from, first.start);
  const leads = head.length - head.trimStart().length;
  if (others.every((other) => TIME.test(words(other)))) {
    const time = FIRST_TIME.exec(head);
    if (time === null) return null;
    const label = { start: from + leads, end: from + head.slice(0, time.index).trimEnd().length };
    return [{ start: from + time.index, end: first.start }, ...others].map((subject) => ({
      label,
      subject,
      time: true,
    }));
  }
  const of = [...head.matchAll(OF)].at(-1);
  if (of !== undefined) {
    const label = { start: from + leads, end: from + head.slice(0, of.index).trimEnd().length };
    if (label.end <= label.start) return null;
    return [{ start: from + of.index + of[0].length, end: first.start }, ...others].map(
      ({ start, end: to }) => ({
        label,
        // "cho 14 cộng đồng buôn và 96 hộ gia đình": how many those concerned are is not who they are.
        subject: { start: start + (/^\d+\s+/u.exec(text.slice(start, to))?.[0].length ?? 0), end: to },
        time: false,
      }),
    );
  }
  return [{ start: from + leads, end: first.start }, ...others].map((label) => ({
    label,
    subject: null,
    time: false,
  }));
}
