import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductDraft, WrittenProduct } from '../../contract/products.ts';
import { Attempts } from '../../wire/attempts.ts';
import { needed, text } from '../../wire/fields.ts';
import { declared } from './attributes.ts';
import { sendPictures } from './send-pictures.ts';
import { readAgain } from './standing.ts';
import { checkTax } from './taxes.ts';
import { productToWire } from './to-wire.ts';
import { sendVariantPictures } from './variant-pictures.ts';
import { addVariants, madeOf } from './variations.ts';

const made = z.object({ id: needed(text) });

/** Makes the product with its variations in one call (sheet 4.6), then sends its pictures. */
export async function createProduct(api: Api, draft: ProductDraft): Promise<WrittenProduct> {
  const attempts = new Attempts();
  const { sku, vatClass, variants, pictures } = draft;
  await checkTax(api, vatClass, sku);
  const attributes = await declared(api, draft, attempts);
  const body = productToWire({ ...draft, attributes }, api.account);
  const query = variants.length === 0 ? {} : { saveCombinations: true };
  const { id } = await api.create(path`/products`, body, made, { query });

  const left = attributes.length < draft.attributes.length ? (['attributes'] as const) : [];
  const undone = { product: new Set(left), variants: new Set<string>() };
  const nothing = { id, variants: new Map(), pictures: new Map(), undone, problems: attempts.problems };
  if (variants.length + pictures.length === 0) return nothing;
  const product = await attempts.at(() => readAgain(api, id));
  if (product === undefined) return nothing;
  // None is added where all of them came to be with the product.
  const ids = await addVariants(api, product, variants, attempts);
  const changes = { add: pictures, replace: new Map(), remove: [] };
  const { left: _none, ...sent } = (await sendPictures(api, product, sku, changes, attempts)) ?? {};
  const shows = madeOf(ids, variants);
  const unshown = await sendVariantPictures(api, id, sku, { shows, pictures }, attempts);
  return {
    ...nothing,
    variants: ids,
    ...sent,
    undone: { ...undone, ofVariants: new Map(unshown.map((each) => [each, ['image']])) },
  };
}
