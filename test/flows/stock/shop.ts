import type { Connector } from '../../../src/connectors/contract/connector.ts';
import { byTime, type OrderSource } from '../../../src/connectors/contract/source.ts';
import type { LevelChange, LevelOutcome, StockTarget } from '../../../src/connectors/contract/stock.ts';
import { type ArticleLookup, bySearch, byWalk } from '../../../src/connectors/contract/target.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem } from '../../../src/records/problem.ts';
import type { StockLevel } from '../../../src/records/stock-level.ts';
import { connectorOf } from './systems.ts';

export interface Article {
  sku: string;
  /** On the shelf where it counts so; else what it still sells. */
  number: number;
  managed: boolean;
}

export interface Sale {
  readonly id: string;
  readonly sku: string;
  readonly pieces: number;
  shipped: boolean;
  cancelled: boolean;
}

export interface ShopTraits {
  readonly counts?: 'physical' | 'net';
  /** Whether a physical one takes its open orders off; it does when left out. */
  readonly reserves?: boolean;
  readonly negative?: boolean;
  readonly batchSize?: number;
  readonly walks?: boolean;
  /** Whether a SKU is compared without case and outer blanks. */
  readonly anyCase?: boolean;
  /** Whether a level says whose it is; it does when left out. */
  readonly tellsSku?: boolean;
  /** Whether a level says how much there is; it does when left out. */
  readonly tellsNumber?: boolean;
  /** Whether it says that a level has changed since it was read. */
  readonly compares?: boolean;
  /** Whether levels are read in lists, which may show for a while what stood before a write. */
  readonly readsLists?: true;
  /** Whether its articles are variants, which cannot be switched off by themselves. */
  readonly variants?: boolean;
}

/** A shop that is written to, and sells. */
export class Shop {
  readonly articles = new Map<string, Article>();
  readonly sales: Sale[] = [];
  /** Every list that was written. */
  readonly lists: LevelChange[][] = [];
  readonly places: (string | null)[] = [];
  readonly searches: string[][] = [];
  readonly ordersRead: string[] = [];
  pagesWalked = 0;
  /** What it says against a SKU. */
  readonly refusing = new Map<string, LevelOutcome>();
  /** Parents that stay sold out, by the SKU of a variant; a problem: it does not answer. */
  asleep: ReadonlyMap<string, string> | Problem = new Map();
  /** How many were asked about, each time. */
  readonly askedAsleep: number[] = [];
  /** Ids that a search goes on naming, though they are gone; with a number its levels are read as they were too. */
  readonly ghosts = new Map<string, { readonly sku: string; readonly number: number | null }>();
  /** How levels are still read for a while, by id: as they were before a write. */
  readonly readAs = new Map<string, Article>();
  /** What happens in the shop once, just before it looks at a list. */
  meanwhile: () => void = () => undefined;
  /** What happens there once, just before its levels are read. */
  beforeReading: () => void = () => undefined;
  readonly counts: 'physical' | 'net';

  constructor(private readonly traits: ShopTraits = {}) {
    this.counts = traits.counts ?? 'net';
  }

  has(sku: string, number: number, id = `t-${sku}`, managed = true): void {
    this.articles.set(id, { sku, number, managed });
  }

  article(id: string): Article {
    const article = this.articles.get(id);
    if (!article) throw new Error(`no ${id}`);
    return article;
  }

  sell(sku: string, pieces: number): Sale {
    const sale = { id: `o${this.sales.length + 1}`, sku, pieces, shipped: false, cancelled: false };
    this.sales.push(sale);
    if (this.counts === 'net') for (const each of this.#called(sku)) each.number -= pieces;
    return sale;
  }

  ship(sale: Sale): void {
    sale.shipped = true;
    if (this.counts === 'physical') for (const each of this.#called(sale.sku)) each.number -= sale.pieces;
  }

  /** What its shoppers can still buy. */
  salable(sku: string): number {
    const [article] = this.#called(sku);
    return (article?.number ?? 0) - (this.#reserves ? this.#open(sku) : 0);
  }

  /** What was written, in turn: `TS-L 5`. */
  get written(): string[] {
    return this.lists.flat().map(({ sku, quantity }) => `${sku} ${quantity}`);
  }

  connector(): Connector {
    const { batchSize = 100, negative = false, anyCase = false, variants = false, readsLists } = this.traits;
    const target: StockTarget = {
      batchSize,
      negative,
      ...(readsLists ? { readsLists } : {}),
      skus: this.#lookup(),
      counts: async () => this.counts,
      standing: async (_api, ids, place) => {
        const { beforeReading } = this;
        this.beforeReading = () => undefined;
        beforeReading();
        this.places.push(place);
        return new Map(
          ids.flatMap((id) => {
            const article = this.readAs.get(id) ?? this.articles.get(id) ?? this.#ghostOf(id);
            return article ? [[id, this.#levelOf(id, article)] as const] : [];
          }),
        );
      },
      set: async (_api, changes, place) => {
        if (changes.length > batchSize) throw new Error('given too many levels');
        const { meanwhile } = this;
        this.meanwhile = () => undefined;
        meanwhile();
        this.lists.push([...changes]);
        this.places.push(place);
        return changes.map((change) => this.#set(change));
      },
      asleep: async (_api, ids) => {
        this.askedAsleep.push(ids.length);
        const { asleep } = this;
        if (asleep instanceof Problem) throw asleep;
        const parents = ids.map((id) => [id, asleep.get(this.article(id).sku)] as const);
        return new Map(parents.flatMap(([id, parent]) => (parent === undefined ? [] : [[id, parent]])));
      },
    };
    const skuKey = (sku: string) => (anyCase ? sku.trim().toLowerCase() : sku);
    const traits = () => ({ variantsActive: !variants });
    return connectorOf('shop', {
      stock: { target },
      orders: { source: this.#orders },
      ...(anyCase || variants ? { products: { target: { skuKey, traits } as never } } : {}),
    });
  }

  #set({ id, quantity, managed, standing, sku }: LevelChange): LevelOutcome {
    const refused = this.refusing.get(sku);
    if (refused) return refused;
    const article = this.articles.get(id);
    if (!article) return { kind: 'gone' };
    const now = this.#levelOf(id, article);
    if (this.traits.compares && JSON.stringify(now) !== JSON.stringify(standing)) return { kind: 'stale' };
    article.number = Number(quantity);
    if (managed !== undefined) article.managed = managed;
    return { kind: 'written' };
  }

  #levelOf(id: string, { sku, number, managed }: Article): StockLevel {
    const told = {
      ...{ managed, productId: id },
      ...(this.traits.variants ? { variantId: id } : {}),
      ...(this.traits.tellsSku === false ? {} : { sku }),
    };
    if (this.traits.tellsNumber === false) return told;
    if (this.counts === 'net') return { ...told, available: String(number) };
    return {
      ...told,
      onHand: String(number),
      ...(this.#reserves ? { reserved: String(this.#open(sku)) } : {}),
    };
  }

  get #reserves(): boolean {
    return this.counts === 'physical' && this.traits.reserves !== false;
  }

  #open(sku: string): number {
    const open = this.sales.filter((sale) => sale.sku === sku && !sale.shipped && !sale.cancelled);
    return open.reduce((total, { pieces }) => total + pieces, 0);
  }

  #called(sku: string): Article[] {
    return [...this.articles.values()].filter((article) => article.sku === sku);
  }

  #ghostOf(id: string): Article | undefined {
    const ghost = this.ghosts.get(id);
    return ghost?.number == null ? undefined : { sku: ghost.sku, number: ghost.number, managed: true };
  }

  #idsOf(skus: readonly string[]): Map<string, string[]> {
    const key = (sku: string) => (this.traits.anyCase ? sku.trim().toLowerCase() : sku);
    // One that is behind in both ways does not know of the new one either.
    const ids = (sku: string) =>
      [...(this.#isBehind(sku) ? this.ghosts : this.articles)]
        .filter(([, each]) => key(each.sku) === key(sku))
        .map(([id]) => id);
    return new Map(skus.map((sku) => [sku, ids(sku)]));
  }

  #isBehind(sku: string): boolean {
    return [...this.ghosts.values()].some((ghost) => ghost.sku === sku);
  }

  #lookup(): ArticleLookup {
    if (!this.traits.walks)
      return bySearch(async (_api, skus) => {
        this.searches.push([...skus]);
        return this.#idsOf(skus);
      });
    return byWalk(async (_api, page) => {
      this.pagesWalked++;
      const all = [...this.articles];
      const at = Number(page ?? 0);
      const ids = new Map<string, string[]>();
      for (const [id, { sku }] of all.slice(at, at + 2)) ids.set(sku, [...(ids.get(sku) ?? []), id]);
      return { ids, next: at + 2 < all.length ? String(at + 2) : null };
    });
  }

  readonly #orders: OrderSource = {
    changes: byTime(async () => ({ changes: [], next: null })),
    get: async (_api, id) => {
      const sale = this.sales.find((each) => each.id === id);
      this.ordersRead.push(id);
      return sale ? orderOf(sale) : null;
    },
  };
}

/** Of an order only what the flow looks at is played. */
function orderOf({ id, sku, pieces, cancelled }: Sale): Order {
  const line = { name: sku, quantity: String(pieces), unitPrice: '1', discount: '0', vatRate: '21' };
  return {
    id,
    number: id,
    placedAt: '2026-03-02T12:00:00Z',
    updatedAt: '2026-03-02T12:00:00Z',
    date: '2026-03-02',
    status: 'open',
    paymentStatus: 'paid',
    paid: true,
    cancelled,
    customer: { kind: 'person', name: 'Noor de Wit', address: {} },
    currency: 'EUR',
    pricesIncludeVat: true,
    lines: [
      { ...line, sku },
      { ...line, name: 'Gift wrap' },
    ],
    shipping: [],
    fees: [],
    discounts: [],
    gross: String(pieces),
    vat: '0',
    vatByRate: [],
    refunded: '0',
  };
}
