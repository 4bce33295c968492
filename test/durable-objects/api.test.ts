import { describe, expect, it } from 'vitest';
import { credentials, integrationDocument } from '../support/integration-document.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { outside } from './support/outside.ts';
import { invoices, newShopToken, sell, sellMany } from './support/shop.ts';

const id = 'some-shop';
const paths = [
  ['GET', '/api/connectors'],
  ['GET', '/api/openapi.json'],
  ['GET', '/api/integrations'],
  ['GET', `/api/integrations/${id}`],
  ['PUT', `/api/integrations/${id}`],
  ['DELETE', `/api/integrations/${id}`],
  ['POST', `/api/integrations/${id}/check`],
  ['POST', `/api/integrations/${id}/connections/shop/rename`],
  ['POST', `/api/integrations/${id}/connections/shop/accept-account`],
  ['POST', `/api/integrations/${id}/pause`],
  ['POST', `/api/integrations/${id}/resume`],
  ['POST', `/api/integrations/${id}/preview`],
  ['POST', `/api/integrations/${id}/dry-run`],
  ['GET', `/api/integrations/${id}/questions`],
  ['POST', `/api/integrations/${id}/go-live`],
  ['POST', `/api/integrations/${id}/sync`],
  ['GET', `/api/integrations/${id}/tasks`],
  ['POST', `/api/integrations/${id}/tasks/1/retry`],
  ['GET', `/api/integrations/${id}/tasks/1`],
  ['POST', `/api/integrations/${id}/tasks/1/skip`],
  ['POST', `/api/integrations/${id}/tasks/1/unskip`],
  ['POST', `/api/integrations/${id}/retry`],
  ['GET', `/api/integrations/${id}/activity`],
  ['GET', `/api/integrations/${id}/activity/1`],
  ['POST', `/api/integrations/${id}/people/erase`],
  ['POST', `/api/integrations/${id}/people/find`],
  ['GET', `/api/integrations/${id}/connections`],
  ['GET', `/api/integrations/${id}/products?sku=A1`],
  ['GET', `/api/integrations/${id}/orders`],
  ['GET', `/api/integrations/${id}/orders.csv`],
  ['GET', `/api/integrations/${id}/orders/orders/A1`],
  ['GET', `/api/integrations/${id}/amounts`],
  ['GET', '/api/nothing-here'],
] as const;

describe('the API', () => {
  it.each(paths)('%s %s asks for a token', async (method, path) => {
    const wrong = [
      '',
      'Bearer',
      'Bearer ',
      'Bearer wrong',
      'Basic dGVzdC1hZG1pbi10b2tlbg==',
      'test-admin-token',
    ];
    for (const authorization of wrong) {
      const body = method === 'GET' ? undefined : '{not json';
      const answer = await koppel(method, path, body, { authorization });
      expect(answer, authorization).toMatchObject({
        status: 401,
        body: { code: 'token_invalid', status: 401 },
      });
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('answers 404 for an integration that there is none of, on every path', async () => {
    const stranger = new Subject(newId());
    const bodies: Record<string, unknown> = {
      '/preview': { flow: 'orders', key: 'A1' },
      '/dry-run': { flow: 'orders' },
      '/go-live': {},
      '/sync': { flow: 'orders', keys: ['A1'] },
      '/people/erase': { email: 'a@b.example' },
      '/people/find': { email: 'a@b.example' },
      '/connections/shop/rename': { name: 'webshop' },
      '/connections/shop/accept-account': { account: 'same' },
    };
    for (const [method, path] of paths.filter(([, each]) => each.includes(`${id}`))) {
      if (method === 'PUT') continue;
      const rest = path.slice(`/api/integrations/${id}`.length);
      const answer = await stranger.api(method, rest, bodies[rest]);
      expect(answer, `${method} ${rest}`).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect(await stranger.tables()).toEqual({});
  });

  it('names every field that is wrong with a document, and stores nothing of it', async () => {
    const subject = new Subject(newId());
    const { connections, flows } = integrationDocument();
    const answer = await koppel('PUT', `/api/integrations/${subject.id}`, {
      name: 'Tea',
      connections: {
        ...connections,
        books: { connector: 'jortt', credentials: { clientId: 'c', colour: 'red' } },
      },
      flows: [
        { ...flows[0], settings: { lines: 'all', since: 'soon', refund: 'x' } },
        { ...flows[0], to: 'ledger', mapping: { remarks: 'order.(' } },
        { ...flows[0], settings: {}, mapping: { remarkz: "'x'", remarks: '1 +' } },
      ],
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'configuration_invalid' } });
    const fields = (answer.body.issues as { field: string; message: string }[]).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining([
        'connections.books.credentials.clientSecret',
        'connections.books.credentials.colour',
        'flows.0.settings.lines',
        'flows.0.settings.since',
        'flows.0.settings.refund',
        'flows.1.to',
        'flows.2.mapping.remarkz',
        'flows.2.mapping.remarks',
      ]),
    );
    expect(await subject.tables()).toEqual({});
    expect((await subject.api('GET')).status).toBe(404);
  });

  it.each([
    ['no JSON', '{"name":', 400],
    ['no object', '[]', 400],
    ['an unknown field', JSON.stringify({ ...integrationDocument(), colour: 'red' }), 400],
    ['no name', JSON.stringify({ ...integrationDocument(), name: ' ' }), 400],
    ['an endless name', JSON.stringify({ ...integrationDocument(), name: 'x'.repeat(81) }), 400],
    ['a retention below zero', JSON.stringify({ ...integrationDocument(), retentionDays: -1 }), 400],
    ['too much of everything', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413],
  ])('refuses a document with %s', async (_what, body, status) => {
    const subject = await startIntegration();
    const before = await subject.view();
    const answer = await subject.api('PUT', '', body);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toMatch(/^[a-z_]+$/);
    expect(await subject.view()).toEqual(before);
  });

  it.each(['UPPER', 'with_underscore', 'x'.repeat(41), '%20', 'a.b'])('refuses the id %s', async (wrong) => {
    const answer = await koppel('PUT', `/api/integrations/${wrong}`, integrationDocument());
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(answer.body.issues).toMatchObject([{ field: 'integration' }]);
  });

  it('keeps a secret that a PUT leaves out, and takes one that it brings', async () => {
    const subject = await startIntegration();
    const shop = { storeId: credentials.shop.storeId };
    const books = { clientId: credentials.books.clientId };
    expect((await subject.configure({ credentials: { shop, books }, name: 'Tea and more' })).status).toBe(
      200,
    );
    await subject.evict();
    const first = await sell();
    expect((await subject.hook(first.id)).status).toBe(200);
    await subject.settle();
    expect(outside.count('POST', /oauth/)).toBe(0);
    expect((await subject.view()).name).toBe('Tea and more');

    await newShopToken('secret_renewed');
    await subject.configure({ credentials: { shop: { ...shop, token: 'secret_renewed' }, books } });
    const second = await sell();
    expect((await subject.hook(second.id)).status).toBe(200);
    await subject.settle();
    expect(invoices()).toHaveLength(2);
  });

  it('does not hand the secrets of one connector to another of the same name', async () => {
    const subject = await startIntegration();
    const document = integrationDocument();
    const answer = await subject.api('PUT', '', {
      ...document,
      connections: {
        shop: { connector: 'jortt', credentials: { clientId: 'c' } },
        books: document.connections.books,
      },
      flows: [],
    });
    expect(answer.status).toBe(400);
    expect(answer.body.issues).toMatchObject([{ field: 'connections.shop.credentials.clientSecret' }]);
  });

  it('gives back the document as it was written, to be written again', async () => {
    const subject = await startIntegration({
      every: '15m',
      retentionDays: 3,
      mapping: { remarks: 'order.number' },
    });
    const { name, connections, flows, retentionDays } = await subject.view();
    const document = { name, connections, flows, retentionDays };
    expect((await subject.api('PUT', '', document)).status).toBe(200);
    const again = await subject.view();
    expect({ ...again, days: [] }).toMatchObject(document);
  });

  it('lists tasks and activity page by page, each once, newest first', async () => {
    const subject = await startIntegration();
    const ids = await sellMany(7);
    await subject.sync(...ids);
    await subject.settle();
    expect(await everyPage(subject, '/tasks?limit=3')).toEqual([...ids].reverse());
    expect((await everyPage(subject, '/activity?limit=2')).toSorted()).toEqual([...ids].toSorted());
    expect(await everyPage(subject, '/tasks?limit=3&state=parked')).toEqual([]);
    expect(await everyPage(subject, `/activity?limit=2&key=${ids[3]}&outcome=done`)).toEqual([ids[3]]);
    expect(await everyPage(subject, '/activity?limit=2&flow=orders:shop:books')).toHaveLength(7);
  });

  it('leaves an order out with a reason or without, shows who did it, and takes it back', async () => {
    const subject = await startIntegration();
    outside.fault({
      system: 'jortt',
      method: 'POST',
      kind: 'status',
      status: 422,
      body: { error: { code: 422, key: 'params.invalid', message: 'Invalid.', details: [] } },
      times: 2,
    });
    const [first = '', second = ''] = await sellMany(2);
    await subject.sync(first, second);
    await subject.settle();
    const { id } = await subject.task(first);
    const { id: other } = await subject.task(second);
    const skipped = await subject.api('POST', `/tasks/${id}/skip`, { why: 'Paid in cash' });
    expect(skipped).toMatchObject({
      status: 200,
      body: { state: 'skipped', skippedBy: 'api', number: first },
    });
    expect((await subject.api('POST', `/tasks/${other}/skip`)).status).toBe(200);
    expect((await subject.api('POST', `/tasks/${other}/skip`, { because: 'x' })).status).toBe(400);
    expect(await everyPage(subject, '/tasks?limit=9&state=skipped&skippedBy=api')).toEqual([second, first]);
    const [, trace] = await subject.activity('&outcome=skipped');
    const transfer = await subject.api('GET', `/activity/${trace?.id}`);
    expect(transfer.body.payload).toMatchObject({ why: 'Paid in cash' });
    const back = await subject.api('POST', `/tasks/${id}/unskip`);
    expect(back).toMatchObject({ status: 200, body: { state: 'queued', skippedBy: null } });
    await subject.settle();
    expect(await subject.api('GET', `/tasks/${id}`)).toMatchObject({ body: { state: 'done', key: first } });
    expect(invoices()).toHaveLength(1);
  });

  it('brings orders across by their numbers, in whatever case, and finds them by these', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    const synced = await subject.api('POST', '/sync', { flow: 'orders', numbers: [id.toLowerCase()] });
    expect(synced).toMatchObject({ status: 200, body: { queued: 1 } });
    await subject.settle();
    expect(await everyPage(subject, `/tasks?limit=9&number=${id.toLowerCase().slice(0, 4)}`)).toEqual([id]);
    expect(await everyPage(subject, `/activity?limit=9&number=${id.toLowerCase()}`)).toEqual([id]);
    const unknown = await subject.api('POST', '/sync', { flow: 'orders', numbers: ['NO-SUCH'] });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'number_unknown' } });
    const preview = await subject.api('POST', '/preview', { flow: 'orders', key: id.toLowerCase() });
    expect(preview).toMatchObject({ status: 200, body: { source: { id } } });
  });

  it.each([
    ['/tasks?limit=0', 'limit'],
    ['/tasks?limit=201', 'limit'],
    ['/tasks?limit=x', 'limit'],
    ['/tasks?cursor=abc', 'cursor'],
    ['/tasks?state=lost', 'state'],
    ['/activity?cursor=-1', 'cursor'],
    ['/activity/abc', 'activity'],
  ])('refuses %s and names the field', async (path, field) => {
    const subject = await startIntegration();
    const answer = await subject.api('GET', path);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(answer.body.issues).toMatchObject([{ field }]);
  });

  it.each([
    ['/preview', { flow: 'orders' }, 'key'],
    ['/preview', { flow: 'orders', key: '' }, 'key'],
    ['/sync', { flow: 'orders', keys: [] }, 'keys'],
    ['/sync', { flow: 'orders', since: 'yesterday' }, 'since'],
    ['/sync', { keys: ['A1'] }, 'flow'],
  ])('refuses POST %s with %j and names the field', async (path, body, field) => {
    const subject = await startIntegration();
    const answer = await subject.api('POST', path, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(answer.body.issues).toMatchObject([{ field }]);
    expect(await subject.tasks()).toEqual([]);
  });

  it('answers 404 for tasks, flows and activity that there are none of', async () => {
    const subject = await startIntegration();
    for (const [method, path, body] of [
      ['POST', '/tasks/99/retry', undefined],
      ['POST', '/tasks/99/skip', undefined],
      ['GET', '/activity/99', undefined],
      ['POST', '/sync', { flow: 'stock', keys: ['A'] }],
      ['POST', '/preview', { flow: 'orders:books:shop', key: 'A' }],
    ] as const) {
      expect(await subject.api(method, path, body), path).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
    }
  });
});

async function everyPage(subject: Subject, path: string): Promise<string[]> {
  const keys: string[] = [];
  for (let cursor = ''; ; ) {
    const { text } = await subject.api('GET', cursor === '' ? path : `${path}&cursor=${cursor}`);
    const page: { items: { key: string }[]; cursor: string | null } = JSON.parse(text);
    keys.push(...page.items.map(({ key }) => key));
    if (page.cursor === null) return keys;
    cursor = page.cursor;
  }
}
