// Damages documents and holds the program to telling, of each, what became of it.
import { parseArgs } from 'node:util';
import { fuzz } from './batch/fuzz.ts';

const USAGE = `npm run fuzz -- [--inputs N] [--rounds N] [--seed N] [PATH…]

Damages documents (the project's own, or files and folders PATH…) in seeded ways and ingests them, --inputs in each of --rounds
runs. Ends with 1 where the program crashed, hung, lost a document or found a fault of its own.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
} else {
  const inputs = Number(values.inputs);
  for (let round = 0; round < Number(values.rounds); round++) {
    const seed = Number(values.seed) + round;
    const { fared, faults } = await fuzz({ inputs, seed, samples: positionals, limitMs: 20_000 * inputs });
    console.log(`seed ${seed}: ${JSON.stringify(fared)}`);
    for (const fault of faults) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
