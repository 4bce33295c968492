import { describe, expect, test } from 'vitest';
import { books, shop } from '../../support/outside.ts';
import { document, hourMs, minuteMs } from '../../support/simulation.ts';
import { noEntry, park, repair, watched } from './alerted.ts';

describe('parked records', () => {
  test('of one cause are one message, and one when all of them are booked', async () => {
    const { simulation, webhook, email } = await watched(noEntry);
    await park(simulation, 60);
    await simulation.live(hourMs);
    for (const { taken } of [webhook, email]) {
      expect(taken).toMatchObject([
        {
          kind: 'problem',
          integration: 'mugs',
          name: 'Mugs',
          place: { kind: 'flow', flow: 'orders', from: 'shop', to: 'books' },
          code: 'choice_missing',
          params: expect.objectContaining({ setting: 'paymentMethods' }),
          count: 60,
          reasons: 1,
          key: expect.stringMatching(/^SO-\d+$/),
        },
      ]);
    }
    await repair(simulation);
    await simulation.live(hourMs);
    expect(simulation.states().every((state) => state.endsWith('done'))).toBe(true);
    for (const { taken } of [webhook, email]) {
      expect(taken).toHaveLength(2);
      expect(taken[1]).toMatchObject({ kind: 'solved', code: 'choice_missing', params: taken[0]?.params });
    }
  });

  test('are told in the language that the integration has by then; English where it has none', async () => {
    const { simulation, webhook } = await watched(noEntry);
    await park(simulation, 1);
    await simulation.live(hourMs);
    await simulation.integration.configure({ ...document(), language: 'nl' });
    simulation.integration.retryParked();
    await simulation.live(hourMs);
    expect(webhook.taken.map(({ kind, language }) => [kind, language])).toEqual([
      ['problem', 'en'],
      ['solved', 'nl'],
    ]);
  });

  test('that follow are no second message; when they come again after the end they are', async () => {
    const { simulation, webhook } = await watched(noEntry);
    await park(simulation, 2);
    await simulation.live(hourMs);
    await park(simulation, 3, 2);
    await simulation.live(hourMs);
    expect(webhook.told).toEqual(['problem choice_missing']);
    await repair(simulation);
    await simulation.live(minuteMs);
    await simulation.integration.configure(document(noEntry));
    await park(simulation, 1, 5);
    await simulation.live(minuteMs);
    expect(webhook.told).toEqual([
      'problem choice_missing',
      'solved choice_missing',
      'problem choice_missing',
    ]);
  });

  test('that are retried in vain are neither over nor new', async () => {
    const { simulation, webhook } = await watched(noEntry);
    await park(simulation, 3);
    await simulation.live(minuteMs);
    simulation.integration.retryParked();
    await simulation.live(minuteMs);
    expect(webhook.told).toEqual(['problem choice_missing']);
  });

  test('that are mended before anybody was told are told of never', async () => {
    const { simulation, webhook } = await watched(noEntry);
    await park(simulation, 1);
    await simulation.run();
    expect(simulation.states()).toEqual(['SO-0 parked']);
    await repair(simulation);
    await simulation.live(hourMs);
    expect(webhook.tried).toEqual([]);
    expect(simulation.sql.exec('SELECT * FROM incidents')).toEqual([]);
  });

  test('hold no personal data and no secret in what is told of them', async () => {
    const { simulation, webhook } = await watched();
    simulation.outside.interfere = (call) =>
      call.startsWith('POST jortt /v3/invoices') || call.startsWith('POST jortt /v3/customers')
        ? Response.json(
            { error: { key: 'params.invalid', message: `so-0@example.com, ${books.clientSecret}` } },
            { status: 422 },
          )
        : undefined;
    await park(simulation, 1);
    await simulation.live(hourMs);
    expect(webhook.taken).toHaveLength(1);
    const text = JSON.stringify([
      webhook.taken,
      simulation.sql.exec('SELECT * FROM incidents'),
      simulation.logged,
    ]);
    for (const word of ['example.com', shop.token, shop.clientSecret]) expect(text).not.toContain(word);
  });
});

describe('a connection', () => {
  test('whose credentials are refused is told of at once, and again when they work', async () => {
    const { simulation, webhook } = await watched();
    simulation.outside.shopToken = 'another';
    await park(simulation, 5);
    await simulation.live(10_000);
    expect(webhook.taken).toMatchObject([
      {
        kind: 'problem',
        code: 'credentials_refused',
        place: { kind: 'connection', name: 'shop' },
        count: 0,
        key: null,
      },
    ]);
    await simulation.live(3 * hourMs);
    expect(webhook.taken).toHaveLength(1);
    simulation.outside.shopToken = shop.token;
    await simulation.live(hourMs);
    expect(webhook.told).toEqual(['problem credentials_refused', 'solved credentials_refused']);
    expect(webhook.taken[1]?.place).toEqual({ kind: 'connection', name: 'shop' });
  });

  test('that is away is told of after five minutes, not for a hiccup', async () => {
    const { simulation, webhook } = await watched();
    simulation.outside.down.add('jortt');
    await park(simulation, 5);
    await simulation.live(minuteMs);
    expect(simulation.integration.reports.view().problems).toMatchObject([{ connection: 'books' }]);
    simulation.outside.down.clear();
    await simulation.live(hourMs);
    expect(webhook.tried).toEqual([]);
    simulation.outside.down.add('jortt');
    await park(simulation, 5, 5);
    await simulation.live(hourMs);
    expect(webhook.told).toEqual(['problem network_failed']);
  });
});

describe('a stall', () => {
  test('is told by the watchdog itself, before any run, and its end after the first run', async () => {
    const { simulation, webhook } = await watched();
    simulation.integration.noteStall();
    await simulation.clock.settle(simulation.integration.tell() ?? Promise.resolve());
    expect(webhook.told).toEqual(['problem stalled']);
    simulation.integration.noteStall();
    expect(simulation.integration.tell()).toBeNull();
    await simulation.run();
    expect(webhook.told).toEqual(['problem stalled', 'solved stalled']);
    await simulation.live(hourMs);
    expect(webhook.tried).toHaveLength(2);
  });

  test('that was not told when the object died is told afterwards', async () => {
    const { simulation, webhook } = await watched();
    simulation.integration.noteStall();
    await simulation.open();
    await simulation.live(minuteMs);
    expect(webhook.told).toEqual(['problem stalled', 'solved stalled']);
  });
});

describe('a draft', () => {
  test('calls nobody while somebody sets it up; what is still wrong when it goes live is told then', async () => {
    const { simulation, webhook } = await watched();
    await simulation.integration.configure({ ...document(), state: 'draft' });
    simulation.outside.down.add('jortt');
    await simulation.clock.settle(simulation.integration.check());
    expect(simulation.integration.reports.view().accounts[1]?.problem?.code).toBe('network_failed');
    await simulation.live(hourMs);
    expect(webhook.tried).toEqual([]);
    await simulation.integration.setState('active');
    await simulation.live(hourMs);
    expect(webhook.told).toEqual(['problem network_failed']);
  });
});
