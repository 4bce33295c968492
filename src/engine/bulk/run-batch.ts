import { connectorById } from '../../connectors/registry.ts';
import type { BatchKey, BulkContext, ListedReport, StockReport } from '../../flows/bulk.ts';
import { flowByName } from '../../flows/registry.ts';
import { asProblem } from '../../records/problem.ts';
import { type CommitDelays, withCommitDelay } from '../connection/commit-delays.ts';
import type { IdCache } from '../connection/id-cache.ts';
import type { Ports } from '../connection/ports.ts';
import type { Beginning } from '../connection/remote-ports.ts';
import { Session, type Surroundings } from '../connection/session.ts';
import { CallCount } from '../http/call-count.ts';
import { CallMeter } from '../http/call-meter.ts';
import { Recorder } from '../http/recorder.ts';
import { Fingerprints } from '../privacy/fingerprints.ts';
import { withQuietSearches } from '../work/quiet-searches.ts';
import { type AskObject, type BatchEnd, bulkContext } from './bulk-context.ts';
import type { BatchFailure, BatchReport, CallObject, Claim, End, Work } from './claim.ts';
import { withinLease } from './within-lease.ts';

export interface BatchSurroundings extends Surroundings {
  readonly integration: string;
  readonly idCache: IdCache;
  readonly commitDelays?: CommitDelays;
  /** What sessions keep and share of a connection lies there. */
  readonly ports: (connection: string, beginning: Beginning) => Ports;
  /** Outgoing calls of one batch. */
  readonly maxCalls: number;
}

/** Permits are taken several at a time: each is a call to the object. */
const permitUse = { atOnce: 4, forMs: 30_000 };
/** What one record of activity may hold, in JSON. */
const maxPayloadBytes = 200_000;

/**
 * Works on a batch from its claim to its report. Does nothing where it is done or somebody else's. Throws where the object cannot be
 * reached, or has given it to somebody else meanwhile.
 */
export async function workOnBatch(call: CallObject, surroundings: BatchSurroundings): Promise<void> {
  const askedAt = surroundings.clock.now();
  const claim = await call({ do: 'claim' });
  if (claim === null) return;
  const ask = ((work: Work) => call({ ...work, lease: claim.lease })) as AskObject;
  const fetch = withinLease(surroundings.fetch, surroundings.clock, askedAt + claim.forMs);
  const ran = await runBatch(claim, ask, { ...surroundings, fetch });
  const claimed = new Map(claim.keys.map(({ key, revision }) => [key, revision]));
  await ask({ do: 'report', report: { ...ran, claimed } });
}

/** Reads, plans and writes a claimed batch. Never throws: what goes wrong is in the report. */
async function runBatch(
  claim: Claim,
  ask: AskObject,
  surroundings: BatchSurroundings,
): Promise<Omit<BatchReport, 'claimed'>> {
  const recorder = new CallCount();
  const recorders = new Map<string, Recorder>();
  const recorderOf = (key: string) => {
    const known = recorders.get(key) ?? new Recorder();
    recorders.set(key, known);
    return known;
  };
  const meter = new CallMeter();
  meter.limit(surroundings.maxCalls);
  const metered = { ...surroundings, fetch: meter.counting(surroundings.fetch) };
  const sessions: Session[] = [];
  try {
    const open = async (end: End): Promise<BatchEnd> => {
      const session = await openSession(end, metered);
      sessions.push(session);
      return {
        place: end.place,
        connector: withQuietSearches(session.connector),
        api: (by) => session.api(by, claim.share),
      };
    };
    const [from, to] = [await open(claim.from), await open(claim.to)];
    const fingerprints = await Fingerprints.fromSecret(claim.fingerprintSecret);
    const context = bulkContext({
      ...metered,
      ...claim,
      from,
      to,
      ask,
      recorder,
      recorderOf,
      fingerprint: (value) => fingerprints.of(value),
    });
    const reports = await run(claim, context);
    return { ...told(recorder, recorders, reports), reports, failure: null, ended: restOf(sessions) };
  } catch (error) {
    const failure = failureOf(error, recorder);
    return { ...told(recorder, recorders, []), reports: [], failure, ended: restOf(sessions) };
  }
}

/** Told with the report: a call less for each session. */
function restOf(sessions: readonly Session[]): BatchReport['ended'] {
  return new Map(sessions.map((session) => [session.name, session.rest()]));
}

function openSession({ connection, beginning }: End, surroundings: BatchSurroundings): Promise<Session> {
  const { commitDelays = {}, ports } = surroundings;
  return Session.open({
    ...surroundings,
    name: connection,
    connectorById: (id) => {
      const declared = connectorById(id);
      return declared && withCommitDelay(declared, commitDelays);
    },
    ports: ports(connection, beginning),
    permitUse,
  });
}

function run(
  { flow, keys }: Claim,
  context: BulkContext<unknown>,
): Promise<readonly (ListedReport | StockReport)[]> {
  const definition = flowByName(flow.flow);
  // What keys know is of the kind that the flow's own desk gave.
  if (definition?.kind === 'listed') return definition.run(context, keys as readonly BatchKey<never>[]);
  if (definition?.kind === 'levels') return definition.run(context, keys as readonly BatchKey<never>[]);
  throw new Error(`${flow.flow} is no flow that runs in batches.`);
}

function told(
  recorder: CallCount,
  recorders: ReadonlyMap<string, Recorder>,
  reports: readonly (ListedReport | StockReport)[],
): Pick<BatchReport, 'records' | 'calls' | 'answered'> {
  for (const report of reports) {
    if (!('notes' in report)) continue;
    const own = recorders.get(report.key);
    for (const [name, value] of Object.entries(report.notes)) own?.keep(name, value);
  }
  const records = [...recorders].map(
    ([key, own]) =>
      [key, { calls: own.calls, wrote: own.wrote, payload: own.payload(maxPayloadBytes) }] as const,
  );
  const answered = [recorder, ...recorders.values()].flatMap((each) => [...each.answered]);
  return { records: new Map(records), calls: recorder.calls, answered: [...new Set(answered)] };
}

function failureOf(error: unknown, recorder: CallCount): BatchFailure {
  const problem = asProblem(error).toData();
  const call = problem.connection === undefined ? null : recorder.refusedCall(problem.connection);
  const refused = call && { method: call.method, path: call.path, status: call.status };
  return { problem, refused };
}
