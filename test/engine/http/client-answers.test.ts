import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { path } from '../../../src/connectors/contract/path.ts';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import { body, FakeConnection } from '../../support/fake-connection.ts';

let api: FakeConnection;

beforeEach(() => {
  api = new FakeConnection();
});

describe('answers that are none', () => {
  const garbled: [string, () => Response][] = [
    [
      'a page of a gateway',
      () => new Response('<html>Bad gateway</html>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['half a JSON', () => new Response('{"id": "1')],
    ['nothing', () => new Response('')],
    ['no content', () => new Response(null, { status: 204 })],
    ['null', () => new Response('null')],
  ];

  test.each(garbled)('%s with success: tried again for a read, unknown for a create', async (_, given) => {
    api.answer = given;
    expect(await api.problemOf(api.get())).toMatchObject({ kind: 'retry', code: 'garbled' });
    expect(await api.problemOf(api.create())).toMatchObject({ kind: 'outcome-unknown', code: 'garbled' });
  });

  test('an update may be answered with nothing, but not with a page', async () => {
    api.answer = () => new Response(null, { status: 204 });
    await api.update();
    api.answer = () => new Response('<html>');
    expect(await api.problemOf(api.update())).toMatchObject({ kind: 'retry', code: 'garbled' });
  });

  test.each([ecwid, magento])(
    '$name says something of every change: nothing, with success, is no answer',
    async (connector) => {
      const client = api.client(connector);
      const put = { method: 'PUT', path: path`/x`, body, repeatable: true } as const;
      const changes: (() => Promise<unknown>)[] = [
        () => client.request(put, z.unknown()),
        () => client.update(path`/x`, body),
        () => client.delete(path`/x`),
      ];
      for (const change of changes) {
        api.answer = () => new Response(null, { status: 200 });
        expect(await api.problemOf(change())).toMatchObject({ kind: 'retry', code: 'garbled' });
        api.answer = () => Response.json([]);
        await api.clock.settle(change());
      }
    },
  );

  test('one of another form names the field, not its value', async () => {
    api.always(200, { id: { email: 'noor@example.com' } });
    const problem = await api.problemOf(api.get());
    expect(problem).toMatchObject({ kind: 'rejected', code: 'unreadable' });
    expect(problem.params).toMatchObject({
      method: 'GET',
      path: '/x',
      field: 'id',
      issue: 'not_as_expected',
    });
    expect(JSON.stringify(problem.toData())).not.toContain('noor');
    expect(await api.problemOf(api.create())).toMatchObject({ kind: 'outcome-unknown', code: 'unreadable' });
  });

  test('a redirect is not followed', async () => {
    api.answer = () => new Response(null, { status: 302, headers: { location: 'https://evil.example.com' } });
    expect(await api.problemOf(api.create())).toMatchObject({
      kind: 'outcome-unknown',
      code: 'unexpected_answer',
    });
    expect(api.requests.map(({ url, redirect }) => [new URL(url).host, redirect])).toEqual([
      ['api.example.com', 'manual'],
    ]);
  });

  test('one that is too large is not read to its end, whatever length it gives', async () => {
    let sent = 0;
    api.answer = () =>
      new Response(
        new ReadableStream({
          type: 'bytes',
          pull: (controller) => {
            sent += 1_000_000;
            controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
          },
        }),
      );
    expect(await api.problemOf(api.create())).toMatchObject({
      kind: 'outcome-unknown',
      code: 'network_failed',
    });
    expect(sent).toBeLessThan(12_000_000);
  });

  test('text in more than one byte may be cut anywhere', async () => {
    const bytes = new TextEncoder().encode('{"id": "€ü"}');
    api.answer = () =>
      new Response(
        new ReadableStream({
          type: 'bytes',
          start: (controller) => {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    expect(await api.get()).toEqual({ id: '€ü' });
  });
});

describe('no answer', () => {
  test.each([
    ['no network', () => Promise.reject(new TypeError('fetch failed: noor@example.com'))],
    [
      'an answer that breaks off',
      () =>
        new Response(
          new ReadableStream({ type: 'bytes', start: (controller) => controller.error(new Error('reset')) }),
        ),
    ],
  ])('%s: tried again for a read, unknown for a create', async (_, given) => {
    api.answer = given;
    expect(await api.problemOf(api.get())).toMatchObject({ kind: 'retry', code: 'network_failed' });
    const problem = await api.problemOf(api.create());
    expect(problem).toMatchObject({ kind: 'outcome-unknown', code: 'network_failed' });
    expect(JSON.stringify(problem.toData())).not.toContain('noor');
  });

  test('within 20 seconds is a time-out, and the call is given up', async () => {
    api.answer = () => new Promise(() => undefined);
    const start = api.clock.now();
    expect(await api.problemOf(api.create())).toMatchObject({ kind: 'outcome-unknown', code: 'timed_out' });
    expect(api.clock.now() - start).toBe(20_000);
    expect(api.requests[0]?.signal.aborted).toBe(true);
    expect(api.recorder.payload().calls).toMatchObject([{ method: 'POST', status: null, sent: body }]);
  });

  test('half an answer within 20 seconds is none', async () => {
    api.answer = () =>
      new Response(
        new ReadableStream({ type: 'bytes', start: (controller) => controller.enqueue(Uint8Array.of(0x7b)) }),
      );
    expect(await api.problemOf(api.create())).toMatchObject({ code: 'timed_out' });
  });

  test('an answer in time leaves no timer behind', async () => {
    await api.get();
    await api.clock.advance(60_000);
    expect(api.requests[0]?.signal.aborted).toBe(false);
  });
});

describe('once more in place', () => {
  test('a read that fails is tried once more', async () => {
    api.answer = (_request, call) =>
      call === 1 ? new Response('', { status: 502 }) : Response.json({ id: '2' });
    expect(await api.clock.settle(api.get())).toEqual({ id: '2' });
  });

  test.each([
    ['read', 'get', 2],
    ['create', 'create', 1],
    ['update', 'update', 1],
  ] as const)('a %s (%s) is sent %i times at most', async (_, call, times) => {
    api.always(502);
    await api.problemOf(api[call]());
    expect(api.requests).toHaveLength(times);
  });

  test.each([401, 403, 422, 429])('a refusal (%i) is not', async (status) => {
    api.always(status);
    await api.problemOf(api.get());
    expect(api.requests).toHaveLength(1);
  });
});
