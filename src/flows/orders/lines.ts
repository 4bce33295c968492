import type Big from 'big.js';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import { choose, pick } from '../../mapping/choice.ts';
import type { DocumentLine } from '../../records/document.ts';
import { allocate, big, type Decimal, fractionDigits, normalise, sum } from '../../records/money.ts';
import type { Charge, Order, OrderLine } from '../../records/order.ts';
import { byRate } from '../../records/vat-breakdown.ts';
import type { OrdersSettings } from './settings.ts';

type Kind = DocumentLine['kind'];

/** A part of the order on its way to a line: what it is, at which rate, and how much of it. */
interface Part {
  readonly kind: Kind;
  readonly description: string;
  readonly sku?: string | undefined;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly vatRate: Decimal;
}

/** The country whose VAT applies: where the goods go. */
export function vatCountry(order: Order): string | undefined {
  return order.delivery?.country ?? order.customer.address.country;
}

/** The document's lines by the settings `lines`, `discounts`, `shipping`, `vat` and `revenueAccount`. */
export function buildLines(
  order: Order,
  settings: OrdersSettings,
  target: DocumentTarget,
  describe: (line: OrderLine, index: number) => string,
): DocumentLine[] {
  const parts = {
    items: itemParts(order, settings, describe),
    discounts: discountParts(order, settings),
    shipping: chargeParts('shipping', order.shipping, settings.shipping.description ?? order.shippingMethod),
    fees: chargeParts('fee', order.fees, undefined),
  };
  const { items, discounts, shipping, fees } = parts;
  return shape([...items, ...discounts, ...shipping, ...fees], order, settings).map((part) => ({
    ...part,
    vatCode: vatCode(part.vatRate, order, settings, target),
    account: revenueAccount(part.kind, part.vatRate, order, settings),
  }));
}

function itemParts(
  order: Order,
  settings: OrdersSettings,
  describe: (line: OrderLine, index: number) => string,
): Part[] {
  const reductions = settings.discounts === 'spread' ? spreadDiscounts(order) : undefined;
  return order.lines.map((line, index) => {
    const full = big(line.quantity).times(line.unitPrice);
    const reduction = reductions?.[index] ?? big('0');
    const base = { kind: 'item' as const, sku: line.sku, vatRate: line.vatRate };
    const description = describe(line, index);
    if (reduction.eq(0)) {
      return { ...base, description, quantity: line.quantity, unitPrice: line.unitPrice };
    }
    return { ...base, ...priced(full.minus(reduction), line.quantity, description, order.currency) };
  });
}

/** A whole amount as quantity × unit price where that is exact in the currency's digits, else as one unit. */
function priced(total: Big, quantity: Decimal, description: string, currency: string) {
  const unit = big(quantity).eq(0) ? total : total.div(quantity).round(fractionDigits(currency));
  if (unit.times(quantity).eq(total)) return { description, quantity, unitPrice: normalise(unit) };
  return { description: `${quantity} × ${description}`, quantity: '1', unitPrice: normalise(total) };
}

/** What is taken off each line: its own discount and its share of the order's, among the lines of the same rate. */
function spreadDiscounts(order: Order): Big[] {
  const reductions = order.lines.map((line) => big(line.discount));
  for (const discount of order.discounts.filter((each) => isSpreadable(each, order))) {
    allocate(discount.amount, sharesOf(discount, order), order.currency).forEach((share, index) => {
      reductions[index] = (reductions[index] ?? big('0')).plus(share);
    });
  }
  return reductions;
}

/** The worth of the lines that a discount of the order is spread over: those of its own rate. */
function sharesOf(discount: Charge, order: Order): Big[] {
  return order.lines.map((line) =>
    big(line.vatRate).eq(discount.vatRate)
      ? big(line.quantity).times(line.unitPrice).minus(line.discount)
      : big('0'),
  );
}

/** A discount at a rate that no line has (on the shipping, say) would end up at a wrong rate. */
function isSpreadable(discount: Charge, order: Order): boolean {
  return !sum(sharesOf(discount, order)).eq(0);
}

function discountParts(order: Order, settings: OrdersSettings): Part[] {
  const discounts =
    settings.discounts === 'spread'
      ? order.discounts.filter((each) => !isSpreadable(each, order))
      : [...order.lines.map(({ discount, vatRate }) => ({ amount: discount, vatRate })), ...order.discounts];
  const amounts = byRate(discounts.map(({ vatRate, amount }) => ({ rate: vatRate, amount })));
  return amounts
    .filter(({ amount }) => !amount.eq(0))
    .map(({ rate, amount }) => ({
      kind: 'discount',
      description: 'Korting',
      quantity: '1',
      unitPrice: normalise(amount.neg()),
      vatRate: rate,
    }));
}

function chargeParts(kind: Kind, charges: readonly Charge[], description: string | undefined): Part[] {
  return charges.map((charge) => ({
    kind,
    description: description ?? charge.description,
    quantity: '1',
    unitPrice: charge.amount,
    vatRate: charge.vatRate,
  }));
}

const splitTitles: Record<Kind, string> = {
  item: 'Omzet',
  shipping: 'Verzendkosten',
  discount: 'Korting',
  fee: 'Toeslagen',
  rounding: 'Afronding',
};

/** `items` as they are; `summary` and `split` added up per VAT rate, the ledger-style booking. */
function shape(parts: readonly Part[], order: Order, settings: OrdersSettings): Part[] {
  if (settings.lines === 'items') return [...parts];
  const kinds: readonly Kind[] = ['item', 'shipping', 'discount', 'fee'];
  const groups = settings.lines === 'summary' ? [kinds] : kinds.map((kind) => [kind]);
  return groups.flatMap((group) => {
    const kind = group[0] ?? 'item';
    const amounts = parts
      .filter((part) => group.includes(part.kind))
      .map((part) => ({ rate: part.vatRate, amount: big(part.quantity).times(part.unitPrice) }));
    // Revenue of zero keeps its line: an order of zero is booked like any other.
    const wanted = byRate(amounts).filter(({ amount }) => kind === 'item' || !amount.eq(0));
    return wanted.map(({ rate, amount }) => ({
      kind,
      description: `${splitTitles[kind]} order ${order.number}, ${rate}% btw`,
      quantity: '1',
      unitPrice: normalise(amount),
      vatRate: rate,
    }));
  });
}

export function vatCode(
  rate: Decimal,
  order: Order,
  settings: OrdersSettings,
  target: DocumentTarget,
): string {
  const country = vatCountry(order);
  const ofCountry = country === undefined ? undefined : settings.vat.byCountry[country];
  return (
    choose(ofCountry, rate, `vat.byCountry.${country}`) ??
    choose(settings.vat.byRate, rate, 'vat.byRate') ??
    target.vatCode(rate)
  );
}

/** Shipping, discount, fee and rounding have their own account, or share the revenue's. */
export function revenueAccount(
  kind: Kind,
  rate: Decimal,
  order: Order,
  settings: OrdersSettings,
): string | undefined {
  const { byCountry, byRate: ofRate, ...own } = settings.revenueAccount;
  const account = kind === 'item' ? undefined : own[kind];
  if (account !== undefined) return account;
  const ofCountry = pick(byCountry, vatCountry(order));
  if (ofCountry !== undefined) return ofCountry;
  if (ofRate === undefined) return choose(byCountry, vatCountry(order), 'revenueAccount.byCountry');
  return choose(ofRate, rate, 'revenueAccount.byRate');
}
