import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nobody, Office } from './office.ts';

/** Mounted as `/control` mounts it, which answers what zod refuses. */
async function mounted() {
  const office = await Office.open();
  const app = new Hono().route('/jortt', office.jortt.control());
  app.onError((error, context) => context.text('', error instanceof z.ZodError ? 400 : 500));
  const lever = async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await app.request(`/jortt${path}`, { method, ...init })).status;
  };
  return { office, lever };
}

describe('a lever', () => {
  it('refuses what is not as it must be, and changes nothing', async () => {
    const { office, lever } = await mounted();
    const id = await office.sentInvoice();
    const customer = await office.person();
    const before = office.jortt.state();
    expect(await lever('POST', `/invoices/${id}/pay`, { amount: '1.005' })).toBe(400);
    expect(await lever('POST', `/invoices/${id}/pay`, { amuont: '1.00' })).toBe(400);
    expect(await lever('PATCH', `/customers/${customer}`, [])).toBe(400);
    expect(await lever('PATCH', `/customers/${customer}`, { is_private: 'yes' })).toBe(422);
    expect(await lever('POST', '/customers', {})).toBe(422);
    expect(office.jortt.state()).toEqual(before);
  });

  it('says 404 where there is nothing to move', async () => {
    const { lever } = await mounted();
    expect(await lever('POST', `/invoices/${nobody}/pay`)).toBe(404);
    expect(await lever('PATCH', `/customers/${nobody}`, {})).toBe(404);
    expect(await lever('POST', '/pull')).toBe(404);
  });

  it('shows its effect in lists with the lag of the index', async () => {
    const { office, lever } = await mounted();
    office.jortt.change({ searchLagMs: 1000 });
    expect(await lever('POST', '/customers', { is_private: true, customer_name: 'Ann Berg' })).toBe(201);
    expect(await office.rows('/v3/customers')).toEqual([]);
    office.world.pass(1000);
    expect(await office.rows('/v3/customers')).toHaveLength(1);
  });
});
