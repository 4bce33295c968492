/** Orders of two payment methods that nobody has decided on, and the desk that shows them. */
import { Big } from 'big.js';
import { type Subject, startIntegration } from '../../durable-objects/support/harness.ts';
import { buyerNumber, sell } from '../../durable-objects/support/shop.ts';
import { type Browser, loggedIn } from '../browser.ts';

export const methods = ['Bancontact', 'Riverty'] as const;
type Method = (typeof methods)[number];

export interface Parked {
  readonly subject: Subject;
  readonly browser: Browser;
  readonly desk: string;
  /** Ids of orders, and what they come to together. */
  readonly orders: Readonly<Record<Method, { readonly ids: readonly string[]; readonly gross: string }>>;
}

/** So many orders of either. */
export async function parkedOrders(count: number): Promise<Parked> {
  const settings = { paymentStatuses: ['PAID'], paymentMethods: { map: { iDEAL: 'pay_later' } } };
  const subject = await startIntegration({ settings, name: 'Teapots' });
  const of = async (method: Method, first: number) => {
    const payment = { method, module: 'CUSTOM_PAYMENT_APP-mollie-pg' };
    const sold = [];
    for (let number = first; number < first + count; number++)
      sold.push(await sell({ payment, buyer: buyerNumber(number) }));
    const gross = sold.reduce((sum, each) => sum.plus(each.gross), new Big(0)).toFixed(2);
    return { ids: sold.map(({ id }) => id), gross };
  };
  const orders = { Bancontact: await of('Bancontact', 1), Riverty: await of('Riverty', 101) };
  await subject.sync(...orders.Bancontact.ids, ...orders.Riverty.ids);
  await subject.settle();
  return {
    ...{ subject, orders, browser: await loggedIn() },
    desk: `/integrations/${subject.id}/problems`,
  };
}

/** The card that has this in its heading. */
export function cardOf(html: string, heading: string): string {
  return html.split('<section').find((part) => part.includes('<h3') && part.includes(heading)) ?? '';
}

/** A hidden field of the first form that has it. */
export function fieldOf(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
