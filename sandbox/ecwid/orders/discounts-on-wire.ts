import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { asNumber, sumOf, zero } from '../../kit/money/cents.ts';
import { withoutTax } from '../../kit/money/tax.ts';
import type { Basket } from '../sales/basket.ts';
import type { Figures } from '../sales/figures.ts';
import { dateText } from '../timestamps.ts';

type Promotion = Basket['promotions'][number];

export function discountInfo({ base, type, value, description }: Promotion): JsonObject {
  return { value: Number(value), type, base, ...(description === '' ? {} : { description }), orderTotal: 0 };
}

/** The coupon and the promotions; `volumeDiscount` and its like are parts of `discount` (sheet 3.7). */
export function discountsOnWire(basket: Basket, figures: Figures, placedAt: number): JsonObject {
  const ofBases = (bases: readonly Promotion['base'][]) =>
    asNumber(
      sumOf(
        basket.promotions.map(({ base }, index) =>
          bases.includes(base) ? (figures.promotions[index] ?? zero) : zero,
        ),
      ),
    );
  const custom = figures.promotions.filter((_, index) => basket.promotions[index]?.base === 'CUSTOM');
  return {
    couponDiscount: asNumber(figures.couponDiscount),
    discount: asNumber(figures.discount),
    volumeDiscount: ofBases(['ON_TOTAL', 'SUBTOTAL']),
    membershipBasedDiscount: ofBases(['ON_MEMBERSHIP']),
    totalAndMembershipBasedDiscount: ofBases(['ON_TOTAL_AND_MEMBERSHIP']),
    customDiscount: custom.map((each) => asNumber(each)),
    discountInfo: basket.promotions.map(discountInfo),
    ...(basket.coupon === undefined ? {} : { discountCoupon: couponOnWire(basket.coupon, placedAt) }),
  };
}

function couponOnWire(
  { code, name, type, value }: NonNullable<Basket['coupon']>,
  placedAt: number,
): JsonObject {
  const month = 30 * 86_400_000;
  return {
    id: 700_000 + [...code].reduce((total, character) => total + character.charCodeAt(0), 0),
    name,
    code,
    discountType: type,
    status: 'ACTIVE',
    discount: Number(value),
    launchDate: dateText(placedAt - month),
    usesLimit: 'UNLIMITED',
    repeatCustomerOnly: false,
    applicationLimit: 'UNLIMITED',
    creationDate: dateText(placedAt - month),
    updateDate: dateText(placedAt - month),
    orderCount: 4,
  };
}

/** Tips, costs of a payment method. */
export function surchargesOnWire(basket: Basket, { surcharges }: Figures): JsonObject[] {
  return basket.surcharges.map(({ id, description, type, value, rate }, index) => {
    const { total, tax } = surcharges[index] ?? { total: zero, tax: zero };
    const taxable = !Big(rate).eq(0);
    return {
      id,
      value: Number(value),
      type,
      total: asNumber(total),
      totalWithoutTax: asNumber(basket.pricesIncludeTax ? total.minus(tax) : total),
      description,
      descriptionTranslated: description,
      taxable,
      taxes: taxable ? [{ name: `BTW ${rate}%`, value: Number(rate), total: asNumber(tax) }] : [],
    };
  });
}

/** The shipping chosen; the tax inside its rate is that of the lines' shares. */
export function shippingOnWire({ shipping, pricesIncludeTax }: Basket, { lines }: Figures): JsonObject {
  if (shipping === null) return {};
  const { method, rate, pickup } = shipping;
  const net = sumOf(lines.map((line) => withoutTax(line.shipping, line.shippingRate, pricesIncludeTax)));
  return {
    shippingOption: {
      shippingMethodId: pickup ? '1100-1700000000001' : '1100-1700000000002',
      ...(pickup ? {} : { shippingCarrierName: '' }),
      shippingMethodName: method,
      shippingRate: Number(rate),
      shippingRateWithoutTax: asNumber(net),
      isPickup: pickup,
      ...(pickup
        ? { pickupInstruction: '<p>Toonbank, dinsdag tot en met zaterdag</p>' }
        : { estimatedTransitTime: '1-2' }),
      fulfillmentType: pickup ? 'PICKUP' : 'SHIPPING',
      isShippingLimit: false,
    },
  };
}
