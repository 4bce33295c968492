import type { orders as english } from '../en/orders.ts';
import { amount, counted, day, money } from './figures.ts';
import { flowName } from './flow-name.ts';

const dayWaits: Readonly<Record<Parameters<typeof english.day_open>[0]['why'], string>> = {
  open: 'de dag is nog niet voorbij, inclusief de tijd die bonnen onderweg mogen zijn',
  unread: 'de bron is nog niet helemaal gelezen',
  under_way: 'er zijn bonnen onderweg die erbij kunnen horen',
};

/** What became of an order in the source. */
const went: Readonly<Record<string, string>> = {
  paid: 'betaald',
  shipped: 'verzonden',
  cancelled: 'geannuleerd',
};

/** `betaald en verzonden`. */
export function whatWentOn(what: readonly string[]): string {
  return what.map((each) => went[each] ?? each).join(' en ');
}

export const orders: typeof english = {
  day_open: ({ till, date, why }) => ({
    message: `De dag ${day(date)} van ${till} wacht op zijn document: ${dayWaits[why]}.`,
    action: 'Je hoeft niets te doen: het document komt er vanzelf.',
  }),
  day_lacks_receipts: ({ till, date, receipts, count }) => ({
    message: `De dag ${day(date)} van ${till} heeft nog geen document: ${counted(count, 'verkoop die erbij kan horen wacht', 'verkopen die erbij kunnen horen wachten')} op jou (${receipts.join(', ')}).`,
    action: 'Los op wat op jou wacht, of sla het over: daarna gaat de dag vanzelf verder.',
  }),
  receipt_differs: ({ number, currency, gross, vat, parts }) => ({
    message: `Bon ${number} telt niet op: het totaal is ${money(gross, currency)} met ${money(vat, currency)} btw, de onderdelen komen op ${money(parts, currency)}, of op een andere btw.`,
    action:
      'Bekijk de bon in de kassa. De dag wacht erop: boek de bon zelf en sla hem over, of zet hem goed en probeer het opnieuw.',
  }),
  receipt_late: ({ till, date, number }) => ({
    message: `Bon ${number} kwam binnen nadat het document van zijn dag (${day(date)}, ${till}) was gemaakt.`,
    action:
      'Boek de bon zelf en sla dit over, of zet "day.late" op "next" en probeer het opnieuw: dan gaat hij mee met de dag die dan open is.',
  }),
  order_gone: ({ booked }) =>
    booked === 'no'
      ? { message: 'De bron heeft geen bestelling met dit nummer of id.', action: 'Controleer het nummer.' }
      : {
          message: `De bestelling is ${booked === 'yes' ? 'geboekt' : 'misschien geboekt'}, maar staat niet meer in de bron.`,
          action:
            'Crediteer zelf het document als er een is dat niet hoort te blijven staan, en sla dit over.',
        },
  perhaps_made_by_koppel: ({ system }) => ({
    message: `Misschien maakt Koppel deze bestelling van ${system} op dit moment zelf: wat Koppel maakt, wordt niet verder overgezet.`,
    action: 'Je hoeft niets te doen: zodra dat bekend is, wordt er opnieuw naar gekeken.',
  }),
  looks_like_a_loop: ({ count, hours, gross, currency, of = 'buyer' }) => ({
    message: `Binnen ${hours === 1 ? 'een uur' : `${hours} uur`} zijn ${count} bestellingen van ${of === 'buyer' ? 'één koper' : 'dezelfde artikelen, zonder adres,'} en van elk ${money(gross, currency)} geplaatst en geboekt: dat lijkt op systemen die elkaars bestellingen maken.`,
    action:
      'Heeft iemand echt zo vaak besteld, probeer deze dan los opnieuw en hij wordt geboekt. Zo niet, zoek uit wat deze bestellingen maakt, en sla deze over. Wordt alles wat op jou wacht in één keer opnieuw geprobeerd, dan wordt er geen van geboekt.',
  }),
  text_too_long: ({ system, field, length, maxLength }) => ({
    message: `${system} bewaart ${maxLength} tekens van ${field} en knipt de rest stilletjes af; het zijn er ${length}.`,
    action:
      'Kort de tekst in de bron in, of vul het veld via de mapping met een kortere tekst, en probeer het opnieuw.',
  }),
  too_many_lines: ({ system, lines, most }) => ({
    message: `${system} neemt ${most} regels van een order in één aanroep, en deze heeft er ${lines}.`,
    action: 'Voer de order daar met de hand in, en sla hem hier over.',
  }),
  reference_names_people: () => ({
    message:
      'De mapping van de referentie leest mogelijk gegevens van een persoon, en de referentie blijft onversleuteld staan: bij het wissen wordt ze niet gevonden.',
    action:
      'Maak haar van het nummer of van andere velden die van niemand zijn, en zet de rest in een ander veld van het document.',
  }),
  reference_changed: ({ system, document, reference, stored }) => ({
    message: `${system} maakte ${document} met referentie ${stored} in plaats van ${reference}.`,
    action:
      'Het is geboekt. Laat de mapping een referentie geven die dit systeem ongewijzigd bewaart, en sla dit over.',
  }),
  flow_unsupported: ({ flow }) => ({
    message: `Deze twee systemen kunnen ${flowName(flow)} niet in deze richting overzetten.`,
    action: 'Haal deze stroom weg.',
  }),
  entry_missing: ({ system, product, pricebook, currency, why }) => ({
    message: noEntry[why]({ system, product, pricebook, currency }),
    action:
      'Zet het daar goed en probeer het opnieuw; of zet "entries" van de verbinding op "make": dan maakt Koppel wat ontbreekt en zet het aan wat uit staat.',
  }),
  product_unknown: ({ system, skus }) => ({
    message: `${system} heeft geen product met SKU ${skus.map((sku) => sku || '(geen)').join(', ')}.`,
    action:
      'Voeg het daar toe, of verbeter de SKU in de bron, en probeer het opnieuw; of zet "products" op "ignore".',
  }),
  product_under_way: ({ system, skus }) => ({
    message: `De producten ${skus.join(', ')} gaan eerst naar ${system}.`,
    action: 'Je hoeft niets te doen: de bestelling gaat verder zodra ze er zijn.',
  }),
  totals_unclear: ({ system, vat }) => ({
    message: `Op de factuur staat ${amount(vat)} btw, en dat volgt niet uit de regels.`,
    action: `Bekijk de btw van de factuur in ${system}, neem hem zelf over, en sla dit over.`,
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
    const taken = `${document ? `: ${document},` : ','} van ${money(documentGross, documentCurrency || currency || null)}${documentDate ? `, met datum ${day(documentDate)}` : ''}`;
    const order = `${number ? `bestelling ${number}` : 'de bestelling'}${date ? ` van ${day(date)}` : ''} komt op ${money(gross, currency || null)}`;
    const why = owner ? `het is gemaakt voor ${owner}` : 'bedrag, btw, valuta, datum of klant verschillen';
    return {
      message: `${system} heeft al een document met referentie ${reference}${taken}; ${order}. Ze zijn niet dezelfde: ${why}.`,
      action:
        'Is het wel deze bestelling, verbeter het document dan daar en sla dit over. Zo niet, laat de mapping bij "reference" iets unieks geven en probeer het opnieuw.',
    };
  },
  made_differs: ({ system, currency, gross, vat, madeGross, madeVat }) => ({
    message: `Het document moest op ${money(gross, currency)} met ${money(vat, currency)} btw komen; ${system} maakte er ${money(madeGross, currency)}${madeVat && ` met ${money(madeVat, currency)} btw`} van.`,
    action: `Verbeter het document zelf in ${system} en sla dit over. Het wordt niet nog een keer gemaakt.`,
  }),
  refund_unstated: () => ({
    message:
      'De bestelling is deels terugbetaald, of volgens de status helemaal, maar de winkel zegt niet hoeveel.',
    action:
      'Crediteer zelf in het doelsysteem en sla dit over, of vul het bedrag in de winkel in en probeer het opnieuw.',
  }),
  order_refunded: ({ amount: refunded, currency, system }) => ({
    message: `${money(refunded, currency)} is terugbetaald of geannuleerd nadat deze bestelling was geboekt.`,
    action:
      system === undefined
        ? 'Crediteer zelf in het doelsysteem en sla dit over, of zet "refunds" op "credit" en probeer het opnieuw.'
        : `Koppel crediteert geen bestellingen in ${system}: betaal daar zelf terug, verbeter de bestelling of trek hem in, crediteer wat ervan gefactureerd is, en sla dit over.`,
  }),
  refund_undone: ({ amount: refunded, currency }) => ({
    message: `${money(refunded, currency)} is gecrediteerd, maar volgens de winkel is het niet meer terugbetaald.`,
    action: 'Verbeter het zelf in het doelsysteem; sla dit daarna over.',
  }),
  order_changed: ({ bookedGross, bookedVat, gross, vat }) => ({
    message: `De bestelling kwam op ${amount(bookedGross)} met ${amount(bookedVat)} btw toen die werd geboekt; nu op ${amount(gross)} met ${amount(vat)} btw.`,
    action: 'Verbeter het document zelf in het doelsysteem; sla dit daarna over.',
  }),
  order_went_on: ({ system, what }) => ({
    message: `De bestelling is in de bron ${whatWentOn(what)} nadat die in ${system} was gemaakt, en ${system} weet daar niet van.`,
    action: `Voer dat zelf in ${system} in als het klopt, en sla dit over. Met "aftermath": "carry" doet Koppel het waar de bestelling daar het toelaat, met "ignore" wordt niemand iets gevraagd.`,
  }),
  credit_of_draft: ({ system }) => ({
    message: `De bestelling is terugbetaald, maar het document in ${system} is nog een concept.`,
    action: 'Verwijder of verbeter het concept daar en sla dit over, of verstuur het en probeer het opnieuw.',
  }),
  not_final_yet: ({ system }) => ({
    message: `De bestelling is terugbetaald, en ${system} heeft het document nog niet definitief gemaakt.`,
    action: 'Je hoeft niets te doen: er wordt gecrediteerd zodra het definitief is.',
  }),
  credit_stands: ({ system, ids }) => ({
    message: `Van de bestelling is iets terugbetaald, en het document in ${system} is al gecrediteerd, niet door Koppel: ${ids.join(', ')}.`,
    action: `Is dat voor wat er is terugbetaald, sla dit dan over. Zo niet, crediteer de rest zelf in ${system} en sla dit over.`,
  }),
  discount_unbearable: ({ system }) => ({
    message: `De kortingen op deze bestelling zijn hoger dan artikelen en verzendkosten samen, en ${system} kan zo'n bestelling niet bevatten.`,
    action:
      'Bekijk de bestelling in de bron, verbeter hem daar en probeer het opnieuw; of voer hem zelf in en sla dit over.',
  }),
  credit_unsupported: ({ system }) => ({
    message: `Koppel crediteert niet in ${system}.`,
    action: `Betaal de bestelling zelf terug in ${system} en sla dit over, of zet "refunds" op "flag".`,
  }),
  status_unknown: ({ system, status }) => ({
    message: `"${status}" is geen status van ${system}.`,
    action:
      'Verbeter die waar hij genoemd wordt, in de instelling "writeBack" of bij de verbinding, en probeer het opnieuw.',
  }),
  account_unknown: ({ system, account }) => ({
    message: `"${account}" is geen grootboekrekening van ${system}.`,
    action:
      'Geef in de instelling "revenueAccount" of "rounding" het id van de rekening, en probeer het opnieuw.',
  }),
};

type Entry = Readonly<Record<'system' | 'product' | 'pricebook' | 'currency', string>>;

const noEntry = {
  absent: ({ system, product, pricebook, currency }: Entry) =>
    `Product ${product} van ${system} heeft geen prijs in ${currency} in prijsboek ${pricebook}.`,
  inactive: ({ system, product, pricebook, currency }: Entry) =>
    `De prijs van product ${product} van ${system} in ${currency} in prijsboek ${pricebook} is niet actief.`,
  no_product: ({ system, product }: Entry) =>
    `${system} heeft geen actief product met SKU ${product} voor regels die er zelf geen hebben.`,
};
