import type { LevelRow } from '../../../src/engine/storage/level-row.ts';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { signedHook } from '../../support/signed-hook.ts';
import { credentials, hosts } from '../../support/systems.ts';

type Shop = 'ecwid' | 'magento';

interface PairOptions {
  readonly from?: Shop;
  /** SKUs that both shops have, with the pieces of the source; the target has 999 of each. */
  readonly pieces?: Readonly<Record<string, number | 'unlimited'>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How often the source is polled; every 5 minutes when left out. Null: it tells by webhooks alone. */
  readonly every?: string | null;
  /** Further flows, beside `stock`. */
  readonly flows?: readonly Readonly<Record<string, unknown>>[];
}

/** Where a second Magento may be. */
export const otherHost = 'other.example.com';

/** What the target begins with of every SKU: no source of these tests has so many. */
export const before = 999;

/** So many SKUs: `P001` with 1 piece, and so on. */
export function many(count: number): Record<string, number> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Object.fromEntries(numbers.map((number) => [`P${String(number).padStart(3, '0')}`, number]));
}

/** Two shops whose levels are kept in step, with the levers that the tests need. */
export class StockPair extends PlayedSystems {
  readonly from: Shop;
  readonly to: Shop;
  readonly #options: PairOptions;
  /** Answers a call in place of the system, by `POST magento /path` and its body. */
  answer: (call: string, body: string) => Response | null = () => null;

  constructor(options: PairOptions = {}) {
    super({ ...hosts, [otherHost]: 'magento' });
    this.#options = options;
    this.from = options.from ?? 'ecwid';
    this.to = this.from === 'ecwid' ? 'magento' : 'ecwid';
    this.sandbox.standIn('ecwid')?.change({ fetchesPictures: false });
  }

  /** Both shops filled, and the levels of the first in the second; nothing noted of it. */
  static async settled(options: PairOptions = {}): Promise<StockPair> {
    const pair = await StockPair.begun(options);
    // Between two polls, and after the last that looks back to the beginning.
    await pair.live(22 * minuteMs);
    pair.forget();
    return pair;
  }

  /** Both shops filled, nothing carried over yet. */
  static async begun(options: PairOptions = {}): Promise<StockPair> {
    const pair = new StockPair(options);
    for (const [sku, pieces] of Object.entries(options.pieces ?? many(3))) await pair.has(sku, pieces);
    await pair.configured(pair.document());
    return pair;
  }

  document(changes: { readonly settings?: object; readonly enabled?: boolean } = {}) {
    const { settings = {}, flows = [], every = '5m' } = this.#options;
    const flow = { flow: 'stock', from: 'shop', to: 'other', ...(every === null ? {} : { every }) };
    const isOn = changes.enabled === undefined ? {} : { enabled: changes.enabled };
    return {
      name: 'Pair',
      connections: {
        shop: { connector: this.from, credentials: credentials[this.from] },
        other: { connector: this.to, credentials: credentials[this.to] },
      },
      flows: [...flows, { ...flow, ...isOn, settings: changes.settings ?? settings }],
    };
  }

  /** Of a product in both shops; the id in the source. */
  async has(sku: string, pieces: number | 'unlimited'): Promise<string> {
    await this.add(this.to, sku, before);
    return this.add(this.from, sku, pieces);
  }

  async add(shop: Shop, sku: string, pieces: number | 'unlimited'): Promise<string> {
    const product = { name: `Mok ${sku}`, sku, price: '12.10', pieces };
    return (await this.control<{ id: string }>(shop, 'POST', '/products', product)).id;
  }

  async key(sku: string, shop: Shop = this.from): Promise<string> {
    const query = new URLSearchParams({ sku });
    const { ids } = await this.control<{ ids: string[] }>(shop, 'GET', `/products?${query}`);
    const [id] = ids;
    if (id === undefined) throw new Error(`${shop} has no ${sku}.`);
    return id;
  }

  async set(sku: string, pieces: number | 'unlimited', shop: Shop = this.from): Promise<void> {
    await this.control(shop, 'PUT', `/stock/${encodeURIComponent(sku)}`, { pieces });
  }

  async pieces(sku: string, shop: Shop = this.to): Promise<number | 'unlimited'> {
    const id = await this.key(sku, shop);
    return (await this.control<{ pieces: number | 'unlimited' }>(shop, 'GET', `/products/${id}`)).pieces;
  }

  /** The shop tells that this product changed: a webhook. */
  async notify(key: string): Promise<void> {
    const event = { eventType: 'product.updated', entityId: Number(key) };
    const outcome = await this.integration.accept('shop', await signedHook('', this.clock.now(), event));
    if (outcome.kind !== 'stored') throw new Error(outcome.kind);
  }

  /** The source has another number of it now, and tells so. */
  async change(sku: string, pieces: number): Promise<void> {
    await this.set(sku, pieces);
    await this.notify(await this.key(sku));
  }

  /** Lists of levels that were sent to the target, in their order: `P001 5`. */
  get lists(): readonly string[][] {
    return this.sent.flatMap(({ call, body }) => {
      const rows = rowsIn(call, body);
      return rows === null ? [] : [rows];
    });
  }

  get written(): readonly string[] {
    return this.lists.flat();
  }

  forget(): void {
    this.sent.length = 0;
  }

  get flow(): string {
    return 'stock:shop:other';
  }

  level(sku: string): LevelRow | null {
    return this.stores.levels.get(this.flow, sku);
  }

  get dirty(): number {
    return this.stores.dirty.count(this.flow, 1_000);
  }

  protected override async carry(request: Request): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    const call = `${request.method} ${hosts[hostname as keyof typeof hosts]} ${pathname}`;
    const body = request.body === null ? '' : await request.clone().text();
    const answer = this.answer(call, body);
    if (answer === null) return super.carry(request);
    this.sent.push({ call, body });
    return answer;
  }
}

/** What one writing sent, by SKU in Magento and by id in Ecwid; null where the call writes no levels. */
function rowsIn(call: string, body: string): string[] | null {
  if (call.startsWith('POST magento') && call.endsWith('/inventory/source-items')) {
    const { sourceItems } = JSON.parse(body) as { sourceItems: { sku: string; quantity: number }[] };
    return sourceItems.map(({ sku, quantity }) => `${sku} ${quantity}`);
  }
  if (call.startsWith('POST ecwid') && call.endsWith('/batch')) {
    const puts = JSON.parse(body) as { path: string; body: { quantity: number } }[];
    return puts.map((put) => `${idIn(put.path)} ${put.body.quantity}`);
  }
  if (call.startsWith('PUT ecwid') && call.includes('/products/')) {
    return [`${idIn(call)} ${(JSON.parse(body) as { quantity: number }).quantity}`];
  }
  return null;
}

/** Of a product or a variation. */
function idIn(path: string): string {
  return path.split('/').at(-1) ?? '';
}
