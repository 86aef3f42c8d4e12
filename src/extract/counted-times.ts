import { fold } from '../lexicon/fold.ts';
import { wording } from '../lexicon/patterns.ts';
import type { Hit } from './time-hit.ts';

/** A time counted from an event: "trong 24 giờ kể từ khi …", "sau 05 ngày làm việc kể từ ngày …". */
const COUNTED = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:chậm nhất|muộn nhất|tối đa|không quá|trong|sau|trước)\s+(?:là\s+)?)+(?:(?:thời hạn|thời gian|vòng|khoảng)\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:\([^()]{1,20}\)\s*)?(?:phút|giờ|ngày|tuần|tháng)(?:\s+làm việc)?(?:\s+đầu)?(?:\s+tiên)?\s*,?\s+(?:kể từ|tính từ|từ khi|từ ngày|sau khi|trước khi|sau ngày)\s/iu,
);

const COUNTED_CUE = /ke tu|tinh tu|tu khi|tu ngay|sau khi|truoc khi|sau ngay/;

/** How long before an event: "trước mỗi sự kiện ít nhất 30 ngày", "ít nhất 05 ngày làm việc trước khi họp". */
const AHEAD =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trước\s+(?:mỗi|từng|khi|ngày)\s+[A-Za-zÀ-\u036fḀ-ỹ\s]{3,50}?\s+(?:ít nhất|tối thiểu)\s+\d{1,3}\s*(?:giờ|ngày|tuần|tháng)(?![A-Za-zÀ-\u036fḀ-ỹ])(?:\s+làm việc)?|(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)\s+(?:là\s+)?\d{1,3}\s*(?:giờ|ngày|tuần|tháng)\s+(?:làm việc\s+)?trước\s+(?:mỗi|từng|khi|ngày)\s+[^,;.()]{2,60}?(?=[,;.)]|\s(?:phải|để|thì)\s|$))/giu;

const AHEAD_CUE = /(?:it nhat|toi thieu|cham nhat|muon nhat)\s+(?:la\s+)?\d/;

/** The times of a text that are counted from an event, each with the words for the event. */
export function countedTimes(text: string, folded: string = fold(text)): Hit[] {
  const from = COUNTED_CUE.test(folded) ? timesFrom(text) : [];
  if (!AHEAD_CUE.test(folded)) return from;
  const ahead = [...text.matchAll(AHEAD)].map(({ index, 0: words }): Hit => {
    return { start: index, end: index + words.length, due: null, recurrence: null };
  });
  return [
    ...from,
    ...ahead.filter((hit) => !from.some((other) => hit.start < other.end && other.start < hit.end)),
  ];
}

function timesFrom(text: string): Hit[] {
  return COUNTED.all(text).map((match) => {
    const from = match.index + match[0].length;
    const event = /^.*?(?=[,;)]|\.(?:\s|$)|\s(?:phải|để|thì)\s|$)/su.exec(text.slice(from))?.[0].length ?? 0;
    return { start: match.index, end: from + event, due: null, recurrence: null };
  });
}
