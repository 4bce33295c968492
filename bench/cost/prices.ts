/**
 * Cloudflare's price list as copied in /work/shared/CLOUDFLARE.md (STYLE section 3), whose rows name the stored page of
 * 2026 that each figure is from. Read on 2026-11-25; check live before quoting to users.
 */

export interface Price {
  readonly what: string;
  /** Row of CLOUDFLARE.md. */
  readonly source: string;
  readonly unit: string;
  readonly freePerDay: string | null;
  readonly includedPerMonth: string;
  /** Overage is sold in whole lots of this size, as Cloudflare's own examples reckon. */
  readonly lot: string;
  readonly dollarsPerLot: string;
}

const million = '1000000';

export const dollarsPerMonth = '5';

/**
 * An object is billed as if it had all of it: 128 MB of 1 GB. While it is active; one that idles and could hibernate is
 * not billed (developers.cloudflare.com/durable-objects/platform/pricing, copy of 2026).
 */
export const objectGigabytes = '0.128';

/** CPU of one invocation of a Worker on the free plan (row "CPU time"). */
export const freeCpuMilliseconds = '10';

/** Operations of a queue message: written, read, deleted. */
export const operationsPerMessage = 3;

export const prices = {
  workerRequests: {
    what: 'Worker requests',
    source: 'Worker requests',
    unit: '',
    ...{ freePerDay: '100000', includedPerMonth: '10000000', lot: million, dollarsPerLot: '0.30' },
  },
  workerCpu: {
    what: 'Worker CPU time',
    source: 'CPU time',
    unit: 'ms',
    ...{ freePerDay: null, includedPerMonth: '30000000', lot: million, dollarsPerLot: '0.02' },
  },
  objectRequests: {
    what: 'Durable Object requests, alarms included',
    source: 'DO requests',
    unit: '',
    ...{ freePerDay: '100000', includedPerMonth: million, lot: million, dollarsPerLot: '0.15' },
  },
  objectDuration: {
    what: 'Durable Object duration',
    source: 'DO duration',
    unit: 'GB-s',
    ...{ freePerDay: '13000', includedPerMonth: '400000', lot: million, dollarsPerLot: '12.50' },
  },
  rowsRead: {
    what: 'rows read',
    source: 'DO rows',
    unit: '',
    ...{ freePerDay: '5000000', includedPerMonth: '25000000000', lot: million, dollarsPerLot: '0.001' },
  },
  rowsWritten: {
    what: 'rows written, `setAlarm` and deletions included',
    source: 'DO rows',
    unit: '',
    ...{ freePerDay: '100000', includedPerMonth: '50000000', lot: million, dollarsPerLot: '1.00' },
  },
  queueOperations: {
    what: 'queue operations',
    source: 'Queue operations',
    unit: '',
    ...{ freePerDay: '10000', includedPerMonth: million, lot: million, dollarsPerLot: '0.40' },
  },
  kvReads: {
    what: 'KV reads',
    source: 'KV operations',
    unit: '',
    ...{ freePerDay: '100000', includedPerMonth: '10000000', lot: million, dollarsPerLot: '0.50' },
  },
  kvWrites: {
    what: 'KV writes',
    source: 'KV operations',
    unit: '',
    ...{ freePerDay: '1000', includedPerMonth: million, lot: million, dollarsPerLot: '5.00' },
  },
} as const satisfies Readonly<Record<string, Price>>;

export type Priced = keyof typeof prices;
export const priced = Object.keys(prices) as Priced[];

/** Not a rate but what lies there: free plan for the account, paid plan per month. */
export const storage = {
  freeGigabytes: '5',
  includedGigabytes: '5',
  dollarsPerGigabyte: '0.20',
  gigabytesPerObject: '10',
} as const;
