import type { Hono } from 'hono';
import type { AppIntegrations } from './shop/integrations.ts';

/**
 * Time and chance come from outside, so that a simulation can run weeks in seconds and repeat a run exactly.
 * Nothing in the sandbox reads a clock or a random number elsewhere.
 */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, but not, 1. */
  random(): number;
  /** Ends early when the signal aborts; that is no error. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The goods of a system, by one of the articles that orders sell. */
export interface Goods {
  readonly sku: string;
  /** What there is of it after a count. */
  readonly pieces: number;
  /** Whether the system has it: it may have no catalogue. */
  readonly isThere: () => boolean;
  /** Somebody counts it anew. Returns whether the system has it. */
  readonly count: () => boolean;
  /** Gives the system a catalogue, as if it had always had it. */
  readonly fill: () => void;
}

/** Where a system sends its webhooks, when that is entered by a person. */
export interface WebhookAddress {
  /** Null: nobody listens. */
  readonly entered: string | null;
  /** Takes an address of the web. */
  readonly enter: (address: string) => void;
}

/** What the sandbox's page shows of a system, and lets people do in it. */
export interface Showcase {
  readonly name: string;
  /** What a connection to it asks for, by the names of Koppel's form in English. */
  readonly credentials: Readonly<Record<string, string>>;
  /** What the system calls a sale: an order, an invoice. */
  readonly sale: string;
  /** What making one is called: place an order, write an invoice. */
  readonly sellLabel: string;
  /** Makes one sale and returns its id. */
  readonly sell: () => string;
  /** Refunds the newest sale that is not refunded yet. Returns its id, or null when there is none. */
  readonly refundNewest: () => string | null;
  /** Cancels the newest sale that still can be. Returns its id, or null when there is none. Null for a system without cancelling. */
  readonly cancelNewest: (() => string | null) | null;
  /** Null for a system that has no goods. */
  readonly goods: Goods | null;
  /** Null for a system that sends none, or is asked for them over its API. */
  readonly webhook: WebhookAddress | null;
  /** Null for a system whose credentials are always copied by a person. */
  readonly integrations: AppIntegrations | null;
}

/** Sends a request that a stand-in makes by itself, such as a webhook. Rejects when no answer comes. */
export type Deliver = (request: Request) => Promise<Response>;

/**
 * A stand-in for one external system. Plain TypeScript, free of Cloudflare types.
 * Requests arrive with the path of the real system, for instance `/v3/invoices`.
 */
export interface StandIn {
  handle(request: Request): Promise<Response>;
  /** The path with its ids taken out, to count calls by: `/v3/invoices/{id}`. */
  template(path: string): string;
  /** What is asked of a path that takes every call, as it is put behind it: ` mutation orderCreate`. It may read the request. */
  operation?(request: Request): Promise<string>;

  settings(): unknown;
  /** A part of the settings, merged over what is set. Throws a ZodError for anything unknown. */
  change(settings: unknown): void;

  /** Everything the system holds, in full, for assertions. */
  state(): unknown;
  /** The levers that only this system has, mounted at `/control/{system}`. */
  control(): Hono;
  showcase(): Showcase;

  /** The whole of the stand-in as JSON-able data. The settings are part of it. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  /** Back to the start; the settings stay. */
  reset(seeded: boolean): void;

  /** When the stand-in next has something to do by itself (a webhook, an arriving order), if ever. */
  nextDueAt(): number | null;
  /** Does what is due now. */
  runDue(): Promise<void>;
}
