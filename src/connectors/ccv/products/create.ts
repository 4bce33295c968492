import { z } from 'zod';
import { problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductDraft, WrittenProduct } from '../../contract/products.ts';
import { Attempts } from '../../wire/attempts.ts';
import { needed, text } from '../../wire/fields.ts';
import { make } from '../calls.ts';
import { packageId } from '../packages.ts';
import { brandToWire } from './brands.ts';
import { writeFacts } from './facts.ts';
import { sendPictures } from './pictures.ts';
import { findPlaces } from './places.ts';
import { placeInCategories } from './placing.ts';
import { readProduct } from './read.ts';
import { checkTariff, productToWire, system } from './to-wire.ts';
import { writeVariants } from './variants.ts';

/** Makes the product, and adds its parts by calls of their own. */
export async function createProduct(api: Api, draft: ProductDraft): Promise<WrittenProduct> {
  const { sku, price = '0', pictures, createValues, attributes } = draft;
  checkTariff(draft.vatClass, sku);
  const body = productToWire(draft);
  const package_id = body.package_id ?? (await packageId(api));
  const brand = draft.brand ? await brandToWire(api, draft.brand) : {};
  const id = await makeProduct(api, { ...body, package_id, ...brand }, sku);

  const attempts = new Attempts();
  const isPlain = draft.variants.length + pictures.length + attributes.length + draft.categories.length === 0;
  const product = isPlain ? null : await attempts.at(() => readProduct(api, id));
  const bare = product ?? null;
  if (bare === null)
    return {
      id,
      variants: new Map(),
      pictures: new Map(),
      problems: attempts.problems,
      ...(isPlain ? {} : untouched),
    };
  const variants = { add: draft.variants, change: new Map(), retire: [] };
  const writing = { product: bare, variants, before: price, price, createValues, sku };
  const { ids, undone } = await writeVariants(api, writing, attempts);
  const arePlaced = await placeInCategories(api, bare, { add: draft.categories, remove: [] }, attempts);
  const areFactsDone = await writeFacts(api, bare, attributes, sku, attempts);
  const changes = { add: pictures, replace: new Map(), remove: [] };
  const { left: _none, ...sent } = await sendPictures(api, bare, changes, sku, attempts);
  return {
    ...{ id, variants: ids, ...sent },
    undone: {
      product: new Set([
        ...(arePlaced ? [] : (['categories'] as const)),
        ...(areFactsDone ? [] : (['attributes'] as const)),
      ]),
      variants: undone,
    },
    problems: attempts.problems,
  };
}

const untouched = {
  undone: { product: new Set(['categories', 'attributes'] as const), variants: new Set<string>() },
};

/** An answer without contents says no id (sheet 3.1): it is looked for at once, and is the newest of that number. */
async function makeProduct(api: Api, body: unknown, sku: string): Promise<string> {
  const made = await make(api, path`/products/`, body, z.object({ id: needed(text) }));
  if (made !== null) return made.id;
  const own = ((await findPlaces(api, [sku])).get(sku) ?? []).filter(({ variantId }) => variantId === null);
  const newest = own.toSorted((a, b) => Number(a.productId) - Number(b.productId)).at(-1);
  if (newest !== undefined) return newest.productId;
  throw problem('outcome-unknown', 'garbled', { system, method: 'POST' });
}
