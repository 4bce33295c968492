import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import { choose } from '../../../mapping/choice.ts';
import type { Document, DocumentLine } from '../../../records/document.ts';
import type { Decimal } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { rejected } from '../../../records/problem.ts';
import { documentTexts } from '../../../texts/documents/languages.ts';
import type { OrdersSettings } from '../settings.ts';
import { type Balanced, balance } from './balance.ts';
import { revenueAccount, vatCode } from './codes.ts';
import { buildLines } from './lines.ts';
import { type MappedOrder, unmapped } from './map-order.ts';

/** Builds the document that the target will hold, its customer still open. It makes no calls. Throws where a setting has no answer. */
export function draftDocument(
  order: Order,
  { reference, fields, descriptions }: MappedOrder,
  settings: OrdersSettings,
  target: DocumentTarget,
): Document {
  const term = choose(settings.paymentTerms, order.paymentMethod, 'paymentTerms');
  return {
    kind: target.kinds.find((kind) => kind === settings.document) ?? target.kinds[0] ?? 'invoice',
    state: settings.state,
    reference,
    date: order.date,
    currency: order.currency,
    pricesIncludeVat: order.pricesIncludeVat,
    customerId: '',
    customer: order.customer,
    delivery: order.delivery,
    placedAt: order.placedAt,
    vatByRate: order.vatByRate,
    note: order.note,
    lines: buildLines(order, settings, target, descriptions),
    paid: order.paid,
    shipped: order.shipped,
    paymentMethod:
      choose(settings.paymentMethods, order.paymentMethod, 'paymentMethods') ?? order.paymentMethod,
    paymentTermDays: term === undefined ? undefined : days(term),
    shippingMethod:
      choose(settings.shipping.methods, order.shippingMethod, 'shipping.methods') ?? order.shippingMethod,
    fields,
  };
}

/** Builds a document of the amounts alone, at the target's own codes: it tells the totals, whatever settings and mapping lack. */
export function bareDocument(order: Order, settings: OrdersSettings, target: DocumentTarget): Document {
  const { paymentTerms: _terms, paymentMethods: _methods, ...rest } = settings;
  return draftDocument(
    order,
    unmapped(order),
    { ...rest, vat: { ...settings.vat, byRate: undefined, byCountry: {} }, revenueAccount: {}, shipping: {} },
    target,
  );
}

/** Adds rounding lines, so that the document comes to the order's totals. Throws `totals_differ`. */
export function balanceDocument(
  draft: Document,
  order: Order,
  settings: OrdersSettings,
  target: DocumentTarget,
): Balanced {
  const description = settings.rounding.description ?? documentTexts[settings.language].rounding;
  const roundingLine = (rate: Decimal, amount: Decimal): DocumentLine => ({
    kind: 'rounding',
    description,
    quantity: '1',
    unitPrice: amount,
    vatRate: rate,
    vatCode: vatCode(rate, order, settings, target),
    account: revenueAccount('rounding', rate, order, settings),
  });
  return balance(draft, order, target, settings.rounding, roundingLine);
}

function days(term: string): number {
  if (/^\d{1,4}$/.test(term.trim())) return Number(term);
  throw rejected('choice_invalid', { setting: 'paymentTerms', value: term, expected: 'days' });
}
