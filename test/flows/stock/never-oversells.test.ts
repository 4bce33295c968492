import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Between } from './between.ts';

const pieces = fc.integer({ min: 0, max: 30 });

const level = fc.record({
  available: fc.integer({ min: -5, max: 30 }),
  standing: fc.integer({ min: -5, max: 40 }),
  /** What was last written: nothing, or any number. */
  known: fc.option(pieces),
  sales: fc.array(
    fc.record({
      pieces: fc.integer({ min: 1, max: 6 }),
      hasArrived: fc.boolean(),
      cancelled: fc.boolean(),
      shipped: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});

const shop = fc.record({
  counts: fc.constantFrom('physical', 'net'),
  reserves: fc.boolean(),
  compares: fc.boolean(),
  batchSize: fc.integer({ min: 1, max: 5 }),
});

const settings = fc.record({
  safetyStock: fc.constantFrom('0', '2'),
  fixed: fc.constantFrom<{ factor?: number }>({}, { factor: 3 }),
});

test('the shop never sells more than the master has, and a second run writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(level, { minLength: 1, maxLength: 6 }),
      shop,
      settings,
      // A sale of the first SKU while the levels are written, or none.
      fc.integer({ min: 0, max: 5 }),
      async (levels, traits, chosen, soldMeanwhile) => {
        const between = new Between({ ...traits, settings: chosen });
        const skus = levels.map((_, index) => `P${index}`);
        levels.forEach(({ available, standing, known, sales }, index) => {
          const sku = `P${index}`;
          between.master.has(sku, available);
          between.shop.has(sku, standing);
          for (const { pieces, hasArrived, cancelled, shipped } of sales) {
            const sale = between.shop.sell(sku, pieces);
            if (hasArrived) between.arrived.add(sale.id);
            sale.cancelled = cancelled;
            if (shipped && !cancelled) between.shop.ship(sale);
          }
          between.shop.article(`t-${sku}`).number = standing;
          if (known !== null) between.know(sku, String(known));
        });
        // A shop that counts the shelf alone shows nothing of a sale.
        const isSeen = traits.compares && (traits.counts === 'net' || traits.reserves);
        if (soldMeanwhile > 0 && isSeen) {
          between.shop.meanwhile = () => between.shop.sell('P0', soldMeanwhile);
        }
        await between.run(skus);
        for (const [index, { available }] of levels.entries()) {
          const sku = `P${index}`;
          const onTheirWay = between.shop.sales
            .filter((sale) => sale.sku === sku && !between.arrived.has(sale.id) && !sale.cancelled)
            .reduce((total, { pieces }) => total + pieces, 0);
          const given = Math.max(0, available - Number(chosen.safetyStock));
          const boxes = Math.floor(given / (chosen.fixed.factor ?? 1));
          expect(between.shop.salable(sku)).toBeLessThanOrEqual(Math.max(0, boxes - onTheirWay));
        }
        // What was sold while nothing was written of it may have gone below zero.
        if (soldMeanwhile > 0) await between.run(skus);
        const wasWritten = between.shop.lists.length;
        await between.run(skus);
        expect(between.shop.lists.length).toBe(wasWritten);
      },
    ),
    { numRuns: 300 },
  );
});
