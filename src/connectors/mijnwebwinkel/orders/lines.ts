/**
 * An order's lines as goods, shipping, fees and discounts. What is no article and no custom line is a cost or a discount: how
 * the platform calls it is not sure (sheet, unknown).
 */
import type Big from 'big.js';
import { big, fractionDigits, normalise, roundTo, sum } from '../../../records/money.ts';
import type { Charge, Order, OrderLine } from '../../../records/order.ts';
import { vatUpon } from '../../../records/vat.ts';
import { variantSku } from '../products/variant-sku.ts';
import { kindOfAmount, type PaymentWire } from './payments.ts';
import type { LineWire, OrderWire, PriceWire } from './wire.ts';

/** Finer than any sum of a line shows. */
const unitPriceDecimals = 8;

/** What a line comes to at one rate, with VAT. */
interface Share {
  readonly line: LineWire;
  readonly rate: string;
  readonly gross: Big;
}

export interface Parts extends Pick<Order, 'lines' | 'shipping' | 'fees' | 'discounts'> {
  /** Taken off by gift cards and store credit: means of payment. */
  readonly prepaid: Big;
}

export function partsOf(wire: OrderWire, payments: readonly PaymentWire[]): Parts {
  const { currency } = wire;
  const shares = wire.orderlines.flatMap((line) => sharesOf(line, currency));
  const kindOf = ({ line, gross }: Share) =>
    isGoods(line) ? 'goods' : kindOfCost(kindOfAmount(payments, gross, currency) ?? line.type);
  const isPrepaid = (share: Share) => share.gross.lt(0) && share.rate === '0' && kindOf(share) === 'prepaid';
  const isOff = (share: Share) => share.gross.lt(0) && !isPrepaid(share);
  const added = shares.filter(({ gross }) => gross.gte(0));
  const isFee = (share: Share) => !['goods', 'shipping'].includes(kindOf(share));
  return {
    lines: added.filter((share) => kindOf(share) === 'goods').map(orderLine),
    shipping: added.filter((share) => kindOf(share) === 'shipping' && share.gross.gt(0)).map(charge),
    fees: added
      .filter((share) => isFee(share) && share.gross.gt(0))
      .map((share) => ({ ...charge(share), kind: 'surcharge' })),
    discounts: shares
      .filter(isOff)
      .map((share) => ({ ...charge(share), amount: normalise(share.gross.neg()) })),
    prepaid: sum(shares.filter(isPrepaid).map(({ gross }) => gross)).neg(),
  };
}

/** A line says its total to the cent; it may be split over rates (sheet 7.4). */
export function sharesOf(line: LineWire, currency: string): Share[] {
  return line.price.map((price) => ({
    line,
    rate: normalise(big(price.rate)),
    gross: grossOf(price, currency),
  }));
}

function grossOf({ rate, amount = '0', amount_including_tax: gross }: PriceWire, currency: string): Big {
  if (gross !== undefined) return big(gross);
  return roundTo(big(amount).plus(vatUpon(big(amount), rate)), fractionDigits(currency));
}

function isGoods({ type }: LineWire): boolean {
  return type === 'article' || type === 'custom';
}

/** The vendor's own example calls a shipping amount `payment`: where the payment tells what it is, that counts. */
function kindOfCost(type: string): 'shipping' | 'prepaid' | 'fee' {
  if (/^(shipping|delivery)/.test(type)) return 'shipping';
  return /^(gift_?card|store_?credit)/.test(type) ? 'prepaid' : 'fee';
}

/** What does not divide into cents keeps more decimals than that: the line comes to its total all the same. */
function orderLine({ line, rate, gross }: Share): OrderLine {
  const [article] = line.articles;
  const isSplit = line.price.length > 1;
  const quantity = isSplit || big(line.quantity).lte(0) ? '1' : line.quantity;
  return {
    id: line.id,
    productId: article?.id,
    sku: article && variantSku(article.sku, chosen(article)),
    name: line.description ?? article?.sku ?? '',
    quantity,
    unitPrice: normalise(roundTo(gross.div(quantity), unitPriceDecimals)),
    discount: '0',
    vatRate: rate,
  };
}

/** Only what has an id is a choice of the buyer's: an offer price has none (sheet 7.4). */
function chosen({ options }: LineWire['articles'][number]): (string | undefined)[] {
  return options
    .filter(({ list_option_id }) => list_option_id !== undefined)
    .map(({ description }) => description);
}

function charge({ line, rate, gross }: Share): Charge {
  return { description: line.description, amount: normalise(gross), vatRate: rate };
}
