import { beforeEach, describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';
import { App, addresses } from './app.ts';

let shop: TestShop;
let app: App;

beforeEach(() => {
  shop = new TestShop();
  app = appOf(shop);
  shop.outside = app.callback;
});

function appOf({ world, standIn }: TestShop): App {
  return new App({ handle: (request) => standIn.handle(request), now: () => world.now() });
}

async function activate(to: object = addresses): Promise<JsonObject> {
  const { status, body } = await shop.control('POST', '/integrations', to);
  expect(status).toBe(201);
  return body;
}

async function one(id: string): Promise<unknown> {
  const all = (await shop.control('GET', '/integrations')).json;
  return Array.isArray(all) ? all.filter(isObject).find((each) => each.id === id) : undefined;
}

describe('activating an integration', () => {
  it('hands its callback a consumer and a verifier, as a form', async () => {
    const { consumerKey } = await activate();
    const [call] = app.calls;
    expect([call?.method, call?.url, call?.redirect]).toEqual(['POST', addresses.callbackUrl, 'manual']);
    expect(call?.headers.get('Content-Type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(app.handed).toEqual([
      {
        store_base_url: 'https://shop.example.com/',
        oauth_consumer_key: consumerKey,
        oauth_consumer_secret: expect.stringMatching(/^\w{32}$/),
        oauth_verifier: expect.stringMatching(/^\w{32}$/),
      },
    ]);
    expect(consumerKey).toMatch(/^\w{32}$/);
    expect(JSON.stringify((await shop.control('GET', '/integrations')).json)).not.toContain(
      app.handed[0]?.oauth_consumer_secret,
    );
  });

  it('leads the browser on when the callback has taken it, with the consumer and the way back', async () => {
    expect(await activate()).toEqual({
      ...addresses,
      id: '2',
      consumerKey: expect.any(String),
      isActive: false,
      answer: 200,
      goTo: 'https://app.example.com/login?consumer_id=2&success_call_back=http%3A%2F%2Flocalhost%2Fpage%2Fmagento%2Fintegrations%2F2',
    });
  });

  it('names the consumer by its key, where the shop does; a query of the address is not looked at', async () => {
    shop.standIn.change({ identityLinkNames: 'oauth_consumer_key' });
    const { goTo, consumerKey } = await activate({
      ...addresses,
      identityLinkUrl: 'https://app.example.com/?a=1',
    });
    expect(goTo).toMatch(`https://app.example.com/?a=1?oauth_consumer_key=${consumerKey}&success_call_back=`);
  });

  it.each([500, 404, 302, 300])('leads nowhere when the callback answers %i', async (status) => {
    app.takes = async () => new Response(null, { status });
    expect(await activate()).toMatchObject({ answer: status, isActive: false, goTo: null });
    expect(await one('2')).toMatchObject({ answer: status, isActive: false });
  });

  it('leads nowhere when the callback cannot be reached, or not in time', async () => {
    app.takes = () => Promise.reject(new Error('gone'));
    expect(await activate()).toMatchObject({ answer: 'no answer', goTo: null });
    app.takes = () => new Promise(() => undefined);
    const waiting = activate();
    while (app.calls.length < 2) await new Promise((resolve) => setImmediate(resolve));
    shop.world.pass(5000);
    expect(await waiting).toMatchObject({ id: '2', answer: 'timeout', goTo: null });
  });

  it('leads nowhere when it was deleted meanwhile', async () => {
    app.takes = async () => {
      expect((await shop.control('DELETE', '/integrations/2')).status).toBe(204);
      return new Response(null, { status: 200 });
    };
    expect(await activate()).toMatchObject({ id: '2', answer: 200, goTo: null });
    expect(await one('2')).toBeUndefined();
  });

  it('needs two addresses of the web', async () => {
    const wrong = [{}, { callbackUrl: addresses.callbackUrl }, { ...addresses, identityLinkUrl: 'ftp://x' }];
    for (const body of wrong) expect((await shop.control('POST', '/integrations', body)).status).toBe(400);
    expect(app.calls).toEqual([]);
  });

  it('of another callback makes another integration', async () => {
    await activate();
    const lasting = await app.exchanged();
    const { id, consumerKey } = await activate({ ...addresses, callbackUrl: 'https://other.example.com/' });
    expect([id, consumerKey]).toEqual(['3', app.handed[1]?.oauth_consumer_key]);
    expect((await app.exchanged()).status).toBe(200);
    // The first one goes on as it was.
    const first = appOf(shop);
    first.handed.push(app.handed[0] ?? {});
    expect(await first.opens(lasting)).toEqual([200, undefined]);
  });
});

describe('activating it a second time', () => {
  it('kills its token at once, and gives another to the same consumer', async () => {
    await activate();
    const old = await app.exchanged();
    let during: unknown;
    app.takes = async () => {
      during = await app.opens(old);
      return new Response(null, { status: 200 });
    };
    expect(await activate()).toMatchObject({ id: '2', isActive: false });
    expect(during).toEqual([401, 'Specified token does not exist']);
    const [first, second] = app.handed;
    expect(second).toEqual({ ...first, oauth_verifier: second?.oauth_verifier });
    expect(second?.oauth_verifier).not.toBe(first?.oauth_verifier);
    expect(await app.opens(old)).toEqual([401, 'Specified token does not exist']);
    const lasting = await app.exchanged();
    expect(await app.opens(lasting)).toEqual([200, undefined]);
    expect(await app.opens(old)).toEqual([401, 'Specified token does not exist']);
    expect(await one('2')).toMatchObject({ isActive: true });
    expect(await one('3')).toBeUndefined();
  });

  it('kills a request token, too', async () => {
    await activate();
    const short = await app.request();
    await activate();
    expect((await app.access(short)).fields).toEqual({ oauth_problem: 'Specified token does not exist' });
    expect((await app.exchanged()).status).toBe(200);
  });

  it('kills the old token also when the callback refuses', async () => {
    await activate();
    const old = await app.exchanged();
    app.takes = async () => new Response(null, { status: 500 });
    expect(await activate()).toMatchObject({ isActive: false, goTo: null });
    expect(await app.opens(old)).toEqual([401, 'Specified token does not exist']);
  });
});

describe('an integration that is shut out', () => {
  const nobody = "The consumer isn't authorized to access %resources.";

  it('deactivated: its token is right and it is nobody, until it is activated again', async () => {
    await activate();
    const lasting = await app.exchanged();
    expect((await shop.control('POST', '/integrations/2/deactivate')).status).toBe(204);
    expect(await app.opens(lasting)).toEqual([401, nobody]);
    const bearer = { Authorization: `Bearer ${lasting.fields.oauth_token}` };
    expect((await shop.call('GET', '/V1/orders?searchCriteria', undefined, bearer)).status).toBe(401);
    await activate();
    expect(await app.opens(await app.exchanged())).toEqual([200, undefined]);
  });

  it('revoked: its token is known as such', async () => {
    await activate();
    const lasting = await app.exchanged();
    expect((await shop.control('POST', '/integrations/2/revoke')).status).toBe(204);
    expect(await app.opens(lasting)).toEqual([401, 'Access token has been revoked']);
  });

  it('deleted: its consumer is gone, in the handshake as in a call', async () => {
    await activate();
    const lasting = await app.exchanged();
    expect((await shop.control('DELETE', '/integrations/2')).status).toBe(204);
    const gone = 'A consumer having the specified key does not exist';
    expect(await app.opens(lasting)).toEqual([401, gone]);
    expect((await app.request()).fields).toEqual({ oauth_problem: gone });
    const bearer = { Authorization: `Bearer ${lasting.fields.oauth_token}` };
    expect((await shop.call('GET', '/V1/orders?searchCriteria', undefined, bearer)).status).toBe(401);
    // The next one is another, also at the same callback.
    expect(await activate()).toMatchObject({ id: '3' });
    expect(app.handed.at(-1)?.oauth_consumer_key).not.toBe(app.handed[0]?.oauth_consumer_key);
  });

  it('none at all: there is nothing to do', async () => {
    for (const deed of ['deactivate', 'revoke']) {
      expect((await shop.control('POST', `/integrations/9/${deed}`)).status).toBe(404);
    }
    expect((await shop.control('DELETE', '/integrations/9')).status).toBe(404);
  });
});

it('a reset leaves the one integration whose credentials are copied', async () => {
  await activate();
  await shop.control('POST', '/integrations/1/revoke');
  shop.standIn.reset(false);
  expect((await shop.control('GET', '/integrations')).json).toEqual([
    {
      id: '1',
      callbackUrl: '',
      identityLinkUrl: '',
      consumerKey: 'sandboxconsumerkey00000000000001',
      isActive: true,
      answer: null,
    },
  ]);
  expect((await shop.get('/V1/orders?searchCriteria')).status).toBe(200);
});
