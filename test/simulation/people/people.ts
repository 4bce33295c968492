import { storeId } from '../../../sandbox/ecwid/index.ts';
import { lineOf } from '../../../sandbox/ecwid/sales/lines.ts';
import type { SaleInput } from '../../../sandbox/ecwid/sales/sale.ts';
import { chance, textOf, whole } from '../../../sandbox/kit/random.ts';
import { assam, mug } from '../../../sandbox/kit/shop/articles.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { History, OrderState } from '../invariants/history.ts';
import type { Trace } from '../trace.ts';

interface PeopleParts {
  readonly clock: VirtualClock;
  readonly sandbox: Sandbox;
  readonly history: History;
  readonly trace: Trace;
  readonly shopToken: () => string;
}

type Deed = Readonly<Record<string, unknown>>;

/** Buyers and the merchant's people, at work in the shop. */
export class People {
  readonly #parts: PeopleParts;
  readonly #shop: ReturnType<Sandbox['systems']['ecwid']['control']>;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    this.#shop = parts.sandbox.systems.ecwid.control();
  }

  /** Somebody buys, or one new customer twice at once, or two behind one address. */
  async buy(): Promise<void> {
    const random = () => this.#parts.clock.random();
    const roll = random();
    if (roll < 0.6) await this.#ask('POST', '/orders', { count: 1, profile: 'realistic' });
    else if (roll < 0.97) {
      const buyer = newBuyer(random);
      await this.#ask('POST', '/sales', plainSale(random, buyer));
      if (roll < 0.7) await this.#ask('POST', '/sales', plainSale(random, colleague(random, buyer)));
      else if (roll < 0.85)
        await this.#ask('POST', '/sales', plainSale(random, { ...buyer, account: false }));
    } else await this.#ask('POST', '/sales', plainSale(random, { ...newBuyer(random), email: '' }));
    this.#look('somebody buys');
  }

  /** Something is done about an order. */
  async change(): Promise<void> {
    const { clock, history } = this.#parts;
    const ids = [...history.orders].filter(([, states]) => !states.at(-1)?.gone).map(([id]) => id);
    const id = ids[whole(() => clock.random(), 0, ids.length - 1)];
    const state = id === undefined ? undefined : history.orders.get(id)?.at(-1);
    if (id === undefined || state === undefined) return;
    const what = deed(() => clock.random(), state);
    if (what === 'notify') {
      await this.#ask('POST', `/orders/${id}/notify`, { times: whole(() => clock.random(), 1, 10) });
    } else if (what === 'delete') {
      await this.#delete(id);
    } else if (what !== null) {
      await this.#ask('PATCH', `/orders/${id}`, what);
    }
    this.#look(`${id}: ${JSON.stringify(what)}`);
  }

  /** Only the API deletes here. */
  async #delete(id: string): Promise<void> {
    const { sandbox, shopToken } = this.#parts;
    const headers = { authorization: `Bearer ${shopToken()}` };
    const url = `https://app.ecwid.com/api/v3/${storeId}/orders/${id}`;
    await sandbox.handle('ecwid', new Request(url, { method: 'DELETE', headers }));
  }

  async #ask(method: string, path: string, body: Deed): Promise<void> {
    const answer = await this.#shop.request(path, { method, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }

  #look(what: string): void {
    this.#parts.history.note(this.#parts.clock.now());
    this.#parts.trace(() => what);
  }
}

function deed(
  random: () => number,
  { paymentStatus, gross, givenBack }: OrderState,
): Deed | 'notify' | 'delete' | null {
  const roll = random();
  if (roll < 0.03) return 'delete';
  if (roll < 0.15) return 'notify';
  if (roll < 0.3) return { fulfillmentStatus: chance(random, 0.5) ? 'SHIPPED' : 'PROCESSING' };
  if (roll < 0.4)
    return { items: [{ position: 0, quantity: String(whole(random, 5, 9)) }], recalculate: true };
  if (roll < 0.45) return { items: [{ position: 0, quantity: String(whole(random, 10, 90)) }] };
  if (paymentStatus === 'AWAITING_PAYMENT') return chance(random, 0.8) ? { pay: true } : { cancel: true };
  if (paymentStatus !== 'PAID' && paymentStatus !== 'PARTIALLY_REFUNDED') return null;
  if (roll < 0.55) return { cancel: true };
  if (roll < 0.7) return { refund: {} };
  if (roll < 0.75) return { refund: { statusOnly: true } };
  return Number(gross) - Number(givenBack) > 4
    ? { refund: { amount: `${whole(random, 1, 2)}.${whole(random, 10, 99)}` } }
    : null;
}

function newBuyer(random: () => number): SaleInput['buyer'] {
  const name = textOf(random, 'bcdfghjklmnpqrstvwxz', 8);
  return {
    name: `Nieuwe ${name}`,
    email: `${name}@example.com`,
    street: `${name}straat ${whole(random, 1, 99)}`,
    postalCode: '1011 AB',
    city: 'Amsterdam',
    country: 'NL',
  };
}

/** Somebody else with the same e-mail address: a company, where the other is a person or another company. */
function colleague(random: () => number, buyer: SaleInput['buyer']): SaleInput['buyer'] {
  const companyName = `${textOf(random, 'bcdfghjklmnpqrstvwxz', 8)} B.V.`;
  return { ...buyer, companyName, street: `Laan ${whole(random, 100, 999)}`, account: false };
}

function plainSale(random: () => number, buyer: SaleInput['buyer']): Deed {
  return {
    buyer,
    basket: {
      lines: [
        lineOf(mug, { quantity: String(whole(random, 1, 4)) }),
        lineOf(assam, { quantity: String(whole(random, 1, 4)) }),
      ],
      shipping: { method: 'PostNL brievenbus of pakket', rate: '6.95' },
    },
    paymentStatus: chance(random, 0.3) ? 'AWAITING_PAYMENT' : 'PAID',
  };
}
