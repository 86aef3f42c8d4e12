import type { Location, Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import type { Severity } from '../plan/record.ts';
import type { Acceptance } from '../store/accepted.ts';
import type { CheckedPlan } from './check-report.ts';
import type { Language } from './messages/messages.ts';
import { placesOf } from './places.ts';

/** What SARIF wants to know of a rule. */
export interface RuleDescription {
  id: string;
  severity: Severity;
  summary: Record<Language, string>;
  why: Record<Language, string>;
  settle: Record<Language, string>;
}

export interface SarifOptions {
  lang: Language;
  version: string;
  rules: readonly RuleDescription[];
  /** What the place in the normalised text is called. */
  sourceRegion: string;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The findings of plans as one SARIF 2.1.0 log. A result's location is the document; since the evidence points into
 * the normalised text, that text is embedded as a nested artifact and the places in it are related locations.
 */
export function sarifLog(plans: readonly CheckedPlan[], options: SarifOptions): Log {
  const { lang, version, rules, sourceRegion } = options;
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kehoach',
            semanticVersion: version,
            language: lang,
            rules: rules.map((rule) => descriptor(rule, lang)),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: plans.flatMap(({ record, text }, at) => [
          {
            location: { uri: uriOf(record.source.path) },
            mimeType: record.source.mediaType,
            length: record.source.bytes,
            hashes: { 'sha-256': record.source.sha256 },
            roles: ['analysisTarget' as const],
          },
          { parentIndex: 2 * at, mimeType: 'text/plain', encoding: 'UTF-8', contents: { text } },
        ]),
        results: plans.flatMap((plan, at) =>
          plan.record.findings.map((finding): Result => {
            const ruleIndex = index.get(finding.rule);
            return {
              ruleId: finding.rule,
              ...(ruleIndex === undefined ? {} : { ruleIndex }),
              level: LEVELS[finding.severity],
              kind: 'fail',
              message: { text: finding.message },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: uriOf(plan.record.source.path), index: 2 * at },
                  },
                  ...(finding.at.length === 0
                    ? {}
                    : { logicalLocations: finding.at.map((fullyQualifiedName) => ({ fullyQualifiedName })) }),
                },
              ],
              suppressions: suppressions(plan.accepted?.get(finding)),
              relatedLocations: relatedLocations(plan, finding.at, 2 * at + 1, sourceRegion),
              properties: {
                expected: finding.expected,
                actual: finding.actual,
                suggestion: finding.suggestion,
              },
            };
          }),
        ),
      },
    ],
  };
}

/** An empty list says that the finding stands; a missing one would say that nobody knows. */
function suppressions(acceptance: Acceptance | undefined): Suppression[] {
  if (acceptance === undefined) return [];
  const { reason, by, at } = acceptance;
  return [{ kind: 'external', status: 'accepted', justification: reason, properties: { by, at } }];
}

function descriptor(rule: RuleDescription, lang: Language): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary[lang] },
    fullDescription: { text: rule.why[lang] },
    help: { text: rule.settle[lang] },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function relatedLocations(
  { record, text }: CheckedPlan,
  at: readonly string[],
  artifact: number,
  sourceRegion: string,
): Location[] {
  return placesOf(at, record, text).map((place, id) => ({
    id,
    message: { text: sourceRegion },
    physicalLocation: {
      artifactLocation: { index: artifact },
      region: {
        startLine: place.line,
        startColumn: place.column,
        endLine: place.line,
        endColumn: place.endColumn,
        charOffset: place.evidence.start,
        charLength: place.evidence.end - place.evidence.start,
        snippet: { text: place.evidence.quote },
      },
    },
    logicalLocations: [{ fullyQualifiedName: place.pointer }],
  }));
}

/** A relative path as a URI reference. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
