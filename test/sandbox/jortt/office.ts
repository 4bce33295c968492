import { JorttStandIn } from '../../../sandbox/jortt/index.ts';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import { FakeWorld } from '../fake-world.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** What the tests look into; empty when there is no JSON. */
  body: {
    data?: unknown;
    _links?: Links;
    possible_actions?: string[];
    error?: ApiError;
    access_token?: string;
    scope?: string;
  };
}

interface Link {
  href: string;
  type: string;
}

interface Links {
  previous: Link | null;
  next: Link | null;
  self: Link;
  documentation: Link;
  extra_details: Link;
}

interface ApiError {
  code: number;
  key: string;
  message: string;
  details: { key: string; param?: string; message: string }[];
}

const everyScope =
  'customers:read customers:write invoices:read invoices:write estimates:read estimates:write organizations:read organizations:write';

/** A stand-in with somebody who calls it. The rate limit is off unless a test is about it. */
export class Office {
  readonly world = new FakeWorld(7, '2026-03-02T09:15:00Z');
  readonly jortt = new JorttStandIn(this.world);
  token = '';

  static async open(settings: Record<string, unknown> = {}, seeded = false): Promise<Office> {
    const office = new Office();
    await office.begin(settings, seeded);
    return office;
  }

  async begin(settings: Record<string, unknown>, seeded: boolean): Promise<void> {
    this.jortt.change({ limits: false, ...settings });
    this.jortt.reset(seeded);
    await this.login();
  }

  async login(scope = everyScope): Promise<string> {
    const answer = await this.askToken(new URLSearchParams({ grant_type: 'client_credentials', scope }));
    this.token = String(answer.body.access_token);
    return this.token;
  }

  askToken(form: URLSearchParams, credentials = `${clientId}:${clientSecret}`): Promise<Answer> {
    const headers = { Authorization: `Basic ${btoa(credentials)}` };
    return this.request('https://app.jortt.nl/oauth-provider/oauth/token', {
      method: 'POST',
      headers,
      body: form,
    });
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  call(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.request(`https://api.jortt.nl${path}`, { method, headers, ...init });
  }

  async request(url: string, init: RequestInit): Promise<Answer> {
    return answerOf(await this.jortt.handle(new Request(url, init)));
  }

  async lever(method: string, path: string, body?: unknown): Promise<Answer> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return answerOf(await this.jortt.control().request(path, { method, ...init }));
  }

  /** Creates and gives the id. */
  async create(path: string, body: unknown): Promise<string> {
    const answer = await this.call('POST', path, body);
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return String((answer.body.data as { id: unknown }).id);
  }

  person(fields: Record<string, unknown> = {}): Promise<string> {
    return this.create('/v3/customers', { is_private: true, customer_name: 'Ann Berg', ...fields });
  }

  async invoice(fields: Record<string, unknown> = {}): Promise<string> {
    return this.create('/v3/invoices', { line_items: [line()], ...fields });
  }

  async sentInvoice(fields: Record<string, unknown> = {}): Promise<string> {
    const customer_id = fields.customer_id ?? (await this.person());
    return this.invoice({ send_method: 'self', ...fields, customer_id });
  }

  async read(path: string): Promise<Record<string, unknown>> {
    return (await this.get(path)).body.data as Record<string, unknown>;
  }

  async rows(path: string): Promise<Record<string, unknown>[]> {
    return (await this.get(path)).body.data as Record<string, unknown>[];
  }

  readInvoice(id: string): Promise<Record<string, unknown>> {
    return this.read(`/v3/invoices/${id}`);
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : {},
  };
}

export const nobody = '00000000-0000-4000-8000-000000000000';

export const company = {
  is_private: false,
  customer_name: 'Bakkerij Voorbeeld B.V.',
  address_street: 'Molenweg 12',
  address_postal_code: '3511 AB',
  address_city: 'Utrecht',
  address_country_code: 'NL',
};

export function line(amount = '25.00', quantity = '3', value = '0.21', more: Record<string, unknown> = {}) {
  return {
    description: 'Blue mug',
    quantity,
    amount: { amount, currency: 'EUR' },
    vat: { value, category: null },
    ...more,
  };
}

export function euros(amount: string) {
  return { amount, currency: 'EUR' };
}

/** Key of the error, and of its details with their parameters. */
export function refusal({ status, body }: Answer) {
  const details = (body.error?.details ?? []).map(({ key, param }) => (param ? `${param} ${key}` : key));
  return [status, body.error?.key, ...details];
}
