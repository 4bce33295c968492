import Big from 'big.js';
import { assumptions } from './assumptions.ts';
import { billOf, type FreeLimit, freeLimits } from './bill.ts';
import type { Cpu } from './cpu.ts';
import { freeCpuMilliseconds, objectGigabytes, prices, storage } from './prices.ts';
import type { Counted, Scenarios, Stored } from './scenarios.ts';
import { countedTable, freeTable, type Month, monthTable, number, type Piece, rowsTable } from './tables.ts';
import { nothing, sum, times, type Usage, usageOf } from './usage.ts';

const volumes = [1_000, 10_000, 1_000_000];
const ticksPerHour = 60;
const hoursPerDay = 24;
/** Tidying comes every six hours. */
const tidyingsPerDay = 4;
const gigabyte = Big(10).pow(9);
/** Ended tasks and the log without payloads, in months. */
const monthsOfHistory = 3;

/** Counts, then what a month and a day of the free plan make of them. All arithmetic is decimal. */
export function report(played: Scenarios, { perNotice, perOrder, perTick }: Cpu): string {
  const notice = { worker: Big(perNotice), object: Big(perNotice).plus(perOrder) };
  const hour = { worker: Big(perTick).times(ticksPerHour), object: Big(perTick).times(ticksPerHour) };
  const polling = { worker: Big(0), object: Big(perOrder) };
  const none = { worker: Big(0), object: Big(0) };
  const piece = (what: string, counted: Counted, cpu: typeof notice): Piece => ({
    what,
    counted,
    usage: usageOf(counted.counts, counted.pieces, cpu),
  });
  const known = piece('an order of a known customer, by webhook', played.known, notice);
  const fresh = piece('an order of a new customer, by webhook', played.fresh, notice);
  const further = piece('a further notice of a booked order', played.further, notice);
  const repeated = piece('the same delivery once more', played.repeated, notice);
  const busy = piece(`a known customer's order, of ${played.busy.pieces} at once`, played.busy, notice);
  const polled = piece('an order that a poll finds (Magento), with that poll', played.polled, polling);
  const quiet = piece('a poll that finds nothing (Magento)', played.quiet, polling);
  const later = piece('each try, deleted when its retention is over', played.later, none);
  const idle = piece('an hour of idling: the cron, 60 times', hourOf(played.idle), hour);
  const pieces = [known, fresh, further, repeated, busy, polled, quiet, idle, later];

  const keptRead = Big(played.later.keepingRowsRead).times(tidyingsPerDay).times(assumptions.retentionDays);
  const booking = sum(
    times(fresh.usage, assumptions.newCustomers),
    times(known.usage, Big(1).minus(assumptions.newCustomers)),
    later.usage,
    { ...nothing, rowsRead: keptRead },
  );
  const order = sum(
    booking,
    times(sum(further.usage, later.usage, { ...nothing, rowsRead: keptRead }), assumptions.furtherNotices),
  );
  const idleDay = times(idle.usage, hoursPerDay);
  const stored = storedOf(played);
  const months = volumes.map((orders): Month => {
    const usage = sum(times(order, orders), times(idleDay, assumptions.daysPerMonth));
    const gigabytes = stored.times(orders).div(gigabyte);
    return { orders, usage, gigabytes, bill: billOf(usage, gigabytes) };
  });
  const limits = freeLimits(idleDay, order);
  const first = firstOf(limits);
  const alone = firstOf(freeLimits(idleDay, booking));
  const polls = times(quiet.usage, (hoursPerDay * ticksPerHour) / 5);
  return [
    countedTable(pieces),
    '',
    rowsTable([
      { what: 'known customer', counted: played.known },
      { what: 'new customer', counted: played.fresh },
      { what: 'further notice', counted: played.further },
      { what: 'deleted later', counted: played.later },
    ]),
    '',
    `CPU of this machine, of all of Koppel's workerd: ${number(Big(perNotice))} ms for a webhook, ${number(Big(perOrder))} ms for an order of a new customer, ${number(Big(perTick))} ms for the cron. Sealed, the log of an order takes ${kilobytes(played.fresh.stored.payloadBytes)} kB and that of a further notice ${kilobytes(played.further.stored.payloadBytes)} kB for ${assumptions.retentionDays} days; what else an order leaves comes to ${kilobytes(played.fresh.stored.otherBytes + played.fresh.stored.linkBytes)} kB, of which its links (${number(Big(played.fresh.stored.linkBytes))} bytes) stay.`,
    '',
    '## A month on the paid plan',
    '',
    monthTable(months, storage.includedGigabytes),
    '',
    `Polling every five minutes instead adds ${number(polls.objectRequests.times(assumptions.daysPerMonth))} object requests, ${number(polls.rowsWritten.times(assumptions.daysPerMonth))} rows written and ${number(polls.objectDuration.times(assumptions.daysPerMonth))} GB-s a month. One object holds ${storage.gigabytesPerObject} GB: with a log of ${assumptions.retentionDays} days that is ${number(gigabyte.times(storage.gigabytesPerObject).div(stored).round(0, Big.roundDown))} orders a month for one integration; more take a shorter \`retentionDays\`.`,
    '',
    '## A day on the free plan',
    '',
    freeTable(limits),
    '',
    `The limit that binds first is **${first.name === 'rowsWritten' ? 'rows written' : prices[first.name].what}: ${number(first.orders)} orders a day**, each with ${assumptions.furtherNotices} further notices; with none ${number(alone.orders)}. The goal of 1,000 ${first.orders.gte(1000) ? 'holds' : 'does not hold'}.`,
    ...[
      `Storage of ${storage.freeGigabytes} GB lasts for ${number(gigabyte.times(storage.freeGigabytes).div(stored).div(assumptions.daysPerMonth).round(0, Big.roundDown))} orders a day.`,
      lingering(idleDay, order),
      invocations(perNotice, perOrder, perTick),
    ],
  ].join('\n');
}

/** Every order uses some of something. */
function firstOf([first]: readonly FreeLimit[]): { name: FreeLimit['name']; orders: Big } {
  if (!first?.ordersPerDay) throw new Error('An order cost nothing.');
  return { name: first.name, orders: first.ordersPerDay };
}

/** The cron was run some times at once; an hour has sixty. */
function hourOf({ counts, pieces }: Counted): Counted {
  return { counts, pieces: pieces / ticksPerHour };
}

/** Bytes that one order a month holds: log for its retention, history for three months, links for a year. */
function storedOf({ fresh, further }: Scenarios): Big {
  const both = (what: keyof Stored) =>
    Big(fresh.stored[what]).plus(Big(further.stored[what]).times(assumptions.furtherNotices));
  return both('payloadBytes')
    .times(assumptions.retentionDays)
    .div(assumptions.daysPerMonth)
    .plus(both('otherBytes').times(monthsOfHistory))
    .plus(both('linkBytes').times(assumptions.monthsOfLinks));
}

/** Cloudflare does not bill an object that idles and could leave the memory. What if it did? */
function lingering(idleDay: Usage, order: Usage): string {
  const each = Big(10).times(objectGigabytes);
  const tries = 1 + assumptions.furtherNotices;
  const idle = idleDay.objectDuration.plus(each.times(2 * hoursPerDay * ticksPerHour));
  const perOrder = order.objectDuration.plus(each.times(tries));
  const orders = Big(prices.objectDuration.freePerDay).minus(idle).div(perOrder).round(0, Big.roundDown);
  return `Cloudflare's pricing page of 2026 does not bill the ten seconds that an object idles before it leaves the memory; an older copy did: then duration would carry ${number(orders)} orders a day.`;
}

/** The budget of a run, RUN_CALLS in wrangler.toml, and the calls for a known customer's order. */
const [callsPerRun, callsPerOrder] = [45, 3];

function invocations(perNotice: number, perOrder: number, perTick: number): string {
  const orders = Math.floor(callsPerRun / callsPerOrder);
  return `An invocation of the free plan has ${freeCpuMilliseconds} ms of CPU: a webhook takes ${number(Big(perNotice))} ms and the cron ${number(Big(perTick))} ms here. An alarm that works off a backlog books up to ${orders} orders in a run of ${callsPerRun} calls, which takes ${number(Big(perOrder).times(orders))} ms: Cloudflare's limits of Durable Objects give a request on an object 30 s of CPU without naming a plan. Check that live before relying on the free plan.`;
}

function kilobytes(bytes: number): string {
  return number(Big(bytes).div(1000));
}
