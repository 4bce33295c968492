/** What making an invoice and making a credit memo have in common. */
import type Big from 'big.js';
import { isObject, type JsonObject } from '../../kit/json.ts';
import { add, type Currency, inBoth } from '../amounts.ts';
import type { Shop } from '../shop.ts';
import {
  type BesideRows,
  type BothDocumentFigures,
  documentFigures,
  documentHeader,
  documentRow,
  prepaidKinds,
} from './on-file.ts';
import { doneColumn, type RowPart, rowAmountNames, type Step } from './parts.ts';

export function figuresInBoth(
  order: JsonObject,
  parts: readonly RowPart[],
  step: Step,
  beside: (currency: Currency) => BesideRows,
): BothDocumentFigures {
  return inBoth((currency) => documentFigures(order, parts, step, currency, beside(currency)));
}

interface OwnColumns {
  readonly header: JsonObject;
  readonly row: (part: RowPart, index: number) => JsonObject;
}

/** Keeps the document; its id. */
export function saveDocument(
  shop: Shop,
  kind: 'invoices' | 'creditmemos',
  order: JsonObject,
  parts: readonly RowPart[],
  figures: BothDocumentFigures,
  own: OwnColumns,
): number {
  const id = shop.ids.next(kind);
  const at = shop.now();
  shop.saveDocument(kind, {
    entity_id: id,
    increment_id: shop.nextNumber(kind, Number(order.store_id)),
    created_at: at,
    updated_at: at,
    state: 2,
    ...documentHeader(order, figures),
    ...own.header,
    items: parts.map((part, index) => ({
      ...documentRow(
        part,
        { id: shop.ids.next('documentItem'), documentId: id },
        inBoth((currency) => figures[currency].rows[index] ?? null),
      ),
      ...own.row(part, index),
    })),
    comments: [],
  });
  return id;
}

/** Adds what the document takes to the columns of the order, its rows, its payment and what was paid beforehand. */
export function bookDocument(
  order: JsonObject,
  parts: readonly RowPart[],
  both: BothDocumentFigures,
  step: Step,
  currency: Currency,
): void {
  const figures = both[currency];
  parts.forEach(({ row, quantity }, index) => {
    if (currency === 'order') add(row, `qty_${step}`, 'order', quantity);
    const amounts = figures.rows[index];
    if (!amounts) return;
    for (const name of rowAmountNames) add(row, doneColumn(name, step), currency, amounts[name]);
  });
  const totals: Readonly<Record<string, Big>> = {
    total: figures.grandTotal,
    subtotal: figures.subtotal,
    tax: figures.tax,
    discount: figures.discount.times(-1),
    discount_tax_compensation: figures.compensation,
    shipping: figures.beside.shipping,
  };
  for (const [name, amount] of Object.entries(totals)) add(order, `${name}_${step}`, currency, amount);
  const attributes = isObject(order.extension_attributes) ? order.extension_attributes : {};
  for (const kind of prepaidKinds) {
    const taken = figures.prepaid[kind];
    if (!taken.eq(0)) add(attributes, `${kind}_${step}`, currency, taken);
  }
}
