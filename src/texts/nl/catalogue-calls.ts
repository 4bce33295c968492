import type { catalogueCalls as english } from '../en/catalogue-calls.ts';

export const catalogueCalls: typeof english = {
  picture_refused: ({ field, sku }) => ({
    message: `Een afbeelding van ${sku || 'een product'} (${field}) kon niet worden verstuurd, of werd niet aangenomen.`,
    action:
      'Kijk of het adres werkt, en of het een afbeelding van een gangbaar type en formaat is; probeer het daarna opnieuw. Al het andere van het product is bijgewerkt.',
  }),
  attribute_unknown: ({ system, attribute, product }) => ({
    message: `${system} heeft geen attribuut ${attribute} voor ${product}, of niet van een soort die hier bruikbaar is.`,
    action: `Voeg het toe in ${system}, of kies een ander in de instellingen, en probeer het opnieuw.`,
  }),
  option_unknown: ({ system, option, value, product }) => ({
    message: `${system} kent ${value || 'een waarde'} niet als waarde van ${option}, en ${product} heeft die nodig.`,
    action: `Voeg die toe in ${system}, of zet "createValues" op true, en probeer het opnieuw.`,
  }),
  variant_prices_bound: ({ system, product }) => ({
    message: `De prijzen van de varianten van ${product} passen niet in ${system}: daar telt elke waarde van een optie bij alle varianten met die waarde hetzelfde bedrag op.`,
    action:
      'Geef de varianten prijzen die uit zulke bedragen bestaan; of zet "variants" op "split", en probeer het opnieuw. Al het andere van het product is bijgewerkt.',
  }),
  tax_class_unknown: ({ system, taxClass, product }) => ({
    message: `${system} heeft geen belastingklasse ${taxClass} voor ${product}.`,
    action: 'Verbeter de instelling "vat" en probeer het opnieuw.',
  }),
  product_shown: ({ system, product }) => ({
    message: `${product} is nog zichtbaar in ${system}: daar verberg je een product in zijn categorieën, en dit staat in geen enkele.`,
    action: `Zet het in ${system} in een categorie en probeer het opnieuw, of haal het daar zelf uit de verkoop.`,
  }),
  category_kept: ({ system, category, product }) => ({
    message: `${system} liet ${product} in categorie ${category} staan, terwijl het daaruit moest.`,
    action: `Haal het er in ${system} zelf uit en probeer het opnieuw.`,
  }),
  variant_taken: ({ system, sku }) => ({
    message: `${system} heeft een ander product met SKU ${sku}: er is geen variant van gemaakt.`,
    action: 'Geef een van de twee een andere SKU en probeer het opnieuw.',
  }),
  options_taken: ({ system, sku, other }) => ({
    message: `${system} heeft een variant met de opties van ${sku} onder de SKU ${other}, en neemt dezelfde opties geen twee keer aan: die is gelaten zoals hij is.`,
    action: `Geef beide dezelfde SKU, of haal die in ${system} handmatig weg, en probeer het dan opnieuw.`,
  }),
  location_unknown: ({ system, location }) => ({
    message: `${system} heeft geen voorraadlocatie ${location}.`,
    action: 'Kies een andere locatie in de instellingen.',
  }),
};
