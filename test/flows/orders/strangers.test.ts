/** Orders alone go to the books: whoever orders under somebody's e-mail address, each keeps a record of their own. */
import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../src/records/customer.ts';
import type { Order } from '../../../src/records/order.ts';
import { type Given, World } from './harness.ts';
import { noor, order } from './samples.ts';

const guest = { ...noor, id: undefined };
const piet = {
  ...guest,
  ...{ name: 'Piet Bakker', firstName: 'Piet', lastName: 'Bakker' },
  address: { street: 'Industrieweg 99', postalCode: '1322 AA', city: 'Almere', country: 'NL' },
};
const sara = { ...piet, name: 'Sara Öz', firstName: 'Sara', lastName: 'Öz' };
const firm = { ...piet, kind: 'company' as const, company: 'Werkgever B.V.' };

let sold = 0;

function sale(customer: Order['customer'], fields: Partial<Order> = {}): Order {
  sold++;
  const placedAt = new Date(Date.parse('2026-03-02T10:00:00Z') + sold * 60_000).toISOString();
  return order({ id: `SO-${sold}`, number: String(1000 + sold), placedAt, customer, ...fields });
}

function addressee({ books }: World) {
  const id = books.sent.at(-1)?.customer_id;
  return books.customers.find((each) => each.id === id);
}

/** Noor, as a merchant has entered her. */
const entered = {
  ...{ is_private: true, customer_name: 'Noor de Wit', email: 'noor@example.com', shift_vat: false },
  ...{ address_street: 'Gracht 3', address_postal_code: '8011 AB', address_city: 'Zwolle' },
};

describe('a stranger’s order under somebody’s address', () => {
  test.each([
    ['a private person', piet],
    ['a company', firm],
  ])('%s: leaves the record of before as it is, and gets one of its own', async (_kind, stranger) => {
    const world = new World();
    await world.run(sale(noor));
    const before = structuredClone(world.books.customers[0]);
    await world.run(sale(stranger));
    expect(world.books.customers).toHaveLength(2);
    expect(world.books.customers[0]).toEqual(before);
    expect(addressee(world)).toMatchObject({ address_street: 'Industrieweg 99' });
    expect(world.books.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });

  test('costs no call more once each is known', async () => {
    const world = new World();
    const three: readonly Customer[] = [noor, piet, sara];
    for (const each of three) await world.run(sale(each));
    for (const each of three) {
      world.books.api.calls.length = 0;
      await world.run(sale(each));
      expect(world.books.calls).toHaveLength(3);
      expect(addressee(world)).toMatchObject({ customer_name: each.name });
    }
    expect(world.books.customers).toHaveLength(3);
  });

  test('a record that the merchant entered with its address is nobody else’s', async () => {
    const world = new World();
    world.books.addCustomer(entered);
    await world.run(sale(piet));
    expect(world.books.customers).toMatchObject([entered, { customer_name: 'Piet Bakker' }]);
    await world.run(sale(noor));
    expect(world.books.customers).toMatchObject([
      { customer_name: 'Noor de Wit', address_street: 'Kade 12' },
      { customer_name: 'Piet Bakker', address_street: 'Industrieweg 99' },
    ]);
  });

  test('one with a name and an e-mail address alone is whoever orders under it', async () => {
    const world = new World();
    world.books.addCustomer({ is_private: true, customer_name: 'Webshop', email: 'noor@example.com' });
    await world.run(sale(noor));
    expect(world.books.customers).toMatchObject([{ customer_name: 'Noor de Wit' }]);
  });

  test('is told apart in whatever order they come, and each moves alone', async () => {
    const world = new World();
    await world.run(sale(piet));
    await world.run(sale(noor));
    await world.run(sale({ ...piet, address: { ...piet.address, street: 'Plein 8' } }));
    await world.run(sale({ ...noor, name: 'N. de Wit', firstName: 'N.', phone: '+31 6 9' }));
    expect(world.books.customers).toMatchObject([
      { customer_name: 'Piet Bakker', address_street: 'Plein 8', phonenumber: piet.phone },
      { customer_name: 'N. de Wit', address_street: 'Kade 12', phonenumber: '+31 6 9' },
    ]);
    expect(world.books.customers).toHaveLength(2);
  });

  test.each<[string, Given]>([
    ['"update": false', { settings: { customer: { update: false } } }],
    ['"update": true', { settings: { customer: { update: true } } }],
  ])('is so with %s too', async (_what, given) => {
    const world = new World(given);
    world.books.addCustomer(entered);
    await world.run(sale(piet));
    expect(world.books.customers).toMatchObject([entered, { customer_name: 'Piet Bakker' }]);
  });

  test('parks where none may be made', async () => {
    const world = new World({ settings: { customer: { create: false } } });
    const id = world.books.addCustomer(entered);
    expect(await world.problem(sale(piet))).toMatchObject({
      code: 'customer_ambiguous',
      params: { of: 'another', ids: [id] },
    });
    expect(world.books.customers).toEqual([{ id, ...entered }]);
  });
});
