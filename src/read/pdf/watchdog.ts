// A thread beside the one that reads: it ends the whole process where a limit is passed, however busy that one is.
import process from 'node:process';
import { workerData } from 'node:worker_threads';

const INTERVAL_MS = 50;
/** The slots of the memory shared with the reading thread; 0 stands for no limit. */
const CPU_MICROSECONDS = 0;
const MEMORY_BYTES = 1;

if (workerData instanceof SharedArrayBuffer) {
  const limits = new Float64Array(workerData);
  const parent = process.ppid;
  setInterval(() => {
    const isOver = (used: number, slot: number): boolean => {
      const limit = limits[slot] ?? 0;
      return limit > 0 && used > limit;
    };
    const { user, system } = process.cpuUsage();
    // Which signal it was tells the parent why.
    if (isOver(process.memoryUsage.rss(), MEMORY_BYTES)) process.kill(process.pid, 'SIGKILL');
    else if (isOver(user + system, CPU_MICROSECONDS)) process.kill(process.pid, 'SIGALRM');
    else if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, INTERVAL_MS);
}
