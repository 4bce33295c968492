import { connectorById } from '../connectors/registry.ts';
import type { FlowDocument, IntegrationDocument } from './configuration.ts';
import type { Running } from './runner.ts';
import type { Cursor } from './store/cursors.ts';
import type { Stores } from './store/stores.ts';
import { type FlowProgress, type IntegrationProblem, showProblem, timestamp } from './views.ts';

/** Everything that needs a look now: connections in trouble, polls that fail, parked tasks by their cause. */
export function integrationProblems(stores: Stores, running: Running): IntegrationProblem[] {
  const ofConnections = running.connections.flatMap(({ name, health }) =>
    health.current
      ? [{ ...showProblem(health.current.problem), connection: name, since: timestamp(health.current.since) }]
      : [],
  );
  const ofPolls = [...running.flows.keys()].flatMap((flow) => {
    const problem = stores.cursors.get(flow)?.problem;
    // What is a connection's trouble is told there.
    if (!problem || ofConnections.some(({ connection }) => connection === problem.connection)) return [];
    return [{ ...showProblem(problem), flow }];
  });
  const ofTasks = stores.tasks.parkedByCode().map(({ code, count }) => ({
    code,
    count,
    message: `${count} ${count === 1 ? 'task is' : 'tasks are'} parked.`,
    action: 'See the parked tasks; retry them after the fix.',
  }));
  return [...ofConnections, ...ofPolls, ...ofTasks];
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
    const open = Object.entries(credentials[name] ?? {}).filter(([field]) => !isSecret(connector, field));
    return [name, { connector, credentials: Object.fromEntries(open) }];
  });
  return { ...document, connections: Object.fromEntries(connections) };
}

function isSecret(connector: string, field: string): boolean {
  const schema = connectorById(connector)?.credentials.shape[field];
  return schema === undefined || isSecretField(schema);
}

/** `secret()` marks the innermost schema; `.optional()` wraps it. */
export function isSecretField(schema: unknown): boolean {
  const { meta, unwrap } = schema as {
    meta?: () => { secret?: boolean } | undefined;
    unwrap?: () => unknown;
  };
  if (meta?.call(schema)?.secret) return true;
  return unwrap ? isSecretField(unwrap.call(schema)) : false;
}
