import { byTime, type Source } from '../../../src/connectors/contract/source.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import type { Outcome } from '../../../src/flows/contract.ts';
import { customers } from '../../../src/flows/customers/index.ts';
import { customersSettings } from '../../../src/flows/customers/settings.ts';
import type { Customer } from '../../../src/records/customer.ts';
import { World } from '../orders/harness.ts';
import { noor } from '../orders/samples.ts';

/** The shop of the orders flow, with customers of its own: both flows go to the same books. */
export class Shop extends World {
  readonly buyers = new Map<string, Customer>([[noor.id, noor]]);
  customerMapping: Record<string, string> = {};
  /** Whether its orders are placed by records and say what those say, as those of books do. */
  namesRecords = false;
  /** Whether the books take an address for several customers, as Jortt does. */
  sharesEmails = true;

  carry(key: string = noor.id): Promise<Outcome> {
    const context = this.context(key);
    const source: Source<Customer> = {
      changes: byTime(async () => ({ changes: [], next: null })),
      get: async (_api, id) => this.buyers.get(id) ?? null,
    };
    const { target } = context.target.connector.customers ?? {};
    const orders = this.namesRecords ? jortt.orders : context.source.connector.orders;
    return customers.run({
      ...context,
      source: {
        ...context.source,
        connector: { ...context.source.connector, ...(orders && { orders }), customers: { source } },
      },
      target: {
        ...context.target,
        connector: {
          ...context.target.connector,
          ...(target && { customers: { target: { ...target, sharesEmails: this.sharesEmails } } }),
        },
      },
      settings: customersSettings.parse({}),
      mapping: this.customerMapping,
      reverse: null,
    });
  }

  /** Calls about customers since the last look. */
  take(): string[] {
    const calls = this.books.calls.filter((call) => call.includes('/v3/customers'));
    this.books.api.calls.length = 0;
    return calls.map((call) => call.replace(/\/c{8}-.*/, '/id'));
  }
}
