/** An e-mail address that more than one customer has: two companies, a company and a private person, a family. */
import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../src/records/customer.ts';
import type { Order } from '../../../src/records/order.ts';
import { messageOf } from '../told.ts';
import { type Given, unanswered, World } from './harness.ts';
import { company, noor, order } from './samples.ts';

const email = 'post@dijkhuis.example';
const vat = { zon: 'BE0403170701', maan: 'NL812345678B01' };

function firm(name: string, fields: Partial<Customer> = {}): Order['customer'] {
  const address = { street: 'Werf 4', postalCode: '9711 AB', city: 'Groningen', country: 'NL' };
  return { ...noor, id: undefined, kind: 'company', email, company: name, address, ...fields };
}

const zon = firm('De Zon B.V.');
const maan = firm('De Maan B.V.', { address: { ...zon.address, street: 'Plein 8' } });
const noorPrivately = { ...noor, email };

let sold = 0;

/** Later than all before it. */
function sale(customer: Order['customer'], fields: Partial<Order> = {}): Order {
  sold++;
  const placedAt = new Date(Date.parse('2026-03-02T10:00:00.000Z') + sold * 60_000).toISOString();
  return order({ id: `SO-${sold}`, number: String(1000 + sold), placedAt, customer, ...fields });
}

/** The record, as it stands in the books, that the last invoice is addressed to. */
function addressee({ books }: World) {
  const id = books.sent.at(-1)?.customer_id;
  return books.customers.find((each) => each.id === id);
}

const inBooks = (name: string, fields: Record<string, unknown> = {}) => ({
  is_private: false,
  customer_name: name,
  email,
  address_street: 'Oud 1',
  ...fields,
});

describe('two companies with one address', () => {
  test('are two customers, each with its own invoices, time and again', async () => {
    const world = new World();
    for (const each of [zon, maan, zon, maan]) {
      await world.run(sale(each));
      expect(addressee(world)).toMatchObject({
        customer_name: each.company,
        address_street: each.address.street,
      });
    }
    expect(world.books.customers).toHaveLength(2);
    expect(world.books.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });

  test('cost no more calls than two addresses would: five at first, two after', async () => {
    const world = new World();
    const calls = async (customer: Order['customer']) => {
      world.books.api.calls.length = 0;
      await world.run(sale(customer));
      return world.books.calls.length;
    };
    expect([await calls(zon), await calls(maan), await calls(zon), await calls(maan)]).toEqual([4, 4, 2, 2]);
  });

  test('stay two with "update": false, when one is changed, and when both are new at once', async () => {
    const world = new World({ settings: { customer: { update: false } } });
    await Promise.all([world.run(sale(zon)), world.run(sale(maan))]);
    await world.run(sale({ ...maan, phone: '+31 50 1' }));
    expect(addressee(world)).toMatchObject({ customer_name: 'De Maan B.V.' });
    expect(world.books.customers.map((each) => each.customer_name).sort()).toEqual([
      'De Maan B.V.',
      'De Zon B.V.',
    ]);
  });

  test('are one under two spellings, and keep one address', async () => {
    const world = new World();
    await world.run(sale(zon));
    await world.run(sale({ ...zon, company: 'de zon bv' }));
    await world.run(sale({ ...zon, company: 'De Zon', address: { ...zon.address, street: 'Kade 9' } }));
    await world.run(sale(zon));
    expect(world.books.customers).toMatchObject([{ address_street: 'Werf 4' }]);
  });

  test('are told apart by the VAT number where the name does not', async () => {
    const world = new World();
    world.books.addCustomer(inBooks('De Zon B.V.', { vat_number: vat.maan }));
    const id = world.books.addCustomer(inBooks('Zonnestraal', { vat_number: vat.zon }));
    await world.run(sale({ ...zon, vatNumber: 'BE 0403.170.701' }));
    expect(addressee(world)?.id).toBe(id);
    expect(world.books.customers[0]).toMatchObject({ address_street: 'Oud 1' });
  });

  test('of one name and two VAT numbers park an order that states none, naming both', async () => {
    const world = new World();
    const ids = [vat.zon, vat.maan].map((vat_number) =>
      world.books.addCustomer(inBooks('De Zon B.V.', { vat_number })),
    );
    const problem = await world.problem(sale(zon));
    expect(problem).toMatchObject({ kind: 'rejected', code: 'customer_ambiguous', params: { ids } });
    expect(messageOf(problem)).toContain(ids.join(', '));
    expect(JSON.stringify(problem.toData())).not.toMatch(/dijkhuis|Zon/);
    expect(world.books.customers.map((each) => each.address_street)).toEqual(['Oud 1', 'Oud 1']);
    expect(world.books.invoices).toEqual([]);
  });

  test('that were both entered twice by the merchant are no riddle', async () => {
    const world = new World();
    const id = world.books.addCustomer(inBooks('De Zon B.V.'));
    world.books.addCustomer(inBooks('De Zon B.V.'));
    await world.run(sale(zon));
    expect(addressee(world)?.id).toBe(id);
  });
});

describe('a company and a private person with one address', () => {
  test.each([
    ['company', zon, noorPrivately],
    ['person', noorPrivately, zon],
  ])('are two customers, the %s first', async (_kind, first, second) => {
    const world = new World();
    await world.run(sale(first));
    const before = { ...world.books.customers[0] };
    await world.run(sale(second));
    expect(addressee(world)).toMatchObject({ is_private: second.kind === 'person' });
    expect(world.books.customers).toHaveLength(2);
    expect(world.books.customers[0]).toEqual(before);
  });

  test('are so for a merchant who made the one by hand', async () => {
    const world = new World();
    world.books.addCustomer(inBooks('De Zon B.V.'));
    await world.run(sale(noorPrivately));
    expect(world.books.customers).toMatchObject([{ customer_name: 'De Zon B.V.' }, { is_private: true }]);
  });

  test('park an order for which none may be made', async () => {
    const world = new World({ settings: { customer: { create: false } } });
    const id = world.books.addCustomer(inBooks('De Zon B.V.'));
    expect(await world.problem(sale(noorPrivately))).toMatchObject({
      code: 'customer_ambiguous',
      params: { ids: [id] },
    });
  });

  test('stay one where the mapping says that all are companies', async () => {
    const world = new World({ mapping: { 'customer.is_private': 'false' } });
    world.books.addCustomer(inBooks('Noor de Wit'));
    await world.run(sale(noorPrivately));
    expect(world.books.customers).toMatchObject([{ address_street: 'Kade 12' }]);
  });
});

describe('a family with one address', () => {
  test('is told apart by name where the books have several', async () => {
    const world = new World();
    const member = (customer_name: string) => ({ is_private: true, customer_name, email });
    world.books.addCustomer(member('Jan de Wit'));
    const id = world.books.addCustomer(member('Noor de Wit'));
    await world.run(sale(noorPrivately));
    expect(addressee(world)?.id).toBe(id);
    await world.run(sale({ ...noorPrivately, name: 'Jan de Wit', firstName: 'Jan' }));
    expect(addressee(world)).toMatchObject({ customer_name: 'Jan de Wit' });
    expect(world.books.customers).toHaveLength(2);
  });
});

describe('a customer that was put away', () => {
  const away = { archived: true };

  test('is not written to: another is made', async () => {
    const world = new World();
    world.books.addCustomer(inBooks('De Zon B.V.', away));
    await world.run(sale(zon));
    expect(world.books.customers).toMatchObject([{ address_street: 'Oud 1' }, { address_street: 'Werf 4' }]);
    expect(addressee(world)).toMatchObject({ address_street: 'Werf 4' });
  });

  test('is not written to when it is linked, nor when only it may be used', async () => {
    for (const given of [{}, { customer: { create: false } }]) {
      const world = new World();
      await world.run(sale(zon));
      Object.assign(world.books.customers[0] ?? {}, away);
      world.settings = new World({ settings: given }).settings;
      await world.run(sale({ ...zon, phone: '+31 50 1' }));
      expect(world.books.customers[0]?.phonenumber).toBe(zon.phone);
      expect(world.books.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
    }
  });

  test('serves as it is when it says all of it already', async () => {
    const world = new World();
    await world.run(sale(zon));
    Object.assign(world.books.customers[0] ?? {}, away);
    world.links.clear();
    await world.run(sale(zon));
    expect(world.books.customers).toHaveLength(1);
    expect(world.books.sent).toHaveLength(2);
  });
});

describe('a create that is not answered', () => {
  test('is found again by who it is, not by the address', async () => {
    const world = new World();
    await world.run(sale(noorPrivately));
    world.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
    const first = sale(zon);
    expect(await world.problem(first)).toMatchObject({ kind: 'outcome-unknown' });
    world.books.trouble = () => undefined;
    world.books.indexed = false;
    expect(await world.problem(first)).toMatchObject({ kind: 'wait' });
    world.books.indexed = true;
    await world.run(first);
    expect(addressee(world)).toMatchObject({ customer_name: 'De Zon B.V.' });
    expect(world.books.customers).toHaveLength(2);
    expect(world.steps.size).toBe(0);
  });

  test('of one company does not keep another with its address waiting, nor is taken for it', async () => {
    const world = new World();
    world.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
    const first = sale(zon);
    expect(await world.problem(first)).toMatchObject({ kind: 'outcome-unknown' });
    world.books.trouble = () => undefined;
    await world.run(sale(maan));
    expect(addressee(world)).toMatchObject({ customer_name: 'De Maan B.V.' });
    await world.run(first);
    expect(addressee(world)).toMatchObject({ customer_name: 'De Zon B.V.' });
    expect(world.books.customers).toHaveLength(2);
  });

  test('that was begun under the address alone, by a version of before, is made once', async () => {
    const world = new World();
    world.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
    const first = sale(zon);
    await world.problem(first);
    world.books.trouble = () => undefined;
    const [[name, step] = ['', undefined]] = [...world.steps];
    const [emailFingerprint] = world.people;
    if (step === undefined) throw new Error('no step');
    world.steps.delete(name);
    world.steps.set(`customer:${emailFingerprint}`, step);
    world.books.indexed = false;
    expect(await world.problem(first)).toMatchObject({ kind: 'wait' });
    world.books.indexed = true;
    await world.run(first);
    expect(world.books.customers).toHaveLength(1);
    await world.run(sale(zon));
    expect(world.books.customers).toHaveLength(1);
  });
});

describe('a link of before, under the address alone', () => {
  /** Turns what is linked into what a version of before would have linked. */
  function asBefore(world: World): void {
    const [emailFingerprint = ''] = world.people;
    const links = [...world.links].filter(([key]) => key.startsWith('customer '));
    const [[key, written] = ['', undefined], ...others] = links;
    if (written === undefined || others.length > 0) throw new Error('one link is expected');
    world.links.delete(key);
    world.links.set(`customer ${emailFingerprint}`, written);
  }

  const customerLinks = ({ links }: World) => [...links.keys()].filter((key) => key.startsWith('customer '));

  test('serves the customer that it was written for, at no further call', async () => {
    const world = new World();
    await world.run(sale(zon));
    asBefore(world);
    world.books.api.calls.length = 0;
    await world.run(sale(zon));
    expect(world.books.calls).toEqual(['GET /v3/invoices', 'POST /v3/invoices']);
    await world.run(sale({ ...zon, phone: '+31 50 1' }));
    expect(world.books.customers).toMatchObject([{ phonenumber: '+31 50 1' }]);
    expect(customerLinks(world)).toHaveLength(3);
  });

  test('keeps an older order from overwriting a newer one', async () => {
    const world = new World();
    const older = sale({ ...zon, phone: '+31 50 1' });
    await world.run(sale(zon));
    asBefore(world);
    await world.run(older);
    expect(world.books.customers).toMatchObject([{ phonenumber: zon.phone }]);
  });

  test('is not taken for another company’s, nor for a private person’s', async () => {
    const world = new World();
    await world.run(sale(zon));
    asBefore(world);
    await world.run(sale(maan));
    await world.run(sale(noorPrivately));
    expect(world.books.customers.map((each) => each.customer_name)).toEqual([
      'De Zon B.V.',
      'De Maan B.V.',
      'Noor de Wit',
    ]);
    await world.run(sale(zon));
    expect(addressee(world)).toMatchObject({ customer_name: 'De Zon B.V.' });
    expect(world.books.customers).toHaveLength(3);
  });
});

describe('a known company that VAT is shifted to by now, though nothing new is said of it', () => {
  async function known(given: Given = {}): Promise<World> {
    const world = new World(given);
    await world.run(sale(company));
    Object.assign(world.books.customers[0] ?? {}, { shift_vat: true, phonenumber: 'by hand' });
    return world;
  }

  test('is set right, as the order says', async () => {
    const world = await known();
    await world.run(sale(company));
    expect(world.books.customers).toMatchObject([{ shift_vat: false }]);
  });

  test('parks the order with "update": false', async () => {
    const world = await known({ settings: { customer: { update: false } } });
    expect(await world.problem(sale(company))).toMatchObject({ code: 'customer_vat_differs' });
    expect(world.books.sent).toHaveLength(1);
  });

  test('is left as the merchant wrote it while that is not so', async () => {
    const world = await known();
    Object.assign(world.books.customers[0] ?? {}, { shift_vat: false });
    await world.run(sale(company));
    expect(world.books.customers).toMatchObject([{ phonenumber: 'by hand' }]);
  });

  test('costs a look only where it may be: not for a private person, nor at home without a number', async () => {
    const world = new World();
    for (const customer of [noorPrivately, zon]) {
      await world.run(sale(customer));
      world.books.api.calls.length = 0;
      await world.run(sale(customer));
      expect(world.books.calls).toEqual(['GET /v3/invoices', 'POST /v3/invoices']);
    }
  });
});
