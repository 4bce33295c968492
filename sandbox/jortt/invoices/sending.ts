import { isInEuropeanUnion } from '../../kit/places/european-union.ts';
import type { World } from '../../kit/stand-in.ts';
import { addDays, localDate } from '../../kit/time/local-time.ts';
import type { Books } from '../books.ts';
import { addresseeOf } from '../customers/addressee.ts';
import type { Customer } from '../customers/customer.ts';
import { Outbox } from '../outbox.ts';
import type { JorttSettings } from '../settings.ts';
import type { CustomerSnapshot, Dispatch, Invoice, SendMethod } from './invoice.ts';

interface Addresses {
  mailTo: string | null;
  mailCc: string[] | null;
}

/** Invoices on their way. Number and dates come at the end of it. */
export class Sending extends Outbox<Dispatch> {
  readonly #books: Books;

  constructor(world: World, books: Books, settings: () => JorttSettings) {
    super(world, settings);
    this.#books = books;
  }

  /** Queues an invoice that may be sent, and stores it as being on its way. */
  request(invoice: Invoice, method: SendMethod, { mailTo, mailCc }: Addresses = ownAddresses): void {
    this.#books.invoices.put(invoice.id, { ...invoice, isOnItsWay: true });
    this.queue({ id: invoice.id, method, dueAt: this.dueAt(), mailTo, mailCc });
  }

  nextNumber(month: string): string {
    return numberText(month, this.#books.numbers.last(month) + 1);
  }

  protected sendOne(dispatch: Dispatch): void {
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

/** `202603-007` */
export function numberText(month: string, number: number): string {
  return `${month}-${String(number).padStart(3, '0')}`;
}

/** `202603`, as invoice numbers begin. */
export function monthOf(date: string): string {
  return date.slice(0, 7).replace('-', '');
}

const ownAddresses: Addresses = { mailTo: null, mailCc: null };

function snapshotOf(customer: Customer, { mailTo, mailCc }: Addresses): CustomerSnapshot {
  return {
    ...addresseeOf(customer),
    customer_in_eu: isInEuropeanUnion(customer.address_country_code ?? 'NL'),
    customer_reference: customer.reference,
    customer_is_private: customer.is_private,
    customer_mail_to: mailTo ?? customer.email,
    customer_mail_cc_addresses: mailCc ?? customer.cc_emails,
  };
}
