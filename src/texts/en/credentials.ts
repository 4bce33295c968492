/** What opens a system, for whoever connects it: by connector and field. `values`: what may be picked. */
const country = {
  label: 'Country',
  help: 'The country that the shop sells from, as two capitals. Needed only where the system does not tell it.',
};

export const credentials = {
  ccv: {
    address: {
      label: 'Address of the shop',
      help: 'Any page of the shop may be entered; it begins with https://.',
    },
    publicKey: { label: 'Public key', help: 'In CCV: My webshop > Settings > API settings.' },
    secretKey: { label: 'Secret key', help: 'It stands beside the public key.' },
    webhooks: {
      label: 'Webhooks',
      help: 'Whether the shop tells Koppel at once when an order, a product or a category changes. Else Koppel asks from time to time.',
      values: { on: 'Yes, ask the shop for them', off: 'No, look from time to time' },
    },
    country,
    tips: {
      label: 'Tips',
      help: 'Of a till: the number or name of the article under which tips stand on receipts. Several with commas between them.',
    },
    vouchers: {
      label: 'Vouchers',
      help: 'Of a till: likewise for vouchers and gift cards that are sold.',
    },
    rounding: { label: 'Rounding', help: 'Of a till: likewise for rounding to coins.' },
  },
  ecwid: {
    storeId: {
      label: 'Store number',
      help: 'In the Ecwid admin it stands at the bottom of the page, and in the address.',
    },
    token: {
      label: 'Secret token',
      help: 'In the Ecwid admin open #develop-apps and make a custom app: it shows the token, which begins with secret_.',
    },
    clientSecret: {
      label: 'Client secret of the app',
      help: 'It stands beside the token and proves webhooks. Without it Koppel asks the shop from time to time.',
    },
  },
  jortt: {
    clientId: {
      label: 'Client id',
      help: 'An administrator makes an application in Jortt under the API settings: it shows the id.',
    },
    clientSecret: { label: 'Client secret', help: 'It stands beside the client id.' },
  },
  magento: {
    address: {
      label: 'Address of the shop',
      help: 'With its folder where it has one; it begins with https://.',
    },
    storeCode: {
      label: 'Code of the store view',
      help: 'In the admin: Stores > All Stores. Left empty, the whole shop.',
    },
    country: {
      label: 'Country',
      help: 'The country that the shop sells from, as two capitals. Left empty, that of the language of the store view.',
    },
    accessToken: {
      label: 'Access token',
      help: 'In the admin: System > Extensions > Integrations. Add one, tick the permissions under API, save and activate it: four values appear.',
    },
    consumerKey: {
      label: 'Consumer key',
      help: 'Of the same four values. Enter all four: with the access token alone most shops refuse.',
    },
    consumerSecret: { label: 'Consumer secret', help: 'Of the same four values.' },
    accessTokenSecret: { label: 'Access token secret', help: 'Of the same four values.' },
  },
  mijnwebwinkel: {
    storeToken: {
      label: 'Store token',
      help: 'In the back office: Settings > Add-ons & Modules > API > Add token, and pick the partner.',
    },
    partnerToken: {
      label: 'Partner token',
      help: 'Of the application, from MyOnlineStore. Leave it empty if you have none.',
    },
    country,
    sentStatus: {
      label: 'Status: sent',
      help: 'The number of the order status that says that an order was sent. Left empty, Koppel does not know.',
    },
    cancelledStatus: {
      label: 'Status: called off',
      help: 'The number of the order status that says that an order was called off.',
    },
  },
  salesforce: {
    address: {
      label: 'Address of the org',
      help: 'In Setup under My Domain; it ends with .my.salesforce.com.',
    },
    clientId: {
      label: 'Consumer key',
      help: 'In Setup > External Client App Manager: make an app with OAuth and the scope api; its settings show key and secret.',
    },
    clientSecret: {
      label: 'Consumer secret',
      help: 'It stands beside the key. Where a person gives access it may be left out if the app allows it.',
    },
    access: {
      label: 'How access is given',
      help: 'As the app is set up: as a user that it runs as, by a person who presses a button here, or with a certificate.',
      values: {
        app: 'The app has a user of its own',
        person: 'A person gives access by a button',
        certificate: 'With a certificate',
      },
    },
    privateKey: {
      label: 'Private key of the certificate',
      help: 'Only with a certificate: PKCS#8 as PEM, without a password.',
    },
    username: { label: 'User', help: 'Only with a certificate: whom the app acts as.' },
    currency: {
      label: 'Currency',
      help: 'The currency of the org, as three capitals: Salesforce does not tell it.',
    },
    country: {
      label: 'Country',
      help: 'The country that you sell from, as two capitals. It decides what a reverse charge is.',
    },
    vatRateField: {
      label: 'Field of the VAT rate',
      help: 'A number on Order Product: the percentage of a line. The field of the same name on Product is read where the line says nothing.',
    },
    vatRate: {
      label: 'One VAT rate for all',
      help: 'The percentage of lines and products whose rate stands nowhere.',
    },
    vatNumberField: { label: 'Field of the VAT number', help: 'A text on Account.' },
    cocNumberField: { label: 'Field of the trade register number', help: 'A text on Account.' },
    sale: {
      label: 'What a sale is',
      help: 'What Koppel reads and makes in this org.',
      values: { order: 'An order', opportunity: 'An opportunity' },
    },
    invoiceObject: {
      label: 'Object of invoices',
      help: 'An object of your own whose records leave this org as sales instead of orders.',
    },
    orderKeyField: {
      label: 'Field of the order key',
      help: 'A text on the order that is External ID and unique: a second order of one sale is then impossible.',
    },
    stockField: { label: 'Field of the stock', help: 'A number on Product.' },
    skuField: {
      label: 'Where the SKU stands',
      help: 'The field of Product that has it.',
      values: { StockKeepingUnit: 'Product SKU', ProductCode: 'Product code' },
    },
    pricebook: {
      label: 'Price book',
      help: 'Its name or id; the standard one when left empty.',
    },
    prices: {
      label: 'Prices of the price book',
      help: 'Nothing in the org tells whether they include VAT. Left empty, products need you.',
      values: { net: 'Without VAT', gross: 'With VAT' },
    },
    entries: {
      label: 'Products without a price',
      help: 'What happens to an order with a product that has no active entry in the price book.',
      values: { require: 'It needs you', make: 'The entry is made' },
    },
    otherProduct: {
      label: 'Product of other lines',
      help: 'The SKU of the product that lines without a SKU get.',
    },
    duplicates: {
      label: 'Duplicates',
      help: 'What happens to what a duplicate rule objects to.',
      values: { refuse: 'It is not made', save: 'It is made all the same' },
    },
    draftStatus: { label: 'Status: draft', help: 'What the org calls a draft order.' },
    activatedStatus: { label: 'Status: activated', help: 'What the org calls an activated order.' },
    sentStatus: { label: 'Status: sent', help: 'What the org calls an order that was sent.' },
    cancelledStatus: {
      label: 'Status: called off',
      help: 'What the org calls an order that was called off.',
    },
  },
  shopify: {
    shop: {
      label: 'Shop',
      help: 'The name before .myshopify.com; the whole address may be entered.',
    },
    token: {
      label: 'Admin API access token',
      help: 'Only of an app that was made in the admin of the shop before 2026; it begins with shpat_. Else leave it empty.',
    },
    clientId: {
      label: 'Client id',
      help: 'Of an app in the Dev Dashboard: Settings of the app.',
    },
    clientSecret: {
      label: 'Client secret',
      help: 'It stands beside the client id, and proves webhooks too.',
    },
    app: {
      label: 'Whose app it is',
      help: 'An app of your own needs no more. For one that others install, access is given by a button here.',
      values: {
        own: 'Our own, in the same organisation',
        installed: 'One that the merchant gives access to',
      },
    },
  },
};
