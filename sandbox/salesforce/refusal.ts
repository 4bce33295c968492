import { Refusal } from '../kit/http/refusal.ts';
import type { JsonObject } from '../kit/json.ts';

/** One error of an answer. In collections and trees `errorCode` is called `statusCode` (sheet 3.6). */
export interface Fault {
  readonly errorCode: string;
  readonly message: string;
  /** Left out where the error is not about fields. */
  readonly fields?: readonly string[];
  /** What duplicate rules add. */
  readonly more?: JsonObject;
}

/** An answer of the REST API that says no: an array (sheet 8). */
export class RestRefusal extends Refusal<JsonObject[]> {
  readonly fault: Fault;

  constructor(status: number, fault: Fault) {
    super(status, fault.message, [onWire(fault)]);
    this.fault = fault;
  }
}

export function refused(
  status: number,
  errorCode: string,
  message: string,
  fields?: readonly string[],
): RestRefusal {
  return new RestRefusal(status, { errorCode, message, ...(fields === undefined ? {} : { fields }) });
}

/** A record that cannot be written so. */
export function invalid(errorCode: string, message: string, ...fields: readonly string[]): RestRefusal {
  return refused(400, errorCode, message, fields);
}

export function notFound(message = 'The requested resource does not exist'): RestRefusal {
  return refused(404, 'NOT_FOUND', message);
}

/** As a row of a collection or a tree shows it. */
export function rowError({ errorCode, message, fields = [], more = {} }: Fault): JsonObject {
  return { ...more, statusCode: errorCode, message, fields: [...fields] };
}

function onWire({ errorCode, message, fields, more = {} }: Fault): JsonObject {
  return { ...more, message, errorCode, ...(fields === undefined ? {} : { fields: [...fields] }) };
}
