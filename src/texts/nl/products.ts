import type { products as english, productReasons as englishReasons } from '../en/products.ts';

/** Why a picture cannot be had, by the code of the problem that fetching it ended with. */
const pictureFaults: Readonly<Record<string, string>> = {
  picture_too_large: 'het bestand is groter dan verstuurd mag worden',
  picture_unreachable: 'op het adres is niets te vinden',
  picture_not_one: 'wat op het adres staat is geen afbeelding',
  picture_address: 'het adres is geen openbaar adres dat met https begint',
};

/** Kinds of products that cannot be carried, as connectors call them. */
const kinds: Readonly<Record<string, string>> = {
  'gift card': 'cadeaubon',
  bundle: 'bundel',
  grouped: 'gegroepeerd product',
  downloadable: 'download',
};

const correctPicture = 'Verbeter de afbeelding in de bron en probeer het opnieuw.';

export const products: typeof english = {
  product_conflict: ({ system, sku, fields }) => ({
    message: `Product ${sku} is aan beide kanten gewijzigd sinds ze voor het laatst gelijk waren, in de bron en in ${system}: ${fields.join(', ')}. Al het andere is overgezet. Beide waarden staan in de activiteit, en op de pagina van dit record.`,
    action:
      'Bekijk beide waarden, vul in beide systemen de juiste in, en probeer het opnieuw; of sla dit over, dan blijven ze verschillend. Met "conflicts" op "source" wordt voortaan de bron gevolgd.',
  }),
  product_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'De bron heeft geen product met dit id.', action: 'Controleer het id.' }
      : {
          message: `Het product is verwijderd in ${system} (${id}), en is daarna in de bron gewijzigd.`,
          action: `Wil je het opnieuw in ${system} laten maken, synchroniseer het dan op zijn id; of sla het over, dan blijft het met rust tot het verandert. Opnieuw proberen verandert niets.`,
        },
  sku_missing: ({ id }) => ({
    message: `Product ${id}, of een van zijn varianten, heeft geen SKU: het kan niet worden gevonden en niet worden aangemaakt.`,
    action: 'Geef het in de bron een SKU; of zet "withoutSku" op "skip".',
  }),
  sku_twice: ({ of, system, sku, places }) => ({
    message: `SKU "${sku}" staat ${places.length} keer in ${of === 'source' ? 'de bron' : (system ?? 'het doelsysteem')}, zoals ${system ?? 'het doelsysteem'} SKU's vergelijkt: ${places.join(', ')}.`,
    action: 'Geef elk ervan een eigen SKU en probeer het opnieuw.',
  }),
  sku_taken: ({ system, sku, by }) => ({
    message: `SKU "${sku}" hoort in ${system} bij iets anders: ${by.join(', ')}. Er is niets gewijzigd.`,
    action: 'Verbeter de SKU in een van de twee systemen en probeer het opnieuw.',
  }),
  sku_linked: ({ system, sku, id, other }) => ({
    message: `Het product van ${system} met SKU "${sku}" (${id}) wordt gesynchroniseerd met een ander product van de bron (${other}).`,
    action: 'Geef een van de twee in de bron een eigen SKU en probeer het opnieuw.',
  }),
  product_currency: ({ system, sku, currency, held }) => ({
    message: `De prijs van product ${sku} is in ${currency}; ${system} heeft prijzen in ${held}. Er wordt niets omgerekend.`,
    action:
      'Vul de prijs in de bron in die valuta in; of zet "fields.price" en "fields.listPrice" op "never".',
  }),
  price_basis_unknown: ({ sku, of }) => ({
    message: `Nergens staat of de prijzen van ${of === 'source' ? 'de bron' : 'het doelsysteem'} inclusief btw zijn: de prijs van product ${sku} kan niet worden overgezet.`,
    action: `Zet "price.pricesIncludeVat.${of}" op true of false, of geef het op in het veld "prices" van de verbinding als die dat heeft, en probeer het opnieuw.`,
  }),
  prices_unsaid: ({ system, of }) => ({
    message: `Het is niet bekend of prijzen van ${system} met btw zijn: producten met een prijs blijven wachten.`,
    action: `Geef het op in het veld "prices" van de verbinding als die dat heeft, of zet "price.pricesIncludeVat.${of}" van de stroom op true of false; probeer daarna opnieuw wat wacht.`,
  }),
  product_vat_unknown: ({ sku, vatClass }) => ({
    message: `Het ene systeem heeft prijzen inclusief btw en het andere exclusief, en het btw-tarief van product ${sku} is niet bekend${vatClass && ` (de belastingklasse is "${vatClass}")`}.`,
    action: `Geef het in de bron een btw-tarief; of voeg ${vatClass ? `"${vatClass}"` : 'een standaardwaarde'} toe aan de instelling "price.vatRate", en probeer het opnieuw.`,
  }),
  too_many_variants: ({ system, sku, count, max }) => ({
    message: `Product ${sku} heeft ${count} varianten; ${system} neemt er ${max} aan.`,
    action: 'Verdeel het in de bron over meerdere producten.',
  }),
  option_without_value: ({ sku, option }) => ({
    message: `De optie "${option}" van product ${sku} heeft geen waarde, of een variant mist die: die variant is weggelaten. Al het andere is overgezet.`,
    action: 'Vul de optie in de bron aan en probeer het opnieuw.',
  }),
  picture_unsent: ({ system, sku, number, why }) => ({
    message: `Afbeelding ${number} van product ${sku} staat niet in ${system}: ${Object.hasOwn(pictureFaults, why) ? pictureFaults[why] : `het ophalen eindigde met ${why}`}. Al het andere is overgezet.`,
    action: correctPicture,
  }),
  picture_too_large: ({ max }) => ({
    message: `De afbeelding heeft meer dan ${max} bytes.`,
    action: 'Maak de afbeelding in de bron kleiner en probeer het opnieuw.',
  }),
  picture_unreachable: ({ status }) => ({
    message: `Op het adres van de afbeelding is niets te vinden${status === undefined ? '' : ` (status ${status})`}.`,
    action: correctPicture,
  }),
  picture_not_one: () => ({
    message: 'Wat op het adres van de afbeelding staat is geen afbeelding.',
    action: correctPicture,
  }),
  picture_address: () => ({
    message: 'Het adres van de afbeelding is geen openbaar adres dat met https begint.',
    action: correctPicture,
  }),
};

export const productReasons: typeof englishReasons = {
  adopted: ({ updated }) =>
    `staat al in het doelsysteem met deze SKU: gekoppeld${updated ? ' en bijgewerkt' : ''}`,
  unsupported: ({ why }) => `een ${kinds[why] ?? why}: dat kan niet worden overgezet`,
  sku_missing: () => 'heeft geen SKU',
  no_variants: () => 'heeft geen varianten',
  no_longer_there: () => 'niet meer in de bron; blijft in het doelsysteem staan',
  deactivated: () => 'niet meer in de bron: uitgezet in het doelsysteem',
  variants_gone: ({ count, updated }) =>
    `${updated ? 'bijgewerkt' : 'niets nieuws'}; varianten die niet meer in de bron zijn: ${count}`,
};
