import { describe, expect, it } from 'vitest';
import { JorttStandIn } from '../../../sandbox/jortt/index.ts';
import { line, nobody, Office } from './office.ts';

async function busy(): Promise<Office> {
  const office = await Office.open({ searchLagMs: 60_000, sendDelayMs: 5000, closedYears: [2020] }, true);
  const customer_id = await office.person({ salutation: 'madam' });
  await office.sentInvoice({ customer_id, reference: 'ORDER-1' });
  office.world.pass(5000);
  await office.sentInvoice({ customer_id, reference: 'ORDER-2' });
  await office.create('/v2/estimates', { customer_id, line_items: [line()], send_method: 'self' });
  await office.create('/v3/labels', { description: 'Shop' });
  return office;
}

describe('a snapshot', () => {
  it('is plain JSON and holds everything, also what is on its way and what the index has not seen', async () => {
    const office = await busy();
    const snapshot = office.jortt.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);

    const other = new Office();
    Object.assign(other, { world: office.world, jortt: new JorttStandIn(office.world), token: office.token });
    other.jortt.restore(JSON.parse(JSON.stringify(snapshot)));
    expect(other.jortt.snapshot()).toEqual(snapshot);
    expect(other.jortt.state()).toEqual(office.jortt.state());
    expect(other.jortt.settings()).toEqual(office.jortt.settings());
    expect(other.jortt.nextDueAt()).toBe(office.world.now() + 5000);
    expect(await other.rows('/v3/invoices')).toEqual([]);
    expect(await other.rows('/v2/estimates')).toEqual([]);

    office.world.pass(65_000);
    expect(await other.rows('/v3/invoices')).toMatchObject([
      { reference: 'ORDER-2', invoice_number: '202603-002' },
      { reference: 'ORDER-1', invoice_number: '202603-001' },
    ]);
    expect(await other.rows('/v2/estimates')).toMatchObject([{ estimate_number: '202603-001' }]);
  });

  it('does not change with what comes after it', async () => {
    const office = await busy();
    const snapshot = office.jortt.snapshot();
    const before = JSON.stringify(snapshot);
    await office.create('/v3/labels', { description: 'Another' });
    office.world.pass(5000);
    await office.sentInvoice();
    expect(JSON.stringify(snapshot)).toBe(before);
    office.jortt.restore(snapshot);
    await office.create('/v3/labels', { description: 'Another' });
    expect(JSON.stringify(snapshot)).toBe(before);
  });
});

describe('a reset', () => {
  it('empties everything but the settings, tokens too', async () => {
    const office = await busy();
    const settings = office.jortt.settings();
    office.jortt.reset(false);
    expect(office.jortt.state()).toEqual({
      customers: [],
      invoices: [],
      estimates: [],
      labels: [],
      tokens: 0,
    });
    expect(office.jortt.settings()).toEqual(settings);
    expect(office.jortt.nextDueAt()).toBeNull();
    expect((await office.get('/v3/labels')).body.error?.key).toBe('access_token.invalid');
  });

  it('seeds the same every time', async () => {
    const office = await Office.open({}, true);
    const { customers, labels } = office.jortt.state();
    office.jortt.reset(true);
    expect(office.jortt.state()).toEqual({ customers, labels, invoices: [], estimates: [], tokens: 0 });
  });
});

describe('settings', () => {
  it('are laid over what is set', () => {
    const { jortt } = new Office();
    jortt.change({ sendDelayMs: 500 });
    jortt.change({ searchLagMs: 100 });
    expect(jortt.settings()).toMatchObject({ sendDelayMs: 500, searchLagMs: 100, quirks: true });
  });

  it('are refused when unknown or wrong', () => {
    const { jortt } = new Office();
    expect(() => jortt.change({ lag: 1 })).toThrow(/lag/);
    expect(() => jortt.change({ searchLagMs: -1 })).toThrow(/searchLagMs/);
    expect(() => jortt.change(null)).toThrow();
  });
});

describe('a template', () => {
  it('has the ids taken out', () => {
    const { jortt } = new Office();
    expect(jortt.template(`/v3/invoices/${nobody}`)).toBe('/v3/invoices/{id}');
    expect(jortt.template(`/v3/customers/${nobody}/vat-percentages`)).toBe(
      '/v3/customers/{customer_id}/vat-percentages',
    );
    expect(jortt.template('/oauth-provider/oauth/token')).toBe('/oauth-provider/oauth/token');
    expect(jortt.template(`/v9/${nobody}`)).toBe('unknown');
  });
});
