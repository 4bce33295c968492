import { describe, expect, it } from 'vitest';
import { koppel } from '../../durable-objects/support/harness.ts';
import { outside, sandbox } from '../../durable-objects/support/outside.ts';
import { sell } from '../../durable-objects/support/shop.ts';
import { clock } from '../../durable-objects/support/virtual-clock.ts';
import { signedHook } from '../../support/signed-hook.ts';
import { credentials } from '../../support/systems.ts';
import { Browser, loggedIn, readable } from '../browser.ts';
import { fieldsIn, filledIn } from '../form-fields.ts';
import { faultsOf } from '../page-outline.ts';
import { drafted as draftedWhole } from './drafts.ts';
import { connect, connectBoth, connectionPath, drafted, type System, tokenOf } from './support.ts';

async function begun(first: System = 'ecwid', second: System = 'jortt') {
  const browser = await loggedIn();
  return { browser, ...(await drafted(browser, first, second)) };
}

const systems = Object.keys(credentials) as System[];

describe('connecting a system', () => {
  it.each(systems)('asks for what opens %s, each with a name and a help', async (system) => {
    const { browser, id } = await begun(system, system === 'jortt' ? 'ecwid' : 'jortt');
    const { html, status } = await browser.get(connectionPath(id, system));
    expect(status).toBe(200);
    for (const field of Object.keys(credentials[system])) expect(html).toContain(`id="credentials.${field}"`);
    expect(html).toContain(`href="/help/${system}"`);
    expect(html).toContain('aria-current="step">2. Connect ');
    expect(await faultsOf(html)).toEqual([]);
    const zipped = new Response(html).body?.pipeThrough(new CompressionStream('gzip'));
    expect((await new Response(zipped).arrayBuffer()).byteLength).toBeLessThan(15 * 1024);
  });

  it.each(systems)('tests %s when it is saved, and tells whose account it is', async (system) => {
    const { browser, id, subject } = await begun(system, system === 'jortt' ? 'ecwid' : 'jortt');
    const sent = await connect(browser, id, system, credentials[system]);
    expect(sent.status, readable(sent.html)).toBe(303);
    const { html } = await browser.get(connectionPath(id, system));
    const [state] = (await subject.view()).accounts;
    expect(state?.problem).toBeNull();
    expect(readable(html)).toContain(`is connected. Account ${state?.account?.name} Currency EUR`);
    expect(html).toContain('class="button primary" href="/integrations/');
    for (const secret of Object.values(credentials[system]).filter((value) => /secret|token/.test(value)))
      expect(html).not.toContain(`"${secret}"`);
    expect(await faultsOf(html)).toEqual([]);
  });

  it('keeps a secret that is left empty, and takes away another field that is emptied', async () => {
    const { browser, id, subject } = await begun('magento', 'jortt');
    await connect(browser, id, 'magento', { ...credentials.magento, country: 'NL' });
    expect((await subject.view()).connections.magento?.credentials).toMatchObject({ country: 'NL' });
    const again = await connect(browser, id, 'magento', { country: '' });
    expect(again.status).toBe(303);
    const view = await subject.view();
    expect(view.connections.magento?.credentials).not.toHaveProperty('country');
    expect(view.accounts[0]).toMatchObject({ connected: true, problem: null });
  });

  it('says of a secret that it is stored only where it is', async () => {
    const { browser, id } = await begun('ecwid', 'jortt');
    const { storeId, token } = credentials.ecwid;
    await connect(browser, id, 'ecwid', { storeId, token });
    const { html } = await browser.get(connectionPath(id, 'ecwid'));
    const hintOf = (field: string) =>
      html.split(`id="credentials.${field}:hint">`)[1]?.split('</p>')[0] ?? 'none';
    expect(hintOf('token')).toContain('It is stored');
    expect(hintOf('clientSecret')).not.toContain('It is stored');
    expect(hintOf('clientSecret')).not.toBe('none');
  });

  it('stores nothing of a form that cannot be right; what was typed stays, but for secrets', async () => {
    const { browser, id, subject } = await begun();
    const { status, html } = await connect(browser, id, 'ecwid', {
      storeId: 'my <shop>',
      token: 'secret_typed',
    });
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('href="#credentials.storeId"');
    expect(html).toContain('aria-describedby="credentials.storeId:error credentials.storeId:hint"');
    expect(html).toContain('value="my &lt;shop&gt;"');
    expect(html).not.toContain('secret_typed');
    expect(await faultsOf(html)).toEqual([]);
    expect((await subject.view()).accounts[0]).toMatchObject({ connected: false });
    expect(outside.calls).toEqual([]);
  });

  it('names every field that lacks where nothing was entered', async () => {
    const { browser, id } = await begun('jortt', 'ecwid');
    const { status, html } = await connect(browser, id, 'jortt', {});
    expect(status).toBe(400);
    for (const field of ['clientId', 'clientSecret']) expect(html).toContain(`href="#credentials.${field}"`);
  });

  it('says in words what the system answers to wrong ones, and goes on once they are right', async () => {
    const { browser, id, subject } = await begun('jortt', 'ecwid');
    const wrong = { ...credentials.jortt, clientSecret: 'wrong' };
    expect((await connect(browser, id, 'jortt', wrong)).status).toBe(303);
    const { html } = await browser.get(connectionPath(id, 'jortt'));
    expect(html).toMatch(/<title>Error: /);
    expect(readable(html)).toContain('Jortt is not connected yet.');
    expect(readable(html)).toContain('What you entered is stored, but the test failed.');
    expect((await subject.view()).accounts[0]?.problem?.code).toBe('credentials_refused');
    expect((await browser.get(`/integrations/${id}/setup`)).headers.get('location')).toBe(
      connectionPath(id, 'jortt'),
    );
    await connect(browser, id, 'jortt', { clientSecret: credentials.jortt.clientSecret });
    expect((await subject.view()).accounts[0]).toMatchObject({ problem: null, account: { currency: 'EUR' } });
    expect((await browser.get(`/integrations/${id}/setup`)).headers.get('location')).toBe(
      connectionPath(id, 'ecwid'),
    );
  });

  it('tells one by one which permissions lack, and what each is for', async () => {
    const { browser, id } = await begun('shopify', 'jortt');
    outside.intercept = async ({ system, body }, answer) => {
      const response = await answer();
      if (system !== 'shopify' || !body.includes('currentAppInstallation')) return response;
      const told = (await response.json()) as {
        data: { currentAppInstallation: { accessScopes: { handle: string }[] } };
      };
      told.data.currentAppInstallation.accessScopes = [{ handle: 'read_orders' }];
      return Response.json(told);
    };
    await connect(browser, id, 'shopify', credentials.shopify);
    const { html } = await browser.get(connectionPath(id, 'shopify'));
    const text = readable(html);
    expect(text).toContain('read_customers orders from here, customers from here missing');
    expect(text).toContain('read_orders orders from here yes');
    expect(text.indexOf('read_customers orders')).toBeLessThan(text.indexOf('read_orders orders'));
    expect(await faultsOf(html)).toEqual([]);
  });

  it('names what is asked for where the system refuses for want of it', async () => {
    const { browser, id } = await begun('jortt', 'ecwid');
    const refusal = { error: 'invalid_scope', error_description: 'De scope is ongeldig' };
    outside.fault({
      system: 'jortt',
      method: 'POST',
      path: '/oauth/token',
      kind: 'status',
      status: 400,
      body: refusal,
      times: 9,
    });
    await connect(browser, id, 'jortt', credentials.jortt);
    const text = readable((await browser.get(connectionPath(id, 'jortt'))).html);
    expect(text).toContain('Jortt is not connected yet.');
    expect(text).toContain('invoices:write orders to here');
  });
});

describe('two tabs, a way back, and a session that ends', () => {
  it('do not save over what another one saved meanwhile', async () => {
    const { browser, id, subject } = await begun();
    const path = connectionPath(id, 'ecwid');
    const stale = await fieldsIn((await browser.get(path)).html);
    expect((await connect(browser, id, 'ecwid', credentials.ecwid)).status).toBe(303);
    const other = filledIn(stale, { 'credentials.storeId': '2002', 'credentials.token': 'secret_other' });
    const { status, html } = await browser.post(path, other);
    expect(status).toBe(409);
    expect(readable(html)).toContain('Somebody saved this link meanwhile');
    expect(html).toContain('value="2002"');
    expect((await subject.view()).connections.ecwid?.credentials).toEqual({ storeId: '1003' });
    // What is shown now can be saved.
    const now = new Map(await fieldsIn(html)).get('revision');
    expect(now).toBe((await subject.view()).revision);
  });

  it('can go back to any step that was done', async () => {
    const { browser, id } = await begun();
    await connectBoth(browser, id, { ecwid: 'ecwid', jortt: 'jortt' });
    const { html } = await browser.get(`/integrations/${id}/setup/flows`);
    for (const connection of ['ecwid', 'jortt']) {
      expect(html).toContain(`href="${connectionPath(id, connection)}"`);
      expect((await browser.get(connectionPath(id, connection))).status).toBe(200);
    }
  });

  it('ask to log in, lose nothing that was saved, and lead back', async () => {
    const { browser, id } = await begun();
    await connect(browser, id, 'ecwid', credentials.ecwid);
    const path = connectionPath(id, 'jortt');
    const fields = await fieldsIn((await browser.get(path)).html);
    browser.keepOnly('');
    const { status, html } = await browser.post(path, fields);
    expect(status).toBe(401);
    const next = `/integrations/${id}/setup`;
    expect(html).toContain(`value="${next}"`);
    expect((await browser.logIn(undefined, { next })).headers.get('location')).toBe(next);
    expect((await browser.get(next)).headers.get('location')).toBe(path);
    expect(readable((await browser.get(connectionPath(id, 'ecwid'))).html)).toContain('is connected.');
  });
});

describe('access that somebody gives', () => {
  it('in Salesforce leads there and back into the wizard, tried at once', async () => {
    const { browser, id, subject } = await begun('salesforce', 'shopify');
    const { clientSecret, ...own } = credentials.salesforce;
    await connect(browser, id, 'salesforce', { ...own, clientSecret, access: 'person' });
    const page = await browser.get(connectionPath(id, 'salesforce'));
    const link = `/integrations/${id}/connections/salesforce/access`;
    expect(page.html).toContain(`href="${link}"`);
    // Nothing is wrong: somebody has still to say yes.
    expect(page.html).not.toMatch(/<title>Error: /);
    expect(readable(page.html)).not.toContain('the test failed');
    expect(page.html).toContain('http://koppel/oauth/callback');
    const { headers } = await browser.get(link);
    const yes = await sandbox.handle('salesforce', new Request(headers.get('location') ?? ''));
    const back = new URL(yes.headers.get('location') ?? '');
    const given = await browser.get(`${back.pathname}${back.search}`);
    expect(given.status, readable(given.html)).toBe(200);
    expect(given.html).toContain(`href="${connectionPath(id, 'salesforce')}"`);
    expect((await subject.view()).accounts[0]).toMatchObject({ problem: null, account: { currency: 'EUR' } });
    expect(readable((await (await loggedIn()).get(connectionPath(id, 'salesforce'))).html)).toContain(
      'Salesforce is connected.',
    );
  });

  it('is offered where the credentials ask for it alone', async () => {
    const { browser, id } = await begun('shopify', 'jortt');
    await connect(browser, id, 'shopify', credentials.shopify);
    expect((await browser.get(connectionPath(id, 'shopify'))).html).not.toContain('/shopify/access"');
  });
});

describe('webhooks', () => {
  it('are entered in the shop, and it is told when the first one came', async () => {
    const { browser, id, subject } = await begun();
    await connect(browser, id, 'ecwid', credentials.ecwid);
    const path = connectionPath(id, 'ecwid');
    const waiting = await browser.get(path);
    expect(waiting.html).toContain(`http://koppel/hooks/${id}/ecwid`);
    expect(readable(waiting.html)).toContain('waiting…');
    const { body, headers, query } = await signedHook('A1', clock.now());
    const hooked = await subject.rawHook(body, `/hooks/${id}/ecwid?${new URLSearchParams(query)}`, {
      ...headers,
    });
    expect(hooked.status).toBe(200);
    const { html } = await browser.get(path);
    expect(readable(html)).not.toContain('waiting…');
    expect(html).toMatch(/received <time datetime="2/);
    expect(await subject.tasks()).toEqual([]);
  });

  it('are not there where none can be proven, nor where the system has none', async () => {
    const { browser, id } = await begun();
    await connect(browser, id, 'ecwid', { ...credentials.ecwid, clientSecret: '' });
    const { html } = await browser.get(connectionPath(id, 'ecwid'));
    expect(readable(html)).toContain('no webhook can be proven');
    expect(html).not.toContain('/hooks/');
    await connect(browser, id, 'jortt', credentials.jortt);
    expect((await browser.get(connectionPath(id, 'jortt'))).html).not.toContain('id="hooks"');
  });
});

describe('two accounts of one system', () => {
  it('are told apart, and one account is not taken for two', async () => {
    const { browser, id, second } = await begun('ecwid', 'ecwid');
    expect(second).toBe('ecwid-2');
    await connectBoth(browser, id, { ecwid: 'ecwid', 'ecwid-2': 'ecwid' });
    const { html } = await browser.get(connectionPath(id, 'ecwid-2'));
    expect(html).toMatch(/<title>Error: /);
    expect(readable(html)).toContain('Both connections open the same account.');
    expect(readable(html)).toContain('3. Connect Ecwid by Lightspeed (ecwid-2)');
    expect((await browser.get(`/integrations/${id}/setup`)).headers.get('location')).toBe(
      connectionPath(id, 'ecwid-2'),
    );
  });
});

describe('another account', () => {
  function opensAnother() {
    outside.intercept = async ({ path }, answer) => {
      const response = await answer();
      if (!path.endsWith('/organizations/me')) return response;
      const { data } = (await response.json()) as { data: object };
      return Response.json({ data: { ...data, id: 'another', company_name: 'Another B.V.' } });
    };
  }

  it('is taken at once, as a draft has carried nothing over', async () => {
    const { browser, id, subject } = await begun('jortt', 'ecwid');
    await connect(browser, id, 'jortt', credentials.jortt);
    opensAnother();
    const checked = await koppel('POST', `/api/integrations/${id}/check?connection=jortt`);
    expect(checked.body).toMatchObject({
      ok: false,
      connections: [{ problem: { code: 'account_changed' } }],
    });
    expect((await connect(browser, id, 'jortt', {})).status).toBe(303);
    expect((await subject.view()).accounts[0]).toMatchObject({
      problem: null,
      account: { name: 'Another B.V.' },
    });
    expect((await koppel('POST', `/api/integrations/${id}/check?connection=none`)).status).toBe(404);
  });

  it('is for a person to say, where something was carried over before the link became a draft', async () => {
    const { browser, subject } = await draftedWhole();
    const { id } = subject;
    expect((await subject.api('POST', '/resume')).status).toBe(200);
    clock.pass(2_000);
    await subject.hook((await sell()).id);
    await subject.settle();
    const { state: _, ...document } = (await subject.api('GET', '')).body as Record<string, unknown>;
    expect((await subject.api('PUT', '', { ...document, state: 'draft' })).status).toBe(200);
    opensAnother();
    expect((await connect(browser, id, 'books', {})).status).toBe(303);
    const { html } = await browser.get(connectionPath(id, 'books'));
    expect(readable(html)).toContain('open another account in Jortt than before');
    expect(await faultsOf(html)).toEqual([]);
    const said = await browser.post(`/integrations/${id}/connections/books/accept-account`, {
      account: 'same',
    });
    expect(html).toContain(`action="/integrations/${id}/connections/books/accept-account"`);
    expect(said.status).toBe(303);
    expect((await subject.view()).accounts[1]).toMatchObject({ problem: null });
  });
});

describe('whoever may not manage it', () => {
  it('gets to none of these pages', async () => {
    const { id, subject } = await begun();
    for (const role of ['read-only', 'bookkeeper']) {
      const reader = new Browser();
      await reader.logIn(await tokenOf(role, [id]));
      for (const path of ['/setup', '/setup/connections/ecwid', '/setup/flows'])
        expect((await reader.get(`/integrations/${id}${path}`)).status, `${role} ${path}`).toBe(403);
      const sent = await reader.post(connectionPath(id, 'ecwid'), { 'credentials.storeId': '1003' });
      expect(sent.status).toBe(403);
      expect((await reader.get('/')).html).not.toContain('/setup/');
    }
    expect((await subject.view()).accounts[0]).toMatchObject({ connected: false });
  });

  it('does not learn of a link that is none of theirs; nor is there a connection of any name', async () => {
    const [{ id, browser }, other] = [await begun(), await begun()];
    const owner = new Browser();
    await owner.logIn(await tokenOf('admin', [other.id]));
    expect((await owner.get(`/integrations/${id}/setup/flows`)).status).toBe(404);
    expect((await owner.get(`/integrations/${other.id}/setup/flows`)).status).toBe(200);
    expect((await browser.get(connectionPath(id, 'none'))).status).toBe(404);
    expect((await browser.get('/integrations/none-such/setup')).status).toBe(404);
  });
});
