import { describe, expect, it } from 'vitest';
import { dayMs } from '../support/durations.ts';
import { credentials } from '../support/integration-document.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { logged, outside } from './support/outside.ts';
import { invoicesOf, sahin, sell } from './support/shop.ts';
import { clock, minuteMs, secondMs } from './support/virtual-clock.ts';

const tooLarge = 256 * 1024 + 1;

describe('a hook that cannot be taken', () => {
  it.each([
    ['without a signature', 401, 'signature_invalid', (s: Subject) => s.rawHook('{"eventId":"1"}')],
    ['with a wrong signature', 401, 'signature_invalid', (s: Subject) => s.hook('A1', { secret: 'another' })],
    [
      'with a signature that is none',
      401,
      'signature_invalid',
      (s: Subject) => s.rawHook(event(), undefined, { 'x-ecwid-webhook-signature': '%%%' }),
    ],
    ['that is no JSON', 400, 'hook_unreadable', (s: Subject) => s.rawHook('<xml>', undefined, signed)],
    ['that is empty', 400, 'hook_unreadable', (s: Subject) => s.rawHook('', undefined, signed)],
    ['that is a list', 400, 'hook_unreadable', (s: Subject) => s.rawHook('[]', undefined, signed)],
    [
      'without an event id',
      400,
      'hook_unreadable',
      (s: Subject) => s.rawHook('{"eventCreated":1}', undefined, signed),
    ],
    [
      'that is not UTF-8',
      400,
      'hook_unreadable',
      (s: Subject) => s.rawHook(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), undefined, signed),
    ],
    [
      'that is older than deliveries are remembered',
      400,
      'hook_outdated',
      (s: Subject) => s.hook('A1', { createdAt: clock.now() - 4 * dayMs - secondMs }),
    ],
    [
      'about an order with an id without an end',
      400,
      'hook_unreadable',
      (s: Subject) => s.hook('A'.repeat(201)),
    ],
    [
      'with an id without an end',
      400,
      'hook_unreadable',
      (s: Subject) => s.hook('A1', { eventId: 'e'.repeat(201) }),
    ],
    ['of another store', 400, 'hook_unreadable', (s: Subject) => s.hook('A1', { storeId: 1004 })],
    [
      'that is too large',
      413,
      'too_large',
      (s: Subject) => s.rawHook('x'.repeat(tooLarge), undefined, signed),
    ],
    ['of an unknown connection', 404, 'not_found', (s: Subject) => s.rawHook(event(), `/hooks/${s.id}/till`)],
    [
      'of a connection that takes none',
      404,
      'not_found',
      (s: Subject) => s.rawHook(event(), `/hooks/${s.id}/books`),
    ],
    ['of an impossible id', 404, 'not_found', (s: Subject) => s.rawHook(event(), '/hooks/A_b/shop')],
  ])('%s is answered %i and stores nothing', async (_what, status, code, send) => {
    const subject = await startIntegration();
    const before = await subject.rowCounts();
    const alarm = await subject.alarmAt();
    const answer = await send(subject);
    expect(answer).toMatchObject({ status, body: { code, status, type: 'about:blank' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await subject.rowCounts()).toEqual(before);
    expect(await subject.alarmAt()).toBe(alarm);
    expect(outside.calls).toEqual([]);
  });

  it('of an unknown integration is answered 404, and leaves no object behind', async () => {
    const stranger = new Subject(newId());
    expect(await stranger.hook('A1')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await stranger.tables()).toEqual({});
    expect(await stranger.alarmAt()).toBeNull();
  });

  it('is answered 401 where no client secret was set, whatever it was signed with', async () => {
    const subject = new Subject(newId());
    const { clientSecret: _, ...shop } = credentials.shop;
    await subject.configure({ credentials: { shop } });
    expect((await subject.hook('A1')).status).toBe(401);
    expect((await subject.hook('A1', { secret: 'undefined' })).status).toBe(401);
    expect((await subject.rowCounts()).hooks).toBe(0);
  });

  it('is answered 404 by any other method and path', async () => {
    const subject = await startIntegration();
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await koppel(method, `/hooks/${subject.id}/shop`)).status, method).toBe(404);
    }
    expect((await subject.rawHook('{}', '/hooks')).status).toBe(404);
  });

  it('is not echoed: neither answer nor log repeats what it said', async () => {
    const subject = await startIntegration();
    const answer = await subject.rawHook(
      JSON.stringify({ eventId: { name: sahin.name } }),
      undefined,
      signed,
    );
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('eventId');
    expect(answer.text + logged.join('\n')).not.toContain('Şahin');
  });
});

describe('a hook that is taken', () => {
  it('about nothing that any flow carries stores no task, and is answered 200', async () => {
    const subject = await startIntegration();
    for (const eventType of [
      'customer.created',
      'profile.updated',
      'order.deleted',
      'unfinished_order.created',
    ])
      expect((await subject.hook('A1', { eventType })).status, eventType).toBe(200);
    expect(await subject.tasks()).toEqual([]);
  });

  it('about a flow that is switched off waits for it, and is done when it is on again', async () => {
    const subject = await startIntegration();
    const document = { ...(await documentOf(subject)) };
    const [flow] = document.flows;
    const put = (enabled: boolean) =>
      koppel('PUT', `/api/integrations/${subject.id}`, { ...document, flows: [{ ...flow, enabled }] });
    await put(false);
    const { id } = await sell();
    expect((await subject.hook(id)).status).toBe(200);
    await subject.settle();
    expect((await subject.tasks()).map(({ key, state }) => [key, state])).toEqual([[id, 'queued']]);
    await put(true);
    await subject.settle();
    expect((await subject.tasks()).map(({ key, state }) => [key, state])).toEqual([[id, 'done']]);
  });

  it('is one that came late, as long as deliveries are remembered: taken once', async () => {
    const subject = await startIntegration();
    const late = { eventId: 'late', createdAt: clock.now() - 4 * dayMs + minuteMs };
    for (const _ of [1, 2]) expect((await subject.hook('LATE1', late)).status).toBe(200);
    expect((await subject.tasks()).map(({ key }) => key)).toEqual(['LATE1']);
    clock.pass(2 * minuteMs);
    expect((await subject.hook('LATE1', late)).body.code).toBe('hook_outdated');
  });

  it('about an order that is gone skips it', async () => {
    const subject = await startIntegration();
    await subject.hook('GONE1');
    await subject.settle();
    expect(await subject.task('GONE1')).toMatchObject({ state: 'skipped', problem: null });
  });

  it('with strange ids reads nothing else than an order of that name', async () => {
    const subject = await startIntegration();
    const keys = ['../customers', '..', '.', 'A/B?x=1#y', '%2e%2e', "'; DROP TABLE tasks; --"];
    for (const key of keys) await subject.hook(key);
    await subject.settle();
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(keys.map(() => 'skipped'));
    for (const { path } of outside.calls) expect(path).toMatch(/^\/api\/v3\/1003\/orders\/[^/]+$/);
  });

  it('is verified by a new client secret as soon as it is set, and by the old one no more', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.configure({ credentials: { shop: { ...credentials.shop, clientSecret: 'renewed' } } });
    expect((await subject.hook(id)).status).toBe(401);
    expect((await subject.hook(id, { secret: 'renewed' })).status).toBe(200);
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
  });
});

const signed = { 'x-ecwid-webhook-signature': btoa('signature') };

function event(): string {
  return JSON.stringify({ eventId: 'e', eventCreated: 1, eventType: 'order.created', storeId: 1003 });
}

async function documentOf(subject: Subject) {
  const { name, connections, flows, retentionDays } = await subject.view();
  return { name, connections, flows, retentionDays };
}
