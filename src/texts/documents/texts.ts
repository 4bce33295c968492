import type { ChargeKind } from '../../records/order.ts';

/** What Koppel itself writes on documents, in the language of the books. A missing text does not compile. */
export interface DocumentTexts {
  readonly revenue: string;
  readonly shipping: string;
  readonly discount: string;
  /** Of several fees added up. */
  readonly fees: string;
  readonly rounding: string;
  /** Of a fee that the shop gives no name. */
  readonly charges: Readonly<Record<ChargeKind, string>>;
  /** Lines of an order added up per VAT rate. `number`: the order's, as customers see it. */
  readonly perRate: (what: string, number: string, rate: string) => string;
  /** The receipts of a till's day added up per VAT rate. */
  readonly ofDay: (what: string, till: string, date: string, rate: string) => string;
  readonly receipts: (count: number) => string;
  /** As a means of payment. */
  readonly vouchers: string;
  /** A line that was given back. */
  readonly refund: (what: string) => string;
}
