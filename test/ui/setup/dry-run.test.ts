import { describe, expect, it } from 'vitest';
import { outside } from '../../durable-objects/support/outside.ts';
import { invoices, sahin, sell, sellMany } from '../../durable-objects/support/shop.ts';
import { readable } from '../browser.ts';
import { fieldsIn, filledIn } from '../form-fields.ts';
import { faultsOf } from '../page-outline.ts';
import { type Draft, drafted, visitor } from './drafts.ts';

const flow = 'orders:shop:books';

/** As its button sends it, with what the page carries. */
async function tried({ browser, base }: Draft, what: 'anew' | 'more', html = '') {
  const carried = new Map(await fieldsIn(html)).get('tried') ?? '{}';
  return browser.post(`${base}/dry-run`, { flow, do: what, tried: carried });
}

const count = (html: string, text: string) => readable(html).split(text).length - 1;

describe('the dry run', () => {
  it('asks nobody before its button is pressed', async () => {
    const draft = await drafted();
    await sell();
    outside.clear();
    const { html } = await draft.browser.get(`${draft.base}/dry-run`);
    expect(readable(html)).toContain('Try the last 20');
    expect(html).toContain(`href="${draft.base}/live"`);
    expect(outside.calls).toEqual([]);
    expect(await faultsOf(html)).toEqual([]);
  });

  it('shows twenty in parts, each to the cent with what would be written, and writes nothing', async () => {
    const draft = await drafted();
    await sellMany(22);
    outside.clear();
    const first = await tried(draft, 'anew');
    expect(first.status).toBe(200);
    expect(count(first.html, '✓ to the cent')).toBe(8);
    expect(readable(first.html)).toContain('The next 8');
    const second = await tried(draft, 'more', first.html);
    expect(count(second.html, '✓ to the cent')).toBe(16);
    const third = await tried(draft, 'more', second.html);
    expect(count(third.html, '✓ to the cent')).toBe(20);
    expect(readable(third.html)).toContain('20 records were tried: none needs you.');
    expect(readable(third.html)).not.toContain('The next');
    expect(readable(third.html)).toMatch(/€\d+\.\d\d → to €\d+\.\d\d/);
    expect(await faultsOf(third.html)).toEqual([]);
    const numbers = [...readable(third.html).matchAll(/✓ to the cent (\S+)/g)].map(([, number]) => number);
    expect(new Set(numbers).size).toBe(20);
    expect(invoices()).toEqual([]);
    expect(await draft.subject.tasks()).toEqual([]);
    const writes = outside.calls.filter(({ method, path }) => method !== 'GET' && !path.includes('token'));
    expect(writes).toEqual([]);
  });

  it('says what is wrong with an order, and leads to the question that mends it: then all are right', async () => {
    const draft = await drafted({ settings: { paymentMethods: { map: { Nothing: 'pay_later' } } } });
    await sellMany(2);
    const { html } = await tried(draft, 'anew');
    expect(readable(html)).toContain('2 records were tried: 2 need you.');
    expect(readable(html)).toContain('has no entry for');
    const link = `${draft.base}/questions#f0.paymentMethods.default`;
    expect(html).toContain(`href="${link}"`);
    const questions = await draft.browser.get(`${draft.base}/questions`);
    expect(questions.html).toContain('id="f0.paymentMethods.default"');
    const answers = filledIn(await fieldsIn(questions.html), { 'f0.paymentMethods.default': 'pay_later' });
    expect((await draft.browser.post(`${draft.base}/questions`, answers)).status).toBe(303);
    const mended = await tried(draft, 'anew', html);
    expect(readable(mended.html)).toContain('2 records were tried: none needs you.');
    expect(count(mended.html, '✓ to the cent')).toBe(2);
  });

  it('leads to the setting where nothing is asked about it, and to both sides of each order', async () => {
    const draft = await drafted();
    const { id } = await sell({ buyer: { ...sahin, email: '' } });
    const { html } = await tried(draft, 'anew');
    const link = `/integrations/${draft.subject.id}/settings/${flow}`;
    const [, control = ''] = new RegExp(`href="${link}#([^"]+)"`).exec(html) ?? [];
    expect(control).toMatch(/^settings\.customer\.defaultDebtor/);
    expect((await draft.browser.get(link)).html).toContain(`id="${control}"`);
    const sides = await draft.browser.post(`/integrations/${draft.subject.id}/preview`, { flow, key: id });
    expect(sides.status).toBe(200);
    expect(html).toContain(`action="/integrations/${draft.subject.id}/preview"`);
    expect(html).toContain(`name="key" value="${id}"`);
  });

  it('says which are skipped, and why', async () => {
    const draft = await drafted({ settings: { since: '2099-01-01' } });
    await sell();
    const { html } = await tried(draft, 'anew');
    const text = readable(html);
    expect(text).toContain('1 is skipped. Nothing would be carried over: the reasons stand below.');
    expect(html).toContain('class="verdict bad"');
    expect(text).toContain('Why: placed before');
    expect(html).toContain(`href="${draft.base}/questions#f0.since"`);
  });

  it('is of whatever else is kept in step where no orders are', async () => {
    const draft = await drafted({ from: 'ecwid', to: 'magento', flows: ['products', 'stock'] });
    const { html } = await draft.browser.get(`${draft.base}/dry-run`);
    expect(html).toContain('value="products:shop:books"');
    expect(html).toContain('value="stock:shop:books"');
    const told = await draft.browser.post(`${draft.base}/dry-run`, {
      flow: 'products:shop:books',
      do: 'anew',
    });
    expect(told.status).toBe(200);
    expect(await faultsOf(told.html)).toEqual([]);
  });

  it('is not green where the books ask for a pause, and says that nothing was tried', async () => {
    const draft = await drafted();
    await sellMany(2);
    await draft.subject.api('POST', '/check');
    outside.intercept = async ({ system }, answer) =>
      system === 'jortt' ? new Response('{}', { status: 429, headers: { 'retry-after': '3600' } }) : answer();
    const { html } = await tried(draft, 'anew');
    expect(html).toContain('class="verdict bad"');
    expect(readable(html)).toContain('2 records could not be tried now: try again later.');
    expect(readable(html)).not.toContain('none needs you');
    expect(await faultsOf(html)).toEqual([]);
    const looked = await draft.browser.post(`${draft.base}/live`, {
      from: 'day',
      day: '2020-01-01',
      do: 'look',
    });
    expect(readable(looked.html)).toContain('0 would be booked');
    expect(readable(looked.html)).toContain('2 records could not be tried now');
  });

  it('says so where a system cannot be reached, and takes no made-up page for its own', async () => {
    const draft = await drafted();
    await sell();
    const forged = JSON.stringify({
      [flow]: { rows: [{ key: '<b>' }], cursor: 'x', found: 1, isWhole: true },
    });
    const { html, status } = await draft.browser.post(`${draft.base}/dry-run`, {
      flow,
      do: 'more',
      tried: forged,
    });
    expect(status).toBe(200);
    expect(html).not.toContain('<b>');
    expect(count(html, '✓ to the cent')).toBe(1);
    const other = await drafted();
    outside.intercept = async ({ system }, answer) => (system === 'ecwid' ? Response.error() : answer());
    const down = await tried(other, 'anew');
    expect(down.status).toBeGreaterThanOrEqual(400);
    expect(down.html).toMatch(/<title>Error: /);
    expect(
      (await draft.browser.post(`${draft.base}/dry-run`, { flow: 'orders:a:b', do: 'anew' })).status,
    ).toBe(404);
  });

  it('is for bookkeepers too, and not for whoever only reads', async () => {
    const draft = await drafted();
    await sell();
    const bookkeeper = await visitor('bookkeeper', draft);
    expect((await tried({ ...draft, browser: bookkeeper }, 'anew')).status).toBe(200);
    const reader = await visitor('read-only', draft);
    expect((await reader.get(`${draft.base}/dry-run`)).status).toBe(403);
    expect((await tried({ ...draft, browser: reader }, 'anew')).status).toBe(403);
  });

  it('goes on by a cursor over the API', async () => {
    const { subject } = await drafted();
    await sellMany(5);
    const first = await subject.api('POST', '/dry-run', { flow: 'orders', last: 3 });
    expect(first.body).toMatchObject({ cursor: expect.any(String) });
    const { cursor } = first.body;
    const second = await subject.api('POST', '/dry-run', { flow: 'orders', last: 3, cursor });
    expect(second.body).toMatchObject({ cursor: null, found: 5, isWhole: true });
    const keys = [first, second].flatMap(({ body }) =>
      (body.items as { key: string }[]).map(({ key }) => key),
    );
    expect(new Set(keys).size).toBe(5);
    const none = await subject.api('POST', '/dry-run', { flow: 'orders', cursor: 'x' });
    expect(none.status).toBe(400);
  });
});
