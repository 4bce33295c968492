/** Calls that are taken in and done later, and what became of them (sheet 13). */
import type { Route } from '../../kit/http/route-table.ts';
import { RouteTable } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject } from '../../kit/json.ts';
import { type Call, type Endpoint, list, under } from '../endpoint.ts';
import { noSuchEntity } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { snakeCase } from '../snake-case.ts';
import type { Scoped } from '../stores/scope.ts';
import type { Bulk, Bulks, Message, Operation } from './bulks.ts';

interface AsyncRoute {
  readonly need: string | null;
  readonly topic: string;
  readonly message: (body: JsonObject) => Message | null;
}

const resource = 'Magento_Logging::system_magento_logging_bulk_operations';

export function bulkEndpoints(shop: Shop, bulks: Bulks): Route<Endpoint>[] {
  const on = under('/V1/bulk');
  const columns = new Set(['id', 'bulk_uuid', 'topic_name', 'status', 'result_message', 'error_code']);
  return [
    on('GET', '', resource, (call) =>
      list(shop, call, { rows: bulks.operations.all().map(detailed), columns }),
    ),
    on('GET', '/{uuid}/status', resource, (call) => shown(bulks, call, brief)),
    on('GET', '/{uuid}/detailed-status', resource, (call) => shown(bulks, call, detailed)),
    on('GET', '/{uuid}/operation-status/{status}', resource, (call) => {
      const wanted = Number(call.parameters.status);
      return operationsOf(bulks, bulkNamed(bulks, call)).filter(({ status }) => status === wanted).length;
    }),
  ];
}

/** The call that an address stands for; in lists, `bySku` stands where the SKU of each message belongs. Null for none. */
export function asyncRoute(
  routes: readonly Route<Endpoint>[],
  method: string,
  { mode, path, store, names }: Scoped,
): AsyncRoute | null {
  const table = new RouteTable(
    routes.map((route) => ({
      ...route,
      template: mode === 'later' ? route.template : route.template.replace(/\{(\w)(\w*)\}/g, byName),
      handler: route,
    })),
  );
  const found = table.find(method, path);
  if (found.kind !== 'found') return null;
  const { template, handler } = found.handler;
  const words = template.split('/').filter((word) => word !== '' && !word.startsWith('{'));
  const of = (pathNow: string, body: JsonObject) => ({
    method,
    path: pathNow,
    storeId: store.id,
    names,
    body,
  });
  return {
    need: handler.need,
    topic: `async.magento.${words.slice(1).join('.').toLowerCase()}.${method.toLowerCase()}`,
    message: (body) => {
      if (mode === 'later') return of(path, body);
      const filled = filledPath(template, body);
      return filled === null ? null : of(filled, body);
    },
  };
}

function byName(_: string, first: string, rest: string): string {
  return `by${first.toUpperCase()}${rest}`;
}

/** Null where the message does not say what belongs into the address. */
function filledPath(template: string, body: JsonObject): string | null {
  let isComplete = true;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = valueNamed(body, name);
    isComplete &&= value !== null;
    return encodeURIComponent(value ?? '');
  });
  return isComplete ? path : null;
}

/** Beside the object of the message, or in it. */
function valueNamed(body: JsonObject, name: string): string | null {
  const wanted = [snakeCase(name), ...(name === 'productSku' ? ['sku'] : [])];
  for (const object of [body, ...Object.values(body).filter(isObject)]) {
    for (const each of wanted) {
      const value = object[each];
      if (typeof value === 'string' || typeof value === 'number') return String(value);
    }
  }
  return null;
}

function shown(bulks: Bulks, call: Call, as: (operation: Operation) => JsonObject): JsonObject {
  const bulk = bulkNamed(bulks, call);
  const operations = operationsOf(bulks, bulk);
  return {
    operations_list: operations.map(as),
    user_type: 1,
    bulk_id: bulk.id,
    description: `Topic ${bulk.topic}`,
    start_time: bulk.startTime,
    user_id: 1,
    operation_count: operations.length,
  };
}

function brief({ id, status, resultMessage }: Operation): JsonObject {
  return { id, status, result_message: resultMessage, error_code: status === 3 ? 0 : null };
}

function detailed(operation: Operation): JsonObject {
  const { bulkId, topic, result } = operation;
  return {
    ...brief(operation),
    bulk_uuid: bulkId,
    topic_name: topic,
    serialized_data: JSON.stringify(operation.message?.body ?? null),
    result_serialized_data: result === null ? null : JSON.stringify(result),
  };
}

function bulkNamed({ bulks }: Bulks, { parameters }: Call): Bulk {
  const bulk = bulks.get(parameters.uuid ?? '');
  if (bulk === undefined) throw noSuchEntity('bulk_uuid', parameters.uuid ?? '');
  return bulk;
}

function operationsOf({ operations }: Bulks, bulk: Bulk): Operation[] {
  return bulk.operations.flatMap((id) => operations.get(String(id)) ?? []);
}
