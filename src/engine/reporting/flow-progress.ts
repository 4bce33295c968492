import { type FlowDocument, flowId } from '../configuration/configuration.ts';
import { never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { placedId, type Runtime } from '../work/runtime.ts';
import { type FlowProgress, timestamp } from './views.ts';

const minuteMs = 60_000;

/** How far the reading of a flow's source is, and when it goes on. */
export function progressOf(
  flow: FlowDocument,
  { cursors, openTasks }: Stores,
  { flows, polls }: Runtime,
): FlowProgress {
  const parts = flows.get(flowId(flow));
  const id = parts === undefined ? null : placedId(parts);
  const cursor = id === null ? null : cursors.get(id);
  const polled = cursor !== null && cursor.nextAt < never;
  const poll = polls.find((each) => each.flow === id);
  return {
    flow: flow.flow,
    from: flow.from,
    to: flow.to,
    // Before the first full read of levels nothing is known, from the beginning of time on.
    pulledUntil: cursor === null || cursor.since === 0 ? null : timestamp(cursor.since),
    reading: cursor?.until !== null && cursor?.until !== undefined,
    nextPollAt: polled && flow.enabled ? timestamp(cursor.nextAt) : null,
    fedBy: poll === undefined ? null : poll.everyMs === null ? 'webhooks' : 'polls',
    open: id === null ? { queued: 0, waiting: 0, parked: 0 } : openTasks.byStateOf(id),
    pollEvery: poll === undefined || poll.everyMs === null ? null : poll.everyMs / minuteMs,
  };
}
