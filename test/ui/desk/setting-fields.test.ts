import { describe, expect, it } from 'vitest';
import { type Subject, startIntegration } from '../../durable-objects/support/harness.ts';
import { invoices, sell } from '../../durable-objects/support/shop.ts';
import { clock } from '../../durable-objects/support/virtual-clock.ts';
import { loggedIn, readable } from '../browser.ts';
import { fieldsIn, filledIn } from '../form-fields.ts';
import { faultsOf } from '../page-outline.ts';
import { fieldOf } from './parked-orders.ts';

type Rows = Readonly<Record<string, string>>;

/** An order that waits for this, as if it had been tried. `rows`: those of the table of VAT codes. */
async function parkedFor(code: string, params: object, rows?: Rows) {
  const settings = { paymentStatuses: ['PAID'], ...(rows && { vat: { byRate: { map: rows } } }) };
  const subject = await startIntegration({ settings });
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
  /** The form of the card as a page shows it, with something typed into it, sent off. */
  const send = async (page: string, typed: Rows = {}) => {
    const [, form = ''] = page.split(`action="${desk}/solve"`);
    const fields = await fieldsIn(`<main><form>${form.split('</form>')[0]}</form></main>`);
    return browser.post(`${desk}/solve`, filledIn(fields, typed));
  };
  return {
    ...{ subject, html, send, solve: (typed: Rows) => send(html, typed) },
    skip: () => browser.post(`${desk}/skip`, { problem: fieldOf(html, 'problem') }),
  };
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

describe('a table that somebody else saved while a row of it was typed', () => {
  const typed = {
    'f1.table.0.key': '21',
    'f1.table.0.value': '6',
    'f1.table.1.key': '13',
    'f1.table.1.value': '21',
  };
  const table = async (subject: Subject) => (await settingsOf(subject))?.vat;

  /** The card was shown with these rows; since then others were saved. */
  async function overtaken(shown: Rows, saved: Rows) {
    const started = await parkedFor('vat_rate_unknown', { rate: '13' }, shown);
    const settings = { paymentStatuses: ['PAID'], vat: { byRate: { map: saved } } };
    expect((await started.subject.configure({ settings })).status).toBe(200);
    return started;
  }

  it('is told, and its new row stands beside what was typed', async () => {
    const { subject, solve, send } = await overtaken({ 21: '21' }, { 21: '21', 9: '9' });
    const late = await solve(typed);
    expect(late.status).toBe(409);
    expect(late.html).toMatch(/<title>Error: /);
    expect(await faultsOf(late.html)).toEqual([]);
    const told = readable(late.html);
    expect(told).toContain('VAT › VAT codes › 13 not set 21');
    expect(told).toContain('VAT › VAT codes › 21 21 6');
    expect(told).toMatch(/Taken over from what was saved meanwhile .* VAT codes › 9 not set 9 /);
    expect((await send(late.html)).status).toBe(303);
    expect(await table(subject)).toMatchObject({ byRate: { map: { 9: '9', 13: '21', 21: '6' } } });
  });

  it('is told where both changed a row, and the one that was typed is saved then', async () => {
    const { subject, solve, send } = await overtaken({ 21: '21' }, { 21: '9' });
    const late = await solve(typed);
    expect(readable(late.html)).toContain('VAT › VAT codes › 21 9 6');
    expect(readable(late.html)).not.toContain('Taken over');
    expect((await send(late.html)).status).toBe(303);
    expect(await table(subject)).toMatchObject({ byRate: { map: { 13: '21', 21: '6' } } });
  });

  it('keeps out a row that was taken out, and takes what was changed of one that was left alone', async () => {
    const { subject, solve, send } = await overtaken({ 21: '21', 9: '9' }, { 21: '6', 9: '9' });
    const late = await solve({ 'f1.table.0.key': '', 'f1.table.0.value': '' });
    expect(late.status).toBe(409);
    expect((await send(late.html)).status).toBe(303);
    expect(await table(subject)).toMatchObject({ byRate: { map: { 21: '6' } } });
    expect(JSON.stringify(await table(subject))).not.toContain('"9"');
  });

  it('is told also after a row was added, and after something wrong was typed', async () => {
    const { subject, solve, send } = await overtaken({ 21: '21' }, { 21: '21', 9: '9' });
    const more = await solve({ ...typed, more: 'f1' });
    expect(more.status).toBe(200);
    expect((await send(more.html)).status).toBe(409);
    const wrong = await solve({ ...typed, 'f1.table.1.key': ' ' });
    expect(wrong.status).toBe(400);
    const late = await send(wrong.html, { 'f1.table.1.key': '13' });
    expect(late.status).toBe(409);
    expect((await send(late.html)).status).toBe(303);
    expect(await table(subject)).toMatchObject({ byRate: { map: { 9: '9', 13: '21', 21: '6' } } });
  });
});

it('what could not be left out leaves the field of the card as it is stored', async () => {
  const { subject, solve, skip, send } = await parkedFor('vat_rate_unknown', { rate: '13' }, { 21: '21' });
  const noWhy = await skip();
  expect(noWhy.status).toBe(400);
  expect((await send(noWhy.html)).status).toBe(303);
  expect(await settingsOf(subject)).toMatchObject({ vat: { byRate: { map: { 21: '21' } } } });
  expect((await solve({})).status).toBe(409);
});
