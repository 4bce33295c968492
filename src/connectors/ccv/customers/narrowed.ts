/** The body of an update that says less than all. */
import type { JsonObject, StoredCustomer } from '../../contract/target.ts';
import { namesOfKind } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { asObject, stated } from '../../wire/objects.ts';
import { partsInStored } from './parts.ts';
import { isOfUser, isOwn } from './target-fields.ts';

const placeFields = ['address_line_1', 'address_line_2', 'zipcode', 'city', 'province'];

/** What is to be emptied is named, as an empty text. A kind that is said alone takes the names that stand along. */
export function narrowedBody(
  body: JsonObject,
  parts: ReadonlySet<string>,
  { wire }: Pick<StoredCustomer, 'wire'>,
): JsonObject {
  const info = asObject(body.userinfo);
  const said = asObject(info.billingaddress);
  const company = textIn(said.company);
  const isCompany = company !== undefined;
  const user: Record<string, unknown> = {};
  const person: Record<string, unknown> = {};
  const address: Record<string, unknown> = {};
  const names = { first_name: said.first_name ?? '', last_name: said.last_name ?? '' };
  if (parts.has('email')) {
    user.username = body.username;
    person.email = info.email ?? '';
  }
  if (parts.has(isCompany ? 'contact' : 'name')) Object.assign(address, names);
  if (parts.has('kind') || (parts.has('name') && isCompany)) address.company = said.company ?? '';
  if (parts.has('vatNumber')) person.btw = info.btw ?? '';
  if (parts.has('cocNumber')) person.kvk = info.kvk ?? '';
  if (parts.has('phone')) address.telephone = said.telephone ?? '';
  if (parts.has('address')) {
    for (const name of placeFields) address[name] = said[name] ?? '';
    // Of a new address it is not known where nobody says it; one that is taken away leaves none.
    const isThere = said.address_line_1 !== undefined;
    address.country_code = said.country_code ?? (isThere ? undefined : '');
  }
  if (parts.has('kind')) {
    person.customertype = info.customertype;
    // Either would make a company of a person.
    if (!isCompany) Object.assign(person, { btw: '', kvk: '' });
    if (!parts.has('name')) {
      const { company: kept, firstName, lastName } = namesOfKind(partsInStored(wire), company ?? '');
      Object.assign(address, stated({ first_name: firstName, last_name: lastName }), { company: kept });
    }
  }
  for (const part of [...parts].filter(isOwn)) {
    if (isOfUser(part)) user[part] = body[part] ?? null;
    else person[part] = info[part] ?? '';
  }
  const billingaddress = stated(address);
  return withoutEmpty({ ...stated(user), userinfo: withoutEmpty({ ...stated(person), billingaddress }) });
}

function withoutEmpty(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => Object.keys(Object(value)).length > 0 || Object(value) !== value,
    ),
  );
}
