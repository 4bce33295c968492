import { textIn } from '../../kit/json.ts';
import { sumOf } from '../../kit/money/cents.ts';
import { ratesOf } from '../../kit/money/tax-by-rate.ts';
import { type Expectation, expectationOf, ledgerOf } from '../../kit/shop/expectation.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { figuresOf, type Priced } from '../orders/figures.ts';
import { fullNumber } from '../orders/on-wire.ts';
import type { Order } from '../orders/order.ts';
import { cancelled } from '../orders/statuses.ts';
import type { Shop } from '../shop.ts';

interface CcvExpectation extends Expectation {
  /** `WEB-1042`: what people call it. A basket has none yet. */
  readonly number?: string;
  readonly paid: boolean;
  /** The order of which it gives back. */
  readonly credits: string | null;
}

/** What the sandbox sold as it stands now, and what was given back of it with amounts below zero. */
export function expectationsOf(shop: Shop): CcvExpectation[] {
  return shop.abouts.entries().flatMap(([id, about]) => {
    const order = shop.orders.get(id);
    if (order === undefined) return [];
    const number = fullNumber(order.number, shop.settings());
    const credits = shop.invoicesOf(order).filter((each) => totalOf(shop, each).lt(0));
    const sold = expectationOf(id, sumsOf(shop, order, about), hindrance(shop, order, credits));
    return [
      { ...sold, ...(number === null ? {} : { number }), paid: order.paid, credits: null },
      ...credits.map((credit) => ({
        ...expectationOf(
          `invoice ${credit.id}`,
          sumsOf(shop, credit, `credit of ${id}`),
          'a credit, which is a document of its own',
        ),
        paid: credit.status !== 'unpaid',
        credits: id,
      })),
    ];
  });
}

function sumsOf(shop: Shop, priced: Priced, about: string) {
  const { total, tax, charged } = figuresOf(priced, shop.settings().vatRounded);
  return ledgerOf(null, about, { gross: total, tax, charged: ratesOf(charged) }, true);
}

function totalOf(shop: Shop, priced: Priced) {
  return figuresOf(priced, shop.settings().vatRounded).total;
}

function hindrance(shop: Shop, order: Order, credits: readonly Invoice[]): string | null {
  if (!order.isCompleted) return 'not placed yet';
  if (order.status === cancelled) return 'cancelled';
  if (order.rows.length === 0) return 'without lines';
  const total = totalOf(shop, order);
  if (total.lt(0)) return 'a return at the till, below zero';
  const back = sumOf(credits.map((each) => totalOf(shop, each)));
  if (credits.length > 0 && total.plus(back).eq(0)) return 'given back as a whole';
  const email = order.customer === null ? '' : textIn(order.customer, 'email');
  return email === '' ? 'no e-mail address: needs a customer to fall back on' : null;
}
