import type { Connector } from '../../connectors/contract/connector.ts';
import type { BulkContext, OrderUnderWay } from '../../flows/bulk.ts';
import type { Endpoint } from '../../flows/contract.ts';
import type { Clock } from '../clock.ts';
import type { FlowDocument } from '../configuration/configuration.ts';
import { cachedIds, forgetIds, type IdCache } from '../connection/id-cache.ts';
import type { BaseUrls } from '../http/base-url.ts';
import type { ApiClient } from '../http/client.ts';
import { fetchPicture } from '../http/fetch-picture.ts';
import type { CallLog } from '../http/recorder.ts';
import type { BatchAnswers, Work } from './claim.ts';

/** Asks the object for something, under the lease of the batch. */
export type AskObject = <Asked extends Work>(work: Asked) => Promise<BatchAnswers[Asked['do']]>;

/** One end of a batch: what calls its system, and what is kept of its account goes by `place`. */
export interface BatchEnd {
  readonly place: string;
  readonly connector: Connector;
  api(recorder: CallLog): ApiClient;
}

export interface BulkContextParts {
  readonly integration: string;
  readonly flow: FlowDocument;
  readonly reverse: FlowDocument | null;
  readonly salesTakenOff: boolean;
  readonly ordersAtFirst: readonly OrderUnderWay[];
  readonly leaseEndsAt: number;
  readonly from: BatchEnd;
  readonly to: BatchEnd;
  readonly ask: AskObject;
  readonly fingerprint: (value: unknown) => Promise<string>;
  readonly idCache: IdCache;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly baseUrls: BaseUrls;
  /** Of calls for all keys together. */
  readonly recorder: CallLog;
  /** Of calls for one key alone. */
  readonly recorderOf: (key: string) => CallLog;
}

/** What a flow is given for a batch, wherever it runs. */
export function bulkContext(parts: BulkContextParts): BulkContext<unknown> {
  const { integration, flow, reverse, ask, clock, idCache, recorder, recorderOf } = parts;
  const end = (of: BatchEnd, by: CallLog): Endpoint => ({
    name: of.place,
    connector: of.connector,
    api: of.api(by),
  });
  const cached = (kind: string) => `${integration}:${parts.to.place}:${kind}`;
  // A cache elsewhere may go on giving what was just forgotten.
  const forgotten = new Set<string>();
  return {
    source: end(parts.from, recorder),
    target: end(parts.to, recorder),
    settings: flow.settings,
    mapping: flow.mapping,
    salesTakenOff: parts.salesTakenOff,
    endsFor: (key) => ({
      source: end(parts.from, recorderOf(key)),
      target: end(parts.to, recorderOf(key)),
    }),
    cachedIds: async (kind, keys, find) => {
      const anew = keys.filter((key) => forgotten.has(`${kind}:${key}`));
      const known = keys.filter((key) => !forgotten.has(`${kind}:${key}`));
      const found = await cachedIds(idCache, cached(kind), known, find);
      return anew.length === 0 ? found : new Map([...found, ...(await find(anew))]);
    },
    forgetIds: async (kind, keys) => {
      for (const key of keys) forgotten.add(`${kind}:${key}`);
      await forgetIds(idCache, cached(kind), keys);
    },
    now: () => new Date(clock.now()),
    fingerprint: parts.fingerprint,
    intend: (intents) => ask({ do: 'intend', intents }),
    linked: (record, keys) => ask({ do: 'linked', record, keys }),
    linkedTo: (record, targetIds) => ask({ do: 'linked-to', record, targetIds }),
    begunProducts: () => ask({ do: 'begun' }),
    madeProducts: (targetIds) => ask({ do: 'made', targetIds }),
    skusOff: (targetIds) => ask({ do: 'off', targetIds }),
    levelOwners: (skus) => ask({ do: 'level-owners', skus }),
    ordersUnderWay: async () => ordersIn(await ask({ do: 'orders-under-way' })),
    ordersAtFirst: ordersIn(parts.ordersAtFirst),
    leaseEndsAt: parts.leaseEndsAt,
    picture: (url, maxBytes) => fetchPicture(parts, url, maxBytes),
    reverse: reverse && {
      settings: reverse.settings,
      mapping: reverse.mapping,
      linksTo: (keys) => ask({ do: 'links-back-to', keys }),
      linked: (record, keys) => ask({ do: 'linked-back', record, keys }),
    },
  };
}

/** While a version is put in place of another the object may be of the one that tells ids alone, of orders that are not booked. */
function ordersIn(told: readonly (OrderUnderWay | string)[]): readonly OrderUnderWay[] {
  return told.map((each) => (typeof each === 'string' ? { id: each, booked: [] } : each));
}
