/** An address of somebody who is kept in step goes to somebody else, while the first one's own change was not carried yet. */
import { describe, expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { StandIns } from './stand-ins.ts';

type Row = Record<string, unknown>;

const person = (name: string, email: string, phone: string) => ({
  email,
  billingPerson: { name, phone, street: 'Kade 12', city: 'Zwolle', postalCode: '8011 AB', countryCode: 'NL' },
});

/** Anna and Bert are known to both sides. Returns their paths in the shop. */
async function known(): Promise<{ all: StandIns; anna: string; bert: string }> {
  const all = await StandIns.open();
  const anna = await all.inShop('POST', '/customers', person('Anna Bos', 'anna@x.example', '1'));
  const bert = await all.inShop('POST', '/customers', person('Bert Kok', 'bert@x.example', '2'));
  await all.live(hourMs);
  all.writes.length = 0;
  return { all, anna: `/customers/${anna.id}`, bert: `/customers/${bert.id}` };
}

/** Who has which address and telephone number, in the books and in the shop. */
async function who(all: StandIns): Promise<{ books: string[]; shop: string[] }> {
  const [books, shop] = [await all.officeCustomers(), await all.shopCustomers()];
  const called = ({ customer_name, email, phonenumber }: Row) => `${customer_name} ${email} ${phonenumber}`;
  const named = ({ name, email, billingPerson }: Row) => `${name} ${email} ${(billingPerson as Row).phone}`;
  return { books: books.map(called).sort(), shop: shop.map(named).sort() };
}

/** Changes a customer in the shop without a notice of it. */
async function quietly(all: StandIns, path: string, change: Row): Promise<void> {
  const { webhookUrl } = all.shop.settings();
  all.shop.change({ webhookUrl: null });
  await all.inShop('PUT', path, change);
  all.shop.change({ webhookUrl });
}

async function inBooks(all: StandIns, name: string, change: Row): Promise<void> {
  const known = (await all.officeCustomers()).find(({ customer_name }) => customer_name === name);
  await all.inOffice('PUT', `/v3/customers/${known?.id}`, { ...known, ...change });
}

const parked = (all: StandIns) => all.stores.tasks.list({ state: 'parked' }, 10);

describe('an address that goes to somebody else', () => {
  test('makes no record of the one who had it into that of a relative', async () => {
    const { all, anna } = await known();
    await quietly(all, anna, { email: 'new@x.example' });
    await all.inShop('POST', '/customers', person('Chris Bos', 'anna@x.example', '3'));
    await all.live(hourMs);
    await all.inShop('PUT', anna, { lang: 'de' });
    await all.live(hourMs);
    const people = ['Anna Bos new@x.example 1', 'Bert Kok bert@x.example 2', 'Chris Bos anna@x.example 3'];
    expect(await who(all)).toEqual({ books: people, shop: people });
    expect([parked(all), all.writes]).toEqual([[], ['POST /v3/customers', 'PUT /v3/customers/id']]);
  });

  test('waits where the target allows it once, until the change of who had it is carried', async () => {
    const { all } = await known();
    await inBooks(all, 'Anna Bos', { email: 'bert@x.example' });
    await inBooks(all, 'Bert Kok', { email: 'new@x.example' });
    await all.live(2 * hourMs);
    const people = ['Anna Bos bert@x.example 1', 'Bert Kok new@x.example 2'];
    expect(await who(all)).toEqual({ books: people, shop: people });
    expect([parked(all), all.writes]).toEqual([[], ['PUT /customers/id', 'PUT /customers/id']]);
  });

  test('is carried where two may have it, in whatever order they come', async () => {
    const { all, anna, bert } = await known();
    await quietly(all, anna, { email: 'new@x.example' });
    await all.inShop('PUT', bert, { email: 'anna@x.example' });
    await all.live(hourMs);
    await all.inShop('PUT', anna, { lang: 'de' });
    await all.live(hourMs);
    const people = ['Anna Bos new@x.example 1', 'Bert Kok anna@x.example 2'];
    expect(await who(all)).toEqual({ books: people, shop: people });
    expect(parked(all)).toEqual([]);
  });

  test('and is that of the other is carried into books that may have it twice', async () => {
    const { all, anna, bert } = await known();
    await quietly(all, anna, { email: 'other@x.example' });
    await all.inShop('PUT', bert, { email: 'anna@x.example' });
    await all.inShop('PUT', anna, { email: 'bert@x.example' });
    await all.live(hourMs);
    const people = ['Anna Bos bert@x.example 1', 'Bert Kok anna@x.example 2'];
    expect(await who(all)).toEqual({ books: people, shop: people });
    expect(parked(all)).toEqual([]);
  });

  test('and is that of the other is for a person at once where only one may have it', async () => {
    const { all } = await known();
    await inBooks(all, 'Anna Bos', { email: 'bert@x.example' });
    await inBooks(all, 'Bert Kok', { email: 'anna@x.example' });
    await all.live(hourMs);
    expect(parked(all)).toMatchObject([
      { problem: { code: 'email_taken' } },
      { problem: { code: 'email_taken' } },
    ]);
    expect(all.writes).toEqual([]);
  });
});
