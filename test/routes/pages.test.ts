import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { koppel } from '../durable-objects/support/harness.ts';
import { credentials, integrationDocument, adminToken as token } from '../support/integration-document.ts';

const origin = 'https://koppel.example';

interface Form {
  readonly [name: string]: string;
}

function get(path: string, cookie = ''): Promise<Response> {
  return exports.default.fetch(new Request(`${origin}${path}`, { headers: { cookie }, redirect: 'manual' }));
}

function post(path: string, form: Form, cookie = '', from = origin): Promise<Response> {
  // Guesses are counted per address.
  const address = `2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}::1`;
  const headers = {
    cookie,
    origin: from,
    'cf-connecting-ip': address,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(form).toString();
  return exports.default.fetch(
    new Request(`${origin}${path}`, { method: 'POST', headers, body, redirect: 'manual' }),
  );
}

async function logIn(): Promise<string> {
  const answer = await post('/login', { token, next: '/' });
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function putIntegration(id: string, name: string): Promise<void> {
  const answer = await koppel('PUT', `/api/integrations/${id}`, integrationDocument({ name }));
  expect(answer.status).toBe(200);
}

const pages = [
  '/new',
  '/new/document',
  '/integrations/mugs',
  '/integrations/mugs/configuration',
  '/integrations/mugs/settings',
  '/integrations/mugs/settings/orders:shop:books',
  '/integrations/mugs/settings/history',
  '/integrations/mugs/settings/history/1',
  '/integrations/mugs/settings/transfer',
  '/integrations/mugs/preview',
  '/integrations/mugs/privacy',
];

test.each(pages)('%s is for those who have logged in only', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain('Log in');
});

test('a wrong token opens nothing and is not shown again', async () => {
  const answer = await post('/login', { token: 'a-wrong-guess-of-it', next: '/' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.text()).not.toContain('a-wrong-guess-of-it');
});

test('the session is a cookie that scripts and other sites cannot use', async () => {
  const answer = await post('/login', { token, next: '/' });
  const cookie = answer.headers.get('set-cookie') ?? '';
  for (const part of ['__Host-', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
    expect(cookie).toContain(part);
});

test('a session that was tampered with is none', async () => {
  const cookie = await logIn();
  const [head, body, signature] = cookie.split('.');
  const forged = btoa(JSON.stringify({ sub: 'admin', exp: 4_102_444_800 })).replaceAll('=', '');
  for (const wrong of [
    `${head}.${body}.AAAA${signature?.slice(4)}`,
    `${head}.${forged}.${signature}`,
    `${head}.${forged}.`,
  ]) {
    expect((await get('/new', wrong)).status).toBe(401);
  }
  expect((await get('/new', cookie)).status).toBe(200);
});

test('a form of another site does nothing, whatever cookie comes along', async () => {
  await putIntegration('forged', 'Forged');
  const cookie = await logIn();
  const answer = await post('/integrations/forged/pause', {}, cookie, 'https://evil.example');
  expect(answer.status).toBe(403);
  expect(await (await get('/integrations/forged', cookie)).text()).not.toContain('Resume');
});

test('nobody is led to another site after logging in', async () => {
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const answer = await post('/login', { token, next });
    expect(answer.headers.get('location'), next).toBe('/');
  }
});

test('every page forbids scripts and frames, and those with a session are kept by nobody', async () => {
  await putIntegration('mugs', 'Mugs');
  const cookie = await logIn();
  for (const path of ['/', ...pages, '/status', '/nowhere']) {
    const answer = await get(path, cookie);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(await answer.text(), path).not.toMatch(/<script/i);
    if (!['/status', '/nowhere'].includes(path))
      expect(answer.headers.get('cache-control'), path).toContain('no-store');
  }
});

test('HTML in a name is text', async () => {
  await putIntegration('html', '<img src=x onerror=alert(1)>');
  const cookie = await logIn();
  for (const path of ['/', '/integrations/html', '/integrations/html/configuration']) {
    const text = await (await get(path, cookie)).text();
    expect(text, path).toContain('&lt;img');
    expect(text, path).not.toContain('<img src=x');
  }
});

test('no page shows a secret', async () => {
  await putIntegration('secrets', 'Secrets');
  const cookie = await logIn();
  const { token: shopToken, clientSecret: hookSecret } = credentials.shop;
  for (const path of [
    '/',
    '/integrations/secrets',
    '/integrations/secrets/configuration',
    '/integrations/secrets/privacy',
  ]) {
    const text = await (await get(path, cookie)).text();
    for (const secret of [shopToken, hookSecret, credentials.books.clientSecret, token])
      expect(text, path).not.toContain(secret);
  }
});

test('a wrong configuration names the field, keeps what was typed, and stores nothing', async () => {
  const cookie = await logIn();
  const document = JSON.stringify({
    name: 'New',
    connections: {},
    flows: [{ flow: 'oders', from: 'a', to: 'b' }],
  });
  const answer = await post('/new/document', { id: 'half', document }, cookie);
  expect(answer.status).toBe(400);
  const text = await answer.text();
  expect(text).toContain('flows.0.flow');
  expect(text).toContain('oders');
  expect((await get('/integrations/half', cookie)).status).toBe(404);
});

test('an integration is paused and resumed', async () => {
  await putIntegration('paused', 'Paused');
  const cookie = await logIn();
  expect((await post('/integrations/paused/pause', {}, cookie)).status).toBe(303);
  expect(await (await get('/integrations/paused', cookie)).text()).toContain('Resume');
  expect((await post('/integrations/paused/resume', {}, cookie)).status).toBe(303);
  expect(await (await get('/integrations/paused', cookie)).text()).toContain('Pause');
});

test('logging out ends the session', async () => {
  const cookie = await logIn();
  const answer = await post('/logout', {}, cookie);
  expect(answer.headers.get('set-cookie')).toMatch(/Max-Age=0/);
});

test('so many guesses from one address are refused for a while', async () => {
  const statuses = [];
  for (let guess = 0; guess < 40; guess += 1) {
    const headers = {
      origin,
      'cf-connecting-ip': '192.0.2.9',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const request = new Request(`${origin}/login`, { method: 'POST', headers, body: `token=guess-${guess}` });
    statuses.push((await exports.default.fetch(request)).status);
  }
  expect(statuses[0]).toBe(401);
  expect(statuses.at(-1)).toBe(429);
});
