import { beforeAll, describe, expect, test } from 'vitest';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const timeoutMs = 60_000;

interface Seen {
  readonly id: string;
  readonly name: string;
  readonly price: string;
  readonly listPrice: string | null;
  readonly description: string;
  readonly active: boolean;
  readonly pictures: readonly string[];
  readonly variants: readonly {
    readonly sku: string | null;
    readonly options: Readonly<Record<string, string>>;
    readonly price: string;
  }[];
}

/** A gift card, and products that share a SKU: they are for a person. */
const left = ['DUBBEL-1', 'DUBBEL-2', 'DV', 'DV-ROOD', 'GIFT-25'];

/** The tests are the rounds of one life, in their order. */
describe('the products of a full Ecwid in an empty Shopify', () => {
  const played = new PlayedSystems(hosts);
  const { shop, token } = credentials.shopify;

  beforeAll(async () => {
    await played.control('ecwid', 'POST', '/catalogue', { kind: 'seed' });
    await played.configured({
      name: 'Catalogue',
      connections: {
        shop: { connector: 'ecwid', credentials: credentials.ecwid },
        other: { connector: 'shopify', credentials: { shop, token } },
      },
      flows: [
        {
          flow: 'products',
          from: 'shop',
          to: 'other',
          every: '5m',
          settings: {
            categories: { by: 'ignore' },
            attributes: { map: { Herkomst: 'custom.herkomst' } },
          },
        },
      ],
    });
    await played.live(minuteMs);
    loseAnswers();
    await syncAll();
    expect([lost, played.sandbox.faults.list()]).toEqual([3, []]);
  }, timeoutMs);

  let lost = 0;
  /** Of three products the making is done, and not told. */
  function loseAnswers() {
    const kinds = new Map([
      [3, 'unanswered'],
      [20, 'html-after'],
      [40, 'truncated'],
    ]);
    let made = 0;
    played.interfere = (call) => {
      if (!call.includes(' shopify ') || !played.sent.at(-1)?.body.includes('mutation MakeProduct')) return;
      const kind = kinds.get(++made);
      if (kind === undefined) return;
      lost += 1;
      played.sandbox.faults.add(faultRule.parse({ system: 'shopify', kind }));
    };
  }

  async function syncAll() {
    played.integration.sync('products', { since: '2000-01-01' });
    await played.live(60 * minuteMs);
  }

  async function seen(system: string, sku: string): Promise<Seen[]> {
    const path = `/products?sku=${encodeURIComponent(sku)}`;
    const { ids } = await played.control<{ ids: string[] }>(system, 'GET', path);
    return Promise.all(ids.map((id) => played.control<Seen>(system, 'GET', `/products/${id}`)));
  }

  /** Names of the mutations that Shopify was sent since this was last asked. */
  function writes(): string[] {
    const sent = played.sent.splice(0).filter(({ call }) => call.includes(' shopify '));
    return sent.flatMap(({ body }) => /"query":"mutation (\w+)/.exec(body)?.[1] ?? []);
  }

  /** Every SKU of the catalogue that does not lead to the same in both. */
  async function differing(): Promise<string[]> {
    const skus = seedCatalogue.products.flatMap(({ sku, variants }) =>
      [sku, ...variants.map((each) => each.sku)].flatMap((each) => each || []),
    );
    const found = await Promise.all(
      skus.map(async (sku) => {
        const [one, ...others] = await seen('ecwid', sku);
        if (one === undefined) return [];
        // Shopify has no SKU of a product with variants.
        const there = await seen('shopify', one.variants[0]?.sku ?? sku);
        const isSame = others.length === 0 && there.length === 1 && told(there[0]) === told(one);
        return isSame ? [] : [sku];
      }),
    );
    return [...new Set(found.flat())].toSorted();
  }

  test('are there once, also where no answer came, each as the merchant of the other shop sees it', async () => {
    expect(await differing()).toEqual(left);
    const { problems } = played.integration.reports.view();
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['sku_twice']));
  });

  test('are written no more when all is looked at again', async () => {
    expect(writes().filter((name) => name === 'MakeProduct').length).toBeGreaterThan(80);
    await syncAll();
    expect(writes()).toEqual([]);
  });

  test('take as many writes as changes of the merchant need, and are the same again', async () => {
    const [plain] = await seen('ecwid', 'AFR-1');
    const [pot] = await seen('ecwid', 'TB-M');
    await played.control('ecwid', 'PATCH', `/products/${plain?.id}`, { name: 'Anders', price: '31.50' });
    await played.control('ecwid', 'POST', `/products/${plain?.id}/pictures`, { fileName: 'nieuw.png' });
    const [first] = pot?.variants ?? [];
    const options = Object.fromEntries(Object.keys(first?.options ?? {}).map((name) => [name, 'Reuze']));
    await played.control('ecwid', 'POST', `/products/${pot?.id}/variants`, { sku: 'TB-REUS', options });
    await played.live(35 * minuteMs);
    expect(writes().toSorted()).toEqual(['AddVariants', 'SetPictures', 'UpdateProduct', 'UpdateVariants']);
    expect(await differing()).toEqual(left);
    expect((await seen('shopify', 'TB-REUS'))[0]?.variants).toHaveLength((pot?.variants.length ?? 0) + 1);
  });
});

/** What both merchants see of a product. One with variants has the prices of these. */
function told(each: Seen | undefined): string {
  const { name, active, description, pictures, variants = [], price, listPrice } = each ?? {};
  const amounts = variants.length > 0 ? [] : [Number(price), Number(listPrice)];
  const parts = variants.map((one) => JSON.stringify([one.sku, one.options, Number(one.price)])).toSorted();
  return JSON.stringify([name, active, description, pictures?.length, amounts, parts]);
}
