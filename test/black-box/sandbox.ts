import { secretToken, storeId } from '../../sandbox/ecwid/settings.ts';

export interface Expectation {
  readonly id: string;
  readonly about: string;
  readonly gross: string;
  readonly tax: string;
  readonly taxByRate: readonly { readonly rate: string; readonly tax: string }[];
  readonly bookable: boolean;
  readonly why: string;
}

export interface Invoice {
  readonly id: string;
  readonly reference: string;
  readonly customer_id: string;
  readonly invoice_total: { readonly amount: string };
  readonly invoice_total_incl_vat: { readonly amount: string };
  readonly vatByRate: Readonly<Record<string, string>>;
  readonly credited_invoice_id: string | null;
}

interface EcwidCustomer {
  readonly id: number;
  readonly email: string;
  readonly billingPerson: Readonly<Record<string, unknown>>;
}

interface Counts {
  readonly total: number;
  readonly byRoute: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
}

/** The routes that were called to change something, each with its number of calls. */
export function writes(counts: Counts | undefined): [route: string, calls: number][] {
  return Object.entries(counts?.byRoute ?? {}).filter(
    ([route]) => !route.startsWith('GET ') && !/\/(oauth\/\w+|graphql\.json query \w+)$/.test(route),
  );
}

/** The levers of the sandbox, and what its systems hold. */
export class Sandbox {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Answer;
  }

  expectations(): Promise<Expectation[]> {
    return this.control('GET', '/ecwid/expectations');
  }

  async invoices(): Promise<Invoice[]> {
    return (await this.control<{ invoices: Invoice[] }>('GET', '/state/jortt')).invoices;
  }

  async customers(): Promise<{ readonly id: string; readonly email: string | null }[]> {
    return (await this.control<{ customers: { id: string; email: string | null }[] }>('GET', '/state/jortt'))
      .customers;
  }

  async calls(): Promise<Readonly<Record<string, Counts>>> {
    return (await this.control<{ counters: Record<string, Counts> }>('GET', '/calls')).counters;
  }

  async forgetCalls(): Promise<void> {
    await this.control('DELETE', '/calls');
  }

  /** Random sales at once; their ids. */
  async sell(plan: Readonly<Record<string, unknown>>): Promise<string[]> {
    return (await this.control<{ ids: string[] }>('POST', '/ecwid/orders', plan)).ids;
  }

  async ecwidCustomers(): Promise<EcwidCustomer[]> {
    return (await this.control<{ customers: EcwidCustomer[] }>('GET', '/state/ecwid')).customers;
  }

  /** As the merchant's own tool does it, over the shop's API. */
  async changeEcwidCustomer(id: number, changes: Readonly<Record<string, unknown>>): Promise<void> {
    const response = await fetch(`${this.url}/ecwid/api/v3/${storeId}/customers/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${secretToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(changes),
    });
    if (!response.ok) throw new Error(`The shop refused: ${response.status} ${await response.text()}`);
  }

  /** Webhooks that are still on their way. */
  async waitingDeliveries(): Promise<number> {
    const { items } = await this.control<{ items: { state: string }[] }>('GET', '/ecwid/deliveries');
    return items.filter(({ state }) => state === 'waiting').length;
  }
}
