import Big from 'big.js';
import { levelsReport } from './levels-table.ts';
import { number, table } from './markdown.ts';
import { assumptions, planDollars, prices, storage, units } from './prices.ts';
import type { Counted, Scenarios } from './scenarios.ts';
import { cpu, total, type Usage, usageOf, usageOfLevels } from './usage.ts';

const volumes = [1_000, 10_000, 1_000_000];
const minutesPerDay = 24 * 60;
/** Tidying comes every six hours. */
const tidyingsPerDay = 4;

/** The part of docs/cost.md that is computed: what was counted, and what the price list makes of it. */
export function report(played: Scenarios): string {
  const { known, fresh, further, repeated, busy, polled, quiet, idle, later, unchanged, changed } = played;
  const { level, levelsAtOnce, compared } = played;
  const hour: Counted = { ...idle, pieces: idle.pieces / 60 };
  const tickHour = { worker: cpu.tick.worker.times(60), object: cpu.tick.object.times(60) };
  const pieces: [string, Counted, Usage][] = [
    ['an order of a known customer, by webhook', known, usageOf(known, cpu.notice)],
    ['an order of a new customer, by webhook', fresh, usageOf(fresh, cpu.notice)],
    ['a further notice of a booked order', further, usageOf(further, cpu.notice)],
    ['the same delivery once more', repeated, usageOf(repeated, cpu.notice)],
    [`a known customer's order, of ${busy.pieces} at once`, busy, usageOf(busy, cpu.notice)],
    ['an order that a poll finds (Magento), with that poll', polled, usageOf(polled, cpu.poll)],
    ['a poll that finds nothing (Magento)', quiet, usageOf(quiet, cpu.poll)],
    [
      'customers both ways (Ecwid and Jortt): each side is asked, nothing is new',
      unchanged,
      usageOf(unchanged, cpu.poll),
    ],
    ['the same where one customer was changed in the shop', changed, usageOf(changed, cpu.poll)],
    ['a level that changed, by webhook', level, usageOfLevels(level, 0)],
    [`a level that changed, of ${levelsAtOnce.pieces} at once`, levelsAtOnce, usageOfLevels(levelsAtOnce, 0)],
    [`a level that is compared with the target, of ${compared.pieces}`, compared, usageOfLevels(compared, 0)],
    ['an hour of idling: the cron, 60 times', hour, usageOf(hour, tickHour)],
    ['each try, deleted when its retention is over', later, usageOf(later, cpu.none)],
  ];
  const { order, booking, idleDay } = shopOf(played);
  const polls = total([usageOf(quiet, cpu.poll), (minutesPerDay / 5) * assumptions.daysPerMonth]);
  const carried = (perOrder: Usage) =>
    units
      .map((unit) => ({ unit, orders: ordersPerDay(unit, idleDay, perOrder) }))
      .filter((each): each is { unit: typeof each.unit; orders: Big } => each.orders !== null)
      .sort((a, b) => a.orders.cmp(b.orders))[0];
  const [first, alone] = [carried(order), carried(booking)];
  if (!first || !alone) throw new Error('An order cost nothing.');
  return [
    countedTable(pieces),
    rowsTable({
      'known customer': known,
      'new customer': fresh,
      'further notice': further,
      'customers, nothing new': unchanged,
      'customers, one changed': changed,
      'level changed': level,
      'of 100 at once': levelsAtOnce,
      'level compared': compared,
      'deleted later': later,
    }),
    priceTable(idleDay, order),
    `On the free plan **${prices[first.unit].what.split(',')[0]}** binds first: ${number(first.orders)} orders a day, each with ${assumptions.furtherNotices} further notices; with none ${number(alone.orders)}. The goal of 1,000 ${first.orders.gte(1000) ? 'holds' : 'does not hold'}. Polling every five minutes instead adds ${number(polls.objectRequests)} object requests, ${number(polls.rowsWritten)} rows written and ${number(polls.objectDuration)} GB-s a month.`,
    levelsReport(played, idleDay),
  ].join('\n\n');
}

/** An order with its further notices and all that is deleted of them later, and a day in which nothing happens. */
function shopOf({ known, fresh, further, later, idle }: Scenarios) {
  const { newCustomers, furtherNotices, retentionDays } = assumptions;
  const deleted = usageOf(later, cpu.none);
  const kept = Big(later.keepingRowsRead).times(tidyingsPerDay * retentionDays);
  const afterwards = { ...deleted, rowsRead: deleted.rowsRead.plus(kept) };
  const booking = total(
    [usageOf(fresh, cpu.notice), newCustomers],
    [usageOf(known, cpu.notice), Big(1).minus(newCustomers)],
    [afterwards, 1],
  );
  const notices = total([usageOf(further, cpu.notice), furtherNotices], [afterwards, furtherNotices]);
  const idleDay = total([usageOf(idle, cpu.tick), minutesPerDay]);
  return { booking, order: total([booking, 1], [notices, 1]), idleDay };
}

/** Whole orders that the free plan carries beside idling; null where nothing limits them. */
function ordersPerDay(unit: keyof Usage, idleDay: Usage, order: Usage): Big | null {
  const { freePerDay } = prices[unit];
  if (freePerDay === null || order[unit].eq(0)) return null;
  return Big(freePerDay).minus(idleDay[unit]).div(order[unit]).round(0, Big.roundDown);
}

function countedTable(pieces: readonly (readonly [string, Counted, Usage])[]): string {
  const head =
    'per piece of work|rows written|rows read|object requests|of them alarms|Worker requests|outgoing calls|GB-s|queue operations|KV reads|KV writes';
  const rows = pieces.map(([what, { counts, pieces: count }, usage]) => {
    const each = (event: 'alarms' | 'calls') => Big(counts.events[event]).div(count);
    const { rowsWritten, rowsRead, objectRequests, workerRequests, objectDuration } = usage;
    const values = [rowsWritten, rowsRead, objectRequests, each('alarms'), workerRequests, each('calls')];
    const rest = [objectDuration, usage.queueOperations, usage.kvReads, usage.kvWrites];
    return [what, ...[...values, ...rest].map(number)];
  });
  return table(head.split('|'), rows);
}

/** Where the rows that are written go. */
function rowsTable(columns: Readonly<Record<string, Counted>>): string {
  const places = Object.values(columns).map(placesOf);
  const names = [...new Set(places.flatMap((each) => [...each.keys()]))].sort();
  const rows = names.map((name) => [name, ...places.map((each) => number(each.get(name) ?? Big(0)))]);
  return table(['rows written', ...Object.keys(columns)], rows);
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

function priceTable(idleDay: Usage, order: Usage): string {
  const months = volumes.map((orders) => ({
    usage: total([order, orders], [idleDay, assumptions.daysPerMonth]),
    gigabytes: Big(assumptions.storedBytes).times(orders).div('1e9'),
  }));
  const over = (used: Big, included: string) => (used.gt(included) ? used.minus(included) : Big(0));
  const rows = units.map((unit) => {
    const { what, freePerDay, includedPerMonth, dollarsPerMillion } = prices[unit];
    const dollars = (used: Big) =>
      over(used, includedPerMonth).div('1e6').round(0, Big.roundUp).times(dollarsPerMillion);
    return {
      cells: [what, freePerDay && number(Big(freePerDay)), number(idleDay[unit]), number(order[unit])],
      orders: ordersPerDay(unit, idleDay, order),
      included: number(Big(includedPerMonth)),
      months: months.map(({ usage }) => [usage[unit], dollars(usage[unit])] as const),
    };
  });
  const stored = months.map(({ gigabytes }) => {
    return [gigabytes, over(gigabytes, storage.included).times(storage.dollarsPerGigabyte)] as const;
  });
  const sums = volumes.map((_, at) =>
    [...rows.map(({ months: each }) => each), stored].reduce(
      (sum, each) => sum.plus(each[at]?.[1] ?? 0),
      Big(planDollars),
    ),
  );
  const month = ([used, dollars]: readonly [Big, Big]) =>
    `${number(used)}${dollars.gt(0) ? ` (**$${dollars.toFixed(2)}**)` : ''}`;
  return table(
    [
      ...[
        'billed',
        'free, a day',
        'idle, a day',
        'an order',
        'free plan carries, orders a day',
        'included, a month',
      ],
      ...volumes.map((orders) => `${number(Big(orders))} orders a month`),
    ],
    [
      ...rows.map(({ cells, orders, included, months: each }) => [
        ...cells.map((cell) => cell ?? ''),
        ...[orders === null ? 'any number' : number(orders), included, ...each.map(month)],
      ]),
      ['storage (GB)', `${storage.free} in all`, '', '', '', storage.included, ...stored.map(month)],
      ['**together**, with the plan', '', '', '', '', '', ...sums.map((sum) => `**$${sum.toFixed(2)}**`)],
    ],
  );
}
