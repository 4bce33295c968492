import { createExecutionContext, createMessageBatch } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { openIntegration } from '../../durable-objects/open-integration.ts';
import { developmentDefault } from '../../src/development-defaults.ts';
import { type Env, jurisdictionOf } from '../../src/env.ts';
import worker from '../../src/index.ts';
import { readAnswer } from './support/harness.ts';
import { logged } from './support/outside.ts';

const good = {
  ADMIN_TOKEN: '0f3c5a9b7d1e2f40',
  ENCRYPTION_KEY: '3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=',
  JURISDICTION: 'eu',
};

/** A deployment on Cloudflare, whose namespaces have jurisdictions. Notes where an object was asked for. */
function deployed(changed: Partial<Record<keyof Env, string>>) {
  const asked: string[] = [];
  const namespace = (where: string): unknown => ({
    jurisdiction: (to: string) => namespace(to),
    getByName: (name: string) => {
      asked.push(`${where} ${name}`);
      return { wake: async () => undefined };
    },
    idFromName: () => 'directory',
    get: () => {
      asked.push(`${where} directory`);
      return { fetch: async () => Response.json([{ id: 'mugs' }]) };
    },
  });
  const own = { INTEGRATIONS: namespace('anywhere'), DIRECTORY: namespace('anywhere') };
  return { asked, there: { ...env, ...own, ...good, ...changed } as unknown as Env };
}

async function ask(there: Env, path: string, more: Record<string, string> = {}) {
  const method = path.startsWith('/hooks') ? 'POST' : 'GET';
  return send(there, new Request(`https://koppel${path}`, { method, headers: more }));
}

async function send(there: Env, request: Request) {
  request.headers.set('authorization', `Bearer ${good.ADMIN_TOKEN}`);
  return readAnswer(await worker.fetch(request, there, createExecutionContext()));
}

const refused: [keyof Env, string, string][] = [
  ['JURISDICTION', '', 'JURISDICTION is not set, so what Koppel stores would not stay in the EU.'],
  ['JURISDICTION', 'mars', 'JURISDICTION must be one of eu, us'],
  ['BASE_URLS', '{"jortt":"http://localhost:8788/jortt"}', 'BASE_URLS is for development and tests only.'],
  ['RATE_LIMITS', '{"jortt":1000}', 'RATE_LIMITS is for development and tests only.'],
  ['COMMIT_DELAYS', '{"jortt":0}', 'COMMIT_DELAYS is for development and tests only.'],
  ['ADMIN_TOKEN', 'test-admin-token', 'ADMIN_TOKEN is one that stands in Koppel'],
  ['ENCRYPTION_KEY', env.ENCRYPTION_KEY ?? '', 'ENCRYPTION_KEY is one that stands in Koppel'],
];

describe('on Cloudflare, the defaults of development', () => {
  it.each(refused)(
    '(%s = %j) are refused on the API, hooks, health and pages, and no object is made',
    async (name, value, sentence) => {
      const { there, asked } = deployed({ [name]: value });
      for (const path of ['/api/integrations', '/hooks/mugs/shop', '/health', '/', '/login']) {
        const { status, text } = await ask(there, path);
        expect(status, path).toBe(503);
        expect(text.replaceAll('&quot;', '"').replaceAll('&#39;', "'"), path).toContain(sentence);
        if (value.length > 10) expect(text, path).not.toContain(value);
      }
      expect(asked).toEqual([]);
    },
  );

  it('are told on a page in the language of its reader', async () => {
    const { there } = deployed({ BASE_URLS: '{"jortt":"http://localhost:8788/jortt"}' });
    for (const path of ['/', '/login?lang=nl']) {
      const { status, text } = await ask(there, path, { 'accept-language': 'nl' });
      expect([path, status]).toEqual([path, 503]);
      expect(text).toContain('BASE_URLS is alleen voor ontwikkeling en tests.');
    }
    const { body } = await ask(there, '/api/integrations', { 'accept-language': 'nl' });
    expect(body.detail).toContain('BASE_URLS is for development and tests only.');
  });

  it.each(refused)(
    '(%s = %j) stop the cron and the queues too, and say so in the log',
    async (name, value, sentence) => {
      const { there, asked } = deployed({ [name]: value });
      await worker.scheduled({} as ScheduledController, there);
      const message = { id: '1', timestamp: new Date(), attempts: 1, body: { integrations: ['mugs'] } };
      await worker.queue(createMessageBatch('koppel-wake', [message]), there);
      expect(asked).toEqual([]);
      expect(
        logged.some((line) => line.includes('configuration_missing') && line.includes(sentence.slice(0, 20))),
      ).toBe(true);
    },
  );

  it('let no object that is there already go on: it would send credentials elsewhere', async () => {
    const { there } = deployed({ BASE_URLS: '{"jortt":"http://localhost:8788/jortt"}' });
    await expect(openIntegration(there, {} as never)).rejects.toThrow('BASE_URLS is for development');
  });

  it('are those of a machine of one’s own, where nobody minds', () => {
    expect(developmentDefault({ ...env, BASE_URLS: '{}', PUBLIC_URL: 'http://127.0.0.1:8787' })).toBeNull();
  });
});

describe('the jurisdiction', () => {
  it('is where every object is asked for', async () => {
    const { there, asked } = deployed({});
    expect((await ask(there, '/health')).status).toBe(200);
    await worker.scheduled({} as ScheduledController, there);
    expect(asked).toEqual(['eu directory', 'eu mugs']);
  });

  it('is none where a deployment says so in as many words', async () => {
    const { there, asked } = deployed({ JURISDICTION: 'none' });
    expect((await ask(there, '/health')).status).toBe(200);
    await worker.scheduled({} as ScheduledController, there);
    expect(asked).toEqual(['anywhere directory', 'anywhere mugs']);
  });

  it('that is missing or unknown makes no object, whoever asks', () => {
    for (const JURISDICTION of ['', 'mars']) {
      const { there, asked } = deployed({ JURISDICTION });
      expect(() => jurisdictionOf(there.INTEGRATIONS, there)).toThrow('JURISDICTION');
      expect(asked).toEqual([]);
    }
  });

  it('cannot be kept on a machine of one’s own, which is told instead of failing', async () => {
    const here = { ...env, JURISDICTION: 'eu' };
    const { status, text } = await ask(here, '/health');
    expect([status, text]).toEqual([503, expect.stringContaining('This machine has no jurisdictions')]);
    expect((await ask({ ...env, JURISDICTION: 'none' }, '/health')).status).toBe(200);
  });
});

describe('over plain HTTP', () => {
  const plain = (path: string, more: RequestInit = {}) =>
    new Request(`http://koppel.example${path}`, { redirect: 'manual', ...more });
  const login = { method: 'POST', body: new URLSearchParams({ token: good.ADMIN_TOKEN }) };

  it.each([
    ['a call of the API', '/api/integrations', {}],
    ['a hook of a shop', '/hooks/mugs/shop', { method: 'POST', body: '{}' }],
    ['a system that is being activated', `/activations/mugs/shop/${'s'.repeat(43)}`, { method: 'POST' }],
    ['the form to log in', '/login', login],
  ])('%s is refused on Cloudflare, and nobody is asked', async (_, path, request) => {
    const { there, asked } = deployed({});
    const { status, body, headers } = await send(there, plain(path, request));
    expect([status, body.code]).toEqual([403, 'https_needed']);
    expect(headers.get('set-cookie')).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each(['/', '/integrations/mugs?lang=nl', '/status', '/status.json', '/health', '/help'])(
    '%s is led to HTTPS on Cloudflare',
    async (path) => {
      const { there, asked } = deployed({});
      for (const method of ['GET', 'HEAD']) {
        const { status, headers } = await send(there, plain(path, { method }));
        expect([status, headers.get('location')]).toEqual([301, `https://koppel.example${path}`]);
        expect(headers.get('set-cookie')).toBeNull();
      }
      expect(asked).toEqual([]);
    },
  );

  it('a developer logs in on a machine of one’s own', async () => {
    const own = { ...login, body: new URLSearchParams({ token: env.ADMIN_TOKEN ?? '' }) };
    const { status, headers } = await send(
      env,
      plain('/login', { ...own, headers: { 'sec-fetch-site': 'same-origin' } }),
    );
    expect([status, headers.get('set-cookie')]).toEqual([303, expect.stringContaining('koppel=')]);
  });
});

it('/health tells which upload answers', async () => {
  const { body } = await ask({ ...env, VERSION: { id: 'of-today', tag: '', timestamp: '' } }, '/health');
  expect(body).toEqual({ ok: true, version: 'of-today' });
});
