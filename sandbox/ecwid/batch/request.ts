import { Refusal } from '../../kit/http/refusal.ts';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';

/** One request of a batch: its path begins below the store, and has its query with it (sheet 9). */
export interface BatchRequest {
  readonly id: string | null;
  readonly method: string;
  readonly path: string;
  readonly body: JsonObject | null;
}

const methods = ['GET', 'POST', 'PUT', 'DELETE'];
const maxRequests = 500;

/** Throws 400 for the whole list where one of its entries cannot be read. */
export function requestsIn(list: readonly Json[]): BatchRequest[] {
  if (list.length === 0) throw badBatch('The batch has no requests');
  if (list.length > maxRequests) throw badBatch(`A batch has at most ${maxRequests} requests`);
  return list.map((entry) => {
    if (!isObject(entry)) throw badBatch('A request of the batch is not an object');
    const { id, method, path, body } = entry;
    if (typeof method !== 'string' || !methods.includes(method))
      throw badBatch('A request has a wrong method');
    if (typeof path !== 'string' || !path.startsWith('/')) throw badBatch('A request has a wrong path');
    // A batch within a batch would wait for itself.
    if (/^\/batch\b/.test(path)) throw badBatch('A request of a batch can not be about batches');
    const isEmpty = body === undefined || body === null || body === '';
    if (!isEmpty && !isObject(body)) throw badBatch('The body of a request is not an object');
    return {
      id: typeof id === 'string' ? id : typeof id === 'number' ? String(id) : null,
      method,
      path,
      body: isObject(body) ? body : null,
    };
  });
}

/** The legacy page of batches spells the key so (sheet 2.5). */
function badBatch(message: string): Refusal {
  return new Refusal(400, message, { error_message: message });
}
