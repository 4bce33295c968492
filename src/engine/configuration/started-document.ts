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

/** What is read of before: each flow with the moment, or the day, since when. Of a day that is still to come nothing was placed yet. */
export function backfillsOf(
  { flows }: IntegrationDocument,
  { since, all }: StartRequest,
  now: number,
): Backfill[] {
  const first = (flow: FlowDocument) =>
    beginsWithDay(flow) ? since : all.includes(flowId(flow)) ? beforeAll : null;
  return flows.flatMap((flow) => {
    const begins = first(flow);
    const isPast = begins !== null && Date.parse(begins) <= now;
    return flow.enabled && isPast ? [{ flow: flowId(flow), since: begins }] : [];
  });
}

interface Backfill {
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
