/** Where an order has what only a till takes: tips, vouchers, and what cash is rounded by. CCV's own way is not known. */
import Big from 'big.js';
import type { CcvSettings } from '../settings.ts';
import type { Sale } from './sale.ts';

interface TillRow {
  readonly name: string;
  readonly number: string;
  /** None of them carries VAT. */
  readonly price: number;
}

export interface TillExtras {
  readonly rows: readonly TillRow[];
  /** Null: there are no costs of this kind. */
  readonly costs: { readonly amount: number; readonly description: string } | null;
  /** Off the whole order, VAT included. */
  readonly discount: number;
}

export function tillExtras({ tip, voucher, rounding }: Sale, settings: CcvSettings): TillExtras {
  const parts = [
    { amount: tip, name: 'Fooi', number: 'FOOI', as: settings.tipsAre },
    { amount: rounding, name: 'Afronding', number: 'AFRONDING', as: settings.roundingIs },
    {
      amount: voucher === null ? null : `-${voucher}`,
      name: 'Cadeaubon',
      number: 'BON',
      as: settings.vouchersAre,
    },
  ].filter(({ amount }) => amount !== null);
  const costs = parts.filter(({ as }) => as === 'extra costs');
  const sum = (of: typeof parts) =>
    Number(of.reduce((total, each) => total.plus(each.amount ?? 0), Big(0)).toFixed());
  return {
    rows: parts
      .filter(({ as }) => as === 'row')
      .map(({ name, number, amount }) => ({ name, number, price: Number(amount) })),
    costs:
      costs.length === 0
        ? null
        : { amount: sum(costs), description: costs.map(({ name }) => name).join(', ') },
    discount: 0 - sum(parts.filter(({ as }) => as === 'coupon')),
  };
}
