import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from './fold.ts';

const Organisation = z.strictObject({
  sections: z.array(z.string()),
  notBodies: z.array(z.string()),
  openers: z.array(z.string()),
  /** What opens a sentence before the body it charges: "Căn cứ Kế hoạch này, …". */
  preludes: z.array(z.string()),
  /** What a body does, as against what belongs to its name; in small letters, as within a sentence. */
  duties: z.array(z.string()),
  bodies: z.array(z.string()),
  partnerNouns: z.array(z.string()),
  partnerTails: z.array(z.string()),
  /** Words in the labels of the columns of a table of duties. */
  columns: z.strictObject({
    leads: z.array(z.string()),
    partners: z.array(z.string()),
    times: z.array(z.string()),
    duties: z.array(z.string()),
  }),
});

/** How a plan heads the part that says who does what. */
export interface OrganisationLexicon {
  /** Whether a heading opens that part. */
  isOrganisation(heading: string): boolean;
  /** Whether a heading within that part names a matter and no body. */
  isMatter(heading: string): boolean;
  /** Whether a heading begins as the name of a body does. */
  beginsAsBody(heading: string): boolean;
  /** How many characters of a heading ask or charge the body that follows: "Đề nghị ", "Giao ". */
  openerLength(heading: string): number;
  /** Whether a sentence opens with grounds or times, and not with its subject. */
  isPrelude(sentence: string): boolean;
  /** Where a text first says what a body does, -1 where it doesn't. */
  dutyIndex(text: string): number;
  /** The length of a body described without a name at the start of a text ("cơ quan thuế"), 0 where there is none. */
  bodyLength(text: string): number;
  /** The length of the words behind a body's name that still belong to it (" liên ngành", " trên địa bàn"), 0 for none. */
  tailLength(text: string): number;
  /** What the columns of a table of duties are labelled with, as patterns over folded text. */
  columns: Readonly<Record<'leads' | 'partners' | 'times' | 'duties', RegExp>>;
}

let lexicon: OrganisationLexicon | undefined;

export function organisationLexicon(): OrganisationLexicon {
  if (lexicon !== undefined) return lexicon;
  const data = Organisation.parse(
    JSON.parse(readFileSync(new URL('./organisation.json', import.meta.url), 'utf8')),
  );
  const folded = (words: readonly string[]) => words.map((word) => fold(word));
  const sections = folded(data.sections);
  const matters = folded(data.notBodies);
  const bodies = folded(data.bodies);
  const openers = new RegExp(`^(?:${data.openers.join('|')})(?:\\s*:|\\s|$)\\s*`, 'iu');
  const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
  const preludes = new RegExp(`^(?:${longestFirst(data.preludes)})(?![\\p{L}\\p{M}])`, 'iu');
  const duties = new RegExp(`(?<![\\p{L}\\p{M}])(?:${longestFirst(data.duties)})(?![\\p{L}\\p{M}])`, 'u');
  const tailPattern = new RegExp(`^(?:\\s+(?:${longestFirst(data.partnerTails)})(?![\\p{L}\\p{M}]))+`, 'iu');
  const bodyPattern = new RegExp(
    `^(?:${longestFirst(data.partnerNouns)})(?![\\p{L}\\p{M}])(?:\\s+(?:${longestFirst(data.partnerTails)})(?![\\p{L}\\p{M}]))*`,
    'iu',
  );
  const labelled = (words: readonly string[]) =>
    new RegExp(`(?<![a-z])(?:${folded(words).join('|')})(?![a-z])`);
  lexicon = {
    columns: {
      leads: labelled(data.columns.leads),
      partners: labelled(data.columns.partners),
      times: labelled(data.columns.times),
      duties: labelled(data.columns.duties),
    },
    isOrganisation: (heading) => {
      const text = fold(heading);
      return sections.some((words) => text.includes(words));
    },
    isMatter: (heading) => {
      const text = fold(heading);
      return matters.some((words) => startsWithWords(text, words));
    },
    beginsAsBody: (heading) => {
      const text = fold(heading);
      return (
        bodies.some((words) => startsWithWords(text, words)) &&
        !matters.some((words) => startsWithWords(text, words))
      );
    },
    tailLength: (text) => tailPattern.exec(text)?.[0].length ?? 0,
    bodyLength: (text) => bodyPattern.exec(text)?.[0].length ?? 0,
    isPrelude: (sentence) => preludes.test(sentence),
    dutyIndex: (text) => duties.exec(text)?.index ?? -1,
    openerLength: (heading) => openers.exec(heading)?.[0].length ?? 0,
  };
  return lexicon;
}

function startsWithWords(text: string, words: string): boolean {
  return text.startsWith(words) && !/[a-z]/.test(text.charAt(words.length));
}
