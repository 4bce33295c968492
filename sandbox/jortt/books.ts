import { type CollectionSnapshot, LaggingCollection } from '../lagging-collection.ts';
import type { World } from '../stand-in.ts';
import type { Customer } from './customer.ts';
import type { Dispatch, Invoice } from './invoice.ts';
import type { Tradename } from './organization.ts';
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
  tradenames: Tradename[] = [];
  /** The last invoice number of each month, by `YYYYMM`. */
  lastNumbers: Record<string, number> = {};
  /** Invoices on their way, in the order in which they were asked for. */
  sending: Dispatch[] = [];

  constructor(world: World, settings: () => JorttSettings) {
    const lagMs = () => settings().searchLagMs;
    const now = () => world.now();
    this.customers = new LaggingCollection(now, lagMs);
    this.invoices = new LaggingCollection(now, lagMs);
  }

  /** A deleted customer stays in the books, out of sight (sheet 6.1). */
  customer(id: string): Customer | undefined {
    const customer = this.customers.get(id);
    return customer?.deleted ? undefined : customer;
  }

  snapshot(): BooksSnapshot {
    return {
      customers: this.customers.snapshot(),
      invoices: this.invoices.snapshot(),
      labels: [...this.labels],
      tradenames: [...this.tradenames],
      lastNumbers: { ...this.lastNumbers },
      sending: [...this.sending],
    };
  }

  restore(snapshot: BooksSnapshot): void {
    this.customers.restore(snapshot.customers);
    this.invoices.restore(snapshot.invoices);
    this.labels = [...snapshot.labels];
    this.tradenames = [...snapshot.tradenames];
    this.lastNumbers = { ...snapshot.lastNumbers };
    this.sending = [...snapshot.sending];
  }

  clear(): void {
    this.customers.clear();
    this.invoices.clear();
    this.labels = [];
    this.tradenames = [];
    this.lastNumbers = {};
    this.sending = [];
  }
}

export interface BooksSnapshot {
  customers: CollectionSnapshot<Customer>;
  invoices: CollectionSnapshot<Invoice>;
  labels: Label[];
  tradenames: Tradename[];
  lastNumbers: Record<string, number>;
  sending: Dispatch[];
}
