import { asObject } from './objects.ts';

/**
 * Whether a record that was read holds everything that a body would write: then there is nothing to write. Absent, null
 * and "" mean the same; numbers and their texts too. Lists must be equal in length and order.
 */
export function contains(record: unknown, body: unknown): boolean {
  if (Array.isArray(body)) {
    const list = Array.isArray(record) ? record : [];
    return list.length === body.length && body.every((item, index) => contains(list[index], item));
  }
  if (body !== null && typeof body === 'object') {
    const fields = asObject(record);
    return Object.entries(body).every(([name, value]) => contains(fields[name], value));
  }
  return plain(record) === plain(body);
}

function plain(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
