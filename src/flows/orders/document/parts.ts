import type Big from 'big.js';
import type { DocumentLine } from '../../../records/document.ts';
import { big, type Decimal, fractionDigits, normalise } from '../../../records/money.ts';
import type { AsideKind, Charge, Order } from '../../../records/order.ts';
import { byRate } from '../../../records/vat-breakdown.ts';
import type { DocumentTexts } from '../../../texts/documents/texts.ts';
import type { OrdersSettings } from '../settings.ts';
import { isAside } from '../takings.ts';
import { allDiscounts, spreadDiscounts, unspreadDiscounts } from './discounts.ts';

export type Kind = DocumentLine['kind'];

/** A part of the order on its way to a line: what it is, at which rate, and how much of it. */
export interface Part {
  readonly kind: Kind;
  /** Of a fee that a till took in beside the turnover. */
  readonly aside?: AsideKind;
  readonly description: string;
  readonly sku?: string | undefined;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly vatRate: Decimal;
}

/** Returns the order's items, discounts, shipping and fees, in this order. `descriptions` has one for each of its lines. */
export function partsOf(
  order: Order,
  settings: OrdersSettings,
  descriptions: readonly string[],
  texts: DocumentTexts,
): Part[] {
  const shipping = settings.shipping.description ?? order.shippingMethod;
  return [
    ...itemParts(order, settings, descriptions),
    ...discountParts(order, settings, texts),
    ...chargeParts('shipping', order.shipping, (each) => shipping ?? each.description ?? texts.shipping),
    ...chargeParts('fee', order.fees, (each) => each.description ?? texts.charges[each.kind ?? 'surcharge']),
  ];
}

function itemParts(order: Order, settings: OrdersSettings, descriptions: readonly string[]): Part[] {
  const reductions = settings.discounts === 'spread' ? spreadDiscounts(order) : undefined;
  return order.lines.map((line, index) => {
    const full = big(line.quantity).times(line.unitPrice);
    const reduction = reductions?.[index] ?? big('0');
    const base = { kind: 'item' as const, sku: line.sku, vatRate: line.vatRate };
    const description = descriptions[index] ?? line.name;
    if (reduction.eq(0)) {
      return { ...base, description, quantity: line.quantity, unitPrice: line.unitPrice };
    }
    return { ...base, ...priced(full.minus(reduction), line.quantity, description, order.currency) };
  });
}

/** Writes a whole amount as quantity × unit price where that is exact in the currency's digits, else as one unit. */
function priced(total: Big, quantity: Decimal, description: string, currency: string) {
  const unit = big(quantity).eq(0) ? total : total.div(quantity).round(fractionDigits(currency));
  if (unit.times(quantity).eq(total)) return { description, quantity, unitPrice: normalise(unit) };
  return { description: `${quantity} × ${description}`, quantity: '1', unitPrice: normalise(total) };
}

function discountParts(order: Order, settings: OrdersSettings, texts: DocumentTexts): Part[] {
  const discounts = settings.discounts === 'spread' ? unspreadDiscounts(order) : allDiscounts(order);
  return byRate(discounts)
    .filter(({ amount }) => !amount.eq(0))
    .map(({ rate, amount }) => ({
      kind: 'discount',
      description: texts.discount,
      quantity: '1',
      unitPrice: normalise(amount.neg()),
      vatRate: rate,
    }));
}

function chargeParts(kind: Kind, charges: readonly Charge[], describe: (charge: Charge) => string): Part[] {
  return charges.map((charge) => ({
    kind,
    ...(isAside(charge.kind) ? { aside: charge.kind } : {}),
    description: describe(charge),
    quantity: '1',
    unitPrice: charge.amount,
    vatRate: charge.vatRate,
  }));
}
