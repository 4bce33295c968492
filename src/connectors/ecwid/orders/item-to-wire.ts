import type Big from 'big.js';
import type { Document } from '../../../records/document.ts';
import { big, type Decimal, fractionDigits, normalise, roundTo } from '../../../records/money.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Part } from '../../wire/document-parts.ts';
import { present } from '../../wire/fields.ts';
import { articleIds } from '../products/articles.ts';
import type { ItemPart } from './parts.ts';

/** An item of an order (sheet 3.8): a whole number of pieces at a price in the currency's own digits. */
export function itemToWire(item: ItemPart, document: Document): JsonObject {
  const { line, amount, shares } = item;
  const digits = fractionDigits(document.currency);
  // The amount is not below zero, so the signs of both are the same.
  const quantity = big(line.quantity).abs();
  const price = big(line.unitPrice).abs();
  const fits = quantity.gte(1) && quantity.eq(roundTo(quantity, 0)) && price.eq(roundTo(price, digits));
  const described = line.description.trim() || line.sku?.trim() || '-';
  const unitPrice = Number(normalise(fits ? price : amount));
  return present({
    // A part of an article must not take a whole one from the stock.
    ...(fits && line.articleId !== undefined ? articleIds(line.articleId) : {}),
    sku: line.sku,
    name: fits || quantity.eq(1) ? described : `${normalise(quantity)} × ${described}`,
    price: unitPrice,
    productPrice: unitPrice,
    quantity: fits ? Number(normalise(quantity)) : 1,
    tax: Number(normalise(item.vat.plus(item.shipping?.vat ?? 0))),
    taxes: taxesOf(item, document),
    taxable: !big(item.rate).eq(0),
    shipping: Number(normalise(item.shipping?.amount ?? big('0'))),
    discounts:
      shares.length === 0
        ? undefined
        : shares.map((share) => ({
            discountInfo: noted(share.of),
            total: Number(normalise(share.amount)),
          })),
  });
}

function taxesOf(item: ItemPart, document: Document): JsonObject[] {
  const { rate, vat, shipping } = item;
  const sameRate = shipping?.rate === rate;
  const own = ownTax(document, rate, vat, sameRate ? shipping.vat : big('0'));
  if (shipping === null || sameRate || shipping.vat.eq(0)) return [own];
  return [own, ownTax(document, shipping.rate, big('0'), shipping.vat)];
}

function ownTax(document: Document, rate: Decimal, onGoods: Big, onShipping: Big): JsonObject {
  return {
    ...taxToWire(document, rate, onGoods.plus(onShipping)),
    taxOnDiscountedSubtotal: Number(normalise(onGoods)),
    taxOnShipping: Number(normalise(onShipping)),
    includeInPrice: document.pricesIncludeVat,
  };
}

/** A tax has no code in Ecwid but a name: the setting `vat` gives it. */
export function taxToWire({ lines }: Document, rate: Decimal, vat: Big): JsonObject {
  const name = lines.find(({ vatRate }) => big(vatRate).eq(rate))?.vatCode ?? taxName(rate);
  return { name, value: Number(rate), total: Number(normalise(vat)) };
}

export function taxName(rate: Decimal): string {
  return `BTW ${normalise(big(rate))}%`;
}

/** What was taken off, in the words of its line. */
export function noted({ line, amount }: Part): JsonObject {
  return {
    value: Number(normalise(amount.neg())),
    type: 'ABS',
    base: 'CUSTOM',
    description: line.description,
  };
}
