import { addressOrNone, languageOf, nameOr } from '../../../../src/connectors/wire/party.ts';
import type { Address } from '../../../../src/records/address.ts';
import { buyerKind, vatNumberIn } from '../../../../src/records/business.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { big, normalise, sum } from '../../../../src/records/money.ts';
import type { Charge, Order } from '../../../../src/records/order.ts';
import { vatBreakdown } from '../../../../src/records/vat-breakdown.ts';
import type { AddressWire, LineWire, OrderWire } from './order-wire.ts';

interface Read {
  readonly wire: OrderWire;
  readonly placedAt: Date;
  /** The credit orders of it. */
  readonly credits: readonly OrderWire[];
}

export function orderFromWire({ wire, placedAt, credits }: Read): Order {
  const vat = sum(wire.price.tax.map(({ amount }) => amount));
  const charges = wire.orderlines.filter((line) => !isGoods(line));
  const paid = ['captured', 'authorized'].includes(wire.payment_status ?? '');
  return {
    id: wire.number,
    number: wire.number,
    placedAt: placedAt.toISOString(),
    updatedAt: placedAt.toISOString(),
    date: wire.date,
    currency: wire.currency,
    pricesIncludeVat: true,
    status: wire.status,
    paymentStatus: wire.payment_status ?? '',
    paid,
    cancelled: false,
    paymentMethod: wire.payment?.method_name,
    customer: customerOf(wire),
    delivery: wire.debtor.address.delivery && addressOf(wire.debtor.address.delivery),
    lines: wire.orderlines.filter(isGoods).map(lineOf),
    shipping: charges
      .filter(({ type }) => type === 'shipping')
      .flatMap(chargesOf)
      .filter(isAdded),
    fees: charges
      .filter(({ type }) => type !== 'shipping')
      .flatMap(chargesOf)
      .filter(isAdded)
      .map((charge) => ({ ...charge, kind: 'surcharge' })),
    discounts: charges
      .flatMap(chargesOf)
      .filter((charge) => !isAdded(charge))
      .map((charge) => ({ ...charge, amount: normalise(big(charge.amount).neg()) })),
    gross: wire.price.total,
    vat: normalise(vat),
    vatByRate: vatBreakdown(
      wire.price.tax.map(({ rate, amount }) => ({ rate, amount: big(amount) })),
      vat,
    ),
    refunded: normalise(sum(credits.map(({ price }) => big(price.total).abs()))),
    note: wire.comments?.customer,
  };
}

/** The names of what else a line can be are not sure: what is no goods is a cost or a discount (sheet, unknown). */
function isGoods({ type }: LineWire): boolean {
  return type === 'article' || type === 'custom';
}

function isAdded({ amount }: Charge): boolean {
  return big(amount).gte(0);
}

/** A line states its total to the cent; what a price per piece is more than that stands as its discount. */
function lineOf(wire: LineWire): Order['lines'][number] {
  const total = sum(wire.price.map((price) => price.amount_including_tax));
  const unitPrice = total.div(wire.quantity).round(2, 3);
  return {
    id: wire.id,
    productId: wire.articles[0]?.id,
    sku: wire.articles[0]?.sku,
    name: wire.description ?? '',
    quantity: wire.quantity,
    unitPrice: normalise(unitPrice),
    discount: normalise(unitPrice.times(wire.quantity).minus(total)),
    vatRate: normalise(big(wire.price[0]?.rate ?? '0')),
  };
}

function chargesOf({ description, price }: LineWire): Charge[] {
  return price.map(({ rate, amount_including_tax: amount }) => ({
    description,
    amount,
    vatRate: normalise(big(rate)),
  }));
}

function customerOf({ debtor, locale, tax_strategy }: OrderWire): Customer {
  const { name, company, phone, taxnumber } = debtor.address.invoice;
  const vatNumber = vatNumberIn(taxnumber);
  return {
    id: debtor.id,
    kind: buyerKind({ company, vatNumber }),
    email: debtor.email,
    name: nameOr(name, { company, email: debtor.email }),
    company,
    phone,
    vatNumber,
    language: languageOf(locale),
    reverseCharge: tax_strategy === 'reverse_charged_vat',
    address: addressOf(debtor.address.invoice) ?? {},
  };
}

function addressOf({
  street,
  number,
  zipcode,
  city,
  country_code: country,
}: AddressWire): Address | undefined {
  const line = [street, number].filter(Boolean).join(' ') || undefined;
  return addressOrNone({ street: line, postalCode: zipcode, city, country });
}
