import type { JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { invalid } from '../refusal.ts';

/** Throws while another transaction holds the rows: of the object itself, or of the parent of what is written (sheet 8). */
export function requireFree(org: Org, object: string, fields: JsonObject): void {
  for (const [key, { object: heldObject, left }] of org.held.entries()) {
    const isHeld = heldObject === object || typeof fields[`${heldObject}Id`] === 'string';
    if (!isHeld || left <= 0) continue;
    if (left === 1) org.held.delete(key);
    else org.held.set(key, { object: heldObject, left: left - 1 });
    throw invalid('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record or 1 records');
  }
}
