/** A customer by part: what a body says, and what stands in a record. */
import type { JsonObject, Parts } from '../../contract/target.ts';
import { partsOfRecord } from '../../wire/customer-parts.ts';
import { countryCode, textIn } from '../../wire/fields.ts';
import { asObject, isObject, only } from '../../wire/objects.ts';
import { isOwn } from './target-fields.ts';
import { customerFromWire, type UserWire, userWire } from './wire.ts';

/** What of a record or a body can be understood: fields that are no texts say nothing. */
export function readable(wire: JsonObject): UserWire {
  const info = asObject(wire.userinfo);
  return userWire.parse({
    id: textIn(wire.id) ?? '0',
    username: textIn(wire.username),
    userinfo: {
      ...texts(info),
      billingaddress: isObject(info.billingaddress) ? address(info.billingaddress) : null,
      deliveryaddress: isObject(info.deliveryaddress) ? address(info.deliveryaddress) : null,
    },
  });
}

function texts(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, textIn(fields[name])]));
}

function address(fields: JsonObject): JsonObject {
  return { ...texts(fields), country_code: countryCode.safeParse(fields.country_code).data };
}

export function partsInStored(wire: JsonObject): Parts {
  const info = asObject(wire.userinfo);
  // A VAT number is whatever was typed there.
  return partsOfRecord(
    { ...customerFromWire(readable(wire)), vatNumber: textIn(info.btw) },
    only({ ...info, ...wire }, isOwn),
  );
}

/** A body that says no company, not even that there is none, was narrowed, and says no kind. */
export function partsOfBody(body: JsonObject): Parts {
  const { kind, ...parts } = partsInStored(body);
  const { company } = asObject(asObject(body.userinfo).billingaddress);
  return company === undefined ? parts : { kind, ...parts };
}
