import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AlertSettings, alertChannels, alertObjection } from '../../src/alerts/channels.ts';
import { type Alert, Undelivered } from '../../src/engine/reporting/alerts.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const alert: Alert = {
  kind: 'problem',
  integration: 'mugs',
  name: 'Mugs',
  language: 'en',
  place: { kind: 'connection', name: 'shop' },
  code: 'credentials_refused',
  params: { system: 'Ecwid', status: 403, said: '' },
  count: 0,
  reasons: 1,
  key: null,
};

let server: Server;
let url: string;
let received: { path: string; method: string; type: string; body: string }[] = [];
let answer: (response: ServerResponse, request: IncomingMessage) => void;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const type = String(request.headers['content-type']);
    received.push({ path: request.url ?? '', method: request.method ?? '', type, body });
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  received = [];
  answer = (response) => response.end('ok');
});

function channelsOf(settings: AlertSettings, clock = new VirtualClock()) {
  return alertChannels(settings, { clock, fetch: (input, init) => fetch(input, init) }) ?? [];
}

async function failureOf(work: Promise<void> | undefined): Promise<Undelivered> {
  const thrown = await work?.catch((error: unknown) => error);
  if (thrown instanceof Undelivered) return thrown;
  throw new Error(`gave ${String(thrown)}`);
}

const webhook = (path = '/hook', clock = new VirtualClock()) =>
  channelsOf({ ALERT_WEBHOOK: `${url}${path}` }, clock)[0];

describe('a webhook', () => {
  test('gets one message in the form of Slack', async () => {
    await webhook()?.send(alert);
    expect(received).toEqual([
      {
        path: '/hook',
        method: 'POST',
        type: 'application/json',
        body: JSON.stringify({
          text: '⚠️ Mugs, connection shop: Ecwid answered 403.\nEnter working credentials for Ecwid; everything that is waiting then continues by itself.',
        }),
      },
    ]);
  });

  test.each([
    ['https://discord.com/api/webhooks/1/abc', 'content'],
    ['https://canary.discord.com/api/webhooks/1/abc', 'content'],
    ['https://discordapp.com/api/webhooks/1/abc', 'content'],
    ['https://hooks.slack.com/services/T/B/x', 'text'],
    ['https://notdiscord.com/x', 'text'],
    ['https://discord.com.example.net/x', 'text'],
  ])('%s gets its message as `%s`', async (address, field) => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 204 }));
    try {
      await channelsOf({ ALERT_WEBHOOK: address })[0]?.send(alert);
      const [to, init] = fetched.mock.calls[0] ?? [];
      expect(to).toBe(address);
      const body = JSON.parse(String(init?.body));
      expect(Object.keys(body)[0]).toBe(field);
      if (field === 'content') expect(body.allowed_mentions).toEqual({ parse: [] });
    } finally {
      fetched.mockRestore();
    }
  });

  test.each([500, 404, 410, 403])('that answers %i has not taken it', async (status) => {
    answer = (response) => response.writeHead(status).end('no');
    expect((await failureOf(webhook()?.send(alert))).message).toBe(`answered ${status}`);
  });

  test('gets it in the language that the integration is told in', async () => {
    await webhook()?.send({ ...alert, language: 'nl' });
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([
      {
        text: '⚠️ Mugs, verbinding shop: Ecwid antwoordde 403.\nVul werkende toegangsgegevens voor Ecwid in; alles wat wacht gaat dan vanzelf verder.',
      },
    ]);
  });

  test('that answers 429 says when to come back, and never later than an hour', async () => {
    answer = (response) => response.writeHead(429, { 'retry-after': '90' }).end();
    expect((await failureOf(webhook()?.send(alert))).retryAfterMs).toBe(90_000);
    answer = (response) => response.writeHead(429, { 'retry-after': '999999' }).end();
    expect((await failureOf(webhook()?.send(alert))).retryAfterMs).toBe(3_600_000);
  });

  test('that leads elsewhere is not followed', async () => {
    answer = (response) => response.writeHead(307, { location: `${url}/elsewhere` }).end();
    expect((await failureOf(webhook()?.send(alert))).message).toBe('answered 307');
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
  });

  test('that does not answer is given up after ten seconds', async () => {
    answer = () => undefined;
    const clock = new VirtualClock();
    const start = clock.now();
    const failure = failureOf(webhook('/hook', clock)?.send(alert));
    expect((await clock.settle(failure)).message).toBe('timed out');
    expect(clock.now() - start).toBe(10_000);
  });
});

describe('mail', () => {
  test('has sender, recipient, a subject and the same text', async () => {
    const sent: unknown[] = [];
    const ALERTS = { send: async (mail: unknown) => void sent.push(mail) };
    const env = { ALERTS, ALERT_EMAIL: 'me@example.com', ALERT_SENDER: 'koppel@example.com' };
    const [email] = channelsOf({ ...env, PUBLIC_URL: 'https://koppel.example.com' });
    await email?.send(alert);
    expect(sent).toEqual([
      {
        from: 'koppel@example.com',
        to: 'me@example.com',
        subject: 'Koppel: Mugs: credentials_refused',
        text: '⚠️ Mugs, connection shop: Ecwid answered 403.\nEnter working credentials for Ecwid; everything that is waiting then continues by itself.\nhttps://koppel.example.com/integrations/mugs/problems',
      },
    ]);
  });

  test('has its subject in the language of the integration too', async () => {
    const sent: { subject?: string; text?: string }[] = [];
    const ALERTS = { send: async (mail: object) => void sent.push(mail) };
    const env = { ALERTS, ALERT_EMAIL: 'me@example.com', ALERT_SENDER: 'koppel@example.com' };
    await channelsOf(env)[0]?.send({ ...alert, kind: 'solved', language: 'nl' });
    expect(sent).toMatchObject([
      {
        subject: 'Koppel: Mugs: opgelost: credentials_refused',
        text: '✅ Mugs, verbinding shop: opgelost. Het was: Ecwid antwoordde 403.',
      },
    ]);
  });

  test('that is never accepted is given up after ten seconds', async () => {
    const ALERTS = { send: () => new Promise(() => undefined) };
    const clock = new VirtualClock();
    const [email] = channelsOf(
      { ALERTS, ALERT_EMAIL: 'a@example.com', ALERT_SENDER: 'b@example.com' },
      clock,
    );
    expect((await clock.settle(failureOf(email?.send(alert)))).message).toBe('timed out');
  });
});

describe('the configuration', () => {
  test('of nothing is no channel and no fault', () => {
    expect(channelsOf({})).toEqual([]);
    expect(alertObjection({})).toBeNull();
  });

  test.each([
    'https://hooks.example.com/x',
    'http://127.0.0.1:9000/x',
    'http://localhost:9000',
    'http://[::1]:9000/',
  ])('%s is an address for alerts', (ALERT_WEBHOOK) => {
    expect(alertObjection({ ALERT_WEBHOOK })).toBeNull();
    expect(channelsOf({ ALERT_WEBHOOK }).map(({ name }) => name)).toEqual(['webhook']);
  });

  test.each([
    'http://hooks.example.com/secret',
    'http://127.0.0.1.example.com/secret',
    'ftp://hooks.example.com/secret',
    'hooks.example.com/secret',
    'javascript:secret',
  ])('%s is none, and is told without being repeated', (ALERT_WEBHOOK) => {
    expect(channelsOf({ ALERT_WEBHOOK })).toEqual([]);
    const objection = alertObjection({ ALERT_WEBHOOK });
    expect(objection).toContain('ALERT_WEBHOOK');
    expect(objection).not.toContain('secret');
  });

  test('of half a mail, or of an address that is none for links, is a fault', () => {
    expect(alertObjection({ ALERT_EMAIL: 'me@example.com' })).toContain('ALERT_SENDER');
    expect(alertObjection({ ALERT_SENDER: 'me@example.com' })).toContain('ALERTS');
    const ALERTS = { send: async () => undefined };
    expect(alertObjection({ ALERTS })).toContain('ALERT_SENDER');
    expect(alertObjection({ ALERTS, ALERT_EMAIL: 'a@example.com' })).toContain('ALERT_SENDER');
    // For channels of the page nobody is named here.
    expect(alertObjection({ ALERTS, ALERT_SENDER: 'b@example.com' })).toBeNull();
    expect(alertObjection({ PUBLIC_URL: 'koppel.example.com' })).toContain('PUBLIC_URL');
    expect(channelsOf({ ALERT_EMAIL: 'me@example.com', ALERT_SENDER: 'b@example.com' })).toEqual([]);
  });
});
