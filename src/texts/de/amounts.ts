/** Why the amounts of an order, or its VAT, need a person. */
import type { amounts as en } from '../en/amounts.ts';
import { amount, money } from './figures.ts';

type Taken = Parameters<typeof en.vat_taken_off>[0];

/** The fields whose amounts are the difference, one and its VAT joined by a plus. Empty where none is known. */
function throughFees(fields: readonly string[]): string {
  if (fields.length === 0) return '';
  const named = fields.map((field) => `"${field}"`).join(' oder ');
  return `Die Differenz ist der Betrag von ${named}: Nenne das Feld in der Einstellung "fees" und versuche es erneut. Andernfalls: `;
}

/** No shop rounds further off than this. A wider tolerance would hide amounts that are missing, of every order. */
const maxAdvisedTolerance = 0.25;

/** The tolerance that would let the order through, where the difference may be one of rounding. */
function throughRounding(needed: string, ways: readonly string[]): string {
  if (ways.length === 0 || needed === '' || Number(needed) > maxAdvisedTolerance) return '';
  const set = `Ist es nur Rundung, setze "rounding.tolerance" auf "${needed}"`;
  if (!ways.includes('match')) return `${set} und "rounding.vat" auf "accept". `;
  const other = ways.includes('accept')
    ? '; auch mit "rounding.vat": "accept" geht es, dann bleibt die USt des Zielsystems stehen'
    : '';
  return `${set}: Rundungszeilen gleichen sie dann aus${other}. `;
}

function whyUnexplained(why: string, country: string): string {
  switch (why) {
    case 'home_vat_number':
      return `Die Bestellung geht nach ${country}, und die USt-IdNr. ist aus dem eigenen Land des Shops`;
    case 'home_delivery':
      return 'Die USt-IdNr. ist aus einem anderen Land, und die Ware bleibt im Inland';
    case 'not_shifted':
      return 'Der Shop gibt an, die Steuerschuld zu verlagern, doch USt-IdNr. und Lieferung lassen es nicht zu';
    default:
      return `Die Bestellung geht nach ${country}, ohne gültige USt-IdNr. eines anderen EU-Landes`;
  }
}

export const amounts = {
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
    message: `Die Bestellung beläuft sich auf ${money(gross, currency)} inkl. ${money(vat, currency)} USt; der Beleg käme auf ${money(documentGross, currency)} inkl. ${money(documentVat, currency)} USt.`,
    action: `${throughFees(fields)}Korrigiere die Bestellung im Shop oder die Einstellung "vat", und versuche es erneut. ${throughRounding(needed, ways)}Es wurde nichts gebucht.`,
  }),
  currency_unsupported: ({ currency, system, held }) => ({
    message: `Die Bestellung ist in ${currency}; ${system} führt nur ${held.join(', ')}.`,
    action: 'Buche diese Bestellung von Hand und überspringe sie: Koppel rechnet keine Beträge um.',
  }),
  reverse_charge: () => ({
    message:
      'Bei dieser Bestellung geht die Steuerschuld auf den Kunden über, und "vat.reverseCharge" steht auf "park".',
    action:
      'Prüfe die USt-IdNr.; setze dann "vat.reverseCharge" auf "allow" und versuche es erneut, oder überspringe die Bestellung.',
  }),
  oss: ({ country }) => ({
    message: `Die Bestellung ist ein Verkauf an eine Privatperson in ${country}, und "vat.oss" steht auf "park".`,
    action:
      'Prüfe die USt; setze dann "vat.oss" auf "allow" und versuche es erneut, oder überspringe die Bestellung.',
  }),
  vat_unexplained: ({ why, country }) => ({
    message: `Der Shop hat keine USt berechnet, und nichts erklärt, warum. ${whyUnexplained(why, country)}.`,
    action:
      'Korrigiere die USt oder die USt-IdNr. der Bestellung im Shop und versuche es erneut; oder setze, wenn solche Verkäufe laut deinem Steuerberater umsatzsteuerfrei sind, "vat.untaxed" auf "allow": Dann werden sie alle mit 0 % gebucht.',
  }),
  vat_taken_off: ({ system, reference, field, vat, currency, home, country, why }) => ({
    message: `Für Bestellung ${reference} wurden ${money(vat, currency)} USt berechnet, und sie geht nach ${country} ("${field}"). ${takenOff[why]({ system, home, country })} Sie würde mit einem anderen Betrag angelegt, deshalb wurde sie nicht angelegt.`,
    action: `Korrigiere "${field}" oder die USt der Bestellung in der Quelle und versuche es erneut; oder trage sie von Hand in ${system} ein und überspringe sie.${why === 'business_only' ? ` Oder lass den Shop in ${system} auch an Verbraucher verkaufen, prüfe die Verbindung und versuche es erneut.` : ''}`,
  }),
  vat_rate_unknown: ({ rate }) => ({
    message: `Auf Versand oder einen Zuschlag entfallen ${amount(rate)} % USt; diesen Satz haben weder die Waren dieser Bestellung noch die Länder dieses Verkaufs.`,
    action: `Korrigiere die USt der Bestellung im Shop; oder nenne "${rate}" in der Einstellung "vat.byRate", und versuche es erneut.`,
  }),
  vat_code_unknown: ({ system, vatCode, categories }) => ({
    message: `Die Einstellung "vat" ergibt "${vatCode}"; das ist kein Steuercode von ${system}.`,
    action: `Verwende in der Einstellung "vat" einen Prozentsatz wie "21", einen von ${categories.join(', ')}, oder beides wie in "21:${categories[1] ?? categories[0]}", und versuche es erneut.`,
  }),
} satisfies typeof en;

type Sale = Pick<Taken, 'system' | 'home' | 'country'>;

const takenOff = {
  border: ({ system, home, country }: Sale) =>
    `${system} berechnet bei einem Verkauf von ${home} nach ${country} keine USt, da nur eines der beiden Länder in der EU liegt.`,
  business_only: ({ system, home, country }: Sale) =>
    `Der Shop in ${system} verkauft nur an Unternehmen, und bei einem Verkauf von ${home} an ein Unternehmen in ${country} verlagert ${system} die Steuerschuld.`,
};
