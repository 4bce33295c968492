/** The VAT of an order: no total has it, so it is that of the lines, per rate, to the cent (sheet 5.3, 5.4). */
import type Big from 'big.js';
import { big, type Decimal, fractionDigits, roundTo } from '../../../records/money.ts';
import { vatUpon } from '../../../records/vat.ts';
import { byRate, type RateAmount } from '../../../records/vat-breakdown.ts';

interface Line {
  readonly quantity: Decimal | Big;
  readonly unitPrice: Decimal | Big;
  readonly vatRate: Decimal;
}

/** What stands at a rate, without VAT, and the VAT upon it. */
export interface AtRate {
  readonly rate: Decimal;
  readonly net: Big;
  readonly vat: Big;
}

/** Each line is rounded, as Salesforce does with `TotalPrice`. */
export function atRates(lines: readonly Line[], currency: string): AtRate[] {
  const digits = fractionDigits(currency);
  const nets: RateAmount[] = byRate(
    lines.map(({ quantity, unitPrice, vatRate: rate }) => ({
      rate,
      amount: roundTo(big(quantity).times(unitPrice), digits),
    })),
  );
  return nets.map(({ rate, amount: net }) => ({ rate, net, vat: roundTo(vatUpon(net, rate), digits) }));
}
