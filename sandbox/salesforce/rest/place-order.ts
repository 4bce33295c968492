/** The Place Order API (sheet 6): an order with its items in one call. Names in any case, numbers also as text. */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, objectsIn, without } from '../../kit/json.ts';
import { bodyIn, type Call, type Endpoint, reply, termsOf, under } from '../endpoint.ts';
import type { Org } from '../org.ts';
import { attributesOf } from '../records/reading.ts';
import { createRecord } from '../records/writing.ts';
import { notFound, refused } from '../refusal.ts';

export function placeOrderEndpoints(org: Org): Route<Endpoint>[] {
  const on = under('/commerce/sale/order');
  return [
    on('POST', '', (call) => {
      const [given, ...others] = objectsIn(bodyIn(call).order);
      if (given === undefined || others.length > 0)
        throw refused(400, 'INVALID_INPUT', 'One order is expected');
      return reply(org.tables.transaction(() => placed(org, call, given)));
    }),
  ];
}

function placed(org: Org, call: Call, given: JsonObject): JsonObject {
  const [order, item] = [org.schema.object('Order'), org.schema.object('OrderItem')];
  if (order === undefined || item === undefined) throw notFound();
  const terms = { ...termsOf(call), textNumbers: true };
  const { id } = createRecord(org, order, without(given, 'attributes', 'OrderItems'), terms);
  const lines = isObject(given.OrderItems) ? objectsIn(given.OrderItems.records) : [];
  const records = lines.map((each): JsonObject => {
    const made = createRecord(org, item, { ...without(each, 'attributes'), OrderId: id }, terms);
    return { attributes: attributesOf('OrderItem', made.id, call.version), Id: made.id };
  });
  const listed = { totalSize: records.length, done: true, records };
  const record = { attributes: attributesOf('Order', id, call.version), Id: id, OrderItems: listed };
  return { totalSize: 1, done: true, records: [record] };
}
