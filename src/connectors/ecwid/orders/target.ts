import { z } from 'zod';
import { big, money } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import { bySearch, type DocumentTarget, type FoundDocument } from '../../contract/target.ts';
import { amount, linkedId, list, needed, text } from '../../wire/fields.ts';
import { findEach } from '../../wire/find-each.ts';
import { statedTotals } from '../../wire/stated-totals.ts';
import { toSeconds } from '../../wire/timestamps.ts';
import { findArticle } from '../products/find-article.ts';
import { taxName } from './item-to-wire.ts';
import { hasReference, plain } from './reference.ts';
import { orderFields } from './target-fields.ts';
import { orderToWire } from './to-wire.ts';

const pageSize = 100;
const dayMs = 86_400_000;

/** The public id has two spellings (sheet 3.5). */
const createdWire = z
  .object({ id: needed(text), orderId: text, orderid: text })
  .transform(({ id, orderId, orderid }) => ({ id: orderId ?? orderid ?? id }));

const foundWire = z.object({
  id: needed(text),
  total: needed(amount),
  giftCardRedemption: amount,
  totalBeforeGiftCardRedemption: amount,
  customerId: linkedId,
  paymentStatus: text,
  privateAdminNotes: text,
});

const foundFields =
  'id,total,giftCardRedemption,totalBeforeGiftCardRedemption,customerId,paymentStatus,privateAdminNotes';

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  // An order carries none: it is the shop's (sheet 2.3).
  currencies: ({ currency }) => [currency],
  guests: true,
  fields: orderFields,
  articles: bySearch((api, skus) => findEach(skus, (sku) => findArticle(api, sku))),
  vatCode: taxName,
  totals: statedTotals,
  toWire: orderToWire,
  find: (api, references, notBefore) =>
    findEach(references, (reference) => findByReference(api, reference, notBefore)),

  create: (api, body) => api.create('/orders', body, createdWire),

  async get(api, id) {
    if (/^\.{0,2}$/.test(id)) return null;
    const path = `/orders/${encodeURIComponent(id)}`;
    const order = await api.find(path, foundWire, { responseFields: foundFields });
    return order === null || order.paymentStatus === 'INCOMPLETE' ? null : found(order, api);
  },
};

/** `keywords` looks at many fields and for parts of words (sheet 3.3): its hits are candidates only. */
async function findByReference(api: Api, reference: string, notBefore: Date): Promise<FoundDocument | null> {
  for (let offset = 0; ; ) {
    const { total, items } = await api.get('/orders', z.object({ total: amount, items: list(foundWire) }), {
      keywords: plain(reference),
      // Placed when the document says; a day of room, as the bound may or may not be inclusive (sheet 2.2).
      createdFrom: toSeconds(new Date(notBefore.getTime() - dayMs)),
      limit: pageSize,
      offset,
      responseFields: `total,count,offset,limit,items(${foundFields})`,
    });
    const order = items.find(({ privateAdminNotes }) => hasReference(privateAdminNotes, reference));
    if (order !== undefined) return found(order, api);
    offset += items.length;
    if (items.length === 0 || offset >= Number(total ?? 0)) return null;
  }
}

/** An order counts from the moment it stands there: there are no drafts. */
function found(order: z.infer<typeof foundWire>, { account }: Api): FoundDocument {
  const beforeGiftCard =
    order.totalBeforeGiftCardRedemption ?? big(order.total).plus(order.giftCardRedemption ?? '0');
  return {
    id: order.id,
    gross: money(beforeGiftCard, account.currency),
    draft: false,
    customerId: order.customerId ?? null,
  };
}
