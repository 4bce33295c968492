/** Fills the shop with a catalogue, as if it had always been there; what was there before gives way. */
import Big from 'big.js';
import type { Catalogue, CatalogueProduct, CatalogueVariant } from '../../kit/catalogue/catalogue.ts';
import { articleOf } from '../../kit/catalogue/sold-articles.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { type Assortment, firstPackage } from '../assortment.ts';
import { recombined } from '../products/combinations.ts';
import { pricesOf } from '../products/merchant.ts';
import { attributeNamed, valueNamed } from '../products/merchant-variants.ts';
import { type Combination, keyOf, type OfferedValue, type Product } from '../products/product.ts';
import { blankProduct, nameIn } from '../products/writes.ts';
import { tariffFor } from '../shop-info/taxes.ts';

const minuteMs = 60_000;
const maxNumber = 50;
const maxShort = 255;
const maxDescription = 65_536;

export function fillWith(assortment: Assortment, { categories, products }: Catalogue): void {
  assortment.products.clear();
  for (const kept of [assortment.categories, assortment.attributes, assortment.attributeValues]) kept.clear();
  for (const kept of [assortment.propertyGroups, assortment.properties, assortment.propertyOptions])
    kept.clear();
  const ids = new Map<string, number>();
  const now = wholeSecond(assortment.world.now());
  for (const [place, { key, parent, name, description, active }] of categories.entries()) {
    const id = assortment.ids.next('category');
    ids.set(key, id);
    const parentId = parent === null ? null : (ids.get(parent) ?? null);
    const category = { id, parentId, name, description, position: place + 1, isShown: active, fields: {} };
    assortment.categories.set(String(id), category);
  }
  for (const [index, product] of products.entries()) {
    const id = articleOf(product)?.productId ?? assortment.ids.next('product');
    // Changed one after the other, the last of them a minute ago.
    const at = now - minuteMs - (products.length - index) * 1000;
    assortment.products.seed(String(id), productFrom(assortment, product, { id, at, ids }));
  }
}

interface Making {
  readonly id: number;
  readonly at: number;
  readonly ids: ReadonlyMap<string, number>;
}

/** Numbers longer than the shop takes are cut off (sheet 6.6). */
function productFrom(assortment: Assortment, product: CatalogueProduct, { id, at, ids }: Making): Product {
  const { name, sku, description, shortDescription = '', price, listPrice, vat, weightKg, brand } = product;
  const inShop = (amount: string) =>
    assortment.settings().pricesIncludeTax ? amount : netPrice(amount, rateOf(vat, 'NL'));
  const blank = blankProduct(assortment);
  const made: Product = {
    ...blank,
    id,
    createdAt: at,
    modifiedAt: at,
    isActive: product.active,
    fields: {
      ...blank.fields,
      ...pricesOf(inShop(price), listPrice === undefined ? null : inShop(listPrice)),
      productnumber: (sku ?? '').slice(0, maxNumber),
      eannumber: product.gtin ?? '',
      name: name.slice(0, 200),
      description: description.slice(0, maxDescription),
      shortdescription: shortDescription.slice(0, maxShort),
      taxtariff: tariffFor(vat),
      purchaseprice: Number(Big(price).times('0.4').toFixed(2)),
      weight: Number(weightKg ?? 0),
      unit: 'stuk',
      ...stockOf(product),
    },
    brandId: brand === undefined ? null : nameIn(assortment, 'brands', brand).id,
    packageId: firstPackage.id,
    photos: product.pictures.map(({ fileName, alt }, place) => ({
      id: assortment.ids.next('photo'),
      file: fileName,
      alt,
      isMain: place === 0,
    })),
    links: product.categories.map((key, place) => ({
      id: assortment.ids.next('link'),
      categoryId: ids.get(key) ?? 0,
      position: place + 1,
    })),
    values: valuesOf(assortment, product),
    ...factsOf(assortment, product),
  };
  const combined = recombined(assortment, made);
  return {
    ...combined,
    combinations: combined.combinations.map((each) => filled(assortment, each, product)),
  };
}

/** Stock is counted for a product as a whole, or not at all. */
function stockOf({ pieces, variants }: CatalogueProduct): Record<string, string | number | boolean> {
  const counts = variants.length === 0 ? [pieces] : variants.map((each) => each.pieces);
  const isCounted = !counts.includes('unlimited');
  return {
    stockenabled: isCounted,
    stocktype: variants.length === 0 ? 'Product' : 'Attribute',
    stock: variants.length === 0 && isCounted ? Number(pieces) : 0,
  };
}

/** A price of its own is what the value adds; where two options decide it, it is lost (sheet 7.1). */
function valuesOf(assortment: Assortment, { options, variants, price }: CatalogueProduct): OfferedValue[] {
  return options
    .flatMap(({ name, values }) => values.map((value) => ({ name, value })))
    .map(({ name, value }, index) => {
      const own = variants.find((each) => each.options[name] === value)?.price;
      const extra = options.length > 1 || own === undefined ? 0 : Number(Big(own).minus(price).toFixed());
      const attribute = attributeNamed(assortment, name);
      return {
        id: assortment.ids.next('value'),
        valueId: valueNamed(assortment, attribute.id, value).id,
        price: extra,
        position: index + 1,
      };
    });
}

/** A combination that the catalogue does not have is there all the same: not active, with nothing left. */
function filled(
  assortment: Assortment,
  combination: Combination,
  { variants }: CatalogueProduct,
): Combination {
  const variant = variants.find((each) => keyFor(assortment, each) === keyOf(combination.valueIds));
  if (variant === undefined) return { ...combination, fields: { ...combination.fields, active: false } };
  const number = (variant.sku ?? '').slice(0, maxNumber);
  const fields = {
    ...combination.fields,
    product_number: number,
    sku_number: number,
    ean_number: variant.gtin ?? '',
    active: variant.active,
    stock: variant.pieces === 'unlimited' ? 0 : variant.pieces,
  };
  return { ...combination, fields };
}

function keyFor(assortment: Assortment, { options }: CatalogueVariant): string {
  return keyOf(
    Object.entries(options).map(([name, value]) => {
      return valueNamed(assortment, attributeNamed(assortment, name).id, value).id;
    }),
  );
}

/** Facts of products are in one group of the shop. */
function factsOf(
  assortment: Assortment,
  { attributes }: CatalogueProduct,
): Pick<Product, 'groups' | 'facts'> {
  if (attributes.length === 0) return { groups: [], facts: [] };
  const { propertyGroups, properties, ids } = assortment;
  const group = propertyGroups.all()[0] ?? { id: ids.next('property'), name: 'Kenmerken' };
  propertyGroups.set(String(group.id), group);
  const facts = attributes.map(({ name, values }) => {
    const known = properties.all().find((each) => each.name === name);
    const blank = { parent: null, description: '', position: 1, icon: null, type: 'text' };
    const property = known ?? { id: ids.next('property'), groupId: group.id, name, ...blank };
    properties.set(String(property.id), property);
    return { id: ids.next('fact'), propertyId: property.id, value: values.join(', ') };
  });
  return { groups: [{ id: ids.next('fact'), groupId: group.id }], facts };
}
