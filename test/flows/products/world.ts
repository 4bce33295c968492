import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Account } from '../../../src/connectors/contract/account.ts';
import type {
  BatchKey,
  Begun,
  BegunList,
  BegunProduct,
  BulkContext,
  KnownBackLink,
  ListedReport,
  ReverseBulk,
  SentList,
} from '../../../src/flows/bulk.ts';
import type { Endpoint, Preview } from '../../../src/flows/contract.ts';
import type { Links, ProductLink } from '../../../src/flows/links.ts';
import { products } from '../../../src/flows/products/index.ts';
import { type ProductsSettings, productsSettings } from '../../../src/flows/products/settings.ts';
import { canonicalJson } from '../../../src/records/canonical-json.ts';
import { type ProblemData, rejected } from '../../../src/records/problem.ts';
import { TestApi } from '../../support/fake-api.ts';
import { FakeShop, gross, net } from './fake-shop.ts';

export type Given = z.input<typeof productsSettings>;

/** Whether a person asked: for just this one, or for all of a period. */
type Asked = boolean | 'period';

/** One direction: its settings, and what is stored of it. */
export interface Direction {
  settings: ProductsSettings;
  mapping: Record<string, string>;
  readonly links: Map<string, ProductLink>;
  /** Categories of the source that are linked. */
  readonly categories: Map<string, string>;
  /** What was begun of keys. */
  readonly begun: Map<string, Begun>;
  /** Keys that a batch was about to make something of that has not reported yet. */
  readonly told: Set<string>;
  /** When links were stored, in epoch milliseconds. */
  readonly knownAt: Map<string, number>;
}

/** What another source is about to make in the target, under this SKU. */
type Foreign = Pick<BegunProduct, 'sku' | 'at'>;

/** The products flow with everything that it needs in memory: two shops, and what the object stores. */
export class World {
  readonly from: FakeShop;
  readonly to: FakeShop;
  readonly forth: Direction;
  readonly back: Direction;
  /** Whether the integration goes both ways. */
  bothWays = false;
  /** Pictures that cannot be fetched, by address. */
  readonly badPictures = new Map<string, ProblemData>();
  readonly fetched: string[] = [];
  readonly foreign: Foreign[] = [];
  /** Lists of the target that another source is about to send. */
  readonly foreignLists: SentList[] = [];
  /** Happens as a batch tells what it is about to make, before the object hears it. */
  onIntend: () => void = () => undefined;
  /** The consumer dies before it reports. */
  dies = false;
  /** Epoch milliseconds. */
  now = Date.parse('2026-03-02T12:00:00Z');
  /** Until when a batch may make calls, in epoch milliseconds. */
  leaseEndsAt = Date.parse('2026-03-02T12:04:00Z');
  /** When a batch that died had told of what it was about to make, in epoch milliseconds. */
  begunAt = 0;
  /** What every picture has. */
  pictureBytes = 10;
  /** Happens with every picture that is fetched. */
  onFetch: (url: string) => void = () => undefined;
  readonly intended: (readonly string[])[] = [];
  last: readonly ListedReport[] = [];

  constructor({
    from = new FakeShop('a', gross),
    to = new FakeShop('b', net),
    settings = {},
    mapping = {},
    backSettings = {},
  }: {
    from?: FakeShop;
    to?: FakeShop;
    settings?: Given;
    mapping?: Record<string, string>;
    backSettings?: Given;
  } = {}) {
    this.from = from;
    this.to = to;
    this.forth = directionOf(settings, mapping);
    this.back = directionOf(backSettings, {});
  }

  /** Runs these keys of the source, all of them when none is named, and stores what is reported. */
  run(
    keys: readonly string[] = [...this.from.products.keys()],
    asked: Asked = false,
  ): Promise<readonly ListedReport[]> {
    return this.#run('forth', keys, asked);
  }

  /** The same in the other direction. */
  runBack(
    keys: readonly string[] = [...this.to.products.keys()],
    asked: Asked = false,
  ): Promise<readonly ListedReport[]> {
    return this.#run('back', keys, asked);
  }

  /** Runs one key, and returns what became of it. */
  async outcome(key: string, asked: Asked = false): Promise<ListedReport['outcome']> {
    const [report] = await this.run([key], asked);
    if (report === undefined) throw new Error('nothing was reported');
    return report.outcome;
  }

  /** The code of the problem, or of the reason, that one key ends with. */
  async code(key: string, asked: Asked = false): Promise<string> {
    const outcome = await this.outcome(key, asked);
    return outcome.kind === 'problem' ? outcome.problem.code : outcome.reason.code;
  }

  preview(key: string): Promise<Preview> {
    const known = this.forth.links.get(key) ?? null;
    return products.preview(this.#context('forth'), {
      key,
      revision: 1,
      asked: true,
      named: false,
      begun: null,
      known,
    });
  }

  /** A person leaves the product out of this direction. */
  leaveOut(direction: 'forth' | 'back', key: string): void {
    products.accept?.(key, this.#links(direction));
  }

  takeBack(direction: 'forth' | 'back', key: string): void {
    products.unaccept?.(key, this.#links(direction));
  }

  #links(direction: 'forth' | 'back'): Links {
    const { links } = this[direction];
    return {
      get: (_record, key) => (links.get(key) as never) ?? null,
      put: (_record, key, link) => void links.set(key, structuredClone(link) as ProductLink),
      forget: (_record, key) => void links.delete(key),
      recordsOf: () => [],
    };
  }

  link(key: string): ProductLink {
    const link = this.forth.links.get(key);
    if (link === undefined) throw new Error(`no link of ${key}`);
    return link;
  }

  /** Writes of both shops so far. */
  get writes(): number {
    return this.from.writes.length + this.to.writes.length;
  }

  async #run(
    name: 'forth' | 'back',
    keys: readonly string[],
    asked: Asked,
  ): Promise<readonly ListedReport[]> {
    const direction = this[name];
    const batch = keys.map(
      (key, index): BatchKey<ProductLink | null> => ({
        ...{ key, asked: asked !== false, named: asked === true, revision: index + 1 },
        begun: this.#begunOf(direction, key),
        known: structuredClone(direction.links.get(key) ?? null),
        ...knownAtOf(direction, key),
      }),
    );
    const reports = await products.run(this.#context(name), batch);
    this.last = reports;
    if (this.dies) return reports;
    const other = name === 'forth' ? this.back : this.forth;
    for (const { key, link, back = [], begun } of reports) {
      if (link !== undefined) this.#store(direction, key, link);
      for (const each of back) this.#store(other, each.key, each.link);
      if (begun === undefined) continue;
      direction.told.delete(key);
      if (begun === null) direction.begun.delete(key);
      else direction.begun.set(key, structuredClone(begun));
    }
    return reports;
  }

  #store({ links, knownAt }: Direction, key: string, link: ProductLink): void {
    links.set(key, structuredClone(link));
    knownAt.set(key, this.now);
  }

  #begunOf({ begun, told }: Direction, key: string): Begun | null {
    const known = structuredClone(begun.get(key) ?? null);
    if (known === null || !told.has(key)) return known;
    const at = this.begunAt;
    const all = <Sent>(sent: Readonly<Record<string, Sent>>) =>
      Object.fromEntries(Object.entries(sent).map(([part, each]) => [part, { ...each, at }]));
    const { updates = {} } = known;
    const lists = Object.entries(updates).map(([part, sent]) => [
      part,
      sent.map((each) => ({ ...each, at })),
    ]);
    return {
      products: all(known.products),
      pictures: all(known.pictures),
      updates: Object.fromEntries(lists),
      ...(known.lists && {
        lists: known.lists.map((each) => (each.at === this.leaseEndsAt ? { ...each, at } : each)),
      }),
    };
  }

  #begunProducts(direction: Direction): BegunProduct[] {
    const own = [...direction.begun.keys()].flatMap((key) =>
      Object.values(this.#begunOf(direction, key)?.products ?? {}).map(({ sku, at }) => ({
        ...{ key, own: true, sku, at },
      })),
    );
    return [...own, ...this.foreign.map((each) => ({ ...each, key: '1', own: false }))];
  }

  #begunLists(direction: Direction): BegunList[] {
    const own = [...direction.begun.keys()].flatMap((key) =>
      (this.#begunOf(direction, key)?.lists ?? []).map((each) => ({ ...each, key, own: true })),
    );
    return [...own, ...this.foreignLists.map((each) => ({ ...each, key: '1', own: false }))];
  }

  #context(name: 'forth' | 'back'): BulkContext<ProductsSettings> {
    const direction = this[name];
    const [from, to] = name === 'forth' ? [this.from, this.to] : [this.to, this.from];
    const ends = { source: endpoint(from), target: endpoint(to) };
    return {
      ...ends,
      settings: direction.settings,
      mapping: direction.mapping,
      cachedIds: async () => new Map(),
      now: () => new Date(this.now),
      fingerprint: async (value) =>
        createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 24),
      endsFor: () => ends,
      forgetIds: async () => undefined,
      intend: async (intents) => {
        this.onIntend();
        this.intended.push([...intents.keys()]);
        for (const [key, begun] of intents) {
          direction.begun.set(key, structuredClone(begun));
          direction.told.add(key);
        }
        return { products: this.#begunProducts(direction), lists: this.#begunLists(direction) };
      },
      linked: async (_record, keys) => linkedOf(direction, keys),
      linkedTo: async (_record, ids) =>
        new Map(
          ids.map((id) => [
            id,
            [...direction.links].filter(([, link]) => link.targetId === id).map(([key]) => key),
          ]),
        ),
      begunProducts: async () => this.#begunProducts(direction),
      madeProducts: async () => [],
      skusOff: async () => [],
      levelOwners: async () => new Map(),
      salesTakenOff: false,
      ordersUnderWay: async () => [],
      ordersAtFirst: [],
      leaseEndsAt: this.leaseEndsAt,
      picture: async (url, maxBytes) => {
        this.fetched.push(url);
        this.onFetch(url);
        const bad = this.badPictures.get(url);
        return bad ?? { bytes: new Uint8Array(Math.min(this.pictureBytes, maxBytes)), type: 'image/jpeg' };
      },
      reverse: this.bothWays ? this.#reverse(name === 'forth' ? this.back : this.forth) : null,
    };
  }

  #reverse(direction: Direction): ReverseBulk<ProductsSettings> {
    return {
      settings: direction.settings,
      mapping: direction.mapping,
      linksTo: async (keys) => {
        const found = [...direction.links].filter(([, link]) => keys.includes(link.targetId));
        return new Map(
          found.map(([key, link]): [string, KnownBackLink] => [
            link.targetId,
            { key, link, begun: this.#begunOf(direction, key), ...knownAtOf(direction, key) },
          ]),
        );
      },
      linked: async (_record, keys) => linkedOf(direction, keys),
    };
  }
}

export function directionOf(settings: Given, mapping: Record<string, string>): Direction {
  return {
    settings: productsSettings.parse(settings),
    mapping,
    links: new Map(),
    categories: new Map(),
    begun: new Map(),
    told: new Set(),
    knownAt: new Map(),
  };
}

function knownAtOf({ knownAt }: Direction, key: string): { knownAt?: number } {
  const at = knownAt.get(key);
  return at === undefined ? {} : { knownAt: at };
}

export function tooLarge(): ProblemData {
  return rejected('picture_too_large', { max: 20_000_000 }).toData();
}

function linkedOf({ categories }: Direction, keys: readonly string[]) {
  return new Map(keys.flatMap((key) => (categories.has(key) ? [[key, categories.get(key) ?? '']] : [])));
}

function endpoint(shop: FakeShop): Endpoint {
  const account: Account = {
    name: shop.name,
    currency: shop.traits.currency,
    timeZone: 'Europe/Amsterdam',
    traits: {},
  };
  const { connector } = shop;
  const api = new TestApi({ connector, now: () => new Date(), account, answer: () => undefined });
  return { name: shop.name, connector, api };
}
