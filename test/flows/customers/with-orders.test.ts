import { describe, expect, test } from 'vitest';
import { unanswered } from '../orders/harness.ts';
import { company, noor, order } from '../orders/samples.ts';
import { Shop } from './shop-of-both.ts';

const later = (number: number) => order({ id: `SO-${number}`, number: String(1000 + number) });

describe('a customer of the customers flow', () => {
  test('is the one that its orders are booked on, looked at once at most', async () => {
    const shop = new Shop();
    expect(await shop.carry()).toMatchObject({ reason: { code: 'created', params: {} } });
    expect(shop.take()).toEqual(['GET /v3/customers', 'POST /v3/customers', 'GET /v3/customers/id']);
    await shop.run(order());
    expect(shop.take().length).toBeLessThanOrEqual(1);
    await shop.run(later(2));
    expect(shop.take()).toEqual([]);
    expect(shop.books.customers).toHaveLength(1);
  });

  test('is not written to by an order that says the same', async () => {
    const shop = new Shop();
    await shop.carry();
    await shop.run(order());
    expect(shop.books.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });

  test('is not written to by an order that says otherwise, and a notice brings nothing new', async () => {
    const shop = new Shop();
    await shop.carry();
    await shop.run(order({ customer: { ...noor, phone: '+31 38 111111' } }));
    expect(await shop.carry()).toEqual({ kind: 'skipped', reason: { code: 'nothing_new', params: {} } });
    expect(shop.books.customers).toMatchObject([{ phonenumber: noor.phone }]);
    expect(shop.books.sent).toHaveLength(1);
  });
});

describe('a customer of the orders flow', () => {
  test('is met by the customers flow, and costs its next order no call', async () => {
    const shop = new Shop();
    await shop.run(order());
    shop.take();
    expect(await shop.carry()).toEqual({ kind: 'skipped', reason: { code: 'already_so', params: {} } });
    expect(shop.take()).toEqual(['GET /v3/customers/id']);
    await shop.run(later(2));
    expect(shop.take()).toEqual([]);
  });

  test('loses what the order said and the account does not, when the two first meet', async () => {
    const shop = new Shop();
    await shop.run(order());
    shop.buyers.set(noor.id, { ...noor, phone: undefined });
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    expect(shop.books.customers).toMatchObject([{ phonenumber: null }]);
  });

  test('loses what a later order has written there, likewise', async () => {
    const shop = new Shop();
    await shop.run(order());
    await shop.run({
      ...later(2),
      placedAt: '2026-03-03T10:00:00.000Z',
      customer: { ...noor, phone: '+31 38 111111' },
    });
    expect(shop.books.customers).toMatchObject([{ phonenumber: '+31 38 111111' }]);
    shop.buyers.set(noor.id, { ...noor, phone: undefined });
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    expect(shop.books.customers).toMatchObject([{ phonenumber: null }]);
  });

  test('keeps what somebody has entered there since', async () => {
    const shop = new Shop();
    await shop.run(order());
    Object.assign(shop.books.customers[0] ?? {}, { phonenumber: '+31 38 222222' });
    shop.buyers.set(noor.id, { ...noor, phone: undefined });
    expect(await shop.carry()).toMatchObject({ reason: { code: 'already_so' } });
    expect(shop.books.customers).toMatchObject([{ phonenumber: '+31 38 222222' }]);
  });

  test('that the customers flow has set up otherwise is looked at before it is booked on', async () => {
    const shop = new Shop({ settings: { customer: { update: false } } });
    await shop.run(order({ customer: company }));
    shop.buyers.set(noor.id, company);
    shop.customerMapping = { shift_vat: 'true' };
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated', params: {} } });
    const next = { ...later(2), customer: company };
    expect(await shop.problem(next)).toMatchObject({ code: 'customer_vat_differs' });
  });

  test('is looked at still when it only stands there: it may be set up for shifted VAT', async () => {
    const shop = new Shop({ settings: { customer: { update: false } } });
    await shop.run(order());
    const [made] = shop.books.customers;
    shop.links.clear();
    Object.assign(made ?? {}, { shift_vat: true });
    expect(await shop.carry()).toMatchObject({ reason: { code: 'already_so', params: {} } });
    expect(await shop.problem(later(2))).toMatchObject({ code: 'customer_vat_differs' });
  });

  test('that the customers flow has updated is still not changed by an older order', async () => {
    const shop = new Shop();
    await shop.run(order());
    shop.buyers.set(noor.id, { ...noor, phone: '+31 38 111111' });
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated', params: {} } });
    await shop.run(order({ id: 'SO-0', number: '1000', placedAt: '2026-03-01T10:00:00.000Z' }));
    expect(shop.books.customers).toMatchObject([{ phonenumber: '+31 38 111111' }]);
  });

  test('is the same customer in an order under a new address that the customers flow has not carried yet', async () => {
    const shop = new Shop();
    await shop.carry();
    const moved = { ...noor, email: 'noor@elsewhere.example' };
    await shop.run(order({ customer: moved }));
    expect(shop.books.customers).toMatchObject([{ email: noor.email }]);
    shop.buyers.set(noor.id, moved);
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    await shop.run({ ...later(2), customer: moved });
    expect(shop.books.customers).toMatchObject([{ email: moved.email }]);
    expect(shop.books.sent).toHaveLength(2);
  });

  test('is not taken for the company that its account orders for under another address', async () => {
    const shop = new Shop();
    await shop.carry();
    await shop.run(order({ customer: { ...company, email: 'inkoop@teetasse.example' } }));
    expect(shop.books.customers).toMatchObject([{ is_private: true }, { is_private: false }]);
  });

  test('stays the first record’s when the books refuse a document', async () => {
    const shop = new Shop();
    await shop.carry();
    shop.books.trouble = ({ method, path }, when) => {
      if (when === 'before' && method === 'POST' && path === '/v3/invoices') {
        throw Object.assign(unanswered(), { kind: 'rejected', code: 'refused' });
      }
    };
    expect(await shop.problem(order())).toMatchObject({ code: 'refused' });
    shop.books.trouble = () => undefined;
    shop.buyers.set('4412', { ...noor, id: '4412', name: 'Nora' });
    await expect(shop.carry('4412')).rejects.toMatchObject({ code: 'email_shared' });
    expect((await shop.run(order())).kind).toBe('done');
    await expect(shop.carry('4412')).rejects.toMatchObject({ code: 'email_shared' });
  });
});

describe('an account that gets another address', () => {
  const moved = { ...noor, email: 'noor@elsewhere.example' };
  const kept = () => Object.assign(new Shop(), { customersKept: true });
  const unheard = (shop: Shop) => {
    shop.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
  };

  test('after an order has made its customer is that one still', async () => {
    const shop = kept();
    await shop.run(order());
    shop.buyers.set(noor.id, moved);
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    expect(shop.books.customers).toMatchObject([{ email: moved.email }]);
  });

  test('while an order makes its customer waits for what comes of that', async () => {
    const shop = kept();
    unheard(shop);
    expect(await shop.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    shop.buyers.set(noor.id, moved);
    await expect(shop.carry()).rejects.toMatchObject({ kind: 'wait' });
    await shop.run(order());
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    expect(shop.books.customers).toMatchObject([{ email: moved.email }]);
    expect(shop.steps.size).toBe(0);
  });

  test('loses its number while an order makes its customer, and so does that once it is found', async () => {
    const shop = kept();
    unheard(shop);
    expect(await shop.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    shop.buyers.set(noor.id, { ...noor, phone: '' });
    expect((await shop.run(order())).kind).toBe('done');
    expect(shop.books.customers).toMatchObject([{ phonenumber: noor.phone }]);
    await shop.carry();
    expect(shop.books.customers.map(({ phonenumber }) => phonenumber ?? '')).toEqual(['']);
  });

  test('loses its number while an order makes its customer, and so does that if it comes first', async () => {
    const shop = kept();
    unheard(shop);
    expect(await shop.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    shop.buyers.set(noor.id, { ...noor, phone: '' });
    await shop.carry();
    expect(shop.books.customers.map(({ phonenumber }) => phonenumber ?? '')).toEqual(['']);
  });

  test('loses its number while an order makes its customer, which says so too, and so does that once it is found', async () => {
    const shop = kept();
    unheard(shop);
    expect(await shop.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    const numberless = { ...noor, phone: '' };
    shop.buyers.set(noor.id, numberless);
    expect((await shop.run(order({ customer: numberless }))).kind).toBe('done');
    expect(shop.books.customers).toMatchObject([{ phonenumber: noor.phone }]);
    await shop.carry();
    expect(shop.books.customers.map(({ phonenumber }) => phonenumber ?? '')).toEqual(['']);
  });

  test('becomes a company, and its order waits for that instead of making another', async () => {
    const shop = kept();
    await shop.carry();
    const firm = { ...company, id: noor.id, email: noor.email };
    shop.buyers.set(noor.id, firm);
    shop.books.trouble = ({ method }, when) => {
      if (method === 'PUT' && when === 'before') throw unanswered();
    };
    await expect(shop.carry()).rejects.toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    expect(await shop.problem(order({ customer: firm }))).toMatchObject({ kind: 'wait' });
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    expect((await shop.run(order({ customer: firm }))).kind).toBe('done');
    expect(shop.books.customers).toMatchObject([{ is_private: false }]);
  });

  test('while its customer is made keeps its orders waiting for that', async () => {
    const shop = kept();
    unheard(shop);
    await expect(shop.carry()).rejects.toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    shop.buyers.set(noor.id, moved);
    expect(await shop.problem(order({ customer: moved }))).toMatchObject({ kind: 'wait' });
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    expect((await shop.run(order({ customer: moved }))).kind).toBe('done');
    expect(shop.books.customers).toMatchObject([{ email: moved.email }]);
    expect(shop.steps.size).toBe(0);
  });

  test('is not made of the firm that it has ordered for', async () => {
    const shop = kept();
    await shop.run(order({ customer: company }));
    shop.buyers.set(company.id ?? noor.id, moved);
    await shop.carry();
    expect(shop.books.customers).toMatchObject([{ is_private: false }, { email: moved.email }]);
  });

  test.each([
    ['loses', company, moved],
    ['gets', noor, { ...company, email: moved.email }],
  ])('and %s its firm is that one still where orders say what its record says', async (_how, was, is) => {
    const shop = Object.assign(kept(), { namesRecords: true });
    await shop.run(order({ customer: was }));
    shop.buyers.set(noor.id, is);
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    const isPrivate = is.kind === 'person';
    expect(shop.books.customers).toMatchObject([{ is_private: isPrivate, email: moved.email }]);
  });

  test.each([
    ['a stranger', { ...moved, id: undefined, name: 'Piet Bakker', firstName: 'Piet', lastName: 'Bakker' }],
    ['itself', { ...moved, phone: '+31 38 111111' }],
  ])('gets it also when an order of %s under it came first', async (_whose, customer) => {
    const shop = kept();
    await shop.carry();
    await shop.run(order({ customer }));
    shop.buyers.set(noor.id, moved);
    expect(await shop.carry()).toMatchObject({ reason: { code: 'updated' } });
    expect(shop.books.customers).toContainEqual(
      expect.objectContaining({ email: moved.email, customer_name: noor.name, phonenumber: noor.phone }),
    );
    expect(shop.books.sent).toHaveLength(1);
  });

  test('does not get it where the target allows it once and an order of a firm made an account under it', async () => {
    const shop = Object.assign(kept(), { namesRecords: true, sharesEmails: false });
    await shop.run(order());
    await shop.run({ ...later(2), customer: { ...company, email: moved.email, id: undefined } });
    expect(shop.books.customers).toHaveLength(2);
    shop.buyers.set(noor.id, moved);
    await expect(shop.carry()).rejects.toMatchObject({ kind: 'rejected', code: 'email_taken' });
    expect(shop.books.customers).toMatchObject([{ email: noor.email }, { email: moved.email }]);
  });
});

describe('an order and a notice of one new customer', () => {
  test('at once make it once', async () => {
    const shop = new Shop();
    await Promise.all([shop.run(order()), shop.carry(), shop.run(later(2))]);
    expect(shop.books.customers).toHaveLength(1);
    expect(shop.books.sent).toHaveLength(2);
    expect(shop.steps.size).toBe(0);
  });

  test.each(['order', 'notice'])('share a create that was not answered, begun by the %s', async (first) => {
    const shop = new Shop();
    const book = () => shop.run(order());
    const carry = () => shop.carry();
    const [begin, goOn] = first === 'order' ? [book, carry] : [carry, book];
    shop.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
    await expect(begin()).rejects.toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    shop.books.indexed = false;
    await expect(goOn()).rejects.toMatchObject({ kind: 'wait' });
    shop.books.indexed = true;
    await goOn();
    await begin();
    expect(shop.books.customers).toHaveLength(1);
    expect(shop.steps.size).toBe(0);
  });

  test('that an order has begun to make anew is not taken for made', async () => {
    const shop = new Shop();
    await shop.carry();
    shop.books.customers.splice(0, 1, { id: 'another', email: 'somebody@else.example' });
    const moved = order({ customer: { ...noor, phone: '+31 38 111111' } });
    shop.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
    expect(await shop.problem(moved)).toMatchObject({ kind: 'outcome-unknown' });
    shop.books.trouble = () => undefined;
    expect(await shop.carry()).toEqual({ kind: 'skipped', reason: { code: 'nothing_new', params: {} } });
    shop.books.indexed = false;
    expect(await shop.problem(moved)).toMatchObject({ kind: 'wait' });
    shop.books.indexed = true;
    expect((await shop.run(moved)).kind).toBe('done');
    expect(shop.books.customers).toHaveLength(2);
  });
});
