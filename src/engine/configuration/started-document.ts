import { flowByName } from '../../flows/registry.ts';
import { type FlowDocument, flowId, type IntegrationDocument } from './configuration.ts';

/** How a draft goes live. */
export interface StartRequest {
  /** The day from which on records count, `2026-03-02`: also what was placed since then is carried. Null: from this moment on. */
  readonly since: string | null;
  /** Flows of other records, by their ids, that carry all that there is now and not only what changes from now on. */
  readonly all: readonly string[];
}

/** The document of a draft as it is once that is live. */
export function startedDocument(document: IntegrationDocument, { since }: StartRequest): IntegrationDocument {
  return { ...document, state: 'active', flows: document.flows.map((flow) => startedFlow(flow, since)) };
}

function startedFlow(flow: FlowDocument, since: string | null): FlowDocument {
  const from = flowByName(flow.flow)?.from;
  if (from === undefined) return flow;
  return { ...flow, settings: from(flow.settings, since) as FlowDocument['settings'] };
}

/** What is read of before: each flow with the day since when. Of a day that has not begun where the flow begins nothing was placed yet. */
export function backfillsOf(
  { flows }: IntegrationDocument,
  { since, all }: StartRequest,
  hasBegun: (backfill: Backfill) => boolean,
): Backfill[] {
  const first = (flow: FlowDocument) =>
    beginsWithDay(flow) ? since : all.includes(flowId(flow)) ? beforeAll : null;
  return flows.flatMap((flow) => {
    const begins = first(flow);
    if (!flow.enabled || begins === null) return [];
    const backfill = { flow: flowId(flow), since: begins };
    return hasBegun(backfill) ? [backfill] : [];
  });
}

/** What is read of before, of one flow. */
export interface Backfill {
  /** Its id. */
  readonly flow: string;
  readonly since: string;
}

/** No record of any shop is older. */
const beforeAll = '2000-01-01';

/** Whether records of the flow are placed on a day, so that it can begin with one. */
export function beginsWithDay({ flow }: Pick<FlowDocument, 'flow'>): boolean {
  return flowByName(flow)?.from !== undefined;
}
