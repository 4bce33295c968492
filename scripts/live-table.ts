import { styleText } from 'node:util';
import { money } from '../src/records/money.ts';
import type { DocumentNumbers } from './document-numbers.ts';
import type { KoppelApi, Transfer, View } from './koppel-api.ts';
import { SoldLevels } from './sold-levels.ts';

const columns = ['time', 'link', 'order', 'outcome', 'gross', 'VAT', 'invoice', 'calls', 'why'] as const;
const widths = [8, 8, 10, 8, 12, 10, 12, 5, 0];
/** Right-aligned, so that amounts stand under each other. */
const figures = ['gross', 'VAT', 'calls'];
const everyMs = 700;

/** Prints a line for everything that any integration does, as it does it, and tells how they stand; until it is to stop. */
export async function printLiveTable(
  api: KoppelApi,
  numbers: DocumentNumbers,
  tell: (views: readonly View[]) => void,
  stop: AbortSignal,
): Promise<void> {
  console.log(styleText('bold', row(columns)));
  const last = new Map<string, number>();
  const sold = new SoldLevels(api);
  while (!stop.aborted) {
    const views = await Promise.all((await api.integrations()).map((id) => api.view(id)));
    tell(views);
    for (const view of views) {
      const seen = last.get(view.id) ?? 0;
      const fresh = (await api.activity(view.id, 100)).filter(({ id }) => Number(id) > seen).reverse();
      for (const each of fresh) {
        if (stop.aborted) return;
        const transfer = await api.transfer(view.id, each.id);
        sold.note(transfer);
        console.log(await line(numbers, view, transfer));
        last.set(view.id, Number(each.id));
      }
    }
    for (const cells of await sold.written(views)) console.log(styleText('cyan', row(cells)));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

async function line(
  numbers: DocumentNumbers,
  { id: integration, connections }: View,
  transfer: Transfer,
): Promise<string> {
  const { to, targetId } = transfer;
  const system = connections[to]?.connector ?? '';
  const isNew = Date.now() - Date.parse(transfer.at) < 3_000;
  const number = targetId === null ? '' : ((await numbers.of(system, targetId, isNew)) ?? 'draft');
  return styleText(colours[transfer.outcome] ?? 'reset', row(cellsOf(integration, transfer, number)));
}

/** Of one try, in this machine's own time. `document`: what its document is called; empty where there is none. */
export function cellsOf(integration: string, transfer: Transfer, document: string): string[] {
  const { at, key, number, outcome, reason, calls, payload } = transfer;
  const order = payload?.source;
  const amount = (value: string) => money(value, order?.currency ?? 'EUR');
  return [
    new Date(at).toLocaleTimeString('en-GB'),
    integration,
    number ?? key,
    outcome,
    order?.gross === undefined ? '' : `${order.currency} ${amount(order.gross)}`,
    order?.vat === undefined ? '' : amount(order.vat),
    document,
    String(calls),
    reason,
  ];
}

const colours: Readonly<Record<string, 'green' | 'yellow' | 'red' | 'dim'>> = {
  done: 'green',
  waiting: 'yellow',
  parked: 'red',
  skipped: 'dim',
};

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const width = widths[index] ?? 0;
      return figures.includes(columns[index] ?? '') ? cell.padStart(width) : cell.padEnd(width);
    })
    .join('  ')
    .trimEnd();
}
