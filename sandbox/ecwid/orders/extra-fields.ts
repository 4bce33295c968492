import { each, together, words } from '../../kit/fields/shape.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { under } from '../endpoint.ts';
import { type FieldKind, writable } from '../fields.ts';
import { absentField, refusal, wrongParameter } from '../refusal.ts';
import type { Shop } from '../shop.ts';

const entity = 'OrderExtraField';
const inputTypes = `
  TEXT TEXTAREA SELECT CHECKBOX TOGGLE_BUTTON_GROUP RADIO_BUTTONS DATETIME LABEL`;
const sections = 'shipping_info billing_info customer_info order_comments';
const shape = together<FieldKind>(
  each('text', 'id title value orderBy'),
  each(['', ...words(inputTypes)], 'customerInputType'),
  each(['', ...words(sections)], 'orderDetailsDisplaySection'),
  each('boolean', 'showInNotifications showInInvoice'),
);
const maxValueLength = 255;
const maxTotalLength = 8192;

const reading = ['read_orders'];
const writing = ['update_orders'];

/** The extra fields of an order (sheet 3.9, 3.11). The list is a bare array. */
export function extraFieldEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}/orders/{orderId}/extraFields');
  const order = ({ parameters }: Call) => shop.order(parameters.orderId ?? '');
  const store = (call: Call, fields: JsonObject[]) => {
    shop.changeOrder(order(call), { orderExtraFields: checkedExtraFields(fields) });
  };
  return [
    on('GET', '', reading, (call) => fieldsOf(order(call))),
    on('POST', '', writing, (call) => {
      const field = writable(call.body, shape, entity);
      const absent = ['id', 'value', 'title'].find((name) => typeof field[name] !== 'string');
      if (absent !== undefined) throw absentField(entity, absent);
      const defaults = { customerInputType: '', orderDetailsDisplaySection: '', orderBy: '0' };
      const others = fieldsOf(order(call)).filter(({ id }) => id !== field.id);
      store(call, [...others, { ...defaults, ...field }]);
      return { createCount: 1 };
    }),
    on('PUT', '/{fieldId}', writing, (call) => {
      const { id: _, ...fields } = writable(call.body, shape, entity);
      const known = existing(order(call), call);
      const change = (field: JsonObject) => (field.id === known.id ? { ...field, ...fields } : field);
      store(call, fieldsOf(order(call)).map(change));
      return { updateCount: 1 };
    }),
    on('DELETE', '/{fieldId}', writing, (call) => {
      const known = existing(order(call), call);
      const others = fieldsOf(order(call)).filter(({ id }) => id !== known.id);
      store(call, others);
      return { deleteCount: 1 };
    }),
  ];
}

function fieldsOf(order: JsonObject): JsonObject[] {
  return objectsIn(order.orderExtraFields);
}

/** The code for an unknown field is not documented. */
function existing(order: JsonObject, { parameters }: Call): JsonObject {
  const field = fieldsOf(order).find(({ id }) => id === parameters.fieldId);
  if (field !== undefined) return field;
  throw refusal(404, 'ORDER_EXTRA_FIELD_NOT_FOUND', `Extra field ${parameters.fieldId} not found`);
}

/** Of the order's own list as well as of this endpoint: up to 255 characters each, 8 KB an order (sheet 3.9). */
export function checkedExtraFields(fields: JsonObject[]): JsonObject[] {
  const lengths = fields.map((field) => textIn(field, 'value').length);
  if (lengths.some((length) => length > maxValueLength) || JSON.stringify(fields).length > maxTotalLength) {
    throw wrongParameter('Field OrderExtraField.value is too long');
  }
  return fields;
}
