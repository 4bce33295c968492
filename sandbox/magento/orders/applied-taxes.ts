/** Which taxes an order carries, per rate and per row (sheet 7.5). */
import type Big from 'big.js';
import type { Json, JsonObject } from '../../kit/json.ts';
import { sumOf } from '../../kit/money/cents.ts';
import { onWire } from '../amounts.ts';
import type { Basket } from '../sales/basket.ts';
import { isDynamic } from '../sales/figures.ts';
import { taxCode, taxTitle } from '../stores/taxes.ts';
import type { BothFigures } from './row-on-file.ts';

interface Part {
  readonly type: 'product' | 'shipping';
  readonly itemId: Json | undefined;
  readonly rate: string;
  readonly amount: Big;
  readonly baseAmount: Big;
}

export function appliedTaxes(
  basket: Basket,
  figures: BothFigures,
  rowsByLine: readonly (readonly JsonObject[])[],
  country: string,
): JsonObject {
  if (basket.tax !== 'charged') return { converting_from_quote: true };
  const parts = partsOf(basket, figures, rowsByLine);
  const rates = [...new Set(parts.map(({ rate }) => rate))];
  const tax = (rate: string, of: readonly Part[]): JsonObject => ({
    code: taxCode(country, rate),
    title: taxTitle(country, rate),
    percent: Number(rate),
    amount: onWire(sumOf(of.map(({ amount }) => amount))),
    base_amount: onWire(sumOf(of.map(({ baseAmount }) => baseAmount))),
  });
  return {
    applied_taxes: rates.map((rate) =>
      tax(
        rate,
        parts.filter((part) => part.rate === rate),
      ),
    ),
    item_applied_taxes: parts.map((part) => ({
      type: part.type,
      ...(part.itemId === undefined ? {} : { item_id: part.itemId }),
      applied_taxes: [tax(part.rate, [part])],
    })),
    converting_from_quote: true,
  };
}

function partsOf(
  basket: Basket,
  { order, base }: BothFigures,
  rowsByLine: readonly (readonly JsonObject[])[],
): Part[] {
  const goods = basket.lines.flatMap((line, index) => {
    // A gift card is taxed when it is spent.
    if (line.type === 'giftcard') return [];
    const rows = rowsByLine[index] ?? [];
    const [inOrder, inBase] = [order.lines[index], base.lines[index]];
    const taxed = isDynamic(line) ? (inOrder?.parts ?? []) : inOrder === undefined ? [] : [inOrder.row];
    const inBooks = isDynamic(line) ? (inBase?.parts ?? []) : inBase === undefined ? [] : [inBase.row];
    return taxed.map(
      (each, place): Part => ({
        type: 'product',
        itemId: rows[isDynamic(line) ? place + 1 : 0]?.item_id,
        rate: each.rate,
        amount: each.tax,
        baseAmount: inBooks[place]?.tax ?? each.tax,
      }),
    );
  });
  const { shipping } = order;
  if (basket.shipping === null || shipping.rowTotal.eq(0)) return goods;
  const carried: Part = {
    type: 'shipping',
    itemId: undefined,
    rate: shipping.rate,
    amount: shipping.tax,
    baseAmount: base.shipping.tax,
  };
  return [...goods, carried];
}
