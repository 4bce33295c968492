import type { Account } from '../../contract/account.ts';
import type { ProductDraft, ProductFields, VariantDraft } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { only, stated, whereAny } from '../../wire/objects.ts';
import { taxToWire } from './taxes.ts';
import { weightToWire } from './weight.ts';

/** The body of `POST /products`, with its variations (sheet 4.6). */
export function productToWire(draft: ProductDraft, account: Account): JsonObject {
  const { gtin, brand, vatClass, variants, values, attributes } = draft;
  const facts = attributes.map((each) => ({ name: each.name, value: joined(each.values), show: 'DESCR' }));
  return stated({
    // What is not there yet has none to take away.
    ...only(fieldsToWire(draft, account), (_, value) => value !== null),
    ...(vatClass === undefined ? {} : { tax: taxToWire(vatClass) }),
    attributes: whereAny([
      ...(gtin ? [{ alias: 'UPC', value: gtin }] : []),
      ...(brand ? [{ alias: 'BRAND', value: brand }] : []),
      ...facts,
    ]),
    categoryIds: whereAny(draft.categories.map(Number)),
    options: whereAny(variants.length === 0 ? [] : optionsToWire(draft)),
    combinations: whereAny(variants.map((variant) => variantToWire(variant, account))),
    ...values,
  });
}

/** What stands at the top of a product by itself; null takes a list price away (sheet 4.3). */
export function fieldsToWire(fields: ProductFields, account: Account): JsonObject {
  return stated({
    sku: fields.sku,
    name: fields.name,
    enabled: fields.active,
    description: fields.description,
    subtitle: fields.shortDescription,
    weight: weightToWire(fields.weightKg, account),
    ...pricesToWire(fields),
  });
}

/** A variation cannot be switched off (sheet 8.5): one that is not sold is made with nothing in stock. */
export function variantToWire(variant: VariantDraft, account: Account): JsonObject {
  const { gtin, active } = variant;
  return stated({
    ...only(variationToWire(variant, account), (_, value) => value !== null),
    options: choicesToWire(variant.options),
    attributes: gtin ? [{ alias: 'UPC', value: gtin }] : undefined,
    ...(active === false ? { unlimited: false, quantity: 0 } : {}),
  });
}

/** What is the variation's own, without options and barcode. */
export function variationToWire(variant: Partial<VariantDraft>, account: Account): JsonObject {
  return stated({
    sku: variant.sku,
    weight: weightToWire(variant.weightKg, account),
    ...pricesToWire(variant),
  });
}

/** `options` of a variation. */
export function choicesToWire(options: Readonly<Record<string, string>>): JsonObject[] {
  return Object.entries(options).map(([name, value]) => ({ name, value }));
}

export function choiceToWire(text: string): JsonObject {
  return { text, priceModifier: 0, priceModifierType: 'ABSOLUTE' };
}

export function optionToWire(name: string, values: Iterable<string>): JsonObject {
  const choices = [...new Set(values)].map(choiceToWire);
  return { type: 'SELECT', name, required: true, defaultChoice: 0, choices };
}

export function joined(values: readonly string[]): string {
  return values.join(', ');
}

function optionsToWire({ options, variants }: ProductDraft): JsonObject[] {
  const names = new Set([
    ...options.map(({ name }) => name),
    ...variants.flatMap((each) => Object.keys(each.options)),
  ]);
  return [...names].map((name) => {
    const values = options.find((each) => each.name === name)?.values ?? [];
    const taken = variants.flatMap((each) => each.options[name] ?? []);
    return optionToWire(name, [...values, ...taken]);
  });
}

function pricesToWire({ price, listPrice }: Pick<ProductFields, 'price' | 'listPrice'>): JsonObject {
  return {
    price: price === undefined ? undefined : Number(price),
    compareToPrice: typeof listPrice === 'string' ? Number(listPrice) : listPrice,
  };
}
