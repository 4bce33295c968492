import type { credentials as english } from '../en/credentials.ts';

const country = {
  label: 'Land',
  help: 'Het land van waaruit de winkel verkoopt, als twee hoofdletters. Alleen nodig als het systeem het niet zelf vertelt.',
};

export const credentials: typeof english = {
  ccv: {
    address: {
      label: 'Adres van de winkel',
      help: 'Elke pagina van de winkel is goed; het begint met https://.',
    },
    publicKey: { label: 'Publieke sleutel', help: 'In CCV: Mijn webshop > Instellingen > API-instellingen.' },
    secretKey: { label: 'Geheime sleutel', help: 'Staat naast de publieke sleutel.' },
    webhooks: {
      label: 'Webhooks',
      help: 'Of de winkel Koppel meteen vertelt dat een bestelling, product of categorie verandert. Anders vraagt Koppel er af en toe naar.',
      values: { on: 'Ja, vraag de winkel erom', off: 'Nee, kijk af en toe' },
    },
    country,
    tips: {
      label: 'Fooien',
      help: "Van een kassa: het nummer of de naam van het artikel waaronder fooien op de bon staan. Meer met komma's ertussen.",
    },
    vouchers: { label: 'Bonnen', help: 'Van een kassa: hetzelfde voor verkochte bonnen en cadeaukaarten.' },
    rounding: { label: 'Afronding', help: 'Van een kassa: hetzelfde voor het afronden op munten.' },
  },
  ecwid: {
    storeId: {
      label: 'Winkelnummer',
      help: 'Staat onderaan in het beheer van Ecwid, en in het adres.',
    },
    token: {
      label: 'Secret token',
      help: 'Open #develop-apps in het beheer van Ecwid en maak een custom app: die toont het token, dat begint met secret_.',
    },
    clientSecret: {
      label: 'Client secret van de app',
      help: 'Staat naast het token en bewijst dat webhooks echt zijn. Zonder vraagt Koppel de winkel af en toe.',
    },
  },
  jortt: {
    clientId: {
      label: 'Client-id',
      help: 'Een beheerder maakt in Jortt bij de API-instellingen een applicatie aan: die toont het id.',
    },
    clientSecret: { label: 'Client secret', help: 'Staat naast het client-id.' },
  },
  magento: {
    address: {
      label: 'Adres van de winkel',
      help: 'Met de map erbij als die er is; het begint met https://.',
    },
    storeCode: {
      label: 'Code van de store view',
      help: 'In het beheer: Stores > All Stores. Leeg: de hele winkel.',
    },
    country: {
      label: 'Land',
      help: 'Het land van waaruit de winkel verkoopt, als twee hoofdletters. Leeg: dat van de taal van de store view.',
    },
    accessToken: {
      label: 'Access token',
      help: 'In het beheer: System > Extensions > Integrations. Voeg er een toe, vink bij API de rechten aan, bewaar en activeer: er verschijnen vier waarden.',
    },
    consumerKey: {
      label: 'Consumer key',
      help: 'Een van die vier waarden. Vul ze alle vier in: met alleen het access token weigeren de meeste winkels.',
    },
    consumerSecret: { label: 'Consumer secret', help: 'Een van die vier waarden.' },
    accessTokenSecret: { label: 'Access token secret', help: 'Een van die vier waarden.' },
  },
  mijnwebwinkel: {
    storeToken: {
      label: 'Winkeltoken',
      help: 'In het beheer: Instellingen > Add-ons & Modules > API > Token toevoegen, en kies de partner.',
    },
    partnerToken: {
      label: 'Partnertoken',
      help: 'Van de applicatie, van MyOnlineStore. Laat leeg als je er geen hebt.',
    },
    country,
    sentStatus: {
      label: 'Status: verzonden',
      help: 'Het nummer van de bestelstatus die zegt dat een bestelling verzonden is. Leeg: dan weet Koppel het niet.',
    },
    cancelledStatus: {
      label: 'Status: geannuleerd',
      help: 'Het nummer van de bestelstatus die zegt dat een bestelling geannuleerd is.',
    },
  },
  salesforce: {
    address: {
      label: 'Adres van de org',
      help: 'In Setup bij My Domain; het eindigt op .my.salesforce.com.',
    },
    clientId: {
      label: 'Consumer key',
      help: 'In Setup > External Client App Manager: maak een app met OAuth en de scope api; de instellingen ervan tonen key en secret.',
    },
    clientSecret: {
      label: 'Consumer secret',
      help: 'Staat naast de key. Waar een persoon toegang geeft mag die ontbreken als de app dat toelaat.',
    },
    access: {
      label: 'Hoe toegang wordt gegeven',
      help: 'Zoals de app is ingericht: als een gebruiker van de app zelf, door een persoon die hier op een knop drukt, of met een certificaat.',
      values: {
        app: 'De app heeft een eigen gebruiker',
        person: 'Een persoon geeft toegang met een knop',
        certificate: 'Met een certificaat',
      },
    },
    privateKey: {
      label: 'Privésleutel van het certificaat',
      help: 'Alleen met een certificaat: PKCS#8 als PEM, zonder wachtwoord.',
    },
    username: { label: 'Gebruiker', help: 'Alleen met een certificaat: namens wie de app werkt.' },
    currency: {
      label: 'Valuta',
      help: 'De valuta van de org, als drie hoofdletters: Salesforce vertelt die niet.',
    },
    country: {
      label: 'Land',
      help: 'Het land van waaruit je verkoopt, als twee hoofdletters. Het bepaalt wanneer btw verlegd is.',
    },
    vatRateField: {
      label: 'Veld van het btw-tarief',
      help: 'Een getal op Order Product: het percentage van een regel. Het veld met dezelfde naam op Product wordt gelezen waar de regel niets zegt.',
    },
    vatRate: {
      label: 'Eén btw-tarief voor alles',
      help: 'Het percentage van regels en producten waarvan het tarief nergens staat.',
    },
    vatNumberField: { label: 'Veld van het btw-nummer', help: 'Een tekst op Account.' },
    cocNumberField: { label: 'Veld van het KvK-nummer', help: 'Een tekst op Account.' },
    sale: {
      label: 'Wat een verkoop is',
      help: 'Wat Koppel in deze org leest en maakt.',
      values: { order: 'Een order', opportunity: 'Een opportunity' },
    },
    invoiceObject: {
      label: 'Object van facturen',
      help: 'Een eigen object waarvan de records deze org als verkoop verlaten, in plaats van orders.',
    },
    orderKeyField: {
      label: 'Veld van de ordersleutel',
      help: 'Een tekst op de order die External ID en uniek is: een tweede order van één verkoop is dan onmogelijk.',
    },
    stockField: { label: 'Veld van de voorraad', help: 'Een getal op Product.' },
    skuField: {
      label: 'Waar het artikelnummer staat',
      help: 'Het veld van Product waarin de SKU staat.',
      values: { StockKeepingUnit: 'Product SKU', ProductCode: 'Productcode' },
    },
    pricebook: { label: 'Prijslijst', help: 'De naam of het id; leeg: de standaardprijslijst.' },
    prices: {
      label: 'Prijzen van de prijslijst',
      help: 'Niets in de org vertelt of ze inclusief btw zijn. Leeg: producten wachten op jou.',
      values: { net: 'Exclusief btw', gross: 'Inclusief btw' },
    },
    entries: {
      label: 'Producten zonder prijs',
      help: 'Wat er gebeurt met een bestelling met een product dat niet actief in de prijslijst staat.',
      values: { require: 'Die wacht op jou', make: 'De prijs wordt aangemaakt' },
    },
    otherProduct: {
      label: 'Product van andere regels',
      help: 'De SKU van het product dat regels zonder SKU krijgen.',
    },
    duplicates: {
      label: 'Dubbele records',
      help: 'Wat er gebeurt met iets waar een duplicaatregel bezwaar tegen maakt.',
      values: { refuse: 'Het wordt niet gemaakt', save: 'Het wordt toch gemaakt' },
    },
    draftStatus: { label: 'Status: concept', help: 'Hoe de org een conceptorder noemt.' },
    activatedStatus: { label: 'Status: geactiveerd', help: 'Hoe de org een geactiveerde order noemt.' },
    sentStatus: { label: 'Status: verzonden', help: 'Hoe de org een verzonden order noemt.' },
    cancelledStatus: { label: 'Status: geannuleerd', help: 'Hoe de org een geannuleerde order noemt.' },
  },
  shopify: {
    shop: {
      label: 'Winkel',
      help: 'De naam vóór .myshopify.com; het hele adres mag ook.',
    },
    token: {
      label: 'Admin API access token',
      help: 'Alleen van een app die vóór 2026 in het beheer van de winkel is gemaakt; het begint met shpat_. Laat anders leeg.',
    },
    clientId: {
      label: 'Client-id',
      help: 'Van een app in het Dev Dashboard: bij de instellingen van de app.',
    },
    clientSecret: {
      label: 'Client secret',
      help: 'Staat naast het client-id, en bewijst ook dat webhooks echt zijn.',
    },
    app: {
      label: 'Van wie de app is',
      help: 'Een eigen app heeft verder niets nodig. Bij een app die anderen installeren geef je hier toegang met een knop.',
      values: {
        own: 'Van onszelf, in dezelfde organisatie',
        installed: 'Een app waaraan de winkelier toegang geeft',
      },
    },
  },
};
