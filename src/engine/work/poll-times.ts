import type { Connector } from '../../connectors/contract/connector.ts';
import { intervalMs } from '../../records/interval.ts';
import type { FlowDocument } from '../configuration/configuration.ts';
import { never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import type { Runtime } from './runtime.ts';

/** The time between two polls; null when the flow lives on webhooks alone. `takesHooks`: whether any can be verified. */
export function pollEveryMs(
  flow: FlowDocument,
  source: Connector,
  takesHooks = source.webhook !== undefined,
): number | null {
  if (flow.every === undefined) return takesHooks ? null : 5 * 60_000;
  return intervalMs(flow.every);
}

/**
 * Lets every poll come no later than its interval says now. A flow that was not polled before begins at once, where it
 * stood: what no webhook told of is found. A poll that fails keeps its pause.
 */
export function bringForward(stores: Stores, { polls }: Runtime, now: number): void {
  for (const { flow, everyMs } of polls) {
    const cursor = everyMs === null ? null : stores.cursors.get(flow);
    if (everyMs === null || cursor === null || cursor.failures > 0) continue;
    const latest = cursor.nextAt >= never ? now : now + everyMs;
    if (cursor.nextAt > latest) stores.cursors.put(flow, { ...cursor, nextAt: latest });
  }
}
