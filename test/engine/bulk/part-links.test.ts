import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/engine/bulk/known-links.ts';
import { putParts } from '../../../src/engine/bulk/part-links.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { ProductFacts, ProductLink } from '../../../src/flows/links.ts';
import { noFacts } from '../../../src/flows/products/units.ts';
import { memorySql } from '../../support/memory-sql.ts';

const between = { from: 'shop', to: 'other', ordersGoBack: false };

function linkTo(targetId: string, facts: Partial<ProductFacts>): ProductLink {
  return { targetId, fingerprint: '', facts: { ...noFacts, ...facts } };
}

test('each product that was made of a variant is known as made by Koppel, and one that stood there already is not', () => {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const apart = {
    s: linkTo('11', { made: true }),
    m: linkTo('12', { made: true }),
    l: linkTo('13', {}),
    xl: linkTo('', {}),
  };
  const link = linkTo('11', { apart });
  stores.links.put('product', 'shop', 'other', '7', link, 1);
  putParts(stores.links, between, '7', link, 1);
  const made = () => answerQuestion(stores, between, { do: 'made', targetIds: ['11', '12', '13', '14'] });
  expect(made()).toEqual(['11', '12']);

  const moved = linkTo('11', { apart: { ...apart, m: linkTo('14', { made: true }) } });
  putParts(stores.links, between, '7', moved, 2);
  expect(made()).toEqual(['11', '14']);
});
