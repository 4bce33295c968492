/**
 * The names of a billing person after an update. One field holds a person's own name or a company's contact, and a company
 * without a contact lends its own; so who becomes a company, or a person again, takes the name along.
 */
import type { JsonObject } from '../../contract/target.ts';
import { isNameless } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { companyIn } from '../../wire/party.ts';

/** `before` is the person as it stands. Returns only what is to be written. */
export function namesAfter(before: JsonObject, body: JsonObject): JsonObject {
  const said = asObject(body.billingPerson);
  const firm = firmOf(before);
  const companyName = said.companyName ?? firmWithoutName(before, body);
  const after = companyName === undefined ? firm : companyIn(textIn(companyName));
  const name = after === undefined ? personAfter(before, body) : contactAfter(before, said, after);
  return only({ companyName, name }, (_, value) => value !== undefined);
}

function firmOf(person: JsonObject): string | undefined {
  return companyIn(textIn(person.companyName));
}

/** Becomes a company of the name that it has, or has none but its address, which changes. */
function firmWithoutName(before: JsonObject, { b2b_b2c, email }: JsonObject): unknown {
  const firm = firmOf(before);
  if (firm === undefined) return b2b_b2c === 'b2b' ? before.name : undefined;
  return isNameless(firm) ? email : undefined;
}

function personAfter(before: JsonObject, { billingPerson, email }: JsonObject): unknown {
  const { name } = asObject(billingPerson);
  if (textIn(name) !== undefined) return name;
  const known = firmOf(before) ?? textIn(before.name);
  if (known !== undefined && isNameless(known)) return email ?? firmOf(before);
  return firmOf(before);
}

/** `after` is the company's name. A contact that is not known is no reason to take one away; an empty name is. */
function contactAfter(before: JsonObject, said: JsonObject, after: string): unknown {
  const name = textIn(said.name);
  if (name !== undefined && said.name !== said.companyName) return name;
  const known = textIn(before.name);
  const isLent = known === undefined || known === textIn(before.companyName);
  const isTaken = said.name === '' || firmOf(before) === undefined || (isLent && name !== undefined);
  return isTaken || (isLent && said.companyName !== undefined) ? after : undefined;
}
