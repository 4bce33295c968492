import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Env } from '../../src/env.ts';
import worker from '../../src/index.ts';
import { adminToken, credentials } from '../support/integration-document.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { type Answer, koppel, readAnswer, startIntegration } from './support/harness.ts';
import { logged, outside } from './support/outside.ts';
import { sahin, sell, sellMany } from './support/shop.ts';

/** DESIGN section 9, as paths under `/api`. */
const described: Record<string, string[]> = {
  '/connectors': ['get'],
  '/integrations': ['get'],
  '/integrations/{integration}': ['get', 'put', 'delete'],
  '/integrations/{integration}/check': ['post'],
  '/integrations/{integration}/lookups': ['get'],
  '/integrations/{integration}/questions': ['get'],
  '/integrations/{integration}/dry-run': ['post'],
  '/integrations/{integration}/go-live': ['post'],
  '/integrations/{integration}/revisions': ['get'],
  '/integrations/{integration}/revisions/{revision}': ['get'],
  '/integrations/{integration}/revisions/{revision}/restore': ['post'],
  '/integrations/{integration}/pause': ['post'],
  '/integrations/{integration}/resume': ['post'],
  '/integrations/{integration}/preview': ['post'],
  '/integrations/{integration}/sync': ['post'],
  '/integrations/{integration}/tasks': ['get'],
  '/integrations/{integration}/tasks/{task}/retry': ['post'],
  '/integrations/{integration}/tasks/{task}': ['get'],
  '/integrations/{integration}/tasks/{task}/skip': ['post'],
  '/integrations/{integration}/tasks/{task}/unskip': ['post'],
  '/integrations/{integration}/retry': ['post'],
  '/integrations/{integration}/activity': ['get'],
  '/integrations/{integration}/people/erase': ['post'],
  '/integrations/{integration}/orders': ['get'],
  '/integrations/{integration}/orders.csv': ['get'],
  '/integrations/{integration}/orders/{flow}/{key}': ['get'],
  '/integrations/{integration}/amounts': ['get'],
  '/integrations/{integration}/insights': ['get'],
  '/integrations/{integration}/reconciliation': ['get'],
  '/integrations/{integration}/reconciliation.csv': ['get'],
};

interface Operation {
  operationId?: string;
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
  security: Record<string, string[]>[];
}

describe('the description of the API', () => {
  it('has every call of the design', async () => {
    const { paths, openapi, servers } = await description();
    expect([openapi, servers]).toEqual(['3.1.0', [{ url: '/api' }]]);
    for (const [path, methods] of Object.entries(described)) {
      expect(Object.keys(paths[path] ?? {}), path).toEqual(expect.arrayContaining(methods));
    }
  });

  it('names every operation, each by a name of its own, and says what it does', async () => {
    const { paths } = await description();
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ call: `${method} ${path}`, ...operation })),
    );
    expect(operations.length).toBeGreaterThan(15);
    expect(operations.filter(({ operationId }) => !/^[a-z][a-zA-Z]+$/.test(operationId ?? ''))).toEqual([]);
    expect(operations.filter(({ summary }) => summary === undefined)).toEqual([]);
    const names = operations.map(({ operationId }) => operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('is whole: references lead somewhere, parameters are declared, answers are described', async () => {
    const document = await description();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to ?? '');
    expect(references.length).toBeGreaterThan(5);
    for (const reference of references) {
      const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1] ?? '';
      expect(Object.keys(document.components.schemas), reference).toContain(name);
    }
    for (const [path, operations] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const [method, { parameters = [], responses }] of Object.entries(operations)) {
        const declared = parameters.filter(({ in: place }) => place === 'path');
        expect(
          declared.map(({ name }) => name),
          `${method} ${path}`,
        ).toEqual(inPath);
        expect(declared.every(({ required }) => required === true)).toBe(true);
        const kind = path.endsWith('.csv') ? 'text/csv' : 'application/json';
        expect(responses[200]?.content?.[kind]?.schema, path).toBeDefined();
        expect(responses.default?.content?.['application/problem+json']?.schema, path).toBeDefined();
      }
    }
    expect(document.security).toEqual([{ admin: [] }]);
    expect(document.components.securitySchemes).toMatchObject({ admin: { type: 'http', scheme: 'bearer' } });
  });

  it('describes the same connectors as the list of connectors', async () => {
    const { body } = await koppel('GET', '/api/connectors');
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'ecwid', webhooks: true }),
        expect.objectContaining({ id: 'jortt', webhooks: false }),
      ]),
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({
        id: 'jortt',
        credentials: expect.arrayContaining([
          expect.objectContaining({ name: 'clientSecret', required: true, secret: true }),
        ]),
      }),
    );
  });
});

describe('what everybody may see', () => {
  it('is codes and counts: no token needed, nobody named', async () => {
    const subject = await startIntegration();
    outside.fault({
      system: 'jortt',
      method: 'POST',
      kind: 'status',
      status: 422,
      body: refusedByJortt,
      times: 2,
    });
    await subject.sync(...(await sellMany(2)), (await sell()).id);
    await subject.settle();
    const answer = await koppel('GET', '/status.json', undefined, { authorization: '' });
    expect(answer.status).toBe(200);
    expect(answer.body.state).toBe('problems');
    expect(answer.body.integrations).toContainEqual({
      id: subject.id,
      name: null,
      state: 'active',
      problems: [{ code: 'refused', count: 2 }],
      counts: expect.objectContaining({ parked: 2 }),
      updatedAt: expect.any(String),
      health: { since: expect.any(String), days: [] },
    });
    await subject.configure({ nameOnStatus: true });
    await subject.settle();
    const named = await koppel('GET', '/status.json', undefined, { authorization: '' });
    expect(named.body.integrations).toContainEqual(expect.objectContaining({ id: subject.id, name: 'Tea' }));
    for (const word of [sahin.name, 'example.com', ...secrets]) expect(answer.text).not.toContain(word);
    const health = await koppel('GET', '/health', undefined, { authorization: '' });
    expect([health.status, health.body]).toEqual([200, { ok: true, version: expect.any(String) }]);
  });

  it('is not cached, and nothing is served to be framed or sniffed', async () => {
    for (const path of ['/status.json', '/health']) {
      const { headers } = await koppel('GET', path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

describe('secrets', () => {
  it('stand in no answer of any GET', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.hook(id);
    await subject.settle();
    const [entry] = await subject.activity();
    const own = ['', '/tasks', '/activity', `/activity/${entry?.id}`].map(
      (path) => `/api/integrations/${subject.id}${path}`,
    );
    const paths = [
      ...own,
      '/api/integrations',
      '/api/connectors',
      '/api/openapi.json',
      '/status.json',
      '/health',
    ];
    for (const path of paths) {
      const { status, text } = await koppel('GET', path);
      expect(status, path).toBe(200);
      expect(
        secrets.filter((secret) => text.includes(secret)),
        path,
      ).toEqual([]);
    }
  });

  it('stand in no answer to a PUT either, taken or refused', async () => {
    const subject = await startIntegration();
    for (const answer of [
      await subject.configure(),
      await subject.configure({ settings: { lines: 'no' } }),
    ]) {
      expect(secrets.filter((secret) => answer.text.includes(secret))).toEqual([]);
    }
  });
});

describe('a deployment without its secrets', () => {
  it.each([
    ['ENCRYPTION_KEY', undefined, 'ENCRYPTION_KEY is not set.'],
    ['ENCRYPTION_KEY', 'c2hvcnQ=', 'ENCRYPTION_KEY must be 32 bytes in base64.'],
    ['ENCRYPTION_KEY_PREVIOUS', 'x', 'ENCRYPTION_KEY_PREVIOUS must be 32 bytes in base64.'],
    ['ADMIN_TOKEN', undefined, 'ADMIN_TOKEN is not set'],
    ['ADMIN_TOKEN', '', 'ADMIN_TOKEN is not set'],
    ['ADMIN_TOKEN', 'short', 'has fewer than 16 characters'],
    ['BASE_URLS', '{', 'BASE_URLS must be a JSON object'],
    ['RATE_LIMITS', '{', 'RATE_LIMITS must be a JSON object'],
    ['COMMIT_DELAYS', '{"jortt":"soon"}', 'COMMIT_DELAYS must be a JSON object'],
  ])('(%s = %j) answers 503 with what to do, on the API, hooks and health', async (name, value, sentence) => {
    for (const path of ['/api/integrations', '/hooks/some-shop/shop', '/health']) {
      const answer = await askWith({ ...env, [name]: value }, path);
      expect(answer.status, path).toBe(503);
      expect(answer.body.detail, path).toContain(sentence);
      if (path !== '/health') expect(answer.body.code).toBe('configuration_missing');
    }
    expect(logged.some((line) => line.includes('configuration_missing'))).toBe(true);
  });

  it('lets nobody in with an empty token', async () => {
    const answer = await askWith({ ...env, ADMIN_TOKEN: '' }, '/api/integrations', 'Bearer ');
    expect(answer.status).toBe(503);
  });
});

const secrets = [
  credentials.shop.token,
  credentials.shop.clientSecret,
  credentials.books.clientSecret,
  adminToken,
  env.ENCRYPTION_KEY ?? '',
];

async function description(): Promise<OpenApi> {
  return JSON.parse((await koppel('GET', '/api/openapi.json')).text);
}

async function askWith(changed: Env, path: string, authorization = `Bearer ${adminToken}`): Promise<Answer> {
  const method = path.startsWith('/hooks') ? 'POST' : 'GET';
  const request = new Request(`http://koppel${path}`, { method, headers: { authorization } });
  return readAnswer(await worker.fetch(request, changed, createExecutionContext()));
}
