/** Wherever two connections lead meanwhile: one that leads back to an account finds what is kept of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptAnother, firstPlace, meetAccount } from '../../../src/engine/connection/account-places.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { minuteMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { TwoShops } from '../../support/two-shops.ts';

const names = ['a', 'b'] as const;

const deed = fc.record({
  connection: fc.constantFrom(...names),
  /** The account that its credentials open from now on. */
  opens: fc.constantFrom('X', 'Y', 'Z'),
  accepts: fc.boolean(),
});

test('a connection stands again where it stood with an account, unless another works with that place', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const stores = new Stores(memorySql());
      migrate(stores.sql);
      for (const name of names)
        stores.connections.put(name, 'magento', 'sealed', firstPlace(stores, name, 'magento', 1));
      const stood = new Map<string, string>();
      for (const [now, { connection, opens, accepts }] of deeds.entries()) {
        const standing = meetAccount(
          stores,
          connection,
          'magento',
          { identity: opens, proven: true },
          now + 2,
        );
        const before = stood.get(`${connection} ${opens}`);
        const [other] = names.filter((name) => name !== connection);
        const { place, met } = stores.connections.get(other ?? '') ?? {};
        if (before !== undefined && before !== place && before !== met)
          expect(standing).toEqual({ place: before, changed: false });
        if (standing.changed && !accepts) continue;
        acceptAnother(stores, connection, now + 2);
        const stands = stores.connections.get(connection)?.place ?? '';
        expect(stores.accounts.get(stands)?.identity).toBe(opens);
        if (before === undefined || before === stands) stood.set(`${connection} ${opens}`, stands);
        for (const [key, held] of stood) {
          // A place that the other took over is the other's.
          if (held === stands && !key.startsWith(`${connection} `)) stood.delete(key);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('two connections that swap their shops, and swap them back, end where they began', async () => {
  const shops = new TwoShops();
  const document = (a: 'first' | 'second', b: 'first' | 'second') => ({
    name: 'Tea',
    connections: {
      a: { connector: 'magento', credentials: shops.credentials(a) },
      b: { connector: 'magento', credentials: shops.credentials(b) },
    },
    flows: [{ flow: 'orders', from: 'a', to: 'b', every: '5m', settings: {} }],
  });
  const placesNow = () => shops.first.stores.connections.all().map(({ name, place }) => `${name}: ${place}`);
  await shops.first.configured(document('first', 'second'));
  await shops.first.live(minuteMs);
  const began = placesNow();
  await shops.integration.configure(document('second', 'first'));
  expect(shops.codes()).toEqual(['account_changed', 'account_changed']);
  for (const name of names) await shops.integration.acceptAccount(name, 'another');
  await shops.first.live(minuteMs);
  const swapped = placesNow();
  expect(swapped).not.toEqual(began);
  await shops.integration.configure(document('first', 'second'));
  await shops.first.live(minuteMs);
  expect(shops.codes()).toEqual([]);
  expect(placesNow()).toEqual(began);
  await shops.integration.configure(document('second', 'first'));
  await shops.first.live(minuteMs);
  expect(placesNow()).toEqual(swapped);
});
