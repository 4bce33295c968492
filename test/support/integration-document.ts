/** As vitest.config.mts and the stand-ins have them. */
export const adminToken = 'test-admin-token';

export const credentials = {
  shop: { storeId: '1003', token: 'secret_sandbox', clientSecret: 'sandbox-client-secret' },
  books: { clientId: 'sandbox-client', clientSecret: 'sandbox-secret' },
};

export interface DocumentParts {
  readonly settings?: Record<string, unknown>;
  readonly mapping?: Record<string, string>;
  readonly every?: string;
  readonly retentionDays?: number;
  readonly name?: string;
  readonly nameOnStatus?: boolean;
  readonly credentials?: { shop?: object; books?: object };
}

/** A webshop whose paid orders go into the books. */
export function integrationDocument(parts: DocumentParts = {}) {
  const { settings, mapping = {}, every, retentionDays, name = 'Tea', nameOnStatus } = parts;
  return {
    name,
    ...(nameOnStatus === undefined ? {} : { nameOnStatus }),
    connections: {
      shop: { connector: 'ecwid', credentials: parts.credentials?.shop ?? credentials.shop },
      books: { connector: 'jortt', credentials: parts.credentials?.books ?? credentials.books },
    },
    flows: [
      {
        flow: 'orders',
        from: 'shop',
        to: 'books',
        settings: settings ?? { paymentStatuses: ['PAID'] },
        mapping,
        ...(every === undefined ? {} : { every }),
      },
    ],
    ...(retentionDays === undefined ? {} : { retentionDays }),
  };
}
