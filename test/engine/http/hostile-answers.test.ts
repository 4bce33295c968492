import { beforeEach, describe, expect, test } from 'vitest';

import { bearer, query } from '../../../src/connectors/contract/auth.ts';
import type { Connector } from '../../../src/connectors/contract/connector.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import { oauth1Header } from '../../../src/connectors/wire/oauth1.ts';
import { secretsOf } from '../../../src/engine/http/secrets.ts';
import { body, FakeConnection, schema } from '../../support/fake-connection.ts';

let api: FakeConnection;

beforeEach(() => {
  api = new FakeConnection();
});

const nested = (levels: number) => `${'{"id":'.repeat(levels)}"1"${'}'.repeat(levels)}`;

describe('an answer of a system', () => {
  test.each([65, 5_000, 1_000_000])(
    'that is nested %i deep is no answer, and does no harm',
    async (levels) => {
      api.answer = () => new Response(nested(levels));
      expect(await api.problemOf(api.get())).toMatchObject({ kind: 'retry', code: 'garbled' });
      expect(await api.problemOf(api.create())).toMatchObject({ kind: 'outcome-unknown', code: 'garbled' });
      // What is kept of it can be written out.
      expect(JSON.stringify(api.recorder.payload()).length).toBeLessThan(200_000);
    },
  );

  test('that is nested as records are is read', async () => {
    api.answer = () => new Response(`{"id": "1", "more": ${nested(60)}}`);
    expect(await api.clock.settle(api.get())).toEqual({ id: '1' });
  });

  test.each([
    ['letters', 'a'],
    ['blanks', ' '],
    ['line ends', '\n'],
    ['at signs', 'a@'],
    ['digits', '1 '],
  ])('that refuses in a text of megabytes of %s is read within the time of a test', async (_, character) => {
    const message = `refused${character.repeat(3_500_000 / character.length)}x`;
    api.answer = () =>
      Response.json({ message, errors: Array(2_000).fill({ message: character }) }, { status: 400 });
    const problem = await api.problemOf(api.client(magento).get(path`/x`, schema));
    expect(problem.kind).toBe('rejected');
    expect(JSON.stringify(problem.params).length).toBeLessThan(400);
  });
});

describe('a secret that a system repeats', () => {
  const secret = 'secret_T0k3n/abc';

  beforeEach(() => {
    api.auth = bearer(secret);
  });

  test('in its refusal is neither told nor kept', async () => {
    api.always(400, { error: { message: `bad token ${secret}`, [secret]: [secret] } });
    const problem = await api.problemOf(api.create());
    expect(api.recorder.payload().calls[0]?.said).toContain('bad token …');
    expect(JSON.stringify([problem.toData(), api.recorder.payload()])).not.toContain('T0k3n');
  });

  test('in a page of text is neither told nor kept', async () => {
    api.answer = () => new Response(`<html>${secret}</html>`, { status: 502 });
    const problem = await api.problemOf(api.create());
    expect(JSON.stringify([problem.toData(), api.recorder.payload()])).not.toContain('T0k3n');
  });

  test('in a record is carried and not kept, also where "/" is escaped', async () => {
    api.answer = () => new Response(`{"id": "${secret.replace('/', '\\/')}"}`);
    expect(await api.get()).toEqual({ id: secret });
    expect(JSON.stringify(api.recorder.payload())).not.toContain('T0k3n');
    expect(api.recorder.payload().calls).toMatchObject([{ received: { id: '…' } }]);
  });

  test.each(['store/tok en!1', 'store%2Ftok%20en!1', 'store%2ftok+en%211', 'store%2Ftok%20en%211'])(
    'in an address, written as %s, is neither told nor kept',
    async (written) => {
      api.auth = query({ token: 'store/tok en!1' });
      api.always(422, { error: { message: `no such address: /v1/orders?token=${written}` } });
      const problem = await api.problemOf(api.create());
      expect(api.recorder.payload().calls[0]?.said).toContain('token=…');
      expect(JSON.stringify([problem.toData(), api.recorder.payload()])).not.toMatch(/tok.{1,3}en/);
    },
  );

  test('in JSON that writes its characters in another way is neither told nor kept', async () => {
    const escaped = secret.replace('_', '\\u005f').replace('/', '\\u002F');
    api.answer = () => new Response(`{"error": {"message": "bad token ${escaped}"}}`, { status: 422 });
    const problem = await api.problemOf(api.create());
    expect(api.recorder.payload().calls[0]?.said).toContain('bad token …');
    expect(JSON.stringify([problem.toData(), api.recorder.payload()])).not.toContain('T0k3n');
  });

  test('of a signed request is each value of its header', () => {
    const keys = { consumerKey: 'consumer-key', token: 'access/token' };
    const credentials = { ...keys, consumerSecret: 'cs-hidden', tokenSecret: 'ts-hidden' };
    const header = oauth1Header(credentials, { method: 'GET', url: 'https://a.example', at: 0 });
    expect(secretsOf(header)).toEqual(
      expect.arrayContaining(['consumer-key', 'access/token', 'access%2Ftoken']),
    );
    expect(header).not.toContain('hidden');
  });
});

test('an answer that its connector did not expect is judged by its status', async () => {
  const hasty: Connector = {
    ...magento,
    readError: ({ body }) => ({ said: (body as { error: { message: string } }).error.message.trim() }),
  };
  api.always(422, [null]);
  const create = () => api.client(hasty).create(path`/x`, body, schema);
  expect(await api.problemOf(create())).toMatchObject({ kind: 'outcome-unknown', code: 'refused' });
  const update = () => api.client(hasty).update(path`/x`, body);
  expect(await api.problemOf(update())).toMatchObject({ kind: 'rejected', code: 'refused' });
  api.always(200, { id: '1' });
  expect(await create()).toEqual({ id: '1' });
});
