import { expect, test } from 'vitest';
import { textsIn } from '../../src/texts/languages.ts';
import { deedDetails, doerOf } from '../../src/ui/deed-details.ts';

const link = { connections: { shop: { connector: 'ecwid' }, books: { connector: 'jortt' } } };
const told = (params: Parameters<typeof deedDetails>[0]['params'], language: 'en' | 'nl' = 'en') =>
  deedDetails({ params }, link, textsIn(language));

test('a deed is told as the pages name things: flows, days, connections, roles', () => {
  expect(told({ flow: 'orders', since: '2000-01-01', count: 0 })).toBe('orders, 1 Jan 2000');
  expect(told({ flow: 'orders', since: null, count: 2 }, 'nl')).toBe('2 bestellingen');
  expect(told({ connection: 'books' })).toBe('Jortt');
  expect(told({ name: 'Clerk', role: 'read-only', integrations: null })).toBe('Clerk, Read only');
  expect(told({ task: 7, flow: 'orders', key: '1001' })).toBe('orders, 1001');
});

test('what is no longer part of the link stays as it was called', () => {
  expect(told({ connection: 'till' })).toBe('till');
  expect(told({ flow: 'gone', count: 3 })).toBe('gone, 3');
});

test('whoever has the key of the deployment is its owner, somebody else has a name', () => {
  expect(doerOf('ADMIN_TOKEN', textsIn('nl').pages.audit)).toBe('Eigenaar (ADMIN_TOKEN)');
  expect(doerOf('Clerk', textsIn('nl').pages.audit)).toBe('Clerk');
});
