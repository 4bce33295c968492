import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { startIntegration } from '../durable-objects/support/harness.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { adminToken } from '../support/integration-document.ts';
import { elementsOf, faultsOf } from './page-outline.ts';

const origin = 'https://koppel.example';

async function ask(path: string, cookie: string, form?: Record<string, string>): Promise<Response> {
  const request = {
    redirect: 'manual' as const,
    headers: {
      cookie,
      origin,
      accept: 'text/html',
      'cf-connecting-ip': `2001:db8:${crypto.randomUUID().slice(0, 4)}::1`,
    },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  };
  return exports.default.fetch(new Request(`${origin}${path}`, request));
}

async function logIn(): Promise<string> {
  const answer = await ask('/login', '', { token: adminToken, next: '/' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** An integration with an order that is booked, one that is parked and one that was left out. */
async function worked() {
  const subject = await startIntegration({ mapping: { remarks: '$number(order.number)' } });
  const parked = await sell();
  await subject.sync(parked.id);
  await subject.settle();
  const cookie = await logIn();
  const base = `/integrations/${subject.id}`;
  return { subject, cookie, base, order: parked };
}

describe('a page has what readers and their tools go by', () => {
  test('whatever it shows', async () => {
    const { subject, cookie, base, order } = await worked();
    const { id: task } = await subject.task(order.id);
    const [entry] = await subject.activity();
    const paths = [
      '/',
      '/?refreshed=1',
      '/new',
      '/new/document',
      '/status',
      base,
      `${base}?outcome=done`,
      `${base}/configuration`,
      `${base}/preview`,
      `${base}/privacy`,
      `${base}/tasks/${task}`,
      `${base}/orders`,
      `${base}/orders/orders:shop:books/${order.id}`,
      `${base}/activity/${entry?.id}`,
      '/nowhere',
    ];
    for (const path of paths) {
      expect(await faultsOf(await (await ask(path, cookie)).text()), path).toEqual([]);
    }
    expect(await faultsOf(await (await ask('/', '')).text()), 'logging in').toEqual([]);
    const shown = await ask(`${base}/preview`, cookie, { flow: 'orders:shop:books', key: order.id });
    expect(await faultsOf(await shown.text()), 'a preview').toEqual([]);
    const checked = await ask(`${base}/check`, cookie, {});
    expect(await faultsOf(await checked.text()), 'a check').toEqual([]);
  });

  test('and what is not so is found', async () => {
    const wrong = `<html><head><meta http-equiv="refresh" content="5"></head><body><h1></h1><h3>x</h3>
      <input id="a"><button><svg></svg></button><a href="/"></a><p id="a"></p><nav></nav></body></html>`;
    const faults = await faultsOf(wrong);
    for (const rule of [
      'no language',
      'no title',
      'reloads itself',
      '0 mains',
      'a heading without words',
      'h3 after h1',
      'a field without a label',
      'a button without words',
      'a link without words',
      'a drawing that is read',
      'id a twice',
      'navigations',
    ]) {
      expect(
        faults.some((fault) => fault.startsWith(rule)),
        rule,
      ).toBe(true);
    }
  });
});

test('no page reloads itself; the overview has a button that keeps the focus', async () => {
  const cookie = await logIn();
  const text = await (await ask('/?refreshed=1', cookie)).text();
  expect(text).not.toMatch(/http-equiv="?refresh/i);
  const button = (await elementsOf(text)).find(({ attributes }) => attributes.name === 'refreshed');
  expect(button?.attributes).toMatchObject({ autofocus: '' });
  const before = (await elementsOf(await (await ask('/', cookie)).text())).find(
    ({ attributes }) => attributes.name === 'refreshed',
  );
  expect(before?.attributes).not.toHaveProperty('autofocus');
});

describe('the page of a parked order', () => {
  test('shows its problem, what was read, what was planned, and the totals with both decimals', async () => {
    const { subject, cookie, base, order } = await worked();
    const { id: task, problem } = await subject.task(order.id);
    const text = await (await ask(`${base}/tasks/${task}`, cookie)).text();
    expect(problem).toMatchObject({ code: 'mapping_failed' });
    for (const part of [
      'The expression for',
      'as far as it could be planned',
      'Totals check',
      order.gross,
      order.id,
    ]) {
      expect(text, part).toContain(part);
    }
    expect(text).toContain('line_items');
    expect(text).toMatch(/>\d+\.\d0</);
  });

  test('leaves it out with a reason, and takes that back', async () => {
    const { subject, cookie, base, order } = await worked();
    const { id: task } = await subject.task(order.id);
    await ask(`${base}/tasks/${task}/skip`, cookie, { why: 'Sold at the counter' });
    expect(await subject.task(order.id)).toMatchObject({ state: 'skipped', skippedBy: 'page' });
    const list = await (await ask(base, cookie)).text();
    expect(list).toContain('Skipped by a person');
    expect(list).toContain('Take back');
    const [entry] = await subject.activity();
    expect(await (await ask(`${base}/activity/${entry?.id}`, cookie)).text()).toContain(
      'Sold at the counter',
    );
    expect((await ask(`${base}/tasks/${task}/unskip`, cookie, {})).status).toBe(303);
    expect(await subject.task(order.id)).toMatchObject({ state: 'queued', skippedBy: null });
  });
});
