import type Big from 'big.js';
import { type JsonObject, textIn } from '../../kit/json.ts';
import { sumOf, zero } from '../../kit/money/cents.ts';
import {
  type Expectation,
  expectationOf,
  isBeyondRounding,
  type Ledger,
} from '../../kit/shop/expectation.ts';
import type { Shop } from '../shop.ts';
import type { Basket } from './basket.ts';
import type { Figures } from './figures.ts';

/** Here the merchant can edit the items, without the tax being counted again (sheet 3.10). */
export interface EditableLedger extends Ledger<Basket> {
  edited?: true;
}

export interface EcwidExpectation extends Expectation {
  paymentStatus: string;
}

/** The merchant changed the items: the sums follow, the taxes stay as they were (sheet 3.10). */
export function editedLedger(
  ledger: EditableLedger,
  basket: Basket,
  gross: Big,
  now: Figures,
): EditableLedger {
  const rates = new Set([...ledger.taxByRate, ...now.charged].map(({ rate }) => rate));
  const off = [...rates].map((rate) => {
    const stated = ledger.taxByRate.find((each) => each.rate === rate)?.tax ?? '0';
    const due = now.charged.find((each) => each.rate === rate)?.tax ?? zero;
    return due.minus(stated).abs();
  });
  return { ...ledger, basket, gross: gross.toFixed(2), off: sumOf(off).toFixed(2), edited: true };
}

export function expectationsOf(shop: Shop): EcwidExpectation[] {
  return shop.ledgers.entries().flatMap(([id, ledger]) => {
    const order = shop.orders.get(id);
    if (order === undefined) return [];
    const expectation = expectationOf(id, ledger, hindrance(order, ledger));
    return [{ ...expectation, paymentStatus: textIn(order, 'paymentStatus') }];
  });
}

const byStatus: Readonly<Record<string, string>> = {
  INCOMPLETE: 'not placed yet',
  CANCELLED: 'cancelled',
  REFUNDED: 'given back as a whole',
};

function hindrance(order: JsonObject, ledger: EditableLedger): string | null {
  const reason = byStatus[textIn(order, 'paymentStatus')];
  if (reason !== undefined) return reason;
  if (ledger.edited && isBeyondRounding(ledger)) {
    return `edited without its tax being counted again: ${ledger.off} off`;
  }
  return textIn(order, 'email') === '' ? 'no e-mail address: needs a customer to fall back on' : null;
}
