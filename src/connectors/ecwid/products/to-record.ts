import type { Named, Picture, Product, Variant } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import { addressOf, picturesOf } from './pictures.ts';
import { listPriceOf, variationPrice } from './prices.ts';
import { vatOf } from './taxes.ts';
import { weightInKg } from './weight.ts';
import { type CombinationWire, type ImageWire, ownSku, type ProductWire } from './wire.ts';

/** Where one has a barcode that a till told, and none of its own (sheet 4.5). */
const barcodes = ['UPC', 'EXTERNAL_EAN', 'EXTERNAL_UPC', 'EXTERNAL_ISBN', 'EXTERNAL_JAN', 'EXTERNAL_ITF'];

/** `versionOf`: what a picture goes by; left out, its address, as a new upload has a new one (sheet 8.5). */
export function productFromWire(
  wire: ProductWire,
  account: Account,
  versionOf?: (image: ImageWire) => string,
): Product {
  const { pricesIncludeTax } = account.traits;
  const hasVariants = wire.combinations.length > 0;
  return {
    id: wire.id,
    sku: wire.sku,
    name: wire.name ?? '',
    kind: hasVariants ? 'variants' : 'simple',
    unsupported: unsupported(wire),
    active: wire.enabled ?? false,
    description: wire.description ?? '',
    shortDescription: wire.subtitle ?? '',
    gtin: barcodeOf(wire) ?? '',
    brand: wire.attributes.find(({ type }) => type === 'BRAND')?.value ?? '',
    weightKg: weightInKg(wire.weight, account),
    price: wire.price,
    listPrice: listPriceOf(wire.compareToPrice, wire.price),
    currency: account.currency,
    pricesIncludeVat: pricesIncludeTax === undefined ? undefined : pricesIncludeTax === 'true',
    ...vatOf(wire.tax, account),
    attributes: attributesOf(wire),
    options: optionsOf(wire),
    variants: wire.combinations.map((each) => variantOf(each, wire, account, versionOf === undefined)),
    categories: wire.categoryIds.filter((id) => id !== undefined && id !== '0').map(String),
    images: imagesOf(wire, versionOf),
    updatedAt: wire.updateTimestamp?.toISOString(),
  };
}

function unsupported({ isGiftCard, compositeComponents }: ProductWire): string | undefined {
  if (isGiftCard) return 'gift card';
  return compositeComponents.length > 0 ? 'bundle' : undefined;
}

function barcodeOf({ attributes }: Pick<ProductWire, 'attributes'>): string | undefined {
  const stated = (type: string) => attributes.find((each) => each.type === type)?.value;
  return barcodes.map(stated).find((value) => value !== undefined);
}

function attributesOf({ attributes }: ProductWire): Named[] {
  const isFact = (type = '') => type !== 'BRAND' && !barcodes.includes(type);
  return attributes.flatMap(({ name, type, value }) =>
    name === undefined || value === undefined || !isFact(type) ? [] : [{ name, values: [value] }],
  );
}

/** Those that variations differ in. Others are questions to the buyer: a text, a date, a choice without an article of its own. */
function optionsOf({ options, combinations }: ProductWire): Named[] {
  const used = Map.groupBy(
    combinations.flatMap((each) => each.options),
    ({ name }) => name,
  );
  return [...used].map(([name, taken]) => {
    const choices = options.find((each) => each.name === name)?.choices ?? [];
    const values = [...choices.map(({ text }) => text), ...taken.map(({ value }) => value)];
    return { name, values: [...new Set(values.filter((value) => value !== undefined))] };
  });
}

function variantOf(
  wire: CombinationWire,
  product: ProductWire,
  account: Account,
  withImage: boolean,
): Variant {
  const price = variationPrice(wire, product);
  return {
    id: wire.id,
    sku: ownSku(wire, product),
    options: Object.fromEntries(wire.options.map(({ name, value }) => [name, value])),
    price: price === product.price ? undefined : price,
    listPrice: wire.compareToPrice === undefined ? undefined : listPriceOf(wire.compareToPrice, price),
    gtin: barcodeOf(wire),
    weightKg: weightInKg(wire.weight, account),
    image: withImage ? wire.originalImageUrl : undefined,
  };
}

/** A variation's own picture stands beside the gallery in Ecwid, and at its end here. */
function imagesOf(wire: ProductWire, versionOf?: (image: ImageWire) => string): Picture[] {
  const gallery = picturesOf(wire).flatMap((image) => {
    const url = addressOf(image);
    return url === undefined ? [] : [{ url, alt: image.alt?.main, version: versionOf?.(image) ?? url }];
  });
  const shown = new Set(gallery.map(({ url }) => url));
  const ofVariants = new Set(wire.combinations.map(({ originalImageUrl }) => originalImageUrl));
  const more = [...ofVariants].filter((url) => url !== undefined && !shown.has(url));
  const own = versionOf === undefined ? more.map((url) => ({ url: String(url), version: String(url) })) : [];
  return [...gallery, ...own].map((picture, position) => ({ ...picture, position }));
}
