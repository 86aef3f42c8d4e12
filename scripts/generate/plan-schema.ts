import { z } from 'zod';
import * as record from '../../src/plan/record.ts';

/** The parts of a record that stand under `$defs`, by name. */
const PARTS = {
  Place: record.Place,
  Issuer: record.Issuer,
  Signer: record.Signer,
  Citation: record.Citation,
  Target: record.Target,
  Table: record.Table,
  Agency: record.Agency,
  Task: record.Task,
  Deadline: record.Deadline,
  Finding: record.Finding,
  Evidence: record.Evidence,
  Source: record.Source,
};

/** The JSON Schema (draft 2020-12) of a plan record. */
export function planSchema(): string {
  const metadata = z.registry<{ id?: string; title?: string; description?: string }>();
  for (const [id, part] of Object.entries(PARTS)) metadata.add(part, { id });
  metadata.add(record.Edtf, {
    id: 'Edtf',
    description: 'An EDTF level 1 date, quarter (2023-33 … 2023-36) or interval (ISO 8601-2:2019).',
  });
  metadata.add(record.PlanRecord, {
    title: 'Plan record',
    description: 'One plan of a Vietnamese People’s Committee, as `kehoach extract` prints it.',
  });
  return `${JSON.stringify(z.toJSONSchema(record.PlanRecord, { metadata }), null, 2)}\n`;
}
