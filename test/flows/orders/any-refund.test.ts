/** Whatever a shop gives back of an order, in however many parts: each credit has the gross and the VAT that the shop states of it. */
import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoWire } from '../../../src/connectors/magento/orders/given-back/credit-memos.ts';
import { orderFromWire } from '../../../src/connectors/magento/orders/to-record.ts';
import { orderAnswer } from '../../../src/connectors/magento/orders/wire.ts';
import { sum } from '../../../src/records/money.ts';
import { type Order, order } from '../../../src/records/order.ts';
import { account } from '../../connectors/magento/fake-api.ts';
import { extended, type Fields, mugs, row } from '../../connectors/magento/order-payload.ts';
import { runs } from '../../support/runs.ts';
import { grossOf, vatOf } from './books.ts';
import { World } from './harness.ts';

interface Basket {
  readonly rows: readonly { readonly cents: number; readonly rate: number; readonly quantity: number }[];
  readonly shipping: number;
  /** Of each row, in which memo each piece comes back: 0 is never. */
  readonly memos: readonly (readonly number[])[];
  readonly shippingIn: number;
  /** Whether the flow runs between two memos. */
  readonly runsBetween: readonly boolean[];
}

const maxMemos = 3;

const basket: fc.Arbitrary<Basket> = fc.record({
  rows: fc.array(
    fc.record({
      cents: fc.integer({ min: 50, max: 9_999 }),
      rate: fc.constantFrom(21, 21, 9, 0),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  shipping: fc.constantFrom(0, 495, 605),
  memos: fc.array(fc.array(fc.integer({ min: 0, max: maxMemos }), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  }),
  shippingIn: fc.integer({ min: 0, max: maxMemos }),
  runsBetween: fc.array(fc.boolean(), { minLength: maxMemos, maxLength: maxMemos }),
});

const euros = (value: Big) => Number(value.toFixed(2));

interface Piece {
  readonly net: Big;
  readonly vat: Big;
}

/** Prices with VAT; the VAT is rounded once per row, of a memo's row likewise. */
function taxed(gross: Big, rate: number): Piece {
  const vat = gross
    .times(rate)
    .div(100 + rate)
    .round(2);
  return { net: gross.minus(vat), vat };
}

function payloads({ rows, shipping, memos: plan, shippingIn }: Basket) {
  const post = taxed(new Big(shipping).div(100), 21);
  const whole = rows.map(({ cents, rate, quantity }) => taxed(new Big(cents).div(100).times(quantity), rate));
  const backOf = (index: number, memo: number) =>
    (plan[index] ?? []).slice(0, rows[index]?.quantity).filter((each) => each === memo).length;
  /** The last piece of a row takes what is left of its VAT, as Magento does. */
  const taken = rows.map(() => ({ quantity: 0, net: new Big(0), vat: new Big(0) }));
  const memos: Fields[] = [];
  const states: Fields[] = [];
  let back = { gross: new Big(0), vat: new Big(0), post: new Big(0), postVat: new Big(0) };
  const state = (): Fields =>
    mugs({
      grand_total: euros(sum([...whole.flatMap(({ net, vat }) => [net, vat]), post.net, post.vat])),
      tax_amount: euros(sum([...whole.map(({ vat }) => vat), post.vat])),
      total_paid: euros(sum([...whole.flatMap(({ net, vat }) => [net, vat]), post.net, post.vat])),
      shipping_amount: euros(post.net),
      shipping_incl_tax: euros(post.net.plus(post.vat)),
      shipping_tax_amount: euros(post.vat),
      total_refunded: euros(back.gross),
      tax_refunded: euros(back.vat),
      shipping_refunded: euros(back.post),
      shipping_tax_refunded: euros(back.postVat),
      items: rows.map(({ cents, rate, quantity }, index) => {
        const { net, vat } = whole[index] ?? { net: new Big(0), vat: new Big(0) };
        return row({
          item_id: 600 + index,
          qty_ordered: quantity,
          price: Number(net.div(quantity).toFixed(4)),
          price_incl_tax: cents / 100,
          original_price: cents / 100,
          tax_percent: rate,
          tax_amount: euros(vat),
          qty_refunded: taken[index]?.quantity,
          amount_refunded: euros(taken[index]?.net ?? new Big(0)),
          tax_refunded: euros(taken[index]?.vat ?? new Big(0)),
        });
      }),
    });
  states.push(state());
  for (let memo = 1; memo <= maxMemos; memo++) {
    const items = rows.flatMap(({ cents, rate, quantity }, index) => {
      const pieces = backOf(index, memo);
      const before = taken[index];
      const all = whole[index];
      if (pieces === 0 || before === undefined || all === undefined) return [];
      const isLast = before.quantity + pieces === quantity;
      const own = taxed(new Big(cents).div(100).times(pieces), rate);
      const part = isLast ? { net: all.net.minus(before.net), vat: all.vat.minus(before.vat) } : own;
      taken[index] = {
        quantity: before.quantity + pieces,
        net: before.net.plus(part.net),
        vat: before.vat.plus(part.vat),
      };
      return [{ index, pieces, ...part }];
    });
    const withPost = shippingIn === memo && shipping > 0;
    if (items.length === 0 && !withPost) continue;
    const vat = sum([...items.map((item) => item.vat), withPost ? post.vat : 0].map(String));
    const gross = sum([...items.map((item) => item.net), withPost ? post.net : 0].map(String)).plus(vat);
    back = {
      gross: back.gross.plus(gross),
      vat: back.vat.plus(vat),
      post: back.post.plus(withPost ? post.net : 0),
      postVat: back.postVat.plus(withPost ? post.vat : 0),
    };
    memos.push({
      entity_id: 30 + memo,
      order_id: 71,
      state: 2,
      created_at: `2026-03-0${memo + 2} 22:30:00`,
      grand_total: euros(gross),
      tax_amount: euros(vat),
      discount_amount: 0,
      shipping_amount: withPost ? euros(post.net) : 0,
      shipping_tax_amount: withPost ? euros(post.vat) : 0,
      items: items.map((item) => ({
        order_item_id: 600 + item.index,
        qty: item.pieces,
        row_total: euros(item.net),
        tax_amount: euros(item.vat),
        discount_amount: 0,
      })),
    });
    states.push(state());
  }
  return { states, memos };
}

function read(state: Fields, memos: readonly Fields[]): Order {
  return order.parse(
    orderFromWire(
      orderAnswer.parse(state),
      account,
      memos.map((memo) => memoWire.parse(memo)),
    ),
  );
}

/** What the credits come to, one for each pair of states between which the flow ran. */
function expected(states: readonly Fields[], ran: readonly number[]): string[] {
  return ran.slice(1).map((count, index) => {
    const [from, to] = [states[ran[index] ?? 0], states[count]];
    const apart = (name: string) => new Big(Number(from?.[name])).minus(Number(to?.[name])).toFixed(2);
    return `${apart('total_refunded')} ${apart('tax_refunded')}`;
  });
}

/** Runs the flow over the states that it sees. Returns which they were. */
async function played(world: World, { runsBetween }: Basket, orders: readonly Order[]): Promise<number[]> {
  const seen = orders.flatMap((_, count) =>
    count === 0 || count === orders.length - 1 || runsBetween[count - 1] === true ? [count] : [],
  );
  for (const count of seen) await world.run(orders[count] ?? '');
  return seen;
}

/** Jortt credits it by itself. */
function isGivenBackAtOnce(states: readonly Fields[], ran: readonly number[]): boolean {
  const last = states.at(-1);
  return ran.length === 2 && last?.total_refunded === last?.grand_total;
}

function credits({ books }: World): string[] {
  return books.sent.slice(1).map((body) => `${grossOf(body)} ${vatOf(body)}`);
}

const settings = { state: 'sent', refunds: 'credit' } as const;

test('of Magento, by its credit memos: one for each, on its day', async () => {
  await fc.assert(
    fc.asyncProperty(basket, async (input) => {
      const { states, memos } = payloads(input);
      const world = new World({ settings });
      const ran = await played(
        world,
        input,
        states.map((state, count) => read(state, memos.slice(0, count))),
      );
      if (isGivenBackAtOnce(states, ran)) return;
      expect(credits(world)).toEqual(
        expected(
          states,
          states.map((_, count) => count),
        ),
      );
      expect(world.books.sent.slice(1).map((body) => body.invoice_date)).toEqual(
        memos.map((memo) => String(memo.created_at).slice(0, 10)),
      );
    }),
    runs(150),
  );
});

test('of Magento, by its rows, where the memos may not be read: one for each look', async () => {
  await fc.assert(
    fc.asyncProperty(basket, async (input) => {
      const { states } = payloads(input);
      const world = new World({ settings });
      const ran = await played(
        world,
        input,
        states.map((state) => read(state, [])),
      );
      if (isGivenBackAtOnce(states, ran)) return;
      expect(credits(world)).toEqual(expected(states, ran));
    }),
    runs(150),
  );
});

test('of Magento, with a share of every refund put back on a gift card', async () => {
  await fc.assert(
    fc.asyncProperty(basket, fc.integer({ min: 1, max: 99 }), async (input, percent) => {
      const { states, memos } = payloads(input);
      const card = (amount: unknown) => Number(new Big(Number(amount)).times(percent).div(100).toFixed(2));
      const paid = (amount: unknown) => Number(new Big(Number(amount)).minus(card(amount)).toFixed(2));
      const withCard = memos.map((memo) => ({
        ...memo,
        grand_total: paid(memo.grand_total),
        extension_attributes: { gift_cards_amount: card(memo.grand_total) },
      }));
      const backOn = states.map((_, count) =>
        sum(withCard.slice(0, count).map((memo) => String(memo.extension_attributes.gift_cards_amount))),
      );
      const orders = states.map((state, count) => {
        const onCard = backOn[count] ?? new Big(0);
        const given = extended(
          {
            ...state,
            grand_total: paid(state.grand_total),
            total_refunded: Number(new Big(Number(state.total_refunded)).minus(onCard).toFixed(2)),
          },
          { gift_cards_amount: card(state.grand_total), gift_cards_refunded: Number(onCard) },
        );
        return read(given, withCard.slice(0, count));
      });
      const world = new World({ settings });
      const ran = await played(world, input, orders);
      if (isGivenBackAtOnce(states, ran)) return;
      expect(credits(world)).toEqual(
        expected(
          states,
          states.map((_, count) => count),
        ),
      );
    }),
    runs(150),
  );
});

test('of Magento, in the currency of the books, where the shopper paid in another', async () => {
  await fc.assert(
    fc.asyncProperty(basket, async (input) => {
      const { states, memos } = payloads(input);
      const world = new World({ settings });
      const ran = await played(
        world,
        input,
        states.map((state, count) => read(inKronor(state), memos.slice(0, count).map(inKronor))),
      );
      if (isGivenBackAtOnce(states, ran)) return;
      expect(credits(world)).toEqual(
        expected(
          states,
          states.map((_, count) => count),
        ),
      );
    }),
    runs(150),
  );
});

const amounts =
  /^(grand_total|tax_amount|total_|shipping_|price|original_price|amount_refunded|tax_refunded|row_total|discount_|gift)/;

/** Eleven kronor a euro, each amount rounded by itself; what was there stands under the name of the books. */
function inKronor(fields: Fields): Fields {
  const twins: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value))
      twins[name] = value.map((each) => (typeof each === 'object' ? inKronor(each) : each));
    else if (name.startsWith('base_')) continue;
    else if (typeof value === 'number' && amounts.test(name)) {
      twins[name] = Number(new Big(value).times('11.0371').toFixed(4));
      twins[`base_${name}`] = value;
    } else twins[name] = value;
  }
  return { ...twins, order_currency_code: 'SEK', base_currency_code: 'EUR' };
}
