import { runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deploy } from './support/environment.ts';
import { koppel, type Subject, startIntegration } from './support/harness.ts';
import { logged, outside } from './support/outside.ts';
import { invoices, sahin, sell, sellMany } from './support/shop.ts';
import { clock, hourMs, minuteMs, secondMs } from './support/virtual-clock.ts';

const webhook = 'https://hooks.example.com/services/secret-path';
const publicUrl = 'https://koppel.example.com';

let received: string[] = [];
let answer: () => Promise<Response>;
let subject: Subject;

beforeEach(async () => {
  received = [];
  answer = async () => new Response('ok');
  const passOn = globalThis.fetch.bind(globalThis);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    if (input !== webhook) return passOn(input, init);
    received.push((JSON.parse(String(init?.body)) as { text: string }).text);
    return answer();
  });
  subject = await startIntegration({ name: 'Tea' });
  await deploy(subject, { ALERT_WEBHOOK: webhook, PUBLIC_URL: publicUrl });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await deploy(subject, { ALERT_WEBHOOK: undefined, PUBLIC_URL: undefined });
});

/** So many orders that Jortt refuses. */
async function park(count: number): Promise<void> {
  const body = { error: { code: 422, key: 'params.invalid', message: `no ${sahin.email}` } };
  const rule = { system: 'jortt', method: 'POST', path: '/invoices', kind: 'status', status: 422 } as const;
  outside.fault({ ...rule, body, times: count });
  await subject.sync(...(await sellMany(count)));
  await subject.run();
}

async function told(count: number): Promise<string[]> {
  await clock.until(() => received.length >= count);
  // Until the record of it is stored.
  const isTold = (line: string) => line.includes('"event":"alert"') && line.includes('"channel":"webhook"');
  await clock.until(() => logged.filter(isTold).length >= count);
  return received;
}

describe('an alert', () => {
  it('of parked orders is sent once, with a link to a page that is there, and its end once', async () => {
    await park(3);
    await subject.settle(minuteMs);
    const [text = ''] = await told(1);
    expect(text).toMatch(/^⚠️ Tea, orders from shop to books: Jortt answered 422/);
    expect(text).toContain('3 records need you because of this');
    expect(text).not.toContain('example.com, ');
    const link = text.split('\n').at(-1) ?? '';
    expect(link).toBe(`${publicUrl}/integrations/${subject.id}/problems`);
    const page = await koppel('GET', new URL(link).pathname, undefined, { accept: 'text/html' });
    // The form to log in, which leads back there.
    expect([page.status, page.text.includes(`value="/integrations/${subject.id}/problems"`)]).toEqual([
      401,
      true,
    ]);
    await subject.settle(hourMs);
    expect(received).toHaveLength(1);
    await subject.api('POST', '/retry');
    await subject.settle(minuteMs);
    expect((await told(2))[1]).toMatch(/^✅ Tea, orders from shop to books: solved\. It was: Jortt/);
    await subject.settle(hourMs);
    expect([invoices().length, received.length]).toEqual([3, 2]);
    expect(logged.join('\n')).not.toContain('secret-path');
  });

  it('that the object dies over is sent when it is back', async () => {
    answer = () => new Promise(() => undefined);
    await park(1);
    await subject.runNext(clock.now() + minuteMs);
    await clock.until(() => received.length === 1);
    await subject.die();
    answer = async () => new Response('ok');
    await subject.settle(5 * minuteMs);
    expect(await told(1)).toHaveLength(2);
    await subject.settle(hourMs);
    expect(received).toHaveLength(2);
  });

  it('that was taken is not sent again by an object that died just after', async () => {
    await park(1);
    await subject.settle(minuteMs);
    await told(1);
    await subject.die();
    await subject.settle(hourMs);
    expect(received).toHaveLength(1);
  });

  it('that is not answered holds up no order, and is tried again later', async () => {
    answer = () => new Promise(() => undefined);
    await park(1);
    await subject.runNext(clock.now() + minuteMs);
    await clock.until(() => received.length === 1);
    const { id } = await sell();
    await subject.hook(id);
    await subject.run();
    expect((await subject.task(id)).state).toBe('done');
    answer = async () => new Response('ok');
    clock.pass(11 * secondMs);
    await clock.until(() => logged.some((line) => line.includes('alert_failed')));
    await subject.settle(5 * minuteMs);
    await told(1);
    expect(logged.join('\n')).toContain('"reason":"timed out"');
  });

  it('that is refused is sent again with a growing pause, also after evictions', async () => {
    answer = async () => new Response('no', { status: 500 });
    await park(1);
    for (let runs = 0; runs < 60; runs++) {
      if (!(await subject.runNext(clock.now() + hourMs))) break;
      await clock.until(
        () => logged.filter((line) => line.includes('alert_failed')).length === received.length,
      );
      await subject.evict();
      if (received.length === 4) break;
    }
    expect(received).toHaveLength(4);
    expect(await subject.sql("SELECT failures FROM channels WHERE name = 'webhook'")).toEqual([
      { failures: 4 },
    ]);
  });
});

describe('a stalled integration', () => {
  it('is told by the watchdog, and when it works again', async () => {
    await subject.sync((await sell()).id);
    await runInDurableObject(subject.stub, (_, state) => state.storage.deleteAlarm());
    clock.pass(61 * secondMs);
    await subject.stub.wake();
    expect((await told(1))[0]).toContain('⚠️ Tea: The link had stopped working without a word.');
    await subject.settle(minuteMs);
    expect((await told(2))[1]).toContain('✅ Tea: solved. It was: The link had stopped');
    expect(invoices()).toHaveLength(1);
  });
});

describe('alerts that cannot work', () => {
  it('are told by /health and in the log, and orders go on', async () => {
    await deploy(subject, { ALERT_WEBHOOK: 'http://hooks.example.com/services/secret-path' });
    const health = await koppel('GET', '/health');
    expect([health.status, health.body]).toEqual([
      503,
      {
        ok: false,
        detail: expect.stringContaining('ALERT_WEBHOOK must be an https address'),
        version: expect.any(String),
      },
    ]);
    const { id } = await sell();
    expect((await subject.hook(id)).status).toBe(200);
    await subject.settle(minuteMs);
    expect((await subject.task(id)).state).toBe('done');
    expect(logged.some((line) => line.includes('alerts_unusable'))).toBe(true);
    expect(logged.join('\n')).not.toContain('secret-path');
  });
});
