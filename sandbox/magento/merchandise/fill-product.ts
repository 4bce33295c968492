/** A product of a catalogue as this shop holds it: with its variants as products of their own. */
import Big from 'big.js';
import type { CatalogueProduct, CatalogueVariant } from '../../kit/catalogue/catalogue.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import { roles } from '../pictures/pictures.ts';
import type { Product } from '../products/product.ts';
import { urlKeyOf } from '../products/url-keys.ts';
import type { Shop } from '../shop.ts';
import { attributeNamed, optionId } from './choices.ts';
import { asKept, count, freeSku, newGoods, picturesOf, taxClassOf } from './goods.ts';

export function fillProduct(
  shop: Shop,
  product: CatalogueProduct,
  categoryIds: ReadonlyMap<string, number>,
  at: string,
): void {
  const { inventory } = shop;
  const hasVariants = product.variants.length > 0;
  const sku = freeSku(shop, product.sku ?? product.key);
  const shared = sharedValues(shop, product);
  const categories = product.categories.flatMap((key) => {
    const id = categoryIds.get(key);
    return id === undefined ? [] : [{ id, position: 0 }];
  });
  const children = product.variants.map((variant) => fillVariant(shop, product, sku, variant, shared, at));
  const pictures = picturesOf(shop, product.pictures);
  const made = newGoods(
    shop,
    {
      sku,
      type: hasVariants ? 'configurable' : 'simple',
      values: {
        ...shared,
        ...(hasVariants ? {} : pricesOf(shop, product, product.price)),
        ...(product.gtin === undefined ? {} : { ean: product.gtin }),
        ...Object.fromEntries(roles.slice(0, 3).map((role) => [role, pictures[0]?.file ?? 'no_selection'])),
        visibility: 4,
      },
      pictures,
      categories,
    },
    at,
  );
  if (!hasVariants) {
    shop.catalogue.seed(made);
    count(shop, made, product.pieces);
    return;
  }
  const options = product.options.map(({ name, values }, position) => {
    const { id, code, label } = attributeNamed(shop.catalogue, name, 'select');
    const ids = values.map((value) => optionId(shop.catalogue, code, value));
    return { id: shop.catalogue.ids.next('productOption'), attributeId: id, label, position, values: ids };
  });
  shop.catalogue.seed({ ...made, options, children: children.map(({ id }) => id) });
  const isIn = children.some((child) => inventory.itemsOf(child.sku).some(({ status }) => status === 1));
  inventory.changeStockSettings(made, {
    is_in_stock: isIn,
    ...(isIn ? {} : { stock_status_changed_auto: 1 }),
  });
}

function fillVariant(
  shop: Shop,
  product: CatalogueProduct,
  parentSku: string,
  variant: CatalogueVariant,
  shared: JsonObject,
  at: string,
): Product {
  const words = Object.values(variant.options);
  const sku = freeSku(shop, variant.sku ?? [parentSku, ...words.map(urlKeyOf)].join('-'));
  const chosen = Object.entries(variant.options).map(([name, value]): [string, Json] => {
    const { code } = attributeNamed(shop.catalogue, name, 'select');
    return [code, optionId(shop.catalogue, code, value)];
  });
  const child = newGoods(
    shop,
    {
      sku,
      type: 'simple',
      values: {
        ...shared,
        name: [product.name, ...words].join(' '),
        ...pricesOf(shop, product, variant.price ?? product.price),
        ...(variant.gtin === undefined ? {} : { ean: variant.gtin }),
        ...(variant.weightKg === undefined ? {} : { weight: Number(variant.weightKg) }),
        ...Object.fromEntries(chosen),
        status: variant.active && product.active ? 1 : 2,
        visibility: 1,
      },
      pictures: [],
      categories: [],
    },
    at,
  );
  shop.catalogue.seed(child);
  count(shop, child, variant.pieces);
  return child;
}

function sharedValues({ catalogue }: Shop, product: CatalogueProduct): JsonObject {
  const { name, description, shortDescription, brand, weightKg, vat, active } = product;
  const facts = product.attributes.map((fact): [string, Json] => {
    const { code } = attributeNamed(catalogue, fact.name, 'text');
    return [code, fact.values.join(', ')];
  });
  return {
    name,
    status: active ? 1 : 2,
    tax_class_id: taxClassOf[vat],
    ...(description === '' ? {} : { description }),
    ...(shortDescription === undefined ? {} : { short_description: shortDescription }),
    ...(brand === undefined ? {} : { manufacturer: optionId(catalogue, 'manufacturer', brand) }),
    ...(weightKg === undefined ? {} : { weight: Number(weightKg) }),
    ...Object.fromEntries(facts),
  };
}

/** The lower one is the special price, the one struck through the price. */
function pricesOf(shop: Shop, { listPrice, vat }: CatalogueProduct, price: string): JsonObject {
  const kept = (amount: string) => asKept(shop, amount, vat);
  if (listPrice === undefined || Big(listPrice).lte(price)) return { price: kept(price) };
  return { price: kept(listPrice), special_price: kept(price) };
}
