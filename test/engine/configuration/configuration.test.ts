import { describe, expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import {
  ConfigurationError,
  flowId,
  readConfiguration,
  splitFlowId,
} from '../../../src/engine/configuration/configuration.ts';
import { visibleDocument } from '../../../src/engine/configuration/visible-document.ts';
import { pollEveryMs } from '../../../src/engine/work/poll-times.ts';

type Fields = Record<string, unknown>;

const shop = {
  connector: 'ecwid',
  credentials: { storeId: '1003', token: 'secret_t', clientSecret: 'secret_c' },
};
const books = { connector: 'jortt', credentials: { clientId: 'id', clientSecret: 'secret_j' } };
const flow = { flow: 'orders', from: 'shop', to: 'books' };

function document(fields: Fields = {}): Fields {
  return { name: 'Mugs', connections: { shop, books }, flows: [flow], ...fields };
}

function withFlow(fields: Fields): Fields {
  return document({ flows: [{ ...flow, ...fields }] });
}

function read(input: unknown, known: Record<string, Record<string, string>> = {}) {
  return readConfiguration(input, (name) => known[name] ?? {});
}

function paths(input: unknown): string[] {
  try {
    read(input);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.issues.map(({ path }) => path.join('.'));
    throw error;
  }
}

test('a good document gets every default', () => {
  const { document: taken, credentials } = read(document());
  expect(taken).toMatchObject({
    retentionDays: 14,
    flows: [{ ...flow, enabled: true, mapping: {}, settings: { state: 'draft', lines: 'items' } }],
  });
  expect(credentials.books).toEqual(books.credentials);
});

describe('a bad document names its field', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['', []],
    ['name', document({ name: ' ' })],
    ['name', document({ name: 5 })],
    ['owner', document({ owner: 'x' })],
    ['connections', document({ connections: { shop }, flows: [] })],
    ['connections', document({ connections: { shop, books, third: books } })],
    ['connections.Shop', document({ connections: { Shop: shop, books }, flows: [] })],
    [
      'connections.shop.connector',
      document({ connections: { shop: { connector: 'amazon' }, books }, flows: [] }),
    ],
    [
      'connections.shop.connector',
      document({ connections: { shop: { connector: 'constructor' }, books }, flows: [] }),
    ],
    [
      'connections.shop.credentials.storeId',
      document({ connections: { shop: { ...shop, credentials: { token: 'x' } }, books } }),
    ],
    [
      'connections.shop.credentials.storeId',
      document({ connections: { shop: { ...shop, credentials: { storeId: 'a', token: 'x' } }, books } }),
    ],
    [
      'connections.books.credentials.clientSecret',
      document({
        connections: { shop, books: { ...books, credentials: { clientId: 'x', clientSecret: '' } } },
      }),
    ],
    [
      'connections.books.credentials.password',
      document({
        connections: { shop, books: { ...books, credentials: { ...books.credentials, password: 'x' } } },
      }),
    ],
    [
      'connections.books.credentials.clientId',
      document({
        connections: { shop, books: { ...books, credentials: { ...books.credentials, clientId: 5 } } },
      }),
    ],
    ['retentionDays', document({ retentionDays: -1 })],
    ['retentionDays', document({ retentionDays: 1.5 })],
    ['retentionDays', document({ retentionDays: 366 })],
    ['flows', document({ flows: {} })],
    ['flows.0.flow', withFlow({ flow: 'invoices' })],
    ['flows.0.flow', withFlow({ flow: 'stock' })],
    ['flows.0.from', withFlow({ from: 'till' })],
    ['flows.0.from', withFlow({ from: 'constructor' })],
    ['flows.0.to', withFlow({ to: 'constructor' })],
    ['flows.0.every', withFlow({ every: '5' })],
    ['flows.0.every', withFlow({ every: '0m' })],
    ['flows.0.every', withFlow({ every: '5s' })],
    ['flows.0.enabled', withFlow({ enabled: 'yes' })],
    ['flows.0.settings.state', withFlow({ settings: { state: 'final' } })],
    ['flows.0.settings.states', withFlow({ settings: { states: 'sent' } })],
    ['flows.0.settings.vat.byCountry.nl', withFlow({ settings: { vat: { byCountry: { nl: {} } } } })],
    ['flows.0.settings.fixed.remark', withFlow({ settings: { fixed: { remark: 'x' } } })],
    ['flows.0.mapping.remark', withFlow({ mapping: { remark: "'x'" } })],
    ['flows.0.mapping.remarks', withFlow({ mapping: { remarks: "'open" } })],
    ['flows.0.mapping.remarks', withFlow({ mapping: { remarks: 5 } })],
    ['flows.0.mapping.reference', withFlow({ mapping: { reference: 'order.number & order.customer.name' } })],
    ['flows.0.mapping.reference', withFlow({ mapping: { reference: '$string(order)' } })],
    ['flows.0.mapping.reference', withFlow({ mapping: { reference: 'order.lines.name' } })],
    ['flows.1', document({ flows: [flow, flow] })],
  ])('%s', (path, input) => {
    expect(paths(input)).toEqual([path]);
  });

  test('no field of a document says where a system is', () => {
    const elsewhere = 'https://evil.example';
    for (const name of ['baseUrl', 'url', 'host', 'tokenUrl']) {
      const credentials = { ...books.credentials, [name]: elsewhere };
      expect(paths(document({ connections: { shop, books: { ...books, credentials } } }))).toEqual([
        `connections.books.credentials.${name}`,
      ]);
      expect(paths(document({ connections: { shop, books: { ...books, [name]: elsewhere } } }))).toEqual([
        `connections.books.${name}`,
      ]);
    }
  });

  test('a setting that is nested without end is refused where it stands', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(paths(withFlow({ settings: { statuses: deep } }))).toEqual(['flows.0.settings.statuses']);
  });

  test('a flow from a connection to itself', () => {
    expect(paths(withFlow({ to: 'shop' }))).toContain('flows.0.to');
  });

  test('every fault is told at once', () => {
    const input = document({
      connections: { shop: { ...shop, credentials: {} }, books },
      flows: [
        { ...flow, settings: { state: 'x' } },
        { ...flow, to: 'till' },
      ],
    });
    expect(paths(input)).toEqual([
      'connections.shop.credentials.storeId',
      'connections.shop.credentials.token',
      'flows.0.settings.state',
      'flows.1.to',
    ]);
  });

  test('no message tells a secret', () => {
    const bad = document({
      connections: {
        shop: { ...shop, credentials: { ...shop.credentials, storeId: 'secret_in_wrong_place' } },
        books,
      },
    });
    try {
      read(bad);
    } catch (error) {
      expect(JSON.stringify((error as ConfigurationError).issues)).not.toContain('secret');
      return;
    }
    throw new Error('was taken');
  });
});

describe('secrets', () => {
  const without = document({
    connections: {
      shop: { connector: 'ecwid', credentials: { storeId: '1003' } },
      books: { connector: 'jortt' },
    },
  });
  const known = { shop: shop.credentials, books: books.credentials };

  test('that are left out stay as they are', () => {
    expect(read(without, known).credentials).toEqual(known);
  });

  test('that are given replace the old ones, the others stay', () => {
    const given = document({
      connections: { shop: { connector: 'ecwid', credentials: { token: 'new' } }, books },
    });
    expect(read(given, known).credentials.shop).toEqual({ ...shop.credentials, token: 'new' });
  });

  test('that were given for another address are named, and nothing is taken', () => {
    const magento = (address: string, secrets: Fields) => ({
      connections: { shop: { connector: 'magento', credentials: { address, ...secrets } }, books },
    });
    const kept = { shop: { address: 'https://shop.example.com', accessToken: 'token' } };
    const moved = document(magento('https://elsewhere.example.com', {}));
    expect(() => read(moved, kept)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            path: ['connections', 'shop', 'credentials', 'accessToken'],
            message: 'must be entered again: it was given for another address',
          }),
        ],
      }),
    );
    const anew = document(magento('https://elsewhere.example.com', { accessToken: 'new' }));
    expect(read(anew, kept).credentials.shop).toMatchObject({ accessToken: 'new' });
  });

  test('that were never given are named', () => {
    expect(paths(without)).toContain('connections.shop.credentials.token');
  });

  test('are not in the document that is stored and shown, and that can be put again', () => {
    const { document: taken, credentials } = read(document());
    const visible = visibleDocument(taken, credentials);
    expect(JSON.stringify(visible)).not.toContain('secret');
    expect(visible.connections.shop?.credentials).toEqual({ storeId: '1003' });
    expect(visibleDocument(read(visible, known).document, known)).toEqual(visible);
  });
});

describe('polling', () => {
  const every = (given: string | undefined) =>
    ({ ...read(withFlow({})).document.flows[0], every: given }) as never;

  test('by minutes or hours; a source with webhooks only when it is asked for', () => {
    expect(pollEveryMs(every('5m'), ecwid)).toBe(300_000);
    expect(pollEveryMs(every('12h'), ecwid)).toBe(43_200_000);
    expect(pollEveryMs(every(undefined), ecwid)).toBeNull();
    expect(pollEveryMs(every(undefined), jortt)).toBe(300_000);
  });
});

test('the id of a flow tells its parts', () => {
  expect(splitFlowId(flowId(flow as never))).toEqual(flow);
});
