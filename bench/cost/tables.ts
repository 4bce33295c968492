import Big from 'big.js';
import type { Bill, FreeLimit } from './bill.ts';
import { dollarsPerMonth, priced, prices } from './prices.ts';
import type { Counted } from './scenarios.ts';
import type { Usage } from './usage.ts';

/** Whole numbers as they are, others to three significant figures. */
export function number(value: Big): string {
  const digits = value.gte(100) || value.eq(value.round(0)) ? 0 : value.gte(10) ? 1 : value.gte(1) ? 2 : 3;
  const [whole = '0', decimals] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const kept = decimals?.replace(/0+$/, '');
  return kept ? `${grouped}.${kept}` : grouped;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

export interface Piece {
  readonly what: string;
  readonly counted: Counted;
  readonly usage: Usage;
}

/** What was counted, one line for each kind of work. */
export function countedTable(pieces: readonly Piece[]): string {
  return table(
    [
      'per piece of work',
      ...[
        'rows written',
        'rows read',
        'object requests',
        'of them alarms',
        'Worker requests',
        'outgoing calls',
      ],
      ...['GB-s', 'queue operations', 'KV reads', 'KV writes'],
    ],
    pieces.map(({ what, counted: { counts, pieces: count }, usage }) => [
      what,
      number(usage.rowsWritten),
      number(usage.rowsRead),
      number(usage.objectRequests),
      number(Big(counts.events.alarms).div(count)),
      number(usage.workerRequests),
      number(Big(counts.events.calls).div(count)),
      number(usage.objectDuration),
      number(usage.queueOperations),
      number(usage.kvReads),
      number(usage.kvWrites),
    ]),
  );
}

/** Where the rows that are written go, table by table. */
export function rowsTable(columns: readonly { readonly what: string; readonly counted: Counted }[]): string {
  const places = columns.map(({ counted }) => placesOf(counted));
  const names = [...new Set(places.flatMap((place) => [...place.keys()]))].sort();
  return table(
    ['rows written', ...columns.map(({ what }) => what)],
    names.map((name) => [name, ...places.map((place) => number(place.get(name) ?? Big(0)))]),
  );
}

function placesOf({ counts, pieces }: Counted): Map<string, Big> {
  const places = new Map<string, Big>();
  const add = (place: string, rows: number) => {
    if (rows > 0) places.set(place, (places.get(place) ?? Big(0)).plus(Big(rows).div(pieces)));
  };
  for (const { object, sql, rowsWritten } of counts.statements) {
    const name = /\b(?:INTO|UPDATE|FROM) (\w+)/.exec(sql)?.[1];
    add(object === 'integration' && name ? `\`${name}\`` : `the ${object} object`, rowsWritten);
  }
  add('the alarm', counts.events.alarmSettings);
  return places;
}

export interface Month {
  readonly orders: number;
  readonly usage: Usage;
  readonly gigabytes: Big;
  readonly bill: Bill;
}

export function monthTable(months: readonly Month[], includedGigabytes: string): string {
  const cost = (dollars: Big) => (dollars.gt(0) ? ` (**$${dollars.toFixed(2)}**)` : '');
  return table(
    ['a month', 'included', ...months.map(({ orders }) => `${number(Big(orders))} orders`)],
    [
      ...priced.map((name) => [
        [prices[name].what, prices[name].unit && `(${prices[name].unit})`].filter(Boolean).join(' '),
        number(Big(prices[name].includedPerMonth)),
        ...months.map(({ usage, bill }) => `${number(usage[name])}${cost(bill.items[name])}`),
      ]),
      [
        'storage (GB)',
        includedGigabytes,
        ...months.map(({ gigabytes, bill }) => `${number(gigabytes)}${cost(bill.storage)}`),
      ],
      ['paid plan', '', ...months.map(() => `$${Big(dollarsPerMonth).toFixed(2)}`)],
      ['**together**', '', ...months.map(({ bill }) => `**$${bill.total.toFixed(2)}**`)],
    ],
  );
}

export function freeTable(limits: readonly FreeLimit[]): string {
  return table(
    ['free plan, a day', 'limit', 'idle', 'per order', 'carries orders a day'],
    limits.map(({ name, limit, idle, perOrder, ordersPerDay }) => [
      [prices[name].what, prices[name].unit && `(${prices[name].unit})`].filter(Boolean).join(' '),
      ...[number(limit), number(idle), number(perOrder)],
      ordersPerDay === null ? 'any number' : number(ordersPerDay),
    ]),
  );
}
