import type { AddressInput } from '../customers/address-input.ts';
import type { CustomerFields } from '../customers/writes.ts';
import type { MetafieldInput } from '../metafields/metafield.ts';
import type { Order, Transaction } from './order.ts';

export interface MoneyBagInput {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
  readonly presentmentMoney?: { readonly amount: string; readonly currencyCode: string } | null;
}
export interface TaxInput {
  readonly title: string;
  readonly rate: string;
  readonly priceSet?: MoneyBagInput | null;
  readonly channelLiable?: boolean | null;
}
export interface LineInput {
  readonly variantId?: string | null;
  readonly productId?: string | null;
  readonly title?: string | null;
  readonly variantTitle?: string | null;
  readonly sku?: string | null;
  readonly vendor?: string | null;
  readonly quantity: number;
  readonly priceSet?: MoneyBagInput | null;
  readonly taxable?: boolean | null;
  readonly giftCard?: boolean | null;
  readonly requiresShipping?: boolean | null;
  readonly properties?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly taxLines?: readonly TaxInput[] | null;
  readonly weight?: { readonly value: number; readonly unit: string } | null;
}
export interface OrderInput {
  readonly lineItems?: readonly LineInput[] | null;
  readonly customer?: {
    readonly toAssociate?: { readonly id?: string; readonly email?: string };
    readonly toUpsert?: CustomerFields;
  } | null;
  readonly customerId?: string | null;
  readonly companyLocationId?: string | null;
  readonly billingAddress?: AddressInput | null;
  readonly shippingAddress?: AddressInput | null;
  readonly currency?: string | null;
  readonly presentmentCurrency?: string | null;
  readonly taxesIncluded?: boolean | null;
  readonly taxLines?: readonly TaxInput[] | null;
  readonly shippingLines?:
    | readonly {
        readonly title: string;
        readonly code?: string | null;
        readonly source?: string | null;
        readonly priceSet: MoneyBagInput;
        readonly taxLines?: readonly TaxInput[] | null;
      }[]
    | null;
  readonly discountCode?: {
    readonly itemPercentageDiscountCode?: {
      readonly code: string;
      readonly percentage?: number | null;
    } | null;
    readonly itemFixedDiscountCode?: {
      readonly code: string;
      readonly amountSet?: MoneyBagInput | null;
    } | null;
    readonly freeShippingDiscountCode?: { readonly code: string } | null;
  } | null;
  readonly transactions?:
    | readonly {
        readonly amountSet: MoneyBagInput;
        readonly kind?: Transaction['kind'];
        readonly status?: Transaction['status'];
        readonly gateway?: string | null;
        readonly processedAt?: string | null;
        readonly test?: boolean | null;
      }[]
    | null;
  readonly financialStatus?: string | null;
  readonly fulfillmentStatus?: string | null;
  readonly fulfillment?: {
    readonly locationId: string;
    readonly trackingCompany?: string | null;
    readonly trackingNumber?: string | null;
  } | null;
  readonly processedAt?: string | null;
  readonly closedAt?: string | null;
  readonly name?: string | null;
  readonly note?: string | null;
  readonly poNumber?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly tags?: readonly string[] | null;
  readonly customAttributes?: Order['attributes'] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly sourceName?: string | null;
  readonly sourceIdentifier?: string | null;
  readonly test?: boolean | null;
}
export type Behaviour = 'BYPASS' | 'DECREMENT_IGNORING_POLICY' | 'DECREMENT_OBEYING_POLICY';
