import { beforeEach, describe, expect, it } from 'vitest';
import { MagentoStandIn } from '../../../../sandbox/magento/index.ts';
import { accessToken, accessTokenSecret } from '../../../../sandbox/magento/settings.ts';
import { nobody, TestShop } from '../shop.ts';
import { App, addresses } from './app.ts';

let shop: TestShop;
let app: App;

beforeEach(async () => {
  shop = new TestShop();
  app = appOf(shop);
  await activate();
});

function appOf({ world, standIn }: TestShop): App {
  return new App({ handle: (request) => standIn.handle(request), now: () => world.now() });
}

async function activate(to = addresses) {
  shop.outside = app.callback;
  return (await shop.control('POST', '/integrations', to)).body;
}

/** What the shop says of the newest integration. */
async function newest() {
  const all = (await shop.control('GET', '/integrations')).json;
  return Array.isArray(all) ? all.at(-1) : undefined;
}

function problem(status: number, text: string) {
  return { status, fields: { oauth_problem: text } };
}

describe('the handshake', () => {
  it('ends in a lasting token that opens the shop as any other, and the integration is active', async () => {
    expect(await newest()).toMatchObject({ id: '2', isActive: false });
    const short = await app.request();
    expect(short).toMatchObject({ status: 200, mediaType: 'application/x-www-form-urlencoded' });
    expect(await newest()).toMatchObject({ isActive: false });
    const lasting = await app.access(short);
    expect(lasting.status).toBe(200);
    expect(
      [lasting.fields.oauth_token, lasting.fields.oauth_token_secret].map((text) => text?.length),
    ).toEqual([32, 32]);
    expect(await app.opens(lasting)).toEqual([200, undefined]);
    expect(await newest()).toMatchObject({ isActive: true });
    shop.world.pass(365 * 86_400_000);
    expect(await app.opens(lasting)).toEqual([200, undefined]);
    const Authorization = `Bearer ${lasting.fields.oauth_token}`;
    expect((await shop.call('GET', '/V1/orders?searchCriteria', undefined, { Authorization })).status).toBe(
      200,
    );
  });

  it('may be made while the callback is still being asked', async () => {
    app.takes = async () => new Response(null, { status: (await app.exchanged()).status });
    expect(await activate()).toMatchObject({ isActive: true, answer: 200 });
  });

  it('also below /index.php, and with a stroke at the end', async () => {
    const short = await app.request({ path: '/index.php/oauth/token/request' });
    const lasting = await app.access(short, { path: '/oauth/token/access/' });
    expect(await app.opens(lasting)).toEqual([200, undefined]);
  });

  it('has the fields of a form in its signature, where one is sent', async () => {
    const wrong = await app.signed('POST', '/oauth/token/request', { form: { a: '1 +é' } });
    const other = new Request(wrong, { body: 'a=2' });
    expect((await shop.standIn.handle(other)).status).toBe(401);
    expect((await app.request({ form: { a: '1 +é' } })).status).toBe(200);
  });

  it('answers forms that call themselves pages, where the shop is like that', async () => {
    shop.standIn.change({ tokenMediaType: 'text/html; charset=UTF-8' });
    const short = await app.request();
    expect(short).toMatchObject({ status: 200, mediaType: 'text/html; charset=UTF-8' });
    expect((await app.access(short)).status).toBe(200);
  });

  it('goes on after a restart in between', async () => {
    const short = await app.request();
    const other = new MagentoStandIn(shop.world, nobody);
    other.restore(JSON.parse(JSON.stringify(shop.standIn.snapshot())));
    const twin = Object.assign(new TestShop(), { world: shop.world, standIn: other });
    const same = Object.assign(appOf(twin), { handed: app.handed });
    expect(await same.request()).toMatchObject({ status: 401 });
    expect((await same.access(short)).status).toBe(200);
  });
});

describe('a request token', () => {
  it('never opens the shop, signed or as a bearer', async () => {
    const short = await app.request();
    expect(await app.opens(short)).toEqual([401, 'Token is not an access token']);
    const Authorization = `Bearer ${short.fields.oauth_token}`;
    expect((await shop.call('GET', '/V1/orders?searchCriteria', undefined, { Authorization })).status).toBe(
      401,
    );
  });

  it('is given once for an activation', async () => {
    await app.request();
    const text = 'Cannot create request token because consumer token is not a verifier token';
    expect(await app.request()).toMatchObject(problem(401, text));
    await activate();
    expect((await app.exchanged()).status).toBe(200);
    expect(await app.request()).toMatchObject(problem(401, text));
  });

  it('is given for five minutes after the credentials were handed over, by the clock of the sandbox', async () => {
    shop.world.pass(300_000);
    expect(await app.request()).toMatchObject(problem(401, 'Consumer key has expired'));
    await activate();
    shop.world.pass(299_999);
    const short = await app.request();
    expect(short.status).toBe(200);
    expect((await app.access(short)).status).toBe(200);
  });

  it('is given to nobody whose credentials were copied', async () => {
    const consumerKey = 'sandboxconsumerkey00000000000001';
    const consumerSecret = 'sandboxconsumersecret00000000002';
    expect(await app.request({ consumerKey, consumerSecret })).toMatchObject(
      problem(401, 'Consumer key has expired'),
    );
  });

  it.each([
    [{ signature: 'AAAA' }, 401, 'The signature is invalid. Verify and try again.'],
    [{ consumerSecret: 'x'.repeat(32) }, 401, 'The signature is invalid. Verify and try again.'],
    [{ tokenSecret: 'x'.repeat(32) }, 401, 'The signature is invalid. Verify and try again.'],
    [
      { url: 'https://stranger.example.com/oauth/token/request' },
      401,
      'The signature is invalid. Verify and try again.',
    ],
    [{ consumerKey: 'short' }, 401, 'Consumer key is not the correct length'],
    [{ consumerKey: 'x'.repeat(32) }, 401, 'A consumer having the specified key does not exist'],
    [{ timestamp: 0 }, 401, 'Incorrect timestamp value in the oauth_timestamp parameter'],
    [{ timestamp: 1_773_144_601 }, 401, 'Incorrect timestamp value in the oauth_timestamp parameter'],
    [{ signatureMethod: 'HMAC-SHA1' }, 400, 'Signature method HMAC-SHA1 is not supported'],
  ])('is refused to a call with %o: %i %s', async (change, status, text) => {
    expect(await app.request(change)).toMatchObject(problem(status, text));
    // What was refused has used nothing up.
    expect((await app.request()).status).toBe(200);
  });

  it('is refused to a nonce that the consumer has used; that of another is its own', async () => {
    const nonce = 'z'.repeat(32);
    expect((await app.request({ nonce })).status).toBe(200);
    expect(await app.request({ nonce })).toMatchObject(
      problem(401, 'The nonce is already being used by the consumer with ID 2'),
    );
    const copied = await shop.signed('GET', '/V1/orders?searchCriteria%5BpageSize%5D=1', { nonce });
    expect(copied.status).toBe(200);
  });

  it('is refused to a call that says nothing, to one that says too little, and to any verb but POST', async () => {
    const ask = async (method: string, headers: Record<string, string>) => {
      const { status, text } = await shop.call(method, '/oauth/token/request', undefined, headers);
      return [status, new URLSearchParams(text).get('oauth_problem')];
    };
    const missing = (...names: string[]) =>
      names.map((name) => `"oauth_${name}" is required. Enter and try again`).join(', ');
    expect(await ask('POST', {})).toEqual([
      400,
      missing('consumer_key', 'signature', 'signature_method', 'nonce', 'timestamp'),
    ]);
    const header = (await app.signed('POST', '/oauth/token/request')).headers.get('Authorization') ?? '';
    const Authorization = header.replace(/oauth_nonce="\w+", /, '');
    expect(await ask('POST', { Authorization })).toEqual([400, `${missing('nonce')}.`]);
    const version = header.replace('oauth_version="1.0"', 'oauth_version="2.0"');
    expect(await ask('POST', { Authorization: version })).toEqual([
      400,
      'The "2.0" Oauth version isn\'t supported.',
    ]);
    expect(await ask('GET', { Authorization: header })).toEqual([405, 'method_not_allowed']);
  });
});

describe('an access token', () => {
  it.each([
    [{ verifier: 'x'.repeat(32) }, 401, 'Token verifier and verifier token do not match'],
    [{ verifier: 'short' }, 401, 'Verifier is not the correct length'],
    [{ token: 'x'.repeat(32) }, 401, 'Specified token does not exist'],
    [{ token: 'short' }, 400, 'The token length is invalid. Check the length and try again.'],
    [{ token: undefined }, 400, '"oauth_token" is required. Enter and try again.'],
    [{ tokenSecret: '' }, 401, 'The signature is invalid. Verify and try again.'],
    [{ token: accessToken }, 401, 'Request token is not associated with the specified consumer'],
  ])('is refused to a call with %o: %i %s', async (change, status, text) => {
    const short = await app.request();
    expect(await app.access(short, change)).toMatchObject(problem(status, text));
    expect(await newest()).toMatchObject({ isActive: false });
    expect((await app.access(short)).status).toBe(200);
  });

  it('is refused without a verifier', async () => {
    const { fields } = await app.request();
    const { oauth_token: token, oauth_token_secret: tokenSecret = '' } = fields;
    const answer = await shop.standIn.handle(
      await app.signed('POST', '/oauth/token/access', { token, tokenSecret }),
    );
    expect([answer.status, await answer.text()]).toEqual([
      400,
      'oauth_problem=%22oauth_verifier%22+is+required.+Enter+and+try+again.',
    ]);
  });

  it('is given once: the request token is gone, and the lasting one is none', async () => {
    const short = await app.request();
    const lasting = await app.access(short);
    expect(await app.access(short)).toMatchObject(problem(401, 'Specified token does not exist'));
    expect(await app.access(lasting)).toMatchObject(problem(401, 'Token is already being used'));
    expect(await app.opens(lasting)).toEqual([200, undefined]);
  });

  it('is given to one of two calls at once', async () => {
    const short = await app.request();
    const both = await Promise.all([app.access(short), app.access(short)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it('of another integration is refused', async () => {
    await app.exchanged();
    const others = { oauth_token: accessToken, oauth_token_secret: accessTokenSecret };
    expect(await app.opens({ status: 200, mediaType: null, fields: others })).toEqual([
      401,
      'Token is not associated with the specified consumer',
    ]);
  });
});
