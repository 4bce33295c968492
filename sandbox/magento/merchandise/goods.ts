/** What goods are made of when the shop is filled, or the merchant adds some. */
import Big from 'big.js';
import type { CatalogueProduct, Pieces } from '../../kit/catalogue/catalogue.ts';
import type { JsonObject } from '../../kit/json.ts';
import { rateOf, type VatKind } from '../../kit/shop/vat-kind.ts';
import { defaultSet } from '../attributes/attribute.ts';
import { defaultSource } from '../inventory/rows.ts';
import { fileIn } from '../pictures/pictures.ts';
import type { Picture, Product } from '../products/product.ts';
import { urlKeyOf } from '../products/url-keys.ts';
import type { Shop } from '../shop.ts';

/** Shared by all of them: fifty thousand lists of nothing weigh something. */
const homeWebsites: readonly number[] = [1];
const none: readonly never[] = [];
const noExtras = {};

export const taxClassOf: Readonly<Record<VatKind, number>> = { standard: 2, reduced: 4, none: 5 };

interface Goods {
  readonly sku: string;
  readonly type: 'simple' | 'configurable';
  readonly values: JsonObject;
  readonly pictures: readonly Picture[];
  readonly categories: Product['categories'];
}

/** A product with an id and an address that no other has; it is not kept yet. */
export function newGoods(shop: Shop, goods: Goods, at: string): Product {
  const { catalogue } = shop;
  const slug = urlKeyOf(String(goods.values.name)) || urlKeyOf(goods.sku);
  const keys = [slug, `${slug}-${urlKeyOf(goods.sku)}`];
  const id = catalogue.ids.next('product');
  const url_key = keys.find((key) => catalogue.withUrlKey(key).length === 0) ?? `${slug}-${id}`;
  return {
    id,
    sku: goods.sku,
    attributeSetId: defaultSet.id,
    type: goods.type,
    websiteIds: homeWebsites,
    values: { 0: { options_container: 'container2', ...goods.values, url_key } },
    categories: goods.categories,
    pictures: goods.pictures,
    options: none,
    children: none,
    extras: noExtras,
    createdAt: at,
    updatedAt: at,
  };
}

/** Every product needs a SKU, and each its own: a second one gets a number behind it. */
export function freeSku({ catalogue }: Shop, wanted: string): string {
  const sku = wanted.trim().slice(0, 60);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? sku : `${sku}-${number}`;
    if (catalogue.findProduct(free) === undefined) return free;
  }
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

export function count({ inventory }: Shop, product: Product, pieces: Pieces): void {
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
