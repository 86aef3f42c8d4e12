import type { FaultKind } from './fault.ts';
import { citationFaults } from './faults/citations.ts';
import { dateFaults } from './faults/dates.ts';
import { figureFaults } from './faults/figures.ts';
import { identityFaults } from './faults/identity.ts';
import { numberingFaults } from './faults/numbering.ts';
import { tableFaults } from './faults/tables.ts';

/** Every kind of fault that is planted, in the order of the report. */
export const faultKinds: readonly FaultKind[] = [
  ...tableFaults,
  ...figureFaults,
  ...identityFaults,
  ...citationFaults,
  ...dateFaults,
  ...numberingFaults,
];
