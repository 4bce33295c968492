import { expect, it } from 'vitest';
import type { ProductTarget } from '../../../src/connectors/contract/products.ts';
import type { Candidate } from '../played.ts';
import { startShop } from './merchant.ts';
import { group, make, nothing, shown, variant } from './product-drafts.ts';

/** What every connector must do with variants that it writes. */
export function variantsConform(candidate: Candidate, target: ProductTarget): void {
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

  it('are added without the one of them that is refused: no two have the same options', async () => {
    const made = await begin();
    if (made === null) return;
    const { api, stand } = made;
    const again = variant('S-BIS', { options: { Maat: 'S' } });
    const done = await target.update(api, await stand(), {
      ...nothing,
      options: [{ name: 'Maat', values: ['S', 'L'] }],
      variants: { add: [again, variant('L')], change: new Map(), retire: [] },
    });
    const { variants = [] } = (await stand()).product;
    expect(variants.map(({ sku }) => sku).toSorted()).toEqual(['CONF-V-L', 'CONF-V-M', 'CONF-V-S']);
    const id = done.variants.get('source-L');
    expect(variants.find((each) => each.id === id)?.options).toEqual({ Maat: 'L' });
    expect([...done.variants.keys()]).toEqual(['source-L']);
    expect(done.problems.map(({ kind }) => kind)).toEqual(['rejected']);
  });

  it('take another word of an option, under whatever ids they have then, and keep all else', async () => {
    const made = await begin();
    if (made === null) return;
    const { stand, update, written } = made;
    const before = (await stand()).product.variants ?? [];
    const id = written.variants.get('source-M') ?? '';
    const { renumbered } = await update({
      options: [{ name: 'Maat', values: ['S', 'Middel'] }],
      variants: { add: [], change: new Map([[id, { options: { Maat: 'Middel' } }]]), retire: [] },
    });
    const after = (await stand()).product.variants ?? [];
    expect(after).toHaveLength(before.length);
    for (const each of before) {
      const now = after.find((one) => one.id === (renumbered?.get(each.id) ?? each.id));
      const options = each.id === id ? { Maat: 'Middel' } : each.options;
      expect(now).toEqual({ ...each, id: now?.id, options });
    }
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
