/** The contract between flows and the engine: what a flow is given (the contexts), and what it gives (the flows). */

import type { z } from 'zod';
import type { Account } from '../connectors/contract/account.ts';
import type { Api } from '../connectors/contract/api.ts';
import type { Connector, FlowName } from '../connectors/contract/connector.ts';
import type { Source } from '../connectors/contract/source.ts';
import type { Issue } from '../mapping/issue.ts';
import type { Decimal } from '../records/money.ts';
import type { Problem, ProblemData } from '../records/problem.ts';
import type { Reason } from '../records/reason.ts';
import type { Params } from '../texts/catalogue.ts';
import type { NoteCode } from '../texts/en.ts';
import type { Trait } from './asked.ts';
import type { LinkedRecord, Links, SoldPieces } from './links.ts';
import type { MappedPart, Sampling } from './mapped.ts';
import type { Meant } from './meant.ts';

/** One end of a flow: a connection of the integration. */
export interface Endpoint {
  /** Names the account in the integration: what is kept of it goes by this. */
  readonly name: string;
  readonly connector: Connector;
  readonly api: Api;
}

/** A journaled action: its intent is stored before the call, its result after. */
export interface Step {
  readonly intendedAt: number;
  /** The id of what was made; null while the outcome is unknown. */
  readonly result: string | null;
  /** What it can be found by, as it was written then: the mapping may say otherwise by now. Null where none was given. */
  readonly reference: string | null;
  /** What was to be made, where it is a document; null of other records, and in steps of before. */
  readonly meant: Meant | null;
  /** Its task has ended without it: nobody will look for what became of it. */
  readonly isLeft?: true;
}

export interface Steps {
  get(name: string): Step | null;
  /** Names that begin so. */
  begun(prefix: string): readonly string[];
  intend(name: string, reference?: string, meant?: Meant): void;
  finish(name: string, result: string): void;
  forget(name: string): void;
}

/** The journal of the other direction, for whoever finds what that one has begun to make. */
export type StepsBack = Pick<Steps, 'get' | 'begun' | 'finish'>;

/** The same flow the other way round: what is written in the target comes back from there as a change. */
export interface ReverseFlow<Settings> {
  readonly settings: Settings;
  readonly mapping: Mapping;
  /** From the target to the source. */
  readonly links: Links;
  /** Has the flow look at this record of the target, as a notice of a change would. */
  notice(key: string): void;
  /** This record of the target was written to: as it was before is as good as any other change from now on. */
  wrote(key: string): void;
}

/** What this flow booked within a day, by a keyed fingerprint of what makes documents alike: a loop is noticed by it. */
export interface Alike {
  /** How many other records that were placed within this time were booked under this mark. */
  booked(mark: string, from: Date, until: Date): number;
  /** This record was, which was placed then. */
  note(mark: string, placedAt: Date): void;
}

/** What this flow has heard of its source. */
export interface Notices {
  /** All that the source told up to then is stored, epoch milliseconds; null where it is not polled, and tells by itself. */
  readUntil(): number | null;
  /**
   * Records that were noticed within this time, or asked for since it began, whose tasks are open and of which nothing is known: some of them, where
   * there are many.
   */
  unread(from: Date, until: Date, known: Known): readonly Unread[];
}

/** Of which records something is known. */
export interface Known {
  /** Those that have a link of one of these kinds, */
  readonly linked: readonly LinkedRecord[];
  /** but for one to these ids, by whether the task goes on by itself. */
  readonly unlessTo: { readonly atWork: readonly string[]; readonly parked: readonly string[] };
  /** Keys that begin so are of no record of the source. */
  readonly except: string;
}

export interface Unread {
  readonly key: string;
  /** It needs a person. */
  readonly isParked: boolean;
}

/** Target field → JSONata expression. */
export type Mapping = Readonly<Record<string, string>>;

/** Keys → ids in the target; what is not there is left out. */
export type Ids = ReadonlyMap<string, string>;

/** What all kinds of flow are given. */
export interface CommonContext<Settings> {
  readonly source: Endpoint;
  readonly target: Endpoint;
  readonly settings: Settings;
  readonly mapping: Mapping;
  /**
   * Ids in the target that seldom change, kept for a day once they are found. `find` is asked for those that are not
   * known, all at once; what it does not find is not kept.
   */
  cachedIds(
    kind: 'article',
    keys: readonly string[],
    find: (keys: readonly string[]) => Promise<Ids>,
  ): Promise<Ids>;
  now(): Date;
  /** A keyed fingerprint: equal for equal values, and telling nothing of them. */
  fingerprint(value: unknown): Promise<string>;
}

/** Whether Koppel made a record of the source itself. `perhaps`: it may be making it just now. */
export type OwnWork = 'no' | 'perhaps' | 'made';

/** A call that was begun, whose outcome is not known yet. */
export type BegunCall = Pick<Step, 'intendedAt' | 'isLeft'>;

/** What the other integrations of the deployment know of a customer's record. `perhaps`: calls of theirs that may have made it. */
export type CustomerElsewhere =
  | 'unknown'
  | 'made for an order'
  | 'kept'
  | { readonly perhaps: readonly BegunCall[] };

export interface FlowContext<Settings = unknown> extends CommonContext<Settings> {
  /** The source record's id. */
  readonly key: string;
  readonly links: Links;
  /** Links from the target to the source, whichever flow made them. */
  readonly linksBack: Links;
  /** A person asked for this record: what is known of it is not relied on, and the target is looked at. */
  readonly asked: boolean;
  /** Asked for by its name, and not with all of a period: also what would not be done again by itself is meant. */
  readonly named: boolean;
  /** Why a person left out this order, of which nothing was made; null where nobody did, or that was taken back. Null of other records. */
  leftOut(): Reason | null;
  /** Whether a customers flow reads or writes the target's customers: they are its own then, and no other flow's. */
  readonly customersKept: boolean;
  /**
   * Whether this order of the source stands for one that Koppel carried there, or is just carrying. `reference` is what the
   * source knows it by.
   */
  ownWork(id: string, reference: string | undefined): Promise<OwnWork>;
  /** Remembers that it does: the integration that said so may be deleted. */
  noteOwnWork(id: string): void;
  /**
   * Whether another integration keeps this record of the source or target in step, or made it for an order. With its address only those calls
   * may have made it that make somebody with that.
   */
  customerElsewhere(of: 'source' | 'target', id: string, email?: string): Promise<CustomerElsewhere>;
  /**
   * When the flow went live, ISO 8601: what was placed before that moment is not carried. Null when the record was asked
   * for by a person, and where there is no bound.
   */
  readonly liveFrom: string | null;
  readonly alike: Alike;
  /** What the record sells, as it was just read: levels that go by these SKUs are looked at again, and once more when its task ends. */
  sells(skus: readonly string[]): void;
  /**
   * The record was made in the target, which takes these pieces off: levels that go by them are looked at again, and none is raised by lists that may not
   * have it yet. To be called right beside the link, as it is not under way from then on.
   */
  sold(pieces: readonly SoldPieces[]): void;
  /** Null when the integration does not go both ways. */
  readonly reverse: ReverseFlow<Settings> | null;
  readonly steps: Steps;
  /** What is under way from the target to the source, whichever flow began it. */
  readonly stepsBack: StepsBack;
  /** Seals what is of a person, so that a step can hold it. */
  seal(value: unknown): Promise<string>;
  /** Returns null where the key is lost that it was sealed with. */
  open(sealed: string): Promise<unknown>;
  /**
   * Has a flow between the same two accounts carry this record of the source. `under-way`: it is on its way. `done`: it was carried before.
   * `stuck`: it waits for a person, or was waited for (`awaitedRecord`) and nothing came of it. `absent`: there is no such flow.
   */
  bring(flow: FlowName, key: string): 'under-way' | 'done' | 'stuck' | 'absent';
  /** Has this flow look at another record of its own, such as one that this one is a part of. */
  lookAt(key: string): void;
  readonly notices: Notices;
  /** Runs alone among everything of this integration that names the same key. */
  exclusive<T>(key: string, work: () => Promise<T>): Promise<T>;
  /**
   * Whose data the activity will hold, so that a person can be erased (null: nobody's that can be found by an address),
   * and the values of that person that a system's own words must not repeat.
   */
  about(emailFingerprint: string | null, words: readonly string[]): void;
  /** Keeps something for the activity: what was read, what was written, what would have been (`planned`), of a document its
   * totals, its lines in Koppel's own words (`document`) and where its figures come from (`notes`),
   * or what both sides have where they differ (`conflict`). Sealed there. */
  keep(
    name: 'source' | 'target' | 'planned' | 'totals' | 'document' | 'notes' | 'conflict',
    value: unknown,
  ): void;
}

/** How a task ended. Whatever needs a person, or another time, is thrown as a `Problem`. */
export type Outcome = (
  | { readonly kind: 'done'; readonly targetId: string; readonly reason: Reason }
  | { readonly kind: 'skipped'; readonly reason: Reason }
) & {
  /** When the record is to be looked at once more, in epoch milliseconds: what was sent of it before may still be done. */
  readonly looksAgainAt?: number;
};

/** Something that would be written, or would be left as it stands. */
export interface PreviewWrite {
  readonly what: 'document' | 'customer' | 'credit' | 'product' | 'category' | 'level';
  /** `adopt`: it stands there already and is linked; `use`: it is linked and stays as it is; `guest`: none is made. */
  readonly does: 'create' | 'update' | 'adopt' | 'use' | 'guest' | 'skip';
  /** The body that would be sent, to the byte; null when there is none. Of an update what it sets. */
  readonly body: unknown;
}

/**
 * A figure of the source against the target's, as exact decimals. Names: `gross`, `vat`, and `vat:21` for the VAT at 21 %; of a
 * product its prices, `price` and `listPrice`; of a level its SKU.
 */
export interface PreviewCheck {
  readonly name: string;
  readonly expected: string;
  /** Null where the target has no figure, such as of a level that it does not count yet. */
  readonly actual: string | null;
}

/** What a preview tells in words, as a stable code with its params (src/texts/en/notes.ts). */
export interface Note {
  readonly code: NoteCode;
  readonly params: Params;
}

/** What a task would do, without doing it. Of a record that would be parked: its problem, and as much as could be planned. */
export interface Preview {
  /** The record; where it cannot be read what the system gave of it. */
  readonly source: unknown;
  /** Why it would be skipped; null when it would be written or parked. */
  readonly skips: Reason | null;
  readonly writes: readonly PreviewWrite[];
  readonly checks: readonly PreviewCheck[];
  /** What a person should know of the figures, beside them. */
  readonly notes?: readonly Note[];
  /** Why it would be parked, or would wait for a system that does not answer. */
  readonly problem: ProblemData | null;
}

/** An end of a flow, as far as it is known without a call. */
export interface End {
  readonly connector: Connector;
  readonly account: Account;
}

/** What a flow is polled by. */
export type ChangesSource = Pick<Source<unknown>, 'changes'>;

/** What both kinds of flow tell of themselves. */
export interface CommonFlow<Settings> {
  readonly name: FlowName;
  readonly settings: z.ZodType<Settings>;
  source(connector: Connector): ChangesSource | undefined;
  supports(source: Connector, target: Connector): boolean;
  /** What a mapping may fill in, by its full name: `remarks`, `customer.phonenumber`. */
  targetFields(target: Connector): string[];
  /** What of the two systems makes some of its settings matter. */
  traits?(source: Connector, target: Connector): readonly Trait[];
  /**
   * The same settings for what was placed on a day (`2026-03-02`) or later; null: since the flow went live. Absent where records are placed on
   * no day.
   */
  from?(settings: Settings, day: string | null): Settings;
  /** The same with these settings, and what its expressions are given. */
  mapped(settings: Settings, target: Connector): readonly MappedPart[];
  /** How records of the source serve to try a mapping on. */
  readonly samples: Sampling<Settings>;
  /** Flows between the same connections that it needs with these settings. */
  needs?(settings: Settings): readonly FlowName[];
  /** Scopes of the target that these settings need beyond those that its connector asks for in any case. */
  scopes?(settings: Settings, target: Connector): readonly string[];
  /** What is wrong with settings and mapping for this target, beyond what the schema says. */
  check(settings: Settings, mapping: Mapping, target: Connector): Issue[];
  /** What a person is to know, or its records will wait for one for, as long as these settings stand between these accounts. */
  warnings?(settings: Settings, source: End, target: End, mapping: Mapping): readonly Problem[];
  /** A person skips the task of this record, and so accepts what it was flagged for. Absent where nothing is flagged. */
  accept?(key: string, links: Links): void;
  /** The person takes that back. */
  unaccept?(key: string, links: Links): void;
}

/** What the register of orders keeps of a sale as it was read: nothing of a person. */
export interface Sale {
  /** The day of the sale in the shop's own time zone, `2026-03-02`. */
  readonly day: string;
  /** Instant, ISO 8601 in UTC. */
  readonly placedAt: string;
  /** ISO 4217. */
  readonly currency: string;
  /** With VAT. */
  readonly gross: Decimal;
  readonly vat: Decimal;
  readonly vatByRate: readonly { readonly rate: Decimal; readonly vat: Decimal }[];
  /** Given back so far, with VAT: all of an order that is cancelled. */
  readonly refunded: Decimal;
}

/** A flow whose tasks run in the object, one by one: orders, customers, categories. */
export interface RecordFlow<Settings> extends CommonFlow<Settings> {
  readonly kind: 'record';
  /** What a record that was kept as `source` comes to. Absent where records are no sales. */
  sale?(source: unknown): Sale | null;
  source(connector: Connector): Source<unknown> | undefined;
  /** Throws `Problem`. */
  run(context: FlowContext<Settings>): Promise<Outcome>;
  /** Reads only. Throws a `Problem` where nothing can be shown: the record is not there, or the source does not answer. */
  preview(context: FlowContext<Settings>): Promise<Preview>;
}
