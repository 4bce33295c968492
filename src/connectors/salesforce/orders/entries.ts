/**
 * Entries of the price book, of which order products are made: by product, price book and currency, and active (sheet 5.4, 5.5). None that is
 * not exactly that is ever taken (case F4).
 */
import { z } from 'zod';
import type { Decimal } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { needed, text } from '../../wire/fields.ts';
import { remembered } from '../../wire/remembered.ts';
import { done, maxParts, type Part, urlOf, writeTogether } from '../composite.ts';
import { orgOf, requireTrait } from '../org.ts';
import { booksOf, type EntryWire, entriesOf, entryIn, entryToWire } from '../products/wire.ts';
import { pieces, readRows, version } from '../queries.ts';
import { Field, soql } from '../soql.ts';

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
  const ids = products.map(({ productId }) => productId);
  const standing = await standingOf(api, ids, currency);
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
  const parts = lacking.flatMap((each) => partsFor(each, standing, { currency, account }));
  // A product has one entry of a price book and a currency: it may have been made meanwhile.
  for (let start = 0; start < parts.length; start += maxParts)
    done(await writeTogether(api, parts.slice(start, start + maxParts), { repeatable: false }), {
      keyed: true,
    });
  return byProduct(await standingOf(api, ids, currency), pricebook);
}

interface Lacking extends Priced {
  readonly entry: EntryWire | undefined;
}

interface Wanted {
  readonly currency: string;
  readonly account: Account;
}

/** The standard entry comes first; without it there can be no other (sheet 5.5). */
function partsFor(
  { productId, price, entry }: Lacking,
  standing: readonly EntryWire[],
  { currency, account }: Wanted,
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
  return booksOf(account)
    .filter(isWanted)
    .map((book, index) => ({
      method: 'POST',
      url: urlOf('sobjects/PricebookEntry'),
      referenceId: `new${index}${productId}`,
      body: { Product2Id: productId, ...entryToWire(book, Math.max(0, Number(price)), currency, account) },
    }));
}

function byProduct(entries: readonly EntryWire[], pricebook: string): ReadonlyMap<string, string> {
  const active = entries.filter((each) => each.Pricebook2Id === pricebook && each.IsActive === true);
  return new Map(active.map(({ Product2Id, Id }) => [Product2Id, Id]));
}

/** In pieces, as ids stand in the address of a question. */
async function standingOf(api: Api, products: readonly string[], currency: string): Promise<EntryWire[]> {
  const found: EntryWire[] = [];
  for (const some of pieces(products)) found.push(...(await entriesOf(api, some, currency)));
  return found;
}

/** The product of lines that have none of their own: it is made where the connection makes what is missing. */
export const otherProduct: (api: Api) => Promise<string> = remembered(async (api) => {
  const { skuField, otherProduct: sku, makesEntries } = orgOf(api.account);
  const q = soql`SELECT Id FROM Product2 WHERE ${new Field(skuField)} = ${sku} AND IsActive = true ORDER BY CreatedDate, Id LIMIT 1`;
  const [found] = await readRows(api, q, idWire);
  if (found !== undefined) return found.Id;
  if (!makesEntries)
    throw rejected('entry_missing', {
      ...{ system: 'Salesforce', product: sku, pricebook: '', currency: '' },
      why: 'no_product',
    });
  const body = { Name: 'Koppel', [skuField]: sku, IsActive: true };
  return (await api.create(path`/services/data/${version}/sobjects/Product2`, body, made)).id;
});
