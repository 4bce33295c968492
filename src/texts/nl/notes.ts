import type { notes as english } from '../en/notes.ts';
import { amountsIn, day, money } from './figures.ts';

/** How a shop rounds VAT, by `RoundsBy`. */
const roundings: Readonly<Record<string, string>> = {
  piece: 'De winkel rondt de btw per stuk af',
  line: 'De winkel rondt de btw per regel af',
  order: 'De winkel rondt de btw één keer af, over de hele bestelling',
};

export const notes: typeof english = {
  rounded: ({ by, system, currency, gross, vat, ownGross, ownVat, lines, accepts }) => {
    const why = roundings[by] ?? 'De bedragen van de winkel wijken enkele centen af';
    const apart = `${why}; ${system} zou op zijn eigen manier op ${money(ownGross, currency)} met ${money(ownVat, currency)} btw komen.`;
    const made = `Afrondingsregels (${lines.map(amountsIn).join(', ')}) maken er ${money(gross, currency)} met ${money(vat, currency)} btw van`;
    return accepts
      ? `${apart} ${made}: het totaal is dat van de winkel, de btw die van ${system}, omdat "rounding.vat" op "accept" staat.`
      : `${apart} ${made}, zoals in de winkel. Met "rounding.vat": "accept" zou de btw van ${system} blijven staan.`;
  },
  of_a_day: ({ till, date, count }) =>
    `Het document van de dag ${day(date)} van ${till}, met ${count === 1 ? 'de ene bon die' : `de ${count} bonnen die`} ervan bekend ${count === 1 ? 'is' : 'zijn'}. Het wordt gemaakt als de dag voorbij is.`,
  own_customer: ({ system, ids }) =>
    `Iemand anders heeft dit e-mailadres in ${system}, of de klant heeft daar andere gegevens dan de bestelling (${ids.join(', ')}). De bestelling krijgt een eigen klant; de andere blijven zoals ze zijn.`,
  guest: ({ system, ids }) =>
    `Het e-mailadres hoort bij het account van iemand anders in ${system} (${ids.join(', ')}). De bestelling gaat als gastbestelling; het account blijft zoals het is.`,
};
