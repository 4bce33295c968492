import type { settings as en } from '../en/settings.ts';

const fixed = { label: 'Feste Werte', help: 'Feste Werte für die eigenen Felder des Zielsystems' };

const orders = {
  statuses: {
    label: 'Bestellstatus',
    help: 'Bestellstatus, mit denen Bestellungen übertragen werden; ohne Angabe alle außer Entwürfen',
  },
  paymentStatuses: {
    label: 'Zahlungsstatus',
    help: 'Zahlungsstatus, mit denen Bestellungen übertragen werden',
  },
  paid: {
    label: 'Bezahlt',
    help: 'Nur Bestellungen, die bezahlt wurden, auch solche, die seitdem teilweise erstattet wurden (`true`), oder nur unbezahlte (`false`); ohne Angabe beide',
  },
  since: {
    label: 'Ab',
    help: 'Keine Bestellung, die vor diesem Tag aufgegeben wurde, wird übertragen; ohne Angabe gilt der Moment der Inbetriebnahme',
  },
  document: {
    label: 'Beleg',
    help: 'Was erstellt wird: eine Rechnung, oder eine Bestellung, wo das Zielsystem solche führt (in Jortt ein Angebot); standardmäßig die erste Art des Zielsystems',
  },
  state: {
    label: 'Entwurf oder endgültig',
    help: 'Ob der Beleg sofort endgültig ist; ein versandter kann nur noch gutgeschrieben werden',
  },
  lines: {
    label: 'Zeilen',
    help: 'Eine Zeile je Artikel, eine je Steuersatz, oder je Steuersatz eine für Umsatz, Versand, Rabatt und Zuschläge',
  },
  language: {
    label: 'Sprache der Belege',
    help: 'Sprache dessen, was Koppel selbst auf Belege schreibt: die der Buchhaltung',
  },
  customer: {
    label: 'Kunde',
    help: 'Wie der Kunde einer Bestellung gefunden, angelegt und aktualisiert wird',
  },
  'customer.create': {
    label: 'Kunden anlegen',
    help: 'Einen Kunden anlegen, den es nicht gibt; sonst wird die Bestellung als Gastbestellung übertragen, oder sie braucht dich',
  },
  'customer.update': {
    label: 'Kunden aktualisieren',
    help: 'Einen vorhandenen Kunden überschreiben, soweit ihn kein Kundenabgleich führt; ohne Angabe in der Buchhaltung, aber kein Konto eines Shops. Mit `false` wird er so verwendet, wie er ist',
  },
  'customer.defaultDebtor': {
    label: 'Standardkunde',
    help: 'Für Bestellungen ohne E-Mail-Adresse, oder für alle mit `force`',
  },
  'customer.defaultDebtor.id': {
    label: 'Seine ID',
    help: 'Der Kunde des Zielsystems, dem Bestellungen ohne E-Mail-Adresse zugeordnet werden',
  },
  'customer.defaultDebtor.force': {
    label: 'Für alle Bestellungen',
    help: 'Alle Bestellungen werden ihm zugeordnet',
  },
  'customer.classification': {
    label: 'Kundenklasse',
    help: 'Die Kundenklasse des Zielsystems, nach `person` oder `company`',
  },
  vat: {
    label: 'USt',
    help: 'Die Steuercodes des Zielsystems, und Verkäufe, die zuerst geprüft werden',
  },
  'vat.byRate': { label: 'Steuercodes', help: 'Der Steuercode des Zielsystems nach Prozentsatz' },
  'vat.byCountry': {
    label: 'Steuercodes nach Land',
    help: 'Dasselbe für ein einzelnes Land; hat Vorrang vor `byRate`',
  },
  'vat.reverseCharge': {
    label: 'Reverse-Charge',
    help: 'Verkäufe, bei denen die Steuerschuld auf eine Firma übergeht',
  },
  'vat.untaxed': {
    label: 'Verkäufe ohne USt',
    help: 'Verkäufe ohne USt in ein anderes EU-Land, die keine USt-IdNr. erklärt: Sie brauchen dich, oder werden mit 0 % gebucht, wie sie sind',
  },
  'vat.homeCountry': {
    label: 'Land des Shops',
    help: 'Land, aus dem der Shop verkauft, wo die Quelle es nicht nennt',
  },
  'vat.oss': {
    label: 'Privatverkäufe ins Ausland',
    help: 'Verkäufe an Privatpersonen in anderen EU-Ländern',
  },
  revenueAccount: { label: 'Sachkonten', help: 'Die Konten des Zielsystems, auf die Zeilen gebucht werden' },
  'revenueAccount.byCountry': {
    label: 'Erlöse nach Land',
    help: 'Das Erlöskonto des Zielsystems nach Land; hat Vorrang vor `byRate`',
  },
  'revenueAccount.byRate': { label: 'Erlöse nach Steuersatz', help: 'Dasselbe nach Steuersatz in Prozent' },
  'revenueAccount.shipping': { label: 'Versand', help: 'Konto der Versandkosten' },
  'revenueAccount.discount': { label: 'Rabatte', help: 'Konto der Rabatte' },
  'revenueAccount.fee': { label: 'Zuschläge', help: 'Konto der Zuschläge' },
  'revenueAccount.rounding': { label: 'Rundung', help: 'Konto der Rundungszeilen' },
  shipping: {
    label: 'Versand',
    help: 'Die Zeile der Versandkosten, und wie die Bestellung versandt wird',
  },
  'shipping.description': {
    label: 'Text der Zeile',
    help: 'Der Text der Zeile; standardmäßig der Name, den der Shop der Versandart gibt',
  },
  'shipping.methods': {
    label: 'Versandarten',
    help: 'Die Versandart des Zielsystems nach der des Shops',
  },
  fees: {
    label: 'Zuschläge von Modulen',
    help: 'Felder der Bestellung mit einem Betrag, der in ihrer Summe steckt und den kein anderer Teil erklärt, etwa der Zuschlag eines Zahlungsmoduls; jedes wird eine Zeile: `field` und `taxField` (der Pfad des Betrags und, falls es sie gibt, seiner USt, etwa `extension_attributes.mollie_payment_fee`), `text` der Zeile, `includesVat`',
  },
  'fees.field': { label: 'Feld', help: 'Pfad des Betrags in der Bestellung des Quellsystems' },
  'fees.taxField': { label: 'Feld der USt', help: 'Pfad der USt auf den Betrag, falls es sie gibt' },
  'fees.text': { label: 'Text der Zeile', help: 'Wie die Zeile auf dem Beleg heißt' },
  'fees.includesVat': { label: 'Inklusive USt', help: 'Ob der Betrag die USt enthält' },
  currency: {
    label: 'Währung',
    help: 'Bei einer Bestellung, die zwei nennt: die, in der bezahlt wurde (`order`), die der Buchhaltung des Shops (`base`), oder `base`, wo das Zielsystem die andere nicht führen kann (`auto`). Was gebucht ist, behält seine Währung',
  },
  discounts: {
    label: 'Rabatte',
    help: 'Eigene Zeile je Steuersatz, oder von den Artikelzeilen abgezogen',
  },
  paymentMethods: { label: 'Zahlungsarten', help: 'Die Zahlungsart des Zielsystems nach der des Shops' },
  paymentTerms: {
    label: 'Zahlungsziel in Tagen',
    help: 'Tage bis zur Zahlung nach der Zahlungsart des Shops',
  },
  products: {
    label: 'Produkte',
    help: 'Was aus einer Bestellung mit einer SKU wird, die das Zielsystem nicht kennt: Sie braucht dich, der Produktabgleich überträgt zuerst ihr Produkt, oder ihre Produkte bleiben unbeachtet',
  },
  rounding: { label: 'Rundung', help: 'Zeilen, die den Beleg an die Bestellung angleichen' },
  'rounding.tolerance': {
    label: 'Toleranz',
    help: 'Um wie viel die Summen vor Rundungszeilen abweichen dürfen; was darüber liegt, braucht dich',
  },
  'rounding.vat': {
    label: 'USt auf den Cent',
    help: 'Die USt auf den Cent an die des Shops angleichen, oder innerhalb der Toleranz die des Zielsystems stehen lassen',
  },
  'rounding.description': {
    label: 'Text der Zeile',
    help: 'Text einer Rundungszeile; standardmäßig in der Sprache der Belege',
  },
  refunds: {
    label: 'Erstattungen',
    help: 'Was folgt, wenn eine gebuchte Bestellung erstattet oder storniert wird',
  },
  aftermath: {
    label: 'Nach dem Verkauf',
    help: 'Was folgt, wenn eine Bestellung, die in einem Shop angelegt wurde, später in der Quelle bezahlt, versandt oder storniert wird: Der Shop erfährt es, oder du, oder niemand. Ein Storno bleibt unbeachtet, wenn `refunds` auf `ignore` steht, und richtet sich nach jener Einstellung, wenn diese auf `ignore` steht',
  },
  day: {
    label: 'Tag einer Kasse',
    help: 'Ein Beleg je Geschäftstag und Kasse, statt einer je Kassenbon; er wird dem Standardkunden zugeordnet',
  },
  'day.end': {
    label: 'Ende des Tages',
    help: 'Wann der Geschäftstag endet, nach der Uhr des Shops: Was davor verkauft wird, gehört zum Tag davor. Standardmäßig um Mitternacht',
  },
  'day.settleMinutes': {
    label: 'Wartezeit in Minuten',
    help: 'Wie lange nach seinem Ende Kassenbons eines Tages noch eintreffen dürfen, bevor sein Beleg erstellt wird',
  },
  'day.named': {
    label: 'Käufer mit Namen',
    help: 'Kassenbons mit einer E-Mail-Adresse gehen wie alle anderen in den Tag ein, oder werden eigene Belege (`apart`)',
  },
  'day.late': {
    label: 'Späte Kassenbons',
    help: 'Was aus einem Kassenbon wird, dessen Tag seinen Beleg schon hat: Er kommt in den Tag, der offen ist (`next`), oder braucht dich (`park`)',
  },
  'day.accounts': { label: 'Konten', help: 'Was kein Umsatz ist, auf eigenen Konten' },
  'day.accounts.tips': { label: 'Trinkgeld', help: 'Konto für Trinkgeld; ohne Angabe das der Zuschläge' },
  'day.accounts.cashRounding': {
    label: 'Barrundung',
    help: 'Konto für das, was das Runden auf Münzen ergibt; ohne Angabe das der Zuschläge',
  },
  'day.accounts.vouchers': {
    label: 'Gutscheine',
    help: 'Konto für Gutscheine und Geschenkkarten; ohne Angabe das der Zuschläge',
  },
  'day.vouchers': { label: 'Gutscheine', help: 'Wie Gutscheine und Geschenkkarten gebucht werden' },
  'day.vouchers.rate': {
    label: 'Ihr einziger Steuersatz',
    help: 'Für Gutscheine, mit denen sich nur Waren dieses Steuersatzes bezahlen lassen: Ihre USt wird beim Verkauf fällig, und was sie bezahlen, trägt keine. Ohne Angabe: keine USt beim Verkauf',
  },
  'day.vouchers.used': {
    label: 'Eingelöste Gutscheine',
    help: 'Ein Zahlungsmittel: Der Beleg bleibt vollständig (`payment`); oder eine Zeile unter null auf dem Konto der Gutscheine (`line`), sodass der Beleg auf das kommt, was sonst bezahlt wurde. Gutscheine für einen einzigen Satz haben immer die Zeile',
  },
  writeBack: { label: 'Rückmeldung', help: 'Was die Quelle von einer gebuchten Bestellung erfährt' },
  'writeBack.status': {
    label: 'Status',
    help: 'Status, den die Bestellung nach dem Buchen in der Quelle bekommt',
  },
  'writeBack.note': { label: 'Notiz', help: 'JSONata-Ausdruck über `order` und `document`' },
  fixed,
} satisfies typeof en.orders;

const customers = {
  create: {
    label: 'Kunden anlegen',
    help: 'Einen Kunden anlegen, den das Zielsystem nicht hat; sonst wird er übersprungen',
  },
  update: {
    label: 'Kunden aktualisieren',
    help: 'Einen vorhandenen Kunden überschreiben; sonst wird er verbunden und bleibt, wie er ist',
  },
  kinds: {
    label: 'Wer',
    help: 'Wer übertragen wird: nur Personen oder nur Firmen; ohne Angabe alle',
  },
  countries: {
    label: 'Länder',
    help: 'Länder, deren Kunden übertragen werden; wer kein Land hat, bleibt zurück',
  },
  withoutEmail: {
    label: 'Ohne E-Mail-Adresse',
    help: 'Was aus einem Kunden ohne E-Mail-Adresse wird: Er kann weder gefunden noch angelegt werden',
  },
  conflicts: {
    label: 'Auf beiden Seiten geändert',
    help: 'Was aus einem Feld wird, das auf beiden Seiten geändert wurde: Es braucht dich, oder es gilt die Quelle',
  },
  classification: {
    label: 'Kundenklasse',
    help: 'Die Kundenklasse des Zielsystems, nach `person` oder `company`; für ein einzelnes Land nach `company DE`',
  },
  vat: {
    label: 'Steuercode',
    help: 'Der Steuercode, den das Zielsystem beim Kunden führt, nach Land; `none`, wo es kein Land gibt',
  },
  revenueAccount: {
    label: 'Erlöskonto',
    help: 'Das Erlöskonto, das das Zielsystem beim Kunden führt, nach Land; `none`, wo es kein Land gibt',
  },
  fixed,
} satisfies typeof en.customers;

const categories = {
  create: {
    label: 'Kategorien anlegen',
    help: 'Eine Kategorie anlegen, die das Zielsystem nicht hat; sonst wird sie übersprungen, samt allen darunter',
  },
  update: {
    label: 'Kategorien aktualisieren',
    help: 'Änderungen auf eine vorhandene Kategorie übertragen; sonst wird sie verbunden und bleibt, wie sie ist',
  },
  root: {
    label: 'Wurzel',
    help: 'Die Kategorie des Zielsystems, unter der der Baum hängt, mit ihrer ID; ohne Angabe ganz oben im Zielsystem. In der Gegenrichtung wird nur übertragen, was unter ihr steht',
  },
  fields: {
    label: 'Felder',
    help: 'Wann jedes Feld geschrieben wird: immer, wenn die Quelle es ändert, nur bei einer neuen Kategorie, oder nie',
  },
  'fields.name': { label: 'Name', help: 'Ob Umbenennungen nachvollzogen werden' },
  'fields.parent': { label: 'Platz im Baum', help: 'Ob Verschiebungen nachvollzogen werden' },
  'fields.description': {
    label: 'Beschreibung',
    help: 'Wann die Beschreibung geschrieben wird; mit `createOnly` bleibt eine, die im Zielsystem verbessert wurde',
  },
  'fields.active': {
    label: 'Sichtbar oder ausgeblendet',
    help: 'Wann geschrieben wird, ob die Kategorie angezeigt wird',
  },
  'fields.position': {
    label: 'Reihenfolge',
    help: 'Wann die Position unter den Kategorien derselben Ebene geschrieben wird',
  },
  gone: {
    label: 'Nicht mehr in der Quelle',
    help: 'Was aus einer Kategorie wird, die die Quelle nicht mehr hat: Sie bleibt, wie sie ist, oder wird ausgeblendet. Gelöscht wird nichts',
  },
  fixed,
} satisfies typeof en.categories;

const stock = {
  quantity: {
    label: 'Welche Menge',
    help: 'Was von der Quelle geschrieben wird: was verfügbar ist, was vorhanden ist, oder was verfügbar ist und noch eingeht',
  },
  safetyStock: {
    label: 'Sicherheitsbestand',
    help: 'Stück jedes Bestands, die die Quelle zurückhält; was übrig bleibt, ist nie unter null, außer mit `negative`',
  },
  negative: {
    label: 'Unter null',
    help: 'Bestände unter null schreiben, wo das Zielsystem sie annimmt; sonst sind sie 0',
  },
  manage: {
    label: 'Zählen im Zielsystem',
    help: 'Ob das Zielsystem einen Bestand zählt: so, wie es dort ist (`keep`; was Koppel dort angelegt hat, wird ab seiner ersten Zahl gezählt), mit der Zahl eingeschaltet (`on`), oder ausgeschaltet, wo die Quelle ihn nicht zählt (`off`)',
  },
  sourceLocations: {
    label: 'Lagerorte der Quelle',
    help: 'Lagerorte, deren Bestände zusammengezählt werden, mit ihren IDs; ohne Angabe alle, von denen die Quelle verkauft',
  },
  targetLocation: {
    label: 'Lagerort im Zielsystem',
    help: 'Wohin die Bestände geschrieben werden, mit seiner ID; ohne Angabe wählt das Zielsystem',
  },
  unknown: {
    label: 'Unbekannte SKUs',
    help: 'SKUs, die das Zielsystem nicht hat: nur gezählt, oder als ein Problem angezeigt',
  },
  verify: {
    label: 'Alles vergleichen',
    help: 'Wie oft alle Bestände mit dem Zielsystem verglichen und korrigiert werden, etwa `24h`; `off` für nie',
  },
  fixed: { label: 'Feste Werte', help: 'Der `factor` aller Bestände, wenn keine Zuordnung einen ergibt' },
} satisfies typeof en.stock;

/** Modes of a field; the schema tells what each may be. */
const neededWhen = 'der Quelle folgen (`always`), oder nur, wenn das Produkt angelegt wird (`createOnly`)';
const followed =
  'der Quelle folgen (`always`), nur, wenn das Produkt angelegt wird (`createOnly`), oder gar nicht (`never`)';

const products = {
  create: {
    label: 'Produkte anlegen',
    help: 'Ein Produkt anlegen, das das Zielsystem nicht hat; sonst wird es übersprungen',
  },
  update: {
    label: 'Produkte aktualisieren',
    help: 'Mit einem vorhandenen Produkt der Quelle folgen; sonst wird es verbunden und bleibt, wie es ist',
  },
  withoutSku: {
    label: 'Ohne SKU',
    help: 'Was aus einem Produkt wird, das keine SKU hat und auch keine seiner Varianten: Es kann weder gefunden noch angelegt werden',
  },
  fields: {
    label: 'Felder',
    help: 'Je Feld: der Quelle folgen, sooft sie das Feld ändert, nur, wenn das Produkt angelegt wird, oder nie. Was du im Zielsystem geändert hast, bleibt bis dahin',
  },
  'fields.sku': { label: 'SKU', help: `Die SKU: ${neededWhen}` },
  'fields.name': { label: 'Name', help: `Der Name: ${neededWhen}` },
  'fields.active': { label: 'Eingeschaltet', help: `Ob es angezeigt wird: ${followed}` },
  'fields.description': { label: 'Beschreibung', help: `Die Beschreibung: ${followed}` },
  'fields.shortDescription': { label: 'Kurzbeschreibung', help: `Die Kurzbeschreibung: ${followed}` },
  'fields.gtin': { label: 'EAN oder UPC', help: `EAN oder UPC: ${followed}` },
  'fields.brand': { label: 'Marke', help: `Die Marke: ${followed}` },
  'fields.weightKg': { label: 'Gewicht', help: `Das Gewicht: ${followed}` },
  'fields.price': { label: 'Preis', help: `Der Preis, auch von Varianten: ${followed}` },
  'fields.listPrice': {
    label: 'Streichpreis',
    help: `Der durchgestrichene Preis, auch von Varianten: ${followed}`,
  },
  'fields.vatClass': { label: 'Steuerklasse', help: `Die Steuerklasse, wie \`vat\` sie ergibt: ${followed}` },
  variants: {
    label: 'Varianten',
    help: 'Ein Produkt mit Varianten (`group`), oder jede Variante als eigenes Produkt, nach ihren Optionen benannt (`split`). In einem Zielsystem ohne Varianten werden sie immer aufgeteilt',
  },
  options: {
    label: 'Optionen',
    help: 'Die Option des Zielsystems nach dem Namen der Quelle; ohne Eintrag behält sie ihren eigenen Namen',
  },
  attributes: {
    label: 'Attribute',
    help: 'Das Attribut des Zielsystems nach dem Namen der Quelle; ohne Eintrag wird es weggelassen',
  },
  createValues: {
    label: 'Werte anlegen',
    help: 'Werte von Optionen und Attributen anlegen, die dem Zielsystem fehlen, wo es das erlaubt',
  },
  price: { label: 'Preise', help: 'Wie Preise in die des Zielsystems umgerechnet werden' },
  'price.basis': {
    label: 'Grundlage',
    help: 'Mit oder ohne USt, wie das Zielsystem sie führt (`asTarget`), oder genau so, wie die Quelle sie nennt',
  },
  'price.pricesIncludeVat': {
    label: 'Preise enthalten USt',
    help: 'Ob Preise die USt enthalten, bei einem System, das es nicht sagt',
  },
  'price.pricesIncludeVat.source': {
    label: 'Die der Quelle',
    help: 'Ob Preise der Quelle die USt enthalten, wo sie es nicht sagt',
  },
  'price.pricesIncludeVat.target': {
    label: 'Die des Zielsystems',
    help: 'Ob Preise des Zielsystems die USt enthalten, wo es das nicht sagt',
  },
  'price.vatRate': {
    label: 'Steuersätze',
    help: 'Steuersatz in Prozent nach der Steuerklasse der Quelle, wo die Quelle keinen Satz nennt',
  },
  vat: {
    label: 'Steuerklassen',
    help: 'Die Steuerklasse des Zielsystems nach der Klasse der Quelle, oder nach dem Steuersatz',
  },
  categories: {
    label: 'Kategorien',
    help: 'Welchen Kategorien des Zielsystems ein Produkt zugeordnet wird',
  },
  'categories.by': {
    label: 'Gefunden über',
    help: 'Die, die der Kategorieabgleich verbunden hat (`link`), die einer Tabelle (`map`), oder gar keine',
  },
  'categories.map': {
    label: 'Tabelle',
    help: 'Die Kategorie des Zielsystems nach der ID der Quelle, mit `by: map`',
  },
  images: {
    label: 'Bilder',
    help: 'Alle Bilder, das erste oder keines. Bilder, die du im Zielsystem hinzugefügt hast, bleiben',
  },
  gone: {
    label: 'Nicht mehr in der Quelle',
    help: 'Was aus einem Produkt oder einer Variante wird, das die Quelle nicht mehr hat: Es bleibt, wie es ist, oder wird ausgeschaltet. Gelöscht wird nichts',
  },
  conflicts: {
    label: 'Auf beiden Seiten geändert',
    help: 'Was aus einem Feld wird, das auf beiden Seiten geändert wurde, wo auch die andere Richtung es überträgt: Es braucht dich, oder es gilt die Quelle',
  },
  fixed,
} satisfies typeof en.products;

/** Settings by flow, then by their path: `customer.update`. */
export const settings = { orders, customers, products, categories, stock };
