import type { Span } from '../../plan/source-text.ts';
import { isAct } from './acts.ts';
import type { Measured } from './figures.ts';
import {
  AMOUNTS_TO,
  type Earlier,
  isAlike,
  isBracketed,
  isSameMoney,
  PARTS,
  RESTATES,
  withoutBase,
} from './lists.ts';
import type { Respective } from './respective.ts';

/** What was read of a passage before a figure. Offsets are into the passage's text. */
export interface Before {
  /** Where the figure before ends, with what is counted where that stands behind it. */
  end: number;
  /** The last target, leaving out those that only repeat another. */
  last: Earlier | null;
  /** The last figure that was read and is no target, where none is yet: "Năm 2023 tỷ lệ … đạt 61%, phấn đấu năm 2024 đạt 66%". */
  passed: Earlier | null;
  /** Where the last target's figure starts, whether or not it repeats another. */
  lastStart: number;
  /** The indicators of the last target that has any. */
  topic: readonly string[];
  /** What was named last, for places that are given one after the other: "số người …: huyện A 850 người, huyện B 600 người". */
  subject: Span | null;
  /** A figure for which nothing was named yet: "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan". */
  waiting: Measured | null;
  /** Whether the last target was a part of one before it. */
  parted: boolean;
}

/** Nothing was read before a passage's first figure. */
export const AT_START: Before = {
  end: 0,
  last: null,
  passed: null,
  lastStart: -1,
  topic: [],
  subject: null,
  waiting: null,
  parted: false,
};

/** A figure with how it stands to what was read before it. */
export interface Linked {
  measured: Measured;
  /** What it is of, where figures answer one after the other to things named before them. */
  each: Respective | undefined;
  /** The words between the figure before and this one. */
  between: string;
  /** The upper end of a range whose lower end is the last target. */
  upper: boolean;
  /** Stands in brackets behind what it says in other terms: "29,72% lực lượng lao động (17.404 người)". */
  bracketed: boolean;
  /** Says in other terms what the last target says, in brackets or not: "12 xã đạt chuẩn, chiếm tỷ lệ 85,7%". */
  restates: boolean;
  /** So many of what the last target counts: "06 hội nghị, trong đó 04 hội nghị vào 6 tháng cuối năm". */
  part: boolean;
  /** The act that so many of the last target's count are for, where both stand in brackets behind it: "1.320 hộ (xây mới 540 hộ, …)". */
  act: Span | null;
}

/** How a figure stands to what was read before it; `each` is what it is of where it answers to one of several things. */
export function linked(
  text: string,
  measured: Measured,
  each: Respective | undefined,
  before: Before,
): Linked {
  const { last, end, parted } = before;
  const between = text.slice(end, measured.figure.start);
  const bracketed = last !== null && isBracketed(text, measured, end) && !isKindOf(text, measured, last);
  return {
    measured,
    each,
    between,
    upper: isUpperEnd(measured, before),
    bracketed,
    restates: bracketed || (last !== null && isRestated(measured, last, between)),
    part: last !== null && isPartOfLast(measured, last, between, parted),
    act: last === null ? null : actInBrackets(text, measured, last),
  };
}

/** "350 ha rừng (200 ha rừng sản xuất, …)": so many of a kind of them. */
function isKindOf(text: string, { measure, unit, value, noun }: Measured, { measured }: Earlier): boolean {
  return (
    noun !== null &&
    measure === measured.measure &&
    unit === measured.unit &&
    value < measured.value &&
    /^\s\p{Ll}+(?:\s\p{Ll}+){0,6}[,)]/u.test(text.slice(noun.end))
  );
}

/** "1.320 hộ (xây mới 540 hộ, sửa chữa 780 hộ)": the act alone before a figure of the same in brackets; null where none is. */
function actInBrackets(
  text: string,
  { measure, noun, unit, figure }: Measured,
  { measured }: Earlier,
): Span | null {
  if (measure !== 'count' || measured.measure !== 'count' || unit !== measured.unit || noun === null)
    return null;
  const head = text.slice(measured.span.end, figure.start);
  const open = head.lastIndexOf('(');
  if (open < 0 || head.includes(')', open) || /[;.]/u.test(head.slice(0, open))) return null;
  const words = /(?<=[(,]\s?)\p{Ll}+(?:\s\p{Ll}+){0,3}(?=\s$)/u.exec(head);
  if (words === null || words.index <= open || !isAct(words[0])) return null;
  if (!/^\s*[,)]/u.test(text.slice(noun.end))) return null;
  const start = measured.span.end + words.index;
  return { start, end: start + words[0].length };
}

/** "giảm 1 - 1,5%": the 1,5 where the 1 is the last target. */
export function isUpperEnd({ bound, range }: Measured, { lastStart }: Before): boolean {
  return bound === '<=' && range?.start === lastStart;
}

/** "95% dân số, tương ứng 3.214.600 người", "12 xã, chiếm tỷ lệ 85,7%", "385 triệu đồng, tương đương 14.800 USD", "60 km, tương ứng 420 hố ga". */
function isRestated(measured: Measured, last: Earlier, between: string): boolean {
  if (measured.measure === 'share') return RESTATES.test(between);
  // "học sinh được hưởng ưu đãi 100%, khoảng 1.050 em": how many all of them are.
  if (
    last.measured.value === 100 &&
    last.measured.measure === 'share' &&
    !last.clause.behind &&
    measured.measure === 'count' &&
    /^\s*,\s*khoảng\s*$/u.test(between)
  )
    return true;
  return (
    (last.measured.measure === 'share' ||
      isSameMoney(measured, last.measured) ||
      (last.measured.measure === 'count' &&
        (measured.measure === 'count' || measured.measure === 'ratio'))) &&
    AMOUNTS_TO.test(withoutBase(between))
  );
}

/** "10.400 tấn xi măng, chia làm 03 đợt: đợt 1 trước ngày …: 3.500 tấn". */
const BY_TURNS = /(?:^|[:;,]\s|\(|trong đó:?\s)đợt\s(?:\d|[IV]+)(?![A-Za-zÀ-\u036fḀ-ỹ\d])[^.;%]*$/iu;

/** "45 đội, trong đó tuyến tỉnh 03 đội, tuyến huyện 42 đội": of a whole are the parts that go on behind the first, too. */
function isPartOfLast(measured: Measured, last: Earlier, between: string, parted: boolean): boolean {
  return (
    (measured.measure === 'share' ||
      isAlike(measured, last.measured) ||
      (measured.measure === 'amount' && last.measured.measure === 'share')) &&
    (PARTS.test(between) ||
      (BY_TURNS.test(between) && isAlike(measured, last.measured)) ||
      (parted && !/[.](?=\s|$)/u.test(between)))
  );
}
