import type Big from 'big.js';
import type { z } from 'zod';
import type { Outcome } from '../../../../src/flows/contract.ts';
import { ordersSettings } from '../../../../src/flows/orders/settings.ts';
import { big, money, sum } from '../../../../src/records/money.ts';
import type { Order, OrderLine, Receipt } from '../../../../src/records/order.ts';
import { Problem } from '../../../../src/records/problem.ts';
import { localDate } from '../../../../src/records/time-zone.ts';
import { World } from '../harness.ts';
import { line, order } from '../samples.ts';

type Settings = z.input<typeof ordersSettings>;

export interface RungUp extends Partial<Omit<Order, 'receipt' | 'lines'>> {
  /** With VAT, at 21 % unless another rate is named; as many lines. */
  readonly of?: readonly (string | readonly [amount: string, rate: string])[];
  readonly lines?: OrderLine[];
  readonly receipt?: Partial<Receipt>;
}

let count = 0;

const nobody = { kind: 'person' as const, name: '', reverseCharge: false, address: {} };

/** A sale at a till, `at` an instant: to nobody in particular, paid in cash. */
export function receipt(at: string, { of = ['12.10'], receipt: till, ...fields }: RungUp = {}): Order {
  const lines = of.map((each) => {
    const [amount, rate] = typeof each === 'string' ? [each, '21'] : each;
    const isReturn = amount.startsWith('-');
    const unitPrice = isReturn ? amount.slice(1) : amount;
    return line({ name: 'Mug', quantity: isReturn ? '-1' : '1', unitPrice, vatRate: rate });
  });
  const id = `R${String(++count)}`;
  return order({
    ...{ id, number: id, placedAt: new Date(at).toISOString(), updatedAt: new Date(at).toISOString() },
    date: localDate(new Date(at), 'Europe/Amsterdam'),
    ...{ customer: nobody, paymentMethod: 'cash', shippingMethod: undefined },
    ...{ lines, shipping: [] },
    ...fields,
    receipt: { ...taken, ...till },
  });
}

/** All that some tills tell. */
const taken: Receipt = { till: 'Till 1', rounding: '0' };

interface Item {
  readonly description: string;
  readonly amount: { readonly amount: string };
  readonly vat: { readonly value: string };
  readonly ledger_account_id?: string;
}

/** A till whose days are booked in Jortt. What the flow is to look at is looked at when it is due. */
export class Till extends World {
  readonly debtor = this.books.addCustomer({ customer_name: 'Counter sales', is_private: true });

  constructor({ day = {}, ...settings }: Settings = {}) {
    super();
    const customer = { defaultDebtor: { id: this.debtor } };
    this.settings = ordersSettings.parse({
      customer,
      state: 'sent',
      language: 'en',
      day: { end: '04:00', ...day },
      ...settings,
    });
  }

  at(moment: string): this {
    this.now = Date.parse(moment);
    return this;
  }

  /** Every receipt as its notice comes. */
  async ring(...receipts: readonly Order[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const each of receipts) outcomes.push(await this.run(each));
    return outcomes;
  }

  /** What is to be looked at, once. Problems are told by their code. */
  async look(): Promise<Record<string, string>> {
    const keys = [...this.lookedAt];
    const told: Record<string, string> = {};
    for (const key of keys) {
      const ended = await this.run(key).catch((error: unknown) => error);
      if (ended instanceof Problem) {
        told[key] = ended.kind === 'wait' ? `wait ${String(ended.params.why ?? ended.code)}` : ended.code;
        continue;
      }
      if (ended instanceof Error) throw ended;
      this.lookedAt.delete(key);
      told[key] = (ended as Outcome).reason.code;
    }
    return told;
  }

  /** The documents that stand in the books: reference, day, gross, VAT. */
  get booked() {
    return this.books.invoices.map((each) => {
      const gross = (each.invoice_total_incl_vat as { amount: string }).amount;
      const vat = big(gross).minus(this.#netOf(each));
      return [each.reference, each.invoice_date, gross, money(vat, 'EUR')];
    });
  }

  /** A credit of a whole document gives back what that one came to. */
  #netOf({ invoice_total, credited_invoice_id }: Record<string, unknown>): Big {
    if (invoice_total !== undefined) return big((invoice_total as { amount: string }).amount);
    const credited = this.books.invoices.find(({ id }) => id === credited_invoice_id);
    return credited === undefined ? big('0') : this.#netOf(credited).neg();
  }

  /** What the last document says at one rate on one account, with VAT. */
  on(rate: string, account?: string): string {
    const items = this.books.sent.at(-1)?.line_items as Item[];
    const wanted = items.filter(
      (item) => big(item.vat.value).times(100).eq(rate) && item.ledger_account_id === account,
    );
    return money(sum(wanted.map(({ amount }) => amount.amount)), 'EUR');
  }
}
