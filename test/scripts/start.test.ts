import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../scripts/live-table.ts';
import { needsYou } from '../../scripts/needs-you.ts';
import { checkFree, portsFrom } from '../../scripts/ports.ts';
import { SoldLevels } from '../../scripts/sold-levels.ts';

describe('npm start', () => {
  test('takes the port of PORT, and the next for the sandbox', () => {
    expect(portsFrom(undefined)).toEqual({ koppel: 8787, sandbox: 8788 });
    expect(portsFrom('9000')).toEqual({ koppel: 9000, sandbox: 9001 });
    for (const wrong of ['0', '65535', 'x', '80.5', '', '-1']) {
      expect(() => portsFrom(wrong), wrong).toThrow(/^PORT must be a number from 1 to 65534/);
    }
  });

  test('names a port that is taken, and how to take another', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      await expect(checkFree({ koppel: port, sandbox: port + 1 })).rejects.toThrow(`Port ${port} is taken`);
      await expect(checkFree({ koppel: port - 1, sandbox: port })).rejects.toThrow(/PORT=\d+ npm start/);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test('shows amounts with both decimals, the number of order and invoice, the local time', () => {
    const source = { number: 'SO-1', gross: '22.8', vat: '3.9', currency: 'EUR' };
    const entry = { id: '1', at: '2026-03-02T12:00:00.000Z', to: 'books', key: '7', number: 'SO-1' };
    const ended = { outcome: 'done', reason: 'booked', targetId: 'uuid', calls: 5 };
    expect(cellsOf('mugs', { ...entry, ...ended, payload: { source } }, '202603-001')).toEqual([
      new Date(entry.at).toLocaleTimeString('en-GB'),
      'mugs',
      'SO-1',
      'done',
      'EUR 22.80',
      '3.90',
      '202603-001',
      '5',
      'booked',
    ]);
    expect(cellsOf('mugs', { ...entry, number: null, ...ended, payload: null }, '').slice(2, 7)).toEqual([
      '7',
      'done',
      '',
      '',
      '',
    ]);
  });

  test('ends with what needs a person, and where, of every integration', () => {
    const view = { id: 'mugs', name: 'Mugs', connections: {}, flows: [], problems: [] };
    const problem = { message: 'Bancontact is unknown.', action: 'Add it.', count: 11 };
    const told = needsYou('http://127.0.0.1:8787', [
      view,
      { ...view, id: 'tea', name: 'Tea', problems: [problem, { message: 'Away.', action: 'Wait.' }] },
    ]);
    expect(told).toContain('Tea (11 records): Bancontact is unknown. Add it.');
    expect(told).toContain('Tea: Away. Wait.');
    expect(told).toContain('http://127.0.0.1:8787/integrations/tea#problems');
    expect(needsYou('http://127.0.0.1:8787', [view])).toBe('Nothing needs you.');
  });

  test('follows what was sold: a line for every level that is written after the sale', async () => {
    const at = Date.parse('2026-03-02T12:00:00.000Z');
    const iso = (ms: number) => new Date(at + ms).toISOString();
    const level = { flow: 'stock', from: 'shop', to: 'second', sku: 'TEA' };
    let standing = { ...level, quantity: '5', writtenAt: iso(-1_000) };
    const asked: string[] = [];
    const sold = new SoldLevels({
      levels: async (integration, sku) => {
        asked.push(`${integration} ${sku}`);
        return [standing];
      },
    });
    const views = [
      { id: 'demo', name: 'Demo', connections: {}, flows: [{ flow: 'orders' }], problems: [] },
      { id: 'shops', name: 'Shops', connections: {}, flows: [{ flow: 'stock' }], problems: [] },
    ];
    const source = { number: '1', gross: '1', vat: '0', currency: 'EUR', lines: [{ sku: 'TEA' }, {}] };
    sold.note({ at: iso(0), outcome: 'parked', payload: { source: { ...source, lines: [{ sku: 'X' }] } } });
    sold.note({ at: iso(0), outcome: 'done', payload: { source } });
    expect(await sold.written(views, at + 1_000)).toEqual([]);
    standing = { ...level, quantity: '4', writtenAt: iso(2_000) };
    expect(await sold.written(views, at + 2_000)).toEqual([]);
    const time = new Date(at + 2_000).toLocaleTimeString('en-GB');
    expect(await sold.written(views, at + 4_000)).toEqual([
      [time, 'shops', 'TEA', 'stock', '', '', '', '', '4 left in second, 5 before'],
    ]);
    expect(await sold.written(views, at + 8_000)).toEqual([]);
    expect(new Set(asked)).toEqual(new Set(['shops TEA']));
    expect(await sold.written(views, at + 400_000)).toEqual([]);
    expect(await sold.written(views, at + 500_000)).toEqual([]);
    expect(asked).toHaveLength(4);
  });
});
