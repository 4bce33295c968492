/** What is put over a customer that exists: only what differs of what is said, and what Magento insists on (sheet 9.4). */
import type { JsonObject, Parts } from '../../contract/target.ts';
import { present, textIn } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { addressesAfter } from './addresses.ts';
import { namesAfter, personIn, splitAs, withoutMiddleName } from './names.ts';
import { isOwnOfAccount, partsOfBody, partsOfStored, saysPart, spokenOf } from './parts.ts';
import { objectsIn } from './readable.ts';

/** Required even where nothing of it changes, or reset when left out (sheet 9.4; the group: magento2#14663, #25958). */
const alwaysSent = ['email', 'firstname', 'lastname', 'website_id', 'store_id', 'group_id'];

/**
 * Returns the customer of `PUT /V1/customers/{id}`, or null where there is nothing to write. Its addresses are replaced as a
 * whole, so they are in it only when one of them is to change, and then all of them. `left`: parts that stay as they are.
 */
export function customerChanges(
  id: string,
  wire: JsonObject,
  body: JsonObject,
  left: readonly string[] = [],
): JsonObject | null {
  const said = partsOfBody(body);
  const stands = partsOfStored(wire);
  const customer = asObject(body.customer);
  const isNews = (part: string) => !left.includes(part) && !isSame(part, stands, said, { wire, customer });
  const news = new Set([...(spokenOf(body) ?? Object.keys(said))].filter(isNews));
  const { company, person } = namesAfter(wire, body, said, news);
  const isPerson = news.has('kind') && said.kind === 'person';
  // A person has no number, whoever wrote it: it would make a company again.
  const number = news.has('vatNumber') ? (numberIn(customer) ?? '') : isPerson ? '' : undefined;
  const split = person === undefined || person === personIn(wire) ? undefined : splitAs(person, customer);
  const account = {
    ...ownFields(customer, news, said),
    ...(split === undefined ? {} : withoutMiddleName(wire, split)),
    ...(number === undefined || (number === '' && !wire.taxvat) ? {} : { taxvat: number }),
  };
  const addresses = addressesAfter(wire, {
    wanted: objectsIn(customer.addresses)[0] ?? {},
    news,
    said,
    company,
    split,
    number,
  });
  if (Object.keys(account).length === 0 && addresses === undefined) return null;
  const kept = Object.fromEntries(alwaysSent.map((name) => [name, wire[name]]));
  return {
    ...present(kept),
    ...account,
    id: Number(id),
    ...(addresses === undefined ? {} : { addresses }),
  };
}

interface Compared {
  readonly wire: JsonObject;
  readonly customer: JsonObject;
}

function isSame(part: string, stands: Parts, said: Parts, { wire, customer }: Compared): boolean {
  // In other capitals it is typed anew.
  if (part === 'email') return textIn(wire.email) === textIn(customer.email);
  if (said[part] === undefined) return stands[part] === undefined;
  return saysPart(wire, stands, part, said[part]);
}

function ownFields(customer: JsonObject, news: ReadonlySet<string>, said: Parts): JsonObject {
  const own = [...news].filter(isOwnOfAccount).map((name) => [name, said[name] ?? emptied(name)] as const);
  const email = news.has('email') ? customer.email : undefined;
  return only({ email, ...Object.fromEntries(own) }, (_, value) => value !== undefined);
}

function numberIn({ taxvat, addresses }: JsonObject): string | undefined {
  return textIn(objectsIn(addresses)[0]?.vat_id) ?? textIn(taxvat);
}

/** Returns undefined for what cannot be empty. The gender `3` is not specified (sheet 9.2). */
function emptied(name: string): unknown {
  switch (name) {
    case 'group_id':
      return undefined;
    case 'gender':
      return 3;
    case 'disable_auto_group_change':
      return 0;
    default:
      return '';
  }
}
