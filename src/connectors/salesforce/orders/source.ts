import { z } from 'zod';
import { big, normalise, sum } from '../../../records/money.ts';
import type { Refund } from '../../../records/order.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Numbered, OrderSource } from '../../contract/source.ts';
import { needed, text } from '../../wire/fields.ts';
import { numbered } from '../../wire/numbered.ts';
import { noteAdded } from '../../wire/reference-lines.ts';
import { refundByRate } from '../../wire/refunds.ts';
import { firstContactOf } from '../customers/read.ts';
import { recordId } from '../ids.ts';
import { mayWrite, orgOf, requireTrait, showsOfOrder } from '../org.ts';
import { allRows, query, readRows, version } from '../queries.ts';
import { Beginning, soql } from '../soql.ts';
import { orderChanges } from './changes.ts';
import { invoiceObject, invoicesByNumber, readInvoice } from './invoices.ts';
import { saleOf } from './sale.ts';
import { orderFromWire } from './to-record.ts';
import { atRates } from './vat.ts';
import {
  type ItemWire,
  isDraft,
  itemFields,
  itemWire,
  type OrderWire,
  orderFields,
  orderQuery,
  orderWire,
} from './wire.ts';

const numberedWire = z.object({ Id: needed(text), OrderNumber: needed(text) });

/** As it stands there: what people wrote goes back untouched. */
const writableWire = z.object({ Status: text, StageName: text, Description: z.string().nullish() });

export const orderSource: OrderSource = {
  changes: orderChanges,
  knowsPayments: false,

  async get(api, key) {
    const id = recordId(key);
    if (id === null) return null;
    const { account } = api;
    const invoices = invoiceObject(account);
    if (invoices !== undefined) return readInvoice(api, invoices, id);
    requireTrait(account, 'orders', saleOf(account).object);
    const [wire] = (await query(api, orderQuery(id, account), orderWire(account))).records;
    // It is no sale, and told with the order that it is of.
    if (wire === undefined || wire.IsReductionOrder === true) return null;
    return orderFromWire(
      {
        wire,
        items: await itemsOf(api, wire),
        contact: await contactOf(api, wire),
        refunds: await refundsOf(api, id),
      },
      account,
    );
  },

  /** An opportunity has none but its id. */
  async findByNumber(api, number) {
    const invoices = invoiceObject(api.account);
    if (invoices !== undefined) return invoicesByNumber(api, invoices, number);
    if (saleOf(api.account).object === 'Opportunity') return byId(api, number);
    const q = soql`SELECT Id, OrderNumber FROM Order WHERE OrderNumber LIKE ${new Beginning(number)}
      ORDER BY CreatedDate DESC LIMIT 100`;
    const found = (await query(api, q, numberedWire)).records;
    return numbered(
      found.map(({ Id: key, OrderNumber }) => ({ key, number: OrderNumber })),
      number,
    );
  },

  async writeBack(api, key, { status, note }) {
    const id = recordId(key);
    // What an invoice of the org's own may be told nobody knows.
    if (id === null || invoiceObject(api.account) !== undefined) return;
    const { object, status: statusField } = saleOf(api.account);
    const of = path`/services/data/${version}/sobjects/${object}/${id}`;
    const hasNotes = showsOfOrder(api.account, 'Description') && mayWrite(api.account, object, 'Description');
    const asked = hasNotes ? `${statusField},Description` : statusField;
    const current = await api.find(of, writableWire, { fields: asked });
    if (current === null) return;
    const description = hasNotes ? noteAdded(current.Description ?? '', note) : null;
    const sets = status !== undefined && status !== (current.Status ?? current.StageName);
    if (description !== null) await api.patch(of, { Description: description });
    // Nothing else may be said with it (sheet 6).
    if (sets) await api.patch(of, { [statusField]: status });
  },
};

async function byId(api: Api, number: string): Promise<Numbered[]> {
  const id = recordId(number);
  if (id === null) return [];
  const row = z.object({ Id: needed(text) });
  const found = (await query(api, soql`SELECT Id FROM Opportunity WHERE Id = ${id}`, row)).records;
  return found.map(({ Id: key }) => ({ key, number: key }));
}

/** The items of an order are a list of their own in its row, with pages of its own (sheet 3.3). */
export async function itemsOf(
  api: Api,
  { OrderItems: items }: Pick<OrderWire, 'OrderItems'>,
): Promise<ItemWire[]> {
  return items ? allRows(api, items, itemWire(api.account)) : [];
}

/** Where the order names nobody, it is whom the account names. */
async function contactOf(api: Api, { AccountId, Account: account, BillToContact }: OrderWire) {
  const isNamed = BillToContact !== undefined || AccountId === undefined || account?.IsPersonAccount === true;
  return isNamed ? undefined : firstContactOf(api, AccountId);
}

/** What was given back: orders that say so, of those that are no drafts any more (sheet 5.3). */
async function refundsOf(api: Api, id: string): Promise<Refund[]> {
  const { account } = api;
  if (!orgOf(account).reductions) return [];
  const q = soql`SELECT ${orderFields(account)}, (SELECT ${itemFields(account)} FROM OrderItems)
    FROM Order WHERE OriginalOrderId = ${id} ORDER BY CreatedDate, Id`;
  const refunds: Refund[] = [];
  for (const wire of await readRows(api, q, orderWire(account)))
    if (!isDraft(wire.StatusCode))
      refunds.push(refundOf(wire, await itemsOf(api, wire), wire.CurrencyIsoCode ?? account.currency));
  return refunds.filter(({ gross }) => gross !== '0');
}

function refundOf(wire: OrderWire, items: readonly ItemWire[], currency: string): Refund {
  const given = items.map((item) => ({
    quantity: big(item.Quantity).abs(),
    unitPrice: item.UnitPrice,
    vatRate: item.vatRate,
  }));
  const parts = atRates(given, currency).map(({ rate, net, vat }) => ({ rate, gross: net.plus(vat), vat }));
  const gross = sum(parts.map((each) => each.gross));
  const byRate = refundByRate(parts, gross, currency);
  return {
    id: wire.Id,
    date: wire.EffectiveDate,
    gross: normalise(gross),
    ...(byRate === undefined ? {} : { byRate }),
  };
}
