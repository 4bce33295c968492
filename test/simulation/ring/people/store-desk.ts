import { isObject, type JsonObject, objectsIn, textIn } from '../../../../sandbox/kit/json.ts';
import { accessToken } from '../../../../sandbox/magento/index.ts';
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

/** Magento wants a telephone number; this is the word for none. */
const none = '-';

/** Buyers and staff of the Magento shop. */
export class StoreDesk implements Desk {
  readonly system = 'magento';
  readonly fixed = ['phone'] as const;
  readonly notesPhone = true;
  readonly hearsOfPayment = true;
  readonly #sandbox: Sandbox;
  readonly #levers: Levers;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#levers = new Levers(sandbox, this.system);
    // Staff works in the admin, which signs nothing.
    sandbox.systems.magento.change({ bearerAllowed: true });
  }

  accounts(): Account[] {
    return this.#state().customers.map((row) => {
      const billing = billingOf(row);
      return {
        id: String(row.id),
        traits: {
          email: textIn(row, 'email'),
          name: `${textIn(row, 'firstname')} ${textIn(row, 'lastname')}`,
          company: textIn(billing, 'company'),
          phone: textIn(billing, 'telephone') === none ? '' : textIn(billing, 'telephone'),
          street: Array.isArray(billing.street) ? billing.street.join('\n') : '',
        },
      };
    });
  }

  papers(): Paper[] {
    return this.#state().orders.map((order) => ({
      id: String(order.entity_id),
      gross: Number(order.grand_total).toFixed(2),
      buyer: JSON.stringify([order.customer_email, order.customer_firstname, order.billing_address]),
    }));
  }

  async enter(traits: Traits): Promise<void> {
    const { email, ...names } = { email: traits.email, ...namesOf(traits.name) };
    const customer = { email, ...names, website_id: 1, store_id: 1, addresses: [addressOf(traits)] };
    await this.#call('POST', '/customers', { customer });
  }

  async edit(id: string, trait: Trait, value: string): Promise<void> {
    const row = this.#state().customers.find((each) => String(each.id) === id);
    const account = this.accounts().find((each) => each.id === id);
    if (row === undefined || account === undefined) return;
    const traits = { ...account.traits, [trait]: value };
    const addresses = [{ id: billingOf(row).id, ...addressOf(traits) }];
    const customer = { ...row, email: traits.email, ...namesOf(traits.name), addresses };
    await this.#call('PUT', `/customers/${id}`, { customer });
  }

  async remove(id: string): Promise<boolean> {
    await this.#call('DELETE', `/customers/${id}`);
    return true;
  }

  async sell({ net, buyer, account }: Purchase): Promise<void> {
    const { email, name, company, phone, street } = buyer;
    const line = { productId: 403, sku: 'MUG', name: 'Mug', price: grossOf(net), rate: '21' };
    const sale = {
      buyer: {
        ...namesOf(name),
        ...(company === '' ? {} : { company }),
        street: [street],
        postcode: home.postalCode,
        city: home.city,
        country: home.country,
        telephone: phone,
        email,
        account: account !== null,
      },
      basket: { lines: [line] },
      deeds: [{ invoice: true }],
    };
    await this.#levers.pull('POST', '/sales', sale);
  }

  async touch(id: string): Promise<void> {
    await this.#levers.pull('PATCH', `/orders/${id}`, { comment: 'Looked at.' });
  }

  #state(): State {
    return this.#sandbox.systems.magento.state() as State;
  }

  async #call(method: string, path: string, body?: object): Promise<void> {
    const request = new Request(`https://shop.example.com/rest/default/V1${path}`, {
      method,
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await done(`${method} ${path}`, this.#sandbox.systems.magento.handle(request));
  }
}

function billingOf(row: JsonObject): JsonObject {
  const addresses = objectsIn(row.addresses).filter(isObject);
  return addresses.find(({ default_billing }) => default_billing === true) ?? addresses[0] ?? {};
}

function namesOf(name: string): { readonly firstname: string; readonly lastname: string } {
  const [firstname = '', ...others] = name.split(' ');
  return { firstname, lastname: others.join(' ') };
}

function addressOf({ name, company, phone, street }: Traits): JsonObject {
  return {
    ...namesOf(name),
    company,
    street: [street],
    postcode: home.postalCode,
    city: home.city,
    country_id: home.country,
    telephone: phone === '' ? none : phone,
    default_billing: true,
    default_shipping: true,
  };
}
