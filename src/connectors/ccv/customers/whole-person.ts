/**
 * A person as it is sent back: what stands there, with what is said laid over it. The shop shows more than it takes (sheet 6.4): of
 * `email_invoice` and of what comes to be shown later it would refuse the whole.
 */
import type { JsonObject } from '../../contract/target.ts';
import { textIn } from '../../wire/fields.ts';
import { asObject, only, stated } from '../../wire/objects.ts';

const personal = new Set([
  ...[
    'email',
    'customertype',
    'btw',
    'kvk',
    'reference',
    'reservationnumber',
    'costcentre',
    'website',
    'branch',
  ],
  ...['bankaccount', 'iban', 'bic', 'bank', 'tenname', 'bankname', 'birthdate', 'birthtime', 'birthplace'],
  ...['income', 'findus', 'ssnnumber', 'zzppass', 'cardnumber', 'clubname', 'clubcity', 'clubcomment'],
  ...['fair', 'booth', 'carbrand', 'cartype', 'carweight'],
]);

/** Of the two ways to say a street one goes: the lines, where they are said or stand there. */
const parted = ['street', 'housenumber', 'housenumber_suffix'];
const lines = ['address_line_1', 'address_line_2'];
const place = ['zipcode', 'city', 'province', 'country_code', 'telephone', 'mobile', 'comment'];
const named = ['gender', 'initials', 'company'];
const billing = [...named, 'first_name', 'last_name', ...place, 'fax'];
/** Here the whole name is the only one. */
const delivery = [...named, 'full_name', ...place];

export function wholePerson(stands: JsonObject, said: JsonObject): JsonObject {
  return stated({
    ...only({ ...stands, ...said }, (name, value) => personal.has(name) && value !== null),
    billingaddress: wholeAddress(asObject(stands.billingaddress), asObject(said.billingaddress), billing),
    deliveryaddress: wholeAddress(asObject(stands.deliveryaddress), asObject(said.deliveryaddress), delivery),
  });
}

function wholeAddress(
  stands: JsonObject,
  said: JsonObject,
  taken: readonly string[],
): JsonObject | undefined {
  const hasLines = lines.some((name) => name in said || textIn(stands[name]) !== undefined);
  const names = new Set([...taken, ...(hasLines ? lines : parted)]);
  const fields = only({ ...stands, ...said }, (name, value) => names.has(name) && value !== null);
  const saysSomething = Object.keys(said).length > 0 || Object.values(fields).some((value) => value !== '');
  return saysSomething ? fields : undefined;
}
