import type { BulkFlow } from '../../flows/bulk.ts';
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
    case 'levels': {
      const everyMs = definition.verifyEveryMs(parts.flow.settings);
      const under = canonicalJson([parts.flow.settings, parts.flow.mapping]);
      return new LevelDesk(flow, stores, clock, new Verification(flow, everyMs, under, stores, clock));
    }
  }
}
