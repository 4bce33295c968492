import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { pushedOrder, TestShop } from '../shop.ts';

describe('lists', () => {
  it('go on from link to link, and tell no total', async () => {
    const shop = new TestShop({ seeded: true });
    const { body } = await shop.get('/orders/?size=10&start=10&orderby=id_desc');
    expect(objectsIn(body.items)).toHaveLength(10);
    expect(body).toMatchObject({ start: 10, size: 10 });
    expect(body.next).toContain('start=20');
    expect(body.previous).toContain('start=0');
    expect(Object.keys(body).sort()).toEqual(['first', 'href', 'items', 'next', 'previous', 'size', 'start']);
    const ids = (await shop.all('/orders/?size=7&orderby=id_desc')).map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
    expect(ids.length).toBeGreaterThanOrEqual(29);
  });

  it('are cut where the shop cuts them, or refused', async () => {
    const shop = new TestShop({ seeded: true });
    expect((await shop.get('/orders/')).body.size).toBe(25);
    expect((await shop.get('/orders/?size=250')).body.size).toBe(150);
    shop.standIn.change({ overlongSize: 'refuse' });
    expect((await shop.get('/orders/?size=250')).status).toBe(400);
    for (const wrong of [
      'size=0',
      'size=x',
      'start=-1',
      'orderby=status',
      'modifydate=2026-01-01',
      'status=open',
      'is_paid=1',
      'min_create_date=2026-03-10',
      'min_create_date=2026-03-10%2012:00:00',
    ]) {
      expect((await shop.get(`/orders/?${wrong}`)).status, wrong).toBe(400);
    }
  });

  it('filter by number, status, payment and date; nothing filters by change', async () => {
    const shop = new TestShop();
    await shop.call('POST', '/orders/', pushedOrder());
    shop.world.pass(60_000);
    await shop.call('POST', '/orders/', pushedOrder({ paid: false, status: 4 }));
    const numbers = async (query: string) =>
      (await shop.items(`/orders/?${query}`)).map(({ ordernumber }) => ordernumber);
    expect(await numbers('ordernumber=1043')).toEqual([1043]);
    expect(await numbers('status=2')).toEqual([1042]);
    expect(await numbers('is_paid=false')).toEqual([1043]);
    expect(await numbers('min_create_date=2026-03-10T12:01:00Z')).toEqual([1043]);
    expect(await numbers('max_create_date=2026-03-10T12%3A00%3A59%2B00%3A00')).toEqual([1042]);
    shop.standIn.change({ dateBounds: 'outside' });
    expect(await numbers('min_create_date=2026-03-10T12:01:00Z')).toEqual([]);
  });

  it('hide baskets, which keep the date at which they were begun when they are completed', async () => {
    const shop = new TestShop();
    const { body } = await shop.control('POST', '/purchases', {
      email: 'a@example.com',
      name: 'Ada',
      state: 'draft',
    });
    expect(await shop.items('/orders/')).toEqual([]);
    expect(await shop.items('/orders/?is_completed=false')).toMatchObject([
      { id: Number(body.id), status: null },
    ]);
    shop.world.pass(3_600_000);
    await shop.control('POST', `/sales/${body.id}/place`);
    expect(await shop.items('/orders/')).toMatchObject([
      { ordernumber: 1042, create_date: '2026-03-10T12:00:00Z' },
    ]);
  });

  it('as the shop is set: the date of a basket moves, numbers stand alone, what is not known is passed over', async () => {
    const settings = { basketDates: 'moved', orderPrefix: null, unknownParameters: 'ignored' };
    const shop = new TestShop({ settings });
    const { body } = await shop.control('POST', '/purchases', {
      email: 'a@example.com',
      name: 'Ada',
      state: 'draft',
    });
    shop.world.pass(3_600_000);
    await shop.control('POST', `/sales/${body.id}/place`);
    expect(await shop.items('/orders/?modified_since=2027-01-01T00:00:00Z')).toMatchObject([
      { ordernumber_prefix: null, ordernumber_full: '1042', create_date: '2026-03-10T13:00:00Z' },
    ]);
  });

  it('run behind where the shop does so', async () => {
    const shop = new TestShop({ settings: { searchLagMs: 5000 } });
    const { body } = await shop.call('POST', '/orders/', pushedOrder());
    expect(await shop.items('/orders/')).toEqual([]);
    expect((await shop.get(`/orders/${body.id}/`)).status).toBe(200);
    shop.world.pass(5000);
    expect(await shop.items('/orders/')).toHaveLength(1);
  });

  it('links end with a slash or without as the shop is set', async () => {
    const shop = new TestShop({ settings: { slashes: 'always' } });
    const { body } = await shop.call('POST', '/orders/', pushedOrder());
    expect((body.orderrows as { href: string }).href).toMatch(/orderrows\/$/);
    shop.standIn.change({ slashes: 'never' });
    expect((await shop.get(`/orders/${body.id}/`)).body.href).toMatch(/700001$/);
  });
});
