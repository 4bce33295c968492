/** What is known of a buyer (sheet 6.4): `order.customer` and `user.userinfo` alike. */
import { type Shape, together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { type FieldKind, int, text } from '../call/fields.ts';
import { invalid } from '../refusal.ts';
import { billingFrom, deliveryFrom } from './address.ts';

const addressTexts = `gender initials full_name company address_line_1 address_line_2 street housenumber_suffix zipcode city
  province country country_code telephone mobile comment`;
const names = `email customertype bankaccount iban bic bank tenname bankname reference reservationnumber income branche branch
  website clubcity clubcomment clubname beurs stand fair booth carbrand cartype carweight birthdate birthtime birthplace
  cardnumber btw kvk costcentre findus ssnnumber zzppass`;
/** Later than the schemas (sheet 6.4). */
const later = 'email_invoice email_invoice_company email_invoice_union';

export const personalInfo: Shape<FieldKind> = together(
  text(names),
  within({
    billingaddress: together(text(`${addressTexts} first_name last_name fax`), int('housenumber')),
    deliveryaddress: together(text(addressTexts), int('housenumber')),
  }),
);

const all = `${names} ${later}`.split(/\s+/);

/** The whole object; of an address that is not used all fields are empty. Throws a `Refusal`. */
export function infoFrom(sent: JsonObject): JsonObject {
  const type = textIn(sent, 'customertype') || 'b2c';
  if (type !== 'b2c' && type !== 'b2b') throw invalid('customertype is b2c or b2b');
  return {
    billingaddress: billingFrom(partIn(sent, 'billingaddress')),
    deliveryaddress: deliveryFrom(partIn(sent, 'deliveryaddress')),
    ...Object.fromEntries(all.map((name) => [name, textIn(sent, name)])),
    customertype: type,
  };
}

/** What was sent laid over what was there: within an address too, field by field. */
export function changedInfo(before: JsonObject, sent: JsonObject): JsonObject {
  const addresses = ['billingaddress', 'deliveryaddress'].map((name) => {
    const given = partIn(sent, name);
    return [name, overlaid(partIn(before, name), given)];
  });
  return infoFrom({ ...before, ...sent, ...Object.fromEntries(addresses) });
}

/** Another street makes another line, and the other way round; another part of a name another whole one. */
function overlaid(before: JsonObject, given: JsonObject): JsonObject {
  const sendsLine = given.address_line_1 !== undefined;
  const kept = sendsLine ? { street: '', housenumber: null, housenumber_suffix: '' } : { address_line_1: '' };
  const isNamed = given.first_name !== undefined || given.last_name !== undefined;
  return { ...before, ...kept, ...(isNamed ? { full_name: '' } : {}), ...given };
}

export function partIn(object: JsonObject, name: string): JsonObject {
  const part = object[name];
  return isObject(part) ? part : {};
}

/** Where the goods go: the billing address where the other is not used. */
export function countryOf(info: JsonObject | null): string {
  if (info === null) return 'NL';
  const code = (name: string) => textIn(partIn(info, name), 'country_code');
  return code('deliveryaddress') || code('billingaddress') || 'NL';
}
