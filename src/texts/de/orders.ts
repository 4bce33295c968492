/** Why an order needs a person, beside its amounts. */
import type { orders as en } from '../en/orders.ts';
import { amount, day, money } from './figures.ts';
import { flowName, happened } from './words.ts';

const dayWaits = {
  open: 'Er ist noch nicht vorbei, samt der Zeit, in der Kassenbons noch eintreffen dürfen',
  unread: 'Die Quelle wurde noch nicht bis zu seinem Ende gelesen',
  under_way: 'Kassenbons, die dazugehören können, sind unterwegs',
};

export const orders = {
  day_open: ({ till, date, why }) => ({
    message: `Der Tag ${day(date)} von ${till} wartet auf seinen Beleg. ${dayWaits[why]}.`,
    action: 'Nichts zu tun: Sein Beleg wird von selbst erstellt.',
  }),
  day_lacks_receipts: ({ till, date, receipts, count }) => ({
    message: `Der Tag ${day(date)} von ${till} hat noch keinen Beleg: ${count === 1 ? 'Ein Verkauf, der dazugehören kann, braucht' : `${count} Verkäufe, die dazugehören können, brauchen`} dich (${receipts.join(', ')}).`,
    action:
      'Kümmere dich um das, was dich braucht, oder überspringe es: Dann läuft der Tag von selbst weiter.',
  }),
  receipt_differs: ({ number, currency, gross, vat, parts }) => ({
    message: `Der Kassenbon ${number} geht nicht auf: Seine Summe ist ${money(gross, currency)} inkl. ${money(vat, currency)} USt, seine Teile ergeben ${money(parts, currency)} oder eine andere USt.`,
    action:
      'Sieh ihn dir in der Kasse an. Sein Tag wartet: Buche ihn von Hand und überspringe ihn, oder korrigiere ihn und versuche es erneut.',
  }),
  receipt_late: ({ till, date, number }) => ({
    message: `Der Kassenbon ${number} kam, nachdem der Beleg seines Tages (${day(date)}, ${till}) erstellt war.`,
    action:
      'Buche ihn von Hand und überspringe dies, oder setze "day.late" auf "next" und versuche es erneut: Dann kommt er in den Tag, der gerade offen ist.',
  }),
  order_gone: ({ booked }) =>
    booked === 'no'
      ? {
          message: 'Die Quelle hat keine Bestellung mit dieser Nummer oder ID.',
          action: 'Prüfe die Angabe.',
        }
      : {
          message: `Die Bestellung ist ${booked === 'yes' ? 'gebucht' : 'vielleicht gebucht'}, aber nicht mehr in der Quelle.`,
          action:
            'Schreibe ihren Beleg von Hand gut, falls es einen gibt, der nicht bestehen bleiben soll, und überspringe dies.',
        },
  perhaps_made_by_koppel: ({ system }) => ({
    message: `Vielleicht legt Koppel diese Bestellung in ${system} gerade selbst an: Was Koppel selbst anlegt, wird nicht weiterübertragen.`,
    action: 'Nichts zu tun: Die Bestellung wird wieder geprüft, sobald das feststeht.',
  }),
  looks_like_a_loop: ({ count, hours, gross, currency, of = 'buyer' }) => ({
    message: `Innerhalb ${hours === 1 ? 'einer Stunde' : `von ${hours} Stunden`} wurden ${count} Bestellungen ${of === 'buyer' ? 'eines Käufers' : 'derselben Waren, ohne Adresse,'} über je ${money(gross, currency)} aufgegeben und gebucht: Das sieht nach Systemen aus, die einander Bestellungen anlegen.`,
    action:
      'Hat wirklich jemand so oft bestellt, versuche diese Bestellung einzeln erneut, und sie wird gebucht; wenn nicht, finde heraus, was diese Bestellungen anlegt, und überspringe sie. Wird alles, was dich braucht, auf einmal erneut versucht, wird keine davon gebucht.',
  }),
  text_too_long: ({ system, field, length, maxLength }) => ({
    message: `${system} speichert von ${field} nur ${maxLength} Zeichen und würde den Rest stillschweigend abschneiden; es sind ${length}.`,
    action:
      'Kürze den Text in der Quelle, oder ordne dem Feld einen kürzeren Text zu, und versuche es erneut.',
  }),
  too_many_lines: ({ system, lines, most }) => ({
    message: `${system} nimmt in einem Aufruf ${most} Positionen einer Bestellung, und diese hat ${lines}.`,
    action: 'Trage sie dort von Hand ein, und überspringe sie hier.',
  }),
  reference_names_people: () => ({
    message:
      'Die Zuordnung der Referenz liest womöglich Daten einer Person, und die Referenz bleibt unverschlüsselt: Beim Löschen wird sie nicht gefunden.',
    action:
      'Bilde sie aus der Nummer oder aus anderen Feldern, die niemandem gehören, und schreibe den Rest in ein anderes Feld des Belegs.',
  }),
  reference_changed: ({ system, document, reference, stored }) => ({
    message: `${system} hat ${document} unter der Referenz ${stored} statt ${reference} angelegt.`,
    action:
      'Die Bestellung ist gebucht. Ordne der Referenz einen Text zu, den dieses System unverändert behält, und überspringe dies.',
  }),
  flow_unsupported: ({ flow }) => ({
    message: `Diese beiden Systeme können ${flowName(flow)} nicht in dieser Richtung übertragen.`,
    action: 'Entferne diesen Abgleich.',
  }),
  entry_missing: ({ system, product, pricebook, currency, why }) => ({
    message: noEntry[why]({ system, product, pricebook, currency }),
    action:
      'Bringe es dort in Ordnung und versuche es erneut; oder setze "entries" der Verbindung auf "make": Dann legt Koppel an, was fehlt, und schaltet ein, was ausgeschaltet ist.',
  }),
  product_unknown: ({ system, skus }) => ({
    message: `${system} hat kein Produkt mit der SKU ${skus.map((sku) => sku || '(keine)').join(', ')}.`,
    action:
      'Lege es dort an, oder korrigiere die SKU in der Quelle, und versuche es erneut; oder setze "products" auf "ignore".',
  }),
  product_under_way: ({ system, skus }) => ({
    message: `Die Produkte ${skus.join(', ')} werden zuerst nach ${system} übertragen.`,
    action: 'Nichts zu tun: Die Bestellung läuft weiter, sobald sie dort sind.',
  }),
  totals_unclear: ({ system, vat }) => ({
    message: `Die Rechnung weist ${amount(vat)} USt aus; das ergibt sich nicht aus ihren Zeilen.`,
    action: `Sieh dir die USt der Rechnung in ${system} an, übertrage die Rechnung von Hand, und überspringe dies.`,
  }),
  reference_taken: ({
    system,
    reference,
    document,
    documentGross,
    documentCurrency,
    documentDate,
    gross,
    currency,
    number,
    date,
    owner,
  }) => {
    const taken = `${document ? `: ${document}` : ''}, über ${money(documentGross, documentCurrency || currency || null)}${documentDate ? `, vom ${day(documentDate)}` : ''}`;
    const order = `${number ? `Bestellung ${number}` : 'die Bestellung'}${date ? ` vom ${day(date)}` : ''} beläuft sich auf ${money(gross, currency || null)}`;
    const why = owner
      ? `Er wurde für ${owner} erstellt`
      : 'Betrag, USt, Währung, Datum oder Kunde weichen ab';
    return {
      message: `${system} hat bereits einen Beleg mit der Referenz ${reference}${taken}; ${order}. Beide gehören nicht zusammen: ${why}.`,
      action:
        'Gehört er zu dieser Bestellung, korrigiere ihn dort und überspringe dies; wenn nicht, ordne "reference" etwas Eindeutiges zu und versuche es erneut.',
    };
  },
  made_differs: ({ system, currency, gross, vat, madeGross, madeVat }) => ({
    message: `Der Beleg sollte sich auf ${money(gross, currency)} inkl. ${money(vat, currency)} USt belaufen; ${system} hat ihn über ${money(madeGross, currency)}${madeVat && ` inkl. ${money(madeVat, currency)} USt`} erstellt.`,
    action: `Korrigiere den Beleg in ${system} von Hand und überspringe dies. Er wird nicht noch einmal erstellt.`,
  }),
  refund_unstated: () => ({
    message:
      'Die Bestellung wurde teilweise erstattet, oder laut ihrem Status ganz, aber der Shop nennt den Betrag nicht.',
    action:
      'Schreibe sie im Zielsystem von Hand gut und überspringe dies, oder trage den Betrag im Shop ein und versuche es erneut.',
  }),
  order_refunded: ({ amount: refunded, currency, system }) => ({
    message: `${money(refunded, currency)} wurden erstattet oder storniert, nachdem diese Bestellung gebucht war.`,
    action:
      system === undefined
        ? 'Schreibe sie im Zielsystem von Hand gut und überspringe dies, oder setze "refunds" auf "credit" und versuche es erneut.'
        : `Koppel schreibt in ${system} keine Bestellungen gut: Erstatte, korrigiere oder storniere sie dort von Hand, schreibe gut, was davon berechnet wurde, und überspringe dies.`,
  }),
  refund_undone: ({ amount: credited, currency }) => ({
    message: `${money(credited, currency)} wurden gutgeschrieben, aber laut Shop wurde nichts mehr erstattet.`,
    action: 'Korrigiere es im Zielsystem von Hand; überspringe dies dann.',
  }),
  order_changed: ({ bookedGross, bookedVat, gross, vat }) => ({
    message: `Als die Bestellung gebucht wurde, belief sie sich auf ${amount(bookedGross)} inkl. ${amount(bookedVat)} USt; jetzt sind es ${amount(gross)} inkl. ${amount(vat)} USt.`,
    action: 'Korrigiere den Beleg im Zielsystem von Hand; überspringe dies dann.',
  }),
  order_went_on: ({ system, what }) => ({
    message: `Die Bestellung wurde in der Quelle ${happened(what)}, nachdem sie in ${system} angelegt war, und ${system} hat davon nichts erfahren.`,
    action: `Trage das in ${system} von Hand ein, soweit es zutrifft, und überspringe dies. Mit "aftermath": "carry" macht Koppel es, wo die Bestellung dort es zulässt; mit "ignore" wird niemand gefragt.`,
  }),
  credit_of_draft: ({ system }) => ({
    message: `Die Bestellung wurde erstattet, aber ihr Beleg in ${system} ist noch ein Entwurf.`,
    action:
      'Lösche oder korrigiere dort den Entwurf und überspringe dies, oder versende ihn und versuche es erneut.',
  }),
  not_final_yet: ({ system }) => ({
    message: `Die Bestellung wurde erstattet, und ${system} hat ihren Beleg noch nicht endgültig gemacht.`,
    action: 'Nichts zu tun: Die Gutschrift wird erstellt, sobald er endgültig ist.',
  }),
  credit_stands: ({ system, ids }) => ({
    message: `Von der Bestellung wurde etwas erstattet, und ihr Beleg in ${system} wurde schon gutgeschrieben, nicht von Koppel: ${ids.join(', ')}.`,
    action: `Betrifft das die Erstattung, überspringe dies. Andernfalls schreibe den Rest in ${system} von Hand gut und überspringe dies.`,
  }),
  discount_unbearable: ({ system }) => ({
    message: `Die Rabatte dieser Bestellung sind höher als ihre Waren und ihr Versand, und ${system} führt keine solche Bestellung.`,
    action:
      'Sieh dir die Bestellung in der Quelle an, korrigiere sie dort und versuche es erneut; oder trage sie von Hand ein und überspringe dies.',
  }),
  credit_unsupported: ({ system }) => ({
    message: `Koppel erstellt in ${system} keine Gutschriften.`,
    action: `Erstatte die Bestellung in ${system} von Hand und überspringe dies, oder setze "refunds" auf "flag".`,
  }),
  status_unknown: ({ system, status }) => ({
    message: `"${status}" ist kein Status von ${system}.`,
    action:
      'Korrigiere ihn dort, wo er genannt ist, in der Einstellung "writeBack" oder bei der Verbindung, und versuche es erneut.',
  }),
  account_unknown: ({ system, account }) => ({
    message: `"${account}" ist kein Sachkonto von ${system}.`,
    action:
      'Gib die ID des Kontos in der Einstellung "revenueAccount" oder "rounding" an, und versuche es erneut.',
  }),
} satisfies typeof en;

type Entry = Readonly<Record<'system' | 'product' | 'pricebook' | 'currency', string>>;

const noEntry = {
  absent: ({ system, product, pricebook, currency }: Entry) =>
    `Das Produkt ${product} von ${system} hat keinen Eintrag in ${currency} im Preisbuch ${pricebook}.`,
  inactive: ({ system, product, pricebook, currency }: Entry) =>
    `Der Eintrag des Produkts ${product} von ${system} in ${currency} im Preisbuch ${pricebook} ist nicht aktiv.`,
  no_product: ({ system, product }: Entry) =>
    `${system} hat kein aktives Produkt mit der SKU ${product} für Zeilen, die kein eigenes haben.`,
};
