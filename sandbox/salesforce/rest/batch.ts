import type { Route } from '../../kit/http/route-table.ts';
import { type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { ApiUsage } from '../access/api-usage.ts';
import { bodyIn, type Endpoint, reply, under } from '../endpoint.ts';
import { refused } from '../refusal.ts';
import type { Dispatch } from './api.ts';

const maxParts = 25;

/** Calls that know nothing of each other: each counts, and nothing is taken back (sheet 3.4). */
export function batchEndpoints(dispatch: Dispatch, usage: ApiUsage): Route<Endpoint>[] {
  const on = under('/composite/batch', 'composite');
  return [
    on('POST', '', (call) => {
      const { batchRequests, haltOnError } = bodyIn(call);
      const parts = objectsIn(batchRequests);
      if (parts.length === 0 || parts.length > maxParts) {
        throw refused(400, 'INVALID_INPUT', `A batch has between 1 and ${maxParts} requests`);
      }
      let isHalted = false;
      const results = parts.map((part): JsonObject => {
        if (isHalted)
          return {
            statusCode: 412,
            result: [
              { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' },
            ],
          };
        usage.count();
        const url = `/services/data/${textIn(part, 'url').replace(/^\/?(services\/data\/)?/, '')}`;
        const { status, body } = dispatch.carryOut(textIn(part, 'method'), url, part.richInput, call.headers);
        isHalted = haltOnError === true && status >= 400;
        return { statusCode: status, result: body };
      });
      return reply({ hasErrors: results.some(({ statusCode }) => Number(statusCode) >= 400), results });
    }),
  ];
}
