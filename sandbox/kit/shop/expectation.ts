import Big from 'big.js';
import { type ChargedAt, roundingOff } from '../money/tax-by-rate.ts';

/** What a shop's own arithmetic makes of a basket. */
interface Charged {
  /** Before any gift card and store credit. */
  readonly gross: Big;
  readonly tax: Big;
  readonly charged: readonly ChargedAt[];
}

interface Sums {
  /** What is special about the sale. */
  about: string;
  /** Before any gift card and store credit. Decimal strings, as all amounts here. */
  gross: string;
  tax: string;
  taxByRate: { rate: string; tax: string }[];
}

/** What an order should come to according to its basket. It is kept beside the order. */
export interface Ledger<Basket> extends Sums {
  basket: Basket;
  /** How far the tax is from what it comes to when every rate is rounded once. */
  off: string;
}

/** What a target should make of an order. A system adds its own keys. */
export interface Expectation extends Sums {
  id: string;
  /** Whether a bookkeeping can book it unchanged, and does so by default: also one that rounds otherwise than the shop. */
  bookable: boolean;
  why: string;
}

/** A difference that needs no explanation. */
const tolerance = '0.05';

export function ledgerOf<Basket>(
  basket: Basket,
  about: string,
  { gross, tax, charged }: Charged,
  pricesIncludeTax: boolean,
): Ledger<Basket> {
  return {
    basket,
    about,
    gross: gross.toFixed(2),
    tax: tax.toFixed(2),
    taxByRate: charged.map((each) => ({ rate: each.rate, tax: each.tax.toFixed(2) })),
    off: roundingOff(charged, pricesIncludeTax).toFixed(2),
  };
}

/** `hindrance` says why a bookkeeping cannot book the order unchanged; null when it can. */
export function expectationOf<Basket>(
  id: string,
  { about, gross, tax, taxByRate }: Ledger<Basket>,
  hindrance: string | null,
): Expectation {
  const why = hindrance ?? 'a sale as any other';
  return { id, about, gross, tax, taxByRate, bookable: hindrance === null, why };
}

export function isBeyondRounding({ off }: Pick<Ledger<unknown>, 'off'>): boolean {
  return Big(off).gt(tolerance);
}
