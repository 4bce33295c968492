import { z } from 'zod';
import { big, money } from '../../../records/money.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { DocumentTarget, FoundDocument } from '../../contract/target.ts';
import { amount, linkedId, list, needed, part, text } from '../../wire/fields.ts';
import { findAll } from '../../wire/find.ts';
import { eachRow } from '../../wire/pages.ts';
import { hasReference, plain, referenceIn } from '../../wire/reference-lines.ts';
import { statedTotals } from '../../wire/stated-totals.ts';
import { seconds, toSeconds } from '../../wire/timestamps.ts';
import { articles } from '../products/articles.ts';
import { followSale } from './follow.ts';
import { taxName } from './item-to-wire.ts';
import { orderFields } from './target-fields.ts';
import { orderToWire } from './to-wire.ts';

const orders = path`/orders`;
const pageSize = 100;
const dayMs = 86_400_000;

/** The public id has two spellings (sheet 3.5). */
const createdWire = z
  .object({ id: needed(text), orderId: text, orderid: text })
  .transform(({ id, orderId, orderid }) => orderId ?? orderid ?? id)
  // What customers see is its id.
  .transform((id) => ({ id, number: id }));

const foundWire = z.object({
  id: needed(text),
  total: needed(amount),
  giftCardRedemption: amount,
  totalBeforeGiftCardRedemption: amount,
  tax: amount,
  createTimestamp: seconds,
  email: text,
  billingPerson: part(z.object({ name: text })),
  customerId: linkedId,
  paymentStatus: text,
  privateAdminNotes: text,
});

const foundFields = Object.keys(foundWire.shape).join(',');

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  // An order carries none: it is the shop's (sheet 2.3).
  currencies: ({ currency }) => [currency],
  guests: true,
  fields: orderFields,
  articles,
  takesStock: true,
  vatCode: taxName,
  totals: statedTotals,
  toWire: orderToWire,
  create: (api, body) => api.create(orders, body, createdWire),

  find: (api, references, notBefore) =>
    findAll(
      references,
      {
        plain,
        hits: ([reference]) => candidates(api, reference, notBefore),
        has: ({ privateAdminNotes }, reference) => hasReference(privateAdminNotes, reference),
      },
      (order) => found(order, api),
    ),

  async get(api, id) {
    const order = await api.find(path`/orders/${id}`, foundWire, { responseFields: foundFields });
    return order === null || order.paymentStatus === 'INCOMPLETE' ? null : found(order, api);
  },

  follow: followSale,
};

/** `keywords` looks at many fields and for parts of words (sheet 3.3). */
function candidates(api: Api, reference: string, notBefore: Date) {
  return eachRow(async (_, offset) => {
    const { total, items } = await api.get(orders, z.object({ total: amount, items: list(foundWire) }), {
      keywords: reference,
      // Placed when the document says; a day of room, as the bound may or may not be inclusive (sheet 2.2).
      createdFrom: toSeconds(new Date(notBefore.getTime() - dayMs)),
      limit: pageSize,
      offset,
      responseFields: `total,count,offset,limit,items(${foundFields})`,
    });
    return { rows: items, isLast: offset + items.length >= Number(total ?? 0) };
  });
}

/** An order counts from the moment it stands there: there are no drafts. */
function found(order: z.infer<typeof foundWire>, { account }: Api): FoundDocument {
  const beforeGiftCard =
    order.totalBeforeGiftCardRedemption ?? big(order.total).plus(order.giftCardRedemption ?? '0');
  return {
    id: order.id,
    gross: money(beforeGiftCard, account.currency),
    vat: order.tax === undefined ? null : money(order.tax, account.currency),
    currency: account.currency,
    date: order.createTimestamp && localDate(order.createTimestamp, account.timeZone),
    reference: referenceIn(order.privateAdminNotes),
    number: order.id,
    draft: false,
    customerId: order.customerId ?? null,
    buyer: { email: order.email, name: order.billingPerson?.name },
  };
}
