import type { notes as en } from '../en/notes.ts';
import { amount, day, money } from './figures.ts';

/** How a shop rounds VAT, by `RoundsBy`. */
const roundings: Readonly<Record<string, string>> = {
  piece: 'Mağaza KDV tutarını her adette yuvarlıyor',
  line: 'Mağaza KDV tutarını her satırda yuvarlıyor',
  order: 'Mağaza KDV tutarını sipariş için bir kez yuvarlıyor',
};

/** A rounding line is stored as `0.52 · 21 %`. */
function roundingLine(line: string): string {
  const [, sum, rate] = /^(\S+) · (\S+) %$/.exec(line) ?? [];
  return sum === undefined || rate === undefined ? line : `${amount(sum)}, KDV %${amount(rate)}`;
}

/** What a preview says beside its figures, in whole sentences. */
export const notes = {
  rounded: ({ by, system, currency, gross, vat, ownGross, ownVat, lines, accepts }) => {
    const why = roundings[by] ?? 'Mağazanın tutarları arasında kuruş farkı var';
    const apart = `${why}; ${system} sisteminin kendi hesabıyla toplam ${money(ownGross, currency)}, KDV ${money(ownVat, currency)} olurdu.`;
    const made = `Yuvarlama satırlarıyla (${lines.map(roundingLine).join('; ')}) toplam ${money(gross, currency)}, KDV ${money(vat, currency)} oluyor`;
    return accepts
      ? `${apart} ${made}: "rounding.vat" ayarı "accept" olduğu için toplam mağazanınki, KDV ise ${system} sistemininki.`
      : `${apart} ${made}, mağazadaki gibi. "rounding.vat": "accept" ile bunun yerine ${system} sisteminin KDV tutarı kalırdı.`;
  },
  of_a_day: ({ till, date, count }) =>
    `${till} kasasının ${day(date)} gününün belgesi; bu günden bilinen ${count} fişle. Belge, gün bitince oluşturulur.`,
  own_customer: ({ system, ids }) =>
    `Bu e-posta adresi ${system} sisteminde başkasına ait ya da müşterinin oradaki bilgileri siparişten farklı (${ids.join(', ')}). Sipariş kendi müşterisini alır; ötekiler olduğu gibi kalır.`,
  guest: ({ system, ids }) =>
    `Bu e-posta adresi ${system} sisteminde başkasının hesabına ait (${ids.join(', ')}). Sipariş misafir siparişi olarak gider; hesap olduğu gibi kalır.`,
} satisfies typeof en;
