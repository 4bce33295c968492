import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { picturesByAddress } from '../../../src/engine/storage/pictures-by-address.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert } from './tables-of-before.ts';

let sql: Sql;

beforeEach(() => {
  sql = memorySql();
  migrate(sql);
  for (const [place, connector] of [
    ['org', 'salesforce'],
    ['shop', 'ecwid'],
  ] as const)
    insert(sql, 'accounts', { place, connection: place, connector, identity: place, accepted: 1 });
});

function link(target: string, key: string, facts: object): void {
  const row = {
    record: 'product',
    source: 'x',
    target,
    key,
    target_id: 't',
    fingerprint: 'f',
    updated_at: 1,
  };
  insert(sql, 'links', { ...row, facts: JSON.stringify(facts) });
}

function factsOf(target: string, key: string): unknown {
  const [row] = sql.exec('SELECT facts FROM links WHERE target = ? AND key = ?', target, key);
  return JSON.parse(String(row?.facts));
}

const common = { sku: 'DisplayUrl', said: {}, variants: {} };

describe('pictures of products in Salesforce, of before they went by their address', () => {
  test.each([
    [{ v0: 'DisplayUrl', v1: '', v2: '' }, { v0: '! ' }],
    [
      { v0: '- DisplayUrl', v1: '? file.jpg' },
      { v0: '! ', v1: '? file.jpg' },
    ],
    [{ v0: '! DisplayUrl' }, { v0: '! ' }],
    [
      { v0: '', v1: '' },
      { v0: '', v1: '' },
    ],
  ])('are those that stand there: %o', (before, after) => {
    link('org', '1', { ...common, pictures: before });
    picturesByAddress(sql);
    expect(factsOf('org', '1')).toEqual({ ...common, pictures: after });
  });

  test('have nothing of what may be late, also of variants that are products of their own', () => {
    const late = [{ until: 5, sent: { name: 'a' }, pictures: { v0: 'DisplayUrl' }, dropped: ['DisplayUrl'] }];
    const part = {
      targetId: 'p',
      fingerprint: 'f',
      facts: { ...common, pictures: { v0: 'DisplayUrl' }, late },
    };
    link('org', '1', { ...common, pictures: {}, late, apart: { m: part } });
    picturesByAddress(sql);
    const left = [{ until: 5, sent: { name: 'a' } }];
    expect(factsOf('org', '1')).toEqual({
      ...{ ...common, pictures: {}, late: left },
      apart: { m: { ...part, facts: { ...common, pictures: { v0: '! ' }, late: left } } },
    });
  });

  test('are left as they are in every other system', () => {
    const facts = { ...common, pictures: { v0: 'DisplayUrl', v1: '' } };
    link('shop', '1', facts);
    picturesByAddress(sql);
    expect(factsOf('shop', '1')).toEqual(facts);
  });

  test('are all of them, however many there are', () => {
    for (let key = 0; key < 250; key++) link('org', `${key}`, { ...common, pictures: { v: 'DisplayUrl' } });
    picturesByAddress(sql);
    const [left] = sql.exec(`SELECT count(*) AS count FROM links WHERE facts ->> '$.pictures.v' <> '! '`);
    expect(left?.count).toBe(0);
  });

  test('that a batch was about to send are not told apart by what stood there', () => {
    const updates = { '': [{ at: 3, sent: {}, pictures: { v1: '' }, dropped: ['DisplayUrl'] }] };
    const known = { at: 3, sent: ['v1'], stood: ['DisplayUrl'] };
    const fresh = { at: 3, sent: ['v1'], stood: [] };
    const parts = JSON.stringify({ products: {}, pictures: { '': known, m: fresh }, updates });
    for (const name of ['x:org:product:1', 'x:shop:product:1'])
      insert(sql, 'steps', { name, task: 1, intended_at: 3, parts });
    picturesByAddress(sql);
    const partsOf = (name: string) =>
      JSON.parse(String(sql.exec('SELECT parts FROM steps WHERE name = ?', name)[0]?.parts));
    expect(partsOf('x:org:product:1')).toEqual({
      ...{ products: {}, pictures: { m: fresh } },
      updates: { '': [{ at: 3, sent: {} }] },
    });
    expect(partsOf('x:shop:product:1')).toEqual(JSON.parse(parts));
  });
});
