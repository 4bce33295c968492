/** An order as Ecwid sends it (sheet 3.7 to 3.9), as far as it is read. */
import { z } from 'zod';
import { amount, flag, linkedId, list, needed, part, text } from '../../wire/fields.ts';
import { seconds, timestamp } from '../../wire/timestamps.ts';
import { personWire } from '../party.ts';
import { orderExtras } from './order-extras.ts';

const taxWire = z.object({
  /** Percent. */
  value: amount,
  total: amount,
  taxOnDiscountedSubtotal: amount,
  taxOnShipping: amount,
  taxOnHandlingFee: amount,
});

const optionWire = z.object({
  name: text,
  value: text,
  valuesArray: list(text),
  selections: list(z.object({ selectionTitle: text })),
});

const itemWire = z.object({
  id: text,
  productId: text,
  sku: text,
  name: text,
  price: needed(amount),
  priceWithoutTax: amount,
  quantity: needed(amount),
  tax: amount,
  taxes: list(taxWire),
  couponAmount: amount,
  discounts: list(z.object({ total: amount })),
  /** The line's share of the shipping rate. */
  shipping: amount,
  selectedOptions: list(optionWire),
});

const shippingWire = z.object({
  shippingCarrierName: text,
  shippingMethodName: text,
  shippingRate: amount,
  shippingRateWithoutTax: amount,
  discountedShippingRate: amount,
});

const handlingFeeWire = z.object({
  name: text,
  description: text,
  value: amount,
  valueWithoutTax: amount,
  taxes: list(taxWire),
});

const surchargeWire = z.object({
  id: text,
  description: text,
  total: amount,
  totalWithoutTax: amount,
  taxable: flag,
  taxes: list(taxWire),
});

const fields = z.object({
  id: text,
  vendorOrderNumber: text,
  createTimestamp: seconds,
  createDate: timestamp,
  updateTimestamp: seconds,
  updateDate: timestamp,
  paymentStatus: needed(text),
  fulfillmentStatus: needed(text),
  paymentMethod: text,
  paymentModule: text,
  total: needed(amount),
  tax: amount,
  pricesIncludeTax: flag,
  reversedTaxApplied: flag,
  customerTaxExempt: flag,
  couponDiscount: amount,
  discount: amount,
  discountCoupon: part(z.object({ name: text, code: text, discountType: text })),
  giftCardRedemption: amount,
  totalBeforeGiftCardRedemption: amount,
  storeCredit: part(z.object({ redemption: part(z.object({ amount, cancelled: flag })) })),
  refundedAmount: amount,
  /** Amounts, never lines (sheet 3.10). */
  refunds: list(z.object({ amount, date: timestamp.catch(undefined) })),
  items: list(itemWire),
  shippingOption: part(shippingWire),
  handlingFee: part(handlingFeeWire),
  customSurcharges: list(surchargeWire),
  taxesOnShipping: list(taxWire),
  customerId: linkedId,
  email: text,
  customerTaxId: text,
  customerTaxIdValid: flag,
  lang: text,
  billingPerson: part(personWire),
  shippingPerson: part(personWire),
  orderComments: text,
  privateAdminNotes: text,
});

/** The timestamps win over the dates; orders from before 2020 have the old name of `id` (sheet 3.2). */
const told = fields.extend({
  /** Amounts of apps and of checkout fields. */
  extras: z.record(z.string(), z.string()),
});

export const orderWire = z.preprocess(withExtras, told).transform((wire, context) => {
  const {
    id: publicId,
    vendorOrderNumber,
    createTimestamp,
    createDate,
    updateTimestamp,
    updateDate,
    ...rest
  } = wire;
  const id = publicId ?? vendorOrderNumber;
  const placedAt = createTimestamp ?? createDate;
  if (id !== undefined && placedAt !== undefined) {
    return { ...rest, id, placedAt, updatedAt: updateTimestamp ?? updateDate ?? placedAt };
  }
  context.addIssue({
    code: 'custom',
    message: 'missing',
    path: [id === undefined ? 'id' : 'createTimestamp'],
  });
  return z.NEVER;
});

function withExtras(raw: unknown): unknown {
  return raw !== null && typeof raw === 'object' ? { ...raw, extras: orderExtras(raw) } : raw;
}

export type OrderWire = z.infer<typeof orderWire>;
export type ItemWire = z.infer<typeof itemWire>;
export type TaxWire = z.infer<typeof taxWire>;
