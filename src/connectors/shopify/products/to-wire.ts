import type { PictureDraft, ProductDraft, ProductFields, VariantDraft } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { stated, whereAny } from '../../wire/objects.ts';
import { isTaxable } from '../../wire/taxed-or-not.ts';
import { gid } from '../ids.ts';
import { defaultOption, defaultValue } from './to-record.ts';

/** Up to so many a product is made in one call that answers at once (sheet 7.2); the others are added to it. */
export const variantsAtOnce = 100;

/** `ProductSetInput` of a product that is not there yet. */
export function draftToWire(draft: ProductDraft): JsonObject {
  const variants = draft.variants.slice(0, variantsAtOnce);
  const files = inOrder(draft.pictures).map(pictureToWire);
  const own = variantToWire({ ...draft, options: { [defaultOption]: defaultValue } });
  return stated({
    ...fieldsToWire(draft),
    collections: whereAny(draft.categories.flatMap((id) => gid('Collection', id) ?? [])),
    productOptions:
      variants.length === 0 ? [optionToWire(defaultOption, [defaultValue])] : optionsToWire(draft, variants),
    variants: variants.length === 0 ? [own] : variants.map((each) => madeVariant(each, draft)),
    files: whereAny(files),
    ...draft.values,
  });
}

/** What stands at the product itself. */
export function fieldsToWire({ name, description, brand, active }: ProductFields): JsonObject {
  const status = active === undefined ? undefined : active ? 'ACTIVE' : 'DRAFT';
  return stated({ title: name, descriptionHtml: description, vendor: brand, status });
}

/** What stands at a variant, or at the only one of a product without options. Null takes a list price away. */
export function variantToWire(said: ProductFields & Pick<Partial<VariantDraft>, 'options'>): JsonObject {
  const { sku, gtin, weightKg, price, listPrice, options, vatClass } = said;
  const weight = weightKg === undefined ? undefined : { value: Number(weightKg), unit: 'KILOGRAMS' };
  const item = stated({ sku, measurement: weight && { weight } });
  return stated({
    price,
    compareAtPrice: listPrice,
    barcode: gtin,
    taxable: isTaxable(vatClass),
    inventoryItem: Object.keys(item).length === 0 ? undefined : item,
    optionValues: options && choicesToWire(options),
  });
}

export function optionToWire(name: string, values: Iterable<string>): JsonObject {
  return { name, values: [...new Set(values)].map((value) => ({ name: value })) };
}

export function pictureToWire({ url, alt, fileName }: PictureDraft): JsonObject {
  return stated({ originalSource: url, alt, filename: fileName, contentType: 'IMAGE' });
}

export function inOrder(pictures: readonly PictureDraft[]): PictureDraft[] {
  return pictures.toSorted((a, b) => a.position - b.position);
}

/** With its own picture, which stands among the product's too (sheet 7.4). */
function madeVariant(variant: VariantDraft, { pictures, price, vatClass }: ProductDraft): JsonObject {
  const picture = pictures.find(({ version }) => version === variant.image);
  return stated({
    ...variantToWire({
      ...(price === undefined ? {} : { price }),
      ...(vatClass === undefined ? {} : { vatClass }),
      ...variant,
    }),
    file: picture && pictureToWire(picture),
  });
}

/** Values that variants take, in the order in which the product has them. */
function optionsToWire({ options }: ProductDraft, variants: readonly VariantDraft[]): JsonObject[] {
  const names = new Set([
    ...options.map(({ name }) => name),
    ...variants.flatMap((each) => Object.keys(each.options)),
  ]);
  return [...names].flatMap((name) => {
    const taken = new Set(variants.flatMap((each) => each.options[name] ?? []));
    const sorted = options.find((each) => each.name === name)?.values.filter((value) => taken.has(value));
    return taken.size === 0 ? [] : [optionToWire(name, [...(sorted ?? []), ...taken])];
  });
}

function choicesToWire(options: Readonly<Record<string, string>>): JsonObject[] {
  return Object.entries(options).map(([optionName, name]) => ({ optionName, name }));
}
