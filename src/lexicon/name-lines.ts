import { AgencyReader } from './agency-mentions.ts';
import { organisationLexicon } from './organisation.ts';

/** A line that names bodies only is not longer. */
const LONGEST_NAMES = 130;
/** A line that only names a matter is not longer. */
const LONGEST_MATTER = 60;

/** Whether a line without marker is nothing but the name of one or more bodies, with or without a closing colon: "Đề nghị Hội Nông dân tỉnh". */
export function isNameLine(line: string): boolean {
  return line.length <= LONGEST_NAMES + 1 && line.split(/;(?=\s+\p{Lu})/u).every(isName);
}

function isName(line: string): boolean {
  const words = unmarked(line, LONGEST_NAMES);
  if (words === null) return false;
  const lexicon = organisationLexicon();
  const name = words.slice(lexicon.openerLength(words));
  if (lexicon.isMatter(name)) return false;
  const bodies = AgencyReader.of(name).all();
  // "các tổ chức chính trị - xã hội": what else would be something to do is within a name.
  const others = bodies.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}·${rest.slice(end)}`,
    name,
  );
  if (lexicon.dutyIndex(others) >= 0) return false;
  return bodies[0]?.start === 0 || (lexicon.beginsAsBody(name) && NAMED.test(name));
}

/** Whether a line without marker names a matter as a heading does: "Chế độ báo cáo". */
export function isMatterLine(line: string): boolean {
  const words = unmarked(line, LONGEST_MATTER);
  return words !== null && organisationLexicon().isMatter(words);
}

/** A heading in capitals that has no number is not longer. */
const LONGEST_PART = 80;

/** Whether a line without marker is in capitals, as the heading of a part may be that has lost its number. */
export function isInCapitals(line: string): boolean {
  const words = line.trim();
  return (
    words.length <= LONGEST_PART && /^\p{Lu}{2,}\s\p{Lu}{2}[\p{Lu}\s,]*:?$/u.test(words) && !isNameLine(words)
  );
}

/** Whether such a line heads the part that says who does what: "TỔ CHỨC THỰC HIỆN". */
export function isPartLine(line: string): boolean {
  return isInCapitals(line) && organisationLexicon().isOrganisation(line);
}

/** Whether such a line heads another part of a plan that gives its parts no numbers: "MỤC TIÊU NĂM 2026". */
export function isOtherPartLine(line: string): boolean {
  const words = line.trim();
  return (
    words.length <= LONGEST_PART &&
    /^\p{Lu}[\p{Lu}\d\s,–-]*:?$/u.test(words) &&
    organisationLexicon().isOtherPart(words)
  );
}

/** The words of a line that may be a heading; null of one that has a marker, or that is a sentence. */
function unmarked(line: string, longest: number): string | null {
  const words = line.replace(RESPONSIBLE, '').trim();
  return words.length > longest || !/^\p{Lu}/u.test(words) || /[.;:!?/]/u.test(words) ? null : words;
}

const RESPONSIBLE = /(?:\s+(?:có|chịu) trách nhiệm)?\s*:?\s*$/iu;
/** A kind of body and what is its own: a further capital, or those that have no name. */
const NAMED = /^\p{Lu}\p{Ll}*(?:\s\p{Ll}+){0,2}\s\p{Lu}|^(?:Các|Chủ|Trưởng|Hộ|Nhân dân|Người dân)(?=\s|$)/u;
