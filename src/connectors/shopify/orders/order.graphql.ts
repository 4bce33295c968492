/** An order as it is read (sheet 5.1). Its lines come in pages; what was given back is asked for one by one. */
import { z } from 'zod';
import { amount, currencyCode, flag, list, needed, part, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { address, addressPart, money, moneyBag, page, taxes, taxLines } from '../wire.ts';

const duty = z.object({ id: text, price: moneyBag, taxLines });
export type DutyWire = z.infer<typeof duty>;

const line = z.object({
  id,
  sku: text,
  title: needed(text),
  variantTitle: text,
  /** As ordered, and what is left of it after edits and returns. */
  quantity: needed(amount),
  currentQuantity: amount,
  taxable: flag,
  originalUnitPriceSet: moneyBag,
  /** All discounts, in money; after an edit those of the former quantity (case O2). */
  discountAllocations: list(z.object({ allocatedAmountSet: moneyBag })),
  /** By division: an approximation. */
  discountedUnitPriceAfterAllDiscountsSet: moneyBag,
  taxLines,
  duties: list(duty),
  product: part(z.object({ id })),
});
export type LineWire = z.infer<typeof line>;

const lines = `{ ${page} nodes {
  id sku title variantTitle quantity currentQuantity taxable
  originalUnitPriceSet ${money} discountedUnitPriceAfterAllDiscountsSet ${money}
  discountAllocations { allocatedAmountSet ${money} }
  ${taxes} duties { id price ${money} ${taxes} } product { id }
} }`;

const shippingLine = z.object({ id: text, title: text, discountedPriceSet: moneyBag, taxLines });

const company = z.object({ name: text });
const location = z.object({ taxSettings: part(z.object({ taxRegistrationId: text })) });

export const orderWire = z.object({
  id,
  name: needed(text),
  processedAt: needed(utcTimestamp),
  updatedAt: needed(utcTimestamp),
  cancelledAt: utcTimestamp,
  test: flag,
  currencyCode,
  taxesIncluded: needed(flag),
  displayFinancialStatus: text,
  displayFulfillmentStatus: text,
  returnStatus: text,
  email: text,
  phone: text,
  note: text,
  customerLocale: text,
  sourceName: text,
  sourceIdentifier: text,
  customAttributes: list(z.object({ key: needed(text), value: text })),
  paymentGatewayNames: list(z.string()),
  totalPriceSet: moneyBag,
  currentTotalPriceSet: moneyBag,
  totalTaxSet: part(moneyBag),
  currentTotalTaxSet: moneyBag,
  totalTipReceivedSet: moneyBag,
  totalRefundedSet: moneyBag,
  totalCashRoundingAdjustment: part(z.object({ paymentSet: moneyBag })),
  additionalFees: list(z.object({ name: text, price: moneyBag, taxLines })),
  taxLines,
  customer: part(
    z.object({
      id,
      displayName: text,
      firstName: text,
      lastName: text,
      defaultEmailAddress: part(z.object({ emailAddress: text })),
    }),
  ),
  purchasingEntity: part(z.object({ company: part(company), location: part(location) })),
  billingAddress: addressPart,
  shippingAddress: addressPart,
  lineItems: connection(line),
  shippingLines: connection(shippingLine),
  refunds: list(z.object({ id: needed(text) })),
});
export type OrderWire = z.infer<typeof orderWire>;

/** They come as a list without pages. */
export const mostRefunds = 100;

export const one: Operation<{ readonly order: OrderWire | null }> = {
  document: `query One($id: ID!, $companies: Boolean!) {
    order(id: $id) {
      id name processedAt updatedAt cancelledAt test currencyCode taxesIncluded
      displayFinancialStatus displayFulfillmentStatus returnStatus
      email phone note customerLocale sourceName sourceIdentifier
      customAttributes { key value } paymentGatewayNames
      totalPriceSet ${money} currentTotalPriceSet ${money} totalTaxSet ${money} currentTotalTaxSet ${money}
      totalTipReceivedSet ${money} totalRefundedSet ${money} totalCashRoundingAdjustment { paymentSet ${money} }
      additionalFees { name price ${money} ${taxes} } ${taxes}
      customer { id displayName firstName lastName defaultEmailAddress { emailAddress } }
      purchasingEntity @include(if: $companies) {
        ... on PurchasingCompany { company { name } location { taxSettings { taxRegistrationId } } }
      }
      billingAddress ${address}
      shippingAddress ${address}
      lineItems(first: 50) ${lines}
      shippingLines(first: 20) { ${page} nodes { id title discountedPriceSet ${money} ${taxes} } }
      refunds(first: ${mostRefunds}) { id }
    }
  }`,
  data: z.object({ order: orderWire.nullable() }),
  cost: 80,
};

const moreData = z.object({ order: z.object({ lineItems: connection(line) }).nullable() });
export const moreLines: Operation<z.infer<typeof moreData>> = {
  document: `query Lines($id: ID!, $after: String) { order(id: $id) { lineItems(first: 100, after: $after) ${lines} } }`,
  data: moreData,
  cost: 50,
};

const changedRow = z
  .object({
    id,
    updatedAt: needed(text),
    displayFinancialStatus: text,
    displayFulfillmentStatus: text,
    currentTotalPriceSet: moneyBag,
    totalRefundedSet: moneyBag,
  })
  .transform(({ id, updatedAt, ...state }) => ({ id, updatedAt, state: Object.values(state).join('|') }));
const changes = z.object({ list: connection(changedRow) });

export const changedOrders: Operation<z.infer<typeof changes>> = {
  document: `query ChangedOrders($filter: String!, $after: String) {
    list: orders(first: 100, after: $after, query: $filter, sortKey: UPDATED_AT) { ${page} nodes {
      id updatedAt displayFinancialStatus displayFulfillmentStatus
      currentTotalPriceSet ${money} totalRefundedSet ${money}
    } }
  }`,
  data: changes,
  cost: 40,
};

const numberedData = z.object({ orders: connection(z.object({ id, name: needed(text) })) });
export const withNumber: Operation<z.infer<typeof numberedData>> = {
  document: `query Numbered($filter: String!, $after: String) {
    orders(first: 100, after: $after, query: $filter, sortKey: CREATED_AT, reverse: true) { ${page} nodes { id name } }
  }`,
  data: numberedData,
  cost: 15,
};
