// Kills runs over many documents again and again, and holds what is left to what an unbroken run leaves.
import { parseArgs } from 'node:util';
import { torture } from './batch/torture.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    documents: { type: 'string', default: '16' },
  },
});
await torture({
  kills: Number(values.kills),
  seed: Number(values.seed),
  documents: Number(values.documents),
  log: console.log,
});
