import { big, normalise } from '../../../records/money.ts';
import type { Named, Picture, Product, Variant } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import { tariffsAtHome } from '../account.ts';
import { extraOf, pricesOf } from './prices.ts';
import { attributesOf, type Property } from './properties.ts';
import {
  type CombinationWire,
  isVariant,
  optionsOf,
  type PhotoWire,
  type ProductWire,
  skuOfCombination,
} from './wire.ts';

export function productFromWire(
  wire: ProductWire,
  properties: readonly Property[],
  account: Account,
): Product {
  const { currency, traits } = account;
  const combinations = (wire.attributecombinations ?? []).filter((each) => isVariant(each, wire));
  return {
    id: wire.id,
    sku: wire.productnumber,
    name: wire.name ?? '',
    kind: combinations.length > 0 ? 'variants' : 'simple',
    active: wire.is_active ?? false,
    description: wire.description ?? '',
    shortDescription: wire.shortdescription ?? '',
    gtin: wire.eannumber ?? '',
    brand: wire.brand?.name ?? '',
    weightKg: wire.weight,
    ...pricesOf(wire),
    currency,
    pricesIncludeVat: traits.pricesIncludeVat === undefined ? undefined : traits.pricesIncludeVat === 'true',
    vatClass: wire.taxtariff,
    vatRate: tariffsAtHome(account).get(wire.taxtariff ?? '') ?? wire.vatrate,
    attributes: attributesOf(wire, properties),
    options: choicesOf(combinations),
    variants: combinations.map((each) => variantOf(each, wire)),
    categories: wire.producttocategories?.map(({ category_id }) => category_id),
    images: picturesOf(wire),
    updatedAt: wire.modifydate?.toISOString(),
  };
}

function choicesOf(combinations: readonly CombinationWire[]): Named[] {
  const taken = Map.groupBy(
    combinations.flatMap(({ combination }) => combination),
    ({ attribute }) => attribute.name,
  );
  return [...taken].map(([name, choices]) => ({
    name,
    values: [...new Set(choices.map(({ attribute_value }) => attribute_value.name))],
  }));
}

/** It costs what the product does and what its options add. */
function variantOf(wire: CombinationWire, product: ProductWire): Variant {
  const extra = extraOf(wire);
  const plus = (amount: string) => normalise(big(amount).plus(extra));
  const { price, listPrice } = pricesOf(product);
  return {
    id: wire.id,
    sku: skuOfCombination(wire, product),
    options: optionsOf(wire),
    ...(extra.eq(0) || price === undefined ? {} : { price: plus(price) }),
    ...(extra.eq(0) || typeof listPrice !== 'string' ? {} : { listPrice: plus(listPrice) }),
    gtin: wire.ean_number,
    active: wire.active,
    image: ownPhoto(wire)?.version,
  };
}

/** The main one first, the others as they came to be. */
export function sortedPhotos({
  productphotos = [],
}: Pick<ProductWire, 'productphotos'>): readonly PhotoWire[] {
  const place = ({ id, is_mainphoto }: PhotoWire) => (is_mainphoto ? 0 : Number(id));
  return productphotos.toSorted((a, b) => place(a) - place(b));
}

/** A variant has photos of its own beside those of the product: the main one, or else the first, is what it shows. */
function ownPhoto({ attributecombinationphotos: photos = [] }: CombinationWire) {
  const photo = photos.find(({ is_mainphoto }) => is_mainphoto === true) ?? photos[0];
  return photo?.deeplink === undefined
    ? undefined
    : pictureOf(photo.deeplink, `combination:${photo.id}`, photo.alt);
}

function pictureOf(url: string, version: string, alt: string | undefined): Omit<Picture, 'position'> {
  return { url, ...(alt === undefined ? {} : { alt }), version };
}

/** Those of variants stand at the end. */
function picturesOf(wire: ProductWire): Picture[] {
  const gallery = sortedPhotos(wire).flatMap(({ id, alttext, deeplink }) =>
    deeplink === undefined ? [] : [pictureOf(deeplink, id, alttext)],
  );
  const ofVariants = (wire.attributecombinations ?? []).flatMap((each) => ownPhoto(each) ?? []);
  return [...gallery, ...ofVariants].map((picture, position) => ({ ...picture, position }));
}
