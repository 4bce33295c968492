import { describe, expect, test } from 'vitest';
import { Between } from './between.ts';

describe('a target that takes its open orders off itself (S1)', () => {
  /** On the shelf 10, an open order of 3, which the master has taken off already. */
  function withAnOrder() {
    const between = new Between({ counts: 'physical' });
    between.shop.has('MOK', 10);
    const sale = between.shop.sell('MOK', 3);
    between.arrived.add(sale.id);
    between.master.has('MOK', 7);
    return { between, sale };
  }

  test('keeps the pieces of an order that has come over: they are not taken off twice', async () => {
    const { between } = withAnOrder();
    await between.run();
    expect(between.shop.written).toEqual([]);
    expect(between.level('MOK')).toMatchObject({ quantity: '10', state: 'written' });
    expect(between.shop.salable('MOK')).toBe(7);
  });

  test('gets nothing on top where the master takes them off nowhere', async () => {
    const { between } = withAnOrder();
    between.salesTakenOff = false;
    between.master.has('MOK', 10);
    between.shop.sell('MOK', 2);
    await between.run();
    expect(between.shop.written).toEqual([]);
    expect(between.shop.salable('MOK')).toBe(5);
  });

  test('gets them where its number is another', async () => {
    const { between } = withAnOrder();
    between.shop.article('t-MOK').number = 4;
    await between.run();
    expect(between.shop.written).toEqual(['MOK 10']);
    expect(between.shop.salable('MOK')).toBe(7);
  });

  test('is left alone after the shipment', async () => {
    const { between, sale } = withAnOrder();
    await between.run();
    between.shop.ship(sale);
    await between.run();
    expect(between.shop.article('t-MOK').number).toBe(7);
    expect(between.shop.written).toEqual([]);
    expect(between.level('MOK')).toMatchObject({ quantity: '7' });
    expect(between.level('MOK')?.drift).toBeUndefined();
  });

  test('does not get the pieces of a further order that has not come over', async () => {
    const { between } = withAnOrder();
    between.shop.article('t-MOK').number = 12;
    between.shop.sell('MOK', 2);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 10']);
    expect(between.shop.salable('MOK')).toBe(5);
  });

  test('keeps the last piece until it is shipped (b)', async () => {
    const between = new Between({ counts: 'physical' });
    between.shop.has('MOK', 1);
    const sale = between.shop.sell('MOK', 1);
    between.arrived.add(sale.id);
    between.master.has('MOK', 0);
    await between.run();
    expect(between.shop.article('t-MOK').number).toBe(1);
    expect(between.shop.salable('MOK')).toBe(0);
    between.shop.ship(sale);
    await between.run();
    expect(between.shop.article('t-MOK').number).toBe(0);
    expect(between.shop.written).toEqual([]);
  });

  test('gets the plain numbers where its reservations are switched off', async () => {
    const between = new Between({ counts: 'physical', reserves: false });
    between.shop.has('MOK', 10);
    between.shop.has('PEN', 1);
    for (const sale of [between.shop.sell('MOK', 3), between.shop.sell('PEN', 1)])
      between.arrived.add(sale.id);
    between.master.has('MOK', 7);
    between.master.has('PEN', 0);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 7', 'PEN 0']);
  });
});

describe('a level that does not know the sale of a second ago (S2)', () => {
  function sixOfBoth(compares = true) {
    const between = new Between({ compares });
    between.shop.has('MOK', 6);
    between.master.has('MOK', 6);
    between.know('MOK', '6');
    return between;
  }

  test.each([true, false])(
    'is written less the order that is on its way (compare-and-set: %s)',
    async (compares) => {
      const between = sixOfBoth(compares);
      const sale = between.shop.sell('MOK', 4);
      between.master.has('MOK', 5);
      await between.run();
      expect(between.shop.written).toEqual(['MOK 1']);
      expect(between.level('MOK')).toMatchObject({ quantity: '1' });
      expect(between.level('MOK')?.drift).toBeUndefined();
      between.arrived.add(sale.id);
      between.master.has('MOK', 1);
      await between.run();
      expect(between.shop.written).toEqual(['MOK 1']);
    },
  );

  test.each([
    ['all of it was booked', ['4'], 6],
    ['all of it was booked, line by line', ['3', '1'], 6],
    ['some of it was added since', ['1'], 3],
    ['some of it was taken out since', ['5'], 6],
  ])(
    'is written less what has not been booked of an order that a person has to see to: %s',
    async (_, quantities, left) => {
      const between = sixOfBoth();
      const { id } = between.shop.sell('MOK', 4);
      between.booked.set(
        id,
        quantities.map((quantity) => ({ sku: 'MOK', quantity })),
      );
      between.shop.article('t-MOK').number = 1;
      await between.run();
      expect(between.shop.written).toEqual([`MOK ${left}`]);
    },
  );

  test('is decided anew where the shop sold between reading and writing', async () => {
    const between = sixOfBoth();
    between.master.has('MOK', 5);
    between.shop.meanwhile = () => between.shop.sell('MOK', 4);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 5', 'MOK 1']);
    expect(between.shop.salable('MOK')).toBe(1);
  });

  test('waits where that order is not known yet', async () => {
    const between = sixOfBoth();
    between.master.has('MOK', 5);
    between.unnoticed.add('o1');
    between.shop.meanwhile = () => between.shop.sell('MOK', 4);
    const [report] = await between.run();
    expect(report).toMatchObject({ levels: [], problem: { kind: 'retry', code: 'level_moving' } });
    expect(between.shop.salable('MOK')).toBe(2);
    between.unnoticed.clear();
    await between.run();
    expect(between.shop.salable('MOK')).toBe(1);
  });

  test('counts an order that came over while the master was read', async () => {
    const between = sixOfBoth(false);
    const sale = between.shop.sell('MOK', 4);
    between.shop.article('t-MOK').number = 6;
    // The master's answer was made before the order came over, and is read after.
    between.master.meanwhile = () => between.arrived.add(sale.id);
    await between.run();
    expect(between.shop.salable('MOK')).toBe(2);
  });

  test('counts an order that was placed while the batch ran', async () => {
    const between = sixOfBoth(false);
    between.master.has('MOK', 5);
    between.shop.beforeReading = () => between.shop.sell('MOK', 4);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 1']);
  });

  test('is written as it is where the order was cancelled', async () => {
    const between = sixOfBoth(false);
    const sale = between.shop.sell('MOK', 4);
    sale.cancelled = true;
    between.master.has('MOK', 5);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 5']);
  });

  test('reads every order on its way once for the batch, and lines without a SKU count for nothing', async () => {
    const between = sixOfBoth(false);
    between.master.has('PEN', 9);
    between.shop.has('PEN', 1);
    between.shop.sell('MOK', 1);
    between.shop.sell('PEN', 1);
    between.shop.sell('PEN', 2);
    await between.run();
    expect(between.shop.ordersRead).toEqual(['o1', 'o2', 'o3']);
    expect(between.shop.written).toEqual(['PEN 6']);
  });

  test('is read and written a second time at most', async () => {
    const between = sixOfBoth();
    between.master.has('MOK', 9);
    between.shop.refusing.set('MOK', { kind: 'stale' });
    const [report] = await between.run();
    expect(between.shop.lists.length).toBe(2);
    expect(report).toMatchObject({ levels: [], problem: { kind: 'retry', code: 'level_moving' } });
    expect(between.level('MOK')).toMatchObject({ quantity: '6' });
  });
});
