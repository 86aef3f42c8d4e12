import {
  documentTypes,
  issuerOfSymbol,
  type SymbolIssuer,
  symbolParts,
} from '../../lexicon/document-types.ts';
import { ON_BEHALF } from '../../lexicon/signing.ts';
import type { IssuerKind } from '../../plan/record.ts';
import { bodiesNamed } from '../bodies.ts';
import { defineRule } from '../rule.ts';

/** Bodies that number their documents each by itself, so that one's symbol on another's document is a fault. */
const TELLING: ReadonlySet<IssuerKind> = new Set([
  'peoples-committee',
  'steering-committee',
  'department',
  'social-insurance',
]);

/** A plan that a decision promulgates carries the decision's number; what came with another decision is another document. */
function isPromulgated(text: string, type: string, own: string): boolean {
  const promulgations = text.matchAll(
    new RegExp(`kèm theo\\s+${type}(?:\\s+số\\s*:?\\s*(\\d[^\\s,;)]*))?`, 'giu'),
  );
  return [...promulgations].some(([, number]) => number === undefined || number.startsWith(own));
}

export default defineRule({
  id: 'number-symbol-mismatch',
  severity: 'warning',
  summary: {
    vi: 'Ký hiệu không khớp với cơ quan ban hành, thẩm quyền ký hoặc tên loại văn bản',
    en: 'The symbol does not fit the issuing body, the signer’s capacity or the type of document',
  },
  why: {
    vi: 'Ký hiệu gồm chữ viết tắt tên loại và tên cơ quan ban hành; tổ chức tư vấn lấy hệ thống số riêng. Ký hiệu lạc là dấu hiệu đọc nhầm hoặc dùng lại mẫu cũ.',
    en: 'A symbol is made of the abbreviations of type and issuing body, and an advisory body numbers by itself: a symbol that does not fit was misread or left over from a template. Abbreviations that the lexicon does not know, and ministries, party bodies and offices in citations, are left alone.',
  },
  settle: {
    vi: 'So ký hiệu với tên cơ quan và thẩm quyền ký trong bản gốc. Đọc nhầm thì sửa; bản gốc ghi vậy thì chấp nhận và ghi lý do, để người tra cứu biết.',
    en: 'Compare the symbol with the issuing body and the signer’s capacity in the original. Correct a misreading; if the original says so, accept the finding with the reason.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục II.3 và Phụ lục III',
  messages: {
    type: {
      vi: 'Tên loại là “{type}” nhưng ký hiệu {number} là của {other}',
      en: 'The type is “{type}” but the symbol of {number} is that of {other}',
    },
    issuer: {
      vi: 'Cơ quan ban hành là {issuer} nhưng ký hiệu {number} là của {other}',
      en: 'The issuing body is {issuer} but the symbol of {number} is that of {other}',
    },
    capacity: {
      vi: 'Ký “{capacity}” nhưng ký hiệu {number} là của {other}',
      en: 'It is signed “{capacity}” but the symbol of {number} is that of {other}',
    },
    citation: {
      vi: '{number} được ghi là của {issuer}, nhưng ký hiệu là của {other}',
      en: '{number} is given as of {issuer}, but its symbol is that of {other}',
    },
  },
  check({ facts, source }, report) {
    const { number, issuer, type, signer } = facts;
    if (number !== null) {
      const parts = symbolParts(number);
      const named = documentTypes().filter(
        (entry) => entry.abbreviation === parts.type && parts.type !== null,
      );
      const own = documentTypes().find(
        (entry) => entry.name === type || entry.variations.includes(type ?? ''),
      );
      if (
        own?.abbreviation != null &&
        named[0] !== undefined &&
        !isPromulgated(source.text, named[0].name, number) &&
        named.every((entry) => entry.name !== own.name)
      ) {
        report({
          message: 'type',
          values: { type: own.name, number, other: named[0].name },
          at: ['/number', '/type'],
          expected: own.abbreviation,
          actual: parts.type,
        });
      }
      const body = issuerOfSymbol(number);
      const capacity = signer?.capacity ?? null;
      const acting = capacity === null ? null : actingBody(capacity);
      if (body !== null && issuer !== null && differ(body.kind, issuer.kind)) {
        report({
          message: 'issuer',
          values: { issuer: issuer.name, number, other: body.name },
          at: ['/number', '/issuer/name'],
          expected: bodiesNamed(issuer.name).find((named) => named.kind === issuer.kind)?.code ?? null,
          actual: body.code,
        });
      } else if (body !== null && acting !== null && capacity !== null && differ(body.kind, acting.kind)) {
        report({
          message: 'capacity',
          values: { capacity, number, other: body.name },
          at: ['/number', '/signer/capacity'],
          expected: acting.code,
          actual: body.code,
        });
      }
    }
    for (const [index, citation] of facts.citations.entries()) {
      const body = issuerOfSymbol(citation.number);
      if (body === null || citation.issuer === null) continue;
      const [stated, ...others] = bodiesNamed(citation.issuer);
      if (stated === undefined || !local(body) || !local(stated) || stated.code === body.code) continue;
      if (others.some((other) => other.code === body.code)) continue;
      report({
        message: 'citation',
        values: { number: citation.number, issuer: citation.issuer, other: body.name },
        at: [`/citations/${index}/number`],
        expected: stated.code,
        actual: body.code,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'A People’s Committee’s plan, signed on its behalf',
        plan: {
          type: 'Kế hoạch',
          number: '53/KH-UBND',
          issuer: { name: 'Ủy ban nhân dân tỉnh Bình An' },
          signer: { name: 'Lê Văn An', capacity: 'TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH' },
        },
      },
      {
        name: 'A plan that a decision promulgates',
        plan: {
          type: 'Kế hoạch',
          number: '49/QĐ-UBND',
          outline: ['(Ban hành kèm theo Quyết định số 49/QĐ-UBND ngày 12/3/2025)'],
        },
      },
      {
        name: 'A steering committee with letters of its own after BCĐ',
        plan: {
          type: 'Kế hoạch',
          number: '8/KH-BCĐ389',
          issuer: { name: 'Ban Chỉ đạo 389 tỉnh Bình An', kind: 'steering-committee' },
        },
      },
      {
        name: 'An abbreviation that nobody knows says nothing',
        plan: { type: 'Kế hoạch', number: '8/KH-XYZ', issuer: { name: 'Ủy ban nhân dân huyện Bình An' } },
      },
      {
        name: 'The chairman decides with the committee’s symbol',
        plan: {
          citations: [{ number: '97/QĐ-UBND', issuer: 'Chủ tịch UBND tỉnh' }],
        },
      },
      {
        name: 'Council and committee named together, and the loose “của Chính phủ” for the Prime Minister',
        plan: {
          citations: [
            { number: '4/NQ-HĐND', issuer: 'Ủy ban nhân dân trình Hội đồng nhân dân tỉnh' },
            { number: '546/QĐ-TTg', issuer: 'Chính phủ' },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'A steering committee’s symbol on a plan signed for the People’s Committee',
        plan: {
          number: '49/KH-BCĐ',
          signer: { name: 'Lê Văn An', capacity: 'TM. ỦY BAN NHÂN DÂN' },
        },
        findings: ['Ký “TM. ỦY BAN NHÂN DÂN” nhưng ký hiệu 49/KH-BCĐ là của Ban Chỉ đạo'],
      },
      {
        name: 'A People’s Committee’s symbol on a department’s plan',
        plan: {
          number: '49/KH-UBND',
          issuer: { name: 'Sở Y tế tỉnh Bình An', kind: 'department' },
        },
        findings: [
          'Cơ quan ban hành là Sở Y tế tỉnh Bình An nhưng ký hiệu 49/KH-UBND là của Ủy ban nhân dân',
        ],
      },
      {
        name: 'A plan numbered as a decision',
        plan: { type: 'Kế hoạch', number: '49/QĐ-UBND' },
        findings: ['Tên loại là “Kế hoạch” nhưng ký hiệu 49/QĐ-UBND là của Quyết định'],
      },
      {
        name: 'A plan numbered as a decision that mentions what came with another decision',
        plan: {
          type: 'Kế hoạch',
          number: '49/QĐ-UBND',
          outline: ['1. Thực hiện Hướng dẫn ban hành kèm theo Quyết định số 3377/QĐ-BYT ngày 30/8/2023.'],
        },
        findings: ['Tên loại là “Kế hoạch” nhưng ký hiệu 49/QĐ-UBND là của Quyết định'],
      },
      {
        name: 'A cited decision with another body’s symbol',
        plan: {
          citations: [{ number: '12/QĐ-UBND', issuer: 'Trưởng Ban Chỉ đạo phòng, chống ma túy tỉnh' }],
        },
        findings: [
          '12/QĐ-UBND được ghi là của Trưởng Ban Chỉ đạo phòng, chống ma túy tỉnh, nhưng ký hiệu là của Ủy ban nhân dân',
        ],
      },
    ],
  },
});

function differ(one: IssuerKind, other: IssuerKind): boolean {
  return one !== other && TELLING.has(one) && TELLING.has(other);
}

const SIGNED_FOR = new RegExp(String.raw`^\s*${ON_BEHALF}`, 'iu');

/** The body that a signer acts for: the one named after TM. (on behalf of). */
function actingBody(capacity: string): SymbolIssuer | null {
  const onBehalf = capacity.split(';').find((line) => SIGNED_FOR.test(line));
  return (onBehalf === undefined ? undefined : bodiesNamed(onBehalf)[0]) ?? null;
}

/** Whether a body's citations are never loosely given to another: committees and councils, not ministries or the Party. */
function local(body: SymbolIssuer): boolean {
  return body.kind === 'peoples-committee' || body.kind === 'steering-committee' || body.code === 'HĐND';
}
