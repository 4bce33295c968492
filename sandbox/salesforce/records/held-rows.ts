import type { JsonObject } from '../../kit/json.ts';
import type { HeldRows, Org } from '../org.ts';
import { invalid } from '../refusal.ts';

const held = 'unable to obtain exclusive access to this record or 1 records';

/** As it is told: of a trigger or a flow of the org it stands in what that failed with (sheet 8). */
const words: Readonly<Record<HeldRows['code'], string>> = {
  UNABLE_TO_LOCK_ROW: held,
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: `AfterSave: execution of AfterInsert caused by: System.DmlException: Update failed. First exception on row 0; first error: UNABLE_TO_LOCK_ROW, ${held}: []`,
  CANNOT_EXECUTE_FLOW_TRIGGER: `We can't save this record because the "After save" process failed. Error details: UNABLE_TO_LOCK_ROW: ${held}`,
  REQUEST_LIMIT_EXCEEDED: 'TotalRequests Limit exceeded.',
};

/** Throws while another transaction holds the rows: of the object itself, or of the parent of what is written (sheet 8). */
export function requireFree(org: Org, object: string, fields: JsonObject): void {
  for (const [key, hold] of org.held.entries()) {
    const isHeld = hold.object === object || typeof fields[`${hold.object}Id`] === 'string';
    if (!isHeld || hold.left <= 0) continue;
    if (hold.left === 1) org.held.delete(key);
    else org.held.set(key, { ...hold, left: hold.left - 1 });
    throw invalid(hold.code, words[hold.code]);
  }
}
