import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { query, signer } from '../../../src/connectors/contract/auth.ts';
import type { Connector } from '../../../src/connectors/contract/connector.ts';
import { costBucket } from '../../../src/connectors/contract/limits.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { body, FakeConnection, schema } from '../../support/fake-connection.ts';

let api: FakeConnection;

beforeEach(() => {
  api = new FakeConnection();
});

/** A system that refuses with a 200, as GraphQL does. */
const graph: Connector = {
  ...jortt,
  readError: ({ body: given }) => {
    const [error] = (given as { errors?: { code: string; message: string }[] } | null)?.errors ?? [];
    if (error === undefined) return null;
    if (error.code === 'THROTTLED') return { said: error.message, kind: 'retry', code: 'rate_limited' };
    if (error.code === 'INTERNAL') return { said: error.message, kind: 'retry' };
    return { said: error.message };
  },
};

describe('a POST that only reads', () => {
  const read = () => api.client().read(path`/search`, { q: 'x' }, schema);

  test('is tried once more, and again later, as a GET is', async () => {
    api.answer = (_request, call) =>
      call === 1 ? new Response('', { status: 502 }) : Response.json({ id: '2' });
    expect(await api.clock.settle(read())).toEqual({ id: '2' });
    expect(api.requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(await api.requests[1]?.json()).toEqual({ q: 'x' });
    api.always(502);
    expect(await api.problemOf(read())).toMatchObject({ kind: 'retry' });
    api.always(409);
    expect(await api.problemOf(read())).toMatchObject({ kind: 'retry' });
    api.answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await api.problemOf(read())).toMatchObject({ kind: 'retry', code: 'network_failed' });
  });

  test('is no write in the record of the calls, whatever came of it', async () => {
    await read();
    api.always(502);
    await api.problemOf(read());
    expect(api.recorder.payload().calls.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
    expect(api.recorder.wrote).toBe(false);
    await api.problemOf(api.client().create(path`/x`, {}, schema));
    expect(api.recorder.wrote).toBe(true);
  });
});

describe('PATCH and DELETE', () => {
  test('go out as such, with a body or without, and may be answered with nothing', async () => {
    api.answer = () => new Response(null, { status: 204 });
    await api.client().patch(path`/x`, { stock: 5 }, { query: { a: 'b' } });
    await api.client().delete(path`/x`);
    const [patch, deleted] = api.requests;
    expect([patch?.method, patch?.url]).toEqual(['PATCH', 'https://api.example.com/base/x?a=b']);
    expect(await patch?.json()).toEqual({ stock: 5 });
    expect([deleted?.method, await deleted?.text()]).toEqual(['DELETE', '']);
    expect(deleted?.headers.has('content-type')).toBe(false);
  });

  test.each([
    [undefined, 'retry'],
    [true, 'retry'],
    [false, 'outcome-unknown'],
  ])('that may be repeated (%s) is after a failure: %s', async (repeatable, kind) => {
    api.always(502);
    const options = repeatable === undefined ? {} : { repeatable };
    expect(await api.problemOf(api.client().patch(path`/x`, body, options))).toMatchObject({ kind });
    expect(await api.problemOf(api.client().delete(path`/x`, options))).toMatchObject({ kind });
    expect(api.requests).toHaveLength(2);
  });
});

describe('any call', () => {
  test('gives status and headers of its answer', async () => {
    api.answer = () => Response.json({ id: '7' }, { status: 201, headers: { location: '/x/7' } });
    const {
      body: given,
      status,
      headers,
    } = await api.client().request({ method: 'POST', path: path`/x`, body, repeatable: false }, schema);
    expect([given, status, headers.get('location')]).toEqual([{ id: '7' }, 201, '/x/7']);
  });

  test('may have an empty answer where the schema takes one', async () => {
    api.answer = () => new Response(null, { status: 202 });
    const call = { method: 'PUT', path: path`/x`, body, repeatable: true } as const;
    expect((await api.client().request(call, z.null())).status).toBe(202);
    expect(await api.problemOf(api.client().request(call, schema))).toMatchObject({ code: 'garbled' });
  });

  test('may say headers of its own, and what it costs', async () => {
    const costly = new FakeConnection([costBucket(100, 1, () => null)]);
    await costly.client().get(path`/x`, schema, { a: 1 }, { headers: { 'X-Api': '2' }, cost: 80 });
    expect(costly.requests[0]?.headers.get('x-api')).toBe('2');
    const again = costly.client().read(path`/x`, body, schema, { cost: 80 });
    expect(await costly.problemOf(again)).toMatchObject({ kind: 'wait', code: 'rate_limited' });
  });

  test('of a batch gives what became of each part: the whole is a success', async () => {
    const part = z.object({ id: z.string().nullable(), error: z.string().optional() });
    const answer = [{ id: '1' }, { id: null, error: 'SKU is taken' }, { id: '3' }];
    api.answer = () => Response.json(answer, { status: 207 });
    const call = { method: 'POST', path: path`/batch`, body: [1, 2, 3], repeatable: false } as const;
    expect(await api.client().request(call, z.array(part))).toMatchObject({ body: answer, status: 207 });
  });
});

test('a DELETE that was done and not answered is done: its repetition finds nothing', async () => {
  api.answer = (_request, call) => new Response(null, { status: call === 1 ? 504 : 404 });
  const remove = (options = {}) => api.client().delete(path`/x`, options);
  expect(await api.problemOf(remove())).toMatchObject({ kind: 'retry' });
  await remove();
  expect(await api.problemOf(remove({ repeatable: false }))).toMatchObject({ code: 'not_found' });
});

describe('an id that cannot be one', () => {
  test.each(['', '.', '..'])(
    '%j is no record: null for find, not found for the others, and no call',
    async (id) => {
      const client = api.client();
      const text = path`/x/${id}`;
      expect(await client.find(text, schema)).toBeNull();
      const call = { method: 'GET', path: text, repeatable: true } as const;
      for (const work of [
        client.get(text, schema),
        client.read(text, body, schema),
        client.create(text, body, schema),
        client.update(text, body),
        client.patch(text, body),
        client.delete(text),
        client.request(call, schema),
      ]) {
        expect(await api.problemOf(work)).toMatchObject({
          kind: 'rejected',
          code: 'not_found',
          connection: 'books',
          params: { system: 'Jortt', status: 404 },
        });
      }
      expect(api.requests).toEqual([]);
    },
  );

  test('others are encoded as one segment', async () => {
    await api.client().get(path`/x/${'a/../b?c'}`, schema);
    expect(api.requests[0]?.url).toBe('https://api.example.com/base/x/a%2F..%2Fb%3Fc');
  });
});

describe('a refusal inside of a success', () => {
  const refusing = (code: string) =>
    api.always(200, { id: '1', errors: [{ code, message: 'no, says noor@example.com' }] });

  test('is one: rejected, its words in the record of the call alone', async () => {
    refusing('OTHER');
    const problem = await api.problemOf(api.client(graph).create(path`/x`, body, schema));
    expect(problem).toMatchObject({
      kind: 'rejected',
      code: 'refused',
      connection: 'books',
      params: { status: 200 },
    });
    expect(JSON.stringify(problem.toData())).not.toContain('says');
    expect(api.recorder.payload().calls).toMatchObject([{ status: 200, said: 'no, says noor@example.com' }]);
  });

  test('one call too many holds all calls of the connection back, and was not done', async () => {
    refusing('THROTTLED');
    const problem = await api.problemOf(api.client(graph).create(path`/x`, body, schema));
    const retryAt = api.clock.now() + 2_000;
    expect(problem).toMatchObject({ kind: 'retry', code: 'rate_limited', retryAt });
    expect(api.limiter.readyAt()).toBe(retryAt);
  });

  test('a failure of a write may have come after it was done', async () => {
    refusing('INTERNAL');
    const client = api.client(graph);
    expect(await api.problemOf(client.create(path`/x`, body, schema))).toMatchObject({
      kind: 'outcome-unknown',
    });
    expect(await api.problemOf(client.read(path`/x`, body, schema))).toMatchObject({ kind: 'retry' });
  });

  test('an answer outside 2xx is a refusal by its status, though the connector reads none', async () => {
    api.always(422, {});
    const { kind, code, params } = await api.problemOf(api.client(graph).update(path`/x`, body));
    expect({ kind, code, params }).toEqual({
      kind: 'rejected',
      code: 'refused',
      params: { system: 'Jortt', status: 422 },
    });
  });
});

describe('tokens in the address', () => {
  const secret = 'p4rtner/t0ken+';

  beforeEach(() => {
    api.auth = query({ partner_token: secret, token: 'sh0p-token' });
  });

  test('go along behind the query, encoded', async () => {
    await api.client().get(path`/x`, schema, { limit: 100 });
    expect(api.requests[0]?.url).toBe(
      'https://api.example.com/base/x?limit=100&partner_token=p4rtner%2Ft0ken%2B&token=sh0p-token',
    );
    expect(api.requests[0]?.headers.has('authorization')).toBe(false);
  });

  test.each<[string, () => Response | Promise<Response>]>([
    ['repeats them', () => Response.json({ id: `see /x?partner_token=${secret}` })],
    [
      'repeats them encoded',
      () => Response.json({ id: `see /x?partner_token=${encodeURIComponent(secret)}` }),
    ],
    [
      'refuses them',
      () => Response.json({ error: { key: 'x', message: `bad ${secret} sh0p-token` } }, { status: 400 }),
    ],
    ['refuses with a page', () => new Response(`<a href="?token=sh0p-token">`, { status: 502 })],
    ['cannot be reached', () => Promise.reject(new TypeError(`fetch failed: ?token=sh0p-token`))],
    ['answers with something else', () => Response.json({ no: secret })],
  ])('stand in no record and no problem of a system that %s', async (_, given) => {
    api.answer = given;
    const outcome = await api.clock.settle(
      api
        .client()
        .create(path`/x`, body, schema)
        .catch((error: { toData(): unknown }) => error.toData()),
    );
    const told = 'id' in (outcome as object) ? '' : JSON.stringify(outcome);
    const kept = JSON.stringify([told, api.recorder.payload()]);
    expect(kept).not.toMatch(/t0ken|sh0p/);
    expect(api.recorder.payload().calls).toMatchObject([{ path: '/base/x' }]);
  });
});

describe('a signed request', () => {
  test('is signed over exactly what is sent, by the clock of the engine', async () => {
    const seen: unknown[] = [];
    api.auth = signer(
      async (request) => {
        seen.push(request);
        return { 'x-hash': 's1gnature', 'x-public': 'key' };
      },
      ['hidden-secret'],
    );
    await api.client().create(path`/x`, body, schema, { query: { a: "it's" } });
    const [sent] = api.requests;
    expect(seen).toEqual([{ method: 'POST', url: sent?.url, body: await sent?.text(), at: api.clock.now() }]);
    expect(sent?.url).toBe('https://api.example.com/base/x?a=it%27s');
    expect([sent?.headers.get('x-hash'), sent?.headers.get('x-public')]).toEqual(['s1gnature', 'key']);
  });

  test('its secrets are masked wherever a system repeats them', async () => {
    api.auth = signer(() => ({}), ['hidden-secret']);
    api.always(400, { error: { key: 'x', message: 'expected HMAC with hidden-secret' } });
    const problem = await api.problemOf(api.create());
    expect(api.recorder.payload().calls[0]?.said).toContain('expected HMAC with …');
    expect(JSON.stringify([problem.toData(), api.recorder.payload()])).not.toContain('hidden');
  });
});

test('a secret in a header of another name is masked as a bearer is', async () => {
  api.auth = { kind: 'headers', headers: { 'X-Shop-Access-Token': 'shpat_0123456789' } };
  api.always(403, { error: { key: 'x', message: 'token shpat_0123456789 is revoked' } });
  const problem = await api.problemOf(api.create());
  expect(api.requests[0]?.headers.get('x-shop-access-token')).toBe('shpat_0123456789');
  expect(JSON.stringify([problem.toData(), api.recorder.payload()])).not.toContain('shpat');
});
