import { money } from '../../../records/money.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import type { Aftermath, DocumentTarget, FoundDocument, JsonObject } from '../../contract/target.ts';
import { findAll } from '../../wire/find.ts';
import { asObject } from '../../wire/objects.ts';
import { statedTotals } from '../../wire/stated-totals.ts';
import { mutate, query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { articles } from '../products/places.ts';
import { placeOr } from '../stock/levels.ts';
import { cancel, markAsPaid, type StandingOrder, standingOrder } from './changes.graphql.ts';
import { byReference, createOrder, type MadeOrder, madeOrder } from './made.graphql.ts';
import { referenceKey } from './own-mark.ts';
import { markSent } from './parcels.ts';
import { defineReference, plain } from './reference.ts';
import { orderFields } from './target-fields.ts';
import { orderToWire, taxName } from './to-wire.ts';

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  currencies: ({ currency }) => [currency],
  // Of a unique key (sheet 7.7).
  referenceLength: 255,
  guests: true,
  articles,
  takesStock: true,
  fields: orderFields,
  vatCode: taxName,
  totals: statedTotals,
  toWire: orderToWire,

  async create(api, body) {
    await defineReference(api);
    const { order } = (await mutate(api, createOrder, await withPlace(api, body))).orderCreate;
    const { gross, vat, reference, number } = found(order, api);
    return { id: order.id, number, gross, ...(vat ? { vat } : {}), ...(reference ? { reference } : {}) };
  },

  find: (api, references) =>
    findAll(
      references,
      {
        plain,
        hits: ([reference]) => candidates(api, reference),
        has: ({ sourceIdentifier }, reference) => plain(sourceIdentifier ?? '') === reference,
      },
      (order) => found(order, api),
    ),

  async get(api, id) {
    const order = gid('Order', id);
    const answer = order === null ? null : (await query(api, madeOrder, { id: order })).order;
    return answer && found(answer, api);
  },

  async follow(api, key, aftermath) {
    const id = gid('Order', key);
    const asked = (['paid', 'shipped', 'cancelled'] as const).filter((what) => aftermath[what]);
    const standing = id === null ? null : (await query(api, standingOrder, { id })).order;
    if (id === null || standing === null) return asked;
    const untold: (keyof Aftermath)[] = [];
    for (const what of asked) if (!(await tell[what](api, id, standing))) untold.push(what);
    return untold;
  },
};

/** What is made as sent has to say from where (sheet 5.3): the place that the shop itself takes. */
async function withPlace(api: Api, body: JsonObject): Promise<JsonObject> {
  const order = asObject(body.order);
  if (order.fulfillmentStatus === undefined) return body;
  const locationId = gid('Location', await placeOr(api, null));
  return { ...body, order: { ...order, fulfillment: { locationId } } };
}

async function candidates(api: Api, reference: string): Promise<MadeOrder[]> {
  await defineReference(api);
  const { order } = await query(api, byReference, { key: { ...referenceKey, value: reference } });
  return order === null ? [] : [order];
}

/** An order counts from the moment it stands there: there are no drafts. */
function found(order: MadeOrder, { account }: Api): FoundDocument {
  return {
    id: order.id,
    gross: money(order.totalPriceSet, order.currencyCode),
    vat: order.totalTaxSet === undefined ? null : money(order.totalTaxSet, order.currencyCode),
    currency: order.currencyCode,
    date: localDate(order.processedAt, account.timeZone),
    reference: order.sourceIdentifier,
    number: order.name,
    draft: false,
    customerId: order.customer?.id ?? null,
    buyer: { email: order.email, name: order.billingAddress?.name ?? order.customer?.displayName },
  };
}

type Tell = (api: Api, id: string, standing: StandingOrder) => Promise<boolean>;

/** Returns false where only a person knows. What people made of the order in the shop stays. */
const tell: Readonly<Record<keyof Aftermath, Tell>> = {
  async paid(api, id, { canMarkAsPaid, displayFinancialStatus = '' }) {
    if (['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(displayFinancialStatus)) return true;
    if (canMarkAsPaid) await mutate(api, markAsPaid, { id });
    return canMarkAsPaid === true;
  },

  async shipped(api, id, { displayFulfillmentStatus, cancelledAt }) {
    if (displayFulfillmentStatus === 'FULFILLED') return true;
    return cancelledAt === undefined && markSent(api, id);
  },

  /** What left the shop, or was paid there, is not called off by a status: its money would go back. */
  async cancelled(api, id, { displayFulfillmentStatus, displayFinancialStatus, cancelledAt }) {
    if (cancelledAt !== undefined) return true;
    if (displayFulfillmentStatus !== 'UNFULFILLED') return false;
    if (!['PENDING', 'PAID'].includes(displayFinancialStatus ?? '')) return false;
    await mutate(api, cancel, { id });
    return true;
  },
};
