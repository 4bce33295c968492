/** An order as the stand-in keeps it. Amounts are decimal strings in the currency of the shop, times are milliseconds. */
import type { Address } from '../customers/customer.ts';

export interface TaxLine {
  readonly title: string;
  /** A fraction: `0.21`. */
  readonly rate: string;
  /** Of the whole line. */
  readonly price: string;
  readonly channelLiable: boolean;
}

/** A part of a discount that a line bears. */
export interface Allocation {
  readonly amount: string;
  /** Into the discounts of the order. */
  readonly discount: number;
}

export interface Discount {
  readonly kind: 'code' | 'automatic' | 'manual' | 'script';
  /** The code, or the title. */
  readonly name: string;
  readonly valueType: 'percentage' | 'fixed_amount';
  readonly value: string;
  readonly target: 'line_item' | 'shipping_line';
  readonly method: 'across' | 'each' | 'one';
  readonly selection: 'all' | 'entitled' | 'explicit';
}

export interface Line {
  readonly id: string;
  readonly variantId: string | null;
  readonly productId: string | null;
  readonly sku: string | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly vendor: string | null;
  /** As ordered: edits and refunds leave it. */
  readonly quantity: number;
  /** Taken off by edits. */
  readonly removed: number;
  /** Per piece, without any discount. */
  readonly price: string;
  readonly taxable: boolean;
  readonly giftCard: boolean;
  readonly requiresShipping: boolean;
  readonly grams: number;
  readonly attributes: readonly Attribute[];
  readonly allocations: readonly Allocation[];
  readonly taxLines: readonly TaxLine[];
  readonly duties: readonly { readonly id: string; readonly price: string; readonly country: string }[];
}

export interface ShippingLine {
  readonly id: string;
  readonly title: string;
  readonly code: string | null;
  readonly source: string | null;
  readonly price: string;
  readonly removed: boolean;
  readonly allocations: readonly Allocation[];
  readonly taxLines: readonly TaxLine[];
}

export interface Transaction {
  readonly id: string;
  readonly kind: 'AUTHORIZATION' | 'CAPTURE' | 'SALE' | 'REFUND' | 'VOID';
  readonly status: 'SUCCESS' | 'PENDING' | 'FAILURE';
  readonly gateway: string;
  readonly amount: string;
  readonly at: number;
  readonly parentId: string | null;
  readonly test: boolean;
}

export interface Refund {
  readonly id: string;
  readonly createdAt: number;
  readonly processedAt: number;
  readonly note: string | null;
  readonly lines: readonly RefundedLine[];
  readonly shipping: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly subtotal: string;
    readonly tax: string;
  }[];
  /** Money beside lines and shipping: negative amounts. */
  readonly adjustments: readonly {
    readonly id: string;
    readonly amount: string;
    readonly tax: string;
    readonly reason: string;
  }[];
  readonly transactionIds: readonly string[];
}

/** Goods that came back, and what was sent for them. */
export interface Return {
  readonly id: string;
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly lines: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly quantity: number;
    readonly note: string;
  }[];
  /** Lines of the order that were added in exchange. */
  readonly exchangeLineIds: readonly string[];
  readonly refundIds: readonly string[];
}

export interface RefundedLine {
  readonly id: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly restock: 'CANCEL' | 'RETURN' | 'NO_RESTOCK';
  readonly subtotal: string;
  readonly tax: string;
}

export interface Fulfillment {
  readonly id: string;
  readonly at: number;
  readonly status: 'SUCCESS' | 'CANCELLED';
  readonly locationId: string;
  readonly company: string | null;
  readonly number: string | null;
  readonly url: string | null;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** Whole lines that are sent from one place. */
export interface FulfillmentOrder {
  readonly id: string;
  readonly locationId: string;
  readonly onHold: boolean;
  readonly lineIds: readonly string[];
}

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export interface Order {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly confirmationNumber: string;
  readonly createdAt: number;
  readonly processedAt: number;
  readonly updatedAt: number;
  readonly cancelledAt: number | null;
  readonly cancelReason: string | null;
  readonly closedAt: number | null;
  readonly test: boolean;
  readonly edited: boolean;
  readonly currency: string;
  /** What the customer paid in, and how much of it one unit of the shop's currency is. */
  readonly presentment: { readonly currency: string; readonly rate: string } | null;
  readonly taxesIncluded: boolean;
  readonly taxExempt: boolean;
  /** What the maker of the order said of it; transactions say more. */
  readonly statedStatus: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string;
  readonly note: string | null;
  readonly poNumber: string | null;
  readonly tags: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly sourceName: string;
  readonly sourceIdentifier: string | null;
  readonly customerId: string | null;
  readonly company: { readonly companyId: string; readonly locationId: string } | null;
  readonly billing: Address | null;
  readonly shipping: Address | null;
  readonly lines: readonly Line[];
  readonly shippingLines: readonly ShippingLine[];
  /** Taxes that stand on the order as a whole, as the maker of the order gave them. */
  readonly taxLines: readonly TaxLine[];
  readonly discounts: readonly Discount[];
  readonly tip: string;
  readonly fees: readonly { readonly id: string; readonly name: string; readonly price: string }[];
  readonly rounding: string;
  readonly transactions: readonly Transaction[];
  readonly refunds: readonly Refund[];
  readonly returns: readonly Return[];
  readonly fulfillments: readonly Fulfillment[];
  readonly fulfillmentOrders: readonly FulfillmentOrder[];
  /** The total when it was made, before edits. */
  readonly originalTotal: string;
}
