/** Of a system that signs its answers: what somebody else put in their place is no answer. */
import { expect, test } from 'vitest';
import { signer } from '../../../src/connectors/contract/auth.ts';
import { FakeConnection } from '../../support/fake-connection.ts';

/** A signature over method, address and body that is easily seen. */
function signedBy(api: FakeConnection, signatureOf: (request: Request, text: string) => string | null): void {
  api.auth = signer(
    () => ({ 'x-hash': 'of the request' }),
    [],
    ({ method, url }, { headers, body }) => {
      const given = headers.get('x-hash');
      return given === null || given === `${method} ${new URL(url).pathname} ${body}`;
    },
  );
  api.answer = (request) => {
    const text = '{ "id": "a1" }';
    const hash = signatureOf(request, text);
    const headers = new Headers({ 'content-type': 'application/json' });
    if (hash !== null) headers.set('x-hash', hash);
    return new Response(text, { headers });
  };
}

const right = ({ method, url }: Request, text: string) => `${method} ${new URL(url).pathname} ${text}`;

test('an answer is taken that is signed as it came, and one that is not signed', async () => {
  for (const signature of [right, () => null]) {
    const api = new FakeConnection();
    signedBy(api, signature);
    expect(await api.clock.settle(api.get())).toEqual({ id: 'a1' });
  }
});

test('one that is signed otherwise says nothing: it is read again, and a create is looked for before it is made again', async () => {
  const api = new FakeConnection();
  signedBy(api, () => 'of somebody else');
  expect(await api.problemOf(api.get())).toMatchObject({ kind: 'retry', code: 'garbled' });
  expect(api.requests).toHaveLength(2);
  expect(await api.problemOf(api.create())).toMatchObject({ kind: 'outcome-unknown', code: 'garbled' });
  expect(api.requests).toHaveLength(3);
});
