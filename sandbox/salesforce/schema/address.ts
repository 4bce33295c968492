import { countriesByState, countryCodes, stateCodes } from './countries.ts';
import { type Field, field, number, picklist, readOnly, text, textarea } from './field.ts';

const accuracies = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
];

/** The parts of an address, and the whole of it, which is read only (sheet 5.1). Codes exist with picklists only. */
export function address(prefix: string, withCodes: boolean): Field[] {
  const compound = `${prefix}Address`;
  const part = { compound };
  return [
    textarea(`${prefix}Street`, 255, part),
    text(`${prefix}City`, 40, part),
    text(`${prefix}State`, 80, part),
    text(`${prefix}PostalCode`, 20, part),
    text(`${prefix}Country`, 80, part),
    ...(withCodes
      ? [
          picklist(`${prefix}StateCode`, stateCodes, {
            ...part,
            length: 10,
            restricted: true,
            controller: `${prefix}CountryCode`,
            validFor: countriesByState,
          }),
          picklist(`${prefix}CountryCode`, countryCodes, { ...part, length: 10, restricted: true }),
        ]
      : []),
    number(`${prefix}Latitude`, 18, 15, part),
    number(`${prefix}Longitude`, 18, 15, part),
    picklist(`${prefix}GeocodeAccuracy`, accuracies, { ...part, length: 40, restricted: true }),
    field(compound, 'address', { ...readOnly, filterable: false }),
  ];
}
