import { expect, test } from 'vitest';
import { planId } from '../../src/plan/plan-id.ts';
import type { PlanFacts } from '../../src/plan/record.ts';

const SHA = `0a1b2c3d${'0'.repeat(56)}`;
const NOTHING: PlanFacts = {
  type: null,
  number: null,
  issuer: null,
  issuedOn: null,
  issuedAt: null,
  title: null,
  period: null,
  signer: null,
  recipients: [],
  citations: [],
  targets: [],
  tables: [],
  agencies: [],
  deadlines: [],
};
const issuedBy = (place: string): Partial<PlanFacts> => ({
  issuer: { name: 'UBND', kind: 'peoples-committee', level: 'district', place: { name: place, code: null } },
});

test.each<[string, Partial<PlanFacts>]>([
  ['dak-to-7-kh-ubnd-2024', { ...issuedBy('Đắk Tô'), number: '7/KH-UBND', issuedOn: '2024-03-01' }],
  ['tan-chau-7-kh-ubnd-2024', { issuedAt: 'Tân Châu', number: '7/KH-UBND', issuedOn: '2024-03-01' }],
  ['tan-chau-7-kh-bcd-2024', { issuedAt: 'Tân Châu', number: '7/KH-BCĐ', issuedOn: '2024-0X-01' }],
  ['tan-chau-7-kh-ubnd-0a1b2c3d', { issuedAt: 'Tân Châu', number: '7/KH-UBND' }],
  ['tan-chau-7-kh-ubnd-0a1b2c3d', { issuedAt: 'Tân Châu', number: '7/KH-UBND', issuedOn: '202X' }],
  ['7-kh-ubnd-0a1b2c3d', { number: '7/KH-UBND', issuedOn: '2024-03-01' }],
  ['tan-chau-0a1b2c3d', { issuedAt: 'Tân Châu', issuedOn: '2024-03-01' }],
  ['0a1b2c3d', {}],
  ['0a1b2c3d', { issuedAt: '…', number: '-/-' }],
])('%s', (id, facts) => {
  expect(planId({ ...NOTHING, ...facts }, SHA)).toBe(id);
});
