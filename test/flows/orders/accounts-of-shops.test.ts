/** Orders that are carried to a shop name their people themselves: its accounts are the shoppers' own. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CustomerTarget } from '../../../src/connectors/contract/target.ts';
import { shortFingerprint } from '../../../src/flows/customers/saying.ts';
import type { CustomerFacts } from '../../../src/flows/links.ts';
import { isLateWork } from '../../../src/flows/merge.ts';
import type { Order } from '../../../src/records/order.ts';
import { type Given, unanswered } from './harness.ts';
import { noor, order } from './samples.ts';
import { shops, ToShop } from './shop-accounts.ts';

const guest = { ...noor, id: undefined };
const moved = { ...noor, phone: '+31 6 9', address: { ...noor.address, street: 'Gracht 3' } };
const piet = { ...guest, name: 'Piet Bakker', firstName: 'Piet', lastName: 'Bakker' };
const firm = { ...piet, kind: 'company' as const, company: 'Werkgever B.V.' };

let sold = 0;

function sale(customer: Order['customer'], fields: Partial<Order> = {}): Order {
  sold++;
  const placedAt = new Date(Date.parse('2026-03-02T10:00:00Z') + sold * 60_000).toISOString();
  return order({ id: `SO-${sold}`, number: String(1000 + sold), placedAt, customer, ...fields });
}

describe.each(Object.keys(shops))('an account of %s', (name) => {
  /** Noor's account stands there, made with her first order. */
  async function open(given: Given = {}) {
    const shop = shops[name]?.();
    if (shop === undefined) throw new Error('no such shop');
    const world = new ToShop(shop, given);
    await world.run(sale(noor));
    const [account] = await shop.accounts();
    expect(account).toBeDefined();
    world.take();
    return { world, shop, account };
  }

  test('is made for who has none, and stays as it is when its buyer has moved', async () => {
    const { world, shop, account } = await open();
    await world.run(sale(moved));
    expect(await shop.accounts()).toEqual([account]);
    expect(await shop.lastOrder()).toEqual({ account: String(account?.id), name: 'Noor de Wit' });
    expect(world.take()).toEqual({ calls: 1, writes: [] });
    await world.run(sale(moved));
    expect(world.take()).toEqual({ calls: 0, writes: [] });
  });

  test.each([
    ['a private person', piet],
    ['a company', firm],
  ])('is not a stranger’s who orders under its address: %s is a guest', async (_kind, stranger) => {
    const { world, shop, account } = await open();
    for (const _time of [1, 2]) {
      expect((await world.run(sale(stranger))).kind).toBe('done');
      expect(await shop.lastOrder()).toEqual({ account: null, name: 'Piet Bakker' });
      expect(world.take().writes).toEqual([]);
    }
    expect(await shop.accounts()).toEqual([account]);
    const { writes, notes } = await world.preview(sale(stranger));
    expect(notes?.map(({ code, params }) => [code, params.ids])).toEqual([['guest', [String(account?.id)]]]);
    expect(writes[0]).toEqual({ what: 'customer', does: 'guest', body: null });
  });

  test('is written to where "update" is true, by a newer order of its own buyer', async () => {
    const { world, shop, account } = await open({ settings: { customer: { update: true } } });
    const older = sale({ ...noor, phone: '+31 1' });
    await world.run(sale(moved));
    await world.run(older);
    await world.run(sale(piet));
    const [after, ...others] = await shop.accounts();
    expect(others).toEqual([]);
    expect(after).not.toEqual(account);
    expect(JSON.stringify(after)).toContain('Gracht 3');
    expect(JSON.stringify(after)).not.toMatch(/\+31 1"|Piet/);
  });

  test('is not where a customers flow works with the shop’s customers, whatever the setting', async () => {
    const { world, shop, account } = await open({ settings: { customer: { update: true } } });
    world.links.clear();
    world.customersKept = true;
    await world.run(sale(moved));
    expect(await shop.accounts()).toEqual([account]);
    expect(await shop.lastOrder()).toMatchObject({ account: String(account?.id) });
  });

  test.each([
    ['done late', true],
    ['never done', false],
  ])(
    'whose address has changed before its making was answered is made once: it was %s',
    async (_how, isDone) => {
      const shop = shops[name]?.();
      if (shop === undefined) throw new Error('no such shop');
      const world = Object.assign(new ToShop(shop), { customersKept: true });
      const { api } = shop.target;
      const create = api.create.bind(api);
      let work: (() => Promise<unknown>) | null = null;
      api.create = (path, body, schema) => {
        work = () => create(path, body, schema);
        return Promise.reject(unanswered());
      };
      const placed = sale(noor);
      expect(await world.problem(placed)).toMatchObject({ kind: 'outcome-unknown' });
      api.create = create;
      const changed = { ...placed, customer: { ...noor, email: 'noor@elsewhere.example' } };
      expect(await world.problem(changed)).toMatchObject({ kind: 'wait' });
      if (isDone) await (work as (() => Promise<unknown>) | null)?.();
      else world.now += 3_600_000;
      expect((await world.run(changed)).kind).toBe('done');
      const accounts = await shop.accounts();
      expect(accounts.map(({ email }) => email)).toEqual([isDone ? noor.email : 'noor@elsewhere.example']);
      expect((await shop.lastOrder()).account).toBe(String(accounts[0]?.id));
      expect(world.steps.size).toBe(0);
      await world.run(sale(changed.customer));
      expect(await shop.accounts()).toHaveLength(1);
    },
  );

  test('that an order has made for one of the source is its own still under another address: no order makes a second one', async () => {
    const shop = shops[name]?.();
    if (shop === undefined) throw new Error('no such shop');
    const world = Object.assign(new ToShop(shop), { customersKept: true });
    await world.run(sale(noor));
    const [account] = await shop.accounts();
    const company = { kind: 'company' as const, company: 'Werkgever B.V.' };
    for (const is of [{}, company]) {
      await world.run(sale({ ...noor, ...is, email: 'noor@elsewhere.example' }));
      expect(await shop.lastOrder()).toMatchObject({ account: null });
      expect(await shop.accounts()).toEqual([account]);
    }
    await world.run(sale({ ...noor, id: '4412', email: 'nora@elsewhere.example' }));
    expect(await shop.accounts()).toHaveLength(2);
  });

  /** Whose account is made by two calls, the first of which takes name and address; the second one is never done. */
  function halves() {
    const shop = shops[name]?.();
    const { target } = shop?.target.connector.customers ?? {};
    if (shop === undefined || target === undefined) throw new Error('no such shop');
    const inTwo: CustomerTarget = {
      ...target,
      create: async (api, body) => {
        await target.create(api, target.narrowed(body, new Set(['email', 'name']), { id: '', wire: {} }));
        throw unanswered();
      },
      complete: (api, existing, body) => target.update(api, existing, body),
    };
    const connector = { ...shop.target.connector, customers: { target: inTwo } };
    const ofTwo = { ...shop, target: { ...shop.target, connector } };
    return { shop, target, world: Object.assign(new ToShop(ofTwo), { customersKept: true }) };
  }

  test.each([
    ['as before', noor.email],
    ['with another address', 'noor@elsewhere.example'],
  ])('is made whole where its making broke off between two calls: the buyer is %s', async (_how, email) => {
    const { shop, world } = halves();
    const placed = sale(noor);
    expect(await world.problem(placed)).toMatchObject({ kind: 'outcome-unknown' });
    expect(JSON.stringify(await shop.accounts())).not.toContain(noor.address.street);
    expect((await world.run({ ...placed, customer: { ...noor, email } })).kind).toBe('done');
    const accounts = await shop.accounts();
    expect(accounts).toHaveLength(1);
    expect(JSON.stringify(accounts)).toContain(noor.address.street);
  });

  test('that is made whole is what its order said first, also where that says something else by now', async () => {
    const { target, world } = halves();
    const placed = sale(noor);
    expect(await world.problem(placed)).toMatchObject({ kind: 'outcome-unknown' });
    await world.run({ ...placed, customer: { ...moved, email: noor.email } });
    const links = [...world.links].flatMap(([, { facts, targetId }]) => {
      const { by, ordered = {} } = facts as CustomerFacts;
      return by === 'orders' ? [{ id: targetId, said: [ordered] }] : [];
    });
    expect(links).toHaveLength(1);
    const [{ id, said } = { id: '', said: [] }] = links;
    const context = world.context('');
    const record = await target.get(context.target.api, id);
    const stands = record === null ? {} : target.partsIn(record);
    expect(stands).toMatchObject({ phone: noor.phone });
    for (const part of ['name', 'phone', 'address'])
      expect(await isLateWork(said, part, stands[part], shortFingerprint(context)), part).toBe(true);
  });

  test('is not made with "create": false: the order goes as a guest', async () => {
    const shop = shops[name]?.();
    if (shop === undefined) throw new Error('no such shop');
    const world = new ToShop(shop, { settings: { customer: { create: false } } });
    expect((await world.run(sale(noor))).kind).toBe('done');
    expect(await shop.accounts()).toEqual([]);
    expect(await shop.lastOrder()).toEqual({ account: null, name: 'Noor de Wit' });
  });
});

test.each([
  [noor, true],
  [{ ...noor, kind: 'company' as const, company: 'De Wit B.V.' }, true],
  [piet, false],
  [firm, false],
])('an account of Magento that says no more than a name: %j orders in it: %j', async (buyer, isTheirs) => {
  const shop = shops.magento?.();
  if (shop === undefined) throw new Error('no such shop');
  const customer = { email: 'noor@example.com', firstname: 'Noor', lastname: 'de Wit', website_id: 1 };
  await shop.target.api.create('/V1/customers', { customer }, z.unknown());
  const before = await shop.accounts();
  const world = new ToShop(shop);
  await world.run(sale(buyer));
  expect(await shop.accounts()).toEqual(before);
  expect((await shop.lastOrder()).account).toBe(isTheirs ? String(before[0]?.id) : null);
});

test('what was begun for a buyer is not the account of a stranger that says no more than a name', async () => {
  const shop = shops.magento?.();
  const { target } = shop?.target.connector.customers ?? {};
  if (shop === undefined || target === undefined) throw new Error('no such shop');
  const deaf: CustomerTarget = { ...target, create: () => Promise.reject(unanswered()) };
  const connector = { ...shop.target.connector, customers: { target: deaf } };
  const world = new ToShop({ ...shop, target: { ...shop.target, connector } });
  world.customersKept = true;
  const placed = sale(noor);
  expect(await world.problem(placed)).toMatchObject({ kind: 'outcome-unknown' });
  const customer = { email: 'noor@example.com', firstname: 'Piet', lastname: 'Bakker', website_id: 1 };
  await shop.target.api.create('/V1/customers', { customer }, z.unknown());
  const again = { ...placed, customer: { ...noor, email: 'noor@elsewhere.example' } };
  expect(await world.problem(again)).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
});
