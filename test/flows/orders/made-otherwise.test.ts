/** What was made is compared with what was meant: by the answer, or by one read. A difference needs a person, at once. */
import { describe, expect, test } from 'vitest';
import { messageOf } from '../told.ts';
import { grossOf } from './books.ts';
import { unanswered, World } from './harness.ts';
import { noor, order } from './samples.ts';

type Fields = Record<string, unknown>;

const euro = (amount: string) => ({ amount, currency: 'EUR' });

/** Books that keep other amounts than they are told to. */
function stubborn(settings: ConstructorParameters<typeof World>[0], made: Fields): World {
  const world = new World(settings);
  world.books.trouble = ({ method, path }, when) => {
    if (method !== 'POST' || !path.startsWith('/v3/invoices') || when !== 'after') return;
    Object.assign(world.books.invoices.at(-1) ?? {}, made);
  };
  return world;
}

const sent = { settings: { state: 'sent' } } as const;

describe('a document that was made', () => {
  test('as it was meant costs one read, and nobody hears of it', async () => {
    const world = new World(sent);
    expect(await world.run(order())).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
    const id = world.link('SO-1')?.targetId;
    expect(world.books.calls.filter((call) => call === `GET /v3/invoices/${id}`)).toHaveLength(1);
    expect(world.link('SO-1')?.facts.made).toBeUndefined();
  });

  test.each([
    [
      'of another amount',
      { invoice_total: euro('30.25'), invoice_total_incl_vat: euro('36.60') },
      ['36.60', '6.35'],
    ],
    ['of another VAT', { invoice_total: euro('27.75') }, ['30.25', '2.50']],
    ['of VAT that is a cent off', { invoice_total: euro('25.01') }, ['30.25', '5.24']],
    [
      'of no stated VAT and another amount',
      { invoice_total: null, invoice_total_incl_vat: euro('1.00') },
      ['1.00', ''],
    ],
  ])('%s is flagged at once with both, and never made again', async (_, made, [madeGross, madeVat]) => {
    const world = stubborn(sent, made);
    const problem = await world.problem(order());
    expect(problem).toMatchObject({
      kind: 'rejected',
      code: 'made_differs',
      params: { gross: '30.25', vat: '5.25', madeGross, madeVat, currency: 'EUR', system: 'Jortt' },
    });
    expect(messageOf(problem)).toContain(madeGross);
    expect(await world.problem(order())).toMatchObject({ code: 'made_differs' });
    expect(world.books.invoices).toHaveLength(1);
    expect([...world.steps]).toEqual([]);
  });

  test('otherwise has sold its articles as soon as it is linked: they are not under way any more', async () => {
    const world = stubborn(sent, { invoice_total: euro('27.75') });
    await world.problem(order());
    expect(world.pieces).toEqual(['sells MUG', 'sold 2 MUG']);
    expect(world.link('SO-1')?.facts.pieces).toEqual([{ sku: 'MUG', quantity: '2' }]);
  });

  test('otherwise, and accepted by a person, is at rest; what comes after is flagged on its own', async () => {
    const world = stubborn(sent, { invoice_total: euro('27.75') });
    await world.problem(order());
    world.accept('SO-1');
    expect(await world.run(order())).toMatchObject({ kind: 'skipped' });
    expect(await world.problem(order({ refunded: '5.00' }))).toMatchObject({ code: 'order_refunded' });
  });

  test('otherwise, of an order that is given back meanwhile: accepting the one does not accept the other', async () => {
    const world = stubborn(sent, { invoice_total: euro('27.75') });
    await world.problem(order());
    expect(await world.problem(order({ refunded: '5.00' }))).toMatchObject({ code: 'made_differs' });
    world.accept('SO-1');
    expect(await world.problem(order({ refunded: '5.00' }))).toMatchObject({ code: 'order_refunded' });
  });

  test('with VAT that the settings let differ is as it was meant', async () => {
    const settings = { ...sent.settings, rounding: { vat: 'accept' } } as const;
    const world = stubborn({ settings }, { invoice_total: euro('25.03') });
    expect(await world.run(order())).toMatchObject({ kind: 'done' });
    const beyond = stubborn({ settings }, { invoice_total: euro('25.06') });
    expect(await beyond.problem(order())).toMatchObject({ code: 'made_differs' });
  });

  test('and cannot be read back yet is booked when it can: nothing is made twice', async () => {
    const world = new World(sent);
    world.books.trouble = ({ method, path }) => {
      if (method === 'GET' && /invoices\/./.test(path)) throw unanswered();
    };
    await world.problem(order());
    world.books.trouble = () => undefined;
    expect(await world.run(order())).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('and died over is compared all the same', async () => {
    const world = stubborn(sent, { invoice_total: euro('27.75') });
    world.storing = (what) => {
      if (what === 'link order') throw new Error('the object died');
    };
    await expect(world.run(order())).rejects.toThrow('died');
    world.storing = () => undefined;
    expect(await world.problem(order())).toMatchObject({ code: 'made_differs' });
    expect(world.books.invoices).toHaveLength(1);
  });
});

describe('a credit that was made', () => {
  const settings = { state: 'sent', refunds: 'credit' } as const;

  async function crediting(made: Fields, refunded: string): Promise<World> {
    const world = new World({ settings });
    await world.run(order());
    world.books.trouble = ({ method, path }, when) => {
      if (method !== 'POST' || !path.startsWith('/v3/invoices') || when !== 'after') return;
      Object.assign(world.books.invoices.at(-1) ?? {}, made);
    };
    return world.problem(order({ refunded })).then((problem) => {
      expect(problem).toMatchObject({ code: 'made_differs' });
      return world;
    });
  }

  test('in part and otherwise is flagged, and counts as made', async () => {
    const world = await crediting({ invoice_total: euro('-9.00') }, '10.00');
    expect(grossOf(world.books.sent[1] ?? {})).toBe('-10.00');
    expect(world.link('SO-1')?.facts).toMatchObject({ credited: '10.00', made: '-10.00 -1.00 -10.00 -1.74' });
    expect(await world.problem(order({ refunded: '10.00' }))).toMatchObject({ code: 'made_differs' });
    world.accept('SO-1');
    expect(await world.run(order({ refunded: '10.00' }))).toMatchObject({ kind: 'skipped' });
    expect(world.books.invoices).toHaveLength(2);
  });

  test('of the whole document and otherwise is flagged too', async () => {
    const world = await crediting({ invoice_total_incl_vat: euro('-3.00') }, '30.25');
    expect(world.books.invoices).toHaveLength(2);
    expect(world.link('SO-1')?.facts).toMatchObject({ credited: '30.25' });
  });
});

test('what Koppel only found is not compared with what it would have made', async () => {
  const world = new World(sent);
  world.books.bookByHand(String(noor.email).toLowerCase(), {
    reference: '1001',
    invoice_total: euro('25.02'),
    invoice_total_incl_vat: euro('30.25'),
  });
  expect(await world.run(order())).toMatchObject({ reason: { code: 'found' } });
});
