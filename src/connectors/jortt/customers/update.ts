/** What is put over a customer of Jortt. Whether a PUT clears what it leaves out is not known (sheet 6.2): all of it goes back. */
import type { JsonObject } from '../../contract/target.ts';
import { isNameless } from '../../wire/customer-parts.ts';
import { present, textIn } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { addressFieldsOf, isPartOfName, isSplitOf } from './parts.ts';
import { isOwnReference, isWritable } from './target-fields.ts';

/** `wire` is the record as it stands now. The salutation cannot be kept: Jortt never tells it. */
export function updatedCustomer(wire: JsonObject, body: JsonObject): JsonObject {
  const said = isOwnReference(body) ? only(body, (name) => name !== 'reference') : body;
  return {
    ...only(present(wire), isWritable),
    ...noCompany(wire, said),
    ...emptiedPlace(said),
    ...placeholder(wire, said),
    ...withKnownSplit(wire, said),
  };
}

/** Of a company that becomes a person nothing is left that makes one. A person takes no shifted VAT. */
function noCompany(wire: JsonObject, body: JsonObject): JsonObject {
  if (body.is_private !== true) return {};
  const shift = wire.shift_vat === true ? { shift_vat: false } : {};
  return wire.is_private === true ? shift : { ...shift, vat_number: null, coc_number: null };
}

/** A new address leaves nothing of the old one. */
function emptiedPlace(body: JsonObject): JsonObject {
  const names = addressFieldsOf(body);
  const isSaid = names.some((name) => body[name] !== undefined);
  return isSaid ? Object.fromEntries(names.map((name) => [name, null])) : {};
}

/** Where nobody knows a name, the e-mail address stands for it: also the new one. */
function placeholder(wire: JsonObject, { email, customer_name }: JsonObject): JsonObject {
  const isNew = textIn(email) !== undefined && customer_name === undefined;
  return isNew && isNameless(textIn(wire.customer_name)) ? { customer_name: email } : {};
}

/** Shops split a name by guess. Where it is the same name, the merchant's own split stands; else none of the old is left. */
function withKnownSplit(wire: JsonObject, body: JsonObject): JsonObject {
  if (body.customer_name === undefined || !isSplitOf(body)) return body;
  const isSame = textIn(wire.customer_name) === textIn(body.customer_name);
  const split = only(present(wire), isPartOfName);
  if (!isSplitOf(wire) || Object.keys(split).length === 0) return body;
  if (isSame) return only(body, (name) => !isPartOfName(name));
  return { ...Object.fromEntries(Object.keys(split).map((name) => [name, null])), ...body };
}
