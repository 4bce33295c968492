/** Strangers behind one e-mail address, each of whom is being made in the books while nobody knows yet what became of that. */
import { describe, expect, test } from 'vitest';
import { unanswered } from '../orders/harness.ts';
import { noor, order } from '../orders/samples.ts';
import { Shop } from './shop-of-both.ts';

const piet = { ...noor, id: undefined, name: 'Piet Bakker', firstName: 'Piet', lastName: 'Bakker' };
const ofPiet = order({ id: 'SO-7', number: '1007', customer: piet });

/** Every customer of these calls is taken in, and not answered. Returns what does their work, oldest first. */
function hangUp(shop: Shop): (() => void)[] {
  const works: (() => void)[] = [];
  shop.books.trouble = (call, when) => {
    if (when !== 'before' || call.method !== 'POST' || call.path !== '/v3/customers') return;
    works.push(() => void shop.books.answer(call));
    throw unanswered();
  };
  return works;
}

function answers(shop: Shop): void {
  shop.books.trouble = () => undefined;
}

/** Names on the invoices, oldest first. */
function buyersOf({ books }: Shop): unknown[] {
  return books.sent.map(({ customer_id: of }) => books.customers.find(({ id }) => id === of)?.customer_name);
}

const begins = {
  'an order': (shop: Shop) => shop.run(order()),
  'the customers flow': (shop: Shop) => shop.carry(),
};

describe.each(Object.entries(begins))(
  'a stranger’s order, while %s makes the customer of its address,',
  (_who, begin) => {
    test('does not wait for that, and has a record of its own', async () => {
      const shop = Object.assign(new Shop(), { customersKept: true });
      const works = hangUp(shop);
      await expect(begin(shop)).rejects.toMatchObject({ kind: 'outcome-unknown' });
      answers(shop);
      expect((await shop.run(ofPiet)).kind).toBe('done');
      for (const work of works) work();
      await begin(shop);
      await shop.carry();
      await shop.run(order());
      expect(new Set(buyersOf(shop))).toEqual(new Set(['Piet Bakker', 'Noor de Wit']));
      expect(shop.books.customers).toHaveLength(2);
      expect(shop.steps.size).toBe(0);
    });

    test('is not booked on what was made, once that is known', async () => {
      const shop = Object.assign(new Shop(), { customersKept: true });
      const works = hangUp(shop);
      await expect(begin(shop)).rejects.toMatchObject({ kind: 'outcome-unknown' });
      answers(shop);
      for (const work of works) work();
      // The way back has met it, and told so.
      const [id] = shop.books.customers.map((each) => String(each.id));
      for (const [name, step] of shop.steps) {
        if (name.startsWith('customer:')) shop.steps.set(name, { ...step, result: id ?? null });
      }
      expect((await shop.run(ofPiet)).kind).toBe('done');
      expect(buyersOf(shop)).toEqual(['Piet Bakker']);
      await shop.carry();
      await shop.run(order());
      expect(buyersOf(shop)).toEqual(['Piet Bakker', 'Noor de Wit']);
      expect([shop.books.customers.length, shop.steps.size]).toEqual([2, 0]);
    });

    test.each([
      ['in turn', (tries: readonly (() => Promise<unknown>)[]) => tries],
      ['the other way round', (tries: readonly (() => Promise<unknown>)[]) => tries.toReversed()],
    ])('that is not answered either is made once, as they are tried again %s', async (_how, inOrder) => {
      const shop = Object.assign(new Shop(), { customersKept: true });
      const works = hangUp(shop);
      await expect(begin(shop)).rejects.toMatchObject({ kind: 'outcome-unknown' });
      expect(await shop.problem(ofPiet)).toMatchObject({ kind: 'outcome-unknown' });
      answers(shop);
      const tries = [() => begin(shop), () => shop.run(ofPiet), () => shop.carry(), () => shop.run(order())];
      for (const work of works) {
        work();
        for (const again of inOrder(tries)) await again().catch(() => undefined);
      }
      for (const again of inOrder(tries)) await again();
      expect(new Set(buyersOf(shop))).toEqual(new Set(['Piet Bakker', 'Noor de Wit']));
      expect(shop.books.customers.map((each) => each.customer_name).sort()).toEqual([
        'Noor de Wit',
        'Piet Bakker',
      ]);
      expect(shop.steps.size).toBe(0);
    });
  },
);

test('whoever is called the same but for the spelling shares a create, also beside a stranger’s', async () => {
  const shop = new Shop();
  const works = hangUp(shop);
  expect(await shop.problem(ofPiet)).toMatchObject({ kind: 'outcome-unknown' });
  expect(await shop.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
  answers(shop);
  const spelled = order({ id: 'SO-2', number: '1002', customer: { ...noor, name: 'N. de Wit' } });
  expect(await shop.problem(spelled)).toMatchObject({ kind: 'wait' });
  for (const work of works) work();
  for (const each of [spelled, order(), ofPiet]) expect((await shop.run(each)).kind).toBe('done');
  expect([shop.books.customers.length, shop.steps.size]).toEqual([2, 0]);
});

test('a record that was put away before it was linked is used as it stands, and its step ends, beside a stranger’s', async () => {
  const shop = new Shop();
  shop.storing = (what) => {
    if (what.startsWith('finish customer:')) throw new Error('died');
  };
  await expect(shop.run(order())).rejects.toThrow('died');
  shop.storing = () => undefined;
  Object.assign(shop.books.customers[0] ?? {}, { archived: true });
  await shop.run(ofPiet);
  await shop.run(order());
  expect(buyersOf(shop)).toEqual(['Piet Bakker', 'Noor de Wit']);
  expect([shop.books.customers.length, shop.steps.size]).toEqual([2, 0]);
});

test('a step of a version of before tells nobody, and is shared as it was', async () => {
  const shop = new Shop();
  hangUp(shop);
  expect(await shop.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
  answers(shop);
  for (const [name, step] of shop.steps) shop.steps.set(name, { ...step, reference: 'f1' });
  expect(await shop.problem(ofPiet)).toMatchObject({ kind: 'wait' });
  expect(shop.steps.size).toBe(1);
});
