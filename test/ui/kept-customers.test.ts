import { expect, it } from 'vitest';
import { controlRoutes } from '../../sandbox/control.ts';
import { newId, Subject } from '../durable-objects/support/harness.ts';
import { outside, sandbox } from '../durable-objects/support/outside.ts';
import { integrationDocument } from '../support/integration-document.ts';
import { Browser, loggedIn, readable } from './browser.ts';

const levers = controlRoutes(sandbox);
const anna = { email: 'anna@kept.example', name: 'Anna Bos', phone: '0201111111' };

async function people(method: string, path: string, body?: unknown): Promise<string> {
  const answer = await levers.request(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.status === 204 ? '' : ((await answer.json()) as { id: string }).id;
}

/** A customer of the shop that is kept in step with the books. */
async function kept() {
  const subject = new Subject(newId());
  await subject.api('PUT', '', {
    ...integrationDocument(),
    flows: [
      { flow: 'customers', from: 'shop', to: 'books' },
      { flow: 'customers', from: 'books', to: 'shop' },
    ],
  });
  const flow = 'customers:shop:books';
  const id = await people('POST', '/ecwid/people', anna);
  const look = async () => {
    await subject.api('POST', '/sync', { flow });
    await subject.settle();
  };
  await subject.api('POST', '/sync', { flow, keys: [id] });
  await subject.settle();
  const [made] = await subject.activity(`&outcome=done&key=${id}`);
  const target = made?.targetId ?? '';
  const task = async () => (await subject.tasks()).find((each) => each.key === id && each.from === 'shop');
  return { subject, id, target, look, task, base: `/integrations/${subject.id}` };
}

it('shows both values of what was changed on both sides, to whoever is logged in', async () => {
  const { subject, id, target, look, task, base } = await kept();
  await people('PATCH', `/ecwid/people/${id}`, { phone: '0202222222' });
  await people('PATCH', `/jortt/people/${target}`, { phone: '0203333333' });
  await look();
  const parked = await task();
  expect(parked?.problem?.code).toBe('customer_conflict');
  const [last] = await subject.activity(`&outcome=parked&key=${id}`);
  const browser = await loggedIn();
  for (const path of [`${base}/tasks/${parked?.id}`, `${base}/activity/${last?.id}`]) {
    const text = readable((await browser.get(path)).html);
    expect(text).toMatch(/Changed on both sides.*telephone number\s+0202222222\s+0203333333/s);
    expect((await new Browser().get(path)).html).not.toContain('0203333333');
  }
  // A list, an alert and the API name the field, not what stands in it.
  expect(parked?.problem?.message).toContain('telephone number');
  expect((await browser.get(base)).html).not.toContain('0203333333');
  await people('PATCH', `/jortt/people/${target}`, { phone: '0202222222' });
  await browser.post(`${base}/tasks/${parked?.id}/retry`);
  await subject.settle();
  expect((await subject.view()).problems).toEqual([]);
});

it('makes a customer again that was deleted in the target, where somebody presses the button', async () => {
  const { subject, id, target, look, task, base } = await kept();
  await people('DELETE', `/jortt/people/${target}`);
  await people('PATCH', `/ecwid/people/${id}`, { phone: '0204444444' });
  await look();
  const parked = await task();
  expect(parked?.problem?.code).toBe('customer_gone');
  const browser = await loggedIn();
  await browser.post(`${base}/tasks/${parked?.id}/retry`);
  await subject.settle();
  expect((await task())?.state).toBe('parked');
  const { html } = await browser.get(`${base}/tasks/${parked?.id}`);
  expect(readable(html)).toContain('Create again');
  expect(html).toContain(`name="key" value="${id}"`);
  outside.clear();
  const { headers } = await browser.post(`${base}/sync`, { flow: 'customers:shop:books', key: id });
  expect(headers.get('location')).toContain('said=synced-some');
  await subject.settle();
  expect((await task())?.state).toBe('done');
  expect((await subject.view()).problems).toEqual([]);
});

it('asks for customers by their ids, which have no numbers', async () => {
  const { base } = await kept();
  const text = readable((await (await loggedIn()).get(base)).html);
  expect(text).toContain('Or only these ids');
  expect(text).not.toContain('Or only these numbers');
});
