/** Orders as the API shows them (sheet 7.4): the live shapes, or those of the vendor's examples. */
import Big from 'big.js';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { countryName } from '../../kit/places/country-names.ts';
import type { MijnwebwinkelSettings } from '../settings.ts';
import { moment } from '../times.ts';
import {
  type Order,
  type OrderLine,
  paymentStatusOf,
  summaryOf,
  type TaxPart,
  taxByRate,
  totalOf,
} from './order.ts';

const summaryTexts: Readonly<Record<number, string>> = {
  0: 'Unknown',
  1: 'Successful',
  3: 'Failed',
  5: 'Pending',
  7: 'Refunded',
};

export function orderOnWire(order: Order, settings: MijnwebwinkelSettings): JsonObject {
  const write = writer(order, settings);
  const isLive = settings.shapes === 'live';
  const total = totalOf(order);
  const tax = taxByRate(order).map((each) => ({
    rate: write.number(each.rate),
    amount: write.amount(each.tax, 2),
  }));
  const [onlyTax] = tax;
  const summary = total.eq(0) || order.credited !== null ? null : summaryOf(order);
  return {
    number: isLive ? order.number : Number(order.number.replace('T-', '')),
    uuid: order.uuid,
    ...moment('', order.placedAt),
    status: order.status,
    ...moment('status_changed_', order.statusChangedAt),
    weight: write.number(weightOf(order)),
    archived: order.archived,
    finished: true,
    taxed: settings.pricesIncludeTax ? 'include' : 'exclude',
    locale: 'nl_NL',
    discountcode: order.discountCode,
    currency: 'EUR',
    currency_format_locale: 'nl_NL',
    credited_order_number: order.credited === null ? null : Number(order.credited),
    credit_order_numbers: order.credits.map(Number),
    comments: { customer: order.customerComment, internal: order.internalComment },
    business_model: order.businessModel,
    ...(order.businessModel === 'B2B' ? { reference: order.reference } : {}),
    tax_region: order.taxRegion,
    tax_strategy: order.taxStrategy,
    offline_location_id: order.offlineLocationId,
    payment_status: paymentStatusOf(order),
    ...(summary === null
      ? {}
      : {
          payment: {
            gateway_name: summary.gateway,
            method_name: summary.method.split(':')[0] ?? '',
            status: { id: summary.id, text: summaryTexts[summary.id] ?? '' },
          },
        }),
    debtor: order.debtor,
    price: {
      tax: isLive && tax.length === 1 && onlyTax !== undefined ? onlyTax : tax,
      total: write.amount(total, 2),
    },
    orderlines: order.lines.map((line) => lineOnWire(line, settings, write)),
    shipping: [{ country: shippingCountry(order, isLive) }],
  };
}

interface Writer {
  readonly amount: (amount: string | Big, decimals: number) => Json;
  readonly quantity: (quantity: number) => number;
  readonly number: (decimal: string) => Json;
}

/** Decimals as text or as numbers; those of a credit order may lose their sign. */
function writer({ credited }: Order, { shapes, creditSigns }: MijnwebwinkelSettings): Writer {
  const isTurned = credited !== null && creditSigns === 'positive';
  const number = (decimal: string) => (shapes === 'live' ? decimal : Number(decimal));
  return {
    amount: (amount, decimals) => number((isTurned ? Big(amount).neg() : Big(amount)).toFixed(decimals)),
    quantity: (quantity) => (isTurned ? -quantity : quantity),
    number,
  };
}

function lineOnWire(
  line: OrderLine,
  { costLines, shapes }: MijnwebwinkelSettings,
  write: Writer,
): JsonObject {
  const { id, type, quantity, name, article, parts, weight } = line;
  const prices = parts.map(({ rate, net, gross }: TaxPart) => ({
    rate: write.number(rate),
    amount: write.amount(net, 6),
    amount_including_tax: write.amount(gross, 2),
  }));
  const [price = {}] = prices;
  const isGoods = type === 'article' || type === 'custom';
  const rate = parts[0]?.rate ?? '0.00';
  return {
    id,
    type: isGoods || costLines === 'named' ? type : 'payment',
    quantity: write.quantity(quantity),
    ...(isGoods
      ? { weight: write.number(Big(weight).times(Math.abs(quantity)).toFixed(2)), description: name }
      : {}),
    price: prices.length === 1 ? price : prices,
    ...(article === null
      ? {}
      : {
          articles: [
            {
              id: article.id,
              description: article.name,
              sku: article.sku,
              price: {
                amount: write.number(article.net),
                rate: write.number(rate),
                ...(article.purchase === null ? {} : { purchase_price: write.number(article.purchase) }),
              },
              options: article.options.map((option) => ({
                ...(option.id === null ? {} : { list_option_id: option.id }),
                description: option.name,
                price:
                  shapes === 'live' ? option.net : { amount: Number(option.net), rate: write.number(rate) },
              })),
            },
          ],
        }),
  };
}

/** An empty object comes as an empty list (sheet 7.4). */
function shippingCountry({ debtor, isSent }: Order, isLive: boolean): Json {
  const address = isObject(debtor.address) ? (debtor.address.delivery ?? debtor.address.invoice) : null;
  const code = isObject(address) && typeof address.country_code === 'string' ? address.country_code : null;
  if (!isSent || code === null) return isLive ? [] : {};
  return { description: countryName(code, 'nl') ?? code, isocode: code };
}

function weightOf({ lines }: Order): string {
  return lines
    .reduce((sum, { weight, quantity }) => sum.plus(Big(weight).times(Math.abs(quantity))), Big(0))
    .toFixed(2);
}
