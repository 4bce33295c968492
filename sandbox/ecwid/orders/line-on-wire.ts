import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { asNumber, sumOf } from '../../kit/money/cents.ts';
import { withoutTax } from '../../kit/money/tax.ts';
import type { Basket, BasketLine } from '../sales/basket.ts';
import type { Figures, LineFigures } from '../sales/figures.ts';
import { discountInfo } from './discounts-on-wire.ts';

/** An item of an order (sheet 3.8), its taxes with their share of the shipping's. */
export function linesOnWire(basket: Basket, figures: Figures, firstId: number): JsonObject[] {
  return basket.lines.map((line, index) => {
    const own = figures.lines[index];
    return own === undefined ? {} : lineOnWire(basket, line, own, firstId + index);
  });
}

function lineOnWire(basket: Basket, line: BasketLine, figures: LineFigures, id: number): JsonObject {
  const discounts = basket.promotions
    .map((promotion, index) => ({ promotion, share: figures.promotions[index] ?? Big(0) }))
    .filter(({ share }) => share.gt(0))
    .map(({ promotion, share }) => ({ discountInfo: discountInfo(promotion), total: asNumber(share) }));
  return {
    id,
    ...(line.productId === null ? {} : { productId: line.productId }),
    categoryId: 0,
    price: Number(line.price),
    priceWithoutTax: asNumber(withoutTax(Big(line.price), figures.rate, basket.pricesIncludeTax)),
    productPrice: line.productId === null ? 0 : Number(line.price),
    sku: line.sku,
    quantity: Number(line.quantity),
    shortDescription: '',
    tax: asNumber(figures.goodsTax.plus(figures.shippingTax)),
    shipping: asNumber(figures.shipping),
    quantityInStock: 25,
    name: line.name,
    nameTranslated: { nl: line.name },
    isShippingRequired: line.shipped,
    weight: line.weight,
    trackQuantity: true,
    fixedShippingRateOnly: false,
    fixedShippingRate: 0,
    digital: !line.shipped,
    productAvailable: line.productId !== null,
    couponApplied: figures.coupon.gt(0),
    ...(figures.coupon.gt(0) ? { couponAmount: asNumber(figures.coupon) } : {}),
    ...(line.options.length === 0 ? {} : { selectedOptions: line.options.map(optionOnWire) }),
    taxes: taxesOnWire(basket, line, figures),
    dimensions: { length: 0, width: 0, height: 0 },
    discounts,
    discountsAllowed: true,
    taxable: line.taxable,
    taxAlreadyDeductedFromPrice: basket.tax === 'shifted' && basket.pricesIncludeTax,
    giftCard: line.sku.startsWith('GIFT'),
    isCustomerSetPrice: false,
    isPreorder: false,
    attributes: [],
  };
}

function optionOnWire({ name, value }: { name: string; value: string }): JsonObject {
  return {
    name,
    nameTranslated: { nl: name },
    type: 'CHOICE',
    value,
    valueTranslated: { nl: value },
    valuesArray: [value],
    selections: [{ selectionTitle: value, selectionModifier: 0, selectionModifierType: 'ABSOLUTE' }],
  };
}

/** A shifted tax is listed with an amount of zero. Exported and untaxable goods list no tax at all. */
function taxesOnWire(basket: Basket, line: BasketLine, figures: LineFigures): JsonObject[] {
  if (!line.taxable || basket.tax === 'exported' || basket.tax === 'exempt') return [];
  const included = basket.pricesIncludeTax;
  const sameRate = Big(figures.shippingRate).eq(figures.rate);
  const own = taxOnWire(line.rate, figures.goodsTax, sameRate ? figures.shippingTax : Big(0), included);
  if (sameRate || figures.shippingTax.eq(0)) return [own];
  return [own, taxOnWire(figures.shippingRate, Big(0), figures.shippingTax, included)];
}

function taxOnWire(rate: string, onGoods: Big, onShipping: Big, included: boolean): JsonObject {
  return {
    name: `BTW ${rate}%`,
    value: Number(rate),
    total: asNumber(onGoods.plus(onShipping)),
    taxOnDiscountedSubtotal: asNumber(onGoods),
    taxOnShipping: asNumber(onShipping),
    includeInPrice: included,
    sourceTaxRateId: 9100 + Math.round(Number(rate) * 10),
    sourceTaxRateType: 'MANUAL',
    taxClassCode: 'default',
    taxClassName: 'Standard rate',
  };
}

/** The tax on shipping that the lines already contain (sheet 3.10), one entry per rate. */
export function taxesOnShipping({ lines }: Figures): JsonObject[] {
  const rates = [...new Set(lines.filter((line) => line.shippingTax.gt(0)).map((line) => line.shippingRate))];
  return rates.map((rate) => ({
    name: `BTW ${rate}%`,
    value: Number(rate),
    total: asNumber(
      sumOf(lines.filter((line) => line.shippingRate === rate).map((line) => line.shippingTax)),
    ),
  }));
}
