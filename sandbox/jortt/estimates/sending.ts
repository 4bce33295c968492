import type { World } from '../../kit/stand-in.ts';
import { localDate } from '../../kit/time/local-time.ts';
import type { Books } from '../books.ts';
import { addresseeOf } from '../customers/addressee.ts';
import { monthOf, numberText } from '../invoices/sending.ts';
import { Outbox } from '../outbox.ts';
import type { JorttSettings } from '../settings.ts';
import type { Estimate, SendMethod } from './estimate.ts';

interface Dispatch {
  id: string;
  method: SendMethod;
  dueAt: number;
  /** Where it is mailed, if not to the customer's address. */
  mailTo: string | null;
}

/** Estimates on their way. The number and the customer's data come at the end of it. */
export class EstimateSending extends Outbox<Dispatch> {
  readonly #books: Books;

  constructor(world: World, books: Books, settings: () => JorttSettings) {
    super(world, settings);
    this.#books = books;
  }

  /** Queues an estimate that may be sent, and stores it as being on its way. */
  request(estimate: Estimate, method: SendMethod, mailTo: string | null): void {
    this.#books.estimates.put(estimate.id, { ...estimate, isOnItsWay: true });
    this.queue({ id: estimate.id, method, dueAt: this.dueAt(), mailTo });
  }

  /** What is sent again keeps its number, and waits for an answer anew. How numbers look is not known. */
  protected sendOne({ id, method, dueAt, mailTo }: Dispatch): void {
    const estimate = this.#books.estimates.get(id);
    const customer = this.#books.customers.get(estimate?.customer_id ?? '');
    if (estimate === undefined || customer === undefined) return;
    const on = localDate(dueAt);
    const month = monthOf(on);
    const dispatch = { method, mailTo: method === 'email' ? mailTo || customer.email : null, on };
    const sent = {
      number: estimate.sent?.number ?? numberText(month, this.#books.estimateNumbers.next(month)),
      acceptance: 'pending' as const,
      addressee: addresseeOf(customer),
      language: customer.invoice_language,
      dispatched: [...(estimate.sent?.dispatched ?? []), dispatch],
    };
    this.#books.estimates.put(id, { ...estimate, isOnItsWay: false, sentOrModifiedOn: on, sent }, dueAt);
  }
}
