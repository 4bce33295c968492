import { type CollectionSnapshot, LaggingCollection } from '../lagging-collection.ts';
import type { World } from '../stand-in.ts';
import type { Customer } from './customer.ts';
import type { Invoice } from './invoice.ts';
import type { JorttSettings } from './settings.ts';

export interface Label {
  id: string;
  description: string;
  category: 'user_label';
}

/** Everything in the one administration. */
export class Books {
  readonly customers: LaggingCollection<Customer>;
  readonly invoices: LaggingCollection<Invoice>;
  labels: Label[] = [];
  /** The last invoice number of each month, by `YYYYMM`. */
  lastNumbers: Record<string, number> = {};
  /** The ids of invoices on their way, in the order of their sending. */
  sending: string[] = [];

  constructor(world: World, settings: () => JorttSettings) {
    const lagMs = () => settings().searchLagMs;
    this.customers = new LaggingCollection(world.now, lagMs);
    this.invoices = new LaggingCollection(world.now, lagMs);
  }

  snapshot(): BooksSnapshot {
    const { customers, invoices, labels, lastNumbers, sending } = this;
    return {
      customers: customers.snapshot(),
      invoices: invoices.snapshot(),
      labels,
      lastNumbers: { ...lastNumbers },
      sending: [...sending],
    };
  }

  restore(snapshot: BooksSnapshot): void {
    this.customers.restore(snapshot.customers);
    this.invoices.restore(snapshot.invoices);
    this.labels = snapshot.labels;
    this.lastNumbers = snapshot.lastNumbers;
    this.sending = snapshot.sending;
  }

  clear(): void {
    this.customers.clear();
    this.invoices.clear();
    this.labels = [];
    this.lastNumbers = {};
    this.sending = [];
  }
}

export interface BooksSnapshot {
  customers: CollectionSnapshot<Customer>;
  invoices: CollectionSnapshot<Invoice>;
  labels: Label[];
  lastNumbers: Record<string, number>;
  sending: string[];
}
