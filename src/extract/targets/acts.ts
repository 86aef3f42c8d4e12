import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import { ADVERBS } from './figures.ts';

/** Whether the words begin with what is to be done. */
export function isAction(words: string): boolean {
  const { acts, verbs } = targetLexicon();
  return [acts, verbs].some((matcher) => matcher.find(words)[0]?.start === 0);
}

/** Whether an action's words stand right before the figure: "xử lý dứt điểm 100% điểm đen". */
export function isActed(before: string): boolean {
  const near = before.slice(-80).trimEnd();
  const words = near.replace(ADVERBS, '');
  // "có thêm" is an act, "thêm" alone tells how.
  return !OF_GRADE.test(words) && (endsWithAct(words) || endsWithAct(near));
}

function endsWithAct(words: string): boolean {
  return targetLexicon()
    .acts.find(words)
    .some((hit) => hit.end === words.length);
}

/** "trình độ trung cấp": no granting of anything. */
const OF_GRADE = ending(/(?<![\p{L}\p{M}])(?:trung|sơ|các|cả|hai|mỗi|phân) cấp$/iu);

/** Whether a phrase is an action alone: "kết nạp mới". */
export function isAct(phrase: string): boolean {
  const words = ` ${phrase}`
    .replace(ADVERBS, '')
    .trim()
    .replace(/\s+cho$/iu, '')
    .replace(/(?<=^(?:bồi dưỡng|tập huấn|đào tạo))\s+(?:nghiệp vụ|kỹ năng|kiến thức|chuyên môn)$/iu, '');
  const [act] = targetLexicon().acts.find(words);
  return words === '' || (act?.start === 0 && act.end === words.length);
}
