import { expect, test } from 'vitest';
import { begunByPart } from '../../../src/engine/storage/begun-by-part.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert } from './tables-of-before.ts';

test('what was begun of a product before is known as of the product as a whole', () => {
  const sql = memorySql();
  migrate(sql);
  const sent = { at: 5, sent: ['A'], stood: [] };
  const step = (name: string, more: object) =>
    insert(sql, 'steps', { name, task: 1, intended_at: 7, ...more });
  step('shop:other:product:1', { reference: 'MOK' });
  step('shop:other:product:2', { reference: '', parts: JSON.stringify({ m: sent }) });
  step('shop:books:order:1', { reference: 'SO-1' });
  begunByPart(sql);
  const { steps } = new Stores(sql);
  const whole = { '': { at: 7, sku: 'MOK' } };
  expect(steps.partsOf('shop:other:product:1')).toEqual({ products: whole, pictures: {} });
  expect(steps.partsOf('shop:other:product:2')).toEqual({ products: {}, pictures: { m: sent } });
  expect(steps.get('shop:books:order:1')?.reference).toBe('SO-1');
  expect(steps.partsOf('shop:books:order:1')).toBeNull();
});
