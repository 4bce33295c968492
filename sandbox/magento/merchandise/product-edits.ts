/** What the merchant changes about a product itself. */
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { NewProduct, ProductEdit } from '../../kit/catalogue/merchandise.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import { defaultSource, isCounted } from '../inventory/rows.ts';
import { type Product, withValue } from '../products/product.ts';
import { urlKeyOf } from '../products/url-keys.ts';
import { refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { newGoods, taxClassOf } from './goods.ts';
import { shownPrices } from './views.ts';

/** A product without variants, visible and of the standard rate; its id. */
export function add(shop: Shop, { name, price, sku, pieces, ...more }: NewProduct): string {
  const { catalogue } = shop;
  const wanted = sku?.trim() || urlKeyOf(name).toUpperCase();
  if (wanted === '' || catalogue.findProduct(wanted) !== undefined) {
    throw refusal(409, 'The value of attribute "%1" must be unique.', ['SKU']);
  }
  const values = { name, price: Number(price), status: 1, visibility: 4, tax_class_id: taxClassOf.standard };
  const goods = { sku: wanted, type: 'simple', values, pictures: [], categories: [] } as const;
  const made = catalogue.save(newGoods(shop, goods, shop.now()));
  setStock(shop, made.sku, pieces);
  edit(shop, made, more);
  return String(made.id);
}

export function edit(shop: Shop, product: Product, changes: ProductEdit): void {
  const { catalogue, inventory } = shop;
  const { name, sku, description, active, categories } = changes;
  const draft = changed(product, {
    name,
    description: description === '' ? null : description,
    status: active === undefined ? undefined : active ? 1 : 2,
  });
  const links = categories?.map((id) => ({ id: catalogue.category(id).id, position: 0 }));
  catalogue.save({
    ...draft,
    ...(sku === undefined ? {} : { sku: freeSku(shop, product, sku) }),
    ...(links === undefined ? {} : { categories: links }),
  });
  if (sku !== undefined && sku !== null) inventory.rename(product.sku, sku);
  // Prices of a configurable product are its children's.
  const priced =
    product.type === 'configurable' ? catalogue.childrenOf(product) : [catalogue.byId(product.id) ?? product];
  const prices = pricesAfter(priced[0] ?? product, changes);
  if (prices !== null) for (const each of priced) catalogue.save(changed(each, prices));
}

/** Null where nothing is said of them. */
function pricesAfter(product: Product, { price, listPrice }: ProductEdit): JsonObject | null {
  if (price === undefined && listPrice === undefined) return null;
  const before = shownPrices(product);
  const now = price ?? before.price;
  const list = listPrice === undefined ? before.listPrice : listPrice;
  if (list !== null) return { price: Number(list), special_price: Number(now) };
  return { price: Number(now), special_price: null, special_from_date: null, special_to_date: null };
}

export function freeSku({ catalogue }: Shop, product: Product, sku: string | null): string {
  const wanted = sku?.trim() ?? '';
  if (wanted === '') {
    throw refusal(409, 'The "%1" attribute value is empty. Set the attribute and try again.', ['SKU']);
  }
  const other = catalogue.findProduct(wanted);
  if (other === undefined || other.id === product.id) return wanted;
  throw refusal(409, 'The value of attribute "%1" must be unique.', ['SKU']);
}

/** In the default source. The admin sets the status with the number. */
export function setStock({ catalogue, inventory }: Shop, sku: string, pieces: Pieces): number {
  const product = catalogue.findProduct(sku);
  if (product === undefined || !isCounted(product)) return 0;
  const isManaged = pieces !== 'unlimited';
  if (isManaged !== inventory.isManaged(product)) {
    inventory.changeStockSettings(product, { manage_stock: isManaged, use_config_manage_stock: false });
  }
  const quantity = isManaged ? pieces : 0;
  const status = !isManaged || quantity > 0 ? 1 : 0;
  inventory.setItem({ sku: product.sku, sourceCode: defaultSource, quantity, status });
  return 1;
}

export function changed(product: Product, changes: Readonly<Record<string, Json | undefined>>): Product {
  const values = Object.entries(changes).reduce(
    (all, [code, value]) => (value === undefined ? all : withValue(all, code, value, [0])),
    product.values,
  );
  return { ...product, values };
}
