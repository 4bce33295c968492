/** How a basket adds up (sheet 3.10): tax is rounded once per line for the goods, and once for the line's shipping. */
import Big from 'big.js';
import { cents, percentOf, shareOut, smallest, sumOf, zero } from '../../kit/money/cents.ts';
import { taxOf } from '../../kit/money/tax.ts';
import { type ChargedAt, ratesOf } from '../../kit/money/tax-by-rate.ts';
import type { Basket } from './basket.ts';

export interface LineFigures {
  readonly rate: string;
  /** Before discounts. */
  readonly amount: Big;
  readonly coupon: Big;
  /** By promotion. */
  readonly promotions: readonly Big[];
  /** After discounts. */
  readonly goods: Big;
  readonly goodsTax: Big;
  /** Its share of the shipping rate. */
  readonly shipping: Big;
  readonly handling: Big;
  /** Its share of the shipping and handling that is really charged: less where a coupon pays the shipping. */
  readonly carried: Big;
  /** The tax rate on that. */
  readonly shippingRate: string;
  readonly shippingTax: Big;
}

export interface Figures {
  readonly lines: readonly LineFigures[];
  readonly subtotal: Big;
  readonly couponDiscount: Big;
  readonly promotions: readonly Big[];
  readonly discount: Big;
  readonly shipping: Big;
  readonly handlingFee: Big;
  readonly surcharges: readonly { readonly total: Big; readonly tax: Big }[];
  readonly tax: Big;
  /** Before any gift card and store credit. */
  readonly gross: Big;
  readonly giftCard: Big;
  readonly storeCredit: Big;
  readonly total: Big;
  /** What was charged at which rate, part by part. */
  readonly charged: readonly ChargedAt[];
}

export function figuresOf(basket: Basket): Figures {
  const amounts = basket.lines.map(({ price, quantity }) => cents(Big(price).times(quantity)));
  const subtotal = sumOf(amounts);
  const promotions = promotionShares(basket, amounts);
  const afterPromotions = amounts.map((amount, index) =>
    amount.minus(sumOf(promotions.map((shares) => shares[index] ?? zero))),
  );
  const shipping = Big(basket.shipping?.rate ?? 0);
  const coupon = couponOf(basket, afterPromotions, shipping);
  const handlingFee = Big(basket.handlingFee?.value ?? 0);
  const lines = lineFigures(basket, amounts, promotions, coupon, shipping, handlingFee);
  const surcharges = basket.surcharges.map(({ type, value, rate }) => {
    const total = type === 'PERCENT' ? percentOf(subtotal, value) : Big(value);
    const charged = rateIn(basket, rate);
    return { rate: charged, total, tax: taxOf(total, charged, basket.pricesIncludeTax) };
  });

  const tax = sumOf([
    ...lines.flatMap((line) => [line.goodsTax, line.shippingTax]),
    ...surcharges.map((each) => each.tax),
  ]);
  const discount = sumOf(promotions.flat());
  const couponDiscount = sumOf(coupon.shares).plus(coupon.offShipping);
  const charges = sumOf([shipping, handlingFee, ...surcharges.map(({ total }) => total)]);
  const gross = subtotal
    .minus(couponDiscount)
    .minus(discount)
    .plus(charges)
    .plus(basket.pricesIncludeTax ? 0 : tax);
  const giftCard = smallest(Big(basket.giftCard ?? 0), gross);
  const storeCredit = smallest(Big(basket.storeCredit?.amount ?? 0), gross.minus(giftCard));
  const taken = basket.storeCredit?.takenOffTotal ? storeCredit : zero;
  return {
    lines,
    subtotal,
    couponDiscount,
    promotions: promotions.map(sumOf),
    discount,
    shipping,
    handlingFee,
    surcharges,
    tax,
    gross,
    giftCard,
    storeCredit,
    total: gross.minus(giftCard).minus(taken),
    charged: ratesOf([
      ...lines.flatMap((line) => [
        { rate: line.rate, amount: line.goods, tax: line.goodsTax },
        { rate: line.shippingRate, amount: line.carried, tax: line.shippingTax },
      ]),
      ...surcharges.map(({ rate, total, tax: own }) => ({ rate, amount: total, tax: own })),
    ]),
  };
}

/** The rate that is really charged. */
function rateIn(basket: Basket, rate: string): string {
  return basket.tax === 'charged' ? rate : '0';
}

function lineFigures(
  basket: Basket,
  amounts: readonly Big[],
  promotions: readonly (readonly Big[])[],
  coupon: CouponFigures,
  shipping: Big,
  handlingFee: Big,
): LineFigures[] {
  const parcel = basket.lines.map(({ shipped }, index) => (shipped ? (amounts[index] ?? zero) : zero));
  // Lines that are not shipped bear no shipping cost, unless all lines are such lines.
  const weights = sumOf(parcel).eq(0) ? amounts : parcel;
  const shippings = shareOut(shipping, weights);
  const paidShippings = shareOut(shipping.minus(coupon.offShipping), weights);
  const handlings = shareOut(handlingFee, weights);
  return basket.lines.map((line, index) => {
    const amount = amounts[index] ?? zero;
    const ofPromotions = promotions.map((shares) => shares[index] ?? zero);
    const ofCoupon = coupon.shares[index] ?? zero;
    const goods = amount.minus(ofCoupon).minus(sumOf(ofPromotions));
    const handling = handlings[index] ?? zero;
    const carried = (paidShippings[index] ?? zero).plus(handling);
    const nominal = line.taxable ? line.rate : '0';
    const rate = rateIn(basket, nominal);
    const shippingRate = rateIn(basket, basket.shipping?.taxedAt ?? nominal);
    return {
      rate,
      amount,
      coupon: ofCoupon,
      promotions: ofPromotions,
      goods,
      goodsTax: taxOf(goods, rate, basket.pricesIncludeTax),
      shipping: shippings[index] ?? zero,
      handling,
      carried,
      shippingRate,
      shippingTax: taxOf(carried, shippingRate, basket.pricesIncludeTax),
    };
  });
}

/** By promotion, then by line. Each is computed on the full prices; none takes off more than is left. */
function promotionShares(basket: Basket, amounts: readonly Big[]): Big[][] {
  let left = [...amounts];
  return basket.promotions.map(({ type, value, lines }) => {
    const weights = left.map((amount, index) =>
      lines === undefined || lines.includes(index) ? amount : zero,
    );
    const on = sumOf(weights);
    const shares = shareOut(smallest(type === 'PERCENT' ? percentOf(on, value) : Big(value), on), weights);
    left = left.map((amount, index) => amount.minus(shares[index] ?? zero));
    return shares;
  });
}

interface CouponFigures {
  /** By line. */
  readonly shares: readonly Big[];
  readonly offShipping: Big;
}

/** A coupon for free shipping has no share in the lines: it takes the shipping off. */
function couponOf({ coupon }: Basket, amounts: readonly Big[], shipping: Big): CouponFigures {
  if (coupon === undefined) return { shares: amounts.map(() => zero), offShipping: zero };
  const on = sumOf(amounts);
  const value = Big(coupon.type === 'SHIPPING' ? 0 : coupon.value);
  const whole = coupon.type.startsWith('PERCENT') ? percentOf(on, value) : value;
  return {
    shares: shareOut(smallest(whole, on), amounts),
    offShipping: coupon.type.endsWith('SHIPPING') ? shipping : zero,
  };
}
