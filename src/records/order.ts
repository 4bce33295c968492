import { z } from 'zod';
import { delivery } from './address.ts';
import { customer } from './customer.ts';
import { decimal } from './money.ts';

/** A percentage: `"21"`, `"5.5"`, `"0"`. */
const vatRate = decimal;

const orderLine = z.object({
  id: z.string().optional(),
  productId: z.string().optional(),
  sku: z.string().optional(),
  name: z.string(),
  quantity: decimal,
  /** Per unit, before discounts; with or without VAT as the order's `pricesIncludeVat` says. */
  unitPrice: decimal,
  /** Taken off the whole line, as a positive amount on the same basis as `unitPrice`. */
  discount: decimal.default('0'),
  vatRate,
  /** Of a line that adds up parts of several sales: how many, each of which was rounded by itself. */
  addsUp: z.number().int().positive().optional(),
});

/** What is taken in at a till, or given away, and is no turnover. */
export const asideKinds = ['tip', 'cash_rounding', 'voucher', 'voucher_used'] as const;
export type AsideKind = (typeof asideKinds)[number];

/** What a fee is for, in no language. */
const chargeKind = z.enum([
  ...(['handling', 'surcharge', 'levy', 'gift_wrap', 'gift_wrap_items', 'greeting_card'] as const),
  ...asideKinds,
]);
export type ChargeKind = z.infer<typeof chargeKind>;

/** An amount beside the lines: shipping, a fee, a discount on the whole order. Same basis as the line prices. */
const charge = z.object({
  /** The shop's own words, such as a coupon's code; absent where it has none: the flow then names it in the books' language. */
  description: z.string().optional(),
  /** Of a fee that the system knows by its kind. */
  kind: chargeKind.optional(),
  amount: decimal,
  vatRate,
  /** No percentage is stated: `vatRate` was worked out of the VAT, and no goods of the order have it. */
  rateWorkedOut: z.boolean().optional(),
});

/** What of an amount is at a VAT rate, `gross` with VAT. `aside`: it is of what a till took in beside the turnover. */
const rateShare = z.object({
  rate: vatRate,
  gross: decimal,
  vat: decimal,
  aside: z.enum(asideKinds).optional(),
});

/** One time that money was given back, as far as the source states it. Amounts are positive. */
const refund = z.object({
  /** Of the refund or credit memo in the source. */
  id: z.string().optional(),
  /** The day in the shop's own time zone; absent where the source does not tell. */
  date: z.iso.date().optional(),
  /** With VAT. */
  gross: decimal,
  /** What of it is at which VAT rate; absent where the source states an amount only. */
  byRate: z.array(rateShare).optional(),
});

/**
 * Of a sale at a till. Its day is that of `placedAt` by the merchant's own end of the day; its VAT is the till's. A return has amounts
 * below zero. What stands here is in no part of the order, nor in `gross`: that is the turnover.
 */
const receipt = z.object({
  /** The till that it was rung up at, as far as the source tells them apart. */
  till: z.string().min(1).max(100),
  /** What rounding to coins added to what was paid (`0.02`), or took off (`-0.02`). */
  rounding: decimal.default('0'),
  /** What the source does not tell apart is left out. */
  tips: decimal.optional(),
  /** Vouchers and gift cards that were sold, at their worth. */
  vouchersSold: decimal.optional(),
  /** What of the whole was paid by vouchers and gift cards. */
  vouchersUsed: decimal.optional(),
  /** Of a whole day: how many receipts it adds up. No till states it. */
  addsUp: z.number().int().nonnegative().optional(),
  /** What was paid otherwise, by the till's own words for it. Left out, all of it was paid by the order's `paymentMethod`. */
  payments: z.array(z.object({ method: z.string(), amount: decimal })).optional(),
});

/** What an order comes to and what it consists of, in one currency. */
const amounts = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/, 'not_a_currency'),
  pricesIncludeVat: z.boolean(),
  lines: z.array(orderLine),
  shipping: z.array(charge),
  fees: z.array(charge),
  /** Positive amounts, taken off on top of the discounts of the lines. */
  discounts: z.array(charge),
  gross: decimal,
  vat: decimal,
  /** VAT per rate; its amounts add up to `vat`. */
  vatByRate: z.array(z.object({ rate: vatRate, vat: decimal })),
  /** Given back so far, with VAT. */
  refunded: decimal.default('0'),
  /** The parts of `refunded`, oldest first, where the source states them. */
  refunds: z.array(refund).optional(),
  /**
   * Amounts of fields that no part of the record is made of, such as those of a shop's modules, by their path:
   * `extension_attributes.mollie_payment_fee`. What they mean only the merchant knows (setting `fees`).
   */
  extras: z.record(z.string(), decimal).optional(),
});

/**
 * A sale in a shop, as the source states it: the source's own figures are the truth.
 * `gross` is what the goods cost before any gift card or store credit, which are means of payment.
 */
export const order = amounts.extend({
  /** Id as the source's API takes it. */
  id: z.string().min(1),
  /** The number that customers see. */
  number: z.string().min(1),
  /** Instant, ISO 8601 in UTC. */
  placedAt: z.iso.datetime(),
  /** When it became a sale, where that came later: a draft that was activated, an invoice that was sent. Never before `placedAt`. */
  soldAt: z.iso.datetime().optional(),
  updatedAt: z.iso.datetime(),
  /** The day of the sale in the shop's own time zone: it decides the VAT period. */
  date: z.iso.date(),
  status: z.string(),
  paymentStatus: z.string(),
  paid: z.boolean(),
  cancelled: z.boolean(),
  paymentMethod: z.string().optional(),
  shippingMethod: z.string().optional(),
  customer,
  delivery: delivery.optional(),
  /** Everything was sent, or handed over; absent where the source does not tell. */
  shipped: z.boolean().optional(),
  /** Not yet final in the source: it leaves only where the setting `statuses` names it. */
  draft: z.boolean().optional(),
  /** What another system knows the order by, where the source keeps such a thing: what Koppel makes is found by it. */
  reference: z.string().optional(),
  /** The record bears Koppel's own mark: it was made by Koppel, of this deployment or of another one. */
  madeByKoppel: z.boolean().optional(),
  /** The source says that something was given back, and not how much. */
  refundUnstated: z.boolean().optional(),
  /** The source says that it shifts the VAT to the buyer, whether it may or not; `customer.reverseCharge` tells that. */
  shiftsVat: z.boolean().optional(),
  /** The same amounts in the currency of the source's own books, as it states them, where that is another one. */
  base: amounts.optional(),
  note: z.string().optional(),
  /** Where it was sold at a till. */
  receipt: receipt.optional(),
});

export type Receipt = z.infer<typeof receipt>;
export type Order = z.infer<typeof order>;
export type OrderAmounts = z.infer<typeof amounts>;
export type OrderLine = z.infer<typeof orderLine>;
export type Refund = z.infer<typeof refund>;
export type RateShare = Readonly<z.infer<typeof rateShare>>;
export type Charge = z.infer<typeof charge>;
