import { z } from 'zod';
import {
  amount,
  countryCode,
  currencyCode,
  flag,
  list,
  needed,
  text,
} from '../../../../src/connectors/wire/fields.ts';
import { utcTimestamp } from '../../../../src/connectors/wire/timestamps.ts';

/** Always the shop's own money, never the customer's (sheet 1). */
const money = z
  .object({ shopMoney: z.object({ amount: needed(amount) }) })
  .transform((set) => set.shopMoney.amount);

const taxLines = list(z.object({ rate: needed(amount), priceSet: money }));

const address = z.object({
  name: text,
  company: text,
  address1: text,
  address2: text,
  zip: text,
  city: text,
  provinceCode: text,
  countryCodeV2: countryCode,
  phone: text,
});
export type AddressWire = z.infer<typeof address>;

const lineItem = z.object({
  id: needed(text),
  sku: text,
  title: needed(text),
  variantTitle: text,
  quantity: needed(amount),
  originalUnitPriceSet: money,
  discountAllocations: list(z.object({ allocatedAmountSet: money })),
  taxLines,
});
export type LineWire = z.infer<typeof lineItem>;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

export const lineItems = z.object({ pageInfo, nodes: z.array(lineItem) });

export const orderRows = z.object({
  pageInfo,
  nodes: z.array(z.object({ id: needed(text), updatedAt: needed(text) })),
});

export const orderWire = z.object({
  id: needed(text),
  name: needed(text),
  processedAt: needed(utcTimestamp),
  updatedAt: needed(utcTimestamp),
  cancelledAt: utcTimestamp,
  currencyCode,
  taxesIncluded: needed(flag),
  displayFinancialStatus: text,
  displayFulfillmentStatus: text,
  email: text,
  note: text,
  paymentGatewayNames: list(z.string()),
  totalPriceSet: money,
  totalTaxSet: money,
  totalTipReceivedSet: money,
  totalRefundedSet: money,
  billingAddress: address.nullish(),
  shippingAddress: address.nullish(),
  customer: z.object({ id: needed(text) }).nullish(),
  lineItems,
  shippingLines: z.object({
    nodes: z.array(z.object({ title: text, discountedPriceSet: money, taxLines })),
  }),
});
export type OrderWire = z.infer<typeof orderWire>;

const moneyFields = '{ shopMoney { amount } }';
const taxFields = `taxLines { rate priceSet ${moneyFields} }`;
const addressFields = '{ name company address1 address2 zip city provinceCode countryCodeV2 phone }';

export const lineFields = `{
  pageInfo { hasNextPage endCursor }
  nodes {
    id sku title variantTitle quantity
    originalUnitPriceSet ${moneyFields}
    discountAllocations { allocatedAmountSet ${moneyFields} }
    ${taxFields}
  }
}`;

export const orderFields = `{
  id name processedAt updatedAt cancelledAt currencyCode taxesIncluded
  displayFinancialStatus displayFulfillmentStatus email note paymentGatewayNames
  totalPriceSet ${moneyFields}
  totalTaxSet ${moneyFields}
  totalTipReceivedSet ${moneyFields}
  totalRefundedSet ${moneyFields}
  billingAddress ${addressFields}
  shippingAddress ${addressFields}
  customer { id }
  lineItems(first: 50) ${lineFields}
  shippingLines(first: 10) { nodes { title discountedPriceSet ${moneyFields} ${taxFields} } }
}`;
