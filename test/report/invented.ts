import { createHash } from 'node:crypto';
import type { PipelineInput, ProcessedPlan } from '../../src/pipeline.ts';
import { DocumentFailure } from '../../src/plan/failure.ts';
import type { Evidence, Finding, PlanRecord } from '../../src/plan/record.ts';

/** A record of a plan that never was, with what a test wants different. */
export function inventedRecord(differences: Partial<PlanRecord> = {}): PlanRecord {
  return {
    schemaVersion: 1,
    id: 'binh-minh-7-kh-ubnd-2024',
    status: 'complete',
    source: {
      path: 'plans/binh-minh.txt',
      sha256: '0'.repeat(64),
      mediaType: 'text/plain',
      bytes: 120,
      pages: [{ page: 1, origin: 'text', confidence: 1, reason: null }],
      diacritics: 'original',
    },
    type: 'Kế hoạch',
    number: '7/KH-UBND',
    issuer: {
      name: 'Ủy ban nhân dân tỉnh Bình Minh',
      kind: 'peoples-committee',
      level: 'province',
      place: { name: 'Bình Minh', code: null },
    },
    issuedOn: '2024-03-05',
    issuedAt: 'Bình Minh',
    title: 'Trồng cây xanh năm 2024',
    period: '2024',
    signer: { name: 'Nguyễn Văn An', position: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
    recipients: ['Như trên', 'Lưu: VT'],
    citations: [
      {
        number: '12/QĐ-TTg',
        type: 'Quyết định',
        issuedOn: '2021-04-01',
        issuer: 'Thủ tướng Chính phủ',
        role: 'basis',
      },
    ],
    targets: [
      {
        indicator: null,
        label: 'Số cây trồng mới',
        group: null,
        measure: 'count',
        change: null,
        relation: '>=',
        value: 12500,
        unit: 'cây',
        of: null,
        reference: null,
        due: '2024-12-31',
        place: null,
        from: null,
      },
    ],
    tables: [],
    agencies: [
      {
        name: 'Sở Xây dựng',
        id: 'so-xay-dung',
        tasks: [{ text: 'Chủ trì trồng cây', role: 'lead', partners: ['Sở Tài chính'], deadlines: [0] }],
      },
    ],
    deadlines: [
      {
        text: 'trước ngày 15/12/2024',
        due: '2024-12-15',
        recurrence: null,
        action: 'báo cáo kết quả',
        agency: 'Sở Xây dựng',
      },
    ],
    findings: [],
    evidence: {},
    ...differences,
  };
}

export function finding(differences: Partial<Finding> = {}): Finding {
  return {
    rule: 'table-total',
    severity: 'error',
    message: 'Cột 1: các dòng cộng lại là 10, dòng tổng ghi 11',
    at: [],
    expected: 10,
    actual: 11,
    suggestion: null,
    ...differences,
  };
}

/** The evidence of words that occur once in a text. */
export function evidenceOf(quote: string, text: string): Evidence {
  const start = text.indexOf(quote);
  return { page: 1, start, end: start + quote.length, quote, confidence: 1, boxes: [] };
}

/** Stands in for the pipeline: a plan is a text whose first line is `KẾ HOẠCH <id>`. */
export async function inventedPlan({ path, bytes }: PipelineInput): Promise<ProcessedPlan> {
  const text = new TextDecoder().decode(bytes);
  if (text.length === 0) throw new DocumentFailure('empty', path);
  if (text.startsWith('BUG')) throw new TypeError('x is not a function');
  const id = /^KẾ HOẠCH ([a-z0-9-]+)/.exec(text)?.[1];
  if (id === undefined) throw new DocumentFailure('not-a-plan', path);
  const source = {
    ...inventedRecord().source,
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const isWrong = text.includes('SAI');
  return {
    text,
    repairs: [],
    record: inventedRecord({
      id,
      source,
      findings: isWrong ? [finding({ at: ['/title'] })] : [],
      evidence: isWrong ? { '/title': evidenceOf('SAI', text) } : {},
    }),
  };
}
