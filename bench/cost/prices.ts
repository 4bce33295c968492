/**
 * Cloudflare's price list (developers.cloudflare.com, the pricing and limits pages of Workers, Durable Objects, Queues and
 * KV, copies of 2026 read on 2026-11-25); check live before quoting to users. Overage is sold in whole millions, as
 * Cloudflare's own examples reckon. Decimals are strings: they go into exact arithmetic.
 */
export const prices = {
  workerRequests: price('Worker requests', '100000', '10000000', '0.30'),
  workerCpu: price('Worker CPU time (ms)', null, '30000000', '0.02'),
  objectRequests: price('Durable Object requests, alarms included', '100000', '1000000', '0.15'),
  objectDuration: price('Durable Object duration (GB-s)', '13000', '400000', '12.50'),
  rowsRead: price('rows read', '5000000', '25000000000', '0.001'),
  rowsWritten: price('rows written, `setAlarm` and deletions included', '100000', '50000000', '1.00'),
  queueOperations: price('queue operations', '10000', '1000000', '0.40'),
  kvReads: price('KV reads', '100000', '10000000', '0.50'),
  kvWrites: price('KV writes', '1000', '1000000', '5.00'),
} as const;

export type Unit = keyof typeof prices;
export const units = Object.keys(prices) as Unit[];

function price(what: string, freePerDay: string | null, includedPerMonth: string, dollarsPerMillion: string) {
  return { what, freePerDay, includedPerMonth, dollarsPerMillion };
}

export const planDollars = '5';
/** Free for the account; on the paid plan included, and more by the GB and month. */
export const storage = { free: '5', included: '5', dollarsPerGigabyte: '0.20' } as const;
/** An object is billed as if it had all of its 128 MB, while it is active. */
export const objectGigabytes = '0.128';
/** A queue message is written, read and deleted. */
export const operationsPerMessage = 3;

/** What counting cannot tell. */
export const assumptions = {
  /** Of every outgoing call; an object is billed while it waits. */
  secondsPerCall: '0.2',
  /** Of all orders those whose customer the target does not know yet. */
  newCustomers: '0.5',
  /** Further notices of an order that is booked: paid, shipped. Each looks at it again. */
  furtherNotices: 2,
  /** Of a shop that keeps its stock elsewhere. */
  skus: 50_000,
  levelChangesPerDay: 5_000,
  /** Of an object for one call of a batch's consumer. What the consumer waits for is not the object's time, and free. */
  secondsPerObjectRequest: '0.002',
  daysPerMonth: 30,
  retentionDays: 14,
  /** Of Koppel's whole workerd, measured once over thousands of each (November 2026): more than Cloudflare would count. */
  cpuMilliseconds: { notice: '1.065', order: '7.16', tick: '3.4' },
  /**
   * What an order a month holds with its notices, measured then too: its sealed log for the retention, its history for
   * three months, its links for a year.
   */
  storedBytes: '24151',
} as const;
