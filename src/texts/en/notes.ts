import { money } from './figures.ts';

/** How a shop rounds VAT, by `RoundsBy`. */
const roundings: Readonly<Record<string, string>> = {
  piece: 'The shop rounds VAT on every piece',
  line: 'The shop rounds VAT on every line',
  order: 'The shop rounds VAT once for the order',
};

/** What a preview says beside its figures, in whole sentences. */
export const notes = {
  /**
   * `by`: a `RoundsBy`, or empty where no way of rounding tells. `lines`: the rounding lines, such as `0.52 · 21 %`.
   * `accepts`: whether the setting `rounding.vat` is `accept`.
   */
  rounded: ({
    by,
    system,
    currency,
    gross,
    vat,
    ownGross,
    ownVat,
    lines,
    accepts,
  }: {
    readonly by: string;
    readonly system: string;
    readonly currency: string;
    readonly gross: string;
    readonly vat: string;
    readonly ownGross: string;
    readonly ownVat: string;
    readonly lines: readonly string[];
    readonly accepts: boolean;
  }) => {
    const why = roundings[by] ?? 'The figures of the shop are off by cents';
    const apart = `${why}; ${system} would come to ${money(ownGross, currency)} with ${money(ownVat, currency)} VAT in its own way.`;
    const made = `Rounding lines (${lines.join(', ')}) make it ${money(gross, currency)} with ${money(vat, currency)}`;
    return accepts
      ? `${apart} ${made}: the total is the shop's, the VAT that of ${system}, as "rounding.vat" is "accept".`
      : `${apart} ${made}, as in the shop. With "rounding.vat": "accept" the VAT of ${system} would stay instead.`;
  },
  /** What is shown is the document of a whole day, as far as its receipts are known. */
  of_a_day: ({
    till,
    date,
    count,
  }: {
    readonly till: string;
    readonly date: string;
    readonly count: number;
  }) =>
    `The document of the day ${date} of ${till}, with ${count === 1 ? 'the one receipt that is' : `the ${count} receipts that are`} known of it. It is created when the day is over.`,
  /** `ids`: customers of the target with the buyer's e-mail address. */
  own_customer: ({ system, ids }: { readonly system: string; readonly ids: readonly string[] }) =>
    `Somebody else has the e-mail address in ${system}, or the customer says something else there than the order (${ids.join(', ')}). The order gets a customer of its own; the others stay as they are.`,
  /** `ids`: accounts of the target with the buyer's e-mail address. */
  guest: ({ system, ids }: { readonly system: string; readonly ids: readonly string[] }) =>
    `The e-mail address is that of somebody else's account in ${system} (${ids.join(', ')}). The order goes as a guest's; the account stays as it is.`,
};
