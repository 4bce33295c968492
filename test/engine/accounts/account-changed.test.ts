/** An account that only its system tells: the check finds out, and a person says what it means. */
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { books } from '../../support/outside.ts';
import { document, invoices, Simulation } from '../../support/simulation.ts';

const newBooks = { ...books, clientSecret: 'of the new administration' };

function withBooks(credentials: Record<string, string>) {
  const { connections, ...rest } = document({ settings: { state: 'sent' } });
  return { ...rest, connections: { ...connections, books: { connector: 'jortt', credentials } } };
}

/** Booked SO-1 in one administration; the books' credentials open another from now on. */
async function moved(): Promise<Simulation> {
  const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
  simulation.outside.sell('SO-1');
  await simulation.hook('SO-1');
  await simulation.live(minuteMs);
  expect(invoices(simulation)).toEqual(['SO-1']);
  simulation.outside.organization = 'mugs-two';
  simulation.outside.books.invoices.length = 0;
  await simulation.integration.configure(withBooks(newBooks));
  return simulation;
}

function codes({ integration }: Simulation): string[] {
  return integration.reports.view().problems.map(({ code }) => code);
}

describe('books of another administration', () => {
  test('stop the flow at the first check, and what comes in waits', async () => {
    const simulation = await moved();
    simulation.outside.sell('SO-2');
    await simulation.hook('SO-2');
    simulation.outside.calls.length = 0;
    await simulation.live(hourMs);
    expect(codes(simulation)).toEqual(['account_changed', 'account_left']);
    expect(simulation.outside.calls.filter((call) => !/token|organizations|profile/.test(call))).toEqual([]);
    expect(simulation.states()).toEqual(['SO-1 done', 'SO-2 queued']);
  });

  test('are told of by a check that a person asks for, by preview and by sync', async () => {
    const simulation = await moved();
    const { clock, integration } = simulation;
    const [, shopCheck] = await clock.settle(integration.check());
    const checks = await clock.settle(integration.check());
    expect(checks.find(({ connection }) => connection === 'books')).toMatchObject({
      ok: false,
      account: { name: 'Mugs B.V.' },
      problem: { code: 'account_changed' },
    });
    expect(shopCheck).toMatchObject({ ok: true });
    await expect(async () => integration.preview('orders', 'SO-1')).rejects.toThrow('another account');
    expect(() => integration.sync('orders', { keys: ['SO-1'] })).toThrow('another account');
  });

  test('begin afresh as another account: a record that was booked before is not known', async () => {
    const simulation = await moved();
    await simulation.live(minuteMs);
    await simulation.integration.acceptAccount('books', 'another');
    expect(codes(simulation)).toEqual([]);
    simulation.integration.sync('orders', { keys: ['SO-1'] });
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('are taken by a draft that carried nothing over, and never where something was', async () => {
    const simulation = await moved();
    await simulation.live(minuteMs);
    await simulation.integration.setState('draft');
    await simulation.integration.startAfresh('books');
    expect(codes(simulation)).toContain('account_changed');
    const fresh = await new Simulation().open();
    await fresh.integration.configure({ ...document(), state: 'draft' });
    await fresh.clock.settle(fresh.integration.check());
    fresh.outside.organization = 'mugs-two';
    await fresh.integration.configure({ ...withBooks(newBooks), state: 'draft' });
    await fresh.clock.settle(fresh.integration.check());
    expect(codes(fresh)).toEqual(['account_changed']);
    await fresh.integration.startAfresh('books');
    expect(codes(fresh)).toEqual([]);
  });

  test('are the same as before when that is said: a record that was booked is known', async () => {
    const simulation = await moved();
    simulation.outside.sell('SO-2');
    await simulation.hook('SO-2');
    await simulation.live(minuteMs);
    await simulation.integration.acceptAccount('books', 'same');
    expect(codes(simulation)).toEqual([]);
    simulation.integration.sync('orders', { keys: ['SO-1'] });
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-2']);
    await expect(simulation.integration.acceptAccount('books', 'same')).rejects.toThrow('opens the account');
  });

  test('what waited for the one never goes into the other, and goes on when that is back', async () => {
    const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
    const { outside, integration } = simulation;
    await simulation.live(minuteMs);
    outside.down.add('jortt');
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(10 * minuteMs);
    outside.down.clear();
    outside.organization = 'mugs-two';
    await integration.configure(withBooks(newBooks));
    await simulation.live(minuteMs);
    await integration.acceptAccount('books', 'another');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual([]);
    expect(codes(simulation)).toEqual(['account_left']);
    expect(integration.reports.tasks({}, 5).items).toMatchObject([
      { key: 'SO-1', state: 'waiting', problem: { code: 'account_left' } },
    ]);
    outside.organization = 'mugs-bv';
    await integration.configure(withBooks(books));
    await simulation.live(hourMs);
    expect(codes(simulation)).toEqual([]);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('that other credentials of one administration open are the same account', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    await simulation.integration.configure(withBooks(newBooks));
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(codes(simulation)).toEqual([]);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });
});

test('a task under way ends with the account that it began with', async () => {
  const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
  const { outside, integration } = simulation;
  await simulation.live(minuteMs);
  outside.sell('SO-1');
  await simulation.hook('SO-1');
  let isChanged = false;
  outside.interfere = (call) => {
    if (!call.startsWith('POST jortt /v3/invoices') || isChanged) return undefined;
    isChanged = true;
    outside.organization = 'mugs-two';
    return integration
      .configure(withBooks(newBooks))
      .then(() => Response.json({ data: { id: 'made-before' } }, { status: 201 }));
  };
  await simulation.live(minuteMs);
  expect(isChanged).toBe(true);
  expect(
    simulation.sql.exec('SELECT source, target, target_id FROM links WHERE record = ?', 'order'),
  ).toEqual([{ source: 'shop', target: 'books', target_id: 'made-before' }]);
  await integration.acceptAccount('books', 'another');
  outside.interfere = () => undefined;
  integration.sync('orders', { keys: ['SO-1'] });
  await simulation.live(minuteMs);
  expect(
    simulation.sql
      .exec("SELECT target FROM links WHERE record = 'order' ORDER BY target")
      .map(({ target }) => target),
  ).toEqual(['books', 'books#2']);
});

describe('credentials that were typed wrongly', () => {
  const wrong = {
    connector: 'ecwid',
    credentials: { storeId: '2004', token: 'secret_new', clientSecret: 'new' },
  };
  const typed = (shop: typeof wrong) => ({ ...document(), connections: { ...document().connections, shop } });

  test('and are corrected before any worked are no other account', async () => {
    const simulation = await new Simulation().open();
    const { integration, outside } = simulation;
    outside.shopToken = 'none';
    await integration.configure(typed(wrong));
    await simulation.live(minuteMs);
    outside.shopToken = document().connections.shop.credentials.token;
    expect((await integration.configure(document())).problems).toEqual([]);
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('are, once something has come in for them', async () => {
    const simulation = await new Simulation().configured();
    const { integration, outside } = simulation;
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    expect((await integration.configure(typed(wrong))).problems).toMatchObject([
      { code: 'account_changed' },
      { code: 'account_left', count: 1 },
    ]);
  });
});

test('an account of another system is never the same', async () => {
  const simulation = await new Simulation().configured();
  await simulation.live(minuteMs);
  const { connections, ...rest } = document();
  const shop = {
    connector: 'magento',
    credentials: { address: 'https://shop.example.com', accessToken: 'x' },
  };
  const view = await simulation.integration.configure({ ...rest, connections: { ...connections, shop } });
  expect(view.problems).toMatchObject([{ code: 'account_changed' }]);
  await expect(simulation.integration.acceptAccount('shop', 'same')).rejects.toThrow('another system');
  expect((await simulation.integration.acceptAccount('shop', 'another')).problems).toEqual([]);
});

test('of a new shop nothing is taken for the old one, from the first webhook on', async () => {
  const simulation = await new Simulation().configured();
  const { outside, integration } = simulation;
  outside.sell('SO-1');
  await simulation.hook('SO-1');
  await simulation.live(minuteMs);
  const { connections, ...rest } = document();
  const shop = {
    connector: 'ecwid',
    credentials: { storeId: '2004', token: 'secret_new', clientSecret: 'new' },
  };
  const view = await integration.configure({ ...rest, connections: { ...connections, shop } });
  expect(view.problems.map(({ code }) => code)).toEqual(['account_changed']);
  expect(simulation.sql.exec('SELECT place, met FROM connections WHERE name = ?', 'shop')).toEqual([
    { place: 'shop', met: 'shop#2' },
  ]);
});

describe('what an account was asked in vain of late', () => {
  const keys = ({ sql }: Simulation) =>
    sql.exec("SELECT name FROM meta WHERE name LIKE 'strain:%'").map(({ name }) => name);

  async function inTrouble(simulation: Simulation, id: string): Promise<void> {
    simulation.outside.down.add('jortt');
    simulation.outside.sell(id);
    await simulation.hook(id);
    await simulation.live(10 * minuteMs);
  }

  test('goes with it when its connection gets another name', async () => {
    const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
    await simulation.live(minuteMs);
    await inTrouble(simulation, 'SO-1');
    expect(keys(simulation)).toEqual(['strain:books']);
    await simulation.integration.renameConnection('books', 'ledger');
    await inTrouble(simulation, 'SO-2');
    expect(keys(simulation)).toEqual(['strain:books']);
  });

  test('is not held against another one', async () => {
    const simulation = await moved();
    await simulation.live(minuteMs);
    await simulation.integration.acceptAccount('books', 'another');
    await inTrouble(simulation, 'SO-2');
    expect(keys(simulation)).toEqual(['strain:books#2']);
  });
});
