/** What the merchant sees of a product, in the words that all systems share. */
import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { ProductView, VariantView } from '../../kit/catalogue/merchandise.ts';
import type { Json } from '../../kit/json.ts';
import { type Product, valuesIn } from '../products/product.ts';
import type { Shop } from '../shop.ts';

export function view(shop: Shop, product: Product): ProductView {
  const values = valuesIn(product.values, 0);
  const base = shop.settings().baseUrl.replace(/\/$/, '');
  const children = shop.catalogue.childrenOf(product);
  const priced = product.type === 'configurable' ? (children[0] ?? product) : product;
  return {
    id: String(product.id),
    sku: product.sku,
    name: String(values.name ?? ''),
    ...shownPrices(priced),
    description: String(values.description ?? ''),
    active: values.status === 1,
    categories: product.categories.map(({ id }) => String(id)),
    pictures: inOrder(product).map(({ file }) => `${base}/media/catalog/product${file}`),
    variants: children.map((child) => variantView(shop, product, child)),
    pieces: piecesOf(shop, product),
  };
}

function variantView(shop: Shop, parent: Product, child: Product): VariantView {
  const options = parent.options.map(({ attributeId, label }) => {
    const attribute = shop.catalogue.attributeById(attributeId);
    const chosen = child.values[0]?.[attribute?.code ?? ''];
    const option = attribute?.options.find(({ id }) => id === chosen);
    return [label, option?.label ?? ''] as const;
  });
  return {
    id: String(child.id),
    sku: child.sku,
    options: Object.fromEntries(options),
    price: shownPrices(child).price,
    pieces: piecesOf(shop, child),
  };
}

export function shownPrices({ values }: Product): { price: string; listPrice: string | null } {
  const shown = (value: Json | undefined) => Big(Number(value ?? 0)).toFixed(2);
  const { price, special_price: special } = valuesIn(values, 0);
  return special === undefined
    ? { price: shown(price), listPrice: null }
    : { price: shown(special), listPrice: shown(price) };
}

function piecesOf({ inventory }: Shop, product: Product): Pieces {
  if (!inventory.isManaged(product)) return 'unlimited';
  return inventory.itemsOf(product.sku).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The main picture first, the others as they are placed. */
export function inOrder(product: Product) {
  const main = product.values[0]?.image;
  return product.pictures.toSorted(
    (one, other) => Number(other.file === main) - Number(one.file === main) || one.position - other.position,
  );
}
