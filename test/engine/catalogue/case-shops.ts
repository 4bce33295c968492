/** Two shops with a few products, for one case of the field each: what merchants do, and what they see then. */
import { z } from 'zod';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';
import { EcwidShop } from './ecwid-shop.ts';
import { MagentoShop } from './magento-shop.ts';

export type Shop = 'ecwid' | 'magento';

const seen = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  name: z.string(),
  price: z.string(),
  listPrice: z.string().nullable(),
  active: z.boolean(),
  categories: z.array(z.string()),
  pictures: z.array(z.string()),
  variants: z.array(
    z.object({
      id: z.string(),
      sku: z.string().nullable(),
      options: z.record(z.string(), z.string()),
      price: z.string(),
      pieces: z.union([z.number(), z.literal('unlimited')]),
    }),
  ),
  pieces: z.union([z.number(), z.literal('unlimited')]),
});
export type Seen = z.infer<typeof seen>;

const category = z.object({ id: z.string(), name: z.string(), parent: z.string().nullable() });
/** Magento is asked for special prices with a POST (its sheet 10.8). */
const isQuestion = /special-price-information$/;
const made = z.object({ id: z.string() });

export class CaseShops {
  readonly played = new PlayedSystems(hosts);
  readonly ecwid = new EcwidShop(this.played.sandbox);
  readonly magento = new MagentoShop(this.played.sandbox);
  readonly to: Shop;

  constructor(readonly from: Shop) {
    this.to = from === 'ecwid' ? 'magento' : 'ecwid';
    this.played.sandbox.standIn('magento')?.change({ twoFactor: false });
  }

  /** Adds a product without variants; its id. */
  async add(shop: Shop, sku: string, more: object = {}): Promise<string> {
    const product = { name: `Product ${sku}`, sku, price: '12.10', pieces: 5, ...more };
    return made.parse(await this.pull(shop, 'POST', '/products', product)).id;
  }

  async addVariant(shop: Shop, id: string, sku: string, size: string, more: object = {}): Promise<string> {
    const variant = { sku, options: { Maat: size }, pieces: 5, ...more };
    return made.parse(await this.pull(shop, 'POST', `/products/${id}/variants`, variant)).id;
  }

  async addPicture(shop: Shop, id: string, fileName: string, more: object = {}): Promise<void> {
    await this.pull(shop, 'POST', `/products/${id}/pictures`, { fileName, alt: '', ...more });
  }

  edit(shop: Shop, id: string, changes: object): Promise<unknown> {
    return this.pull(shop, 'PATCH', `/products/${id}`, changes);
  }

  async see(shop: Shop, id: string): Promise<Seen> {
    return seen.parse(await this.pull(shop, 'GET', `/products/${id}`));
  }

  async ids(shop: Shop, sku: string): Promise<readonly string[]> {
    const answer = await this.pull(shop, 'GET', `/products?sku=${encodeURIComponent(sku)}`);
    return z.object({ ids: z.array(z.string()) }).parse(answer).ids;
  }

  /** The only one in the target that has it. */
  async there(sku: string): Promise<Seen> {
    const [id, ...others] = await this.ids(this.to, sku);
    if (id === undefined || others.length > 0) throw new Error(`${sku} stands ${others.length} times there`);
    return this.see(this.to, id);
  }

  /** Goes live with these flows, and lets all of it come across. */
  async start(flows: Readonly<Record<string, object>>): Promise<void> {
    await this.played.configured(this.#document(flows));
    await this.pass();
    if (flows.categories === undefined) return;
    // What was always there is no news.
    for (const flow of Object.keys(flows)) {
      this.played.integration.sync(flow, { since: '2000-01-01' });
      await this.pass();
    }
  }

  /** Has these flows from now on. */
  async change(flows: Readonly<Record<string, object>>): Promise<void> {
    await this.played.integration.configure(this.#document(flows));
    await this.pass();
  }

  #document(flows: Readonly<Record<string, object>>) {
    return {
      name: 'Case',
      connections: {
        shop: { connector: this.from, credentials: credentials[this.from] },
        other: { connector: this.to, credentials: credentials[this.to] },
      },
      flows: Object.entries(flows).map(([flow, settings]) => ({
        ...{ flow, from: 'shop', to: 'other', every: '5m' },
        settings: flow === 'products' ? { ...this.#prices, ...settings } : settings,
      })),
    };
  }

  /** Magento tells nobody whether its prices include VAT. */
  get #prices() {
    return { price: { pricesIncludeVat: { [this.from === 'magento' ? 'source' : 'target']: true } } };
  }

  /** So many calls of the target changed something since this was last asked. */
  writes(): number {
    const calls = this.played.sent.splice(0).map(({ call }) => call);
    return calls.filter((call) => call.split(' ')[1] === this.to && !isQuestion.test(call)).length;
  }

  async addCategory(shop: Shop, name: string, parent: string | null = null): Promise<string> {
    return made.parse(await this.pull(shop, 'POST', '/categories', { name, parent })).id;
  }

  async categories(shop: Shop): Promise<readonly z.infer<typeof category>[]> {
    return z.object({ items: z.array(category) }).parse(await this.pull(shop, 'GET', '/categories')).items;
  }

  async pass(): Promise<void> {
    await this.played.live(35 * minuteMs);
  }

  /** Codes of what waits for a person. */
  get problems(): readonly string[] {
    return this.played
      .tasks()
      .flatMap(({ state, problem }) => (state === 'parked' && problem ? [problem.code] : []));
  }

  pull(shop: Shop, method: string, path: string, body?: unknown): Promise<unknown> {
    return this.played.control(shop, method, path, body);
  }
}
