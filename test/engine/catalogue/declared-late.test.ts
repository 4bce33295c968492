/** Ecwid takes the attributes that products may have as a list: done late, it takes away what was added since, with all values. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { minuteMs } from '../../support/durations.ts';
import { CaseShops } from './case-shops.ts';

const held = z.object({
  items: z.array(
    z.object({ sku: z.string(), attributes: z.array(z.object({ name: z.string(), value: z.string() })) }),
  ),
});

test('an attribute that is declared late takes none away that another product came to need meanwhile', async () => {
  const both = new CaseShops('magento');
  await both.magento.addAttribute('glazuur', 'Glazuur', 'text');
  await both.magento.addAttribute('vorm', 'Vorm', 'text');
  for (const sku of ['MOK', 'KOM']) await both.add('magento', sku);
  await both.start({ products: { attributes: { map: { Glazuur: 'Glazuur', Vorm: 'Vorm' } } } });
  const says = (sku: string, code: string, value: string) =>
    both.magento.ask('POST', '/products', z.unknown(), {
      product: { sku, custom_attributes: [{ attribute_code: code, value }] },
    });
  const late = { kind: 'late', afterMs: 8 * minuteMs, times: 1 };
  both.played.sandbox.faults.add(
    faultRule.parse({ system: 'ecwid', method: 'PUT', path: '/classes/0$', ...late }),
  );
  await says('MOK', 'glazuur', 'mat');
  await both.played.live(6 * minuteMs);
  await says('KOM', 'vorm', 'rond');
  await both.pass();
  await both.pass();
  const { items } = await both.ecwid.ask('GET', '/products?', held);
  const told = items.map(({ sku, attributes }) => [
    sku,
    ...attributes.map(({ name, value }) => `${name} ${value}`),
  ]);
  expect(told.toSorted()).toEqual([
    ['KOM', 'Vorm rond'],
    ['MOK', 'Glazuur mat'],
  ]);
});
