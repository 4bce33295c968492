import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import type { Tradename } from './administration/organization.ts';
import type { Customer } from './customers/customer.ts';
import type { Estimate } from './estimates/estimate.ts';
import type { Invoice } from './invoices/invoice.ts';
import type { JorttSettings } from './settings.ts';

export interface Label {
  id: string;
  description: string;
  category: 'user_label';
}

/** Everything in the one administration. */
export class Books extends Store {
  readonly customers = this.collection<Customer>('customers');
  readonly invoices = this.collection<Invoice>('invoices');
  readonly estimates = this.collection<Estimate>('estimates');
  readonly labels = this.records<Label>('labels');
  readonly tradenames = this.records<Tradename>('tradenames');
  /** Of invoices, by month as `YYYYMM`. */
  readonly numbers = this.counters('numbers');
  readonly estimateNumbers = this.counters('estimateNumbers');

  constructor(world: World, settings: () => JorttSettings) {
    super(world, () => settings().searchLagMs);
  }

  /** A deleted customer stays in the books, out of sight (sheet 6.1). */
  customer(id: string): Customer | undefined {
    const customer = this.customers.get(id);
    return customer?.deleted ? undefined : customer;
  }
}
