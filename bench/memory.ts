import { readdirSync, readFileSync } from 'node:fs';

/** The workerd processes below this one. Linux only. */
export function workerdProcesses(): number[] {
  const parents = new Map<number, number>();
  const workerds: number[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const status = read(`/proc/${entry}/status`);
    parents.set(Number(entry), Number(field(status, 'PPid')));
    if (field(status, 'Name') === 'workerd') workerds.push(Number(entry));
  }
  const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return workerds.filter(isOurs);
}

/** Resident memory of processes together, in megabytes. */
export function residentMegabytes(processes: readonly number[]): number {
  const kilobytes = processes.map((pid) => Number.parseInt(field(read(`/proc/${pid}/status`), 'VmRSS'), 10));
  return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024);
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function field(status: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
}
