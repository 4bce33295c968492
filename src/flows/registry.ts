import type { BulkFlow } from './bulk.ts';
import { categories } from './categories/index.ts';
import type { RecordFlow } from './contract.ts';
import { customers } from './customers/index.ts';
import { orders } from './orders/index.ts';
import { products } from './products/index.ts';
import { stock } from './stock/index.ts';

export type Flow = RecordFlow<unknown> | BulkFlow<unknown>;

/** Every flow that Koppel knows. Settings are checked by the flow's own schema, so the registry need not know them. */
export const flows: readonly Flow[] = [
  orders as RecordFlow<unknown>,
  customers as RecordFlow<unknown>,
  categories as RecordFlow<unknown>,
  products as BulkFlow<unknown>,
  stock as BulkFlow<unknown>,
];

export function flowByName(name: string): Flow | undefined {
  return flows.find((flow) => flow.name === name);
}
