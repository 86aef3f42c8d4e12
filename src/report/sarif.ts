import type { Artifact, Location, Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import type { Finding, Severity } from '../plan/record.ts';
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
 * Writes the findings of plans as one SARIF 2.1.0 log. A result's location is the document; since the evidence points into
 * the normalised text, that text is embedded as a nested artifact and the places in it are related locations. Texts are
 * written as they come, since those of many plans are more than fits into memory; results are kept until the end.
 */
export class SarifLog {
  readonly #options: SarifOptions;
  readonly #index: ReadonlyMap<string, number>;
  readonly #write: (json: string) => void;
  readonly #results: Buffer[] = [];
  #artifacts = 0;

  constructor(options: SarifOptions, write: (json: string) => void) {
    this.#options = options;
    this.#index = new Map(options.rules.map((rule, at) => [rule.id, at]));
    this.#write = write;
    write(this.#frame()[0]);
  }

  add(plan: CheckedPlan): void {
    const at = this.#artifacts;
    for (const artifact of artifactsOf(plan, at)) {
      this.#write(`${this.#artifacts === 0 ? '' : ','}\n${element(artifact)}`);
      this.#artifacts++;
    }
    // As bytes, which take half of what strings take, outside of the engine's memory.
    for (const finding of plan.record.findings)
      this.#results.push(Buffer.from(element(this.#result(plan, finding, at))));
  }

  end(): void {
    const [, between, after] = this.#frame();
    this.#write(`${this.#artifacts === 0 ? '' : AFTER_ELEMENTS}${between}`);
    for (const [at, result] of this.#results.entries()) this.#write(`${at === 0 ? '' : ','}\n${result}`);
    this.#write(`${this.#results.length === 0 ? '' : AFTER_ELEMENTS}${after}\n`);
  }

  /** What stands before the artifacts, between them and the results, and after these. */
  #frame(): [string, string, string] {
    const { lang, version, rules } = this.#options;
    const log: Log = {
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
          artifacts: [],
          results: [],
        },
      ],
    };
    const [before = '', rest = ''] = cutBehind(JSON.stringify(log, null, 2), '"artifacts": [');
    return [before, ...cutBehind(rest, '"results": [')];
  }

  #result(plan: CheckedPlan, finding: Finding, artifact: number): Result {
    const ruleIndex = this.#index.get(finding.rule);
    return {
      ruleId: finding.rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: LEVELS[finding.severity],
      kind: 'fail',
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(plan.record.source.path), index: artifact },
          },
          ...(finding.at.length === 0
            ? {}
            : { logicalLocations: finding.at.map((fullyQualifiedName) => ({ fullyQualifiedName })) }),
        },
      ],
      suppressions: suppressions(plan.accepted?.get(finding)),
      relatedLocations: relatedLocations(plan, finding.at, artifact + 1, this.#options.sourceRegion),
      properties: {
        expected: finding.expected,
        actual: finding.actual,
        suggestion: finding.suggestion,
      },
    };
  }
}

function artifactsOf({ record, text }: CheckedPlan, parentIndex: number): Artifact[] {
  return [
    {
      location: { uri: uriOf(record.source.path) },
      mimeType: record.source.mediaType,
      length: record.source.bytes,
      hashes: { 'sha-256': record.source.sha256 },
      roles: ['analysisTarget'],
    },
    { parentIndex, mimeType: 'text/plain', encoding: 'UTF-8', contents: { text } },
  ];
}

/** Artifacts and results stand so deep in the log. */
const INDENT = ' '.repeat(8);
const AFTER_ELEMENTS = `\n${INDENT.slice(2)}`;

function element(value: Artifact | Result): string {
  return INDENT + JSON.stringify(value, null, 2).replaceAll('\n', `\n${INDENT}`);
}

function cutBehind(json: string, words: string): [string, string] {
  const at = json.indexOf(words) + words.length;
  return [json.slice(0, at), json.slice(at)];
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
