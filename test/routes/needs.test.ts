import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HouseObject } from '../../durable-objects/house.ts';
import { IntegrationObject } from '../../durable-objects/integration.ts';
import { type Role, roles } from '../../src/house/roles.ts';
import { app } from '../../src/routes/app.ts';
import { declaredNeed } from '../../src/routes/needs.ts';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { integrationDocument } from '../support/integration-document.ts';
import { Browser } from '../ui/browser.ts';

interface Route {
  readonly method: string;
  readonly pattern: string;
}

/** Every route of the app, once. Middleware stands under `ALL`. */
const routes: Route[] = [
  ...new Map(
    app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path: pattern }) => [`${method} ${pattern}`, { method, pattern }]),
  ).values(),
];

const ofOne = routes.filter(
  ({ pattern }) => pattern.includes(':integration') && !/^\/(?:hooks|activations|oauth)\//.test(pattern),
);

/** What reads, and what retries or leaves out: written down here once more, by hand. */
const reads = [
  'GET /api/integrations/:integration',
  'GET /api/integrations/:integration/tasks',
  'GET /api/integrations/:integration/tasks/:task',
  'GET /api/integrations/:integration/problems',
  'GET /api/integrations/:integration/problems/solved',
  'GET /integrations/:integration/problems',
  'GET /integrations/:integration/problems/solved',
  'GET /api/integrations/:integration/stock',
  'GET /api/integrations/:integration/levels',
  'GET /api/integrations/:integration/activity',
  'GET /api/integrations/:integration/activity/:activity',
  'GET /integrations/:integration',
  'GET /integrations/:integration/configuration',
  'GET /integrations/:integration/tasks/:task',
  'GET /integrations/:integration/activity/:activity',
  'GET /integrations/:integration/connections',
  'GET /api/integrations/:integration/connections',
  'GET /api/integrations/:integration/connections/:connection/activation',
  'GET /api/integrations/:integration/products',
  'GET /integrations/:integration/products',
  'GET /integrations/:integration/stock',
  'GET /integrations/:integration/audit',
  'GET /integrations/:integration/audit.csv',
  'GET /api/integrations/:integration/audit',
  'GET /api/integrations/:integration/orders',
  'GET /api/integrations/:integration/orders.csv',
  'GET /api/integrations/:integration/orders/:flow/:key',
  'GET /api/integrations/:integration/amounts',
  'GET /api/integrations/:integration/insights',
  'GET /api/integrations/:integration/reconciliation',
  'GET /api/integrations/:integration/reconciliation.csv',
  'GET /integrations/:integration/insights',
  'GET /integrations/:integration/insights/:month',
  'GET /integrations/:integration/insights/:month/reconciliation.csv',
  'GET /api/integrations/:integration/revisions',
  'GET /api/integrations/:integration/revisions/:revision',
  'GET /api/integrations/:integration/lookups',
  'GET /api/integrations/:integration/questions',
  'GET /integrations/:integration/setup/questions',
  'GET /integrations/:integration/setup/live',
  'GET /integrations/:integration/orders',
  'GET /integrations/:integration/orders.csv',
  'GET /integrations/:integration/orders/:number',
  'GET /integrations/:integration/orders/:flow/:key',
  'GET /integrations/:integration/settings',
  'GET /integrations/:integration/settings/history',
  'GET /integrations/:integration/settings/history/:revision',
  'GET /integrations/:integration/settings/export',
  'GET /integrations/:integration/settings/transfer',
  'GET /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}',
];
const works = [
  'GET /api/integrations/:integration/mapping',
  'GET /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}/mapping',
  'GET /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}/mapping/:field',
  'POST /api/integrations/:integration/check',
  'POST /api/integrations/:integration/preview',
  'POST /api/integrations/:integration/dry-run',
  'POST /api/integrations/:integration/mapping/try',
  'POST /api/integrations/:integration/retry',
  'POST /api/integrations/:integration/problems/retry',
  'POST /api/integrations/:integration/problems/skip',
  'POST /api/integrations/:integration/problems/unskip',
  'POST /integrations/:integration/problems/retry',
  'POST /integrations/:integration/problems/skip',
  'POST /integrations/:integration/problems/unskip',
  'POST /api/integrations/:integration/levels/retry',
  'POST /api/integrations/:integration/tasks/:task/retry',
  'POST /api/integrations/:integration/tasks/:task/skip',
  'POST /api/integrations/:integration/tasks/:task/unskip',
  'POST /integrations/:integration/check',
  'POST /integrations/:integration/connections',
  'GET /integrations/:integration/preview',
  'POST /integrations/:integration/preview',
  'GET /integrations/:integration/setup/dry-run',
  'POST /integrations/:integration/setup/dry-run',
  'POST /integrations/:integration/retry',
  'POST /integrations/:integration/stock/retry',
  'POST /integrations/:integration/tasks/:task/retry',
  'POST /integrations/:integration/tasks/:task/skip',
  'POST /integrations/:integration/tasks/:task/unskip',
];
const ofTheHouse = [
  ...['GET /api/tokens', 'POST /api/tokens', 'DELETE /api/tokens/:token'],
  ...['GET /api/channels', 'POST /api/channels', 'DELETE /api/channels/:channel', 'GET /api/tellings'],
  ...['POST /api/channels/:channel/test', 'GET /alerts', 'POST /alerts'],
  ...['POST /alerts/:channel/test', 'POST /alerts/:channel/remove'],
  ...['GET /api/audit', 'GET /audit', 'GET /audit.csv'],
  ...['GET /new', 'POST /new', 'GET /new/document', 'POST /new/document'],
  ...['GET /access', 'POST /access', 'POST /access/:token/revoke'],
];
const ofAnybody = [
  ...[
    'GET /status.json',
    'GET /health',
    'GET /status',
    'GET /assets/koppel.css',
    'GET /assets/status.css',
    'GET /',
  ],
  ...['GET /help', 'GET /help/:rest{.+}', 'GET /api/docs', 'GET /api/docs/:tag'],
  ...['POST /login', 'POST /logout', 'GET /oauth/callback', 'POST /hooks/:integration/:connection'],
  ...[
    'POST /activations/:integration/:connection/:secret',
    'GET /oauth/activated/:integration/:connection/:secret',
  ],
];
const ofSomebody = ['GET /api/openapi.json', 'GET /api/connectors', 'GET /api/integrations'];

const nameOf = ({ method, pattern }: Route) => `${method} ${pattern}`;

function mayBy(role: Role, route: Route): boolean {
  const name = nameOf(route);
  if (role === 'admin' || reads.includes(name)) return true;
  return role === 'bookkeeper' && works.includes(name);
}

function pathOf({ pattern }: Route, id: string): string {
  return pattern
    .replace(':integration', id)
    .replace(':connection', 'shop')
    .replace(/:flow(\{[^/]*\})?/, 'orders:shop:books')
    .replace(':field', 'remarks')
    .replace(/:(task|activity|token|channel|revision|number|key)/, '999999');
}

interface Visitor {
  readonly token: string;
  readonly browser: Browser;
}

async function newToken(role: Role, integrations: string[] | null): Promise<string> {
  const { body } = await koppel('POST', '/api/tokens', { name: crypto.randomUUID(), role, integrations });
  return String(body.token);
}

async function visitor(role: Role, integrations: string[] | null): Promise<Visitor> {
  const token = await newToken(role, integrations);
  const browser = new Browser();
  expect((await browser.logIn(token)).status).toBe(303);
  return { token, browser };
}

/** The status of the answer, and what it says. */
async function ask({ token, browser }: Visitor, route: Route, id: string) {
  const path = pathOf(route, id);
  if (path.startsWith('/api/')) {
    const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {};
    const { status, text } = await koppel(route.method, path, body, { authorization: `Bearer ${token}` });
    return { status, text: text.replaceAll(id, 'ID') };
  }
  const { status, html } = await (route.method === 'GET' ? browser.get(path) : browser.post(path));
  return { status, text: html.replaceAll(id, 'ID') };
}

describe('every route', () => {
  it('declares what it needs', () => {
    expect(routes.length).toBeGreaterThan(60);
    const undeclared = routes.filter(({ method, pattern }) => declaredNeed(method, pattern) === undefined);
    expect(undeclared.map(nameOf)).toEqual([]);
  });

  it('is known here: of one integration, of the house, of somebody, or of anybody', () => {
    const known = new Set([...ofTheHouse, ...ofAnybody, ...ofSomebody, ...ofOne.map(nameOf)]);
    expect(routes.map(nameOf).filter((name) => !known.has(name))).toEqual([]);
    const there = new Set(routes.map(nameOf));
    expect([...reads, ...works, ...known].filter((name) => !there.has(name))).toEqual([]);
  });

  it('is closed to whoever is nobody, unless it is open', async () => {
    for (const route of routes) {
      if (ofAnybody.includes(nameOf(route))) continue;
      const { status } = await ask({ token: 'nobody', browser: new Browser() }, route, 'mugs');
      expect(status, nameOf(route)).toBe(401);
    }
  });
});

describe('a token for one integration', () => {
  let mine: Subject;
  let other: Subject;
  beforeAll(async () => {
    mine = await startIntegration({ name: 'Mine' });
    other = await startIntegration({ name: 'Secret other' });
  });

  it.each(roles)(
    '(%s) does there what its role does, and is told in words what it does not',
    async (role) => {
      const who = await visitor(role, [mine.id]);
      // What deletes comes last.
      const sorted = ofOne.toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
      for (const route of sorted) {
        const { status, text } = await ask(who, route, mine.id);
        if (mayBy(role, route)) expect([401, 403], nameOf(route)).not.toContain(status);
        else {
          expect(status, nameOf(route)).toBe(403);
          expect(text, nameOf(route)).toMatch(/Your token (?:is for reading only|sees everything)/);
        }
      }
      if (role === 'admin') expect((await mine.configure({ name: 'Mine' })).status).toBe(200);
      else expect((await mine.view()).state).toBe('active');
    },
  );

  it.each(roles)(
    '(%s) is not told whether there are others, on no route, and they are not asked',
    async (role) => {
      const who = await visitor(role, [mine.id]);
      const spies = (['view', 'configure', 'destroy', 'tasks', 'retryParked'] as const).map((name) =>
        vi.spyOn(IntegrationObject.prototype, name),
      );
      for (const route of ofOne) {
        const [there, nowhere] = [await ask(who, route, other.id), await ask(who, route, 't-there-is-none')];
        expect(there, nameOf(route)).toEqual(nowhere);
        expect(there.status, nameOf(route)).toBe(404);
        expect(there.text, nameOf(route)).not.toContain('Secret other');
      }
      for (const spy of spies) expect(spy).not.toHaveBeenCalled();
      const encoded = other.id.replace('t', '%74');
      for (const path of [`/api/integrations/${encoded}`, `/api/integrations/${encoded}/tasks`])
        expect((await koppel('GET', path, undefined, { authorization: `Bearer ${who.token}` })).status).toBe(
          404,
        );
      const { body } = await koppel('GET', '/api/integrations', undefined, {
        authorization: `Bearer ${who.token}`,
      });
      expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([mine.id]);
      expect((await who.browser.get('/')).html).not.toContain('Secret other');
    },
  );

  it('(admin) makes no new one, though it was made for an id that is nobody’s', async () => {
    const nobodys = new Subject(newId());
    const { token } = await visitor('admin', [mine.id, nobodys.id]);
    const path = `/api/integrations/${nobodys.id}`;
    const authorization = { authorization: `Bearer ${token}` };
    for (const query of ['', '?dryRun=true'])
      expect((await koppel('PUT', `${path}${query}`, integrationDocument(), authorization)).status).toBe(404);
    expect(await nobodys.tables()).toEqual({});
    expect((await nobodys.configure()).status).toBe(200);
    expect((await koppel('PUT', path, integrationDocument(), authorization)).status).toBe(200);
  });

  it.each(roles)('(%s) does nothing that belongs to the deployment as a whole', async (role) => {
    const who = await visitor(role, [mine.id]);
    for (const route of routes.filter((each) => ofTheHouse.includes(nameOf(each))))
      expect((await ask(who, route, '')).status, nameOf(route)).toBe(403);
  });
});

describe('a token for all integrations', () => {
  it.each(roles)('(%s) does what its role does, on each', async (role) => {
    const subject = await startIntegration();
    const who = await visitor(role, null);
    for (const route of ofOne.filter(({ method }) => method !== 'DELETE')) {
      const { status } = await ask(who, route, subject.id);
      if (mayBy(role, route)) expect([401, 403], nameOf(route)).not.toContain(status);
      else expect(status, nameOf(route)).toBe(403);
    }
    for (const route of routes.filter((each) => ofTheHouse.includes(nameOf(each)))) {
      const { status } = await ask(who, route, '');
      if (role === 'admin') expect([401, 403], nameOf(route)).not.toContain(status);
      else expect(status, nameOf(route)).toBe(403);
    }
  });
});

describe('the house', () => {
  it('is asked neither for a webhook nor for the admin token, over the API or on pages', async () => {
    const subject = await startIntegration();
    const asked = (['admit', 'standing', 'tokens'] as const).map((name) =>
      vi.spyOn(HouseObject.prototype, name),
    );
    const { id } = await sell();
    expect((await subject.hook(id)).status).toBe(200);
    expect((await subject.api('GET')).status).toBe(200);
    const browser = new Browser();
    await browser.logIn();
    expect((await browser.get(`/integrations/${subject.id}`)).status).toBe(200);
    // Nor for what cannot be a token.
    for (const wrong of ['guess', 'koppel_1_short', `koppel_0_${'A'.repeat(43)}`])
      await koppel('GET', '/api/integrations', undefined, { authorization: `Bearer ${wrong}` });
    for (const spy of asked) expect(spy).not.toHaveBeenCalled();
    await koppel('GET', '/api/integrations', undefined, {
      authorization: `Bearer koppel_999_${'A'.repeat(43)}`,
    });
    expect(asked[0]).toHaveBeenCalledTimes(1);
  });
});
