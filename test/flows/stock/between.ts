import type { z } from 'zod';
import type { BatchKey, BulkContext, KnownLevel, LevelReport, StockReport } from '../../../src/flows/bulk.ts';
import type { Preview } from '../../../src/flows/contract.ts';
import type { SoldPieces } from '../../../src/flows/links.ts';
import { stock } from '../../../src/flows/stock/index.ts';
import { type StockSettings, stockSettings } from '../../../src/flows/stock/settings.ts';
import { Problem } from '../../../src/records/problem.ts';
import { Master } from './master.ts';
import { Shop, type ShopTraits } from './shop.ts';
import { api } from './systems.ts';

interface Given extends ShopTraits {
  readonly settings?: z.input<typeof stockSettings>;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly withProducts?: boolean;
}

/** The stock flow between two systems, with all that the engine gives it and keeps for it in memory. */
export class Between {
  readonly master = new Master();
  readonly shop: Shop;
  readonly cache = new Map<string, string>();
  readonly forgotten: string[] = [];
  /** What is kept of every level, by key. */
  readonly levels = new Map<string, Map<string, KnownLevel & LevelReport>>();
  /** Ids of orders of the shop that the master knows of. */
  readonly arrived = new Set<string>();
  /** What the master knows of orders of the shop that a person has to see to. */
  readonly booked = new Map<string, readonly SoldPieces[]>();
  /** Products of the shop that Koppel made there. */
  readonly made = new Set<string>();
  /** SKUs of variants that the master does not sell for now, and that the shop cannot switch off. */
  readonly off = new Set<string>();
  /** What a notice has not told yet. */
  readonly unnoticed = new Set<string>();
  /** Epoch milliseconds. */
  now = Date.parse('2026-03-02T12:00:00Z');
  settings: StockSettings;
  mapping: Readonly<Record<string, string>>;
  /** The master takes off what the shop sells, once it knows of it. */
  salesTakenOff = true;
  readonly #withProducts: boolean;

  constructor({ settings = {}, mapping = {}, withProducts = false, ...traits }: Given = {}) {
    this.shop = new Shop(traits);
    this.settings = stockSettings.parse(settings);
    this.mapping = mapping;
    this.#withProducts = withProducts;
  }

  /** One batch, of all keys that the master has or that are known when none is named. */
  async run(
    keys?: readonly string[],
    { asked = false, isCompared = false, unseen = [] as readonly SoldPieces[] } = {},
  ): Promise<readonly StockReport[]> {
    const all = keys ?? [...new Set([...this.master.rows.keys(), ...this.levels.keys()])];
    const reports = await stock.run(
      this.context(),
      all.map((key) => ({ ...this.keyOf(key, asked || isCompared), isCompared, unseen })),
    );
    for (const { key, levels } of reports) {
      const kept = this.levels.get(key) ?? new Map<string, KnownLevel & LevelReport>();
      for (const level of levels) {
        const before = kept.get(level.sku)?.writtenAt ?? null;
        kept.set(level.sku, { ...level, writtenAt: level.wrote ? this.now : before });
      }
      this.levels.set(key, kept);
    }
    return reports;
  }

  /** The problem that a batch as a whole ends with. */
  async problem(keys?: readonly string[]): Promise<Problem> {
    const ended = await this.run(keys).catch((error: unknown) => error);
    if (ended instanceof Problem) return ended;
    throw new Error(`ended with ${String(ended instanceof Error ? ended.stack : JSON.stringify(ended))}`);
  }

  preview(key: string): Promise<Preview> {
    return stock.preview(this.context(), this.keyOf(key, true));
  }

  /** What is kept of one SKU. */
  level(sku: string, key = sku): LevelReport | undefined {
    return this.levels.get(key)?.get(sku);
  }

  /** Writes what is known of a level, as an earlier batch would have. */
  know(sku: string, quantity: string, more: Partial<LevelReport> = {}, key = sku): void {
    const kept = this.levels.get(key) ?? new Map<string, KnownLevel & LevelReport>();
    kept.set(sku, { sku, targetId: `t-${sku}`, quantity, state: 'written', writtenAt: null, ...more });
    this.levels.set(key, kept);
  }

  keyOf(key: string, asked: boolean): BatchKey<readonly KnownLevel[]> {
    const known = [...(this.levels.get(key)?.values() ?? [])];
    return { key, revision: 1, asked, named: false, begun: null, known };
  }

  context(): BulkContext<StockSettings> {
    const ordersUnderWay = () =>
      this.shop.sales
        .filter(({ id }) => !this.arrived.has(id) && !this.unnoticed.has(id))
        .map(({ id }) => ({ id, booked: this.booked.get(id) ?? [] }));
    const source = {
      name: 'master',
      connector: this.master.connector({ withProducts: this.#withProducts }),
      api,
    };
    const target = { name: 'shop', connector: this.shop.connector(), api };
    return {
      source,
      target,
      settings: this.settings,
      mapping: this.mapping,
      endsFor: () => ({ source, target }),
      cachedIds: async (_kind, keys, find) => {
        const missing = keys.filter((key) => !this.cache.has(key));
        if (missing.length > 0) for (const [key, id] of await find(missing)) this.cache.set(key, id);
        return new Map(
          keys.flatMap((key) => {
            const id = this.cache.get(key);
            return id === undefined ? [] : [[key, id] as const];
          }),
        );
      },
      forgetIds: async (_kind, keys) => {
        this.forgotten.push(...keys);
        for (const key of keys) this.cache.delete(key);
      },
      intend: async () => {
        throw new Error('nothing is created');
      },
      linked: async () => new Map(),
      linkedTo: async () => new Map(),
      picture: async () => {
        throw new Error('levels have no pictures');
      },
      reverse: null,
      salesTakenOff: this.salesTakenOff,
      madeProducts: async (ids) => ids.filter((id) => this.made.has(id)),
      skusOff: async () => [...this.off],
      begunProducts: async () => [],
      levelOwners: async () => new Map(),
      ordersUnderWay: async () => ordersUnderWay(),
      ordersAtFirst: ordersUnderWay(),
      leaseEndsAt: 0,
      now: () => new Date(this.now),
      fingerprint: async (value) => JSON.stringify(value),
    };
  }
}
