import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/texts/en.ts';
import { languages } from '../../src/texts/languages.ts';
import { deploy } from '../durable-objects/support/environment.ts';
import { koppel, startIntegration } from '../durable-objects/support/harness.ts';
import { logged, outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { clock, minuteMs } from '../durable-objects/support/virtual-clock.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';

const to = 'https://hooks.example.com/services/secret-path';

let received: string[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  received = [];
  answer = async () => new Response('ok');
  const passOn = globalThis.fetch.bind(globalThis);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    if (!String(input).startsWith('https://hooks.example.com/')) return passOn(input, init);
    received.push(String(init?.body));
    return answer();
  });
});

afterEach(async () => {
  for (const { id } of await channels()) await koppel('DELETE', `/api/channels/${id}`);
  vi.restoreAllMocks();
});

async function channels(): Promise<{ id: string; name: string }[]> {
  return (await koppel('GET', '/api/channels')).body.items as { id: string; name: string }[];
}

const house = () => env.HOUSE.getByName('house');

async function add(form: Record<string, string> = {}) {
  const browser = await loggedIn();
  const name = `C ${crypto.randomUUID().slice(0, 8)}`;
  const visit = await browser.post('/alerts', {
    ...{ kind: 'slack', name, to, scope: 'all', hour: '' },
    ...form,
  });
  const id = (await channels()).find((each) => each.name === name)?.id ?? '';
  return { ...visit, browser, name, id };
}

describe('the page Alerts', () => {
  it('adds a channel, and shows neither its address again nor keeps it open', async () => {
    const { status, html, browser, name } = await add();
    expect([status, await faultsOf(html)]).toEqual([200, []]);
    for (const language of languages) {
      const page = (await browser.get('/alerts', { 'accept-language': language })).html;
      expect(await faultsOf(page), language).toEqual([]);
      expect(page).toContain(name);
      expect(page).toContain('hooks.example.com/…');
      expect(page).not.toContain('secret-path');
    }
    const stored = await runInDurableObject(house(), (_, state) =>
      JSON.stringify(state.storage.sql.exec('SELECT * FROM channels').toArray()),
    );
    expect(stored).toContain(name);
    expect(stored).not.toContain('secret-path');
    expect((await koppel('GET', '/api/channels')).text).not.toContain('secret-path');
    expect(logged.join('\n')).not.toContain('secret-path');
  });

  it('says what is wrong, and adds nothing', async () => {
    for (const [form, said] of [
      [{ kind: 'fax' }, 'Choose what kind of channel'],
      [{ name: '' }, 'Give the channel a name'],
      [{ to: 'http://hooks.example.com/x' }, 'Enter an https address on the public internet'],
      [{ to: 'https://192.168.1.1/x' }, 'Enter an https address on the public internet'],
      [{ to: 'https://localhost/x' }, 'Enter an https address on the public internet'],
      [{ kind: 'email', to: 'nobody' }, 'Enter an e-mail address'],
      [{ kind: 'email', to: 'a@b.example' }, 'cannot send e-mail yet'],
      [{ scope: 'some' }, 'Choose at least one link'],
      [{ hour: '24' }, 'Choose an hour of the day'],
    ] as const) {
      const { status, html } = await add({ ...form });
      expect([status, readable(html).includes(said)], said).toEqual([400, true]);
      expect(html).toContain('<title>Error: ');
      const [, control = ''] = /<a href="#(kind|name|to|scope|hour)">/.exec(html) ?? [];
      expect(html, said).toContain(`id="${control}"`);
      expect(html, said).toContain(`aria-describedby="${control}-error`);
      expect(readable(html).split(said).length, said).toBeGreaterThan(2);
    }
    expect(await channels()).toEqual([]);
  });

  it('sends a test and shows the answer, good or bad, and never follows elsewhere', async () => {
    const { browser, id, name } = await add();
    const good = await browser.post(`/alerts/${id}/test`);
    expect(readable(good.html)).toContain(`"${name}" took the test: answered 200.`);
    expect(received[0]).toContain(`this is a test of the channel`);
    answer = async () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1/' } });
    const bad = await browser.post(`/alerts/${id}/test`);
    expect(readable(bad.html)).toContain(`"${name}" did not take the test: answered 302.`);
    expect(await faultsOf(bad.html)).toEqual([]);
    expect(received).toHaveLength(2);
    expect((await browser.post('/alerts/999999/test')).status).toBe(404);
  });

  it('shows the secret of an own webhook once', async () => {
    const { html, browser } = await add({ kind: 'webhook' });
    const secret = /whsec_[A-Za-z0-9+/=]{44}/.exec(html)?.[0] ?? '';
    expect(secret).not.toBe('');
    expect((await browser.get('/alerts')).html).not.toContain('whsec_');
    expect((await koppel('GET', '/api/channels')).text).not.toContain('whsec_');
  });

  it('shows what the environment names, and that alone cannot be removed', async () => {
    const subject = await startIntegration();
    await deploy(subject, { ALERT_WEBHOOK: to });
    const { html } = await (await loggedIn()).get('/alerts');
    expect(readable(html)).toContain('ALERT_WEBHOOK');
    expect(html).toContain('hooks.example.com/…');
    expect(html).not.toContain('secret-path');
    expect(html).not.toContain('/remove"');
    await deploy(subject, { ALERT_WEBHOOK: undefined });
  });
});

describe('what an integration tells', () => {
  it('reaches the channels that are for it, once, and its end; and stands on the page', async () => {
    const subject = await startIntegration({ name: 'Tea' });
    await add({ scope: 'some', link: 'another-link', to: `${to}/other` });
    const { name, browser } = await add({ scope: 'some', link: subject.id });
    outside.fault({
      ...{ system: 'jortt', method: 'POST', path: '/invoices', kind: 'status', status: 422 },
      body: refusedByJortt,
    });
    await subject.sync((await sell()).id);
    await subject.run();
    await subject.settle(minuteMs);
    const heard = (count: number) =>
      clock.until(() => logged.filter((line) => line.includes('"channel":"house"')).length >= count);
    await heard(1);
    await runDurableObjectAlarm(house());
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('⚠️ Tea, orders from shop to books');
    await runDurableObjectAlarm(house());
    await subject.api('POST', '/retry');
    await subject.settle(minuteMs);
    await heard(2);
    await runDurableObjectAlarm(house());
    expect(received).toHaveLength(2);
    expect(received[1]).toContain('✅ Tea');
    const text = readable((await browser.get('/alerts')).html);
    expect(text).toContain(name);
    expect(text).toContain(subject.id);
    expect(text).toContain('Solved');
    const { body } = await koppel('GET', '/api/tellings');
    expect((body.items as object[]).slice(0, 2)).toMatchObject([
      { channel: name, kind: 'alert', integration: subject.id, isEnd: true, taken: true },
      { channel: name, kind: 'alert', integration: subject.id, isEnd: false, taken: true },
    ]);
  });

  it('has its day summed up at the hour that was chosen, once', async () => {
    const subject = await startIntegration({ name: 'Tea' });
    const { id, gross } = await sell();
    await subject.sync(id);
    await subject.settle();
    await add({ scope: 'some', link: subject.id, hour: '8' });
    const at = await runInDurableObject(house(), (_, state) => state.storage.getAlarm());
    expect(at).not.toBeNull();
    clock.pass((at ?? 0) - clock.now());
    await runDurableObjectAlarm(house());
    expect(received).toHaveLength(1);
    const sum = en.figures.money(gross, 'EUR');
    expect(received[0]).toContain(`Tea: 1 booked (${sum}), 0 not booked, 0 need you.`);
    await runDurableObjectAlarm(house());
    expect(received).toHaveLength(1);
  });
});
