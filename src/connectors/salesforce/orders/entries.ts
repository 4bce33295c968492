/**
 * Entries of the price book, of which order products are made: by product, price book and currency, and active (sheet 5.4, 5.5). None that is
 * not exactly that is ever taken (case F4).
 */
import { z } from 'zod';
import type { Decimal } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { flag, needed, text } from '../../wire/fields.ts';
import { remembered } from '../../wire/remembered.ts';
import { done, maxParts, type Part, urlOf, writeTogether } from '../composite.ts';
import { orgOf, requireTrait } from '../org.ts';
import { queryAll, version } from '../queries.ts';
import { Field, fields, soql } from '../soql.ts';

const idsAtOnce = 200;

const entryWire = z.object({
  Id: needed(text),
  Product2Id: needed(text),
  Pricebook2Id: text,
  IsActive: flag,
});
type EntryWire = z.infer<typeof entryWire>;

const idWire = z.object({ Id: needed(text) });
const made = z.object({ id: needed(text) });

/** A product and what a piece of it costs, where its entry has to be made. */
export interface Priced {
  readonly productId: string;
  readonly price: Decimal | number;
}

/** By the product's id. Throws `entry_missing`, or makes what is missing where the connection says so. */
export async function entriesFor(
  api: Api,
  priced: readonly Priced[],
  currency: string,
): Promise<ReadonlyMap<string, string>> {
  const { account } = api;
  const { makesEntries } = orgOf(account);
  const pricebook = requireTrait(account, 'pricebook', 'Pricebook2');
  const products = [...new Map(priced.map((each) => [each.productId, each])).values()];
  const standing = await entriesOf(
    api,
    products.map(({ productId }) => productId),
    currency,
  );
  const lacking = products.flatMap((each) => {
    const entry = entryIn(standing, each.productId, pricebook);
    return entry?.IsActive === true ? [] : [{ ...each, entry }];
  });
  if (lacking.length === 0) return byProduct(standing, pricebook);
  const [first] = lacking;
  if (!makesEntries)
    throw rejected('entry_missing', {
      ...{ system: 'Salesforce', product: first?.productId ?? '', pricebook, currency },
      why: first?.entry === undefined ? 'absent' : 'inactive',
    });
  const parts = lacking.flatMap((each) =>
    partsFor(each, standing, {
      pricebook,
      standard: account.traits.standardPricebook,
      ...currencyField(api, currency),
    }),
  );
  for (let start = 0; start < parts.length; start += maxParts)
    done(await writeTogether(api, parts.slice(start, start + maxParts), { repeatable: false }));
  return byProduct(
    await entriesOf(
      api,
      products.map(({ productId }) => productId),
      currency,
    ),
    pricebook,
  );
}

/** Records say their currency in orgs of many only. */
function currencyField({ account }: Api, currency: string): { readonly own: JsonObject } {
  return { own: orgOf(account).currencies === null ? {} : { CurrencyIsoCode: currency } };
}

interface Lacking extends Priced {
  readonly entry: EntryWire | undefined;
}

interface Books {
  readonly pricebook: string;
  readonly standard: string | undefined;
  readonly own: JsonObject;
}

/** The standard entry comes first; without it there can be no other (sheet 5.5). */
function partsFor(
  { productId, price, entry }: Lacking,
  standing: readonly EntryWire[],
  { pricebook, standard, own }: Books,
): Part[] {
  if (entry !== undefined)
    return [
      {
        method: 'PATCH',
        url: urlOf(`sobjects/PricebookEntry/${entry.Id}`),
        referenceId: `on${productId}`,
        body: { IsActive: true },
      },
    ];
  const isWanted = (book: string) => entryIn(standing, productId, book) === undefined;
  const books = [...new Set([standard, pricebook])].filter((book) => book !== undefined && isWanted(book));
  return books.map((book, index) => ({
    method: 'POST',
    url: urlOf('sobjects/PricebookEntry'),
    referenceId: `new${index}${productId}`,
    body: {
      Pricebook2Id: book,
      Product2Id: productId,
      UnitPrice: Math.max(0, Number(price)),
      IsActive: true,
      ...own,
    },
  }));
}

function entryIn(entries: readonly EntryWire[], productId: string, pricebook: string): EntryWire | undefined {
  return entries.find((each) => each.Product2Id === productId && each.Pricebook2Id === pricebook);
}

function byProduct(entries: readonly EntryWire[], pricebook: string): ReadonlyMap<string, string> {
  const active = entries.filter((each) => each.Pricebook2Id === pricebook && each.IsActive === true);
  return new Map(active.map(({ Product2Id, Id }) => [Product2Id, Id]));
}

async function entriesOf(api: Api, products: readonly string[], currency: string): Promise<EntryWire[]> {
  const { traits } = api.account;
  const books = [traits.pricebook, traits.standardPricebook].filter((book) => book !== undefined);
  const found: EntryWire[] = [];
  for (let start = 0; start < products.length; start += idsAtOnce) {
    const some = products.slice(start, start + idsAtOnce);
    const asked = fields('Id', 'Product2Id', 'Pricebook2Id', 'IsActive');
    const q =
      orgOf(api.account).currencies === null
        ? soql`SELECT ${asked} FROM PricebookEntry WHERE Product2Id IN ${some} AND Pricebook2Id IN ${books}`
        : soql`SELECT ${asked} FROM PricebookEntry WHERE Product2Id IN ${some} AND Pricebook2Id IN ${books} AND CurrencyIsoCode = ${currency}`;
    found.push(...(await queryAll(api, q, entryWire)));
  }
  return found;
}

/** The product of lines that have none of their own: it is made where the connection makes what is missing. */
export const otherProduct: (api: Api) => Promise<string> = remembered(async (api) => {
  const { skuField, otherProduct: sku, makesEntries } = orgOf(api.account);
  const q = soql`SELECT Id FROM Product2 WHERE ${new Field(skuField)} = ${sku} AND IsActive = true ORDER BY CreatedDate, Id LIMIT 1`;
  const [found] = await queryAll(api, q, idWire);
  if (found !== undefined) return found.Id;
  if (!makesEntries)
    throw rejected('entry_missing', {
      ...{ system: 'Salesforce', product: sku, pricebook: '', currency: '' },
      why: 'no_product',
    });
  const body = { Name: 'Koppel', [skuField]: sku, IsActive: true };
  return (await api.create(path`/services/data/${version}/sobjects/Product2`, body, made)).id;
});
