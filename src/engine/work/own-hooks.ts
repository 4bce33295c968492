/** Webhooks that Koppel asks for by itself, where the system lets it: for each connection those of the flows that begin there. */
import { z } from 'zod';
import { flowNames } from '../../connectors/contract/connector.ts';
import { asProblem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { Recorder } from '../http/recorder.ts';
import type { Log } from '../log.ts';
import type { Stores } from '../storage/stores.ts';
import { opensFrom, type Runtime } from './runtime.ts';

/** A system drops what it could not deliver, and says so to nobody (Shopify sheet 10.2): what it holds is looked at this often. */
const lookMs = 24 * 3_600_000;
const againMs = 3_600_000;

const flowName = z.enum(flowNames);
const asked = z.object({
  address: z.string(),
  flows: z.array(flowName),
  lookAt: z.number(),
  /** Flows that the system does not tell of, with the scope that lacks; null where it refused for another reason. */
  untold: z.array(z.tuple([flowName, z.string().nullable()])),
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
    try {
      if (before !== null && before.address !== address) await take(connection, before.address, recorder);
      // Somebody may have given the app what it lacked.
      if (before !== null && before.untold.length > 0) await connection.check(recorder);
      const api = await connection.api(recorder);
      const untold = await connection.connector.webhook?.register?.(api, address, new Set(flows));
      if (flows.length === 0) stores.meta.forget(nameOf(connection));
      else keep(stores, connection, { ...wanted, lookAt: clock.now() + lookMs, untold: [...(untold ?? [])] });
    } catch (error) {
      // The rest of it was not tried: it goes on in the next run, which finds what was asked for in this one.
      if (asProblem(error).code === 'run_spent') return recorder.calls;
      log.error('hooks_not_asked', { connection: connection.name }, error);
      keep(stores, connection, { ...wanted, lookAt: clock.now() + againMs, untold: before?.untold ?? [] });
    }
    return recorder.calls;
  }

  /** Nobody takes them any more. What cannot be reached now drops them itself when they are answered with an error. */
  async leave(connection: Connection): Promise<void> {
    const { stores, log } = this.parts;
    const known = askedOf(stores, connection);
    if (known === null) return;
    try {
      await take(connection, known.address, new Recorder());
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

function keep(stores: Stores, connection: Connection, what: Asked): void {
  stores.meta.set(nameOf(connection), JSON.stringify(what));
}

function nameOf({ place }: Connection): string {
  return `hooks:${place}`;
}

async function take(connection: Connection, address: string, recorder: Recorder): Promise<void> {
  await connection.connector.webhook?.register?.(await connection.api(recorder), address, new Set());
}
