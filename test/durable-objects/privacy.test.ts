import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { leaksIn, makeEventful, secrets } from '../support/eventful.ts';
import { loggedIn, readable } from '../ui/browser.ts';
import { koppel, type Subject, startIntegration } from './support/harness.ts';
import { logged, outside } from './support/outside.ts';
import { inBooks, merchant, sahin, sell } from './support/shop.ts';

async function eventfulIntegration(): Promise<Subject> {
  const subject = await startIntegration();
  await makeEventful(subject, { sell, merchant, inBooks, outside });
  return subject;
}

describe('personal data', () => {
  it('stands nowhere in the directory', async () => {
    const subject = await eventfulIntegration();
    const stored = await runInDurableObject(env.DIRECTORY.getByName('directory'), async (_, state) =>
      JSON.stringify([...(await state.storage.list())]),
    );
    expect(stored).toContain(subject.id);
    expect(leaksIn(stored)).toEqual([]);
  });

  it('is not logged, nor is any secret', async () => {
    await eventfulIntegration();
    const text = logged.join('\n');
    expect(text).toContain('"event":"task"');
    expect(leaksIn(text)).toEqual([]);
  });

  it('is in no answer of the API but that of one transfer, which opens the sealed payload', async () => {
    const subject = await eventfulIntegration();
    const lists = ['', '/tasks', '/activity'].map((path) => subject.api('GET', path));
    const general = ['/api/integrations', '/status.json', '/health'].map((path) => koppel('GET', path));
    for (const { text } of await Promise.all([...lists, ...general])) expect(leaksIn(text)).toEqual([]);
    const done = (await subject.activity('&outcome=done'))[0];
    const transfer = await subject.api('GET', `/activity/${done?.id}`);
    expect(transfer.body.payload).toMatchObject({ source: { customer: { name: sahin.name } } });
    expect(secrets.filter((secret) => transfer.text.includes(secret))).toEqual([]);
  });

  it('of a refusal is there too, in the words of the system', async () => {
    const subject = await eventfulIntegration();
    const [parked] = await subject.activity('&outcome=parked');
    const transfer = await subject.api('GET', `/activity/${parked?.id}`);
    expect(transfer.text).toContain(`"said":"${sahin.name}`);
    const browser = await loggedIn();
    const page = await browser.get(`/integrations/${subject.id}/activity/${parked?.id}`);
    expect(readable(page.html)).toContain(`It says: "${sahin.name}`);
    expect(leaksIn((await browser.get(`/integrations/${subject.id}`)).html)).toEqual([]);
  });

  it('is erased with one call of the API, however the address is written, which stands in no URL', async () => {
    const subject = await eventfulIntegration();
    const email = 'Sahin.Yildiz@EXAMPLE.com';
    const { status, body } = await subject.api('POST', '/people/erase', { email });
    expect([status, body.links]).toEqual([200, 1]);
    expect((await subject.api('POST', '/people/erase', { email })).body).toEqual({ links: 0, activity: 0 });
    const before = await subject.api('DELETE', `/people/${encodeURIComponent(email)}`);
    expect([before.status, leaksIn(before.text)]).toEqual([404, []]);
    expect(logged.filter((line) => leaksIn(line).length > 0)).toEqual([]);
  });

  it.each([
    ['nobody', 'email'],
    ['a b@example.com', 'email'],
    [undefined, 'email'],
  ])('of %s cannot be erased: the field is named', async (email, field) => {
    const subject = await startIntegration();
    const { status, body } = await subject.api('POST', '/people/erase', { email });
    expect([status, body.issues]).toEqual([400, [expect.objectContaining({ field })]]);
  });
});
