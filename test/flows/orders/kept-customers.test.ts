/** Books whose customers a customers flow keeps: an order is booked on one as it stands, or on a record of its own. */
import { describe, expect, test } from 'vitest';
import { messageOf } from '../told.ts';
import { unanswered } from './harness.ts';
import { KeptBooks } from './kept-books.ts';
import { company, line, noor } from './samples.ts';

const guest = { ...noor, id: undefined };
const piet = { ...guest, name: 'Piet Bakker', firstName: 'Piet', lastName: 'Bakker' };
const office = { ...noor, address: { ...noor.address, street: 'Industrieweg 99', city: 'Almere' } };
const firm = { ...guest, kind: 'company' as const, company: 'Werkgever B.V.' };
const ours = { ...company, email: noor.email };

/** The one that the customers flow keeps, as it was before the orders came. */
const keptOf = ({ books }: KeptBooks) => structuredClone(books.customers[0]);
const puts = ({ books }: KeptBooks) => books.calls.filter((call) => call.startsWith('PUT'));

describe('an order that says what stands there', () => {
  test.each([
    ['of the account', noor],
    ['of a guest under its address', guest],
    ['with another telephone', { ...noor, phone: '+31 6 9' }],
    ['in other letters', { ...noor, name: 'NOOR DE WIT', address: { ...noor.address, street: 'kade 12' } }],
    ['with initials', { ...noor, name: 'N. de Wit', firstName: undefined, lastName: undefined }],
    ['with no name', { ...guest, name: 'noor@example.com', firstName: undefined, lastName: undefined }],
  ])('%s is booked on the customer, at two looks at most and then none', async (_what, buyer) => {
    const world = await KeptBooks.open();
    const kept = keptOf(world);
    await world.run(world.sale(buyer));
    // The second where the name may be another's of the family.
    expect(['GET /v3/customers/id', 'GET /v3/customers']).toEqual(expect.arrayContaining(world.take()));
    await world.run(world.sale(buyer));
    expect(world.take()).toEqual([]);
    expect(world.books.customers).toEqual([kept]);
    expect(world.books.invoices.map(({ customer_id }) => customer_id)).toEqual([kept?.id, kept?.id]);
  });

  test('and is older than what was carried last is booked on it as it stands, whatever it says', async () => {
    const world = await KeptBooks.open();
    await world.carry({ ...noor, address: { ...noor.address, street: 'Nieuwe Laan 1' } });
    const kept = keptOf(world);
    await world.run(world.sale(noor, { placedAt: '2026-01-05T10:00:00.000Z', date: '2026-01-05' }));
    expect(world.books.customers).toEqual([kept]);
    expect(kept).toMatchObject({ address_street: 'Nieuwe Laan 1' });
  });

  test('under a former e-mail address, of the account or of a guest, is the same customer’s', async () => {
    const world = await KeptBooks.open();
    await world.carry({ ...noor, email: 'noor.nieuw@example.com' });
    const kept = keptOf(world);
    await world.run(world.sale(noor));
    await world.run(world.sale(guest));
    expect(world.books.customers).toEqual([kept]);
    expect(kept).toMatchObject({ email: 'noor.nieuw@example.com' });
  });

  test('at once with a new address: the old one is not written back', async () => {
    const world = await KeptBooks.open();
    world.accounts.set(noor.id, { ...noor, email: 'noor.nieuw@example.com' });
    await Promise.all([
      world.carry({ ...noor, email: 'noor.nieuw@example.com' }),
      world.run(world.sale({ ...noor, phone: '+31 6 1' })),
    ]);
    await world.carry({ ...noor, email: 'noor.nieuw@example.com' });
    expect(world.books.customers).toMatchObject([
      { email: 'noor.nieuw@example.com', phonenumber: noor.phone },
    ]);
  });
});

describe('an order that says otherwise', () => {
  test.each([
    ['another address', office, { address_street: 'Industrieweg 99' }],
    ['another person', piet, { customer_name: 'Piet Bakker' }],
    [
      'another of the family',
      { ...guest, name: 'Jan de Wit', firstName: 'Jan' },
      { customer_name: 'Jan de Wit' },
    ],
    ['a company', firm, { is_private: false, customer_name: 'Werkgever B.V.' }],
  ])(
    '%s: gets a record of its own, which the next one is booked on without a look',
    async (_what, buyer, own) => {
      const world = await KeptBooks.open();
      const kept = keptOf(world);
      await world.run(world.sale(buyer));
      expect(world.books.customers).toMatchObject([kept ?? {}, own]);
      expect(world.books.customers[0]).toEqual(kept);
      expect(world.addressee).toMatchObject(own);
      world.take();
      await world.run(world.sale(buyer));
      expect(world.take()).toEqual([]);
      expect(world.addressee).toMatchObject(own);
      await world.run(world.sale(noor));
      expect(world.addressee).toEqual(kept);
      expect(world.books.customers).toHaveLength(2);
      expect(puts(world)).toEqual([]);
    },
  );

  test('costs seven calls at first: two more than a customer whom nobody knows', async () => {
    const world = await KeptBooks.open();
    await world.run(world.sale(office));
    expect(world.take()).toEqual(['GET /v3/customers/id', 'GET /v3/customers', 'POST /v3/customers']);
  });

  test('its record is the orders’ own: it moves with its buyer, and an older order does not move it back', async () => {
    const world = await KeptBooks.open();
    const older = world.sale({ ...piet, address: { ...piet.address, street: 'Oude Weg 1' } });
    await world.run(world.sale(piet));
    await world.run(world.sale({ ...piet, address: { ...piet.address, street: 'Plein 8' } }));
    await world.run(older);
    expect(world.books.customers).toMatchObject([
      { customer_name: 'Noor de Wit', address_street: 'Kade 12' },
      { customer_name: 'Piet Bakker', address_street: 'Plein 8' },
    ]);
    expect(world.books.customers).toHaveLength(2);
  });

  test('says the same once the account has moved too: it is booked on the account’s customer again', async () => {
    const world = await KeptBooks.open();
    await world.run(world.sale(office));
    await world.carry(office);
    await world.run(world.sale({ ...office, phone: '+31 6 9' }));
    expect(world.books.customers).toHaveLength(2);
    expect(world.books.customers[0]).toMatchObject({
      address_street: 'Industrieweg 99',
      phonenumber: noor.phone,
    });
  });

  test('what shifts its VAT is booked on a record that is set up so, however old it is', async () => {
    const world = await KeptBooks.open();
    const account = { ...ours, id: '5000', email: 'inkoop@teetasse.example', reverseCharge: undefined };
    await world.carry(account);
    const kept = structuredClone(world.books.customers[1]);
    const reversed = { ...account, reverseCharge: true };
    const goods = { lines: [line({ vatRate: '0' })], shipping: [] };
    await world.run(world.sale(reversed, { ...goods, placedAt: '2026-01-05T10:00:00.000Z' }));
    await world.run(world.sale(reversed, goods));
    expect(world.books.customers).toMatchObject([{}, kept ?? {}, { shift_vat: true }]);
    expect(world.books.customers[1]).toEqual(kept);
    expect(world.books.customers).toHaveLength(3);
    expect(world.addressee).toMatchObject({ shift_vat: true });
  });

  test('a record that the merchant made by hand for it serves as it stands', async () => {
    const world = await KeptBooks.open();
    const id = world.books.addCustomer({
      ...world.books.customers[0],
      id: undefined,
      address_street: 'Industrieweg 99',
      address_city: 'Almere',
      website: 'x.example',
    });
    Object.assign(world.books.customers[1] ?? {}, { id: 'cccccccc-0000-4000-8000-000000000002' });
    const before = structuredClone(world.books.customers);
    await world.run(world.sale(office));
    expect(world.books.customers).toEqual(before);
    expect(world.addressee?.website).toBe('x.example');
    expect(id).toBeDefined();
  });

  test('is found where somebody has booked it by hand on the customer that is kept', async () => {
    const world = await KeptBooks.open();
    const [kept] = world.books.customers;
    world.books.addInvoice({
      ...{ customer_id: kept?.id, reference: '1001' },
      invoice_total_incl_vat: { amount: '30.25' },
    });
    expect(await world.run(world.sale(office))).toMatchObject({ reason: { code: 'found' } });
    expect(world.books.customers).toHaveLength(1);
  });
});

describe('settings', () => {
  test('"update": true does not reach what somebody else keeps', async () => {
    const world = await KeptBooks.open({ settings: { customer: { update: true } } });
    const kept = keptOf(world);
    await world.run(world.sale(office));
    expect(world.books.customers[0]).toEqual(kept);
    expect(world.addressee).toMatchObject({ address_street: 'Industrieweg 99' });
  });

  test('"update": false books on the customer as it stands, but not a stranger’s order', async () => {
    const world = await KeptBooks.open({ settings: { customer: { update: false } } });
    const kept = keptOf(world);
    await world.run(world.sale(office));
    expect(world.books.customers).toEqual([kept]);
    await world.run(world.sale(piet));
    expect(world.addressee).toMatchObject({ customer_name: 'Piet Bakker' });
    expect(world.books.customers[0]).toEqual(kept);
  });

  test.each([
    ['none may be made', { customer: { create: false } }, true],
    ['the books allow an address once', {}, false],
  ])('where %s it is parked, naming the customer', async (_why, settings, sharesEmails) => {
    const world = await KeptBooks.open({ settings });
    world.sharesEmails = sharesEmails;
    const id = String(world.books.customers[0]?.id);
    const problem = await world.problem(world.sale(office));
    expect(problem).toMatchObject({ code: 'customer_ambiguous', params: { of: 'kept', ids: [id] } });
    expect(messageOf(problem)).toContain(id);
    expect(world.books.invoices).toEqual([]);
  });

  test('one debtor for all orders: nobody is looked at, made or written to', async () => {
    const world = await KeptBooks.open({
      settings: { customer: { defaultDebtor: { id: 'walk-in', force: true } } },
    });
    await world.run(world.sale(piet));
    expect(world.take()).toEqual([]);
    expect(world.books.invoices).toMatchObject([{ customer_id: 'walk-in' }]);
  });
});

describe('what is kept', () => {
  test('of a record of an order’s own names nobody, and goes with the person', async () => {
    const world = await KeptBooks.open();
    await world.run(world.sale(piet));
    await world.run(world.sale(office));
    const [person] = world.people.slice(-1);
    expect(world.customerLinks.every(({ emailFingerprint }) => emailFingerprint === person)).toBe(true);
    expect(world.customerLinks.filter(({ facts }) => facts.by === 'orders')).toHaveLength(2);
    expect(JSON.stringify([...world.links])).not.toMatch(/noor|piet|bakker|example|Kade|Industrie/i);
  });

  test('is not needed to find it again: whoever was erased keeps the one record', async () => {
    const world = await KeptBooks.open();
    await world.run(world.sale(piet));
    for (const key of [...world.links.keys()].filter((each) => each.startsWith('customer '))) {
      world.links.delete(key);
    }
    const before = structuredClone(world.books.customers);
    await world.run(world.sale(piet));
    await world.run(world.sale(noor));
    expect(world.books.customers).toEqual(before);
  });
});

describe('a preview', () => {
  const writes = async (world: KeptBooks, of: ReturnType<KeptBooks['sale']>) =>
    (await world.preview(of)).writes.map(({ what, does }) => `${does} ${what}`);

  test('says whether the order gets a record of its own, and writes nothing', async () => {
    const world = await KeptBooks.open();
    const kept = keptOf(world);
    expect(await writes(world, world.sale(office))).toEqual(['create customer', 'create document']);
    const [note, ...others] = (await world.preview(world.sale(office))).notes ?? [];
    expect([note, others]).toEqual([
      { code: 'own_customer', params: { system: 'Jortt', ids: [kept?.id] } },
      [],
    ]);
    expect((await world.preview(world.sale(noor))).notes).toEqual([]);
    expect(await writes(world, world.sale(noor))).toEqual(['adopt customer', 'create document']);
    expect(world.books.customers).toEqual([kept]);
    await world.run(world.sale(office));
    expect(await writes(world, world.sale(office))).toEqual(['use customer', 'create document']);
  });
});

describe('a record of its own is made once', () => {
  const died = new Error('died');

  test.each([0, 1, 2, 3, 4])('though the object dies at store %i, and the search lags', async (at) => {
    const world = await KeptBooks.open();
    const kept = keptOf(world);
    const sale = world.sale(office);
    let left = at;
    let isDead = false;
    world.storing = () => {
      isDead ||= left-- === 0;
      if (isDead) throw died;
    };
    await expect(world.run(sale)).rejects.toBe(died);
    world.storing = () => undefined;
    world.books.indexed = false;
    await world.run(sale).catch(() => undefined);
    world.books.indexed = true;
    for (let again = 0; again < 3; again++) {
      world.now += 3_600_000;
      await world.run(sale);
    }
    expect(world.books.customers).toMatchObject([kept ?? {}, { address_street: 'Industrieweg 99' }]);
    expect(world.books.customers).toHaveLength(2);
    expect(world.books.customers[0]).toEqual(kept);
    expect([...world.steps]).toEqual([]);
  });

  test('though its create is not answered: the one that is kept is not taken for it', async () => {
    const world = await KeptBooks.open();
    const sale = world.sale(office);
    world.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/customers' && when === 'after') throw unanswered();
    };
    expect(await world.problem(sale)).toMatchObject({ kind: 'outcome-unknown' });
    world.books.trouble = () => undefined;
    world.books.indexed = false;
    expect(await world.problem(sale)).toMatchObject({ kind: 'wait' });
    world.books.indexed = true;
    await world.run(sale);
    expect(world.addressee).toMatchObject({ address_street: 'Industrieweg 99' });
    expect(world.books.customers).toHaveLength(2);
    expect([...world.steps]).toEqual([]);
  });

  test('for two orders at once', async () => {
    const world = await KeptBooks.open();
    await Promise.all([world.run(world.sale(office)), world.run(world.sale(office))]);
    expect(world.books.customers).toHaveLength(2);
    expect(world.books.invoices).toHaveLength(2);
  });
});
