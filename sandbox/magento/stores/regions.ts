/**
 * The regions that the shop lists (sheet 15): a part of each country's, which is enough to choose from. Ids are the
 * shop's own. How a code is written differs by country, and the sheet gives no rule: a letter or two, with the country
 * before it, or the name itself. All three occur here.
 */
import type { JsonObject } from '../../kit/json.ts';

export interface Region {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** By country: the id of the first one, then `code:name`, separated by bars. */
const listed: Readonly<Record<string, readonly [firstId: number, regions: string]>> = {
  AT: [95, 'WI:Wien|NO:Niederösterreich|OO:Oberösterreich|SB:Salzburg'],
  AU: [569, 'AU-ACT:Australian Capital Territory|AU-NSW:New South Wales|AU-QLD:Queensland|AU-VIC:Victoria'],
  BE: [580, 'VAN:Antwerpen|BRU:Brussels-Capital Region|VLI:Limburg|VOV:Oost-Vlaanderen|WLG:Liège'],
  BR: [485, 'AC:Acre|RJ:Rio de Janeiro|SP:São Paulo'],
  CA: [66, 'AB:Alberta|BC:British Columbia|ON:Ontario|QC:Quebec'],
  CH: [104, 'AG:Aargau|BE:Bern|BS:Basel-Stadt|GE:Genf|LU:Luzern|VD:Waadt|ZH:Zürich'],
  DE: [79, 'NDS:Niedersachsen|BER:Berlin|BAW:Baden-Württemberg|BAY:Bayern|HAM:Hamburg|HES:Hessen'],
  DK: [620, 'DK-81:Nordjylland|DK-82:Midtjylland|DK-83:Syddanmark|DK-84:Hovedstaden|DK-85:Sjælland'],
  EE: [340, 'EE-37:Harju|EE-78:Tartu'],
  ES: [
    130,
    'A Coruña:A Coruña|Barcelona:Barcelona|Madrid:Madrid|Málaga:Málaga|Sevilla:Sevilla|Valencia:Valencia',
  ],
  FR: [182, '13:Bouches-du-Rhône|69:Rhône|75:Paris'],
  HR: [512, 'HR-01:Zagrebačka županija|HR-21:Grad Zagreb'],
  IT: [650, 'BO:Bologna|FI:Firenze|MI:Milano|NA:Napoli|RM:Roma|TO:Torino'],
  LT: [471, 'LT-KU:Kauno Apskritis|LT-VL:Vilniaus Apskritis'],
  LV: [356, 'LV-RIX:Rīga|LV-JUR:Jūrmala'],
  PL: [700, 'PL-02:dolnośląskie|PL-12:małopolskie|PL-14:mazowieckie|PL-22:pomorskie|PL-30:wielkopolskie'],
  PT: [730, 'PT-01:Aveiro|PT-08:Faro|PT-11:Lisboa|PT-13:Porto'],
  RO: [278, 'B:Bucureşti|CJ:Cluj|TM:Timiş'],
  SE: [760, 'SE-AB:Stockholms län|SE-M:Skåne län|SE-O:Västra Götalands län|SE-C:Uppsala län'],
  US: [1, 'AL:Alabama|CA:California|FL:Florida|NY:New York|TX:Texas|WA:Washington'],
};

/** Of North Rhine-Westphalia, which stands apart in the list. */
const more: Readonly<Record<string, readonly Region[]>> = {
  DE: [{ id: 88, code: 'NRW', name: 'Nordrhein-Westfalen' }],
};

/** Where the shop does not take an address without a region of its list, in a shop that changed nothing. */
export const regionRequired: readonly string[] = [
  ...['AU', 'BR', 'CA', 'CH', 'DK', 'EE', 'ES', 'HR', 'IT', 'LT', 'LV', 'PL', 'PT', 'RO', 'SE', 'US'],
];

/** Empty where the shop lists none. */
export function regionsOf(country: string): readonly Region[] {
  const entry = Object.hasOwn(listed, country) ? listed[country] : undefined;
  if (entry === undefined) return [];
  const [firstId, text] = entry;
  const regions = text.split('|').map((pair, index) => {
    const [code = '', name = ''] = pair.split(':');
    return { id: firstId + index, code, name };
  });
  return [...regions, ...(more[country] ?? [])];
}

export function regionById(country: string, id: number): Region | undefined {
  return regionsOf(country).find((region) => region.id === id);
}

/** As the directory shows them: the id is a string there (inferred; the customer's address has a number). */
export function regionsOnWire(country: string): JsonObject[] {
  return regionsOf(country).map(({ id, code, name }) => ({ id: String(id), code, name }));
}
