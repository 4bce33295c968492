import { connectorById } from '../../connectors/registry.ts';
import type { FlowDocument, IntegrationDocument } from '../configuration/configuration.ts';
import { isSecret } from '../configuration/credentials.ts';
import type { Cursor } from '../storage/cursors.ts';
import type { Incident } from '../storage/incidents.ts';
import type { Stores } from '../storage/stores.ts';
import { placeOf } from './incidents.ts';
import { type FlowProgress, type IntegrationProblem, showProblem, timestamp } from './views.ts';

const order = ['connection', 'poll', 'parked'];

/** Everything that needs a look now: connections in trouble, polls that fail, parked tasks by their cause. */
export function integrationProblems(stores: Stores): IntegrationProblem[] {
  const kindOf = ({ cause }: Incident) => order.indexOf(cause.split(':')[0] ?? '');
  return stores.incidents
    .all()
    .filter((incident) => incident.state === 'present' && kindOf(incident) >= 0)
    .sort((a, b) => kindOf(a) - kindOf(b) || b.count - a.count)
    .map((incident) => ({ ...showProblem(incident.problem), ...placed(incident) }));
}

function placed(incident: Incident): Pick<IntegrationProblem, 'connection' | 'flow' | 'count' | 'since'> {
  const since = timestamp(incident.since);
  const place = placeOf(incident);
  if (place.kind === 'connection') return { connection: place.name, since };
  const flow = incident.cause.split(':').slice(1, 4).join(':');
  return incident.count === 0 ? { flow, since } : { flow, count: incident.count, since };
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
