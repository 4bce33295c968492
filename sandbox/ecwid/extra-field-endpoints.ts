import { type JsonObject, objectsIn, textIn } from '../json.ts';
import type { Route } from '../route-table.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { type FieldType, writable } from './fields.ts';
import { Refusal, wrongParameter } from './refusal.ts';
import type { Shop } from './shop.ts';

const path = '/api/v3/{storeId}/orders/{orderId}/extraFields';
const fieldTypes: Readonly<Record<string, FieldType>> = {
  id: 'text',
  title: 'text',
  value: 'text',
  customerInputType: [
    '',
    'TEXT',
    'TEXTAREA',
    'SELECT',
    'CHECKBOX',
    'TOGGLE_BUTTON_GROUP',
    'RADIO_BUTTONS',
    'DATETIME',
    'LABEL',
  ],
  orderDetailsDisplaySection: ['', 'shipping_info', 'billing_info', 'customer_info', 'order_comments'],
  orderBy: 'text',
  showInNotifications: 'boolean',
  showInInvoice: 'boolean',
};
const longestValue = 255;
const largestSum = 8192;

/** The extra fields of an order (sheet 3.9, 3.11). The list is a bare array. */
export function extraFieldEndpoints(shop: Shop): Route<Endpoint>[] {
  const order = ({ parameters }: Call) => shop.order(parameters.orderId ?? '');
  const store = (found: JsonObject, fields: JsonObject[]) => {
    shop.changeOrder(found, { orderExtraFields: checked(fields) });
  };
  return [
    {
      method: 'GET',
      template: path,
      handler: { scopes: ['read_orders'], answer: (call) => fieldsOf(order(call)) },
    },
    {
      method: 'POST',
      template: path,
      handler: {
        scopes: ['update_orders'],
        answer: (call) => {
          const field = writable(call.body, fieldTypes, 'OrderExtraField');
          for (const name of ['id', 'value', 'title']) {
            if (typeof field[name] !== 'string')
              throw wrongParameter(`Field OrderExtraField.${name} is absent`);
          }
          const defaults = { customerInputType: '', orderDetailsDisplaySection: '', orderBy: '0' };
          const others = fieldsOf(order(call)).filter(({ id }) => id !== field.id);
          store(order(call), [...others, { ...defaults, ...field }]);
          return { createCount: 1 };
        },
      },
    },
    {
      method: 'PUT',
      template: `${path}/{fieldId}`,
      handler: {
        scopes: ['update_orders'],
        answer: (call) => {
          const { id: _, ...fields } = writable(call.body, fieldTypes, 'OrderExtraField');
          const known = existing(order(call), call);
          const list = fieldsOf(order(call));
          store(
            order(call),
            list.map((field) => (field.id === known.id ? { ...field, ...fields } : field)),
          );
          return { updateCount: 1 };
        },
      },
    },
    {
      method: 'DELETE',
      template: `${path}/{fieldId}`,
      handler: {
        scopes: ['update_orders'],
        answer: (call) => {
          const known = existing(order(call), call);
          store(
            order(call),
            fieldsOf(order(call)).filter(({ id }) => id !== known.id),
          );
          return { deleteCount: 1 };
        },
      },
    },
  ];
}

function fieldsOf(order: JsonObject): JsonObject[] {
  return objectsIn(order.orderExtraFields);
}

/** The code for an unknown field is not documented. */
function existing(order: JsonObject, { parameters }: Call): JsonObject {
  const field = fieldsOf(order).find(({ id }) => id === parameters.fieldId);
  if (field !== undefined) return field;
  throw new Refusal(404, 'ORDER_EXTRA_FIELD_NOT_FOUND', `Extra field ${parameters.fieldId} not found`);
}

function checked(fields: JsonObject[]): JsonObject[] {
  const lengths = fields.map((field) => textIn(field, 'value').length);
  if (lengths.some((length) => length > longestValue) || JSON.stringify(fields).length > largestSum) {
    throw wrongParameter('Field OrderExtraField.value is too long');
  }
  return fields;
}
