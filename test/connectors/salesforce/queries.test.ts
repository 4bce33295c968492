import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pieces, readRows } from '../../../src/connectors/salesforce/queries.ts';
import { FakeOrg } from './fake-org.ts';

describe('values of a question', () => {
  test('go by 200, and by as many as an address has room for', () => {
    const ids = Array.from({ length: 450 }, (_, index) => `01txx${String(index).padStart(10, '0')}AAA`);
    expect([...pieces(ids)].map(({ length }) => length)).toEqual([200, 200, 50]);
    const long = Array.from({ length: 20 }, (_, index) => `${index}${'é'.repeat(170)}`);
    const cut = [...pieces(long)];
    expect(cut.flat()).toEqual(long);
    for (const piece of cut)
      expect(encodeURIComponent(`('${piece.join("','")}')`).length).toBeLessThan(9_000);
    expect([...pieces([])]).toEqual([]);
  });
});

describe('rows', () => {
  const row = z.object({ Id: z.string() });
  const next = '/services/data/v66.0/query/0r8xx0000000000001-1';
  const first = (nextRecordsUrl?: string) => ({
    totalSize: 2,
    done: false,
    records: [{ Id: 'a' }],
    nextRecordsUrl,
  });

  test('are read to their last page', async () => {
    const last = { totalSize: 2, done: true, records: [{ Id: 'b' }] };
    const api = new FakeOrg({ routes: { 'GET .*-1$': () => last }, queries: { Order: () => first(next) } });
    expect(await readRows(api, 'SELECT Id FROM Order', row)).toEqual([{ Id: 'a' }, { Id: 'b' }]);
  });

  test.each([undefined, 'https://evil.example/services/data/v66.0/query/x'])(
    'that cannot be asked for are missed, and not taken for none: %s',
    async (address) => {
      const api = new FakeOrg({ queries: { Order: () => first(address) } });
      await expect(readRows(api, 'SELECT Id FROM Order', row)).rejects.toMatchObject({
        code: 'page_unreadable',
      });
    },
  );
});
