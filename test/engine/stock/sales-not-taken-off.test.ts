import { expect, test } from 'vitest';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const connections = {
  shop: { connector: 'ecwid', credentials: credentials.ecwid },
  other: { connector: 'magento', credentials: credentials.magento },
};
const orders = (products: string) => ({
  flow: 'orders',
  from: 'other',
  to: 'shop',
  settings: { document: 'order', products },
});
const stock = (from: string, to: string) => ({ flow: 'stock', from, to, settings: {} });

test.each([
  ['no orders go back', [stock('shop', 'other')], true],
  ['orders go back and name no articles', [stock('shop', 'other'), orders('ignore')], true],
  ['the master takes orders that come in off nothing', [stock('other', 'shop')], true],
  ['orders go back and name their articles', [stock('shop', 'other'), orders('require')], false],
])('where %s, it is told that sales are not taken off at the master: %#', async (_why, flows, isWarned) => {
  const played = await new PlayedSystems(hosts).configured({ name: 'Tea', connections, flows });
  const { warnings } = played.integration.reports.view();
  expect(warnings.map(({ code }) => code)).toEqual(isWarned ? ['sales_not_taken_off'] : []);
});
