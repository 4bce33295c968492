/** The body of an update that says less: Ecwid leaves alone what it does not name, so what is to be emptied is named (sheet 2.4). */
import type { JsonObject, Parts } from '../../contract/target.ts';
import { asObject, only } from '../../wire/objects.ts';
import { isOwn, partsOfBody } from './parts.ts';

/** Where a person has to have a name, it is filled in when it is written (difference.ts). */
export function narrowedBody(body: JsonObject, parts: ReadonlySet<string>): JsonObject {
  const said = partsOfBody(body);
  const all = [...parts];
  const person = merged(all.map((part) => ofPerson(body, said, part, parts)));
  return {
    ...merged(all.map((part) => ofAccount(body, said, part))),
    ...(Object.keys(person).length === 0 ? {} : { billingPerson: person }),
  };
}

function ofAccount(body: JsonObject, { kind }: Parts, part: string): JsonObject {
  const { email = '', taxId = '', lang = '', b2b_b2c } = body;
  switch (part) {
    case 'email':
      return { email };
    case 'vatNumber':
      return { taxId };
    case 'language':
      return { lang };
    case 'kind':
      // A VAT number would make a company of a person (party.ts).
      return kind === 'company' ? { b2b_b2c } : { b2b_b2c, taxId };
    case 'b2b_b2c':
      return { b2b_b2c };
    default:
      return isOwn(part) ? defined({ [part]: body[part] ?? emptied(part) }) : {};
  }
}

function ofPerson(
  body: JsonObject,
  { kind, contact, address }: Parts,
  part: string,
  parts: ReadonlySet<string>,
): JsonObject {
  const isCompany = kind === 'company';
  const { name, companyName, phone = '' } = asObject(body.billingPerson);
  switch (part) {
    case 'kind':
      return isCompany ? {} : { companyName: '' };
    case 'name':
      return defined(isCompany ? { companyName } : { name });
    case 'contact':
      // A person's own name stands in the same field.
      if (!isCompany && parts.has('name')) return {};
      return { name: isCompany && contact !== undefined ? name : '' };
    case 'phone':
      return { phone };
    case 'address':
      return address === undefined ? noAddress : only(asObject(body.billingPerson), isOfAddress);
    default:
      return {};
  }
}

const noAddress = { street: '', city: '', postalCode: '', countryCode: '', stateOrProvinceCode: '' };

/** A body says a place as a whole (to-wire.ts); without one it says no address at all, or a country alone. */
function isOfAddress(name: string): boolean {
  return Object.hasOwn(noAddress, name);
}

/** Returns undefined for what is not emptied: whether a number is valid is the shop's own to find. */
function emptied(name: string): unknown {
  switch (name) {
    case 'taxIdValid':
      return undefined;
    case 'customerGroupId':
      return 0;
    case 'taxExempt':
    case 'acceptMarketing':
      return false;
    default:
      return '';
  }
}

function merged(all: readonly JsonObject[]): JsonObject {
  return Object.assign({}, ...all);
}

function defined(fields: JsonObject): JsonObject {
  return only(fields, (_, value) => value !== undefined);
}
