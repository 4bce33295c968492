import { expect, test } from 'vitest';
import { Contacts } from '../../../src/engine/connection/contacts.ts';
import { MetaStore } from '../../../src/engine/storage/meta.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { memorySql } from '../../support/memory-sql.ts';

const minuteMs = 60_000;

test('tell the last moment exactly, and write it down now and then', () => {
  const sql = memorySql();
  migrate(sql);
  const meta = new MetaStore(sql);
  const clock = {
    at: Date.parse('2026-03-02T12:00:00Z'),
    now: () => clock.at,
    pass: (ms: number) => {
      clock.at += ms;
    },
  };
  const contacts = new Contacts(meta, clock);
  expect(contacts.last('heard', 'shop')).toBeNull();
  const begin = clock.now();
  contacts.note('heard', 'shop');
  contacts.note('called', 'shop');
  for (let second = 1; second <= 59; second += 1) {
    clock.pass(1_000);
    contacts.note('heard', 'shop');
    contacts.note('called', 'shop');
  }
  expect(contacts.last('heard', 'shop')).toBe(clock.now());
  expect([meta.get('heard:shop'), meta.get('called:shop')]).toEqual([String(begin), String(begin)]);
  clock.pass(1_000);
  contacts.note('heard', 'shop');
  contacts.note('called', 'shop');
  expect([meta.get('heard:shop'), meta.get('called:shop')]).toEqual([
    String(begin + minuteMs),
    String(begin),
  ]);
  clock.pass(14 * minuteMs);
  contacts.note('called', 'shop');
  expect(meta.get('called:shop')).toBe(String(begin + 15 * minuteMs));
  // Whoever comes back into memory knows what was written.
  const again = new Contacts(meta, clock);
  expect(again.last('heard', 'shop')).toBe(begin + minuteMs);
  expect(again.last('heard', 'books')).toBeNull();
});
