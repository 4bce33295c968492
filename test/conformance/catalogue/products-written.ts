import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../sandbox/kit/catalogue/pictures.ts';
import type { Api } from '../../../src/connectors/contract/api.ts';
import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
  ProductTarget,
  SkuPlace,
  StandingProduct,
  VariantDraft,
  WrittenProduct,
} from '../../../src/connectors/contract/products.ts';
import { big } from '../../../src/records/money.ts';
import type { Product } from '../../../src/records/product.ts';
import type { Candidate } from '../played.ts';
import { Merchant, startShop } from './merchant.ts';

const draft: ProductDraft = {
  sku: 'CONF-1',
  name: 'Theeglas & “schotel”',
  kind: 'simple',
  active: true,
  description: '<p>Mondgeblazen &amp; <b>dun</b>.</p>',
  price: '12.1',
  options: [],
  variants: [],
  attributes: [],
  categories: [],
  pictures: [],
  values: {},
  createValues: true,
};

const variant = (size: string, more: Partial<VariantDraft> = {}): VariantDraft => ({
  sourceId: `source-${size}`,
  sku: `CONF-V-${size}`,
  options: { Maat: size },
  price: '12.1',
  ...more,
});

const group: ProductDraft = {
  ...draft,
  sku: 'CONF-V',
  kind: 'variants',
  options: [{ name: 'Maat', values: ['S', 'M'] }],
  variants: [variant('S'), variant('M')],
};

const nothing: ProductChanges = {
  fields: {},
  values: {},
  attributes: [],
  variants: { add: [], change: new Map(), retire: [] },
  options: [],
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
  createValues: true,
};

/** What every connector must do that products are written to. */
export function productTargetConforms(candidate: Candidate, target: ProductTarget): void {
  describe('a product that is written', () => {
    creationConforms(candidate, target);
    fieldsConform(candidate, target);
    listsConform(candidate, target);
  });
  describe('the variants of a product that is written', () => variantsConform(candidate, target));
}

/** A product in the shop of the seed, as it stands after it was made. */
async function make(candidate: Candidate, target: ProductTarget, made: ProductDraft = draft) {
  const played = await startShop(candidate);
  const api = played.api();
  const written = await target.create(api, made);
  expect(written.problems).toEqual([]);
  const stand = () => standing(target, api, written.id);
  /** Returns what it was just before. */
  const update = async (changes: Partial<ProductChanges>): Promise<WrittenProduct> => {
    const done = await target.update(api, await stand(), { ...nothing, ...changes });
    expect(done.problems).toEqual([]);
    return done;
  };
  const merchant = new Merchant(played);
  const [seen = ''] = await merchant.ids(made.sku);
  return { played, api, written, stand, update, merchant, seen };
}

function creationConforms(candidate: Candidate, target: ProductTarget): void {
  it('goes by traits of the account', async () => {
    const { account } = await startShop(candidate);
    const traits = target.traits(account);
    expect(traits.currency).toBe(account.currency);
    expect(traits.priceDecimals).toBeGreaterThanOrEqual(2);
    expect(traits.maxPictureBytes).toBeGreaterThan(100_000);
    if (traits.groups) expect(traits.maxVariants).toBeGreaterThan(1);
  });

  it('is found by its SKU when a search must show it, and holds what was said', async () => {
    const { api, written, stand } = await make(candidate, target);
    const place = await shown(candidate, target, api, draft.sku);
    expect(place).toMatchObject([{ productId: written.id, variantId: null }]);
    const { product } = await stand();
    expect(product).toMatchObject({
      id: written.id,
      sku: draft.sku,
      name: draft.name,
      active: true,
      kind: 'simple',
      description: draft.description,
    });
    expect(big(product.price ?? '0').eq('12.1'), product.price).toBe(true);
    expect(product.listPrice ?? null).toBeNull();
  });

  it('is found under every SKU that is the same to the system, and under no other', async () => {
    const { api } = await make(candidate, target);
    await shown(candidate, target, api, draft.sku);
    const spellings = ['CONF-1', 'conf-1', ' CONF-1 '];
    const same = spellings.filter((sku) => target.skuKey(sku) === target.skuKey(draft.sku));
    for (const sku of same) expect((await target.find(api, [sku])).has(target.skuKey(sku)), sku).toBe(true);
    const others = ['CONF', 'CONF-11', 'ONF-1', 'CONF 1', 'NONE-SUCH', ''];
    expect((await target.find(api, others)).size).toBe(0);
    expect((await target.find(api, [])).size).toBe(0);
  });

  it('is found among the others of the shop, all that share a SKU', async () => {
    const { api, merchant } = await make(candidate, target);
    const skus = ['0017', '17', 'TB-M', 'DUBBEL-1', 'DUBBEL-2'];
    const found = await target.find(api, skus);
    for (const sku of skus) {
      const places = found.get(target.skuKey(sku)) ?? [];
      expect(places.length, sku).toBe((await merchant.ids(sku)).length);
    }
  });

  it('is hidden where it is to be, and has its list price', async () => {
    const { stand } = await make(candidate, target, { ...draft, active: false, listPrice: '20' });
    const { product } = await stand();
    expect(product.active).toBe(false);
    expect(Number(product.listPrice)).toBe(20);
    expect(Number(product.price)).toBe(12.1);
  });

  it('that does not exist is null, and left out of many', async () => {
    const { api, written, stand } = await make(candidate, target);
    for (const id of ['999999999', 'NONE-SUCH', '..', '']) expect(await target.get(api, id), id).toBeNull();
    const many = await target.getMany?.(api, [written.id, '999999999']);
    if (many !== undefined) {
      expect([...many.keys()]).toEqual([written.id]);
      expect(comparable(many.get(written.id))).toEqual(comparable(await stand()));
    }
  });

  it('has the same body for the same draft, and nothing in it that is undefined', async () => {
    const { account } = await startShop(candidate);
    for (const each of [draft, group]) {
      const body = target.toWire(each, account);
      expect(target.toWire(structuredClone(each), account)).toEqual(body);
      expect(JSON.parse(JSON.stringify(body))).toEqual(body);
    }
  });
}

function fieldsConform(candidate: Candidate, target: ProductTarget): void {
  it.each<[string, ProductChanges['fields'], Partial<Product>]>([
    ['name', { name: 'Anders' }, { name: 'Anders' }],
    ['description', { description: '<p>Nieuw</p>' }, { description: '<p>Nieuw</p>' }],
    ['price', { price: '15.5' }, { price: '15.5' }],
    ['visibility', { active: false }, { active: false }],
    ['SKU', { sku: 'CONF-2' }, { sku: 'CONF-2' }],
  ])('gets another %s, and nothing else of it changes', async (_what, fields, wanted) => {
    const { stand, update } = await make(candidate, target);
    const before = comparable(await stand());
    await update({ fields });
    const after = comparable(await stand());
    expect(after).toEqual({ ...before, product: { ...before.product, ...wanted } });
  });

  it('gets a list price and loses it again: there is none then, and never 0', async () => {
    const { stand, update } = await make(candidate, target);
    const before = comparable(await stand());
    await update({ fields: { listPrice: '20' } });
    const onSale = await stand();
    expect([Number(onSale.product.price), Number(onSale.product.listPrice)]).toEqual([12.1, 20]);
    await update({ fields: { listPrice: null } });
    expect(comparable(await stand())).toEqual(before);
    expect((await stand()).product.listPrice ?? null).toBeNull();
  });

  it('stays as it is where nothing is to change', async () => {
    const { stand, update } = await make(candidate, target);
    const before = comparable(await stand());
    await update({});
    expect(comparable(await stand())).toEqual(before);
  });

  it('keeps what the merchant did to it, whatever else is written', async () => {
    const { stand, update, merchant, seen } = await make(candidate, target);
    const own = await merchant.addCategory('Eigen');
    await merchant.edit(seen, { description: '<p>Van de winkelier</p>', categories: [own] });
    await merchant.addPicture(seen, 'eigen.png');
    const before = await stand();
    await update({ fields: { price: '14', name: 'Anders' } });
    const { product } = await stand();
    expect(product.description).toBe('<p>Van de winkelier</p>');
    expect(product.categories).toEqual(before.product.categories);
    expect(product.images).toEqual(before.product.images);
    expect(product.images).toHaveLength(1);
    expect((await merchant.view(seen)).categories).toContain(own);
  });
}

function listsConform(candidate: Candidate, target: ProductTarget): void {
  it('is put into categories and taken out of them, and stays in those of the merchant', async () => {
    const { stand, update, merchant, seen } = await make(candidate, target);
    const [own, first, second] = [
      await merchant.addCategory('Eigen'),
      await merchant.addCategory('Een'),
      await merchant.addCategory('Twee'),
    ];
    await merchant.edit(seen, { categories: [own] });
    await update({ categories: { add: [first], remove: [] } });
    expect(new Set((await stand()).product.categories)).toEqual(new Set([own, first]));
    await update({ categories: { add: [second], remove: [first] } });
    expect(new Set((await stand()).product.categories)).toEqual(new Set([own, second]));
    expect(new Set((await merchant.view(seen)).categories)).toEqual(new Set([own, second]));
  });

  it('gets pictures, changes and loses them, and keeps the one of the merchant', async () => {
    const { account } = await startShop(candidate);
    // Nobody serves pictures here to a system that fetches them.
    if (target.traits(account).fetchesPictures) return;
    const { stand, update, merchant, seen } = await make(candidate, target);
    await merchant.addPicture(seen, 'eigen.png');
    const [own = ''] = idsOf(await stand());
    const added = await update({
      pictures: { add: [picture('a', 1), picture('b', 2)], replace: new Map(), remove: [] },
    });
    const [a = '', b = ''] = ['a', 'b'].map((version) => added.pictures.get(version) ?? '');
    expect(idsOf(await stand())).toEqual([own, a, b]);
    expect((await stand()).fileNames.size).toBeGreaterThan(0);
    const replaced = await update({
      pictures: { add: [], replace: new Map([[a, picture('c', 1)]]), remove: [] },
    });
    const c = replaced.pictures.get('c') ?? '';
    expect(idsOf(await stand()).toSorted()).toEqual([own, b, c].toSorted());
    await update({ pictures: { add: [], replace: new Map(), remove: [c] } });
    expect(idsOf(await stand()).toSorted()).toEqual([own, b].toSorted());
    expect((await merchant.view(seen)).pictures).toHaveLength(2);
  });
}

function variantsConform(candidate: Candidate, target: ProductTarget): void {
  /** Null where the system has no variants. */
  async function begin() {
    const { account } = await startShop(candidate);
    return target.traits(account).groups ? make(candidate, target, group) : null;
  }

  it('are made with it, each under its own id, and found by their SKUs', async () => {
    const made = await begin();
    if (made === null) return;
    const { api, written, stand } = made;
    const { variants = [] } = (await stand()).product;
    expect(variants.map(({ sku }) => sku).toSorted()).toEqual(['CONF-V-M', 'CONF-V-S']);
    for (const size of ['S', 'M']) {
      const id = written.variants.get(`source-${size}`);
      expect(variants.find((each) => each.id === id)).toMatchObject({
        sku: `CONF-V-${size}`,
        options: { Maat: size },
      });
      const [place] = await shown(candidate, target, api, `CONF-V-${size}`);
      expect(place).toMatchObject({ productId: written.id, variantId: id });
    }
  });

  it('keep their ids and all else when one is added, and the merchant’s own stays', async () => {
    const made = await begin();
    if (made === null) return;
    const { stand, update, merchant, seen } = made;
    await merchant.addVariant(seen, { sku: 'EIGEN-XS', options: { Maat: 'XS' } });
    const before = (await stand()).product.variants ?? [];
    const added = await update({
      options: [{ name: 'Maat', values: ['L'] }],
      variants: { add: [variant('L')], change: new Map(), retire: [] },
    });
    const after = (await stand()).product.variants ?? [];
    const id = added.variants.get('source-L');
    expect(after.find((each) => each.id === id)).toMatchObject({ sku: 'CONF-V-L', options: { Maat: 'L' } });
    expect(after.filter((each) => each.id !== id)).toEqual(before);
  });

  it('change one by one', async () => {
    const made = await begin();
    if (made === null) return;
    const { stand, update, written } = made;
    const id = written.variants.get('source-M') ?? '';
    const before = (await stand()).product.variants ?? [];
    await update({ variants: { add: [], change: new Map([[id, { price: '15.5' }]]), retire: [] } });
    const after = (await stand()).product.variants ?? [];
    expect(Number(after.find((each) => each.id === id)?.price)).toBe(15.5);
    expect(after.filter((each) => each.id !== id)).toEqual(before.filter((each) => each.id !== id));
  });

  it('are not deleted when they are retired', async () => {
    const made = await begin();
    if (made === null) return;
    const { played, stand, update, written } = made;
    const id = written.variants.get('source-M') ?? '';
    const before = (await stand()).product.variants ?? [];
    await update({ variants: { add: [], change: new Map(), retire: [id] } });
    const after = (await stand()).product.variants ?? [];
    expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id));
    const isSwitchedOff = after.find((each) => each.id === id)?.active === false;
    expect(isSwitchedOff).toBe(target.traits(played.account).variantsActive);
  });

  it('stay when a field of the product is written', async () => {
    const made = await begin();
    if (made === null) return;
    const { stand, update } = made;
    const before = (await stand()).product.variants;
    await update({ fields: { name: 'Anders' } });
    const { product } = await stand();
    expect([product.name, product.variants]).toEqual(['Anders', before]);
  });
}

function picture(version: string, position: number): PictureDraft {
  const fileName = `conf-${version}.png`;
  return {
    url: `https://pictures.example/${fileName}`,
    version,
    position,
    fileName,
    content: { bytes: pictureOf(fileName), type: 'image/png' },
  };
}

function idsOf({ product }: StandingProduct): string[] {
  return (product.images ?? []).map(({ version }) => version);
}

async function standing(target: ProductTarget, api: Api, id: string): Promise<StandingProduct> {
  const found = await target.get(api, id);
  if (found === null) throw new Error(`${id} is not there`);
  return found;
}

/** Waits as long as the system says that a search may take. */
async function shown(
  { connector }: Candidate,
  target: ProductTarget,
  api: Api,
  sku: string,
): Promise<readonly SkuPlace[]> {
  let found: readonly SkuPlace[] = [];
  await expect
    .poll(
      async () => {
        found = (await target.find(api, [sku])).get(target.skuKey(sku)) ?? [];
        return found.length;
      },
      { timeout: connector.searchDelayMs + 1000 },
    )
    .toBe(1);
  return found;
}

/** Without the moment of its last change, and without what only the connector reads; prices as numbers are written. */
function comparable(each: StandingProduct | undefined) {
  if (each === undefined) throw new Error('it was not read');
  const { updatedAt: _, ...product } = each.product;
  const price = product.price === undefined ? {} : { price: big(product.price).toFixed() };
  return { id: each.id, product: { ...product, ...price }, values: each.values };
}
