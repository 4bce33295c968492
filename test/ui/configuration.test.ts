import { describe, expect, it } from 'vitest';
import { newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { invoicesOf, sahin, sell } from '../durable-objects/support/shop.ts';
import { credentials, integrationDocument } from '../support/integration-document.ts';
import '../durable-objects/support/outside.ts';
import { loggedIn, readable } from './browser.ts';

/** What stands in the text field of a page. */
function typed(html: string): string {
  return readable(/<textarea[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? '').trim();
}

describe('the configuration', () => {
  it('is shown without secrets, with the webhook address, and saving it as it is keeps them', async () => {
    const subject = await startIntegration({ settings: {} });
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}/configuration`;
    const { html } = await browser.get(path);
    expect(html).toContain(`http://koppel/hooks/${subject.id}/shop`);
    expect(html).not.toContain(`/hooks/${subject.id}/books`);
    const document = JSON.parse(typed(html));
    expect(document.connections.shop.credentials).toEqual({ storeId: credentials.shop.storeId });
    const saved = await browser.post(path, { document: JSON.stringify({ ...document, name: 'Renamed' }) });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?said=saved`]);
    expect((await subject.view()).name).toBe('Renamed');
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
  });

  it('is not saved over what somebody saved since it was shown', async () => {
    const subject = await startIntegration({ name: 'Before' });
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}/configuration`;
    const { html } = await browser.get(path);
    const revision = /name="revision" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await subject.configure({ name: 'Meanwhile' });
    const document = JSON.stringify(integrationDocument({ name: 'Mine' }));
    const late = await browser.post(path, { document, revision });
    expect(late.status).toBe(400);
    expect(readable(late.html)).toContain('Somebody saved this link meanwhile');
    expect(readable(late.html)).toContain('Name Meanwhile Mine');
    // What was typed stands in its field, and nowhere else.
    expect(late.html.split('secret_sandbox')).toHaveLength(2);
    expect((await subject.view()).name).toBe('Meanwhile');
  });

  it('that takes out a flow with open tasks is saved only when that is said', async () => {
    const subject = await startIntegration();
    await subject.api('POST', '/pause');
    const { id } = await sell();
    await subject.sync(id);
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}/configuration`;
    const document = JSON.stringify({ ...integrationDocument(), flows: [] });
    const refused = await browser.post(path, { document });
    expect(readable(refused.html)).toContain('orders:shop:books: 1');
    expect((await subject.view()).flows).toHaveLength(1);
    expect((await browser.post(path, { document, drop: 'yes' })).status).toBe(303);
    expect((await subject.view()).flows).toEqual([]);
    expect((await subject.task(id)).state).toBe('skipped');
  });

  it('that is wrong is refused with every field named, and nothing that was typed is lost', async () => {
    const subject = await startIntegration({ name: 'Before' });
    const browser = await loggedIn();
    const wrong = integrationDocument({
      name: 'After',
      settings: { lines: 'none', rounding: { tolerance: '-1' } },
    });
    const document = JSON.stringify({ ...wrong, retentionDays: 14 }, null, 3);
    const { status, html } = await browser.post(`/integrations/${subject.id}/configuration`, { document });
    expect(status).toBe(400);
    const text = readable(html);
    expect(text).toContain('Nothing was saved.');
    expect(text).toContain('flows.0.settings.lines');
    expect(text).toContain('flows.0.settings.rounding.tolerance must not be negative');
    expect(JSON.parse(typed(html))).toEqual(JSON.parse(document));
    expect((await subject.view()).name).toBe('Before');
  });

  it('that is no JSON is refused and kept as it was typed', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const document = '{"name": "half</textarea><b>"';
    const { status, html } = await browser.post(`/integrations/${subject.id}/configuration`, { document });
    expect(status).toBe(400);
    expect(readable(html)).toContain('document is not JSON');
    expect(typed(html)).toBe(document);
    expect(html).not.toContain('</textarea><b>');
  });
});

describe('a new integration', () => {
  it('starts from a document for Ecwid and Jortt with every credential explained', async () => {
    const browser = await loggedIn();
    const { html } = await browser.get('/new/document');
    const document = JSON.parse(typed(html));
    expect(Object.keys(document.connections.shop.credentials)).toEqual(Object.keys(credentials.shop));
    expect(Object.keys(document.connections.books.credentials)).toEqual(Object.keys(credentials.books));
    const text = readable(html);
    expect(text).toContain('token yes yes: encrypted');
    expect(text).toContain('storeId yes no');
    expect(text).toContain('paymentStatuses');
    expect(text).toContain('http://koppel/hooks/ID/CONNECTION');
  });

  it('is made once its credentials are filled in', async () => {
    const browser = await loggedIn();
    const subject = new Subject(newId());
    const document = JSON.parse(typed((await browser.get('/new/document')).html));
    const empty = await browser.post('/new/document', { id: subject.id, document: JSON.stringify(document) });
    expect(empty.status).toBe(400);
    expect(readable(empty.html)).toContain('connections.shop.credentials.token');
    expect(empty.html).toContain(`value="${subject.id}"`);
    document.connections.shop.credentials = credentials.shop;
    document.connections.books.credentials = credentials.books;
    const made = await browser.post('/new/document', { id: subject.id, document: JSON.stringify(document) });
    expect(made.headers.get('location')).toBe(`/integrations/${subject.id}?said=created`);
    expect((await subject.view()).name).toBe('My webshop');
    expect(readable((await browser.get('/')).html)).toContain('My webshop');
  });

  it('does not take the place of one that is there, nor an id that cannot be', async () => {
    const subject = await startIntegration({ name: 'First' });
    const browser = await loggedIn();
    const document = JSON.stringify(integrationDocument({ name: 'Second' }));
    const taken = await browser.post('/new/document', { id: subject.id, document });
    expect(taken.status).toBe(400);
    expect(readable(taken.html)).toContain('Id is taken');
    expect((await subject.view()).name).toBe('First');
    const wrong = await browser.post('/new/document', { id: 'Not An Id', document });
    expect(readable(wrong.html)).toContain('Id must be 1 to 40 of a-z, 0-9 and -');
    expect(wrong.html).toMatch(/<input id="id"[^>]*aria-invalid="true"/);
    expect(wrong.html).not.toMatch(/<textarea[^>]*aria-invalid/);
    expect(JSON.parse(typed(wrong.html))).toEqual(JSON.parse(document));
  });
});

describe('a person', () => {
  it('is erased once that is confirmed, and it is told how much there was', async () => {
    const subject = await startIntegration({ settings: {} });
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}/privacy`;
    const unsure = await browser.post(path, { email: sahin.email, do: 'erase' });
    expect(unsure.status).toBe(400);
    expect(unsure.html).toContain(`value="${sahin.email}"`);
    expect(await subject.activity()).toHaveLength(1);
    const erased = await browser.post(path, { email: sahin.email, do: 'erase', sure: 'yes' });
    expect(readable(erased.html)).toContain('Erased: 1 reference and 1 record of activity.');
    expect(erased.html).not.toContain(sahin.email);
    expect(await subject.activity()).toEqual([]);
    const again = await browser.post(path, { email: sahin.email, do: 'erase', sure: 'yes' });
    expect(readable(again.html)).toContain('Nothing was kept about this person.');
    expect((await browser.post(path, { email: 'nobody', do: 'erase', sure: 'yes' })).status).toBe(400);
  });
});

describe('an integration', () => {
  it('is deleted only when its name or its id is typed', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}/delete`;
    expect((await browser.post(path, { confirm: 'other' })).status).toBe(400);
    expect((await subject.view()).id).toBe(subject.id);
    const { headers } = await browser.post(path, { confirm: subject.id });
    expect(headers.get('location')).toBe('/?said=deleted');
    expect((await browser.get(`/integrations/${subject.id}`)).status).toBe(404);
    expect((await browser.get('/')).html).not.toContain(subject.id);
  });

  it('is deleted by the name that its pages show', async () => {
    const subject = await startIntegration({ name: 'Tea to books' });
    const browser = await loggedIn();
    expect((await browser.get(`/integrations/${subject.id}/privacy`)).html).toContain(
      'Type <strong>Tea to books</strong> to confirm',
    );
    const { headers } = await browser.post(`/integrations/${subject.id}/delete`, { confirm: 'Tea to books' });
    expect(headers.get('location')).toBe('/?said=deleted');
  });
});
