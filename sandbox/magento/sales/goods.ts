/** Lines of a sale that name no more than a SKU and a number: the rest of them is what the shop knows of the product. */
import Big from 'big.js';
import { isObject, type JsonObject } from '../../kit/json.ts';
import { netPrice, rateOf, type VatKind } from '../../kit/shop/vat-kind.ts';
import { taxClassOf } from '../merchandise/goods.ts';
import { type Product, valuesIn } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import { defaultView, viewOf } from '../stores/stores.ts';

/** The sale with such lines filled in; anything else stays as it is, for the check of what a sale must be. */
export function withGoods(shop: Shop, sale: unknown): unknown {
  if (!isObject(sale) || !isObject(sale.basket) || !Array.isArray(sale.basket.lines)) return sale;
  const store = viewOf(String(sale.basket.store ?? '')) ?? defaultView;
  const country = countryOf(sale, sale.basket);
  const lines = sale.basket.lines.map((line) => {
    if (!isObject(line) || typeof line.sku !== 'string' || line.name !== undefined) return line;
    const product = shop.catalogue.findProduct(line.sku);
    return product === undefined
      ? line
      : { ...lineOf(shop, product, store, country), ...line, sku: product.sku };
  });
  return { ...sale, basket: { ...sale.basket, lines } };
}

/** Whose rates are charged, if any are: those of where the buyer lives. */
function countryOf({ buyer }: JsonObject, { tax = 'charged' }: JsonObject): string {
  return tax === 'charged' && isObject(buyer) && typeof buyer.country === 'string' ? buyer.country : 'NL';
}

function lineOf(shop: Shop, product: Product, store: typeof defaultView, country: string): JsonObject {
  const { id, name, price, special_price, tax_class_id, weight } = valuesOf(product, store.id);
  const [parent] = shop.catalogue.parentsOf(product.id);
  const kind = kindOf(Number(tax_class_id ?? 0));
  const homeRate = rateOf(kind, 'NL');
  const kept = Big(Number(special_price ?? price ?? 0));
  return {
    type: parent === undefined ? product.type : 'configurable',
    productId: parent?.id ?? id ?? 0,
    name: (parent === undefined ? name : valuesIn(parent.values, store.id).name) ?? product.sku,
    price: shownPrice(shop, kept, homeRate, store.pricesIncludeTax),
    rate: rateOf(kind, country),
    ...(country === 'NL' ? {} : { storeRate: homeRate }),
    weight: weight ?? 0,
    ...(parent === undefined ? {} : { variant: variantOf(shop, product, parent, String(name)) }),
  };
}

function valuesOf(product: Product, storeId: number): JsonObject {
  return { ...valuesIn(product.values, storeId), id: product.id };
}

function kindOf(taxClass: number): VatKind {
  if (taxClass === taxClassOf.standard) return 'standard';
  return taxClass === taxClassOf.reduced ? 'reduced' : 'none';
}

/** With or without tax, as the store's prices are. */
function shownPrice(shop: Shop, kept: Big, rate: string, pricesIncludeTax: boolean): string {
  const { catalogIncludesTax } = shop.settings();
  if (catalogIncludesTax === pricesIncludeTax) return kept.toFixed(2);
  if (catalogIncludesTax) return netPrice(kept.toFixed(2), rate);
  return kept.times(Big(rate).div(100).plus(1)).toFixed(2);
}

function variantOf(shop: Shop, child: Product, parent: Product, name: string): JsonObject {
  const options = parent.options.map(({ attributeId }) => {
    const code = shop.catalogue.attributeById(attributeId)?.code ?? '';
    return { attributeId: String(attributeId), valueId: Number(child.values[0]?.[code] ?? 0) };
  });
  return { productId: child.id, name, options };
}
