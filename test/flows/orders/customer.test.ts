import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { messageOf } from '../told.ts';
import { type Given, unanswered, World } from './harness.ts';
import { company, line, noor, order } from './samples.ts';

const posts = (world: World) => world.books.calls.filter((call) => call === 'POST /v3/customers');
const puts = (world: World) => world.books.calls.filter((call) => call.startsWith('PUT'));

const existing = { customer_name: 'Old name', email: 'noor@example.com', shift_vat: false, payment_term: 30 };

function reversed(fields: Partial<Order> = {}): Order {
  const lines = [line({ vatRate: '0' })];
  return order({ lines, shipping: [], customer: { ...company, reverseCharge: true }, ...fields });
}

test('a new customer is made once, in six calls in all, and known from then on, in three', async () => {
  const world = new World();
  await world.run(order());
  expect(world.books.calls).toEqual([
    'GET /v3/invoices',
    'GET /v3/customers',
    'POST /v3/customers',
    'POST /v3/invoices',
    `GET /v3/invoices/${world.link('SO-1')?.targetId}`,
  ]);
  world.books.api.calls.length = 0;
  await world.run(order({ id: 'SO-2', number: '1002' }));
  expect(world.books.calls).toEqual([
    'GET /v3/invoices',
    'POST /v3/invoices',
    `GET /v3/invoices/${world.link('SO-2')?.targetId}`,
  ]);
  expect(world.books.customers).toHaveLength(1);
});

test('one address in another case is one customer', async () => {
  const world = new World();
  await world.run(order());
  await world.run(order({ id: 'SO-2', number: '1002', customer: { ...noor, email: ' NOOR@example.com' } }));
  expect(world.books.customers).toHaveLength(1);
});

test('links hold no e-mail address', async () => {
  const world = new World();
  await world.run(order());
  const kept = JSON.stringify([[...world.links], [...world.steps], world.people]);
  expect(kept).not.toMatch(/noor|example|Kade|Wit/i);
});

describe('an existing customer', () => {
  test('is updated, and keeps what the merchant wrote there', async () => {
    const world = new World();
    const id = world.books.addCustomer(existing);
    await world.run(order());
    expect(world.books.customers[0]).toMatchObject({ customer_name: 'Noor de Wit', payment_term: 30 });
    expect(world.books.sent[0]?.customer_id).toBe(id);
  });

  test('is used as it is with "update": false', async () => {
    const world = new World({ settings: { customer: { update: false } } });
    const id = world.books.addCustomer(existing);
    await world.run(order());
    expect([...posts(world), ...puts(world)]).toEqual([]);
    expect(world.books.sent[0]?.customer_id).toBe(id);
  });

  test('is updated again when the shop knows something new', async () => {
    const world = new World();
    await world.run(order());
    const moved = { ...noor, address: { ...noor.address, street: 'Gracht 3' } };
    await world.run(
      order({ id: 'SO-2', number: '1002', placedAt: '2026-03-03T10:00:00.000Z', customer: moved }),
    );
    expect(world.books.customers).toMatchObject([{ address_street: 'Gracht 3' }]);
  });

  test('is not overwritten by an order that is older', async () => {
    const world = new World();
    await world.run(order());
    const before = { ...noor, address: { ...noor.address, street: 'Oude Weg 1' } };
    await world.run(
      order({ id: 'SO-0', number: '1000', placedAt: '2026-03-01T10:00:00.000Z', customer: before }),
    );
    expect(world.books.customers).toMatchObject([{ address_street: 'Kade 12' }]);
    expect(world.books.sent).toHaveLength(2);
  });

  test('that is gone from the target is looked up again, and made', async () => {
    const world = new World();
    await world.run(order());
    world.books.customers.length = 0;
    const moved = { ...noor, phone: '+31 38 111111' };
    await world.run(order({ id: 'SO-2', number: '1002', customer: moved }));
    expect(world.books.customers).toMatchObject([{ phonenumber: '+31 38 111111' }]);
  });

  test.each([
    ['deleted', (world: World) => world.books.customers.splice(0, 1)],
    [
      'put away',
      (world: World) => Object.assign(world.books.customers[0] ?? {}, { archived: true, phonenumber: 'x' }),
    ],
  ])('that was made and could not be linked, and was %s since, is made anew', async (_, change) => {
    const world = new World();
    world.storing = (what) => {
      if (what === 'link customer') throw new Error('the object died');
    };
    await expect(world.run(order())).rejects.toThrow('died');
    world.storing = () => undefined;
    const made = world.books.customers[0]?.id;
    change(world);
    await world.run(order());
    const [sent = {}] = world.books.sent;
    const addressee = world.books.customers.find(({ id }) => id === sent.customer_id);
    expect(addressee?.archived ?? false).toBe(false);
    expect(addressee?.phonenumber).toBe(noor.phone);
    expect(made).toBeDefined();
    expect([...world.steps]).toEqual([]);
  });

  test('that the target refuses is forgotten, so that a retry looks it up', async () => {
    const world = new World();
    await world.run(order());
    world.books.customers.length = 0;
    world.books.trouble = ({ method, path }, when) => {
      if (
        when === 'before' &&
        method === 'POST' &&
        path === '/v3/invoices' &&
        world.books.customers.length === 0
      ) {
        throw Object.assign(unanswered(), { kind: 'rejected', code: 'refused' });
      }
    };
    const again = order({ id: 'SO-2', number: '1002' });
    expect(await world.problem(again)).toMatchObject({ kind: 'rejected' });
    expect((await world.run(again)).kind).toBe('done');
    expect(world.books.customers).toHaveLength(1);
  });
});

describe('who is not made', () => {
  test('with "create": false an unknown customer parks the order', async () => {
    const world = new World({ settings: { customer: { create: false } } });
    expect(await world.problem(order())).toMatchObject({ kind: 'rejected', code: 'customer_missing' });
    expect(world.books.invoices).toEqual([]);
  });

  test('an order without an e-mail address is parked', async () => {
    const { email: _none, ...guest } = noor;
    const world = new World();
    expect(await world.problem(order({ customer: guest }))).toMatchObject({ code: 'email_missing' });
    expect(world.books.invoices).toEqual([]);
  });

  test('a default debtor takes it, and only it', async () => {
    const { email: _none, ...guest } = noor;
    const world = new World({ settings: { customer: { defaultDebtor: { id: 'walk-in' } } } });
    await world.run(order({ customer: guest }));
    await world.run(order({ id: 'SO-2', number: '1002' }));
    expect(world.books.sent.map(({ customer_id }) => customer_id === 'walk-in')).toEqual([true, false]);
  });

  test('a forced default debtor takes all, and nobody is made; whose data it was is told still', async () => {
    const world = new World({ settings: { customer: { defaultDebtor: { id: 'walk-in', force: true } } } });
    await world.run(order());
    expect(world.books.sent[0]?.customer_id).toBe('walk-in');
    expect(world.books.customers).toEqual([]);
    expect(world.people).toHaveLength(1);
  });
});

describe('reverse charge', () => {
  test('a customer that is left as it is must be set up as the order says', async () => {
    const world = new World({ settings: { customer: { update: false } } });
    world.books.addCustomer(existing);
    expect(await world.problem(reversed())).toMatchObject({ kind: 'rejected', code: 'customer_vat_differs' });
    expect(world.books.invoices).toEqual([]);
  });

  test('an update sets it right, there and back', async () => {
    const world = new World();
    world.books.addCustomer(existing);
    await world.run(reversed());
    expect(world.books.customers).toMatchObject([{ shift_vat: true }]);
    const later = { id: 'SO-2', number: '1002', placedAt: '2026-03-03T10:00:00.000Z' };
    await world.run(order({ ...later, customer: company }));
    expect(world.books.customers).toMatchObject([{ shift_vat: false }]);
  });

  test('an older order that charges VAT is not booked on a customer that VAT is shifted to by now', async () => {
    const world = new World();
    await world.run(reversed());
    const before = { id: 'SO-0', number: '1000', placedAt: '2026-03-01T10:00:00.000Z' };
    const older = order({ ...before, customer: company });
    expect(await world.problem(older)).toMatchObject({ code: 'customer_vat_differs' });
    expect(world.books.sent).toHaveLength(1);
  });

  test('a private person cannot have it', async () => {
    const world = new World();
    const problem = await world.problem(reversed({ customer: { ...noor, reverseCharge: true } }));
    expect(problem.code).toBe('company_missing');
  });
});

describe('a create that is not answered', () => {
  test('is found, and not repeated', async () => {
    const world = new World();
    world.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
    expect(await world.problem(order())).toMatchObject({ kind: 'outcome-unknown' });
    world.books.trouble = () => undefined;
    expect((await world.run(order())).kind).toBe('done');
    expect(world.books.customers).toHaveLength(1);
  });

  test('shared by two orders of the same new customer, it is made once', async () => {
    const world = new World();
    await Promise.all([world.run(order()), world.run(order({ id: 'SO-2', number: '1002' }))]);
    expect(posts(world)).toHaveLength(1);
    expect(world.books.sent).toHaveLength(2);
  });
});

describe('classification and mapping', () => {
  const label = '11111111-1111-4111-8111-111111111111';
  const made = async (given: Given) => {
    const world = new World(given);
    await world.run(order());
    return world.books.customers[0];
  };

  test('the class goes to the field of the target', async () => {
    const classification = { map: { person: label } };
    expect(await made({ settings: { customer: { classification } } })).toMatchObject({
      default_label_id: label,
    });
  });

  test('a mapping of that field stands above it', async () => {
    const other = label.replaceAll('1', '2').replace('-4222-8222', '-4111-8111');
    const given = {
      settings: { customer: { classification: { force: label } } },
      mapping: { 'customer.default_label_id': `'${other}'` },
    };
    expect(await made(given)).toMatchObject({ default_label_id: other });
  });

  test('a missing class parks and is named', async () => {
    const world = new World({ settings: { customer: { classification: { map: { company: label } } } } });
    expect(messageOf(await world.problem(order()))).toContain('"person"');
    expect(world.books.customers).toEqual([]);
  });

  test('mapped fields read order and customer', async () => {
    expect(
      await made({ mapping: { 'customer.reference': "customer.lastName & '/' & order.number" } }),
    ).toMatchObject({
      reference: 'de Wit/1001',
    });
  });
});
