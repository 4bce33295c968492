import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { RevisionStore } from '../../../src/engine/storage/revisions.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert, makeTablesOfBefore } from './tables-of-before.ts';

let sql: Sql;

beforeEach(() => {
  sql = memorySql();
});

describe('versions of the document', () => {
  test('are kept newest first, with who stored them and of which version they are', () => {
    migrate(sql);
    const revisions = new RevisionStore(sql);
    expect(revisions.newest()).toBeNull();
    revisions.add({ at: 1, who: 'Ann', via: 'api', restored: null, document: '{"a":1}' });
    revisions.add({ at: 2, who: 'Ann', via: 'page', restored: 1, document: '{"a":2}' });
    expect(revisions.list()).toEqual([
      { number: 2, at: 2, who: 'Ann', via: 'page', restored: 1 },
      { number: 1, at: 1, who: 'Ann', via: 'api', restored: null },
    ]);
    expect([revisions.document(1), revisions.newest(), revisions.document(3)]).toEqual([
      '{"a":1}',
      '{"a":2}',
      null,
    ]);
  });

  test('are the last hundred, and keep their numbers', () => {
    migrate(sql);
    const revisions = new RevisionStore(sql);
    for (let at = 1; at <= 130; at += 1)
      revisions.add({ at, who: 'Ann', via: 'api', restored: null, document: `${at}` });
    const numbers = revisions.list().map(({ number }) => number);
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([100, 130, 31]);
    expect([revisions.document(30), revisions.document(31)]).toEqual([null, '31']);
  });
});

describe('what was stored before versions were kept', () => {
  test('is the first of them: when it was saved is known, by whom is not', () => {
    makeTablesOfBefore(sql);
    const [document, at] = ['{"name":"Tea"}', Date.parse('2026-11-03T09:30:00Z')];
    insert(sql, 'meta', { name: 'document', value: document });
    insert(sql, 'meta', { name: 'revision', value: `12-${at.toString(36)}` });
    migrate(sql);
    const revisions = new RevisionStore(sql);
    expect(revisions.list()).toEqual([{ number: 1, at, who: null, via: null, restored: null }]);
    expect(revisions.newest()).toBe(document);
  });

  test('may not tell when it was saved', () => {
    makeTablesOfBefore(sql);
    insert(sql, 'meta', { name: 'document', value: '{}' });
    migrate(sql);
    expect(new RevisionStore(sql).list()).toEqual([
      { number: 1, at: null, who: null, via: null, restored: null },
    ]);
  });

  test('may be nothing', () => {
    makeTablesOfBefore(sql);
    migrate(sql);
    expect(new RevisionStore(sql).list()).toEqual([]);
  });
});
