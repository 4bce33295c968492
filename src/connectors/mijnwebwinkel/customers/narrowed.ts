/** The body of an update that says less than all. */
import type { JsonObject, StoredCustomer } from '../../contract/target.ts';
import { namesOfKind } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { lentNames, withoutLent } from './names.ts';
import { partsInStored } from './parts.ts';
import { isOwn } from './target-fields.ts';

const ofPart: Readonly<Record<string, readonly string[]>> = {
  vatNumber: ['taxNumber'],
  phone: ['phone'],
  address: ['street', 'streetNumber', 'zipCode', 'city', 'countryCode'],
};

/**
 * What is to be emptied is named: PATCH leaves alone what it does not name. With a kind that is said alone go the names that stand,
 * and with the name of a company that has no contact those that it lends.
 */
export function narrowedBody(
  body: JsonObject,
  parts: ReadonlySet<string>,
  { wire }: Pick<StoredCustomer, 'wire'>,
): JsonObject {
  const said = asObject(body.address);
  const company = textIn(said.company);
  const isCompany = company !== undefined;
  const { firstName, lastName } = body;
  const top: Record<string, unknown> = {};
  const address: Record<string, unknown> = {};
  for (const part of parts) {
    if (part === 'email') top.email = body.email;
    if (part === (isCompany ? 'contact' : 'name')) {
      // The company that stands there lends its own.
      Object.assign(top, withoutLent({ firstName, lastName }, company));
    }
    if (part === 'kind' || (part === 'name' && isCompany)) address.company = said.company ?? '';
    // It would make a company of a person.
    if (part === 'kind' && !isCompany) address.taxNumber = '';
    for (const name of ofPart[part] ?? [])
      address[name] = said[name] ?? (name === 'countryCode' ? undefined : '');
    if (isOwn(part))
      Object.assign(part in said || part === 'iban' || part === 'gender' ? address : top, {
        [part]: body[part] ?? said[part] ?? '',
      });
  }
  if (parts.has('kind') && !parts.has('name')) {
    const { company: kept, ...names } = namesOfKind(partsInStored(wire), company ?? '');
    Object.assign(top, names);
    address.company = kept;
  }
  const isStated = (_: string, value: unknown) => value !== undefined;
  const stated = only(address, isStated);
  return {
    ...only(top, isStated),
    ...lentNames(wire, top, stated),
    ...(Object.keys(stated).length === 0 ? {} : { address: stated }),
  };
}
