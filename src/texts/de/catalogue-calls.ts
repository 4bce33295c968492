import type { catalogueCalls as en } from '../en/catalogue-calls.ts';

/** What of a product a target does not take, while the rest of it is written. */
export const catalogueCalls = {
  picture_refused: ({ field, sku }) => ({
    message: `Ein Bild von ${sku || 'einem Produkt'} (${field}) konnte nicht gesendet werden oder wurde nicht angenommen.`,
    action:
      'Prüfe, ob seine Adresse funktioniert und ob es ein Bild üblicher Art und Größe ist; versuche es dann erneut. Alles andere am Produkt wurde geschrieben.',
  }),
  attribute_unknown: ({ system, attribute, product }) => ({
    message: `${system} hat für ${product} kein Attribut ${attribute}, oder keines der Art, die sich hier verwenden lässt.`,
    action: `Füge es in ${system} hinzu, oder wähle in den Einstellungen ein anderes, und versuche es erneut.`,
  }),
  option_unknown: ({ system, option, value, product }) => ({
    message: value
      ? `${system} kennt ${value} nicht als Wert von ${option}; ${product} braucht ihn.`
      : `${system} kennt einen Wert von ${option} nicht, den ${product} braucht.`,
    action: `Füge ihn in ${system} hinzu, oder setze "createValues" auf true, und versuche es erneut.`,
  }),
  variant_prices_bound: ({ system, product }) => ({
    message: `Die Preise der Varianten von ${product} lassen sich in ${system} nicht abbilden: Dort schlägt jeder Wert einer Option bei allen Varianten, die ihn haben, denselben Betrag auf.`,
    action:
      'Gib den Varianten Preise, die sich aus solchen Beträgen ergeben; oder setze "variants" auf "split", und versuche es erneut. Alles andere am Produkt wurde geschrieben.',
  }),
  tax_class_unknown: ({ system, taxClass, product }) => ({
    message: `${system} hat für ${product} keine Steuerklasse ${taxClass}.`,
    action: 'Korrigiere die Einstellung "vat" und versuche es erneut.',
  }),
  product_shown: ({ system, product }) => ({
    message: `${product} wird in ${system} weiterhin angezeigt: Dort wird ein Produkt in seinen Kategorien ausgeblendet, und dieses ist in keiner.`,
    action: `Ordne es in ${system} einer Kategorie zu und versuche es erneut, oder nimm es dort von Hand aus dem Verkauf.`,
  }),
  category_kept: ({ system, category, product }) => ({
    message: `${system} hat ${product} in der Kategorie ${category} gelassen, aus der es herausgenommen werden sollte.`,
    action: `Nimm es in ${system} von Hand heraus; versuche es dann erneut.`,
  }),
  variant_taken: ({ system, sku }) => ({
    message: `${system} hat ein anderes Produkt mit der SKU ${sku}: Es wurde nicht zur Variante gemacht.`,
    action: 'Gib einem von beiden eine andere SKU, und versuche es erneut.',
  }),
  options_taken: ({ system, sku, other }) => ({
    message: `${system} hat eine Variante mit den Optionen von ${sku} unter der SKU ${other} und nimmt dieselben Optionen nicht zweimal an: Sie blieb, wie sie ist.`,
    action: `Gib beiden dieselbe SKU, oder entferne die Variante in ${system} von Hand, und versuche es dann erneut.`,
  }),
  location_unknown: ({ system, location }) => ({
    message: `${system} hat keinen Lagerort ${location}.`,
    action: 'Wähle in den Einstellungen einen anderen Lagerort.',
  }),
} satisfies typeof en;
