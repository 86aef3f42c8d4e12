import type { Generated } from 'kysely';

/**
 * The tables of the database, as docs/database.md describes them. Only text, numbers and null go into a column: the
 * driver takes nothing else (a boolean ends the process).
 */
export interface Tables {
  plans: PlanRow;
  documents: DocumentRow;
  ingests: IngestRow;
  pages: PageRow;
  recipients: RecipientRow;
  citations: CitationRow;
  plan_tables: PlanTableRow;
  table_columns: TableColumnRow;
  table_rows: TableRowRow;
  table_cells: TableCellRow;
  targets: TargetRow;
  agencies: AgencyRow;
  tasks: TaskRow;
  task_partners: TaskPartnerRow;
  deadlines: DeadlineRow;
  task_deadlines: TaskDeadlineRow;
  findings: FindingRow;
  finding_places: FindingPlaceRow;
  accepted_findings: AcceptedFindingRow;
  text_sketches: TextSketchRow;
  corrections: CorrectionRow;
  corrected_values: CorrectedValueRow;
  reviews: ReviewRow;
  accounts: AccountRow;
  sessions: SessionRow;
  audit_log: AuditRow;
  /** A view. */
  evidence: EvidenceRow;
  schema_versions: SchemaVersionRow;
}

export interface PlanRow {
  id: string;
  status: string;
  schema_version: number;
  type: string | null;
  number: string | null;
  title: string | null;
  issuer_name: string | null;
  issuer_kind: string | null;
  issuer_level: string | null;
  place_name: string | null;
  place_code: string | null;
  issued_on: string | null;
  issued_first: string | null;
  issued_last: string | null;
  issued_at: string | null;
  period: string | null;
  period_first: string | null;
  period_last: string | null;
  signer_name: string | null;
  signer_position: string | null;
  signer_capacity: string | null;
  source_path: string;
  source_sha256: string;
  source_media_type: string;
  source_bytes: number;
  diacritics: string;
  errors: number;
  warnings: number;
  infos: number;
  pages: number;
  least_confidence: number;
  corrections_held: number;
}

export interface DocumentRow {
  search_id: Generated<number>;
  plan_id: string;
  text: string;
  record: string;
  repairs: string | null;
}

export interface IngestRow {
  path: string;
  sha256: string | null;
  fingerprint: string;
  plan_id: string | null;
  failure_code: string | null;
  failure_detail: string | null;
  state: string;
  result_bytes: number | null;
}

interface PageRow {
  plan_id: string;
  page: number;
  origin: string;
  confidence: number;
  reason: string | null;
}

interface RecipientRow {
  plan_id: string;
  position: number;
  name: string;
}

interface CitationRow {
  plan_id: string;
  position: number;
  number: string;
  type: string | null;
  issued_on: string | null;
  issued_first: string | null;
  issued_last: string | null;
  issuer: string | null;
  role: string;
  page: number | null;
  quote: string | null;
}

interface PlanTableRow {
  plan_id: string;
  position: number;
  caption: string | null;
  page: number;
}

interface TableColumnRow {
  plan_id: string;
  table_position: number;
  position: number;
  label: string;
  indicator: string | null;
  unit: string | null;
}

interface TableRowRow {
  plan_id: string;
  table_position: number;
  position: number;
  label: string;
  kind: string;
  place_name: string | null;
  place_code: string | null;
}

interface TableCellRow {
  plan_id: string;
  table_position: number;
  row_position: number;
  column_position: number;
  text: string;
  value: number | null;
}

interface TargetRow {
  plan_id: string;
  position: number;
  indicator: string | null;
  label: string;
  group_name: string | null;
  measure: string;
  change: string | null;
  relation: string;
  value: number | null;
  unit: string | null;
  share_of: string | null;
  reference: string | null;
  due: string | null;
  due_first: string | null;
  due_last: string | null;
  place_name: string | null;
  place_code: string | null;
  from_table: number | null;
  from_row: number | null;
  from_column: number | null;
  page: number | null;
  quote: string | null;
  confidence: number | null;
}

interface AgencyRow {
  plan_id: string;
  position: number;
  name: string;
  agency_id: string | null;
}

interface TaskRow {
  plan_id: string;
  agency_position: number;
  position: number;
  text: string;
  role: string | null;
  page: number | null;
}

interface TaskPartnerRow {
  plan_id: string;
  agency_position: number;
  task_position: number;
  position: number;
  name: string;
}

interface DeadlineRow {
  plan_id: string;
  position: number;
  text: string;
  due: string | null;
  due_first: string | null;
  due_last: string | null;
  recurrence: string | null;
  action: string | null;
  agency: string | null;
  page: number | null;
  quote: string | null;
}

interface TaskDeadlineRow {
  plan_id: string;
  agency_position: number;
  task_position: number;
  position: number;
  deadline_position: number;
}

interface FindingRow {
  plan_id: string;
  position: number;
  rule: string;
  severity: string;
  message: string;
  expected_number: number | null;
  expected_text: string | null;
  actual_number: number | null;
  actual_text: string | null;
  suggestion: string | null;
}

interface FindingPlaceRow {
  plan_id: string;
  finding_position: number;
  position: number;
  pointer: string;
}

interface AcceptedFindingRow {
  plan_id: string;
  source_sha256: string;
  rule: string;
  key: string;
  message: string;
  reason: string;
  accepted_by: string;
  accepted_at: string;
}

interface TextSketchRow {
  plan_id: string;
  band: number;
  hash: number;
}

interface SchemaVersionRow {
  name: string;
  timestamp: string;
}

interface EvidenceRow {
  plan_id: string;
  pointer: string;
  page: number;
  start_offset: number;
  end_offset: number;
  quote: string;
  confidence: number;
  boxes: string | null;
}

interface CorrectedValueRow {
  plan_id: string;
  position: number;
  pointer: string;
  value: string;
  former: string;
  reviewer: string;
  made_at: string;
}

export interface CorrectionRow {
  id: number;
  source_sha256: string;
  pointer: string;
  value: string | null;
  former: string | null;
  evidence: string | null;
  marked: string | null;
  undoes: number | null;
  part_of: number | null;
  reviewer: string;
  made_at: string;
}

interface ReviewRow {
  source_sha256: string;
  reviewer: string;
  made_at: string;
}

interface AccountRow {
  name: string;
  role: string;
  password: string;
}

interface SessionRow {
  token_hash: string;
  account: string;
  expires_at: string;
}

interface AuditRow {
  id: number;
  made_at: string;
  account: string;
  action: string;
  subject: string | null;
  detail: string | null;
}
