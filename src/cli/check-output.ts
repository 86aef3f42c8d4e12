import { withSettings } from '../check/settings.ts';
import { findingKey } from '../plan/finding-key.ts';
import type { Finding, PlanRecord, Severity } from '../plan/record.ts';
import { checkJson, checkReport, checkSummary } from '../report/check-report.ts';
import { SarifLog } from '../report/sarif.ts';
import type { Acceptance } from '../store/accepted.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import { styleOn } from './host.ts';
import type { CommandContext } from './program.ts';
import { packageVersion } from './version.ts';

export const CHECK_FORMATS = ['pretty', 'json', 'sarif'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What a check prints, plan by plan or at its end, and how bad it is. */
export class CheckOutput {
  readonly #context: CommandContext;
  readonly #format: CheckFormat;
  readonly #settings: Config;
  readonly #store: Store | null;
  #sarif: SarifLog | null = null;
  readonly #severities: Severity[] = [];
  #checked = 0;
  #listed = 0;
  #accepted = 0;

  constructor(context: CommandContext, format: CheckFormat, settings: Config, store: Store | null) {
    this.#context = context;
    this.#format = format;
    this.#settings = settings;
    this.#store = store;
  }

  get checked(): number {
    return this.#checked;
  }

  get hasErrors(): boolean {
    return this.#severities.includes('error');
  }

  /** Takes a plan with what was found, prints it where plans are printed one by one. */
  async add(record: PlanRecord, text: string): Promise<void> {
    const findings = withSettings(record.findings, this.#settings.rules);
    const accepted = await this.#acceptedOf(findings, record);
    this.#checked++;
    for (const finding of findings) {
      if (accepted.has(finding)) this.#accepted++;
      else this.#severities.push(finding.severity);
    }
    const plan = { record: { ...record, findings }, text, accepted };
    const { host, lang } = this.#context;
    if (this.#format === 'pretty') host.stdout.write(checkReport(plan, styleOn(host.stdout, lang, host.env)));
    else if (this.#format === 'json') this.#addJson(checkJson(plan));
    else (await this.#sarifLog()).add(plan);
  }

  /** Counts a plan of which there is nothing to say. */
  pass(): void {
    this.#checked++;
  }

  /** Prints what comes after the last plan. */
  async end(): Promise<void> {
    const { host, lang } = this.#context;
    if (this.#format === 'pretty') {
      const style = styleOn(host.stdout, lang, host.env);
      host.stdout.write(checkSummary(this.#severities, this.#checked, style, this.#accepted));
    }
    if (this.#format === 'json') host.stdout.write(this.#listed === 0 ? '[]\n' : '\n]\n');
    if (this.#format === 'sarif') (await this.#sarifLog()).end();
  }

  async #sarifLog(): Promise<SarifLog> {
    if (this.#sarif !== null) return this.#sarif;
    const { host, lang, m } = this.#context;
    const { rules } = await import('../check/rules.ts');
    const { storeRules } = await import('../check/store-rules.ts');
    this.#sarif = new SarifLog(
      {
        lang,
        version: packageVersion(),
        rules: [...rules, ...storeRules],
        sourceRegion: m.check.sourceRegion,
      },
      (json) => host.stdout.write(json),
    );
    return this.#sarif;
  }

  #addJson(element: string): void {
    this.#context.host.stdout.write(`${this.#listed === 0 ? '[' : ','}\n${element}`);
    this.#listed++;
  }

  /** The findings that were accepted, with what was noted of it. */
  async #acceptedOf(findings: readonly Finding[], record: PlanRecord): Promise<Map<Finding, Acceptance>> {
    const accepted = new Map<Finding, Acceptance>();
    if (this.#store === null || findings.length === 0) return accepted;
    const noted = await this.#store.acceptances({ id: record.id, sha256: record.source.sha256 });
    const byKey = new Map(noted.map((acceptance) => [acceptance.key, acceptance]));
    if (byKey.size === 0) return accepted;
    for (const finding of findings) {
      const acceptance = byKey.get(findingKey(finding, record));
      if (acceptance !== undefined) accepted.set(finding, acceptance);
    }
    return accepted;
  }
}
