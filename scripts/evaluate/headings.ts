import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { extractPlan } from '../../src/extract/extract.ts';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import { parsePlan } from '../../src/parse/parse.ts';
import { readDocument } from '../../src/read/read.ts';

/** A line of a file of headings: the beginning of a document, and what its publisher's catalogue says of it. */
const Heading = z.object({
  text: z.string(),
  number_site: z.string().nullable(),
  date_site: z.string().nullable(),
});

export interface HeadingScore {
  file: string;
  headings: number;
  /** Those for which the catalogue has a value, and those of them that agree with what was read. */
  numbers: number;
  numbersAgree: number;
  dates: number;
  datesAgree: number;
  disagreements: string[];
}

/**
 * Compares number and date of the headings in a JSON Lines file with its catalogue's. The catalogue has errors of its own:
 * a disagreement is to be looked at.
 */
export async function scoreHeadings(file: string): Promise<HeadingScore> {
  const score: HeadingScore = {
    file,
    headings: 0,
    numbers: 0,
    numbersAgree: 0,
    dates: 0,
    datesAgree: 0,
    disagreements: [],
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { text, number_site, date_site } = Heading.parse(JSON.parse(line));
    const { number, issuedOn } = await identityOf(text);
    const head = text.slice(0, 300);
    score.headings++;
    if (number_site !== null && number_site !== '') {
      score.numbers++;
      if (bare(number_site) === bare(number ?? '')) score.numbersAgree++;
      else score.disagreements.push(`number ${number_site}, read ${number}: ${head}`);
    }
    const date = isoDate(date_site ?? '');
    if (date !== null) {
      score.dates++;
      if (date === issuedOn) score.datesAgree++;
      else score.disagreements.push(`date ${date}, read ${issuedOn}: ${head}`);
    }
  }
  return score;
}

async function identityOf(text: string): Promise<{ number: string | null; issuedOn: string | null }> {
  const reading = await readDocument('heading.txt', new TextEncoder().encode(text));
  if (reading.kind !== 'lines') throw new Error('a heading is text');
  const source = normalizeDocument(reading.document);
  return extractPlan(source, parsePlan(source)).facts;
}

/** What stays of a number when blanks and case are set aside. */
function bare(number: string): string {
  return number.normalize('NFC').replace(/\s+/g, '').toUpperCase();
}

function isoDate(date: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
