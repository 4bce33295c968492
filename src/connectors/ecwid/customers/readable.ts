/** What of a customer can be understood, for looking at records that the source refuses and at bodies that are on their way. */
import type { JsonObject } from '../../contract/target.ts';
import { countryCode, textIn } from '../../wire/fields.ts';
import { asObject, isObject } from '../../wire/objects.ts';
import { personWire } from '../party.ts';
import { type CustomerWire, customerWire } from './wire.ts';

/** A region goes by its code: that is what can be written, and its name is Ecwid's to fill in (sheet 3.9). */
export function readable(wire: JsonObject): CustomerWire {
  const { billingPerson, taxIdValid } = wire;
  return customerWire.parse({
    ...textsOf(wire, ['name', 'email', 'taxId', 'lang']),
    id: textIn(wire.id) ?? '0',
    taxIdValid: typeof taxIdValid === 'boolean' ? taxIdValid : undefined,
    billingPerson: isObject(billingPerson) ? personIn(billingPerson) : undefined,
    shippingAddresses: objectsIn(wire.shippingAddresses).map((saved) => ({
      ...personIn(saved),
      defaultAddress: saved.defaultAddress === true,
    })),
    contacts: objectsIn(wire.contacts).map((each) => ({
      ...textsOf(each, ['contact', 'type']),
      default: each.default === true,
    })),
  });
}

/** The objects of a list, as they came. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function personIn(person: JsonObject): JsonObject {
  const texts = textsOf(person, Object.keys(personWire.shape));
  const { stateOrProvinceCode: code, stateOrProvinceName: name } = texts;
  return {
    ...texts,
    countryCode: countryCode.safeParse(texts.countryCode).data,
    stateOrProvinceName: code === undefined ? name : undefined,
  };
}

function textsOf(fields: JsonObject, names: readonly string[]): JsonObject {
  return asObject(Object.fromEntries(names.map((name) => [name, textIn(fields[name])])));
}
