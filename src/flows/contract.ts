/** What a flow needs of the engine. The engine provides it; flows know nothing of how. */

import type { z } from 'zod';
import type { Api } from '../connectors/contract/api.ts';
import type { Connector, FlowName } from '../connectors/contract/connector.ts';
import type { Source } from '../connectors/contract/source.ts';
import type { Issue } from '../mapping/fields.ts';
import type { Reason } from '../records/reason.ts';

/** One end of a flow: a connection of the integration. */
export interface Endpoint {
  /** The connection's name in the integration. */
  readonly name: string;
  readonly connector: Connector;
  readonly api: Api;
}

export interface Link {
  readonly targetId: string;
  /** Keyed fingerprint of what was last written. */
  readonly fingerprint: string;
  /** Amounts and states to compare with later; nothing personal. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Source id ↔ target id of this flow's two connections. */
export interface Links {
  get(record: LinkedRecord, key: string): Link | null;
  put(record: LinkedRecord, key: string, link: Link): void;
  forget(record: LinkedRecord, key: string): void;
}

export type LinkedRecord = 'order' | 'customer' | 'credit';

/** A journaled action: its intent is stored before the call, its result after. */
export interface Step {
  readonly intendedAt: number;
  /** The id of what was made; null while the outcome is unknown. */
  readonly result: string | null;
}

export interface Steps {
  get(name: string): Step | null;
  intend(name: string): void;
  finish(name: string, result: string): void;
  forget(name: string): void;
}

/** The same flow the other way round: what is written in the target comes back there as a change. */
export interface ReverseFlow<Settings> {
  readonly settings: Settings;
  readonly mapping: Readonly<Record<string, string>>;
  /** From the target to the source. */
  readonly links: Links;
}

export interface FlowContext<Settings = unknown> {
  /** The source record's id. */
  readonly key: string;
  readonly source: Endpoint;
  readonly target: Endpoint;
  readonly settings: Settings;
  /** Target field → JSONata expression. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly links: Links;
  /** Null or absent where the integration does not go both ways. */
  readonly back?: ReverseFlow<Settings> | null;
  readonly steps: Steps;
  /** An id in the target that seldom changes, found once and then remembered for a day. Null is not remembered. */
  remembered(kind: 'article', key: string, find: () => Promise<string | null>): Promise<string | null>;
  now(): Date;
  /** A keyed fingerprint: equal for equal values, and telling nothing of them. */
  fingerprint(value: unknown): Promise<string>;
  /** Runs alone among everything of this integration that names the same key. */
  exclusive<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Whose data the activity will hold, by keyed fingerprint, so that a person can be erased. */
  about(person: string): void;
  /** Keeps something for the activity: what was read, what was written. Sealed there. */
  keep(name: 'source' | 'target' | 'totals', value: unknown): void;
}

/** How a task ended. Whatever needs a person, or another time, is thrown as a `Problem`. */
export type Outcome =
  | { readonly kind: 'done'; readonly targetId: string; readonly reason: Reason }
  | { readonly kind: 'skipped'; readonly reason: Reason };

/** What a task would do, without doing it. */
export interface Preview {
  readonly source: unknown;
  /** Why it would be skipped; null when it would be written. */
  readonly skips: Reason | null;
  /** The body that would be sent, to the byte. */
  readonly target: unknown;
  readonly customer: { readonly does: string; readonly body: unknown } | null;
  readonly totals: { readonly expected: unknown; readonly target: unknown } | null;
}

export interface Flow<Settings> {
  readonly name: FlowName;
  readonly settings: z.ZodType<Settings>;
  source(connector: Connector): Source<unknown> | undefined;
  supports(source: Connector, target: Connector): boolean;
  /** What a mapping may fill in, by its full name: `remarks`, `customer.phonenumber`. */
  targetFields(target: Connector): string[];
  /** What is wrong with settings and mapping for this target, beyond what the schema says. */
  check(settings: Settings, mapping: Readonly<Record<string, string>>, target: Connector): Issue[];
  run(context: FlowContext<Settings>): Promise<Outcome>;
  preview(context: FlowContext<Settings>): Promise<Preview>;
}
