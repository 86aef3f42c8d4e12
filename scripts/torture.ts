// Kills runs over many documents again and again, and holds what is left to what an unbroken run leaves.
import { scriptArguments } from './arguments.ts';
import { torture } from './batch/torture.ts';
import { tortureQueue } from './batch/torture-queue.ts';

const { values } = scriptArguments('npm run torture -- [--kills N] [--seed N] [--documents N] [--queue]', {
  options: {
    kills: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    documents: { type: 'string' },
    /** Workers on PostgreSQL rather than a run into SQLite. */
    queue: { type: 'boolean', default: false },
  },
});
const options = { kills: Number(values.kills), seed: Number(values.seed), log: console.log };
if (values.queue) await tortureQueue({ ...options, documents: Number(values.documents ?? 150) });
else await torture({ ...options, documents: Number(values.documents ?? 16) });
