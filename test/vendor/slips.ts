/**
 * Where a vendor's description of its API errs. The vendor's sheet decides, and its section stands behind every slip. Tests of connectors and
 * of stand-ins, and the check of all traffic of the black-box suite take them from here.
 */
export interface Schema {
  [keyword: string]: unknown;
}

export interface Slips {
  /** Properties as they are, by the place of their object in the description's definitions. */
  readonly properties: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
  /** Required by the description and not by the system, by definition; all of it with `true`. */
  readonly optional?: Readonly<Record<string, readonly string[] | true>>;
  /** Definitions of bodies in which null empties what is not required. */
  readonly emptied?: readonly string[];
}

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const integerOrNull = { type: ['integer', 'null'] };

const jortt: Slips = {
  properties: {
    // 0, 4.2: a quantity is no money; amounts are text.
    'CreateInvoiceV3.properties.line_items.items': {
      quantity: text,
      amount: { $ref: '#/definitions/Jortt_V2_Shared_Entities_Amount' },
      vat: { $ref: '#/definitions/Jortt_V2_Shared_Entities_Vat' },
    },
    // 4.2, 10.12: text, and no category.
    Jortt_V2_Shared_Entities_Vat: { value: text, category: textOrNull },
    // 6.2: typed integer, yet the examples are `KVK` and `12345677`.
    CreateCustomer: { peppol_scheme_code: text, peppol_identifier: text },
    UpdateCustomer: { peppol_scheme_code: text, peppol_identifier: text },
  },
  // 6.2, 10.10: the whole record goes back, and there null stands for what is empty.
  emptied: ['UpdateCustomer'],
};

const magento: Slips = {
  properties: {},
  // 7.10: the vendor's own importers leave them out.
  optional: {
    'sales-data-order-payment-interface': ['account_status', 'additional_information', 'cc_last4'],
    'sales-data-shipping-assignment-interface': ['items'],
    // 10.10, 12.3: a save has what it changes.
    'catalog-inventory-data-stock-item-interface': true,
  },
};

const myonlinestore: Slips = {
  properties: {
    // 7.1: null is unlimited, or no offer. 7.4: it is told of articles as well.
    BaseArticle: { stock: integerOrNull },
    ArticleVariant: { stock: integerOrNull },
    ArticlePrice: { action: textOrNull },
    // 7.11: at the top.
    CategoryPatchable: { parent_category_id: integerOrNull },
    // 7.7: of a custom line, in the vendor's example only.
    BaseOrderDetail: { description: text },
  },
};

const slips: Readonly<Record<string, Slips>> = { jortt, magento, myonlinestore };

/** Of the description `<name>.openapi.json`. */
export function slipsOf(name: string): Slips {
  return slips[name] ?? { properties: {} };
}
