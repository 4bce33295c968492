import { expect, it } from 'vitest';
import { koppel, newId, Subject } from '../../durable-objects/support/harness.ts';
import { outside } from '../../durable-objects/support/outside.ts';
import { invoices, sell } from '../../durable-objects/support/shop.ts';
import { stockDocument, withStuckKeys } from '../../durable-objects/support/stock.ts';
import { loggedIn, readable } from '../browser.ts';
import { faultsOf } from '../page-outline.ts';
import { cardOf, fieldOf, parkedOrders } from './parked-orders.ts';

it('all of a cause is left out for a reason, told as that, and taken back as a whole', async () => {
  const { subject, browser, desk, orders } = await parkedOrders(3);
  const card = cardOf((await browser.get(desk)).html, 'Riverty');
  const skipped = await browser.post(`${desk}/skip`, {
    problem: fieldOf(card, 'problem'),
    why: 'booked_by_hand',
  });
  expect([skipped.status, skipped.headers.get('location')]).toEqual([303, `${desk}?said=skipped`]);
  const { html } = await browser.get(`${desk}?said=skipped`);
  expect(readable(html)).toContain('has been skipped. It can be taken back under "Solved".');
  expect(html.match(/<h3/g)).toHaveLength(1);
  const [order = ''] = orders.Riverty.ids;
  const page = await browser.get(`/integrations/${subject.id}/orders/orders:shop:books/${order}`);
  expect(readable(page.html)).toContain('Not booked: skipped by a person, on a page: booked by hand.');

  const solved = await browser.get(`${desk}/solved`);
  expect(await faultsOf(solved.html)).toEqual([]);
  const text = readable(solved.html);
  expect(text).toContain('ADMIN_TOKEN skipped: booked by hand');
  expect(text).toContain('Take back 3 orders');
  const remedy = fieldOf(solved.html, 'remedy');
  const back = await browser.post(`${desk}/unskip`, { remedy });
  expect([back.status, back.headers.get('location')]).toEqual([303, `${desk}?said=unskipped`]);
  await subject.settle();
  expect(readable(cardOf((await browser.get(desk)).html, 'Riverty'))).toContain('3 orders');
  expect(readable((await browser.get(`${desk}/solved`)).html)).not.toContain('Take back');
  expect((await browser.post(`${desk}/unskip`, { remedy })).status).toBe(409);
  expect(invoices()).toEqual([]);
});

it('of what was left out together only what is left of it is taken back', async () => {
  const { subject, browser, desk } = await parkedOrders(3);
  const card = cardOf((await browser.get(desk)).html, 'Riverty');
  await browser.post(`${desk}/skip`, { problem: fieldOf(card, 'problem'), why: 'twice' });
  const { body } = await subject.api('GET', '/tasks?state=skipped&skippedBy=page');
  const [{ id: task }] = body.items as [{ id: string }];
  expect((await subject.api('POST', `/tasks/${task}/unskip`)).status).toBe(200);
  const { html } = await browser.get(`${desk}/solved`);
  expect(readable(html)).toContain('Take back 2 orders');
  const [{ id: remedy }] = (await subject.api('GET', '/problems/solved')).body.leftOut as [{ id: string }];
  const back = await subject.api('POST', '/problems/unskip', { remedy });
  expect(back.body).toEqual({ total: 2, done: 2 });
});

it('what is tried again by itself stands apart, with when', async () => {
  const { subject, browser, desk } = await parkedOrders(1);
  outside.fault({ system: 'jortt', kind: 'status', status: 503, times: null });
  await subject.sync((await sell()).id, (await sell()).id, (await sell()).id);
  await subject.settle(20 * 60_000);
  const { html } = await browser.get(desk);
  const text = readable(html);
  expect(text).toContain('Tried again by itself');
  expect(text).toMatch(/\d orders?: nothing to do for you, next try \d/);
  expect(html.match(/<h3/g)).toHaveLength(2);
  // What is wrong with the connection stands there too, and is no card.
  expect(text).toContain('Connections and flows');
  expect((await subject.api('GET', '/problems')).body).toMatchObject({
    waiting: [{ flow: 'orders', count: expect.any(Number), nextAt: expect.any(String) }],
    total: 2,
  });
});

it('levels of stock are causes too: counted, and looked at again as a whole', async () => {
  const subject = new Subject(newId());
  await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
  await withStuckKeys(subject, 40);
  const browser = await loggedIn();
  const desk = `/integrations/${subject.id}/problems`;
  const { html } = await browser.get(desk);
  const text = readable(html);
  expect(text).toContain('40 levels of stock');
  expect(text).not.toContain('€');
  expect(html).not.toContain(`action="${desk}/skip"`);
  expect(await faultsOf(html)).toEqual([]);
  const retried = await browser.post(`${desk}/retry`, { problem: fieldOf(html, 'problem') });
  expect(retried.status).toBe(303);
  expect(readable((await browser.get(desk)).html)).toContain('Nothing needs you.');
});
