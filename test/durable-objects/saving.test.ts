import { describe, expect, it } from 'vitest';
import { integrationDocument } from '../support/integration-document.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { sell } from './support/shop.ts';
import './support/outside.ts';

function put(id: string, document: unknown, { query = '', headers = {} } = {}) {
  return koppel('PUT', `/api/integrations/${id}${query}`, document, headers);
}

describe('export and import', () => {
  it('what GET gives of an integration can be PUT back, and changes nothing', async () => {
    const subject = await startIntegration();
    const { body } = await subject.api('GET');
    const answer = await put(subject.id, body);
    expect(answer.status).toBe(200);
    const after = (await subject.api('GET')).body;
    for (const part of ['name', 'state', 'connections', 'flows', 'retentionDays']) {
      expect(after).toHaveProperty(part, (body as Record<string, unknown>)[part]);
    }
    expect((await subject.api('POST', '/check')).body).toMatchObject({ ok: true });
  });

  it('and still names a field that is none', async () => {
    const subject = await startIntegration();
    const { body } = await subject.api('GET');
    expect(await put(subject.id, { ...(body as object), probems: [] })).toMatchObject({
      status: 400,
      body: { issues: [{ field: 'probems' }] },
    });
  });
});

describe('If-Match', () => {
  it('lets a document be saved over the one that was read, and over no later one', async () => {
    const subject = await startIntegration();
    const etag = (await subject.api('GET')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    const headers = { 'if-match': etag };
    const saved = await put(subject.id, integrationDocument({ name: 'First' }), { headers });
    expect(saved.status).toBe(200);
    const next = saved.headers.get('etag');
    expect(next).not.toBe(etag);
    expect(await put(subject.id, integrationDocument({ name: 'Second' }), { headers })).toMatchObject({
      status: 409,
      body: { code: 'saved_meanwhile' },
    });
    expect((await subject.api('GET')).body).toMatchObject({ name: 'First' });
    expect((await subject.api('GET')).headers.get('etag')).toBe(next);
    expect(await put(subject.id, integrationDocument({ name: 'Third' }))).toMatchObject({ status: 200 });
  });

  it('of an integration that is not there is refused', async () => {
    const answer = await put(newId(), integrationDocument(), { headers: { 'if-match': '"1-x"' } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'saved_meanwhile' } });
  });
});

describe('dryRun', () => {
  it('only checks: a new integration is not made, a known one not changed', async () => {
    const stranger = new Subject(newId());
    const query = '?dryRun=true';
    expect(await put(stranger.id, integrationDocument(), { query })).toMatchObject({
      status: 200,
      body: { dryRun: true, valid: true },
    });
    expect(await stranger.tables()).toEqual({});
    const subject = await startIntegration();
    const before = (await subject.api('GET')).body;
    expect(await put(subject.id, integrationDocument({ name: 'Other' }), { query })).toMatchObject({
      status: 200,
    });
    const wrong = { ...integrationDocument(), retentionDays: -1 };
    expect(await put(subject.id, wrong, { query })).toMatchObject({
      status: 400,
      body: { issues: [{ field: 'retentionDays' }] },
    });
    expect((await subject.api('GET')).body).toEqual(before);
  });
});

describe('states', () => {
  it('a draft is made by PUT, takes webhooks and goes live by resume', async () => {
    const subject = new Subject(newId());
    const made = await put(subject.id, { ...integrationDocument(), state: 'draft' });
    expect(made).toMatchObject({ status: 200, body: { state: 'draft' } });
    expect(await subject.hook('SO-1')).toMatchObject({ status: 200 });
    expect(await subject.tasks()).toEqual([]);
    expect(await subject.api('POST', '/sync', { flow: 'orders' })).toMatchObject({
      status: 409,
      body: { code: 'draft' },
    });
    expect((await subject.api('POST', '/resume')).body).toMatchObject({ state: 'active' });
    expect(await put(subject.id, { ...integrationDocument(), state: 'sleeping' })).toMatchObject({
      status: 400,
      body: { issues: [{ field: 'state' }] },
    });
  });
});

describe('connections', () => {
  it('are renamed, and refused what cannot be', async () => {
    const subject = await startIntegration();
    const rename = (from: string, name: unknown) =>
      subject.api('POST', `/connections/${from}/rename`, { name });
    expect(await rename('shop', 'webshop')).toMatchObject({
      status: 200,
      body: { flows: [{ from: 'webshop', to: 'books' }] },
    });
    expect(await rename('shop', 'other')).toMatchObject({ status: 404 });
    expect(await rename('webshop', 'books')).toMatchObject({ status: 409, body: { code: 'name_taken' } });
    expect(await rename('webshop', 'No name')).toMatchObject({ status: 400 });
    expect(await subject.hook('SO-1')).toMatchObject({ status: 200 });
    expect((await subject.api('POST', '/check')).body).toMatchObject({ ok: true });
  });

  it('say that they open another account, and go on when that is accepted', async () => {
    const subject = await startIntegration();
    const other = { storeId: '2002', token: 'secret_other', clientSecret: 'other' };
    const moved = await put(subject.id, integrationDocument({ credentials: { shop: other } }));
    expect(moved.body).toMatchObject({ problems: [{ code: 'account_changed', connection: 'shop' }] });
    const accept = (account: string) => subject.api('POST', '/connections/shop/accept-account', { account });
    expect(await accept('maybe')).toMatchObject({ status: 400 });
    expect((await accept('another')).body).toMatchObject({ problems: [] });
    expect(await accept('another')).toMatchObject({ status: 409, body: { code: 'account_unchanged' } });
  });
});

describe('a second integration over the same two accounts', () => {
  it('is warned of in the answer, and not refused; what the directory shows names no account', async () => {
    const first = await startIntegration();
    await first.settle();
    const second = new Subject(newId());
    await put(second.id, integrationDocument());
    await second.settle();
    const answer = await put(second.id, integrationDocument());
    expect(answer.status).toBe(200);
    const { warnings } = answer.body as { warnings: { code: string; message: string }[] };
    const warning = warnings.find(({ code }) => code === 'same_accounts');
    expect(warning?.message).toContain(first.id);
    expect((await second.api('GET')).body as typeof answer.body).toMatchObject({
      warnings: [{ code: 'same_accounts' }],
    });
    for (const path of ['/status.json', '/api/integrations']) {
      expect((await koppel('GET', path)).text).not.toContain('"accounts"');
    }
    await koppel('DELETE', `/api/integrations/${first.id}`);
  });
});

describe('dry-run', () => {
  it('tells in short what would become of the last orders', async () => {
    const subject = await startIntegration({ settings: {} });
    const { id } = await sell();
    const answer = await subject.api('POST', '/dry-run', { flow: 'orders', last: 3 });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        items: [
          {
            key: id,
            outcome: 'written',
            writes: [{ what: 'customer' }, { what: 'document' }],
            checks: expect.arrayContaining([expect.objectContaining({ name: 'gross' })]),
            problem: null,
          },
        ],
      },
    });
    expect(await subject.api('POST', '/dry-run', { flow: 'orders', last: 0 })).toMatchObject({ status: 400 });
    expect(await subject.api('POST', '/dry-run', { flow: 'stock' })).toMatchObject({ status: 404 });
  });
});

describe('revisions', () => {
  it('are listed and read, each with what it changed, and made the present one again', async () => {
    const subject = await startIntegration({ settings: { state: 'draft' } });
    await put(subject.id, integrationDocument({ settings: { state: 'sent' } }));
    const { body, text } = await subject.api('GET', '/revisions');
    expect(body).toMatchObject({
      items: [
        { number: 2, who: 'ADMIN_TOKEN', via: 'api', restored: null, isPresent: true },
        { number: 1, who: 'ADMIN_TOKEN', via: 'api', restored: null, isPresent: false },
      ],
      cursor: null,
    });
    const second = await subject.api('GET', '/revisions/2');
    expect(second.body).toMatchObject({
      document: { flows: [{ settings: { state: 'sent' } }] },
      changes: [{ path: ['flows', 'orders:shop:books', 'settings', 'state'], was: 'draft', becomes: 'sent' }],
    });
    for (const secret of ['secret_sandbox', 'sandbox-client-secret'])
      expect(text + second.text).not.toContain(secret);
    const stale = await koppel('POST', `/api/integrations/${subject.id}/revisions/1/restore`, undefined, {
      'if-match': '"1-x"',
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'saved_meanwhile' } });
    const restored = await subject.api('POST', '/revisions/1/restore');
    expect(restored).toMatchObject({ status: 200, body: { flows: [{ settings: { state: 'draft' } }] } });
    expect(restored.headers.get('etag')).toBe((await subject.api('GET')).headers.get('etag'));
    expect((await subject.api('POST', '/check')).body).toMatchObject({ ok: true });
    expect(await subject.api('GET', '/revisions/9')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    expect(await subject.api('GET', '/revisions/x')).toMatchObject({ status: 400 });
  });
});

describe('lookups', () => {
  it('tell what the settings of a flow can be picked from', async () => {
    const subject = await startIntegration();
    const { status, body } = await subject.api('GET', '/lookups?flow=orders');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      lists: expect.arrayContaining([
        expect.objectContaining({ end: 'to', lookup: 'ledgerAccounts', isClosed: true, why: null }),
      ]),
      seen: [],
    });
    expect(await subject.api('GET', '/lookups')).toMatchObject({ status: 400 });
    expect(await subject.api('GET', '/lookups?flow=stock')).toMatchObject({ status: 404 });
  });
});
