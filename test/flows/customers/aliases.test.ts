/** Who a customer was before: a hint for orders that come late, and nothing that outlives the person. */
import { expect, test } from 'vitest';
import {
  formerCustomer,
  isMadeForAnOrder,
  knownCustomer,
} from '../../../src/flows/customers/record/links.ts';
import { identityParts } from '../../../src/records/identity.ts';
import { Between, fingerprint, noor } from './harness.ts';

const moved = 'noor@elsewhere.example';

async function keysOf(email: string) {
  const emailFingerprint = await fingerprint(['email', email.toLowerCase()]);
  const who = await fingerprint(identityParts(email, { kind: 'person', name: '', vatNumber: undefined }));
  return { emailFingerprint, who };
}

async function movedOnce(): Promise<{ between: Between; id: string }> {
  const between = new Between();
  const id = between.enter();
  await between.run(id);
  between.a.edit(id, { email: moved });
  await between.run(id);
  return { between, id };
}

test('the address of before leads to the record still, but is no sure link', async () => {
  const { between, id } = await movedOnce();
  const { links } = between.context(id, 'ab');
  expect(formerCustomer(links, await keysOf(noor.email))).toMatchObject({ targetId: 'b1', isSure: false });
  expect(knownCustomer(links, await keysOf(noor.email))).toBeNull();
  expect(knownCustomer(links, await keysOf(moved))).toMatchObject({ targetId: 'b1', isSure: true });
  expect(formerCustomer(links, await keysOf(moved))).toBeNull();
});

test('whoever has the address now is that, and the alias goes', async () => {
  const { between, id } = await movedOnce();
  await between.run(between.enter({ name: 'Nora' }));
  const { links } = between.context(id, 'ab');
  expect(formerCustomer(links, await keysOf(noor.email))).toBeNull();
  expect(knownCustomer(links, await keysOf(noor.email))).toMatchObject({ targetId: 'b2' });
});

test('who moves back has one address again', async () => {
  const { between, id } = await movedOnce();
  between.a.edit(id, { email: noor.email });
  await between.run(id);
  const { links } = between.context(id, 'ab');
  expect(knownCustomer(links, await keysOf(noor.email))).toMatchObject({ targetId: 'b1', isSure: true });
  expect(formerCustomer(links, await keysOf(noor.email))).toBeNull();
  expect(formerCustomer(links, await keysOf(moved))).toMatchObject({ targetId: 'b1' });
});

test('all that is kept of a person, former addresses as well, is kept under the address of today', async () => {
  const { between, id } = await movedOnce();
  between.a.edit(id, { email: 'noor@third.example' });
  await between.run(id);
  const { emailFingerprint } = await keysOf('noor@third.example');
  const whose = [...between.links.values()].map((link) => link.emailFingerprint);
  expect(whose.length).toBeGreaterThanOrEqual(5);
  expect(new Set(whose)).toEqual(new Set([emailFingerprint]));
});

test('what an order made is so until a customers flow links it', async () => {
  const between = new Between();
  const made = between.b.enter(noor);
  const { links } = between.context('a1', 'ab');
  links.put('customer', `to:${made}`, { targetId: made, fingerprint: 'x', facts: { by: 'orders' } });
  expect(isMadeForAnOrder(links, made)).toBe(true);
  await between.run(between.enter());
  expect(isMadeForAnOrder(links, made)).toBe(false);
});

test('what an order made of another stays known as such when the customers flow takes over who both seem to be', async () => {
  const between = new Between();
  const made = between.b.enter({ ...noor, name: 'Piet Klaassen' });
  const { links } = between.context('a1', 'ab');
  const { who } = await keysOf(noor.email);
  links.put('customer', who, { targetId: made, fingerprint: 'x', facts: { by: 'orders' } });
  await between.run(between.enter());
  expect(links.get('customer', 'id:a1')?.targetId).not.toBe(made);
  expect(isMadeForAnOrder(links, made)).toBe(true);
});
