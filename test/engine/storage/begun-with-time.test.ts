import { expect, test } from 'vitest';
import { begunWithTime } from '../../../src/engine/storage/begun-with-time.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert } from './tables-of-before.ts';

test('pictures that were told of without a time have that of their step, and others their own', () => {
  const sql = memorySql();
  migrate(sql);
  const { steps } = new Stores(sql);
  const untimed = { sent: ['A'], stood: ['1'] };
  const products = { '': { at: 7, sku: 'MOK' } };
  const step = (name: string, parts: object) =>
    insert(sql, 'steps', { name, task: 1, intended_at: 7, parts: JSON.stringify(parts) });
  step('shop:other:product:1', { products, pictures: { '': untimed, m: { at: 5, ...untimed } } });
  step('shop:other:product:2', { products, pictures: {} });
  begunWithTime(sql);
  expect(steps.partsOf('shop:other:product:1')).toEqual({
    products,
    pictures: { '': { at: 7, ...untimed }, m: { at: 5, ...untimed } },
  });
  expect(steps.partsOf('shop:other:product:2')).toEqual({ products, pictures: {} });
});
