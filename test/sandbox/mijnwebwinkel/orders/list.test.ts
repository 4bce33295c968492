import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

const numbers = async (shop: TestShop, path: string) => (await shop.rows(path)).map(({ number }) => number);

describe('the list of orders', () => {
  it('has ten by default, a hundred at most, the lowest number first, and no total', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/orders', { count: 130, profile: 'simple' });
    const first = await numbers(shop, '/orders');
    expect(first).toEqual(Array.from({ length: 10 }, (_, index) => String(2001 + index)));
    expect(await numbers(shop, '/orders?limit=250')).toHaveLength(100);
    expect(await numbers(shop, '/orders?limit=100&offset=100')).toHaveLength(30);
    expect(await numbers(shop, '/orders?limit=2&ordering=desc')).toEqual(['2130', '2129']);
    expect((await shop.get('/orders/count')).json).toEqual({ count: 130 });
    shop.standIn.change({ overlongLimit: 'refuse' });
    expect((await shop.get('/orders?limit=250')).status).toBe(400);
  });

  it('has one status per call', async () => {
    const shop = new TestShop({ seeded: true });
    const statuses = (await shop.rows('/orders?status_id=2&limit=100')).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([2]));
    expect((await shop.get('/orders/count?status_id=2')).json).toEqual({ count: statuses.length });
    expect((await shop.get('/orders?status_id=sent')).status).toBe(400);
  });

  it('has archived and test orders only where they are asked for, and a basket never', async () => {
    const shop = new TestShop({ seeded: true });
    const plain = await numbers(shop, '/orders?limit=100');
    const archived = await numbers(shop, '/orders?limit=100&archived=true');
    const tests = await numbers(shop, '/orders?limit=100&test=true');
    expect(archived).toHaveLength(1);
    expect(plain).not.toContain(archived[0]);
    expect(tests.filter((number) => !plain.includes(number))).toEqual([expect.stringMatching(/^T-\d+$/)]);
    shop.standIn.change({ archivedInList: true });
    expect(await numbers(shop, '/orders?limit=100')).toContain(archived[0]);
    const { body } = await shop.control('POST', '/purchases', {
      email: 'a@example.com',
      name: 'Ada Vis',
      state: 'draft',
    });
    expect(await numbers(shop, '/orders?limit=100')).not.toContain(body.id);
    expect((await shop.get(`/orders/${body.id}`)).status).toBe(404);
    await shop.control('POST', `/sales/${body.id}/place`);
    expect(await numbers(shop, '/orders?limit=100')).toContain(body.id);
  });

  it('is filtered by the day of the order, and by the moment of the last status', async () => {
    const shop = new TestShop({ seeded: true });
    const eve = '/orders?start_date=2025-12-31&end_date=2025-12-31';
    expect(await numbers(shop, eve)).toEqual(['2001']);
    expect(await shop.rows(eve)).toMatchObject([{ date: '2025-12-31', time: '23:30:00' }]);
    expect((await shop.get('/orders?start_date=2025-12-31 10:00:00')).status).toBe(400);
    shop.world.pass(60_000);
    // 12:01 UTC is 13:01 in the shop.
    await shop.call('PATCH', '/orders/2003', { status: 2 });
    await shop.call('PATCH', '/orders/2004', { archived: false, comments: { internal: 'x' } });
    const since = '/orders?status_changed_start_date=2026-03-10%2013%3A01%3A00';
    expect(await numbers(shop, since)).toEqual(['2003']);
    expect(await shop.rows(since)).toMatchObject([
      { status_changed_date: '2026-03-10', status_changed_time: '13:01:00' },
    ]);
    expect(await numbers(shop, '/orders?status_changed_start_date=2026-03-10%2013%3A01%3A01')).toEqual([]);
  });

  it('finds those of a person by e-mail address or by account, either being enough', async () => {
    const shop = new TestShop({ seeded: true });
    const [order] = await shop.rows('/orders?debtor_email=SANNE.bakker@example.com');
    const [{ id } = { id: null }] = objectsIn([order?.debtor ?? null]);
    const byEmail = await numbers(shop, '/orders?limit=100&debtor_email=sanne.bakker@example.com');
    expect(byEmail.length).toBeGreaterThan(2);
    expect(await numbers(shop, `/orders?limit=100&debtor_id=${id}`)).toEqual(byEmail);
    const both = await numbers(
      shop,
      `/orders?limit=100&debtor_id=${id}&debtor_email=amira.elidrissi@example.com`,
    );
    expect(both.length).toBeGreaterThan(byEmail.length);
  });

  it('does not look for a reference or a comment: such a parameter is passed over', async () => {
    const shop = new TestShop({ seeded: true });
    const all = await numbers(shop, '/orders?limit=100');
    expect(await numbers(shop, '/orders?limit=100&reference=INK-2026%2F118')).toEqual(all);
  });

  it('may leave credit orders out', async () => {
    const shop = new TestShop({ seeded: true });
    const credits = (await shop.all('/orders')).filter((each) => each.credited_order_number !== null);
    expect(credits).toHaveLength(2);
    shop.standIn.change({ creditOrdersInList: false });
    expect((await shop.all('/orders')).filter((each) => each.credited_order_number !== null)).toEqual([]);
    expect((await shop.get(`/orders/${credits[0]?.number}`)).status).toBe(200);
  });
});
