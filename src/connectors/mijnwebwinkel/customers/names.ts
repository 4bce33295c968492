/** The names that a company lends, as the platform insists on some. */
import type { JsonObject } from '../../contract/target.ts';
import { textIn } from '../../wire/fields.ts';
import { fullName, splitName } from '../../wire/party.ts';
import { partsInStored } from './parts.ts';

/** The platform insists on names: a company without a contact lends its own. */
export function withOwnName(names: JsonObject, company: string | undefined): JsonObject {
  if (company === undefined || fullName(textIn(names.firstName), textIn(names.lastName))) return names;
  const [firstName = '', lastName = ''] = splitName({ name: company });
  return { firstName, lastName };
}

/** Of names that a company lends nothing is left. */
export function withoutLent(names: JsonObject, company: string | undefined): JsonObject {
  const lent = withOwnName({}, company);
  const isLent = names.firstName === lent.firstName && names.lastName === lent.lastName;
  return company !== undefined && isLent ? { firstName: '', lastName: '' } : names;
}

/** The names that follow from what is said: a contact that is taken away, or another name of a company that has none. */
export function lentNames(wire: JsonObject, said: JsonObject, address: JsonObject): JsonObject {
  const stands = partsInStored(wire);
  const isCompany = stands.kind === 'company';
  const company = textIn('company' in address ? address.company : isCompany ? stands.name : undefined);
  const { firstName, lastName } = said;
  if (firstName !== undefined || lastName !== undefined) return withOwnName({ firstName, lastName }, company);
  const isLent = isCompany && stands.contact === undefined && 'company' in address;
  return isLent ? withOwnName({}, company) : {};
}
