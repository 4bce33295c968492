/** What an integration tells of its own work, from its links and steps. */
import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { ownWorkAt, ownWorkIn } from '../../../src/engine/work/own-work.ts';
import { memorySql } from '../../support/memory-sql.ts';

const account = { connector: 'ecwid', identity: '1003' };
const link = { targetId: 'T1', fingerprint: 'f', facts: {} };

let stores: Stores;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
  // One account at two places, and one of the same system that is another.
  const place = (name: string, identity: string | null) =>
    stores.accounts.put({ place: name, connection: 'shop', connector: 'ecwid', identity, accepted: 1 });
  place('shop', '1003');
  place('shop#2', '1003');
  place('shop#3', '2002');
  place('shop#4', null);
});

const told = (id: string, reference?: string) => [
  ownWorkAt(stores, 'shop', id, reference),
  ownWorkIn(stores, account, id, reference),
];

describe('made', () => {
  test.each(['order', 'credit'] as const)(
    'by a link of an %s that leads there, from whatever source',
    (record) => {
      stores.links.put(record, 'books', 'shop', 'S1', link, 1);
      expect(told('T1')).toEqual(['made', 'made']);
      expect(told('T2')).toEqual(['no', 'no']);
    },
  );

  test('by a link at another place of the same account', () => {
    stores.links.put('order', 'books', 'shop#2', 'S1', link, 1);
    expect(told('T1')).toEqual(['made', 'made']);
    expect(ownWorkAt(stores, 'shop#3', 'T1', undefined)).toBe('no');
    expect(ownWorkAt(stores, 'shop#4', 'T1', undefined)).toBe('no');
  });

  test('not by a link of a customer, nor of an order of the account itself', () => {
    stores.links.put('customer', 'books', 'shop', 'id:1', link, 1);
    stores.links.put('order', 'shop', 'books', 'T1', link, 1);
    expect(told('T1')).toEqual(['no', 'no']);
  });

  test('by a step that was finished and is not linked yet', () => {
    stores.steps.intend('books:shop:order:S1', 1, 1, 'INV-1');
    stores.steps.finish('books:shop:order:S1', 'T1');
    expect(told('T1', 'INV-1')).toEqual(['made', 'made']);
    expect(told('T2', 'INV-1')).toEqual(['no', 'no']);
  });
});

describe('perhaps', () => {
  const long = 'WEB-2026-03-02-0000000000000000-000000000000001';

  test.each([
    ['the same', 'INV-1', 'INV-1'],
    ['kept in one line', ' INV \n 1 ', 'INV 1'],
    ['cut', long, long.slice(0, 32)],
  ])('by a step whose outcome is unknown, its reference %s', (_, given, kept) => {
    stores.steps.intend('books:shop:order:S1', 1, 1, given);
    expect(told('T1', kept)).toEqual(['perhaps', 'perhaps']);
    stores.steps.forget('books:shop:order:S1');
    expect(told('T1', kept)).toEqual(['no', 'no']);
  });

  test('not by one of another reference, of none, of another account, or the other way', () => {
    stores.steps.intend('books:shop:order:S1', 1, 1, 'INV-1');
    stores.steps.intend('books:shop#3:order:S1', 1, 1, 'INV-2');
    stores.steps.intend('shop:books:order:S1', 1, 1, 'INV-3');
    stores.steps.intend('books:shop:customer:S1', 1, 1, 'INV-4');
    for (const reference of ['INV-2', 'INV-3', 'INV-4', 'INV', 'INV-10', undefined])
      expect(told('T1', reference)).toEqual(['no', 'no']);
  });
});
