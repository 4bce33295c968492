/** What goes between the object and whoever works on a batch, wherever that runs. All of it is plain data. */

import type { FlowName } from '../../connectors/contract/connector.ts';
import type {
  BatchKey,
  Begun,
  BegunElsewhere,
  BegunProduct,
  KnownBackLink,
  ListedReport,
  OrderUnderWay,
  StockReport,
} from '../../flows/bulk.ts';
import type { LinkedRecord } from '../../flows/links.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { FlowDocument } from '../configuration/configuration.ts';
import type { Ended } from '../connection/ports.ts';
import type { Beginning } from '../connection/remote-ports.ts';
import type { Exchange } from '../http/recorder.ts';

/** An end of a batch's flow: the connection by its name, and what all that is kept of its account goes by. */
export interface End {
  readonly connection: string;
  readonly place: string;
  /** What the session begins with. */
  readonly beginning: Beginning;
}

/** A batch that is this holder's until its lease runs out. Never stored: it holds credentials, and the key of the fingerprints. */
export interface Claim {
  readonly batch: number;
  readonly lease: string;
  /** With all settings. */
  readonly flow: FlowDocument;
  /** The same flow the other way round; null where there is none. */
  readonly reverse: FlowDocument | null;
  /** See `BulkContext`. */
  readonly salesTakenOff: boolean;
  /** The flow of whose share of a day its calls are: orders', where all of its keys are asked for by their names, as those are that an order waits for. */
  readonly share: FlowName;
  readonly from: End;
  readonly to: End;
  readonly keys: readonly BatchKey<unknown>[];
  /** Of flows of levels: see `BulkContext`. */
  readonly ordersAtFirst: readonly OrderUnderWay[];
  /** How long it is this holder's, in milliseconds. */
  readonly forMs: number;
  /** The same as a moment of the object's clock, in epoch milliseconds. */
  readonly leaseEndsAt: number;
  /** What keyed fingerprints are made with. */
  readonly fingerprintSecret: string;
}

/** What a key of a listed flow read and wrote by itself. */
export interface KeyRecord {
  readonly calls: number;
  /** Whether any of the calls may have changed something. */
  readonly wrote: boolean;
  /** As `Recorder.payload` gives it; the object seals it. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The batch as a whole came to nothing. */
export interface BatchFailure {
  readonly problem: ProblemData;
  /** The last call that the connection of the problem refused. */
  readonly refused: Pick<Exchange, 'method' | 'path' | 'status'> | null;
}

/** All that came of a batch. */
export interface BatchReport {
  readonly reports: readonly (ListedReport | StockReport)[];
  /** Revisions of all keys as they were claimed. */
  readonly claimed: ReadonlyMap<string, number>;
  /** By key, of listed flows. */
  readonly records: ReadonlyMap<string, KeyRecord>;
  readonly failure: BatchFailure | null;
  /** Calls made for all of them together. */
  readonly calls: number;
  /** Connections that answered, by name. */
  readonly answered: readonly string[];
  /** What became of permits, by connection. It counts whoever has the batch by now. */
  readonly ended: ReadonlyMap<string, readonly Ended[]>;
}

/** What a batch asks of what is known between its two accounts. */
export type Question =
  | { readonly do: 'linked' | 'linked-back'; readonly record: LinkedRecord; readonly keys: readonly string[] }
  | { readonly do: 'linked-to'; readonly record: LinkedRecord; readonly targetIds: readonly string[] }
  | { readonly do: 'begun' }
  | { readonly do: 'made' | 'off'; readonly targetIds: readonly string[] }
  | { readonly do: 'links-back-to'; readonly keys: readonly string[] }
  | { readonly do: 'level-owners'; readonly skus: readonly string[] }
  | { readonly do: 'orders-under-way' };

/** What is done under a lease; it throws where the batch is somebody else's by now. */
export type Work =
  | Question
  | { readonly do: 'intend'; readonly intents: ReadonlyMap<string, Begun> }
  | { readonly do: 'report'; readonly report: BatchReport };

/** Makes one call for a batch. */
export type CallObject = <Call extends BatchCall>(call: Call) => Promise<BatchAnswers[Call['do']]>;

/** What the object does for whoever works on a batch. */
export type BatchCall = { readonly do: 'claim' } | (Work & { readonly lease: string });

/** What each call is answered with. */
export interface BatchAnswers {
  /** Null: there is nothing to do, it is done or somebody else's. */
  readonly claim: Claim | null;
  readonly intend: BegunElsewhere;
  readonly linked: ReadonlyMap<string, string>;
  readonly 'linked-back': ReadonlyMap<string, string>;
  readonly 'linked-to': ReadonlyMap<string, readonly string[]>;
  readonly begun: readonly BegunProduct[];
  readonly made: readonly string[];
  readonly off: readonly string[];
  readonly 'links-back-to': ReadonlyMap<string, KnownBackLink>;
  readonly 'level-owners': ReadonlyMap<string, string>;
  readonly 'orders-under-way': readonly OrderUnderWay[];
  readonly report: null;
}
