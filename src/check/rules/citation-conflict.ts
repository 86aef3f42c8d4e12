import { issuerOfSymbol, symbolParts } from '../../lexicon/document-types.ts';
import { dayRange, isUncertain } from '../../plan/edtf.ts';
import type { Citation } from '../../plan/record.ts';
import { bodiesNamed } from '../bodies.ts';
import { formatDate } from '../format.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'citation-conflict',
  severity: 'warning',
  summary: {
    vi: 'Một văn bản được viện dẫn với hai ngày hoặc hai cơ quan ban hành khác nhau, hoặc năm trong số không khớp ngày',
    en: 'One cited document is given two dates or two issuing bodies, or the year in its number is not that of its date',
  },
  why: {
    vi: 'Một văn bản chỉ có một ngày và một cơ quan ban hành, nên một chỗ ghi sai. Số văn bản hành chính lặp lại mỗi năm và ở mỗi cơ quan: cùng số nhưng khác năm hoặc khác địa phương là hai văn bản khác nhau.',
    en: 'A document has one date and one issuer, so one of the mentions is wrong. Administrative numbers start anew every year in every office: one number of two years or of two places is two documents and left alone, unless day and month are the same.',
  },
  settle: {
    vi: 'Tra văn bản được viện dẫn để biết ngày và cơ quan đúng; nếu thật là hai văn bản khác nhau cùng số thì chấp nhận.',
    en: 'Look up the cited document for its date and issuer; if they really are two documents of one number, accept the finding.',
  },
  source:
    'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục II.3 và II.6; Luật Ban hành văn bản quy phạm pháp luật (năm ban hành trong số)',
  messages: {
    dates: {
      vi: '{number} được ghi hai ngày: {one} và {other}',
      en: '{number} is given two dates: {one} and {other}',
    },
    issuers: {
      vi: '{number} được ghi của hai cơ quan: {one} và {other}',
      en: '{number} is given two issuing bodies: {one} and {other}',
    },
    year: {
      vi: '{number} mang năm {year} nhưng được ghi ngày {one}',
      en: '{number} bears the year {year} but is dated {one}',
    },
  },
  check({ facts }, report) {
    for (const [index, citation] of facts.citations.entries()) {
      const { number, issuedOn } = citation;
      const at = (field: 'issuedOn' | 'issuer', other: number): string[] =>
        [other, index].map((place) => `/citations/${place}/${field}`);
      const { year } = symbolParts(number);
      const days = issuedOn === null ? null : dayRange(issuedOn);
      if (year !== null && days !== null && issuedOn !== null) {
        if (year < days.first.slice(0, 4) || year > days.last.slice(0, 4)) {
          report({
            message: 'year',
            values: { number, year, one: formatDate(issuedOn) },
            at: [`/citations/${index}/number`, `/citations/${index}/issuedOn`],
            expected: year,
            actual: issuedOn,
          });
        }
      }
      for (const [before, earlier] of facts.citations.slice(0, index).entries()) {
        if (earlier.number !== number) continue;
        if (twoDates(earlier, citation)) {
          report({
            message: 'dates',
            values: {
              number,
              one: formatDate(earlier.issuedOn ?? ''),
              other: formatDate(issuedOn ?? ''),
            },
            at: at('issuedOn', before),
            expected: earlier.issuedOn,
            actual: issuedOn,
          });
        } else if (twoIssuers(earlier, citation)) {
          report({
            message: 'issuers',
            values: { number, one: earlier.issuer ?? '', other: citation.issuer ?? '' },
            at: at('issuer', before),
            expected: earlier.issuer,
            actual: citation.issuer,
          });
        }
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'The same number of two years is two documents',
        plan: {
          citations: [
            { number: '102/NQ-CP', issuedOn: '2018-08-03' },
            { number: '102/NQ-CP', issuedOn: '2022-05-19', role: 'reference' },
          ],
        },
      },
      {
        name: 'So it is where the year begins with the same number on the same day',
        plan: {
          citations: [
            { number: '01/NQ-CP', issuedOn: '2019-01-01' },
            { number: '01/NQ-CP', issuedOn: '2020-01-01', role: 'reference' },
          ],
        },
      },
      {
        name: 'One issuer under its full and its short name, the second time without a date',
        plan: {
          citations: [
            { number: '12/KH-UBND', issuedOn: '2024-02-01', issuer: 'Ủy ban nhân dân thành phố Bình An' },
            { number: '12/KH-UBND', issuer: 'UBND thành phố', role: 'reference' },
          ],
        },
      },
      {
        name: 'Two places’ plans that happen to share a number',
        plan: {
          citations: [
            { number: '12/KH-UBND', issuedOn: '2024-02-01', issuer: 'UBND tỉnh Bình An' },
            {
              number: '12/KH-UBND',
              issuedOn: '2024-03-15',
              issuer: 'UBND huyện Phước Hòa',
              role: 'reference',
            },
          ],
        },
      },
      {
        name: 'A date of less precision agrees with the whole one',
        plan: {
          citations: [
            { number: '30/2020/NĐ-CP', issuedOn: '2020-03-05' },
            { number: '30/2020/NĐ-CP', issuedOn: '2020', role: 'reference' },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'The day differs within one year',
        plan: {
          citations: [
            { number: '102/NQ-CP', issuedOn: '2018-08-03' },
            { number: '102/NQ-CP', issuedOn: '2018-08-13', role: 'reference' },
          ],
        },
        findings: ['102/NQ-CP được ghi hai ngày: 3/8/2018 và 13/8/2018'],
      },
      {
        name: 'Day and month are the same, the year is not',
        plan: {
          citations: [
            { number: '28-NQ/TW', issuedOn: '2018-05-23' },
            { number: '28-NQ/TW', issuedOn: '2013-05-23', role: 'reference' },
          ],
        },
        findings: ['28-NQ/TW được ghi hai ngày: 23/5/2018 và 23/5/2013'],
      },
      {
        name: 'Two bodies of different kind for one number',
        plan: {
          citations: [
            { number: '9/NQ-HĐND', issuedOn: '2023-12-08', issuer: 'Hội đồng nhân dân tỉnh' },
            {
              number: '9/NQ-HĐND',
              issuedOn: '2023-12-08',
              issuer: 'Ủy ban nhân dân tỉnh',
              role: 'reference',
            },
          ],
        },
        findings: ['9/NQ-HĐND được ghi của hai cơ quan: Hội đồng nhân dân tỉnh và Ủy ban nhân dân tỉnh'],
      },
      {
        name: 'The number’s own year is not the date’s',
        plan: { citations: [{ number: '30/2020/NĐ-CP', issuedOn: '2021-03-05' }] },
        findings: ['30/2020/NĐ-CP mang năm 2020 nhưng được ghi ngày 5/3/2021'],
      },
    ],
  },
});

function twoDates(one: Citation, other: Citation): boolean {
  if (one.issuedOn === null || other.issuedOn === null) return false;
  const first = dayRange(one.issuedOn);
  const second = dayRange(other.issuedOn);
  if (first === null || second === null) return false;
  if (first.first <= second.last && second.first <= first.last) return false;
  if (one.issuedOn.slice(5) === other.issuedOn.slice(5)) {
    // The year's first documents are numbered and dated alike year after year (01/NQ-CP of 1 January).
    return one.issuedOn.length === 10 && !isUncertain(one.issuedOn) && one.issuedOn.slice(5, 7) !== '01';
  }
  return first.last.slice(0, 4) === second.last.slice(0, 4) && onePlace(one, other);
}

/** Whether two mentions of a number can be of one office: a central body's always, a local one's by the same words. */
function onePlace(one: Citation, other: Citation): boolean {
  if (issuerOfSymbol(one.number)?.level === 'central') return true;
  if (one.issuer === null || other.issuer === null) return true;
  const first = placeOf(one.issuer);
  const second = placeOf(other.issuer);
  return first.startsWith(second) || second.startsWith(first);
}

/** An issuer's words without the body's name, short or long. */
function placeOf(issuer: string): string {
  const [body] = bodiesNamed(issuer);
  let words = issuer.toLowerCase();
  for (const name of body === undefined ? [] : [body.name, body.code])
    words = words.replace(name.toLowerCase(), '');
  return words.replace(/\s+/g, ' ').trim();
}

function twoIssuers(one: Citation, other: Citation): boolean {
  if (one.issuer === null || other.issuer === null) return false;
  const first = bodiesNamed(one.issuer);
  const second = bodiesNamed(other.issuer);
  return (
    first.length > 0 &&
    second.length > 0 &&
    first.every((body) => second.every((candidate) => candidate.code !== body.code)) &&
    // "của Chính phủ" for the Prime Minister's decisions is common and misleads nobody.
    ![...first, ...second].every((body) => body.level === 'central' && body.kind === 'other')
  );
}
