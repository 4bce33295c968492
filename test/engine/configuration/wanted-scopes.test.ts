import { describe, expect, test } from 'vitest';
import type { Connector } from '../../../src/connectors/contract/connector.ts';
import { connectorById, connectors } from '../../../src/connectors/registry.ts';
import { wanted as asked } from '../../../src/connectors/shopify/scopes.ts';
import { integrationDocument } from '../../../src/engine/configuration/configuration.ts';
import { wantedScopes } from '../../../src/engine/configuration/wanted-scopes.ts';
import { en } from '../../../src/texts/en.ts';

function known(id: string): Connector {
  const connector = connectorById(id);
  if (connector === undefined) throw new Error(id);
  return connector;
}

const [shopify, ecwid, jortt] = [known('shopify'), known('ecwid'), known('jortt')];

function documentOf(one: string, other: string, flows: object[] = []) {
  return integrationDocument.parse({
    name: 'Scopes',
    connections: { one: { connector: one }, other: { connector: other } },
    flows,
  });
}

function accountWith(scopes: string) {
  return { name: 'A', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: { scopes } };
}

describe('the scopes that an application must have', () => {
  test('are those of all that the pair could do, while nothing is chosen', () => {
    const toBooks = wantedScopes(documentOf('ecwid', 'jortt'), 'one', ecwid, null).map(({ scope }) => scope);
    expect(toBooks).toContain('read_orders');
    expect(toBooks).not.toContain('create_catalog');
    const toShop = wantedScopes(documentOf('ecwid', 'magento'), 'one', ecwid, null).map(({ scope }) => scope);
    expect(toShop).toContain('create_catalog');
  });

  test('are those of the flows, once there are some, each with what it is for', () => {
    const flows = [
      { flow: 'stock', from: 'one', to: 'other' },
      { flow: 'orders', from: 'other', to: 'one', enabled: false },
    ];
    const scopes = wantedScopes(documentOf('ecwid', 'magento', flows), 'one', ecwid, null);
    expect(scopes).toEqual([
      { scope: 'read_store_profile', uses: [], held: null },
      { scope: 'read_catalog', uses: ['from stock'], held: null },
    ]);
  });

  test('are told as there or missing where the system tells; one that may write may read', () => {
    const flows = [{ flow: 'products', from: 'one', to: 'other' }];
    const held = (scopes: string) =>
      wantedScopes(documentOf('shopify', 'ecwid', flows), 'one', shopify, accountWith(scopes));
    expect(held('read_orders')).toEqual([{ scope: 'read_products', uses: ['from products'], held: false }]);
    expect(held('write_products')).toMatchObject([{ held: true }]);
    const old = { ...accountWith(''), traits: {} };
    expect(wantedScopes(documentOf('shopify', 'ecwid', flows), 'one', shopify, old)).toMatchObject([
      { held: null },
    ]);
  });

  test('are all there are where one that is missing opens nothing, each with what it is for', () => {
    const usesOf = (flows: object[]) =>
      Object.fromEntries(
        wantedScopes(documentOf('jortt', 'ecwid', flows), 'one', jortt, null).map(({ scope, uses }) => [
          scope,
          uses,
        ]),
      );
    expect(usesOf([{ flow: 'orders', from: 'other', to: 'one' }])).toEqual({
      'organizations:read': [],
      'customers:read': ['to orders'],
      'customers:write': ['to orders'],
      'invoices:read': ['to orders'],
      'invoices:write': ['to orders'],
    });
    expect(usesOf([{ flow: 'customers', from: 'one', to: 'other' }])).toMatchObject({
      'customers:read': ['from customers'],
      'invoices:write': ['to orders'],
    });
  });

  test('are none where the system has none by name', () => {
    expect(wantedScopes(documentOf('ccv', 'jortt'), 'one', known('ccv'), null)).toEqual([]);
  });

  test('cover all that is asked for by itself', () => {
    const covered = (scope: string, among: readonly string[]) =>
      among.includes(scope) || among.includes(scope.replace(/^write_/, 'read_'));
    const told = Object.keys(shopify.scopes?.wanted ?? {});
    expect(asked.filter((scope) => !covered(scope, told))).toEqual([]);
    const { auth } = jortt;
    const token = auth({ clientId: 'a', clientSecret: 'b' });
    expect('scopes' in token && [...token.scopes].sort()).toEqual(
      Object.keys(jortt.scopes?.wanted ?? {}).sort(),
    );
  });

  test('are for flows that the system has', () => {
    for (const { id, scopes, ...connector } of connectors)
      for (const use of Object.values(scopes?.wanted ?? {}).flat()) {
        const [way = '', flow = ''] = use.split(' ');
        const own = connector[flow as 'orders'];
        expect(own?.[way === 'from' ? 'source' : 'target'], `${id}: ${use}`).toBeDefined();
        expect(Object.keys(en.pages.flows)).toContain(flow);
      }
  });
});
