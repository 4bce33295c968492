import { big, money, roundTo, sum } from '../../../src/records/money.ts';
import { type Call, FakeApi, listOf, Refused } from '../../connectors/jortt/fake-api.ts';

type Fields = Record<string, unknown>;

interface Item {
  readonly quantity: string;
  readonly amount: { readonly amount: string };
  readonly vat: { readonly value: string; readonly category: string | null };
}

/** What a call meets on its way: it may throw instead of being answered, before or after it is carried out. */
export type Trouble = (call: Call, when: 'before' | 'after') => void;

/** Jortt in memory, as far as the orders flow uses it: keeps what it is sent and adds it up by itself. */
export class Books {
  readonly customers: Fields[] = [];
  readonly invoices: Fields[] = [];
  readonly estimates: Fields[] = [];
  trouble: Trouble = () => undefined;
  /** Whether the search shows what was made. */
  indexed = true;
  readonly api = new FakeApi((call) => {
    this.trouble(call, 'before');
    const answer = this.answer(call);
    this.trouble(call, 'after');
    return answer;
  });

  constructor() {
    this.api.account = { name: 'Books', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} };
  }

  get calls(): string[] {
    return this.api.calls.map(({ method, path }) => `${method} ${path}`);
  }

  /** Bodies of the invoices made by `POST /v3/invoices`. */
  get sent(): Fields[] {
    return this.api.calls
      .filter(({ method, path }) => method === 'POST' && path === '/v3/invoices')
      .map(({ body }) => body as Fields);
  }

  addCustomer(fields: Fields): string {
    const id = uuid('c', this.customers.length + 1);
    this.customers.push({ id, ...fields });
    return id;
  }

  addInvoice(fields: Fields): string {
    const id = uuid('d', this.invoices.length + 1);
    this.invoices.push({ id, invoice_status: 'sent', credit_invoice_ids: [], ...fields });
    return id;
  }

  /** An invoice that somebody made by hand, for a customer who has this address. Returns its id. */
  bookByHand(email: string, fields: Fields): string {
    const known = this.customers.find((each) => each.email === email)?.id;
    const customer_id = known ?? this.addCustomer({ email, is_private: true, customer_name: 'By hand' });
    return this.addInvoice({ customer_id, ...fields });
  }

  answer({ method, path, query, body }: Call): unknown {
    const call = { method, path, query, body };
    const [, , kind, id, action] = path.split('/');
    const records = this.#records(kind);
    const record = records.find((each) => each.id === id);
    if (method === 'GET' && id === undefined) {
      return listOf([this.indexed ? records.filter((each) => matches(each, String(query.query))) : []], call);
    }
    if (method === 'GET') return record && { data: record };
    if (method === 'PUT' && record) return Object.assign(record, body);
    if (method === 'POST' && kind === 'customers') return created(this.addCustomer(body as Fields));
    if (method === 'POST' && kind === 'estimates') return created(this.#estimate(body as Fields));
    if (method === 'POST' && id === undefined) return created(this.#book(body as Fields));
    if (method === 'POST' && action === 'credit' && record) return created(this.#credit(record));
    return new Refused(404);
  }

  addEstimate(fields: Fields): string {
    const id = uuid('e', this.estimates.length + 1);
    this.estimates.push({ id, estimate_status: 'sent', ...fields });
    return id;
  }

  #records(kind: string | undefined): Fields[] {
    if (kind === 'estimates') return this.estimates;
    return kind === 'customers' ? this.customers : this.invoices;
  }

  #estimate(body: Fields): string {
    return this.addEstimate({
      ...body,
      estimate_status: body.send_method ? 'sent' : 'draft',
      total: { amount: money(big(grossOf(body)).minus(vatOf(body)), 'EUR'), currency: 'EUR' },
      total_incl_vat: { amount: grossOf(body), currency: 'EUR' },
    });
  }

  #book(body: Fields): string {
    return this.addInvoice({
      ...body,
      invoice_status: body.send_method ? 'sent' : 'draft',
      invoice_total: { amount: money(big(grossOf(body)).minus(vatOf(body)), 'EUR'), currency: 'EUR' },
      invoice_total_incl_vat: { amount: grossOf(body), currency: 'EUR' },
    });
  }

  #credit(invoice: Fields): string {
    const { amount } = invoice.invoice_total_incl_vat as { amount: string };
    const id = this.addInvoice({
      reference: invoice.reference,
      credited_invoice_id: invoice.id,
      invoice_total_incl_vat: { amount: money(big(amount).neg(), 'EUR'), currency: 'EUR' },
    });
    invoice.credit_invoice_ids = [id];
    return id;
  }
}

/** Gross of an invoice's body, VAT rounded once per rate. */
export function grossOf(body: Fields): string {
  return money(sum(groups(body).map(({ gross }) => gross)), 'EUR');
}

export function vatOf(body: Fields): string {
  return money(sum(groups(body).map(({ vat }) => vat)), 'EUR');
}

function groups(body: Fields) {
  const items = body.line_items as Item[];
  return [...new Set(items.map(({ vat }) => vat.value))].map((rate) => {
    const total = sum(
      items
        .filter(({ vat }) => vat.value === rate)
        .map((item) => big(item.quantity).times(item.amount.amount)),
    );
    const whole = body.net_amounts === true;
    const vat = roundTo(whole ? total.times(rate).div(big(rate).plus(1)) : total.times(rate), 2);
    return { vat, gross: whole ? total : total.plus(vat) };
  });
}

function matches(record: Fields, query: string): boolean {
  return [record.reference, record.email].some((value) =>
    String(value ?? '')
      .toLowerCase()
      .includes(query.toLowerCase()),
  );
}

function created(id: string) {
  return { data: { id } };
}

function uuid(kind: string, number: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
