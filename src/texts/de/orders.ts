/** Why an order needs a person, beside its amounts. */
import type { orders as en } from '../en/orders.ts';
import { amount, day } from './figures.ts';
import { flowName, happened } from './words.ts';

const dayWaits = {
  open: 'Er und die Zeit, in der Kassenbons noch eintreffen dürfen, sind nicht vorbei',
  unread: 'Die Quelle wurde noch nicht bis zu seinem Ende gelesen',
  under_way: 'Kassenbons, die dazugehören können, sind unterwegs',
};

export const orders = {
  day_open: ({ till, date, why }) => ({
    message: `Der Tag ${day(date)} von ${till} wartet auf seinen Beleg. ${dayWaits[why]}.`,
    action: 'Nichts zu tun: Sein Beleg wird von selbst erstellt.',
  }),
  day_lacks_receipts: ({ till, date, receipts, count }) => ({
    message: `Der Tag ${day(date)} von ${till} hat keinen Beleg: ${count === 1 ? 'Ein Verkauf, der dazugehören kann, ist' : `${count} Verkäufe, die dazugehören können, sind`} geparkt (${receipts.join(', ')}).`,
    action:
      'Kümmern Sie sich um das Geparkte, oder überspringen Sie es: Dann geht der Tag von selbst weiter.',
  }),
  receipt_differs: ({ number, currency, gross, vat, parts }) => ({
    message: `Der Kassenbon ${number} geht nicht auf: Seine Summe ist ${amount(gross)} ${currency} mit ${amount(vat)} USt, seine Teile ergeben ${amount(parts)} oder eine andere USt.`,
    action:
      'Sehen Sie ihn sich in der Kasse an. Sein Tag wartet: Buchen Sie ihn von Hand und überspringen Sie ihn, oder berichtigen Sie ihn und versuchen Sie es erneut.',
  }),
  receipt_late: ({ till, date, number }) => ({
    message: `Der Kassenbon ${number} kam, nachdem der Beleg seines Tages (${day(date)}, ${till}) erstellt war.`,
    action:
      'Buchen Sie ihn von Hand und überspringen Sie dies, oder setzen Sie "day.late" auf "next" und versuchen Sie es erneut: Dann kommt er in den Tag, der gerade offen ist.',
  }),
  order_gone: ({ booked }) =>
    booked === 'no'
      ? {
          message: 'Die Quelle hat keine Bestellung mit dieser Nummer oder ID.',
          action: 'Prüfen Sie die Angabe.',
        }
      : {
          message: `Die Bestellung ist ${booked === 'yes' ? 'gebucht' : 'vielleicht gebucht'}, aber nicht mehr in der Quelle.`,
          action:
            'Schreiben Sie ihren Beleg von Hand gut, falls es einen gibt, der nicht bestehen bleiben soll, und überspringen Sie dies.',
        },
  perhaps_made_by_koppel: ({ system }) => ({
    message: `Vielleicht legt Koppel diese Bestellung in ${system} gerade selbst an: Was Koppel anlegt, wird nie weiter übertragen.`,
    action: 'Nichts zu tun: Die Bestellung wird wieder geprüft, sobald das feststeht.',
  }),
  looks_like_a_loop: ({ count, hours, gross, currency, of = 'buyer' }) => ({
    message: `Innerhalb ${hours === 1 ? 'einer Stunde' : `von ${hours} Stunden`} wurden ${count} Bestellungen ${of === 'buyer' ? 'eines Käufers' : 'derselben Waren, ohne Adresse,'} über je ${amount(gross)} ${currency} aufgegeben und gebucht: Das sieht nach Systemen aus, die einander Bestellungen anlegen.`,
    action:
      'Hat wirklich jemand so oft bestellt, versuchen Sie diese Bestellung einzeln erneut, und sie wird gebucht; wenn nicht, finden Sie heraus, was diese Bestellungen anlegt, und überspringen Sie sie. Ein erneuter Versuch für alles Geparkte bucht keine davon.',
  }),
  text_too_long: ({ system, field, length, maxLength }) => ({
    message: `${system} behält von ${field} ${maxLength} Zeichen und würde den Rest stillschweigend abschneiden; es sind ${length}.`,
    action:
      'Kürzen Sie den Text in der Quelle, oder ordnen Sie dem Feld einen kürzeren Text zu, und versuchen Sie es erneut.',
  }),
  reference_changed: ({ system, document, reference, stored }) => ({
    message: `${system} hat ${document} unter der Referenz ${stored} statt ${reference} angelegt.`,
    action:
      'Die Bestellung ist gebucht. Ordnen Sie der Referenz einen Text zu, den dieses System unverändert behält, und überspringen Sie dies.',
  }),
  flow_unsupported: ({ flow }) => ({
    message: `Diese beiden Systeme können ${flowName(flow)} nicht in dieser Richtung übertragen.`,
    action: 'Entfernen Sie diesen Abgleich.',
  }),
  entry_missing: ({ system, product, pricebook, currency, why }) => ({
    message: noEntry[why]({ system, product, pricebook, currency }),
    action:
      'Bringen Sie es dort in Ordnung und versuchen Sie es erneut; oder setzen Sie "entries" der Verbindung auf "make": Dann legt Koppel an, was fehlt, und schaltet ein, was ausgeschaltet ist.',
  }),
  product_unknown: ({ system, skus }) => ({
    message: `${system} hat kein Produkt mit der SKU ${skus.map((sku) => sku || '(keine)').join(', ')}.`,
    action:
      'Legen Sie es dort an, oder berichtigen Sie die SKU in der Quelle, und versuchen Sie es erneut; oder setzen Sie "products" auf "ignore".',
  }),
  product_under_way: ({ system, skus }) => ({
    message: `Die Produkte ${skus.join(', ')} werden zuerst nach ${system} gebracht.`,
    action: 'Nichts zu tun: Die Bestellung geht weiter, sobald sie dort sind.',
  }),
  totals_unclear: ({ system, vat }) => ({
    message: `Die Rechnung weist ${amount(vat)} USt aus; das ergibt sich nicht aus ihren Zeilen.`,
    action: `Sehen Sie sich die USt der Rechnung in ${system} an, übertragen Sie die Rechnung von Hand, und überspringen Sie dies.`,
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
    const inCurrency = currency ? ` ${currency}` : '';
    const itsCurrency = documentCurrency ? ` ${documentCurrency}` : inCurrency;
    const taken = `${document ? `: ${document}` : ''}, über ${amount(documentGross)}${itsCurrency}${documentDate ? `, vom ${day(documentDate)}` : ''}`;
    const order = `${number ? `Bestellung ${number}` : 'die Bestellung'}${date ? ` vom ${day(date)}` : ''} beläuft sich auf ${amount(gross)}${inCurrency}`;
    const why = owner
      ? `Er wurde für ${owner} erstellt`
      : 'Betrag, USt, Währung, Datum oder Kunde weichen ab';
    return {
      message: `${system} hat bereits einen Beleg mit der Referenz ${reference}${taken}; ${order}. Beide gehören nicht zusammen: ${why}.`,
      action:
        'Gehört er zu dieser Bestellung, berichtigen Sie ihn dort und überspringen Sie dies; wenn nicht, ordnen Sie "reference" etwas Eindeutiges zu und versuchen Sie es erneut.',
    };
  },
  made_differs: ({ system, currency, gross, vat, madeGross, madeVat }) => ({
    message: `Der Beleg sollte sich auf ${amount(gross)} ${currency} mit ${amount(vat)} USt belaufen; ${system} hat ihn mit ${amount(madeGross)}${madeVat && ` und ${amount(madeVat)} USt`} erstellt.`,
    action: `Berichtigen Sie den Beleg in ${system} von Hand und überspringen Sie dies. Er wird nicht noch einmal erstellt.`,
  }),
  refund_unstated: () => ({
    message:
      'Die Bestellung wurde teilweise erstattet, oder laut ihrem Status ganz, aber der Shop nennt den Betrag nicht.',
    action:
      'Schreiben Sie sie im Zielsystem von Hand gut und überspringen Sie dies, oder tragen Sie den Betrag im Shop ein und versuchen Sie es erneut.',
  }),
  order_refunded: ({ amount: refunded, currency, system }) => ({
    message: `${amount(refunded)} ${currency} wurden erstattet oder storniert, nachdem diese Bestellung gebucht war.`,
    action:
      system === undefined
        ? 'Schreiben Sie sie im Zielsystem von Hand gut und überspringen Sie dies, oder setzen Sie "refunds" auf "credit" und versuchen Sie es erneut.'
        : `Koppel schreibt in ${system} keine Bestellungen gut: Erstatten, berichtigen oder stornieren Sie sie dort von Hand, schreiben Sie gut, was davon berechnet wurde, und überspringen Sie dies.`,
  }),
  refund_undone: ({ amount: credited, currency }) => ({
    message: `${amount(credited)} ${currency} wurden gutgeschrieben, aber laut Shop wurde nichts mehr erstattet.`,
    action: 'Berichtigen Sie es im Zielsystem von Hand; überspringen Sie dies dann.',
  }),
  order_changed: ({ bookedGross, bookedVat, gross, vat }) => ({
    message: `Als die Bestellung gebucht wurde, belief sie sich auf ${amount(bookedGross)} mit ${amount(bookedVat)} USt; jetzt sind es ${amount(gross)} mit ${amount(vat)} USt.`,
    action: 'Berichtigen Sie den Beleg im Zielsystem von Hand; überspringen Sie dies dann.',
  }),
  order_went_on: ({ system, what }) => ({
    message: `Die Bestellung wurde in der Quelle ${happened(what)}, nachdem sie in ${system} angelegt war, und ${system} hat davon nichts erfahren.`,
    action: `Tragen Sie das in ${system} von Hand ein, soweit es zutrifft, und überspringen Sie dies. Mit "aftermath": "carry" macht Koppel es, wo die Bestellung dort es zulässt; mit "ignore" wird niemand gefragt.`,
  }),
  credit_of_draft: ({ system }) => ({
    message: `Die Bestellung wurde erstattet, aber ihr Beleg in ${system} ist noch ein Entwurf.`,
    action:
      'Löschen oder berichtigen Sie dort den Entwurf und überspringen Sie dies, oder versenden Sie ihn und versuchen Sie es erneut.',
  }),
  not_final_yet: ({ system }) => ({
    message: `Die Bestellung wurde erstattet, und ${system} hat ihren Beleg noch nicht endgültig gemacht.`,
    action: 'Nichts zu tun: Die Gutschrift wird erstellt, sobald er endgültig ist.',
  }),
  credit_stands: ({ system, ids }) => ({
    message: `Von der Bestellung wurde etwas erstattet, und ihr Beleg in ${system} wurde schon gutgeschrieben, nicht von Koppel: ${ids.join(', ')}.`,
    action: `Gilt das dem, was erstattet wurde, überspringen Sie dies. Andernfalls schreiben Sie den Rest in ${system} von Hand gut und überspringen Sie dies.`,
  }),
  discount_unbearable: ({ system }) => ({
    message: `Die Rabatte dieser Bestellung sind höher als ihre Waren und ihr Versand, und ${system} führt keine solche Bestellung.`,
    action:
      'Sehen Sie sich die Bestellung in der Quelle an, berichtigen Sie sie dort und versuchen Sie es erneut; oder tragen Sie sie von Hand ein und überspringen Sie dies.',
  }),
  credit_unsupported: ({ system }) => ({
    message: `Koppel erstellt in ${system} keine Gutschriften.`,
    action: `Erstatten Sie die Bestellung in ${system} von Hand und überspringen Sie dies, oder setzen Sie "refunds" auf "flag".`,
  }),
  status_unknown: ({ system, status }) => ({
    message: `"${status}" ist kein Status von ${system}.`,
    action:
      'Berichtigen Sie ihn dort, wo er genannt ist, in der Einstellung "writeBack" oder bei der Verbindung, und versuchen Sie es erneut.',
  }),
  account_unknown: ({ system, account }) => ({
    message: `"${account}" ist kein Sachkonto von ${system}.`,
    action:
      'Geben Sie die ID des Kontos in der Einstellung "revenueAccount" oder "rounding" an, und versuchen Sie es erneut.',
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
