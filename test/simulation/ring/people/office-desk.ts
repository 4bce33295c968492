import { clientId, clientSecret } from '../../../../sandbox/jortt/tokens.ts';
import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import { done, Levers } from '../../world/levers.ts';
import { type Account, type Desk, home, type Paper, type Purchase, type Trait, type Traits } from './desk.ts';

const scopes = 'customers:read customers:write invoices:read invoices:write';

/** Whoever keeps the books in Jortt, and writes invoices there. */
export class OfficeDesk implements Desk {
  readonly system = 'jortt';
  readonly fixed = [];
  readonly notesPhone = true;
  readonly hearsOfPayment = true;
  readonly #sandbox: Sandbox;
  readonly #levers: Levers;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#levers = new Levers(sandbox, this.system);
  }

  accounts(): Account[] {
    const { customers } = this.#sandbox.systems.jortt.state();
    return customers
      .filter(({ deleted, archived }) => !deleted && archived !== true)
      .map(({ id, ...row }) => ({
        id,
        traits: {
          email: text(row.email),
          name: text(row.is_private === true ? row.customer_name : row.attn),
          company: row.is_private === true ? '' : text(row.customer_name),
          phone: text(row.phonenumber),
          street: text(row.address_street),
        },
      }));
  }

  papers(): Paper[] {
    const { invoices, customers } = this.#sandbox.systems.jortt.state();
    return invoices.map((invoice) => ({
      id: invoice.id,
      gross: Number(invoice.invoice_total_incl_vat.amount).toFixed(2),
      buyer: JSON.stringify(customers.find(({ id }) => id === invoice.customer_id)),
    }));
  }

  async enter(traits: Traits): Promise<void> {
    await this.#levers.pull('POST', '/customers', rowOf(traits));
  }

  async edit(id: string, trait: Trait, value: string): Promise<void> {
    const account = this.accounts().find((each) => each.id === id);
    if (account !== undefined) {
      await this.#levers.pull('PATCH', `/customers/${id}`, rowOf({ ...account.traits, [trait]: value }));
    }
  }

  async remove(id: string): Promise<boolean> {
    await this.#levers.pull('DELETE', `/customers/${id}`);
    return true;
  }

  async sell({ net, accountId }: Purchase): Promise<void> {
    const login = await done(
      'login',
      this.#handle('https://app.jortt.nl/oauth-provider/oauth/token', {
        headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes }),
      }),
    );
    const { access_token: token } = (await login.json()) as { access_token: string };
    const amount = { amount: net.toFixed(2), currency: 'EUR' };
    const line = { description: 'Mug', quantity: '1', amount, vat: { value: '0.21', category: null } };
    const invoice = { customer_id: accountId, send_method: 'self', net_amounts: false, line_items: [line] };
    await done(
      'an invoice',
      this.#handle('https://api.jortt.nl/v3/invoices', {
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(invoice),
      }),
    );
  }

  async touch(id: string): Promise<void> {
    const invoice = this.#sandbox.systems.jortt.state().invoices.find((each) => each.id === id);
    if (invoice?.invoice_status === 'sent' && !invoice.isOnItsWay) {
      await this.#levers.pull('POST', `/invoices/${id}/pay`, {});
    }
  }

  #handle(url: string, init: RequestInit): Promise<Response> {
    return this.#sandbox.systems.jortt.handle(new Request(url, { method: 'POST', ...init }));
  }
}

function rowOf({ email, name, company, phone, street }: Traits): JsonObject {
  const [first = '', ...others] = name.split(' ');
  const isPrivate = company === '';
  return {
    is_private: isPrivate,
    customer_name: isPrivate ? name : company,
    attn: isPrivate ? null : name,
    first_name: isPrivate ? first : null,
    last_name: isPrivate ? others.join(' ') : null,
    email,
    phonenumber: phone === '' ? null : phone,
    address_street: street,
    address_postal_code: home.postalCode,
    address_city: home.city,
    address_country_code: home.country,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
