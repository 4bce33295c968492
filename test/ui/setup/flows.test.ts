import { describe, expect, it } from 'vitest';
import { outside } from '../../durable-objects/support/outside.ts';
import { type Browser, loggedIn, readable } from '../browser.ts';
import { fieldsIn } from '../form-fields.ts';
import { elementsOf, faultsOf } from '../page-outline.ts';
import { connectBoth, connectionPath, drafted, type System, switchOn } from './support.ts';

async function connected(first: System, second: System) {
  const browser = await loggedIn();
  const made = await drafted(browser, first, second);
  await connectBoth(browser, made.id, { [made.first]: first, [made.second]: second });
  return { browser, ...made, path: `/integrations/${made.id}/setup/flows` };
}

async function onIn(html: string): Promise<(string | undefined)[]> {
  const boxes = (await elementsOf(html)).filter(({ attributes }) => attributes.name === 'flow');
  return boxes
    .filter(({ attributes }) => attributes.checked !== undefined)
    .map(({ attributes }) => attributes.value);
}

async function shown(browser: Browser, path: string): Promise<string> {
  const { status, html } = await browser.get(path);
  expect(status).toBe(200);
  return html;
}

describe('what is kept in step', () => {
  it('has a switch for every flow and direction that the pair offers, in words', async () => {
    const { browser, path } = await connected('jortt', 'ecwid');
    const html = await shown(browser, path);
    const text = readable(html);
    expect(text).toContain('What Ecwid by Lightspeed sells is booked as invoices in Jortt');
    expect(text).toContain('What Jortt sells becomes orders in Ecwid by Lightspeed');
    expect(text).toContain('Customers of Ecwid by Lightspeed are kept up to date in Jortt');
    expect(text).not.toContain('Stock');
    expect(await onIn(html)).toEqual([]);
    expect(await faultsOf(html)).toEqual([]);
  });

  it.each<[System, System, string[]]>([
    ['jortt', 'ecwid', ['orders:ecwid:jortt', 'customers:ecwid:jortt']],
    ['salesforce', 'shopify', ['orders:shopify:salesforce', 'products:shopify:salesforce']],
    ['ccv', 'magento', ['stock:ccv:magento', 'products:ccv:magento', 'categories:ccv:magento']],
    ['mijnwebwinkel', 'jortt', ['orders:mijnwebwinkel:jortt']],
  ])(
    'of %s and %s is stored as it was switched on, and leads to the questions',
    async (first, second, flows) => {
      const { browser, id, subject, path } = await connected(first, second);
      const { status, headers, html } = await switchOn(browser, id, flows);
      expect([status, headers.get('location')], readable(html)).toEqual([
        303,
        `/integrations/${id}/setup/questions`,
      ]);
      const view = await subject.view();
      expect(view.flows.map(({ flow, from, to }) => `${flow}:${from}:${to}`).sort()).toEqual(
        [...flows].sort(),
      );
      expect(view.flows.every(({ enabled }) => enabled)).toBe(true);
      expect(view.state).toBe('draft');
      expect((await onIn(await shown(browser, path))).sort()).toEqual([...flows].sort());
      const resumed = await browser.get(`/integrations/${id}/setup`);
      expect(resumed.headers.get('location')).toBe(`/integrations/${id}/setup/questions`);
    },
  );

  it('runs nothing, whatever was switched on', async () => {
    const { browser, id, subject } = await connected('ecwid', 'jortt');
    await switchOn(browser, id, ['orders:ecwid:jortt']);
    outside.clear();
    await subject.settle();
    expect(outside.calls).toEqual([]);
    expect(await subject.tasks()).toEqual([]);
  });

  it('keeps what was answered about a flow that stays on, and nothing of one that goes', async () => {
    const { browser, id, subject } = await connected('ecwid', 'jortt');
    await switchOn(browser, id, ['orders:ecwid:jortt', 'customers:ecwid:jortt']);
    const view = await subject.view();
    const flows = view.flows.map((flow) =>
      flow.flow === 'orders' ? { ...flow, settings: { ...flow.settings, state: 'sent' } } : flow,
    );
    expect((await subject.api('PUT', '', { ...view, flows })).status).toBe(200);
    await switchOn(browser, id, ['orders:ecwid:jortt']);
    expect((await subject.view()).flows).toMatchObject([{ flow: 'orders', settings: { state: 'sent' } }]);
  });

  it('says at the switch what contradicts what, and keeps what was chosen', async () => {
    const { browser, id, subject } = await connected('ecwid', 'magento');
    const both = ['stock:ecwid:magento', 'stock:magento:ecwid'];
    const { status, html } = await switchOn(browser, id, both);
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('href="#flow.stock:magento:ecwid"');
    expect(html).toContain('id="flow.stock:magento:ecwid:error"');
    expect((await onIn(html)).sort()).toEqual(both);
    expect(await faultsOf(html)).toEqual([]);
    expect((await subject.view()).flows).toEqual([]);
  });

  it('wants one at least, and passes over what the pair does not offer', async () => {
    const { browser, id, subject } = await connected('ecwid', 'jortt');
    for (const flows of [[], ['stock:ecwid:jortt'], ['orders:ecwid:ecwid']]) {
      const { status, html } = await switchOn(browser, id, flows);
      expect(status, flows.join()).toBe(400);
      expect(readable(html).split('Switch on at least one.')).toHaveLength(3);
      expect(html).toContain('aria-describedby="flows-error"');
      expect(html).not.toContain('aria-invalid');
    }
    expect((await subject.view()).flows).toEqual([]);
  });

  it('is not saved over what another tab saved: both are shown side by side', async () => {
    const { browser, id, subject, path } = await connected('ecwid', 'jortt');
    const stale = new Map(await fieldsIn(await shown(browser, path))).get('revision') ?? '';
    await switchOn(browser, id, ['orders:ecwid:jortt']);
    const { status, html } = await switchOn(browser, id, ['customers:ecwid:jortt'], stale);
    expect(status).toBe(409);
    expect(readable(html)).toContain('Somebody else saved meanwhile');
    expect(await onIn(html)).toEqual(['customers:ecwid:jortt']);
    expect((await subject.view()).flows).toMatchObject([{ flow: 'orders' }]);
    expect(new Map(await fieldsIn(html)).get('revision')).toBe((await subject.view()).revision);
  });

  it('is for drafts: a link that is live has its settings', async () => {
    const { browser, id, subject, path } = await connected('ecwid', 'jortt');
    await switchOn(browser, id, ['orders:ecwid:jortt']);
    expect((await subject.api('POST', '/resume')).status).toBe(200);
    for (const page of [path, connectionPath(id, 'ecwid'), `/integrations/${id}/setup`])
      expect((await browser.get(page)).headers.get('location'), page).toBe(`/integrations/${id}`);
    expect((await switchOn(browser, id, ['customers:ecwid:jortt'], 'x')).headers.get('location')).toBe(
      `/integrations/${id}?said=live-already`,
    );
    expect((await subject.view()).flows).toMatchObject([{ flow: 'orders' }]);
  });
});
