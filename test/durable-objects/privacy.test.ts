import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { credentials } from '../support/integration-document.ts';
import { koppel, type Subject, startIntegration } from './support/harness.ts';
import { logged, outside } from './support/outside.ts';
import { inBooks, merchant, sahin, sell } from './support/shop.ts';

/** However a value might be written down. */
const personal = [
  'Şahin',
  '\\u015e',
  'Yıldız',
  'sahin.yildiz',
  'example.com',
  'Wilgenstraat',
  '3021 ZZ',
  '3021ZZ',
  '55501234',
];
const secrets = [credentials.shop.token, credentials.shop.clientSecret, credentials.books.clientSecret];

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

  it('is erased with one call of the API, however the address is written', async () => {
    const subject = await eventfulIntegration();
    const address = encodeURIComponent('Sahin.Yildiz@EXAMPLE.com');
    const { status, body } = await subject.api('DELETE', `/people/${address}`);
    expect([status, body.links]).toEqual([200, 1]);
    expect((await subject.api('DELETE', `/people/${address}`)).body).toEqual({ links: 0, activity: 0 });
  });
});

/** What stands there and should not, with a little of what is around it. */
function leaksIn(text: string): string[] {
  return [...personal, ...secrets].flatMap((word) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 60)];
  });
}

/** A booking, a refusal, a failure and a change: whatever might leave traces of a person. */
async function eventfulIntegration(): Promise<Subject> {
  const subject = await startIntegration();
  const { id } = await sell();
  await subject.hook(id);
  await subject.settle();
  await merchant(id, { refund: { amount: '1.00', reason: sahin.name } });
  await subject.hook(id);
  const refused = await sell();
  const message = `${sahin.name}, ${sahin.email}, ${sahin.phone}`;
  const body = { error: { code: 422, key: 'params.invalid', message } };
  outside.fault({ system: 'jortt', method: 'POST', path: '/invoices', kind: 'status', status: 422, body });
  await subject.hook(refused.id);
  const failed = await sell();
  outside.fault({ system: 'jortt', method: 'GET', path: '/invoices', kind: 'html', times: 2 });
  await subject.hook(failed.id);
  await inBooks('POST', '/revoke-tokens');
  await subject.settle();
  const states = (await subject.tasks()).map(({ state }) => state);
  expect(states).toContain('parked');
  expect(states).toContain('done');
  return subject;
}
