import Big from 'big.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Expectation, Invoice } from './sandbox.ts';
import { Stack, type Task } from './stack.ts';

let stack: Stack;
let tasks: Task[];
let invoices: Invoice[];
let expectations: Expectation[];

beforeAll(async () => {
  stack = await Stack.start({ seeded: true });
  await stack.connect('mugs', { settings: { state: 'sent' } });
  expectations = await stack.sandbox.expectations();
  await stack.api('POST', '/integrations/mugs/sync', { flow: 'orders', since: '2000-01-01' });
  tasks = await stack.settled('mugs', expectations.length);
  invoices = await stack.sandbox.invoices();
}, 120_000);

afterAll(() => stack.stop());

describe('every order that the shop has', () => {
  it('is there in numbers worth the name', () => {
    expect(expectations.length).toBeGreaterThanOrEqual(30);
    expect(expectations.filter(({ bookable }) => bookable).length).toBeGreaterThanOrEqual(25);
  });

  it('becomes one invoice with its gross and its VAT, to the cent, by figures that are not of Koppel', () => {
    const wrong = expectations
      .filter(({ bookable }) => bookable)
      .flatMap((expected) => {
        const found = invoices.filter(({ reference }) => reference === expected.id);
        const [invoice] = found;
        if (found.length !== 1 || !invoice)
          return [`${expected.id} ${expected.about}: ${found.length} invoices`];
        const gross = Big(invoice.invoice_total_incl_vat.amount);
        const vat = gross.minus(invoice.invoice_total.amount);
        const same = gross.eq(expected.gross) && vat.eq(expected.tax);
        return same
          ? []
          : [
              `${expected.id} ${expected.about}: ${gross} with ${vat}, not ${expected.gross} with ${expected.tax}`,
            ];
      });
    expect(wrong).toEqual([]);
  });

  it('has its VAT at the rates at which the shop charged it', () => {
    const wrong = expectations
      .filter(({ bookable }) => bookable)
      .flatMap((expected) => {
        const invoice = invoices.find(({ reference }) => reference === expected.id);
        const charged = expected.taxByRate.filter(({ tax }) => !Big(tax).eq(0));
        const booked = Object.entries(invoice?.vatByRate ?? {}).filter(([, vat]) => !Big(vat).eq(0));
        const same =
          charged.length === booked.length &&
          charged.every(({ rate, tax }) =>
            booked.some(([fraction, vat]) => Big(fraction).times(100).eq(rate) && Big(vat).eq(tax)),
          );
        return same ? [] : [`${expected.id} ${expected.about}: ${JSON.stringify({ charged, booked })}`];
      });
    expect(wrong).toEqual([]);
  });

  it('that cannot be booked is skipped or parked with its reason, and makes no invoice', () => {
    for (const { id, bookable } of expectations) {
      if (bookable) continue;
      const task = tasks.find(({ key }) => key === id);
      expect(['skipped', 'parked'], id).toContain(task?.state);
      if (task?.state === 'parked') expect(task.problem?.message.length).toBeGreaterThan(10);
      expect(invoices.filter(({ reference }) => reference === id)).toEqual([]);
    }
  });

  it('costs no call more than it needs, and earns no refusal of the rate limit', async () => {
    const { ecwid, jortt } = await stack.sandbox.calls();
    expect(ecwid?.byStatus['429'] ?? 0).toBe(0);
    expect(jortt?.byStatus['429'] ?? 0).toBe(0);
    expect(jortt?.byRoute['POST /oauth-provider/oauth/token']).toBe(1);
  });

  it('is written once: a second run over all of them makes no call that writes', async () => {
    await stack.sandbox.forgetCalls();
    const booked = tasks.filter(({ state }) => state === 'done').map(({ key }) => key);
    await stack.api('POST', '/integrations/mugs/sync', { flow: 'orders', keys: booked });
    await stack.settled('mugs', expectations.length + booked.length);
    const { ecwid, jortt } = await stack.sandbox.calls();
    expect(ecwid?.total).toBe(booked.length);
    expect(jortt?.total ?? 0).toBe(0);
    expect((await stack.sandbox.invoices()).length).toBe(invoices.length);
  });
});
