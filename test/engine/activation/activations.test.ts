import { beforeEach, describe, expect, test } from 'vitest';
import { hashOf } from '../../../src/engine/privacy/random-secret.ts';
import { address, by, drafted } from './support.ts';

type Life = Awaited<ReturnType<typeof drafted>>;

const hourMs = 3_600_000;

let life: Life;

beforeEach(async () => {
  life = await drafted();
});

/** Nothing of what came is stored anywhere, in whatever state it is. */
function expectNothingOf({ shop, sql }: Life): void {
  const tables = sql.exec("SELECT name FROM sqlite_master WHERE type = 'table'");
  const all = JSON.stringify(tables.map(({ name }) => sql.exec(`SELECT * FROM "${String(name)}"`)));
  const { consumerKey, consumerSecret } = shop.credentials;
  for (const secret of [consumerKey, consumerSecret]) expect(all).not.toContain(secret);
  expect(life.stores.connections.all()).toEqual([]);
}

/** Both values, one of them or another field of this length. */
function long(length: number, name: string): Response {
  const form = { oauth_token: 'a', oauth_token_secret: 'b', [name]: 'x'.repeat(length) };
  return new Response(new URLSearchParams(form).toString());
}

describe('a shop that is activated', () => {
  test('connects itself: its keys are stored, sealed, in the name of whoever opened it', async () => {
    const revision = life.integration.reports.view().revision;
    const opened = life.opened();
    expect(await life.take(opened, life.shop.activate())).toBe('draft');
    expect(await life.credentials()).toEqual(life.shop.credentials);
    const stored = JSON.stringify(life.sql.exec('SELECT * FROM connections'));
    for (const secret of [
      life.shop.given?.token,
      life.shop.given?.secret,
      life.shop.credentials.consumerSecret,
    ])
      expect(stored).not.toContain(secret);
    const view = life.integration.reports.view();
    expect(view.revision).not.toBe(revision);
    expect(view.connections.shop?.credentials).toEqual({
      address,
      consumerKey: life.shop.credentials.consumerKey,
    });
    expect(life.deeds()).toEqual([
      'access_given by Agency',
      'credentials_entered by Agency',
      'settings_saved by Agency',
      'activation_opened by Agency',
    ]);
    expect(life.seen()).toMatchObject({ state: 'done', openedBy: 'Agency', problem: null });
    expect(await life.do((integration) => integration.activationBy('shop', opened.callback))).toEqual(by);
  });

  test('leaves what else is known of the connection as it is', async () => {
    await life.take(life.opened(), life.shop.activate());
    const { accessToken: before } = (await life.credentials()) ?? {};
    const { name, connections } = life.integration.reports.view();
    const { credentials = {} } = connections.shop ?? {};
    await life.do((integration) =>
      integration.configure({
        name,
        connections: {
          ...connections,
          shop: { connector: 'magento', credentials: { ...credentials, storeCode: 'nl', country: 'BE' } },
        },
      }),
    );
    await life.take(life.opened(), life.shop.activate());
    expect(await life.credentials()).toEqual({ ...life.shop.credentials, storeCode: 'nl', country: 'BE' });
    expect((await life.credentials())?.accessToken).not.toBe(before);
  });

  test('is not undone, and undoes nothing, where somebody saves the link meanwhile', async () => {
    const opened = life.opened();
    life.shop.fault = (path) => {
      if (path !== '/oauth/token/access') return null;
      life.shop.fault = () => null;
      const { connections } = life.integration.reports.view();
      return life.integration.configure({ name: 'Cups', connections }).then(() => null);
    };
    await life.take(opened, life.shop.activate());
    expect(life.integration.reports.view().name).toBe('Cups');
    expect(await life.credentials()).toEqual(life.shop.credentials);
  });
});

describe('the two addresses', () => {
  test('have a secret each, which is told once and kept as a hash', () => {
    const opened = life.opened();
    const secrets = [opened.callback, opened.identity];
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const stored = JSON.stringify(life.sql.exec('SELECT * FROM meta'));
    for (const secret of secrets) {
      expect(stored).toContain(hashOf(secret));
      expect(stored).not.toContain(secret);
    }
    expect(JSON.stringify(life.seen())).not.toContain(opened.callback);
    expect(Date.parse(opened.until) - life.clock.now()).toBe(hourMs);
  });

  test('are good for one activation', async () => {
    const opened = life.opened();
    await life.take(opened, life.shop.activate());
    const { token } = life.shop.given ?? {};
    life.shop.asked.length = 0;
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_used');
    expect(life.shop.asked).toEqual([]);
    expect((await life.credentials())?.accessToken).toBe(token);
    expect(life.seen().state).toBe('done');
  });

  test('are good for an hour, and not longer', async () => {
    const opened = life.opened();
    await life.clock.advance(hourMs);
    expect(life.seen().state).toBe('over');
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_over');
    expect(life.shop.asked).toEqual([]);
    expectNothingOf(life);
  });

  test.each<[string, (life: Life) => { readonly callback: string }]>([
    ['that nobody made', () => ({ callback: 'A'.repeat(43) })],
    ['for the browser', (own) => ({ callback: own.opened().identity })],
    [
      'that others took the place of',
      (own) => {
        const opened = own.opened();
        own.opened();
        return opened;
      },
    ],
  ])('are none where one is one %s', async (_what, madeUp) => {
    const opened = madeUp(life);
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('not_found');
    expect(life.shop.asked).toEqual([]);
  });

  test('are of one connection: not of the other, nor of one that gets its name', async () => {
    const { callback } = life.opened();
    const other = life.do((integration) => integration.takeActivation('books', callback, 'a=b'));
    expect(await life.refusal(other)).toBe('not_found');
    await life.take({ callback }, life.shop.activate());
    const opened = life.opened();
    await life.do((integration) => integration.renameConnection('shop', 'winkel', 'en', by));
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('not_found');
    await life.do((integration) => integration.renameConnection('winkel', 'shop', 'en', by));
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('not_found');
  });

  test('are none of a connection to another system that has the same name now', async () => {
    const opened = life.opened();
    await life.do((integration) =>
      integration.configure({
        name: 'Mugs',
        connections: { shop: { connector: 'ecwid' }, books: { connector: 'jortt' } },
      }),
    );
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('not_found');
    expect(life.seen().state).toBe('none');
  });

  test('are made for no system that has nothing of the kind, and for no connection that there is not', async () => {
    const open = (name: string) => life.do((integration) => integration.openActivation(name, null, by));
    expect(await life.refusal(open('books'))).toBe('no_activation');
    expect(await life.refusal(open('none'))).toBe('not_found');
  });

  test('are forgotten a day after they were good', async () => {
    life.opened();
    await life.clock.advance(26 * hourMs);
    await life.run();
    expect(life.stores.activations.get('shop')).toBeNull();
    expect(life.seen().state).toBe('none');
  });
});

describe('of a shop', () => {
  test.each([
    ['http://shop.example.com/', 'activation_address'],
    ['https://localhost/', 'activation_address'],
    ['https://192.168.1.4/', 'activation_address'],
    ['https://[fd00::1]/', 'activation_address'],
    ['https://0x7f000001/', 'activation_address'],
    ['https://magento.internal/', 'activation_address'],
    ['https://admin:password@shop.example.com/', 'activation_address'],
    ['no address', 'activation_address'],
  ])('at %s nothing is called', async (where, code) => {
    const opened = life.opened();
    expect(await life.refusal(life.take(opened, life.shop.activate({ store_base_url: where })))).toBe(code);
    expect(life.shop.asked).toEqual([]);
    expect(life.seen()).toMatchObject({ state: 'waiting', problem: { code } });
    expect(JSON.stringify(life.seen())).not.toContain('password');
    expectNothingOf(life);
  });

  test.each([
    'https://other.example.com/winkel',
    'https://shop.example.com',
    'https://shop.example.com/andere',
  ])('that is none which was entered, nothing is called: %s', async (where) => {
    const opened = life.opened(where);
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_elsewhere');
    expect(life.shop.asked).toEqual([]);
    expect(life.seen().problem?.message).toBe(
      `${address} was activated, and not ${where}, which was entered.`,
    );
    expectNothingOf(life);
  });

  test('that is connected, no other takes its place unless somebody says so', async () => {
    await life.take(life.opened(`${address}/`), life.shop.activate());
    const other = { store_base_url: 'https://other.example.com/' };
    const opened = life.opened();
    expect(life.seen().address).toBe(address);
    expect(await life.refusal(life.take(opened, life.shop.activate(other)))).toBe('activation_elsewhere');
    life.opened(null);
    expect(life.seen().address).toBeNull();
  });

  test('an address is entered as in the form of its credentials', async () => {
    const entered = life.do((integration) =>
      integration.openActivation('shop', 'http://shop.example.com', by),
    );
    await expect(entered).rejects.toMatchObject({ issues: [{ path: ['address'], code: 'not_https' }] });
    expect(life.seen().state).toBe('none');
  });
});

describe('an activation of which nothing comes', () => {
  test.each<[string, string, Response | 'hangs' | 'breaks', string]>([
    [
      'request',
      'is refused',
      new Response('oauth_problem=token_used', { status: 401 }),
      'activation_refused',
    ],
    [
      'access',
      'is refused',
      new Response('oauth_problem=token_expired', { status: 400 }),
      'activation_refused',
    ],
    ['access', 'is no call there', new Response('', { status: 405 }), 'activation_refused'],
    ['access', 'leads elsewhere', Response.redirect('https://10.0.0.1/', 302), 'activation_refused'],
    ['access', 'is refused in a success', new Response('oauth_problem=nonce_used'), 'activation_refused'],
    ['request', 'is answered with a page', new Response('<html>Back soon</html>'), 'activation_unanswered'],
    ['access', 'lacks the secret', new Response('oauth_token=abc'), 'activation_unanswered'],
    ['request', 'gives more than it needs', long(17_000, 'more'), 'activation_unanswered'],
    ['access', 'gives a secret that is none', long(1_001, 'oauth_token_secret'), 'activation_unanswered'],
    ['access', 'fails', new Response('oops', { status: 503 }), 'activation_unanswered'],
    ['request', 'is one too many', new Response('', { status: 429 }), 'activation_unanswered'],
    ['request', 'is not answered', 'hangs', 'activation_unanswered'],
    ['access', 'is not answered', 'hangs', 'activation_unanswered'],
    ['access', 'breaks off', 'breaks', 'activation_unanswered'],
  ])(
    'because the %s call %s stores nothing, says so, and can be done again',
    async (which, _what, answer, code) => {
      const opened = life.opened();
      life.shop.fault = (path) => {
        if (path !== `/oauth/token/${which}`) return null;
        if (answer === 'hangs') return new Promise(() => undefined);
        if (answer === 'breaks') return Promise.reject(new Error('connection lost'));
        return answer.clone();
      };
      const from = life.clock.now();
      expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe(code);
      // Well within what the keys are good for.
      expect(life.clock.now() - from).toBeLessThanOrEqual(40_000);
      // Each call was made once: what it gives is good once.
      expect(life.shop.asked.length).toBe(which === 'request' ? 1 : 2);
      expect(life.seen()).toMatchObject({ state: 'waiting', problem: { code } });
      expectNothingOf(life);
      life.shop.fault = () => null;
      await life.take(opened, life.shop.activate());
      expect(await life.credentials()).toEqual(life.shop.credentials);
      expect(life.seen()).toMatchObject({ state: 'done', problem: null });
    },
  );

  test('though it was done, because that was not heard, can be done again too', async () => {
    const opened = life.opened();
    life.shop.fault = (path, answer) =>
      path === '/oauth/token/access' ? answer().then(() => new Promise<Response>(() => undefined)) : null;
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_unanswered');
    expect(life.shop.given).not.toBeNull();
    expectNothingOf(life);
    life.shop.fault = () => null;
    await life.take(opened, life.shop.activate());
    expect(await life.credentials()).toEqual(life.shop.credentials);
  });

  test('tells the system’s own code, and no key', async () => {
    const opened = life.opened();
    const { consumerKey, consumerSecret } = life.shop.credentials;
    for (const problem of ['consumer_key_rejected', consumerKey, `x_${consumerSecret}`]) {
      life.shop.fault = () => new Response(`oauth_problem=${problem}`, { status: 401 });
      expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_refused');
      const { message = '' } = life.seen().problem ?? {};
      expect(message).toContain(problem === 'consumer_key_rejected' ? '(consumer_key_rejected)' : '401.');
      expectNothingOf(life);
    }
  });

  test('because an answer goes on without an end reads little of it', async () => {
    const opened = life.opened();
    let read = 0;
    life.shop.fault = () =>
      new Response(
        new ReadableStream({
          type: 'bytes',
          pull: (controller) => {
            read += 10_000;
            controller.enqueue(new Uint8Array(10_000).fill(0x61));
          },
        }),
      );
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_unanswered');
    expect(read).toBeGreaterThan(16_000);
    expect(read).toBeLessThan(100_000);
  });

  test.each(['oauth_consumer_key', 'oauth_consumer_secret'])(
    'because the shop sends a text without an end as %s stores nothing of it',
    async (name) => {
      const sent = life.shop.activate({ [name]: 'x'.repeat(1_001) });
      expect(await life.refusal(life.take(life.opened(), sent))).toBe('activation_unreadable');
      expect(life.shop.asked).toEqual([]);
      expectNothingOf(life);
    },
  );

  test.each(['', 'oauth_verifier=abc', '{"store_base_url":"https://shop.example.com"}'])(
    'because the shop sends %j is told as what it is',
    async (sent) => {
      expect(await life.refusal(life.take(life.opened(), sent))).toBe('activation_unreadable');
      expect(life.shop.asked).toEqual([]);
      expect(life.seen().problem?.code).toBe('activation_unreadable');
    },
  );

  test('because it could not be stored takes nothing away', async () => {
    const opened = life.opened();
    life.sql.exec("CREATE TRIGGER full BEFORE INSERT ON connections BEGIN SELECT RAISE(ABORT, 'full'); END");
    await expect(life.take(opened, life.shop.activate())).rejects.toThrow('full');
    expect(life.seen()).toMatchObject({ state: 'waiting', problem: { code: 'activation_not_stored' } });
    expect(life.deeds()).toEqual(['activation_opened by Agency']);
    expectNothingOf(life);
  });
});

describe('two calls at once', () => {
  test('are one: the second is refused while the first is carried out', async () => {
    const opened = life.opened();
    const sent = life.shop.activate();
    const asked = Promise.withResolvers<void>();
    const go = Promise.withResolvers<null>();
    life.shop.fault = () => {
      asked.resolve();
      return go.promise;
    };
    const first = life.integration.takeActivation('shop', opened.callback, sent);
    await asked.promise;
    expect(life.seen().state).toBe('under-way');
    expect(await life.refusal(life.take(opened, sent))).toBe('activation_running');
    go.resolve(null);
    await life.clock.settle(first);
    expect(life.shop.asked.length).toBe(2);
    expect(await life.credentials()).toEqual(life.shop.credentials);
  });

  test('store nothing of the first where somebody had new addresses shown meanwhile', async () => {
    const opened = life.opened();
    life.shop.fault = (path) => {
      if (path === '/oauth/token/access') life.opened();
      return null;
    };
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_over');
    expect(life.seen()).toMatchObject({ state: 'waiting', problem: null });
    expectNothingOf(life);
  });
});

describe('a death', () => {
  test.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const)(
    'at call %i, %s it is done, stores nothing, and it can be done again',
    async (number, moment) => {
      const opened = life.opened();
      const died = life.dieAt(number, moment);
      void life.integration
        .takeActivation('shop', opened.callback, life.shop.activate())
        .catch(() => undefined);
      await life.clock.settle(died);
      await life.open();
      expect(life.seen()).toMatchObject({ state: 'waiting', problem: { code: 'activation_broken_off' } });
      expectNothingOf(life);
      await life.take(opened, life.shop.activate());
      expect(await life.credentials()).toEqual(life.shop.credentials);
      expect(life.seen().state).toBe('done');
    },
  );

  test('after it was stored takes nothing away', async () => {
    const opened = life.opened();
    await life.take(opened, life.shop.activate());
    life.die();
    await life.open();
    expect(await life.credentials()).toEqual(life.shop.credentials);
    expect(await life.refusal(life.take(opened, life.shop.activate()))).toBe('activation_used');
  });
});

describe('whoever comes with the browser', () => {
  const told = { system: 'Magento 2', isDraft: true, problem: null };
  const outcome = (identity: string, back = '') =>
    life.integration.activationOutcome(
      'shop',
      identity,
      `?consumer_id=3&success_call_back=${encodeURIComponent(back)}`,
    );

  test('is told what came of it, and led back into the shop', async () => {
    const opened = life.opened();
    expect(outcome(opened.identity, `${address}/admin/x`)).toEqual({ ...told, state: 'waiting', back: null });
    await life.take(opened, life.shop.activate());
    const back = 'https://shop.example.com/admin/integration/loginSuccessCallback/key/1/';
    expect(outcome(opened.identity, back)).toEqual({ ...told, state: 'done', back });
  });

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/admin',
    'http://shop.example.com/',
    'https://shop.example.com.evil.example/',
    'https://shop.example.com@evil.example/',
    'https://user:word@shop.example.com/',
    'https://shop.example.com:8443/',
    'javascript:alert(1)',
    '',
  ])('is not led to %s', async (back) => {
    const opened = life.opened();
    await life.take(opened, life.shop.activate());
    expect(outcome(opened.identity, back)).toEqual({ ...told, state: 'done', back: null });
  });

  test('is led back to the stand-in that a developer has in the place of the shop', async () => {
    const opened = life.opened();
    await life.take(opened, life.shop.activate());
    const back = 'http://localhost:8788/page/magento/integrations/2';
    expect(outcome(opened.identity, back).back).toBeNull();
    life.baseUrls = { magento: 'http://localhost:8788/magento' };
    await life.open();
    expect(outcome(opened.identity, back).back).toBe(back);
  });

  test('is told nothing at another address', () => {
    const opened = life.opened();
    expect(() => outcome(opened.callback)).toThrow('There is no such address for an activation.');
    expect(() => outcome('A'.repeat(43))).toThrow('There is no such address for an activation.');
  });
});
