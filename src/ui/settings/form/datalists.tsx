import { shownText } from '../../../engine/configuration/form/typed-text.ts';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import type { Listing } from '../../../flows/listed.ts';
import { useForm } from './context.ts';
import { type Offer, offerOf } from './offers.ts';

/** The lists that fields offer while one types, each once. */
export function Datalists({ schema }: { schema: SettingSchema }) {
  const { lookups } = useForm();
  const offers = listingsOf(schema).flatMap((listing) => {
    const offer = offerOf(listing, lookups);
    return offer === null || offer.isShort || offer.options.length === 0 ? [] : [[offer.id, offer] as const];
  });
  return [...new Map<string, Offer>(offers).values()].map(({ id, options }) => (
    <datalist id={id}>
      {options.map(({ value, label }) => (
        <option class="text" value={shownText(value)}>
          {label === value ? null : label}
        </option>
      ))}
    </datalist>
  ));
}

function listingsOf(schema: SettingSchema): Listing[] {
  const { listed, by, gives, properties = {}, additionalProperties } = schema;
  return [
    ...(listed === undefined ? [] : [listed]),
    ...(by !== undefined && 'end' in by ? [by] : []),
    ...(gives === undefined ? [] : [gives]),
    ...Object.values(properties).flatMap(listingsOf),
    ...(typeof additionalProperties === 'object' ? listingsOf(additionalProperties) : []),
  ];
}
