import type { BulkFlow, LevelFlow } from '../../flows/bulk.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import { placedId } from '../work/runtime.ts';
import type { OutcomeParts } from '../work/store-outcome.ts';
import type { FlowParts } from '../work/task-runner.ts';
import type { Desk } from './desk.ts';
import { LevelDesk } from './level-desk.ts';
import { ListedDesk } from './listed-desk.ts';
import { Verification } from './verification.ts';

/** Where the keys of this flow lie. */
export function deskOf(parts: FlowParts<BulkFlow<unknown>> & OutcomeParts): Desk {
  const flow = placedId(parts);
  const { definition, stores, clock } = parts;
  switch (definition.kind) {
    case 'listed':
      return new ListedDesk(flow, { ...parts, definition });
    case 'levels':
      return new LevelDesk(flow, stores, clock, verificationOf({ ...parts, definition }), {
        target: parts.to.connector,
        behindMs: behindMsOf(parts),
      });
  }
}

/** A poll that comes at least so often brings what lists lacked: its windows reach back that far, and lists that are compared tell by themselves. */
const soonMs = 10 * 60_000;

function behindMsOf({ from, polledEveryMs }: Pick<FlowParts, 'from' | 'polledEveryMs'>): number | null {
  const { stock, searchDelayMs } = from.connector;
  const isSoonRead = polledEveryMs !== null && polledEveryMs <= soonMs;
  return stock?.source?.readsLists && !isSoonRead ? searchDelayMs : null;
}

/** The look at all levels of this flow. */
export function verificationOf(
  parts: FlowParts<LevelFlow<unknown>> & Pick<OutcomeParts, 'stores' | 'clock'>,
): Verification {
  const { definition, flow, stores, clock } = parts;
  const under = canonicalJson([flow.settings, flow.mapping]);
  return new Verification(placedId(parts), definition.verifyEveryMs(flow.settings), under, stores, clock);
}
