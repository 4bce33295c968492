import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { bearer } from '../../../src/connectors/contract/auth.ts';
import { type Connector, defineConnector } from '../../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../../src/connectors/contract/limits.ts';
import { byTime } from '../../../src/connectors/contract/source.ts';
import type { DocumentTarget } from '../../../src/connectors/contract/target.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { documentTarget } from '../../../src/connectors/jortt/orders/target.ts';
import { Locks } from '../../../src/engine/work/locks.ts';
import type { FlowContext, Outcome, Preview, Step } from '../../../src/flows/contract.ts';
import type { Link, Links, OrderLink } from '../../../src/flows/links.ts';
import { orders } from '../../../src/flows/orders/index.ts';
import { type OrdersSettings, ordersSettings } from '../../../src/flows/orders/settings.ts';
import { type OrderWork, orderWork } from '../../../src/flows/orders/work.ts';
import { canonicalJson } from '../../../src/records/canonical-json.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem, problem } from '../../../src/records/problem.ts';
import type { Reason } from '../../../src/records/reason.ts';
import { noStepsBack, openly } from '../journal.ts';
import { noLinks } from '../no-links.ts';
import { Books } from './books.ts';
import type { Sales } from './sales.ts';

export interface Given {
  readonly settings?: z.input<typeof ordersSettings> | undefined;
  readonly mapping?: Readonly<Record<string, string>>;
  /** The target keeps sales, as shops do, and can be told what becomes of them. */
  readonly sales?: Sales;
}

/** The orders flow with everything it needs in memory: a shop of given orders, and Jortt's real target over `Books`. */
export class World {
  readonly books = new Books();
  readonly orders = new Map<string, Order>();
  readonly links = new Map<string, Link<object>>();
  readonly steps = new Map<string, Step>();
  readonly kept = new Map<string, unknown>();
  /** Whose data was read, as the flow told it. */
  readonly people: (string | null)[] = [];
  /** What a system's own words must not repeat, as the flow told it last. */
  words: readonly string[] = [];
  readonly writtenBack: { key: string; status?: string; note?: string }[] = [];
  /** What becomes of an order's pieces, in turn: it sells SKUs, and is linked, and the pieces are sold in the books. */
  readonly pieces: string[] = [];
  /** Orders read. */
  reads = 0;
  now = Date.parse('2026-03-02T12:00:00Z');
  /** Where the shop sells from, as far as it tells. */
  shopCountry: string | undefined = 'NL';
  settings: OrdersSettings;
  /** Whose work an order of the source is. */
  ownWork: FlowContext['ownWork'] = async () => 'no';
  /** A person asked for the order. */
  asked = false;
  /** Why a person left an order out of which nothing was made. */
  leftOut: Reason | null = null;
  /** Orders can be made in the shop, too. */
  takesOrders = false;
  /** Orders that were booked, by what makes them alike. */
  readonly alike: { readonly mark: string; readonly key: string; readonly placedAt: Date }[] = [];
  /** When the flow went live; null: the order was asked for. */
  liveFrom: string | null = null;
  mapping: Readonly<Record<string, string>>;
  /** Whether a customers flow works with the customers of the books. */
  customersKept = false;
  /** Records that the flow is to look at, beside those that were noticed. */
  readonly lookedAt = new Set<string>();
  /** All that the source told up to then is stored; null: it tells by itself. */
  readUntil: number | null = null;
  /** Records whose tasks are open. */
  noticed: { readonly key: string; readonly at: Date; readonly isParked: boolean }[] = [];
  /** May throw, as the death of the object at this moment would. */
  storing: (what: string) => void = () => undefined;
  readonly #locks = new Locks();
  readonly #target: DocumentTarget;

  constructor({ settings = {}, mapping = {}, sales }: Given = {}) {
    this.settings = ordersSettings.parse(settings);
    this.mapping = mapping;
    this.#target = sales === undefined ? documentTarget : { ...documentTarget, follow: sales.follow };
  }

  /** What a task for this order does. */
  run(order: Order | string): Promise<Outcome> {
    return orders.run(this.context(this.#key(order)));
  }

  /** The problem that a task for this order ends with. */
  async problem(order: Order | string): Promise<Problem> {
    const ended = await this.run(order).catch((error: unknown) => error);
    if (ended instanceof Problem) return ended;
    throw new Error(`ended with ${String(ended instanceof Error ? ended.stack : JSON.stringify(ended))}`);
  }

  preview(order: Order | string): Promise<Preview> {
    return orders.preview(this.context(this.#key(order)));
  }

  /** An order as the flow works on it. */
  work(order: Order): Promise<OrderWork> {
    const context = this.context(this.#key(order));
    const source = context.source.connector.orders?.source;
    const customers = jortt.customers?.target;
    if (!source || !customers) throw new Error('cannot carry orders');
    return orderWork(context, { source, target: this.#target, customers }, order);
  }

  #key(order: Order | string): string {
    if (typeof order === 'string') return order;
    this.orders.set(order.id, order);
    return order.id;
  }

  link(key: string): OrderLink | undefined {
    return this.links.get(`order ${key}`) as OrderLink | undefined;
  }

  /** What skipping a flagged task does. */
  accept(key: string): void {
    orders.accept?.(key, this.#links());
  }

  /** What taking that back does. */
  unaccept(key: string): void {
    orders.unaccept?.(key, this.#links());
  }

  context(key: string): FlowContext<OrdersSettings> {
    const { steps } = this;
    return {
      key,
      source: { name: 'shop', connector: this.#shop(), api: this.#shopApi() },
      target: {
        name: 'books',
        connector: { ...jortt, orders: { ...jortt.orders, target: this.#target } },
        api: this.books.api,
      },
      settings: this.settings,
      mapping: this.mapping,
      links: this.#links(),
      linksBack: noLinks,
      stepsBack: noStepsBack,
      ...openly,
      liveFrom: this.liveFrom,
      asked: this.asked,
      named: this.asked,
      leftOut: () => this.leftOut,
      customersKept: this.customersKept,
      ownWork: this.ownWork,
      bring: () => 'absent',
      sells: (skus) => void this.pieces.push(`sells ${skus.join(' ')}`),
      sold: (pieces) =>
        void this.pieces.push(`sold ${pieces.map(({ sku, quantity }) => `${quantity} ${sku}`).join(' ')}`),
      noteOwnWork: () => undefined,
      customerElsewhere: async () => 'unknown',
      alike: {
        booked: (mark, from, until) => {
          const others = this.alike.filter((each) => each.mark === mark && each.key !== key);
          return others.filter(({ placedAt }) => placedAt >= from && placedAt <= until).length;
        },
        note: (mark, placedAt) => void this.alike.push({ mark, key, placedAt }),
      },
      reverse: null,
      steps: {
        get: (name) => steps.get(name) ?? null,
        begun: (prefix) => [...steps.keys()].filter((name) => name.startsWith(prefix)),
        intend: (name, reference, meant) =>
          this.#store(`intend ${name}`, () =>
            steps.set(name, {
              intendedAt: this.now,
              result: null,
              reference: reference ?? null,
              meant: meant ?? null,
            }),
          ),
        finish: (name, result) =>
          this.#store(`finish ${name}`, () =>
            steps.set(name, {
              ...{ intendedAt: 0, reference: null, meant: null },
              ...steps.get(name),
              result,
            }),
          ),
        forget: (name) => this.#store(`forget ${name}`, () => steps.delete(name)),
      },
      cachedIds: (_kind, keys, find) => find(keys),
      now: () => new Date(this.now),
      fingerprint: async (value) => createHash('sha256').update(canonicalJson(value)).digest('hex'),
      lookAt: (each) => this.#store('look', () => this.lookedAt.add(each)),
      notices: {
        readUntil: () => this.readUntil,
        unread: (from, until, known) =>
          this.noticed.filter(
            ({ key: each, at, isParked }) =>
              at >= from &&
              at <= until &&
              !each.startsWith(known.except) &&
              !this.#isKnown(each, known.linked, isParked ? known.unlessTo.parked : known.unlessTo.atWork),
          ),
      },
      exclusive: (each, work) => this.#locks.run(each, work),
      about: (emailFingerprint, words) => {
        this.people.push(emailFingerprint);
        this.words = words;
      },
      keep: (name, value) => void this.kept.set(name, value),
    };
  }

  #isKnown(key: string, kinds: readonly string[], unlessTo: readonly string[]): boolean {
    const links = kinds.flatMap((kind) => this.links.get(`${kind} ${key}`) ?? []);
    return links.some(({ targetId }) => !unlessTo.includes(targetId));
  }

  #links(): Links {
    const { links } = this;
    return {
      get: (kind, each) => (links.get(`${kind} ${each}`) as never) ?? null,
      put: (kind, each, link) => this.#store(`link ${kind}`, () => links.set(`${kind} ${each}`, link)),
      forget: (kind, each) => this.#store(`unlink ${kind}`, () => links.delete(`${kind} ${each}`)),
      recordsOf: (kind, targetId) =>
        [...links]
          .filter(([name, link]) => name.startsWith(`${kind} `) && link.targetId === targetId)
          .map(([name]) => ({ key: name.slice(kind.length + 1), own: true }))
          .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    };
  }

  #store(what: string, change: () => unknown): void {
    this.storing(what);
    change();
  }

  #shopApi(): Api {
    const { shopCountry: country } = this;
    const traits = country === undefined ? {} : { country };
    return { account: { ...shopApi.account, traits } } as unknown as Api;
  }

  #shop(): Connector {
    return defineConnector({
      id: 'shop',
      name: 'Shop',
      credentials: z.object({}),
      baseUrl: () => 'https://shop.example.com',
      limits: [window(10, '1s'), concurrent(4)],
      searchDelayMs: 0,
      auth: () => bearer('x'),
      readError: () => null,
      account: async () => shopApi.account,
      orders: {
        source: {
          changes: byTime(async () => ({ changes: [], next: null })),
          get: async (_api, key) => {
            this.reads++;
            return this.orders.get(key) ?? null;
          },
          writeBack: async (_api, key, change) => {
            this.storing('write back');
            this.writtenBack.push({ key, ...change });
          },
        },
        ...(this.takesOrders ? { target: this.#target } : {}),
      },
    });
  }
}

const shopApi = {
  account: { name: 'Shop', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: { country: 'NL' } },
} as unknown as Api & { account: Api['account'] };

/** A write that was never answered. */
export function unanswered(): Problem {
  return problem('outcome-unknown', 'timed_out', { system: 'Jortt' });
}
