/** How lines come to their amounts: a unit has six decimals without tax, a line two with it (sheet 7.4). */
import Big from 'big.js';
import { cents, shareOut, sumOf } from '../../kit/money/cents.ts';
import type { OrderedArticle, OrderLine, TaxPart } from './order.ts';

/** How an amount that somebody writes is meant. */
export interface Terms {
  /** Whether it contains tax. */
  readonly included: boolean;
  /** Whether tax is charged; else it is taken out where it is contained. */
  readonly taxed: boolean;
}

export function netOf(amount: string | Big, rate: string, included: boolean): Big {
  const divisor = included ? Big(rate).div(100).plus(1) : Big(1);
  return Big(amount).div(divisor).round(6, Big.roundHalfUp);
}

/** So many units of a price without tax, at a rate in percent. */
export function partOf(unit: Big, quantity: number, rate: string): TaxPart {
  const net = unit.times(quantity);
  const gross = cents(net.times(Big(rate).div(100).plus(1)));
  return { rate: Big(rate).toFixed(2), net: net.toFixed(6), gross: gross.toFixed(2) };
}

/** A value of an option, and what it adds to the price of a unit. Null: the shop has it in no list. */
export interface Chosen {
  readonly id: number | null;
  readonly list: string;
  readonly name: string;
  readonly price: string;
}

interface Goods {
  readonly id: string;
  readonly articleId: number;
  readonly name: string;
  readonly sku: string;
  readonly quantity: number;
  readonly weight: string;
  readonly price: string;
  /** The offer price, which shows as an option below zero. */
  readonly action: string | null;
  readonly purchase: string | null;
  readonly options: readonly Chosen[];
}

/** `rate` is what the price contains, or what comes on top of it. */
export function articleLine(
  goods: Goods,
  { rate, included, taxed }: Terms & { readonly rate: string },
): OrderLine {
  const { id, articleId, name, sku, quantity, weight, price, action, purchase, options } = goods;
  const net = (amount: string | Big) => netOf(amount, rate, included).toFixed(6);
  const offer = action === null ? [] : [{ id: null, name: 'Actieprijs', net: net(Big(action).minus(price)) }];
  const chosen = options.map((each) => ({ id: each.id, name: each.name, net: net(each.price) }));
  const article: OrderedArticle = {
    id: articleId,
    name,
    sku,
    net: net(price),
    purchase,
    options: [...chosen, ...offer],
  };
  const unit = sumOf([Big(article.net), ...article.options.map((each) => Big(each.net))]);
  const texts = options.map((each) => `${each.list}: ${each.name}`);
  return {
    id,
    type: 'article',
    quantity,
    name: texts.length === 0 ? name : `${name} (${texts.join(', ')})`,
    weight,
    parts: [partOf(unit, quantity, taxed ? rate : '0')],
    article,
  };
}

/**
 * A cost or a discount (below zero): at its own rate, or else split over the rates of the goods by what they cost. One
 * that contains tax comes out at exactly its amount.
 */
export function costParts(
  amount: string,
  rate: string | undefined,
  goods: readonly OrderLine[],
  { included, taxed }: Terms,
): TaxPart[] {
  if (rate !== undefined || goods.length === 0) {
    const contained = rate ?? '21';
    return [partOf(netOf(amount, contained, included), 1, taxed ? contained : '0')];
  }
  const parts = goods.flatMap((line) => line.parts);
  const rates = [...new Set(parts.map((part) => part.rate))];
  const weights = rates.map((each) =>
    sumOf(parts.filter((part) => part.rate === each).map(({ gross }) => Big(gross))),
  );
  const isBelowZero = Big(amount).lt(0);
  const shares = shareOut(Big(amount).abs(), weights).map((share) => (isBelowZero ? share.neg() : share));
  return rates.flatMap((each, index) => {
    const share = shares[index] ?? Big(0);
    // Without tax it is the tax of the shop's own country that the price contains.
    const contained = taxed ? each : '21';
    return share.eq(0) ? [] : [partOf(netOf(share, contained, included), 1, each)];
  });
}

/** The same line for another number of units, as a credit has it. */
export function scaledLine(line: OrderLine, id: string, quantity: number): OrderLine {
  const share = (net: string) => Big(net).times(quantity).div(line.quantity).round(6, Big.roundHalfUp);
  return {
    ...line,
    id,
    creditOf: line.id,
    quantity,
    parts: line.parts.map(({ rate, net }) => partOf(share(net), 1, rate)),
  };
}
