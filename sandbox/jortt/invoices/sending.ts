import { countryName } from '../../kit/places/country-names.ts';
import { isInEuropeanUnion } from '../../kit/places/european-union.ts';
import type { World } from '../../kit/stand-in.ts';
import { earliest, type Part } from '../../kit/store/kept.ts';
import { addDays, localDate } from '../../kit/time/local-time.ts';
import type { Books } from '../books.ts';
import type { Customer } from '../customers/customer.ts';
import type { JorttSettings } from '../settings.ts';
import type { CustomerSnapshot, Dispatch, Invoice, SendMethod } from './invoice.ts';

interface Addresses {
  mailTo: string | null;
  mailCc: string[] | null;
}

/** Sending in two phases (sheet 4.8): the request is answered at once, number and dates come later. */
export class Sending implements Part {
  /** Invoices on their way, in the order in which they were asked for. */
  #dispatches: readonly Dispatch[] = [];
  readonly #world: World;
  readonly #books: Books;
  readonly #settings: () => JorttSettings;

  constructor(world: World, books: Books, settings: () => JorttSettings) {
    this.#world = world;
    this.#books = books;
    this.#settings = settings;
  }

  /** Queues an invoice that may be sent, and stores it as being on its way. */
  request(invoice: Invoice, method: SendMethod, { mailTo, mailCc }: Addresses = ownAddresses): void {
    const dueAt = this.#world.now() + this.#settings().sendDelayMs;
    this.#books.invoices.put(invoice.id, { ...invoice, isOnItsWay: true });
    this.#dispatches = [...this.#dispatches, { id: invoice.id, method, dueAt, mailTo, mailCc }];
  }

  nextDueAt(): number | null {
    return this.#settings().sendingStuck ? null : earliest(this.#dispatches.map(({ dueAt }) => dueAt));
  }

  runDue(): void {
    if (this.#settings().sendingStuck) return;
    const now = this.#world.now();
    this.#send(({ dueAt }) => dueAt <= now);
  }

  /** Sends everything that waits, whenever it is due. */
  finish(): void {
    const now = this.#world.now();
    this.#dispatches = this.#dispatches.map((each) => ({ ...each, dueAt: now }));
    this.#send(() => true);
  }

  /** After being stuck: what is overdue is sent with the present time. */
  resume(): void {
    const now = this.#world.now();
    this.#dispatches = this.#dispatches.map((each) => ({ ...each, dueAt: Math.max(each.dueAt, now) }));
  }

  nextNumber(month: string): string {
    return numberText(month, this.#books.numbers.last(month) + 1);
  }

  snapshot(): readonly Dispatch[] {
    return this.#dispatches;
  }

  restore(dispatches: readonly Dispatch[]): void {
    this.#dispatches = dispatches;
  }

  clear(): void {
    this.#dispatches = [];
  }

  #send(isDue: (dispatch: Dispatch) => boolean): void {
    const due = this.#dispatches.filter(isDue).sort((one, other) => one.dueAt - other.dueAt);
    if (due.length === 0) return;
    this.#dispatches = this.#dispatches.filter((each) => !isDue(each));
    for (const dispatch of due) this.#sendOne(dispatch);
  }

  #sendOne(dispatch: Dispatch): void {
    const invoice = this.#books.invoices.get(dispatch.id);
    const customer = this.#books.customers.get(invoice?.customer_id ?? '');
    if (invoice === undefined || customer === undefined) return;
    const sentOn = localDate(dispatch.dueAt);
    const date = invoice.invoice_date ?? sentOn;
    const month = monthOf(date);
    const sent = {
      number: numberText(month, this.#books.numbers.next(month)),
      date,
      dueDate: addDays(date, invoice.payment_term ?? customer.payment_term),
      sentOn,
      deliveryPeriod: invoice.delivery_period ?? `${date.slice(0, 7)}-01`,
      deliveryPeriodEnd: invoice.delivery_period_end,
      method: dispatch.method,
      paymentMethod: invoice.payment_method ?? 'pay_later',
      customer: snapshotOf(customer, dispatch),
      language: customer.invoice_language,
    };
    this.#books.invoices.put(invoice.id, { ...invoice, isOnItsWay: false, sent }, dispatch.dueAt);
  }
}

function numberText(month: string, number: number): string {
  return `${month}-${String(number).padStart(3, '0')}`;
}

/** `202603`, as invoice numbers begin. */
export function monthOf(date: string): string {
  return date.slice(0, 7).replace('-', '');
}

const ownAddresses: Addresses = { mailTo: null, mailCc: null };

function snapshotOf(customer: Customer, { mailTo, mailCc }: Addresses): CustomerSnapshot {
  return {
    customer_company_name: customer.customer_name,
    customer_attn: customer.attn,
    customer_address_street: customer.address_street,
    customer_address_city: customer.address_city,
    customer_address_postal_code: customer.address_postal_code,
    customer_address_country_code: customer.address_country_code,
    customer_address_country_name: countryName(customer.address_country_code, 'nl'),
    customer_address_extra_information: customer.address_extra_information,
    customer_vat_shifted: customer.shift_vat,
    customer_vat_number: customer.vat_number,
    customer_in_eu: isInEuropeanUnion(customer.address_country_code ?? 'NL'),
    customer_reference: customer.reference,
    customer_is_private: customer.is_private,
    customer_mail_to: mailTo ?? customer.email,
    customer_mail_cc_addresses: mailCc ?? customer.cc_emails,
  };
}
