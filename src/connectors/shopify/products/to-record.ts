import { z } from 'zod';
import { big, type Decimal, normalise } from '../../../records/money.ts';
import type { Named, Picture, Product, Variant } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import { isShown } from '../channels.ts';
import type { ProductWire, VariantWire } from './product.graphql.ts';
import type { WholeProduct } from './read.ts';

/** The one option of a product that has none (sheet 7). */
export const defaultOption = 'Title';
export const defaultValue = 'Default Title';

/** Of a picture the id is its version: a changed file has another address, and a new upload another id (sheet 8.1). */
export function productFromWire({ wire, variants: all }: WholeProduct, account: Account): Product {
  const [only] = all;
  const isSimple = all.length <= 1 && wire.options.every(isDefault);
  const { pricesIncludeTax } = account.traits;
  return {
    id: wire.id,
    sku: isSimple ? (only?.sku ?? undefined) : undefined,
    name: wire.title,
    kind: isSimple ? 'simple' : 'variants',
    ...(wire.isGiftCard ? { unsupported: 'gift card' } : {}),
    active: isOnSale(wire),
    description: wire.descriptionHtml ?? '',
    gtin: isSimple ? (only?.barcode ?? '') : undefined,
    brand: wire.vendor ?? '',
    weightKg: isSimple && only ? weightOf(only) : undefined,
    price: only?.price,
    listPrice: only === undefined ? undefined : listPriceOf(only),
    currency: account.currency,
    pricesIncludeVat: pricesIncludeTax === undefined ? undefined : pricesIncludeTax === 'true',
    ...vatOf(all),
    attributes: attributesOf(wire),
    options: isSimple ? [] : wire.options.map(({ name, values }) => ({ name, values })),
    variants: isSimple ? [] : all.map(variantOf),
    categories: wire.collections.nodes.map(({ id }) => id),
    images: picturesOf(wire),
    updatedAt: wire.updatedAt?.toISOString(),
  };
}

/** One that no channel shows is sold to nobody, whatever its status says (sheet 7.5): so is what was made, and not shown before its answer was lost. */
function isOnSale({ status, channels }: ProductWire): boolean {
  return (status === 'ACTIVE' || status === 'UNLISTED') && isShown(channels) !== false;
}

function isDefault({ name, values }: Named): boolean {
  return name === defaultOption && values.length <= 1 && (values[0] ?? defaultValue) === defaultValue;
}

function variantOf(wire: VariantWire): Variant {
  return {
    id: wire.id,
    sku: wire.sku ?? undefined,
    options: Object.fromEntries(wire.selectedOptions.map(({ name, value }) => [name, value])),
    price: wire.price,
    listPrice: listPriceOf(wire),
    gtin: wire.barcode ?? '',
    weightKg: weightOf(wire),
    image: wire.media.nodes[0]?.id,
  };
}

/** Whether VAT is charged is all that is told of it (sheet 7), at each variant; of a product whose variants differ in that nothing is said. */
function vatOf(all: readonly VariantWire[]): Pick<Product, 'vatClass' | 'vatRate'> {
  const [taxable, ...others] = new Set(all.map((each) => each.taxable));
  if (taxable === undefined || others.length > 0) return {};
  return taxable ? { vatClass: 'taxed' } : { vatClass: 'untaxed', vatRate: '0' };
}

/** One that is no more than the price strikes nothing through. */
function listPriceOf({ price, compareAtPrice }: VariantWire): Decimal | null {
  return compareAtPrice !== undefined && big(compareAtPrice).gt(price) ? compareAtPrice : null;
}

const kilograms: Readonly<Record<string, Decimal>> = {
  KILOGRAMS: '1',
  GRAMS: '0.001',
  POUNDS: '0.45359237',
  OUNCES: '0.028349523125',
};

/** Nothing that is weighed weighs nothing: then nobody has said it. */
function weightOf({ inventoryItem }: VariantWire): Decimal | undefined {
  const { value, unit = '' } = inventoryItem.measurement?.weight ?? {};
  const factor = kilograms[unit];
  if (value === undefined || factor === undefined || big(value).eq(0)) return undefined;
  return normalise(big(value).times(factor));
}

/** Facts that people read; numbers of other records and files are none. */
function attributesOf({ metafields }: ProductWire): Named[] {
  return metafields.nodes.flatMap(({ namespace, key, type = '', value }) => {
    if (namespace === undefined || key === undefined || value === undefined) return [];
    if (!/^(list\.)?(single_line_text_field|multi_line_text_field|number_|date|boolean|url)/.test(type))
      return [];
    return [{ name: `${namespace}.${key}`, values: type.startsWith('list.') ? listed(value) : [value] }];
  });
}

const texts = z.array(z.union([z.string(), z.number()]).transform(String));

function listed(value: string): string[] {
  try {
    return texts.parse(JSON.parse(value));
  } catch {
    return [value];
  }
}

/** A picture that is not made yet has no address (sheet 7.4). */
function picturesOf({ media }: ProductWire): Picture[] {
  return media.nodes
    .flatMap(({ id, alt, image }) => (image?.url === undefined ? [] : [{ url: image.url, alt, version: id }]))
    .map((picture, position) => ({ ...picture, position }));
}
