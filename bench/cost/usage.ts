import Big from 'big.js';
import { assumptions, objectGigabytes, operationsPerMessage, type Unit, units } from './prices.ts';
import type { Counted } from './scenarios.ts';

/** So much of everything that has a price. */
export type Usage = Readonly<Record<Unit, Big>>;

/** CPU of a Worker's invocation is a unit of its own; an object's is part of its duration. */
interface Cpu {
  readonly worker: Big;
  readonly object: Big;
}

const { notice, order, tick } = assumptions.cpuMilliseconds;
export const cpu = {
  notice: { worker: Big(notice), object: Big(notice).plus(order) },
  poll: { worker: Big(0), object: Big(order) },
  tick: { worker: Big(tick), object: Big(tick) },
  none: { worker: Big(0), object: Big(0) },
} as const satisfies Record<string, Cpu>;

/** What was counted, per piece of work. */
export function usageOf({ counts: { events, statements }, pieces }: Counted, { worker, object }: Cpu): Usage {
  const each = (count: number) => Big(count).div(pieces);
  const rows = (of: 'rowsRead' | 'rowsWritten') => statements.reduce((all, counted) => all + counted[of], 0);
  const seconds = each(events.calls).times(assumptions.secondsPerCall).plus(object.div(1000));
  return {
    workerRequests: each(events.workerRequests),
    workerCpu: worker,
    objectRequests: each(events.objectRequests + events.alarms),
    objectDuration: seconds.times(objectGigabytes),
    rowsRead: each(rows('rowsRead')),
    rowsWritten: each(rows('rowsWritten') + events.alarmSettings),
    queueOperations: each(events.queueMessages * operationsPerMessage),
    kvReads: each(events.kvReads),
    kvWrites: each(events.kvWrites),
  };
}

/** Of levels: their calls are made by the queue's consumer, whose waiting is free. `deleted`: rows that are deleted later, of each. */
export function usageOfLevels(counted: Counted, deleted: number): Usage {
  const { counts, pieces } = counted;
  const usage = usageOf(
    { ...counted, counts: { ...counts, events: { ...counts.events, calls: 0 } } },
    cpu.none,
  );
  const requests = Big(counts.events.objectRequests + counts.events.alarms).div(pieces);
  return {
    ...usage,
    objectDuration: requests.times(assumptions.secondsPerObjectRequest).times(objectGigabytes),
    rowsWritten: usage.rowsWritten.plus(deleted),
  };
}

/** So many of each, together. */
export function total(...parts: readonly (readonly [Usage, Big | number | string])[]): Usage {
  const of = (unit: Unit) =>
    parts.reduce((sum, [usage, count]) => sum.plus(usage[unit].times(count)), Big(0));
  return Object.fromEntries(units.map((unit) => [unit, of(unit)])) as Record<Unit, Big>;
}
