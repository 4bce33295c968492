import { refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import type { FileInput } from './media.ts';
import type { Option, Product, Variant } from './product.ts';
import type { ProductFields } from './product-fields.ts';
import { placeOf } from './stock-view.ts';
import {
  newVariant,
  requireDistinct,
  type VariantInput,
  valuesFrom,
  variantFields,
} from './variant-input.ts';

interface SetVariant extends VariantInput {
  readonly file?: FileInput | null;
  readonly inventoryQuantities?:
    | readonly { readonly locationId: string; readonly name: string; readonly quantity: number }[]
    | null;
}
export interface SetInput extends ProductFields {
  readonly collections?: readonly string[] | null;
  readonly files?: readonly FileInput[] | null;
  readonly productOptions?:
    | readonly {
        readonly id?: string | null;
        readonly name?: string | null;
        readonly values?: readonly { readonly id?: string | null; readonly name?: string | null }[] | null;
      }[]
    | null;
  readonly variants?: readonly SetVariant[] | null;
}
const maxVariants = 2048;
const maxOptions = 3;

export function optionsFrom(shop: Shop, before: readonly Option[], { productOptions }: SetInput): Option[] {
  const given = productOptions ?? [];
  if (given.length > maxOptions)
    throw refused('input.productOptions', 'Options are over the limit of 3', 'OPTIONS_OVER_LIMIT');
  return given.map(({ id, name, values }, index) => {
    const known = before.find((each) => (id ? each.id === idIn('ProductOption', id) : each.name === name));
    const field = `input.productOptions.${index}`;
    const words = (values ?? []).map(
      (each) =>
        each.name ?? known?.values.find((one) => one.id === idIn('ProductOptionValue', each.id))?.name ?? '',
    );
    if (words.length === 0)
      throw refused(`${field}.values`, 'Option values are missing', 'OPTION_VALUES_MISSING');
    if (new Set(words).size < words.length)
      throw refused(`${field}.values`, 'Duplicated option value', 'DUPLICATED_OPTION_VALUE');
    return {
      id: known?.id ?? shop.newId('part'),
      name: name ?? known?.name ?? '',
      values: words.map(
        (word) => known?.values.find((each) => each.name === word) ?? { id: shop.newId('part'), name: word },
      ),
    };
  });
}

export function variantsFrom(
  shop: Shop,
  before: Product,
  options: readonly Option[],
  given: readonly SetVariant[],
  media: Product['media'],
): Variant[] {
  if (given.length > maxVariants)
    throw refused('input.variants', `Variants are over the limit of ${maxVariants}`, 'VARIANTS_OVER_LIMIT');
  const variants = given.map((each, index) => {
    const field = `input.variants.${index}`;
    const named = each.id
      ? before.variants.find(({ id }) => id === idIn('ProductVariant', each.id))
      : undefined;
    if (each.id && named === undefined)
      throw refused(`${field}.id`, 'Variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST');
    const values = valuesFrom(options, each.optionValues ?? [], named?.values ?? [], field);
    for (const [place, word] of values.entries()) {
      if (!options[place]?.values.some(({ name }) => name === word))
        throw refused(`${field}.optionValues`, `Option value ${word} does not exist`, 'INVALID_VARIANT');
    }
    // By id, else by their values (sheet 7.2, inferred).
    const known =
      named ?? before.variants.find((one) => JSON.stringify(one.values) === JSON.stringify(values));
    const mediaId = each.file ? pictureOf(each.file, media, `${field}.file`) : (known?.mediaId ?? null);
    const changes = { ...variantFields(each, field), values, mediaId };
    const variant =
      known === undefined
        ? newVariant(shop, values, changes)
        : { ...known, ...changes, updatedAt: shop.world.now() };
    return { ...variant, levels: levelsFrom(shop, variant, known !== undefined, each, field) };
  });
  requireDistinct(variants, 'INVALID_VARIANT');
  return variants;
}

/** A variant's picture must also be among the files. */
function pictureOf({ id, originalSource }: FileInput, media: Product['media'], field: string): string {
  const found = media.find(
    (each) => each.id === idIn('MediaImage', id) || (originalSource && each.source === originalSource),
  );
  if (found === undefined)
    throw refused(field, 'The file of the variant must be in the files of the product', 'INVALID_INPUT');
  return found.id;
}

function levelsFrom(
  shop: Shop,
  { levels }: Variant,
  isKnown: boolean,
  { inventoryQuantities }: SetVariant,
  field: string,
): Variant['levels'] {
  if (!inventoryQuantities) return levels;
  const set = inventoryQuantities.map(({ locationId, name, quantity }) => {
    const place = placeOf(idIn('Location', locationId));
    if (place === undefined)
      throw refused(`${field}.inventoryQuantities`, 'Location does not exist', 'INVALID_INPUT');
    if (name !== 'available' && name !== 'on_hand')
      throw refused(
        `${field}.inventoryQuantities`,
        'The quantity name must be available or on_hand',
        'INVALID_INPUT',
      );
    const before = levels[place.id];
    // Of an existing variant only where it is stocked (sheet 7.2).
    if (isKnown && before === undefined)
      throw refused(
        `${field}.inventoryQuantities`,
        'The item is not stocked at the location',
        'INVALID_INPUT',
      );
    const committed = before?.committed ?? 0;
    const available = name === 'on_hand' ? quantity - committed : quantity;
    return [
      place.id,
      { available, committed, incoming: before?.incoming ?? 0, updatedAt: shop.world.now() },
    ] as const;
  });
  return { ...(isKnown ? levels : {}), ...Object.fromEntries(set) };
}
