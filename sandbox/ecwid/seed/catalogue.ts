/** Fills the store with a catalogue, as if it had always been there: no events, found at once. */
import type { Catalogue, CatalogueProduct, CatalogueVariant, Pieces } from '../../kit/catalogue/catalogue.ts';
import { articleOf } from '../../kit/catalogue/sold-articles.ts';
import type { JsonObject } from '../../kit/json.ts';
import { rateOf } from '../../kit/shop/vat-kind.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Assortment } from '../assortment.ts';
import type { ProductClass } from '../classes/product-class.ts';
import type { Picture } from '../pictures/picture.ts';
import type { AttributeValue, Combination } from '../products/product.ts';

const minuteMs = 60_000;

/** What was there before stays. */
export function fillWith(assortment: Assortment, { categories, products }: Catalogue): void {
  const now = wholeSecond(assortment.world.now());
  const ids = new Map<string, number>();
  for (const [index, { key, parent, name, description, active }] of categories.entries()) {
    const id = assortment.ids.next('categoryId');
    ids.set(key, id);
    assortment.categories.seed(String(id), {
      id,
      parentId: parent === null ? 0 : (ids.get(parent) ?? 0),
      orderBy: (index + 1) * 10,
      fields: { name, description, enabled: active },
      picture: null,
      updatedAt: now,
    });
  }
  assortment.categoriesUpdatedAt.value = now;
  const productClass = withAttributes(assortment, products);
  for (const [index, product] of products.entries()) {
    const id = articleOf(product)?.productId ?? assortment.ids.next('productId');
    // Changed one after the other, the last of them a minute ago.
    const at = now - minuteMs - (products.length - index) * 1000;
    assortment.products.seed(String(id), {
      id,
      createdAt: at,
      updatedAt: at,
      fields: fieldsOf(product, ids),
      options: product.options.map(({ name, values }) => ({
        type: 'SELECT',
        name,
        required: true,
        choices: values.map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' })),
      })),
      values: valuesOf(product, productClass),
      combinations: product.variants.map((each, place) =>
        combinationOf(assortment, each, place, productClass),
      ),
      ...picturesOf(assortment, product),
      videos: [],
    });
  }
}

function fieldsOf(product: CatalogueProduct, ids: ReadonlyMap<string, number>): JsonObject {
  const { sku, name, active, description, price, listPrice, vat, weightKg, shortDescription } = product;
  return {
    ...(sku === null ? {} : { sku }),
    name,
    price: Number(price),
    ...(listPrice === undefined ? {} : { compareToPrice: Number(listPrice) }),
    enabled: active,
    description,
    ...(shortDescription === undefined ? {} : { subtitle: shortDescription }),
    ...(weightKg === undefined ? {} : { weight: Number(weightKg) }),
    tax:
      vat === 'none'
        ? { taxable: false, enabledManualTaxes: [] }
        : { taxable: true, enabledManualTaxes: [9100 + Number(rateOf(vat, 'NL')) * 10] },
    categoryIds: product.categories.flatMap((key) => ids.get(key) ?? []),
    ...stockIn(product.pieces),
  };
}

/** Ecwid has no switch for a variation: one that is not active has nothing left (sheet 8.5). */
function combinationOf(
  assortment: Assortment,
  variant: CatalogueVariant,
  place: number,
  productClass: ProductClass,
): Combination {
  const { sku, options, price, gtin, weightKg, active, pieces } = variant;
  return {
    id: assortment.ids.next('combinationId'),
    number: place + 1,
    options: Object.entries(options).map(([name, value]) => ({ name, value })),
    fields: {
      ...(sku === null ? {} : { sku, ...stockIn(active ? pieces : 0) }),
      ...(price === undefined ? {} : { price: Number(price) }),
      ...(weightKg === undefined ? {} : { weight: Number(weightKg) }),
    },
    values: valuesOf({ gtin, attributes: [] }, productClass),
    picture: null,
  };
}

function stockIn(pieces: Pieces): JsonObject {
  return pieces === 'unlimited' ? { unlimited: true } : { unlimited: false, quantity: pieces };
}

/** The General type, with an attribute for each fact that a product states. */
function withAttributes(assortment: Assortment, products: readonly CatalogueProduct[]): ProductClass {
  const before = assortment.productClass('0');
  const names = new Set(products.flatMap(({ attributes }) => attributes.map(({ name }) => name)));
  for (const { name } of before.attributes) names.delete(name);
  const added = [...names].map((name) => ({
    id: assortment.ids.next('attributeId'),
    name,
    type: 'CUSTOM',
    show: 'DESCR',
  }));
  const productClass = { ...before, attributes: [...before.attributes, ...added] };
  assortment.saveClass(productClass, 'as always');
  return productClass;
}

function valuesOf(
  {
    gtin,
    brand,
    attributes,
  }: Pick<CatalogueProduct, 'attributes'> & { gtin?: string | undefined; brand?: string | undefined },
  productClass: ProductClass,
): AttributeValue[] {
  const facts = attributes.map(({ name, values }) => [name, values.join(', ')] as const);
  const own = [['UPC', gtin ?? ''] as const, ['Brand', brand ?? ''] as const, ...facts];
  return own.flatMap(([name, value]) => {
    const attribute = productClass.attributes.find((each) => each.name === name);
    return attribute === undefined || value === '' ? [] : [{ id: attribute.id, value }];
  });
}

function picturesOf(
  assortment: Assortment,
  { pictures }: CatalogueProduct,
): { main: Picture | null; gallery: Picture[] } {
  const [main = null, ...gallery] = pictures.map(({ fileName, alt }) => ({
    id: String(assortment.ids.next('pictureId')),
    file: fileName,
    alt,
  }));
  return { main, gallery };
}
