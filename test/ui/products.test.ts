import { describe, expect, it } from 'vitest';
import type { ProductView } from '../../src/engine/reporting/product-views.ts';
import { koppel, newId, Subject } from '../durable-objects/support/harness.ts';
import { stockDocument } from '../durable-objects/support/stock.ts';
import { clock } from '../durable-objects/support/virtual-clock.ts';
import { loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';

const flow = 'products:shop:other';

interface Told {
  readonly state?: 'done' | 'parked';
  readonly gone?: true;
}

/** A product that was carried over, as its flow would have left it. */
async function carried(subject: Subject, { state = 'done', gone }: Told = {}): Promise<void> {
  const now = clock.now();
  const facts = {
    ...{ sku: 'MUG-1', said: {}, pictures: {}, categories: {}, attributes: {} },
    variants: { V1: { id: '91', sku: 'MUG-1-RED' }, V2: { id: '92', sku: 'MUG-1-BLUE' } },
    ...(gone === undefined ? {} : { gone }),
  };
  const problem = {
    kind: 'rejected',
    code: 'level_refused',
    params: { system: 'Magento 2', said: 'No <b>.' },
  };
  const reason = state === 'done' ? 'updated' : 'level_refused';
  await subject.sql(
    `INSERT INTO links (record, source, target, key, target_id, fingerprint, facts, updated_at)
     VALUES ('product', 'shop', 'other', 'K1', 'T1', '', ?, ?)`,
    JSON.stringify(facts),
    now,
  );
  await subject.sql("INSERT INTO numbers VALUES (?, 'K1', 'MUG-1', 'mug-1')", flow);
  await subject.sql(
    `INSERT INTO tasks (flow, key, state, attempts, due_at, created_at, updated_at, problem)
     VALUES (?, 'K1', ?, 1, ?, ?, ?, ?)`,
    ...[flow, state, now, now, now, state === 'done' ? null : JSON.stringify(problem)],
  );
  await subject.sql(
    `INSERT INTO activity (at, flow, key, task, outcome, reason, params, target_id, calls)
     SELECT ?, flow, key, id, state, ?, ?, 'T1', 2 FROM tasks`,
    ...[now, reason, JSON.stringify(state === 'done' ? {} : problem.params)],
  );
}

async function stocked(told: Told = {}) {
  const subject = new Subject(newId());
  const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
  if (status !== 200) throw new Error(text);
  await carried(subject, told);
  return { subject, browser: await loggedIn(), base: `/integrations/${subject.id}` };
}

async function productsOf(subject: Subject, sku: string): Promise<ProductView[]> {
  const { status, body, text } = await subject.api('GET', `/products?sku=${encodeURIComponent(sku)}`);
  expect(status, text).toBe(200);
  return body.items as ProductView[];
}

describe('one product', () => {
  it('is found by its SKU, that of a variant, and its id in the source', async () => {
    const { subject } = await stocked();
    for (const name of ['MUG-1', 'mug-1', 'MUG-1-RED', 'K1']) {
      const [one, other] = await productsOf(subject, name);
      expect([one?.key, one?.sku, other], name).toEqual(['K1', 'MUG-1', undefined]);
    }
    for (const name of ['MUG', 'MUG-1-GREEN', 'T1', '"', '%'])
      expect(await productsOf(subject, name)).toEqual([]);
    expect((await subject.api('GET', '/products?sku=')).status).toBe(400);
    expect((await subject.api('GET', '/products?sku=MUG-1&flow=none')).status).toBe(404);
    expect((await subject.api('GET', `/products?sku=MUG-1&flow=${flow}`)).body.items).toHaveLength(1);
  });

  it('is explained: what stands for it, when it was written, why nothing since, and each try', async () => {
    const { subject, browser, base } = await stocked();
    const [one] = await productsOf(subject, 'MUG-1');
    expect(one).toMatchObject({
      ...{ targetId: 'T1', targetSku: 'MUG-1', variants: 2, isGone: false, task: { state: 'done' } },
      ...{ why: { code: 'updated', action: null }, tries: [{ outcome: 'done' }] },
    });
    const { status, html } = await browser.get(`${base}/stock?sku=MUG-1`);
    expect([status, await faultsOf(html)]).toEqual([200, []]);
    const text = readable(html);
    expect(text).toContain('In Magento 2 T1');
    expect(text).toContain('2 variants');
    expect(text).toContain('Why nothing was written since: updated.');
    expect(html).toMatch(/href="\/integrations\/[^"]+\/activity\/\d+"/);
    const moved = await browser.get(`${base}/products?sku=MUG-1-RED`);
    expect(moved.headers.get('location')).toBe(`${base}/stock?sku=MUG-1-RED#find`);
  });

  it('that needs a person says what, and has the buttons for it', async () => {
    const { subject, browser, base } = await stocked({ state: 'parked' });
    const { html } = await browser.get(`${base}/stock?sku=MUG-1`);
    expect(await faultsOf(html)).toEqual([]);
    expect(readable(html)).toContain('Magento 2 refuses this level: No <b>.');
    expect(html).not.toContain('No <b>.');
    const [one] = await productsOf(subject, 'MUG-1');
    expect(html).toContain(`action="${base}/tasks/${one?.task?.id}/retry"`);
  });

  it('that the source has no longer says so', async () => {
    const { browser, base } = await stocked({ gone: true });
    expect(readable((await browser.get(`${base}/stock?sku=MUG-1`)).html)).toContain(
      'Ecwid by Lightspeed has it no longer.',
    );
  });
});
