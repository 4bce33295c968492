import type { Delivery } from '../../../records/address.ts';
import type { Customer } from '../../../records/customer.ts';
import type { Document, Totals } from '../../../records/document.ts';
import { big, money, normalise, roundTo, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { vatUpon, vatWithin } from '../../../records/vat.ts';
import { byRate, totalOf } from '../../../records/vat-breakdown.ts';
import type { Account } from '../../contract/account.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { companyNameOf, nameOf, recipientOf, requireAddress } from '../../wire/party.ts';
import { ownLines } from '../../wire/reference-lines.ts';
import { streetToWire } from '../street.ts';
import { paymentMethodFor } from './payment-methods.ts';
import { modelFor, type TaxedOrder } from './tax-rules.ts';

type Line = Document['lines'][number];

/** A line's total with VAT, in cents: that is what the platform is told, and keeps (sheet 7.7). */
function grossOf(
  { quantity, unitPrice, vatRate }: Line,
  { pricesIncludeVat }: Pick<Document, 'pricesIncludeVat'>,
) {
  const amount = big(quantity).times(unitPrice);
  return roundTo(pricesIncludeVat ? amount : amount.plus(vatUpon(amount, vatRate)), 2);
}

/** The VAT within the lines of each rate; the platform's may be a cent off (sheet 12). */
export function orderTotals(document: Document): Totals {
  const gross = document.lines.map((line) => ({ rate: line.vatRate, amount: grossOf(line, document) }));
  const rates = byRate(gross).map(({ rate, amount }) => ({
    rate,
    amount: roundTo(vatWithin(amount, rate), 2),
  }));
  return {
    gross: money(sum(gross.map(({ amount }) => amount)), document.currency),
    vat: money(totalOf(rates), document.currency),
    byRate: rates.map(({ rate, amount }) => ({ rate, vat: money(amount, document.currency) })),
  };
}

/**
 * The body of `POST /orders` (sheet 7.7). Every line is a custom one: an article's price is the shop's own, and to override it
 * takes a right that few partners have. Mapped fields stand above what the order says. Throws `credit_unsupported`,
 * `address_incomplete`, and what `modelFor` throws.
 */
export function orderToWire(document: Document, { traits }: Account): JsonObject {
  if (document.kind !== 'order') throw rejected('credit_unsupported', { system: 'MijnWebwinkel' });
  const { customer, fields } = document;
  const { internal, gateway_name = 'basic', method_name, ...mapped } = fields;
  const model = modelFor(taxedOrder(document), traits);
  const isBusiness = model === 'B2B';
  const total = sum(document.lines.map((line) => grossOf(line, document)));
  return present({
    status: document.shipped && traits.sentStatus ? Number(traits.sentStatus) : undefined,
    business_model: model,
    reference: isBusiness ? document.reference : undefined,
    payment: total.eq(0)
      ? undefined
      : {
          gateway_name,
          method_name: method_name ?? paymentMethodFor(document.paymentMethod, document.paid, isBusiness),
          status: { id: document.paid ? 1 : 5 },
        },
    debtor: {
      ...present({ email: customer.email?.trim() }),
      // The account of that address.
      link_to_account: document.customerId !== '',
      address: addresses(document, isBusiness),
    },
    orderlines: document.lines.map((line) => lineToWire(line, document)),
    ...present(mapped),
    comments: { internal: [ownLines(document.reference), internal].filter(Boolean).join('\n') },
  });
}

function taxedOrder(document: Document): TaxedOrder {
  const { reference, customer, currency } = document;
  const place = placeOf(document);
  const { vat, byRate: rates } = orderTotals(document);
  return {
    ...{ reference, currency },
    isToCompany: customer.kind === 'company',
    vat,
    isCharged: rates.some((each) => !big(each.vat).eq(0)),
    country: place?.country ?? customer.address.country,
    field: place?.country === undefined ? 'customer.address.country' : 'delivery.country',
  };
}

/** Where it is sent to, where that is not the buyer's own address. A country alone, as of what is picked up, is no such place. */
function placeOf({ delivery }: Document): Delivery | undefined {
  if (delivery === undefined) return undefined;
  const { street } = streetToWire(delivery);
  return street === '' && !delivery.city?.trim() ? undefined : delivery;
}

function addresses(document: Document, isBusiness: boolean): JsonObject {
  const { customer } = document;
  const invoice = person(customer, customer.address, isBusiness);
  requireAddress('MijnWebwinkel', invoice, { zipcode: 'postalCode' });
  const delivery = placeOf(document);
  if (delivery === undefined) return { invoice };
  const recipient = recipientOf(customer, delivery);
  const goesTo = person(recipient.person, recipient.address, false);
  requireAddress('MijnWebwinkel', goesTo, { zipcode: 'postalCode' });
  return { invoice, delivery: goesTo };
}

function person(customer: Customer, address: Customer['address'], isBusiness: boolean): JsonObject {
  const company = customer.kind === 'company' ? companyNameOf(customer) : undefined;
  const name = nameOf(customer) ?? company ?? customer.email?.trim() ?? '-';
  const { street, streetNumber } = streetToWire(address);
  return present({
    name,
    company: company ?? (isBusiness ? name : undefined),
    street,
    number: streetNumber,
    zipcode: address.postalCode?.trim(),
    city: address.city?.trim(),
    country_code: address.country,
    phone: customer.phone?.trim(),
    taxnumber: isBusiness ? customer.vatNumber?.trim() : undefined,
  });
}

/** A whole number of pieces at a price in cents; anything else is one piece with its quantity in the name. */
function lineToWire(line: Line, document: Document): JsonObject {
  const gross = grossOf(line, document);
  const quantity = big(line.quantity);
  const unit = gross.div(quantity.eq(0) ? 1 : quantity);
  const fits = quantity.gte(1) && quantity.eq(roundTo(quantity, 0)) && unit.eq(roundTo(unit, 2));
  const described = line.description.trim() || line.sku?.trim() || '-';
  return {
    type: 'custom',
    quantity: fits ? Number(normalise(quantity)) : 1,
    description: fits || quantity.eq(1) ? described : `${normalise(quantity)} × ${described}`,
    unit_price: {
      amount_including_tax: (fits ? unit : gross).toFixed(2),
      rate: big(line.vatRate).toFixed(2),
    },
    unit_weight: '0',
  };
}
