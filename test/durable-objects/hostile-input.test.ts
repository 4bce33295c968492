import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { adminToken, integrationDocument } from '../support/integration-document.ts';
import { signatureOf } from '../support/signed-hook.ts';
import { loggedIn, readable } from '../ui/browser.ts';
import { koppel, newId, type Subject, startIntegration } from './support/harness.ts';
import { logged, outside } from './support/outside.ts';
import { invoices, sell } from './support/shop.ts';
import { clock, minuteMs, secondMs } from './support/virtual-clock.ts';

const deep = (levels: number, open = '[', close = ']') => `${open.repeat(levels)}1${close.repeat(levels)}`;

/** A hook with a good signature, which covers no more than the event's id and time, and these other parts. */
async function signedHook(subject: Subject, parts: string): Promise<number> {
  const [eventId, eventCreated] = [crypto.randomUUID(), Math.floor(clock.now() / secondMs)];
  const body = `{"eventId":"${eventId}","eventCreated":${eventCreated},"storeId":1003,"eventType":"order.updated",${parts}}`;
  const signature = await signatureOf(`${eventCreated}.${eventId}`);
  return (await subject.rawHook(body, undefined, { 'x-ecwid-webhook-signature': signature })).status;
}

/** It works as before. */
async function expectSound(subject: Subject): Promise<void> {
  const { id } = await sell();
  expect((await subject.hook(id)).status).toBe(200);
  await subject.settle(minuteMs);
  expect((await subject.task(id)).state).toBe('done');
  expect(logged.filter((line) => /request_failed|run_failed/.test(line))).toEqual([]);
}

describe('JSON that is nested without end', () => {
  it.each([
    ['where a list is of no interest', `"more":${deep(100_000)},"entityId":1`, 200],
    ['where an object is of no interest', `"more":${deep(30_000, '{"a":', '}')},"entityId":1`, 200],
    ['where the order is named', `"data":${deep(100_000)}`, 400],
    ['where its id is', `"data":{"orderId":${deep(100_000)}}`, 400],
    ['where its number is', `"entityId":${deep(100_000)}`, 400],
  ])('in a signed hook, %s, does no harm', async (_where, parts, status) => {
    const subject = await startIntegration();
    expect(await signedHook(subject, parts)).toBe(status);
    await subject.settle(secondMs);
    await expectSound(subject);
  });

  it('in a hook without a signature is refused as any other', async () => {
    const subject = await startIntegration();
    for (const body of [deep(120_000), deep(20_000, '{"eventId":', '}')]) {
      expect((await subject.rawHook(body)).status).toBe(401);
      const headers = { 'x-ecwid-webhook-signature': btoa('no') };
      expect((await subject.rawHook(body, undefined, headers)).status).toBe(400);
    }
    await expectSound(subject);
  });

  it('in a document of the API is refused wherever it stands, and nothing of it is stored', async () => {
    const subject = await startIntegration();
    const before = await subject.tables();
    const text = JSON.stringify(integrationDocument());
    const bodies = [400_000, 5_000].flatMap((levels) => [
      deep(levels),
      text.replace('"settings":{', `"settings":{"x":${deep(levels)},`),
      text.replace('"settings":{', `"settings":{"fixed":{"remarks":${deep(levels)}},`),
      text.replace('"settings":{', `"settings":{"vat":${deep(levels / 10, '{"byRate":', '}')},`),
      text.replace('"mapping":{', `"mapping":{"remarks":${deep(levels)}`),
      text.replace('"name":"Tea"', `"name":${deep(levels)}`),
      text.replace('"storeId":"1003"', `"storeId":${deep(levels)}`),
    ]);
    for (const body of bodies) {
      expect(body).not.toBe(text);
      const answer = await koppel('PUT', `/api/integrations/${subject.id}`, body);
      expect([answer.status, answer.body.code], body.slice(0, 300)).toEqual([
        400,
        expect.stringMatching(/request_invalid|configuration_invalid|body_unreadable/),
      ]);
    }
    expect(await subject.tables()).toEqual(before);
    await expectSound(subject);
  });

  it('in the form of a page is refused and can be corrected', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const document = JSON.stringify(integrationDocument()).replace(
      '"settings":{',
      `"settings":{"x":${deep(50_000)},`,
    );
    const page = await browser.post(`/integrations/${subject.id}/configuration`, { document });
    expect([page.status, readable(page.html).includes('is nested too deep')]).toEqual([400, true]);
    await expectSound(subject);
  });

  it('in an answer of a system makes the record wait, and the others go on', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.intercept = (call, answer) =>
      call.path.endsWith(`/orders/${id}`)
        ? Promise.resolve(new Response(`{"id":"${id}","extra":${deep(1_000_000)}}`))
        : answer();
    await subject.sync(id);
    await subject.run();
    expect(await subject.task(id)).toMatchObject({ state: 'waiting', problem: { code: 'garbled' } });
    await expectSound(subject);
    expect(invoices()).toHaveLength(1);
  });
});

describe('a name that JavaScript gives a meaning of its own', () => {
  const value = '{"polluted":true}';
  const documents = (name: string) => {
    const text = JSON.stringify(integrationDocument());
    return {
      '': text.replace('{"name"', `{"${name}":${value},"name"`),
      'connections.': text.replace('"connections":{', `"connections":{"${name}":${value},`),
      'connections.shop.': text.replace('"connector":"ecwid"', `"connector":"ecwid","${name}":${value}`),
      'connections.shop.credentials.': text.replace('"storeId"', `"${name}":"x","storeId"`),
      'flows.0.': text.replace('"flows":[{', `"flows":[{"${name}":${value},`),
      'flows.0.settings.': text.replace('"settings":{', `"settings":{"${name}":${value},`),
      'flows.0.settings.paymentMethods.map.': text.replace(
        '"settings":{',
        `"settings":{"paymentMethods":{"map":{"${name}":"1"}},`,
      ),
      'flows.0.settings.fixed.': text.replace('"settings":{', `"settings":{"fixed":{"${name}":"1"},`),
      'flows.0.mapping.': text.replace('"mapping":{', `"mapping":{"${name}":"'x'"`),
    };
  };
  const named = ({ body }: { body: Record<string, unknown> }) =>
    (body.issues as { field: string }[] | undefined)?.map(({ field }) => field);

  it.each(['__proto__', 'constructor', 'prototype'])(
    '%s is named as unknown wherever it stands in a document',
    async (name) => {
      const subject = await startIntegration();
      const before = await subject.tables();
      const browser = await loggedIn();
      for (const [place, document] of Object.entries(documents(name))) {
        expect(document).toContain(name);
        const answer = await koppel('PUT', `/api/integrations/${subject.id}`, document);
        expect([answer.status, named(answer)], place).toEqual([400, [`${place}${name}`]]);
        const page = await browser.post(`/integrations/${subject.id}/configuration`, { document });
        expect([page.status, readable(page.html).includes(`${place}${name}`)], place).toEqual([400, true]);
      }
      expect(await subject.tables()).toEqual(before);
    },
  );

  it.each(['sync', 'preview'])('is named in the body of %s too', async (call) => {
    const subject = await startIntegration();
    const body = `{"flow":"orders","key":"A1","keys":["A1"],"__proto__":${value}}`;
    expect(named(await koppel('POST', `/api/integrations/${subject.id}/${call}`, body))).toEqual([
      '__proto__',
    ]);
  });
});

describe('a record key without an end', () => {
  it('is refused, naming the field, by the API and by the page', async () => {
    const subject = await startIntegration();
    const key = 'A'.repeat(201);
    const fieldsOf = async (path: string, body: object) =>
      ((await subject.api('POST', path, body)).body.issues as { field: string }[]).map(({ field }) => field);
    expect(await fieldsOf('/sync', { flow: 'orders', keys: ['A1', key] })).toEqual(['keys.1']);
    expect(await fieldsOf('/preview', { flow: 'orders', key })).toEqual(['key']);
    const browser = await loggedIn();
    const page = await browser.post(`/integrations/${subject.id}/preview`, { flow: 'orders', key });
    expect([page.status, readable(page.html).includes('longer than 200 characters')]).toEqual([400, true]);
    expect(await subject.tasks()).toEqual([]);
  });
});

describe('a body without a length', () => {
  it.each([
    [`/hooks/${newId()}/shop`, 'POST'],
    [`/api/integrations/${newId()}`, 'PUT'],
  ])('%s is read no further than it may be', async (path, method) => {
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 65_536;
        if (sent > 20_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(0x5b));
      },
    });
    const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
    const response = await exports.default.fetch(
      new Request(`http://koppel${path}`, { method, headers, body }),
    );
    expect(response.status).toBe(413);
    await response.text();
    expect(sent).toBeLessThan(10_000_000);
  });
});
