import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/engine/http/recorder.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import { document, hourMs, minuteMs, Simulation } from '../../support/simulation.ts';

const lotte = { email: 'lotte.bos@example.com', name: 'Lotte Bos', street: 'Veerweg 3' };

/** However it is written down: what is to be gone. */
const ofLotte = /lotte|veerweg/i;

async function payloads({ integration }: Simulation): Promise<string[]> {
  const entries = integration.reports.activity({}, 200).items;
  const transfers = entries.map(({ id }) => integration.reports.transfer(Number(id)));
  return (await Promise.all(transfers)).map(({ payload }) => JSON.stringify(payload));
}

async function booked(orders: Record<string, Record<string, unknown>>): Promise<Simulation> {
  const simulation = await new Simulation().configured();
  await simulation.live(minuteMs);
  for (const [id, fields] of Object.entries(orders)) {
    simulation.outside.sell(id, fields);
    await simulation.hook(id);
  }
  await simulation.live(hourMs);
  return simulation;
}

/** An entry of somebody whose payload is this. */
async function kept(simulation: Simulation, person: string | null, payload: unknown): Promise<number> {
  const seal = await Seal.fromKeys(simulation.encryptionKey);
  const task = 1_000 + simulation.stores.activity.list({}, 1).length;
  simulation.stores.activity.add({
    at: simulation.clock.now(),
    flow: 'orders:shop:books',
    key: 'SO-kept',
    task,
    outcome: 'parked',
    reason: 'refused',
    params: {},
    targetId: null,
    calls: 1,
    emailFingerprint: person,
    sealed: await seal.seal(`mugs/activity/${task}`, payload),
  });
  return simulation.stores.activity.list({}, 1)[0]?.id ?? 0;
}

describe('a person is erased', () => {
  test('with an order that could not be read', async () => {
    const simulation = await booked({
      'SO-1': {
        email: lotte.email,
        billingPerson: lotte,
        items: [{ id: 1, name: 'Mug', price: 'veel', quantity: 2 }],
      },
    });
    expect((await payloads(simulation)).join()).toMatch(ofLotte);
    expect((await simulation.integration.erase(lotte.email)).activity).toBeGreaterThan(0);
    expect((await payloads(simulation)).join()).not.toMatch(ofLotte);
  });

  test('with one that could not be read and is so long that the address was cut off', async () => {
    const items = Array.from({ length: 400 }, (_, id) => ({
      id,
      name: `Mug ${id}`,
      price: 'veel',
      quantity: 2,
    }));
    const simulation = await booked({
      'SO-1': { billingPerson: { name: lotte.name }, items, extra: lotte.email },
    });
    simulation.outside.orders.set('SO-1', { ...simulation.outside.orders.get('SO-1'), email: undefined });
    const [before] = await payloads(simulation);
    expect(before).toContain('characters)');
    expect((await simulation.integration.erase(lotte.email)).activity).toBeGreaterThan(0);
    expect((await payloads(simulation)).join()).not.toMatch(ofLotte);
  });

  test('from an entry about somebody else, which stays', async () => {
    const simulation = await booked({
      'SO-1': { email: 'ann@example.com', orderComments: `for ${lotte.email}` },
    });
    expect((await payloads(simulation)).join()).toMatch(ofLotte);
    expect(await simulation.integration.erase(lotte.email)).toEqual({ links: 0, activity: 1 });
    expect((await payloads(simulation)).join()).not.toMatch(ofLotte);
    expect(simulation.integration.reports.activity({}, 5).items).toMatchObject([
      { key: 'SO-1', outcome: 'done' },
    ]);
  });

  test('from a payload of somebody else that was cut, where the address begins a line', async () => {
    const items = Array.from({ length: 400 }, (_, id) => ({
      id,
      name: `Mug ${id}`,
      price: 12.1,
      quantity: 0,
    }));
    const simulation = await booked({
      'SO-1': { email: 'ann@example.com', orderComments: `Referentie: 1\n${lotte.email} belde`, items },
    });
    expect((await payloads(simulation)).join()).toContain('characters)');
    expect((await payloads(simulation)).join()).toMatch(ofLotte);
    expect(await simulation.integration.erase(lotte.email)).toEqual({ links: 0, activity: 1 });
    expect((await payloads(simulation)).join()).not.toMatch(ofLotte);
  });

  test.each([
    ['in capitals', 'LOTTE.BOS@EXAMPLE.COM'],
    ['percent-encoded', '/customers?query=lotte.bos%40example.com'],
    ['percent-encoded twice', '/login?next=%2Fcustomers%3Fquery%3Dlotte.bos%2540example.com'],
    ['escaped as HTML', '<p>lotte.bos&#64;example.com</p>'],
    ['escaped as HTML by name', 'lotte&period;bos&commat;example.com'],
    ['escaped as JSON', '{"email":"lotte.bos\\u0040example.com"}'],
    ['behind a line break in JSON', '{"note":"Referentie: 1\\nlotte.bos@example.com belde'],
    ['behind a tab in JSON within JSON', '{"body":"{\\"note\\":\\"1\\\\tlotte.bos@example.com'],
    ['behind a domain of Windows', 'BOEKEN\\lotte.bos@example.com'],
    ['in wide letters', 'ｌｏｔｔｅ.ｂｏｓ＠ｅｘａｍｐｌｅ.ｃｏｍ'],
    ['as the name of a field', { 'lotte.bos@example.com': 1 }],
    ['at the end of a sentence', 'There is no customer lotte.bos@example.com.'],
  ])('where the address is written %s', async (_, received) => {
    const simulation = await booked({});
    await kept(simulation, null, { calls: [{ received }] });
    await kept(simulation, 'somebody', { calls: [{ received }] });
    expect(await simulation.integration.erase(` ${lotte.email} `)).toEqual({ links: 0, activity: 2 });
    expect(await payloads(simulation)).toEqual(['null']);
  });

  test.each([
    ['composed or not', 'şule@example.com', 'şule@example.com'.normalize('NFD')],
    ['with the domain as it is sent', 'bo@bücher.example', 'bo@xn--bcher-kva.example'],
    ['with the domain in its own letters', 'bo@xn--bcher-kva.example', 'bo@bücher.example'],
    ['with both domains in letters without Latin', 'bo@xn--r8jz45g.xn--zckzah', 'bo@例え.テスト'],
  ])('where the address is written %s', async (_, email, written) => {
    const simulation = await booked({});
    await kept(simulation, null, { calls: [{ received: written }] });
    expect(await simulation.integration.erase(email)).toEqual({ links: 0, activity: 1 });
  });

  test.each([
    ['the domain in its own letters', 'bo@bücher.example', 'bo@xn--bcher-kva.example'],
    ['the domain as it is sent', 'bo@xn--bcher-kva.example', 'bo@bücher.example'],
    ['composed letters', 'şule@example.com', 'şule@example.com'.normalize('NFD')],
    ['decomposed letters', 'şule@example.com'.normalize('NFD'), 'şule@example.com'],
    ['wide letters', 'ｂｏ＠example.com'.replace('＠', '@'), 'bo@example.com'],
  ])('with links and all, by %s where the shop has it otherwise', async (_, asked, inShop) => {
    const simulation = await booked({ 'SO-1': { email: inShop } });
    expect(await simulation.integration.findPerson(asked)).toMatchObject({
      links: 1,
      activity: 1,
      mentions: 0,
    });
    expect(await simulation.integration.erase(asked)).toEqual({ links: 1, activity: 1 });
    expect(simulation.sql.exec('SELECT key FROM links WHERE email_fingerprint IS NOT NULL')).toEqual([]);
  });

  test('and nobody whose address ends or begins like it', async () => {
    const simulation = await booked({});
    for (const other of [
      'charlotte.bos@example.com',
      'a.lotte.bos@example.com',
      'lotte.bos@example.com.au',
      'lotte.bos@example.community',
    ])
      await kept(simulation, null, { calls: [{ received: other }] });
    expect(await simulation.integration.erase(lotte.email)).toEqual({ links: 0, activity: 0 });
    expect(await payloads(simulation)).toHaveLength(4);
  });

  test('part by part where there is much, and then all of it', async () => {
    const simulation = await booked({});
    const long = 'x'.repeat(300_000);
    for (let entry = 0; entry < 120; entry++)
      await kept(simulation, null, {
        calls: [{ received: [long, entry % 40 === 0 ? lotte.email : 'nobody'] }],
      });
    const parts = [await simulation.integration.erase(lotte.email)];
    for (let cursor = parts[0]?.cursor; cursor !== undefined; cursor = parts.at(-1)?.cursor)
      parts.push(await simulation.integration.erase(lotte.email, cursor));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.reduce((sum, { activity }) => sum + activity, 0)).toBe(3);
    expect((await payloads(simulation)).join()).not.toMatch(ofLotte);
  });
});

describe('other people in the answer to a search', () => {
  test('are not kept; whoever was taken is', async () => {
    const simulation = await new Simulation().configured();
    const { books } = simulation.outside;
    const joann = {
      email: 'joann@example.com',
      customer_name: 'Joann Smit',
      address_street: 'Dijk 7',
      is_private: true,
    };
    books.addCustomer(joann);
    books.addCustomer({
      ...joann,
      email: 'ann@example.com',
      customer_name: 'Ann Prins',
      address_street: 'Laan 5',
    });
    simulation.outside.sell('SO-1', { email: 'ann@example.com' });
    simulation.outside.sell('SO-2', { email: 'nn@example.com' });
    for (const id of ['SO-1', 'SO-2']) {
      await simulation.hook(id);
      await simulation.live(hourMs);
    }
    const texts = await payloads(simulation);
    expect(texts.join()).not.toMatch(/joann|dijk 7/i);
    const searches = texts.flatMap((text) =>
      (JSON.parse(text) as { calls: Exchange[] }).calls.filter(({ path }) =>
        path.startsWith('/v3/customers?'),
      ),
    );
    const receivedFor = (address: string) =>
      searches.filter(({ path }) => path.includes(`=${address}`)).map(({ received }) => received);
    expect(receivedFor('ann%40')).toMatchObject([
      { data: [{ customer_name: 'Ann Prins', address_street: 'Laan 5' }, '… (1 not taken)'] },
    ]);
    expect(receivedFor('nn%40')).toMatchObject([{ data: ['… (2 not taken)'] }]);
  });
});

describe('a start with a wrong ENCRYPTION_KEY', () => {
  const wrongKey = btoa('x'.repeat(32));

  async function startedWith(simulation: Simulation, key: string): Promise<void> {
    simulation.encryptionKey = key;
    await simulation.open();
    await simulation.live(minuteMs);
  }

  test('takes nothing away: with the right one everything is found, erased, and known again', async () => {
    const simulation = await booked({ 'SO-1': { email: lotte.email } });
    const right = simulation.encryptionKey;
    const fingerprints = () => simulation.sql.exec("SELECT value FROM meta WHERE name = 'fingerprints'");
    const before = fingerprints();
    for (const key of [wrongKey, btoa('y'.repeat(32)), wrongKey]) await startedWith(simulation, key);
    expect(fingerprints()).toEqual(before);
    await startedWith(simulation, right);
    simulation.outside.sell('SO-2', { email: lotte.email });
    await simulation.hook('SO-2');
    await simulation.live(hourMs);
    expect(simulation.sql.exec("SELECT count(*) AS n FROM links WHERE record = 'customer'")).toEqual([
      { n: 1 },
    ]);
    expect(await simulation.integration.erase(lotte.email)).toEqual({ links: 1, activity: 2 });
    expect((await payloads(simulation)).join()).not.toMatch(ofLotte);
  });

  test('erases nothing and says so', async () => {
    const simulation = await booked({ 'SO-1': { email: lotte.email } });
    const right = simulation.encryptionKey;
    await startedWith(simulation, wrongKey);
    const { unopened = 0, ...rest } = await simulation.integration.erase(lotte.email);
    expect(rest).toEqual({ links: 0, activity: 0 });
    expect(unopened).toBeGreaterThan(0);
    await startedWith(simulation, right);
    expect((await simulation.integration.erase(lotte.email)).links).toBe(1);
  });

  test('that becomes the right one leaves both: what was made under either is erased', async () => {
    const simulation = await booked({ 'SO-1': { email: lotte.email } });
    const first = simulation.encryptionKey;
    await startedWith(simulation, wrongKey);
    await simulation.integration.configure(document());
    simulation.outside.sell('SO-2', { email: lotte.email });
    await simulation.hook('SO-2');
    await simulation.live(hourMs);
    expect(
      simulation.sql.exec(
        "SELECT count(DISTINCT email_fingerprint) AS n FROM links WHERE record = 'customer'",
      ),
    ).toEqual([{ n: 2 }]);
    const links = Number(
      simulation.sql.exec('SELECT count(*) AS n FROM links WHERE email_fingerprint IS NOT NULL')[0]?.n,
    );
    simulation.previousKey = first;
    await startedWith(simulation, wrongKey);
    expect(await simulation.integration.erase(lotte.email)).toEqual({ links, activity: 2 });
  });
});
