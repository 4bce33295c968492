import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { patchRows } from '../../../src/connectors/salesforce/collection.ts';
import { salesforce } from '../../../src/connectors/salesforce/index.ts';
import { orderSource } from '../../../src/connectors/salesforce/orders/source.ts';
import { Beginning, Field, soql } from '../../../src/connectors/salesforce/soql.ts';
import { readUse } from '../../../src/connectors/salesforce/usage.ts';
import { withQuietSearches } from '../../../src/engine/work/quiet-searches.ts';
import { DeclaredSystem, queryOf, type Sent } from '../declared-system.ts';
import { recordings, samples } from '../vendor-samples.ts';
import {
  accountAnswer,
  booksAnswer,
  changed,
  contactAnswer,
  describeAnswer,
  errorAnswer,
  organisationAnswer,
  rows,
  tokenAnswer,
  usage,
} from './answers.ts';

const app = {
  address: 'https://molen.my.salesforce.com',
  clientId: 'client-1',
  clientSecret: 'hush-hush-1',
  currency: 'EUR',
  vatRateField: 'Btw__c',
};
const person = { ...app, clientSecret: undefined, access: 'person' };

let system: DeclaredSystem;
let tokens: number;

beforeEach(() => open());

async function open(credentials: Record<string, string | undefined> = app) {
  tokens = 0;
  const given = Object.entries(credentials).filter((pair): pair is [string, string] => pair[1] !== undefined);
  system = await DeclaredSystem.open(salesforce, Object.fromEntries(given));
  answers(organisation);
}

/** What the check asks: of the organisation, and what its objects are made of. */
const organisation = ({ url }: Sent) => {
  const [, object] = /sobjects\/(\w+)\/describe$/.exec(url.pathname) ?? [];
  if (object === undefined) {
    const isOfBooks = / FROM Pricebook2 /.test(url.searchParams.get('q') ?? '');
    return Response.json(isOfBooks ? booksAnswer : organisationAnswer);
  }
  const described = describeAnswer(object);
  return described === null
    ? Response.json(errorAnswer('NOT_FOUND'), { status: 404 })
    : Response.json(described);
};

function isForToken({ url }: Sent): boolean {
  return url.pathname === '/services/oauth2/token';
}

/** Plays the token service; every other call is the org's. */
function answers(org: (sent: Sent, number: number) => Response, token: Record<string, unknown> = {}) {
  system.answer = (sent, number) => {
    if (!isForToken(sent)) return org(sent, number);
    tokens++;
    const rotating = 'refresh_token' in token ? { refresh_token: `refresh-${tokens}` } : {};
    return Response.json(tokenAnswer(tokens, { ...token, ...rotating }));
  };
}

const calls = () => system.requests.filter((sent) => !isForToken(sent));
const forms = () =>
  system.requests.filter(isForToken).map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
const bearers = () => calls().map(({ headers }) => headers.get('authorization'));

const make = (api: Api) => api.create(path`/services/data/v66.0/sobjects/Order`, { Name: 'x' }, z.unknown());
const read = (api: Api) => api.get(path`/services/data/v66.0/query`, z.unknown());
const patchTwo = (api: Api) =>
  patchRows(
    api,
    'Product2',
    [1, 2].map((id) => ({ id: `${id}`, fields: {} })),
  );
const upsert = (api: Api) =>
  api.patch(path`/services/data/v66.0/sobjects/Account/Key__c/${'a/b'}`, { Name: 'x' });

describe('an app of the org', () => {
  test('asks its My Domain for a token, and calls the instance that is told with it', async () => {
    expect(await system.check()).toMatchObject({
      name: 'Molenwinkel',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      traits: { vatRateField: 'Btw__c', stockField: 'Stock__c', orders: 'yes' },
    });
    const [token, call] = system.requests;
    expect(token?.url.href).toBe('https://molen.my.salesforce.com/services/oauth2/token');
    expect(forms()).toEqual([
      { grant_type: 'client_credentials', client_id: 'client-1', client_secret: 'hush-hush-1' },
    ]);
    expect(call?.url.host).toBe('molen--pod.my.salesforce.com');
    expect(call?.url.pathname).toBe('/services/data/v66.0/query');
    expect(new Set(bearers())).toEqual(new Set(['Bearer 00Dxx!token-1']));
    expect(system.told()).not.toMatch(/token-\d|hush-hush/);
  });

  test('uses a token that nobody gives an end until it is refused, then fetches one and no more', async () => {
    answers(() => Response.json({}));
    await system.with(make);
    await system.clock.advance(30 * 24 * 3_600_000);
    await system.with(make);
    expect(tokens).toBe(1);
    answers(({ headers }) =>
      headers.get('authorization') === 'Bearer 00Dxx!token-2'
        ? Response.json({})
        : Response.json(errorAnswer('INVALID_SESSION_ID'), { status: 401 }),
    );
    await system.with(make);
    expect(bearers().slice(2)).toEqual(['Bearer 00Dxx!token-1', 'Bearer 00Dxx!token-2']);
    answers(() => Response.json(errorAnswer('INVALID_SESSION_ID'), { status: 401 }));
    const problem = await system.problemOf(make);
    expect(problem).toMatchObject({ kind: 'auth', code: 'credentials_refused' });
    expect({ tokens, calls: calls().length }).toEqual({ tokens: 3, calls: 6 });
  });

  test('that is answered with nothing knows nothing of what was done', async () => {
    answers(() => new Response('', { status: 200 }));
    expect(await system.problemOf(make)).toMatchObject({ kind: 'outcome-unknown' });
    expect(await system.problemOf(upsert)).toMatchObject({ kind: 'retry' });
    answers(() => new Response(null, { status: 204 }));
    await system.with(upsert);
  });

  test('has no secret that works: the token service says so in an object', async () => {
    system.answer = () =>
      Response.json({ error: 'invalid_client', error_description: 'no' }, { status: 401 });
    const problem = await system.problemOf(make);
    expect(problem).toMatchObject({
      kind: 'auth',
      code: 'credentials_refused',
      params: { systemCode: 'invalid_client' },
    });
  });

  test.each([
    'https://evil.example.com',
    'http://molen.my.salesforce.com',
    'https://molen.my.salesforce.com.evil.example.com',
    undefined,
  ])('is never led to %s with its token', async (instance_url) => {
    answers(() => Response.json({}), { instance_url });
    await system.with(make);
    expect(calls().map(({ url }) => url.origin)).toEqual(['https://molen.my.salesforce.com']);
  });

  test('needs a secret, and an address of Salesforce', () => {
    const { clientSecret: _, ...without } = app;
    expect(salesforce.credentials.safeParse(without).success).toBe(false);
    const address = 'https://molen.example.com';
    expect(salesforce.credentials.safeParse({ ...app, address }).success).toBe(false);
  });
});

describe('an app with a certificate', () => {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  };

  async function keys() {
    const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
    const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64');
    const pem = `-----BEGIN PRIVATE KEY-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END PRIVATE KEY-----\n`;
    return { pem, publicKey: pair.publicKey };
  }

  test('signs who it acts as, for three minutes at most, and keeps the token', async () => {
    const { pem, publicKey } = await keys();
    const username = 'koppel@molen.example';
    await open({ ...app, clientSecret: undefined, access: 'certificate', privateKey: pem, username });
    answers(() => Response.json({}));
    await system.with(make);
    await system.with(make);
    expect(tokens).toBe(1);
    const [{ assertion = '', ...form } = {}] = forms();
    expect(form).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: 'client-1',
    });
    const [head = '', claims = '', signature = ''] = assertion.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    const now = Math.floor(system.clock.now() / 1000);
    expect(read(head)).toEqual({ alg: 'RS256' });
    expect(read(claims)).toMatchObject({ iss: 'client-1', sub: username, aud: app.address });
    expect(read(claims).exp).toBeGreaterThan(now);
    expect(read(claims).exp).toBeLessThanOrEqual(now + 180);
    const isSigned = await crypto.subtle.verify(
      algorithm,
      publicKey,
      Buffer.from(signature, 'base64url'),
      new TextEncoder().encode(`${head}.${claims}`),
    );
    expect(isSigned).toBe(true);
    expect(bearers()).toEqual(['Bearer 00Dxx!token-1', 'Bearer 00Dxx!token-1']);
    expect(system.told()).not.toContain(pem.slice(60, 100));
    expect(calls()[0]?.url.host).toBe('molen--pod.my.salesforce.com');
  });

  test('signs anew where its token is refused; what is no key is told as that', async () => {
    const { pem } = await keys();
    const own = { ...app, clientSecret: undefined, access: 'certificate', username: 'k@molen.example' };
    await open({ ...own, privateKey: pem });
    answers(({ headers }) =>
      headers.get('authorization') === 'Bearer 00Dxx!token-2'
        ? Response.json({})
        : Response.json(errorAnswer('INVALID_SESSION_ID'), { status: 401 }),
    );
    await system.with(make);
    expect(tokens).toBe(2);
    await open({ ...own, privateKey: pem.replace('MII', 'AAA') });
    expect(await system.problemOf(make)).toMatchObject({ kind: 'auth', code: 'credentials_refused' });
    expect(tokens).toBe(0);
    for (const lacking of [{ username: undefined }, { privateKey: undefined }, { privateKey: 'x' }])
      expect(salesforce.credentials.safeParse({ ...own, privateKey: pem, ...lacking }).success).toBe(false);
  });
});

describe('a person who gives access', () => {
  const redirectUri = 'https://koppel.example.com/oauth/callback';

  async function giveAccess() {
    const { url, verifier } = await system.connection.authorizationUrl(redirectUri, 'state-1');
    const parameters = new URLSearchParams({ code: 'code-1', state: 'state-1' });
    await system.connection.exchange({ parameters, redirectUri, state: 'state-1', verifier });
    return { asked: new URL(url).searchParams, verifier };
  }

  test('is asked with a challenge, and the exchange proves with PKCE who asked', async () => {
    await open(person);
    expect(await system.problemOf(make)).toMatchObject({ kind: 'auth', code: 'access_not_given' });
    answers(() => Response.json({}), { refresh_token: '' });
    const { asked, verifier } = await giveAccess();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(Object.fromEntries(asked)).toEqual({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: redirectUri,
      state: 'state-1',
      scope: 'api refresh_token',
      code_challenge: Buffer.from(digest).toString('base64url'),
      code_challenge_method: 'S256',
    });
    expect(forms()).toEqual([
      {
        grant_type: 'authorization_code',
        client_id: 'client-1',
        code: 'code-1',
        code_verifier: verifier,
        redirect_uri: redirectUri,
      },
    ]);
    await system.with(make);
    expect(calls()[0]?.url.host).toBe('molen--pod.my.salesforce.com');
  });

  test('need not do so again: each refresh token is used once, and the instance stays known', async () => {
    await open(person);
    let refused = 0;
    answers(
      ({ headers }) =>
        headers.get('authorization') === `Bearer 00Dxx!token-${refused}`
          ? Response.json(errorAnswer('INVALID_SESSION_ID'), { status: 401 })
          : Response.json({}),
      { refresh_token: '', instance_url: 'https://molen--pod.my.salesforce.com' },
    );
    await giveAccess();
    for (refused = 1; refused <= 2; refused++) await system.with(make);
    expect(forms().slice(1)).toEqual([
      { grant_type: 'refresh_token', client_id: 'client-1', refresh_token: 'refresh-1' },
      { grant_type: 'refresh_token', client_id: 'client-1', refresh_token: 'refresh-2' },
    ]);
    expect(system.told()).not.toMatch(/token-\d|refresh-\d/);
  });
});

describe('errors in an array', () => {
  test.each([
    [400, 'REQUIRED_FIELD_MISSING', 'rejected', 'refused'],
    [400, 'UNABLE_TO_LOCK_ROW', 'retry', 'conflict'],
    [403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'rejected', 'refused'],
    [403, 'API_DISABLED_FOR_ORG', 'auth', 'plan_insufficient'],
    [404, 'NOT_FOUND', 'rejected', 'not_found'],
    [403, 'FUNCTIONALITY_NOT_ENABLED', 'rejected', 'refused'],
    [420, 'ORG_NOT_HERE', 'outcome-unknown', 'server_error'],
    [500, 'UNKNOWN_EXCEPTION', 'outcome-unknown', 'server_error'],
    [503, 'SERVER_UNAVAILABLE', 'outcome-unknown', 'server_error'],
  ])('%i %s of what was to be made is %s, %s', async (status, errorCode, kind, code) => {
    answers(() => Response.json(errorAnswer(errorCode, { fields: ['LastName'] }), { status }));
    const problem = await system.problemOf(make);
    expect(problem).toMatchObject({ kind, code, params: { systemCode: errorCode, fields: ['LastName'] } });
    expect(system.said()).toBe(`It says ${errorCode} (LastName)`);
    expect(calls()).toHaveLength(1);
  });

  test('are none where several records have the key: it is refused, and not tried again', async () => {
    answers(() => Response.json(['/services/data/v66.0/sobjects/Account/1'], { status: 300 }));
    expect(await system.problemOf(upsert)).toMatchObject({ kind: 'rejected', code: 'refused' });
    expect(calls().map(({ url }) => url.pathname)).toEqual([
      '/services/data/v66.0/sobjects/Account/Key__c/a%2Fb',
    ]);
  });
});

describe('the calls of a day', () => {
  const limited = (used: number) => () =>
    Response.json(errorAnswer('REQUEST_LIMIT_EXCEEDED'), { status: 403, headers: usage(used) });

  test('that are used up stop all calls for minutes, and a create was not made', async () => {
    answers(limited(15_000));
    const at = system.clock.now() + 600_000;
    expect(await system.problemOf(make)).toMatchObject({ kind: 'retry', code: 'rate_limited', retryAt: at });
    expect(await system.problemOf(read)).toMatchObject({ kind: 'wait', retryAt: at });
    expect(calls()).toHaveLength(1);
    answers(() => Response.json({}, { headers: usage(12_000) }));
    await system.clock.advance(600_000);
    await system.with(read);
  });

  test('are told by every answer, and a reserve of them is left to others', async () => {
    answers((_, number) => Response.json({}, { headers: usage(13_997 + number) }));
    // The first request was for a token.
    for (let call = 0; call < 2; call++) await system.with(read);
    const problem = await system.problemOf(read);
    expect(problem).toMatchObject({ kind: 'wait', code: 'rate_limited' });
    expect(problem.retryAt).toBe(system.clock.now() + 600_000);
    expect(calls()).toHaveLength(2);
    answers(() => Response.json({}, { headers: usage(9_000) }));
    await system.clock.advance(600_000);
    for (let call = 0; call < 5; call++) await system.with(read);
    expect(calls()).toHaveLength(7);
  });

  test('are not what is meant where too many long ones are under way', async () => {
    answers(limited(800));
    expect(await system.problemOf(make)).toMatchObject({ retryAt: system.clock.now() + 10_000 });
  });

  const tooMany = { statusCode: 'REQUEST_LIMIT_EXCEEDED', message: 'no', fields: [] };
  const parted = {
    compositeResponse: [
      { referenceId: 'order', httpStatusCode: 400, httpHeaders: {}, body: errorAnswer('PROCESSING_HALTED') },
      {
        ...{ referenceId: 'items', httpStatusCode: 400, httpHeaders: {} },
        body: errorAnswer('REQUEST_LIMIT_EXCEEDED'),
      },
    ],
  };
  const listed = [
    { success: true, errors: [] },
    { success: false, errors: [tooMany] },
  ];

  test.each([
    ['a part of several calls', parted, 15_000, 600_000],
    ['a part of several calls', parted, 800, 10_000],
    ['a row of a list', listed, 15_000, 600_000],
    ['a row of a list', listed, 800, 10_000],
  ])('that run out at %s stop all calls as well (%#)', async (_, body, used, pauseMs) => {
    answers(() => Response.json(body, { headers: usage(used) }));
    const problem = await system.problemOf(body === parted ? make : patchTwo);
    expect(problem).toMatchObject({
      kind: 'retry',
      code: 'rate_limited',
      retryAt: system.clock.now() + pauseMs,
    });
    expect(await system.problemOf(read)).toMatchObject({ kind: 'wait', code: 'rate_limited' });
    expect(calls()).toHaveLength(1);
  });
});

describe('orders that changed', () => {
  const second = '2026-03-02T11:58:00';
  const id = (number: number) => `801xx${String(number).padStart(10, '0')}AAA`;

  beforeEach(async () => {
    await system.check();
    system.requests.length = 0;
  });

  function withLists(orders: readonly unknown[][], items: readonly unknown[] = []) {
    let page = 0;
    answers((sent) => {
      if (sent.url.pathname.endsWith('/deleted/')) return Response.json({ deletedRecords: [] });
      if (/ FROM OrderItem /.test(queryOf(sent).q ?? '')) return Response.json(rows(items));
      const isFull = page < orders.length - 1;
      return Response.json(rows(orders[page++] ?? [], { done: !isFull }));
    });
  }

  test('are read in a stable order, from behind the last row, however many share a second', async () => {
    const first = [changed(id(1), second), changed(id(2), second)];
    withLists([first, [changed(id(3), second, { TotalAmount: 5 })]]);
    expect(await system.poll(orderSource)).toEqual([id(1), id(2), id(3)]);
    const asked = calls().map(({ url }) => url.searchParams.get('q'));
    expect(asked.slice(0, 2)).toEqual([
      `SELECT Id, SystemModstamp, Status, TotalAmount FROM Order WHERE SystemModstamp >= 2026-03-02T11:50:00Z AND SystemModstamp <= 2026-03-02T12:00:00Z ORDER BY SystemModstamp ASC, Id ASC LIMIT 500`,
      `SELECT Id, SystemModstamp, Status, TotalAmount FROM Order WHERE (SystemModstamp > ${second}Z OR (SystemModstamp = ${second}Z AND Id > '${id(2)}')) AND SystemModstamp <= 2026-03-02T12:00:00Z ORDER BY SystemModstamp ASC, Id ASC LIMIT 500`,
    ]);
    // What else moved within the second is told by the rest of the row.
    withLists([[...first, changed(id(3), second, { TotalAmount: 6 })]]);
    expect(await system.poll(orderSource)).toEqual([id(3)]);
  });

  test('are all read where a thousand share a second', async () => {
    const thousand = Array.from({ length: 1_000 }, (_, index) => changed(id(index + 1), second));
    withLists([thousand.slice(0, 500), thousand.slice(500), []]);
    expect(await system.poll(orderSource)).toEqual(thousand.map((row) => row.Id));
  });

  test('are those too of which an item changed alone', async () => {
    withLists([[]], [changed('802xx0000000001AAA', second, { OrderId: id(9), Quantity: 4 })]);
    expect(await system.poll(orderSource)).toEqual([id(9)]);
    expect(await system.poll(orderSource)).toEqual([]);
  });
});

test('a search for somebody keeps who was meant, and their address stands in no address of a call', async () => {
  await system.check();
  const mine = { ...contactAnswer, Account: accountAnswer };
  const other = {
    ...mine,
    Id: '003xx0000000002AAA',
    FirstName: 'Nelleke',
    LastName: 'Naast',
    Email: 'x@example.nl',
  };
  answers((sent) => {
    if (!sent.url.pathname.endsWith('/composite')) return Response.json(rows([mine, other]));
    const body = rows([{ Id: mine.Id }, { Id: other.Id }]);
    return Response.json({ compositeResponse: [{ referenceId: 'contacts', httpStatusCode: 200, body }] });
  });
  system.requests.length = 0;
  const before = system.recorder.payload().calls.length;
  const target = withQuietSearches(salesforce).customers?.target;
  const found = await system.with(async (api) => target?.find(api, ['wilma@example.nl']));
  expect(found?.get('wilma@example.nl')?.map(({ id }) => id)).toEqual([mine.Id]);
  const kept = JSON.stringify(system.recorder.payload().calls.slice(before));
  expect(kept).toContain(mine.Id);
  expect(kept).not.toMatch(/nelleke|naast/i);
  expect(calls().map(({ method }) => method)).toEqual(['POST', 'GET']);
  expect(
    calls()
      .map(({ url }) => decodeURIComponent(url.href))
      .join(),
  ).not.toMatch(/wilma/i);
});

test('no value says anything else in a query', () => {
  const at = new Date('2026-03-02T12:00:00.789Z');
  expect(
    soql`SELECT ${new Field('Btw__c')} FROM X WHERE A = ${"d'Arc \\ Co"} AND B > ${at} AND C IN ${['a', "b'"]}`,
  ).toBe(
    "SELECT Btw__c FROM X WHERE A = 'd\\'Arc \\\\ Co' AND B > 2026-03-02T12:00:00Z AND C IN ('a','b\\'')",
  );
  expect(() => new Field('Id FROM User')).toThrow(RangeError);
  // A wildcard of the text is none, and has one backslash only (sheet 3.3).
  expect(soql`WHERE N LIKE ${new Beginning("10%_'\\")}`).toBe("WHERE N LIKE '10\\%\\_\\'\\\\%'");
});

test.each(samples('salesforce', /^(?!placeorder)/))(
  'a recorded answer is a refusal where it says so: $name',
  (sample) => {
    for (const { status, response, headers: given = {} } of recordings(sample)) {
      const headers = new Headers(given);
      expect(salesforce.readError({ status, headers, body: response }) !== null).toBe(status >= 300);
      expect(readUse({ headers })?.allowed).toBe(headers.has('sforce-limit-info') ? 15_000 : undefined);
    }
  },
);
