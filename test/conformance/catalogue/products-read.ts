import { describe, expect, it } from 'vitest';
import type { CatalogueProduct, CatalogueVariant } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import type { Api } from '../../../src/connectors/contract/api.ts';
import type { ProductSource, SkuPlace } from '../../../src/connectors/contract/products.ts';
import { big } from '../../../src/records/money.ts';
import { type Product, product } from '../../../src/records/product.ts';
import type { Candidate } from '../played.ts';
import { sourceConforms } from '../sources.ts';
import { Merchant, startShop } from './merchant.ts';
import { changedBy, named } from './whole.ts';

/** What every connector must do that products are read from. */
export function productSourceConforms(candidate: Candidate, source: ProductSource): void {
  describe('its products', () => {
    recordsConform(candidate, source);
    changesConform(candidate, source);
    findConforms(candidate, source);
  });
}

function recordsConform(candidate: Candidate, source: ProductSource): void {
  sourceConforms(candidate, 'products', source, startShop);

  it('are valid records, each under its own id', async () => {
    const played = await startShop(candidate);
    const keys = [...(await named(played, 'products', source)).keys()];
    expect(keys.length).toBeGreaterThan(100);
    for (const key of keys) {
      const read = await source.get(played.api(), key);
      expect(read?.id).toBe(key);
      product.parse(read);
    }
  });

  it('are all named that have an SKU of the shop', async () => {
    const played = await startShop(candidate);
    const keys = await named(played, 'products', source);
    const merchant = new Merchant(played);
    const skus = seedCatalogue.products.flatMap(({ sku }) => sku ?? []);
    const missing: string[] = [];
    for (const sku of skus) {
      if ((await merchant.idsExactly(sku)).length === 0) continue;
      const places = (await source.find(played.api(), [sku])).get(sku) ?? [];
      if (places.length === 0 || !places.every(({ productId }) => keys.has(productId))) missing.push(sku);
    }
    expect(missing).toEqual([]);
  });

  it.each(['AFR-1', 'ACTIE-1', 'VERB-1', 'OVERAL', 'GF-1', 'KENM', 'TB-2'])(
    'say what the merchant sees: %s',
    async (sku) => {
      const played = await startShop(candidate);
      const seen = await new Merchant(played).product(sku);
      const read = await productWith(source, played.api(), sku);
      expect(read).toMatchObject({ sku, name: seen.name, active: seen.active, kind: 'simple' });
      expect(read.images?.length).toBe(seen.pictures.length);
      expect(read.categories?.toSorted()).toEqual(seen.categories.toSorted());
      expect(read.currency).toBe(played.account.currency);
      // The merchant sees prices as the shop shows them: with VAT.
      if (read.pricesIncludeVat !== false) expect(Number(read.price)).toBe(Number(seen.price));
      if (candidate.cannot?.listPrice) expect(read.listPrice).toBeUndefined();
      else expect(read.listPrice === null).toBe(seen.listPrice === null);
      if (read.listPrice) expect(big(read.listPrice).gt(read.price ?? '0') || sku !== 'ACTIE-1').toBe(true);
    },
  );

  const hasVariants = candidate.cannot?.variants === undefined;

  it.runIf(!hasVariants)('are each a product of its own that are variants elsewhere', async () => {
    const played = await startShop(candidate);
    const seen = seedCatalogue.products.find(({ variants }) => variants.some(({ sku }) => sku === 'TB-M'));
    const skus = seen?.variants.flatMap(({ sku }) => sku ?? []) ?? [];
    expect(skus.length).toBeGreaterThan(2);
    for (const sku of skus) {
      const read = await productWith(source, played.api(), sku);
      expect(read).toMatchObject({ kind: 'simple', sku });
      expect(read.variants ?? []).toEqual([]);
    }
  });

  it.runIf(hasVariants).each(['TB-M', 'PPV-100G'])(
    'have their variants, with options and ids of their own: %s',
    async (sku) => {
      const played = await startShop(candidate);
      const merchant = new Merchant(played);
      if ((await merchant.ids(sku)).length === 0) throw new Error(`the shop has no ${sku}`);
      const seen = seedCatalogue.products.find(({ variants }) => variants.some((each) => each.sku === sku));
      const skus = seen?.variants.map((each) => skuIn(source, seen, each)) ?? [];
      const read = await productWith(source, played.api(), skus[0] ?? '');
      expect(read.kind).toBe('variants');
      expect(read.variants?.map((each) => each.sku).toSorted()).toEqual(skus.toSorted());
      expect(new Set(read.variants?.map(({ id }) => id)).size).toBe(seen?.variants.length);
      const names = read.options?.map(({ name }) => name) ?? [];
      expect(names.length).toBe(seen?.options.length);
      for (const { options } of read.variants ?? []) {
        expect(Object.keys(options).toSorted()).toEqual(names.toSorted());
        for (const [name, value] of Object.entries(options)) {
          expect(read.options?.find((each) => each.name === name)?.values).toContain(value);
        }
      }
    },
  );

  it('have pictures that are told apart, the main one first', async () => {
    const played = await startShop(candidate);
    const { images = [] } = await productWith(source, played.api(), 'LANG-1');
    const count = candidate.cannot?.pictures ? 1 : 12;
    expect(images).toHaveLength(count);
    expect(new Set(images.map(({ version }) => version)).size).toBe(count);
    expect(images.map(({ position }) => position)).toEqual(images.map((_, index) => index));
    expect(images.every(({ url }) => URL.canParse(url))).toBe(true);
  });

  it('that are gone are null, and left out of many', async () => {
    const played = await startShop(candidate);
    const { id } = await productWith(source, played.api(), 'AFR-1');
    const other = await productWith(source, played.api(), 'TB-2');
    const merchant = new Merchant(played);
    await merchant.remove((await merchant.product('AFR-1')).id);
    expect(await source.get(played.api(), id)).toBeNull();
    const many = await source.getMany?.(played.api(), [id, other.id, '999999999']);
    if (many !== undefined) expect([...many.keys()]).toEqual([other.id]);
    expect((await source.find(played.api(), ['AFR-1'])).has('AFR-1')).toBe(false);
  });

  if (source.getMany) {
    it('are the same one by one and together', async () => {
      const played = await startShop(candidate);
      const keys = [...(await named(played, 'products', source)).keys()].slice(0, 40);
      const many = await source.getMany?.(played.api(), keys);
      expect(many?.size).toBe(keys.length);
      for (const key of keys) expect(many?.get(key)).toEqual(await source.get(played.api(), key));
      expect((await source.getMany?.(played.api(), []))?.size).toBe(0);
    });
  }
}

function changesConform(candidate: Candidate, source: ProductSource): void {
  type Deed = (merchant: Merchant, id: string) => Promise<void>;

  const { listPrice, variants } = candidate.cannot ?? {};
  const deeds: [string, string, Deed][] = [
    ['renamed', 'AFR-1', (merchant, id) => merchant.edit(id, { name: 'Anders' })],
    ['priced', 'AFR-1', (merchant, id) => merchant.edit(id, { price: '31.50' })],
    ['on sale', 'AFR-1', (merchant, id) => merchant.edit(id, { listPrice: '60.00' })],
    ['no longer on sale', 'ACTIE-1', (merchant, id) => merchant.edit(id, { listPrice: null })],
    ['described', 'AFR-1', (merchant, id) => merchant.edit(id, { description: '<p>Nieuw</p>' })],
    ['hidden', 'AFR-1', (merchant, id) => merchant.edit(id, { active: false })],
    ['given another SKU', 'AFR-1', (merchant, id) => merchant.edit(id, { sku: 'AFR-2' })],
    ['placed elsewhere', 'AFR-1', (merchant, id) => merchant.edit(id, { categories: [] })],
    ['given a picture', 'AFR-1', (merchant, id) => merchant.addPicture(id, 'nieuw.png')],
    [
      'given a variant',
      'TB-M',
      (merchant, id) =>
        merchant.addVariant(id, {
          ...(source.variantSku === undefined ? { sku: 'TB-XXL' } : {}),
          options: { Maat: 'XXL' },
        }),
    ],
  ];
  const unknown = [
    ...(listPrice ? ['on sale', 'no longer on sale'] : []),
    ...(variants ? ['given a variant'] : []),
  ];
  it.each(deeds.filter(([what]) => !unknown.includes(what)))(
    'are named when one is %s, and then say so',
    async (_what, sku, deed) => {
      const played = await startShop(candidate);
      const before = await productWith(source, played.api(), sku);
      const merchant = new Merchant(played);
      const { id } = await merchant.product(sku);
      expect(await changedBy(played, 'products', source, () => deed(merchant, id))).toContain(before.id);
      const { updatedAt: _, ...after } = (await source.get(played.api(), before.id)) ?? {};
      const { updatedAt: __, ...was } = before;
      expect(after).not.toEqual(was);
    },
  );
}

function findConforms(candidate: Candidate, source: ProductSource): void {
  it('are found by their SKU, exactly, each under the SKU that was asked for', async () => {
    const played = await startShop(candidate);
    const asked = ['AFR-1', '0017', '17', 'TB-M', 'K,1;2|3', 'ÆØ/«1»#%&+?', 'NONE-SUCH', 'AFR', ''];
    const found = await source.find(played.api(), asked);
    expect([...found.keys()].toSorted()).toEqual(asked.slice(0, 6).toSorted());
    for (const [sku, places] of found) {
      expect(places).toHaveLength(1);
      for (const place of places) await placeConforms(source, played.api(), sku, place);
    }
    expect((await source.find(played.api(), [])).size).toBe(0);
  });

  it('are all found where several share a SKU', async () => {
    const played = await startShop(candidate);
    const merchant = new Merchant(played);
    const found = await source.find(played.api(), ['DUBBEL-1', 'DUBBEL-2']);
    for (const sku of ['DUBBEL-1', 'DUBBEL-2']) {
      const places = found.get(sku) ?? [];
      expect(new Set(places.map(({ productId }) => productId)).size, sku).toBe(
        (await merchant.idsExactly(sku)).length,
      );
      for (const place of places) await placeConforms(source, played.api(), sku, place);
    }
  });
}

/** What a variant of the seed goes by in this system. */
function skuIn(source: ProductSource, { sku }: CatalogueProduct, variant: CatalogueVariant) {
  return source.variantSku?.(sku ?? '', variant.options) ?? variant.sku;
}

/** Whether the SKU stands where it was said to. */
async function placeConforms(source: ProductSource, api: Api, sku: string, place: SkuPlace): Promise<void> {
  expect(place.sku).toBe(sku);
  const read = await source.get(api, place.productId);
  const owner = place.variantId === null ? read : read?.variants?.find(({ id }) => id === place.variantId);
  expect(owner?.sku, `${sku} at ${place.id}`).toBe(sku);
}

/** The product that has this SKU, or a variant with it. */
async function productWith(source: ProductSource, api: Api, sku: string): Promise<Product> {
  const [place] = (await source.find(api, [sku])).get(sku) ?? [];
  const read = place && (await source.get(api, place.productId));
  if (!read) throw new Error(`${sku} was not found`);
  return read;
}
