import { flowByName } from '../../flows/registry.ts';
import { issue } from '../../mapping/issue.ts';
import { invalid } from '../request-error.ts';
import { type FlowDocument, flowId, type IntegrationDocument } from './configuration.ts';

/** How a draft goes live. */
export interface StartRequest {
  /** The day from which on records count, `2026-03-02`: also what was placed since then is carried. Null: from this moment on. */
  readonly since: string | null;
  /** Flows of other records, by their ids or, where only one has it, by their names, that carry all that there is now and not only what changes from now on. */
  readonly all: readonly string[];
}

/** The document of a draft as it is once that is live. */
export function startedDocument(document: IntegrationDocument, { since }: StartRequest): IntegrationDocument {
  return { ...document, state: 'active', flows: document.flows.map((flow) => startedFlow(flow, since)) };
}

/** One that is off begins when it is switched on, with what was answered about it. */
function startedFlow(flow: FlowDocument, since: string | null): FlowDocument {
  const from = flowByName(flow.flow)?.from;
  if (from === undefined || !flow.enabled) return flow;
  return { ...flow, settings: from(flow.settings, since) as FlowDocument['settings'] };
}

/**
 * What is read of before: each flow with the day since when. Of a day that has not begun where the flow begins nothing was placed yet.
 * Throws `request_invalid` where something is asked for as a whole that is no flow of now, or begins with a day.
 */
export function backfillsOf(
  { flows }: IntegrationDocument,
  { since, all }: StartRequest,
  hasBegun: (backfill: Backfill) => boolean,
): Backfill[] {
  const whole = wholeFlows(flows, all);
  const first = (flow: FlowDocument) =>
    beginsWithDay(flow) ? since : whole.includes(flowId(flow)) ? beforeAll : null;
  return flows.flatMap((flow) => {
    const begins = first(flow);
    if (!flow.enabled || begins === null) return [];
    const backfill = { flow: flowId(flow), since: begins };
    return hasBegun(backfill) ? [backfill] : [];
  });
}

/** Their ids. */
function wholeFlows(flows: readonly FlowDocument[], all: readonly string[]): string[] {
  const possible = flows.filter((flow) => flow.enabled && !beginsWithDay(flow));
  const found = all.map((name) =>
    possible.filter((flow) => flowId(flow) === name || flow.flow === name).map(flowId),
  );
  const issues = found.flatMap((ids, index) => {
    const path = ['all', index];
    const flow = all[index] ?? '';
    if (ids.length === 0) return [issue(path, 'not_whole', { flow, possible: possible.map(flowId) })];
    return ids.length === 1 ? [] : [issue(path, 'one_of', { values: ids })];
  });
  if (issues.length > 0) throw invalid('request_invalid', 'The request is not valid.', issues);
  return found.flat();
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
