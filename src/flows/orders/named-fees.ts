/** Amounts of a shop's modules that the setting `fees` names: each becomes a fee of the order. */
import type Big from 'big.js';
import { big, type Decimal, fractionDigits, normalise, roundTo, sum } from '../../records/money.ts';
import type { Charge, Order } from '../../records/order.ts';
import { amountOf, ratesOf } from '../../records/order-parts.ts';
import { rateFromVat } from '../../records/rate-from-vat.ts';
import { vatOf } from '../../records/vat.ts';
import { vatAt } from '../../records/vat-breakdown.ts';
import type { OrdersSettings } from './settings.ts';

type NamedFee = OrdersSettings['fees'][number];

/** An order that has none of the fields is given back as it is. */
export function withNamedFees(order: Order, fees: readonly NamedFee[]): Order {
  return fees.reduce(withNamedFee, order);
}

function withNamedFee(order: Order, { field, taxField, text, includesVat }: NamedFee): Order {
  const stated = order.extras?.[field];
  if (stated === undefined) return order;
  const vat = taxField === undefined ? undefined : big(order.extras?.[taxField] ?? '0');
  const found = vat === undefined ? rateLeftOpen(order, big(stated), includesVat) : null;
  const taxed = vat ?? big('0');
  const net = includesVat ? big(stated).minus(taxed) : big(stated);
  const known = ratesOf(order).map((each) => normalise(big(each)));
  const rate = found ?? rateFromVat(net, taxed, known);
  const amount =
    order.pricesIncludeVat === includesVat ? big(stated) : onBasis(order, net, taxed, rate, found);
  const charge: Charge = {
    description: text,
    kind: 'surcharge',
    amount: normalise(amount),
    vatRate: rate,
    ...(rate === '0' || known.includes(rate) ? {} : { rateWorkedOut: true }),
  };
  return { ...order, fees: [...order.fees, charge], vatByRate: movedVat(order, rate, vat) };
}

/** With VAT where the order's prices include it, else without. */
function onBasis(order: Order, net: Big, vat: Big, rate: Decimal, found: Decimal | null): Big {
  const digits = fractionDigits(order.currency);
  if (order.pricesIncludeVat)
    return net.plus(found === null ? vat : roundTo(net.times(rate).div(100), digits));
  return found === null ? net : roundTo(net.times(100).div(big(rate).plus(100)), digits);
}

/** The order's rate whose VAT is open by as much as this amount would carry; 0 % where there is none. */
function rateLeftOpen(order: Order, amount: Big, includesVat: boolean): Decimal {
  const fitting = order.vatByRate.find(({ rate }) => {
    const vat = roundTo(vatOf(amount, rate, includesVat), fractionDigits(order.currency));
    return big(rate).gt(0) && !vat.eq(0) && vatLeftOpen(order, rate).minus(vat).abs().lte('0.02');
  });
  return fitting?.rate ?? '0';
}

/** What is stated at a rate beyond the VAT of the parts that have it. */
function vatLeftOpen(order: Order, rate: Decimal): Big {
  const { lines, shipping, fees, discounts, pricesIncludeVat, currency } = order;
  const vat = (amount: Big) => roundTo(vatOf(amount, rate, pricesIncludeVat), fractionDigits(currency));
  const at = (part: { readonly vatRate: Decimal }) => big(part.vatRate).eq(rate);
  return big(vatAt(order.vatByRate, rate))
    .minus(sum(lines.filter(at).map((line) => vat(amountOf(line)))))
    .minus(sum([...shipping, ...fees].filter(at).map(({ amount }) => vat(big(amount)))))
    .plus(sum(discounts.filter(at).map(({ amount }) => vat(big(amount)))));
}

/**
 * The fee's own VAT, where the source counted it at a rate that the fee does not have: what no part explains was put with the
 * rate of the most VAT.
 */
function movedVat(order: Order, rate: Decimal, vat: Big | undefined): Order['vatByRate'] {
  if (vat === undefined || vat.eq(0) || vatLeftOpen(order, rate).minus(vat).abs().lte('0.05'))
    return order.vatByRate;
  const from = order.vatByRate.find(
    (each) => !big(each.rate).eq(rate) && vatLeftOpen(order, each.rate).minus(vat).abs().lte('0.05'),
  );
  if (from === undefined) return order.vatByRate;
  const others = order.vatByRate.filter((each) => each !== from && !big(each.rate).eq(rate));
  return [
    ...others,
    { ...from, vat: normalise(big(from.vat).minus(vat)) },
    { rate, vat: normalise(big(vatAt(order.vatByRate, rate)).plus(vat)) },
  ].toSorted((a, b) => big(b.rate).cmp(a.rate));
}
