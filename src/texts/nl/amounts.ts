import type { amounts as english } from '../en/amounts.ts';
import { amount, money } from './figures.ts';

function throughFees(fields: readonly string[]): string {
  if (fields.length === 0) return '';
  const named = fields.map((field) => `"${field}"`).join(' of ');
  return `Het verschil is het bedrag van ${named}: noem dat in de instelling "fees" en probeer het opnieuw. Anders: `;
}

/** As in en/amounts.ts: a wider tolerance would hide amounts that are missing. */
const maxAdvisedTolerance = 0.25;

function throughRounding(needed: string, ways: readonly string[]): string {
  if (ways.length === 0 || needed === '' || Number(needed) > maxAdvisedTolerance) return '';
  const set = `Is het alleen afronding, zet dan "rounding.tolerance" op "${needed}"`;
  if (!ways.includes('match')) return `${set} en "rounding.vat" op "accept". `;
  const other = ways.includes('accept')
    ? ', of ook met "rounding.vat": "accept", dan blijft de btw die het doelsysteem zelf berekent'
    : '';
  return `${set}: afrondingsregels maken het dan kloppend${other}. `;
}

function whyUnexplained(why: string, country: string): string {
  switch (why) {
    case 'home_vat_number':
      return `de bestelling gaat naar ${country}, en het btw-nummer is uit het eigen land van de winkel`;
    case 'home_delivery':
      return 'het btw-nummer is uit een ander land, en de goederen blijven in het eigen land';
    case 'not_shifted':
      return 'volgens de winkel is de btw verlegd, maar btw-nummer en levering laten dat niet toe';
    default:
      return `de bestelling gaat naar ${country} zonder geldig btw-nummer uit een ander EU-land`;
  }
}

export const amounts: typeof english = {
  totals_differ: ({
    currency,
    gross,
    vat,
    documentGross,
    documentVat,
    fields = [],
    needed = '',
    ways = [],
  }) => ({
    message: `De bestelling komt op ${money(gross, currency)} met ${money(vat, currency)} btw; het document zou op ${money(documentGross, currency)} met ${money(documentVat, currency)} btw komen.`,
    action: `${throughFees(fields)}Verbeter de bestelling in de winkel, of de instelling "vat", en probeer het opnieuw. ${throughRounding(needed, ways)}Er is niets geboekt.`,
  }),
  currency_unsupported: ({ currency, system, held }) => ({
    message: `De bestelling is in ${currency}; ${system} ondersteunt alleen ${held.join(', ')}.`,
    action: 'Boek deze bestelling zelf en sla die over: Koppel rekent geen bedragen om.',
  }),
  reverse_charge: () => ({
    message: 'Bij deze bestelling is de btw verlegd naar de klant, en "vat.reverseCharge" staat op "park".',
    action:
      'Controleer het btw-nummer; zet daarna "vat.reverseCharge" op "allow" en probeer het opnieuw, of sla de bestelling over.',
  }),
  oss: ({ country }) => ({
    message: `De bestelling is een verkoop aan een particulier in ${country}, en "vat.oss" staat op "park".`,
    action:
      'Controleer de btw; zet daarna "vat.oss" op "allow" en probeer het opnieuw, of sla de bestelling over.',
  }),
  vat_unexplained: ({ why, country }) => ({
    message: `De winkel rekende geen btw, en niets verklaart dat: ${whyUnexplained(why, country)}.`,
    action:
      'Verbeter de btw of het btw-nummer van de bestelling in de winkel en probeer het opnieuw; of zet, als volgens je accountant over zulke verkopen geen btw verschuldigd is, "vat.untaxed" op "allow": dan worden ze allemaal tegen 0% geboekt.',
  }),
  vat_taken_off: ({ system, reference, field, vat, currency, home, country, why }) => ({
    message: `Over bestelling ${reference} is ${money(vat, currency)} btw gerekend, en die gaat naar ${country} ("${field}"). ${takenOff[why]({ system, home, country })} Daar zou het bedrag anders worden, daarom is de bestelling niet aangemaakt.`,
    action: `Verbeter "${field}" of de btw van de bestelling in de bron en probeer het opnieuw; of voer de bestelling zelf in ${system} in en sla die over.${why === 'business_only' ? ` Of laat de winkel in ${system} ook aan consumenten verkopen, controleer de verbinding en probeer het opnieuw.` : ''}`,
  }),
  vat_rate_unknown: ({ rate }) => ({
    message: `Verzendkosten of een toeslag komen uit op ${amount(rate)}% btw, een tarief dat noch de artikelen van deze bestelling noch de landen van deze verkoop hebben.`,
    action: `Verbeter de btw van de bestelling in de winkel; of noem "${rate}" in de instelling "vat.byRate", en probeer het opnieuw.`,
  }),
  vat_code_unknown: ({ system, vatCode, categories }) => ({
    message: `De instelling "vat" geeft "${vatCode}", en dat is geen btw-code van ${system}.`,
    action: `Gebruik in de instelling "vat" een percentage zoals "21", een van ${categories.join(', ')}, of beide zoals in "21:${categories[1] ?? categories[0]}", en probeer het opnieuw.`,
  }),
};

type Sale = { readonly system: string; readonly home: string; readonly country: string };

const takenOff = {
  border: ({ system, home, country }: Sale) =>
    `${system} rekent geen btw over een verkoop van ${home} naar ${country}, omdat maar een van de twee in de EU ligt.`,
  business_only: ({ system, home, country }: Sale) =>
    `De winkel in ${system} verkoopt alleen aan bedrijven, en bij een verkoop van ${home} aan een bedrijf in ${country} verlegt ${system} de btw.`,
};
