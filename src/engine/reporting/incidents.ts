import type { Stored } from '../../texts/tell.ts';
import type { Clock } from '../clock.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import type { Incident } from '../storage/incidents.ts';
import type { Stores } from '../storage/stores.ts';
import { placedId, type Runtime } from '../work/runtime.ts';
import { accountDay } from './account-zone.ts';
import { heldFlows } from './held.ts';
import { levelTroubles } from './level-troubles.ts';
import { shortDays } from './short-days.ts';
import { allSkipped, recentCounts } from './skipped-days.ts';
import type { Names } from './views.ts';

const minuteMs = 60_000;
const parkedPatienceMs = 20_000;
const passingPatienceMs = 5 * minuteMs;

const stalled = 'stalled';

/** What is wrong now. */
type Trouble = Pick<Incident, 'id' | 'problem' | 'count' | 'key' | 'reasons'> & {
  readonly since: number | null;
  readonly patienceMs: number;
};

/** Connections and polls in trouble, flows that leave everything out, parked tasks and levels by flow and code. */
function troubles(stores: Stores, runtime: Runtime, now: number): Trouble[] {
  const { connections, flows } = runtime;
  const ofAccounts = connections
    .filter(({ isOtherAccount }) => isOtherAccount)
    .map(({ name, place, connector }) => ({
      id: `account:${place}`,
      problem: accountChanged(name, connector.name),
      ...noRecord,
      since: null,
      patienceMs: 0,
    }));
  const ofHeld = heldFlows(stores, runtime).map(({ flow, problem, count }) => ({
    id: `held:${flow}`,
    problem,
    ...noRecord,
    count,
    since: null,
    patienceMs: parkedPatienceMs,
  }));
  const ofConnections = connections.flatMap(({ name, place, health: { current } }) => {
    if (!current) return [];
    const patienceMs = current.state === 'unauthorised' ? 0 : passingPatienceMs;
    return [
      {
        id: `connection:${place}`,
        connection: name,
        problem: current.problem,
        ...noRecord,
        since: current.since,
        patienceMs,
      },
    ];
  });
  const ofDays = shortDays(runtime).map(({ place, problem }) => ({
    id: `day:${place}`,
    problem,
    ...noRecord,
    since: null,
    patienceMs: passingPatienceMs,
  }));
  const ofPolls = [...flows.values()].map(placedId).flatMap((flow) => {
    const problem = stores.cursors.get(flow)?.problem;
    // Problems of a connection are reported with the connection.
    if (!problem || ofConnections.some(({ connection }) => connection === problem.connection)) return [];
    return [{ id: `poll:${flow}`, problem, ...noRecord, since: null, patienceMs: passingPatienceMs }];
  });
  const today = accountDay(runtime, now);
  const recent = recentCounts(stores, today);
  const ofSkipped = [...flows.values()].flatMap((parts) => {
    const flow = placedId(parts);
    const problem = parts.flow.enabled ? allSkipped(recent, flow, today) : null;
    if (problem === null) return [];
    return [{ id: `skipped:${flow}`, problem, ...noRecord, since: null, patienceMs: passingPatienceMs }];
  });
  const ofTasks = stores.openTasks.parkedByCode().map(({ flow, ...parked }) => ({
    id: `parked:${flow}:${parked.problem.code}`,
    ...parked,
    since: null,
    patienceMs: parkedPatienceMs,
  }));
  const ofLevels = levelTroubles(stores, runtime).map(({ flow, problem, count, key }) => ({
    id: `levels:${flow}:${problem.code}`,
    problem,
    count,
    key,
    reasons: 1,
    since: null,
    patienceMs: passingPatienceMs,
  }));
  return [
    ...[...ofAccounts, ...ofHeld, ...ofConnections, ...ofDays, ...ofPolls],
    ...[...ofSkipped, ...ofTasks, ...ofLevels],
  ];
}

/** The connection's credentials open another account than before. */
export function accountChanged(name: string, system: string): Stored {
  return { code: 'account_changed', params: { name, system } };
}

const noRecord = { count: 0, reasons: 1, key: null } as const;

/** Updates the table of incidents. Forgets what channels outside `channels`, the configured ones, were told. */
export function observeIncidents(
  stores: Stores,
  runtime: Runtime,
  channels: readonly string[],
  clock: Clock,
): void {
  const found = new Map(troubles(stores, runtime, clock.now()).map((trouble) => [trouble.id, trouble]));
  for (const known of stores.incidents.all()) {
    const trouble = found.get(known.id);
    found.delete(known.id);
    const heard = Object.entries(known.told).filter(([name]) => channels.includes(name));
    const next = trouble
      ? incidentOf(trouble, known.state === 'over' ? clock.now() : known.since, withoutEnds(heard))
      : { ...known, told: Object.fromEntries(heard), state: stateWithout(known, stores) };
    if (isSettled(next, channels)) stores.incidents.forget(known.id);
    else if (JSON.stringify(next) !== JSON.stringify(known)) stores.incidents.put(next);
  }
  for (const trouble of found.values()) stores.incidents.put(incidentOf(trouble, clock.now(), {}));
}

/** Returns whether it is over and no channel has to be told. */
export function isSettled(incident: Incident, channels: readonly string[]): boolean {
  return incident.state === 'over' && channels.every((name) => tellsAt(incident, name) === null);
}

/** Returns when this channel must be told about an incident or its end, or null when neither is needed. */
export function tellsAt({ id, state, tellAt, told }: Incident, channel: string): number | null {
  const heard = told[channel];
  switch (state) {
    case 'present':
      return heard === undefined ? tellAt : null;
    case 'retried':
      return null;
    case 'over':
      // A stall should never happen, so it is told even when it has ended in the meantime.
      if (heard === undefined) return id === stalled ? tellAt : null;
      return heard === 'end' ? null : 0;
  }
}

/** For a problem that came back: channels that were told about its end are told again. */
function withoutEnds(told: readonly (readonly [string, Incident['told'][string]])[]): Incident['told'] {
  return Object.fromEntries(told.filter(([, heard]) => heard !== 'end'));
}

function incidentOf(trouble: Trouble, now: number, told: Incident['told']): Incident {
  const { id, problem, count, key, reasons, patienceMs } = trouble;
  const { code, params, told: sentences } = problem;
  const since = trouble.since ?? now;
  return {
    id,
    state: 'present',
    problem: { code, params, ...(sentences === undefined ? {} : { told: sentences }) },
    count,
    key,
    reasons,
    since,
    tellAt: since + patienceMs,
    told,
  };
}

/** The state of an incident that is found no more. One of parked tasks is over when none of them is open; until then they are being retried. */
function stateWithout({ id, state }: Incident, stores: Stores): Incident['state'] {
  if (id === stalled) return state;
  const [kind, flow, from, to, code] = id.split(':');
  if (kind !== 'parked' || code === undefined) return 'over';
  return stores.openTasks.has(`${flow}:${from}:${to}`, code) ? 'retried' : 'over';
}

/** The watchdog found the integration asleep though there was work. */
export function noteStall(stores: Stores, clock: Clock): void {
  const known = stores.incidents.get(stalled);
  if (known?.state === 'present') return;
  const now = clock.now();
  const told = withoutEnds(Object.entries(known?.told ?? {}));
  const problem = { code: stalled, params: {} };
  stores.incidents.put({
    id: stalled,
    state: 'present',
    problem,
    ...noRecord,
    since: now,
    tellAt: now,
    told,
  });
}

/** A run has ended, so an earlier stall is over. */
export function endStall(stores: Stores): void {
  const known = stores.incidents.get(stalled);
  if (known?.state === 'present') stores.incidents.put({ ...known, state: 'over' });
}

/** What an incident is about: a connection, a flow, or the integration as a whole. */
export type Place =
  | { readonly kind: 'connection'; readonly name: string }
  | { readonly kind: 'flow'; readonly flow: string; readonly from: string; readonly to: string }
  | { readonly kind: 'integration' };

const ofConnection = new Set(['connection', 'account', 'day']);
const ofFlows = new Set(['poll', 'parked', 'held', 'skipped', 'levels']);

export function placeOf({ id }: Pick<Incident, 'id'>, names: Names): Place {
  const [kind, ...parts] = id.split(':');
  const about = parts.join(':');
  if (ofConnection.has(kind ?? '')) {
    return { kind: 'connection', name: names.get(about) ?? about };
  }
  if (ofFlows.has(kind ?? '')) {
    return { kind: 'flow', ...splitFlowId(namedFlow(about, names)) };
  }
  return { kind: 'integration' };
}
