import { expect, test } from 'vitest';
import { koppel, startIntegration } from '../durable-objects/support/harness.ts';
import { Browser, loggedIn, readable } from './browser.ts';
import { fieldsIn, filledIn } from './form-fields.ts';

const shown = async () => readable((await new Browser().get('/status')).html);

test('the name of a link is on the status page for everybody only where that is set, and stays as it is set', async () => {
  const name = `Teapots ${crypto.randomUUID().slice(0, 6)}`;
  const subject = await startIntegration({ name });
  const whole = async () => [
    await shown(),
    (await koppel('GET', '/status.json', undefined, { authorization: '' })).text,
  ];
  for (const text of await whole()) {
    expect(text).toContain(subject.id);
    expect(text).not.toContain(name);
  }
  // Whoever is logged in sees the names of their own.
  expect(readable((await (await loggedIn()).get('/status')).html)).toContain(name);
  await subject.configure({ name, nameOnStatus: true });
  for (const text of await whole()) expect(text).toContain(name);
  // A form that is about something else leaves it.
  const browser = await loggedIn();
  const base = `/integrations/${subject.id}`;
  const form = `${base}/settings/orders:shop:books`;
  const fields = await fieldsIn((await browser.get(form)).html);
  await browser.post(form, filledIn(fields, { 'settings.state': 'sent', do: 'save' }));
  const view = await subject.api('GET');
  expect(view.body).toMatchObject({ nameOnStatus: true, flows: [{ settings: { state: 'sent' } }] });
  await browser.post(`${base}/privacy/retention`, { days: '20' });
  for (const text of await whole()) expect(text).toContain(name);
  const exported = await browser.get(`${base}/settings/export`);
  expect(JSON.parse(exported.html)).toMatchObject({ nameOnStatus: true });
  await subject.configure({ name });
  for (const text of await whole()) expect(text).not.toContain(name);
});
