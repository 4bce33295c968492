/** Two orders under one number and with one total, in every target: the second is never taken for the first. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../src/connectors/contract/api.ts';
import { bearer } from '../../src/connectors/contract/auth.ts';
import { defineConnector } from '../../src/connectors/contract/connector.ts';
import { concurrent } from '../../src/connectors/contract/limits.ts';
import { byTime } from '../../src/connectors/contract/source.ts';
import { Locks } from '../../src/engine/work/locks.ts';
import type { FlowContext, Step } from '../../src/flows/contract.ts';
import type { Link } from '../../src/flows/links.ts';
import { orders } from '../../src/flows/orders/index.ts';
import { type OrdersSettings, ordersSettings } from '../../src/flows/orders/settings.ts';
import type { Order } from '../../src/records/order.ts';
import { Problem, problem } from '../../src/records/problem.ts';
import { noNotices, noStepsBack, openly } from '../flows/journal.ts';
import { noLinks } from '../flows/no-links.ts';
import { noor, order } from '../flows/orders/samples.ts';
import { candidates } from './candidates.ts';
import { type Candidate, Played } from './played.ts';

const targets = candidates.filter(({ connector }) => connector.orders?.target);

const first = order({ customer: { ...noor, name: 'Ann Berg', firstName: 'Ann', email: 'ann@mail.example' } });
const second = order({ id: 'SO-2', placedAt: '2026-03-02T15:00:00.000Z' });

/** Shops of given orders that carry them into one account of a system. */
class Shops {
  readonly read = new Map<string, Order>();
  readonly #links = new Map<string, Link<object>>();
  readonly #steps = new Map<string, Step>();
  readonly #locks = new Locks();
  now = Date.parse('2026-03-10T12:00:00Z');
  /** May throw after something was made. */
  made: () => void = () => undefined;
  creates = 0;

  private constructor(
    private readonly candidate: Candidate,
    private readonly api: Api,
  ) {}

  static async open(candidate: Candidate): Promise<Shops> {
    const played = await Played.start(candidate, false);
    return new Shops(candidate, played.api());
  }

  async run(given: Order, shop = 'shop'): Promise<string> {
    this.read.set(given.id, given);
    try {
      return (await orders.run(this.#context(given.id, shop))).reason.code;
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  }

  targetOf(id: string, shop = 'shop'): string | undefined {
    return this.#links.get(`${shop} order ${id}`)?.targetId;
  }

  forget(): void {
    this.#links.clear();
  }

  #context(key: string, shop: string): FlowContext<OrdersSettings> {
    const { api } = this;
    const account = { name: shop, currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: { country: 'NL' } };
    return {
      key,
      source: { name: shop, connector: this.#shop(), api: { account } as unknown as Api },
      target: { name: 'target', connector: this.#watched(), api },
      settings: ordersSettings.parse({ state: 'sent' }),
      mapping: {},
      linksBack: noLinks,
      stepsBack: noStepsBack,
      ...openly,
      ...noNotices,
      links: {
        get: (kind, each) => (this.#links.get(`${shop} ${kind} ${each}`) as never) ?? null,
        put: (kind, each, link) => void this.#links.set(`${shop} ${kind} ${each}`, link),
        forget: (kind, each) => void this.#links.delete(`${shop} ${kind} ${each}`),
        recordsOf: (kind, targetId) =>
          [...this.#links]
            .filter(([name, link]) => name.split(' ')[1] === kind && link.targetId === targetId)
            .map(([name]) => ({ key: name.split(' ').slice(2).join(' '), own: name.startsWith(`${shop} `) })),
      },
      liveFrom: null,
      asked: false,
      named: false,
      leftOut: () => null,
      customersKept: false,
      ownWork: async () => 'no' as const,
      bring: () => 'absent',
      sells: () => undefined,
      sold: () => undefined,
      noteOwnWork: () => undefined,
      customerElsewhere: async () => 'unknown' as const,
      alike: { booked: () => 0, note: () => undefined },
      reverse: null,
      steps: {
        get: (name) => this.#steps.get(`${shop} ${name}`) ?? null,
        begun: (prefix) =>
          [...this.#steps.keys()]
            .filter((name) => name.startsWith(`${shop} ${prefix}`))
            .map((name) => name.slice(shop.length + 1)),
        intend: (name, reference = '', meant) =>
          void this.#steps.set(`${shop} ${name}`, {
            intendedAt: this.now,
            result: null,
            reference,
            meant: meant ?? null,
          }),
        finish: (name, result) => this.#noted(`${shop} ${name}`, { result }),
        forget: (name) => void this.#steps.delete(`${shop} ${name}`),
      },
      cachedIds: (_kind, keys, find) => find(keys),
      now: () => new Date(this.now),
      fingerprint: async (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex'),
      exclusive: (each, work) => this.#locks.run(each, work),
      about: () => undefined,
      keep: () => undefined,
    };
  }

  #noted(name: string, fields: Partial<Step>): void {
    const step = this.#steps.get(name);
    if (step) this.#steps.set(name, { ...step, ...fields });
  }

  /** The candidate, its creates of orders counted. */
  #watched() {
    const { connector } = this.candidate;
    const target = connector.orders?.target;
    if (target === undefined) return connector;
    const create: typeof target.create = async (api, body) => {
      this.creates++;
      const made = await target.create(api, body);
      this.made();
      return made;
    };
    return { ...connector, orders: { ...connector.orders, target: { ...target, create } } };
  }

  #shop() {
    return defineConnector({
      id: 'shop',
      name: 'Shop',
      credentials: z.object({}),
      baseUrl: () => 'https://shop.example.com',
      limits: [concurrent(4)],
      searchDelayMs: 0,
      auth: () => bearer('x'),
      readError: () => null,
      account: async () => ({ name: 'Shop', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} }),
      orders: {
        source: {
          changes: byTime(async () => ({ changes: [], next: null })),
          get: async (_api, key) => this.read.get(key) ?? null,
        },
      },
    });
  }
}

describe.each(targets.map((candidate) => [candidate.connector.name, candidate] as const))(
  'in %s',
  (_name, candidate) => {
    test('the second order of another buyer is parked, and is not taken for given back', async () => {
      const shops = await Shops.open(candidate);
      expect(await shops.run(first)).toBe('booked');
      expect(await shops.run(second)).toBe('reference_taken');
      expect(await shops.run({ ...second, refunded: second.gross })).toBe('refunded');
      expect([shops.creates, shops.targetOf('SO-2')]).toEqual([1, undefined]);
    });

    test('so is that of the same buyer', async () => {
      const shops = await Shops.open(candidate);
      await shops.run(first);
      expect(await shops.run({ ...first, id: 'SO-3' })).toBe('reference_taken');
      expect(shops.creates).toBe(1);
    });

    test('so is that of another shop of the integration, which may have the same id', async () => {
      const shops = await Shops.open(candidate);
      await shops.run(first);
      expect(await shops.run(first, 'outlet')).toBe('reference_taken');
      expect(shops.creates).toBe(1);
    });

    test('so is that of another integration, which has no links of this one', async () => {
      const shops = await Shops.open(candidate);
      await shops.run(first);
      shops.forget();
      expect(await shops.run(second)).toBe('reference_taken');
      expect(shops.creates).toBe(1);
    });

    test('the same order is found again by an integration that was made anew', async () => {
      const shops = await Shops.open(candidate);
      await shops.run(first);
      const made = shops.targetOf(first.id);
      shops.forget();
      expect(await shops.run(first)).toBe('found');
      expect([shops.creates, shops.targetOf(first.id)]).toEqual([1, made]);
    });

    test('an order whose answer was lost is found, with or without a customer record of its own', async () => {
      const shops = await Shops.open(candidate);
      shops.made = () => {
        throw problem('outcome-unknown', 'timed_out', { system: 'X' });
      };
      expect(await shops.run(first)).toBe('timed_out');
      expect(await shops.run(first)).toBe('booked');
      expect(shops.creates).toBe(1);
      expect(shops.targetOf(first.id)).toBeDefined();
    });
  },
);
