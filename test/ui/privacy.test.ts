import { describe, expect, it } from 'vitest';
import { startIntegration } from '../durable-objects/support/harness.ts';
import { buyerNumber, sahin, sell } from '../durable-objects/support/shop.ts';
import { loggedIn, readable } from './browser.ts';
import { fieldsIn, filledIn } from './form-fields.ts';
import { faultsOf } from './page-outline.ts';

async function traded() {
  const subject = await startIntegration({ settings: {} });
  const [first, second, other] = [await sell(), await sell(), await sell({ buyer: buyerNumber(3) })];
  await subject.sync(first.id, second.id, other.id);
  await subject.settle();
  return { subject, browser: await loggedIn(), path: `/integrations/${subject.id}/privacy` };
}

describe('erasing a person', () => {
  it('shows first what would go, by kind, and changes nothing; then it goes', async () => {
    const { subject, browser, path } = await traded();
    const looked = await browser.post(path, { email: sahin.email, do: 'look' });
    expect([looked.status, await faultsOf(looked.html)]).toEqual([200, []]);
    const text = readable(looked.html);
    expect(text).toContain(`This would go of ${sahin.email}`);
    expect(text).toMatch(/References to their customer record 1 /);
    expect(text).toMatch(/Records of activity about them 2 /);
    expect(text).toMatch(/Other records that name the address 0 /);
    // The button stands behind the counts.
    expect(looked.html.indexOf('value="erase"')).toBeGreaterThan(looked.html.indexOf('<table'));
    expect(await subject.activity()).toHaveLength(3);
    const found = await subject.api('POST', '/people/find', { email: sahin.email.toUpperCase() });
    expect(found.body).toEqual({ links: 1, activity: 2, mentions: 0 });
    const erased = await browser.post(path, { email: sahin.email, do: 'erase', sure: 'yes' });
    expect(readable(erased.html)).toContain('Erased: 1 reference and 2 records of activity.');
    expect(await subject.activity()).toHaveLength(1);
    const { items } = (await subject.api('GET', '/audit')).body as { items: { code: string }[] };
    // Looking is no deed.
    expect(items.filter(({ code }) => code === 'person_erased')).toHaveLength(1);
  });

  it('offers no button where there is nothing to erase', async () => {
    const { browser, path } = await traded();
    const { html } = await browser.post(path, { email: 'nobody@example.org', do: 'look' });
    expect(readable(html)).toContain('Nothing was kept about this person.');
    expect(html).not.toContain('value="erase"');
  });

  it('counts what only names the address apart', async () => {
    const { subject } = await traded();
    await subject.sql('UPDATE activity SET person = NULL WHERE id = (SELECT min(id) FROM activity)');
    const found = await subject.api('POST', '/people/find', { email: sahin.email });
    expect(found.body).toEqual({ links: 1, activity: 1, mentions: 1 });
    const gone = await subject.api('POST', '/people/erase', { email: sahin.email });
    expect(gone.body).toEqual({ links: 1, activity: 2 });
  });

  it('names what is wrong with a link to its field', async () => {
    const { browser, path } = await traded();
    const wrong = await browser.post(path, { email: 'nobody' });
    expect([wrong.status, await faultsOf(wrong.html)]).toEqual([400, []]);
    expect(wrong.html).toContain('<title>Error: Privacy');
    expect(wrong.html).toContain('href="#email"');
    const unsure = await browser.post(path, { email: sahin.email, do: 'erase' });
    expect([unsure.status, await faultsOf(unsure.html)]).toEqual([400, []]);
    expect(unsure.html).toContain('href="#sure"');
  });

  it('has moved: the old address leads on', async () => {
    const { subject, browser, path } = await traded();
    const { status, headers } = await browser.get(`/integrations/${subject.id}/people`);
    expect([status, headers.get('location')]).toEqual([301, path]);
  });
});

describe('what is kept', () => {
  it('is told with how long, and the days of what was read and written are set there', async () => {
    const { subject, browser, path } = await traded();
    const { html } = await browser.get(path);
    expect(await faultsOf(html)).toEqual([]);
    const text = readable(html);
    expect(text).toContain('What was read and written, encrypted 14 days');
    expect(text).toContain('Who changed what 365 days');
    expect(text).toContain('Ids of webhooks that came 4 days');
    expect(text).toContain('Versions of the settings, without secrets the last 100');
    const fields = await fieldsIn(html);
    const saved = await browser.post(`${path}/retention`, filledIn(fields, { days: '30' }));
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?said=saved`]);
    expect((await subject.view()).retentionDays).toBe(30);
    expect(readable((await browser.get(path)).html)).toContain(
      'What was read and written, encrypted 30 days',
    );
    const stale = await browser.post(`${path}/retention`, filledIn(fields, { days: '1' }));
    expect([stale.status, await faultsOf(stale.html)]).toEqual([409, []]);
    expect(stale.html).toContain('value="1"');
    for (const days of ['366', '-1', '1.5', 'many', '']) {
      const wrong = await browser.post(`${path}/retention`, { days });
      expect([wrong.status, await faultsOf(wrong.html)], days).toEqual([400, []]);
      expect(wrong.html).toContain('href="#days"');
    }
    expect((await subject.view()).retentionDays).toBe(30);
  });
});
