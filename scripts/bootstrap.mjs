// Runs a task on a machine that has only Node and npm: installs and builds first what is missing or stale.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task, ...args] = process.argv.slice(2);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Paths are relative to dist/. */
const SCRIPTS = {
  eval: 'scripts/evaluate.js',
  'eval:text': 'scripts/evaluate-text.js',
  bench: 'scripts/bench.js',
  'bench:ocr': 'scripts/bench-ocr.js',
  'bench:batch': 'scripts/bench-batch.js',
  'bench:store': 'scripts/bench-store.js',
  'bench:check': 'scripts/bench-check.js',
  torture: 'scripts/torture.js',
  fuzz: 'scripts/fuzz.js',
  generate: 'scripts/generate.js',
  mutate: 'scripts/mutate.js',
  'build-language-model': 'scripts/build-language-model.js',
};

install();
if (task === 'test') {
  build();
  run(join(root, 'node_modules/vitest/vitest.mjs'), ['run', ...args]);
} else if (task === 'build') {
  build();
} else if (task !== undefined && task in SCRIPTS) {
  build();
  run(join(root, 'dist', SCRIPTS[task]), args);
} else {
  build();
  run(join(root, 'dist/src/cli/main.js'), task === undefined ? [] : [task, ...args]);
}

function install() {
  const stamp = join(root, 'node_modules/.kehoach-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Đang cài các gói cần thiết (npm ci) …');
  execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  writeFileSync(stamp, lock);
}

function build() {
  const stamp = join(root, 'dist/.built');
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const inputs = [
    ...files(join(root, 'src')),
    ...files(join(root, 'scripts')),
    join(root, 'package.json'),
    join(root, 'package-lock.json'),
    join(root, 'tsconfig.json'),
    join(root, 'tsconfig.build.json'),
  ];
  if (inputs.every((file) => statSync(file).mtimeMs <= builtAt)) return;
  const started = Date.now();
  run(join(root, 'node_modules/typescript/bin/tsc'), ['-p', 'tsconfig.build.json'], { exit: false });
  const client = join(root, 'src/web/client');
  for (const built of [[client], ['--config', 'scripts/vite.packages.config.mjs']]) {
    run(join(root, 'node_modules/vite/bin/vite.js'), ['build', ...built, '--logLevel', 'warn'], {
      exit: false,
    });
  }
  for (const file of files(join(root, 'src'))) {
    if (file.endsWith('.ts') || file.startsWith(client)) continue;
    const target = join(root, 'dist', file.slice(root.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
  writeFileSync(stamp, `${started}\n`);
}

function run(file, argv, { exit = true } = {}) {
  const { status } = spawnSync(process.execPath, [file, ...argv], {
    cwd: exit ? process.cwd() : root,
    stdio: exit ? 'inherit' : ['ignore', 2, 2],
  });
  if (exit || status !== 0) process.exit(status ?? 1);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}
