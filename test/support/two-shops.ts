import { z } from 'zod';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { PlayedSystems } from './played-systems.ts';
import { credentials, hosts } from './systems.ts';

const otherHost = 'other.example.com';
/** The shops' numbers are the same too: the books are to tell them apart. */
const apart = { reference: "'N' & order.number" };

const placed = z.object({ ids: z.array(z.string()) });
const booked = z.object({
  invoices: z.array(
    z.object({
      reference: z.string(),
      customer_id: z.string().nullish(),
      invoice_total_incl_vat: z.object({ value: z.string() }).or(z.unknown()),
    }),
  ),
});

/**
 * Two Magento shops, whose records count from the same numbers, and one administration. Of the two the first is open at
 * the address that every test uses; the second is elsewhere, as a shop that was rebuilt is.
 */
export class TwoShops {
  readonly first = new PlayedSystems({ ...hosts, [otherHost]: 'magento' });
  readonly #second: Sandbox;

  constructor() {
    const { clock, sandbox } = this.first;
    this.#second = new Sandbox(
      { now: () => clock.now(), random: seededRandom(11), sleep: (ms) => clock.sleep(ms) },
      () => Promise.reject(new Error('No webhooks here.')),
    );
    this.#second.reset(false);
    const handle = sandbox.handle.bind(sandbox);
    sandbox.handle = (system, request) =>
      new URL(request.url).hostname === otherHost
        ? this.#second.handle('magento', request)
        : handle(system, request);
  }

  get integration() {
    return this.first.integration;
  }

  /** Credentials of the one or the other: the same secrets open both. */
  credentials(which: 'first' | 'second') {
    return which === 'first'
      ? credentials.magento
      : { ...credentials.magento, address: `https://${otherHost}` };
  }

  /** The document of an integration that reads the one shop or the other. */
  fromShop(which: 'first' | 'second', settings: Record<string, unknown> = {}) {
    return {
      name: 'Tea',
      connections: {
        shop: { connector: 'magento', credentials: this.credentials(which) },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
      flows: [
        {
          flow: 'orders',
          from: 'shop',
          to: 'books',
          every: '5m',
          settings: { state: 'sent', ...settings },
          mapping: which === 'first' ? {} : apart,
        },
      ],
    };
  }

  /** Of one that books Ecwid's sales in the one Magento or the other. */
  intoShop(which: 'first' | 'second') {
    return {
      name: 'Tea',
      connections: {
        till: { connector: 'ecwid', credentials: credentials.ecwid },
        books: { connector: 'magento', credentials: this.credentials(which) },
      },
      flows: [{ flow: 'orders', from: 'till', to: 'books', every: '5m', settings: {} }],
    };
  }

  async sell(which: 'first' | 'second', count: number): Promise<string[]> {
    return placed.parse(await this.lever(which, 'POST', '/orders', { count, profile: 'simple' })).ids;
  }

  /** A lever of the one Magento or the other. */
  async lever(which: 'first' | 'second', method: string, path: string, body: object): Promise<unknown> {
    if (which === 'first') return this.first.control('magento', method, path, body);
    const control = this.#second.standIn('magento')?.control();
    const response = await control?.request(path, { method, body: JSON.stringify(body) });
    if (!response?.ok) throw new Error(`${method} ${path}: ${response?.status}`);
    return response.status === 204 ? null : response.json();
  }

  /** What the second Magento holds. */
  secondState(): unknown {
    return this.#second.standIn('magento')?.state();
  }

  get invoices() {
    return booked.parse(this.first.sandbox.standIn('jortt')?.state()).invoices;
  }

  codes(): string[] {
    return this.integration.reports.view().problems.map(({ code }) => code);
  }

  /** How the last tasks ended, newest first. */
  ends(count: number): string[] {
    return this.integration.reports
      .activity({}, count)
      .items.map(({ key, outcome, reason }) => `${key} ${outcome} ${reason}`);
  }
}
