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
const numberOrNull = { type: ['number', 'null'] };
const integerOrNull = { type: ['integer', 'null'] };

/** 0, 4.2: a quantity is no money; amounts are text. */
const jorttLine = {
  quantity: text,
  amount: { $ref: '#/definitions/Jortt_V2_Shared_Entities_Amount' },
  vat: { $ref: '#/definitions/Jortt_V2_Shared_Entities_Vat' },
};

const estimateTexts = [
  ...['acceptance_status', 'customer_id', 'tradename_id', 'estimate_number', 'valid_until', 'introduction'],
  ...['remarks', 'reference', 'customer_company_name', 'customer_attn', 'customer_address_street'],
  ...['customer_address_city', 'customer_address_postal_code', 'customer_address_country_code'],
  ...['customer_address_country_name', 'customer_address_extra_information', 'customer_vat_number'],
];
const linkOrNull = { anyOf: [{ $ref: '#/definitions/Jortt_V1_Entities_Url' }, { type: 'null' }] };

const jortt: Slips = {
  properties: {
    'CreateInvoiceV3.properties.line_items.items': jorttLine,
    // 7.1: as on invoices.
    'CreateEstimateV2.properties.line_items.items': jorttLine,
    // 4.2, 10.12: text, and no category.
    Jortt_V2_Shared_Entities_Vat: { value: text, category: textOrNull },
    // 4.5, 7.1: what is not there is null.
    Jortt_V2_Invoicing_Entities_Estimate: {
      ...Object.fromEntries(estimateTexts.map((name) => [name, textOrNull])),
      customer_vat_shifted: { type: ['boolean', 'null'] },
    },
    Jortt_V2_Invoicing_Entities_EstimateLineItem: { quantity: text },
    Jortt_V1_Entities_Discount: { description: textOrNull },
    // 3.1
    Jortt_V1_Entities_Link: { previous: linkOrNull, next: linkOrNull },
    // 6.2: typed integer, yet the examples are `KVK` and `12345677`.
    CreateCustomer: { peppol_scheme_code: text, peppol_identifier: text },
    UpdateCustomer: { peppol_scheme_code: text, peppol_identifier: text },
  },
  // 6.2, 10.10: the whole record goes back, and there null stands for what is empty.
  emptied: ['UpdateCustomer'],
};

const magento: Slips = {
  properties: {
    // 3: a list of texts where the description knows only one.
    'framework-attribute-interface': { value: { type: ['string', 'array'] } },
    // 3, 8.2, 8.4, 9.2: they come as null all the same.
    'sales-data-order-payment-interface': { account_status: textOrNull, cc_last4: textOrNull },
    'sales-data-order-status-history-interface': { comment: textOrNull },
    'sales-data-creditmemo-item-interface': { base_cost: numberOrNull },
    'sales-data-shipment-track-interface': {
      weight: numberOrNull,
      qty: numberOrNull,
      description: textOrNull,
    },
    'customer-data-region-interface': { region_code: textOrNull, region: textOrNull },
    'catalog-inventory-data-stock-item-interface': { low_stock_date: textOrNull },
  },
  optional: {
    // 7.10: the vendor's own importers leave them out.
    'sales-data-order-payment-interface': ['account_status', 'additional_information', 'cc_last4'],
    'sales-data-shipping-assignment-interface': ['items'],
    // 10.10, 12.3: a save has what it changes.
    'catalog-inventory-data-stock-item-interface': true,
  },
};

const myonlinestore: Slips = {
  properties: {
    Order: {
      // 7.4: live, numbers are text.
      number: { type: ['string', 'integer'] },
      credited_order_number: integerOrNull,
      credit_order_numbers: { type: 'array', items: { type: 'integer' } },
      offline_location_id: textOrNull,
    },
    // 7.1: null is unlimited, or no offer. 7.4: it is told of articles as well.
    BaseArticle: { stock: integerOrNull, short_description: text },
    Article: { url: text },
    ArticlePrice: { action: textOrNull, purchase: textOrNull },
    ArticleVariant: { stock: integerOrNull },
    // 7.3: a map in the example and in life.
    ArticleImage: { urls: { type: 'object', additionalProperties: text } },
    // 11.1: prices of options can be overridden per article, and variants come with a POST as well.
    ConfiguratorArticleListOptionPostable: { price: text },
    // 7.11: null at the top; within `leafs` the parent has another name.
    Category: { parent_category_id: integerOrNull, parent_id: { type: 'integer' } },
    CategoryPatchable: { parent_category_id: integerOrNull },
    // 7.4: an empty object comes as an empty list.
    OrderShipping: {
      country: { anyOf: [{ $ref: '#/components/schemas/OrderShippingCountry' }, { maxItems: 0 }] },
    },
    // 12, 2
    ArticleExtraFieldSet: {
      visible: { type: ['object', 'array'] },
      invisible: { type: ['object', 'array'] },
    },
    // 7.7: read-only, and in the vendor's own example of a body.
    OrderCommentPatchable: { customer: text },
    // 7.7: of a custom line, in the vendor's example as well.
    OrderDetailPostable: { description: text },
    ApiProblem: { errors: { type: 'object' } },
  },
  optional: {
    // 7.4: an offer price is an option of no list, in its example as well.
    OrderArticleListOption: ['list_option_id'],
    // 7.5: where a stored address is named.
    Address: ['name', 'zipcode'],
    InvoiceAddress: ['name', 'zipcode'],
  },
};

const slips: Readonly<Record<string, Slips>> = { jortt, magento, myonlinestore };

/** Of the description `<name>.openapi.json`. */
export function slipsOf(name: string): Slips {
  return slips[name] ?? { properties: {} };
}
