import type { notes as en } from '../en/notes.ts';
import { amount, day, money } from './figures.ts';

/** How a shop rounds VAT, by `RoundsBy`. */
const roundings: Readonly<Record<string, string>> = {
  piece: 'Der Shop rundet die USt je Stück',
  line: 'Der Shop rundet die USt je Zeile',
  order: 'Der Shop rundet die USt einmal für die Bestellung',
};

/** A rounding line is stored as `0.52 · 21 %`. */
function roundingLine(line: string): string {
  const [, sum, rate] = /^(\S+) · (\S+) %$/.exec(line) ?? [];
  return sum === undefined || rate === undefined ? line : `${amount(sum)} zu ${amount(rate)} %`;
}

/** What a preview says beside its figures, in whole sentences. */
export const notes = {
  rounded: ({ by, system, currency, gross, vat, ownGross, ownVat, lines, accepts }) => {
    const why = roundings[by] ?? 'Die Beträge des Shops weichen um einige Cent ab';
    const apart = `${why}; ${system} käme auf seine Weise auf ${money(ownGross, currency)} inkl. ${money(ownVat, currency)} USt.`;
    const made = `Rundungszeilen (${lines.map(roundingLine).join(', ')}) machen daraus ${money(gross, currency)} inkl. ${money(vat, currency)} USt`;
    return accepts
      ? `${apart} ${made}: Die Summe ist die des Shops, die USt die von ${system}, da "rounding.vat" auf "accept" steht.`
      : `${apart} ${made}, wie im Shop. Mit "rounding.vat": "accept" bliebe stattdessen die USt von ${system}.`;
  },
  of_a_day: ({ till, date, count }) =>
    `Der Beleg des Tages ${day(date)} von ${till}, mit ${count === 1 ? 'dem einen Kassenbon, der' : `den ${count} Kassenbons, die`} davon bekannt ${count === 1 ? 'ist' : 'sind'}. Er wird erstellt, sobald der Tag vorbei ist.`,
  own_customer: ({ system, ids }) =>
    `Jemand anderes hat in ${system} diese E-Mail-Adresse, oder der Kunde hat dort andere Angaben als die Bestellung (${ids.join(', ')}). Die Bestellung bekommt einen eigenen Kunden; die anderen bleiben, wie sie sind.`,
  guest: ({ system, ids }) =>
    `Die E-Mail-Adresse gehört in ${system} zum Konto von jemand anderem (${ids.join(', ')}). Die Bestellung wird als Gastbestellung angelegt; das Konto bleibt, wie es ist.`,
} satisfies typeof en;
