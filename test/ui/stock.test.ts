import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/records/canonical-json.ts';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { stockDocument, stockFlow, withLevels } from '../durable-objects/support/stock.ts';
import { clock } from '../durable-objects/support/virtual-clock.ts';
import { loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';

async function stocked() {
  const subject = new Subject(newId());
  const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
  if (status !== 200) throw new Error(text);
  await withLevels(subject, 1_234);
  return { subject, browser: await loggedIn(), base: `/integrations/${subject.id}` };
}

describe('the page of products and stock', () => {
  it('shows counts, what needs a person by cause, and what is left as it is', async () => {
    const { browser, base } = await stocked();
    const { status, html } = await browser.get(`${base}/stock`);
    expect(status).toBe(200);
    const text = readable(html);
    expect(text).toContain('Stock: Ecwid by Lightspeed → to Magento 2');
    expect(text).toMatch(/Levels known 1,234 /);
    expect(text).toMatch(/As they should be 1,230 /);
    expect(text).toMatch(/Need you 2 /);
    expect(text).toContain('2 need you Magento 2 refuses this level: No <b>.');
    expect(text).toContain('Correct there or in the source what it refuses.');
    expect(text).toContain('2 levels : the target has no such SKU');
    expect(html).not.toContain('No <b>');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('finds one SKU and shows its level explained', async () => {
    const { browser, base } = await stocked();
    const { html } = await browser.get(`${base}/stock?sku=%20SKU-12`);
    const text = readable(html);
    expect(text).toContain('In Magento 2 12 ');
    expect(text).toContain('Id in Magento 2 T12 ');
    expect(text).toContain('Record in Ecwid by Lightspeed K12 ');
    expect(text).toContain('State: as it should be in the target.');
    expect(text).toContain('Somebody had changed it to 99 in Magento 2; that was corrected');
    expect(text).toContain('Why nothing was written since: the link is paused, or a draft.');
    expect(await faultsOf(html)).toEqual([]);
    const refused = await browser.get(`${base}/stock?sku=SKU-1`);
    expect(readable(refused.html)).toContain('State: refused before, and not changed since.');
    const none = await browser.get(`${base}/stock?sku=${encodeURIComponent('"><img>')}`);
    expect(readable(none.html)).toContain('Nothing is known of "><img> .');
    expect(none.html).not.toContain('<img');
  });

  it('has one SKU looked at again, or all that wait for a person', async () => {
    const { subject, browser, base } = await stocked();
    const one = await browser.post(`${base}/stock/retry`, { flow: stockFlow, sku: 'SKU-12' });
    expect([one.status, one.headers.get('location')]).toEqual([
      ...[303, `${base}/stock?sku=SKU-12&said=level-retried`],
    ]);
    const { html } = await browser.get(one.headers.get('location') ?? '');
    expect(readable(html)).toContain('checked in both systems with the next batch');
    expect(readable(html)).toContain('on its way');
    const all = await browser.post(`${base}/stock/retry`, { flow: stockFlow });
    expect(all.headers.get('location')).toBe(`${base}/stock?said=levels-retried`);
    expect(await subject.sql('SELECT count(*) AS count FROM dirty')).toEqual([{ count: 3 }]);
    expect((await browser.post(`${base}/stock/retry`, { sku: 'SKU-12' })).status).toBe(400);
    expect((await browser.post(`${base}/stock/retry`, { flow: stockFlow, sku: 'none' })).status).toBe(404);
  });

  it('tells how far a full read, a look at all levels and the batches are', async () => {
    const { subject, browser, base } = await stocked();
    const text = async () => readable((await browser.get(`${base}/stock`)).html);
    const stand = (sql: string, ...values: (string | number)[]) => subject.sql(sql, ...values);
    await stand(
      'UPDATE cursors SET since = 0, until = ?, page = 3, asked = 1 WHERE flow = ?',
      ...[clock.now(), stockFlow],
    );
    await stand('INSERT INTO batches (flow, keys, made_at) VALUES (?, ?, 0)', stockFlow, '["K1","K2"]');
    const before = await text();
    expect(before).toContain('All levels of the source are being read, as they were');
    expect(before).toContain('One batch with 2 records is being carried over.');
    expect(before).toContain('The next full comparison with the target runs');
    const { items } = (await subject.api('GET', '/stock')).body as { items: { verification: unknown }[] };
    expect(items[0]?.verification).toMatchObject({ running: null });
    const flow = (await subject.view()).flows.find((each) => each.flow === 'stock');
    const under = canonicalJson([flow?.settings, flow?.mapping]);
    const round = JSON.stringify({ at: clock.now(), after: 'K5', looked: 617, under });
    await stand('INSERT INTO meta (name, value) VALUES (?, ?)', `verify:${stockFlow}`, round);
    const { html } = await browser.get(`${base}/stock`);
    expect(readable(html)).toContain('All levels are being compared: 617 of 1,234, since');
    expect(html).toContain('<progress id="compared-shop-other" max="1234" value="617">');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('is a part of the overview, with the way to it, and products are found by their SKU', async () => {
    const { browser, base } = await stocked();
    const { html } = await browser.get(base);
    const text = readable(html);
    expect(text).toContain('1,230 of 1,234 levels are as they should be.');
    expect(html).toContain(`href="${base}/stock"`);
    expect(html).toContain(`action="${base}/stock"`);
    expect(await faultsOf(html)).toEqual([]);
    const page = await browser.get(`${base}/stock`);
    expect(page.html).toContain('<input type="hidden" name="flow" value="products:shop:other"/>');
    const moved = await browser.get(`${base}/products`);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `${base}/stock#products`]);
  });

  it('is not offered where there is neither', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const { html } = await browser.get(`/integrations/${subject.id}`);
    expect(html).not.toContain('/stock"');
    const { html: bare } = await browser.get(`/integrations/${subject.id}/stock`);
    expect(readable(bare)).toContain('No flow carries products or stock yet');
    expect(await faultsOf(bare)).toEqual([]);
  });
});
