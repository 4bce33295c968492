/** What the wire says of an order, added up apart from the stand-in's own arithmetic. */
import Big from 'big.js';
import { expect } from 'vitest';
import { isObject, type Json, type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import type { MagentoExpectation as Expectation } from '../../../../sandbox/magento/sales/expectation.ts';
import type { TestShop } from '../shop.ts';

export interface Case extends Expectation {
  readonly wire: JsonObject;
}

export async function cases(shop: TestShop): Promise<Case[]> {
  const all = (await shop.control('GET', '/expectations')).json as unknown as Expectation[];
  return Promise.all(all.map(async (each) => ({ ...each, wire: await shop.order(each.id) })));
}

export function amount(of: Json | undefined, name: string): Big {
  const value = isObject(of) ? of[name] : undefined;
  return typeof value === 'number' ? Big(value) : Big(0);
}

function attributes(wire: JsonObject): JsonObject {
  return isObject(wire.extension_attributes) ? wire.extension_attributes : {};
}

/** The rows that carry the money, by the rules of the sheet's 7.7 and from nothing but what the wire says. */
export function moneyRows(wire: JsonObject): JsonObject[] {
  const rows = objectsIn(wire.items);
  return rows
    .filter((row) => row.parent_item_id === undefined)
    .flatMap((row) => {
      const children = rows.filter((each) => each.parent_item_id === row.item_id);
      const replaced = row.product_type === 'bundle' && carriesMoney(row, children);
      return replaced ? children : [row];
    });
}

function carriesMoney(row: JsonObject, children: readonly JsonObject[]): boolean {
  if (children.some((child) => amount(child, 'tax_percent').gt(0))) return true;
  const sum = children.reduce(
    (all, child) => all.plus(amount(child, 'price').times(amount(child, 'qty_ordered'))),
    Big(0),
  );
  return sum.eq(amount(row, 'price').times(amount(row, 'qty_ordered')));
}

const sum = (rows: readonly JsonObject[], name: string) =>
  rows.reduce((total, row) => total.plus(amount(row, name)), Big(0));

/** The identities of the sheet's 7.4. */
export function expectToAddUp({ wire, about, gross, tax, taxByRate }: Case): void {
  const label = `${about} ${wire.increment_id}`;
  for (const prefix of ['', 'base_']) {
    const header = (name: string) => amount(wire, `${prefix}${name}`);
    const rows = moneyRows(wire);
    const weee = sum(rows, `${prefix}weee_tax_applied_row_${prefix === '' ? 'amount' : 'amnt'}`);
    const shippingCompensation = amount(
      wire,
      prefix === ''
        ? 'shipping_discount_tax_compensation_amount'
        : 'base_shipping_discount_tax_compensation_amnt',
    );
    const prepaid = ['gift_cards_amount', 'customer_balance_amount'].reduce(
      (total, name) => total.plus(amount(attributes(wire), `${prefix}${name}`)),
      Big(0),
    );
    const total = [
      'subtotal',
      'discount_amount',
      'shipping_amount',
      'tax_amount',
      'discount_tax_compensation_amount',
    ]
      .reduce((all, name) => all.plus(header(name)), shippingCompensation)
      .plus(weee)
      .minus(prepaid);
    expect(total.toFixed(2), label).toBe(header('grand_total').toFixed(2));
    const rowTax = sum(rows, `${prefix}tax_amount`);
    expect(rowTax.toFixed(2), label).toBe(
      header('tax_amount').minus(header('shipping_tax_amount')).toFixed(2),
    );
    const rowDiscount = sum(rows, `${prefix}discount_amount`);
    expect(rowDiscount.plus(header('shipping_discount_amount')).toFixed(2), label).toBe(
      header('discount_amount').times(-1).toFixed(2),
    );
    // What REST shows of a row's total is after the discount; the net one is cut off at nothing (7.4).
    const subtotal = sum(rows, `${prefix}row_total_incl_tax`)
      .plus(rowDiscount)
      .minus(rowTax)
      .minus(sum(rows, `${prefix}discount_tax_compensation_amount`))
      .minus(weee);
    expect(subtotal.toFixed(2), label).toBe(header('subtotal').toFixed(2));
  }
  const prepaid = amount(attributes(wire), 'gift_cards_amount').plus(
    amount(attributes(wire), 'customer_balance_amount'),
  );
  expect(amount(wire, 'grand_total').plus(prepaid).toFixed(2), label).toBe(gross);
  expect(amount(wire, 'tax_amount').toFixed(2), label).toBe(tax);
  const applied = objectsIn(attributes(wire).applied_taxes).filter((each) => !amount(each, 'amount').eq(0));
  const expected = taxByRate.filter((each) => !Big(each.tax).eq(0));
  const rates = applied.map((each) => ({
    rate: amount(each, 'percent').toFixed(),
    tax: amount(each, 'amount').toFixed(2),
  }));
  expect(
    rates.toSorted((one, other) => Number(other.rate) - Number(one.rate)),
    label,
  ).toEqual(expected);
}

/** Tax counted once per rate from gross or net amounts, as a bookkeeping does: what `bookable` promises. */
export function taxOncePerRate(wire: JsonObject, pricesIncludeTax: boolean): Big {
  const shipping = amount(wire, 'shipping_amount');
  const shippingRate = objectsIn(attributes(wire).item_applied_taxes)
    .filter((each) => each.type === 'shipping')
    .flatMap((each) => objectsIn(each.applied_taxes))
    .map((each) => amount(each, 'percent'))[0];
  const shippingNet = shipping
    .minus(amount(wire, 'shipping_discount_amount'))
    .plus(amount(wire, 'shipping_discount_tax_compensation_amount'));
  const parts = [
    ...moneyRows(wire).map((row) => ({
      rate: amount(row, 'tax_percent').toFixed(),
      net: amount(row, 'row_total_incl_tax')
        .minus(amount(row, 'tax_amount'))
        .minus(amount(row, 'weee_tax_applied_row_amount')),
      tax: amount(row, 'tax_amount'),
    })),
    { rate: (shippingRate ?? Big(0)).toFixed(), net: shippingNet, tax: amount(wire, 'shipping_tax_amount') },
  ];
  return [...new Set(parts.map(({ rate }) => rate))].reduce((total, rate) => {
    const same = parts.filter((part) => part.rate === rate);
    const net = same.reduce((all, part) => all.plus(part.net), Big(0));
    const gross = same.reduce((all, part) => all.plus(part.net).plus(part.tax), Big(0));
    const of = pricesIncludeTax ? gross : net;
    const divisor = pricesIncludeTax ? Big(rate).plus(100) : Big(100);
    return total.plus(of.times(rate).div(divisor).round(2, Big.roundHalfUp));
  }, Big(0));
}
