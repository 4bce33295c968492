import type Big from 'big.js';
import type { Account } from '../../../../src/connectors/contract/account.ts';
import {
  addressOrNone,
  fullName,
  languageOf,
  nameOr,
  streetOf,
} from '../../../../src/connectors/wire/party.ts';
import type { Address } from '../../../../src/records/address.ts';
import { buyerKind, vatNumberIn } from '../../../../src/records/business.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { big, type Decimal, normalise, roundTo } from '../../../../src/records/money.ts';
import type { Charge, Order } from '../../../../src/records/order.ts';
import { localDate } from '../../../../src/records/time-zone.ts';
import { vatOf, vatUpon, vatWithin } from '../../../../src/records/vat.ts';
import { chargesOver, type RateAmount, vatBreakdown } from '../../../../src/records/vat-breakdown.ts';
import type { AddressWire, OrderWire, RowWire } from './order-wire.ts';

const cancelled = '8';

/** `total_orderrow_price` is not what its name says: the rows themselves count (sheet 12.1). */
export function orderFromWire(wire: OrderWire, rows: readonly RowWire[], account: Account): Order {
  const pricesIncludeVat = wire.order_row_taxes_included;
  const amounts = rows.map((row) => ({
    rate: row.tax,
    amount: big(row.count).times(row.price_with_attributes),
  }));
  const shipping = shippingOf(wire);
  const fees = feesOf(wire);
  const charged = [...shipping, ...fees].map(({ vatRate: rate, amount }) => ({ rate, amount: big(amount) }));
  const off = big(wire.total_discounts ?? '0').plus(wire.credit_point_discount ?? '0');
  const discounts = chargesOver({}, off, amounts, wire.currency);
  const reduced = discounts.map(({ vatRate: rate, amount }) => ({ rate, amount: big(amount).neg() }));
  const vatParts = [...amounts, ...charged, ...reduced].map((part) => vatPart(part, pricesIncludeVat));
  return {
    id: wire.id,
    number: wire.ordernumber_full ?? wire.id,
    placedAt: wire.create_date.toISOString(),
    // Nothing tells when it changed (sheet 5.1).
    updatedAt: wire.create_date.toISOString(),
    date: localDate(wire.create_date, account.timeZone),
    currency: wire.currency,
    pricesIncludeVat,
    status: wire.status ?? '',
    paymentStatus: wire.paid ? 'paid' : 'unpaid',
    paid: wire.paid,
    cancelled: wire.status === cancelled,
    paymentMethod: wire.paymethod_label,
    shippingMethod: wire.deliver_method,
    customer: customerOf(wire),
    delivery: addressOf(wire.customer?.deliveryaddress),
    lines: rows.map(lineOf),
    shipping,
    fees,
    discounts,
    gross: wire.total_price,
    vat: wire.total_tax,
    vatByRate: vatBreakdown(vatParts, big(wire.total_tax)),
    refunded: '0',
  };
}

function vatPart({ rate, amount }: RateAmount, includesVat: boolean): RateAmount {
  return { rate, amount: roundTo(vatOf(amount, rate, includesVat), 2) };
}

/** Its price after discounts, with what the chosen options cost. */
function lineOf(row: RowWire): Order['lines'][number] {
  return {
    id: row.id,
    productId: row.product_id,
    sku: row.sub_sku_number ?? row.product_number,
    name: row.product_name ?? '',
    quantity: row.count,
    unitPrice: row.price_with_attributes,
    discount: '0',
    vatRate: row.tax,
  };
}

function shippingOf(wire: OrderWire): Charge[] {
  const { total_shipping: amount = '0', shipping_tax_percentage: vatRate = '0' } = wire;
  const { order_row_taxes_included: wanted, shipping_taxes_included: given = wanted } = wire;
  return amount === '0' ? [] : [{ amount: normalise(onBasis(big(amount), vatRate, given, wanted)), vatRate }];
}

/** The order has one basis for all of its prices. */
function onBasis(amount: Big, rate: Decimal, given: boolean, wanted: boolean): Big {
  if (given === wanted) return amount;
  return roundTo(wanted ? amount.plus(vatUpon(amount, rate)) : amount.minus(vatWithin(amount, rate)), 2);
}

function feesOf(wire: OrderWire): Charge[] {
  const vatRate = wire.shipping_tax_percentage ?? '0';
  const fees: Charge[] = [
    { kind: 'surcharge', amount: wire.paymethod_costs ?? '0', vatRate },
    { kind: 'surcharge', amount: wire.extra_payment_option_price ?? '0', vatRate },
    { kind: 'handling', description: wire.extra_costs_description, amount: wire.extra_costs ?? '0', vatRate },
  ];
  return fees.filter(({ amount }) => amount !== '0');
}

function customerOf(wire: OrderWire): Customer {
  const { email, btw, kvk: cocNumber, billingaddress: billing } = wire.customer ?? {};
  const { company, telephone: phone, first_name: firstName, last_name: lastName } = billing ?? {};
  const vatNumber = vatNumberIn(btw);
  return {
    id: wire.user?.id,
    kind: buyerKind({ company, vatNumber }),
    email,
    name: nameOr(billing?.full_name ?? fullName(firstName, lastName), { company, email }),
    firstName,
    lastName,
    company,
    phone,
    vatNumber,
    cocNumber,
    language: languageOf(wire.orderedinlng),
    reverseCharge: wire.is_intra_community_order === true,
    address: addressOf(billing) ?? {},
  };
}

/** One that is not used is all empty (sheet 6.4). */
function addressOf(wire: AddressWire | undefined): Address | undefined {
  if (wire === undefined) return undefined;
  const lines = [wire.address_line_1, wire.address_line_2].filter((line) => line !== undefined);
  const { zipcode: postalCode, city, province: region, country_code: country } = wire;
  return addressOrNone({ ...streetOf(lines), postalCode, city, region, country });
}
