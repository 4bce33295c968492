import type Big from 'big.js';
import type { Document } from '../../../records/document.ts';
import { big, type Decimal, fractionDigits, money, normalise, roundTo, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { percentToFraction } from '../../../records/vat.ts';
import type { JsonObject } from '../../contract/target.ts';
import { type Part, partsOf, shareVat, takeOff } from '../../wire/document-parts.ts';
import { present } from '../../wire/fields.ts';
import { recipientOf } from '../../wire/party.ts';
import { statedTotals, statedVat } from '../../wire/stated-totals.ts';
import { gid } from '../ids.ts';
import { addressToWire, phoneToWire } from '../party-to-wire.ts';
import { ownSource, referenceKey } from './own-mark.ts';
import { plain } from './reference.ts';

/**
 * The variables of `orderCreate` (sheet 5.3), which takes prices and taxes as they are given. Discounts are one amount off the
 * goods; what they cannot bear is off the shipping. Throws `credit_unsupported`.
 */
export function orderToWire(document: Document): JsonObject {
  if (document.kind !== 'order') throw rejected('credit_unsupported', { system: 'Shopify' });
  const { customer, currency } = document;
  const { gateway, reference: _, companyLocationId, ...fields } = present(document.fields);
  const bag = (amount: Decimal | Big) => ({
    shopMoney: { amount: money(amount, currency), currencyCode: currency },
  });
  const { goods, shipping, off } = partsOfOrder(document);
  const recipient = recipientOf(customer, document.delivery);
  const reference = plain(document.reference);
  const customerId = gid('Customer', document.customerId);
  const paid = {
    kind: 'SALE',
    status: 'SUCCESS',
    gateway: gateway ?? document.paymentMethod ?? 'manual',
    amountSet: bag(statedTotals(document).gross),
  };
  return {
    order: present({
      currency,
      processedAt: new Date(document.placedAt).toISOString(),
      taxesIncluded: document.pricesIncludeVat,
      sourceName: ownSource,
      sourceIdentifier: reference,
      metafields: [{ ...referenceKey, type: 'id', value: reference }],
      financialStatus: document.paid ? 'PAID' : 'PENDING',
      // Paid without a payment it would still be open (sheet 11).
      transactions: document.paid ? [paid] : undefined,
      fulfillmentStatus: document.shipped ? 'FULFILLED' : undefined,
      customer: customerId === null ? undefined : { toAssociate: { id: customerId } },
      email: customer.email?.trim(),
      phone: phoneToWire(customer.phone),
      billingAddress: addressToWire(customer, customer.address),
      shippingAddress: addressToWire(recipient.person, recipient.address),
      lineItems: goods.map((part) => itemToWire(part, bag, currency)),
      shippingLines: shipping.map((part) => ({
        title: part.line.description || 'Shipping',
        priceSet: bag(part.left),
        taxLines: taxesOf(part, bag),
      })),
      discountCode: off.eq(0)
        ? undefined
        : { itemFixedDiscountCode: { code: discountName(document), amountSet: bag(off) } },
      note: document.note,
      companyLocationId,
      ...fields,
    }),
    options: {
      inventoryBehaviour: 'DECREMENT_IGNORING_POLICY',
      sendReceipt: false,
      sendFulfillmentReceipt: false,
    },
  };
}

type Bag = (amount: Decimal | Big) => JsonObject;

function partsOfOrder(document: Document) {
  const { currency } = document;
  const all = partsOf(document);
  const taken = all.filter(({ amount }) => amount.lt(0));
  const kept = all.filter((part) => !taken.includes(part));
  const shipping = kept.filter(({ line }) => line.kind === 'shipping');
  const goods = kept.filter((part) => !shipping.includes(part));
  const before = sum(goods.map(({ left }) => left));
  for (const { rate, amount } of taken) {
    const ofRate = (parts: readonly Part[]) => parts.filter((part) => part.rate === rate);
    const rest = [ofRate(goods), goods, ofRate(shipping), shipping].reduce(
      (left, parts) => (left.gt(0) && parts.length > 0 ? takeOff(left, parts, currency) : left),
      amount.neg(),
    );
    if (rest.gt(0)) throw rejected('discount_unbearable', { system: 'Shopify' });
  }
  for (const { rate, amount } of statedVat(document))
    shareVat(
      amount,
      kept.filter((part) => part.rate === rate),
      currency,
    );
  return { goods, shipping, off: before.minus(sum(goods.map(({ left }) => left))) };
}

/** A whole number of pieces at a price in the currency's own digits, or one of them all. */
function itemToWire(part: Part, bag: Bag, currency: string): JsonObject {
  const { line, amount } = part;
  const quantity = big(line.quantity).abs();
  const price = big(line.unitPrice).abs();
  const digits = fractionDigits(currency);
  const fits = quantity.gte(1) && quantity.eq(roundTo(quantity, 0)) && price.eq(roundTo(price, digits));
  const title = line.description.trim() || line.sku?.trim() || '-';
  const [productId = '', variantId = ''] = (fits ? (line.articleId ?? '') : '').split(':');
  return present({
    variantId: gid('ProductVariant', variantId) ?? undefined,
    productId: gid('Product', productId) ?? undefined,
    title: fits || quantity.eq(1) ? title : `${normalise(quantity)} × ${title}`,
    sku: line.sku,
    quantity: fits ? Number(normalise(quantity)) : 1,
    priceSet: bag(fits ? price : amount),
    requiresShipping: line.kind === 'item',
    taxable: !big(part.rate).eq(0),
    taxLines: taxesOf(part, bag),
  });
}

function taxesOf({ line, rate, vat }: Part, bag: Bag): JsonObject[] {
  if (big(rate).eq(0)) return [];
  return [{ title: line.vatCode, rate: percentToFraction(rate), priceSet: bag(vat) }];
}

function discountName({ lines }: Document): string {
  return lines.find(({ kind }) => kind === 'discount')?.description.trim() || '-';
}

/** A tax has no code in Shopify but a name: the setting `vat` gives it. */
export function taxName(rate: Decimal): string {
  return `BTW ${normalise(big(rate))}%`;
}
