import type { Route } from '../../kit/http/route-table.ts';
import { type JsonObject, without } from '../../kit/json.ts';
import type { Access } from '../access.ts';
import { type Endpoint, page, under } from '../endpoint.ts';
import { wrongQuery } from '../refusal.ts';
import type { EcwidSettings } from '../settings.ts';
import { type Batches, ticketOnWire } from './batches.ts';
import { requestsIn } from './request.ts';

const states = ['QUEUED', 'IN_PROGRESS', 'COMPLETED'] as const;

/** Sheet 9. Each request needs its own scopes; the batch needs none. */
export function batchEndpoints(
  batches: Batches,
  access: Access,
  settings: () => EcwidSettings,
): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}/batch');
  return [
    on(
      'POST',
      '',
      [],
      ({ list, query, pictures }) => {
        const requests = requestsIn(list);
        const deduplicationKey = query.text('deduplicationKey');
        if (
          deduplicationKey !== undefined &&
          !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(deduplicationKey)
        ) {
          throw wrongQuery('deduplicationKey', 'choice');
        }
        query.flag('allowParallelMode');
        const stopsAtFailure = query.flag('stopOnFirstFailure') ?? true;
        if (settings().limits && settings().batchCounts === 'entries') access.count(requests.length - 1);
        const group = query.text('groupId') ?? '';
        return { ticket: batches.add({ requests, stopsAtFailure, deduplicationKey, group, pictures }) };
      },
      'list',
    ),
    on('GET', '', [], async ({ query }) => {
      const key = query.text('ticket');
      const now = batches.world.now();
      if (key !== undefined)
        return ticketOnWire(await batches.read(key), query.flag('escapedJson') === true, now);
      const status = query.oneOf('status', states);
      const rows = batches.tickets.all().map((each): JsonObject => {
        return { ticket: each.ticket, ...without(ticketOnWire(each, false, now), 'responses') };
      });
      const found = rows.filter((each) => status === undefined || each.status === status);
      return page(found, query, settings());
    }),
    on(
      'POST',
      '/cancel-group',
      [],
      ({ query }) => {
        const group = query.text('groupId');
        if (group === undefined) throw wrongQuery('groupId', 'choice');
        return { updateCount: batches.cancel(group) };
      },
      'nothing',
    ),
  ];
}
