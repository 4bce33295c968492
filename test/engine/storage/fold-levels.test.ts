import { expect, test } from 'vitest';
import { foldLevels } from '../../../src/engine/storage/fold-levels.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert } from './tables-of-before.ts';

const flow = 'stock:shop:other';
/** As Magento compares SKUs. */
const skuKey = (sku: string) => sku.trim().toLowerCase();

test('a level of before is found by its SKU, whatever its letters and blanks', () => {
  const sql = memorySql();
  migrate(sql);
  const row = { flow, target_id: null, quantity: '1', state: 'written', updated_at: 1 };
  for (const sku of ['TS-1', 'Ärmel-1', '\tΣ-2'])
    insert(sql, 'levels', { ...row, sku, key: `of ${sku.trim()}` });
  // What an earlier migration did.
  sql.exec('UPDATE levels SET folded = lower(trim(sku))');
  foldLevels(sql);
  const { levels } = new Stores(sql);
  const found = levels.keysOfSkus(flow, ['ts-1', 'Ärmel-1', 'σ-2'], skuKey);
  expect([...found.values()].flat().sort()).toEqual(['of TS-1', 'of Ärmel-1', 'of Σ-2']);
});
