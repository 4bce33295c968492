import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { bySearch, type DocumentTarget, type FoundDocument, type JsonObject } from '../../contract/target.ts';
import { needed, text } from '../../wire/fields.ts';
import { findEach } from '../../wire/find-each.ts';
import { statedTotals } from '../../wire/stated-totals.ts';
import { isId } from '../fields.ts';
import { findProduct } from '../products/find-article.ts';
import { found, searchQuery } from '../search.ts';
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
  extension_attributes: true,
});
const referredWire = totalsWire.extend({ ext_order_id: text });
const fields =
  'entity_id,ext_order_id,customer_id,grand_total,order_currency_code,base_currency_code,extension_attributes[gift_cards_amount,customer_balance_amount,reward_currency_amount]';

const createdWire = z.object({ entity_id: needed(text) });

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  // A rate between two currencies is the shop's to know.
  currencies: ({ currency }) => [currency],
  articles: bySearch((api, skus) => findEach(skus, (sku) => findProduct(api, sku))),
  guests: true,
  fields: orderFields,
  vatCode: (rate) => rate,
  totals: statedTotals,
  toWire: (document, account) => withStore(orderToWire(document), account),
  create: async (api, body) => {
    const { entity_id: id } = await api.create('/V1/orders', body, createdWire);
    return { id };
  },
  find: (api, references) => findEach(references, (reference) => findByReference(api, reference)),

  async get(api, id) {
    const wire = isId(id) ? await api.find(`/V1/orders/${id}`, totalsWire, { fields }) : null;
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

/** The database compares without regard to case and accents (sheet 4.1): hits are candidates. */
async function findByReference(api: Api, reference: string): Promise<FoundDocument | null> {
  const wanted = reference.trim();
  const { items } = await api.get(
    '/V1/orders',
    found(referredWire),
    searchQuery({
      groups: [[{ field: 'ext_order_id', condition: 'eq', value: wanted }]],
      sort: [{ field: 'entity_id', direction: 'ASC' }],
      pageSize: 20,
      fields,
    }),
  );
  const order = items.find((each) => each.ext_order_id === wanted);
  return order === undefined ? null : foundOrder(order, api);
}

function foundOrder(wire: z.infer<typeof totalsWire>, api: Api): FoundDocument {
  const currency = wire.order_currency_code ?? wire.base_currency_code ?? api.account.currency;
  return {
    id: wire.entity_id,
    gross: grossOf(wire, currency),
    // Nothing of a sale can be edited over the API (sheet 7.1).
    draft: false,
    customerId: wire.customer_id ?? null,
  };
}
