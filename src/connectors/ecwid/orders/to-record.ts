import type { Delivery } from '../../../records/address.ts';
import { isReverseCharge } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { big, type Decimal } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { partsTotal, ratesOf } from '../../../records/order-parts.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Account } from '../../contract/account.ts';
import { deliveryOf } from '../../wire/party.ts';
import { hasOwnMark, referenceIn } from '../../wire/reference-lines.ts';
import { addressOf, customerOf } from '../party.ts';
import { feeCharges, shippingCharges, shippingMethod } from './charges.ts';
import { givenBack } from './given-back.ts';
import { choose, type Interpretation, interpretations } from './interpretations.ts';
import { itemVat } from './item-vat.ts';
import { orderDiscounts, orderLine, priceItems } from './lines.ts';
import { shippingRates } from './shipping-rates.ts';
import { wasSent } from './statuses.ts';
import { vatByRate } from './vat.ts';
import type { OrderWire } from './wire.ts';

export function orderFromWire(wire: OrderWire, account: Account): Order {
  const candidates = interpretations(wire, account).map((each) => interpreted(wire, each));
  const { interpretation, items, shippingShares, parts } = choose(candidates);
  const reference = referenceIn(wire.privateAdminNotes);
  return {
    id: wire.id,
    number: wire.id,
    placedAt: wire.placedAt.toISOString(),
    updatedAt: wire.updatedAt.toISOString(),
    date: localDate(wire.placedAt, account.timeZone),
    currency: account.currency,
    ...parts,
    status: wire.fulfillmentStatus,
    paymentStatus: wire.paymentStatus,
    paid: ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(wire.paymentStatus),
    cancelled: wire.paymentStatus === 'CANCELLED',
    shipped: wasSent(wire.fulfillmentStatus),
    paymentMethod: wire.paymentMethod ?? wire.paymentModule,
    shippingMethod: shippingMethod(wire),
    ...people(wire, interpretation.gross, account),
    gross: interpretation.gross,
    vat: wire.tax ?? '0',
    vatByRate: vatByRate(wire, items, shippingShares, ratesOf(parts), interpretation),
    ...givenBack(wire, interpretation.gross, account.timeZone),
    ...(Object.keys(wire.extras).length === 0 ? {} : { extras: wire.extras }),
    note: wire.orderComments,
    ...(reference === undefined ? {} : { reference }),
    ...(hasOwnMark(wire.privateAdminNotes) ? { madeByKoppel: true } : {}),
  };
}

/**
 * Ecwid says that it shifted the VAT; whether that may be follows from the number and the delivery. A buyer who is exempt by
 * another name, with a number and a delivery abroad, is one to whom it is shifted.
 */
function people(
  wire: OrderWire,
  gross: Decimal,
  { traits }: Account,
): Pick<Order, 'customer' | 'delivery' | 'shiftsVat'> {
  const shiftsVat = wire.reversedTaxApplied === true;
  const stated = {
    id: wire.customerId,
    email: wire.email,
    taxId: wire.customerTaxId,
    taxIdValid: wire.customerTaxIdValid,
    language: wire.lang,
  };
  const customer = customerOf(stated, wire.billingPerson ?? wire.shippingPerson, wire.shippingPerson);
  const delivery = deliveryTo(wire, customer);
  const { vatNumber, address } = customer;
  const untaxed = big(gross).gt(0) && big(wire.tax ?? '0').eq(0);
  const isShifted =
    untaxed && isReverseCharge({ home: traits.country, vatNumber, delivery: delivery ?? address });
  // A number that the shop found invalid shifts nothing: then it must not be what explains the sale.
  const isRefused = isShifted && wire.customerTaxIdValid === false;
  return {
    customer: {
      ...customer,
      reverseCharge: isShifted && !isRefused,
      ...(isRefused ? { vatNumber: undefined } : {}),
    },
    delivery,
    ...(shiftsVat ? { shiftsVat } : {}),
  };
}

function deliveryTo({ shippingPerson }: OrderWire, buyer: Customer): Delivery | undefined {
  const { companyName: company, ...named } = shippingPerson ?? {};
  return deliveryOf(addressOf(shippingPerson), { ...named, company }, buyer);
}

/** The order's parts by one interpretation, and what they miss to the total. */
function interpreted(wire: OrderWire, interpretation: Interpretation) {
  const { pricesIncludeVat, currency, gross } = interpretation;
  const priced = priceItems(wire, interpretation);
  const items = priced.map(({ wire: item, amount }) => itemVat(item, amount, interpretation));
  const lines = priced.map((item, index) => orderLine(item, items[index]?.rate ?? '0'));
  const shippingShares = shippingRates(wire, items, interpretation);
  const shipping = shippingCharges(wire, shippingShares, interpretation);
  const fees = feeCharges(wire, shippingShares, interpretation);
  const discounts = orderDiscounts(wire, { lines, shipping }, currency);
  const parts = { pricesIncludeVat, lines, shipping, fees, discounts };
  const difference = big(gross).minus(partsTotal(parts, wire.tax ?? '0'));
  return { interpretation, items, shippingShares, parts, difference };
}
