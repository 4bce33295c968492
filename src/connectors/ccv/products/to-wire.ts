import { rejected } from '../../../records/problem.ts';
import type { ProductDraft, ProductFields, VariantDraft } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { stated } from '../../wire/objects.ts';
import { pricesToWire } from './prices.ts';

export const system = 'CCV';

/** Tariffs of products (sheet 6.6). */
export const vatClasses = ['normal', 'low a', 'low b', 'extra low', 'zero'] as const;

/** Throws `tax_class_unknown`. */
export function checkTariff(taxClass: string | undefined, product: string): void {
  if (taxClass !== undefined && !(vatClasses as readonly string[]).includes(taxClass))
    throw rejected('tax_class_unknown', { system, taxClass, product });
}

/**
 * The body of `POST /products/` (sheet 6.7), without its shipping class and brand, which the shop numbers. What is not counted yet is not until a
 * level is written. Without a tariff it has the usual one: some must be said.
 */
export function productToWire(draft: ProductDraft): JsonObject {
  const { values, vatClass = 'normal', variants } = draft;
  return {
    ...fieldsToWire({ active: true, ...draft, vatClass }),
    ...{ price: 0, discount: 0, ...pricesToWire(draft) },
    ...(variants.length > 0 ? { stocktype: 'Attribute' } : {}),
    ...values,
  };
}

/** What stands at the top of a product by itself, without its prices and its brand. */
export function fieldsToWire(fields: ProductFields): JsonObject {
  const { weightKg } = fields;
  return stated({
    productnumber: fields.sku,
    name: fields.name,
    active: fields.active,
    description: fields.description,
    shortdescription: fields.shortDescription,
    eannumber: fields.gtin,
    weight: weightKg === undefined ? undefined : Number(weightKg),
    taxtariff: fields.vatClass,
  });
}

/** What a combination has of its own (sheet 6.8): it goes by either number. */
export function variantToWire({ sku, gtin, active }: Partial<VariantDraft>): JsonObject {
  return stated({ product_number: sku, sku_number: sku, ean_number: gtin, active });
}
