import { type ConnectorSheet, connectorSheets } from '../../engine/configuration/connector-sheets.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Texts } from '../../texts/en.ts';
import { storedIn } from '../settings/flow-form.ts';

/** Where a new integration starts: paid orders of an Ecwid shop become draft invoices in Jortt. */
export function startingDocument(texts: Texts): string {
  const sheets = connectorSheets(texts);
  const { name, remark } = texts.pages.configuration.example;
  return textOf({
    name,
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
        mapping: { remarks: `'${remark} ' & order.number` },
      },
    ],
    retentionDays: 14,
  });
}

/** The document as it stands. Secrets are never read back, so they are not in it. */
export function storedDocument(view: IntegrationView): string {
  const { name, state, ...rest } = storedIn(view);
  return textOf({ name, state, ...rest });
}

function emptyCredentials(sheets: readonly ConnectorSheet[], connector: string): Record<string, string> {
  const fields = sheets.find(({ id }) => id === connector)?.credentials ?? [];
  return Object.fromEntries(fields.map(({ name }) => [name, '']));
}

function textOf(document: unknown): string {
  return JSON.stringify(document, null, 2);
}
