/** A variant that the source does not sell for now, where the target cannot switch it off: none of it is left. */
import { expect, test } from 'vitest';
import { Between } from './between.ts';

const uncounted = { managed: false, available: undefined };

test('it is none, and the number of the source when it is sold again', async () => {
  const between = new Between({ variants: true });
  between.master.has('TS-S', 4);
  between.shop.has('TS-S', 9);
  between.off.add('TS-S');
  await between.run();
  between.off.clear();
  await between.run();
  expect(between.shop.written).toEqual(['TS-S 0', 'TS-S 4']);
});

test.each(['keep', 'on', 'off'] as const)(
  'it is none where the source does not count it any more (manage: %s)',
  async (manage) => {
    const between = new Between({ variants: true, settings: { manage } });
    between.master.has('TS-S', 4);
    between.shop.has('TS-S', 9);
    await between.run();
    between.master.has('TS-S', 0, uncounted);
    between.off.add('TS-S');
    await between.run();
    await between.run();
    expect(between.shop.written).toEqual(['TS-S 4', 'TS-S 0']);
    expect(between.shop.article('t-TS-S')).toMatchObject({ managed: true, number: 0 });
    expect(between.level('TS-S')).toMatchObject({ state: 'written', quantity: '0' });
  },
);

test('it is counted for as long where Koppel had switched that off, as the source does not count it', async () => {
  const between = new Between({ variants: true, settings: { manage: 'off' } });
  between.master.has('TS-S', 0, uncounted);
  between.shop.has('TS-S', 9);
  await between.run();
  expect(between.shop.article('t-TS-S')).toMatchObject({ managed: false });
  between.off.add('TS-S');
  await between.run();
  expect(between.shop.article('t-TS-S')).toMatchObject({ managed: true, number: 0 });
  between.off.clear();
  await between.run();
  expect(between.shop.article('t-TS-S')).toMatchObject({ managed: false });
});

test('it stays as the merchant has it where the target does not count it, and is said to be so', async () => {
  const between = new Between({ variants: true });
  between.master.has('TS-S', 4);
  between.shop.has('TS-S', 9, 't-TS-S', false);
  between.off.add('TS-S');
  await between.run();
  expect(between.shop.written).toEqual([]);
  expect(between.level('TS-S')).toMatchObject({ state: 'uncounted', quantity: null });
});

test('its preview says that none of it belongs there, also where the source does not count it', async () => {
  const between = new Between({ variants: true });
  between.master.has('TS-S', 0, uncounted);
  between.shop.has('TS-S', 9);
  between.off.add('TS-S');
  expect(await between.preview('TS-S')).toMatchObject({
    writes: [{ does: 'update', body: { quantity: '0' } }],
    checks: [{ name: 'TS-S', expected: '0', actual: '9' }],
  });
});
