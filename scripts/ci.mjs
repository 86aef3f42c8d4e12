// Runs the tests and every other check, and ends with the line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const work = mkdtempSync(join(tmpdir(), 'kehoach-ci-'));
let passed = 0;
let failed = 0;

try {
  check('npm ci', () => run(npm, ['ci', '--no-audit', '--no-fund']));
  check('npm test', test);
  check('types', () => run(npm, ['run', 'types']));
  check('lint', () => run('npx', ['biome', 'ci', '--colors=off', '.']));
  check('knip', () => run(npm, ['run', 'knip']));
  check('generated files', () => run(npm, ['run', 'generate', '--', '--check']));
  check('scores', () => run(npm, ['run', 'eval', '--', '--check']));
  check('known weaknesses of packages', audit);
  check('npm start twice in a fresh clone', startTwice);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One check; it fails by throwing. */
function check(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  try {
    work();
    passed++;
    console.log(`── ${name}: ok (${Math.round((Date.now() - started) / 1000)} s)`);
  } catch (error) {
    failed++;
    console.log(`── ${name}: FAILED: ${error.message}`);
  }
}

/** The tests count one by one; that the run itself succeeded counts as the check. */
function test() {
  const report = join(work, 'tests.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  try {
    run(npm, ['test', '--', ...reporters]);
  } finally {
    if (existsSync(report)) {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
      passed += numPassedTests;
      failed += numFailedTests;
      console.log(`tests: ${numPassedTests} passed, ${numFailedTests} failed`);
    }
  }
}

/** What the registry knows of the packages that the program runs with; where it can't be asked, nothing is known. */
function audit() {
  const { stdout } = spawnSync(npm, ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  let found;
  try {
    found = JSON.parse(stdout).metadata?.vulnerabilities;
  } catch {
    found = undefined;
  }
  if (found === undefined) {
    console.log('the registry does not answer');
    return;
  }
  console.log(JSON.stringify(found));
  if (found.high + found.critical > 0) throw new Error(`${found.high} high, ${found.critical} critical`);
}

/** What the README promises: in a fresh clone `npm start` leaves records, a database and a report, the same twice. */
function startTwice() {
  const clone = join(work, 'clone');
  run('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
  const started = run(npm, ['start'], clone);
  const first = hashes(join(clone, 'out'));
  const documents = readdirSync(join(clone, 'corpus'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const records = Object.keys(first).filter((name) => name.startsWith('plans') && name.endsWith('.json'));
  if (records.length !== documents.length) {
    throw new Error(`${documents.length} documents gave ${records.length} records`);
  }
  if (!('plans.sqlite' in first)) throw new Error('no out/plans.sqlite');
  if (started.trim() === '') throw new Error('no report');
  run(npm, ['start'], clone);
  if (JSON.stringify(hashes(join(clone, 'out'))) !== JSON.stringify(first)) {
    throw new Error('a second npm start left other bytes');
  }
  rmSync(join(clone, 'out'), { recursive: true });
  run(npm, ['start'], clone);
  if (JSON.stringify(hashes(join(clone, 'out'))) !== JSON.stringify(first)) {
    throw new Error('npm start from nothing left other bytes than the first time');
  }
}

function hashes(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Runs a command to its end and gives what it printed; throws where it fails. */
function run(command, args, cwd = root) {
  const { status, error, stdout } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  process.stdout.write(stdout ?? '');
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return stdout;
}
