/** Two shops and one integration that brings categories, products and stock from the first, which is full, to the other. */
import { shopDomain } from '../../../sandbox/ccv/settings.ts';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

export type Shop = 'ccv' | 'ecwid' | 'magento' | 'mijnwebwinkel' | 'shopify';

const flows = ['categories', 'products', 'stock'] as const;

const everything = '2000-01-01';
/** Magento is asked for special prices with a POST (its sheet 10.8). */
const isQuestion = /special-price-information$/;
const maxActivity = 5_000;

export class TwoCatalogues {
  readonly played = new PlayedSystems(hosts);
  /** Of the target, since `writes` was last asked. */
  #writes: string[] = [];
  /** Told of every write before it is carried out. */
  onWrite: (write: string) => void = () => undefined;

  constructor(
    readonly from: Shop,
    readonly to: Shop,
  ) {
    const { sandbox } = this.played;
    // What a merchant looks up by hand is asked with the admin's token; prices are kept without VAT (case V1).
    sandbox.standIn('magento')?.change({ twoFactor: false, catalogIncludesTax: false });
    // Variants that stand there keep their numbers; its pictures lie at its own address.
    sandbox.standIn('ccv')?.change({ combinationIds: 'kept', root: `https://${shopDomain}` });
    sandbox.standIn('mijnwebwinkel')?.change({ picturesAt: 'https://api.myonlinestore.com' });
    this.played.interfere = (call) => {
      const write = call.split(' ')[1] === to ? this.#writeOf(call) : null;
      if (write === null) return;
      this.#writes.push(write);
      this.onWrite(write);
    };
  }

  /** Shopify is asked and told at one address: there it goes by the name of the mutation. */
  #writeOf(call: string): string | null {
    if (this.to !== 'shopify') return call.startsWith('GET ') || isQuestion.test(call) ? null : call;
    return /"query":"mutation (\w+)/.exec(this.played.sent.at(-1)?.body ?? '')?.[1] ?? null;
  }

  async fill(): Promise<void> {
    await this.played.control(this.from, 'POST', '/catalogue', { kind: 'seed' });
  }

  async configure(settings: { readonly products: unknown; readonly stock?: unknown }): Promise<void> {
    await this.played.configured({
      name: 'Catalogue',
      connections: {
        shop: { connector: this.from, credentials: credentials[this.from] },
        other: { connector: this.to, credentials: credentials[this.to] },
      },
      flows: flows.map((flow) => ({
        flow,
        from: 'shop',
        to: 'other',
        every: '5m',
        settings: flow === 'categories' ? {} : (settings[flow] ?? {}),
      })),
    });
    await this.played.live(minuteMs);
  }

  /** All of it, whatever is known: categories and products, then the levels of what came. */
  async syncAll(): Promise<void> {
    for (const some of [['categories'], ['products'], ['stock']] as const) {
      for (const flow of some) this.played.integration.sync(flow, { since: everything });
      await this.played.live(30 * minuteMs);
    }
  }

  /** Lets what the polls notice come across. */
  async pass(): Promise<void> {
    await this.played.live(35 * minuteMs);
  }

  /** How often the target was written to since this was last asked, by call; ids and SKUs left out. */
  writes(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const call of this.#writes) {
      const plain = templateOf(call);
      counts[plain] = (counts[plain] ?? 0) + 1;
    }
    this.#writes = [];
    return counts;
  }

  /** How often each problem is there, by its code. */
  problems(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { code, count = 1 } of this.played.integration.reports.view().problems)
      counts[code] = (counts[code] ?? 0) + count;
    return counts;
  }

  /** Products that did not come, by the name at the source: the code of the problem, or the reason. */
  async left(): Promise<Record<string, string>> {
    const { items } = this.played.integration.reports.activity({}, maxActivity);
    const told: Record<string, string> = {};
    for (const { flow, key, outcome, reason } of items.toReversed()) {
      const isOver = outcome === 'skipped' || outcome === 'parked';
      if (flow !== 'products' || !isOver || reason === 'nothing new') continue;
      const { name } = await this.played.control<{ name: string }>(this.from, 'GET', `/products/${key}`);
      told[name] = outcome === 'skipped' ? reason : (reason.split(':')[0] ?? '');
    }
    return told;
  }
}

/** Calls of Magento below the address of products that name none. */
const common = 'attributes|base-prices|special-price|special-price-delete';

function templateOf(call: string): string {
  return call
    .replace(new RegExp(`/V1/products/(?!(?:${common})(?:/|$))[^/]+`), '/V1/products/{sku}')
    .replace(/\/(?:\d+|[\da-f]{8}(?:-[\da-f]{4,12}){4})(?=\/|$)/g, '/{id}');
}
