import { each, together, words } from '../../kit/fields/shape.ts';
import type { FieldKind } from '../fields.ts';

/** Sheet 3.4. */
export const paymentStatuses = [
  'AWAITING_PAYMENT',
  'PAID',
  'CANCELLED',
  'REFUNDED',
  'PARTIALLY_REFUNDED',
  'INCOMPLETE',
  'CUSTOM_PAYMENT_STATUS_1',
  'CUSTOM_PAYMENT_STATUS_2',
  'CUSTOM_PAYMENT_STATUS_3',
] as const;

export const fulfillmentStatuses = [
  'AWAITING_PROCESSING',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
  'WILL_NOT_DELIVER',
  'RETURNED',
  'READY_FOR_PICKUP',
  'OUT_FOR_DELIVERY',
  'CUSTOM_FULFILLMENT_STATUS_1',
  'CUSTOM_FULFILLMENT_STATUS_2',
  'CUSTOM_FULFILLMENT_STATUS_3',
] as const;

/** What of an order can be written (sheet 3.7); `refunds` and all that is computed cannot. */
export const orderShape = together<FieldKind>(
  each(paymentStatuses, 'paymentStatus'),
  each(fulfillmentStatuses, 'fulfillmentStatus'),
  each(
    'number',
    `subtotal total tax giftCardRedemption totalBeforeGiftCardRedemption couponDiscount discount volumeDiscount
     membershipBasedDiscount totalAndMembershipBasedDiscount customerId giftCardId`,
  ),
  each(
    'text',
    `email paymentMethod paymentModule paymentMessage paymentReference externalTransactionId externalTransactionUrl
     referenceTransactionId customerTaxId b2b_b2c customerFiscalCode electronicInvoicePecEmail
     electronicInvoiceSdiCode customerGroup lang ipAddress refererUrl globalReferer affiliateId refererId orderComments
     privateAdminNotes createDate pickupTime latestShipDate latestDeliveryDate trackingNumber trackingUrl
     externalOrderId ebayId giftCardCode giftCardUuid`,
  ),
  each(
    'boolean',
    `giftCardDoubleSpending pricesIncludeTax customerTaxExempt customerTaxIdValid reversedTaxApplied
     customerRequestedInvoice acceptMarketing externalFulfillment hidden disableAllCustomerNotifications`,
  ),
  each(
    'object',
    `paymentParams creditCardStatus discountCoupon handlingFee shippingOption billingPerson shippingPerson
     externalOrderData additionalInfo loyalty storeCredit`,
  ),
  each(
    'list',
    'customDiscount discountInfo customSurcharges taxesOnShipping utmDataSets items orderExtraFields',
  ),
  each('any', 'utmData'),
);

export const itemShape = together<FieldKind>(
  each(
    'number',
    `id productId combinationId categoryId price productPrice quantity tax couponAmount shipping handlingFee weight
     quantityInStock fixedShippingRate`,
  ),
  each('text', 'sku name shortDescription taxClassCode externalReferenceId'),
  each(
    'boolean',
    `taxable couponApplied discountsAllowed isShippingRequired digital giftCard isPreorder trackQuantity
     fixedShippingRateOnly isCustomerSetPrice`,
  ),
  each(
    'object',
    'nameTranslated shortDescriptionTranslated dimensions selectedPrice recurringChargeSettings',
  ),
  each('list', 'taxes discounts taxesOnShipping selectedOptions'),
  each('any', 'subscriptionId'),
);

/** After a change of one of these the sandbox no longer knows what the order should come to. */
export const moneyFields: ReadonlySet<string> = new Set(
  words(`
    subtotal total tax giftCardRedemption totalBeforeGiftCardRedemption couponDiscount discount customSurcharges
    handlingFee shippingOption taxesOnShipping pricesIncludeTax reversedTaxApplied
    customerTaxExempt storeCredit items`),
);
