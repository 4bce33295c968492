import { connectorById } from '../../connectors/registry.ts';
import { type Flow, flowByName } from '../../flows/registry.ts';
import type { Clock } from '../clock.ts';
import {
  type FlowDocument,
  flowId,
  type IntegrationDocument,
  type IntegrationState,
  reverseFlowId,
} from '../configuration/configuration.ts';
import { neededScopes } from '../configuration/needed-scopes.ts';
import { ordersBackOf, takesSalesOff } from '../configuration/sales-taken-off.ts';
import { meetAccount, standingOf } from '../connection/account-places.ts';
import { type CommitDelays, withCommitDelay } from '../connection/commit-delays.ts';
import { Connection } from '../connection/connection.ts';
import { Contacts } from '../connection/contacts.ts';
import type { IdCache } from '../connection/id-cache.ts';
import { limitsOf, type RateLimits } from '../connection/limits/overrides.ts';
import { RateLimiter } from '../connection/limits/rate-limiter.ts';
import type { DayShelf, ToldUse } from '../connection/limits/told-day.ts';
import type { Strain } from '../connection/strain.ts';
import type { BaseUrls } from '../http/base-url.ts';
import type { Log } from '../log.ts';
import type { Fingerprints } from '../privacy/fingerprints.ts';
import type { Seal } from '../privacy/sealing.ts';
import { accountDay } from '../reporting/account-zone.ts';
import type { Siblings } from '../siblings.ts';
import type { Stores } from '../storage/stores.ts';
import { goLive } from './go-live.ts';
import { Locks } from './locks.ts';
import { bringForward, pollEveryMs } from './poll-times.ts';
import type { Poll } from './poller.ts';
import { placedId, type Runtime } from './runtime.ts';
import { SiblingQuestions } from './sibling-questions.ts';
import type { FlowParts } from './task-runner.ts';

export interface RuntimeParts {
  readonly id: string;
  readonly stores: Stores;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly baseUrls: BaseUrls;
  readonly rateLimits?: RateLimits;
  readonly commitDelays?: CommitDelays;
  readonly log: Log;
  readonly idCache: IdCache;
  /** Where this deployment is reached; left out where it does not know. */
  readonly publicUrl?: string | undefined;
  readonly siblings?: Siblings | undefined;
  /** A connection was away since then, and is no more. */
  readonly isBack?: ((connection: Connection, awaySince: number) => void) | undefined;
}

/** Builds the connections, flows and polls that an integration's document describes. */
export class RuntimeBuilder {
  readonly #parts: RuntimeParts;
  readonly #locks = new Locks();
  readonly #siblings: SiblingQuestions;
  /** Limiters survive a change of configuration, because the systems keep counting too. */
  readonly #limiters = new Map<string, RateLimiter>();
  readonly #contacts: Contacts;
  readonly #afterCrash: boolean;
  #builds = 0;
  #latest: Runtime | null = null;

  constructor(parts: RuntimeParts, afterCrash: boolean) {
    this.#parts = parts;
    this.#siblings = new SiblingQuestions(parts.siblings, parts.clock);
    this.#contacts = new Contacts(parts.stores.meta, parts.clock);
    this.#afterCrash = afterCrash;
  }

  /** `hooked` names the connections whose webhooks are taken. */
  build(
    document: IntegrationDocument,
    fingerprints: Fingerprints,
    state: IntegrationState,
    hooked: ReadonlySet<string>,
  ): Runtime {
    const runtime = this.#build(document, fingerprints, state, hooked);
    this.#latest = runtime;
    const { stores, clock } = this.#parts;
    // Days are those of the account, as orders are registered by.
    stores.counters.dayOf = (instant) => accountDay(runtime, instant);
    goLive(stores, runtime, clock.now());
    bringForward(stores, runtime, clock.now());
    return runtime;
  }

  #build(
    document: IntegrationDocument,
    fingerprints: Fingerprints,
    state: IntegrationState,
    hooked: ReadonlySet<string>,
  ): Runtime {
    const connections = this.#connections(document);
    const flows = new Map<string, FlowParts>();
    const polls: Poll[] = [];
    for (const flow of document.flows) {
      const from = connections.find(({ name }) => name === flow.from);
      const to = connections.find(({ name }) => name === flow.to);
      const definition = flowByName(flow.flow);
      if (!from || !to || definition === undefined) continue;
      const reverse = document.flows.find((each) => each.enabled && flowId(each) === reverseFlowId(flow));
      const parts: FlowParts = {
        integration: this.#parts.id,
        flow: withDefaults(flow, definition),
        reverse: reverse ? withDefaults(reverse, definition) : null,
        customersKept: document.flows.some(
          ({ flow: kept, enabled, from: one, to: other }) =>
            enabled && kept === 'customers' && [one, other].includes(flow.to),
        ),
        salesTakenOff: takesSalesOff(document.flows, flow, from.connector),
        ordersGoBack: ordersBackOf(document.flows, flow) !== undefined,
        definition,
        polledEveryMs: pollEveryMs(flow, from.connector, hooked.has(from.name)),
        from,
        to,
        seal: this.#parts.seal,
        fingerprints,
        locks: this.#locks,
        retentionDays: document.retentionDays,
        log: this.#parts.log,
        idCache: this.#parts.idCache,
        siblings: this.#siblings,
      };
      flows.set(flowId(flow), parts);
      const source = definition.source(from.connector);
      if (!source || !flow.enabled) continue;
      polls.push({
        get flow() {
          return placedId(parts);
        },
        source,
        connection: from,
        everyMs: parts.polledEveryMs,
      });
    }
    return { connections, polls, flows, hooked, state, paused: state !== 'active' };
  }

  #connections(document: IntegrationDocument): Connection[] {
    const { id, stores, seal, clock, fetch, baseUrls, rateLimits = {}, commitDelays = {}, log } = this.#parts;
    const build = ++this.#builds;
    return stores.connections.all().flatMap((row) => {
      const declared = connectorById(row.connector);
      if (!declared) return [];
      const connector = withCommitDelay(declared, commitDelays);
      const { place } = standingOf(row);
      const limiterName = `${place} ${connector.id}`;
      const limiter =
        this.#limiters.get(limiterName) ??
        new RateLimiter(limitsOf(connector, rateLimits), clock, this.#afterCrash, dayShelf(stores, place));
      this.#limiters.set(limiterName, limiter);
      return new Connection({
        integration: id,
        row,
        connector,
        scopes: neededScopes(document, row.name, connector),
        store: stores.connections,
        seal,
        clock,
        fetch,
        baseUrls,
        rateLimits,
        limiter,
        strain: {
          load: () => {
            const kept = stores.meta.get(`strain:${place}`);
            return kept === null ? null : (JSON.parse(kept) as Strain);
          },
          save: (strain) => stores.meta.set(`strain:${place}`, JSON.stringify(strain)),
        },
        contacts: this.#contacts,
        isBack: this.#parts.isBack,
        isCurrent: () => build === this.#builds,
        meet: (identity) =>
          meetAccount(stores, row.name, connector.id, { identity, proven: true }, clock.now()),
        placed: () => {
          if (this.#latest) goLive(stores, this.#latest, clock.now());
        },
        healthChanged: ({ name, health }) =>
          log.info('connection', {
            connection: name,
            state: health.current?.state ?? 'ok',
            code: health.current?.problem.code ?? null,
          }),
      });
    });
  }
}

function dayShelf({ meta }: Stores, place: string): DayShelf {
  const name = `day:${place}`;
  return {
    load: () => {
      const kept = meta.get(name);
      return kept === null ? null : (JSON.parse(kept) as ToldUse);
    },
    save: (told) => (told === null ? meta.forget(name) : meta.set(name, JSON.stringify(told))),
  };
}

function withDefaults(flow: FlowDocument, { settings }: Flow): FlowDocument {
  return { ...flow, settings: settings.parse(flow.settings) as Record<string, unknown> };
}
