/** A setting of a flow as people read it: a name for its field, and what it does. */
interface SettingText {
  readonly label: string;
  readonly help: string;
}

const fixed: SettingText = { label: 'Constants', help: "Constants for the target's own fields" };

const orders = {
  statuses: {
    label: 'Order statuses',
    help: 'Orders with these statuses are carried over; all but drafts when left out',
  },
  paymentStatuses: { label: 'Payment statuses', help: 'Orders with these payment statuses are carried over' },
  paid: {
    label: 'Paid',
    help: 'Only orders that were paid, also those that were given back in part since (`true`), or only unpaid ones (`false`); both when left out',
  },
  since: {
    label: 'From',
    help: 'No order placed before this day is carried over; the moment of going live when left out',
  },
  document: {
    label: 'Document',
    help: "What is created: an invoice, or an order where the target keeps those (in Jortt an estimate); the target's first kind by default",
  },
  state: {
    label: 'Draft or final',
    help: 'Whether the document is final at once; once sent it can only be credited',
  },
  lines: {
    label: 'Lines',
    help: 'A line per item, one per VAT rate, or one per VAT rate for each of revenue, shipping, discount, fees',
  },
  language: {
    label: 'Language of documents',
    help: "Language of what Koppel itself writes on documents: the books' own",
  },
  customer: { label: 'Customer', help: 'How the customer of an order is found, created and updated' },
  'customer.create': {
    label: 'Create customers',
    help: 'Create a customer that does not exist; else the order goes as a guest order, or needs you',
  },
  'customer.update': {
    label: 'Update customers',
    help: 'Overwrite a customer that exists, as far as no customers flow keeps it; when left out: yes in books, but no account of a shop. With `false` it is used as it stands',
  },
  'customer.defaultDebtor': {
    label: 'Default customer',
    help: 'For orders without an e-mail address, or for all with `force`',
  },
  'customer.defaultDebtor.id': {
    label: 'Its id',
    help: "The target's customer that orders without an e-mail address go to",
  },
  'customer.defaultDebtor.force': { label: 'For all orders', help: 'All orders go to it' },
  'customer.classification': {
    label: 'Customer class',
    help: "The target's customer class, by `person` or `company`",
  },
  vat: { label: 'VAT', help: "The target's VAT codes, and sales that are looked at first" },
  'vat.byRate': { label: 'VAT codes', help: "The target's VAT code by percentage" },
  'vat.byCountry': { label: 'VAT codes by country', help: 'The same for one country; wins over `byRate`' },
  'vat.reverseCharge': { label: 'Reverse charge', help: 'Sales whose VAT is reverse-charged to a company' },
  'vat.untaxed': {
    label: 'Sales without VAT',
    help: 'Sales without VAT to another EU country that no VAT number explains: they need you, or are booked at 0 % as they are',
  },
  'vat.homeCountry': {
    label: 'Home country',
    help: 'Country that the shop sells from, where the source does not state it',
  },
  'vat.oss': { label: 'Private sales abroad', help: 'Sales to private persons in other EU countries' },
  revenueAccount: { label: 'Ledger accounts', help: "The target's accounts that lines are booked on" },
  'revenueAccount.byCountry': {
    label: 'Revenue by country',
    help: "The target's revenue account by country; wins over `byRate`",
  },
  'revenueAccount.byRate': { label: 'Revenue by VAT rate', help: 'The same by VAT percentage' },
  'revenueAccount.shipping': { label: 'Shipping', help: 'Account of the shipping costs' },
  'revenueAccount.discount': { label: 'Discounts', help: 'Account of the discounts' },
  'revenueAccount.fee': { label: 'Fees', help: 'Account of the fees' },
  'revenueAccount.rounding': { label: 'Rounding', help: 'Account of the rounding lines' },
  shipping: { label: 'Shipping', help: 'The line of the shipping costs, and how the order is sent' },
  'shipping.description': {
    label: 'Text of the line',
    help: "The line's text; the shop's own method name by default",
  },
  'shipping.methods': { label: 'Shipping methods', help: "The target's shipping method by the shop's" },
  fees: {
    label: 'Fees of modules',
    help: 'Fields of the order that hold an amount of its total which no other part explains, such as the fee of a payment module; each becomes a line: `field` and `taxField` (the path of the amount and, if there is one, of its VAT, such as `extension_attributes.mollie_payment_fee`), `text` of the line, `includesVat`',
  },
  'fees.field': { label: 'Field', help: 'Path of the amount in the order of the source' },
  'fees.taxField': { label: 'Field of its VAT', help: 'Path of the VAT of the amount, where there is one' },
  'fees.text': { label: 'Text of the line', help: 'What the line is called on the document' },
  'fees.includesVat': { label: 'VAT included', help: 'Whether the amount includes its VAT' },
  currency: {
    label: 'Currency',
    help: "Of an order that states two: the one that was paid in (`order`), that of the shop's own books (`base`), or `base` where the target cannot hold the other (`auto`). What is booked keeps its currency",
  },
  discounts: { label: 'Discounts', help: 'Own line per VAT rate, or off the item lines' },
  paymentMethods: { label: 'Payment methods', help: "The target's payment method by the shop's" },
  paymentTerms: { label: 'Days to pay', help: "Days to pay by the shop's payment method" },
  products: {
    label: 'Products',
    help: 'What becomes of an order with a SKU that the target does not know: it needs you, the products flow brings its product first, or its products are left alone',
  },
  rounding: { label: 'Rounding', help: 'Lines that make the document equal to the order' },
  'rounding.tolerance': {
    label: 'Tolerance',
    help: 'What the totals may differ before rounding lines; more than that needs you',
  },
  'rounding.vat': {
    label: 'VAT to the cent',
    help: "Make the VAT the shop's to the cent, or let the target's own stand within the tolerance",
  },
  'rounding.description': {
    label: 'Text of the line',
    help: 'Text of a rounding line; in the language of the documents by default',
  },
  refunds: { label: 'Refunds', help: 'What follows when a booked order is refunded or cancelled' },
  aftermath: {
    label: 'After the sale',
    help: 'What follows when an order that was made in a shop is paid, sent or cancelled in the source later: the shop is told, or you are, or nobody. A cancellation is left alone where `refunds` is `ignore`, and follows that setting where this one is `ignore`',
  },
  day: {
    label: 'Day of a till',
    help: 'One document for each business day and till, in place of one for each receipt; it goes to the default customer',
  },
  'day.end': {
    label: 'End of the day',
    help: "When the business day ends, by the shop's clock: what is sold before belongs to the day before. At midnight by default",
  },
  'day.settleMinutes': {
    label: 'Minutes to wait',
    help: 'How long after its end receipts of a day may still arrive before its document is made',
  },
  'day.named': {
    label: 'Named buyers',
    help: 'Receipts with an e-mail address go into the day as all others do, or become documents of their own (`apart`)',
  },
  'day.late': {
    label: 'Late receipts',
    help: 'What becomes of a receipt whose day has its document already: it goes into the day that is open (`next`), or needs you (`park`)',
  },
  'day.accounts': { label: 'Accounts', help: 'What is no turnover, on accounts of its own' },
  'day.accounts.tips': { label: 'Tips', help: 'Account of tips; that of fees when left out' },
  'day.accounts.cashRounding': {
    label: 'Cash rounding',
    help: 'Account of what rounding to coins comes to; that of fees when left out',
  },
  'day.accounts.vouchers': {
    label: 'Vouchers',
    help: 'Account of vouchers and gift cards; that of fees when left out',
  },
  'day.vouchers': { label: 'Vouchers', help: 'How vouchers and gift cards are booked' },
  'day.vouchers.rate': {
    label: 'Their one VAT rate',
    help: 'For vouchers that can only pay for goods of this VAT percentage: their VAT is due when they are sold, and what they pay carries none. Left out: no VAT when they are sold',
  },
  'day.vouchers.used': {
    label: 'Used vouchers',
    help: "A means of payment: the document stays whole (`payment`); or a line below zero on the vouchers' account (`line`), so that the document comes to what was paid otherwise. Vouchers for one rate always have the line",
  },
  writeBack: { label: 'Write back', help: 'What the source is told of a booked order' },
  'writeBack.status': { label: 'Status', help: 'Status that the order gets in the source after booking' },
  'writeBack.note': { label: 'Note', help: 'JSONata over `order` and `document`' },
  fixed,
};

const customers = {
  create: {
    label: 'Create customers',
    help: 'Create a customer that the target does not have; else it is skipped',
  },
  update: {
    label: 'Update customers',
    help: 'Overwrite a customer that exists; else it is linked and left as it is',
  },
  kinds: {
    label: 'Who',
    help: 'Who is carried over: only private persons, or only companies; all when left out',
  },
  countries: {
    label: 'Countries',
    help: 'Countries whose customers are carried over; a customer without a country is not',
  },
  withoutEmail: {
    label: 'Without an e-mail address',
    help: 'What becomes of a customer without an e-mail address: it can neither be found nor created',
  },
  conflicts: {
    label: 'Changed on both sides',
    help: 'What becomes of a field that was changed on both sides: it needs you, or the source is followed',
  },
  classification: {
    label: 'Customer class',
    help: "The target's customer class, by `person` or `company`; by `company DE` for one country",
  },
  vat: {
    label: 'VAT code',
    help: "The VAT code kept with the target's customer, by country; `none` where there is no country",
  },
  revenueAccount: {
    label: 'Revenue account',
    help: "The revenue account kept with the target's customer, by country; `none` where there is no country",
  },
  fixed,
};

const categories = {
  create: {
    label: 'Create categories',
    help: 'Create a category that the target does not have; else it is skipped, with all below it',
  },
  update: {
    label: 'Update categories',
    help: 'Carry changes to a category that exists; else it is linked and left as it is',
  },
  root: {
    label: 'Root',
    help: "The target's category under which the tree hangs, by its id; at the target's own top when left out. In the other direction only what is below it is carried over",
  },
  fields: {
    label: 'Fields',
    help: 'When each field is written: whenever the source changes it, with a new category only, or never',
  },
  'fields.name': { label: 'Name', help: 'Whether renames are followed' },
  'fields.parent': { label: 'Place in the tree', help: 'Whether moves are followed' },
  'fields.description': {
    label: 'Description',
    help: 'When the description is written; with `createOnly` one that was improved in the target stays',
  },
  'fields.active': { label: 'Shown or hidden', help: 'When it is written whether the category is shown' },
  'fields.position': { label: 'Position', help: 'When the position among its siblings is written' },
  gone: {
    label: 'No longer at the source',
    help: 'What becomes of a category that the source has no longer: it stays as it is, or is hidden. Nothing is deleted',
  },
  fixed,
};

const stock = {
  quantity: {
    label: 'Which quantity',
    help: 'What of the source is written: what is available, what is on hand, or what is available and comes in',
  },
  safetyStock: {
    label: 'Safety stock',
    help: 'Pieces of every level that the source keeps back; what is left is never below zero unless `negative`',
  },
  negative: {
    label: 'Below zero',
    help: 'Write levels below zero, where the target takes them; else they are 0',
  },
  manage: {
    label: 'Counting in the target',
    help: 'Whether the target counts a level: as it is there (`keep`; what Koppel created there is counted from its first number on), switched on with the number (`on`), or switched off where the source does not count it (`off`)',
  },
  sourceLocations: {
    label: 'Places of the source',
    help: 'Places whose levels are added up, by their ids; all that the source sells from when left out',
  },
  targetLocation: {
    label: 'Place in the target',
    help: "Where the levels are written, by its id; the target's own choice when left out",
  },
  unknown: {
    label: 'Unknown SKUs',
    help: 'SKUs that the target does not have: only counted, or shown as one problem',
  },
  verify: {
    label: 'Compare all',
    help: 'How often all levels are compared with the target and mended, such as `24h`; `off` for never',
  },
  fixed: { label: 'Constants', help: 'The `factor` of all levels, where no mapping gives one' },
};

/** Modes of a field; the schema tells what each may be. */
const neededWhen = 'follow the source (`always`), or only when the product is created (`createOnly`)';
const followed =
  'follow the source (`always`), only when the product is created (`createOnly`), or not at all (`never`)';

const products = {
  create: {
    label: 'Create products',
    help: 'Create a product that the target does not have; else it is skipped',
  },
  update: {
    label: 'Update products',
    help: 'Follow the source with a product that exists; else it is linked and left as it is',
  },
  withoutSku: {
    label: 'Without a SKU',
    help: 'What becomes of a product that has no SKU, nor has any variant of it: it can neither be found nor created',
  },
  fields: {
    label: 'Fields',
    help: 'Per field: follow the source whenever it changes the field, only when the product is created, or never. What you changed in the target stays until then',
  },
  'fields.sku': { label: 'SKU', help: `The SKU: ${neededWhen}` },
  'fields.name': { label: 'Name', help: `The name: ${neededWhen}` },
  'fields.active': { label: 'Switched on', help: `Whether it is shown: ${followed}` },
  'fields.description': { label: 'Description', help: `The description: ${followed}` },
  'fields.shortDescription': { label: 'Short description', help: `The short description: ${followed}` },
  'fields.gtin': { label: 'EAN or UPC', help: `EAN or UPC: ${followed}` },
  'fields.brand': { label: 'Brand', help: `The brand: ${followed}` },
  'fields.weightKg': { label: 'Weight', help: `The weight: ${followed}` },
  'fields.price': { label: 'Price', help: `The price, also of variants: ${followed}` },
  'fields.listPrice': {
    label: 'List price',
    help: `The price that is struck through, also of variants: ${followed}`,
  },
  'fields.vatClass': { label: 'Tax class', help: `The tax class, as \`vat\` gives it: ${followed}` },
  variants: {
    label: 'Variants',
    help: 'One product with variants (`group`), or every variant as a product of its own, named after its options (`split`). A target without variants has them split',
  },
  options: {
    label: 'Options',
    help: "The target's option by the source's name; without an entry it goes under its own name",
  },
  attributes: {
    label: 'Attributes',
    help: "The target's attribute by the source's name; without an entry it is left out",
  },
  createValues: {
    label: 'Create values',
    help: 'Create values of options and attributes that the target lacks, where it allows that',
  },
  price: { label: 'Prices', help: 'How prices are turned into those of the target' },
  'price.basis': {
    label: 'Basis',
    help: 'With or without VAT as the target has them (`asTarget`), or just as the source states them',
  },
  'price.pricesIncludeVat': {
    label: 'Prices include VAT',
    help: 'Whether prices include VAT, of a system that does not state it',
  },
  'price.pricesIncludeVat.source': {
    label: 'Those of the source',
    help: 'Whether prices of the source include VAT, where it does not state it',
  },
  'price.pricesIncludeVat.target': {
    label: 'Those of the target',
    help: 'Whether prices of the target include VAT, where it does not state it',
  },
  'price.vatRate': {
    label: 'VAT rates',
    help: "VAT percentage by the source's tax class, where the source states no rate",
  },
  vat: { label: 'Tax classes', help: "The target's tax class by the source's class, or by VAT rate" },
  categories: { label: 'Categories', help: 'Which categories of the target a product is put into' },
  'categories.by': {
    label: 'Found by',
    help: 'Those that the categories flow has linked (`link`), those of a table (`map`), or none at all',
  },
  'categories.map': { label: 'Table', help: "The target's category by the source's id, with `by: map`" },
  images: {
    label: 'Pictures',
    help: 'All pictures, the first one, or none. Pictures that you added in the target stay',
  },
  gone: {
    label: 'No longer at the source',
    help: 'What becomes of a product, or variant, that the source has no longer: it stays as it is, or is switched off. Nothing is deleted',
  },
  conflicts: {
    label: 'Changed on both sides',
    help: 'What becomes of a field that was changed on both sides, where the other direction carries it too: it needs you, or the source is followed',
  },
  fixed,
};

/** Settings by flow, then by their path: `customer.update`. */
export const settings = { orders, customers, products, categories, stock };
