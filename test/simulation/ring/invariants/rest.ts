import { changedCustomer, isUpdate } from '../../world/call-line.ts';
import type { Ring, Writing } from '../ring.ts';

/** A record is written so often in a run, with everything that people do to it. */
const maxWritesPerRecord = 40;
/** Of one integration in an hour, polls included. */
const maxCallsPerHour = 900;
const hourMs = 3_600_000;

/** It comes to rest, and it does not take more calls than there is to do. */
export function restViolations(
  { writings, members, clock, startedAt }: Ring,
  late: readonly Writing[],
): string[] {
  const failures = late.slice(0, 3).map(({ system, line }) => `long after the last edit: ${system} ${line}`);
  const perRecord = new Map<string, number>();
  for (const { system, line } of writings) {
    if (!isUpdate(line) && changedCustomer(line) === null) continue;
    perRecord.set(`${system} ${line}`, (perRecord.get(`${system} ${line}`) ?? 0) + 1);
  }
  for (const [record, count] of perRecord) {
    if (count > maxWritesPerRecord) failures.push(`${count} times ${record}`);
  }
  const hours = (clock.now() - startedAt) / hourMs;
  for (const { network } of members) {
    const calls = network.sent.length;
    if (calls > hours * maxCallsPerHour) failures.push(`${calls} calls in ${hours.toFixed(1)} hours`);
  }
  return failures;
}
