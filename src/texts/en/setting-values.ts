/** What the values of settings are called, where there are only a few (settings.ts says what each does). */
const followed = { always: 'Always', createOnly: 'Only when new', never: 'Never' };
const needed = { always: followed.always, createOnly: followed.createOnly };
const parked = 'Needs you';
const kind = { person: 'Private person', company: 'Company' };

const orders = {
  'customer.classification': kind,
  document: { invoice: 'Invoice', order: 'Order' },
  state: { draft: 'Draft', sent: 'Final' },
  lines: {
    items: 'A line per item',
    summary: 'A line per VAT rate',
    split: 'Per VAT rate, revenue and costs apart',
  },
  language: { nl: 'Dutch', en: 'English', de: 'German', fr: 'French', tr: 'Turkish' },
  'vat.reverseCharge': { allow: 'Book them', park: parked },
  'vat.oss': { allow: 'Book them', park: parked },
  'vat.untaxed': { park: parked, allow: 'Book them at 0 %' },
  currency: { auto: 'What the target can hold', order: 'As it was paid', base: "That of the shop's books" },
  discounts: { lines: 'Lines of their own', spread: 'Off the item lines' },
  products: { require: parked, create: 'Bring the product first', ignore: 'Leave products alone' },
  'rounding.vat': { match: "The shop's to the cent", accept: "Let the target's stand" },
  refunds: { credit: 'Credit them', flag: 'Tell me', ignore: 'Leave them alone' },
  aftermath: { carry: 'Tell the shop', flag: 'Tell me', ignore: 'Tell nobody' },
  'day.named': { together: 'Into the day', apart: 'Documents of their own' },
  'day.late': { next: 'Into the day that is open', park: parked },
  'day.vouchers.used': { payment: 'A means of payment', line: 'A line below zero' },
};

const customers = {
  classification: kind,
  kinds: { person: 'Private persons', company: 'Companies' },
  withoutEmail: { park: parked, skip: 'Skip them' },
  conflicts: { park: parked, source: 'Follow the source' },
};

const categories = {
  'fields.name': needed,
  'fields.parent': needed,
  'fields.description': followed,
  'fields.active': followed,
  'fields.position': followed,
  gone: { keep: 'Leave it', deactivate: 'Hide it' },
};

const products = {
  withoutSku: { skip: 'Skip them', park: parked },
  'fields.sku': needed,
  'fields.name': needed,
  'fields.active': followed,
  'fields.description': followed,
  'fields.shortDescription': followed,
  'fields.gtin': followed,
  'fields.brand': followed,
  'fields.weightKg': followed,
  'fields.price': followed,
  'fields.listPrice': followed,
  'fields.vatClass': followed,
  variants: { group: 'One product with variants', split: 'A product for each' },
  'price.basis': { asTarget: 'As the target has them', asSource: 'As the source states them' },
  'categories.by': { link: 'Those of the categories flow', map: 'Those of a table', ignore: 'None' },
  images: { all: 'All', first: 'The first', none: 'None' },
  gone: { keep: 'Leave it', deactivate: 'Switch it off' },
  conflicts: { park: parked, source: 'Follow the source' },
};

const stock = {
  quantity: { available: 'Available', onHand: 'On hand', availableAndIncoming: 'Available and incoming' },
  manage: { keep: 'As it is there', on: 'Switch it on', off: 'Switch it off' },
  unknown: { ignore: 'Only count them', park: parked },
};

/** By flow, by the path of the setting, by value. */
export const settingValues = { orders, customers, categories, products, stock };
