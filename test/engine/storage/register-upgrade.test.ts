import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert, makeTablesOfBefore } from './tables-of-before.ts';

const flow = 'orders:shop:books';
const noticed = Date.parse('2026-03-02T12:00:00Z');
const bookedAt = '2026-03-01T23:30:00.000Z';
const problem = JSON.stringify({
  kind: 'rejected',
  code: 'choice_missing',
  message: 'No.',
  action: 'Add it.',
});

let sql: Sql;

/** The rows of before, in tables of today. */
function upgraded(): Stores {
  migrate(sql);
  return new Stores(sql);
}

function task(key: string, state: string, more: object = {}): void {
  const times = { due_at: 1, created_at: noticed, updated_at: noticed };
  insert(sql, 'tasks', { flow, key, state, ...times, ...more });
}

function link(key: string, facts: object): void {
  insert(sql, 'links', {
    ...{ record: 'order', source: 'shop', target: 'books', key, target_id: `i-${key}`, fingerprint: '' },
    ...{ facts: JSON.stringify(facts), updated_at: noticed + 1 },
  });
}

beforeEach(() => {
  sql = memorySql();
  makeTablesOfBefore(sql);
});

describe('the register of orders begins with what was kept before of', () => {
  test('those that are booked: the document, its amounts, and the moment it was booked; not the currency', () => {
    link('A', { gross: '34.60', vat: '5.43', credited: '5', bookedAt });
    const { register, registerDays } = upgraded();
    expect(register.get(flow, 'A')).toMatchObject({
      ...{ state: 'booked', day: '2026-03-01', at: Date.parse(bookedAt), firstSeen: Date.parse(bookedAt) },
      sale: { currency: null, gross: '34.6', vat: '5.43', vatByRate: [], refunded: '0' },
      document: { id: 'i-A', number: null, gross: '34.60', credited: '5', bookedAt: Date.parse(bookedAt) },
    });
    expect(registerDays.between('2026-02-01', '2026-04-01')).toEqual([]);
  });

  test('those that were credited, or of which nobody knows when they were booked', () => {
    link('A', { gross: '34.6', vat: '5.43', credited: '34.60' });
    expect(upgraded().register.get(flow, 'A')).toMatchObject({
      ...{ state: 'credited', day: '2026-03-02', firstSeen: noticed + 1, document: { bookedAt: null } },
    });
  });

  test('those that are open: on their way, tried again, or for a person, with the problem of before', () => {
    for (const [key, state] of [
      ['Q', 'queued'],
      ['R', 'running'],
      ['W', 'waiting'],
      ['P', 'parked'],
    ] as const)
      task(key, state, state === 'waiting' || state === 'parked' ? { problem } : {});
    link('B', { gross: '1', vat: '0', credited: '0' });
    task('B', 'queued');
    link('F', { gross: '1', vat: '0', credited: '0' });
    task('F', 'parked', { problem });
    const { register } = upgraded();
    const rows = register.list({}, 99).map(({ key, state, problem: told }) => [key, state, told?.code]);
    expect(rows.sort()).toEqual([
      ['B', 'booked', undefined],
      ['F', 'parked', 'choice_missing'],
      ['P', 'parked', 'choice_missing'],
      ['Q', 'queued', undefined],
      ['R', 'queued', undefined],
      ['W', 'waiting', 'choice_missing'],
    ]);
    expect(register.get(flow, 'P')).toMatchObject({ firstSeen: noticed, sale: null, document: null });
    expect(register.get(flow, 'F')?.document).toMatchObject({ id: 'i-F' });
  });

  test('those that are not booked, with the last reason that the log has', () => {
    task('S', 'skipped');
    task('T', 'skipped');
    const entry = { at: 1, flow, key: 'S', task: 1, outcome: 'skipped', calls: 1 };
    insert(sql, 'activity', { ...entry, reason: 'the first' });
    insert(sql, 'activity', { ...entry, reason: 'the order is not paid' });
    insert(sql, 'activity', { ...entry, flow: 'customers:shop:books', reason: 'nothing new' });
    const { register } = upgraded();
    expect(register.get(flow, 'S')).toMatchObject({
      ...{ state: 'skipped', reason: { code: 'the order is not paid', params: {} } },
    });
    expect(register.get(flow, 'T')).toMatchObject({ state: 'skipped', reason: null });
  });

  test('those that are noticed again after it, which then follow', () => {
    task('S', 'skipped');
    const { register, tasks } = upgraded();
    tasks.add(flow, 'S', null, noticed);
    expect(register.get(flow, 'S')?.state).toBe('queued');
    expect(register.list({ flows: ['orders:shop:other'] }, 9)).toEqual([]);
  });
});
