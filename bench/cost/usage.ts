import Big from 'big.js';
import { assumptions } from './assumptions.ts';
import { objectGigabytes, operationsPerMessage, type Priced, priced } from './prices.ts';
import type { Counts } from './tally.ts';

/** So much of everything that has a price. */
export type Usage = Readonly<Record<Priced, Big>>;

export const nothing: Usage = uniform(() => Big(0));

/** CPU of a Worker's invocation is measured apart; an object's is part of its duration. */
export interface CpuMilliseconds {
  readonly worker: Big;
  readonly object: Big;
}

/** What was counted, per piece of work. */
export function usageOf(counts: Counts, pieces: number, cpu: CpuMilliseconds): Usage {
  const { events } = counts;
  const each = (count: number) => Big(count).div(pieces);
  const rows = (of: 'rowsRead' | 'rowsWritten') =>
    counts.statements.reduce((sum, statement) => sum + statement[of], 0);
  const seconds = each(events.calls).times(assumptions.secondsPerCall).plus(cpu.object.div(1000));
  return {
    workerRequests: each(events.workerRequests),
    workerCpu: cpu.worker,
    objectRequests: each(events.objectRequests + events.alarms),
    objectDuration: seconds.times(objectGigabytes),
    rowsRead: each(rows('rowsRead')),
    rowsWritten: each(rows('rowsWritten') + events.alarmSettings),
    queueOperations: each(events.queueMessages * operationsPerMessage),
    kvReads: each(events.kvReads),
    kvWrites: each(events.kvWrites),
  };
}

export function times(usage: Usage, factor: Big | number | string): Usage {
  return uniform((name) => usage[name].times(factor));
}

export function sum(...usages: readonly Usage[]): Usage {
  return uniform((name) => usages.reduce((total, usage) => total.plus(usage[name]), Big(0)));
}

function uniform(of: (name: Priced) => Big): Usage {
  return Object.fromEntries(priced.map((name) => [name, of(name)])) as Record<Priced, Big>;
}
