import { z } from 'zod';
import type { Product } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import type { ProductDraft, ProductFields } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { only } from '../../wire/objects.ts';
import { isTaxable } from '../../wire/taxed-or-not.ts';
import { knownExtras } from './extras.ts';
import { pricesOf, productFromWire } from './to-record.ts';
import type { ArticleWire } from './wire.ts';

/** What a mapping may fill in of an article, by MijnWebwinkel's own names (sheet 7.1). */
export const productFields = z
  .object({
    badge_text: z.string(),
    delivery_days: z.int().nonnegative(),
    meta_title: z.string(),
    meta_description: z.string(),
  })
  .partial();

/** As the source reads it; a brand and a short text have no place here, so nothing is known of them. */
export function productFromRaw(wire: ArticleWire, account: Account): Product {
  const { shortDescription: _, ...product } = productFromWire(wire, account);
  return product;
}

/** The body of `POST /articles`, without its pictures. What is not counted yet is not until a level is written. */
export function productToWire(draft: ProductDraft): JsonObject {
  const { categories, attributes, values, gtin, weightKg, active = true } = draft;
  const invisible = stated({ [knownExtras.weightKg]: weightKg, [knownExtras.gtin]: gtin });
  const visible = Object.fromEntries(attributes.map((each) => [each.name, each.values.join(', ')]));
  const places = categories.map((id, index) => ({
    category_id: Number(id),
    is_active: active,
    is_main: index === 0,
  }));
  return stated({
    ...fieldsToWire(draft),
    ...pricesToWire(draft),
    extra: stated({
      invisible: Object.keys(invisible).length === 0 ? undefined : invisible,
      visible: Object.keys(visible).length === 0 ? undefined : visible,
    }),
    categories: places.length === 0 ? undefined : places,
    ...values,
  });
}

/** What stands at the top of an article by itself. */
export function fieldsToWire({ sku, name, description, vatClass }: ProductFields): JsonObject {
  return stated({
    sku,
    name,
    description,
    taxable: isTaxable(vatClass),
  });
}

/**
 * Both prices go together, and the purchase price as it stands: what a part of them would do to the rest is not told. Null ends
 * an offer (sheet 7.1, 8.1).
 */
export function pricesToWire(
  fields: Pick<ProductFields, 'price' | 'listPrice'>,
  standing?: ArticleWire,
): JsonObject {
  if (fields.price === undefined && fields.listPrice === undefined) return {};
  const stands = standing === undefined ? {} : pricesOf(standing);
  const price = fields.price ?? stands.price;
  const list = fields.listPrice === undefined ? stands.listPrice : fields.listPrice;
  const isOffer = typeof list === 'string';
  const action = isOffer ? price : standing === undefined ? undefined : null;
  return { price: stated({ default: isOffer ? list : price, action, purchase: standing?.price?.purchase }) };
}

function stated(fields: JsonObject): JsonObject {
  return only(fields, (_, value) => value !== undefined);
}
