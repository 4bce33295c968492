/** Why a product needs a person, or goes without a part of it. */
import type { products as en, productReasons as enReasons } from '../en/products.ts';

/** Why a picture cannot be had, by the code of the problem that fetching it ended with. */
const pictureFaults: Readonly<Record<string, string>> = {
  picture_too_large: 'Es ist größer, als gesendet werden darf',
  picture_unreachable: 'Unter seiner Adresse ist es nicht abrufbar',
  picture_not_one: 'Was seine Adresse liefert, ist kein Bild',
  picture_address: 'Seine Adresse ist keine öffentliche, die mit https beginnt',
};

/** Kinds of products that cannot be carried, as connectors call them. */
const kinds: Readonly<Record<string, string>> = {
  'gift card': 'Geschenkkarte',
  bundle: 'Bundle',
  grouped: 'gruppiertes Produkt',
  downloadable: 'Download-Produkt',
};

const correctPicture = 'Korrigiere das Bild in der Quelle und versuche es erneut.';

export const products = {
  product_conflict: ({ system, sku, fields }) => ({
    message: `Das Produkt ${sku} wurde auf beiden Seiten geändert, seit beide zuletzt gleich waren, in der Quelle und in ${system}: ${fields.join(', ')}. Alles andere wurde übertragen. Beide Werte stehen im Verlauf und auf der Seite dieses Datensatzes.`,
    action:
      'Sieh dir beide Werte an, trage den richtigen in beiden Systemen ein und versuche es erneut; oder überspringe dies, dann bleiben beide verschieden. Mit "conflicts" auf "source" gilt von nun an die Quelle.',
  }),
  product_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'Die Quelle hat kein Produkt mit dieser ID.', action: 'Prüfe die ID.' }
      : {
          message: `Das Produkt wurde in ${system} gelöscht (${id}) und hat sich seitdem in der Quelle geändert.`,
          action: `Damit es in ${system} neu angelegt wird, gleiche es über seine ID ab; oder überspringe es, dann bleibt es unberührt, bis es sich ändert. Ein erneuter Versuch ändert nichts.`,
        },
  sku_missing: ({ id }) => ({
    message: `Das Produkt ${id} oder eine seiner Varianten hat keine SKU: Es kann weder gefunden noch angelegt werden.`,
    action: 'Gib ihm in der Quelle eine SKU; oder setze "withoutSku" auf "skip".',
  }),
  sku_twice: ({ of, system, sku, places }) => ({
    message: `Die SKU "${sku}" steht ${places.length}-mal in ${of === 'source' ? 'der Quelle' : (system ?? 'dem Zielsystem')}, so wie ${system ?? 'das Zielsystem'} SKUs vergleicht: ${places.join(', ')}.`,
    action: 'Gib jedem davon eine eigene SKU, und versuche es erneut.',
  }),
  sku_taken: ({ system, sku, by }) => ({
    message: `Die SKU "${sku}" gehört in ${system} schon zu etwas anderem: ${by.join(', ')}. Es wurde nichts geschrieben.`,
    action: 'Korrigiere die SKU in einem der beiden Systeme, und versuche es erneut.',
  }),
  sku_linked: ({ system, sku, id, other }) => ({
    message: `Das Produkt von ${system} mit der SKU "${sku}" (${id}) wird mit einem anderen Produkt der Quelle (${other}) abgeglichen.`,
    action: 'Gib einem von beiden in der Quelle eine eigene SKU, und versuche es erneut.',
  }),
  product_currency: ({ system, sku, currency, held }) => ({
    message: `Der Preis des Produkts ${sku} ist in ${currency}; ${system} führt Preise in ${held}. Es wird nichts umgerechnet.`,
    action:
      'Trage ihn in der Quelle in jener Währung ein; oder setze "fields.price" und "fields.listPrice" auf "never".',
  }),
  price_basis_unknown: ({ sku, of }) => ({
    message: `Nirgends steht, ob Preise ${of === 'source' ? 'der Quelle' : 'des Zielsystems'} die USt enthalten: Der Preis des Produkts ${sku} kann nicht übertragen werden.`,
    action: `Setze "price.pricesIncludeVat.${of}" auf true oder false, oder gib es im Feld "prices" der Verbindung an, falls sie es hat, und versuche es erneut.`,
  }),
  prices_unsaid: ({ system, of }) => ({
    message: `Nirgends steht, ob Preise von ${system} die USt enthalten: Produkte mit einem Preis warten auf dich.`,
    action: `Gib es im Feld "prices" der Verbindung an, falls sie es hat, oder setze "price.pricesIncludeVat.${of}" des Flusses auf true oder false; versuche danach erneut, was wartet.`,
  }),
  product_vat_unknown: ({ sku, vatClass }) => ({
    message: `Nur eines der beiden Systeme führt Preise mit USt, und der Steuersatz des Produkts ${sku} ist nicht bekannt${vatClass && ` (seine Steuerklasse ist "${vatClass}")`}.`,
    action: `Gib ihm in der Quelle einen Steuersatz; oder füge der Einstellung "price.vatRate" ${vatClass ? `"${vatClass}"` : 'einen Standardwert'} hinzu, und versuche es erneut.`,
  }),
  too_many_variants: ({ system, sku, count, max }) => ({
    message: `Das Produkt ${sku} hat ${count} Varianten; ${system} nimmt ${max} an.`,
    action: 'Teile es in der Quelle in mehrere Produkte auf.',
  }),
  option_without_value: ({ sku, option }) => ({
    message: `Die Option "${option}" des Produkts ${sku} hat keinen Wert, oder einer Variante fehlt sie: Diese Variante wurde weggelassen. Alles andere wurde übertragen.`,
    action: 'Vervollständige die Option in der Quelle, und versuche es erneut.',
  }),
  picture_unsent: ({ system, sku, number, why }) => ({
    message: `Bild ${number} des Produkts ${sku} ist nicht in ${system}. ${Object.hasOwn(pictureFaults, why) ? pictureFaults[why] : `Das Abrufen endete mit ${why}`}. Alles andere wurde übertragen.`,
    action: correctPicture,
  }),
  picture_too_large: ({ max }) => ({
    message: `Das Bild hat mehr als ${max} Byte.`,
    action: 'Verkleinere es in der Quelle, und versuche es erneut.',
  }),
  picture_unreachable: ({ status }) => ({
    message: `Unter seiner Adresse ist das Bild nicht abrufbar${status === undefined ? '' : ` (Status ${status})`}.`,
    action: correctPicture,
  }),
  picture_not_one: () => ({
    message: 'Was die Adresse des Bildes liefert, ist kein Bild.',
    action: correctPicture,
  }),
  picture_address: () => ({
    message: 'Die Adresse des Bildes ist keine öffentliche, die mit https beginnt.',
    action: correctPicture,
  }),
} satisfies typeof en;

/** How a product's task ended, in half a sentence. */
export const productReasons = {
  adopted: ({ updated }) =>
    `schon unter dieser SKU im Zielsystem: verbunden${updated ? ' und aktualisiert' : ''}`,
  unsupported: ({ why }) =>
    `von der Art ${Object.hasOwn(kinds, why) ? kinds[why] : why}, die nicht übertragen werden kann`,
  sku_missing: () => 'hat keine SKU',
  no_variants: () => 'hat keine Varianten',
  no_longer_there: () => 'nicht mehr in der Quelle; im Zielsystem behalten',
  deactivated: () => 'nicht mehr in der Quelle: im Zielsystem ausgeschaltet',
  variants_gone: ({ count, updated }) =>
    `${updated ? 'aktualisiert' : 'nichts Neues'}; Varianten, die nicht mehr in der Quelle sind: ${count}`,
} satisfies typeof enReasons;
