/** Webhooks that Koppel asks for by itself, where the system lets it: for each connection those of the flows that begin there. */
import { z } from 'zod';
import { type AskedHooks, type FlowName, flowNames } from '../../connectors/contract/connector.ts';
import { asProblem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Connection } from '../connection/connection.ts';
import { Recorder } from '../http/recorder.ts';
import type { Log } from '../log.ts';
import { never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { opensFrom, type Runtime } from './runtime.ts';

/** A system drops what it could not deliver, and says so to nobody (Shopify sheet 10.2): what it holds is looked at this often. */
const lookMs = 24 * 3_600_000;
const againMs = 3_600_000;
/** What it tells may come so late, and what it could not deliver it tries for hours (Shopify sheet 10.2). */
const lateMs = 24 * 3_600_000;

const flowName = z.enum(flowNames);
const asked = z.object({
  address: z.string(),
  /** Addresses of before, where the system could not be reached to take its webhooks away. */
  former: z.array(z.string()).default([]),
  flows: z.array(flowName),
  lookAt: z.number(),
  /** Flows that the system does not tell of, with the scope that lacks; null where it refused for another reason. */
  untold: z.array(z.tuple([flowName, z.string().nullable()])),
  /** When it was last seen that the system tells of a flow. */
  toldAt: z.partialRecord(flowName, z.number()).default({}),
  /** What it told may have come to nobody: the last look broke off, or the credentials have changed since. */
  isUnsure: z.boolean().default(false),
});
type Asked = z.infer<typeof asked>;

interface OwnHooksParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the webhooks of a connection arrive; null where the deployment does not know its own address. */
  readonly hookAddress: (connection: string) => string | null;
}

export class OwnHooks {
  constructor(private readonly parts: OwnHooksParts) {}

  /** When there is something to ask of its system; null: never, or not while it is away. */
  dueAt(connection: Connection, runtime: Runtime): number | null {
    const wanted = this.#wanted(connection, runtime);
    if (wanted === null || opensFrom(connection) !== 0) return null;
    const known = askedOf(this.parts.stores, connection);
    if (known === null) return wanted.flows.length === 0 ? null : 0;
    const isSame = known.address === wanted.address && known.flows.join() === wanted.flows.join();
    return isSame ? known.lookAt : 0;
  }

  /** Returns how many calls it took. What fails is tried again later: changes are polled for, where the flow says so. */
  async ask(connection: Connection, runtime: Runtime): Promise<number> {
    const { stores, clock, log } = this.parts;
    const wanted = this.#wanted(connection, runtime);
    const recorder = new Recorder();
    if (wanted === null) return 0;
    const { address, flows } = wanted;
    const before = askedOf(stores, connection);
    const known = {
      former: formerOf(before, address),
      untold: before?.untold ?? [],
      toldAt: before?.toldAt ?? {},
    };
    try {
      for (const former of known.former) await take(connection, former, recorder);
      // Somebody may have given the app what it lacked.
      if (known.untold.length > 0) await connection.check(recorder);
      const result = await register(connection, address, new Set(flows), recorder);
      if (flows.length === 0) {
        stores.meta.forget(nameOf(connection));
        return recorder.calls;
      }
      const { untold = new Map(), anew = new Set() } = result ?? {};
      const told = flows.filter((flow) => !untold.has(flow));
      const now = clock.now();
      stores.sql.transaction(() => {
        for (const flow of told) {
          if (anew.has(flow) || before?.isUnsure)
            readBack(stores, connection, runtime, flow, known.toldAt[flow], now);
        }
        const toldAt = { ...known.toldAt, ...Object.fromEntries(told.map((flow) => [flow, now])) };
        const lookAt = now + lookMs;
        keep(stores, connection, {
          ...wanted,
          former: [],
          lookAt,
          untold: [...untold],
          toldAt,
          isUnsure: false,
        });
      });
    } catch (error) {
      // The rest of it was not tried: it goes on in the next run, which finds what was asked for in this one.
      if (asProblem(error).code === 'run_spent') return recorder.calls;
      log.error('hooks_not_asked', { connection: connection.name }, error);
      keep(stores, connection, { ...wanted, ...known, lookAt: clock.now() + againMs, isUnsure: true });
    }
    return recorder.calls;
  }

  /**
   * Whoever is let in now may be another application, of which the system knows nothing, or one that was let in anew. With other
   * credentials what was told before may have been refused, as nobody could verify it.
   */
  lookAgain(connection: Connection, { renewed = false }: { readonly renewed?: boolean } = {}): void {
    const { stores } = this.parts;
    const known = askedOf(stores, connection);
    if (known === null) return;
    keep(stores, connection, { ...known, lookAt: 0, isUnsure: known.isUnsure || renewed });
  }

  /** Nobody takes them any more. What cannot be reached now drops them itself when they are answered with an error. */
  async leave(connection: Connection): Promise<void> {
    const { stores, log } = this.parts;
    const known = askedOf(stores, connection);
    if (known === null) return;
    try {
      for (const address of [known.address, ...known.former]) await take(connection, address, new Recorder());
    } catch (error) {
      log.error('hooks_not_taken_away', { connection: connection.name }, error);
    }
    stores.meta.forget(nameOf(connection));
  }

  #wanted(connection: Connection, { flows, hooked }: Runtime): Pick<Asked, 'address' | 'flows'> | null {
    const address = this.parts.hookAddress(connection.name);
    if (address === null || connection.connector.webhook?.register === undefined) return null;
    const told = [...flows.values()].filter(({ flow, from }) => flow.enabled && from === connection);
    const names = hooked.has(connection.name) ? told.map(({ definition }) => definition.name) : [];
    return { address, flows: [...new Set(names)].toSorted() };
  }
}

/** What the system of a connection was asked for; null where it was asked for nothing. */
export function askedOf(stores: Stores, connection: Connection): Asked | null {
  const kept = stores.meta.get(nameOf(connection));
  return kept === null ? null : asked.parse(JSON.parse(kept));
}

function formerOf(before: Asked | null, address: string): string[] {
  const all = before === null ? [] : [...before.former, before.address];
  return [...new Set(all)].filter((each) => each !== address);
}

/**
 * Nobody was told of what happened until the system was asked: flows that are not polled anyway read once what has changed
 * since it last told.
 */
function readBack(
  { cursors }: Stores,
  connection: Connection,
  { polls }: Runtime,
  name: string,
  toldAt: number | undefined,
  now: number,
): void {
  for (const poll of polls) {
    const isOf = poll.connection === connection && splitFlowId(poll.flow).flow === name;
    const cursor = isOf && poll.everyMs === null ? cursors.get(poll.flow) : null;
    if (cursor === null) continue;
    const isAtRest = cursor.nextAt >= never;
    const since = toldAt === undefined || !isAtRest ? cursor.since : Math.max(cursor.since, toldAt - lateMs);
    const nextAt = isAtRest ? now : cursor.nextAt;
    cursors.put(poll.flow, { ...cursor, since, until: null, page: null, nextAt });
  }
}

function keep(stores: Stores, connection: Connection, what: Asked): void {
  stores.meta.set(nameOf(connection), JSON.stringify(what));
}

function nameOf({ place }: Connection): string {
  return `hooks:${place}`;
}

async function take(connection: Connection, address: string, recorder: Recorder): Promise<void> {
  await register(connection, address, new Set(), recorder);
}

async function register(
  connection: Connection,
  address: string,
  flows: ReadonlySet<FlowName>,
  recorder: Recorder,
): Promise<AskedHooks | undefined> {
  const { connector } = connection;
  const api = await connection.api(recorder);
  return connector.webhook?.register?.(api, address, flows, await connection.credentials());
}
