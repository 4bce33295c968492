import type { settings as english } from '../en/settings.ts';

const fixed = { label: 'Vaste waarden', help: 'Vaste waarden voor eigen velden van het doelsysteem' };

const orders: typeof english.orders = {
  statuses: {
    label: 'Bestelstatussen',
    help: 'Bestelstatussen die meegaan; zonder opgave alles behalve concepten',
  },
  paymentStatuses: { label: 'Betaalstatussen', help: 'Betaalstatussen die meegaan' },
  paid: {
    label: 'Betaald',
    help: 'Alleen betaalde bestellingen, ook als er sindsdien iets van is terugbetaald (`true`), of alleen onbetaalde (`false`); zonder opgave allebei',
  },
  since: {
    label: 'Vanaf',
    help: 'Wat voor deze dag is besteld gaat niet mee; zonder opgave telt het moment van live zetten',
  },
  document: {
    label: 'Document',
    help: 'Wat er gemaakt wordt: een factuur, of een order als het doelsysteem die kent (in Jortt een offerte); standaard de eerste soort van het doelsysteem',
  },
  state: {
    label: 'Concept of definitief',
    help: 'Of het document meteen definitief is; een verstuurd document is alleen nog te crediteren',
  },
  lines: {
    label: 'Regels',
    help: 'Een regel per artikel, een per btw-tarief, of een per btw-tarief voor omzet, verzendkosten, korting en toeslagen apart',
  },
  language: {
    label: 'Taal van documenten',
    help: 'Taal van wat Koppel zelf op documenten schrijft: die van de boekhouding',
  },
  customer: {
    label: 'Klant',
    help: 'Hoe de klant van een bestelling wordt gevonden, aangemaakt en bijgewerkt',
  },
  'customer.create': {
    label: 'Klanten aanmaken',
    help: 'Maakt een klant die er nog niet is; anders gaat de bestelling als gastbestelling, of wacht die op jou',
  },
  'customer.update': {
    label: 'Klanten bijwerken',
    help: 'Overschrijft een bestaande klant, voor zover geen klantenstroom die bijhoudt; zonder opgave wel in de boekhouding, maar geen account van een winkel. Met `false` wordt de klant gebruikt zoals hij is',
  },
  'customer.defaultDebtor': {
    label: 'Standaardklant',
    help: 'Voor bestellingen zonder e-mailadres, of voor alle met `force`',
  },
  'customer.defaultDebtor.id': {
    label: 'Id van die klant',
    help: 'De klant in het doelsysteem voor bestellingen zonder e-mailadres',
  },
  'customer.defaultDebtor.force': {
    label: 'Voor alle bestellingen',
    help: 'Alle bestellingen komen bij deze klant',
  },
  'customer.classification': {
    label: 'Klantgroep',
    help: 'De klantgroep van het doelsysteem, per `person` of `company`',
  },
  vat: { label: 'Btw', help: 'De btw-codes van het doelsysteem, en verkopen die eerst bekeken worden' },
  'vat.byRate': { label: 'Btw-codes', help: 'De btw-code van het doelsysteem per percentage' },
  'vat.byCountry': { label: 'Btw-codes per land', help: 'Hetzelfde voor één land; gaat voor `byRate`' },
  'vat.reverseCharge': { label: 'Btw verlegd', help: 'Verkopen waarvan de btw naar een bedrijf is verlegd' },
  'vat.untaxed': {
    label: 'Verkopen zonder btw',
    help: 'Verkopen zonder btw naar een ander EU-land die geen btw-nummer verklaart: ze wachten op jou, of worden tegen 0% geboekt zoals ze zijn',
  },
  'vat.homeCountry': {
    label: 'Eigen land',
    help: 'Het land van waaruit de winkel verkoopt, als de bron dat niet vertelt',
  },
  'vat.oss': {
    label: 'Particulieren buitenland',
    help: 'Verkopen aan particulieren in andere EU-landen (OSS)',
  },
  revenueAccount: {
    label: 'Grootboekrekeningen',
    help: 'De rekeningen van het doelsysteem waarop regels worden geboekt',
  },
  'revenueAccount.byCountry': {
    label: 'Omzet per land',
    help: 'De omzetrekening van het doelsysteem per land; gaat voor `byRate`',
  },
  'revenueAccount.byRate': { label: 'Omzet per btw-tarief', help: 'Hetzelfde per btw-percentage' },
  'revenueAccount.shipping': { label: 'Verzendkosten', help: 'Rekening van de verzendkosten' },
  'revenueAccount.discount': { label: 'Kortingen', help: 'Rekening van de kortingen' },
  'revenueAccount.fee': { label: 'Toeslagen', help: 'Rekening van de toeslagen' },
  'revenueAccount.rounding': { label: 'Afronding', help: 'Rekening van de afrondingsregels' },
  shipping: {
    label: 'Verzending',
    help: 'De regel van de verzendkosten, en hoe de bestelling wordt verzonden',
  },
  'shipping.description': {
    label: 'Tekst van de regel',
    help: 'Tekst van de regel; standaard de naam die de winkel de verzendwijze geeft',
  },
  'shipping.methods': {
    label: 'Verzendwijzen',
    help: 'De verzendwijze van het doelsysteem per verzendwijze van de winkel',
  },
  fees: {
    label: 'Toeslagen van modules',
    help: 'Velden van de bestelling met een bedrag dat in het totaal zit en door geen ander onderdeel wordt verklaard, zoals de toeslag van een betaalmodule; elk wordt een regel: `field` en `taxField` (het pad van het bedrag en, als die er is, van de btw erover, zoals `extension_attributes.mollie_payment_fee`), `text` van de regel, `includesVat`',
  },
  'fees.field': { label: 'Veld', help: 'Pad van het bedrag in de bestelling van de bron' },
  'fees.taxField': { label: 'Veld van de btw', help: 'Pad van de btw over het bedrag, als die er is' },
  'fees.text': { label: 'Tekst van de regel', help: 'Hoe de regel op het document heet' },
  'fees.includesVat': { label: 'Inclusief btw', help: 'Of de btw in het bedrag zit' },
  currency: {
    label: 'Valuta',
    help: 'Van een bestelling die er twee noemt: die waarin betaald is (`order`), die van de eigen administratie van de winkel (`base`), of `base` als het doelsysteem de andere niet kent (`auto`). Wat geboekt is, houdt zijn valuta',
  },
  discounts: {
    label: 'Kortingen',
    help: 'Een eigen regel per btw-tarief, of afgetrokken van de artikelregels',
  },
  paymentMethods: {
    label: 'Betaalmethoden',
    help: 'De betaalmethode van het doelsysteem per betaalmethode van de winkel',
  },
  paymentTerms: { label: 'Betaaltermijn', help: 'Dagen om te betalen per betaalmethode van de winkel' },
  products: {
    label: 'Producten',
    help: 'Een bestelling met een SKU die het doelsysteem niet kent wacht op jou, krijgt eerst het product via de productenstroom, of gaat zonder op producten te letten',
  },
  rounding: { label: 'Afronding', help: 'Regels die het document gelijk maken aan de bestelling' },
  'rounding.tolerance': {
    label: 'Marge',
    help: 'Hoeveel de totalen mogen verschillen voordat er afrondingsregels komen; wat meer verschilt wacht op jou',
  },
  'rounding.vat': {
    label: 'Btw tot op de cent',
    help: 'Maakt de btw tot op de cent die van de winkel, of laat binnen de marge die van het doelsysteem staan',
  },
  'rounding.description': {
    label: 'Tekst van de regel',
    help: 'Tekst van een afrondingsregel; standaard in de taal van de documenten',
  },
  refunds: {
    label: 'Terugbetalingen',
    help: 'Wat er gebeurt als een geboekte bestelling wordt terugbetaald of geannuleerd',
  },
  aftermath: {
    label: 'Na de verkoop',
    help: 'Wat er gebeurt als een bestelling die in een winkel is gemaakt later in de bron wordt betaald, verzonden of geannuleerd: de winkel krijgt het te horen, of jij, of niemand. Een annulering blijft liggen als `refunds` op `ignore` staat, en volgt die instelling als deze op `ignore` staat',
  },
  day: {
    label: 'Kassadag',
    help: 'Eén document per werkdag en kassa, in plaats van een per bon; het komt bij de standaardklant',
  },
  'day.end': {
    label: 'Einde van de dag',
    help: 'Wanneer de werkdag eindigt, op de klok van de winkel: wat daarvoor is verkocht hoort bij de dag ervoor. Standaard om middernacht',
  },
  'day.settleMinutes': {
    label: 'Wachttijd in minuten',
    help: 'Hoelang na het einde er nog bonnen van een dag mogen binnenkomen voordat het document wordt gemaakt',
  },
  'day.named': {
    label: 'Kopers met naam',
    help: 'Bonnen met een e-mailadres gaan met de dag mee zoals alle andere, of worden een eigen document (`apart`)',
  },
  'day.late': {
    label: 'Late bonnen',
    help: 'Wat er gebeurt met een bon waarvan de dag al een document heeft: hij gaat mee met de dag die open is (`next`), of wacht op jou (`park`)',
  },
  'day.accounts': { label: 'Rekeningen', help: 'Wat geen omzet is, op eigen rekeningen' },
  'day.accounts.tips': { label: 'Fooien', help: 'Rekening van fooien; zonder opgave die van de toeslagen' },
  'day.accounts.cashRounding': {
    label: 'Afronding contant',
    help: 'Rekening van wat afronden op munten oplevert of kost; zonder opgave die van de toeslagen',
  },
  'day.accounts.vouchers': {
    label: 'Cadeaubonnen',
    help: 'Rekening van tegoedbonnen en cadeaubonnen; zonder opgave die van de toeslagen',
  },
  'day.vouchers': { label: 'Cadeaubonnen', help: 'Hoe tegoedbonnen en cadeaubonnen worden geboekt' },
  'day.vouchers.rate': {
    label: 'Hun ene btw-tarief',
    help: 'Voor bonnen waarmee alleen goederen met dit btw-percentage te betalen zijn: de btw is verschuldigd als ze worden verkocht, en wat ermee betaald wordt heeft er geen. Zonder opgave: geen btw bij verkoop',
  },
  'day.vouchers.used': {
    label: 'Ingewisselde bonnen',
    help: 'Een betaalmiddel: het document blijft heel (`payment`); of een regel onder nul op de rekening van de bonnen (`line`), zodat het document uitkomt op wat op een andere manier is betaald. Bonnen voor één tarief krijgen altijd die regel',
  },
  writeBack: { label: 'Terugmelden', help: 'Wat de bron van een geboekte bestelling te horen krijgt' },
  'writeBack.status': {
    label: 'Status',
    help: 'Status die de bestelling na het boeken in de bron krijgt',
  },
  'writeBack.note': { label: 'Notitie', help: 'JSONata over `order` en `document`' },
  fixed,
};

const customers: typeof english.customers = {
  create: {
    label: 'Klanten aanmaken',
    help: 'Maakt een klant die het doelsysteem niet heeft; anders wordt die overgeslagen',
  },
  update: {
    label: 'Klanten bijwerken',
    help: 'Overschrijft een bestaande klant; anders wordt die gekoppeld en gelaten zoals hij is',
  },
  kinds: {
    label: 'Wie',
    help: 'Wie er meegaat: alleen particulieren, of alleen bedrijven; zonder opgave iedereen',
  },
  countries: {
    label: 'Landen',
    help: 'Landen waarvan de klanten meegaan; een klant zonder land gaat niet mee',
  },
  withoutEmail: {
    label: 'Zonder e-mailadres',
    help: 'Wat er gebeurt met een klant zonder e-mailadres: die kan niet worden gevonden en niet worden aangemaakt',
  },
  conflicts: {
    label: 'Aan beide kanten gewijzigd',
    help: 'Wat er gebeurt met een veld dat aan beide kanten is gewijzigd: het wacht op jou, of de bron wordt gevolgd',
  },
  classification: {
    label: 'Klantgroep',
    help: 'De klantgroep van het doelsysteem, per `person` of `company`; met `company DE` voor één land',
  },
  vat: {
    label: 'Btw-code',
    help: 'De btw-code bij de klant in het doelsysteem, per land; `none` voor wie geen land heeft',
  },
  revenueAccount: {
    label: 'Omzetrekening',
    help: 'De omzetrekening bij de klant in het doelsysteem, per land; `none` voor wie geen land heeft',
  },
  fixed,
};

const categories: typeof english.categories = {
  create: {
    label: 'Categorieën aanmaken',
    help: 'Maakt een categorie die het doelsysteem niet heeft; anders wordt die overgeslagen, met alles eronder',
  },
  update: {
    label: 'Categorieën bijwerken',
    help: 'Zet wijzigingen over naar een bestaande categorie; anders wordt die gekoppeld en gelaten zoals hij is',
  },
  root: {
    label: 'Beginpunt',
    help: 'De categorie van het doelsysteem waar de boom onder hangt, op id; zonder opgave het hoogste niveau van het doelsysteem. In de andere richting gaat alleen mee wat eronder staat',
  },
  fields: {
    label: 'Velden',
    help: 'Wanneer elk veld wordt ingevuld: telkens als de bron het wijzigt, alleen bij een nieuwe categorie, of nooit',
  },
  'fields.name': { label: 'Naam', help: 'Of een nieuwe naam wordt gevolgd' },
  'fields.parent': { label: 'Plaats in de boom', help: 'Of een verplaatsing wordt gevolgd' },
  'fields.description': {
    label: 'Omschrijving',
    help: 'Wanneer de omschrijving wordt ingevuld; met `createOnly` blijft een omschrijving staan die in het doelsysteem is verbeterd',
  },
  'fields.active': {
    label: 'Zichtbaar of verborgen',
    help: 'Wanneer wordt doorgegeven of de categorie zichtbaar is',
  },
  'fields.position': {
    label: 'Volgorde',
    help: 'Wanneer de plaats tussen de categorieën ernaast wordt doorgegeven',
  },
  gone: {
    label: 'Weg uit de bron',
    help: 'Wat er gebeurt met een categorie die niet meer in de bron staat: die blijft zoals hij is, of wordt verborgen. Er wordt niets verwijderd',
  },
  fixed,
};

const stock: typeof english.stock = {
  quantity: {
    label: 'Welk aantal',
    help: 'Wat er van de bron wordt doorgegeven: wat beschikbaar is, wat er ligt, of wat beschikbaar is en binnenkomt',
  },
  safetyStock: {
    label: 'Veiligheidsvoorraad',
    help: 'Aantal stuks dat van elke stand in de bron achterblijft; wat overblijft is nooit onder nul, tenzij `negative`',
  },
  negative: {
    label: 'Onder nul',
    help: 'Geeft standen onder nul door, als het doelsysteem die aanneemt; anders zijn ze 0',
  },
  manage: {
    label: 'Tellen in het doelsysteem',
    help: 'Of het doelsysteem een voorraad telt: zoals het daar is (`keep`; wat Koppel daar maakte wordt geteld vanaf het eerste aantal), aangezet met het aantal (`on`), of uitgezet als de bron niet telt (`off`)',
  },
  sourceLocations: {
    label: 'Locaties van de bron',
    help: 'Locaties waarvan de standen worden opgeteld, op id; zonder opgave alle van waaruit de bron verkoopt',
  },
  targetLocation: {
    label: 'Locatie in het doelsysteem',
    help: 'Waar de standen terechtkomen, op id; zonder opgave kiest het doelsysteem zelf',
  },
  unknown: {
    label: "Onbekende SKU's",
    help: "SKU's die het doelsysteem niet heeft: alleen geteld, of getoond als één probleem",
  },
  verify: {
    label: 'Alles vergelijken',
    help: 'Hoe vaak alle standen met het doelsysteem worden vergeleken en hersteld, zoals `24h`; `off` voor nooit',
  },
  fixed: {
    label: 'Vaste waarden',
    help: 'De `factor` van alle standen, als geen mapping er een geeft',
  },
};

/** Modes of a field; the schema tells what each may be. */
const neededWhen = 'volgt de bron (`always`), of alleen als het product wordt gemaakt (`createOnly`)';
const followed =
  'volgt de bron (`always`), alleen als het product wordt gemaakt (`createOnly`), of helemaal niet (`never`)';

const products: typeof english.products = {
  create: {
    label: 'Producten aanmaken',
    help: 'Maakt een product dat het doelsysteem niet heeft; anders wordt het overgeslagen',
  },
  update: {
    label: 'Producten bijwerken',
    help: 'Volgt de bron bij een bestaand product; anders wordt het gekoppeld en gelaten zoals het is',
  },
  withoutSku: {
    label: 'Zonder SKU',
    help: 'Wat er gebeurt met een product zonder SKU, ook bij alle varianten: het kan niet worden gevonden en niet worden aangemaakt',
  },
  fields: {
    label: 'Velden',
    help: 'Per veld: de bron volgen telkens als die het wijzigt, alleen als het product wordt gemaakt, of nooit. Wat jij in het doelsysteem wijzigt blijft tot dan staan',
  },
  'fields.sku': { label: 'SKU', help: `De SKU: ${neededWhen}` },
  'fields.name': { label: 'Naam', help: `De naam: ${neededWhen}` },
  'fields.active': { label: 'Ingeschakeld', help: `Of het zichtbaar is: ${followed}` },
  'fields.description': { label: 'Omschrijving', help: `De omschrijving: ${followed}` },
  'fields.shortDescription': { label: 'Korte omschrijving', help: `De korte omschrijving: ${followed}` },
  'fields.gtin': { label: 'EAN of UPC', help: `EAN of UPC: ${followed}` },
  'fields.brand': { label: 'Merk', help: `Het merk: ${followed}` },
  'fields.weightKg': { label: 'Gewicht', help: `Het gewicht: ${followed}` },
  'fields.price': { label: 'Prijs', help: `De prijs, ook van varianten: ${followed}` },
  'fields.listPrice': {
    label: 'Adviesprijs',
    help: `De doorgestreepte prijs, ook van varianten: ${followed}`,
  },
  'fields.vatClass': {
    label: 'Belastingklasse',
    help: `De belastingklasse, zoals \`vat\` die geeft: ${followed}`,
  },
  variants: {
    label: 'Varianten',
    help: 'Eén product met varianten (`group`), of elke variant als eigen product, genoemd naar zijn opties (`split`). Een doelsysteem zonder varianten krijgt ze gesplitst',
  },
  options: {
    label: 'Opties',
    help: 'De optie van het doelsysteem per naam in de bron; wat er niet bij staat houdt zijn eigen naam',
  },
  attributes: {
    label: 'Attributen',
    help: 'Het attribuut van het doelsysteem per naam in de bron; wat er niet bij staat gaat niet mee',
  },
  createValues: {
    label: 'Waarden aanmaken',
    help: 'Maakt waarden van opties en attributen die in het doelsysteem ontbreken, als het dat toelaat',
  },
  price: { label: 'Prijzen', help: 'Hoe prijzen worden omgezet naar die van het doelsysteem' },
  'price.basis': {
    label: 'Basis',
    help: 'Met of zonder btw zoals het doelsysteem ze heeft (`asTarget`), of precies zoals de bron ze geeft',
  },
  'price.pricesIncludeVat': {
    label: 'Prijzen inclusief btw',
    help: 'Of prijzen inclusief btw zijn, bij een systeem dat dat niet vertelt',
  },
  'price.pricesIncludeVat.source': {
    label: 'Die van de bron',
    help: 'Of prijzen van de bron inclusief btw zijn, als die dat niet vertelt',
  },
  'price.pricesIncludeVat.target': {
    label: 'Die van het doelsysteem',
    help: 'Of prijzen van het doelsysteem inclusief btw zijn, als dat het niet vertelt',
  },
  'price.vatRate': {
    label: 'Btw-tarieven',
    help: 'Btw-percentage per belastingklasse van de bron, als de bron geen tarief geeft',
  },
  vat: {
    label: 'Belastingklassen',
    help: 'De belastingklasse van het doelsysteem per klasse van de bron, of per btw-tarief',
  },
  categories: {
    label: 'Categorieën',
    help: 'In welke categorieën van het doelsysteem een product wordt gezet',
  },
  'categories.by': {
    label: 'Gevonden via',
    help: 'Die de categorieënstroom heeft gekoppeld (`link`), die van een tabel (`map`), of geen enkele',
  },
  'categories.map': {
    label: 'Tabel',
    help: 'De categorie van het doelsysteem per id van de bron, met `by: map`',
  },
  images: {
    label: 'Afbeeldingen',
    help: 'Alle afbeeldingen, de eerste, of geen. Afbeeldingen die jij in het doelsysteem hebt toegevoegd blijven',
  },
  gone: {
    label: 'Niet meer in de bron',
    help: 'Wat er gebeurt met een product, of variant, dat niet meer in de bron staat: het blijft zoals het is, of wordt uitgezet. Er wordt niets verwijderd',
  },
  conflicts: {
    label: 'Aan beide kanten gewijzigd',
    help: 'Wat er gebeurt met een veld dat aan beide kanten is gewijzigd, als de andere richting het ook overzet: het wacht op jou, of de bron wordt gevolgd',
  },
  fixed,
};

/** Settings by flow, then by their path: `customer.update`. */
export const settings: typeof english = { orders, customers, products, categories, stock };
