/**
 * A document sorted into the places that an order of Ecwid has: items, shipping, surcharges, and what is taken off. The
 * VAT of each rate is shared out over what carries that rate, so that it adds up exactly to what the source states.
 */
import type Big from 'big.js';
import type { Document, DocumentLine } from '../../../records/document.ts';
import { allocate, big, type Decimal, sum } from '../../../records/money.ts';
import { type Part, partsOf, shareVat, takeOff } from '../../wire/document-parts.ts';
import { statedVat } from '../../wire/stated-totals.ts';

export interface ItemPart extends Part {
  /** What each part of `takenOff` takes off this item. */
  readonly shares: { readonly of: Part; readonly amount: Big }[];
  /** Its share of the shipping, which may have another rate than the goods. */
  shipping: { readonly rate: Decimal; readonly amount: Big; readonly vat: Big } | null;
}

export interface OrderParts {
  readonly items: ItemPart[];
  readonly shipping: readonly Part[];
  readonly fees: readonly Part[];
  /** Below zero, of whatever kind: Ecwid has no negative prices. */
  readonly takenOff: readonly Part[];
}

const nothing = big('0');

export function orderParts(document: Document): OrderParts {
  const { currency } = document;
  const all = partsOf(document);
  const above = all.filter(({ amount }) => amount.gt(0));
  const parts = {
    items: all.filter(({ line, amount }) => line.kind === 'item' && amount.gte(0)).map(asItem),
    shipping: above.filter(({ line }) => line.kind === 'shipping'),
    fees: above.filter(({ line }) => line.kind !== 'item' && line.kind !== 'shipping'),
    takenOff: all.filter(({ amount }) => amount.lt(0)),
  };
  for (const part of parts.takenOff) takeOffRate(parts, part, currency);
  for (const { rate, amount } of statedVat(document)) vatOfRate(parts, document, rate, amount);
  shareShipping(parts, currency);
  return parts;
}

function asItem(part: Part): ItemPart {
  return { ...part, shares: [], shipping: null };
}

/** Off the items of its rate first; what they cannot bear goes off the order, and here off the rest of its rate. */
function takeOffRate({ items, shipping, fees }: OrderParts, taken: Part, currency: string): void {
  const ofRate = <P extends Part>(group: readonly P[]) => group.filter(({ rate }) => rate === taken.rate);
  const ofItems = takeOff(taken.amount.neg(), ofRate(items), currency, (item, amount) => {
    item.shares.push({ of: taken, amount });
  });
  takeOff(takeOff(ofItems, ofRate(shipping), currency), ofRate(fees), currency);
}

function vatOfRate(parts: OrderParts, document: Document, rate: Decimal, vat: Big): void {
  if (vat.eq(0)) return;
  const { items, shipping, fees } = parts;
  const carriers = [...items, ...shipping, ...fees].filter((part) => part.rate === rate);
  if (vat.gt(0) && sum(carriers.map(({ left }) => left)).gt(0)) {
    shareVat(vat, carriers, document.currency);
    return;
  }
  // More is taken off at this rate than there is: the VAT stands with one item, if need be one of no price.
  const first = items.find((item) => item.rate === rate);
  const line = document.lines.find(({ vatRate }) => big(vatRate).eq(rate));
  if (first !== undefined) first.vat = vat;
  else if (line !== undefined) items.push(unpriced(line, rate, vat));
}

function unpriced(line: DocumentLine, rate: Decimal, vat: Big): ItemPart {
  const named = { ...line, quantity: '1', unitPrice: '0', articleId: undefined, sku: undefined };
  return asItem({ line: named, rate, amount: nothing, vat, left: nothing });
}

/** The tax on shipping stands with the items (sheet 3.10): those of its own rate, else one that has none yet. */
function shareShipping({ items, shipping }: OrderParts, currency: string): void {
  const rates = [...new Set(shipping.map(({ rate }) => rate))];
  const homes = new Map(rates.map((rate) => [rate, homesOf(items, rate)]));
  // Those with a home of their own first, so that no other rate takes it.
  for (const rate of rates.sort((a, b) => sizeOf(homes, b) - sizeOf(homes, a))) {
    const ofRate = shipping.filter((part) => part.rate === rate);
    const amount = sum(ofRate.map((part) => part.amount));
    const vat = sum(ofRate.map((part) => part.vat));
    const free = items.find((item) => item.shipping === null && item.vat.gte(0) && item.amount.gt(0));
    const own = homes.get(rate) ?? [];
    const found = own.length > 0 ? own : free === undefined ? [] : [free];
    const [line] = ofRate.map((part) => part.line);
    if (found.length === 0 && line !== undefined && !vat.eq(0)) items.push(unpriced(line, rate, vat));
    const weights = found.map(({ left }) => left);
    const amounts = allocate(amount, weights, currency);
    allocate(vat, weights, currency).forEach((share, index) => {
      const home = found[index];
      if (home) home.shipping = { rate, amount: amounts[index] ?? nothing, vat: share };
    });
  }
}

/** An item whose own VAT is nothing would look as if its rate were that of the shipping alone. */
function homesOf(items: readonly ItemPart[], rate: Decimal): ItemPart[] {
  const ofRate = items.filter((item) => item.rate === rate && item.amount.gt(0));
  return rate === '0' ? ofRate : ofRate.filter(({ vat }) => vat.gt(0));
}

function sizeOf(homes: ReadonlyMap<Decimal, readonly ItemPart[]>, rate: Decimal): number {
  return Math.sign(homes.get(rate)?.length ?? 0);
}
