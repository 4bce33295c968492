import { z } from 'zod';
import { localDate } from '../../../records/time-zone.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { DocumentTarget, FoundDocument, JsonObject } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { findAll } from '../../wire/find.ts';
import { fullName } from '../../wire/party.ts';
import { statedTotals } from '../../wire/stated-totals.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import { amount } from '../fields.ts';
import { articles } from '../products/articles.ts';
import { maxKeys, rowsWith } from '../search.ts';
import { followSale } from './follow.ts';
import { grossOf } from './payment.ts';
import { orderFields } from './target-fields.ts';
import { orderToWire } from './to-wire.ts';
import { orderWire } from './wire.ts';

const totalsWire = orderWire.pick({
  entity_id: true,
  customer_id: true,
  grand_total: true,
  order_currency_code: true,
  base_currency_code: true,
  tax_amount: true,
  customer_email: true,
  customer_firstname: true,
  customer_lastname: true,
  extension_attributes: true,
});
const foundWire = totalsWire.extend({ ext_order_id: text, increment_id: text, created_at: utcTimestamp });
const fields =
  'entity_id,increment_id,ext_order_id,customer_id,customer_email,customer_firstname,customer_lastname,created_at,grand_total,tax_amount,order_currency_code,base_currency_code,extension_attributes[gift_cards_amount,customer_balance_amount,reward_currency_amount]';

const byReference = { path: path`/V1/orders`, row: foundWire, field: 'ext_order_id', fields };

/** The whole order as it was stored; older versions and modules may say the id only. */
const createdWire = z
  .object({
    ...{ entity_id: needed(text), increment_id: text, ext_order_id: text },
    ...{ grand_total: amount, tax_amount: amount },
  })
  .transform(
    ({
      entity_id: id,
      increment_id: number,
      ext_order_id: reference,
      grand_total: gross,
      tax_amount: vat,
    }) => ({
      id,
      ...(number === undefined ? {} : { number }),
      ...(reference === undefined ? {} : { reference }),
      ...(gross === undefined || vat === undefined ? {} : { gross, vat }),
    }),
  );

/** Columns of the flat table: longer texts are cut there in silence. */
const lengths = {
  'entity.ext_order_id': 32,
  'entity.ext_customer_id': 32,
  'entity.increment_id': 50,
  'entity.status': 32,
  'entity.customer_taxvat': 32,
};

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  referenceLength: lengths['entity.ext_order_id'],
  lengths,
  // A rate between two currencies is the shop's to know.
  currencies: ({ currency }) => [currency],
  articles,
  guests: true,
  fields: orderFields,
  vatCode: (rate) => rate,
  totals: statedTotals,
  toWire: (document, account) => withStore(orderToWire(document), account),
  create: (api, body) => api.create(path`/V1/orders`, body, createdWire),

  follow: followSale,

  find: (api, references) =>
    findAll(
      references,
      {
        maxKeys,
        hits: (wanted) => rowsWith(api, byReference, wanted),
        has: (order, reference) => order.ext_order_id === reference,
      },
      (order) => foundOrder(order, api),
    ),

  async get(api, id) {
    const wire = await api.find(path`/V1/orders/${countedId(id)}`, foundWire, { fields });
    return wire && foundOrder(wire, api);
  },
};

/** Without a store view the order would belong to none that people see. */
function withStore(body: JsonObject, { traits: { storeId } }: Account): JsonObject {
  const store = storeId === undefined ? {} : { store_id: Number(storeId) };
  const rows = Array.isArray(body.items) ? body.items : [];
  const items = rows.map((row: JsonObject) => ({ ...store, ...row }));
  return { entity: { ...store, ...body, items } };
}

function foundOrder(wire: z.infer<typeof foundWire>, api: Api): FoundDocument {
  const currency = wire.order_currency_code ?? wire.base_currency_code ?? api.account.currency;
  return {
    id: wire.entity_id,
    gross: grossOf(wire, currency),
    vat: wire.tax_amount ?? null,
    currency,
    date: wire.created_at && localDate(wire.created_at, api.account.timeZone),
    reference: wire.ext_order_id,
    number: wire.increment_id,
    // Nothing of a sale can be edited over the API (sheet 7.1).
    draft: false,
    customerId: wire.customer_id ?? null,
    buyer: {
      email: wire.customer_email,
      name: fullName(wire.customer_firstname, wire.customer_lastname),
    },
  };
}
