import { expect, it } from 'vitest';
import { type Subject, startIntegration } from '../../durable-objects/support/harness.ts';
import { invoices, sell } from '../../durable-objects/support/shop.ts';
import { clock } from '../../durable-objects/support/virtual-clock.ts';
import { loggedIn } from '../browser.ts';
import { faultsOf } from '../page-outline.ts';
import { fieldOf } from './parked-orders.ts';

/** An order that waits for this, as if it had been tried. */
async function parkedFor(code: string, params: object) {
  const subject = await startIntegration();
  const { id } = await sell();
  await subject.sql(
    `INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at, problem)
     VALUES ('orders:shop:books', ?1, 'parked', ?2, ?2, ?2, ?3)`,
    ...[id, clock.now() - 1, JSON.stringify({ kind: 'rejected', code, params })],
  );
  const browser = await loggedIn();
  const desk = `/integrations/${subject.id}/problems`;
  const { html } = await browser.get(desk);
  expect(await faultsOf(html)).toEqual([]);
  const form = {
    ...{ problem: fieldOf(html, 'problem'), revision: fieldOf(html, 'revision'), at: fieldOf(html, 'at') },
  };
  const solve = (typed: Record<string, string>) => browser.post(`${desk}/solve`, { ...form, ...typed });
  return { subject, html, solve };
}

const settingsOf = async (subject: Subject) => (await subject.view()).flows[0]?.settings;

it('a setting that is no choice has its own field in the card, and is saved alone', async () => {
  const { subject, html, solve } = await parkedFor('customer_missing', {});
  expect(html).toMatch(/<select id="f1" name="f1"/);
  const wrong = await solve({ f1: 'perhaps' });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('<a href="#f1">');
  expect(wrong.html).toMatch(/value="perhaps" selected/);
  expect(await faultsOf(wrong.html)).toEqual([]);
  const before = await settingsOf(subject);
  expect((await solve({ f1: 'true' })).status).toBe(303);
  const customer = { ...(before?.customer as object), create: true };
  expect(await settingsOf(subject)).toEqual({ ...before, customer });
  await subject.settle();
  expect(invoices()).toHaveLength(1);
});

it('a table gets a row, and what was typed stays', async () => {
  const { subject, html, solve } = await parkedFor('vat_rate_unknown', { rate: '13' });
  expect(html).toContain('name="more" value="f1"');
  const more = await solve({ 'f1.default': '21', more: 'f1' });
  expect(more.status).toBe(200);
  expect(more.html).toContain('name="f1.table.0.key"');
  expect(more.html).toMatch(/name="f1\.default"[^>]*value="21"/);
  expect(await faultsOf(more.html)).toEqual([]);
  const typed = { 'f1.table.0.key': '13', 'f1.table.0.value': '21', 'f1.default': '21' };
  expect((await solve(typed)).status).toBe(303);
  expect(await settingsOf(subject)).toMatchObject({ vat: { byRate: { map: { 13: '21' }, default: '21' } } });
  await subject.settle();
  expect(invoices()).toHaveLength(1);
});
