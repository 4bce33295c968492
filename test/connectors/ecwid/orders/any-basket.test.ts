import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, big, sum } from '../../../../src/records/money.ts';
import type { Charge, Order } from '../../../../src/records/order.ts';
import { runs } from '../../../support/runs.ts';
import { mugs, translate } from '../order-payload.ts';

interface Basket {
  readonly gross: boolean;
  readonly reverse: boolean;
  readonly items: readonly { price: number; quantity: number; rate: number }[];
  /** Cents: with a share per line, and on the order alone. */
  readonly coupon: number;
  readonly orderDiscount: number;
  readonly shipping: number;
  readonly handling: number;
  readonly surcharge: { readonly cents: number; readonly rate: number };
  readonly giftCardPercent: number;
}

const cents = (max: number) => fc.integer({ min: 0, max });
const basket: fc.Arbitrary<Basket> = fc.record({
  gross: fc.boolean(),
  reverse: fc.boolean(),
  items: fc.array(
    fc.record({
      price: cents(30_000),
      quantity: fc.integer({ min: 1, max: 12 }),
      rate: fc.constantFrom(0, 9, 21),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  coupon: cents(900),
  orderDiscount: fc.constantFrom(0, 0, 250),
  shipping: fc.constantFrom(0, 395, 1000, 2999),
  handling: fc.constantFrom(0, 200),
  surcharge: fc.record({ cents: fc.constantFrom(0, 150), rate: fc.constantFrom(9, 21) }),
  giftCardPercent: fc.constantFrom(0, 0, 50, 100),
});

const euros = (value: Big) => Number(value.toFixed(2));
const fromCents = (value: number) => new Big(value).div(100);

/** The shop's side of it: shipping and handling shared by price, each line's tax rounded once (sheet 3.10). */
function payload(input: Basket) {
  const includes = input.gross && !input.reverse;
  const rateOf = (rate: number) => (input.reverse ? 0 : rate);
  const taxOn = (amount: Big, rate: number) =>
    amount
      .times(rate)
      .div(includes ? 100 + rate : 100)
      .round(2);
  const amounts = input.items.map(({ price, quantity }) => fromCents(price * quantity));
  const subtotal = sum(amounts);
  const share = (value: Big) => allocate(value, amounts, 'EUR');
  const least = (value: number) => (fromCents(value).gt(subtotal) ? subtotal : fromCents(value));
  const coupon = least(input.coupon);
  const coupons = share(coupon);
  const orderDiscount = fromCents(input.orderDiscount).gt(subtotal.minus(coupon))
    ? new Big(0)
    : fromCents(input.orderDiscount);
  const shipping = fromCents(input.shipping);
  const shippings = share(shipping);
  const handlings = share(fromCents(input.handling));
  const zero = new Big(0);
  const items = input.items.map(({ price, quantity, rate: nominal }, index) => {
    const rate = rateOf(nominal);
    const goods = taxOn((amounts[index] ?? zero).minus(coupons[index] ?? zero), rate);
    const onShipping = taxOn(shippings[index] ?? zero, rate);
    const onHandling = taxOn(handlings[index] ?? zero, rate);
    const total = sum([goods, onShipping, onHandling]);
    return {
      id: index + 1,
      name: `Thing ${index}`,
      price: price / 100,
      priceWithoutTax: price / 100,
      quantity,
      couponAmount: euros(coupons[index] ?? zero),
      shipping: euros(shippings[index] ?? zero),
      tax: euros(total),
      taxes: [
        {
          value: nominal,
          total: euros(total),
          taxOnDiscountedSubtotal: euros(goods),
          taxOnShipping: euros(onShipping),
          taxOnHandlingFee: euros(onHandling),
        },
      ],
    };
  });
  const surcharge = fromCents(input.surcharge.cents);
  const surchargeTax = taxOn(surcharge, rateOf(input.surcharge.rate));
  const tax = sum([...items.map((item) => big(String(item.tax))), surchargeTax]);
  const before = sum([subtotal, shipping, fromCents(input.handling), surcharge])
    .minus(coupon)
    .minus(orderDiscount)
    .plus(includes ? 0 : tax);
  const giftCard = before.times(input.giftCardPercent).div(100).round(2, Big.roundDown);
  const rates = [...new Set(items.map((item) => item.taxes[0]?.value ?? 0))];
  const ofRate = (rate: number) => items.map((item) => item.taxes[0]).filter((each) => each?.value === rate);
  return mugs({
    items,
    pricesIncludeTax: input.gross,
    reversedTaxApplied: input.reverse,
    couponDiscount: euros(coupon),
    discount: euros(orderDiscount),
    tax: euros(tax),
    total: euros(before.minus(giftCard)),
    giftCardRedemption: euros(giftCard),
    totalBeforeGiftCardRedemption: euros(before),
    shippingOption: {
      shippingMethodName: 'Post',
      shippingRate: euros(shipping),
      shippingRateWithoutTax: euros(shipping),
    },
    handlingFee: { name: 'Wrap', value: input.handling / 100 },
    customSurcharges: [
      {
        id: 'cod',
        total: euros(surcharge),
        taxes: [{ value: input.surcharge.rate, total: euros(surchargeTax) }],
      },
    ],
    taxesOnShipping: rates
      .filter((rate) => rate > 0)
      .map((value) => ({
        value,
        total: euros(
          sum(
            ofRate(value).map((each) =>
              big(String((each?.taxOnShipping ?? 0) + (each?.taxOnHandlingFee ?? 0))),
            ),
          ),
        ),
      })),
  });
}

const charges = (list: readonly Charge[]) => sum(list.map(({ amount }) => amount));

function added(record: Order): Big {
  const lines = sum(
    record.lines.map((line) => big(line.quantity).times(line.unitPrice).minus(line.discount)),
  );
  return lines
    .minus(charges(record.discounts))
    .plus(charges(record.shipping))
    .plus(charges(record.fees))
    .plus(record.pricesIncludeVat ? 0 : record.vat);
}

test('the parts of any basket add up to its gross, and the VAT per rate to its VAT', () => {
  fc.assert(
    fc.property(basket, (input) => {
      const wire = payload(input);
      const record = translate(wire);
      expect(added(record).toFixed(2)).toBe(big(record.gross).toFixed(2));
      expect(record.gross).toBe(big(String(wire.totalBeforeGiftCardRedemption)).toFixed());
      expect(sum(record.vatByRate.map(({ vat }) => vat)).toFixed()).toBe(big(record.vat).toFixed());
      expect(record.vat).toBe(big(String(wire.tax)).toFixed());
    }),
    runs(400),
  );
});

test('no amount of any basket is lost on the way to a rate, and what is free of VAT has one rate', () => {
  fc.assert(
    fc.property(basket, (input) => {
      const record = translate(payload(input));
      const listed = [...record.lines, ...record.shipping, ...record.fees, ...record.discounts].map(
        ({ vatRate }) => vatRate,
      );
      expect(new Set(record.vatByRate.map(({ rate }) => rate))).toEqual(new Set(listed));
      expect(
        [...record.shipping, ...record.fees, ...record.discounts].every(({ amount }) => big(amount).gt(0)),
      ).toBe(true);
      if (input.reverse) expect(new Set(listed)).toEqual(new Set(['0']));
    }),
    runs(200),
  );
});

test('the VAT of every rate is what its parts come to, but for rounding', () => {
  fc.assert(
    fc.property(basket, (input) => {
      // What a discount on the order alone does to the VAT, Ecwid does not say.
      const record = translate(payload({ ...input, orderDiscount: 0 }));
      for (const { rate, vat } of record.vatByRate) {
        const parts = [
          ...record.lines
            .filter(({ vatRate }) => vatRate === rate)
            .map((line) => big(line.quantity).times(line.unitPrice).minus(line.discount)),
          ...[...record.shipping, ...record.fees]
            .filter(({ vatRate }) => vatRate === rate)
            .map(({ amount }) => big(amount)),
        ];
        const expected = sum(parts)
          .times(rate)
          .div(record.pricesIncludeVat ? big(rate).plus(100) : 100);
        expect(expected.minus(vat).abs().toNumber(), `VAT at ${rate} %`).toBeLessThan(0.15);
      }
    }),
    runs(400),
  );
});
