import type { Document, Totals } from '../../../records/document.ts';
import { big, money, normalise, roundTo, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { vatOf } from '../../../records/vat.ts';
import { byRate, totalOf } from '../../../records/vat-breakdown.ts';
import type { Account } from '../../contract/account.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { lineAmount } from '../../wire/stated-totals.ts';
import { deliveryToWire, personToWire } from '../party-to-wire.ts';
import { rowPlaceOf } from '../products/places.ts';
import { markOf } from './reference.ts';
import { sent } from './statuses.ts';

type Line = Document['lines'][number];

/** The VAT of each rate; whether the platform rounds by row or by rate is not told, so it may be a cent off. */
export function orderTotals({ lines, currency, pricesIncludeVat }: Document): Totals {
  const amounts = lines.map((line) => ({ rate: line.vatRate, amount: lineAmount(line, currency) }));
  const rates = byRate(amounts).map(({ rate, amount }) => ({
    rate,
    amount: roundTo(vatOf(amount, rate, pricesIncludeVat), 2),
  }));
  const vat = totalOf(rates);
  const whole = sum(amounts.map(({ amount }) => amount));
  return {
    gross: money(pricesIncludeVat ? whole : whole.plus(vat), currency),
    vat: money(vat, currency),
    byRate: rates.map(({ rate, amount }) => ({ rate, vat: money(amount, currency) })),
  };
}

/**
 * The body of `POST /orders/` (sheet 6.5). All that is charged is a row: of shipping and surcharges nothing says the VAT. Mapped fields stand
 * above what the order says. Throws `credit_unsupported`.
 */
export function orderToWire(document: Document, { traits }: Account): JsonObject {
  if (document.kind !== 'order') throw rejected('credit_unsupported', { system: 'CCV' });
  const { customer, fields, pricesIncludeVat } = document;
  const { package_id, ...mapped } = fields;
  const languages = (traits.languages ?? '').split(',');
  const isUntaxed = document.lines.every(({ vatRate }) => big(vatRate).eq(0));
  return present({
    customer: present({
      ...personToWire(customer),
      deliveryaddress: deliveryToWire(customer, document.delivery),
      reference: markOf(document.reference),
    }),
    user_id: document.customerId === '' ? undefined : Number(document.customerId),
    orderrows: document.lines.map((line) => rowToWire(line, package_id)),
    total_shipping: 0,
    paymethod_costs: 0,
    extra_costs: 0,
    taxes_included: true,
    order_row_taxes_included: pricesIncludeVat,
    shipping_taxes_included: pricesIncludeVat,
    is_intra_community_order: customer.reverseCharge === true && isUntaxed ? true : undefined,
    currency: document.currency,
    paid: document.paid,
    status: document.shipped ? Number(sent) : undefined,
    deliver_method: deliverMethods.find((each) => each === document.shippingMethod),
    orderedinlng: languages.find((each) => each === customer.language),
    ...present(mapped),
  });
}

export const deliverMethods = ['shipping', 'delivery', 'pickup'] as const;

/**
 * A row of an article takes it off the stock; whatever is said of it stands above the article's own (sheet 6.5). Options of a combination add to
 * its price, so that is said without them. Any other row is a free one. A price of more than cents, and an amount to be taken off, is one piece.
 */
function rowToWire(line: Line, package_id: unknown): JsonObject {
  const isArticle = line.kind === 'item' && line.articleId !== undefined && big(line.quantity).gt(0);
  const place = isArticle ? rowPlaceOf(line.articleId ?? '') : undefined;
  const amount = roundTo(big(line.quantity).times(line.unitPrice), 2);
  const isWhole = big(line.quantity).times(line.unitPrice).eq(amount);
  const fits = isWhole && roundTo(line.unitPrice, 2).eq(line.unitPrice) && big(line.quantity).gt(0);
  const isOne = !fits && place === undefined;
  const described = line.description.trim() || line.sku?.trim() || '-';
  const unit = big(isOne ? amount : line.unitPrice).minus(place?.extra ?? '0');
  const quantity = normalise(big(line.quantity));
  return present({
    ...(place === undefined
      ? { product_number: line.sku?.trim() }
      : { product_id: place.productId, attribute_combination_id: place.combinationId }),
    auto_create_deposit_rows: place === undefined ? undefined : false,
    product_name: isOne && quantity !== '1' ? `${quantity} × ${described}` : described,
    count: isOne ? 1 : Number(quantity),
    price: Number(normalise(unit)),
    discount: 0,
    tax: Number(line.vatRate),
    package_id,
  });
}
