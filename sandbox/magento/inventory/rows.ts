/** What the tables of MSI hold (sheet 12.1). */
import type { Product } from '../products/product.ts';

export interface SourceItem {
  readonly sku: string;
  readonly sourceCode: string;
  readonly quantity: number;
  /** 1 in stock, 0 out of it: nothing but a write changes it, whatever the quantity (sheet 12.2). */
  readonly status: number;
}

/** What is promised, or given free again: signed pieces of one event (sheet 12.1). */
export interface Reservation {
  readonly sku: string;
  readonly stockId: number;
  readonly quantity: number;
  readonly event: string;
  readonly orderId: number;
}

export interface Stock {
  readonly id: number;
  readonly name: string;
  /** Codes of the websites that sell from it. */
  readonly websites: readonly string[];
}

export interface StockSourceLink {
  readonly stockId: number;
  readonly sourceCode: string;
  readonly priority: number;
}

export const defaultSource = 'default';
export const defaultStock = 1;

const kinds = ['simple', 'virtual', 'downloadable', 'giftcard'];

/** Whether pieces of a product are kept: those of a configurable one are its children's. */
export function isCounted({ type }: Product): boolean {
  return kinds.includes(type);
}
