/** A catalogue as this shop holds it. */
import Big from 'big.js';
import type {
  CatalogueProduct,
  CatalogueVariant,
  Catalogue as NeutralCatalogue,
  Pieces,
} from '../../kit/catalogue/catalogue.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import { rateOf, type VatKind } from '../../kit/shop/vat-kind.ts';
import { utcText } from '../../kit/time/timestamps.ts';
import { defaultSet } from '../catalogue/attribute.ts';
import { fileIn, roles } from '../catalogue/pictures.ts';
import type { Picture, Product } from '../catalogue/product.ts';
import { urlKeyOf } from '../catalogue/url-keys.ts';
import type { Category } from '../categories/category.ts';
import { defaultRoot } from '../categories/category.ts';
import { defaultSource } from '../inventory/inventory.ts';
import { placed, reserves } from '../inventory/sales.ts';
import { rowsOf, toShip } from '../orders/row-quantities.ts';
import { isIn } from '../orders/state.ts';
import type { Shop } from '../shop.ts';
import { attributeNamed, optionId } from './choices.ts';

const dayMs = 86_400_000;
const homeWebsite = 1;
export const taxClassOf: Readonly<Record<VatKind, number>> = { standard: 2, reduced: 4, none: 5 };

interface Goods {
  readonly sku: string;
  readonly type: 'simple' | 'configurable';
  readonly values: JsonObject;
  readonly pictures: readonly Picture[];
  readonly categories: Product['categories'];
}

/** In the place of what the shop had. Open orders keep their claim on the goods. */
export function fill(shop: Shop, neutral: NeutralCatalogue): void {
  const { catalogue, inventory } = shop;
  catalogue.clear();
  inventory.clear();
  const at = utcText(shop.world.now() - 30 * dayMs);
  const categoryIds = fillCategories(shop, neutral.categories, at);
  for (const code of ['ean']) attributeNamed(catalogue, code, 'text');
  for (const product of neutral.products) fillProduct(shop, product, categoryIds, at);
  if (!reserves(shop)) return;
  for (const order of shop.orders.all()) {
    if (isIn(order, 'canceled', 'closed', 'complete')) continue;
    // Of what is still to be sent, as if it had just been ordered.
    const open = rowsOf(order).map((row) => ({ ...row, qty_ordered: Number(toShip(order, row)) }));
    placed(shop, { ...order, items: open });
  }
}

function fillCategories(
  shop: Shop,
  categories: NeutralCatalogue['categories'],
  at: string,
): Map<string, number> {
  const { catalogue } = shop;
  const ids = new Map<string, number>();
  for (const { key, parent, name, description, active } of categories) {
    const parentId = parent === null ? defaultRoot : (ids.get(parent) ?? defaultRoot);
    const there = catalogue.subcategories(parentId);
    const slug = urlKeyOf(name) || key;
    const isTaken = there.some(({ values }) => values[0]?.url_key === slug);
    const id = catalogue.ids.next('category');
    const category: Category = {
      id,
      parentId,
      position: there.length + 1,
      values: {
        0: {
          name,
          is_active: active,
          include_in_menu: true,
          is_anchor: '1',
          url_key: isTaken ? `${slug}-${id}` : slug,
          ...(description === '' ? {} : { description }),
        },
      },
      createdAt: at,
      updatedAt: at,
    };
    catalogue.categories.seed(String(id), category);
    ids.set(key, id);
  }
  return ids;
}

function fillProduct(
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
  const made = addGoods(
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
  const child = addGoods(
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
  count(shop, child, variant.pieces);
  return child;
}

/** Adds one product, with an address that no other has. */
export function addGoods(shop: Shop, goods: Goods, at: string): Product {
  const { catalogue } = shop;
  const slug = urlKeyOf(String(goods.values.name)) || urlKeyOf(goods.sku);
  const keys = [slug, `${slug}-${urlKeyOf(goods.sku)}`];
  const id = catalogue.ids.next('product');
  const url_key = keys.find((key) => catalogue.withUrlKey(key).length === 0) ?? `${slug}-${id}`;
  const product: Product = {
    id,
    sku: goods.sku,
    attributeSetId: defaultSet.id,
    type: goods.type,
    websiteIds: [homeWebsite],
    values: { 0: { options_container: 'container2', ...goods.values, url_key } },
    categories: goods.categories,
    pictures: goods.pictures,
    options: [],
    children: [],
    extras: {},
    createdAt: at,
    updatedAt: at,
  };
  catalogue.seed(product);
  return product;
}

/** Every product needs a SKU, and each its own: a second one gets a number behind it. */
function freeSku({ catalogue }: Shop, wanted: string): string {
  const sku = wanted.trim().slice(0, 60);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? sku : `${sku}-${number}`;
    if (catalogue.findProduct(free) === undefined) return free;
  }
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

/** A price with VAT as this shop keeps it: with four decimals where it keeps prices without. */
export function asKept(shop: Shop, price: string, vat: VatKind): number {
  if (shop.settings().catalogIncludesTax) return Number(price);
  const rate = Big(rateOf(vat, 'NL')).div(100).plus(1);
  return Big(price).div(rate).round(4).toNumber();
}

/** Files that are made when they are asked for. */
export function picturesOf({ catalogue }: Shop, pictures: CatalogueProduct['pictures']): Picture[] {
  return pictures.map(({ fileName, alt }, index) => {
    const plain = fileName.toLowerCase().replace(/[^\w.-]/g, '_');
    const file = fileIn(plain);
    catalogue.files.set(file, '');
    const id = catalogue.ids.next('picture');
    return { id, file, label: alt, position: index + 1, disabled: false, mediaType: 'image' };
  });
}

function count({ inventory }: Shop, product: Product, pieces: Pieces): void {
  const isCounted = pieces !== 'unlimited';
  if (!isCounted) {
    inventory.changeStockSettings(product, { manage_stock: false, use_config_manage_stock: false });
  }
  const quantity = isCounted ? pieces : 0;
  inventory.seedItem({
    sku: product.sku,
    sourceCode: defaultSource,
    quantity,
    status: !isCounted || quantity > 0 ? 1 : 0,
  });
}
