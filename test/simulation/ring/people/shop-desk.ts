import { secretToken, storeId } from '../../../../sandbox/ecwid/index.ts';
import { isObject, type JsonObject, numberIn, textIn } from '../../../../sandbox/kit/json.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import { done, Levers } from '../../world/levers.ts';
import {
  type Account,
  type Desk,
  grossOf,
  home,
  type Paper,
  type Purchase,
  type Trait,
  type Traits,
} from './desk.ts';

interface State {
  readonly orders: readonly JsonObject[];
  readonly customers: readonly JsonObject[];
}

/** Buyers and staff of the Ecwid shop. */
export class ShopDesk implements Desk {
  readonly system = 'ecwid';
  readonly fixed = [];
  readonly notesPhone = false;
  readonly hearsOfPayment = true;
  readonly #sandbox: Sandbox;
  readonly #levers: Levers;
  #touched = 0;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#levers = new Levers(sandbox, this.system);
  }

  accounts(): Account[] {
    return this.#state().customers.map((row) => {
      const person = isObject(row.billingPerson) ? row.billingPerson : {};
      return {
        id: String(row.id),
        traits: {
          email: textIn(row, 'email'),
          name: textIn(person, 'name'),
          company: textIn(person, 'companyName'),
          phone: textIn(person, 'phone'),
          street: textIn(person, 'street'),
        },
      };
    });
  }

  papers(): Paper[] {
    return this.#state().orders.map((order) => ({
      id: textIn(order, 'id'),
      gross: numberIn(order, 'total').toFixed(2),
      buyer: JSON.stringify([order.email, order.billingPerson]),
    }));
  }

  async enter({ email, ...traits }: Traits): Promise<void> {
    await this.#call('POST', '/customers', { email, billingPerson: personOf(traits) });
  }

  async edit(id: string, trait: Trait, value: string): Promise<void> {
    const row = this.#state().customers.find((each) => String(each.id) === id);
    const { countryName: _, firstName: __, lastName: ___, ...person } = { ...asObject(row?.billingPerson) };
    const names = { name: 'name', company: 'companyName', phone: 'phone', street: 'street' } as const;
    const body =
      trait === 'email' ? { email: value } : { billingPerson: { ...person, [names[trait]]: value } };
    await this.#call('PUT', `/customers/${id}`, body);
  }

  async remove(id: string): Promise<boolean> {
    await this.#call('DELETE', `/customers/${id}`);
    return true;
  }

  async sell({ net, buyer, account }: Purchase): Promise<void> {
    const { name, company, phone, street, email } = buyer;
    const sale = {
      buyer: { name, companyName: company, phone, street, email, ...home, account: account !== null },
      basket: { lines: [{ sku: 'MUG', name: 'Mug', price: grossOf(net), rate: '21' }] },
    };
    await this.#levers.pull('POST', '/sales', sale);
  }

  async touch(id: string): Promise<void> {
    const fulfillmentStatus = this.#touched++ % 2 === 0 ? 'PROCESSING' : 'SHIPPED';
    await this.#levers.pull('PATCH', `/orders/${id}`, { fulfillmentStatus });
  }

  #state(): State {
    return this.#sandbox.systems.ecwid.state() as State;
  }

  async #call(method: string, path: string, body?: object): Promise<void> {
    const request = new Request(`https://app.ecwid.com/api/v3/${storeId}${path}`, {
      method,
      headers: { Authorization: `Bearer ${secretToken}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await done(`${method} ${path}`, this.#sandbox.systems.ecwid.handle(request));
  }
}

function personOf({ name, company, phone, street }: Omit<Traits, 'email'>): JsonObject {
  const { city, postalCode, country } = home;
  return { name, companyName: company, phone, street, city, postalCode, countryCode: country };
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}
