import { z } from 'zod';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import { choose } from '../../mapping/choice.ts';
import { mapFields } from '../../mapping/fields.ts';
import type { Document, DocumentLine } from '../../records/document.ts';
import type { Decimal } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { rejected } from '../../records/problem.ts';
import { isInEu } from '../../records/vat.ts';
import type { Endpoint, FlowContext } from '../contract.ts';
import { type Balanced, balance } from './balance.ts';
import { buildLines, revenueAccount, vatCode, vatCountry } from './lines.ts';
import type { OrdersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

/** Fields of a document's line that a mapping may fill in. */
export const lineFields = z.object({ description: z.string() }).partial();

/** The order as the target will hold it, balanced to the cent; its customer is still open. No calls, no writes. */
export async function buildDocument(
  context: Context,
  target: DocumentTarget,
  order: Order,
): Promise<Balanced> {
  const { settings } = context;
  checkCurrency(order, target, context.target);
  checkVatTreatment(order, settings, context.source.api.account.traits.country);
  const { reference: _, ...rest } = await ownFields(context, target, order);
  const descriptions = await lineDescriptions(context, order);
  const term = choose(settings.paymentTerms, order.paymentMethod, 'paymentTerms');
  const document: Document = {
    kind: settings.document ?? target.kinds[0] ?? 'invoice',
    state: settings.state,
    reference: await documentReference(context, target, order),
    date: order.date,
    currency: order.currency,
    pricesIncludeVat: order.pricesIncludeVat,
    customerId: '',
    customer: order.customer,
    delivery: order.delivery,
    placedAt: order.placedAt,
    vatByRate: order.vatByRate,
    note: order.note,
    lines: buildLines(order, settings, target, (line, index) => descriptions[index] ?? line.name),
    paid: order.paid,
    paymentMethod:
      choose(settings.paymentMethods, order.paymentMethod, 'paymentMethods') ?? order.paymentMethod,
    paymentTermDays: term === undefined ? undefined : days(term),
    shippingMethod:
      choose(settings.shipping.methods, order.shippingMethod, 'shipping.methods') ?? order.shippingMethod,
    fields: rest,
  };
  const roundingLine = (rate: Decimal, amount: Decimal): DocumentLine => ({
    kind: 'rounding',
    description: settings.rounding.description,
    quantity: '1',
    unitPrice: amount,
    vatRate: rate,
    vatCode: vatCode(rate, order, settings, target),
    account: revenueAccount('rounding', rate, order, settings),
  });
  return balance(document, order, target, settings.rounding, roundingLine);
}

/** What the document can be found by: the order's number as customers see it, unless a mapping says otherwise. */
export async function documentReference(
  context: Context,
  target: DocumentTarget,
  order: Order,
): Promise<string> {
  const { reference } = await ownFields(context, target, order);
  return typeof reference === 'string' && reference.trim() !== '' ? reference : order.number;
}

function ownFields({ settings, mapping }: Context, target: DocumentTarget, order: Order) {
  return mapFields('', target.fields, mapping, settings.fixed, { order });
}

async function lineDescriptions(context: Context, order: Order): Promise<(string | undefined)[]> {
  const { mapping, settings } = context;
  const values = await Promise.all(
    order.lines.map((line) => mapFields('line', lineFields, mapping, settings.fixed, { order, line })),
  );
  return values.map(({ description }) => (typeof description === 'string' ? description : undefined));
}

function checkCurrency(order: Order, { currencies }: DocumentTarget, { api, connector }: Endpoint): void {
  const held = typeof currencies === 'function' ? currencies(api.account) : currencies;
  if (held === undefined || held.includes(order.currency)) return;
  throw rejected('currency_unsupported', {
    currency: order.currency,
    system: connector.name,
    held,
  });
}

function checkVatTreatment(order: Order, settings: OrdersSettings, home: string | undefined): void {
  const country = vatCountry(order);
  if (order.customer.reverseCharge && settings.vat.reverseCharge === 'park') {
    throw rejected('reverse_charge', {});
  }
  const abroad = country !== undefined && home !== undefined && country !== home && isInEu(country);
  if (abroad && order.customer.kind === 'person' && settings.vat.oss === 'park') {
    throw rejected('oss', { country });
  }
}

function days(term: string): number {
  if (/^\d{1,4}$/.test(term.trim())) return Number(term);
  throw rejected('choice_invalid', { setting: 'paymentTerms', value: term, expected: 'days' });
}
