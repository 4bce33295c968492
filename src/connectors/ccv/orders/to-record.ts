import type { Delivery } from '../../../records/address.ts';
import { isReverseCharge } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { big, type Decimal, normalise } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { partsTotal } from '../../../records/order-parts.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Account } from '../../contract/account.ts';
import { extrasIn } from '../../wire/extras.ts';
import { deliveryOf, languageOf } from '../../wire/party.ts';
import { type AddressWire, addressOf, customerOf, phoneOf } from '../party.ts';
import { figuresOf } from './figures.ts';
import { isReceipt, type RungUp, roundedBy, rungUp } from './receipt.ts';
import { referenceOf } from './reference.ts';
import { type Back, givenBack } from './refunds.ts';
import { cancelled, isShipped } from './statuses.ts';
import { isKnown, type OrderWire, type RowWire } from './wire.ts';

export interface ReadOrder extends Back {
  readonly wire: OrderWire;
  readonly rows: readonly RowWire[];
}

/** The rows themselves count: `total_orderrow_price` is not what its name says (sheet 12.1). */
export function orderFromWire({ invoices, returns, ...whole }: ReadOrder, account: Account): Order {
  const { timeZone, traits } = account;
  const rung = isReceipt(whole.wire, account) ? rungUp(whole.wire, whole.rows, account) : null;
  const { wire, rows } = rung ?? whole;
  const figures = figuresOf(wire, rows, traits.pricesIncludeVat !== 'false');
  const off = big(figures.gross).minus(partsTotal(figures, figures.vat));
  const rounding = rung === null ? '0' : roundedBy(whole.wire.total_price, off);
  const gross = normalise(big(figures.gross).minus(rounding));
  const reference = referenceOf(wire.customer?.reference);
  const extras = extrasIn(wire, '', isKnown);
  return {
    id: wire.id,
    number: wire.ordernumber_full ?? wire.id,
    placedAt: wire.create_date.toISOString(),
    // Nothing tells when it changed (sheet 5.1).
    updatedAt: wire.create_date.toISOString(),
    date: localDate(wire.create_date, timeZone),
    currency: wire.currency,
    ...figures,
    gross,
    status: wire.status ?? '',
    paymentStatus: wire.paid ? 'paid' : 'unpaid',
    paid: wire.paid === true,
    cancelled: wire.status === cancelled,
    shipped: isShipped(wire.status),
    // A basket (sheet 6.1).
    ...(wire.is_completed === false ? { draft: true } : {}),
    paymentMethod: wire.paymethod ?? wire.paymethod_label,
    shippingMethod: wire.deliver_method,
    ...people(wire, traits.country),
    ...givenBack({ invoices, returns }, wire.currency, timeZone),
    note: wire.customer?.billingaddress?.comment,
    ...(Object.keys(extras).length === 0 ? {} : { extras }),
    ...(reference === undefined ? {} : { reference, madeByKoppel: true }),
    ...(rung === null ? {} : { receipt: receiptOf(rung.taken, rounding, account) }),
  };
}

function receiptOf(taken: RungUp['taken'], rounding: Decimal, { name: till }: Account): Order['receipt'] {
  return { till, ...taken, rounding: normalise(big(taken.rounding).plus(rounding)) };
}

/** The platform says that it shifted the VAT; whether that may be follows from the number and the delivery. */
function people(
  wire: OrderWire,
  home: string | undefined,
): Pick<Order, 'customer' | 'delivery' | 'shiftsVat'> {
  const buyer: Customer = {
    id: wire.user?.id,
    ...customerOf(wire.customer),
    language: languageOf(wire.orderedinlng),
  };
  const delivery = placeOf(wire, buyer);
  const isUntaxed = big(wire.total_tax).eq(0) && !big(wire.total_price).eq(0);
  const goesTo = delivery ?? buyer.address;
  const reverseCharge = isUntaxed && isReverseCharge({ home, vatNumber: buyer.vatNumber, delivery: goesTo });
  return {
    customer: { ...buyer, reverseCharge },
    delivery,
    ...(wire.is_intra_community_order === true ? { shiftsVat: true } : {}),
  };
}

/** A parcel that is to be fetched goes to the point where (sheet 6.1). */
function placeOf(
  { customer, pickup_address: point, delivery_option }: OrderWire,
  buyer: Customer,
): Delivery | undefined {
  const goesTo = delivery_option === undefined ? undefined : addressOf(point);
  return goesTo === undefined
    ? deliveryOf(addressOf(customer?.deliveryaddress), namedAt(customer?.deliveryaddress), buyer)
    : deliveryOf(goesTo, namedAt(point), buyer);
}

function namedAt(wire: AddressWire | undefined) {
  return { name: wire?.full_name, company: wire?.company, phone: phoneOf(wire) };
}
