import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import type { DocumentLine } from '../../../records/document.ts';
import { big, normalise } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { byRate } from '../../../records/vat-breakdown.ts';
import { documentTexts } from '../../../texts/documents/languages.ts';
import type { DocumentTexts } from '../../../texts/documents/texts.ts';
import type { OrdersSettings } from '../settings.ts';
import { asideAccount, revenueAccount, vatCode } from './codes.ts';
import { type Kind, type Part, partsOf } from './parts.ts';

/**
 * Builds the document's lines by the settings `lines`, `discounts`, `shipping`, `vat`, `revenueAccount` and `language`.
 * `descriptions` has one for each line of the order. Throws `choice_missing`.
 */
export function buildLines(
  order: Order,
  settings: OrdersSettings,
  target: DocumentTarget,
  descriptions: readonly string[],
): DocumentLine[] {
  const texts = documentTexts[settings.language];
  const parts = partsOf(order, settings, descriptions, texts);
  // What is no turnover is never added up with it.
  const [turnover, beside] = [parts.filter(({ aside }) => !aside), parts.filter(({ aside }) => aside)];
  return [...shape(turnover, order, settings, texts), ...beside].map(({ aside, ...part }) => ({
    ...part,
    vatCode: vatCode(part.vatRate, order, settings, target),
    account: asideAccount(aside, settings) ?? revenueAccount(part.kind, part.vatRate, order, settings),
  }));
}

/** Leaves `items` as they are, and adds `summary` and `split` up per VAT rate: the ledger-style booking. */
function shape(
  parts: readonly Part[],
  order: Order,
  { lines }: OrdersSettings,
  texts: DocumentTexts,
): Part[] {
  if (lines === 'items') return [...parts];
  const titles = { item: texts.revenue, shipping: texts.shipping, discount: texts.discount, fee: texts.fees };
  const kinds = ['item', 'shipping', 'discount', 'fee'] as const;
  const groups: readonly (typeof kinds)[number][][] =
    lines === 'summary' ? [[...kinds]] : kinds.map((kind) => [kind]);
  return groups.flatMap((group) => {
    const kind = group[0] ?? 'item';
    const amounts = parts
      .filter((part) => (group as readonly Kind[]).includes(part.kind))
      .map((part) => ({ rate: part.vatRate, amount: big(part.quantity).times(part.unitPrice) }));
    // Revenue of zero keeps its line: an order of zero is booked like any other.
    const wanted = byRate(amounts).filter(({ amount }) => kind === 'item' || !amount.eq(0));
    return wanted.map(({ rate, amount }) => ({
      kind,
      description: texts.perRate(titles[kind], order.number, rate),
      quantity: '1',
      unitPrice: normalise(amount),
      vatRate: rate,
    }));
  });
}
