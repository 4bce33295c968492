import { describe, expect, test } from 'vitest';
import { invoices, minuteMs, Simulation } from '../../support/simulation.ts';

describe('from a webhook to the books', () => {
  test('an order is booked, and shown with both sides', async () => {
    const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
    const { reports } = simulation.integration;
    expect(reports.tasks({}, 10).items).toMatchObject([
      { key: 'SO-1', state: 'done', flow: 'orders', problem: null },
    ]);
    const [entry] = reports.activity({}, 10).items;
    expect(entry).toMatchObject({ outcome: 'done', reason: 'booked', key: 'SO-1' });
    const { payload } = await reports.transfer(Number(entry?.id));
    expect(payload).toMatchObject({
      source: { number: 'SO-1', gross: '24.2' },
      target: { reference: 'SO-1' },
      totals: { gross: '24.20', vat: '4.20' },
    });
  });

  test('the same notice ten times, and ten notices of one order, are one document', async () => {
    const simulation = await new Simulation().configured();
    simulation.outside.sell('SO-1');
    const hook = simulation.outside.hook('SO-1');
    for (let time = 0; time < 10; time++) await simulation.integration.accept('shop', hook);
    for (let time = 0; time < 10; time++) await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    for (let time = 0; time < 3; time++) {
      await simulation.integration.accept('shop', hook);
      await simulation.hook('SO-1');
      await simulation.live(minuteMs);
    }
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('a known customer costs four calls, a new one six, a repeated notice one, and no token', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    const cost = async (id: string, email: string) => {
      outside.sell(id, { email });
      outside.calls.length = 0;
      await simulation.hook(id);
      await simulation.live(minuteMs);
      return outside.calls.length;
    };
    expect(await cost('SO-1', 'noor@example.com')).toBeLessThanOrEqual(6);
    expect(await cost('SO-2', 'noor@example.com')).toBeLessThanOrEqual(4);
    expect(await cost('SO-2', 'noor@example.com')).toBe(1);
  });

  test('what is not signed, not readable or not known is told so, and nothing of it is stored', async () => {
    const simulation = await new Simulation().configured();
    const { outside, integration } = simulation;
    expect((await integration.accept('shop', outside.hook('SO-1', 'e', 'other'))).kind).toBe('unsigned');
    expect((await integration.accept('books', outside.hook('SO-1'))).kind).toBe('unknown');
    expect((await integration.accept('till', outside.hook('SO-1'))).kind).toBe('unknown');
    expect((await integration.accept('shop', { ...outside.hook('SO-1'), body: '{' })).kind).toBe(
      'unreadable',
    );
    expect(simulation.tasks()).toEqual([]);
    expect(simulation.sql.exec('SELECT * FROM hooks')).toEqual([]);
  });

  test('nothing that is kept open holds personal data or secrets', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    outside.sell('SO-1');
    outside.sell('SO-2', { total: 99 });
    outside.sell('SO-3');
    outside.interfere = (call, request) =>
      call === 'POST jortt /v3/invoices' &&
      request.headers.get('x') === null &&
      outside.books.invoices.length > 0
        ? Response.json(
            { error: { key: 'params.invalid', message: 'Noor de Wit, so-3@example.com, Kade 12' } },
            { status: 422 },
          )
        : undefined;
    for (const id of ['SO-1', 'SO-2', 'SO-3']) await simulation.hook(id);
    await simulation.live(5 * minuteMs);
    const tables = simulation.sql.exec(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    const dump = tables
      .map(({ name }) => JSON.stringify(simulation.sql.exec(`SELECT * FROM ${name}`)))
      .join('\n');
    for (const written of [dump, simulation.logged.join('\n')]) {
      // Sealed values and fingerprints are random letters, and times any digits: they may be a word by chance.
      const text = written.replace(/[\w-]{20,}|\b\d{13}\b/g, '…');
      expect(text).not.toMatch(/@example|noor|de wit|kade|zwolle|8011|38 000/i);
      expect(text).not.toMatch(/secret_token|hook-secret|books-secret|token-1/);
    }
    expect(simulation.states()).toContain('SO-2 parked');
  });
});
