/** Ids of what changed or was deleted within a time (sheet 3.8). Times are cut to the minute; 30 and 15 days back. */
import { type Reply, reply } from '../endpoint.ts';
import type { Org } from '../org.ts';
import { refused } from '../refusal.ts';
import type { SObject } from '../schema/sobject.ts';
import { readStamp, stampText } from '../times.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const back = { updated: 30, deleted: 15 } as const;

export function changes(org: Org, { name }: SObject, query: URLSearchParams, what: keyof typeof back): Reply {
  const [start, end] = [timeIn(query, 'start'), timeIn(query, 'end')];
  const now = org.world.now();
  if (start < Math.max(now - back[what] * dayMs, Date.parse(org.settings().foundedAt))) {
    throw refused(
      400,
      'INVALID_REPLICATION_DATE',
      `startDate before org replication enabled date: ${back[what]} days back at most`,
    );
  }
  if (end - start < minuteMs)
    throw refused(400, 'INVALID_REPLICATION_DATE', 'startDate must be at least one minute before endDate');
  const isDeleted = what === 'deleted';
  const rows = org.tables
    .visible(name)
    .filter(
      ({ fields, changedAt }) =>
        (fields.IsDeleted === true) === isDeleted && changedAt >= start && changedAt < end,
    );
  const latestDateCovered = stampText(Math.min(end, Math.floor(now / minuteMs) * minuteMs));
  if (!isDeleted) return reply({ ids: rows.map(({ id }) => id), latestDateCovered });
  return reply({
    deletedRecords: rows.map(({ id, changedAt }) => ({ id, deletedDate: stampText(changedAt) })),
    earliestDateAvailable: stampText(now - back.deleted * dayMs),
    latestDateCovered,
  });
}

function timeIn(query: URLSearchParams, name: string): number {
  const ms = readStamp(query.get(name) ?? '');
  if (ms === null) throw refused(400, 'INVALID_REPLICATION_DATE', `${name} is not a valid date-time`);
  return Math.floor(ms / minuteMs) * minuteMs;
}
