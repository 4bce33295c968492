import type { Route } from '../../kit/http/route-table.ts';
import type { ApiUsage } from '../access/api-usage.ts';
import { type Endpoint, reply, under } from '../endpoint.ts';
import type { Org } from '../org.ts';
import { refused } from '../refusal.ts';

/** What the version has, and how much of it is left (sheet 4). */
export function orgEndpoints(org: Org, usage: ApiUsage): Route<Endpoint>[] {
  const on = under('');
  return [
    on('GET', '', ({ version }) => {
      const root = `/services/data/v${version}`;
      const names = ['sobjects', 'query', 'queryAll', 'limits', 'composite', 'commerce'];
      return reply({
        ...Object.fromEntries(names.map((name) => [name, `${root}/${name}`])),
        identity: org.user,
      });
    }),
    on('GET', '/limits', () => {
      if (!org.settings().rights.includes('ViewSetup')) {
        throw refused(403, 'INSUFFICIENT_ACCESS', 'You do not have access to this resource');
      }
      const max = org.settings().dailyCalls;
      return reply({
        DailyApiRequests: { Max: max, Remaining: Math.max(0, max - usage.used()) },
        DailyBulkApiBatches: { Max: 15_000, Remaining: 15_000 },
        DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
        DataStorageMB: { Max: 10_240, Remaining: 10_112 },
        FileStorageMB: { Max: 10_240, Remaining: 10_237 },
        HourlyTimeBasedWorkflow: { Max: 1000, Remaining: 1000 },
      });
    }),
  ];
}

/** `GET /services/data` needs no token and does not count. */
export function versionsOf(org: Org): { label: string; url: string; version: string }[] {
  const { first, last } = org.settings().versions;
  const seasons = ['Summer', 'Winter', 'Spring'];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const number = first + index;
    // v31.0 is Summer '14; three releases a year, of which Winter and Spring have the year that follows.
    const season = seasons[(number - 31 + 300) % 3] ?? '';
    const year = 14 + Math.floor((number - 31 + 2) / 3);
    return { label: `${season} '${year}`, url: `/services/data/v${number}.0`, version: `${number}.0` };
  });
}
