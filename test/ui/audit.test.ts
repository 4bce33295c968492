import { describe, expect, it, vi } from 'vitest';
import { HouseObject } from '../../durable-objects/house.ts';
import { deedCodes } from '../../src/engine/storage/trail.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { newShopToken, sahin, sell } from '../durable-objects/support/shop.ts';
import { clock, dayMs } from '../durable-objects/support/virtual-clock.ts';
import { credentials, integrationDocument } from '../support/integration-document.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { Browser, loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';

interface DeedView {
  readonly who: string;
  readonly via: string;
  readonly code: string;
  readonly integration: string | null;
  readonly params: Record<string, unknown>;
}

async function trailOf(subject: Subject, query = ''): Promise<DeedView[]> {
  const { status, body, text } = await subject.api('GET', `/audit?limit=200${query}`);
  if (status !== 200) throw new Error(text);
  return body.items as DeedView[];
}

async function houseTrail(query = ''): Promise<DeedView[]> {
  return (await koppel('GET', `/api/audit?limit=200${query}`)).body.items as DeedView[];
}

async function parkedOrder(): Promise<{ subject: Subject; task: string }> {
  const subject = await startIntegration({ settings: {} });
  outside.fault({
    ...{ system: 'jortt', method: 'POST', path: '/invoices', kind: 'status', status: 422 },
    body: refusedByJortt,
  });
  const { id } = await sell();
  await subject.sync(id);
  await subject.settle();
  return { subject, task: (await subject.task(id)).id };
}

async function tokenOf(role: string, name = `Clerk ${crypto.randomUUID().slice(0, 6)}`) {
  const { body } = await koppel('POST', '/api/tokens', { name, role });
  return { name, id: String(body.id), token: String(body.token) };
}

describe('the trail of a link', () => {
  it('has every change of a person: who, when, what, from where, over the API', async () => {
    const { subject, task } = await parkedOrder();
    const { name, token } = await tokenOf('admin');
    const as = { authorization: `Bearer ${token}` };
    const ask = async (method: string, path: string, body?: unknown) => {
      const answer = await koppel(method, `/api/integrations/${subject.id}${path}`, body, as);
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(200);
    };
    await ask('POST', '/pause');
    await ask('POST', '/resume');
    await ask('POST', `/tasks/${task}/skip`, {});
    await ask('POST', `/tasks/${task}/unskip`);
    await ask('POST', `/tasks/${task}/retry`);
    await ask('POST', '/retry');
    await ask('POST', '/sync', { flow: 'orders', keys: ['77'] });
    await ask('POST', '/people/erase', { email: sahin.email });
    await ask('POST', '/connections/books/rename', { name: 'ledger' });
    const trail = await trailOf(subject, `&who=${encodeURIComponent(name)}`);
    expect(trail.map(({ code }) => code).reverse()).toEqual([
      ...['paused', 'resumed', 'left_out', 'taken_back', 'retried', 'retried_all', 'synced', 'person_erased'],
      'renamed',
    ]);
    for (const each of trail) expect(each).toMatchObject({ who: name, via: 'api', integration: subject.id });
    expect(trail.find(({ code }) => code === 'left_out')?.params).toMatchObject({ task: Number(task) });
    expect(trail[0]?.params).toEqual({ from: 'books', to: 'ledger' });
  });

  it('has those of a page, by the name of whoever logged in', async () => {
    const { subject, task } = await parkedOrder();
    const { name, token } = await tokenOf('bookkeeper');
    const browser = new Browser();
    await browser.logIn(token);
    const base = `/integrations/${subject.id}`;
    await browser.post(`${base}/tasks/${task}/skip`, { why: `${sahin.name} asked for it` });
    await browser.post(`${base}/tasks/${task}/unskip`);
    // What is refused leaves no trace.
    await browser.post(`${base}/pause`);
    await browser.post(`${base}/tasks/999999/retry`);
    const key = await loggedIn();
    await key.post(`${base}/pause`);
    const trail = await trailOf(subject, '&via=page');
    expect(trail.map(({ who, code }) => [who, code])).toEqual([
      ['ADMIN_TOKEN', 'paused'],
      [name, 'taken_back'],
      [name, 'left_out'],
    ]);
    expect(JSON.stringify(await trailOf(subject))).not.toContain(sahin.name.split(' ')[0]);
  });

  it('names the fields of settings that were changed and the connections whose credentials were entered, never a value', async () => {
    const subject = await startIntegration();
    const secret = 'secret_another_one';
    await newShopToken(secret);
    const answer = await koppel('PUT', `/api/integrations/${subject.id}`, {
      ...integrationDocument({
        name: 'Renamed tea',
        credentials: { shop: { ...credentials.shop, token: secret } },
      }),
      retentionDays: 3,
    });
    expect(answer.status, answer.text).toBe(200);
    const trail = await trailOf(subject);
    expect(trail.map(({ code, params }) => [code, params])).toEqual([
      ['credentials_entered', { connection: 'shop' }],
      ['settings_saved', { fields: expect.arrayContaining(['name', 'retentionDays']) }],
      ['credentials_entered', { connection: 'books' }],
      ['credentials_entered', { connection: 'shop' }],
      ['created', {}],
    ]);
    const text = JSON.stringify(trail);
    for (const value of [secret, 'Renamed tea', credentials.books.clientSecret])
      expect(text).not.toContain(value);
    // A document that is refused changes nothing.
    await koppel('PUT', `/api/integrations/${subject.id}`, { name: '' });
    await koppel('PUT', `/api/integrations/${subject.id}?dryRun=true`, integrationDocument());
    expect(await trailOf(subject)).toHaveLength(5);
  });

  it('keeps no address of a person who was erased, and is filtered by day, deed and name', async () => {
    const subject = await startIntegration();
    await subject.api('POST', '/people/erase', { email: sahin.email });
    clock.pass(dayMs);
    const before = new Date(clock.now()).toISOString();
    clock.pass(dayMs);
    await subject.api('POST', '/pause');
    expect(JSON.stringify(await trailOf(subject))).not.toContain(sahin.email);
    const codes = async (query: string) => (await trailOf(subject, query)).map(({ code }) => code);
    expect(await codes('&code=paused')).toEqual(['paused']);
    expect(await codes(`&since=${before}`)).toEqual(['paused']);
    expect(await codes(`&until=${before}`)).not.toContain('paused');
    expect(await codes('&who=nobody')).toEqual([]);
    expect((await subject.api('GET', '/audit?code=nothing')).status).toBe(400);
    const first = await subject.api('GET', '/audit?limit=1');
    expect(first.body).toMatchObject({ items: [{ code: 'paused' }], cursor: expect.any(String) });
    const second = await subject.api('GET', `/audit?limit=1&cursor=${first.body.cursor}`);
    expect(second.body).toMatchObject({ items: [{ code: 'person_erased' }] });
  });

  it('is kept for a year', async () => {
    const subject = await startIntegration();
    await subject.api('POST', '/pause');
    clock.pass(300 * dayMs);
    await subject.runNext(clock.now());
    expect((await trailOf(subject)).map(({ code }) => code)).toContain('paused');
    await subject.api('POST', '/resume');
    clock.pass(70 * dayMs);
    await subject.runNext(clock.now());
    expect((await trailOf(subject)).map(({ code }) => code)).toEqual(['resumed']);
  });
});

describe('the trail of the house', () => {
  it('has tokens that were made and revoked, and what was done to a link that was deleted since', async () => {
    const { name, id, token } = await tokenOf('admin');
    const subject = await startIntegration();
    await subject.api('POST', '/pause');
    const answer = await koppel('DELETE', `/api/integrations/${subject.id}`, undefined, {
      authorization: `Bearer ${token}`,
    });
    expect(answer.status).toBe(200);
    await koppel('DELETE', `/api/tokens/${id}`);
    const all = await houseTrail();
    expect(all.filter((each) => each.params.name === name).map(({ who, code }) => [who, code])).toEqual([
      ['ADMIN_TOKEN', 'token_revoked'],
      ['ADMIN_TOKEN', 'token_made'],
    ]);
    const ofLink = all.filter(({ integration }) => integration === subject.id);
    expect(ofLink.map(({ who, code }) => [who, code])).toEqual([
      [name, 'deleted'],
      ['ADMIN_TOKEN', 'paused'],
      ['ADMIN_TOKEN', 'credentials_entered'],
      ['ADMIN_TOKEN', 'credentials_entered'],
      ['ADMIN_TOKEN', 'created'],
    ]);
    // Another one of that name has a trail of its own.
    const again = new Subject(subject.id);
    await again.configure();
    expect((await trailOf(again)).map(({ code }) => code)).toEqual([
      ...['credentials_entered', 'credentials_entered', 'created'],
    ]);
  });
});

describe('a link whose trail the house does not take', () => {
  it('is not deleted, and goes on', async () => {
    const subject = await startIntegration({ name: 'Kept' });
    vi.spyOn(HouseObject.prototype, 'keepTrail').mockRejectedValueOnce(new Error('down'));
    expect((await subject.api('DELETE')).status).toBe(500);
    expect(await subject.view()).toMatchObject({ name: 'Kept', state: 'active' });
    expect((await subject.api('DELETE')).status).toBe(200);
    expect((await subject.api('GET')).status).toBe(404);
  });
});

describe('the page Changes', () => {
  it('shows it in every language, filtered, and gives it as a file that spreadsheets take for text', async () => {
    const subject = await startIntegration();
    const { token } = await tokenOf('admin', `=SUM(A1) ${newId()}`);
    await koppel('POST', `/api/integrations/${subject.id}/pause`, undefined, {
      authorization: `Bearer ${token}`,
    });
    const browser = await loggedIn();
    for (const path of [`/integrations/${subject.id}/audit`, '/audit']) {
      for (const language of languages) {
        const { status, html } = await browser.get(path, { 'accept-language': language });
        expect([status, await faultsOf(html)], path).toEqual([200, []]);
        expect(readable(html)).toContain(textsIn(language).pages.audit.list);
      }
    }
    const path = `/integrations/${subject.id}/audit`;
    const filtered = readable((await browser.get(`${path}?code=paused`)).html);
    expect(filtered).toContain('=SUM(A1)');
    const rows = (await browser.get(`${path}?who=ADMIN_TOKEN&from=x&until=2020-13-99`)).html;
    expect(rows).toContain('ADMIN_TOKEN');
    expect(rows).not.toContain('=SUM');
    const { headers, html: file } = await browser.get(`${path}.csv?code=paused`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain(`${subject.id}-audit.csv`);
    const lines = file.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(",'=SUM(A1)");
    expect(lines[1]).toContain(',api,paused,');
  });

  it('has words for every deed', () => {
    for (const language of languages)
      expect(Object.keys(textsIn(language).pages.deeds).sort()).toEqual([...deedCodes].sort());
  });
});
