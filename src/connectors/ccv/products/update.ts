import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import { Attempts } from '../../wire/attempts.ts';
import { change } from '../calls.ts';
import { brandToWire } from './brands.ts';
import { writeFacts } from './facts.ts';
import { sendPictures } from './pictures.ts';
import { placeInCategories } from './placing.ts';
import { pricesOf, pricesToWire } from './prices.ts';
import { wireOf } from './standing.ts';
import { checkTariff, fieldsToWire } from './to-wire.ts';
import { writeVariants } from './variants.ts';

/** Changes what is named, part by part: no list is ever sent whole. */
export async function updateProduct(
  api: Api,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<WrittenProduct> {
  const attempts = new Attempts();
  const product = wireOf(standing);
  const { id } = product;
  const { fields, values, variants, createValues } = changes;
  const sku = fields.sku ?? product.productnumber ?? '';
  checkTariff(fields.vatClass, sku);
  const body = {
    ...fieldsToWire(fields),
    ...pricesToWire(fields, product),
    ...(await brandToWire(api, fields.brand)),
    // Combinations that come to be are what is counted (sheet 6.8).
    ...(variants.add.length > 0 && !product.attributecombinations?.length ? { stocktype: 'Attribute' } : {}),
    ...values,
  };
  if (Object.keys(body).length > 0) await change(api, path`/products/${id}/`, body);

  const before = pricesOf(product).price ?? '0';
  const writing = { product, variants, before, price: fields.price ?? before, createValues, sku };
  const { ids, renumbered, undone } = await writeVariants(api, writing, attempts);
  const arePlaced = await placeInCategories(api, product, changes.categories, attempts);
  const areFactsDone = await writeFacts(api, product, changes.attributes, sku, attempts);
  const { left, ...sent } = await sendPictures(api, product, changes.pictures, sku, attempts);
  return {
    ...{ id, variants: ids, ...sent, renumbered },
    undone: {
      product: new Set([
        ...(arePlaced ? [] : (['categories'] as const)),
        ...(areFactsDone ? [] : (['attributes'] as const)),
      ]),
      pictures: new Set(left),
      variants: undone,
    },
    problems: attempts.problems,
  };
}
