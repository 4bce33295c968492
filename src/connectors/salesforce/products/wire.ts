/** A product with its price and its categories (sheet 5.5), which stand in records of their own. */
import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import type { JsonObject } from '../../contract/target.ts';
import { amount, flag, needed, skuWire, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import { recordId } from '../ids.ts';
import { orgOf, requireTrait, showsOfProduct } from '../org.ts';
import { pieces, readRows } from '../queries.ts';
import { type Field, fields, soql } from '../soql.ts';
import { ownNames } from './target-fields.ts';

function productWire({ traits }: Account) {
  const { productVatRateField, skuField = 'StockKeepingUnit' } = traits;
  return z
    .looseObject({
      Id: needed(text),
      Name: text,
      Description: text,
      IsActive: flag,
      DisplayUrl: text,
      SystemModstamp: utcTimestamp,
    })
    .transform((record) => ({
      ...record,
      sku: skuWire.safeParse(record[skuField]).data,
      vatRate:
        productVatRateField === undefined ? undefined : amount.safeParse(record[productVatRateField]).data,
    }));
}

export const entryWire = z.object({
  Id: needed(text),
  Product2Id: needed(text),
  Pricebook2Id: text,
  UnitPrice: amount,
  IsActive: flag,
  UseStandardPrice: flag,
});
export type EntryWire = z.infer<typeof entryWire>;

const placeWire = z.object({ Id: needed(text), ProductId: needed(text), ProductCategoryId: needed(text) });

export type ProductRow = z.infer<ReturnType<typeof productWire>>;

export interface ReadProduct {
  readonly product: ProductRow;
  /** Of the price book of the connection, and of the standard one; in the currency of the connection. */
  readonly entries: readonly EntryWire[];
  /** Null where the org has no categories. */
  readonly places: readonly z.infer<typeof placeWire>[] | null;
}

/** Those of its own fields that the org has, and shows. */
export function shownOwn({ traits }: Account): string[] {
  const shown = (traits.ownOfProduct ?? '').split(',');
  return ownNames.filter((name) => shown.includes(name) && name !== (traits.skuField ?? 'StockKeepingUnit'));
}

function asked(account: Account): Field[] {
  const { productVatRateField, skuField = 'StockKeepingUnit' } = account.traits;
  const own = productVatRateField === undefined ? [] : [productVatRateField];
  const known = ['Id', 'Name', skuField, 'IsActive', 'SystemModstamp'];
  const optional = ['Description', 'DisplayUrl'].filter((name) => showsOfProduct(account, name));
  return fields(...known, ...optional, ...own, ...shownOwn(account));
}

/** By their ids; what is gone is left out. Three questions for 200 of them. */
export async function readProducts(api: Api, keys: readonly string[]): Promise<Map<string, ReadProduct>> {
  const { account } = api;
  const ids = [...new Set(keys.flatMap((key) => recordId(key) ?? []))];
  const found = new Map<string, ReadProduct>();
  for (const some of pieces(ids)) {
    const q = soql`SELECT ${asked(account)} FROM Product2 WHERE Id IN ${some}`;
    const products = await readRows(api, q, productWire(account));
    if (products.length === 0) continue;
    const entries = Map.groupBy(await entriesOf(api, some, account.currency), (each) => each.Product2Id);
    const places = await placesOf(api, some);
    for (const product of products)
      found.set(product.Id, {
        product,
        entries: entries.get(product.Id) ?? [],
        places: places?.filter(({ ProductId }) => ProductId === product.Id) ?? null,
      });
  }
  return found;
}

/** In one currency, which every entry says in orgs of many. */
export async function entriesOf(
  api: Api,
  products: readonly string[],
  currency: string,
): Promise<EntryWire[]> {
  const { traits } = api.account;
  const books = [...new Set([traits.pricebook, traits.standardPricebook])].filter(
    (book) => book !== undefined,
  );
  if (books.length === 0 || products.length === 0) return [];
  const follows = traits.entriesFollow === undefined ? [] : ['UseStandardPrice'];
  const of = fields('Id', 'Product2Id', 'Pricebook2Id', 'UnitPrice', 'IsActive', ...follows);
  const q =
    orgOf(api.account).currencies === null
      ? soql`SELECT ${of} FROM PricebookEntry WHERE Product2Id IN ${products} AND Pricebook2Id IN ${books}`
      : soql`SELECT ${of} FROM PricebookEntry WHERE Product2Id IN ${products} AND Pricebook2Id IN ${books} AND CurrencyIsoCode = ${currency}`;
  return readRows(api, q, entryWire);
}

async function placesOf(api: Api, products: readonly string[]) {
  if (api.account.traits.catalog === undefined) return null;
  const of = fields('Id', 'ProductId', 'ProductCategoryId');
  const q = soql`SELECT ${of} FROM ProductCategoryProduct WHERE ProductId IN ${products}`;
  return readRows(api, q, placeWire);
}

/**
 * The price books that a price stands in: the standard one first, as without it there can be no other, then that of the connection. Throws
 * `org_lacks` where the connection has none: its standard one is switched off.
 */
export function booksOf(account: Account): readonly string[] {
  const pricebook = requireTrait(account, 'pricebook', 'Pricebook2');
  return [...new Set([account.traits.standardPricebook ?? pricebook, pricebook])];
}

export function entryIn(
  entries: readonly EntryWire[],
  productId: string,
  pricebook: string | undefined,
): EntryWire | undefined {
  return entries.find((each) => each.Product2Id === productId && each.Pricebook2Id === pricebook);
}

/** What is said of an entry that is to be made. Prices are numbers there (sheet 3.1). */
export function entryToWire(
  pricebook: string,
  price: string | number,
  currency: string,
  account: Account,
): JsonObject {
  return {
    Pricebook2Id: pricebook,
    UnitPrice: Number(price),
    IsActive: true,
    ...(orgOf(account).currencies === null ? {} : { CurrencyIsoCode: currency }),
  };
}
