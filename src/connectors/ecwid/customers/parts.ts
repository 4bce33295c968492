/** A customer of Ecwid by part (sheet 7.3): what a body says, and what stands in a record. */
import type { JsonObject, Parts } from '../../contract/target.ts';
import { partsOfRecord } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { readable } from './readable.ts';
import { customerFields, isOfPerson } from './target-fields.ts';
import { customerFromWire } from './wire.ts';

const sharedFields = new Set(['taxId', 'lang', 'b2b_b2c']);

/** Whether a part is a field that only a mapping fills in. */
export function isOwn(name: string): boolean {
  return Object.hasOwn(customerFields.shape, name) && !isOfPerson(name) && !sharedFields.has(name);
}

/** Two words for a kind, unless somebody has mapped another one. A body that says no kind is one that was narrowed. */
export function partsOfBody(body: JsonObject): Parts {
  const { kind, ...parts } = partsOf(body, only(body, isOwn));
  const { b2b_b2c: group } = body;
  if (group === undefined) return parts;
  return { kind, ...parts, ...(group === groupOf(kind) ? {} : { b2b_b2c: group }) };
}

export function partsOfStored(wire: JsonObject): Parts {
  return partsOf(
    wire,
    only(wire, (name) => isOwn(name) || name === 'b2b_b2c'),
  );
}

/** Returns the group of customers that goes with a kind. */
function groupOf(kind: unknown): string {
  return kind === 'company' ? 'b2b' : 'b2c';
}

/** As the source reads it; but a VAT number is whatever was typed there. */
function partsOf(wire: JsonObject, own: JsonObject): Parts {
  return partsOfRecord({ ...customerFromWire(readable(wire)), vatNumber: textIn(wire.taxId) }, own);
}
