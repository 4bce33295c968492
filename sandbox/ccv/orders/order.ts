import type { JsonObject } from '../../kit/json.ts';

/** An option that was chosen, with what it adds to the price of a unit. */
export interface ChosenOption {
  readonly id: number;
  readonly option: string;
  readonly value: string;
  readonly price: number;
}

/** Amounts and quantities are numbers, as CCV has them. At a till they may be below zero. */
export interface OrderRow {
  readonly id: number;
  /** `product`, or a deposit, which carries no VAT (sheet 6.2). */
  readonly type: string;
  /** Null for a free row. */
  readonly productId: number | null;
  /** Values of the combination; empty where none was chosen. Ids of combinations change, those of values stay. */
  readonly valueIds: readonly number[];
  readonly name: string;
  readonly number: string;
  readonly subNumber: string;
  readonly subSku: string;
  readonly subEan: string;
  readonly count: number;
  /** Of a unit, before the discount and what options add. */
  readonly price: number;
  readonly discount: number;
  /** Percent. */
  readonly tax: number;
  readonly isCustomPrice: boolean;
  readonly purchasePrice: number;
  readonly unit: string;
  readonly weight: number;
  readonly memo: string;
  readonly packageId: number | null;
  readonly attributes: readonly ChosenOption[];
}

/** What is shown under the name by which it can be sent (sheets 6.1, 6.5). */
export interface OrderTerms {
  readonly invoicenumber: number | null;
  readonly deliver_method: string;
  readonly deliver_date: string | null;
  readonly is_platform_sale: boolean;
  readonly orderedinlng: string;
  readonly safety_deposit_returned: boolean;
  /** VAT is counted at all. */
  readonly taxes_included: boolean;
  readonly order_row_taxes_included: boolean;
  readonly shipping_taxes_included: boolean;
  readonly shipping_tax_percentage: number;
  readonly is_intra_community_order: boolean;
  readonly total_shipping: number;
  readonly total_discounts: number;
  readonly credit_point_discount: number;
  readonly paymethod_costs: number;
  readonly extra_costs: number;
  readonly extra_costs_description: string;
  readonly extra_payment_option: string;
  readonly extra_payment_option_price: number;
  readonly currency: string;
  readonly reservationnumber: string;
  readonly delivery_option: string | null;
  readonly track_and_trace_code: string;
  readonly track_and_trace_carrier: string | null;
}

export interface Coupon {
  readonly code: string;
  readonly discount: number;
  readonly type: string;
}

/** A line that staff wrote, a message to the customer, a mail that was sent. */
export interface Remark {
  readonly id: number;
  readonly at: number;
  readonly text: string;
}

export interface Order {
  readonly id: number;
  /** Given when it is completed (sheet 6.1). */
  readonly number: number | null;
  readonly createdAt: number;
  /** False: an open basket. */
  readonly isCompleted: boolean;
  /** Null of a basket. */
  readonly status: number | null;
  readonly paid: boolean;
  readonly paymethodId: number;
  readonly transactionId: string | null;
  readonly userId: number | null;
  /** Of the user, in percent. It is already in the prices (sheet 6.15). */
  readonly userDiscount: number;
  /** The data at the time of the order; null where nobody was named, as at a till. */
  readonly customer: JsonObject | null;
  readonly rows: readonly OrderRow[];
  readonly terms: OrderTerms;
  /** Whether `extra_costs` carry the VAT of the shipping. Cash that a till rounds carries none. */
  readonly isExtraTaxed: boolean;
  readonly coupon: Coupon | null;
  readonly pickup: JsonObject | null;
  readonly notes: readonly Remark[];
  readonly messages: readonly Remark[];
  readonly notifications: readonly Remark[];
  readonly labels: readonly number[];
  /** Whether the stock has given the goods. */
  readonly isTaken: boolean;
}

/** What an order starts with. */
export const plainTerms: OrderTerms = {
  invoicenumber: null,
  deliver_method: 'shipping',
  deliver_date: null,
  is_platform_sale: false,
  orderedinlng: 'nl',
  safety_deposit_returned: false,
  taxes_included: true,
  order_row_taxes_included: true,
  shipping_taxes_included: true,
  shipping_tax_percentage: 21,
  is_intra_community_order: false,
  total_shipping: 0,
  total_discounts: 0,
  credit_point_discount: 0,
  paymethod_costs: 0,
  extra_costs: 0,
  extra_costs_description: '',
  extra_payment_option: '',
  extra_payment_option_price: 0,
  currency: 'EUR',
  reservationnumber: '',
  delivery_option: null,
  track_and_trace_code: '',
  track_and_trace_carrier: null,
};

export const plainRow: Omit<OrderRow, 'id' | 'name' | 'count' | 'price' | 'tax'> = {
  type: 'product',
  productId: null,
  valueIds: [],
  number: '',
  subNumber: '',
  subSku: '',
  subEan: '',
  discount: 0,
  isCustomPrice: false,
  purchasePrice: 0,
  unit: '',
  weight: 0,
  memo: '',
  packageId: null,
  attributes: [],
};
