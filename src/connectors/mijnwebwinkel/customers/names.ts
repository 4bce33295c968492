/** The names of a customer after an update: those that it says, and those that go along with a kind or a company. */
import type { JsonObject } from '../../contract/target.ts';
import { namesOfKind } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';
import { splitName } from '../../wire/party.ts';
import { partsInStored } from './parts.ts';

/** The body of an update with all names that it comes to; it says a kind with `kindAlone` where it says no name. */
export function withNames(wire: JsonObject, { kindAlone, ...body }: JsonObject): JsonObject {
  return withLentName(wire, kindAlone === true ? withNamesOfKind(wire, body) : body);
}

function withNamesOfKind(wire: JsonObject, body: JsonObject): JsonObject {
  const { company: said, ...address } = asObject(body.address);
  const { company, ...names } = namesOfKind(partsInStored(wire), textIn(said) ?? '');
  return { ...body, ...names, address: { ...address, ...(company === undefined ? {} : { company }) } };
}

/** A company without a contact lends its own name (to-wire.ts), also when it gets another, or loses its contact. */
function withLentName(wire: JsonObject, body: JsonObject): JsonObject {
  const { kind, name, contact } = partsInStored(wire);
  const { company } = asObject(body.address);
  const { firstName, lastName } = body;
  const isCompany = company === undefined ? kind === 'company' : company !== '';
  const saysNone = firstName === '' && lastName === '';
  const isLent =
    kind === 'company' && contact === undefined && company !== undefined && firstName === undefined;
  if (!isCompany || !(saysNone || isLent)) return body;
  const [first = '', last = ''] = splitName({
    kind: 'person',
    name: textIn(company) ?? textIn(name) ?? '',
    address: {},
  });
  return { ...body, firstName: first, lastName: last };
}
