import type Big from 'big.js';
import type { Document } from '../../../records/document.ts';
import { big, money, normalise, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { byRate } from '../../../records/vat-breakdown.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Part } from '../../wire/document-parts.ts';
import { present } from '../../wire/fields.ts';
import { languageOf, recipientOf } from '../../wire/party.ts';
import { ownLines } from '../../wire/reference-lines.ts';
import { utcText } from '../../wire/timestamps.ts';
import { personToWire } from '../party-to-wire.ts';
import { itemToWire, noted, taxToWire } from './item-to-wire.ts';
import { type OrderParts, orderParts } from './parts.ts';

/**
 * The body of `POST /orders` (sheet 3.5). Nothing is calculated there: every figure is given, as the document has it.
 * Mapped fields stand above what the order says. Throws `credit_unsupported`.
 */
export function orderToWire(document: Document): JsonObject {
  if (document.kind !== 'order') {
    throw rejected('credit_unsupported', { system: 'Ecwid' });
  }
  const { privateAdminNotes, ...fields } = document.fields;
  const { customer } = document;
  const recipient = recipientOf(customer, document.delivery);
  const order = present({
    // A shop writes to its buyers at every turn of an order; this one was placed elsewhere.
    disableAllCustomerNotifications: true,
    createDate: `${utcText(new Date(document.placedAt))} +0000`,
    paymentStatus: document.paid ? 'PAID' : 'AWAITING_PAYMENT',
    // What was sent before it came here is packed by nobody.
    fulfillmentStatus: document.shipped ? 'SHIPPED' : 'AWAITING_PROCESSING',
    paymentMethod: document.paymentMethod,
    customerId: /^\d+$/.test(document.customerId) ? Number(document.customerId) : undefined,
    customerTaxId: customer.vatNumber,
    b2b_b2c: customer.kind === 'company' ? 'b2b' : 'b2c',
    lang: languageOf(customer.language),
    orderComments: document.note,
    billingPerson: personToWire(customer, customer.address),
    shippingPerson: personToWire(recipient.person, recipient.address),
    ...figures(document, orderParts(document)),
    ...present(fields),
    privateAdminNotes: [ownLines(document.reference), privateAdminNotes].filter(Boolean).join('\n'),
  });
  // Required, and may be empty (sheet 3.5, 3.7).
  return { email: customer.email?.trim() ?? '', ...order };
}

function figures(document: Document, parts: OrderParts): JsonObject {
  const { items, shipping, fees, takenOff } = parts;
  const number = (amount: Big) => Number(money(amount, document.currency));
  const amountOf = (all: readonly Part[]) => sum(all.map(({ amount }) => amount));
  const discount = amountOf(takenOff).neg();
  // That on the shipping stands with the items.
  const tax = sum([
    ...items.map((item) => item.vat.plus(item.shipping?.vat ?? 0)),
    ...fees.map(({ vat }) => vat),
  ]);
  const paid = amountOf(items).plus(amountOf(shipping)).plus(amountOf(fees)).minus(discount);
  const shiftsVat = document.customer.reverseCharge === true && tax.eq(0);
  return {
    pricesIncludeTax: document.pricesIncludeVat,
    reversedTaxApplied: shiftsVat ? true : undefined,
    subtotal: number(amountOf(items)),
    couponDiscount: 0,
    discount: number(discount),
    discountInfo: takenOff.length === 0 ? undefined : takenOff.map(noted),
    tax: number(tax),
    total: number(document.pricesIncludeVat ? paid : paid.plus(tax)),
    items: items.map((item) => itemToWire(item, document)),
    shippingOption: shippingOption(document, shipping, number),
    taxesOnShipping: taxesOnShipping(document, shipping),
    customSurcharges:
      fees.length === 0 ? undefined : fees.map((fee, index) => surcharge(fee, index, document)),
  };
}

function shippingOption(
  { shippingMethod }: Document,
  shipping: readonly Part[],
  number: (amount: Big) => number,
): JsonObject | undefined {
  const name = shippingMethod ?? shipping[0]?.line.description;
  if (name === undefined) return undefined;
  return {
    shippingMethodName: name,
    shippingRate: number(sum(shipping.map(({ amount }) => amount))),
    isPickup: false,
    fulfillmentType: 'SHIPPING',
  };
}

/** A breakdown of what the items carry (sheet 3.10). */
function taxesOnShipping(document: Document, shipping: readonly Part[]): JsonObject[] | undefined {
  const vats = byRate(shipping.map(({ rate, vat }) => ({ rate, amount: vat })));
  const taxes = vats.filter(({ amount }) => !amount.eq(0));
  return taxes.length === 0 ? undefined : taxes.map(({ rate, amount }) => taxToWire(document, rate, amount));
}

/** The only place for an amount that is no article and has a rate of its own (sheet 3.9). */
function surcharge(fee: Part, index: number, document: Document): JsonObject {
  const amount = Number(normalise(fee.amount));
  const taxable = !big(fee.rate).eq(0);
  return {
    id: `fee-${index + 1}`,
    value: amount,
    type: 'ABSOLUTE',
    total: amount,
    description: fee.line.description,
    taxable,
    taxes: taxable ? [taxToWire(document, fee.rate, fee.vat)] : [],
  };
}
