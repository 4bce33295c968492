import { describe, expect, it } from 'vitest';
import type {
  ProductChanges,
  ProductTarget,
  StandingProduct,
} from '../../../src/connectors/contract/products.ts';
import { big } from '../../../src/records/money.ts';
import type { Product } from '../../../src/records/product.ts';
import type { Candidate } from '../played.ts';
import { lateUpdatesConform } from './done-late.ts';
import { startShop } from './merchant.ts';
import { comparable, draft, group, make, picture, shown } from './product-drafts.ts';
import { variantsConform } from './variants-written.ts';
import { partialWritesConform } from './written-in-part.ts';

/** What every connector must do that products are written to. */
export function productTargetConforms(candidate: Candidate, target: ProductTarget): void {
  describe('a product that is written', () => {
    creationConforms(candidate, target);
    fieldsConform(candidate, target);
    listsConform(candidate, target);
    partialWritesConform(candidate, target);
    lateUpdatesConform(candidate, target);
  });
  describe('the variants of a product that is written', () => variantsConform(candidate, target));
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
    const { listPrice } = candidate.cannot ?? {};
    const { stand } = await make(candidate, target, {
      ...draft,
      active: false,
      ...(listPrice ? {} : { listPrice: '20' }),
    });
    const { product } = await stand();
    expect(product.active).toBe(false);
    if (!listPrice) expect(Number(product.listPrice)).toBe(20);
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

  it('says whether it has a list price', async () => {
    const { account } = await startShop(candidate);
    const lacksIt = target.traits(account).lacks?.has('listPrice') ?? false;
    expect(lacksIt).toBe(candidate.cannot?.listPrice ?? false);
  });

  it.runIf(candidate.cannot?.listPrice === undefined)(
    'gets a list price and loses it again: there is none then, and never 0',
    async () => {
      const { stand, update } = await make(candidate, target);
      const before = comparable(await stand());
      await update({ fields: { listPrice: '20' } });
      const onSale = await stand();
      expect([Number(onSale.product.price), Number(onSale.product.listPrice)]).toEqual([12.1, 20]);
      await update({ fields: { listPrice: null } });
      expect(comparable(await stand())).toEqual(before);
      expect((await stand()).product.listPrice ?? null).toBeNull();
    },
  );

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

  it.runIf(candidate.cannot?.pictures)('has room for one picture, and for another in its place', async () => {
    const { api, stand, update, merchant, seen } = await make(candidate, target);
    expect(target.traits(api.account).maxPictures).toBe(1);
    const made = await update({
      pictures: { add: [picture('a', 1)], replace: new Map(), remove: [] },
    });
    const [a = ''] = idsOf(await stand());
    expect([...made.pictures]).toEqual([['a', a]]);
    const shownFirst = (await merchant.view(seen)).pictures;
    expect(shownFirst).toHaveLength(1);
    await update({ pictures: { add: [], replace: new Map([[a, picture('c', 1)]]), remove: [] } });
    expect((await merchant.view(seen)).pictures).not.toEqual(shownFirst);
    await update({ pictures: { add: [], replace: new Map(), remove: idsOf(await stand()) } });
    expect((await merchant.view(seen)).pictures).toEqual([]);
  });

  it.runIf(candidate.cannot?.pictures === undefined)(
    'gets pictures, changes and loses them, and keeps the one of the merchant',
    async () => {
      const { api, stand, update, merchant, seen } = await make(candidate, target);
      await merchant.addPicture(seen, 'eigen.png');
      const [own = ''] = idsOf(await stand());
      const added = await update({
        pictures: { add: [picture('a', 1), picture('b', 2)], replace: new Map(), remove: [] },
      });
      const [a = '', b = ''] = ['a', 'b'].map((version) => added.pictures.get(version) ?? '');
      expect(idsOf(await stand())).toEqual([own, a, b]);
      const isNamedThere = target.traits(api.account).namesPictures === true;
      if (!isNamedThere) expect((await stand()).fileNames.size).toBeGreaterThan(0);
      const replaced = await update({
        pictures: { add: [], replace: new Map([[a, picture('c', 1)]]), remove: [] },
      });
      const c = replaced.pictures.get('c') ?? '';
      expect(idsOf(await stand()).toSorted()).toEqual([own, b, c].toSorted());
      await update({ pictures: { add: [], replace: new Map(), remove: [c] } });
      expect(idsOf(await stand()).toSorted()).toEqual([own, b].toSorted());
      expect((await merchant.view(seen)).pictures).toHaveLength(2);
    },
  );
}

function idsOf({ product }: StandingProduct): string[] {
  return (product.images ?? []).map(({ version }) => version);
}
