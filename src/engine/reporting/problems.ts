import { connectorById } from '../../connectors/registry.ts';
import type { FlowDocument, IntegrationDocument } from '../configuration/configuration.ts';
import { isSecret } from '../configuration/credentials.ts';
import type { Cursor } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import type { Runtime } from '../work/runner.ts';
import { incidentsOf } from './incidents.ts';
import { type FlowProgress, type IntegrationProblem, timestamp } from './views.ts';

/** Everything that needs a look now: connections in trouble, polls that fail, parked tasks by their cause. */
export function integrationProblems(stores: Stores, running: Runtime): IntegrationProblem[] {
  const since = new Map(running.connections.map(({ name, health }) => [name, health.current?.since]));
  return incidentsOf(stores, running).map((cause) => {
    const [kind, name = ''] = cause.id.split(':');
    const { code, message, action } = cause;
    const shown = { code, message, action };
    if (kind === 'connection') return { ...shown, connection: name, since: timestamp(since.get(name) ?? 0) };
    const flow = cause.id.split(':').slice(1, 4).join(':');
    return kind === 'poll' ? { ...shown, flow } : { ...shown, flow, count: cause.count };
  });
}

export function progressOf(flow: FlowDocument, cursor: Cursor | null): FlowProgress {
  const polled = cursor !== null && cursor.nextAt < Number.MAX_SAFE_INTEGER;
  return {
    flow: flow.flow,
    from: flow.from,
    to: flow.to,
    pulledUntil: cursor === null ? null : timestamp(cursor.since),
    reading: cursor?.until !== null && cursor?.until !== undefined,
    nextPollAt: polled && flow.enabled ? timestamp(cursor.nextAt) : null,
  };
}

/** The document as it is stored and shown: credentials without their secrets. */
export function visibleDocument(
  document: IntegrationDocument,
  credentials: Readonly<Record<string, Readonly<Record<string, string>>>>,
): IntegrationDocument {
  const connections = Object.entries(document.connections).map(([name, { connector }]) => {
    const known = connectorById(connector);
    const open = Object.entries(credentials[name] ?? {}).filter(
      ([field]) => known && !isSecret(known, field),
    );
    return [name, { connector, credentials: Object.fromEntries(open) }];
  });
  return { ...document, connections: Object.fromEntries(connections) };
}
