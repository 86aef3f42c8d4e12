import { z } from 'zod';
import { isEdtf } from './edtf.ts';

/** An EDTF level 1 date, interval, season or quarter (ISO 8601-2:2019). */
export const Edtf = z.string().refine(isEdtf, { error: 'not an EDTF date' });

/** A place of the administrative gazetteer; `code` is the General Statistics Office's, null where unknown. */
export const Place = z.strictObject({ name: z.string().min(1), code: z.string().nullable() });

export const IssuerKind = z.enum([
  'peoples-committee',
  'steering-committee',
  'department',
  'social-insurance',
  'other',
]);
export const IssuerLevel = z.enum(['central', 'province', 'district', 'commune']);

export const Issuer = z.strictObject({
  name: z.string().min(1),
  kind: IssuerKind,
  level: IssuerLevel.nullable(),
  place: Place.nullable(),
});

export const Signer = z.strictObject({
  name: z.string().min(1),
  position: z.string().nullable(),
  capacity: z.string().nullable(),
});

export const Citation = z.strictObject({
  number: z.string().min(1),
  type: z.string().nullable(),
  issuedOn: Edtf.nullable(),
  issuer: z.string().nullable(),
  role: z.enum(['basis', 'reference']),
});

export const TargetMeasure = z.enum(['count', 'share', 'amount', 'frequency', 'ratio']);
export const TargetRelation = z.enum(['=', '>=', '>', '<=', '<']);
export const ShareBase = z.enum([
  'population',
  'labour-force',
  'eligible',
  'plan',
  'receivable',
  'group',
  'other',
]);

/** Indexes into `tables`, its rows and its columns, all zero-based. */
export const CellReference = z.strictObject({
  table: z.int().nonnegative(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
});

export const Target = z.strictObject({
  indicator: z.string().nullable(),
  label: z.string().min(1),
  group: z.string().nullable(),
  measure: TargetMeasure,
  change: z.enum(['increase', 'decrease']).nullable(),
  relation: TargetRelation,
  value: z.number().nullable(),
  unit: z.string().nullable(),
  of: ShareBase.nullable(),
  reference: z.string().nullable(),
  due: Edtf.nullable(),
  place: Place.nullable(),
  from: CellReference.nullable(),
});

export const TableColumn = z.strictObject({
  label: z.string(),
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
});
export const TableRowKind = z.enum(['item', 'total', 'subtotal', 'heading']);
export const TableCell = z.strictObject({ text: z.string(), value: z.number().nullable() });
export const TableRow = z.strictObject({
  label: z.string(),
  place: Place.nullable(),
  kind: TableRowKind,
  cells: z.array(TableCell),
});
export const Table = z.strictObject({
  caption: z.string().nullable(),
  page: z.int().positive(),
  columns: z.array(TableColumn),
  rows: z.array(TableRow),
});

export const Task = z.strictObject({
  text: z.string().min(1),
  role: z.enum(['lead', 'partner']).nullable(),
  partners: z.array(z.string().min(1)),
  deadlines: z.array(z.int().nonnegative()),
});
export const Agency = z.strictObject({
  name: z.string().min(1),
  id: z.string().nullable(),
  tasks: z.array(Task),
});

export const Deadline = z.strictObject({
  text: z.string().min(1),
  due: Edtf.nullable(),
  recurrence: z
    .string()
    .regex(/^FREQ=(WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[^;=]+)*$/)
    .nullable(),
  action: z.string().nullable(),
  agency: z.string().nullable(),
});

export const Severity = z.enum(['error', 'warning', 'info']);

export const Finding = z.strictObject({
  rule: z.string().min(1),
  severity: Severity,
  message: z.string().min(1),
  at: z.array(z.string()),
  expected: z.union([z.number(), z.string()]).nullable(),
  actual: z.union([z.number(), z.string()]).nullable(),
  suggestion: z.string().nullable(),
});

/** x, y, width and height as fractions of the page, origin at its top left corner. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** Where a value was read: half-open UTF-16 offsets into the document's normalised text. */
export const Evidence = z.strictObject({
  page: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
  confidence: z.number().min(0).max(1),
  boxes: z.array(Box),
  /** Other readings of its words, best first, where recognition was not sure. */
  alternatives: z.array(z.string()).optional(),
});

export const PageOrigin = z.enum(['text', 'text-layer', 'ocr']);
/**
 * Why a page was recognised although the file could have had text (no, an empty, a garbled layer, one without
 * diacritics, one that another language's OCR wrote), or what its text was converted from.
 */
export const PageReason = z.enum([
  'no-layer',
  'empty-layer',
  'broken-layer',
  'stripped-layer',
  'foreign-layer',
  'tcvn3',
  'vni',
  'viscii',
  'windows-1258',
]);
export const Source = z.strictObject({
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  pages: z.array(
    z.strictObject({
      page: z.int().positive(),
      origin: PageOrigin,
      confidence: z.number().min(0).max(1),
      reason: PageReason.nullable().default(null),
    }),
  ),
  diacritics: z.enum(['original', 'restored']),
});

/** What a plan states, apart from where and how it was read. */
export const PlanFacts = z.strictObject({
  type: z.string().nullable(),
  number: z.string().nullable(),
  issuer: Issuer.nullable(),
  issuedOn: Edtf.nullable(),
  issuedAt: z.string().nullable(),
  title: z.string().nullable(),
  period: Edtf.nullable(),
  signer: Signer.nullable(),
  recipients: z.array(z.string().min(1)),
  citations: z.array(Citation),
  targets: z.array(Target),
  tables: z.array(Table),
  agencies: z.array(Agency),
  deadlines: z.array(Deadline),
});

/** One plan as `kehoach extract` prints it: the contract of schemas/plan.schema.json. */
export const PlanRecord = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  status: z.enum(['complete', 'partial', 'failed']),
  source: Source,
  ...PlanFacts.shape,
  findings: z.array(Finding),
  evidence: z.record(z.string(), Evidence),
});

export type Place = z.infer<typeof Place>;
export type Issuer = z.infer<typeof Issuer>;
export type IssuerKind = z.infer<typeof IssuerKind>;
export type IssuerLevel = z.infer<typeof IssuerLevel>;
export type Signer = z.infer<typeof Signer>;
export type Citation = z.infer<typeof Citation>;
export type Target = z.infer<typeof Target>;
export type Table = z.infer<typeof Table>;
export type TableColumn = z.infer<typeof TableColumn>;
export type TableRow = z.infer<typeof TableRow>;
export type Task = z.infer<typeof Task>;
export type Agency = z.infer<typeof Agency>;
export type Deadline = z.infer<typeof Deadline>;
export type Severity = z.infer<typeof Severity>;
export type Finding = z.infer<typeof Finding>;
export type Box = z.infer<typeof Box>;
export type Evidence = z.infer<typeof Evidence>;
export type Source = z.infer<typeof Source>;
export type PageReason = z.infer<typeof PageReason>;
export type PageOrigin = z.infer<typeof PageOrigin>;
export type PlanFacts = z.infer<typeof PlanFacts>;
export type PlanRecord = z.infer<typeof PlanRecord>;
