/**
 * The contract of flows whose keys are cut into batches: products and stock. A batch runs in the queue's consumer, so all that it learns goes
 * back to the object as one report. Losing the report loses nothing: the batch is run again.
 */

import type { Connector } from '../connectors/contract/connector.ts';
import type { SnapshotRow } from '../connectors/contract/source.ts';
import type { ProblemData } from '../records/problem.ts';
import type { Reason } from '../records/reason.ts';
import type { CommonContext, CommonFlow, Endpoint, Ids, Mapping, Preview } from './contract.ts';
import type { LinkedRecord, ProductLink, SentFields, SoldPieces } from './links.ts';

/** Pictures of one product that go to a target which names them itself: they are known by what else stood there. */
export interface SentPictures {
  /** Until when they may be under way, in epoch milliseconds: the end of the lease, or when they were not answered. */
  readonly at: number;
  /** Their versions, in the order in which they are sent. */
  readonly sent: readonly string[];
  /** The target's ids of all that stood there before. */
  readonly stood: readonly string[];
}

/** A product that is to be made. */
export interface SentProduct {
  /** Until when its call may be under way, in epoch milliseconds: the end of the lease, or when it was not answered. */
  readonly at: number;
  /** What it is found by. */
  readonly sku: string;
  /** Those of its variants: a target may have no SKU of the product itself. Left out of one without variants, and of what was begun by an earlier version. */
  readonly variants?: readonly string[];
}

/** What a product of the target is told by one write: should the batch die, some of it may be done long after. */
export interface SentUpdate extends SentFields {
  /** Until when its calls may be under way, in epoch milliseconds: the end of the lease. */
  readonly at: number;
}

/** A list of the target itself that is sent as a whole, to add what products lack in it. */
export interface SentList {
  /** Until when its call may be under way, in epoch milliseconds: the end of the lease, or when it was not answered. */
  readonly at: number;
  readonly list: string;
}

/** A product that is being made in the target, or may have been: `key` of its source, which is this flow's where it is its `own`. */
export interface BegunProduct extends SentProduct {
  readonly key: string;
  readonly own: boolean;
}

/** A list that is being sent for this key, or may have been: `key` of its source, which is this flow's where it is its `own`. */
export interface BegunList extends SentList, Pick<BegunProduct, 'key' | 'own'> {}

/** What was begun of all keys that lead to the target, and may not be over. */
export interface BegunElsewhere {
  readonly products: readonly BegunProduct[];
  readonly lists: readonly BegunList[];
}

/**
 * What is about to be made, or said, of a key, or may have been: by the source's id of the variant, under an empty one the product as a
 * whole.
 */
export interface Begun {
  readonly products: Readonly<Record<string, SentProduct>>;
  readonly pictures: Readonly<Record<string, SentPictures>>;
  /** One for every batch that has not told what became of it. Left out where there is none, and of what was begun by an earlier version. */
  readonly updates?: Readonly<Record<string, readonly SentUpdate[]>>;
  /** Lists of the target that are sent before the product, because it is the first that lacks something in them; left out where none is. */
  readonly lists?: readonly SentList[];
}

/** A key of a batch, with what is known of it. */
export interface BatchKey<Known> {
  readonly key: string;
  /** Grows with every notice: a report of an older revision leaves the key to be looked at again. */
  readonly revision: number;
  /** A person asked for it: what is known of it is not relied on, and the target is looked at. */
  readonly asked: boolean;
  /** A person asked for just this one, by its name, and not for all of a period: what was deleted in the target is made again. */
  readonly named: boolean;
  /** Nobody noticed it: it is compared with the target. Its ids are taken as known, as the SKU that stands there proves them. */
  readonly isCompared?: boolean;
  /** A write of it that was not answered may have been done since: what stands there then is nobody's change. */
  readonly mayBeLate?: boolean;
  /** What was just sold of it at the source, whose lists may not show that yet: no level is raised by so much. It is looked at once more. */
  readonly unseen?: readonly SoldPieces[];
  /** What earlier batches were about to do of it, and nobody knows whether they did: that is looked for first. */
  readonly begun: Begun | null;
  readonly known: Known;
  /** When that was last told, in epoch milliseconds: a list may show for a while what stood there before. Left out where nothing was. */
  readonly knownAt?: number;
}

/** A picture as it was fetched. */
export interface FetchedPicture {
  readonly bytes: Uint8Array;
  /** Its media type: `image/png`. */
  readonly type: string;
}

/** A link of the other direction: `key` is an id of this flow's target, and leads to a record of its source. */
export interface BackLink {
  readonly key: string;
  readonly link: ProductLink;
}

/** The same with what batches of the other direction were about to do, and have not told of. */
export interface KnownBackLink extends BackLink, Pick<BatchKey<unknown>, 'begun' | 'knownAt'> {}

/** The same flow the other way round: what is written in the target comes back from there as a change. */
export interface ReverseBulk<Settings> {
  readonly settings: Settings;
  readonly mapping: Mapping;
  /** Its links that lead to these records of this flow's source, by those. */
  linksTo(keys: readonly string[]): Promise<ReadonlyMap<string, KnownBackLink>>;
  /** As `BulkContext.linked`, from the target to the source. */
  linked(record: LinkedRecord, keys: readonly string[]): Promise<Ids>;
}

/** An order of the target, by its id there, with what the source knows of it. */
export interface OrderUnderWay {
  readonly id: string;
  /** Empty for one that is not booked. */
  readonly booked: readonly SoldPieces[];
}

/** What a batch works with. */
export interface BulkContext<Settings> extends CommonContext<Settings> {
  /** The two ends for what concerns one key alone: those calls go into its activity. */
  endsFor(key: string): { readonly source: Endpoint; readonly target: Endpoint };
  /** No call of this batch is under way after the end of its lease, whatever becomes of it; epoch milliseconds. */
  readonly leaseEndsAt: number;
  /** Forgets ids that the target says are gone for good, so that they are looked up once more. */
  forgetIds(kind: 'article', keys: readonly string[]): Promise<void>;
  /**
   * Tells the object before anything of these keys is written; once for the batch if it can be: after a death the next one looks first.
   * It takes the place of what was begun of them before. Gives all that is begun by then, as `begunProducts` does, where something is to be
   * made: of two that tell of one SKU, or of one list, only the second hears of the other. Throws where the batch is not this one's any more.
   */
  intend(begun: ReadonlyMap<string, Begun>): Promise<BegunElsewhere>;
  /** What batches of this flow, and of those that lead to the target from elsewhere, were about to make, and nobody knows yet whether they did. */
  begunProducts(): Promise<readonly BegunProduct[]>;
  /** Ids in the target of records of the source that are linked, by the source's ids. */
  linked(record: LinkedRecord, keys: readonly string[]): Promise<Ids>;
  /** Source keys whose link of this kind leads to one of these ids of the target, by that id. */
  linkedTo(
    record: LinkedRecord,
    targetIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Those of these products of the target that stand there because Koppel made them of one of the source. */
  madeProducts(targetIds: readonly string[]): Promise<readonly string[]>;
  /** SKUs of variants of these products of the target that the source does not sell for now, and that cannot be switched off there. */
  skusOff(targetIds: readonly string[]): Promise<readonly string[]>;
  /** Keys that these SKUs were last known with, by SKU; what nothing has any more is left out. */
  levelOwners(skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether orders of the target, once they are in the source, are taken off its stock. */
  readonly salesTakenOff: boolean;
  /** Orders of the target that the source may not know of as they are now. */
  ordersUnderWay(): Promise<readonly OrderUnderWay[]>;
  /** Those of before anything was read. */
  readonly ordersAtFirst: readonly OrderUnderWay[];
  /** Fetches a picture from a public `https` address; the problem says why it cannot be had. Never throws. */
  picture(url: string, maxBytes: number): Promise<FetchedPicture | ProblemData>;
  /** Null where the integration carries nothing from the target to the source. */
  readonly reverse: ReverseBulk<Settings> | null;
}

/** What concerns one key of a listed flow, for its activity. */
export interface KeyNotes {
  readonly source?: unknown;
  readonly target?: unknown;
  /** What was written, or would have been. */
  readonly planned?: unknown;
  /** What both sides have where both changed it. */
  readonly conflict?: unknown;
  /** A refusal in the system's own words, where no call of this key alone tells it. */
  readonly said?: string;
}

/** Records of the source that have no link to the target yet. */
export interface Without {
  readonly record: LinkedRecord;
  readonly ids: readonly string[];
  /** The flow that links them. */
  readonly flow: string;
}

/** What became of one key of a listed flow. */
export interface ListedReport {
  readonly key: string;
  /** The revision that was claimed. */
  readonly revision: number;
  readonly outcome:
    | { readonly kind: 'done'; readonly targetId: string; readonly reason: Reason }
    | { readonly kind: 'skipped'; readonly reason: Reason }
    | { readonly kind: 'problem'; readonly problem: ProblemData };
  /** The link from now on; left out: as it was. Also beside a problem: what was done is known. */
  readonly link?: ProductLink;
  /** What of it may still come to be, and is looked for by the next batch; null: nothing; left out: the flow cannot tell. */
  readonly begun?: Begun | null;
  /** What it went without: records of the source that the named flow has not linked yet. It is looked at again when that has. */
  readonly without?: Without;
  /** Links of the other direction from now on: what comes back of a write is no news. Stored in the same transaction. */
  readonly back?: readonly BackLink[];
  readonly notes: KeyNotes;
}

/** A flow of which every record stands in the list of tasks, and runs in batches: products. */
export interface ListedFlow<Settings> extends CommonFlow<Settings> {
  readonly kind: 'listed';
  /** What its links are of. */
  readonly record: LinkedRecord;
  /** Keys of one batch. */
  batchSize(target: Connector): number;
  /** Reads, plans and writes a batch. Every key is reported; a problem of the batch as a whole is thrown. */
  run(
    context: BulkContext<Settings>,
    batch: readonly BatchKey<ProductLink | null>[],
  ): Promise<readonly ListedReport[]>;
  preview(context: BulkContext<Settings>, key: BatchKey<ProductLink | null>): Promise<Preview>;
}

/** A level as one look leaves it. */
export interface ToldLevel {
  readonly sku: string;
  /** The target's id; null where it has none. */
  readonly targetId: string | null;
  /** What was last written or found right, of a refused one what was refused; null where nothing was yet. */
  readonly quantity: string | null;
  /** Why it is as it is: a stable code of `reasons` or of `problems`. */
  readonly state: LevelState;
  /** What is wrong with it, if anything. */
  readonly problem?: ProblemData | null;
}

/** A level as it was last dealt with. One row for every SKU of a key; of a level without a SKU none. */
export interface KnownLevel extends ToldLevel {
  /**
   * When Koppel last wrote it, in epoch milliseconds: a list may show for a while what stood there before. Null where it never did; a level that
   * was only found right was not written.
   */
  readonly writtenAt: number | null;
}

export const levelStates = ['written', 'unknown', 'uncounted', 'gone', 'refused', 'unplaced'] as const;

/**
 * `written`: it is as it should be. `unknown`: the target has no such SKU. `uncounted`: the target does not count it. `gone`: the source
 * has it no longer. `refused`: set aside until the level or its product changes. `unplaced`: the source has no level of it at the chosen place.
 */
export type LevelState = (typeof levelStates)[number];

/** A level as it is now, in place of what was known. What is not reported stays as it was. */
export interface LevelReport extends ToldLevel {
  /** It was written just now, also where the same was written before. */
  readonly wrote?: true;
  /**
   * What stood in the target where that was neither what was written before, nor what belongs there, nor may be a late write of Koppel's own:
   * somebody changed it by hand.
   */
  readonly drift?: string;
  readonly problem?: ProblemData;
}

/** What became of one key of the stock flow. */
export interface StockReport {
  readonly key: string;
  readonly revision: number;
  readonly levels: readonly LevelReport[];
  /** Why the key has to be looked at again, or by a person; null: all of it is done. */
  readonly problem: ProblemData | null;
  /** When it is to be looked at once more, although nothing failed: by then lists show what they may not show yet. Epoch milliseconds. */
  readonly looksAgainAt?: number;
  /** Further keys whose levels are to be looked at because of this one. */
  readonly others?: readonly string[];
  /** Rows of the source's list as they were read for this: from now on a change is what differs from them. */
  readonly listed?: readonly Pick<SnapshotRow, 'key' | 'digest'>[];
}

/** A flow whose keys stand in no list of tasks: stock. */
export interface LevelFlow<Settings> extends CommonFlow<Settings> {
  readonly kind: 'levels';
  /** How often all levels are compared with the target, in milliseconds; null: never. */
  verifyEveryMs(settings: Settings): number | null;
  /** Keys of one batch. */
  batchSize(target: Connector): number;
  /**
   * Whether its batches go one after the other: where a look-up walks through the whole target, several at once would only take each other's
   * calls, and what was walked through in vain is walked through again.
   */
  inTurn(target: Connector): boolean;
  /** Reads, plans and writes a batch. Every key is reported; a problem of the batch as a whole is thrown. */
  run(
    context: BulkContext<Settings>,
    batch: readonly BatchKey<readonly KnownLevel[]>[],
  ): Promise<readonly StockReport[]>;
  preview(context: BulkContext<Settings>, key: BatchKey<readonly KnownLevel[]>): Promise<Preview>;
}

export type BulkFlow<Settings> = ListedFlow<Settings> | LevelFlow<Settings>;
