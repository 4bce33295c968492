/** How a basket adds up (sheet 7.4), in the currency of the books or in the one that is paid in. */
import Big from 'big.js';
import { cents, percentOf, shareOut, smallest, sumOf, zero } from '../../kit/money/cents.ts';
import { taxOf, withoutTax } from '../../kit/money/tax.ts';
import { type ChargedAt, ratesOf } from '../../kit/money/tax-by-rate.ts';
import type { Currency } from '../amounts.ts';
import { defaultView, type StoreView, viewOf } from '../stores/stores.ts';
import type { Basket, BasketLine } from './basket.ts';
import { nothingTaxed, type Taxable, TaxCalculator, type Taxed } from './tax-calculator.ts';

export interface LineFigures {
  /** Of a dynamic bundle: the sum of its parts, which are what counts. */
  readonly row: Taxed;
  /** Of a dynamic bundle only. */
  readonly parts: readonly Taxed[];
  readonly unitFixedTax: Big;
  readonly fixedTax: Big;
}

export interface Figures {
  readonly lines: readonly LineFigures[];
  readonly shipping: Taxed;
  readonly subtotal: Big;
  readonly subtotalInclTax: Big;
  /** All of it, that of the shipping included; positive. */
  readonly discount: Big;
  readonly tax: Big;
  /** Of the rows only. The shipping has its own. */
  readonly compensation: Big;
  readonly fixedTax: Big;
  /** Before any gift card and store credit. */
  readonly gross: Big;
  readonly giftCard: Big;
  readonly storeCredit: Big;
  readonly grandTotal: Big;
  readonly charged: readonly ChargedAt[];
}

export function storeOf(basket: Basket): StoreView {
  return viewOf(basket.store) ?? defaultView;
}

export function isDynamic(line: BasketLine): boolean {
  return line.bundle?.pricing === 'dynamic';
}

export function figuresOf(basket: Basket, currency: Currency): Figures {
  const store = storeOf(basket);
  const money = (text: string) => cents(Big(text).times(currency === 'base' ? 1 : store.rate));
  const goods = basket.lines.map((line) => taxablesOf(basket, line, store, money));
  const discounts = discountShares(basket, goods, money);
  const calculator = new TaxCalculator(store.pricesIncludeTax, store.rounding);
  const lines = basket.lines.map((line, index): LineFigures => {
    const taxed = (goods[index] ?? []).map((each, place) =>
      calculator.taxed({ ...each, discount: discounts[index]?.[place] ?? zero }),
    );
    const unitFixedTax = money(line.fixedTax ?? '0');
    return {
      row: isDynamic(line) ? sumOfParts(taxed, line) : (taxed[0] ?? nothingTaxed),
      parts: isDynamic(line) ? taxed : [],
      unitFixedTax,
      fixedTax: cents(unitFixedTax.times(line.quantity)),
    };
  });
  return added(basket, lines, shippingOf(basket, store, money), money);
}

function added(
  basket: Basket,
  lines: readonly LineFigures[],
  shipping: Taxed,
  money: (text: string) => Big,
): Figures {
  const included = storeOf(basket).pricesIncludeTax;
  const rows = lines.flatMap(({ row, parts }) => (parts.length > 0 ? parts : [row]));
  const subtotal = sumOf(rows.map(({ rowTotal }) => rowTotal));
  const discount = sumOf([...rows, shipping].map((each) => each.discount));
  const tax = sumOf([...rows, shipping].map((each) => each.tax));
  const compensation = sumOf(rows.map((row) => row.compensation));
  const fixedTax = sumOf(lines.map((line) => line.fixedTax));
  const gross = sumOf([
    subtotal,
    shipping.rowTotal,
    tax,
    compensation,
    shipping.compensation,
    fixedTax,
  ]).minus(discount);
  const giftCard = smallest(money(basket.giftCard ?? '0'), gross);
  const storeCredit = smallest(money(basket.storeCredit ?? '0'), gross.minus(giftCard));
  const charged = ratesOf([
    ...[...rows, shipping].map((each) => ({
      rate: each.rate,
      amount: (included ? each.rowTotalInclTax : each.rowTotal).minus(each.discount),
      tax: each.tax,
    })),
    { rate: '0', amount: fixedTax, tax: zero },
  ]);
  return {
    lines,
    shipping,
    subtotal,
    subtotalInclTax: sumOf(rows.map(({ rowTotalInclTax }) => rowTotalInclTax)),
    discount,
    tax,
    compensation,
    fixedTax,
    gross,
    giftCard,
    storeCredit,
    grandTotal: gross.minus(giftCard).minus(storeCredit),
    charged,
  };
}

/** The rate that is really charged. */
export function rateIn(basket: Basket, rate: string): string {
  return basket.tax === 'charged' ? Big(rate).toFixed() : '0';
}

type Undiscounted = Omit<Taxable, 'discount'>;

function taxablesOf(
  basket: Basket,
  line: BasketLine,
  store: StoreView,
  money: (text: string) => Big,
): Undiscounted[] {
  const items = isDynamic(line)
    ? (line.bundle?.parts ?? []).map((part) => ({
        ...part,
        quantity: Big(part.quantity).times(line.quantity),
      }))
    : [{ ...line, quantity: Big(line.quantity) }];
  return items.map((item) => {
    const rate = rateIn(basket, item.rate);
    const storeRate = ('storeRate' in item ? item.storeRate : undefined) ?? item.rate;
    return {
      price: customersPrice(money(item.price), storeRate, rate, store),
      quantity: item.quantity,
      rate,
    };
  });
}

/** Converts a price that contains the store's tax for a customer who pays another rate. */
function customersPrice(price: Big, storeRate: string, rate: string, store: StoreView): Big {
  if (!store.pricesIncludeTax || Big(storeRate).eq(rate)) return price;
  const net = withoutTax(price, storeRate, true);
  return net.plus(taxOf(net, rate, false));
}

/** By line, then by what is taxed of it. */
function discountShares(
  { discount }: Basket,
  goods: readonly (readonly Undiscounted[])[],
  money: (text: string) => Big,
): Big[][] {
  const amounts = goods.map((items, index) =>
    items.map(({ price, quantity }) => {
      const takes = discount !== undefined && (discount.lines?.includes(index) ?? true);
      return takes ? cents(price.times(quantity)) : zero;
    }),
  );
  if (discount === undefined) return amounts;
  if (discount.type === 'percent') {
    const percent = smallest(Big(discount.value), Big(100));
    return amounts.map((items) => items.map((amount) => percentOf(amount, percent)));
  }
  const all = amounts.flat();
  const shares = shareOut(smallest(money(discount.value), sumOf(all)), all);
  let next = 0;
  return amounts.map((items) => items.map(() => shares[next++] ?? zero));
}

function shippingOf(basket: Basket, store: StoreView, money: (text: string) => Big): Taxed {
  const { shipping, discount } = basket;
  if (shipping === null) return nothingTaxed;
  const rate = rateIn(basket, shipping.rate);
  const price = customersPrice(money(shipping.price), shipping.rate, rate, store);
  const percent =
    discount?.onShipping && discount.type === 'percent' ? smallest(Big(discount.value), Big(100)) : zero;
  const calculator = new TaxCalculator(store.pricesIncludeTax, store.rounding);
  return calculator.taxed({ price, quantity: Big(1), rate, discount: percentOf(price, percent) });
}

/** The parent shows the sums; its discount stays with the parts (sheet 7.7). */
function sumOfParts(parts: readonly Taxed[], line: BasketLine): Taxed {
  const sum = (read: (part: Taxed) => Big) => sumOf(parts.map(read));
  const quantity = Big(line.quantity);
  return {
    rate: '0',
    price: cents(sum((part) => part.rowTotal).div(quantity)),
    priceInclTax: cents(sum((part) => part.rowTotalInclTax).div(quantity)),
    rowTotal: sum((part) => part.rowTotal),
    rowTotalInclTax: sum((part) => part.rowTotalInclTax),
    discount: zero,
    tax: sum((part) => part.tax),
    compensation: zero,
  };
}
