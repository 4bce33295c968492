/**
 * Goods that came in the place of others (case O3). They are part of what was given back, and not of what was sold, unless they
 * cost more than what came back: then the buyer has bought something.
 */
import type Big from 'big.js';
import { big, sum } from '../../../records/money.ts';
import type { LineWire } from './order.graphql.ts';
import type { WholeRefund } from './refund-readings.ts';

/** As a return tells it. */
export interface Exchange {
  readonly isOpen: boolean;
  readonly refunds: readonly string[];
  readonly lines: readonly string[];
}

export interface Exchanged {
  /** What came instead, by the refund that took the other goods back. */
  readonly instead: ReadonlyMap<string, readonly string[]>;
  /** Goods of returns of which nothing has come yet. */
  readonly pending: ReadonlySet<string>;
}

export function exchangedIn(
  exchanges: readonly Exchange[],
  refunds: readonly WholeRefund[],
  lines: readonly LineWire[],
): Exchanged {
  const worthOf = (ids: readonly string[]) => sum(lines.filter(({ id }) => ids.includes(id)).map(worth));
  const instead = exchanges.flatMap((each): [string, readonly string[]][] => {
    const own = refunds.filter(({ id }) => each.refunds.includes(id));
    const largest = own.toSorted((a, b) => worthBack(b).cmp(worthBack(a)))[0];
    if (largest === undefined || worthBack(largest).lt(worthOf(each.lines))) return [];
    return [[largest.id, each.lines]];
  });
  const pending = exchanges.filter((each) => each.isOpen && each.refunds.length === 0);
  return { instead: new Map(instead), pending: new Set(pending.flatMap((each) => each.lines)) };
}

/** No part of the sale. */
export function unsoldIn({ instead, pending }: Exchanged): ReadonlySet<string> {
  return new Set([...[...instead.values()].flat(), ...pending]);
}

/** After discounts, on the basis of the order's prices; as is `worthBack`. */
function worth({ originalUnitPriceSet: price, quantity, discountAllocations }: LineWire): Big {
  const off = sum(discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet));
  return big(price).times(quantity).minus(off);
}

function worthBack({ lines }: WholeRefund): Big {
  return sum(lines.map(({ subtotalSet }) => subtotalSet));
}
