import { byTime, type Source } from '../../../src/connectors/contract/source.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import type { FlowContext, Outcome } from '../../../src/flows/contract.ts';
import { customers } from '../../../src/flows/customers/index.ts';
import { customersSettings } from '../../../src/flows/customers/settings.ts';
import type { CustomerLink } from '../../../src/flows/links.ts';
import type { OrdersSettings } from '../../../src/flows/orders/settings.ts';
import type { Customer } from '../../../src/records/customer.ts';
import type { Order } from '../../../src/records/order.ts';
import { type Given, World } from './harness.ts';
import { noor, order } from './samples.ts';

type Fields = Record<string, unknown>;

/** Books whose customers are kept in step with the accounts of the shop that the orders come from. */
export class KeptBooks extends World {
  readonly accounts = new Map<string, Customer>([[noor.id, noor]]);
  /** Whether two customers of the books may have one address. */
  sharesEmails = true;
  #sold = 0;

  /** Noor's account has been carried, before all orders. */
  static async open(given: Given = {}): Promise<KeptBooks> {
    const world = new KeptBooks(given);
    world.customersKept = true;
    world.now = Date.parse('2026-03-01T12:00:00Z');
    await world.carry();
    world.now = Date.parse('2026-03-02T12:00:00Z');
    world.books.api.calls.length = 0;
    return world;
  }

  carry(account: Customer = noor): Promise<Outcome> {
    const id = account.id ?? noor.id;
    this.accounts.set(id, account);
    const context = this.context(id);
    const source: Source<Customer> = {
      changes: byTime(async () => ({ changes: [], next: null })),
      get: async (_api, each) => this.accounts.get(each) ?? null,
    };
    return customers.run({
      ...context,
      source: { ...context.source, connector: { ...context.source.connector, customers: { source } } },
      settings: customersSettings.parse({}),
      mapping: {},
      reverse: null,
    });
  }

  /** An order of this buyer, later than all before it. */
  sale(customer: Order['customer'] = noor, fields: Partial<Order> = {}): Order {
    this.#sold++;
    const placedAt = new Date(Date.parse('2026-03-02T10:00:00Z') + this.#sold * 60_000).toISOString();
    return order({
      ...{ id: `SO-${this.#sold}`, number: String(1000 + this.#sold), placedAt, customer },
      ...fields,
    });
  }

  /** Calls about customers since the last look. */
  take(): string[] {
    const calls = this.books.calls.filter((call) => call.includes('/v3/customers'));
    this.books.api.calls.length = 0;
    return calls.map((call) => call.replace(/\/c{8}-.*/, '/id'));
  }

  /** The customer that the last invoice is addressed to. */
  get addressee(): Fields | undefined {
    const id = this.books.invoices.at(-1)?.customer_id;
    return this.books.customers.find((each) => each.id === id);
  }

  get customerLinks(): readonly CustomerLink[] {
    return [...this.links].filter(([key]) => key.startsWith('customer ')).map(([, link]) => link);
  }

  override context(key: string): FlowContext<OrdersSettings> {
    const context = super.context(key);
    const { target } = jortt.customers ?? {};
    if (target === undefined || this.sharesEmails) return context;
    const connector = { ...jortt, customers: { target: { ...target, sharesEmails: false } } };
    return { ...context, target: { ...context.target, connector } };
  }
}
