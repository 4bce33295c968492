import { expect } from 'vitest';
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
import type { Candidate } from '../played.ts';
import { Merchant, startShop } from './merchant.ts';

export const draft: ProductDraft = {
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

export const variant = (size: string, more: Partial<VariantDraft> = {}): VariantDraft => ({
  sourceId: `source-${size}`,
  sku: `CONF-V-${size}`,
  options: { Maat: size },
  price: '12.1',
  ...more,
});

export const group: ProductDraft = {
  ...draft,
  sku: 'CONF-V',
  kind: 'variants',
  options: [{ name: 'Maat', values: ['S', 'M'] }],
  variants: [variant('S'), variant('M')],
};

export const nothing: ProductChanges = {
  fields: {},
  values: {},
  attributes: [],
  variants: { add: [], change: new Map(), retire: [] },
  options: [],
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
  createValues: true,
};

/** A picture that is fetched from its address, or sent along. */
export function picture(version: string, position: number): PictureDraft {
  const fileName = `conf-${version}.png`;
  return {
    url: `https://pictures.example/${fileName}`,
    version,
    position,
    fileName,
    content: { bytes: pictureOf(fileName), type: 'image/png' },
  };
}

/** A product in the shop of the seed, as it stands after it was made. */
export async function make(candidate: Candidate, target: ProductTarget, made: ProductDraft = draft) {
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
  // Some systems have no SKU of a product with variants.
  const [variantSku = made.sku] = made.variants.flatMap(({ sku }) => sku ?? []);
  const [seen = ''] = [...(await merchant.ids(made.sku)), ...(await merchant.ids(variantSku))];
  return { played, api, written, stand, update, merchant, seen };
}

export async function standing(target: ProductTarget, api: Api, id: string): Promise<StandingProduct> {
  const found = await target.get(api, id);
  if (found === null) throw new Error(`${id} is not there`);
  return found;
}

/** Waits as long as the system says that a search may take. */
export async function shown(
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
export function comparable(each: StandingProduct | undefined) {
  if (each === undefined) throw new Error('it was not read');
  const { updatedAt: _, ...product } = each.product;
  const price = product.price === undefined ? {} : { price: big(product.price).toFixed() };
  return { id: each.id, product: { ...product, ...price }, values: each.values };
}
