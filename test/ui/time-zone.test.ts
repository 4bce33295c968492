import { expect, test } from 'vitest';
import { figuresIn } from '../../src/texts/figures.ts';
import { newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { integrationDocument } from '../support/integration-document.ts';
import { loggedIn, readable } from './browser.ts';

const moment = figuresIn('en-GB').moment;

/** The shop says that it is there. */
async function inZone(subject: Subject, zone: string): Promise<void> {
  await subject.sql(
    "UPDATE connections SET account = json_set(account, '$.timeZone', ?) WHERE name = 'shop'",
    zone,
  );
  await subject.evict();
}

test('pages of a link tell days and times where its shop is, and say so', async () => {
  const subject = await startIntegration();
  const order = await sell();
  await subject.sync(order.id);
  await subject.settle();
  await inZone(subject, 'Pacific/Auckland');
  const [entry] = await subject.activity();
  const base = `/integrations/${subject.id}`;
  const browser = await loggedIn();
  const at = entry?.at ?? '';
  const [there, here] = [moment(at, 'Pacific/Auckland'), moment(at, 'Europe/Amsterdam')];
  expect(there).not.toBe(here);
  const paths = [
    ...['', '/orders', '/stock', '/privacy', '/connections', '/settings', '/audit'].map(
      (path) => base + path,
    ),
    ...[`${base}/orders/orders:shop:books/${order.id}`, `${base}/activity/${entry?.id}`],
  ];
  for (const path of paths)
    expect(readable((await browser.get(path)).html), path).toContain('Time zone: Pacific/Auckland.');
  for (const path of paths.slice(-2)) {
    const text = readable((await browser.get(path)).html);
    expect(text, path).toContain(there);
    expect(text, path).not.toContain(here);
  }
});

test('and where the reader is, as they say, where no shop has told its own yet', async () => {
  const subject = new Subject(newId());
  const { status } = await subject.api('PUT', '', { ...integrationDocument(), state: 'draft' });
  expect(status).toBe(200);
  await subject.sql('UPDATE connections SET account = NULL');
  await subject.evict();
  const browser = await loggedIn();
  const { html } = await browser.get(`/integrations/${subject.id}`);
  expect(readable(html)).toContain('Time zone: Europe/Amsterdam.');
});

test('the books have a say where the shop has none', async () => {
  const subject = await startIntegration();
  await subject.sql("UPDATE connections SET account = NULL WHERE name = 'shop'");
  await subject.evict();
  const browser = await loggedIn();
  const { html } = await browser.get(`/integrations/${subject.id}`);
  expect(readable(html)).toContain('Time zone: Europe/Amsterdam.');
});
