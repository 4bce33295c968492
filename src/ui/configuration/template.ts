import type { ConnectorSheet } from '../../engine/configuration/connector-sheets.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';

/** Where a new integration starts: paid orders of an Ecwid shop become draft invoices in Jortt. */
export function startingDocument(sheets: readonly ConnectorSheet[]): string {
  return textOf({
    name: 'My webshop',
    connections: {
      shop: { connector: 'ecwid', credentials: emptyCredentials(sheets, 'ecwid') },
      books: { connector: 'jortt', credentials: emptyCredentials(sheets, 'jortt') },
    },
    flows: [
      {
        flow: 'orders',
        from: 'shop',
        to: 'books',
        enabled: true,
        settings: { paid: true, state: 'draft' },
        mapping: { remarks: "'Order ' & order.number" },
      },
    ],
    retentionDays: 14,
  });
}

/** The document as it stands. Secrets are never read back, so they are not in it. */
export function storedDocument(view: IntegrationView): string {
  const { name, state, language, connections, flows, retentionDays } = view;
  return textOf({ name, state, language, connections, flows, retentionDays });
}

function emptyCredentials(sheets: readonly ConnectorSheet[], connector: string): Record<string, string> {
  const fields = sheets.find(({ id }) => id === connector)?.credentials ?? [];
  return Object.fromEntries(fields.map(({ name }) => [name, '']));
}

function textOf(document: unknown): string {
  return JSON.stringify(document, null, 2);
}
