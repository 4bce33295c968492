/** The country and state picklists of an org that has them switched on: codes, and the English names that go with them. */
import { countryName } from '../../kit/places/country-names.ts';

export const countryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO ' +
  'MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PY QA ' +
  'RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN ' +
  'TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** A part of those that a new org has: most countries, the Netherlands among them, have none. */
const states: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AU: { NSW: 'New South Wales', QLD: 'Queensland', VIC: 'Victoria' },
  CA: { BC: 'British Columbia', ON: 'Ontario', QC: 'Quebec' },
  IE: { CO: 'Cork', D: 'Dublin', G: 'Galway' },
  IT: { BO: 'Bologna', MI: 'Milano', RM: 'Roma' },
  US: { CA: 'California', NY: 'New York', TX: 'Texas' },
};

const names = new Map(countryCodes.map((code) => [code, countryName(code, 'en') ?? code]));
const codes = new Map([...names].map(([code, name]) => [name.toLowerCase(), code]));

export const stateCodes: readonly string[] = [
  ...new Set(Object.values(states).flatMap((each) => Object.keys(each))),
];

/** The countries in which there is a state of that code. */
export const countriesByState: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  stateCodes.map((code) => [
    code,
    Object.keys(states).filter((country) => states[country]?.[code] !== undefined),
  ]),
);

export function nameOfCountry(code: string): string | null {
  return names.get(code) ?? null;
}

/** By its name, in any case: a code in the field of the name is refused. */
export function codeOfCountry(name: string): string | null {
  return codes.get(name.trim().toLowerCase()) ?? null;
}

export function nameOfState(country: string, code: string): string | null {
  return states[country]?.[code] ?? null;
}

export function codeOfState(country: string, name: string): string | null {
  const found = Object.entries(states[country] ?? {}).find(
    ([, each]) => each.toLowerCase() === name.trim().toLowerCase(),
  );
  return found?.[0] ?? null;
}
