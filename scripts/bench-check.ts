// Measures the check of stored plans, by itself and between them: see docs/scale.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlanRecord } from '../src/plan/record.ts';
import { scriptArguments } from './arguments.ts';
import { madePlan } from './batch/made-plans.ts';

/** What plans a database holds, by their number. */
const STORES: Record<string, (at: number) => { document: number; isUnidentified: boolean }> = {
  'all different': (at) => ({ document: at, isUnidentified: false }),
  'copies of five plans': (at) => ({ document: at % 5, isUnidentified: false }),
  'copies of five plans, without number and date': (at) => ({ document: at % 5, isUnidentified: true }),
};

interface Measurement {
  cpuSeconds: number;
  wallSeconds: number;
  peakMegabytes: number;
}

const { values } = scriptArguments('npm run bench:check -- [--plans N,N…]', {
  options: {
    plans: { type: 'string', default: '2000,5000,10000' },
    check: { type: 'string' },
  },
});
if (values.check !== undefined) console.log(JSON.stringify(await check(values.check)));
else {
  for (const [name, of] of Object.entries(STORES)) await measure(name, of);
  console.log(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`);
}

/** Fills a database up to each of the sizes and checks it in a process of its own, first without and then with what the first check left. */
async function measure(name: string, of: (typeof STORES)[string]): Promise<void> {
  const { processDocument } = await import('../src/pipeline.ts');
  const { openStore } = await import('../src/store/open.ts');
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-check-'));
  try {
    const read = new Map<number, { record: PlanRecord; text: string }>();
    let at = 0;
    for (const size of values.plans.split(',').map(Number)) {
      const store = await openStore(join(folder, 'plans.sqlite'));
      for (; at < size; at++) {
        const { document, isUnidentified } = of(at);
        const bytes = Buffer.from(madePlan(document));
        const plan = read.get(document) ?? (await processDocument({ path: `${document}.txt`, bytes }));
        if (name !== 'all different') read.set(document, plan);
        const { record, text } = plan;
        const known = isUnidentified ? { ...record, number: null, issuedOn: null } : record;
        const source = { ...record.source, path: `${at}.txt`, sha256: String(at).padStart(64, '0') };
        await store.save({ ...known, id: `plan-${at}`, source }, text);
      }
      await store.close();
      for (const round of ['first check', 'again']) {
        const { cpuSeconds, wallSeconds, peakMegabytes } = inOwnProcess(folder);
        const figures = `${cpuSeconds.toFixed(1)} s of one core, ${wallSeconds.toFixed(1)} s, peak memory ${peakMegabytes.toFixed(0)} MB`;
        console.log(`${name}, ${size} plans, ${round}: ${figures}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inOwnProcess(folder: string): Measurement {
  const { stdout, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--check', folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`the check ended with ${status}`);
  return JSON.parse(stdout);
}

/** `kehoach check` of a folder's database, what it prints thrown away. */
async function check(folder: string): Promise<Measurement> {
  const { run } = await import('../src/cli/run.ts');
  const nowhere = { write: () => true };
  const wall = performance.now();
  const code = await run(['check', '--out', folder], {
    cwd: folder,
    env: {},
    stdout: nowhere,
    stderr: nowhere,
    process: () => Promise.reject(new Error('nothing is read')),
  });
  if (code > 1) throw new Error(`kehoach check ended with ${code}`);
  const { user, system } = process.cpuUsage();
  return {
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - wall) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}
