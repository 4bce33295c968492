import { styleText } from 'node:util';
import type { KoppelApi } from './koppel-api.ts';

const columns = ['time', 'order', 'outcome', 'gross', 'VAT', 'invoice', 'calls', 'why'] as const;
const widths = [8, 8, 8, 12, 10, 10, 5, 0];
const everyMs = 400;

/** Prints a line for everything that the integration does, as it does it. Never ends. */
export async function printLiveTable(api: KoppelApi, integration: string): Promise<never> {
  console.log(styleText('bold', row(columns)));
  let last = 0;
  for (;;) {
    const fresh = (await api.activity(integration, 100)).filter(({ id }) => Number(id) > last).reverse();
    for (const { id } of fresh) {
      console.log(await line(api, integration, id));
      last = Number(id);
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

async function line(api: KoppelApi, integration: string, id: string): Promise<string> {
  const { at, key, outcome, reason, targetId, calls, payload } = await api.transfer(integration, id);
  const order = payload?.source;
  const cells = [
    at.slice(11, 19),
    order?.number ?? key,
    outcome,
    order ? `${order.currency} ${order.gross}` : '',
    order?.vat ?? '',
    targetId?.slice(0, 8) ?? '',
    String(calls),
    reason,
  ];
  return styleText(colours[outcome] ?? 'reset', row(cells));
}

const colours: Readonly<Record<string, 'green' | 'yellow' | 'red' | 'dim'>> = {
  done: 'green',
  waiting: 'yellow',
  parked: 'red',
  skipped: 'dim',
};

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();
}
