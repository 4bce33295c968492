import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../src/texts/figures.ts';
import { koppel } from '../../durable-objects/support/harness.ts';
import { invoices } from '../../durable-objects/support/shop.ts';
import { Browser, readable } from '../browser.ts';
import { faultsOf } from '../page-outline.ts';
import { cardOf, fieldOf, methods, parkedOrders } from './parked-orders.ts';

const { money } = figuresIn('en-GB');
const headingOf = (method: string) => `Payment methods: &quot;${method}&quot; is not known yet`;

describe('22 orders that wait for two payment methods', () => {
  it('are two cards with their amounts; two choices and two posts book all of them, each once', async () => {
    const { subject, browser, desk, orders } = await parkedOrders(11);
    expect(invoices()).toEqual([]);
    const { status, html } = await browser.get(desk);
    expect(status).toBe(200);
    expect(html.match(/<h3/g)).toHaveLength(2);
    expect(readable(html)).toContain('2 problems need you');
    for (const method of methods) {
      const card = readable(cardOf(html, headingOf(method)));
      expect(card).toContain(`11 orders · ${money(orders[method].gross, 'EUR')}`);
      expect(card).toContain('Save and retry 11 orders');
      const shown = orders[method].ids.filter((id) =>
        cardOf(html, headingOf(method)).includes(`/orders/orders:shop:books/${id}"`),
      );
      expect(shown).toHaveLength(3);
    }
    expect(await faultsOf(html)).toEqual([]);

    for (const method of methods) {
      const card = cardOf((await browser.get(desk)).html, headingOf(method));
      expect(card).toContain('<option class="text" value="already_paid">');
      const answer = await browser.post(`${desk}/solve`, {
        problem: fieldOf(card, 'problem'),
        revision: fieldOf(card, 'revision'),
        entry: method === 'Riverty' ? 'pay_later' : 'already_paid',
      });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${desk}?said=solved`]);
    }
    await subject.settle();
    const booked = invoices().map(({ reference }) => reference);
    expect(booked.toSorted()).toEqual(methods.flatMap((method) => orders[method].ids).toSorted());
    expect((await subject.view()).flows[0]?.settings).toMatchObject({
      paymentMethods: {
        map: { iDEAL: 'pay_later', Bancontact: 'already_paid', Riverty: 'pay_later' },
      },
    });
    const done = readable((await browser.get(desk)).html);
    expect(done).toContain('Nothing needs you.');
    const solved = readable((await browser.get(`${desk}/solved`)).html);
    expect(solved).toContain('11 orders');
    expect(solved).toContain('ADMIN_TOKEN changed the settings and retried');
    const { body } = await subject.api('GET', '/audit?code=cause_retried');
    expect(body.items).toMatchObject([
      { params: { problem: 'choice_missing', count: 11 } },
      { params: { problem: 'choice_missing', count: 11 } },
    ]);
  });

  it('can be solved over the API too, with the same words', async () => {
    const { subject, orders } = await parkedOrders(2);
    const { body, text } = await subject.api('GET', '/problems');
    expect(body.causes, text).toMatchObject(
      methods.map((value) => ({
        ...{ code: 'choice_missing', kind: 'records', flow: 'orders', from: 'shop', to: 'books', count: 2 },
        values: { setting: 'paymentMethods', value },
        amounts: [{ currency: 'EUR', count: 2 }],
        setting: { path: 'paymentMethods', lacks: value },
      })),
    );
    for (const cause of body.causes as {
      id: string;
      amounts: [{ gross: string }];
      values: { value: 'Riverty' };
    }[]) {
      expect(Number(cause.amounts[0].gross)).toBe(Number(orders[cause.values.value].gross));
      const answer = await subject.api('POST', '/problems/solve', { problem: cause.id, entry: 'pay_later' });
      expect([answer.status, answer.body]).toEqual([200, { total: 2, done: 2 }]);
      const again = await subject.api('POST', '/problems/retry', { problem: cause.id });
      expect([again.status, again.body.code]).toEqual([409, 'cause_over']);
    }
    await subject.settle();
    expect(invoices()).toHaveLength(4);
    expect((await subject.api('GET', '/problems')).body).toMatchObject({ causes: [], total: 0 });
    expect((await subject.api('GET', '/problems/solved')).body.causes).toMatchObject([
      { count: 2, underWay: false, remedy: { what: 'solve', total: 2, done: 2 } },
      { count: 2, underWay: false, remedy: { what: 'solve', total: 2, done: 2 } },
    ]);
    const bad = await subject.api('POST', '/problems/retry', { problem: 'bm9uc2Vuc2U' });
    expect(bad.status).toBe(404);
  });
});

describe('what cannot be taken', () => {
  it('is kept and said with a link to its field, and nothing is saved or tried', async () => {
    const { subject, browser, desk } = await parkedOrders(1);
    const card = cardOf((await browser.get(desk)).html, 'Riverty');
    const form = { problem: fieldOf(card, 'problem'), revision: fieldOf(card, 'revision') };
    const empty = await browser.post(`${desk}/solve`, { ...form, entry: ' ' });
    expect(empty.status).toBe(400);
    expect(empty.html).toMatch(/<title>Error: /);
    const unknown = await browser.post(`${desk}/solve`, { ...form, entry: 'payd' });
    expect(unknown.status).toBe(400);
    const [, control = ''] = /<a href="#(entry-\d)">/.exec(unknown.html) ?? [];
    expect(unknown.html).toContain(`id="${control}"`);
    expect(cardOf(unknown.html, 'Riverty')).toMatch(/value="payd" selected/);
    expect(await faultsOf(unknown.html)).toEqual([]);
    const noWhy = await browser.post(`${desk}/skip`, { ...form, why: 'because' });
    expect(noWhy.status).toBe(400);
    expect(noWhy.html).toMatch(/<a href="#why-\d">/);
    expect(await faultsOf(noWhy.html)).toEqual([]);
    const { counts, flows } = await subject.view();
    expect(counts.parked).toBe(2);
    expect(flows[0]?.settings).toMatchObject({ paymentMethods: { map: { iDEAL: 'pay_later' } } });
  });

  it('comes from a second tab: somebody saved meanwhile, or nothing waits for it any more', async () => {
    const { subject, browser, desk } = await parkedOrders(1);
    const { html } = await browser.get(desk);
    const [first, second] = methods.map((method) => {
      const card = cardOf(html, method);
      return { problem: fieldOf(card, 'problem'), revision: fieldOf(card, 'revision') };
    });
    expect((await browser.post(`${desk}/solve`, { ...first, entry: 'pay_later' })).status).toBe(303);
    const late = await browser.post(`${desk}/solve`, { ...second, entry: 'already_paid' });
    expect(late.status).toBe(409);
    const told = readable(late.html);
    expect(told).toContain('Somebody else saved meanwhile');
    expect(told).toContain('Payment methods › Riverty not set');
    expect(await faultsOf(late.html)).toEqual([]);
    const card = cardOf(late.html, 'Riverty');
    expect(card).toMatch(/value="already_paid" selected/);
    const again = { ...second, revision: fieldOf(card, 'revision'), entry: 'already_paid' };
    expect((await browser.post(`${desk}/solve`, again)).status).toBe(303);
    await subject.settle();
    expect(invoices()).toHaveLength(2);
    for (const path of ['solve', 'retry', 'skip']) {
      const over = await browser.post(`${desk}/${path}`, { ...again, why: 'test' });
      expect(over.status, path).toBe(409);
      expect(readable(over.html)).toContain('Nothing waits for this any more');
    }
  });
});

it('what a token may not do is not offered: a bookkeeper retries and skips, a reader looks', async () => {
  const { subject, desk } = await parkedOrders(1);
  const visitor = async (role: string) => {
    const asked = { name: crypto.randomUUID(), role, integrations: [subject.id] };
    const { body } = await koppel('POST', '/api/tokens', asked);
    const browser = new Browser();
    await browser.logIn(String(body.token));
    return browser;
  };
  const forms = (html: string) =>
    ['solve', 'retry', 'skip'].filter((what) => html.includes(`action="${desk}/${what}"`));
  const [bookkeeper, reader] = [await visitor('bookkeeper'), await visitor('read-only')];
  const own = await bookkeeper.get(desk);
  expect(forms(own.html)).toEqual(['retry', 'skip']);
  expect(readable(own.html)).toContain('Add "Riverty" to the setting');
  expect(forms((await reader.get(desk)).html)).toEqual([]);
  const card = cardOf(own.html, 'Riverty');
  const form = { problem: fieldOf(card, 'problem'), revision: '', entry: 'pay_later', why: 'test' };
  expect((await bookkeeper.post(`${desk}/solve`, form)).status).toBe(403);
  for (const what of ['solve', 'retry', 'skip'])
    expect((await reader.post(`${desk}/${what}`, form)).status).toBe(403);
  expect((await subject.view()).counts.parked).toBe(2);
  expect((await bookkeeper.post(`${desk}/retry`, form)).status).toBe(303);
});
