// What Linux tells of processes.
import { readFileSync } from 'node:fs';

const PAGE = 4096;
const MB = 1024 * 1024;
const TICKS_A_SECOND = 100;

/** The processes that a process started. Throws where it has ended. */
export function processesBelow(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** Resident memory. Throws where the process has ended. */
export function residentMegabytesOf(pid: number): number {
  return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE) / MB;
}

/** User and system time of one core; with those that it has waited for the end of. Throws where the process has ended. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const times = fields.slice(11, 13);
  return times.reduce((all, ticks) => all + Number(ticks) / TICKS_A_SECOND, 0);
}

/** The same of a server and all processes that it has, or had and waited for the end of. */
export function cpuSecondsWithAllBelow(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const ended = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15)
    .reduce((all, ticks) => all + Number(ticks) / TICKS_A_SECOND, 0);
  return processesBelow(pid).reduce((all, each) => all + cpuSecondsOf(each), cpuSecondsOf(pid) + ended);
}
