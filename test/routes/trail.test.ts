import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, expect, it } from 'vitest';
import type { DeedCode } from '../../src/engine/storage/trail.ts';
import { app } from '../../src/routes/app.ts';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { stockDocument, stockFlow, withLevels } from '../durable-objects/support/stock.ts';
import { integrationDocument } from '../support/integration-document.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { credentials as systems } from '../support/systems.ts';
import { type Browser, loggedIn } from '../ui/browser.ts';
import { parkedOrders } from '../ui/desk/parked-orders.ts';
import { fieldsIn, filledIn } from '../ui/form-fields.ts';
import { drafted as readyDraft } from '../ui/setup/drafts.ts';
import { connect, connectBoth, drafted, switchOn } from '../ui/setup/support.ts';

/** What somebody does over a route, and the line that it must leave. */
interface Change {
  readonly code: DeedCode;
  /** Whose trail has it: the link's, unless it is the deployment's. */
  readonly of?: 'house';
  readonly do: () => Promise<{ readonly id: string; readonly status: number }>;
}

/** Routes that are no GET, and change nothing that is kept: they look, try, or send somebody something. */
const changeNothing = [
  // A session is the browser's, and a webhook is the system's.
  ...['POST /login', 'POST /logout', 'POST /hooks/:integration/:connection'],
  ...['POST /api/channels/:channel/test', 'POST /alerts/:channel/test'],
  ...['check', 'preview', 'dry-run', 'people/find', 'mapping/try'].map(
    (name) => `POST /api/integrations/:integration/${name}`,
  ),
  ...['check', 'preview', 'connections', 'setup/dry-run'].map(
    (name) => `POST /integrations/:integration/${name}`,
  ),
];

/** The shop of a draft can be activated. */
async function activatable(): Promise<Subject> {
  const subject = new Subject(newId());
  const connections = { shop: { connector: 'magento' }, books: { connector: 'jortt' } };
  const document = { name: 'Mugs', state: 'draft', connections };
  await koppel('PUT', `/api/integrations/${subject.id}`, document);
  return subject;
}

/** It is, and gives its keys. */
async function activated() {
  const subject = await activatable();
  const path = `/integrations/${subject.id}/connections/shop/activation`;
  const { html } = await (await loggedIn()).post(path);
  const [callback = ''] = /\/activations\/[^<]+/.exec(html) ?? [];
  const { consumerKey, consumerSecret, address } = systems.magento;
  outside.intercept = async () => new Response('oauth_token=a&oauth_token_secret=b');
  const sent = new URLSearchParams({
    ...{ store_base_url: address, oauth_verifier: 'v' },
    ...{ oauth_consumer_key: consumerKey, oauth_consumer_secret: consumerSecret },
  });
  const { status } = await subject.rawHook(sent, callback);
  return { id: subject.id, status };
}

const other = { storeId: '2002', token: 'secret_other', clientSecret: 'other' };

async function api(subject: Subject, method: string, path = '', body?: unknown) {
  const { status } = await subject.api(method, path, body);
  return { id: subject.id, status };
}

async function page(subject: Subject, path: string, form: Record<string, string> | [string, string][] = {}) {
  const { status } = await (await loggedIn()).post(`/integrations/${subject.id}${path}`, form);
  return { id: subject.id, status };
}

/** Of the first form of a page with a revision, filled in otherwise. */
async function filled(subject: Subject, path: string, values: Record<string, string>) {
  const browser: Browser = await loggedIn();
  const { html } = await browser.get(`/integrations/${subject.id}${path}`);
  return page(subject, path, filledIn(await fieldsIn(html), values));
}

async function parked(): Promise<{ subject: Subject; task: string }> {
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

async function leftOut() {
  const { subject, task } = await parked();
  await subject.api('POST', `/tasks/${task}/skip`, {});
  return { subject, task };
}

async function moved(): Promise<Subject> {
  const subject = await startIntegration();
  await subject.configure({ credentials: { shop: other } });
  return subject;
}

async function twoVersions(): Promise<Subject> {
  const subject = await startIntegration({ name: 'First' });
  await subject.configure({ name: 'Second' });
  return subject;
}

async function stocked(): Promise<Subject> {
  const subject = new Subject(newId());
  await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
  await withLevels(subject, 4);
  return subject;
}

const named = () => `N ${crypto.randomUUID().slice(0, 8)}`;
const slack = () => ({ kind: 'slack', name: named(), to: 'https://hooks.example.com/services/x' });

async function made(path: string, body: object): Promise<string> {
  const { body: answer, text } = await koppel('POST', path, body);
  if (answer.id === undefined) throw new Error(text);
  return String(answer.id);
}

async function house(method: 'POST' | 'DELETE', path: string, body?: object) {
  return { id: '', status: (await koppel(method, path, body)).status };
}

async function housePage(path: string, form: Record<string, string> = {}) {
  return { id: '', status: (await (await loggedIn()).post(path, form)).status };
}

const taskDeeds = (on: 'api' | 'page') => {
  const send = on === 'api' ? api : null;
  const at = (subject: Subject, path: string) =>
    send === null ? page(subject, path) : send(subject, 'POST', path, {});
  const base = on === 'api' ? 'POST /api/integrations/:integration' : 'POST /integrations/:integration';
  return {
    [`${base}/tasks/:task/retry`]: {
      code: 'retried',
      do: async () => parked().then(({ subject, task }) => at(subject, `/tasks/${task}/retry`)),
    },
    [`${base}/tasks/:task/skip`]: {
      code: 'left_out',
      do: async () => parked().then(({ subject, task }) => at(subject, `/tasks/${task}/skip`)),
    },
    [`${base}/tasks/:task/unskip`]: {
      code: 'taken_back',
      do: async () => leftOut().then(({ subject, task }) => at(subject, `/tasks/${task}/unskip`)),
    },
    [`${base}/retry`]: {
      code: 'retried_all',
      do: async () => parked().then(({ subject }) => at(subject, '/retry')),
    },
    [`${base}/pause`]: { code: 'paused', do: async () => at(await startIntegration(), '/pause') },
    [`${base}/resume`]: {
      code: 'resumed',
      do: async () => {
        const subject = await startIntegration();
        await subject.api('POST', '/pause');
        return at(subject, '/resume');
      },
    },
  } satisfies Record<string, Change>;
};

/** Orders that wait for one cause, and its name. */
async function waiting(): Promise<{ subject: Subject; problem: string }> {
  const { subject } = await parkedOrders(1);
  const { body } = await subject.api('GET', '/problems');
  const [cause] = body.causes as { readonly id: string }[];
  return { subject, problem: cause?.id ?? '' };
}

/** The same, left out: what can be taken back. */
async function causeLeftOut(): Promise<{ subject: Subject; remedy: string }> {
  const { subject, problem } = await waiting();
  await subject.api('POST', '/problems/skip', { problem, why: 'booked_by_hand' });
  const { body } = await subject.api('GET', '/problems/solved');
  const [leftOut] = body.leftOut as { readonly id: string }[];
  return { subject, remedy: leftOut?.id ?? '' };
}

const deskDeeds = (on: 'api' | 'page') => {
  const at = (subject: Subject, deed: string, sent: Record<string, string>) =>
    on === 'api' ? api(subject, 'POST', `/problems/${deed}`, sent) : page(subject, `/problems/${deed}`, sent);
  const base = `POST ${on === 'api' ? '/api' : ''}/integrations/:integration/problems`;
  return {
    [`${base}/retry`]: {
      code: 'cause_retried',
      do: async () => waiting().then(({ subject, problem }) => at(subject, 'retry', { problem })),
    },
    [`${base}/skip`]: {
      code: 'cause_left_out',
      do: async () =>
        waiting().then(({ subject, problem }) => at(subject, 'skip', { problem, why: 'booked_by_hand' })),
    },
    [`${base}/unskip`]: {
      code: 'cause_taken_back',
      do: async () => causeLeftOut().then(({ subject, remedy }) => at(subject, 'unskip', { remedy })),
    },
    [`${base}/solve`]: {
      code: 'cause_retried',
      do: async () => {
        const { subject, problem } = await waiting();
        const { revision } = await subject.view();
        return at(subject, 'solve', {
          ...{ problem, entry: 'pay_later' },
          ...(on === 'api' ? {} : { revision }),
        });
      },
    },
  } satisfies Record<string, Change>;
};

const changes: Readonly<Record<string, Change>> = {
  ...taskDeeds('api'),
  ...taskDeeds('page'),
  ...deskDeeds('api'),
  ...deskDeeds('page'),
  'PUT /api/integrations/:integration': {
    code: 'settings_saved',
    do: async () => {
      const subject = await startIntegration();
      const { status } = await subject.configure({ name: 'Other' });
      return { id: subject.id, status };
    },
  },
  'DELETE /api/integrations/:integration': {
    ...{ code: 'deleted', of: 'house' },
    do: async () => api(await startIntegration(), 'DELETE'),
  },
  'POST /api/integrations/:integration/connections/:connection/rename': {
    code: 'renamed',
    do: async () => api(await startIntegration(), 'POST', '/connections/shop/rename', { name: 'webshop' }),
  },
  'POST /api/integrations/:integration/connections/:connection/accept-account': {
    code: 'account_accepted',
    do: async () => api(await moved(), 'POST', '/connections/shop/accept-account', { account: 'same' }),
  },
  'POST /api/integrations/:integration/connections/:connection/activation': {
    code: 'activation_opened',
    do: async () => api(await activatable(), 'POST', '/connections/shop/activation', {}),
  },
  'POST /activations/:integration/:connection/:secret': { code: 'access_given', do: activated },
  'POST /api/integrations/:integration/people/erase': {
    code: 'person_erased',
    do: async () => api(await startIntegration(), 'POST', '/people/erase', { email: 'a@b.example' }),
  },
  'POST /api/integrations/:integration/sync': {
    code: 'synced',
    do: async () => api(await startIntegration(), 'POST', '/sync', { flow: 'orders', keys: ['77'] }),
  },
  'POST /api/integrations/:integration/levels/retry': {
    code: 'levels_retried',
    do: async () => api(await stocked(), 'POST', '/levels/retry', { flow: stockFlow }),
  },
  'POST /api/integrations/:integration/revisions/:revision/restore': {
    code: 'restored',
    do: async () => api(await twoVersions(), 'POST', '/revisions/1/restore', {}),
  },
  'POST /api/channels': {
    ...{ code: 'channel_made', of: 'house' },
    do: () => house('POST', '/api/channels', slack()),
  },
  'DELETE /api/channels/:channel': {
    ...{ code: 'channel_removed', of: 'house' },
    do: async () => house('DELETE', `/api/channels/${await made('/api/channels', slack())}`),
  },
  'POST /api/tokens': {
    ...{ code: 'token_made', of: 'house' },
    do: () => house('POST', '/api/tokens', { name: named(), role: 'read-only' }),
  },
  'DELETE /api/tokens/:token': {
    ...{ code: 'token_revoked', of: 'house' },
    do: async () =>
      house('DELETE', `/api/tokens/${await made('/api/tokens', { name: named(), role: 'read-only' })}`),
  },
  'POST /new': {
    code: 'created',
    do: async () => ({ ...(await drafted(await loggedIn(), 'ecwid', 'jortt')), status: 303 }),
  },
  'POST /new/document': {
    code: 'created',
    do: async () => {
      const id = newId();
      const document = JSON.stringify(integrationDocument());
      return { id, status: (await housePage('/new/document', { id, document })).status };
    },
  },
  'POST /api/integrations/:integration/go-live': {
    code: 'went_live',
    do: async () => api((await readyDraft()).subject, 'POST', '/go-live', {}),
  },
  'POST /integrations/:integration/setup/questions': {
    code: 'settings_saved',
    do: async () => filled((await readyDraft()).subject, '/setup/questions', { 'f0.state': 'sent' }),
  },
  'POST /integrations/:integration/setup/live': {
    code: 'went_live',
    do: async () => filled((await readyDraft()).subject, '/setup/live', { from: 'now', do: 'start' }),
  },
  'POST /integrations/:integration/setup/connections/:connection': {
    code: 'credentials_entered',
    do: async () => {
      const browser = await loggedIn();
      const { id, first } = await drafted(browser, 'ecwid', 'jortt');
      return { id, status: (await connect(browser, id, first, systems.ecwid)).status };
    },
  },
  'POST /integrations/:integration/setup/flows': {
    code: 'settings_saved',
    do: async () => {
      const browser = await loggedIn();
      const { id, first, second } = await drafted(browser, 'ecwid', 'jortt');
      await connectBoth(browser, id, { [first]: 'ecwid', [second]: 'jortt' });
      return { id, status: (await switchOn(browser, id, [`orders:${first}:${second}`])).status };
    },
  },
  'POST /alerts': {
    ...{ code: 'channel_made', of: 'house' },
    do: () => housePage('/alerts', { ...slack(), scope: 'all', hour: '' }),
  },
  'POST /alerts/:channel/remove': {
    ...{ code: 'channel_removed', of: 'house' },
    do: async () => housePage(`/alerts/${await made('/api/channels', slack())}/remove`),
  },
  'POST /access': {
    ...{ code: 'token_made', of: 'house' },
    do: () => housePage('/access', { name: named(), role: 'read-only', scope: 'all', until: '' }),
  },
  'POST /access/:token/revoke': {
    ...{ code: 'token_revoked', of: 'house' },
    do: async () =>
      housePage(`/access/${await made('/api/tokens', { name: named(), role: 'read-only' })}/revoke`),
  },
  'POST /integrations/:integration/sync': {
    code: 'synced',
    do: async () => page(await startIntegration(), '/sync', { flow: 'orders:shop:books', key: '77' }),
  },
  'POST /integrations/:integration/configuration': {
    code: 'settings_saved',
    do: async () =>
      page(await startIntegration(), '/configuration', {
        document: JSON.stringify(integrationDocument({ name: 'Other' })),
      }),
  },
  'POST /integrations/:integration/settings/history/:revision/restore': {
    code: 'restored',
    do: async () => {
      const subject = await twoVersions();
      const { revision } = await subject.view();
      return page(subject, '/settings/history/1/restore', { revision });
    },
  },
  'POST /integrations/:integration/settings/transfer': {
    code: 'settings_saved',
    do: async () =>
      page(await startIntegration(), '/settings/transfer', {
        ...{ document: JSON.stringify(integrationDocument({ name: 'Other' })), do: 'save' },
      }),
  },
  'POST /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}': {
    code: 'settings_saved',
    do: async () =>
      filled(await startIntegration(), '/settings/orders:shop:books', {
        'settings.state': 'sent',
        do: 'save',
      }),
  },
  'POST /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}/mapping/:field': {
    code: 'settings_saved',
    do: async () => {
      const subject = await startIntegration();
      const { revision } = await subject.view();
      return page(subject, '/settings/orders:shop:books/mapping/remarks', {
        ...{ shown: 'text', mode: 'text', text: 'Order {number}', do: 'save', revision },
      });
    },
  },
  'POST /integrations/:integration/connections/:connection': {
    code: 'credentials_entered',
    do: async () =>
      filled(await startIntegration(), '/connections/shop', { 'credentials.token': 'secret_new' }),
  },
  'POST /integrations/:integration/connections/:connection/rename': {
    code: 'renamed',
    do: async () => page(await startIntegration(), '/connections/shop/rename', { name: 'webshop' }),
  },
  'POST /integrations/:integration/connections/:connection/accept-account': {
    code: 'account_accepted',
    do: async () => page(await moved(), '/connections/shop/accept-account', { account: 'same' }),
  },
  'POST /integrations/:integration/connections/:connection/activation': {
    code: 'activation_opened',
    do: async () => page(await activatable(), '/connections/shop/activation'),
  },
  'POST /integrations/:integration/stock/retry': {
    code: 'levels_retried',
    do: async () => page(await stocked(), '/stock/retry', { flow: stockFlow }),
  },
  'POST /integrations/:integration/privacy': {
    code: 'person_erased',
    do: async () =>
      page(await startIntegration(), '/privacy', { email: 'a@b.example', do: 'erase', sure: 'yes' }),
  },
  'POST /integrations/:integration/privacy/retention': {
    code: 'settings_saved',
    do: async () => page(await startIntegration(), '/privacy/retention', { days: '30' }),
  },
  'POST /integrations/:integration/delete': {
    ...{ code: 'deleted', of: 'house' },
    do: async () => {
      const subject = await startIntegration();
      return page(subject, '/delete', { confirm: subject.id });
    },
  },
};

/** Every route by which something can be changed: all that are no GET. */
const routes = [
  ...new Set(
    app.routes
      .filter(({ method }) => !['ALL', 'GET'].includes(method))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

interface Line {
  readonly id: string;
  readonly who: string;
  readonly via: string;
  readonly code: string;
  readonly integration: string | null;
}

async function lines(path: string): Promise<Line[]> {
  const { status, body, text } = await koppel('GET', `${path}?limit=200`);
  if (status !== 200) throw new Error(text);
  return body.items as Line[];
}

afterAll(async () => {
  const { body } = await koppel('GET', '/api/channels');
  for (const { id } of body.items as { id: string }[]) await koppel('DELETE', `/api/channels/${id}`);
});

it('is known by every route that changes something', () => {
  const known = [...Object.keys(changes), ...changeNothing];
  expect(routes.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !routes.includes(route))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});

it.each(Object.entries(changes))('%s leaves its line', async (route, { code, of, do: change }) => {
  const [before] = of === 'house' ? await lines('/api/audit') : [];
  const { id, status } = await change();
  expect([200, 303], route).toContain(status);
  const all = of === 'house' ? await lines('/api/audit') : await lines(`/api/integrations/${id}/audit`);
  const via = route.includes('/api/') ? 'api' : 'page';
  const found = all.filter((line) => line.code === code && line.via === via && line.who === 'ADMIN_TOKEN');
  expect(found.length, `${route}: ${JSON.stringify(all.slice(0, 3))}`).toBeGreaterThan(0);
  if (of === 'house') {
    const [newest] = id === '' ? all : all.filter((line) => line.integration === id);
    expect(newest).toMatchObject({ code, via });
    expect(newest?.id).not.toBe(before?.id);
  } else {
    // What is made has credentials of two connections, too.
    expect(all.slice(0, 3).map((line) => line.code)).toContain(code);
  }
});

it('names the version that was restored, and not that settings were saved', async () => {
  const subject = await twoVersions();
  await subject.api('POST', '/revisions/1/restore', {});
  const { body } = await subject.api('GET', '/audit');
  const [newest] = body.items as { code: string; params: object; says: string }[];
  expect(newest).toMatchObject({
    ...{ code: 'restored', says: 'An earlier version of the settings restored' },
    params: { version: 1, fields: ['name'] },
  });
  // A version of before the trail knew it stays as it is told.
  const rows = await runInDurableObject(env.INTEGRATIONS.getByName(subject.id), (_, { storage }) =>
    storage.sql.exec("SELECT code FROM trail WHERE code = 'settings_saved'").toArray(),
  );
  expect(rows).toHaveLength(1);
});
