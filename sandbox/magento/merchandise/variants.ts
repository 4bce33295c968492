/** What the merchant does to the variants of a product: each is a product of its own. */
import type { NewVariant, VariantEdit } from '../../kit/catalogue/merchandise.ts';
import type { JsonObject } from '../../kit/json.ts';
import { withChildren } from '../products/configurable.ts';
import { type Product, valuesIn } from '../products/product.ts';
import { refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { attributeNamed, optionId } from './choices.ts';
import { newGoods } from './goods.ts';
import { changed, freeSku, setStock } from './product-edits.ts';

export function addVariant(shop: Shop, parent: Product, { sku, options, price, pieces }: NewVariant): string {
  const { catalogue } = shop;
  if (parent.options.length === 0)
    throw refusal(409, "The parent product doesn't have configurable product options.");
  const like = valuesIn(catalogue.childrenOf(parent)[0]?.values ?? parent.values, 0);
  const values = {
    ...like,
    name: [String(parent.values[0]?.name ?? ''), ...Object.values(options)].join(' '),
    ...chosenValues(shop, options),
    ...(price === undefined ? {} : { price: Number(price) }),
    status: 1,
    visibility: 1,
  };
  const wanted = sku ?? [parent.sku, ...Object.values(options)].join('-');
  const goods = {
    sku: freeSku(shop, parent, wanted),
    type: 'simple' as const,
    values,
    pictures: [],
    categories: [],
  };
  const child = catalogue.save(newGoods(shop, goods, shop.now()));
  setStock(shop, child.sku, pieces);
  catalogue.save(withChildren(catalogue, parent, [...catalogue.childrenOf(parent), child]));
  shop.inventory.followChildren(child);
  return String(child.id);
}

export function editVariant(
  shop: Shop,
  parent: Product,
  child: Product,
  { sku, price, options }: VariantEdit,
): void {
  const { catalogue, inventory } = shop;
  const draft = changed(child, {
    ...(price === undefined ? {} : { price: Number(price), special_price: null }),
    ...(options === undefined ? {} : chosenValues(shop, options)),
  });
  const saved = catalogue.save({
    ...draft,
    ...(sku === undefined ? {} : { sku: freeSku(shop, child, sku) }),
  });
  inventory.rename(child.sku, saved.sku);
  if (options !== undefined) catalogue.save(withChildren(catalogue, parent, catalogue.childrenOf(parent)));
}

function chosenValues({ catalogue }: Shop, options: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const { code } = attributeNamed(catalogue, name, 'select');
      return [code, optionId(catalogue, code, value)];
    }),
  );
}
