/** What mutations say of a variant, in their several input types (sheet 7). */
import Big from 'big.js';
import { refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import type { MetafieldInput } from '../metafields/metafield.ts';
import { mainLocation, type Shop } from '../shop.ts';
import type { Option, Product, Variant } from './product.ts';

export interface ItemInput {
  readonly sku?: string | null;
  readonly cost?: string | null;
  readonly tracked?: boolean | null;
  readonly requiresShipping?: boolean | null;
  readonly harmonizedSystemCode?: string | null;
  readonly countryCodeOfOrigin?: string | null;
  readonly measurement?: {
    readonly weight?: { readonly value: number; readonly unit: string } | null;
  } | null;
}

export interface OptionValueInput {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly optionId?: string | null;
  readonly optionName?: string | null;
}

export interface VariantInput {
  readonly id?: string | null;
  readonly optionValues?: readonly OptionValueInput[] | null;
  readonly sku?: string | null;
  readonly barcode?: string | null;
  readonly price?: string | null;
  readonly compareAtPrice?: string | null;
  readonly taxable?: boolean | null;
  readonly inventoryPolicy?: Variant['policy'] | null;
  readonly inventoryItem?: ItemInput | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly position?: number | null;
}

export function itemFields(given: ItemInput): Partial<Variant> {
  const { sku, cost, tracked, requiresShipping, harmonizedSystemCode, countryCodeOfOrigin, measurement } =
    given;
  return {
    ...(sku === undefined ? {} : { sku: sku || null }),
    ...(cost === undefined ? {} : { cost }),
    ...(typeof tracked === 'boolean' ? { tracked } : {}),
    ...(typeof requiresShipping === 'boolean' ? { requiresShipping } : {}),
    ...(harmonizedSystemCode === undefined ? {} : { harmonizedSystemCode }),
    ...(countryCodeOfOrigin === undefined ? {} : { countryCodeOfOrigin }),
    ...(measurement?.weight ? { weight: measurement.weight } : {}),
  };
}

/** A field that is left out stays. */
export function variantFields(given: VariantInput, field: string): Partial<Variant> {
  const { sku, barcode, price, compareAtPrice, taxable, inventoryPolicy, inventoryItem } = given;
  if (typeof price === 'string' && Big(price).lt(0))
    throw refused(`${field}.price`, 'Price must be greater than or equal to 0', 'GREATER_THAN_OR_EQUAL_TO');
  if (price === null) throw refused(`${field}.price`, "Price can't be blank", 'BLANK');
  return {
    ...(barcode === undefined ? {} : { barcode: barcode || null }),
    ...(price === undefined ? {} : { price }),
    ...(compareAtPrice === undefined ? {} : { compareAtPrice }),
    ...(typeof taxable === 'boolean' ? { taxable } : {}),
    ...(inventoryPolicy ? { policy: inventoryPolicy } : {}),
    ...(inventoryItem ? itemFields(inventoryItem) : {}),
    ...(sku === undefined ? {} : { sku: sku || null }),
  };
}

export function newVariant(shop: Shop, values: readonly string[], more: Partial<Variant> = {}): Variant {
  const now = shop.world.now();
  return {
    ...{
      id: shop.newId('variant'),
      itemId: shop.newId('item'),
      values,
      sku: null,
      barcode: null,
      price: '0.00',
      compareAtPrice: null,
    },
    ...{
      taxable: true,
      policy: 'DENY',
      tracked: false,
      requiresShipping: true,
      cost: null,
      weight: { value: 0, unit: 'KILOGRAMS' },
    },
    ...{
      harmonizedSystemCode: null,
      countryCodeOfOrigin: null,
      mediaId: null,
      createdAt: now,
      updatedAt: now,
    },
    levels: { [mainLocation]: { available: 0, committed: 0, incoming: 0, updatedAt: now } },
    ...more,
  };
}

/** The values of a variant in the order of the options. Throws where one is missing or belongs to no option. */
export function valuesFrom(
  options: readonly Option[],
  given: readonly OptionValueInput[],
  before: readonly string[],
  field: string,
): string[] {
  const optionOf = ({ optionId, optionName, id }: OptionValueInput) =>
    options.findIndex(
      (each) =>
        (optionName != null && each.name === optionName) ||
        (optionId != null && each.id === idIn('ProductOption', optionId)) ||
        (id != null && each.values.some((value) => value.id === idIn('ProductOptionValue', id))),
    );
  for (const each of given) {
    if (optionOf(each) < 0)
      throw refused(`${field}.optionValues`, 'Option does not exist', 'OPTION_DOES_NOT_EXIST');
  }
  return options.map(({ name, values }, index) => {
    const found = given.find((each) => optionOf(each) === index);
    const word =
      found?.name ??
      values.find((each) => each.id === idIn('ProductOptionValue', found?.id))?.name ??
      before[index];
    if (!word)
      throw refused(
        `${field}.optionValues`,
        `You need to add option values for ${name}`,
        'NEED_TO_ADD_OPTION_VALUES',
      );
    return word;
  });
}

/** Options with the values that variants have besides. */
export function withValues(shop: Shop, options: readonly Option[], variants: readonly Variant[]): Option[] {
  return options.map((option, index) => {
    const used = [...new Set(variants.map(({ values }) => values[index] ?? ''))];
    const added = used.filter((word) => word !== '' && !option.values.some(({ name }) => name === word));
    return {
      ...option,
      values: [...option.values, ...added.map((name) => ({ id: shop.newId('part'), name }))],
    };
  });
}

export function requireDistinct(variants: readonly Variant[], code: string): void {
  const keys = variants.map(({ values }) => JSON.stringify(values));
  const double = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (double >= 0) {
    const words = (JSON.parse(keys[double] ?? '[]') as string[]).join(' / ');
    throw refused(
      `input.variants.${double}`,
      `The variant '${words}' already exists. Please change at least one option value.`,
      code,
    );
  }
}

export function defaultOption(shop: Shop): Option {
  return {
    id: shop.newId('part'),
    name: 'Title',
    values: [{ id: shop.newId('part'), name: 'Default Title' }],
  };
}

export function productIn(
  shop: Shop,
  id: string | null | undefined,
  field: string,
  code = 'PRODUCT_DOES_NOT_EXIST',
): Product {
  const product = shop.products.get(idIn('Product', id) ?? '');
  if (product === undefined) throw refused(field, 'Product does not exist', code);
  return product;
}
