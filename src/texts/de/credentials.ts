import type { credentials as english } from '../en/credentials.ts';

const country = {
  label: 'Land',
  help: 'Das Land, aus dem der Shop verkauft, als zwei Großbuchstaben. Nur nötig, wenn das System es nicht selbst angibt.',
};

export const credentials: typeof english = {
  ccv: {
    address: {
      label: 'Adresse des Shops',
      help: 'Jede Seite des Shops ist recht; sie beginnt mit https://.',
    },
    publicKey: {
      label: 'Öffentlicher Schlüssel',
      help: 'In CCV: Mein Webshop > Einstellungen > API-Einstellungen.',
    },
    secretKey: { label: 'Geheimer Schlüssel', help: 'Er steht neben dem öffentlichen Schlüssel.' },
    webhooks: {
      label: 'Webhooks',
      help: 'Ob der Shop Koppel sofort sagt, dass sich eine Bestellung, ein Produkt oder eine Kategorie ändert. Sonst fragt Koppel von Zeit zu Zeit.',
      values: { on: 'Ja, den Shop darum bitten', off: 'Nein, von Zeit zu Zeit nachsehen' },
    },
    country,
    tips: {
      label: 'Trinkgeld',
      help: 'Einer Kasse: Nummer oder Name des Artikels, unter dem Trinkgeld auf dem Bon steht. Mehrere durch Kommas getrennt.',
    },
    vouchers: {
      label: 'Gutscheine',
      help: 'Einer Kasse: ebenso für Gutscheine und Geschenkkarten, die verkauft werden.',
    },
    rounding: { label: 'Rundung', help: 'Einer Kasse: ebenso für das Runden auf Münzen.' },
  },
  ecwid: {
    storeId: {
      label: 'Shopnummer',
      help: 'Sie steht in der Verwaltung von Ecwid unten auf der Seite und in der Adresse.',
    },
    token: {
      label: 'Secret Token',
      help: 'Öffne #develop-apps in der Verwaltung von Ecwid und lege eine Custom App an: Sie zeigt das Token, das mit secret_ beginnt.',
    },
    clientSecret: {
      label: 'Client Secret der App',
      help: 'Es steht neben dem Token und beweist, dass Webhooks echt sind. Ohne es fragt Koppel den Shop von Zeit zu Zeit.',
    },
  },
  jortt: {
    clientId: {
      label: 'Client-ID',
      help: 'Ein Administrator legt in Jortt unter den API-Einstellungen eine Anwendung an: Sie zeigt die ID.',
    },
    clientSecret: { label: 'Client Secret', help: 'Es steht neben der Client-ID.' },
  },
  magento: {
    address: {
      label: 'Adresse des Shops',
      help: 'Mit seinem Ordner, falls er einen hat; sie beginnt mit https://.',
    },
    storeCode: {
      label: 'Code des Store Views',
      help: 'In der Verwaltung: Stores > All Stores. Leer: der ganze Shop.',
    },
    country: {
      label: 'Land',
      help: 'Das Land, aus dem der Shop verkauft, als zwei Großbuchstaben. Leer: das der Sprache des Store Views.',
    },
    accessToken: {
      label: 'Access Token',
      help: 'In der Verwaltung: System > Extensions > Integrations. Füge eine hinzu, kreuze unter API die Rechte an, speichere und aktiviere sie: Es erscheinen vier Werte.',
    },
    consumerKey: {
      label: 'Consumer Key',
      help: 'Einer der vier Werte. Gib alle vier ein: Mit dem Access Token allein lehnen die meisten Shops ab.',
    },
    consumerSecret: { label: 'Consumer Secret', help: 'Einer der vier Werte.' },
    accessTokenSecret: { label: 'Access Token Secret', help: 'Einer der vier Werte.' },
  },
  mijnwebwinkel: {
    storeToken: {
      label: 'Shop-Token',
      help: 'In der Verwaltung: Instellingen > Add-ons & Modules > API > Token toevoegen, dann den Partner wählen.',
    },
    partnerToken: {
      label: 'Partner-Token',
      help: 'Der Anwendung, von MyOnlineStore. Lass es leer, wenn du keines hast.',
    },
    country,
    sentStatus: {
      label: 'Status: versendet',
      help: 'Die Nummer des Bestellstatus, der sagt, dass eine Bestellung versendet wurde. Leer: Dann weiß Koppel es nicht.',
    },
    cancelledStatus: {
      label: 'Status: storniert',
      help: 'Die Nummer des Bestellstatus, der sagt, dass eine Bestellung storniert wurde.',
    },
  },
  salesforce: {
    address: {
      label: 'Adresse der Org',
      help: 'Im Setup unter My Domain; sie endet auf .my.salesforce.com.',
    },
    clientId: {
      label: 'Consumer Key',
      help: 'Im Setup > External Client App Manager: Lege eine App mit OAuth und dem Scope api an; ihre Einstellungen zeigen Key und Secret.',
    },
    clientSecret: {
      label: 'Consumer Secret',
      help: 'Es steht neben dem Key. Wo eine Person den Zugriff erteilt, darf es fehlen, wenn die App das erlaubt.',
    },
    access: {
      label: 'Wie der Zugriff erteilt wird',
      help: 'So, wie die App eingerichtet ist: als ein Benutzer der App selbst, durch eine Person, die hier einen Knopf drückt, oder mit einem Zertifikat.',
      values: {
        app: 'Die App hat einen eigenen Benutzer',
        person: 'Eine Person erteilt ihn mit einem Knopf',
        certificate: 'Mit einem Zertifikat',
      },
    },
    privateKey: {
      label: 'Privater Schlüssel des Zertifikats',
      help: 'Nur mit Zertifikat: PKCS#8 als PEM, ohne Passwort.',
    },
    username: { label: 'Benutzer', help: 'Nur mit Zertifikat: als wen die App handelt.' },
    currency: {
      label: 'Währung',
      help: 'Die Währung der Org, als drei Großbuchstaben: Salesforce gibt sie nicht an.',
    },
    country: {
      label: 'Land',
      help: 'Das Land, aus dem du verkaufst, als zwei Großbuchstaben. Es entscheidet, wann die Steuerschuld übergeht.',
    },
    vatRateField: {
      label: 'Feld des Steuersatzes',
      help: 'Eine Zahl an Order Product: der Prozentsatz einer Zeile. Das gleichnamige Feld an Product wird gelesen, wo die Zeile nichts sagt.',
    },
    vatRate: {
      label: 'Ein Steuersatz für alles',
      help: 'Der Prozentsatz von Zeilen und Produkten, deren Satz nirgends steht.',
    },
    vatNumberField: { label: 'Feld der USt-IdNr.', help: 'Ein Text an Account.' },
    cocNumberField: { label: 'Feld der Handelsregisternummer', help: 'Ein Text an Account.' },
    sale: {
      label: 'Was ein Verkauf ist',
      help: 'Was Koppel in dieser Org liest und anlegt.',
      values: { order: 'Ein Auftrag (Order)', opportunity: 'Eine Opportunity' },
    },
    invoiceObject: {
      label: 'Objekt der Rechnungen',
      help: 'Ein eigenes Objekt, dessen Datensätze diese Org statt der Aufträge als Verkäufe verlassen.',
    },
    orderKeyField: {
      label: 'Feld des Auftragsschlüssels',
      help: 'Ein Text am Auftrag, der External ID und eindeutig ist: Ein zweiter Auftrag zu einem Verkauf ist dann unmöglich.',
    },
    stockField: { label: 'Feld des Bestands', help: 'Eine Zahl an Product.' },
    skuField: {
      label: 'Wo die Artikelnummer steht',
      help: 'Das Feld von Product mit der SKU.',
      values: { StockKeepingUnit: 'Product SKU', ProductCode: 'Produktcode' },
    },
    pricebook: { label: 'Preisbuch', help: 'Sein Name oder seine ID; leer: das Standardpreisbuch.' },
    prices: {
      label: 'Preise des Preisbuchs',
      help: 'Nichts in der Org sagt, ob sie die Steuer enthalten. Leer: Produkte brauchen dich.',
      values: { net: 'Ohne Steuer', gross: 'Mit Steuer' },
    },
    entries: {
      label: 'Produkte ohne Preis',
      help: 'Was mit einer Bestellung geschieht, deren Produkt keinen aktiven Eintrag im Preisbuch hat.',
      values: { require: 'Sie braucht dich', make: 'Der Eintrag wird angelegt' },
    },
    otherProduct: {
      label: 'Produkt der anderen Zeilen',
      help: 'Die SKU des Produkts, das Zeilen ohne SKU bekommen.',
    },
    duplicates: {
      label: 'Dubletten',
      help: 'Was mit dem geschieht, wogegen eine Dublettenregel spricht.',
      values: { refuse: 'Es wird nicht angelegt', save: 'Es wird trotzdem angelegt' },
    },
    draftStatus: { label: 'Status: Entwurf', help: 'Wie die Org einen Auftragsentwurf nennt.' },
    activatedStatus: { label: 'Status: aktiviert', help: 'Wie die Org einen aktivierten Auftrag nennt.' },
    sentStatus: { label: 'Status: versendet', help: 'Wie die Org einen versendeten Auftrag nennt.' },
    cancelledStatus: { label: 'Status: storniert', help: 'Wie die Org einen stornierten Auftrag nennt.' },
  },
  shopify: {
    shop: {
      label: 'Shop',
      help: 'Der Name vor .myshopify.com; auch die ganze Adresse ist recht.',
    },
    token: {
      label: 'Admin API access token',
      help: 'Nur von einer App, die vor 2026 in der Verwaltung des Shops angelegt wurde; es beginnt mit shpat_. Lass es sonst leer.',
    },
    clientId: {
      label: 'Client-ID',
      help: 'Einer App im Dev Dashboard: in den Einstellungen der App.',
    },
    clientSecret: {
      label: 'Client Secret',
      help: 'Es steht neben der Client-ID und beweist auch, dass Webhooks echt sind.',
    },
    app: {
      label: 'Wessen App es ist',
      help: 'Eine eigene App braucht sonst nichts. Bei einer, die andere installieren, wird der Zugriff hier mit einem Knopf erteilt.',
      values: {
        own: 'Unsere eigene, in derselben Organisation',
        installed: 'Eine, der der Händler Zugriff erteilt',
      },
    },
  },
};
