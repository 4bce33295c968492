import { buyerKind, isReverseCharge, vatNumberIn } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { big, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Account } from '../../contract/account.ts';
import { companyIn, deliveryOf, fullName, languageOf, nameOr } from '../../wire/party.ts';
import { type AddressWire, addressOf } from '../wire.ts';
import { type Exchange, exchangedIn, unsoldIn } from './exchanges.ts';
import { figuresOf } from './figures.ts';
import type { LineWire, OrderWire } from './order.graphql.ts';
import { ownSource } from './own-mark.ts';
import type { WholeRefund } from './refund-readings.ts';
import { refundsOf } from './refunds.ts';

export interface WholeOrder {
  readonly order: OrderWire;
  readonly lines: readonly LineWire[];
  readonly refunds: readonly WholeRefund[];
  readonly exchanges: readonly Exchange[];
}

const paidStatuses = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];

export function orderFromWire(
  { order: wire, lines, refunds, exchanges }: WholeOrder,
  account: Account,
): Order {
  const { timeZone } = account;
  const exchanged = exchangedIn(exchanges, refunds, lines);
  const figures = figuresOf(wire, lines, unsoldIn(exchanged));
  const gross = normalise(figures.gross);
  const vat = normalise(sum(figures.vatByRate.map((each) => each.vat)));
  const paymentStatus = wire.displayFinancialStatus ?? '';
  return {
    id: wire.id,
    number: wire.name,
    placedAt: wire.processedAt.toISOString(),
    updatedAt: wire.updatedAt.toISOString(),
    date: localDate(wire.processedAt, timeZone),
    currency: wire.currencyCode,
    ...figures.parts,
    status: wire.displayFulfillmentStatus ?? '',
    paymentStatus,
    paid: paidStatuses.includes(paymentStatus),
    cancelled: wire.cancelledAt !== undefined,
    shipped: wire.displayFulfillmentStatus === 'FULFILLED',
    // A gift card pays, and the rest is paid by another way (sheet 5.2).
    paymentMethod:
      wire.paymentGatewayNames.find((name) => name !== 'gift_card') ?? wire.paymentGatewayNames[0],
    shippingMethod: wire.shippingLines.nodes[0]?.title,
    ...people(wire, big(gross).gt(0) && big(vat).eq(0), account),
    gross,
    vat,
    vatByRate: figures.vatByRate,
    ...refundsOf({ wire, lines, figures, timeZone, exchanged }, refunds),
    ...(wire.sourceIdentifier === undefined ? {} : { reference: wire.sourceIdentifier }),
    ...(wire.sourceName === ownSource ? { madeByKoppel: true } : {}),
    note: wire.note,
  };
}

function people(
  wire: OrderWire,
  untaxed: boolean,
  { traits }: Account,
): Pick<Order, 'customer' | 'delivery'> {
  const customer = customerOf(wire);
  const { firstName, lastName, name, company, phone } = wire.shippingAddress ?? {};
  const named = { firstName, lastName, name: fullName(firstName, lastName) ?? name, company, phone };
  const delivery = deliveryOf(addressOf(wire.shippingAddress), named, customer);
  const { vatNumber, address } = customer;
  const sale = { home: traits.country, vatNumber, delivery: delivery ?? address };
  return { customer: { ...customer, reverseCharge: untaxed && isReverseCharge(sale) }, delivery };
}

/** Guests have no customer, and an order that was made by hand may have no address at all. */
function customerOf(wire: OrderWire): Customer {
  const { customer, purchasingEntity: firm } = wire;
  const party: Partial<AddressWire> = wire.billingAddress ?? wire.shippingAddress ?? {};
  const firstName = party.firstName ?? customer?.firstName;
  const lastName = party.lastName ?? customer?.lastName;
  const email = wire.email ?? customer?.defaultEmailAddress?.emailAddress;
  const company = companyIn(firm?.company?.name ?? party.company);
  const typed = firm?.location?.taxSettings?.taxRegistrationId ?? attribute(wire, vatNames);
  const vatNumber = vatNumberIn(typed);
  const name = fullName(firstName, lastName) ?? party.name ?? customer?.displayName;
  return {
    id: customer?.id,
    kind: buyerKind({ company, vatNumber }),
    email,
    name: nameOr(name, { company, email }),
    firstName,
    lastName,
    company,
    phone: party.phone ?? wire.phone,
    vatNumber,
    cocNumber: attribute(wire, cocNames),
    language: languageOf(wire.customerLocale),
    address: addressOf(wire.billingAddress) ?? addressOf(wire.shippingAddress) ?? {},
  };
}

/** What shops ask a business for at the checkout has no field of its own (sheet 6). */
const vatNames = /^(btw|vat|ust|tva|iva|eu.?vat)[ _-]?(nummer|number|nr|id|idnr)?$/i;
const cocNames = /^(kvk|coc)[ _-]?(nummer|number|nr)?$/i;

function attribute({ customAttributes }: OrderWire, names: RegExp): string | undefined {
  return customAttributes.find(({ key }) => names.test(key))?.value;
}
